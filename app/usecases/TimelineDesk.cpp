#include "app/usecases/TimelineDesk.h"

#include "viewer/dicom/PatientMatch.h"

#include <QDateTime>

#include <utility>

using namespace Qt::StringLiterals;

namespace consilium::app
{

namespace
{

using render2d::PatientStanding;
using Kind = PatientStanding::Kind;

/// "Prior −6 mo" of a study beside the one that is read.
QString priorText(const dicom::StudyHeader &shown, const dicom::StudyHeader &read)
{
    const QString age = shortAgeText(shown.date, read.date);
    if (age.startsWith(u'\u2212'))
        return TimelineDesk::tr("Prior %1").arg(age);
    return age.startsWith(u'+') ? TimelineDesk::tr("Later %1").arg(age) : QString();
}

QString nameAndId(const dicom::PatientIdentity &patient)
{
    QStringList parts{patient.name.display().trimmed(), patient.id.trimmed()};
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

/// Of a study that no timeline of the other one lists.
PatientStanding ofPair(dicom::StudyPairs::Verdict pair, const dicom::PatientIdentity &about, const QString &prior)
{
    using Pair = dicom::StudyPairs::Verdict;
    if (pair == Pair::Apart)
        return {Kind::Doubtful, TimelineDesk::tr("Perhaps another patient than %1").arg(nameAndId(about)), prior};
    if (pair == Pair::ByHand)
        return {Kind::ByHand, TimelineDesk::tr("Same patient: confirmed by hand"), prior};
    return {Kind::First, {}, prior};
}

} // namespace

TimelineDesk::TimelineDesk(const Clock &clock, pixels::StudyImages &images, Outside outside, QObject *parent)
    : QObject(parent), m_images(images), m_outside(std::move(outside)), m_links(clock)
{
    // Who a study is about may be known better, or at all, once its images are there.
    connect(&images, &pixels::StudyImages::studyChanged, this, &TimelineDesk::judgePairs);
    connect(&m_links, &PatientLinks::notKept, this, [this](const Error &error) {
        Q_EMIT told(tr("What you say about patients lasts until the program ends: it cannot be kept. %1")
                        .arg(userMessage(error)),
                    true);
    });
}

void TimelineDesk::noteHome(const StudyUid &study, const ArchiveId &archive)
{
    if (!m_timelines.contains(study))
        m_homes.insert(study, archive);
}

PatientTimeline &TimelineDesk::timelineOf(const StudyUid &read)
{
    auto &timeline = m_timelines[read];
    if (!timeline) {
        timeline = std::make_unique<PatientTimeline>(m_images, m_links, read, m_homes.value(read));
        connect(timeline.get(), &PatientTimeline::changed, this, &TimelineDesk::judgePairs);
    }
    return *timeline;
}

void TimelineDesk::begin(const StudyUid &read)
{
    timelineOf(read).ask(m_outside.archives());
}

void TimelineDesk::archivesChanged()
{
    for (const auto &[read, timeline] : m_timelines)
        if (timeline->isAsked())
            timeline->ask(m_outside.archives());
}

void TimelineDesk::forget(const StudyUid &read)
{
    m_timelines.erase(read);
    m_homes.remove(read);
    judgePairs();
}

bool TimelineDesk::open(const void *reader, const StudyUid &read, const TimelineEntry &entry, Priority urgency)
{
    QString doubt;
    if (entry.standing == TimelineEntry::Standing::Denied)
        doubt = tr("You have said that this is another patient.");
    else if (!entry.isConfirmed())
        doubt = entry.why;
    const bool isOpen = m_outside.open(reader, read, entry, doubt, urgency);
    judgePairs();
    return isOpen;
}

TimelineDesk::Pair TimelineDesk::directly(const StudyUid &read, const TimelineEntry &entry) const
{
    // What its own images say counts before any list.
    if (!entry.isConfirmed() ||
        dicom::doContradict(m_images.study(read).patient, m_images.study(entry.study.uid).patient))
        return Pair::Apart;
    return entry.standing == TimelineEntry::Standing::ByHand ? Pair::ByHand : Pair::Same;
}

TimelineDesk::Pair TimelineDesk::byAThird(const StudyUid &read, const TimelineEntry &a, const TimelineEntry &b) const
{
    const Pair toA = directly(read, a), toB = directly(read, b);
    const auto &whoseA = m_images.study(a.study.uid).patient, &whoseB = m_images.study(b.study.uid).patient;
    if ((toA == Pair::Apart) != (toB == Pair::Apart) || dicom::doContradict(whoseA, whoseB))
        return Pair::Apart;
    if (toA != Pair::Apart)
        return toA == Pair::ByHand || toB == Pair::ByHand ? Pair::ByHand : Pair::Same;
    switch (dicom::comparePatients(a.record, b.record).same) { // neither is the reader's patient's
    case dicom::SamePerson::Same:
        return Pair::Same;
    case dicom::SamePerson::Perhaps: {
        const auto said = m_links.link(a.record, b.record);
        return said && said->answer == PatientLink::Answer::Same ? Pair::ByHand : Pair::Apart;
    }
    case dicom::SamePerson::Contradicted:
        return Pair::Apart;
    case dicom::SamePerson::Other:
        break;
    }
    return Pair::Unjudged;
}

TimelineDesk::Pair TimelineDesk::judged(const std::map<StudyUid, OpenEntries> &known, const StudyUid &a,
                                        const StudyUid &b) const
{
    Pair direct = Pair::Unjudged, third = Pair::Unjudged;
    for (const auto &[read, entries] : known) {
        const TimelineEntry *const ofA = entries.value(a), *const ofB = entries.value(b);
        if (read == a || read == b) {
            const TimelineEntry *const entry = read == a ? ofB : ofA;
            const Pair found = entry ? directly(read, *entry) : Pair::Unjudged;
            direct = direct == Pair::Apart || found == Pair::Unjudged ? direct : found;
        } else if (ofA && ofB) {
            const Pair found = byAThird(read, *ofA, *ofB);
            const bool isSurer = found != Pair::Unjudged && (third == Pair::Unjudged || third == Pair::Apart);
            third = isSurer ? found : third;
        }
    }
    return direct == Pair::Unjudged ? third : direct;
}

void TimelineDesk::judgePairs()
{
    const std::vector<StudyUid> open = m_images.studies();
    std::map<StudyUid, OpenEntries> known;
    for (const auto &[read, timeline] : m_timelines)
        for (const StudyUid &study : open)
            if (const TimelineEntry *entry = study == read || !timeline ? nullptr : timeline->find(study))
                known[read].insert(study, entry);
    dicom::StudyPairs pairs;
    for (std::size_t i = 0; i < open.size() && !known.empty(); ++i)
        for (std::size_t k = i + 1; k < open.size(); ++k) {
            dicom::StudyHeader a = m_images.study(open[i]), b = m_images.study(open[k]);
            a.uid = open[i];
            b.uid = open[k];
            pairs.set(a, b, judged(known, open[i], open[k]));
        }
    m_images.setPairs(pairs);
}

const TimelineEntry *TimelineDesk::entryBetween(const StudyUid &a, const StudyUid &b) const
{
    const auto find = [this](const StudyUid &read, const StudyUid &other) {
        const auto known = m_timelines.find(read);
        return known == m_timelines.end() || !known->second ? nullptr : known->second->find(other);
    };
    const TimelineEntry *const entry = find(a, b);
    return entry ? entry : find(b, a);
}

render2d::PatientStanding TimelineDesk::standing(const StudyUid &first, const StudyUid &shown) const
{
    if (shown == first || shown.isEmpty() || first.isEmpty())
        return {};
    const dicom::StudyHeader read = m_images.study(first), other = m_images.study(shown);
    const dicom::PatientIdentity &about = read.patient, &whose = other.patient;
    const QString prior = priorText(other, read);
    const TimelineEntry *const entry = entryBetween(first, shown);
    // What its own images say counts before any list.
    const bool isSound = !dicom::doContradict(about, whose);
    if (entry && isSound) {
        using Standing = TimelineEntry::Standing;
        switch (entry->standing) {
        case Standing::Read:
        case Standing::Same:
            return {Kind::First, {}, prior};
        case Standing::ByHand:
            return {Kind::ByHand,
                    tr("Same patient: confirmed by hand %1")
                        .arg(QDateTime::fromMSecsSinceEpoch(entry->answeredAt).toString(u"yyyy-MM-dd"_s)),
                    prior};
        case Standing::Perhaps:
        case Standing::Contradicted:
            return {Kind::Doubtful, tr("Perhaps another patient than %1").arg(nameAndId(about)), prior};
        case Standing::Denied:
            break;
        }
    } else if (m_images.dataSets(shown).empty()) {
        return {Kind::First, {}, prior}; // nothing of it is shown yet
    } else if (const Pair pair = m_images.pairs().between(first, shown); isSound && pair != Pair::Unjudged) {
        return ofPair(pair, about, prior);
    } else if (isSound && dicom::samePatient(about, whose)) {
        return ofPair(dicom::contradictEachOther(about, whose) ? Pair::Apart : Pair::Same, about, prior);
    } else if (dicom::isUnknown(about) || dicom::isUnknown(whose)) {
        return {Kind::Doubtful, tr("These images do not say whose they are"), prior};
    }
    return {Kind::Other, tr("Another patient than %1").arg(nameAndId(about))};
}

TimelineArchive makeTimelineArchive(std::shared_ptr<dicomweb::DicomWebClient> client)
{
    return {client->config().id, client->config().name,
            [client](const dicomweb::StudyQuery &query, const CancelToken &cancel) {
                return client->searchStudies(query, Priority::Background, cancel);
            },
            [client](const StudyUid &study, const CancelToken &cancel) {
                return client->searchSeries(study, Priority::Background, cancel);
            }};
}

TimelineArchive makeClosedArchive(const ArchiveId &id, const QString &name, ErrorCode why)
{
    return {id,
            name,
            [why](const dicomweb::StudyQuery &, const CancelToken &) {
                return readyAnswer<Result<dicomweb::StudyPage>>(fail(why));
            },
            {}};
}

} // namespace consilium::app
