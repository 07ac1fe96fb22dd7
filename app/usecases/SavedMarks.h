#pragma once
#include "base/Clock.h"
#include "base/Ids.h"
#include "base/Result.h"
#include "viewer/session/AnnotationSet.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace consilium::app
{

/// One object as it was written last.
struct SavedObject {
    /// What it is about: "measurements", "presentation/STACK/n", "key-images/CODE".
    QString role;
    SopClassUid sopClass;
    SopInstanceUid sop;
    SeriesUid series;
    int number = 1;     ///< Instance Number: rises within the series
    QByteArray content; ///< digest of all that it says but its own UIDs and time
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
    bool operator==(const SavedMarks &) const = default;
};

/// Roles.
inline const QString measurementsRole = QStringLiteral("measurements"),
                     presentationRole = QStringLiteral("presentation/"), keyImagesRole = QStringLiteral("key-images/");

/// Patient data: only ever handed to the encrypted store.
[[nodiscard]] QByteArray toCbor(const SavedMarks &saved);
/// Unsupported: a newer program's. ProtocolViolation, InvalidArgument: none at all.
[[nodiscard]] Result<SavedMarks> savedMarksFromCbor(const QByteArray &bytes);

} // namespace consilium::app
