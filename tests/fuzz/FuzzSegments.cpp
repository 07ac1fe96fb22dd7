#include "tests/fuzz/FuzzInput.h"
#include "viewer/segments/Placement.h"
#include "viewer/segments/SegmentationReader.h"

#include <algorithm>
#include <cmath>

using namespace consilium;
using namespace consilium::segments;

namespace
{

constexpr std::size_t mostLookedAt = 4;
constexpr int mostSide = 200;

bool isSame(const Placement &a, const Placement &b)
{
    return std::equal(
               a.masks.begin(), a.masks.end(), b.masks.begin(), b.masks.end(),
               [](const PlacedMask &x, const PlacedMask &y) { return x.piece == y.piece && x.toMask == y.toMask; }) &&
           std::equal(a.outlines.begin(), a.outlines.end(), b.outlines.begin(), b.outlines.end(),
                      [](const PlacedOutline &x, const PlacedOutline &y) {
                          return x.segment == y.segment && x.closed.size() == y.closed.size() &&
                                 x.open.size() == y.open.size() && x.points.size() == y.points.size();
                      });
}

/// An image of the same patient in this place.
dicom::Instance imageIn(const Segmentation &object, const dicom::FrameGeometry &geometry)
{
    dicom::Instance image;
    image.study = object.study;
    image.patient = object.patient;
    image.sop = SopInstanceUid(QStringLiteral("1.2.3"));
    image.geometry = geometry;
    image.pixels.rows = geometry.rows;
    image.pixels.columns = geometry.columns;
    image.sliceThicknessMm = 2.0;
    return image;
}

void checkMask(const Segmentation &object, const MaskPiece &piece)
{
    const bool isFractional = object.isFractional();
    fuzz::require(piece.rows > 0 && piece.columns > 0 && piece.top >= 0 && piece.left >= 0 &&
                      piece.top + piece.rows <= piece.geometry.rows &&
                      piece.left + piece.columns <= piece.geometry.columns,
                  "a part lies in its frame");
    fuzz::require(piece.pixels >= 0 && piece.pixels <= std::int64_t(piece.rows) * piece.columns, "pixels of a part");
    for (const int row : {-1, 0, piece.top, piece.top + piece.rows - 1, piece.top + piece.rows}) {
        for (const int column : {-1, 0, piece.left, piece.left + piece.columns - 1, piece.left + piece.columns}) {
            const int value = piece.at(row, column, isFractional);
            fuzz::require(value >= 0 && value <= (isFractional ? 255 : 1), "a value of a mask");
            const bool isInside = row >= piece.top && row < piece.top + piece.rows && column >= piece.left &&
                                  column < piece.left + piece.columns;
            fuzz::require(isInside || value == 0, "nothing outside of the part");
        }
    }
}

/// The way over sorted planes finds what looking at everything finds, and what is drawn is within the image.
void lookAt(const Segmentation &object, const dicom::Instance &image)
{
    const Placement placed = placeOn(object, image);
    if (const auto normal = image.geometry.normal())
        fuzz::require(isSame(placed, PlaneIndex(object, *normal).placeOn(image)), "planes in order give the same");
    for (const auto &[segment, amount] : amountsOf(placed, image))
        fuzz::require(!std::isnan(amount) && amount >= 0.0, "an amount");
    if (image.pixels.rows > mostSide || image.pixels.columns > mostSide || object.segments.empty())
        return;
    const auto mask = maskOn(object, object.segments.front().number, image);
    fuzz::require(mask.size() == std::size_t(image.pixels.rows) * std::size_t(image.pixels.columns), "a mask's size");
    fuzz::require(std::all_of(mask.begin(), mask.end(), [](std::uint8_t value) { return value <= 1; }), "a mask");
}

dicom::FrameGeometry planeThrough(const Contour &contour)
{
    dicom::FrameGeometry geometry;
    geometry.rows = geometry.columns = 64;
    geometry.spacing = {1.5, 1.5, dicom::SpacingBasis::PatientPlane};
    geometry.position = contour.points.front();
    geometry.alongRow = PatientVector{1.0, 0.0, 0.0};
    geometry.alongColumn = PatientVector{0.0, 1.0, 0.0};
    return geometry;
}

} // namespace

// A segmentation or structure set, and what of it lies on images in its own planes.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    const auto read = readSegmentation(QByteArray(reinterpret_cast<const char *>(data), qsizetype(size)));
    if (!read)
        return 0;
    const Segmentation &object = **read;
    fuzz::require(object.bytes() >= 0 && !object.segments.empty(), "an object with segments");
    for (const Segment &segment : object.segments)
        fuzz::require(object.find(segment.number) != nullptr, "a segment is found by its number");
    for (std::size_t i = 0; i < object.pieces.size(); ++i) {
        const MaskPiece &piece = object.pieces[i];
        fuzz::require(object.find(piece.segment) != nullptr, "a mask of a segment");
        checkMask(object, piece);
        if (i < mostLookedAt)
            lookAt(object, imageIn(object, piece.geometry));
    }
    std::size_t looked = 0;
    for (const Contour &contour : object.contours) {
        fuzz::require(object.find(contour.segment) != nullptr && !contour.points.empty(), "a contour of a segment");
        if (looked++ < mostLookedAt)
            lookAt(object, imageIn(object, planeThrough(contour)));
    }
    return 0;
}
