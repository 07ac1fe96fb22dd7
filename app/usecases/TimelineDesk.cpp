#include "app/usecases/TimelineDesk.h"

#include "viewer/dicom/PatientMatch.h"

#include <QDateTime>

#include <utility>

using namespace Qt::StringLiterals;

namespace consilium::app
{

namespace
{

using Kind = render2d::PatientStanding::Kind;

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

} // namespace

TimelineDesk::TimelineDesk(const Clock &clock, pixels::StudyImages &images, Outside outside, QObject *parent)
    : QObject(parent), m_images(images), m_outside(std::move(outside)), m_links(clock)
{
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
    if (!timeline)
        timeline = std::make_unique<PatientTimeline>(m_images, m_links, read, m_homes.value(read));
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
}

bool TimelineDesk::open(const void *reader, const StudyUid &read, const TimelineEntry &entry, Priority urgency)
{
    QString doubt;
    if (entry.standing == TimelineEntry::Standing::Denied)
        doubt = tr("You have said that this is another patient.");
    else if (!entry.isConfirmed())
        doubt = entry.why;
    return m_outside.open(reader, read, entry, doubt, urgency);
}

render2d::PatientStanding TimelineDesk::standing(const StudyUid &first, const StudyUid &shown) const
{
    if (shown == first || shown.isEmpty() || first.isEmpty())
        return {};
    const dicom::StudyHeader read = m_images.study(first), other = m_images.study(shown);
    const dicom::PatientIdentity &about = read.patient, &whose = other.patient;
    const QString prior = priorText(other, read);
    const auto known = m_timelines.find(first);
    const TimelineEntry *entry = known == m_timelines.end() ? nullptr : known->second->find(shown);
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
    } else if (m_images.dataSets(shown).empty() || (isSound && dicom::samePatient(about, whose))) {
        return {Kind::First, {}, prior}; // nothing of it is shown yet, or it is the same
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
