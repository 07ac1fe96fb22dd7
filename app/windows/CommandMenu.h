#pragma once
#include "app/windows/CommandSet.h"

#include <QMenu>

#include <optional>

namespace consilium::app
{

/// A menu made of commands: their names, their keys, and run as by these. Lives until it is closed.
class CommandMenu
{
public:
    CommandMenu(CommandSet &commands, QWidget *parent);

    /// Commands that the window does not have are left out. `checked`: with a check mark or its place.
    void add(const QString &command, std::optional<bool> checked = std::nullopt);
    void add(std::initializer_list<const char *> commands);
    /// An entry that is no command: `run` is called while `owner` lives. Disabled, it says what cannot be done.
    void add(const QString &title, const QString &name, bool isEnabled, QObject &owner, std::function<void()> run);
    /// Adds what `fill` adds to a menu of its own; nothing when that stays empty.
    void addMenu(const QString &title, const std::function<void(CommandMenu &)> &fill);
    void separate();
    [[nodiscard]] QMenu &menu() { return *m_menu; }
    /// Arrows walk it at once.
    void popup(const QPoint &global);

private:
    CommandMenu(CommandSet &commands, QMenu *menu) : m_commands(commands), m_menu(menu) {}

    CommandSet &m_commands;
    QMenu *m_menu;
};

} // namespace consilium::app
