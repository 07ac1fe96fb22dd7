#include "app/windows/WindowSpread.h"

#include "app/settings/ProfileSettings.h"
#include "app/windows/ImagesWindow.h"
#include "app/windows/MainWindow.h"
#include "app/windows/MonitorArrangement.h"
#include "app/windows/ReadingSession.h"
#include "app/windows/WindowPlace.h"
#include "app/windows/WorklistWindow.h"
#include "app/worklist/EmptyState.h"

#include <QEvent>
#include <QGuiApplication>
#include <QScreen>
#include <QStackedWidget>
#include <QWindow>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace consilium::app
{

namespace
{

constexpr int settleMs = 300;

/// All of it, without the desktop's bars.
bool isOneMonitor(const QRect &room)
{
    const auto monitors = monitorsNow();
    return std::any_of(monitors.begin(), monitors.end(), [&](const Monitor &m) { return m.room == room; });
}

bool isSeveral()
{
    return QGuiApplication::screens().size() > 1;
}

/// On the monitor of that room, which it fills; full screen stays full screen.
void fill(QWidget &window, const QRect &room, bool isOfOne)
{
    const bool isFull = window.isFullScreen();
    window.setWindowState(Qt::WindowNoState);
    if (QScreen *screen = QGuiApplication::screenAt(room.center()); screen && window.windowHandle())
        window.windowHandle()->setScreen(screen); // another scale may hold there
    window.setGeometry(room);
    if (isOfOne)
        window.setWindowState(isFull ? Qt::WindowFullScreen : Qt::WindowMaximized);
}

QPoint middleOf(const QWidget &window)
{
    return window.geometry().center();
}

/// Level with it or beside it, as people count monitors: first by columns.
bool isLeftOf(const QWidget &window, const QWidget &other)
{
    const QPoint one = middleOf(window), two = middleOf(other);
    return std::pair(one.x(), one.y()) < std::pair(two.x(), two.y());
}

} // namespace

WindowSpread::WindowSpread(ProfileSettings &settings, QObject *parent)
    : QObject(parent), m_settings(settings), m_arrangement(arrangementOf(monitorsNow()))
{
    m_changed.setSingleShot(true);
    m_changed.setInterval(settleMs);
    connect(&m_changed, &QTimer::timeout, this, &WindowSpread::monitorsChanged);
    for (QScreen *screen : QGuiApplication::screens())
        watch(screen);
    connect(qGuiApp, &QGuiApplication::screenAdded, this, [this](QScreen *screen) {
        watch(screen);
        m_changed.start();
    });
    connect(qGuiApp, &QGuiApplication::screenRemoved, this, [this](QScreen *screen) {
        screenGone(screen);
        m_changed.start();
    });
}

void WindowSpread::watch(QScreen *screen)
{
    connect(screen, &QScreen::geometryChanged, &m_changed, qOverload<>(&QTimer::start));
}

void WindowSpread::setWindow(MainWindow &window)
{
    if (m_window)
        m_window->removeEventFilter(this);
    m_window = &window;
    m_list = nullptr; // it went with the window before
    m_stand = nullptr;
    m_further.clear();
    window.installEventFilter(this);
}

// What is remembered is how it was before the window goes; and keys follow the window that the person is in.
bool WindowSpread::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_window)
        return false;
    if (event->type() == QEvent::Close)
        remember();
    if (m_list && (event->type() == QEvent::Hide || event->type() == QEvent::Show) && !event->spontaneous()) {
        m_list->setVisible(event->type() == QEvent::Show);
        for (ImagesWindow *further : furtherWindows())
            further->setVisible(event->type() == QEvent::Show);
    }
    if (event->type() == QEvent::WindowStateChange)
        for (ImagesWindow *further : furtherWindows())
            if (further->isFullScreen() != m_window->isFullScreen())
                further->setWindowState(further->windowState() ^ Qt::WindowFullScreen);
    if (event->type() == QEvent::WindowActivate && m_list)
        if (auto *commands = m_window->findChild<CommandSet *>())
            commands->setPlace(m_window->readingPage() ? CommandSet::Place::Reading : CommandSet::Place::Anywhere);
    return false;
}

bool WindowSpread::isApart() const
{
    return m_list != nullptr;
}

void WindowSpread::remember()
{
    if (!m_window || (!m_list && !m_settings.monitorLayout(m_arrangement)))
        return;
    ProfileSettings::MonitorLayout layout;
    layout.isApart = m_list != nullptr;
    layout.images = m_window->saveGeometry();
    if (m_list)
        layout.worklist = m_list->saveGeometry();
    for (const ImagesWindow *further : furtherWindows())
        layout.further << further->saveGeometry();
    m_settings.setMonitorLayout(m_arrangement, layout);
}

