#include "viewer/dicom/FrameTimes.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace consilium::dicom
{

namespace
{

constexpr Tag frameTime{0x0018, 0x1063}, frameTimeVector{0x0018, 0x1065}, displayRate{0x0008, 0x2144},
    cineRate{0x0018, 0x0040};
constexpr double shortestMs = 1.0, longestMs = 60'000.0;

bool isUsable(double ms)
{
    return ms >= shortestMs && ms <= longestMs;
}

std::optional<double> medianOf(std::vector<double> times)
{
    std::erase_if(times, [](double ms) { return !isUsable(ms); });
    if (times.empty())
        return std::nullopt;
    const auto middle = times.begin() + std::ptrdiff_t(times.size() / 2);
    std::nth_element(times.begin(), middle, times.end());
    return *middle;
}

} // namespace

FrameTimes::FrameTimes(const Attributes &header, int frames)
{
    readVector(header, frames);
    if (!m_vector.empty())
        return;
    readTime(header);
    if (!m_same)
        readRate(header, displayRate, u"Recommended Display Frame Rate"_s);
    if (!m_same)
        readRate(header, cineRate, u"Cine Rate"_s);
    if (!m_same)
        m_same = m_median;
}

void FrameTimes::readVector(const Attributes &header, int frames)
{
    if (header.texts(frameTimeVector).isEmpty())
        return;
    auto times = header.numbers(frameTimeVector);
    if (!times) {
        m_faults << u"Frame Time Vector that is no list of numbers"_s;
        return;
    }
    // The first is the time since no frame: 0 as a rule.
    const auto faulty = std::count_if(times->begin() + 1, times->end(), [](double ms) { return !isUsable(ms); });
    if (int(times->size()) != frames)
        m_faults << u"Frame Time Vector of %1 times for %2 frames"_s.arg(times->size()).arg(frames);
    else if (faulty > 0)
        m_faults << u"Frame Time Vector with %1 times that cannot be"_s.arg(faulty);
    else
        m_vector = std::move(*times);
    if (m_vector.empty())
        m_median = medianOf(std::move(*times));
}

void FrameTimes::readTime(const Attributes &header)
{
    if (header.text(frameTime).isEmpty())
        return;
    const auto ms = header.number(frameTime);
    if (ms && isUsable(*ms))
        m_same = ms;
    else
        m_faults << (ms ? u"Frame Time of %1 ms"_s.arg(*ms) : u"Frame Time that is no number"_s);
}

void FrameTimes::readRate(const Attributes &header, Tag tag, const QString &name)
{
    if (header.text(tag).isEmpty())
        return;
    const auto rate = header.number(tag);
    if (rate && *rate > 0.0 && isUsable(1000.0 / *rate))
        m_same = 1000.0 / *rate;
    else
        m_faults << (rate ? u"%1 of %2"_s.arg(name).arg(*rate) : u"%1 that is no number"_s.arg(name));
}

std::optional<double> FrameTimes::of(int frame) const
{
    return m_vector.empty() ? m_same : m_vector[std::min(std::size_t(frame) + 1, m_vector.size() - 1)];
}

std::optional<DataIssue> FrameTimes::issue() const
{
    if (m_faults.isEmpty())
        return std::nullopt;
    DataIssue issue;
    issue.kind = DataIssue::Kind::FrameTimes;
    issue.detail = m_faults.join(u"; "_s);
    issue.value = 1000.0 / m_same.value_or(defaultFrameTimeMs);
    return issue;
}

} // namespace consilium::dicom
