#include "viewer/dicom/StackIssues.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <set>
#include <tuple>
#include <vector>

using namespace Qt::StringLiterals;

namespace consilium::dicom
{

namespace
{

constexpr double pi = 3.14159265358979323846;

/// Steps between successive slices, mm along the normal; 0 for duplicates.
std::vector<double> stepsOf(const std::vector<InstancePtr> &slices)
{
    std::vector<double> steps;
    const PatientVector normal = *slices.front()->geometry.normal();
    for (std::size_t i = 1; i < slices.size(); ++i) {
        const double step = std::abs((*slices[i]->geometry.position - *slices[i - 1]->geometry.position).dot(normal));
        steps.push_back(step < samePositionMm ? 0.0 : step);
    }
    return steps;
}

void findGaps(DataSet &stack, const std::vector<double> &steps, double usual)
{
    double smallest = usual, largest = usual;
    int firstUneven = -1, lastUneven = -1;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const int at = static_cast<int>(i);
        const StepKind kind = stepKind(steps[i], usual);
        if (kind == StepKind::Usual)
            continue;
        if (kind == StepKind::Missing) {
            const int missing = static_cast<int>(std::lround(steps[i] / usual)) - 1;
            stack.issues.push_back({DataIssue::Kind::MissingSlices,
                                    u"%1 missing, gap of %2 mm"_s.arg(missing).arg(steps[i], 0, 'f', 2), at, at + 1,
                                    missing, steps[i]});
            continue;
        }
        smallest = std::min(smallest, steps[i]);
        largest = std::max(largest, steps[i]);
        firstUneven = firstUneven < 0 ? at : firstUneven;
        lastUneven = at + 1;
    }
    if (firstUneven >= 0) {
        stack.issues.push_back({DataIssue::Kind::UnevenSpacing,
                                u"%1 to %2 mm"_s.arg(smallest, 0, 'f', 3).arg(largest, 0, 'f', 3), firstUneven,
                                lastUneven, 0, smallest, largest});
    }
}

/// Whether something says of each image of one position what it is beside the others: its time, echo, phase, settings;
/// its place among the frames of one object. A number alone says nothing, nor does when it was stored (Content Date and
/// Time, the fourth and fifth of Instance::acquisition).
bool areToldApart(const std::vector<InstancePtr> &slices)
{
    const auto key = [](const Instance &i) {
        QStringList acquisition = i.acquisition.split(u'|');
        for (const qsizetype stored : {3, 4})
            if (stored < acquisition.size())
                acquisition[stored].clear();
        const bool isOneOfMany = i.pixels.frames > 1;
        return std::tuple(i.temporalPosition, i.triggerTimeMs.value_or(-1.0), i.acquisitionNumber, i.echoNumber,
                          i.dimensions, i.imageType, acquisition.join(u'|'), isOneOfMany ? i.sop.text() : QString(),
                          isOneOfMany ? i.frame : 0);
    };
    std::set<decltype(key(*slices.front()))> all;
    return std::all_of(slices.begin(), slices.end(), [&](const InstancePtr &i) { return all.insert(key(*i)).second; });
}

void findDuplicates(DataSet &stack, const std::vector<double> &steps)
{
    const auto count = std::count(steps.begin(), steps.end(), 0.0);
    const bool isOnePosition = count == std::ptrdiff_t(steps.size());
    if (count == 0 || (isOnePosition && areToldApart(stack.slices)))
        return;
    const auto first = std::find(steps.begin(), steps.end(), 0.0) - steps.begin();
    const auto last = steps.rend() - std::find(steps.rbegin(), steps.rend(), 0.0);
    stack.issues.push_back({DataIssue::Kind::DuplicateSlices, u"%1 repeated"_s.arg(count), static_cast<int>(first),
                            static_cast<int>(last), static_cast<int>(count)});
}

/// A tilted gantry shows as slices that are shifted within their plane from one to the next.
void findTilt(DataSet &stack)
{
    const Instance &first = *stack.slices.front(), &last = *stack.slices.back();
    const PatientVector normal = *first.geometry.normal();
    const PatientVector way = *last.geometry.position - *first.geometry.position;
    const double along = way.dot(normal);
    const PatientVector across = way - normal * along;
    const double degrees = std::atan2(across.length(), std::abs(along)) * 180.0 / pi;
    // Rounded positions and directions shear a little, too.
    if (std::abs(along) > samePositionMm && across.length() > 0.1 && degrees > 0.25) {
        stack.issues.push_back({DataIssue::Kind::GantryTilt, u"%1°"_s.arg(degrees, 0, 'f', 1), -1, -1, 0, degrees});
        return;
    }
    // A tilt in words that the positions do not show: one of the two is wrong.
    const double written = first.gantryTiltDeg.value_or(0.0);
    const bool straightAxial = std::abs(normal.z) > 0.99999;
    if (std::abs(written) > 0.5 && straightAxial)
        stack.issues.push_back(
            {DataIssue::Kind::GantryTilt, u"(0018,1120) %1°, positions 0°"_s.arg(written, 0, 'f', 1)});
}

bool areOfOneGrid(const std::vector<int> &a, const std::vector<int> &b)
{
    std::vector<int> shared;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(shared));
    return !shared.empty() && 2 * shared.size() >= std::min(a.size(), b.size());
}

