#include "viewer/dicom/Phases.h"

#include <QDate>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <utility>

using namespace Qt::StringLiterals;

namespace consilium::dicom
{

namespace
{

using Phases = std::vector<int>;

/// What a number or time says of one image.
struct Moment {
    double value;
    int position;
    std::size_t image;
};
using Moments = std::vector<Moment>;

constexpr double secondsOfDay = 86'400.0;
constexpr double clearlyWider = 2.0; ///< a pause between phases against the widest one within them

/// Seconds of a date and time (PS3.5 6.2, DA and TM) from a beginning that is the same for all; a date is not needed.
std::optional<double> secondsOf(QStringView date, QStringView time)
{
    bool hasHours = false, hasMinutes = false, hasSeconds = true;
    const int hours = time.left(2).toInt(&hasHours), minutes = time.mid(2, 2).toInt(&hasMinutes);
    const double seconds = time.size() > 4 ? time.mid(4).toDouble(&hasSeconds) : 0.0;
    if (!hasHours || !hasMinutes || !hasSeconds)
        return std::nullopt;
    const QDate day = QDate::fromString(date.toString(), u"yyyyMMdd"_s);
    return (day.isValid() ? double(day.toJulianDay()) : 0.0) * secondsOfDay + hours * 3600.0 + minutes * 60.0 + seconds;
}

/// The same of a date and time in one (DT); zones are those of one device.
std::optional<double> secondsOf(QStringView both)
{
    const auto zone = std::find_if(both.begin(), both.end(), [](QChar c) { return c == u'+' || c == u'-'; });
    return secondsOf(both.left(8), both.left(zone - both.begin()).mid(8));
}

/// Frame Acquisition DateTime, Acquisition DateTime, Acquisition Date and Time: fields of Instance::acquisition.
std::optional<double> acquired(const Instance &image)
{
    const QStringList fields = image.acquisition.split(u'|');
    for (const qsizetype both : {14, 2})
        if (const auto seconds = secondsOf(fields.value(both)))
            return seconds;
    return secondsOf(fields.value(0), fields.value(1));
}

/// Content Date and Time, the fourth and fifth.
std::optional<double> stored(const Instance &image)
{
    const QStringList fields = image.acquisition.split(u'|');
    return secondsOf(fields.value(3), fields.value(4));
}

/// The order in which the device wrote them: frames of one object follow one another.
std::optional<double> numbered(const Instance &image)
{
    constexpr double mostFrames = 100'000.0; // of an object: describeFrames()
    if (image.pixels.frames > 1)
        return std::max(image.instanceNumber, 0) * mostFrames + image.frame;
    return image.instanceNumber < 0 ? std::nullopt : std::optional(double(image.instanceNumber));
}

std::optional<double> triggered(const Instance &image)
{
    return image.triggerTimeMs;
}

/// Empty where it does not say it of each image.
Moments momentsOf(const std::vector<InstancePtr> &images, const std::vector<int> &positions,
                  std::optional<double> (*measure)(const Instance &))
{
    Moments moments;
    for (std::size_t i = 0; i < images.size(); ++i) {
        const std::optional<double> value = measure(*images[i]);
        if (!value || !std::isfinite(*value))
            return {};
        moments.push_back({*value, positions[i], i});
    }
    return moments;
}

/// How many images it tells apart at the position where it does most.
int mostAtOnePosition(const Moments &moments)
{
    std::map<int, std::set<double>> values;
    std::size_t most = 0;
    for (const Moment &m : moments) {
        values[m.position].insert(m.value);
        most = std::max(most, values[m.position].size());
    }
    return int(most);
}

/// Phase after phase, each along the stack in the direction `way`, 1 or -1: a step back begins the next one.
/// `areNumbers`: they run on by one from slice to slice. Against the positions they are ahead by a whole phase more in
/// the next one, which is seen also where an outage took the end of one phase and the beginning of the next.
std::optional<Phases> byRuns(Moments moments, int way, int count, bool areNumbers)
{
    std::set<int> positions;
    for (const Moment &m : moments)
        positions.insert(m.position);
    std::sort(moments.begin(), moments.end(), [way](const Moment &a, const Moment &b) {
        return std::pair(a.value, way * a.position) < std::pair(b.value, way * b.position);
    });
    Phases phases(moments.size(), 0);
    int phase = 0;
    for (std::size_t i = 1; i < moments.size(); ++i) {
        const int step = way * (moments[i].position - moments[i - 1].position);
        const bool isAPhaseAhead =
            areNumbers && moments[i].value - moments[i - 1].value - step >= double(positions.size());
        if (step == 0 && moments[i].value != moments[i - 1].value && !isAPhaseAhead)
            return std::nullopt; // position after position
        if (areNumbers && step < 0 && !isAPhaseAhead)
            return std::nullopt; // every other slice first
        phase += step < 0 || isAPhaseAhead ? 1 : 0;
        phases[moments[i].image] = phase;
    }
    // More runs than phases: every other slice first, or too much is missing. Numbers tell phases of which no two have
    // an image at one position.
    return phase + 1 == count || (areNumbers && phase + 1 > count) ? std::optional(phases) : std::nullopt;
}

/// Position after position: a block of `count` consecutive numbers for each. Where a block begins, a position that
/// still has all of its images says.
std::optional<Phases> byBlocks(const Moments &moments, int count)
{
    std::map<int, std::set<double>> numbers;
    for (const Moment &m : moments)
        numbers[m.position].insert(m.value);
    const auto whole = std::find_if(numbers.begin(), numbers.end(),
                                    [count](const auto &here) { return int(here.second.size()) == count; });
    if (whole == numbers.end())
        return std::nullopt;
    const double begin = *whole->second.begin();
    Phases phases(moments.size(), 0);
    std::map<int, double> blockOf;
    std::set<double> blocks;
    for (const Moment &m : moments) {
        const double block = std::floor((m.value - begin) / count);
        const auto [it, isNew] = blockOf.emplace(m.position, block);
        if (it->second != block || (isNew && !blocks.insert(block).second))
            return std::nullopt;
        phases[m.image] = int(m.value - begin - block * count);
    }
    return phases;
}

/// Times that lie together phase by phase, with pauses clearly wider than any within one.
std::optional<Phases> byPauses(Moments moments, int count)
{
    std::sort(moments.begin(), moments.end(), [](const Moment &a, const Moment &b) { return a.value < b.value; });
    std::vector<double> pauses;
    for (std::size_t i = 1; i < moments.size(); ++i)
        pauses.push_back(moments[i].value - moments[i - 1].value);
    std::sort(pauses.begin(), pauses.end(), std::greater<>());
    const auto cuts = std::size_t(count) - 1;
    const double narrowest = pauses[cuts - 1], widestWithin = cuts < pauses.size() ? pauses[cuts] : 0.0;
    if (narrowest <= 0.0 || narrowest < clearlyWider * widestWithin)
        return std::nullopt;
    Phases phases(moments.size(), 0);
    std::map<std::pair<int, int>, double> seen; // a position has one value in a phase
    int phase = 0;
    for (std::size_t i = 0; i < moments.size(); ++i) {
        phase += i > 0 && moments[i].value - moments[i - 1].value >= narrowest ? 1 : 0;
        phases[moments[i].image] = phase;
        if (seen.emplace(std::pair(phase, moments[i].position), moments[i].value).first->second != moments[i].value)
            return std::nullopt;
    }
    return phases;
}

/// The same parts, numbered as they come.
Phases partsOf(const Phases &phases)
{
    std::map<int, int> parts;
    Phases result;
    for (const int phase : phases)
        result.push_back(parts.emplace(phase, int(parts.size())).first->second);
    return result;
}

/// What all that can be read off the orders says, where that is one thing.
std::optional<Phases> agreed(const Moments &numbers, const std::vector<Moments> &times)
{
    int count = mostAtOnePosition(numbers);
    for (const Moments &moments : times)
        count = std::max(count, mostAtOnePosition(moments));
    if (count < 2)
        return std::nullopt;
    std::vector<std::optional<Phases>> all;
    for (const Moments &moments : times) {
        if (mostAtOnePosition(moments) != count)
            continue;
        all.push_back(byPauses(moments, count));
        all.push_back(byRuns(moments, 1, count, false));
        all.push_back(byRuns(moments, -1, count, false));
    }
    if (mostAtOnePosition(numbers) == count) {
        all.push_back(byRuns(numbers, 1, count, true));
        all.push_back(byRuns(numbers, -1, count, true));
        all.push_back(byBlocks(numbers, count));
    }
    std::erase(all, std::nullopt);
    const bool isOne = !all.empty() && std::all_of(all.begin(), all.end(), [&](const std::optional<Phases> &phases) {
        return partsOf(*phases) == partsOf(*all.front());
    });
    return isOne ? all.front() : std::nullopt;
}

} // namespace

std::optional<std::vector<int>> tellPhases(const std::vector<InstancePtr> &images, const std::vector<int> &positions)
{
    const auto of = [&](std::optional<double> (*measure)(const Instance &)) {
        return momentsOf(images, positions, measure);
    };
    const Moments numbers = of(numbered);
    const std::vector<Moments> times{of(triggered), of(acquired)};
    const bool areApart =
        mostAtOnePosition(numbers) > 1 ||
        std::any_of(times.begin(), times.end(), [](const Moments &m) { return mostAtOnePosition(m) > 1; });
    return areApart ? agreed(numbers, times) : agreed({}, {of(stored)});
}

} // namespace consilium::dicom
