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
    int read = 0, total = -1;                  ///< files
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
    /// Segmentations wait for the images of their study.
    void takeObjects(const StudyTable &table, SegmentLoader &segments)
    {
        std::vector<FolderLoader::Object> rest;
        for (FolderLoader::Object &object : objects) {
            if (ignored.contains(object.study.uid))
                continue;
            if (!table.contains(object.study.uid)) {
                rest.push_back(std::move(object));
                continue;
            }
            segments.addFile(table.study(object.study.uid), object.series, object.path);
            ++outlines;
        }
        objects = std::move(rest);
    }
    /// Files read and found of all that are being read; the second is -1 while they are being counted.
    [[nodiscard]] static std::pair<int, int> progressOf(const std::vector<std::unique_ptr<OpenFolder>> &folders)
    {
        int read = 0, total = 0;
        for (const auto &folder : folders) {
            if (folder->loader->isFinished())
                continue;
            read += folder->read;
            total = total < 0 || folder->total < 0 ? -1 : total + folder->total;
        }
        return {read, total};
    }
};

} // namespace consilium::app
