#include "app/windows/MainWindow.h"

#include "app/people/PeopleDesk.h"
#include "app/people/PersonButton.h"
#include "app/settings/SettingsPage.h"
#include "app/windows/AppBar.h"
#include "app/windows/AppTabs.h"
#include "app/windows/CommandNames.h"
#include "app/windows/CommandPalette.h"
#include "app/windows/ContextMenus.h"
#include "app/windows/DroppedPaths.h"
#include "app/windows/MonitorArrangement.h"
#include "app/windows/NoticeBar.h"
#include "app/windows/OpeningCommands.h"
#include "app/windows/PeopleCommands.h"
#include "app/windows/ReadingBar.h"
#include "app/windows/SettingsCommands.h"
#include "app/windows/StudyFlow.h"
#include "app/windows/StudyNotices.h"
#include "app/windows/WhyNot.h"
#include "app/windows/WindowPlace.h"
#include "app/windows/WindowSpread.h"

#include <QDragEnterEvent>
#include <QMimeData>
#include <QPointer>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace consilium::app
{

MainWindow::MainWindow(WindowServices services) : m_services(std::move(services))
{
    setWindowTitle(u"Consilium"_s);
    setObjectName(u"mainWindow"_s);
    setProperty("surface", u"window"_s);
    setAcceptDrops(true);
    setMinimumSize(960, 600);
    m_folded = m_services.settings.panelsFolded(arrangementOf(monitorsNow()));
    m_commands =
        new CommandSet(*this, m_services.bindings, [this](const QString &command) { return runCommand(command); });
    addAllCommands(*m_commands);
    m_commands->setReasons([this](const QString &command) { return whyNot(command, *this); });
    m_commands->refreshKeys();
    build();
    connect(m_commands, &CommandSet::keysChanged, this, &MainWindow::showBindings);
    connectTabs();
    connectWorklist();
    refreshArchives();
    m_commands->setPlace(CommandSet::Place::Worklist);
    m_worklist->focusList();
}

MainWindow::~MainWindow() = default;

void MainWindow::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_bar = new AppBar(m_services.sender);
    m_bar->setTips(m_commands->titleWithKey(u"command-palette"_s), m_commands->titleWithKey(u"settings"_s));
    if (auto *people = m_services.people) {
        connect(m_bar->addPersonButton(*people), &PersonButton::commandRequested, this, &MainWindow::runCommand);
        connect(people, &PeopleDesk::notLocked, this, [this](const Error &why) { notify(why.detail, false); });
    }
    m_leave = new LeaveQuestion(*this, m_services.marks, m_services.sender);
    m_notice = new NoticeBar;
    new StudyNotices(*this, m_services.sender, m_services.marks);
    m_pages = new QStackedWidget;
    column->addWidget(m_bar);
    connect(m_reading = new ReadingBar, &ReadingBar::stopRequested, this, &MainWindow::stopReadingRequested);
    column->addWidget(m_pages, 1);
    new TopLine(*m_pages, {m_reading, m_notice});
    m_worklist = new WorklistPage(m_services.search, [] { return QDate::currentDate(); });
    m_worklist->useSettings(m_services.settings);
    if (m_services.flow)
        m_worklist->useReadStates(m_services.flow->states());
    WorklistFilter filter;
    filter.period = m_services.settings.worklistPeriod();
    m_worklist->setFilter(filter);
    addPage(m_worklist, u"list"_s, tr("Worklist"), false);
}

void MainWindow::connectTabs()
{
    connect(&m_bar->tabs(), &QTabBar::currentChanged, this, &MainWindow::showTab);
    connect(&m_bar->tabs(), &QTabBar::tabCloseRequested, this, &MainWindow::closeTab);
    connect(m_bar, &AppBar::settingsRequested, this, &MainWindow::showSettings);
    connect(m_bar, &AppBar::paletteRequested, this, [this] { runCommand(u"command-palette"_s); });
    connect(&m_services.archives, &ArchiveSet::changed, this, &MainWindow::refreshArchives);
    connect(m_notice, &NoticeBar::detailsRequested, this, &MainWindow::noticeDetailsRequested);
}

