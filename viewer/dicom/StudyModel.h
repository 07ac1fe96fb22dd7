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
        NoPosition, ///< sections that do not say where they lie
        NoSpacing,
        GantryTilt,
        InvalidWindow,
        InvalidSpacing,
        InvalidPadding,
        OverlayMissing,
        SeveralScales, ///< regions of an ultrasound image with scales of their own
        ProfileUnused, ///< an ICC profile that is none
        FrameCount,    ///< a video that is longer or shorter than its header says
        MixedPatients,
        ForeignObjects,     ///< objects of another study or series came with it and were refused
        ArrangedByHand,     ///< split or put together by the reader
        NotArranged,        ///< it was to be, and stays as it is; the detail says why
        FrameTimes,         ///< a cine whose times cannot be
        OutlinesIncomplete, ///< parts of a segmentation or structure set that could not be read
        OutlinesDoubtful,   ///< drawn as they were read, which contradicts what is said of them
        AgeContradiction,   ///< age, birth date and date of the study do not go together
        CharacterSetRepaired,
        ObjectLeftOut, ///< something of a kept object (marks, presentation state, key images) is not shown
        OtherRepaired
    };
    Kind kind = Kind::OtherRepaired;
    QString detail;                      ///< technical, English, no patient data: for the repair log
    int firstSlice = -1, lastSlice = -1; ///< where in the sorted series (0-based), -1: nowhere in particular
    /// What the sentences say in figures; 0: nothing. `count`: slices missing in the gap; images more than positions
    /// (DuplicateSlices; without a place: how often the series is stored); orientations, frames of reference, patients;
    /// ForeignObjects: of them; parts of outlines; files left out (DuplicateSlices with `value`).
    int count = 0;
    double value = 0.0;   ///< width of the gap, or smallest step, mm; tilt in degrees; MixedPatients: objects refused;
                          ///< ForeignObjects: 1, of another study; FrameTimes: frames a second used instead;
                          ///< DuplicateSlices: 1, different images bear the same UID;
                          ///< MixedFrameOfReference: 1, they stay one stack all the same
    double valueTo = 0.0; ///< largest step, mm; MixedPatients: 1, the study as a whole; MissingSlices without a place
                          ///< (at the ends, which other stacks of the series have): those before the first of `count`
    bool operator==(const DataIssue &) const = default;
};
/// The issue as one sentence in the user's language, with its figures: cause and consequence.
[[nodiscard]] QString issueHeadline(const DataIssue &issue);
[[nodiscard]] QString issueConsequence(const DataIssue &issue);

/// Of a stack that does not say how fast it is played.
inline constexpr double defaultFrameTimeMs = 100.0;

struct OverlayPlane; // viewer/dicom/Overlays.h
struct Shutter;      // viewer/dicom/Shutter.h
struct SuvFactors;   // viewer/dicom/Suv.h

/// One frame of an image object, described completely from its header; most objects have just one. A value that never
/// changes; shared.
struct Instance {
    StudyUid study;
    SeriesUid series;
    SopInstanceUid sop;
    int frame = 0; ///< from 0
    SopClassUid sopClass;
    PatientIdentity patient;
    int instanceNumber = -1, acquisitionNumber = -1, temporalPosition = -1, echoNumber = -1;
    std::optional<double> triggerTimeMs; ///< (0018,1060), (0020,9153): the phase of a gated series
    std::optional<double> frameTimeMs;   ///< how long this frame of a cine is to be shown, as the file says
    QString imageType;
    QString laterality;   ///< "L", "R", "B" or empty: (0020,0062), else (0020,0060) of a projection
    QString viewPosition; ///< "MLO", "PA" as written (0018,5101), else the meaning of the View Code; or empty
    /// Dimension Index Values of an enhanced object but for those of the place: what its writer says tells frames of
    /// one place apart. PS3.3 C.7.6.17.
    std::vector<int> dimensions;
    int segment = -1;     ///< of a frame of a segmentation: Referenced Segment Number (0062,000B)
    QString segmentLabel; ///< (0062,0005) of that segment
    /// Times and settings of the acquisition as written, joined: images that equal one another in this, in their
    /// numbers and in their place are copies as far as the headers say.
    QString acquisition;
    PixelDescription pixels;
    FrameGeometry geometry;
    GreyScale grey;
    std::optional<double> sliceThicknessMm;
    std::optional<double> gantryTiltDeg;                       ///< as written (0018,1120)
    std::shared_ptr<const std::vector<OverlayPlane>> overlays; ///< null: none
    std::shared_ptr<const Shutter> shutter;                    ///< null: none
    std::vector<DataIssue> issues;
    QString localFile;                     ///< path when it was read from a folder
    std::shared_ptr<const SuvFactors> suv; ///< of a PET image, or why there is none; null: no PET image
};
using InstancePtr = std::shared_ptr<const Instance>;

