#include "viewer/imaging/GreyRenderer.h"

#include "viewer/imaging/GreyChain.h"
#include "viewer/imaging/GreyKernels.h"

#include <QtEndian>
#include <QtGlobal>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <limits>

namespace consilium::imaging
{

namespace
{

session::VoiFunction functionOf(dicom::VoiFunctionKind kind)
{
    switch (kind) {
    case dicom::VoiFunctionKind::Linear:
        return session::VoiFunction::Linear;
    case dicom::VoiFunctionKind::LinearExact:
        return session::VoiFunction::LinearExact;
    case dicom::VoiFunctionKind::Sigmoid:
        return session::VoiFunction::Sigmoid;
    }
    return session::VoiFunction::Linear;
}

/// A window whose ends are the ends of the frame's modality values; padding does not count.
session::Window rangeOf(const dicom::GreyScale &grey, const pixels::DecodedFrame &frame)
{
    double low = modalityValue(grey, frame.shownLow()), high = modalityValue(grey, frame.shownHigh());
    if (grey.modalityLut) {
        const int first = std::max(frame.shownMinimum, grey.modalityLut->firstMapped);
        const int last =
            std::min(frame.shownMaximum, grey.modalityLut->firstMapped + int(grey.modalityLut->entries.size()) - 1);
        for (int stored = first; stored <= last; ++stored) {
            low = std::min(low, modalityValue(grey, stored));
            high = std::max(high, modalityValue(grey, stored));
        }
    }
    if (low > high)
        std::swap(low, high);
    // One value only: any width does, and it is shown mid-grey.
    return {(low + high) / 2.0, high > low ? high - low : 1.0, session::VoiFunction::LinearExact};
}

bool isSameTable(const std::shared_ptr<const dicom::LookupTable> &a, const std::shared_ptr<const dicom::LookupTable> &b)
{
    if (a == b || !a || !b)
        return a == b;
    return a->firstMapped == b->firstMapped && a->bits == b->bits && a->entries == b->entries;
}

} // namespace

std::shared_ptr<const dicom::LookupTable> chosenFileTable(const dicom::GreyScale &grey,
                                                          const session::Presentation &presentation)
{
    const auto number = std::size_t(std::max(presentation.fileTable, 0));
    return number > 0 && number <= grey.voiLuts.size() ? grey.voiLuts[number - 1] : nullptr;
}

namespace
{

EffectiveVoi voiWithoutOutput(const dicom::GreyScale &grey, const session::Presentation &presentation,
                              const pixels::DecodedFrame &frame)
{
    if (presentation.window)
        return {presentation.window, nullptr, false};
    if (const auto table = chosenFileTable(grey, presentation))
        return {std::nullopt, table, true};
    if (presentation.fileTable == 0 && presentation.tables && presentation.tables->voi) {
        const session::ValueTable &table = *presentation.tables->voi;
        return {std::nullopt, lookupTableOf(table), false, table.factor, table.offset};
    }
    if (!grey.windows.empty()) {
        const dicom::FileWindow &window = grey.windows.front();
        return {session::Window{window.centre, window.width, functionOf(grey.voiFunction)}, nullptr, true};
    }
    if (!grey.voiLuts.empty() && grey.voiLuts.front())
        return {std::nullopt, grey.voiLuts.front(), true};
    return {rangeOf(grey, frame), nullptr, false};
}

} // namespace

bool EffectiveVoi::isSame(const EffectiveVoi &other) const
{
    return window == other.window && lutFactor == other.lutFactor && lutOffset == other.lutOffset &&
           isSameTable(lut, other.lut) && isSameTable(presentationLut, other.presentationLut);
}

std::shared_ptr<const dicom::LookupTable> lookupTableOf(const session::ValueTable &table)
{
    auto made = std::make_shared<dicom::LookupTable>();
    made->firstMapped = table.first;
    made->bits = table.bits;
    made->explanation = table.name;
    made->entries.resize(std::size_t(table.count()));
    for (std::size_t i = 0; i < made->entries.size(); ++i)
        made->entries[i] = qFromLittleEndian<std::uint16_t>(table.entries.constData() + 2 * i);
    return made;
}

session::ValueTable valueTableOf(const dicom::LookupTable &table)
{
    session::ValueTable made;
    made.first = table.firstMapped;
    made.bits = table.bits;
    made.entries.resize(qsizetype(table.entries.size()) * 2);
    for (std::size_t i = 0; i < table.entries.size(); ++i)
        qToLittleEndian(table.entries[i], made.entries.data() + 2 * i);
    for (const QChar c : table.explanation.simplified()) // a name in the state has no control characters
        if (c.unicode() >= 0x20 && c.unicode() != 0x7F)
            made.name += c;
    constexpr int longestName = 64; // PS3.5 6.2: LO
    made.name.truncate(longestName);
    if (!made.name.isEmpty() && made.name.back().isHighSurrogate())
        made.name.chop(1);
    return made;
}

EffectiveVoi effectiveVoi(const dicom::GreyScale &grey, const session::Presentation &presentation,
                          const pixels::DecodedFrame &frame)
{
    EffectiveVoi voi = voiWithoutOutput(grey, presentation, frame);
    if (presentation.tables && presentation.tables->presentation)
        voi.presentationLut = lookupTableOf(*presentation.tables->presentation);
    return voi;
}

std::vector<session::Window> fileWindows(const dicom::GreyScale &grey)
{
    std::vector<session::Window> windows;
    for (const dicom::FileWindow &window : grey.windows)
        windows.push_back({window.centre, window.width, functionOf(grey.voiFunction)});
    return windows;
}

double modalityValue(const dicom::GreyScale &grey, double stored)
{
    if (std::isnan(stored))
        return stored;
    return grey.modalityLut ? lookUp(*grey.modalityLut, stored) : grey.slope * stored + grey.intercept;
}

struct GreyTable::Private {
    GreyChain chain;
    bool isSigned = false, isWide = false;
    kernels::Ramp ramp; ///< its padding and flip hold for the table as well
    bool hasRamp = false;
    std::vector<std::uint8_t> table; ///< by the 16 bits of the stored value; empty when the ramp does it

