#pragma once
#include "app/bridge/FolderLoader.h"
#include "app/bridge/LeftOut.h"
#include "app/bridge/PatientMatch.h"
#include "app/bridge/SegmentLoader.h"
#include "app/bridge/StudyTable.h"

#include <QHash>
#include <QSet>

namespace consilium::app
{

/// A folder, medium or file that is being opened, and what of it is shown. UI thread only.
struct OpenFolder {
    using SeriesKey = std::pair<StudyUid, SeriesUid>;

    FolderLoader *loader = nullptr;
    QSet<StudyUid> ignored;           ///< open from elsewhere, of another patient, or closed meanwhile
    QHash<StudyUid, Error> elsewhere; ///< of these, those whose files are left out and told of, and why
    QSet<SeriesKey> own;              ///< series that this folder brought
    QHash<StudyUid, bool> announced;
    QSet<QString> leftOut;                     ///< files of `elsewhere`
    int read = 0, total = -1, found = 0;       ///< files
    std::vector<FolderLoader::Object> objects; ///< whose studies are not open (yet)
    int outlines = 0;                          ///< objects of studies that are open

    /// Why the files of a study are left out where it is open already, as `open` says of it.
    [[nodiscard]] static Error clash(const dicom::StudyHeader &open, const dicom::StudyHeader &found)
    {
        if (samePatient(open.patient, found.patient))
            return {ErrorCode::Conflict, leftOut::alreadyOpen};
        return {ErrorCode::Conflict, isUnknown(found.patient) ? leftOut::ofNobody : leftOut::ofAnother};
    }
    /// The files of a series of `elsewhere` that were not told of yet.
    [[nodiscard]] QStringList leaveOut(const DescribedSeries &series)
    {
        QStringList fresh;
        const auto add = [&](const QString &path) {
            if (!leftOut.contains(path)) {
                leftOut.insert(path);
                fresh << path;
            }
        };
        for (const auto &dataSet : series.dataSets)
            for (const auto &slice : dataSet->slices)
                add(slice->localFile);
        for (const auto &document : series.documents)
            add(document->localFile);
        return fresh;
    }
    /// Segmentations wait for the images of their study: gives those whose study is open to `segments`, drops those of
    /// studies that are not looked at, keeps the rest. What it returns belongs to a study that is open from elsewhere,
    /// with why it is left out; each file once.
    [[nodiscard]] std::vector<std::pair<QString, Error>> giveObjects(const StudyTable &table, SegmentLoader &segments)
    {
        std::vector<std::pair<QString, Error>> refused;
        std::vector<FolderLoader::Object> rest;
        for (FolderLoader::Object &object : objects) {
            const StudyUid &uid = object.study.uid;
            if (elsewhere.contains(uid) && !object.refusal && !leftOut.contains(object.path)) {
                leftOut.insert(object.path);
                refused.emplace_back(object.path, elsewhere.value(uid));
            }
            if (ignored.contains(uid))
                continue;
            if (!table.contains(uid)) {
                rest.push_back(std::move(object));
            } else if (object.refusal) {
                segments.refuse(table.study(uid), object.series, *object.refusal);
            } else {
                segments.addFile(table.study(uid), object.series, object.path);
                ++outlines;
            }
        }
        objects = std::move(rest);
        return refused;
    }
    /// Of all that are being read; `total` is -1 while they are being counted.
    struct Progress {
        int read = 0, total = 0, found = 0; ///< files
    };
    [[nodiscard]] static Progress progressOf(const std::vector<std::unique_ptr<OpenFolder>> &folders)
    {
        auto [read, total, found] = Progress();
        for (const auto &folder : folders) {
            if (folder->loader->isFinished())
                continue;
            read += folder->read;
            found += folder->found;
            total = total < 0 || folder->total < 0 ? -1 : total + folder->total;
        }
        return {read, total, found};
    }
};

} // namespace consilium::app
