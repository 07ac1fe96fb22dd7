#include "viewer/documents/PaperLayout.h"

#include <algorithm>
#include <cmath>

namespace consilium::documents
{

namespace
{

constexpr double millivoltsInRow = 3.0; ///< what a row has room for: 30 mm at 10 mm/mV
constexpr double mostOvershootMm = 200.0;
constexpr double ownRowMm = 25.0; ///< of a channel that is no voltage

int indexOf(const WaveformGroup &group, const Channel *channel)
{
    return int(channel - group.channels.data());
}

/// What a form shows in each row, from left to right.
std::vector<std::vector<Lead>> rowsOf(PaperForm form)
{
    using enum Lead;
    switch (form) {
    case PaperForm::ThreeByFour:
        return {{I, AVR, V1, V4}, {II, AVL, V2, V5}, {III, AVF, V3, V6}, {II}};
    case PaperForm::SixByTwo:
        return {{I, V1}, {II, V2}, {III, V3}, {AVR, V4}, {AVL, V5}, {AVF, V6}};
    case PaperForm::TwelveByOne:
        return {{I}, {II}, {III}, {AVR}, {AVL}, {AVF}, {V1}, {V2}, {V3}, {V4}, {V5}, {V6}};
    case PaperForm::Stacked:
        break;
    }
    return {};
}

/// Lowest and highest value of a channel; a little room where they are one.
std::pair<double, double> rangeOf(const Channel &channel)
{
    double low = 0.0, high = 0.0;
    bool isFirst = true;
    for (std::size_t i = 0; i < channel.samples.size(); ++i) {
        const auto value = channel.value(i);
        if (!value)
            continue;
        low = isFirst ? *value : std::min(low, *value);
        high = isFirst ? *value : std::max(high, *value);
        isFirst = false;
    }
    if (!(high > low))
        high = low + std::max(1.0, std::abs(low)); // 1 more than a very large number is the same number
    return {low, high};
}

class Builder
{
public:
    Builder(const WaveformGroup &group, PaperOptions options) : m_group(group)
    {
        m_paper.options = options;
        m_paper.pulseRoomMm = pulseS * options.mmPerSecond + 5.0;
        for (const Channel &channel : group.channels)
            m_ranges.push_back(channel.toMillivolts() ? std::pair(0.0, 0.0) : rangeOf(channel));
        m_overshootMm = overshoot();
        m_pageS = std::min(pageS, std::max(group.durationS(), 0.001));
    }

    void addPage(double fromS)
    {
        m_y += m_overshootMm.first;
        const auto rows = rowsOf(m_paper.options.form);
        for (const auto &row : rows) {
            std::vector<int> channels;
            for (const Lead lead : row)
                channels.push_back(indexOf(m_group, m_group.find(lead)));
            addRow(channels, fromS);
        }
        for (int i = 0; rows.empty() && i < int(m_group.channels.size()); ++i)
            addRow({i}, fromS);
        m_y += marginMm + m_overshootMm.second;
    }

    Paper take()
    {
        m_paper.widthMm = 2 * marginMm + m_paper.pulseRoomMm + m_pageS * m_paper.options.mmPerSecond;
        m_paper.heightMm = m_y;
        return std::move(m_paper);
    }

private:
    /// How far the curves of a page may reach beyond its first and its last row: no peak is cut off by the paper's
    /// edge.
    [[nodiscard]] std::pair<double, double> overshoot() const
    {
        double above = 0.0, below = 0.0;
        for (const Channel &channel : m_group.channels) {
            const auto millivolts = channel.toMillivolts();
            if (!millivolts)
                continue;
            const auto [low, high] = rangeOf(channel);
            above = std::max(above, high * *millivolts - millivoltsInRow / 2.0);
            below = std::max(below, -low * *millivolts - millivoltsInRow / 2.0);
        }
        const auto room = [&](double millivolts) {
            return std::ceil(std::min(millivolts * m_paper.options.mmPerMillivolt, mostOvershootMm));
        };
        return {room(above), room(below)};
    }

