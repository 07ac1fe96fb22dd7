#include "viewer/imaging/Resample.h"

#include "viewer/imaging/ResampleKernels.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace consilium::imaging
{

namespace
{

constexpr int padding = 64;       ///< samples that kernels may read beyond what counts
constexpr int largestBlock = 256; ///< side of an averaged block: 16-bit x 16-bit sums stay in 32 bits

/// Places that count as inside the picture along one of its axes: first <= place < last.
struct Bounds {
    double first = 0.0, last = 0.0;
    [[nodiscard]] bool holds(double place) const { return place >= first && place < last; }
};

/// Run of pixels [first, last) of a row whose place along one axis, step * x + start, lies within the bounds.
struct Run {
    int first = 0, last = 0;
};

/// Solved as an equation, then corrected by the very expression that samples: no pixel at the rim depends on rounding.
Run runWithin(double step, double start, Bounds bounds, Run within)
{
    if (step == 0.0)
        return bounds.holds(start) ? within : Run{within.first, within.first};
    double low = (bounds.first - start) / step, high = (bounds.last - start) / step;
    if (low > high)
        std::swap(low, high);
    const auto clamped = [&within](double x) { return int(std::clamp(x, double(within.first), double(within.last))); };
    Run run{clamped(std::floor(low) - 1), clamped(std::ceil(high) + 2)};
    while (run.first < run.last && !bounds.holds(step * run.first + start))
        ++run.first;
    while (run.last > run.first && !bounds.holds(step * (run.last - 1) + start))
        --run.last;
    return run;
}

void fillBlack(const PixelTarget &target, int channels, int row, Run run)
{
    if (run.first >= run.last)
        return;
    std::uint8_t *const line = target.data + row * target.stride;
    if (channels == 1)
        std::memset(line + run.first, 0, std::size_t(run.last - run.first));
    else
        std::fill(reinterpret_cast<std::uint32_t *>(line) + run.first,
                  reinterpret_cast<std::uint32_t *>(line) + run.last, 0xFF000000u);
}

void fillBlack(const PixelTarget &target, int channels)
{
    for (int row = 0; row < target.rows; ++row)
        fillBlack(target, channels, row, {0, target.columns});
}

std::uint32_t packed(std::uint8_t red, std::uint8_t green, std::uint8_t blue)
{
    return 0xFF000000u | std::uint32_t(red) << 16 | std::uint32_t(green) << 8 | blue;
}

/// out(column, row) = in(row, column), in blocks that fit the nearest cache.
void transpose(const std::uint8_t *in, std::ptrdiff_t inStride, const PixelTarget &out)
{
    constexpr int block = 16;
    for (int y0 = 0; y0 < out.rows; y0 += block) {
        for (int x0 = 0; x0 < out.columns; x0 += block) {
            const int y1 = std::min(y0 + block, out.rows), x1 = std::min(x0 + block, out.columns);
            for (int y = y0; y < y1; ++y) {
                std::uint8_t *const line = out.data + y * out.stride;
                for (int x = x0; x < x1; ++x)
                    line[x] = in[x * inStride + y];
            }
        }
    }
}

/// A place on an axis of `size` pixels as the pixel before it and the weight (1/32768) of the one after it.
struct Place {
    int index = 0;
    int weight = 0;
};

Place placeOf(double position, int size)
{
    const double clamped = std::clamp(position, 0.0, double(size - 1));
    Place place{int(clamped), 0};
    place.weight = int((clamped - place.index) * 32768.0 + 0.5);
    return {place.index, std::min(place.weight, 32767)};
}

std::int32_t fixed16(double value)
{
    return std::int32_t(std::lround(value * 65536.0));
}

/// Where a run of samples begins and how it goes on, 1/65536 pixel.
struct FixedRun {
    std::int32_t column = 0, columnStep = 0, row = 0, rowStep = 0;
};

/// kernels::lerpAffine() for RGB, plainly: colour pictures are rare and small.
void lerpColours(const std::uint8_t *base, int stride, const FixedRun &run, int count, std::uint32_t *out)
{
    for (int i = 0; i < count; ++i) {
        const std::int32_t column = run.column + i * run.columnStep, row = run.row + i * run.rowStep;
        const std::int32_t wc = (column >> 1) & 0x7FFF, wr = (row >> 1) & 0x7FFF;
        const std::uint8_t *const at = base + std::ptrdiff_t(row >> 16) * stride + std::ptrdiff_t(column >> 16) * 3;
        std::uint8_t mixed[3];
        for (int k = 0; k < 3; ++k) {
            const std::uint8_t *const below = at + stride;
            const std::int32_t top = (at[k] * 32768 + (at[k + 3] - at[k]) * wc + 64) >> 7;
            const std::int32_t bottom = (below[k] * 32768 + (below[k + 3] - below[k]) * wc + 64) >> 7;
            mixed[k] = std::uint8_t((top * 32768 + (bottom - top) * wr + (1 << 22)) >> 23);
        }
        out[i] = packed(mixed[0], mixed[1], mixed[2]);
    }
}

int nearestOf(double position, int size)
{
    return std::clamp(int(position + 0.5), 0, size - 1); // inside the picture position + 0.5 is not negative
}

} // namespace

PixelMap pixelMap(const ViewTransform &transform)
{
    const double devicePixelRatio = transform.devicePixelRatio();
    // The inverse of the view's matrix; its zeros stay exact zeros, by which the fast paths are chosen.
    const auto &m = transform.matrix();
    const double determinant = m[0] * m[4] - m[1] * m[3];
    const double scale = 1.0 / (determinant * devicePixelRatio);
    const ImagePoint origin = transform.toImage({0.5 / devicePixelRatio, 0.5 / devicePixelRatio});
    return {m[4] * scale, -m[1] * scale, origin.column, -m[3] * scale, m[0] * scale, origin.row};
}

/// One call, while it runs: what is still to be sampled, and by which map.
struct Resampler::Job {
    BytePicture source;
    PixelMap map{};
    Sampling sampling = Sampling::Linear;
    Bounds columns, rows; ///< of the whole picture, in the coordinates of `source`

    /// The run of a target row that lies inside the picture.
    [[nodiscard]] Run runOf(int y, int width) const
    {
        const Run byColumn = runWithin(map[0], map[1] * y + map[2], columns, {0, width});
        return runWithin(map[3], map[4] * y + map[5], rows, byColumn);
    }
    void moveOrigin(int column, int row)
    {
        source.data += row * source.stride + std::ptrdiff_t(column) * source.channels;
        map[2] -= column, map[5] -= row;
        columns.first -= column, columns.last -= column;
        rows.first -= row, rows.last -= row;
    }
    /// Leaves away what no target pixel needs; `unit` keeps blocks of averaging where they were.
    void crop(const PixelTarget &target, int columnUnit, int rowUnit);
};

void Resampler::Job::crop(const PixelTarget &target, int columnUnit, int rowUnit)
{
    const auto range = [](double step, int n) { return std::minmax({0.0, step * (n - 1)}); };
    const auto cut = [](double low, double high, int size, int unit) {
        const int first =
            std::clamp(int(std::floor(std::clamp(low, 0.0, double(size)))) - 2 * unit, 0, size - 1) / unit * unit;
        const int last = std::clamp(int(std::ceil(std::clamp(high, 0.0, double(size)))) + 3 * unit, first + 1, size);
        return Run{first, last};
    };
    const auto [c0, c1] = range(map[0], target.columns);
    const auto [c2, c3] = range(map[1], target.rows);
    const auto [r0, r1] = range(map[3], target.columns);
    const auto [r2, r3] = range(map[4], target.rows);
    const Run c = cut(map[2] + c0 + c2, map[2] + c1 + c3, source.columns, columnUnit);
    const Run r = cut(map[5] + r0 + r2, map[5] + r1 + r3, source.rows, rowUnit);
    moveOrigin(c.first, r.first);
    source.columns = c.last - c.first;
    source.rows = r.last - r.first;
}

void Resampler::resample(const BytePicture &source, const PixelMap &map, Sampling sampling, const PixelTarget &target)
{
    if (target.rows <= 0 || target.columns <= 0)
        return;
    // A step beyond any picture's size shows nothing; the limits keep the fixed-point numbers in their range.
    bool usable = source.rows > 0 && source.columns > 0;
    for (int i = 0; i < 6; ++i)
        usable = usable && std::abs(map[i]) < (i % 3 == 2 ? 1e9 : 1e5);
    if (!usable) {
        fillBlack(target, source.channels);
        return;
    }
    Job job{source, map, sampling, {-0.5, source.columns - 0.5}, {-0.5, source.rows - 0.5}};
    if (sampling == Sampling::Nearest) {
        drawNearest(job, target);
        return;
    }
    const auto blockOf = [](double a, double b) { return std::clamp(int(std::hypot(a, b) + 1e-9), 1, largestBlock); };
    const int across = blockOf(map[0], map[1]), down = blockOf(map[3], map[4]);
    job.crop(target, across, down);
    if (across > 1 || down > 1)
        reduce(job);
    drawLinear(job, target);
}

/// Averages blocks; the job goes on with the smaller picture.
void Resampler::reduce(Job &job)
{
    const BytePicture &source = job.source;
    const int across = std::clamp(int(std::hypot(job.map[0], job.map[1]) + 1e-9), 1, largestBlock);
    const int down = std::clamp(int(std::hypot(job.map[3], job.map[4]) + 1e-9), 1, largestBlock);
    const int channels = source.channels;
    const int columns = (source.columns + across - 1) / across, rows = (source.rows + down - 1) / down;
    m_reduced.resize(std::size_t(rows) * columns * channels);
    m_sums.resize(std::size_t(source.columns) * channels);
    for (int row = 0; row < rows; ++row) {
        const int first = row * down, last = std::min(first + down, source.rows);
        std::fill(m_sums.begin(), m_sums.end(), 0u);
        for (int y = first; y < last; ++y) {
            const std::uint8_t *const line = source.data + y * source.stride;
            std::uint32_t *const sums = m_sums.data();
            const int count = source.columns * channels;
            for (int i = 0; i < count; ++i)
                sums[i] += line[i];
        }
        std::uint8_t *out = m_reduced.data() + std::size_t(row) * columns * channels;
        for (int column = 0; column < columns; ++column) {
            const int from = column * across, to = std::min(from + across, source.columns);
            const std::uint32_t pixels = std::uint32_t(to - from) * std::uint32_t(last - first);
            for (int channel = 0; channel < channels; ++channel) {
                std::uint32_t sum = 0;
                for (int x = from; x < to; ++x)
                    sum += m_sums[std::size_t(x) * channels + channel];
                *out++ = std::uint8_t((2 * sum + pixels) / (2 * pixels));
            }
        }
    }
    // The centre of the first block lies (n - 1) / 2 pixels into the picture.
    const auto smaller = [](Bounds b, int n) {
        return Bounds{(b.first - (n - 1) / 2.0) / n, (b.last - (n - 1) / 2.0) / n};
    };
    job.columns = smaller(job.columns, across);
    job.rows = smaller(job.rows, down);
    auto &m = job.map;
    m = {m[0] / across, m[1] / across, (m[2] - (across - 1) / 2.0) / across,
         m[3] / down,   m[4] / down,   (m[5] - (down - 1) / 2.0) / down};
    job.source = {m_reduced.data(), rows, columns, std::ptrdiff_t(columns) * channels, channels};
}

void Resampler::drawLinear(const Job &job, const PixelTarget &target)
{
    const auto &m = job.map;
    if (job.source.channels == 1 && m[1] == 0.0 && m[3] == 0.0)
        drawAligned(job, target);
    else if (job.source.channels == 1 && m[0] == 0.0 && m[4] == 0.0)
        drawTransposed(job, target);
    else
        drawAffine(job, target);
}

/// Rows stay rows: each source row is stretched once, then pairs of stretched rows are mixed.
void Resampler::drawAligned(const Job &job, const PixelTarget &target)
{
    const BytePicture &source = job.source;
    const Run run = runWithin(job.map[0], job.map[2], job.columns, {0, target.columns});
    const int count = run.last - run.first;
    const std::size_t room = std::size_t(count) + padding;
    m_index.assign(room, 0);
    m_weight.assign(room, 0);
    m_lines.resize(2 * room);
    m_row.resize(std::size_t(source.columns) + padding);
    for (int i = 0; i < count; ++i) {
        const Place place = placeOf(job.map[0] * (run.first + i) + job.map[2], source.columns);
        m_index[i] = place.index;
        m_weight[i] = place.weight;
    }
    std::int16_t *lines[2] = {m_lines.data(), m_lines.data() + room};
    int holds[2] = {-1, -1}; // which source row each stretched line is
    const auto lineOf = [&](int row, int other) {
        for (int i = 0; i < 2; ++i) {
            if (holds[i] == row)
                return i;
        }
        const int slot = other == 0 ? 1 : 0;
        std::memcpy(m_row.data(), source.data + row * source.stride, std::size_t(source.columns));
        m_row[std::size_t(source.columns)] = m_row[std::size_t(source.columns) - 1];
        kernels::lerpAlongRow(m_row.data(), m_index.data(), m_weight.data(), count, lines[slot]);
        holds[slot] = row;
        return slot;
    };
    for (int y = 0; y < target.rows; ++y) {
        const double position = job.map[4] * y + job.map[5];
        if (!job.rows.holds(position) || count <= 0) {
            fillBlack(target, 1, y, {0, target.columns});
            continue;
        }
        const Place place = placeOf(position, source.rows);
        const int below = std::min(place.index + 1, source.rows - 1);
        // Whichever of the two is there already must not be overwritten by the other.
        const int lowerSlot = holds[0] == below ? 0 : holds[1] == below ? 1 : -1;
        const int upper = lineOf(place.index, lowerSlot);
        const int lower = lineOf(below, upper);
        fillBlack(target, 1, y, {0, run.first});
        kernels::lerpBetweenRows(lines[upper], lines[lower], std::int16_t(place.weight), count,
                                 target.data + y * target.stride + run.first);
        fillBlack(target, 1, y, {run.last, target.columns});
    }
}

/// A turn by 90 or 270 degrees: sampled lying down, then stood up. Costs by the screen's size, however large the
/// picture.
void Resampler::drawTransposed(const Job &job, const PixelTarget &target)
{
    Job lying = job;
    std::swap(lying.map[0], lying.map[1]);
    std::swap(lying.map[3], lying.map[4]);
    m_turned.resize(std::size_t(target.rows) * target.columns);
    drawAligned(lying, {m_turned.data(), target.columns, target.rows, target.rows});
    transpose(m_turned.data(), target.rows, target);
}

/// A copy with its outermost pixels repeated all round, so that the inner loop has no special cases.
void Resampler::copyPadded(const Job &job)
{
    const BytePicture &source = job.source;
    const std::size_t channels = std::size_t(source.channels);
    const std::size_t line = std::size_t(source.columns) * channels, stride = line + 2 * channels;
    m_padded.resize(stride * (std::size_t(source.rows) + 2) + padding);
    for (int row = -1; row <= source.rows; ++row) {
        const std::uint8_t *const from = source.data + std::clamp(row, 0, source.rows - 1) * source.stride;
        std::uint8_t *const to = m_padded.data() + stride * std::size_t(row + 1);
        std::memcpy(to, from, channels);
        std::memcpy(to + channels, from, line);
        std::memcpy(to + channels + line, from + line - channels, channels);
    }
}

void Resampler::drawAffine(const Job &job, const PixelTarget &target)
{
    const BytePicture &source = job.source;
    const auto &m = job.map;
    copyPadded(job);
    const int stride = (source.columns + 2) * source.channels;
    for (int y = 0; y < target.rows; ++y) {
        const Run run = job.runOf(y, target.columns);
        fillBlack(target, source.channels, y, {0, run.first});
        fillBlack(target, source.channels, y, {run.last, target.columns});
        // Anew from double precision every 64 pixels: steps in 1/65536 pixel then stay within 1/1000 pixel.
        for (int x = run.first; x < run.last; x += 64) {
            const int count = std::min(64, run.last - x);
            const double column = m[0] * x + (m[1] * y + m[2]) + 1.0, row = m[3] * x + (m[4] * y + m[5]) + 1.0;
            const int columnBase = int(column), rowBase = int(row);
            const FixedRun fixed{fixed16(column - columnBase), fixed16(m[0]), fixed16(row - rowBase), fixed16(m[3])};
            const std::uint8_t *const base =
                m_padded.data() + std::ptrdiff_t(rowBase) * stride + std::ptrdiff_t(columnBase) * source.channels;
            std::uint8_t *const out = target.data + y * target.stride;
            if (source.channels == 1)
                kernels::lerpAffine(base, stride, fixed.column, fixed.columnStep, fixed.row, fixed.rowStep, count,
                                    out + x);
            else
                lerpColours(base, stride, fixed, count, reinterpret_cast<std::uint32_t *>(out) + x);
        }
    }
}

void Resampler::drawNearest(const Job &job, const PixelTarget &target)
{
    const BytePicture &source = job.source;
    const auto &m = job.map;
    for (int y = 0; y < target.rows; ++y) {
        const Run run = job.runOf(y, target.columns);
        fillBlack(target, source.channels, y, {0, run.first});
        fillBlack(target, source.channels, y, {run.last, target.columns});
        std::uint8_t *const line = target.data + y * target.stride;
        const double columnStart = m[1] * y + m[2], rowStart = m[4] * y + m[5];
        for (int x = run.first; x < run.last; ++x) {
            const std::uint8_t *const at = source.data + nearestOf(m[3] * x + rowStart, source.rows) * source.stride +
                                           nearestOf(m[0] * x + columnStart, source.columns) * source.channels;
            if (source.channels == 1)
                line[x] = *at;
            else
                reinterpret_cast<std::uint32_t *>(line)[x] = packed(at[0], at[1], at[2]);
        }
    }
}

} // namespace consilium::imaging
