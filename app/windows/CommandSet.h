#pragma once
#include "viewer/dicom/Pinyin.h"
#include "viewer/tools/Bindings.h"

#include <QKeySequence>
#include <QObject>
#include <QStringList>

#include <functional>
#include <optional>
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
    [[nodiscard]] static bool meet(Place a, Place b); ///< commands of these can be used at one place
    struct Command {
        QString name;
        QString title; ///< translated
        QList<QKeySequence> keys;
        Place place = Place::Anywhere;
        QAction *action = nullptr;
        dicom::Pinyin pinyin; ///< of the title; empty where that holds no Chinese
    };

    /// `window` gets the shortcuts. `run` does the work; false: it could not be done.
    CommandSet(QWidget &window, tools::Bindings &bindings, std::function<bool(const QString &)> run);

    /// Keys: those of the bindings; where these know none, the given ones ("Ctrl+K; Ctrl+Shift+P") become the usual
    /// ones.
    void add(const QString &name, const QString &title, Place place, const QString &otherwise = {});
    [[nodiscard]] const std::vector<Command> &all() const { return m_commands; }
    [[nodiscard]] bool contains(const QString &name) const;
    [[nodiscard]] QKeySequence keyOf(const QString &name) const; ///< the first; empty when there is none
    /// Switches keys on that make sense at this place, and the others off.
    void setPlace(Place place);
    [[nodiscard]] Place place() const { return m_place; }
    bool run(const QString &name) { return m_run(name); }
    /// Who knows why a command can do nothing now; empty: it can.
    void setReasons(std::function<QString(const QString &name)> reasons) { m_reasons = std::move(reasons); }
    [[nodiscard]] QString whyNot(const QString &name) const { return m_reasons ? m_reasons(name) : QString(); }
    /// After keys were chosen: shortcuts and everything that shows keys follow.
    void refreshKeys();
    /// Who else has these keys where `command` can be used; null: nobody.
    [[nodiscard]] const Command *holderOf(const QKeySequence &keys, const QString &command) const;
    /// All of them: a command of every page may meet one of each.
    [[nodiscard]] std::vector<const Command *> holdersOf(const QKeySequence &keys, const QString &command) const;
    struct Conflict {
        QKeySequence keys;
        QString first, second; ///< titles
    };
    /// Two commands on one key that can be used at the same place.
    [[nodiscard]] std::optional<Conflict> firstConflict() const;
    [[nodiscard]] const Command *find(const QString &name) const; ///< null: there is none
    /// "Fit to view   F": for tool tips.
    [[nodiscard]] QString titleWithKey(const QString &name) const;

Q_SIGNALS:
    void keysChanged();

private:
    QWidget &m_window;
    tools::Bindings &m_bindings;
    std::function<bool(const QString &)> m_run;
    std::function<QString(const QString &)> m_reasons;
    std::vector<Command> m_commands;
    Place m_place = Place::Worklist;
};

} // namespace consilium::app
