#include "app/windows/WorklistWindow.h"

#include "app/windows/MainWindow.h"

#include <QAction>
#include <QCloseEvent>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace consilium::app
{

WorklistWindow::WorklistWindow(MainWindow &window) : QWidget(&window, Qt::Window), m_window(window)
{
    setWindowTitle(u"Consilium"_s);
    setObjectName(u"worklistWindow"_s);
    setProperty("surface", u"window"_s);
    setAttribute(Qt::WA_StyledBackground);
    setMinimumSize(960, 600);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(&window.worklist());
    window.worklist().show();
    for (const CommandSet::Command &command : window.commands().all())
        addAction(command.action);
}

// Keys make sense where the person is.
bool WorklistWindow::event(QEvent *event)
{
    if (event->type() == QEvent::WindowActivate)
        if (auto *commands = m_window.findChild<CommandSet *>())
            commands->setPlace(CommandSet::Place::Worklist);
    return QWidget::event(event);
}

void WorklistWindow::closeEvent(QCloseEvent *event)
{
    event->ignore(); // the list goes back first
    Q_EMIT closed();
}

} // namespace consilium::app
