#include "app/windows/PriorFetch.h"

#include "app/windows/ReadingSession.h"

#include <QDate>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace consilium::app
{

namespace
{

constexpr int togetherMs = 50; ///< many images are told of in a row: they are looked at once

QString dateText(const dicom::StudyHeader &study)
{
    const QDate day = QDate::fromString(study.date.trimmed(), u"yyyyMMdd"_s);
    return day.isValid() ? day.toString(u"yyyy-MM-dd"_s) : study.date.trimmed();
}

QSet<QString> asSet(const QStringList &values)
{
    QSet<QString> all;
    for (const QString &value : values)
        all << value.trimmed().toUpper();
    all.remove(QString());
    return all;
}

/// As hanging::outlineOf(): a mammogram is of the breast, whether or not it says so.
hanging::Outline outlineOf(const TimelineEntry &entry)
{
    hanging::Outline outline{entry.study, asSet(entry.modalities), asSet(entry.bodyParts)};
    if (outline.bodyParts.isEmpty() && outline.modalities.contains(u"MG"_s))
        outline.bodyParts << u"BREAST"_s;
    return outline;
}

} // namespace

PriorFetch::PriorFetch(ReadingSession &session, pixels::StudyImages &images, TimelineDesk &desk, StudiesOf studies,
                       QObject *parent)
    : QObject(parent), m_session(session), m_images(images), m_desk(desk), m_studies(std::move(studies))
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(togetherMs);
    m_patience.setSingleShot(true);
    m_patience.setInterval(archivesMs);
    connect(&m_soon, &QTimer::timeout, this, &PriorFetch::follow);
    connect(&m_patience, &QTimer::timeout, this, &PriorFetch::follow);
    const auto soon = [this] {
        if (!m_current.isEmpty() && !m_isHere && !m_soon.isActive())
            m_soon.start();
    };
    connect(&images, &pixels::StudyImages::studyChanged, this, soon);
    connect(&images, &pixels::StudyImages::dataSetChanged, this, soon);
    connect(&images, &pixels::StudyImages::progressChanged, this, soon);
}

void PriorFetch::begin(const StudyUid &current, const QString &protocol,
                       std::vector<hanging::PriorCondition> conditions)
{
    if (current == m_current && protocol == m_protocol && conditions == m_conditions && !m_isHere)
        return;
    stop();
    if (current.isEmpty() || conditions.empty())
        return;
    m_current = current;
    m_protocol = protocol;
    m_conditions = std::move(conditions);
    PatientTimeline *timeline = &m_desk.timelineOf(current);
    if (m_timeline != timeline) {
        if (m_timeline)
            m_timeline->disconnect(this);
        m_timeline = timeline;
        connect(timeline, &PatientTimeline::changed, this, [this] {
            if (m_timeline) // of the study that it belongs to, whatever is fetched now
                m_session.followStandings(*m_timeline, m_desk);
            follow();
        });
    }
    m_patience.start();
    m_desk.begin(current);
    m_soon.start(); // where all is known already nothing is told of it
}

void PriorFetch::stop()
{
    m_current = StudyUid();
    m_protocol.clear();
    m_conditions.clear();
    m_fetching.clear();
    m_unasked.clear();
    m_isChosen = m_isHere = false;
    m_soon.stop();
    m_patience.stop();
}

QString PriorFetch::dates() const
{
    QStringList all;
    for (const StudyUid &study : m_fetching)
        all << dateText(m_images.study(study));
    return all.join(u", "_s);
}

// The tab may be closing, or has let go of the study: nothing is opened any more then.
void PriorFetch::follow()
{
    if (m_current.isEmpty() || m_isHere)
        return;
    if (!m_timeline || !m_session.holds(m_current))
        return stop();
    if (!m_isChosen)
        choose();
    else
        watchArrival();
}

std::vector<PriorFetch::Candidate> PriorFetch::candidates() const
{
    std::vector<Candidate> all;
    const hanging::Studies known = m_studies(m_current);
    for (const hanging::Study &prior : known.priors)
        all.push_back({hanging::outlineOf(prior), nullptr, true});
    for (const TimelineEntry &entry : m_timeline->entries())
        if (entry.standing == TimelineEntry::Standing::Same && !m_session.uses(entry.study.uid))
            all.push_back({outlineOf(entry), &entry, m_timeline->areSeriesKnown(entry)});
    std::stable_sort(all.begin(), all.end(), [](const Candidate &a, const Candidate &b) {
        return hanging::isNewer(a.outline.header, b.outline.header);
    });
    return all;
}

// The n-th prior is counted among all that fit: so the ones before it are opened too.
void PriorFetch::choose()
{
    if (m_timeline->isChanging() || (m_timeline->isAsking() && m_patience.isActive()))
        return;
    const hanging::Outline current = hanging::outlineOf(m_studies(m_current).current);
    const std::vector<Candidate> all = candidates();
    std::vector<TimelineEntry> wanted;
    for (const hanging::PriorCondition &condition : m_conditions) {
        hanging::PriorCondition ofHeader = condition;
        ofHeader.sameModality = ofHeader.sameBodyPart = false;
        int count = 0;
        for (const Candidate &one : all) {
            if (count == condition.nth)
                break;
            if (!hanging::isPrior(condition, one.outline, current)) {
                if (!one.isDescribed && hanging::isPrior(ofHeader, one.outline, current))
                    return; // its series are still being listed: it may be the newest that fits
                continue;
            }
            ++count;
            const bool isNew = one.entry && std::none_of(wanted.begin(), wanted.end(), [&](const TimelineEntry &e) {
                                   return e.study.uid == one.entry->study.uid;
                               });
            if (isNew)
                wanted.push_back(*one.entry);
        }
    }
    m_isChosen = true;
    if (m_timeline->isAsking())
        m_unasked = m_timeline->unknownById();
    m_patience.stop();
    for (const TimelineEntry &entry : wanted)
        if (!open(entry))
            Q_EMIT failed(tr("The earlier study of %1 cannot be opened to be hung beside: its archive is not connected "
                             "any more, or another patient's study is open under its UID.")
                              .arg(dateText(entry.study)));
    if (m_fetching.empty())
        stop();
    else
        m_soon.start();
}

bool PriorFetch::open(const TimelineEntry &entry)
{
    m_fetching.push_back(entry.study.uid); // told of while it is being opened
    if (m_desk.open(&m_session.dispatcher(), m_current, entry, Priority::Prefetch)) {
        m_session.addBeside(entry, m_current);
        return true;
    }
    std::erase(m_fetching, entry.study.uid);
    return false;
}

void PriorFetch::watchArrival()
{
    const auto open = m_images.studies();
    const auto isGone = [&](const StudyUid &study) { return std::find(open.begin(), open.end(), study) == open.end(); };
    const auto isThere = [this](const StudyUid &study) {
        const auto dataSets = m_images.dataSets(study);
        return !dataSets.empty() && std::all_of(dataSets.begin(), dataSets.end(), [this](const auto &dataSet) {
            return m_images.progress(dataSet->id).settled;
        });
    };
    const auto lost = std::count_if(m_fetching.begin(), m_fetching.end(), isGone);
    std::erase_if(m_fetching, isGone);
    if (lost > 0)
        Q_EMIT failed(tr("%n earlier study(ies) could not be fetched to be hung beside.", nullptr, int(lost)));
    if (m_fetching.empty())
        return stop();
    if (!std::all_of(m_fetching.begin(), m_fetching.end(), isThere))
        return;
    m_isHere = true;
    Q_EMIT came();
}

} // namespace consilium::app