void WindowSpread::restore()
{
    const auto layout = m_settings.monitorLayout(m_arrangement);
    if (!m_window || !layout)
        return;
    if (!layout->isApart || !isSeveral())
        return join();
    part();
    restoreWindowPlace(*m_window, layout->images);
    restoreWindowPlace(*m_list, layout->worklist);
    restoreFurther(layout->further);
}

void WindowSpread::begin(ReadingSession &session) const
{
    if (const auto grid = m_settings.usualGrid(m_arrangement))
        session.beginWith(grid->rows, grid->columns);
}

bool WindowSpread::showWorklist()
{
    if (!m_list)
        return false;
    m_list->show();
    m_list->raise();
    m_list->activateWindow();
    m_window->worklist().focusList();
    return true;
}

QString WindowSpread::whyNot(const QString &command) const
{
    if ((command == "worklist-apart"_L1 || command == "images-next-monitor"_L1) && !isSeveral())
        return tr("There is only one monitor.");
    if (command == "one-window"_L1 && !m_list)
        return tr("Everything is in one window already.");
    return {};
}

bool WindowSpread::run(const QString &command)
{
    if (!m_window)
        return false;
    if (command == "worklist-apart"_L1) {
        part();
        layOut();
    } else if (command == "one-window"_L1) {
        join();
    } else if (command == "images-next-monitor"_L1) {
        moveImages();
    } else {
        return false;
    }
    remember();
    return true;
}

void WindowSpread::part()
{
    if (m_list)
        return;
    WorklistPage &page = m_window->worklist();
    QStackedWidget &pages = m_window->pages();
    const int index = pages.indexOf(&page);
    const bool isInFront = pages.currentWidget() == &page;
    m_stand = new EmptyState;
    m_stand->setContent(tr("The worklist is in a window of its own."), {}, tr("Put it back here"));
    connect(m_stand, &EmptyState::buttonClicked, this, [this] { run(u"one-window"_s); });
    pages.insertWidget(index, m_stand);
    pages.removeWidget(&page);
    if (isInFront)
        pages.setCurrentWidget(m_stand);
    m_list = new WorklistWindow(*m_window);
    connect(m_list, &WorklistWindow::closed, this, [this] { run(u"one-window"_s); });
    m_list->show();
}

void WindowSpread::join()
{
    if (!m_list)
        return;
    dropFurther(furtherWindows());
    QStackedWidget &pages = m_window->pages();
    const int index = pages.indexOf(m_stand);
    const bool isInFront = pages.currentWidget() == m_stand;
    pages.insertWidget(index, &m_window->worklist());
    pages.removeWidget(m_stand);
    if (isInFront)
        pages.setCurrentWidget(&m_window->worklist());
    m_stand->deleteLater();
    m_stand = nullptr;
    m_list->hide();
    m_list->deleteLater();
    m_list = nullptr;
    Q_EMIT m_window->frontChanged();
}

// The list gets the primary monitor, where the desktop's bars are, the images all others.
void WindowSpread::layOut()
{
    const auto monitors = monitorsNow();
    const QList<QScreen *> screens = QGuiApplication::screens();
    const auto list = std::size_t(std::max<qsizetype>(0, screens.indexOf(QGuiApplication::primaryScreen())));
    const auto groups = groupsForImages(monitors, list);
    if (!m_list || groups.empty())
        return;
    fill(*m_list, monitors[list].room, true);
    std::vector<QRect> rooms;
    for (const auto &group : groups)
        rooms.push_back(roomOf(monitors, group));
    fill(*m_window, rooms.front(), isOneMonitor(rooms.front()));
    rooms.erase(rooms.begin());
    layOutFurther(rooms);
    if (const QString unused = unusedNow(); !unused.isEmpty())
        m_window->notify(unused, false);
}

void WindowSpread::layOutFurther(const std::vector<QRect> &rooms)
{
    std::vector<ImagesWindow *> windows = furtherWindows();
    if (windows.size() > rooms.size()) {
        dropFurther({windows.begin() + std::ptrdiff_t(rooms.size()), windows.end()});
        windows.resize(rooms.size());
    }
    while (windows.size() < rooms.size()) {
        windows.push_back(addFurther());
        windows.back()->show();
    }
    for (std::size_t i = 0; i < rooms.size(); ++i) {
        fill(*windows[i], rooms[i], isOneMonitor(rooms[i]));
        if (m_window->isFullScreen())
            windows[i]->setWindowState(windows[i]->windowState() | Qt::WindowFullScreen);
    }
    shareAll();
}

