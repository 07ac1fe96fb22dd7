#pragma once
#include "base/Attributes.h"
#include "viewer/dicom/StudyModel.h"

#include <QDateTime>

namespace consilium::objects
{

/// What every object says of itself: whose it is, which study and series it belongs to, when it was made.
struct ObjectHeader {
    /// Patient and study as the images have them, with their Specific Character Set: PS3.3 C.7.1.1, C.7.1.3, C.7.2.1,
    /// C.7.2.2.
    Attributes study;
    SeriesUid series;
    SopInstanceUid sop;
    SopClassUid sopClass; ///< of what was read; what is written gets its own
    int seriesNumber = 1, instanceNumber = 1;
    QString seriesDescription;
    QString date, time; ///< of the content, DA and TM
    QString manufacturer;

    [[nodiscard]] StudyUid studyUid() const;
    [[nodiscard]] dicom::PatientIdentity patient() const;
};

/// What an object says of its patient and study (ObjectHeader::study): of an image all that a new object of its study
/// needs.
[[nodiscard]] Attributes studyAttributesOf(const Attributes &object);
/// For a new object of the study that the image belongs to: patient and study copied unchanged, a new series and a new
/// UID, which the object keeps however often it is sent. `made`: local time.
[[nodiscard]] ObjectHeader newHeader(const Attributes &image, const QDateTime &made);
/// The header of an object that was read.
[[nodiscard]] ObjectHeader headerOf(const Attributes &object);

} // namespace consilium::objects
