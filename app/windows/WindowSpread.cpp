#include "app/windows/WindowSpread.h"

#include "app/settings/ProfileSettings.h"
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

using namespace Qt::StringLiterals;

namespace consilium::app
{

namespace
{

constexpr int settleMs = 300;

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
    connect(qGuiApp, &QGuiApplication::screenRemoved, &m_changed, qOverload<>(&QTimer::start));
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
    window.installEventFilter(this);
}

// What is remembered is how it was before the window goes; and keys follow the window that the person is in.
bool WindowSpread::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_window)
        return false;
    if (event->type() == QEvent::Close)
        remember();
    if (m_list && (event->type() == QEvent::Hide || event->type() == QEvent::Show) && !event->spontaneous())
        m_list->setVisible(event->type() == QEvent::Show);
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
    const QRect room = roomForImages(monitors, list);
    if (!m_list || room.isEmpty())
        return;
    const bool isOfOne =
        std::any_of(monitors.begin(), monitors.end(), [&](const Monitor &m) { return m.room == room; });
    fill(*m_list, monitors[list].room, true);
    fill(*m_window, room, isOfOne);
    if (const QString unused = unusedNow(); !unused.isEmpty())
        m_window->notify(unused, false);
}

void WindowSpread::moveImages()
{
    QList<QScreen *> screens = QGuiApplication::screens();
    if (m_list)
        screens.removeOne(m_list->screen());
    if (screens.isEmpty())
        return;
    const qsizetype at = screens.indexOf(m_window->screen());
    fill(*m_window, screens[(at + 1) % screens.size()]->availableGeometry(), true);
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
}

} // namespace consilium::app
