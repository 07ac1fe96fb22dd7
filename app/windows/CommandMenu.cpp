#include "app/windows/CommandMenu.h"

using namespace Qt::StringLiterals;

namespace consilium::app
{

CommandMenu::CommandMenu(CommandSet &commands, QWidget *parent) : CommandMenu(commands, new QMenu(parent))
{
    m_menu->setObjectName(u"commandMenu"_s);
    m_menu->setAttribute(Qt::WA_DeleteOnClose);
}

void CommandMenu::add(const QString &command, std::optional<bool> checked)
{
    const CommandSet::Command *known = m_commands.find(command);
    if (!known)
        return;
    // An action of its own: the window's carry shortcuts, and two on one key would make both dead.
    const QString key = m_commands.keyOf(command).toString(QKeySequence::NativeText);
    QString title = known->title;
    title.replace(u'&', u"&&"_s);
    QAction *action = m_menu->addAction(key.isEmpty() ? title : title + u'\t' + key);
    action->setData(command);
    if (checked) {
        action->setCheckable(true);
        action->setChecked(*checked);
    }
    CommandSet *commands = &m_commands;
    QObject::connect(action, &QAction::triggered, commands, [commands, command] { commands->run(command); });
}

void CommandMenu::add(std::initializer_list<const char *> commands)
{
    for (const char *command : commands)
        add(QString::fromLatin1(command));
}

void CommandMenu::add(const QString &title, const QString &name, bool isEnabled, QObject &owner,
                      std::function<void()> run)
{
    QString shown = title;
    shown.replace(u'&', u"&&"_s);
    QAction *action = m_menu->addAction(shown);
    action->setData(name);
    action->setEnabled(isEnabled);
    QObject::connect(action, &QAction::triggered, &owner, [run = std::move(run)] { run(); });
}

void CommandMenu::addMenu(const QString &title, const std::function<void(CommandMenu &)> &fill)
{
    auto *below = new QMenu(title, m_menu);
    CommandMenu part(m_commands, below);
    fill(part);
    if (below->isEmpty())
        delete below;
    else
        m_menu->addMenu(below);
}

void CommandMenu::separate()
{
    if (!m_menu->isEmpty())
        m_menu->addSeparator();
}

void CommandMenu::popup(const QPoint &global)
{
    if (m_menu->isEmpty()) {
        delete m_menu;
        return;
    }
    m_menu->popup(global); // no entry is active: a menu below the first one would open in its place
}

} // namespace consilium::app
