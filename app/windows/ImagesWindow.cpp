#include "app/windows/ImagesWindow.h"

#include "app/windows/DroppedPaths.h"
#include "app/windows/MainWindow.h"

#include <QAction>
#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QMimeData>

using namespace Qt::StringLiterals;

namespace consilium::app
{

ImagesWindow::ImagesWindow(MainWindow &window) : QWidget(&window, Qt::Window), m_window(window)
{
    setWindowTitle(u"Consilium"_s);
    setObjectName(u"imagesWindow"_s);
    setProperty("surface", u"window"_s);
    setAttribute(Qt::WA_StyledBackground);
    setAcceptDrops(true);
    setMinimumSize(320, 240);
    for (const CommandSet::Command &command : window.commands().all())
        addAction(command.action);
}

// Keys make sense where the person is.
bool ImagesWindow::event(QEvent *event)
{
    if (event->type() == QEvent::WindowActivate)
        if (auto *commands = m_window.findChild<CommandSet *>())
            commands->setPlace(m_window.readingPage() ? CommandSet::Place::Reading : CommandSet::Place::Anywhere);
    return QWidget::event(event);
}

void ImagesWindow::closeEvent(QCloseEvent *event)
{
    event->ignore(); // the views go back first
    Q_EMIT closed();
}

void ImagesWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (!droppedPaths(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void ImagesWindow::dropEvent(QDropEvent *event)
{
    const QStringList paths = droppedPaths(*event->mimeData());
    if (paths.isEmpty())
        return;
    event->acceptProposedAction();
    Q_EMIT m_window.openPathsRequested(paths);
}

} // namespace consilium::app