void MainWindow::connectWorklist()
{
    connect(m_worklist, &WorklistPage::openRequested, this, &MainWindow::openStudyRequested);
    connect(m_worklist, &WorklistPage::menuRequested, this,
            [this](const QPoint &at) { showWorklistMenu(*m_commands, *m_worklist, at); });
    connect(m_worklist, &WorklistPage::addArchiveRequested, this, [this] { runCommand(u"add-archive"_s); });
    connect(m_worklist, &WorklistPage::secretRequested, this, [this](const ArchiveId &id) {
        showSettings();
        settingsPage().editArchive(id);
    });
    connect(m_worklist, &WorklistPage::periodChosen, this, [this](const QString &period) {
        if (period != "custom"_L1) // its days are not kept
            m_services.settings.setWorklistPeriod(period);
    });
    connect(m_worklist, &WorklistPage::archivesChanged, this,
            [this] { m_bar->setArchivesFailing(m_worklist->archivesFailing()); });
}

void MainWindow::showBindings()
{
    m_bar->setTips(m_commands->titleWithKey(u"command-palette"_s), m_commands->titleWithKey(u"settings"_s));
    for (int i = 0; i < m_pages->count(); ++i)
        if (auto *page = qobject_cast<ReadingPage *>(m_pages->widget(i)))
            page->refreshTools();
}

void MainWindow::refreshArchives()
{
    m_worklist->setLockedArchives(lockedArchives(m_services.archives.all()));
}

void MainWindow::addPage(QWidget *page, const QString &icon, const QString &text, bool isClosable)
{
    m_pages->addWidget(page);
    m_bar->tabs().addPage(icon, text, isClosable);
}

void MainWindow::showWorklist()
{
    if (m_services.spread && m_services.spread->showWorklist())
        return;
    m_bar->tabs().setCurrentIndex(m_pages->indexOf(m_worklist));
}

SettingsPage &MainWindow::settingsPage()
{
    if (!m_settingsPage) {
        m_settingsPage =
            new SettingsPage({m_services.archives, m_services.settings, m_services.clock, m_services.language,
                              m_services.theme, m_commands->keyOf(u"refresh"_s), *m_commands, m_services.bindings,
                              m_services.people, [this] { return openStudiesOf(*this); }});
        connect(m_settingsPage, &SettingsPage::mouseChanged, this, &MainWindow::showBindings);
        connect(m_settingsPage, &SettingsPage::languageChosen, this, &MainWindow::languageChosen);
        connect(m_settingsPage, &SettingsPage::themeChosen, this, &MainWindow::themeChosen);
        addPage(m_settingsPage, u"settings"_s, tr("Settings"), true);
    }
    return *m_settingsPage;
}

void MainWindow::showSettings()
{
    m_bar->tabs().setCurrentIndex(m_pages->indexOf(&settingsPage()));
}

bool MainWindow::isShowingSettings() const
{
    return m_settingsPage && m_pages->currentWidget() == m_settingsPage;
}

int MainWindow::settingsIndex() const
{
    return m_settingsPage ? m_pages->indexOf(m_settingsPage) : -1;
}

void MainWindow::moveSettings(int index)
{
    m_bar->tabs().movePage(*m_pages, settingsIndex(), index);
}

void MainWindow::showTab(int index)
{
    if (index < 0 || index >= m_pages->count())
        return;
    makePageAt(index);
    m_pages->setCurrentIndex(index);
    QWidget *page = m_pages->currentWidget();
    m_notice->lookAgain();
    Q_EMIT frontChanged();
    m_commands->setPlace(readingPage()        ? CommandSet::Place::Reading
                         : page == m_worklist ? CommandSet::Place::Worklist
                                              : CommandSet::Place::Anywhere);
    if (auto *shownPage = readingPage()) {
        shownPage->setFolded(m_folded);
        shownPage->refreshShared(isFullScreen());
        shownPage->grid().focusActive(Qt::OtherFocusReason);
    } else if (page == m_worklist) {
        m_worklist->focusList();
    } else if (page == m_settingsPage) {
        m_settingsPage->takeFocus();
    }
}

void MainWindow::closeTab(int index)
{
    if (!m_bar->tabs().isClosable(index))
        return;
    QWidget *page = m_pages->widget(index);
    if (page == m_settingsPage && asksAboutSettings([this, page] { closeTab(m_pages->indexOf(page)); }))
        return;
    ReadingSession *session = sessionAt(index);
    const QPointer front = m_pages->currentWidget();
    if (session && m_leave->wouldAsk(*session)) // over the images that it is about, not over another patient's
        m_bar->tabs().setCurrentIndex(index);
    if (session && m_leave->asks(LeaveQuestion::Leaving::Tab, {session}, [this, front, tab = QPointer(session)] {
            if (tab)
                closeSession(*tab);
            if (const int back = front ? m_pages->indexOf(front) : -1; back >= 0)
                m_bar->tabs().setCurrentIndex(back);
        }))
        return;
    if (page == m_settingsPage)
        m_settingsPage = nullptr;
    m_pages->removeWidget(page);
    m_bar->tabs().removeTab(index);
    page->deleteLater();
    showTab(m_bar->tabs().currentIndex());
    if (session)
        Q_EMIT sessionClosed(session);
}