    [[nodiscard]] int lowest() const { return isSigned ? std::numeric_limits<std::int16_t>::min() : 0; }
    [[nodiscard]] int highest() const
    {
        return isSigned ? std::numeric_limits<std::int16_t>::max() : std::numeric_limits<std::uint16_t>::max();
    }
    double paddingFirst = 1.0, paddingLast = 0.0;
    [[nodiscard]] bool isPadding(double stored) const
    {
        return (stored >= paddingFirst && stored <= paddingLast) || std::isnan(stored);
    }
    [[nodiscard]] std::uint8_t at(double stored) const
    {
        return isPadding(stored) ? 0 : std::uint8_t(chain.level(stored) ^ ramp.flip);
    }

    bool makeRamp(const Thresholds &thresholds);
    [[nodiscard]] bool rampIsExact(const kernels::Ramp &candidate, const Thresholds &thresholds) const;
    void makeTable(const Thresholds &thresholds);
    void makeTable();
    void fill(int first, int last, int level);
    void apply(const pixels::DecodedFrame &frame, std::size_t first, std::size_t count, std::uint8_t *out) const;
};

/// True when the ramp in single precision steps exactly where the chain steps. Both never fall, so equality at the
/// steps is equality for every stored value.
bool GreyTable::Private::rampIsExact(const kernels::Ramp &candidate, const Thresholds &thresholds) const
{
    std::array<std::uint16_t, 512> samples{}; // two's complement where the samples are signed
    std::array<std::uint8_t, 512> levels{};
    const auto inRange = [&](int u) { return std::clamp(u, thresholds.first, thresholds.last); };
    for (std::size_t k = 0; k < 256; ++k) {
        samples[2 * k] = std::uint16_t(thresholds.direction * inRange(thresholds.at[k]));
        samples[2 * k + 1] = std::uint16_t(thresholds.direction * inRange(thresholds.at[k] - 1));
    }
    if (isSigned)
        kernels::applyRamp(candidate, reinterpret_cast<const std::int16_t *>(samples.data()), samples.size(),
                           levels.data());
    else
        kernels::applyRamp(candidate, samples.data(), samples.size(), levels.data());
    for (std::size_t k = 1; k < 256; ++k) {
        const int at = thresholds.at[k];
        if (at <= thresholds.last && levels[2 * k] < k)
            return false;
        if (at > thresholds.first && levels[2 * k + 1] >= k)
            return false;
    }
    return true;
}

/// Finds a straight line in single precision with the same steps, if there is one.
bool GreyTable::Private::makeRamp(const Thresholds &thresholds)
{
    const double ideal = chain.gain();
    if (ideal == 0.0)
        return false;
    const int origin = std::clamp(thresholds.at[128], thresholds.first, thresholds.last);
    const double gain = double(float(ideal));
    // level(u) = gain (u - origin) + bias has to be >= k at each step k and below k one before it.
    double least = -1e6, most = 1e6;
    for (int k = 1; k < 256; ++k) {
        const int at = thresholds.at[std::size_t(k)];
        if (at <= thresholds.last)
            least = std::max(least, k - gain * (at - origin));
        if (at > thresholds.first)
            most = std::min(most, k - gain * (at - 1 - origin));
    }
    kernels::Ramp candidate;
    candidate.origin = thresholds.direction * origin;
    candidate.gain = float(thresholds.direction * gain);
    candidate.bias = float((least + most) / 2.0);
    if (least >= most || !rampIsExact(candidate, thresholds))
        return false;
    ramp.origin = candidate.origin;
    ramp.gain = candidate.gain;
    ramp.bias = candidate.bias;
    return true;
}

void GreyTable::Private::fill(int first, int last, int level)
{
    for (int stored = first; stored <= last;) {
        const int end = stored < 0 ? std::min(last, -1) : last; // the 16 bits of -1 and 0 are not neighbours
        std::memset(table.data() + std::uint16_t(stored), level, std::size_t(end - stored) + 1);
        stored = end + 1;
    }
}

void GreyTable::Private::makeTable(const Thresholds &thresholds)
{
    table.resize(65536 + kernels::tableMargin);
    for (int k = 0; k < 256; ++k) {
        const int first = thresholds.at[std::size_t(k)];
        const int last = k < 255 ? thresholds.at[std::size_t(k) + 1] - 1 : thresholds.last;
        const int level = k ^ ramp.flip;
        if (thresholds.direction > 0)
            fill(first, last, level);
        else
            fill(-last, -first, level);
    }
    fill(std::max(ramp.paddingFirst, lowest()), std::min(ramp.paddingLast, highest()), 0);
}

void GreyTable::Private::makeTable()
{
    table.resize(65536 + kernels::tableMargin);
    for (int stored = lowest(); stored <= highest(); ++stored)
        table[std::uint16_t(stored)] = at(stored);
}

void GreyTable::Private::apply(const pixels::DecodedFrame &frame, std::size_t first, std::size_t count,
                               std::uint8_t *out) const
{
    if (frame.type == pixels::SampleType::F64) {
        std::transform(frame.f64() + first, frame.f64() + first + count, out, [this](double v) { return at(v); });
        return;
    }
    Q_ASSERT(!isWide && frame.type == (isSigned ? pixels::SampleType::S16 : pixels::SampleType::U16));
    if (hasRamp && isSigned) {
        kernels::applyRamp(ramp, frame.s16() + first, count, out);
    } else if (hasRamp) {
        kernels::applyRamp(ramp, frame.u16() + first, count, out);
    } else {
        kernels::applyTable(table.data(), frame.u16() + first, count, out);
    }
}

GreyTable::GreyTable(const dicom::GreyScale &grey, const EffectiveVoi &voi, bool inverted,
                     const dicom::PixelDescription &description)
{
    Q_ASSERT(voi.window || voi.lut);
    auto made = std::make_shared<Private>();
    made->chain = {grey.slope, grey.intercept, grey.modalityLut, voi.window,
                   voi.lut,    voi.lutFactor,  voi.lutOffset,    voi.presentationLut};
    made->isSigned = description.isSigned;
    made->ramp.flip = inverted != grey.lowIsWhite ? 255 : 0;
    if (description.paddingValue) {
        const auto inWord = [](int value) { return std::clamp(value, -65536, 65536); };
        const int one = inWord(*description.paddingValue);
        const int other = inWord(description.paddingLimit.value_or(one));
        made->ramp.paddingFirst = std::min(one, other);
        made->ramp.paddingLast = std::max(one, other);
        const double lone = *description.paddingValue;
        const double last = description.paddingLimit ? double(*description.paddingLimit) : lone;
        made->paddingFirst = std::min(lone, last);
        made->paddingLast = std::max(lone, last);
    }
    made->isWide = description.bitsAllocated > 16;
    if (made->isWide) {
        // Too many values for a table.
    } else if (!made->chain.isMonotone()) {
        made->makeTable();
    } else {
        const Thresholds thresholds = thresholdsOf(made->chain, made->lowest(), made->highest());
        made->hasRamp = made->makeRamp(thresholds);
        if (!made->hasRamp)
            made->makeTable(thresholds);
    }
    d = std::move(made);
}

std::uint8_t GreyTable::at(double stored) const
{
    return d->at(stored);
}

void GreyTable::apply(const pixels::DecodedFrame &frame, std::uint8_t *out) const
{
    d->apply(frame, 0, std::size_t(frame.rows) * std::size_t(frame.columns), out);
}

void GreyTable::applyRow(const pixels::DecodedFrame &frame, int row, int firstColumn, int count,
                         std::uint8_t *out) const
{
    Q_ASSERT(row >= 0 && row < frame.rows && firstColumn >= 0 && count >= 0 && firstColumn + count <= frame.columns);
    d->apply(frame, std::size_t(row) * std::size_t(frame.columns) + std::size_t(firstColumn), std::size_t(count), out);
}

} // namespace consilium::imaging
