#pragma once
#include "base/Clock.h"
#include "base/Ids.h"
#include "base/Result.h"
#include "viewer/session/AnnotationSet.h"
#include "viewer/session/ViewerState.h"

#include <QByteArray>
#include <QString>

#include <map>
#include <optional>
#include <vector>

namespace consilium::app
{

/// One object that was written.
struct SavedVersion {
    /// What it is about: "measurements", "presentation/STACK/n" (of colour images "presentation/STACK/colour"),
    /// "key-images/CODE"; "withdrawn/key-images/CODE" of a note that takes key images back.
    QString role;
    SopClassUid sopClass;
    SopInstanceUid sop;
    SeriesUid series;
    int number = 1;                         ///< Instance Number: rises within the series
    QByteArray content;                     ///< digest of all that it says but its own UIDs and time
    std::vector<session::Annotation> marks; ///< of an earlier one: those that it holds
    /// Of measurements: to what the uptakes of each mark are related there. None of marks in records of older programs.
    std::map<AnnotationId, session::Suv> suv = {};
    /// Of measurements: the tracking UIDs of what is measured of each mark in series that lie over its image.
    std::map<AnnotationId, std::vector<QString>> fused = {};
    bool operator==(const SavedVersion &) const = default;
};

/// What another object names it by.
struct SavedReference {
    SopInstanceUid sop;
    SeriesUid series;
    bool operator==(const SavedReference &) const = default;
};

/// One object as it was written last.
struct SavedObject : SavedVersion {
    std::vector<AnnotationId> holds; ///< of SavedMarks::marks those that are in it
    /// Whose place it takes, the oldest first: the last one that was in the archive when this was written, and what was
    /// still on its way behind it. What is saved once this is given up.
    std::vector<SavedVersion> earlier;
    /// Of key images, which name no predecessors (PS3.3 A.35.4): all earlier ones that no note withdraws yet; of a note
    /// that withdraws some, those that it names but the last one, which is in `earlier`. They may be of several series:
    /// a selection that begins anew has one of its own.
    std::vector<SavedReference> former;
    bool operator==(const SavedObject &) const = default;
};

/// What has been saved of the marks of a study by this person on this computer: from where the next saving goes on.
struct SavedMarks {
    StudyUid study;
    ArchiveId archive;                  ///< that it goes to
    TimeMs at = 0;                      ///< of the last saving
    QString patient, date, description; ///< of the study, for the list of what is on its way; patient data
    std::vector<SavedObject> objects;
    std::vector<session::Annotation> marks; ///< as they were written
    [[nodiscard]] const SavedObject *find(const QString &role) const;
    void put(SavedObject object); ///< in the place of the one of its role
    [[nodiscard]] std::vector<session::Annotation> marksIn(const SavedObject &object) const;
    /// To what the uptakes of this mark are related where it is saved; nullopt: nothing says so.
    [[nodiscard]] std::optional<session::Suv> suvOf(const AnnotationId &mark) const;
    /// Where it is saved: SavedVersion::fused of this mark.
    [[nodiscard]] std::vector<QString> fusedOf(const AnnotationId &mark) const;
    /// What is saved when this object is not after all: that of before it. Nothing changes where it is not among them.
    void takeOut(const SopInstanceUid &object);
    bool operator==(const SavedMarks &) const = default;
};

/// Roles.
inline const QString measurementsRole = QStringLiteral("measurements"),
                     presentationRole = QStringLiteral("presentation/"), keyImagesRole = QStringLiteral("key-images/"),
                     withdrawnRole = QStringLiteral("withdrawn/"), viewRole = QStringLiteral("view/");

/// Patient data: only ever handed to the encrypted store.
[[nodiscard]] QByteArray toCbor(const SavedMarks &saved);
/// Unsupported: a newer program's. ProtocolViolation, InvalidArgument: none at all.
[[nodiscard]] Result<SavedMarks> savedMarksFromCbor(const QByteArray &bytes);

} // namespace consilium::app
