#include "app/windows/StudyFlow.h"

#include "app/bridge/PixelBridge.h"
#include "app/bridge/StudyAhead.h"
#include "app/settings/ArchiveSet.h"
#include "app/settings/ProfileSettings.h"
#include "app/usecases/MarkKeeper.h"
#include "app/windows/AheadChoices.h"
#include "app/windows/AppBar.h"
#include "app/windows/AppTabs.h"
#include "app/windows/MainWindow.h"
#include "app/worklist/WorklistModel.h"

#include <QStackedWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace consilium::app
{

namespace
{

constexpr int lookMs = 0; ///< many changes of the list come in one turn of the event loop

bool hasTab(const MainWindow &window, const StudyUid &study)
{
    const QStackedWidget &pages = window.pages();
    for (int i = 0; i < pages.count(); ++i)
        if (const auto *page = qobject_cast<ReadingPage *>(pages.widget(i)); page && page->session().holds(study))
            return true;
    return false;
}

/// The tab of `by` stands where that of `old` stood, which is closed.
void replace(MainWindow &window, ReadingPage &old, ReadingPage &by)
{
    QStackedWidget &pages = window.pages();
    window.bar().tabs().movePage(pages, pages.indexOf(&by), pages.indexOf(&old));
    window.closeSession(old.session());
}

bool isStep(const QString &command)
{
    return command == "next-study"_L1 || command == "previous-study"_L1;
}

bool isWord(const QString &command)
{
    return command == "claim-study"_L1 || command == "release-study"_L1 || command == "mark-read"_L1;
}

} // namespace

StudyFlow::StudyFlow(Parts parts, QObject *parent) : QObject(parent), m_parts(parts)
{
    StudyAhead &ahead = m_parts.images.ahead();
    ahead.choosePriorBy([](const StudyAhead::Wanted &read, const std::vector<dicom::StudyHeader> &studies) {
        return priorToCompare(read.archive->config().id, read.study, studies);
    });
    // On as many monitors as the study that is read now, whose place it takes.
    ahead.chooseFirstBy([flow = QPointer<const StudyFlow>(this)](const dicom::StudyHeader &study,
                                                                 const std::vector<dicom::DataSetPtr> &firsts) {
        if (!flow) // the images outlive it
            return SeriesUid();
        const ReadingPage *page = flow->m_window ? flow->m_window->readingPage() : nullptr;
        return firstHung(study, firsts, flow->m_parts.settings, page ? page->grid().monitorCount() : 1);
    });
    m_soon.setSingleShot(true);
    m_soon.setInterval(lookMs);
    connect(&m_soon, &QTimer::timeout, this, &StudyFlow::lookAgain);
    const auto soon = qOverload<>(&QTimer::start);
    connect(&m_parts.states, &ReadStates::changed, &m_soon, soon);
    connect(&m_parts.states, &ReadStates::loaded, &m_soon, soon);
    connect(&m_parts.images, &PixelBridge::studyChanged, &m_soon, soon);
    if (MarkKeeper *keeper = m_parts.keeper) {
        const auto use = [this, keeper] { m_parts.states.useStore(*keeper->store()); };
        connect(keeper, &MarkKeeper::storeCame, this, use);
        if (keeper->store())
            use();
    }
}

void StudyFlow::setWindow(MainWindow &window)
{
    if (m_window)
        m_window->disconnect(this);
    m_window = &window;
    const auto soon = qOverload<>(&QTimer::start);
    const WorklistModel *model = &window.worklist().model();
    connect(model, &WorklistModel::layoutChanged, &m_soon, soon);
    connect(model, &WorklistModel::modelReset, &m_soon, soon);
    connect(&window, &MainWindow::frontChanged, this, &StudyFlow::lookAgain);
    m_soon.start();
}

const WorklistModel *StudyFlow::list() const
{
    return m_window ? &m_window->worklist().model() : nullptr;
}

StudyUid StudyFlow::current() const
{
    if (!m_window)
        return {};
    const QWidget *list = m_window->worklist().window();
    const bool isInOwnList = list != m_window && list->isActiveWindow(); // on another monitor
    if (const ReadingPage *page = m_window->readingPage(); page && !isInOwnList)
        return page->session().readStudy();
    const dicom::StudyHeader *chosen = m_window->isShowingSettings() ? nullptr : m_window->worklist().selectedStudy();
    return chosen ? chosen->uid : StudyUid();
}

StudyFlow::Place StudyFlow::placeOf(const StudyUid &study) const
{
    const WorklistModel *model = list();
    if (!model || study.isEmpty())
        return {};
    return {model->rowOf(study, m_parts.images.study(study).patient), model->rowCount()};
}

QString StudyFlow::provisionalText() const
{
    const QString what = tr("Provisional: only on this machine. Other readers do not see what you claim or mark as "
                            "read, and what they do is not seen here.");
    return m_parts.states.isLasting() ? what : what + u' ' + tr("It is forgotten when the program ends.");
}

void StudyFlow::lookAgain()
{
    m_soon.stop();
    remember();
    fetchAhead();
    Q_EMIT changed();
}

void StudyFlow::remember()
{
    if (!m_window || !m_window->readingPage())
        return;
    const StudyUid study = current();
    const WorklistModel &model = *list();
    if (placeOf(study).row < 0)
        return;
    m_walkOf = study;
    m_walk.clear();
    for (int row = 0; row < model.rowCount(); ++row)
        m_walk.emplace_back(model.row(row).archive, model.row(row).study.uid);
}

std::optional<StudyFlow::Stop> StudyFlow::target(int by) const
{
    const WorklistModel *model = list();
    if (!model || !m_window->readingPage())
        return std::nullopt;
    const StudyUid study = current();
    const int row = placeOf(study).row;
    if (row >= 0) {
        const int there = row + by;
        if (there < 0 || there >= model->rowCount())
            return std::nullopt;
        return Stop(model->row(there).archive, model->row(there).study.uid);
    }
    if (study != m_walkOf)
        return std::nullopt;
    const auto at = std::find_if(m_walk.begin(), m_walk.end(), [&](const Stop &stop) { return stop.second == study; });
    if (at == m_walk.end())
        return std::nullopt;
    for (auto i = at - m_walk.begin() + by; i >= 0 && i < std::ssize(m_walk); i += by)
        if (model->indexOf(m_walk[std::size_t(i)].first, m_walk[std::size_t(i)].second) >= 0)
            return m_walk[std::size_t(i)];
    return std::nullopt;
}

QString StudyFlow::whyNot(const QString &command) const
{
    if (!isStep(command) && !isWord(command))
        return {};
    const StudyUid study = current();
    if (study.isEmpty())
        return tr("No study is chosen.");
    if (command == "release-study"_L1 && m_parts.states.of(study) == ReadState::Unread)
        return tr("You have neither claimed this study nor marked it as read.");
    if (!isStep(command) || !m_window)
        return {};
    if (!m_window->readingPage())
        return tr("No study is open in this tab.");
    const bool isKnown = placeOf(study).row >= 0 || study == m_walkOf;
    return isKnown ? QString() : tr("This study is not in the worklist as it is filtered now.");
}

bool StudyFlow::run(const QString &command)
{
    if (!isStep(command) && !isWord(command))
        return false;
    const StudyUid study = current();
    if (study.isEmpty() || !m_window)
        return false;
    if (isStep(command)) {
        step(command == "next-study"_L1 ? 1 : -1);
    } else if (command == "claim-study"_L1) {
        say(study, ReadState::Claimed, tr("Claimed: you are reading this study. Provisional: only on this machine."));
    } else if (command == "mark-read"_L1) {
        say(study, ReadState::Read, tr("Marked as read. Provisional: only on this machine."));
    } else {
        say(study, ReadState::Unread, tr("Released: the study is unread again. Provisional: only on this machine."));
    }
    return true;
}

void StudyFlow::say(const StudyUid &study, ReadState state, const QString &text)
{
    if (m_parts.keeper)
        m_parts.keeper->obtainStore();
    m_parts.states.set(study, state);
    const bool isForgotten = m_parts.states.failure().has_value();
    m_window->notify(isForgotten ? text + u' ' + tr("It is forgotten when the program ends.") : text, isForgotten,
                     false, {study});
}

void StudyFlow::step(int by)
{
    const StudyUid left = current();
    remember(); // the list as it is now, before what is said here changes it
    const auto next = target(by);
    if (next) {
        // Only when the next one is there: else the study stays in front, and nobody has gone on from it.
        if (open(*next) && by > 0 && m_parts.settings.nextMarksRead()) {
            if (m_parts.keeper)
                m_parts.keeper->obtainStore();
            m_parts.states.set(left, ReadState::Read);
        }
        return;
    }
    if (by > 0 &&
        m_parts.settings.nextMarksRead()) { // whoever goes on from the last one has come to the end of the list
        if (m_parts.keeper)
            m_parts.keeper->obtainStore();
        m_parts.states.set(left, ReadState::Read);
    }
    m_window->notify(by > 0 ? tr("This is the last study of the worklist.")
                            : tr("This is the first study of the worklist."),
                     false, false, {left});
}

bool StudyFlow::open(const Stop &stop)
{
    MainWindow &window = *m_window;
    ReadingPage *const before = window.readingPage();
    const bool hadTab = hasTab(window, stop.second);
    const int row = list()->indexOf(stop.first, stop.second);
    if (!window.worklist().openRow(row))
        return false;
    ReadingPage *const now = window.readingPage();
    if (!now || !now->session().holds(stop.second)) // why it was not opened has been said
        return false;
    // One that had a tab already comes to the front, and the one that is left keeps its own; so it does where other
    // studies would go with it, or marks that nothing keeps.
    const bool wouldLose =
        before->session().studies().size() > 1 || (m_parts.keeper && !m_parts.keeper->whyNotLasting().isEmpty() &&
                                                   before->session().dispatcher().state().annotations().size() > 0);
    if (now != before && !hadTab && !wouldLose && !m_parts.settings.nextStudyInNewTab())
        replace(window, *before, *now);
    sayWhere(stop.second);
    return true;
}

void StudyFlow::sayWhere(const StudyUid &study) const
{
    const Place place = placeOf(study);
    if (place.row >= 0)
        m_window->notify(tr("Study %1 of %2 in the worklist").arg(place.row + 1).arg(place.count), false, false,
                         {study});
}

// Only what stands next in the list that is walked through; in front of the list itself nothing is exchanged.
void StudyFlow::fetchAhead()
{
    StudyAhead &ahead = m_parts.images.ahead();
    if (!m_parts.settings.fetchesNextAhead())
        return ahead.want({});
    if (!m_window || !m_window->readingPage())
        return ahead.dropUnused();
    const auto next = target(1);
    const int row = next ? list()->indexOf(next->first, next->second) : -1;
    if (row < 0)
        return ahead.want({});
    const WorklistRow &place = m_window->worklist().searcher().nearest(list()->study(row));
    const Archive *archive = m_parts.archives.find(place.archive);
    ahead.want({{archive ? archive->client : nullptr, place.study}});
}

} // namespace consilium::app
