#include "app/windows/CommandSet.h"

#include <QAction>
#include <QWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace consilium::app
{

namespace
{

/// Of Latin words alone fuzzyScore() knows more.
dicom::Pinyin pinyinOf(const QString &title)
{
    const auto isHan = [](QChar c) { return c.script() == QChar::Script_Han; };
    return std::any_of(title.begin(), title.end(), isHan) ? dicom::Pinyin::of(title) : dicom::Pinyin();
}

} // namespace

bool CommandSet::meet(Place a, Place b)
{
    return a == b || a == Place::Anywhere || b == Place::Anywhere;
}

CommandSet::CommandSet(QWidget &window, tools::Bindings &bindings, std::function<bool(const QString &)> run)
    : QObject(&window), m_window(window), m_bindings(bindings), m_run(std::move(run))
{
}

void CommandSet::add(const QString &name, const QString &title, Place place, const QString &otherwise)
{
    Command command{name, title, {}, place, new QAction(title, this), pinyinOf(title)};
    if (m_bindings.usualKeysOf(name).isEmpty() && !otherwise.isEmpty())
        m_bindings.addUsualKeys(name, QKeySequence::listFromString(otherwise));
    command.keys = m_bindings.keysOf(name);
    command.action->setShortcuts(command.keys);
    command.action->setAutoRepeat(name != u"magnifier"); // held down, it must not flicker
    command.action->setShortcutContext(Qt::WindowShortcut);
    connect(command.action, &QAction::triggered, this, [this, name] { m_run(name); });
    m_window.addAction(command.action);
    m_commands.push_back(std::move(command));
}

const CommandSet::Command *CommandSet::find(const QString &name) const
{
    const auto it =
        std::find_if(m_commands.begin(), m_commands.end(), [&](const Command &c) { return c.name == name; });
    return it == m_commands.end() ? nullptr : &*it;
}

bool CommandSet::contains(const QString &name) const
{
    return find(name) != nullptr;
}

QKeySequence CommandSet::keyOf(const QString &name) const
{
    const Command *command = find(name);
    return !command || command->keys.isEmpty() ? QKeySequence() : command->keys.front();
}

QString CommandSet::titleWithKey(const QString &name) const
{
    const Command *command = find(name);
    const QString key = keyOf(name).toString(QKeySequence::NativeText);
    if (!command || key.isEmpty())
        return command ? command->title : QString();
    return command->title + QStringLiteral("   ") + key;
}

const CommandSet::Command *CommandSet::holderOf(const QKeySequence &keys, const QString &command) const
{
    const auto holders = holdersOf(keys, command);
    return holders.empty() ? nullptr : holders.front();
}

std::vector<const CommandSet::Command *> CommandSet::holdersOf(const QKeySequence &keys, const QString &command) const
{
    const Command *wants = find(command);
    std::vector<const Command *> holders;
    for (const Command &other : m_commands) {
        if (wants && other.name != command && meet(other.place, wants->place) && other.keys.contains(keys))
            holders.push_back(&other);
    }
    return holders;
}

std::optional<CommandSet::Conflict> CommandSet::firstConflict() const
{
    for (const Command &command : m_commands) {
        for (const QKeySequence &key : command.keys) {
            if (const Command *other = holderOf(key, command.name))
                return Conflict{key, command.title, other->title};
        }
    }
    return std::nullopt;
}

void CommandSet::refreshKeys()
{
    for (Command &command : m_commands)
        command.keys =
            m_bindings.isChosen(command.name) ? m_bindings.keysOf(command.name) : m_bindings.usualKeysOf(command.name);
    for (Command &command : m_commands) {
        // A key that the reader gave to another command is no longer this one's, also where a newer program has put a
        // command of its own on it. Two on one key would make it dead.
        if (!m_bindings.isChosen(command.name)) {
            command.keys.removeIf([&](const QKeySequence &key) {
                const Command *other = holderOf(key, command.name);
                return other && m_bindings.isChosen(other->name);
            });
            m_bindings.useKeys(command.name, command.keys);
        }
        command.action->setShortcuts(command.keys);
    }
    Q_EMIT keysChanged();
}

void CommandSet::setPlace(Place place)
{
    m_place = place;
    for (const Command &command : m_commands)
        command.action->setEnabled(command.place == Place::Anywhere || command.place == place);
}

} // namespace consilium::app
