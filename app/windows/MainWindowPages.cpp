#include "app/settings/SettingsPage.h"
#include "app/windows/AppBar.h"
#include "app/windows/AppTabs.h"
#include "app/windows/AwaitedPage.h"
#include "app/windows/ContextMenus.h"
#include "app/windows/MainWindow.h"
#include "app/windows/WindowSpread.h"

#include <QPointer>
#include <QStackedWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

// The reading tabs of the window and their pages, which may come after them; what is asked before they go.
namespace consilium::app
{

ReadingPage *MainWindow::readingPage() const
{
    return qobject_cast<ReadingPage *>(m_pages->currentWidget());
}

ReadingSession *MainWindow::sessionAt(int index) const
{
    QWidget *page = m_pages->widget(index);
    if (auto *made = qobject_cast<ReadingPage *>(page))
        return &made->session();
    auto *awaited = dynamic_cast<AwaitedPage *>(page);
    return awaited ? &awaited->session() : nullptr;
}

int MainWindow::tabOf(const ReadingSession &session) const
{
    for (int i = 0; i < m_pages->count(); ++i)
        if (sessionAt(i) == &session)
            return i;
    return -1;
}

ReadingPage *MainWindow::pageOf(const ReadingSession &session) const
{
    return qobject_cast<ReadingPage *>(m_pages->widget(tabOf(session)));
}

std::optional<ReadingPage::Look> MainWindow::lookOf(const ReadingSession &session) const
{
    QWidget *page = m_pages->widget(tabOf(session));
    if (const auto *made = qobject_cast<ReadingPage *>(page))
        return made->look();
    const auto *awaited = dynamic_cast<AwaitedPage *>(page);
    return awaited ? std::optional(awaited->look()) : std::nullopt;
}

ReadingPage *MainWindow::buildPage(ReadingSession &session)
{
    auto *page = new ReadingPage(session, m_services.images, m_services.bindings);
    page->setFolded(m_folded);
    page->useSettings(m_services.settings);
    page->showNotesOf(m_services.watch, m_services.marks, m_services.sender);
    page->showTimeline(m_services.timelines);
    if (m_services.flow)
        page->showFlow(*m_services.flow);
    if (m_services.spread)
        m_services.spread->share(page->grid());
    connect(page, &ReadingPage::commandRequested, this, &MainWindow::runCommand);
    connect(page, &ReadingPage::imageDrawn, this, &MainWindow::imageDrawn);
    connect(page, &ReadingPage::previewDrawn, this, &MainWindow::previewDrawn);
    connect(page, &ReadingPage::refused, this, [this](const Error &error) { notify(userMessage(error), true); });
    connect(page, &ReadingPage::noticed, this, [this](const QString &text) { notify(text, false); });
    connect(&page->grid(), &widgets::LayoutGrid::menuRequested, this,
            [this, page](widgets::ViewportWidget *viewport, const QPoint &at) {
                showViewportMenu(*m_commands, *page, *viewport, at);
            });
    connect(
        &page->strip(), &widgets::SeriesStrip::menuRequested, this,
        [this, page](const DataSetId &dataSet, const QPoint &at) { showSeriesMenu(*m_commands, *page, dataSet, at); });
    return page;
}

void MainWindow::followTabText(QWidget &page, ReadingSession &session)
{
    connect(&session, &ReadingSession::tabTextChanged, &page, [this, page = &page, session = &session] {
        m_bar->tabs().setStudy(m_pages->indexOf(page), session->tabLabel());
    });
}

void MainWindow::addSession(QWidget &page, ReadingSession &session)
{
    followTabText(page, session);
    addPage(&page, u"image"_s, session.tabText(), true);
    m_bar->tabs().setStudy(m_pages->indexOf(&page), session.tabLabel());
}

void MainWindow::showSession(ReadingSession &session, bool toFront)
{
    if (tabOf(session) < 0)
        addSession(*buildPage(session), session);
    if (toFront)
        m_bar->tabs().setCurrentIndex(tabOf(session));
}

void MainWindow::awaitSession(ReadingSession &session, const ReadingPage::Look &look)
{
    auto *awaited = new AwaitedPage(session, look);
    addSession(*awaited, session);
    m_turns.add([this, awaited = QPointer<QWidget>(awaited)] {
        if (awaited)
            makePageAt(m_pages->indexOf(awaited));
    });
}

ReadingPage *MainWindow::makePage(const ReadingSession &session)
{
    makePageAt(tabOf(session));
    return pageOf(session);
}

// The page is whole, with its look, before it takes the place.
void MainWindow::makePageAt(int index)
{
    auto *awaited = dynamic_cast<AwaitedPage *>(m_pages->widget(index));
    if (!awaited)
        return;
    ReadingPage *page = buildPage(awaited->session());
    followTabText(*page, awaited->session());
    m_pages->insertWidget(index, page);
    page->setLook(awaited->look());
    m_pages->removeWidget(awaited);
    awaited->deleteLater();
}

void MainWindow::closeSession(ReadingSession &session)
{
    if (const int index = tabOf(session); index >= 0)
        closeTab(index);
}

std::vector<ReadingSession *> MainWindow::sessions() const
{
    std::vector<ReadingSession *> all;
    for (int i = 0; i < m_pages->count(); ++i)
        if (ReadingSession *const session = sessionAt(i))
            all.push_back(session);
    return all;
}

bool MainWindow::hasTabOf(const StudyUid &study) const
{
    const auto all = sessions();
    return std::any_of(all.begin(), all.end(), [&](const ReadingSession *session) { return session->uses(study); });
}

bool MainWindow::asksAboutSettings(std::function<void()> goOn)
{
    if (!m_settingsPage || !m_settingsPage->asksBeforeClosing(std::move(goOn)))
        return false;
    showSettings(); // what the question is about
    return true;
}

bool MainWindow::asksBeforeLeaving(LeaveQuestion::Leaving what, std::function<void()> goOn)
{
    return asksAboutSettings(goOn) || m_leave->asks(what, sessions(), goOn);
}

void MainWindow::setLocked(bool locked)
{
    m_isLocked = locked;
    if (!locked)
        m_leave->forget();
}

} // namespace consilium::app
