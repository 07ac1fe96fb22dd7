#include "viewer/dicom/OwnStacks.h"
#include "viewer/dicom/PatientMatch.h"
#include "viewer/dicom/Phases.h"
#include "viewer/dicom/StackIssues.h"
#include "viewer/dicom/StudyModel.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <set>
#include <tuple>
#include <utility>

using namespace Qt::StringLiterals;

namespace consilium::dicom
{

namespace
{

constexpr const char *phaseLabel = QT_TRANSLATE_NOOP("DataSet", "phase %1");
constexpr const char *copyLabel = QT_TRANSLATE_NOOP("DataSet", "copy %1");
constexpr double samePositionMm = 0.01;
constexpr double sameDirection = 2e-3; ///< per component, about 0.1 degree

constexpr std::size_t leastSlices = 3;        ///< of an orientation that is a stack of its own
constexpr std::size_t mostOrientations = 256; ///< told apart; each image is compared with all of them

constexpr int withoutNumber = -1;

/// Why a part was split off.
struct Label {
    const char *source; ///< "acquisition %1", English; see translations
    int number;         ///< or withoutNumber
    QString name = {};  ///< what it is called, for people
    [[nodiscard]] QString with(const QString &text) const { return number == withoutNumber ? text : text.arg(number); }
};

/// A part of the series on its way to becoming a stack.
struct Part {
    std::vector<InstancePtr> images;
    std::vector<Label> labels;
    std::vector<DataIssue> issues;
    bool isSpatial = true;  ///< false: shown by number, whatever positions say
    bool isSettled = false; ///< not to be split any further by what lies at its positions
};

bool isClose(const PatientVector &a, const PatientVector &b)
{
    return std::abs(a.x - b.x) < sameDirection && std::abs(a.y - b.y) < sameDirection &&
           std::abs(a.z - b.z) < sameDirection;
}

bool hasPlace(const Instance &image)
{
    return image.geometry.isOriented() && image.geometry.position;
}

auto numberOrder(const Instance &image)
{
    return std::tuple(image.temporalPosition, image.triggerTimeMs.value_or(-1.0), image.acquisitionNumber,
                      image.echoNumber, image.dimensions, image.instanceNumber, image.acquisition, image.sop.text(),
                      image.frame); // an acquisition begins with its time
}

bool byInstanceNumber(const InstancePtr &a, const InstancePtr &b)
{
    return std::tuple(a->instanceNumber, a->sop, a->frame) < std::tuple(b->instanceNumber, b->sop, b->frame);
}

/// Direction in which a stack is scrolled: towards the feet, the back or the left, whichever the normal is nearest to.
PatientVector scrollDirection(const PatientVector &normal)
{
    const double x = std::abs(normal.x), y = std::abs(normal.y), z = std::abs(normal.z);
    // A little hysteresis for planes exactly between two: axial before coronal before sagittal.
    constexpr double tie = 1e-6;
    const double component = z + tie >= x && z + tie >= y ? -normal.z : y + tie >= x ? normal.y : normal.x;
    return component < 0.0 ? -normal : normal;
}

/// Splits into groups of equal key, in the order of the keys. A whole number that names its group for people goes into
/// the label; `unknown` is that of the group without a number, which must not be taken for one that has it, and says
/// so.
template<class Key>
std::vector<Part> splitBy(const Part &part, Key key, const char *label, const char *unknown = nullptr)
{
    using Value = std::decay_t<decltype(key(*part.images.front()))>;
    const Value first = key(*part.images.front());
    const bool same =
        std::all_of(part.images.begin(), part.images.end(), [&](const InstancePtr &i) { return key(*i) == first; });
    if (same)
        return {part};
    std::map<Value, std::vector<InstancePtr>> groups;
    for (const InstancePtr &image : part.images)
        groups[key(*image)].push_back(image);
    std::vector<Part> parts;
    for (auto &[value, images] : groups) {
        Part &added = parts.emplace_back(Part{std::move(images), part.labels, part.issues, part.isSpatial});
        int number = static_cast<int>(parts.size());
        if constexpr (std::is_same_v<Value, int>) {
            if (value < 0 && unknown) {
                added.labels.push_back({unknown, withoutNumber});
                added.issues.push_back({DataIssue::Kind::OtherRepaired,
                                        u"%1: these images lack the number that others of the series have"_s.arg(
                                            QLatin1StringView(unknown))});
                continue;
            }
            number = value >= 0 ? value : number;
        }
        added.labels.push_back({label, number});
    }
    return parts;
}

/// The same for all parts. `least`: groups of fewer images on average are not split apart, they only get the issue,
/// with 1 as its value.
template<class Key>
void splitAll(std::vector<Part> &parts, Key key, const char *label, std::optional<DataIssue::Kind> issue,
              std::size_t least = 1)
{
    std::vector<Part> result;
    for (const Part &part : parts) {
        std::vector<Part> pieces = splitBy(part, key, label);
        const std::size_t groups = pieces.size();
        const bool staysTogether = groups > 1 && part.images.size() < least * groups;
        if (staysTogether)
            pieces = {part};
        const QString detail = staysTogether ? u"%1 groups, in one stack all the same"_s : u"%1 groups"_s;
        for (Part &piece : pieces) {
            if (groups > 1 && issue)
                piece.issues.push_back(
                    {*issue, detail.arg(groups), -1, -1, static_cast<int>(groups), staysTogether ? 1.0 : 0.0});
        }
        std::move(pieces.begin(), pieces.end(), std::back_inserter(result));
    }
    parts = std::move(result);
}

using Images = std::vector<InstancePtr>;

/// Groups of (nearly) the same row and column direction; `rest`: what would have been one orientation too many.
std::vector<Images> orientationGroups(const Images &images, Images &rest)
{
    std::vector<Images> groups;
    for (const InstancePtr &image : images) {
        const FrameGeometry &g = image->geometry;
        const auto it = std::find_if(groups.begin(), groups.end(), [&](const Images &group) {
            const FrameGeometry &first = group.front()->geometry;
            return isClose(*first.alongRow, *g.alongRow) && isClose(*first.alongColumn, *g.alongColumn);
        });
        if (it != groups.end())
            it->push_back(image);
        else if (groups.size() < mostOrientations)
            groups.push_back({image});
        else
            rest.push_back(image);
    }
    return groups;
}

bool isLocalizer(const InstancePtr &image)
{
    return image->imageType.split(u'\\').contains("LOCALIZER"_L1); // PS3.3 C.8.2.1.1.1, value 3
}

DataIssue mixedOrientation(std::size_t count)
{
    return {DataIssue::Kind::MixedOrientation, u"%1 orientations"_s.arg(count), -1, -1, static_cast<int>(count)};
}

/// Orientations of three slices and more are stacks of their own; what is left over (a scout or two) goes into a part
/// behind them. Where no orientation has three (radial planes) all stay together, unsorted by place, with an issue.
std::vector<Part> splitByOrientation(const Part &part)
{
    Images rest;
    std::vector<Images> groups = orientationGroups(part.images, rest);
    if (groups.size() == 1)
        return {part};
    std::size_t restOrientations = rest.empty() ? 0 : 1;
    const auto small = std::stable_partition(groups.begin(), groups.end(),
                                             [](const Images &group) { return group.size() >= leastSlices; });
    for (auto it = small; it != groups.end(); ++it, ++restOrientations)
        rest.insert(rest.end(), it->begin(), it->end());
    groups.erase(small, groups.end());
    std::sort(rest.begin(), rest.end(), byInstanceNumber);

    std::vector<Part> parts;
    for (Images &group : groups)
        parts.push_back({std::move(group), part.labels, part.issues, true});
    // The order in which images arrive must not decide which part keeps the name of the series.
    std::sort(parts.begin(), parts.end(), [](const Part &a, const Part &b) {
        return byInstanceNumber(*std::min_element(a.images.begin(), a.images.end(), byInstanceNumber),
                                *std::min_element(b.images.begin(), b.images.end(), byInstanceNumber));
    });
    for (std::size_t i = 0; parts.size() > 1 && i < parts.size(); ++i) {
        parts[i].labels.push_back({QT_TRANSLATE_NOOP("DataSet", "orientation %1"), static_cast<int>(i) + 1});
        parts[i].issues.push_back(mixedOrientation(parts.size()));
    }
    if (rest.empty())
        return parts;
    const bool localizers = std::all_of(rest.begin(), rest.end(), isLocalizer);
    Part left{std::move(rest), part.labels, part.issues, false};
    if (restOrientations > 1)
        left.issues.push_back(mixedOrientation(restOrientations));
    if (!parts.empty())
        left.labels.push_back(
            {localizers ? QT_TRANSLATE_NOOP("DataSet", "localizer") : QT_TRANSLATE_NOOP("DataSet", "other orientation"),
             withoutNumber});
    parts.push_back(std::move(left));
    return parts;
}

struct Placed {
    double mm;
    const InstancePtr *image;
};

/// Sorted along the scroll direction; equal positions by time and number.
std::vector<Placed> placed(const Part &part)
{
    const PatientVector direction = scrollDirection(*part.images.front()->geometry.normal());
    std::vector<Placed> all;
    all.reserve(part.images.size());
    for (const InstancePtr &image : part.images) {
        const PatientPoint &p = *image->geometry.position;
        all.push_back({p.x * direction.x + p.y * direction.y + p.z * direction.z, &image});
    }
    std::sort(all.begin(), all.end(), [](const Placed &a, const Placed &b) { return a.mm < b.mm; });
    // Equal positions, which rounding may have put in any order, one behind the other by time and number.
    for (auto first = all.begin(); first != all.end();) {
        const auto last =
            std::find_if(first, all.end(), [&](const Placed &p) { return p.mm - first->mm >= samePositionMm; });
        std::sort(first, last,
                  [](const Placed &a, const Placed &b) { return numberOrder(**a.image) < numberOrder(**b.image); });
        first = last;
    }
    return all;
}

Images imagesOf(const std::vector<Placed> &sorted)
{
    Images images;
    for (const Placed &p : sorted)
        images.push_back(*p.image);
    return images;
}

/// For each image its position, counted from the first.
std::vector<int> positionsOf(const std::vector<Placed> &sorted)
{
    std::vector<int> positions;
    double first = 0.0;
    for (const Placed &p : sorted) {
        const bool isNext = positions.empty() || std::abs(p.mm - first) >= samePositionMm;
        first = isNext ? p.mm : first;
        positions.push_back(positions.empty() ? 0 : positions.back() + (isNext ? 1 : 0));
    }
    return positions;
}

/// How many images lie at each position.
std::vector<int> countsOf(const std::vector<Placed> &sorted)
{
    std::vector<int> counts;
    for (const int position : positionsOf(sorted)) {
        counts.resize(std::size_t(position) + 1);
        ++counts[std::size_t(position)];
    }
    return counts;
}

/// Images beyond one for each position.
int extraOf(const std::vector<Placed> &sorted)
{
    return static_cast<int>(sorted.size() - countsOf(sorted).size());
}

/// True when the values, in the order of the positions, come back after they had changed: groups that lie in one
/// another.
template<class Key>
bool isInterleaved(const std::vector<Placed> &sorted, Key key)
{
    std::set<decltype(key(**sorted.front().image))> seen;
    for (std::size_t i = 0; i < sorted.size(); ++i) {
        const auto value = key(**sorted[i].image);
        if (i > 0 && value == key(**sorted[i - 1].image))
            continue;
        if (!seen.insert(value).second)
            return true;
    }
    return false;
}

/// For each position its place along the stack.
std::vector<double> placesOf(const std::vector<Placed> &sorted, const std::vector<int> &positions)
{
    std::vector<double> mm;
    for (std::size_t i = 0; i < sorted.size(); ++i)
        if (i == 0 || positions[i] != positions[i - 1])
            mm.push_back(sorted[i].mm);
    return mm;
}

/// A piece that ends before the others do, or begins after, has no gap there that could be seen in it alone.
void compareEnds(std::vector<Part> &pieces, const std::vector<Placed> &sorted, Coverage coverage)
{
    const std::vector<int> counted = positionsOf(sorted);
    std::map<const Instance *, int> positionOf;
    for (std::size_t i = 0; i < sorted.size(); ++i)
        positionOf[sorted[i].image->get()] = counted[i];
    std::vector<std::vector<int>> positions;
    for (const Part &piece : pieces) {
        std::set<int> own;
        for (const InstancePtr &image : piece.images)
            own.insert(positionOf.at(image.get()));
        positions.emplace_back(own.begin(), own.end());
    }
    const std::vector<MissingEnds> ends = missingEnds(positions, coverage);
    for (std::size_t i = 0; i < pieces.size(); ++i)
        addMissingEnds(pieces[i].issues, ends[i], placesOf(sorted, counted));
}

/// What names the pieces of a part, and what is expected of them.
struct Naming {
    const char *label;
    Coverage coverage;
    bool judgeGaps;                ///< nothing is on its way any more
    const char *unknown = nullptr; ///< the label of images without the number that names a piece
};

/// Splits by a key when that tells apart what lies at the same positions, or untangles groups that lie in one another.
template<class Key>
std::optional<std::vector<Part>> trySplit(const Part &part, const std::vector<Placed> &sorted, Key key,
                                          const Naming &naming)
{
    std::vector<Part> pieces = splitBy(part, key, naming.label, naming.unknown);
    if (pieces.size() == 1 || part.images.size() < 2 * pieces.size())
        return std::nullopt;
    const int before = extraOf(sorted);
    if (before == 0)
        return isInterleaved(sorted, key) ? std::optional(std::move(pieces)) : std::nullopt;
    int after = 0;
    for (const Part &piece : pieces)
        after += extraOf(placed(piece));
    if (after >= before)
        return std::nullopt;
    if (naming.judgeGaps)
        compareEnds(pieces, sorted, naming.coverage);
    return pieces;
}

/// All that can tell one image of a place from another.
auto distinction(const Instance &image)
{
    return std::tuple(image.temporalPosition, image.triggerTimeMs.value_or(-1.0), image.acquisitionNumber,
                      image.echoNumber, image.instanceNumber, image.grey.slope, image.grey.intercept, image.imageType,
                      image.acquisition, image.frame);
}

/// Whether of any position nothing tells the images apart.
bool areAllCopies(const std::vector<Placed> &sorted, const std::vector<int> &positions)
{
    for (std::size_t i = 1; i < sorted.size(); ++i)
        if (positions[i] == positions[i - 1] && distinction(**sorted[i].image) != distinction(**sorted[i - 1].image))
            return false;
    return true;
}

/// For each image the how-manieth it is at its position.
std::vector<int> occurrencesOf(const std::vector<int> &positions)
{
    std::vector<int> occurrences;
    for (std::size_t i = 0; i < positions.size(); ++i)
        occurrences.push_back(i > 0 && positions[i] == positions[i - 1] ? occurrences.back() + 1 : 0);
    return occurrences;
}

/// Which of the groups each image goes into; the label names them with their number. A group that ends before the
/// others do, or begins after, has no gap there that could be seen: that is said while nothing is on its way.
std::vector<Part> splitInto(const std::vector<int> &groups, const Part &part, const std::vector<Placed> &sorted,
                            const std::vector<int> &positions, const char *label, bool judgeGaps)
{
    const int count = *std::max_element(groups.begin(), groups.end()) + 1;
    const std::vector<double> mm = placesOf(sorted, positions);
    std::vector<Part> parts;
    for (int group = 0; group < count; ++group) {
        Part &added = parts.emplace_back(Part{{}, part.labels, part.issues, true});
        added.labels.push_back({label, group + 1});
        int first = -1, last = -1;
        for (std::size_t i = 0; i < sorted.size(); ++i) {
            if (groups[i] != group)
                continue;
            added.images.push_back(*sorted[i].image);
            first = first < 0 ? positions[i] : first;
            last = positions[i];
        }
        MissingEnds ends;
        for (int position = 0; judgeGaps && position < first; ++position)
            ends.before.push_back(position);
        for (int position = last + 1; judgeGaps && position <= positions.back(); ++position)
            ends.after.push_back(position);
        addMissingEnds(added.issues, ends, mm);
    }
    return parts;
}

/// Positions that do not have as many images as most others cannot be shared out: they become a part of their own, and
/// the others are shared out by order of occurrence.
std::vector<Part> splitComplete(const Part &part, const std::vector<Placed> &sorted, const std::vector<int> &positions,
                                const std::vector<int> &counts, bool judgeGaps)
{
    std::map<int, int> frequency;
    for (const int count : counts)
        frequency[count] += count > 1 ? 1 : 0;
    const int usual = std::max_element(frequency.begin(), frequency.end(), [](const auto &a, const auto &b) {
                          return a.second < b.second;
                      })->first;
    std::vector<int> groups = occurrencesOf(positions);
    Part rest{{}, part.labels, part.issues, true, true};
    for (std::size_t i = 0; i < sorted.size(); ++i) {
        if (counts[std::size_t(positions[i])] == usual)
            continue;
        groups[i] = -1;
        rest.images.push_back(*sorted[i].image);
    }
    std::vector<Part> parts = splitInto(groups, part, sorted, positions, phaseLabel, judgeGaps);
    if (!rest.images.empty()) {
        rest.labels.push_back({QT_TRANSLATE_NOOP("DataSet", "unknown phase"), withoutNumber});
        parts.push_back(std::move(rest));
    }
    return parts;
}

/// More than half of the positions: fewer are single duplicates.
bool areMostRepeated(const std::vector<int> &counts)
{
    const auto repeated = std::count_if(counts.begin(), counts.end(), [](int count) { return count > 1; });
    return 2 * repeated > static_cast<std::ptrdiff_t>(counts.size());
}

/// Phases as the order of numbers and times tells them.
std::optional<std::vector<Part>> splitByOrder(const Part &part, const std::vector<Placed> &sorted, bool judgeGaps)
{
    const std::vector<int> positions = positionsOf(sorted);
    const auto phases = areMostRepeated(countsOf(sorted)) ? tellPhases(imagesOf(sorted), positions) : std::nullopt;
    return phases ? std::optional(splitInto(*phases, part, sorted, positions, phaseLabel, judgeGaps)) : std::nullopt;
}

/// Where nothing tells phases: the series has been stored more than once if nothing tells images of one position apart
/// either. Nullopt: single duplicates, or what may be told once the rest is there.
std::optional<std::vector<Part>> splitUntold(const Part &part, const std::vector<Placed> &sorted, bool judgeGaps)
{
    const std::vector<int> positions = positionsOf(sorted), counts = countsOf(sorted);
    if (!areMostRepeated(counts))
        return std::nullopt;
    if (areAllCopies(sorted, positions)) {
        std::vector<Part> copies = splitInto(occurrencesOf(positions), part, sorted, positions, copyLabel, judgeGaps);
        const int times = static_cast<int>(copies.size());
        for (Part &copy : copies)
            copy.issues.push_back(
                {DataIssue::Kind::DuplicateSlices, u"the series is stored %1 times"_s.arg(times), -1, -1, times});
        return copies;
    }
    const auto [least, most] = std::minmax_element(counts.begin(), counts.end());
    const bool mayWait = *least < *most && !judgeGaps;
    return mayWait ? std::nullopt : std::optional(splitComplete(part, sorted, positions, counts, judgeGaps));
}

/// By what the images themselves say they are.
std::optional<std::vector<Part>> splitByName(const Part &part, const std::vector<Placed> &sorted, bool judgeGaps)
{
    const bool isAnyRepeated = extraOf(sorted) > 0;
    auto pieces = trySplit(part, sorted, [](const Instance &i) { return i.temporalPosition; },
                           {QT_TRANSLATE_NOOP("DataSet", "temporal position %1"), Coverage::Same, judgeGaps,
                            QT_TRANSLATE_NOOP("DataSet", "temporal position unknown")});
    if (!pieces)
        pieces = trySplit(part, sorted, [](const Instance &i) { return i.acquisitionNumber; },
                          {QT_TRANSLATE_NOOP("DataSet", "acquisition %1"), Coverage::MayDiffer, judgeGaps,
                           QT_TRANSLATE_NOOP("DataSet", "acquisition unknown")});
    if (!pieces)
        pieces = trySplit(part, sorted, [](const Instance &i) { return i.echoNumber; },
                          {QT_TRANSLATE_NOOP("DataSet", "echo %1"), Coverage::Same, judgeGaps,
                           QT_TRANSLATE_NOOP("DataSet", "echo unknown")});
    if (!pieces && isAnyRepeated) // a projection of thicker slices lies beside its source, too
        pieces = trySplit(part, sorted, [](const Instance &i) { return i.imageType; },
                          {QT_TRANSLATE_NOOP("DataSet", "image type %1"), Coverage::MayDiffer, judgeGaps});
    if (!pieces && isAnyRepeated)
        pieces = trySplit(part, sorted, [](const Instance &i) { return i.dimensions; },
                          {phaseLabel, Coverage::Same, judgeGaps});
    return pieces;
}

void splitRepeats(const Part &part, int depth, bool judgeGaps, std::vector<Part> &into)
{
    const std::vector<Placed> sorted = placed(part);
    const int extra = extraOf(sorted);
    std::optional<std::vector<Part>> pieces;
    // One position seen again and again is a series in time, not a stack.
    if (!part.isSettled && depth < 4 && static_cast<std::size_t>(extra) + 1 < sorted.size()) {
        pieces = splitByName(part, sorted, judgeGaps);
        if (!pieces && extra > 0)
            pieces = splitByOrder(part, sorted, judgeGaps);
        if (!pieces && extra > 0)
            pieces = trySplit(part, sorted, [](const Instance &i) { return i.triggerTimeMs.value_or(-1.0); },
                              {phaseLabel, Coverage::Same, judgeGaps});
        if (!pieces && extra > 0)
            pieces = splitUntold(part, sorted, judgeGaps);
    }
    if (pieces) {
        for (const Part &piece : *pieces)
            splitRepeats(piece, depth + 1, judgeGaps, into);
        return;
    }
    into.push_back({imagesOf(sorted), part.labels, part.issues, true});
}

/// A section of its own object that knows how it lies but not where.
bool isUnplacedSection(const InstancePtr &image)
{
    return image->pixels.frames == 1 && image->geometry.isOriented() && !image->geometry.position;
}

/// Images without a position (screenshots, reports drawn as images) do not belong into a stack of those that have one.
std::vector<Part> splitByPlace(std::vector<Part> parts)
{
    std::vector<Part> result;
    for (Part &part : parts) {
        const auto without = std::stable_partition(part.images.begin(), part.images.end(),
                                                   [](const InstancePtr &i) { return hasPlace(*i); });
        Part unplaced{{without, part.images.end()}, part.labels, part.issues, false};
        part.images.erase(without, part.images.end());
        std::sort(unplaced.images.begin(), unplaced.images.end(), byInstanceNumber);
        if (unplaced.images.size() > 1 &&
            std::all_of(unplaced.images.begin(), unplaced.images.end(), isUnplacedSection))
            unplaced.issues.push_back(
                {DataIssue::Kind::NoPosition, u"Image Position (Patient) (0020,0032) is missing"_s});
        if (!part.images.empty() && !unplaced.images.empty())
            unplaced.labels.push_back({QT_TRANSLATE_NOOP("DataSet", "without position"), withoutNumber});
        if (!part.images.empty())
            result.push_back(std::move(part));
        if (!unplaced.images.empty())
            result.push_back(std::move(unplaced));
    }
    return result;
}

/// A segmentation is a stack for each of its segments, and for each object where a series holds several.
std::vector<Part> splitBySegment(std::vector<Part> parts)
{
    const auto isSegment = [](const InstancePtr &image) { return image->segment >= 0; };
    std::vector<Part> result;
    for (Part &part : parts) {
        if (std::none_of(part.images.begin(), part.images.end(), isSegment)) {
            result.push_back(std::move(part));
            continue;
        }
        std::map<std::tuple<int, SopInstanceUid, int>, Images> groups;
        std::map<std::tuple<int, SopInstanceUid>, int> objects;
        for (const InstancePtr &image : part.images) {
            groups[std::tuple(image->instanceNumber, image->sop, image->segment)].push_back(image);
            objects[std::tuple(image->instanceNumber, image->sop)] = 0;
        }
        int number = 0;
        for (auto &[object, place] : objects)
            place = ++number;
        for (auto &[key, images] : groups) {
            const auto &[instance, sop, segment] = key;
            const QString name = images.front()->segmentLabel;
            Part piece{std::move(images), part.labels, part.issues, part.isSpatial};
            if (objects.size() > 1)
                piece.labels.push_back({QT_TRANSLATE_NOOP("DataSet", "object %1"), objects[std::tuple(instance, sop)]});
            if (groups.size() > 1)
                piece.labels.push_back(segment >= 0 ? Label{QT_TRANSLATE_NOOP("DataSet", "segment %1"), segment, name}
                                                    : Label{QT_TRANSLATE_NOOP("DataSet", "no segment"), withoutNumber});
            result.push_back(std::move(piece));
        }
    }
    return result;
}

/// Whose each image is. By the rule by which a study's series are judged: what may be one person's there is so here.
std::map<const Instance *, int> personsOf(const Images &images)
{
    std::vector<PatientIdentity> identities;
    identities.reserve(images.size());
    for (const InstancePtr &image : images)
        identities.push_back(image->patient);
    const std::vector<int> numbers = personsAmong(identities);
    std::map<const Instance *, int> persons;
    for (std::size_t i = 0; i < images.size(); ++i)
        persons.emplace(images[i].get(), numbers[i]);
    return persons;
}

/// `judgeGaps`: nothing is on its way any more.
std::vector<Part> splitSeries(std::vector<InstancePtr> instances, bool judgeGaps)
{
    const std::map<const Instance *, int> persons = personsOf(instances);
    std::vector<Part> parts{{std::move(instances), {}, {}, true}};
    splitAll(
        parts, [&persons](const Instance &i) { return persons.at(&i); }, QT_TRANSLATE_NOOP("DataSet", "patient %1"),
        DataIssue::Kind::MixedPatients);
    parts = splitBySegment(std::move(parts));
    parts = splitByPlace(std::move(parts));
    splitAll(
        parts,
        [](const Instance &i) {
            return i.pixels.frames > 1 && !hasPlace(i) ? std::tuple(i.instanceNumber, i.sop.text())
                                                       : std::tuple(-1, QString());
        },
        QT_TRANSLATE_NOOP("DataSet", "clip %1"), std::nullopt);
    splitAll(
        parts, [](const Instance &i) { return hasPlace(i) ? i.geometry.frameOfReference.text() : QString(); },
        QT_TRANSLATE_NOOP("DataSet", "frame of reference %1"), DataIssue::Kind::MixedFrameOfReference,
        2); // some anonymisers give every image a frame of its own
    splitAll(
        parts,
        [](const Instance &i) {
            const FrameGeometry &g = i.geometry;
            return hasPlace(i) ? std::tuple(g.rows, g.columns, std::lround(g.spacing.betweenRowsMm * 1e4),
                                            std::lround(g.spacing.betweenColumnsMm * 1e4))
                               : std::tuple(0, 0, 0L, 0L);
        },
        QT_TRANSLATE_NOOP("DataSet", "matrix %1"), std::nullopt);

    std::vector<Part> result;
    for (const Part &part : parts) {
        if (!part.isSpatial) {
            result.push_back(part);
            continue;
        }
        for (const Part &oriented : splitByOrientation(part)) {
            if (oriented.isSpatial)
                splitRepeats(oriented, 0, judgeGaps, result);
            else
                result.push_back(oriented);
        }
    }
    return result;
}

/// How much a part is beside the others: an object of several frames without places (a clip) is one picture.
std::size_t weightOf(const Part &part)
{
    std::size_t images = 0;
    std::set<SopInstanceUid> clips;
    for (const InstancePtr &image : part.images) {
        if (image->pixels.frames > 1 && !hasPlace(*image))
            clips.insert(image->sop);
        else
            ++images;
    }
    return images + clips.size();
}

/// What a series begins with is what it is about: a stray, a part of less than a quarter of the largest one, goes
/// behind the others, wherever its key put it. Of the others, and of the strays, none changes its place: phases and
/// acquisitions stay in the order of their numbers. Segments of a segmentation are as large as what they outline: they
/// stay in theirs.
void putStraysBehind(std::vector<Part> &parts)
{
    constexpr std::size_t strayShare = 4;
    std::size_t largest = 0;
    for (const Part &part : parts) {
        if (part.images.front()->segment >= 0)
            return;
        largest = std::max(largest, weightOf(part));
    }
    std::stable_partition(parts.begin(), parts.end(),
                          [&](const Part &part) { return strayShare * weightOf(part) >= largest; });
}

/// "acquisition_2": part of an identifier, the same in every language.
QString slug(const std::vector<Label> &labels)
{
    QStringList parts;
    for (const Label &label : labels)
        parts.append(label.with(QString::fromLatin1(label.source)).replace(u' ', u'_'));
    return parts.join(u'-');
}

QString forPeople(const std::vector<Label> &labels)
{
    QStringList parts;
    for (const Label &label : labels) {
        const QString text = label.with(QCoreApplication::translate("DataSet", label.source));
        parts.append(label.name.isEmpty() ? text : u"%1 %2"_s.arg(text, label.name));
    }
    return parts.join(u", "_s);
}

} // namespace

bool sortAsOneStack(std::vector<InstancePtr> &images)
{
    Images rest;
    const bool isParallel = !images.empty() && std::all_of(images.begin(), images.end(), [](const InstancePtr &i) {
        return hasPlace(*i);
    }) && orientationGroups(images, rest).size() == 1;
    if (!isParallel)
        return false;
    images = imagesOf(placed({images, {}, {}, true}));
    return true;
}

std::vector<DataSetPtr> assemble(const SeriesHeader &series, std::vector<InstancePtr> instances, int expected)
{
    QSet<SopInstanceUid> objects;
    QSet<std::pair<SopInstanceUid, int>> seen;
    std::erase_if(instances, [&](const InstancePtr &image) {
        objects.insert(image->sop);
        const std::pair frame(image->sop, image->frame);
        const bool again = seen.contains(frame);
        seen.insert(frame);
        return again;
    });
    if (instances.empty())
        return {};
    const bool isComplete = expected >= 0 && static_cast<int>(objects.size()) >= expected;
    const bool judgeGaps = expected < 0 || isComplete;
    std::vector<Part> parts = splitSeries(std::move(instances), judgeGaps);
    putStraysBehind(parts);
    std::vector<DataSetPtr> result;
    for (Part &part : parts) {
        auto dataSet = std::make_shared<DataSet>();
        // The first part keeps the series' own name, so that a viewport showing it does not lose it when a second part
        // turns up.
        dataSet->id = DataSetId(result.empty() ? series.uid.text() : series.uid.text() + u'#' + slug(part.labels));
        dataSet->header = series;
        dataSet->part = forPeople(part.labels);
        dataSet->issues = std::move(part.issues);
        dataSet->slices = std::move(part.images);
        dataSet->isComplete = isComplete;
        // A segmentation leaves out planes that hold nothing of a segment: gaps in it are none.
        if (part.isSpatial && dataSet->slices.front()->segment < 0)
            findStackIssues(*dataSet, judgeGaps);
        result.push_back(std::move(dataSet));
    }
    return result;
}

} // namespace consilium::dicom
