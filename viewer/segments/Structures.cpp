#include "viewer/segments/ReaderParts.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>

using namespace Qt::StringLiterals;

namespace consilium::segments
{

namespace
{

constexpr Tag structureLabel{0x3006, 0x0002}, structureName{0x3006, 0x0004}, referencedFrames{0x3006, 0x0010},
    roiSequence{0x3006, 0x0020}, roiNumber{0x3006, 0x0022}, roiFrame{0x3006, 0x0024}, roiName{0x3006, 0x0026},
    roiDescription{0x3006, 0x0028}, roiAlgorithm{0x3006, 0x0036}, roiContours{0x3006, 0x0039},
    contourSequence{0x3006, 0x0040}, displayColour{0x3006, 0x002A}, referencedRoi{0x3006, 0x0084},
    contourType{0x3006, 0x0042}, contourPoints{0x3006, 0x0046}, contourData{0x3006, 0x0050},
    contourImages{0x3006, 0x0016}, observations{0x3006, 0x0080}, interpretedType{0x3006, 0x00A4},
    identificationCode{0x3006, 0x0086};
constexpr double farthestMm = 100'000.0;
constexpr std::size_t mostRegions = 100'000;

/// Numbers of a DS attribute with a backslash between, as the reader keeps them; nullopt when one is none.
std::optional<std::vector<double>> numbersIn(const QByteArray &text)
{
    std::vector<double> all;
    const char *at = text.constData(), *const end = at + text.size();
    const auto isBlank = [](char c) { return c == ' ' || c == '\0'; };
    while (at < end) {
        while (at < end && isBlank(*at))
            ++at;
        if (at < end && *at == '+')
            ++at;
        double value = 0.0;
        const auto [next, problem] = std::from_chars(at, end, value);
        if (problem != std::errc() || !std::isfinite(value))
            return std::nullopt;
        all.push_back(value);
        at = next;
        while (at < end && isBlank(*at))
            ++at;
        if (at < end && *at++ != '\\')
            return std::nullopt;
    }
    return all;
}

std::optional<Contour::Kind> kindOf(const QString &type)
{
    if (type == "CLOSED_PLANAR"_L1 || type == "CLOSEDPLANAR_XOR"_L1)
        return Contour::Kind::Closed;
    if (type == "OPEN_PLANAR"_L1)
        return Contour::Kind::OpenPlanar;
    if (type == "OPEN_NONPLANAR"_L1)
        return Contour::Kind::OpenNonPlanar;
    if (type == "POINT"_L1)
        return Contour::Kind::Point;
    return std::nullopt;
}

/// What is written of a contour's places: those that are whole, and what is wrong with the list; empty: nothing.
struct WrittenPoints {
    std::vector<PatientPoint> points;
    QString fault;
};

WrittenPoints pointsOf(const Attributes &item)
{
    const Attribute *const data = item.find(contourData);
    if (!data || !data->bulkDataUri.isEmpty())
        return {{}, u"no Contour Data"_s};
    const auto numbers = data->values.isEmpty() ? numbersIn(data->bytes) : item.numbers(contourData);
    if (!numbers || numbers->empty())
        return {{}, u"Contour Data is no list of numbers"_s};
    WrittenPoints written;
    written.points.reserve(numbers->size() / 3);
    for (std::size_t i = 0; i + 2 < numbers->size(); i += 3)
        written.points.push_back({(*numbers)[i], (*numbers)[i + 1], (*numbers)[i + 2]});
    const auto isFar = [](const PatientPoint &p) {
        return std::max({std::abs(p.x), std::abs(p.y), std::abs(p.z)}) > farthestMm;
    };
    if (std::any_of(written.points.begin(), written.points.end(), isFar))
        return {{}, u"a point farther away than 100 m"_s};
    if (numbers->size() % 3 != 0)
        written.fault = u"Contour Data of %1 numbers"_s.arg(numbers->size());
    return written;
}

/// `index`: of the contour within its region, from 0. nullopt: what is written of it cannot be, and that is noted.
std::optional<Contour> contourOf(const Attributes &item, int segment, int index, Segmentation &into)
{
    const QString type = item.text(contourType);
    const auto kind = kindOf(type);
    WrittenPoints written = pointsOf(item);
    std::vector<ImageFrame> sources = imagesIn(item.items(contourImages));
    const auto noted = [&](Flaw::Kind why, const QString &detail) {
        note({why, segment, u"contour %1: "_s.arg(index + 1) + detail, sources, written.points}, into);
    };
    if (!written.fault.isEmpty()) {
        noted(Flaw::Kind::Points, written.fault);
        return std::nullopt;
    }
    if (!kind) {
        noted(Flaw::Kind::Type, u"no Contour Geometric Type that is known"_s);
        return std::nullopt;
    }
    std::vector<PatientPoint> &points = written.points;
    const std::size_t count = points.size();
    if (*kind == Contour::Kind::Closed) {
        while (points.size() > 1 && points.back() == points.front())
            points.pop_back();
        if (points.size() < 3) {
            noted(Flaw::Kind::TooFew, u"closed, of %1 points"_s.arg(points.size()));
            return std::nullopt;
        }
    }
    if (const auto said = item.integer(contourPoints); said && std::size_t(*said) != count)
        noted(Flaw::Kind::PointCount, u"%1 points, said to be %2"_s.arg(count).arg(*said));
    return Contour{segment, *kind, std::move(points), std::move(sources)};
}

void readRegions(const Attributes &header, Segmentation &into)
{
    const Attributes *const referenced = header.item(referencedFrames);
    if (into.frameOfReference.isEmpty() && referenced)
        into.frameOfReference = FrameOfReferenceUid(referenced->text(tags::FrameOfReferenceUid));
    std::map<int, Segment> all;
    for (const Attributes &item : header.items(roiSequence)) {
        const auto number = item.integer(roiNumber);
        if (!number || *number < 0 || all.size() >= mostRegions) {
            note({Flaw::Kind::NoSegment, -1, u"a region without a number"_s, {}, {}}, into);
            continue;
        }
        Segment region;
        region.number = *number;
        region.label = item.text(roiName);
        region.description = item.text(roiDescription);
        region.algorithm = item.text(roiAlgorithm);
        region.colour = colourForNumber(*number);
        region.frameOfReference = FrameOfReferenceUid(item.text(roiFrame));
        if (region.frameOfReference.isEmpty())
            region.frameOfReference = into.frameOfReference;
        if (!all.emplace(*number, std::move(region)).second)
            into.repairs.append(u"region %1 is described twice"_s.arg(*number));
    }
    for (const Attributes &item : header.items(observations)) {
        const auto it = all.find(item.integer(referencedRoi).value_or(-1));
        if (it == all.end())
            continue;
        it->second.category = {{}, {}, item.text(interpretedType)};
        it->second.type = codeIn(item, identificationCode);
    }
    for (auto &[number, region] : all)
        into.segments.push_back(std::move(region));
}

/// Twice the area times the normal, after Newell: right for every planar polygon.
PatientVector areaVector(const std::vector<PatientPoint> &points)
{
    PatientVector sum;
    const PatientPoint origin = points.front();
    for (std::size_t i = 1; i + 1 < points.size(); ++i)
        sum = sum + (points[i] - origin).cross(points[i + 1] - origin);
    return sum;
}

/// The plane in which the contours of each region enclose most.
void findLargest(Segmentation &into)
{
    struct Plane {
        double area = 0.0;
        PatientVector normal, sum;
        std::size_t count = 0;
        PatientPoint at;
    };
    std::map<int, std::map<long long, Plane>> planes;
    for (const Contour &contour : into.contours) {
        const PatientVector doubled =
            contour.kind == Contour::Kind::Closed ? areaVector(contour.points) : PatientVector{};
        const double area = doubled.length() / 2.0;
        PatientVector normal = area > 0.0 ? doubled.normalised() : PatientVector{0.0, 0.0, 1.0};
        if (normal.z < 0.0 || (normal.z == 0.0 && normal.x + normal.y < 0.0))
            normal = -normal;
        const PatientPoint &first = contour.points.front();
        const double mm = first.x * normal.x + first.y * normal.y + first.z * normal.z;
        Plane &plane = planes[contour.segment][std::llround(mm * 100.0)];
        plane.area += area;
        plane.normal = normal;
        if (plane.count == 0)
            plane.at = first;
        for (const PatientPoint &p : contour.points)
            plane.sum = plane.sum + (p - plane.at);
        plane.count += contour.points.size();
    }
    for (Segment &segment : into.segments) {
        const auto of = planes.find(segment.number);
        if (of == planes.end())
            continue;
        const auto best = std::max_element(of->second.begin(), of->second.end(),
                                           [](const auto &a, const auto &b) { return a.second.area < b.second.area; });
        const Plane &plane = best->second;
        segment.largestAt = plane.at + plane.sum * (1.0 / double(plane.count));
        segment.planeNormal = plane.normal;
        segment.largestMm2 = plane.area;
    }
}

} // namespace

Result<void> readStructures(const Attributes &header, Segmentation &into, const CancelToken &cancel)
{
    into.label = header.text(structureLabel);
    into.description = header.text(structureName);
    readRegions(header, into);
    std::int64_t points = 0;
    for (const Attributes &region : header.items(roiContours)) {
        if (cancel.isCancelled())
            return fail(ErrorCode::Cancelled);
        const int number = region.integer(referencedRoi).value_or(-1);
        const auto segment = std::lower_bound(into.segments.begin(), into.segments.end(), number,
                                              [](const Segment &s, int n) { return s.number < n; });
        const std::vector<Attributes> &items = region.items(contourSequence);
        if (segment == into.segments.end() || segment->number != number) {
            for (const Attributes &item : items)
                note({Flaw::Kind::NoSegment, -1, u"a contour of a region that is not described"_s,
                      imagesIn(item.items(contourImages)), pointsOf(item).points},
                     into);
            continue;
        }
        const auto colour = region.numbers(displayColour, 3);
        if (colour && std::all_of(colour->begin(), colour->end(), [](double v) { return v >= 0.0 && v <= 255.0; })) {
            segment->colour = {std::uint8_t((*colour)[0]), std::uint8_t((*colour)[1]), std::uint8_t((*colour)[2])};
            segment->isColourGiven = true;
        }
        for (std::size_t i = 0; i < items.size(); ++i) {
            std::optional<Contour> contour = contourOf(items[i], number, int(i), into);
            if (!contour)
                continue;
            points += std::int64_t(contour->points.size());
            if (points > mostPoints)
                return fail(ErrorCode::OutOfMemory, u"contours of more than %1 points"_s.arg(mostPoints));
            into.contours.push_back(std::move(*contour));
        }
    }
    if (into.repairs.size() > 50)
        into.repairs.resize(50);
    findLargest(into);
    return {};
}

} // namespace consilium::segments