// One that is not sensible any more comes onto a monitor that is there; more than there are monitors for are not.
void WindowSpread::restoreFurther(const QList<QByteArray> &places)
{
    const auto wanted = std::min(std::size_t(places.size()),
                                 std::size_t(std::max<qsizetype>(QGuiApplication::screens().size() - 2, 0)));
    std::vector<ImagesWindow *> windows = furtherWindows();
    if (windows.size() > wanted) {
        dropFurther({windows.begin() + std::ptrdiff_t(wanted), windows.end()});
        windows.resize(wanted);
    }
    while (windows.size() < wanted)
        windows.push_back(addFurther());
    for (std::size_t i = 0; i < wanted; ++i) {
        restoreWindowPlace(*windows[i], places[qsizetype(i)]);
        windows[i]->show();
        QScreen *const screen = QGuiApplication::screenAt(middleOf(*windows[i]));
        if (screen && screen != windows[i]->windowHandle()->screen())
            windows[i]->windowHandle()->setScreen(screen);
    }
    shareAll();
}

std::vector<ImagesWindow *> WindowSpread::furtherWindows() const
{
    std::vector<ImagesWindow *> all;
    for (const QPointer<ImagesWindow> &window : m_further)
        if (window)
            all.push_back(window);
    return all;
}

ImagesWindow *WindowSpread::addFurther()
{
    auto *window = new ImagesWindow(*m_window);
    connect(window, &ImagesWindow::closed, this, [this, window] {
        dropFurther({window});
        remember();
    });
    m_further.emplace_back(window);
    return window;
}

// Their views are in the main window before they go.
void WindowSpread::dropFurther(const std::vector<ImagesWindow *> &windows)
{
    if (windows.empty())
        return;
    std::erase_if(m_further, [&](const QPointer<ImagesWindow> &one) {
        return !one || std::find(windows.begin(), windows.end(), one.data()) != windows.end();
    });
    shareAll();
    for (ImagesWindow *window : windows) {
        window->hide();
        window->deleteLater();
    }
}

void WindowSpread::share(widgets::LayoutGrid &grid) const
{
    std::vector<ImagesWindow *> windows = furtherWindows();
    std::sort(windows.begin(), windows.end(), [](const auto *a, const auto *b) { return isLeftOf(*a, *b); });
    std::vector<QWidget *> left, right;
    for (ImagesWindow *window : windows)
        (isLeftOf(*window, *m_window) ? left : right).push_back(window);
    grid.setWindows(left, right);
}

void WindowSpread::shareAll() const
{
    for (int i = 0; i < m_window->pages().count(); ++i)
        if (auto *page = qobject_cast<ReadingPage *>(m_window->pages().widget(i)))
            share(page->grid());
}

// At once: the system puts the window over another one, or where nobody sees it. That there was one with these monitors
// stays remembered.
void WindowSpread::screenGone(const QScreen *screen)
{
    constexpr int borderPx = 64; // a window that only looks over the edge is another monitor's
    std::vector<ImagesWindow *> gone;
    for (ImagesWindow *window : furtherWindows())
        if (window->geometry().marginsRemoved({borderPx, borderPx, borderPx, borderPx}).intersects(screen->geometry()))
            gone.push_back(window);
    dropFurther(gone);
}

void WindowSpread::moveImages()
{
    QList<QScreen *> screens = QGuiApplication::screens();
    if (m_list)
        screens.removeOne(m_list->screen());
    if (screens.isEmpty())
        return;
    const qsizetype at = screens.indexOf(m_window->screen());
    QScreen *const before = m_window->screen(), *const next = screens[(at + 1) % screens.size()];
    fill(*m_window, next->availableGeometry(), true);
    for (ImagesWindow *further : furtherWindows())
        if (next->geometry().contains(middleOf(*further))) // they change places
            fill(*further, before->availableGeometry(), true);
    shareAll();
}

// Nothing stays where no monitor is: what is not known of these monitors comes whole onto one that is there.
void WindowSpread::monitorsChanged()
{
    const QString now = arrangementOf(monitorsNow());
    if (now == m_arrangement || !m_window)
        return;
    m_arrangement = now;
    m_window->followMonitors();
    if (m_settings.monitorLayout(now))
        return restore();
    if (m_list && !isSeveral())
        join();
    restoreWindowPlace(*m_window, m_window->saveGeometry());
    if (m_list)
        restoreWindowPlace(*m_list, m_list->saveGeometry());
    for (ImagesWindow *further : furtherWindows())
        restoreWindowPlace(*further, further->saveGeometry());
    shareAll();
}

} // namespace consilium::app
