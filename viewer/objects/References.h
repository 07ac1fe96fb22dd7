#pragma once
#include "base/Geometry.h"
#include "viewer/objects/Flaw.h"
#include "viewer/objects/ObjectHeader.h"

#include <functional>
#include <optional>
#include <vector>

namespace consilium::objects
{

/// One image, or one frame of it, that an object names.
struct ImageReference {
    SopClassUid sopClass;
    SopInstanceUid sop;
    int frame = 0; ///< from 1; 0: an object of one frame, or all frames. Written as 0 for classes that have one frame
    StudyUid study;
    SeriesUid series;
    bool operator==(const ImageReference &) const = default;
};

/// False for the SOP classes whose objects always have one frame: these may name none (PS3.3 10.3). Unknown ones: true.
[[nodiscard]] bool mayHaveFrames(const SopClassUid &sopClass);

/// What the reader knows of an image that is at hand.
struct KnownImage {
    int frames = 1;
    int rows = 0, columns = 0; ///< 0: unknown
    dicom::PatientIdentity patient;
    FrameOfReferenceUid frameOfReference; ///< empty: unknown
};
/// nullopt: the image is not there.
using ImageLookup = std::function<std::optional<KnownImage>(const SopInstanceUid &)>;

/// Whether a reference holds: MissingImage, NoFrame, OtherPatient (dicom::samePatient() or contradictEachOther()).
void judgeReference(const ImageReference &reference, const ObjectHeader &header, const ImageLookup &lookup, int part,
                    Flaws &flaws);
/// Notes Outside for a point that lies more than `slackPixels` outside of the image; others draw on its very edge.
inline constexpr double slackPixels = 1.0;
void judgePoints(const ImageReference &reference, const std::vector<ImagePoint> &points, const ImageLookup &lookup,
                 int part, Flaws &flaws);

} // namespace consilium::objects
