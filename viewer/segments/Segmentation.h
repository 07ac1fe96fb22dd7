#pragma once
#include "base/Geometry.h"
#include "base/Ids.h"
#include "viewer/dicom/FrameGeometry.h"
#include "viewer/dicom/StudyModel.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace consilium::segments
{

/// 8 bits each, sRGB.
struct Colour {
    std::uint8_t red = 0, green = 0, blue = 0;
    bool operator==(const Colour &) const = default;
};

/// A coded concept. PS3.3 8.8.
struct Code {
    QString value, scheme, meaning;
    [[nodiscard]] bool isEmpty() const { return value.isEmpty() && meaning.isEmpty(); }
    bool operator==(const Code &) const = default;
};

/// One frame of one image; `frame` counts from 0, -1: all of its frames.
struct ImageFrame {
    SopInstanceUid sop;
    int frame = -1;
    bool operator==(const ImageFrame &) const = default;
};

/// What was outlined: a segment of a segmentation (PS3.3 C.8.20.2), a region of interest of a structure set (C.8.8.5).
struct Segment {
    int number = 0; ///< Segment Number (0062,0004), ROI Number (3006,0022)
    QString label, description;
    Code category, type; ///< (0062,0003), (0062,000F); of a structure set its Interpreted Type as a meaning
    QString algorithm;   ///< "AUTOMATIC", "SEMIAUTOMATIC", "MANUAL" as written
    Colour colour;
    bool isColourGiven = false;               ///< by the object; else one of ours, by the number
    FrameOfReferenceUid frameOfReference;     ///< of a structure set, where each region has its own
    std::optional<PatientPoint> largestAt;    ///< a point of the plane in which most of it lies
    std::optional<PatientVector> planeNormal; ///< of that plane, unit length
    double largestMm2 = 0.0;                  ///< its area there; 0: nothing that has an area, or no spacing
    int lost = 0;                             ///< contours and frames of it that were left out
};

/// The part of one frame in which something of one segment lies.
struct MaskPiece {
    int segment = 0;
    int frame = 0;                    ///< of the object, from 0
    dicom::FrameGeometry geometry;    ///< of the whole frame
    std::vector<ImageFrame> sources;  ///< that this frame was drawn on, as it says itself
    int top = 0, left = 0;            ///< of the part, in the frame's rows and columns
    int rows = 0, columns = 0;        ///< of the part; nothing lies outside
    std::int64_t pixels = 0;          ///< that belong to the segment; of a fractional one: by half or more
    std::vector<std::uint8_t> values; ///< binary: bits, each row begins a byte, first pixel lowest; fractional: bytes

    /// By row and column of the frame; outside the part 0. Binary: 0 or 1; fractional: as stored.
    [[nodiscard]] int at(int row, int column, bool isFractional) const;
};

/// A line in one plane or through space, mm in the patient. PS3.3 C.8.8.6.
struct Contour {
    enum class Kind { Closed, OpenPlanar, OpenNonPlanar, Point };
    int segment = 0;
    Kind kind = Kind::Closed;
    std::vector<PatientPoint> points; ///< a closed one is not closed again by its last point
    std::vector<ImageFrame> sources;  ///< Contour Image Sequence (3006,0016)
};

/// Something of a segment that could not be read as it was meant, and where it would lie, as far as that can be told.
struct Flaw {
    enum class Kind {
        Points,    ///< Contour Data (3006,0050) that is no list of places
        Type,      ///< Contour Geometric Type (3006,0042) that is none
        TooFew,    ///< a closed contour of fewer than three points
        CutShort,  ///< a frame whose pixels end before it does
        NoSegment, ///< it names no segment that is described
        NoPlace,   ///< a frame that says neither where it lies nor which one image it was drawn on
        PointCount ///< drawn as it was read; Number of Contour Points (3006,0046) says another number
    };
    Kind kind = Kind::Points;
    int segment = -1; ///< -1: of none that is known
    QString detail;   ///< technical, English, no patient data
    std::vector<ImageFrame> sources;
    std::vector<PatientPoint> points; ///< some of its own that could be read, or the corners of the frame
    [[nodiscard]] bool isLost() const { return kind != Kind::PointCount; }
};

/// A segmentation object (SEG) or a structure set (RTSTRUCT), whole, as a value that never changes.
struct Segmentation {
    enum class Kind { Masks, Structures };
    Kind kind = Kind::Masks;
    StudyUid study;
    SeriesUid series;
    SopInstanceUid sop;
    dicom::PatientIdentity patient;
    dicom::SeriesHeader header;
    QString label, description;           ///< Content Label and Description; Structure Set Label and Name
    FrameOfReferenceUid frameOfReference; ///< empty: unknown
    int maximumFraction = 0;              ///< Maximum Fractional Value (0062,000E); 0: binary
    std::vector<Segment> segments;        ///< by number
    std::vector<MaskPiece> pieces;
    std::vector<Contour> contours;
    int unreadable = 0;      ///< contours and frames that were left out because what is written of them cannot be
    std::vector<Flaw> flaws; ///< which those are, and what else is doubtful; the first `mostFlaws` of them
    QStringList repairs;     ///< technical, English, no patient data: for the repair log
    /// What the values of a fractional one are the share of: the pixel that lies in the segment, or the certainty that
    /// it does. Segmentation Fractional Type (0062,0010), PS3.3 C.8.20.2.3.
    enum class Fraction { Unknown, Occupancy, Probability };
    Fraction fraction = Fraction::Unknown;

    [[nodiscard]] bool isFractional() const { return maximumFraction > 0; }
    [[nodiscard]] const Segment *find(int number) const; ///< nullptr when there is none
    /// Its name for people: label, else the series description, else an empty text.
    [[nodiscard]] QString name() const;
    [[nodiscard]] std::int64_t bytes() const; ///< memory held, about
};
using SegmentationPtr = std::shared_ptr<const Segmentation>;

/// The colour of a PCS-Value CIELab as DICOM encodes it (PS3.3 C.10.7.1.1: three words, L* 0 to 100, a* and b* -128 to
/// 127, white D50) in sRGB, clipped to what that can show.
[[nodiscard]] Colour colourFromCieLab(int l, int a, int b);
/// For those that bring none: told apart also by readers who see few colours (after Okabe and Ito), repeated after 8.
[[nodiscard]] Colour colourForNumber(int number);

} // namespace consilium::segments
