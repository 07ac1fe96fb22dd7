#include "viewer/hanging/Match.h"

#include "viewer/dicom/PatientMatch.h"
#include "viewer/dicom/StudyDay.h"

#include <QDate>
#include <QSet>

#include <algorithm>
#include <cmath>
#include <tuple>

namespace consilium::hanging
{

using namespace Qt::StringLiterals;

namespace
{

QString upper(const QString &text)
{
    return text.trimmed().toUpper();
}

Verdict oneOf(const QStringList &wanted, const QString &said)
{
    if (wanted.isEmpty())
        return Verdict::Yes;
    if (said.isEmpty())
        return Verdict::Unknown;
    return wanted.contains(said) ? Verdict::Yes : Verdict::No;
}

/// "B" is of both sides: whether it is the one that is asked for is not known.
Verdict lateralityOf(const QStringList &wanted, const QString &said)
{
    const Verdict verdict = oneOf(wanted, said);
    return verdict == Verdict::No && said == "B"_L1 ? Verdict::Unknown : verdict;
}

Verdict planeOf(Plane wanted, const dicom::Instance &image)
{
    const auto normal = image.geometry.normal();
    if (!normal)
        return Verdict::Unknown;
    const double x = std::abs(normal->x), y = std::abs(normal->y), z = std::abs(normal->z);
    const Plane plane = z >= x && z >= y ? Plane::Axial : y >= x ? Plane::Coronal : Plane::Sagittal;
    return plane == wanted ? Verdict::Yes : Verdict::No;
}

Verdict imageTypeOf(const QStringList &wanted, const QString &said)
{
    if (wanted.isEmpty())
        return Verdict::Yes;
    if (said.isEmpty())
        return Verdict::Unknown;
    QStringList values = upper(said).split(u'\\');
    for (QString &value : values)
        value = value.trimmed();
    const bool hasAll =
        std::all_of(wanted.begin(), wanted.end(), [&](const QString &value) { return values.contains(value); });
    return hasAll ? Verdict::Yes : Verdict::No;
}

bool holdsPictures(const dicom::DataSet &stack)
{
    return !stack.slices.empty() && !stack.holdsMasks();
}

QSet<QString> modalitiesOf(const Study &study)
{
    QSet<QString> all;
    for (const auto &stack : study.dataSets)
        if (holdsPictures(*stack))
            all << upper(stack->header.modality);
    return all;
}

/// A mammogram is of the breast, whether or not it says so.
QSet<QString> bodyPartsOf(const Study &study)
{
    QSet<QString> all;
    for (const auto &stack : study.dataSets) {
        if (!holdsPictures(*stack))
            continue;
        if (const QString part = upper(stack->header.bodyPart); !part.isEmpty())
            all << part;
        else if (upper(stack->header.modality) == "MG"_L1)
            all << u"BREAST"_s;
    }
    return all;
}

bool anyIn(const QStringList &wanted, const QSet<QString> &there)
{
    return wanted.isEmpty() ||
           std::any_of(wanted.begin(), wanted.end(), [&](const QString &one) { return there.contains(one); });
}

int imagesIn(const Study &study)
{
    int count = 0;
    for (const auto &stack : study.dataSets)
        if (holdsPictures(*stack))
            count += int(stack->slices.size());
    return count;
}

int conditionsIn(const ImageCondition &c)
{
    const auto given = [](const QStringList &list) { return list.isEmpty() ? 0 : 1; };
    return given(c.modality) + given(c.bodyPart) + given(c.laterality) + given(c.view) + given(c.imageType) +
           (c.description ? 1 : 0) + (c.images ? 1 : 0) + (c.plane ? 1 : 0);
}

int conditionsIn(const Match &m)
{
    int count = (m.modality.isEmpty() ? 0 : 1) + (m.bodyPart.isEmpty() ? 0 : 1) + (m.studyDescription ? 1 : 0) +
                (m.images ? 1 : 0) + (m.monitors ? 1 : 0) + (m.hasPrior ? 1 + m.priorConditions : 0);
    for (const Match::Series &series : m.series)
        count += conditionsIn(series.condition) + (series.count == Range{1, {}} ? 0 : 1);
    return count;
}

int countOf(const ImageCondition &condition, const Study &study)
{
    return int(candidatesFor(condition, study).fitting.size());
}

bool isOfOnePatient(const Outline &prior, const Outline &current)
{
    using Verdict = dicom::StudyPairs::Verdict;
    if (prior.toCurrent != Verdict::Unjudged)
        return prior.toCurrent != Verdict::Apart;
    const dicom::StudyHeader &a = prior.header, &b = current.header;
    return !dicom::isUnknown(a.patient) && !dicom::isUnknown(b.patient) && dicom::samePatient(a.patient, b.patient) &&
           !dicom::contradictEachOther(a.patient, b.patient);
}

} // namespace

Verdict fits(const ImageCondition &condition, const dicom::DataSet &stack, const dicom::Instance &image)
{
    Verdict verdict = Verdict::Yes;
    const auto also = [&verdict](Verdict other) { verdict = std::min(verdict, other); };
    also(oneOf(condition.modality, upper(stack.header.modality)));
    also(oneOf(condition.bodyPart, upper(stack.header.bodyPart)));
    also(lateralityOf(condition.laterality, image.laterality));
    also(oneOf(condition.view, viewOf(image.viewPosition)));
    also(imageTypeOf(condition.imageType, image.imageType));
    if (condition.description)
        also(condition.description->holds(stack.header.description) ? Verdict::Yes : Verdict::No);
    if (condition.images)
        also(condition.images->holds(int(stack.slices.size())) ? Verdict::Yes : Verdict::No);
    if (condition.plane)
        also(planeOf(*condition.plane, image));
    return verdict;
}

bool isOfImages(const ImageCondition &condition)
{
    return !condition.laterality.isEmpty() || !condition.view.isEmpty() || !condition.imageType.isEmpty();
}

Candidates candidatesFor(const ImageCondition &condition, const Study &study)
{
    Candidates found;
    const bool ofImages = isOfImages(condition);
    for (const auto &stack : study.dataSets) {
        if (!holdsPictures(*stack))
            continue;
        const int count = int(stack->slices.size());
        for (int first = 0, last = 0; first < count; first = last + 1) {
            last = ofImages ? first : count - 1;
            const dicom::Instance &image = *stack->slices[std::size_t(first)];
            while (last + 1 < count && stack->slices[std::size_t(last) + 1]->sop == image.sop)
                ++last; // frames of one object
            const Verdict verdict = fits(condition, *stack, image);
            if (verdict == Verdict::Yes)
                found.fitting.push_back({stack, first, last});
            else if (verdict == Verdict::Unknown)
                ++found.unknown;
        }
    }
    return found;
}

Outline outlineOf(const Study &study)
{
    return {study.header, modalitiesOf(study), bodyPartsOf(study), study.toCurrent};
}

bool isPrior(const PriorCondition &condition, const Outline &prior, const Outline &current)
{
    if (prior.header.uid == current.header.uid || !isOfOnePatient(prior, current) ||
        !dicom::isSurelyEarlier(prior.header, current.header))
        return false;
    const QDate then = dicom::dayOf(prior.header.date);
    if (!condition.before.isEmpty() && then >= QDate::fromString(condition.before, u"yyyyMMdd"_s))
        return false;
    if (condition.mostDaysOld && then.daysTo(dicom::dayOf(current.header.date)) > *condition.mostDaysOld)
        return false;
    return (!condition.sameModality || prior.modalities.intersects(current.modalities)) &&
           (!condition.sameBodyPart || prior.bodyParts.intersects(current.bodyParts));
}

bool isNewer(const dicom::StudyHeader &a, const dicom::StudyHeader &b)
{
    const auto key = [](const dicom::StudyHeader &h) {
        return std::tuple(h.date.trimmed(), h.time.trimmed(), h.uid.text());
    };
    return key(a) > key(b);
}

const Study *priorFor(const PriorCondition &condition, const Studies &studies)
{
    const Outline current = outlineOf(studies.current);
    std::vector<const Study *> all;
    for (const Study &study : studies.priors)
        if (isPrior(condition, outlineOf(study), current))
            all.push_back(&study);
    std::sort(all.begin(), all.end(), [](const Study *a, const Study *b) { return isNewer(a->header, b->header); });
    return condition.nth <= int(all.size()) ? all[std::size_t(condition.nth) - 1] : nullptr;
}

namespace
{

/// `onlyFirst`: the first one tells enough.
std::vector<Failing> failing(const Match &m, const Studies &studies, int monitors, bool onlyFirst)
{
    const Study &current = studies.current;
    std::vector<Failing> all;
    const auto require = [&all, onlyFirst](MatchPart part, const auto &holds, std::size_t series = 0) {
        if (!(onlyFirst && !all.empty()) && !holds())
            all.push_back({part, series});
    };
    require(MatchPart::Modality, [&] { return anyIn(m.modality, modalitiesOf(current)); });
    require(MatchPart::BodyPart, [&] { return anyIn(m.bodyPart, bodyPartsOf(current)); });
    require(MatchPart::StudyDescription,
            [&] { return !m.studyDescription || m.studyDescription->holds(current.header.description); });
    require(MatchPart::Images, [&] { return !m.images || m.images->holds(imagesIn(current)); });
    require(MatchPart::Monitors, [&] { return !m.monitors || m.monitors->holds(monitors); });
    require(MatchPart::Prior, [&] { return !m.hasPrior || *m.hasPrior == (priorFor(m.prior, studies) != nullptr); });
    for (std::size_t i = 0; i < m.series.size(); ++i)
        require(
            MatchPart::Series, [&] { return m.series[i].count.holds(countOf(m.series[i].condition, current)); }, i);
    return all;
}

bool fitsAll(const Protocol &protocol, const Studies &studies, int monitors)
{
    return failing(protocol.match, studies, monitors, true).empty();
}

} // namespace

std::vector<Failing> failingOf(const Match &match, const Studies &studies, int monitors)
{
    return failing(match, studies, monitors, false);
}

int conditionsOf(const Protocol &protocol)
{
    return conditionsIn(protocol.match);
}

std::optional<int> scoreOf(const Protocol &protocol, const Studies &studies, int monitors)
{
    return fitsAll(protocol, studies, monitors) ? std::optional(conditionsOf(protocol)) : std::nullopt;
}

std::vector<const Protocol *> fittingInOrder(const std::vector<Protocol> &protocols, const Studies &studies,
                                             int monitors)
{
    std::vector<const Protocol *> fitting;
    for (const Protocol &protocol : protocols)
        if (fitsAll(protocol, studies, monitors))
            fitting.push_back(&protocol);
    return fitting;
}

PriorWish priorsWanted(const Protocol &protocol, const Studies &studies)
{
    PriorWish wish{&protocol, {}};
    const auto ask = [&](const PriorCondition &condition) {
        const bool isKnown =
            std::find(wish.conditions.begin(), wish.conditions.end(), condition) != wish.conditions.end();
        if (!isKnown && !priorFor(condition, studies))
            wish.conditions.push_back(condition);
    };
    if (protocol.match.hasPrior.value_or(false)) // one for studies without a prior wants none
        ask(protocol.match.prior);
    for (const Stage &stage : protocol.stages)
        for (const MonitorCells &monitor : stage.monitors)
            for (const Cell &cell : monitor.cells)
                if (cell.prior)
                    ask(*cell.prior);
    return wish;
}

PriorWish priorsWantedFirst(const std::vector<Protocol> &protocols, const Studies &studies, int monitors)
{
    for (const Protocol &protocol : protocols) {
        const auto failing = failingOf(protocol.match, studies, monitors);
        const bool lacksOnlyPrior =
            failing.size() == 1 && failing.front().part == MatchPart::Prior && protocol.match.hasPrior.value_or(false);
        const bool isForNone = protocol.match.hasPrior && !*protocol.match.hasPrior; // it would not fit any more
        if (isForNone || (!failing.empty() && !lacksOnlyPrior))
            continue;
        PriorWish wish = priorsWanted(protocol, studies);
        if (wish.conditions.empty())
            wish.protocol = nullptr; // it is used as it is
        return wish;
    }
    return {};
}

} // namespace consilium::hanging
