#include "viewer/registration/Similarity.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <limits>
#include <numbers>

namespace consilium::registration
{

namespace
{

struct Range {
    float low = std::numeric_limits<float>::max(), high = std::numeric_limits<float>::lowest();
};

Range rangeOf(const std::vector<float> &values)
{
    Range range;
    for (const float value : values) {
        range.low = std::min(range.low, value);
        range.high = std::max(range.high, value);
    }
    return range;
}

std::size_t indexOf(const Volume &volume, int column, int row, int slice)
{
    return (std::size_t(slice) * std::size_t(volume.rows) + std::size_t(row)) * std::size_t(volume.columns) +
           std::size_t(column);
}

/// Otsu: of 256 classes the border that makes the variance between both sides largest.
float bodyThreshold(const Volume &volume)
{
    constexpr int classes = 256;
    const Range range = rangeOf(volume.values);
    const double width = (double(range.high) - range.low) / classes;
    if (!(width > 0.0))
        return range.high;
    std::array<double, classes> counts{};
    for (const float value : volume.values)
        counts[std::size_t(std::min(classes - 1, int((double(value) - range.low) / width)))] += 1.0;
    double all = 0.0, sum = 0.0;
    for (int i = 0; i < classes; ++i) {
        all += counts[std::size_t(i)];
        sum += i * counts[std::size_t(i)];
    }
    double below = 0.0, sumBelow = 0.0, best = -1.0;
    int border = 0;
    for (int i = 0; i < classes - 1; ++i) {
        below += counts[std::size_t(i)];
        sumBelow += i * counts[std::size_t(i)];
        if (below == 0.0 || below == all)
            continue;
        const double apart = sumBelow / below - (sum - sumBelow) / (all - below);
        const double between = below * (all - below) * apart * apart;
        if (between > best) {
            best = between;
            border = i;
        }
    }
    return float(range.low + width * (border + 1));
}

/// The body and two voxels about it: its surface tells where it lies.
std::vector<bool> bodyOf(const Volume &volume)
{
    const float threshold = bodyThreshold(volume);
    std::vector<bool> mask(volume.values.size());
    for (std::size_t i = 0; i < mask.size(); ++i)
        mask[i] = volume.values[i] > threshold;
    const std::array<int, 3> sizes{volume.columns, volume.rows, volume.slices};
    std::size_t stride = 1;
    for (std::size_t axis = 0; axis < 3; ++axis) {
        const std::vector<bool> before = mask;
        for (std::size_t i = 0; i < mask.size(); ++i) {
            const int at = int((i / stride) % std::size_t(sizes[axis]));
            for (int step = -2; step <= 2 && !mask[i]; ++step) {
                if (at + step >= 0 && at + step < sizes[axis])
                    mask[i] = before[std::size_t(std::ptrdiff_t(i) + step * std::ptrdiff_t(stride))];
            }
        }
        stride *= std::size_t(sizes[axis]);
    }
    return mask;
}

std::vector<PatientPoint> pointsOf(const Volume &volume, const std::vector<bool> &mask)
{
    std::vector<PatientPoint> points;
    for (int slice = 0; slice < volume.slices; ++slice) {
        for (int row = 0; row < volume.rows; ++row) {
            for (int column = 0; column < volume.columns; ++column) {
                if (mask[indexOf(volume, column, row, slice)])
                    points.push_back(volume.centreOf(column, row, slice));
            }
        }
    }
    return points;
}

PatientPoint meanOf(const std::vector<PatientPoint> &points)
{
    PatientVector sum;
    for (const PatientPoint &point : points)
        sum = sum + (point - PatientPoint{});
    return PatientPoint{} + sum * (1.0 / double(points.size()));
}

PatientPoint middleOf(const Volume &volume)
{
    return volume.origin + volume.alongColumns * (volume.columnMm * (volume.columns - 1) / 2.0) +
           volume.alongRows * (volume.rowMm * (volume.rows - 1) / 2.0) +
           volume.alongSlices * (volume.sliceMm * (volume.slices - 1) / 2.0);
}

double entropy(const double *counts, int size, double all)
{
    double sum = 0.0;
    for (int i = 0; i < size; ++i) {
        if (counts[i] > 0.0)
            sum -= counts[i] / all * std::log(counts[i] / all);
    }
    return sum;
}

/// How many neighbouring voxels are put together in one direction.
int blockOf(double mm, double wantedMm)
{
    return std::max(1, int(std::lround(wantedMm / mm)));
}

/// The same numbers every time, 0 to 1 (Knuth's linear congruential generator, MMIX).
class Random
{
public:
    double next()
    {
        m_state = m_state * 6364136223846793005U + 1442695040888963407U;
        return double(m_state >> 11) / 9007199254740992.0;
    }

private:
    std::uint64_t m_state = 0x9E3779B97F4A7C15U;
};

RigidTransform shifted(PatientVector by)
{
    return {{}, by};
}

/// `found` and then a turn about `centre` (in the moving volume).
RigidTransform turned(const RigidTransform &found, PatientVector versor, PatientPoint centre)
{
    const RigidTransform turn{versor, {}};
    // Of two unit quaternions the product, with the scalar part made positive.
    const double a = std::sqrt(std::max(0.0, 1.0 - versor.dot(versor)));
    const double b = std::sqrt(std::max(0.0, 1.0 - found.versor.dot(found.versor)));
    const PatientVector product = found.versor * a + versor * b + versor.cross(found.versor);
    const double scalar = a * b - versor.dot(found.versor);
    RigidTransform both{scalar < 0.0 ? -product : product, {}};
    const PatientPoint origin = found.mapped({});
    const PatientPoint there = centre + turn.rotated(origin - centre);
    both.translation = there - PatientPoint{};
    return both;
}

/// The largest information near the result: 6 mm along and 5 degrees about each axis, either way.
double informationAround(const Volume &fixed, const Volume &moving, const std::vector<PatientPoint> &samples,
                         const RigidTransform &found)
{
    constexpr double wayMm = 6.0, turnDeg = 5.0;
    const double half = std::sin(turnDeg / 2.0 * std::numbers::pi / 180.0);
    const PatientPoint centre = found.mapped(centreOfMass(fixed));
    double largest = 0.0;
    for (const PatientVector axis : {PatientVector{1, 0, 0}, PatientVector{0, 1, 0}, PatientVector{0, 0, 1}}) {
        for (const double sign : {-1.0, 1.0}) {
            RigidTransform beside = found;
            beside.translation = beside.translation + axis * (sign * wayMm);
            for (const RigidTransform &other : {beside, turned(found, axis * (sign * half), centre)})
                largest = std::max(largest, comparison(fixed, moving, samples, other).information);
        }
    }
    return largest;
}

/// See Registration::elsewhere.
double informationElsewhere(const Volume &fixed, const Volume &moving, const std::vector<PatientPoint> &samples,
                            const RigidTransform &found)
{
    constexpr double nearestMm = 20.0, stepMm = 5.0, leastOverlap = 0.08;
    constexpr int bins = 16;
    const double here = comparison(fixed, moving, samples, found, bins).nats;
    const double reachMm = fixed.slices * fixed.sliceMm + moving.slices * moving.sliceMm;
    const PatientVector along = found.rotated(fixed.alongSlices);
    double largest = 0.0;
    for (double way = nearestMm; way < reachMm; way += stepMm) {
        for (const double sign : {-1.0, 1.0}) {
            RigidTransform other = found;
            other.translation = found.translation + along * (sign * way);
            const Comparison there = comparison(fixed, moving, samples, other, bins);
            if (there.overlap >= leastOverlap)
                largest = std::max(largest, there.nats);
        }
    }
    return here > 0.0 ? largest / here : 0.0;
}

} // namespace

PatientPoint Volume::centreOf(int column, int row, int slice) const
{
    return origin + alongColumns * (columnMm * column) + alongRows * (rowMm * row) + alongSlices * (sliceMm * slice);
}

Volume coarser(const Volume &volume, double voxelMm)
{
    const int byColumn = std::min(blockOf(volume.columnMm, voxelMm), std::max(1, volume.columns / 2));
    const int byRow = std::min(blockOf(volume.rowMm, voxelMm), std::max(1, volume.rows / 2));
    const int bySlice = std::min(blockOf(volume.sliceMm, voxelMm), std::max(1, volume.slices / 2));
    if (byColumn == 1 && byRow == 1 && bySlice == 1)
        return volume;
    Volume small = volume;
    small.columns = volume.columns / byColumn;
    small.rows = volume.rows / byRow;
    small.slices = volume.slices / bySlice;
    small.columnMm *= byColumn;
    small.rowMm *= byRow;
    small.sliceMm *= bySlice;
    small.origin = volume.origin + volume.alongColumns * (volume.columnMm * (byColumn - 1) / 2.0) +
                   volume.alongRows * (volume.rowMm * (byRow - 1) / 2.0) +
                   volume.alongSlices * (volume.sliceMm * (bySlice - 1) / 2.0);
    std::vector<double> sums(std::size_t(small.columns) * std::size_t(small.rows) * std::size_t(small.slices));
    for (int slice = 0; slice < small.slices * bySlice; ++slice) {
        for (int row = 0; row < small.rows * byRow; ++row) {
            for (int column = 0; column < small.columns * byColumn; ++column)
                sums[indexOf(small, column / byColumn, row / byRow, slice / bySlice)] +=
                    double(volume.values[indexOf(volume, column, row, slice)]);
        }
    }
    small.values.resize(sums.size());
    const double share = 1.0 / (double(byColumn) * byRow * bySlice);
    std::transform(sums.begin(), sums.end(), small.values.begin(), [share](double sum) { return float(sum * share); });
    return small;
}

bool isComparable(const Volume &volume)
{
    constexpr int least = 4;
    constexpr double leastBodyMm3 = 50.0 * 50.0 * 50.0;
    const bool isGrid =
        volume.columns >= least && volume.rows >= least && volume.slices >= least && volume.columnMm > 0.0 &&
        volume.rowMm > 0.0 && volume.sliceMm > 0.0 &&
        volume.values.size() == std::size_t(volume.columns) * std::size_t(volume.rows) * std::size_t(volume.slices);
    if (!isGrid || !std::all_of(volume.values.begin(), volume.values.end(), [](float v) { return std::isfinite(v); }))
        return false;
    const Range range = rangeOf(volume.values);
    if (!(range.high > range.low))
        return false;
    const float threshold = bodyThreshold(volume);
    const auto count =
        std::count_if(volume.values.begin(), volume.values.end(), [&](float v) { return v > threshold; });
    return double(count) * volume.columnMm * volume.rowMm * volume.sliceMm >= leastBodyMm3;
}

std::vector<PatientPoint> samplesOfBody(const Volume &volume, std::size_t count)
{
    const std::vector<PatientPoint> points = pointsOf(volume, bodyOf(volume));
    std::vector<PatientPoint> chosen;
    chosen.reserve(std::min(count, points.size()));
    Random random;
    // One of each stretch of voxels, and anywhere in it: samples on the grid make information peak wherever two grids
    // coincide (Pluim, Maintz, Viergever, Comput. Vis. Image Underst. 77 (2000) 211).
    const double stretch = std::max(1.0, double(points.size()) / double(count));
    for (std::size_t i = 0; double(i) * stretch < double(points.size()) && i < count; ++i) {
        const auto at = std::size_t((double(i) + random.next()) * stretch);
        chosen.push_back(points[std::min(points.size() - 1, at)] +
                         volume.alongColumns * (volume.columnMm * (random.next() - 0.5)) +
                         volume.alongRows * (volume.rowMm * (random.next() - 0.5)) +
                         volume.alongSlices * (volume.sliceMm * (random.next() - 0.5)));
    }
    return chosen;
}

PatientPoint centreOfMass(const Volume &volume)
{
    const auto points = pointsOf(volume, bodyOf(volume));
    return points.empty() ? middleOf(volume) : meanOf(points);
}

std::optional<float> valueAt(const Volume &volume, PatientPoint point)
{
    const PatientVector way = point - volume.origin;
    const std::array<double, 3> at{way.dot(volume.alongColumns) / volume.columnMm,
                                   way.dot(volume.alongRows) / volume.rowMm,
                                   way.dot(volume.alongSlices) / volume.sliceMm};
    const std::array<int, 3> sizes{volume.columns, volume.rows, volume.slices};
    std::array<int, 3> low{};
    std::array<double, 3> part{};
    for (std::size_t axis = 0; axis < 3; ++axis) {
        if (sizes[axis] < 2 || !(at[axis] >= 0.0 && at[axis] <= sizes[axis] - 1))
            return std::nullopt;
        low[axis] = std::min(int(at[axis]), sizes[axis] - 2);
        part[axis] = at[axis] - low[axis];
    }
    double sum = 0.0;
    for (int corner = 0; corner < 8; ++corner) {
        const int c = corner & 1, r = (corner >> 1) & 1, s = (corner >> 2) & 1;
        const double weight =
            (c ? part[0] : 1.0 - part[0]) * (r ? part[1] : 1.0 - part[1]) * (s ? part[2] : 1.0 - part[2]);
        sum += weight * double(volume.values[indexOf(volume, low[0] + c, low[1] + r, low[2] + s)]);
    }
    return float(sum);
}

Comparison comparison(const Volume &fixed, const Volume &moving, const std::vector<PatientPoint> &samples,
                      const RigidTransform &fixedToMoving, int bins)
{
    const Range a = rangeOf(fixed.values), b = rangeOf(moving.values);
    const auto binOf = [bins](float value, const Range &range) {
        return std::min(bins - 1, int((double(value) - range.low) / (double(range.high) - range.low) * bins));
    };
    const auto levels = std::size_t(bins);
    std::vector<double> joint(levels * levels, 0.0), ofFixed(levels, 0.0), ofMoving(levels, 0.0);
    double met = 0.0;
    for (const PatientPoint &point : samples) {
        const auto there = valueAt(moving, fixedToMoving.mapped(point)), here = valueAt(fixed, point);
        if (!there || !here)
            continue;
        const int i = binOf(*here, a), j = binOf(*there, b);
        joint[std::size_t(i * bins + j)] += 1.0;
        ofFixed[std::size_t(i)] += 1.0;
        ofMoving[std::size_t(j)] += 1.0;
        met += 1.0;
    }
    Comparison result;
    if (met == 0.0)
        return result;
    result.overlap = met / double(samples.size());
    const double hFixed = entropy(ofFixed.data(), bins, met), hMoving = entropy(ofMoving.data(), bins, met);
    const double mean = (hFixed + hMoving) / 2.0;
    result.nats = hFixed + hMoving - entropy(joint.data(), bins * bins, met);
    if (mean > 0.0)
        result.information = result.nats / mean;
    return result;
}

std::vector<RigidTransform> bestStarts(const Volume &fixed, const Volume &moving,
                                       const std::vector<PatientPoint> &samples, std::size_t count)
{
    const PatientVector byMass = centreOfMass(moving) - centreOfMass(fixed);
    const PatientVector byMiddle = middleOf(moving) - middleOf(fixed);
    std::vector<RigidTransform> starts{shifted({}), shifted(byMass), shifted(byMiddle)};
    // Examinations of different reach: along the body the middles say little.
    constexpr double stepMm = 15.0;
    const double reachMm = (fixed.slices * fixed.sliceMm + moving.slices * moving.sliceMm) / 2.0;
    for (double way = stepMm; way < reachMm; way += stepMm) {
        for (const double sign : {-1.0, 1.0})
            starts.push_back(shifted(byMass + fixed.alongSlices * (sign * way)));
    }
    std::vector<std::pair<double, std::size_t>> order;
    for (std::size_t i = 0; i < starts.size(); ++i)
        order.emplace_back(-comparison(fixed, moving, samples, starts[i]).score(), i);
    std::sort(order.begin(), order.end());
    std::vector<RigidTransform> best;
    for (std::size_t i = 0; i < std::min(count, order.size()); ++i)
        best.push_back(starts[order[i].second]);
    return best;
}

Outcome judged(const Volume &fixed, const Volume &moving, const RigidTransform &there, const RigidTransform &back)
{
    constexpr std::size_t count = 20000;
    const auto ofFixed = samplesOfBody(fixed, count), ofMoving = samplesOfBody(moving, count);
    const Comparison found = comparison(fixed, moving, ofFixed, there);
    const Comparison reverse = comparison(moving, fixed, ofMoving, there.inverse());
    Outcome outcome;
    Registration &result = outcome.registration;
    result.fixedToMoving = there;
    result.overlap =
        std::max(found.overlap, reverse.overlap); // of the one that shows less, all may be seen in the other
    result.information = std::min(found.information, reverse.information);
    const double around = informationAround(fixed, moving, ofFixed, there);
    result.peak = around > 0.0 ? found.information / around : 0.0;
    result.elsewhere = informationElsewhere(fixed, moving, ofFixed, there);
    for (const PatientPoint &point : ofFixed)
        result.disagreementMm = std::max(result.disagreementMm, (back.mapped(there.mapped(point)) - point).length());
    if (result.overlap < leastOverlap)
        outcome.refusal = Refusal::TooLittleOverlap;
    else if (there.angleDeg() > mostTurnDeg)
        outcome.refusal = Refusal::OutOfRange;
    else if (result.information < leastInformation || result.peak < leastPeak || result.elsewhere > mostElsewhere)
        outcome.refusal = Refusal::NotConverged;
    else if (result.disagreementMm > mostDisagreementMm)
        outcome.refusal = Refusal::NotRepeatable;
    else
        outcome.refusal = Refusal::None;
    return outcome;
}

} // namespace consilium::registration
