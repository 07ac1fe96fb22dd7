#pragma once
#include "viewer/tools/Bindings.h"

#include <QKeySequence>
#include <QObject>
#include <QStringList>

#include <functional>
#include <vector>

class QAction;
class QWidget;

namespace consilium::app
{

/// Everything that the window can be told to do, by name: what keys, palette, tool bar and scenarios go through.
class CommandSet : public QObject
{
    Q_OBJECT
public:
    /// Where a command makes sense; elsewhere its key does nothing and the palette leaves it out.
    enum class Place { Anywhere, Reading, Worklist };
    struct Command {
        QString name;
        QString title; ///< translated
        QList<QKeySequence> keys;
        Place place = Place::Anywhere;
        QAction *action = nullptr;
    };

    /// `window` gets the shortcuts. `run` does the work; false: it could not be done.
    CommandSet(QWidget &window, const tools::Bindings &bindings, std::function<bool(const QString &)> run);

    /// Keys: those of the bindings, else the given ones ("Ctrl+K; Ctrl+Shift+P").
    void add(const QString &name, const QString &title, Place place, const QString &otherwise = {});
    [[nodiscard]] const std::vector<Command> &all() const { return m_commands; }
    [[nodiscard]] bool contains(const QString &name) const;
    [[nodiscard]] QKeySequence keyOf(const QString &name) const; ///< the first; empty when there is none
    /// Switches keys on that make sense at this place, and the others off.
    void setPlace(Place place);
    [[nodiscard]] Place place() const { return m_place; }
    bool run(const QString &name) { return m_run(name); }

private:
    QWidget &m_window;
    const tools::Bindings &m_bindings;
    std::function<bool(const QString &)> m_run;
    std::vector<Command> m_commands;
    Place m_place = Place::Worklist;
};

} // namespace consilium::app
