#include "app/outside/RequestDesk.h"

#include "app/windows/MainWindow.h"
#include "app/windows/NoticeBar.h"
#include "app/windows/OpeningDetails.h"
#include "viewer/dicom/StudyDay.h"

#include <QApplication>
#include <QFileInfo>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace consilium::app
{

namespace
{

constexpr std::size_t mostNamed = 4; ///< of those that are looked for, in one line

// What was open for a moment (commands, a menu, what was left out) would hide what comes to the front.
void closePopups(QWidget &window)
{
    for (int most = 8; most > 0 && QApplication::activePopupWidget(); --most) // menus stand behind one another
        QApplication::activePopupWidget()->close();
    for (auto *details : window.findChildren<OpeningDetails *>())
        details->close();
}

// None: it is more than a link, or no link at all.
std::optional<StudyRequest> onlyRequest(const HandedOver &message)
{
    if (message.link.isEmpty() || !message.paths.isEmpty() || !message.refusedLink.isEmpty())
        return std::nullopt;
    const auto request = parseStudyLink(message.link);
    return request ? std::optional(*request) : std::nullopt;
}

// Of a request for several studies the one that is meant.
QString nameIn(StudyRequest request, const StudyUid &study, const QString &accession)
{
    if (!request.studies.empty())
        request.studies = {study};
    else if (!request.accession.isEmpty() && !accession.isEmpty())
        request.accession = accession;
    return nameOf(request);
}

// No archive can be asked for a list: it is kept to the days, and to the patient, of what it is to show.
void keepTo(const std::vector<MergedStudy> &studies, WorklistFilter &filter)
{
    QDate from, to;
    bool isDated = !studies.empty();
    QString id = studies.empty() ? QString() : studies.front().shown().study.patient.id;
    for (const MergedStudy &study : studies) {
        const dicom::StudyHeader &header = study.shown().study;
        const QDate day = dicom::dayOf(header.date);
        isDated = isDated && day.isValid();
        from = from.isValid() ? std::min(from, day) : day;
        to = to.isValid() ? std::max(to, day) : day;
        if (header.patient.id != id || study.otherPatient) // an archive has it under another patient's
            id.clear();
    }
    if (isDated) {
        filter.period = u"custom"_s;
        filter.from = from;
        filter.to = to;
    }
    if (filter.further.patientId.isEmpty())
        filter.further.patientId = id.trimmed();
}

} // namespace

RequestDesk::RequestDesk(Surroundings surroundings, QObject *parent)
    : QObject(parent), m_around(std::move(surroundings)), m_queue(m_around.archives)
{
    connect(&m_queue, &RequestQueue::began, this, &RequestDesk::say);
    connect(&m_queue, &RequestQueue::answered, this, &RequestDesk::take);
    connect(&m_queue, &RequestQueue::caughtUp, this, &RequestDesk::catchUp);
    connect(&m_queue, &RequestQueue::emptied, this, &RequestDesk::forgetRun);
}

RequestDesk::~RequestDesk() = default;

void RequestDesk::setWindow(MainWindow *window)
{
    m_window = window;
    if (window)
        connect(&window->noticeBar(), &NoticeBar::closed, this, &RequestDesk::closeLines);
}

void RequestDesk::open(const StudyRequest &request, std::optional<TimeMs> cameAtMs)
{
    const TimeMs now = m_around.clock.nowMs(), cameAt = cameAtMs.value_or(now);
    if (m_isLocked) {
        if (!isAsked(request))
            keepMore({{Waiting::What::Study, cameAt}, [this, request, cameAt] { open(request, cameAt); }, request});
        return;
    }
    if (!m_queue.isRunning())
        m_notices.begin(now);
    if (m_queue.add(request, cameAt))
        say();
    else
        note(noRoomText(request));
}

bool RequestDesk::isLookingFor() const
{
    return m_queue.isRunning();
}

void RequestDesk::takeHandedOver(const HandedOver &message, std::optional<TimeMs> cameAtMs)
{
    const TimeMs cameAt = cameAtMs.value_or(m_around.clock.nowMs());
    if (m_isLocked) { // who unlocks sees it
        keepMessage(message, cameAt);
        Q_EMIT attentionWanted();
        return;
    }
    bringWindowToFront();
    QStringList there, missing;
    for (const QString &path : message.paths)
        (QFileInfo::exists(path) ? there : missing) << path;
    if (!message.paths.isEmpty())
        Q_EMIT pathsWanted(there, missing);
    if (const auto link = parseStudyLink(message.refusedLink); !message.refusedLink.isEmpty() && !link) {
        if (m_window)
            m_window->showWorklist(); // else who followed it takes what is in front for what it names
        note(link.error().detail);
    }
    if (const auto request = parseStudyLink(message.link); !message.link.isEmpty() && request)
        open(*request, cameAt);
}

QString RequestDesk::noRoomText(const StudyRequest &request)
{
    return tr("Not opened: %1. As many requests wait as there is room for: try again in a moment.")
        .arg(nameOf(request));
}

void RequestDesk::bringWindowToFront()
{
    if (!m_window)
        return;
    closePopups(*m_window);
    m_window->setWindowState(m_window->windowState() & ~Qt::WindowMinimized);
    m_window->show();
    m_window->raise();
    m_window->activateWindow();
}

bool RequestDesk::hasRoomFor(const HandedOver &message) const
{
    const auto request = onlyRequest(message);
    if (request && isAsked(*request))
        return true;
    if (m_isLocked)
        return message == HandedOver() || m_kept.size() < MostKept;
    return message.link.isEmpty() || m_queue.hasRoom();
}

// Whoever is locked out sees nothing of it, and the sender knows.
void RequestDesk::sayTurnedAway(const HandedOver &message)
{
    if (const auto request = parseStudyLink(message.link); request && !m_isLocked)
        note(noRoomText(*request));
}

bool RequestDesk::isAsked(const StudyRequest &request) const
{
    return m_queue.isAsked(request) ||
           std::any_of(m_kept.begin(), m_kept.end(), [&](const Kept &kept) { return kept.request == request; });
}

void RequestDesk::keepMessage(const HandedOver &message, TimeMs cameAtMs)
{
    const auto request = onlyRequest(message);
    if (message == HandedOver() || (request && isAsked(*request)))
        return;
    const bool isLink = !message.link.isEmpty() || !message.refusedLink.isEmpty();
    keepMore({{isLink ? Waiting::What::Study : Waiting::What::Files, cameAtMs},
              [this, message, cameAtMs] { takeHandedOver(message, cameAtMs); },
              request});
}

void RequestDesk::keep(Waiting::What what, std::function<void()> open)
{
    keepMore({{what, m_around.clock.nowMs()}, std::move(open), std::nullopt});
}

void RequestDesk::keepMore(Kept kept)
{
    if (m_kept.size() >= MostKept) {
        kept.open = nullptr;
        kept.request.reset(); // who follows it once more is not told that it waits
    }
    m_kept.push_back(std::move(kept));
}

void RequestDesk::setLocked(bool isLocked)
{
    m_isLocked = isLocked;
    m_queue.hold(isLocked);
    if (isLocked)
        return;
    int lost = 0;
    for (const Kept &kept : std::exchange(m_kept, {}))
        if (kept.open)
            kept.open();
        else
            ++lost;
    if (lost > 0)
        note(tr("%n requests came while this desk was locked and could not be kept, for want of room: follow them once "
                "more.",
                nullptr, lost));
}

std::vector<RequestDesk::Waiting> RequestDesk::waiting() const
{
    std::vector<Waiting> all;
    for (const TimeMs cameAtMs : m_queue.arrivals())
        all.push_back({Waiting::What::Study, cameAtMs});
    for (const Kept &kept : m_kept)
        all.push_back(kept.about);
    std::stable_sort(all.begin(), all.end(),
                     [](const Waiting &a, const Waiting &b) { return a.cameAtMs < b.cameAtMs; });
    return all;
}

QString RequestDesk::lookingText() const
{
    std::vector<StudyRequest> requests = m_queue.lookedFor();
    if (requests.empty())
        return {};
    requests.resize(std::min(requests.size(), mostNamed));
    QStringList names;
    for (const StudyRequest &request : requests)
        names << nameOf(request);
    QStringList sentences{tr("Looking for: %1…").arg(names.join(u"; "_s))};
    if (const int more = m_queue.count() - int(requests.size()); more > 0)
        sentences << tr("%n more wait.", nullptr, more);
    if (!m_answeredFirst.isEmpty())
        sentences << tr("Answered before, though asked for later: %1.").arg(m_answeredFirst.join(u"; "_s));
    return sentences.join(u' ');
}

// What others have said in the same row stays there while there is nothing to say.
void RequestDesk::say()
{
    if (!m_window)
        return;
    QStringList texts;
    std::vector<NoticeBar::Line> lines;
    for (const RequestNotices::Line &told : m_notices.lines()) {
        texts << told.text;
        // Of whom it tells is not who is in front, but where it says so.
        lines.push_back({told.text, told.isFailure, [window = m_window, over = told.over] {
                             const ReadingPage *front = window->readingPage();
                             return !front || (!over.empty() && front->session().holdsOneOf(over));
                         }});
    }
    const QString looking = lookingText();
    const bool saysLooking = !looking.isEmpty() && looking != m_closedLooking;
    // That another patient's study was first stays to be read as long as it is so, and no longer.
    if (std::exchange(m_isWarning, saysLooking && !m_answeredFirst.isEmpty()) && !m_isWarning)
        takeBack();
    if (saysLooking) {
        texts << looking;
        lines.push_back({looking, m_isWarning, {}});
        if (m_isWarning) { // where there is room for few lines it is the one that counts
            std::rotate(lines.begin(), lines.end() - 1, lines.end());
            std::rotate(texts.begin(), texts.end() - 1, texts.end());
        }
    }
    if (lines.empty()) { // failures that others have told of stay
        m_window->noticeBar().withdraw(std::exchange(m_said, {}));
        return;
    }
    m_said = texts.join(u'\n');
    m_window->noticeBar().showLines(std::move(lines));
}

std::vector<StudyUid> RequestDesk::inFront() const
{
    const ReadingPage *front = m_window ? m_window->readingPage() : nullptr;
    return front ? front->session().studies() : std::vector<StudyUid>();
}

// Where nothing opened the worklist comes to the front; only of what was passed over, and so moves nothing, the reader
// is told over what is in front.
RequestNotices::Over RequestDesk::overFor(const RequestOutcome &outcome, bool isOvertaken) const
{
    RequestNotices::Over over;
    if (isOvertaken)
        over.studies = inFront();
    over.isOthers = !over.studies.empty();
    if (outcome.kind == RequestOutcome::Kind::Open)
        for (const MergedStudy &study : outcome.studies)
            over.studies.push_back(study.shown().study.uid);
    return over;
}

// What is not true any more must not stand above what is said next, as a failure would that nobody has closed.
void RequestDesk::takeBack()
{
    if (m_window)
        m_window->noticeBar().withdraw(m_said);
}

void RequestDesk::closeLines(const QString &shown)
{
    m_notices.close(shown);
    const QString looking = lookingText();
    if (!looking.isEmpty() && shown.endsWith(looking))
        m_closedLooking = looking;
}

void RequestDesk::note(const QString &text, const StudyUid &study, bool isFailure)
{
    const TimeMs now = m_around.clock.nowMs();
    if (!m_queue.isRunning())
        m_notices.begin(now);
    RequestNotices::Over over{inFront(), false};
    over.isOthers =
        !over.studies.empty() && std::find(over.studies.begin(), over.studies.end(), study) == over.studies.end();
    if (!study.isEmpty())
        over.studies.push_back(study);
    m_notices.add(text, isFailure, now, study, std::move(over));
    say();
}

void RequestDesk::beginStudy(const StudyUid &study)
{
    const bool wasSaid = m_notices.forget(study); // it is not true any more, or is said again
    if (!m_queue.isRunning())
        m_notices.begin(m_around.clock.nowMs());
    if (!wasSaid)
        return;
    takeBack();
    say();
}

void RequestDesk::failStudy(const StudyUid &study, const QString &text)
{
    if (m_notices.forget(study))
        takeBack();
    note(text, study);
}

void RequestDesk::take(const StudyRequest &request, RequestFinding finding, bool isOvertaken)
{
    if (!m_queue.hasOvertaken())
        m_answeredFirst.clear();
    else if (!isOvertaken)
        m_answeredFirst << nameOf(request);
    if (m_answeredFirst.size() > qsizetype(mostNamed))
        m_answeredFirst.removeFirst(); // read long ago
    const std::vector<dicom::StudyHeader> open = m_around.openStudies();
    if (isAnsweredByOpen(request, finding, open)) {
        showOpen(request, isOvertaken);
        return;
    }
    finding.ofAnotherPatient = finding.ofAnotherPatient ||
                               std::any_of(open.begin(), open.end(),
                                           [&](const auto &study) { return answersForAnotherPatient(request, study); });
    finding.ofAnotherAccession =
        finding.ofAnotherAccession || std::any_of(open.begin(), open.end(), [&](const auto &study) {
            return answersUnderAnotherAccession(request, study);
        });
    const RequestOutcome outcome = decide(request, finding);
    m_notices.add(outcome.notice, outcome.isFailure, m_around.clock.nowMs(), {}, overFor(outcome, isOvertaken));
    say();
    if (outcome.kind == RequestOutcome::Kind::Choose)
        showChoice(request, outcome, isOvertaken);
    if (outcome.kind == RequestOutcome::Kind::Open) {
        openAll(request, outcome, isOvertaken);
        return;
    }
    // Whose study is in front now is not who was asked for. Not so after one that was passed over: what is in front was
    // said to be another one's, and the reader may be in the midst of it.
    if (isOvertaken)
        return;
    m_isAnyMissed = true;
    if (m_window)
        m_window->showWorklist();
}

void RequestDesk::showOpen(const StudyRequest &request, bool isOvertaken)
{
    for (const StudyUid &study : request.studies) {
        Q_EMIT showWanted(study, !isOvertaken);
        if (request.keyImagesOnly)
            Q_EMIT keyImagesWanted(study, nameIn(request, study, {}));
    }
    if (isOvertaken)
        sayLate(request, request.studies);
    say();
}

void RequestDesk::openAll(const StudyRequest &request, const RequestOutcome &outcome, bool isOvertaken)
{
    if (m_window && !isOvertaken)
        closePopups(*m_window);
    std::vector<StudyUid> opened;
    for (auto study = outcome.studies.rbegin(); study != outcome.studies.rend(); ++study) { // the newest in front
        opened.push_back(study->shown().study.uid);
        Q_EMIT openWanted(*study, nameIn(request, opened.back(), study->shown().study.accession.trimmed()),
                          !isOvertaken, request.keyImagesOnly);
    }
    if (isOvertaken)
        sayLate(request, opened);
}

// As it would be had it been answered in its turn: behind what was asked for after it. Not of what did not open, nor of
// what the reader has brought to the front meanwhile.
void RequestDesk::sayLate(const StudyRequest &request, std::vector<StudyUid> studies)
{
    const std::vector<dicom::StudyHeader> open = m_around.openStudies();
    const ReadingPage *front = m_window ? m_window->readingPage() : nullptr;
    std::erase_if(studies, [&](const StudyUid &study) {
        const bool isOpen = std::any_of(open.begin(), open.end(),
                                        [&](const dicom::StudyHeader &header) { return header.uid == study; });
        return !isOpen || (front && front->session().holds(study));
    });
    for (const StudyUid &study : studies) {
        const auto header =
            std::find_if(open.begin(), open.end(), [&](const dicom::StudyHeader &one) { return one.uid == study; });
        note(tr("Opened late, in a tab behind the one in front: %1.")
                 .arg(nameIn(request, study, header->accession.trimmed())),
             study);
    }
}

void RequestDesk::showChoice(const StudyRequest &request, const RequestOutcome &outcome, bool isOvertaken)
{
    WorklistFilter filter;
    filter.further.patientId = request.patientId;
    if (request.studies.size() == 1)
        filter.further.studyUid = request.studies.front().text();
    else if (request.studies.empty() && accessionsOf(request).size() == 1)
        filter.further.accession = accessionsOf(request).front();
    else if (request.kind == StudyRequest::Kind::Study)
        keepTo(outcome.studies, filter);
    for (const MergedStudy &study : outcome.studies)
        filter.only << study.shown().study.uid.text();
    ++m_choices;
    m_isListNew = true;
    m_listed = nameOf(request);
    if (!m_window)
        return;
    if (!isOvertaken)
        m_window->showWorklist();
    m_window->worklist().setFilter(filter);
    m_window->worklist().search();
    if (isOvertaken)
        sayListed();
    else
        m_window->worklist().focusList();
}

// There is one list: it cannot show what several are to be chosen from.
void RequestDesk::sayListed()
{
    if (!std::exchange(m_isListNew, false) || m_choices < 2)
        return;
    m_notices.remove(m_listedLine);
    m_listedLine = tr("The list shows the studies for %1: follow the other links once more.").arg(m_listed);
    note(m_listedLine);
}

// A study that was opened between two that were not would be taken for theirs.
void RequestDesk::catchUp()
{
    if (std::exchange(m_isAnyMissed, false) && m_window)
        m_window->showWorklist();
    sayListed();
}

void RequestDesk::forgetRun()
{
    m_choices = 0;
    m_closedLooking.clear();
}

} // namespace consilium::app
