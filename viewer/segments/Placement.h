#pragma once
#include "viewer/segments/Segmentation.h"

#include <array>
#include <map>
#include <optional>
#include <vector>

namespace consilium::segments
{

/// Farther than this from an image's plane, mm, at any corner of a mask or point of a contour, something does not lie
/// in it: what rounding in files makes, and less than any distance between slices. Of images thinner than four times
/// that: a quarter of their thickness.
inline constexpr double planeToleranceMm = 0.1;

/// A mask that lies in an image's plane: image (column, row) -> mask (column, row), both with (0, 0) at the centre of
/// the first pixel. column = m[0] c + m[1] r + m[2]; row = m[3] c + m[4] r + m[5]. Where the two grids are the same but
/// for rounding it is a whole number of pixels exactly.
struct PlacedMask {
    const MaskPiece *piece = nullptr;
    std::array<double, 6> toMask{};
};

/// The contours of one segment in an image's plane, in image pixels. The closed ones together enclose what lies within
/// an odd number of them (so a contour within another is a hole, as is one joined by a keyhole; PS3.3 C.8.8.6.3).
struct PlacedOutline {
    int segment = 0;
    std::vector<std::vector<ImagePoint>> closed, open;
    std::vector<ImagePoint> points;
};

struct Placement {
    std::vector<PlacedMask> masks; ///< in the order of the object; point into it
    std::vector<PlacedOutline> outlines;
    [[nodiscard]] bool isEmpty() const { return masks.empty() && outlines.empty(); }
};

/// What of the object lies on this image, by identity and by geometry: the same patient; the same frame of reference,
/// where both name one; and then its plane is the image's (planeToleranceMm), or it was drawn on just this image, says
/// so, and lies no farther from it than half of its thickness. Without a common frame of reference only what names this
/// image as its one source, and for masks only on the same number of rows and columns. Everything else is not on it.
[[nodiscard]] Placement placeOn(const Segmentation &object, const dicom::Instance &image,
                                std::optional<int> onlySegment = {});

/// What has this flaw was drawn on this image, or would lie in its plane: it names it as its one source, or all of its
/// places that could be read are there.
[[nodiscard]] bool isFlawOn(const Segmentation &object, const Flaw &flaw, const dicom::Instance &image);
/// The flaws of the object that are on the image, in their order; the patient is compared once for all of them.
[[nodiscard]] std::vector<const Flaw *> flawsOn(const Segmentation &object, const dicom::Instance &image);
/// isFlawOn() of each flaw and each image of a stack: by flaw the slices, ascending. Each image's patient is compared
/// once, and a flaw with those images alone that it names or that lie near it.
[[nodiscard]] std::vector<std::vector<int>> slicesOfFlaws(const Segmentation &object, const dicom::DataSet &stack);
/// Something of the segment (-1: of any) may lie on this image or on those beside it: the same patient and the same
/// frame of reference; where one of the two names none, something of it was drawn on just this image.
[[nodiscard]] bool belongsTo(const Segmentation &object, int segment, const dicom::Instance &image);

/// placeOn() for the many images of a stack: what lies near which plane is sorted once, so that an object of ten
/// thousands of masks is not gone through again for each of them. Refers to the object.
class PlaneIndex
{
public:
    /// `normal`: that of the images which will be asked about; others are answered as well, only slowly.
    PlaneIndex(const Segmentation &object, const PatientVector &normal);
    /// By the first image of the stack that has a place.
    PlaneIndex(const Segmentation &object, const dicom::DataSet &stack);
    /// The same as placeOn() of the object.
    [[nodiscard]] Placement placeOn(const dicom::Instance &image, std::optional<int> onlySegment = {}) const;

private:
    struct Entry {
        double atMm = 0.0; ///< along the normal
        int index = 0;
    };
    /// Of masks or of contours, in the order of the object; nullopt: all of them.
    [[nodiscard]] std::optional<std::vector<int>> near(const std::vector<Entry> &sorted,
                                                       const dicom::Instance &image) const;

    const Segmentation &m_object;
    PatientVector m_normal;
    std::vector<Entry> m_masks, m_contours;               ///< sorted; only those that have a place
    std::map<SopInstanceUid, std::vector<int>> m_drawnOn; ///< masks that name one image as their source
};

/// amountOn() of all segments that have something on the image.
[[nodiscard]] std::map<int, double> amountsOf(const Placement &placement, const dicom::Instance &image);
/// How much of a segment lies on the image: of masks their pixels, of outlines what they enclose in square mm, holes
/// counted too, of lines and points a little; to be compared with itself only. 0: nothing.
[[nodiscard]] double amountOn(const Segmentation &object, int segment, const dicom::Instance &image);

/// The same for one segment, as one mask of the image's rows and columns, a byte each: 1 where the pixel's centre
/// belongs to it; of a fractional one where it belongs to it by half or more. Outlines enclose a centre that an odd
/// number of edges separates from the left; a centre on an edge belongs to the area to its right and below.
[[nodiscard]] std::vector<std::uint8_t> maskOn(const Segmentation &object, int segment, const dicom::Instance &image);

} // namespace consilium::segments
