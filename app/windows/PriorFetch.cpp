#include "app/windows/PriorFetch.h"

#include "app/windows/ReadingSession.h"
#include "app/worklist/StudyText.h"

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
    const QDate day = dayOf(study.date);
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
    using Verdict = dicom::StudyPairs::Verdict;
    outline.toCurrent = entry.standing == TimelineEntry::Standing::ByHand ? Verdict::ByHand
                        : entry.isConfirmed()                             ? Verdict::Same
                                                                          : Verdict::Apart;
    if (outline.bodyParts.isEmpty() && outline.modalities.contains(u"MG"_s))
        outline.bodyParts << u"BREAST"_s;
    return outline;
}

} // namespace

PriorFetch::PriorFetch(ReadingSession &session, pixels::StudyImages &images, TimelineDesk &desk, StudiesOf studies,
                       PriorPatience patience, QObject *parent)
    : QObject(parent), m_session(session), m_images(images), m_desk(desk), m_studies(std::move(studies))
{
    m_soon.setInterval(togetherMs);
    m_archives.setInterval(patience.archivesMs);
    m_series.setInterval(patience.seriesMs);
    m_arrival.setInterval(patience.arrivalMs);
    for (QTimer *timer : {&m_soon, &m_archives, &m_series, &m_arrival})
        timer->setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &PriorFetch::follow);
    connect(&m_archives, &QTimer::timeout, this, &PriorFetch::follow);
    connect(&m_series, &QTimer::timeout, this, [this] {
        m_isSeriesOver = true;
        follow();
    });
    connect(&m_arrival, &QTimer::timeout, this, &PriorFetch::giveUpLate);
    const auto soon = [this] {
        if (!m_current.isEmpty() && !m_isHere && !m_soon.isActive())
            m_soon.start();
    };
    connect(&images, &pixels::StudyImages::studyChanged, this, soon);
    connect(&images, &pixels::StudyImages::dataSetChanged, this, soon);
    connect(&images, &pixels::StudyImages::progressChanged, this, soon);
}

PriorFetch::Vain PriorFetch::asking(const StudyUid &current, const QString &protocol,
                                    const std::vector<hanging::PriorCondition> &conditions) const
{
    const hanging::Outline outline = hanging::outlineOf(m_studies(current).current);
    return {current, protocol, conditions, outline.modalities, outline.bodyParts};
}

void PriorFetch::begin(const StudyUid &current, const QString &protocol,
                       std::vector<hanging::PriorCondition> conditions, bool isWished)
{
    if (current == m_current && protocol == m_protocol && conditions == m_conditions && !m_isHere) {
        m_isWished = m_isWished || isWished;
        return;
    }
    if (!isWished && m_vain && *m_vain == asking(current, protocol, conditions))
        return;
    stop();
    m_vain.reset();
    if (current.isEmpty() || conditions.empty())
        return;
    m_isWished = isWished;
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
    m_archives.start();
    m_desk.begin(current);
    m_soon.start(); // where all is known already nothing is told of it
}

void PriorFetch::stop()
{
    m_current = StudyUid();
    m_protocol.clear();
    m_conditions.clear();
    m_fetching.clear();
    for (QStringList *names : {&m_unasked, &m_undescribed, &m_late})
        names->clear();
    m_extent = 0;
    m_isWished = m_isChosen = m_isHere = m_isSeriesOver = false;
    for (QTimer *timer : {&m_soon, &m_archives, &m_series, &m_arrival})
        timer->stop();
}

void PriorFetch::endInVain()
{
    m_vain = asking(m_current, m_protocol, m_conditions);
    stop();
}