bool isHalfOrMoreWithin(const std::vector<int> &stack, const std::vector<int> &whole)
{
    return 2 * stack.size() >= whole.size() && whole.front() <= stack.front() && stack.back() <= whole.back();
}

/// "2 before the first (-30 to -25 mm)"; empty where there are none.
QString endText(const std::vector<int> &positions, const std::vector<double> &mm, QLatin1StringView where)
{
    if (positions.empty())
        return {};
    // 0.0 is added for want of "-0.00".
    const double from = mm[std::size_t(positions.front())] + 0.0, to = mm[std::size_t(positions.back())] + 0.0;
    const QString range =
        positions.size() == 1 ? u"%1"_s.arg(from, 0, 'f', 2) : u"%1 to %2"_s.arg(from, 0, 'f', 2).arg(to, 0, 'f', 2);
    return u"%1 %2 (%3 mm)"_s.arg(positions.size()).arg(where, range);
}

} // namespace

std::vector<MissingEnds> missingEnds(const std::vector<std::vector<int>> &positions, Coverage coverage)
{
    // Of a thousand phases nearly all reach equally far: compared is each reach that there is, once.
    std::map<std::vector<int>, MissingEnds> all;
    int count = 0;
    for (const std::vector<int> &stack : positions) {
        all.emplace(stack, MissingEnds());
        count = std::max(count, stack.back() + 1);
    }
    for (auto &[stack, ends] : all) {
        std::vector<bool> others(std::size_t(count), false);
        for (const auto &[other, unused] : all)
            if (areOfOneGrid(stack, other) && (coverage == Coverage::Same || isHalfOrMoreWithin(stack, other)))
                for (const int position : other)
                    others[std::size_t(position)] = true;
        for (int position = 0; position < count; ++position)
            if (others[std::size_t(position)] && (position < stack.front() || position > stack.back()))
                (position < stack.front() ? ends.before : ends.after).push_back(position);
    }
    std::vector<MissingEnds> result;
    for (const std::vector<int> &stack : positions)
        result.push_back(all.at(stack));
    return result;
}

void addMissingEnds(std::vector<DataIssue> &issues, const MissingEnds &ends, const std::vector<double> &mm)
{
    if (ends.isEmpty())
        return;
    const auto known = std::find_if(issues.begin(), issues.end(), [](const DataIssue &issue) {
        return issue.kind == DataIssue::Kind::MissingSlices && issue.firstSlice < 0;
    });
    DataIssue &issue = known != issues.end() ? *known : issues.emplace_back();
    issue.kind = DataIssue::Kind::MissingSlices;
    QStringList where{issue.detail, endText(ends.before, mm, "before the first"_L1),
                      endText(ends.after, mm, "after the last"_L1)};
    where.removeAll(QString());
    issue.detail = where.join(u", "_s);
    issue.count += int(ends.before.size() + ends.after.size());
    issue.valueTo += double(ends.before.size());
}

double usualStepMm(std::vector<double> steps)
{
    std::erase(steps, 0.0);
    if (steps.empty())
        return 0.0;
    const auto middle = steps.begin() + static_cast<std::ptrdiff_t>(steps.size() / 2);
    std::nth_element(steps.begin(), middle, steps.end());
    return *middle;
}

StepKind stepKind(double stepMm, double usualMm)
{
    const double tolerance = std::max(roundedPositionMm, 0.01 * usualMm);
    if (stepMm == 0.0 || std::abs(stepMm - usualMm) <= tolerance)
        return StepKind::Usual;
    const double count = stepMm / usualMm;
    const bool isWhole = count > 1.5 && std::abs(count - std::round(count)) * usualMm <= 2 * tolerance;
    return isWhole ? StepKind::Missing : StepKind::Uneven;
}

DataIssue differingObjects(int files, const std::vector<SopInstanceUid> &sops)
{
    constexpr std::size_t mostNamed = 20;
    QStringList named;
    for (std::size_t i = 0; i < std::min(mostNamed, sops.size()); ++i)
        named << sops[i].text();
    QString detail = u"%1 files left out, of the same SOP Instance UID and other contents as: %2"_s.arg(files).arg(
        named.join(", "_L1));
    if (sops.size() > mostNamed)
        detail += u" ..."_s;
    return {DataIssue::Kind::DuplicateSlices, detail, -1, -1, files, 1.0};
}

void findStackIssues(DataSet &stack, bool judgeGaps)
{
    if (stack.slices.size() < 2)
        return;
    const std::vector<double> steps = stepsOf(stack.slices);
    findDuplicates(stack, steps);
    findTilt(stack);
    if (judgeGaps && steps.size() >= 2)
        findGaps(stack, steps, usualStepMm(steps));
}

} // namespace consilium::dicom