void MainWindow::notify(const QString &text, bool isFailure, bool hasDetails, const std::vector<StudyUid> &of)
{
    m_notice->show(text, isFailure, hasDetails,
                   [this, of] { return !readingPage() || readingPage()->session().holdsOneOf(of); });
}

QString MainWindow::lastNotice() const
{
    return m_notice->lastText();
}

bool MainWindow::runCommand(const QString &command)
{
    if (m_isLocked)
        return false;
    if (const QString why = m_commands->whyNot(command); !why.isEmpty())
        return notify(why, false), false;
    if (ReadingPage *page = readingPage(); page && page->runCommand(command))
        return true;
    return m_bar->runCommand(command) || runPeopleCommand(*this, m_services.people, command) ||
           runOpeningCommand(*this, command) || (m_services.flow && m_services.flow->run(command)) ||
           runSettingsCommand(
               *this, [this]() -> SettingsPage & { return settingsPage(); }, command) ||
           runTabCommand(command) || m_worklist->runCommand(command) || runOwnCommand(command);
}

bool MainWindow::runTabCommand(const QString &command)
{
    QTabBar &tabs = m_bar->tabs();
    const int count = tabs.count();
    if (command == "next-tab"_L1)
        tabs.setCurrentIndex((tabs.currentIndex() + 1) % count);
    else if (command == "previous-tab"_L1)
        tabs.setCurrentIndex((tabs.currentIndex() + count - 1) % count);
    else if (command == "close-tab"_L1)
        closeTab(tabs.currentIndex());
    else if (command == "open-worklist"_L1)
        showWorklist();
    else if (command == "context-menu"_L1)
        askForContextMenu(*this);
    else
        return false;
    return true;
}

bool MainWindow::runOwnCommand(const QString &command)
{
    if (command == "toggle-panels"_L1) {
        foldPanels(!m_folded);
    } else if (command == "full-screen"_L1) {
        toggleFullScreen();
    } else if (command == "next-region"_L1) {
        if (ReadingPage *page = readingPage())
            page->focusNextRegion(m_bar->tabs());
    } else if (command == "search"_L1) {
        showWorklist();
        m_worklist->focusSearch();
    } else if (command == "command-palette"_L1) {
        if (!m_palette) {
            m_palette = new CommandPalette(*m_commands, this);
            connect(m_palette, &CommandPalette::chosen, this, &MainWindow::runCommand);
        }
        m_palette->open();
    } else if (command == "theme-dark"_L1 || command == "theme-light"_L1) {
        Q_EMIT themeChosen(command.mid(6));
    } else if (command == "quit"_L1) {
        close();
    } else {
        return false;
    }
    return true;
}

void MainWindow::foldPanels(bool folded)
{
    m_folded = folded;
    m_services.settings.setPanelsFolded(folded, arrangementOf(monitorsNow()));
    if (ReadingPage *page = readingPage())
        page->setFolded(folded);
}

void MainWindow::followMonitors()
{
    m_folded = m_services.settings.panelsFolded(arrangementOf(monitorsNow()));
    if (ReadingPage *page = readingPage())
        page->setFolded(m_folded);
}

void MainWindow::toggleFullScreen()
{
    setWindowState(windowState() ^ Qt::WindowFullScreen);
    for (int i = 0; i < m_pages->count(); ++i)
        if (auto *page = qobject_cast<ReadingPage *>(m_pages->widget(i)))
            page->toolBar().setChecked(u"full-screen"_s, isFullScreen());
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (!droppedPaths(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    const QStringList paths = droppedPaths(*event->mimeData());
    if (paths.isEmpty())
        return;
    event->acceptProposedAction();
    Q_EMIT openPathsRequested(paths);
}

void MainWindow::paintEvent(QPaintEvent *event)
{
    QWidget::paintEvent(event);
    Q_EMIT painted();
}

// On a screen that is there, though the one where it was may not be.
void MainWindow::restorePlace()
{
    restoreWindowPlace(*this, m_services.settings.windowGeometry());
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (asksBeforeLeaving(LeaveQuestion::Leaving::Program, [this] { close(); })) {
        event->ignore();
        return;
    }
    m_services.settings.setWindowGeometry(saveGeometry());
    QWidget::closeEvent(event);
}

} // namespace consilium::app
