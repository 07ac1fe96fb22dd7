#pragma once
#include "base/Attributes.h"
#include "base/Ids.h"
#include "base/Result.h"
#include "viewer/dicom/FrameGeometry.h"
#include "viewer/dicom/GreyScale.h"
#include "viewer/dicom/PixelDescription.h"

#include <QString>

#include <memory>
#include <vector>

namespace consilium::dicom
{

/// A Person Name's component groups, each with carets already turned into spaces for display. PS3.5 6.2.1.
struct PersonName {
    QString alphabetic, ideographic, phonetic;
    [[nodiscard]] static PersonName parse(const QString &value);
    [[nodiscard]] QString display() const; ///< "王小东  WANG XIAODONG"; the ideographic group first where there is one
    [[nodiscard]] bool isEmpty() const { return alphabetic.isEmpty() && ideographic.isEmpty(); }
    bool operator==(const PersonName &) const = default;
};

/// Who it is. Shown in every viewport; never logged.
struct PatientIdentity {
    PersonName name;
    QString id, issuer;
    QString sex;       ///< "M", "F", "O" or empty
    QString birthDate; ///< YYYYMMDD or empty
    QString age;       ///< Patient's Age as written ("058Y"), or empty
    bool operator==(const PatientIdentity &) const = default;
};

struct StudyHeader {
    StudyUid uid;
    PatientIdentity patient;
    QString date, time, description, accession, institution, referringPhysician, modalities;
    int seriesCount = -1, instanceCount = -1; ///< -1: the archive did not say
};

struct SeriesHeader {
    SeriesUid uid;
    int number = -1;
    QString modality, description, bodyPart;
    int instanceCount = -1;
};

/// One thing that was wrong in the data and what was done about it. Beside the image, and in the repair log.
struct DataIssue {
    enum class Kind {
        MissingSlices,
        DuplicateSlices,
        UnevenSpacing,
        MixedOrientation,
        MixedFrameOfReference,
        NoOrientation,
        NoSpacing,
        GantryTilt,
        InvalidWindow,
        InvalidSpacing,
        InvalidPadding,
        MixedPatients,
        CharacterSetRepaired,
        OtherRepaired
    };
    Kind kind = Kind::OtherRepaired;
    QString detail;                      ///< numbers and tags, no patient data; inserted into the translated sentence
    int firstSlice = -1, lastSlice = -1; ///< where in the sorted series (0-based), -1: nowhere in particular
    bool operator==(const DataIssue &) const = default;
};
/// The issue as one sentence in the user's language: cause and consequence.
[[nodiscard]] QString issueHeadline(const DataIssue &issue);
[[nodiscard]] QString issueConsequence(const DataIssue &issue);

/// An image object, described completely from its header. A value that never changes; shared.
struct Instance {
    StudyUid study;
    SeriesUid series;
    SopInstanceUid sop;
    SopClassUid sopClass;
    PatientIdentity patient;
    int instanceNumber = -1, acquisitionNumber = -1, temporalPosition = -1, echoNumber = -1;
    std::optional<double> triggerTimeMs; ///< (0018,1060): the phase of a gated series
    QString imageType, laterality;
    PixelDescription pixels;
    FrameGeometry geometry; ///< of the (single) frame
    GreyScale grey;
    std::optional<double> sliceThicknessMm;
    std::optional<double> gantryTiltDeg; ///< as written (0018,1120)
    std::vector<DataIssue> issues;
    QString localFile; ///< path when it was read from a folder
};
using InstancePtr = std::shared_ptr<const Instance>;

/// Describes an image object. Errors: DicomMalformed (sizes that cannot be), NoPixels, UnsupportedImage with the
/// reason.
[[nodiscard]] Result<InstancePtr> describeInstance(const Attributes &header);
[[nodiscard]] StudyHeader describeStudy(const Attributes &header);
[[nodiscard]] SeriesHeader describeSeries(const Attributes &header);

/// Images that are shown as one stack, in the order they are scrolled through.
struct DataSet {
    DataSetId id;
    SeriesHeader header;
    QString part;                    ///< why the series was split: "acquisition 2", empty when it was not
    std::vector<InstancePtr> slices; ///< sorted
    std::vector<DataIssue> issues;   ///< of the stack as a whole
    bool isComplete = false;         ///< all instances that the archive announced have been described
    [[nodiscard]] int indexOf(const SopInstanceUid &sop) const; ///< -1 when absent
};
using DataSetPtr = std::shared_ptr<const DataSet>;

/// Sorts and, where positions repeat or geometry differs, splits. `expected`: how many the archive announced, -1
/// unknown. Order: along the normal; axial from head to feet, coronal from anterior to posterior, sagittal from right
/// to left (an oblique stack as the plane that it is nearest to); without geometry by instance number. Phases are never
/// interleaved: where positions repeat, the series is split. Duplicates (same position, nothing to tell them apart)
/// stay, one behind the other, with an issue. Gaps are reported when all that were announced are there or `expected` is
/// -1; count out those that failed for good.
[[nodiscard]] std::vector<DataSetPtr> assemble(const SeriesHeader &series, std::vector<InstancePtr> instances,
                                               int expected);

} // namespace consilium::dicom