    void addRow(const std::vector<int> &channels, double fromS)
    {
        const bool isVoltage = m_group.channels[std::size_t(channels.front())].toMillivolts().has_value();
        const double height = isVoltage ? millivoltsInRow * m_paper.options.mmPerMillivolt : ownRowMm;
        const double zero = m_y + height / 2.0;
        if (isVoltage)
            m_paper.pulses.push_back({marginMm, zero});
        const double share = m_pageS / double(channels.size());
        for (std::size_t i = 0; i < channels.size(); ++i) {
            Strip strip;
            strip.channel = channels[i];
            strip.fromS = fromS + share * double(i);
            strip.toS = std::min(strip.fromS + share, m_group.durationS());
            strip.xMm = marginMm + m_paper.pulseRoomMm + share * double(i) * m_paper.options.mmPerSecond;
            strip.topMm = m_y;
            strip.bottomMm = m_y + height;
            setScale(strip, zero, height);
            if (strip.toS > strip.fromS)
                m_paper.strips.push_back(strip);
        }
        m_y += height;
    }

    void setScale(Strip &strip, double zero, double height) const
    {
        const auto millivolts = m_group.channels[std::size_t(strip.channel)].toMillivolts();
        strip.isVoltage = millivolts.has_value();
        if (millivolts) {
            strip.zeroMm = zero;
            strip.mmPerUnit = *millivolts * m_paper.options.mmPerMillivolt;
            return;
        }
        const auto [low, high] = m_ranges[std::size_t(strip.channel)];
        strip.low = low;
        strip.high = high;
        strip.mmPerUnit = (height - 6.0) / (high - low);
        strip.zeroMm = strip.bottomMm - 3.0 + low * strip.mmPerUnit;
    }

    const WaveformGroup &m_group;
    Paper m_paper;
    std::vector<std::pair<double, double>> m_ranges;
    std::pair<double, double> m_overshootMm;
    double m_pageS = pageS, m_y = marginMm;
};

} // namespace

std::vector<PaperForm> formsFor(const WaveformGroup &group)
{
    if (group.hasAllLeads())
        return {PaperForm::ThreeByFour, PaperForm::SixByTwo, PaperForm::TwelveByOne, PaperForm::Stacked};
    return {PaperForm::Stacked};
}

Paper layOut(const WaveformGroup &group, PaperOptions options)
{
    if (!group.hasAllLeads())
        options.form = PaperForm::Stacked;
    Builder builder(group, options);
    for (double from = 0.0; from < group.durationS(); from += pageS)
        builder.addPage(from);
    return builder.take();
}

PaperPoint placeOf(const Paper &paper, const Strip &strip, double timeS, double value)
{
    return {strip.xMm + (timeS - strip.fromS) * paper.options.mmPerSecond, strip.zeroMm - value * strip.mmPerUnit};
}

const Strip *stripAt(const Paper &paper, PaperPoint place)
{
    for (const Strip &strip : paper.strips) {
        const double right = strip.xMm + (strip.toS - strip.fromS) * paper.options.mmPerSecond;
        if (place.xMm >= strip.xMm && place.xMm < right && place.yMm >= strip.topMm && place.yMm < strip.bottomMm)
            return &strip;
    }
    return nullptr;
}

std::optional<Reading> readingAt(const WaveformGroup &group, const Paper &paper, const Strip &strip, double xMm)
{
    const Channel &channel = group.channels[std::size_t(strip.channel)];
    const double time = strip.fromS + (xMm - strip.xMm) / paper.options.mmPerSecond;
    const double at = std::round((time - channel.skewS) * group.frequencyHz);
    if (!(at >= 0.0) || at >= double(channel.samples.size()))
        return std::nullopt;
    const auto value = channel.value(std::size_t(at));
    if (!value)
        return std::nullopt;
    return Reading{at / group.frequencyHz + channel.skewS, *value, std::size_t(at)};
}

} // namespace consilium::documents
