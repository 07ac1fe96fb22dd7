#include "app/windows/CommandSet.h"

#include <QAction>
#include <QWidget>

#include <algorithm>

namespace consilium::app
{

CommandSet::CommandSet(QWidget &window, const tools::Bindings &bindings, std::function<bool(const QString &)> run)
    : QObject(&window), m_window(window), m_bindings(bindings), m_run(std::move(run))
{
}

void CommandSet::add(const QString &name, const QString &title, Place place, const QString &otherwise)
{
    Command command{name, title, {}, place, new QAction(title, this)};
    for (const auto &binding : m_bindings.keys())
        if (binding.command == name)
            command.keys.push_back(binding.keys);
    if (command.keys.isEmpty() && !otherwise.isEmpty())
        command.keys = QKeySequence::listFromString(otherwise);
    command.action->setShortcuts(command.keys);
    command.action->setShortcutContext(Qt::WindowShortcut);
    connect(command.action, &QAction::triggered, this, [this, name] { m_run(name); });
    m_window.addAction(command.action);
    m_commands.push_back(std::move(command));
}

bool CommandSet::contains(const QString &name) const
{
    return std::any_of(m_commands.begin(), m_commands.end(), [&](const Command &c) { return c.name == name; });
}

QKeySequence CommandSet::keyOf(const QString &name) const
{
    const auto it =
        std::find_if(m_commands.begin(), m_commands.end(), [&](const Command &c) { return c.name == name; });
    return it == m_commands.end() || it->keys.isEmpty() ? QKeySequence() : it->keys.front();
}

void CommandSet::setPlace(Place place)
{
    m_place = place;
    for (const Command &command : m_commands)
        command.action->setEnabled(command.place == Place::Anywhere || command.place == place);
}

} // namespace consilium::app