QString PriorFetch::datesOf(const std::vector<StudyUid> &studies) const
{
    QStringList all;
    for (const StudyUid &study : studies)
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

// An open one may still be on its way: which modalities and body parts it has is not known before.
std::vector<PriorFetch::Candidate> PriorFetch::candidates() const
{
    std::vector<Candidate> all;
    const hanging::Studies known = m_studies(m_current);
    for (const hanging::Study &prior : known.priors)
        all.push_back({hanging::outlineOf(prior), nullptr, prior.isSettled});
    for (const TimelineEntry &entry : m_timeline->entries())
        if (entry.isConfirmed() && entry.standing != TimelineEntry::Standing::Read && !m_session.uses(entry.study.uid))
            all.push_back({outlineOf(entry), &entry, m_timeline->areSeriesKnown(entry)});
    std::stable_sort(all.begin(), all.end(), [](const Candidate &a, const Candidate &b) {
        return hanging::isNewer(a.outline.header, b.outline.header);
    });
    return all;
}

// The n-th prior is counted among all that fit: so the ones before it are opened too.
PriorFetch::Choice PriorFetch::choice() const
{
    const hanging::Outline current = hanging::outlineOf(m_studies(m_current).current);
    const std::vector<Candidate> all = candidates();
    Choice choice;
    for (const hanging::PriorCondition &condition : m_conditions) {
        hanging::PriorCondition ofHeader = condition;
        ofHeader.sameModality = ofHeader.sameBodyPart = false;
        int count = 0;
        std::vector<StudyUid> open;
        for (const Candidate &one : all) {
            if (count == condition.nth)
                break;
            if (!hanging::isPrior(condition, one.outline, current)) {
                if (!one.isDescribed && hanging::isPrior(ofHeader, one.outline, current))
                    choice.undescribed << dateText(one.outline.header);
                continue;
            }
            ++count;
            const StudyUid &uid = one.outline.header.uid;
            const auto isIt = [&](const TimelineEntry &entry) { return entry.study.uid == uid; };
            if (!one.entry)
                open.push_back(uid);
            else if (std::none_of(choice.wanted.begin(), choice.wanted.end(), isIt))
                choice.wanted.push_back(*one.entry);
        }
        for (const StudyUid &uid : open)
            if (count == condition.nth && std::find(choice.open.begin(), choice.open.end(), uid) == choice.open.end())
                choice.open.push_back(uid);
    }
    choice.undescribed.removeDuplicates();
    return choice;
}

// While the series of one are still being listed it may be the newest that fits.
void PriorFetch::choose()
{
    if (m_timeline->isChanging() || (m_timeline->isAskingById() && m_archives.isActive()))
        return;
    const Choice chosen = choice();
    if (!chosen.undescribed.isEmpty() && !m_isSeriesOver) {
        if (!m_series.isActive())
            m_series.start();
        return;
    }
    m_isChosen = true;
    m_unasked = m_timeline->unknownById();
    m_undescribed = chosen.undescribed;
    m_archives.stop();
    m_series.stop();
    openChosen(chosen);
    if (!m_fetching.empty()) {
        m_arrival.start();
        m_soon.start();
        return;
    }
    if (chosen.wanted.empty()) // else it has been said why they cannot be opened
        sayWhatIsNotKnown();
    endInVain();
}

// Nothing was found. Who has asked is told of archives that may have something; else the timeline tells of them.
void PriorFetch::sayWhatIsNotKnown()
{
    if (!m_undescribed.isEmpty())
        Q_EMIT failed(tr("Whether the earlier study (%1) is one to be hung beside is not known: nothing is told of its "
                         "series. The timeline leads to it.")
                          .arg(m_undescribed.join(u", "_s)));
    else if (m_isWished && !m_unasked.isEmpty())
        Q_EMIT failed(tr("No earlier study was found to be hung beside. Not known whether they have one: %1")
                          .arg(m_unasked.join(u", "_s)));
}

void PriorFetch::openChosen(const Choice &chosen)
{
    m_fetching = chosen.open;
    bool isAnyOpened = chosen.wanted.empty();
    for (const TimelineEntry &entry : chosen.wanted) {
        if (open(entry))
            isAnyOpened = true;
        else
            Q_EMIT failed(tr("The earlier study of %1 cannot be opened to be hung beside: its archive is not connected "
                             "any more, or another patient's study is open under its UID.")
                              .arg(dateText(entry.study)));
    }
    if (!isAnyOpened)
        m_fetching.clear();
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

bool PriorFetch::isThere(const StudyUid &study) const
{
    const auto dataSets = m_images.dataSets(study);
    return !dataSets.empty() && std::all_of(dataSets.begin(), dataSets.end(), [this](const auto &dataSet) {
        return m_images.progress(dataSet->id).settled;
    });
}

// One that somebody has closed was not lost; one that was lost may be fetched again, when the reader asks.
void PriorFetch::dropGone()
{
    const auto open = m_images.studies();
    std::vector<StudyUid> lost;
    std::erase_if(m_fetching, [&](const StudyUid &study) {
        const bool isGone = std::find(open.begin(), open.end(), study) == open.end();
        if (isGone && m_session.uses(study))
            lost.push_back(study);
        return isGone;
    });
    for (const StudyUid &study : lost)
        m_session.removeStudy(study);
    if (!lost.empty())
        Q_EMIT failed(tr("%n earlier study(ies) could not be fetched to be hung beside.", nullptr, int(lost.size())));
}

void PriorFetch::watchArrival()
{
    dropGone();
    if (m_fetching.empty())
        return endInVain();
    std::size_t extent = 0;
    for (const StudyUid &study : m_fetching)
        for (const auto &dataSet : m_images.dataSets(study))
            extent += 1 + dataSet->slices.size();
    if (std::exchange(m_extent, extent) != extent)
        m_arrival.start(); // it comes, however slowly
    if (!std::all_of(m_fetching.begin(), m_fetching.end(), [this](const auto &study) { return isThere(study); }))
        return;
    m_arrival.stop();
    m_isHere = true;
    Q_EMIT came();
}

// An archive that has fallen silent holds nothing up: those that are there are hung, and the others are named.
void PriorFetch::giveUpLate()
{
    if (m_current.isEmpty() || m_isHere || !m_isChosen)
        return;
    std::vector<StudyUid> late;
    std::erase_if(m_fetching, [&](const StudyUid &study) {
        const bool isLate = !isThere(study);
        if (isLate)
            late.push_back(study);
        return isLate;
    });
    if (!m_fetching.empty()) {
        m_late << datesOf(late);
        return watchArrival();
    }
    Q_EMIT failed(tr("The earlier study (%1) that was to be hung beside has not come yet. The timeline leads to it.")
                      .arg(datesOf(late)));
    endInVain();
}

} // namespace consilium::app
