#include "viewer/dicom/Describe.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

using namespace Qt::StringLiterals;

namespace consilium::dicom
{

namespace
{

/// A nanometre: less than light can tell apart. What is smaller makes places in an image that are no numbers.
constexpr double smallestSpacingMm = 1e-6, largestSpacingMm = 1000.0;

bool isSpacing(double mm)
{
    return mm >= smallestSpacingMm && mm <= largestSpacingMm;
}

struct Pair {
    double rows = 0.0, columns = 0.0;
};

/// A pair of spacings, "vertical\horizontal"; an issue when something is written that cannot be one.
std::optional<Pair> readPair(const Attributes &header, Tag tag, Issues &issues)
{
    if (header.texts(tag).isEmpty())
        return std::nullopt;
    const auto v = header.numbers(tag, 2);
    if (v && isSpacing((*v)[0]) && isSpacing((*v)[1]))
        return Pair{(*v)[0], (*v)[1]};
    const QString name = tag.text();
    issues.push_back({DataIssue::Kind::InvalidSpacing,
                      u"(%1,%2) %3"_s.arg(name.left(4), name.right(4), header.texts(tag).join(u'\\').left(40))});
    return std::nullopt;
}

PixelSpacing spacing(const Pair &pair, SpacingBasis basis)
{
    return {pair.rows, pair.columns, basis};
}

bool differ(const Pair &a, const Pair &b)
{
    const auto apart = [](double x, double y) { return std::abs(x - y) > 1e-4 * std::max(x, y); };
    return apart(a.rows, b.rows) || apart(a.columns, b.columns);
}

/// PS3.3 10.7.1.3: Pixel Spacing of a projection is at the detector when it equals Imager Pixel Spacing, corrected when
/// it differs or when a calibration type says so; standing alone and unexplained it cannot be called corrected.
PixelSpacing projectionSpacing(const Attributes &header, Issues &issues)
{
    const std::optional<Pair> pixel = readPair(header, tags::PixelSpacing, issues);
    const std::optional<Pair> imager = readPair(header, tags::ImagerPixelSpacing, issues);
    const bool calibrated = !header.text(tags::PixelSpacingCalibrationType).isEmpty();
    if (pixel && (calibrated || (imager && differ(*pixel, *imager))))
        return spacing(*pixel, SpacingBasis::Calibrated);
    if (imager) {
        const QString written = header.text(tags::EstimatedRadiographicMagnificationFactor);
        const std::optional<double> factor = header.number(tags::EstimatedRadiographicMagnificationFactor);
        if (factor && *factor >= 1.0 && *factor <= 20.0)
            return spacing({imager->rows / *factor, imager->columns / *factor}, SpacingBasis::MagnificationCorrected);
        if (!written.isEmpty())
            issues.push_back({DataIssue::Kind::InvalidSpacing, u"(0018,1114) %1"_s.arg(written.left(20))});
        return spacing(*imager, SpacingBasis::DetectorPlane);
    }
    if (pixel)
        return spacing(*pixel, SpacingBasis::DetectorPlane);
    if (const std::optional<Pair> scanned = readPair(header, tags::NominalScannedPixelSpacing, issues))
        return spacing(*scanned, SpacingBasis::ScannedMedium);
    return {};
}

bool isPlane(const Attributes &region)
{
    constexpr int twoDimensional = 1, centimetres = 3;
    return region.integer(tags::RegionSpatialFormat) == twoDimensional &&
           region.integer(tags::PhysicalUnitsXDirection) == centimetres &&
           region.integer(tags::PhysicalUnitsYDirection) == centimetres;
}

/// mm of the patient between two pixels; the sign of a delta is its direction.
std::optional<Pair> regionScale(const Attributes &region)
{
    constexpr double mmPerCm = 10.0;
    const auto scale = [&](Tag tag) { return std::abs(region.number(tag).value_or(0.0)) * mmPerCm; };
    const Pair pair{scale(tags::PhysicalDeltaY), scale(tags::PhysicalDeltaX)};
    // One that does not say where it lies holds nowhere.
    const auto left = region.integer(tags::RegionLocationMinX0), top = region.integer(tags::RegionLocationMinY0);
    const bool isPlaced = left && top && region.integer(tags::RegionLocationMaxX1) >= left &&
                          region.integer(tags::RegionLocationMaxY1) >= top;
    return isPlaced && isSpacing(pair.rows) && isSpacing(pair.columns) ? std::optional(pair) : std::nullopt;
}

/// Regions of tissue or colour flow in centimetres give a scale. PS3.3 C.8.5.5. Deltas may be negative: their sign is
/// the direction. Where regions with different scales (or without one, like a Doppler strip) stand side by side, no one
/// number holds for the image; describeRegions() then says what holds where.
PixelSpacing ultrasoundSpacing(const Attributes &header, Issues &issues)
{
    std::optional<Pair> found;
    bool isOneScale = true;
    const std::vector<Attributes> &regions = header.items(tags::SequenceOfUltrasoundRegions);
    for (const Attributes &region : regions) {
        const std::optional<Pair> scale = isPlane(region) ? regionScale(region) : std::nullopt;
        if (isPlane(region) && !scale)
            issues.push_back({DataIssue::Kind::InvalidSpacing,
                              u"(0018,602C) %1, (0018,602E) %2"_s.arg(region.text(tags::PhysicalDeltaX).left(20),
                                                                      region.text(tags::PhysicalDeltaY).left(20))});
        isOneScale = isOneScale && scale && (!found || !differ(*found, *scale));
        found = scale ? scale : found;
    }
    if (found && isOneScale)
        return spacing(*found, SpacingBasis::UltrasoundRegion);
    if (found) {
        issues.push_back({DataIssue::Kind::SeveralScales, u"%1 regions with different scales"_s.arg(regions.size())});
        return {};
    }
    if (!regions.empty())
        return {};
    if (const std::optional<Pair> pixel = readPair(header, tags::PixelSpacing, issues))
        return spacing(*pixel, SpacingBasis::PatientPlane);
    return {};
}

PixelSpacing otherSpacing(const Attributes &header, Issues &issues)
{
    const bool inPatient = !header.texts(tags::ImageOrientationPatient).isEmpty();
    const bool calibrated = !header.text(tags::PixelSpacingCalibrationType).isEmpty();
    const std::optional<Pair> pixel = readPair(header, tags::PixelSpacing, issues);
    const std::optional<Pair> imager = readPair(header, tags::ImagerPixelSpacing, issues);
    if (pixel && inPatient)
        return spacing(*pixel, SpacingBasis::PatientPlane);
    // A picture of a projection says the same by the two as the projection does (PS3.3 10.7.1.3).
    if (pixel && (calibrated || (imager && differ(*pixel, *imager))))
        return spacing(*pixel, SpacingBasis::Calibrated);
    if (imager)
        return spacing(*imager, SpacingBasis::DetectorPlane);
    if (pixel)
        return spacing(*pixel, SpacingBasis::AsWritten);
    if (const std::optional<Pair> pair = readPair(header, tags::NominalScannedPixelSpacing, issues))
        return spacing(*pair, SpacingBasis::ScannedMedium);
    return {};
}

constexpr QLatin1StringView projections[] = {"CR"_L1, "DX"_L1, "MG"_L1, "XA"_L1, "RF"_L1,
                                             "RG"_L1, "IO"_L1, "PX"_L1, "DR"_L1, "DF"_L1};
constexpr QLatin1StringView sections[] = {"CT"_L1, "MR"_L1, "PT"_L1, "NM"_L1, "ST"_L1};

template<std::size_t Count>
bool isOneOf(const QLatin1StringView (&all)[Count], QStringView text)
{
    return std::any_of(std::begin(all), std::end(all), [text](QLatin1StringView one) { return text == one; });
}

bool isMeasuredModality(const QString &modality)
{
    return isOneOf(projections, modality) || isOneOf(sections, modality);
}

} // namespace

ImagingKind imagingKind(const Attributes &header)
{
    // The SOP class is firmer than the modality, which some writers get wrong.
    static constexpr QLatin1StringView root = "1.2.840.10008.5.1.4.1."_L1;
    static constexpr QLatin1StringView projectionClasses[] = {
        "1.1"_L1,     "1.1.1"_L1,     "1.1.1.1"_L1, "1.1.2"_L1,    "1.1.2.1"_L1,  "1.1.3"_L1,
        "1.1.3.1"_L1, "1.12.1"_L1,    "1.12.2"_L1,  "1.12.1.1"_L1, "1.12.2.1"_L1, "1.12.3"_L1,
        "1.1.1.2"_L1, "1.1.1.2.1"_L1, "1.1.1.3"_L1, "1.1.1.3.1"_L1};
    static constexpr QLatin1StringView sectionClasses[] = {"1.2"_L1, "1.2.1"_L1, "1.4"_L1, "1.4.1"_L1, "1.128"_L1};
    static constexpr QLatin1StringView ultrasoundClasses[] = {"1.6.1"_L1, "1.3.1"_L1, "1.6"_L1, "1.3"_L1};
    const QString sopClass = header.text(tags::SopClassUid);
    if (sopClass.startsWith(root)) {
        const QStringView kind = QStringView(sopClass).mid(root.size());
        if (isOneOf(projectionClasses, kind))
            return ImagingKind::Projection;
        if (isOneOf(sectionClasses, kind))
            return ImagingKind::CrossSection;
        if (isOneOf(ultrasoundClasses, kind))
            return ImagingKind::Ultrasound;
        if (kind.startsWith("1.7"_L1))
            return ImagingKind::Other; // secondary capture: not what its modality says
    }
    const QString modality = header.text(tags::Modality);
    if (isOneOf(projections, modality))
        return ImagingKind::Projection;
    if (isOneOf(sections, modality))
        return ImagingKind::CrossSection;
    return modality == "US"_L1 || modality == "IVUS"_L1 ? ImagingKind::Ultrasound : ImagingKind::Other;
}

namespace
{

/// One direction of an M-mode or spectral Doppler strip or of a curve; nothing of other regions, nor without a scale.
struct AxisTags {
    Tag unit, delta, place, value; ///< of what the reference pixel counts `value`, `place` from the region's edge
};
constexpr AxisTags acrossTags{tags::PhysicalUnitsXDirection, tags::PhysicalDeltaX, {0x0018, 0x6020}, {0x0018, 0x6028}};
constexpr AxisTags downTags{tags::PhysicalUnitsYDirection, tags::PhysicalDeltaY, {0x0018, 0x6022}, {0x0018, 0x602A}};

RegionAxis regionAxis(const Attributes &region, const AxisTags &axis, int edge)
{
    constexpr int mMode = 2, curve = 4, centimetres = 3, seconds = 4, cmPerSecond = 7;
    constexpr double mmPerCm = 10.0;
    const int format = region.integer(tags::RegionSpatialFormat).value_or(0);
    const double written = region.number(axis.delta).value_or(0.0), delta = std::abs(written);
    if (format < mMode || format > curve || !(delta > 0.0) || !std::isfinite(delta))
        return {};
    switch (region.integer(axis.unit).value_or(0)) {
    case centimetres:
        return {RegionAxis::Unit::Millimetres, delta * mmPerCm};
    case seconds:
        return {RegionAxis::Unit::Seconds, delta};
    case cmPerSecond: {
        RegionAxis speed{RegionAxis::Unit::CmPerSecond, delta};
        const auto place = region.integer(axis.place);
        const auto value = region.number(axis.value);
        if (place && value && std::isfinite(*value)) {
            speed.falls = written < 0.0;
            speed.zeroAt = edge + *place - *value / written;
        }
        return speed;
    }
    default:
        return {};
    }
}

} // namespace

std::shared_ptr<const std::vector<UltrasoundRegion>> describeRegions(const Attributes &header)
{
    constexpr Tag regionFlags{0x0018, 0x6016};
    constexpr std::size_t mostRegions = 256;
    const std::vector<Attributes> &items = header.items(tags::SequenceOfUltrasoundRegions);
    if (items.empty() || items.size() > mostRegions || imagingKind(header) != ImagingKind::Ultrasound)
        return nullptr;
    auto regions = std::make_shared<std::vector<UltrasoundRegion>>();
    for (const Attributes &item : items) {
        const auto left = item.integer(tags::RegionLocationMinX0), top = item.integer(tags::RegionLocationMinY0);
        const auto right = item.integer(tags::RegionLocationMaxX1), bottom = item.integer(tags::RegionLocationMaxY1);
        UltrasoundRegion region{left.value_or(0), top.value_or(0), right.value_or(-1), bottom.value_or(-1), false, {}};
        region.isPriority = (item.integer(regionFlags).value_or(0) & 1) != 0;
        if (const auto scale = isPlane(item) ? regionScale(item) : std::nullopt)
            region.spacing = spacing(*scale, SpacingBasis::UltrasoundRegion);
        region.across = regionAxis(item, acrossTags, region.left);
        region.down = regionAxis(item, downTags, region.top);
        regions->push_back(region);
    }
    return regions;
}

PixelSpacing describeSpacing(const Attributes &header, Issues &issues)
{
    const ImagingKind kind = imagingKind(header);
    const std::size_t before = issues.size();
    PixelSpacing result;
    switch (kind) {
    case ImagingKind::CrossSection:
        if (const std::optional<Pair> pixel = readPair(header, tags::PixelSpacing, issues))
            result = spacing(*pixel, SpacingBasis::PatientPlane);
        break;
    case ImagingKind::Projection:
        result = projectionSpacing(header, issues);
        break;
    case ImagingKind::Ultrasound:
        result = ultrasoundSpacing(header, issues);
        break;
    case ImagingKind::Other:
        result = otherSpacing(header, issues);
        break;
    }
    // Of a screenshot nobody expects a scale; of a radiograph or a section in such an object everybody does.
    const bool expectsScale = kind != ImagingKind::Other || isMeasuredModality(header.text(tags::Modality));
    if (!result.isKnown() && expectsScale && issues.size() == before)
        issues.push_back({DataIssue::Kind::NoSpacing, {}});
    return result;
}

} // namespace consilium::dicom