/// Describes the first frame of an image object. Errors: DicomMalformed (sizes that cannot be), NoPixels,
/// UnsupportedImage with the reason.
[[nodiscard]] Result<InstancePtr> describeInstance(const Attributes &header);
/// Describes all of its frames, in the order of the file: place and grey values as the functional groups of an enhanced
/// object say for each (PS3.3 C.7.6.16); frames of other objects have no place in the patient. Errors as above; more
/// than 100,000 frames are UnsupportedImage.
[[nodiscard]] Result<std::vector<InstancePtr>> describeFrames(const Attributes &header);
[[nodiscard]] StudyHeader describeStudy(const Attributes &header);
[[nodiscard]] SeriesHeader describeSeries(const Attributes &header);

/// Images that are shown as one stack, in the order they are scrolled through.
struct DataSet {
    DataSetId id;
    SeriesHeader header;
    QString part;                    ///< why the series was split: "acquisition 2", empty when it was not
    std::vector<InstancePtr> slices; ///< frames, sorted
    std::vector<DataIssue> issues;   ///< of the stack as a whole
    bool isComplete = false;         ///< as many instances as assemble() was told to expect are there
    [[nodiscard]] int indexOf(const SopInstanceUid &sop, int frame = 0) const; ///< -1 when absent
    [[nodiscard]] bool holdsMasks() const { return !slices.empty() && slices.front()->segment >= 0; }
};
using DataSetPtr = std::shared_ptr<const DataSet>;

/// Sorts and, where positions repeat or geometry differs, splits. Order: along the normal; axial from head to feet,
/// coronal from anterior to posterior, sagittal from right to left (an oblique stack as the plane that it is nearest
/// to); without geometry by instance number. Phases are never interleaved: where positions repeat, the series is split
/// by what names the phases, else by the order of numbers and times, in which an image that is missing leaves a hole in
/// its own phase, with an issue. Where that order tells nothing, positions that lack an image go into a part of their
/// own, an issue of the phases that are then without them (while images are to come such a series stays together).
/// Where nothing tells the images of a position apart, into copies, with an issue. Duplicates at half of the positions
/// or fewer stay, one behind the other, with an issue. One or two images of another orientation (scouts) go into a part
/// of their own, unsorted and unchecked. An object of several frames without places (a cine, an ultrasound clip) is a
/// part of its own, in the order of its frames. `expected`: how many different images are to come, -1 unknown; whoever
/// calls counts out what failed for good, is no image or was sent twice; an object counts once, however many frames it
/// has. Of frames with the same SOP Instance UID and number the first one counts, and no other. Gaps and spacing are
/// judged when `expected` is -1 or at least as many objects are there; isComplete is the latter.
[[nodiscard]] std::vector<DataSetPtr> assemble(const SeriesHeader &series, std::vector<InstancePtr> instances,
                                               int expected);

} // namespace consilium::dicom
