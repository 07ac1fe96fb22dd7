#pragma once
#include "base/Result.h"

#include <QByteArray>
#include <QKeySequence>
#include <QString>
#include <QStringList>
#include <Qt>

#include <map>
#include <set>
#include <vector>

namespace consilium::tools
{

/// Which tool a mouse button or the wheel drives, and which command a key runs: data (resources/bindings/*.json),
/// changeable by the reader.
class Bindings
{
public:
    struct MouseBinding {
        Qt::MouseButton button = Qt::NoButton; ///< NoButton: the wheel
        Qt::KeyboardModifiers modifiers;
        QString tool;
        bool operator==(const MouseBinding &) const = default;
    };
    struct KeyBinding {
        QKeySequence keys;
        QString command; ///< see commandNames(), and the app's own ("open-worklist", "undo" ...)
    };

    [[nodiscard]] static Result<Bindings> fromJson(const QByteArray &json);

    /// Tool for a press; empty when none is bound.
    [[nodiscard]] QString toolFor(Qt::MouseButton button, Qt::KeyboardModifiers modifiers) const;
    [[nodiscard]] QString wheelTool(Qt::KeyboardModifiers modifiers) const;
    /// Puts a tool on a button without modifiers (the toolbar does this).
    void setTool(Qt::MouseButton button, const QString &tool);
    /// With modifiers; an empty tool takes the binding away.
    void setTool(Qt::MouseButton button, Qt::KeyboardModifiers modifiers, const QString &tool);
    [[nodiscard]] const std::vector<MouseBinding> &mouse() const { return m_mouse; }
    [[nodiscard]] const std::vector<KeyBinding> &keys() const { return m_keys; }

    /// Puts other tools on all buttons and the wheel; keys stay. InvalidArgument, and nothing changes, when the text is
    /// no bindings file (without "mouse" it is none either).
    Result<void> setMouse(const QByteArray &json);
    /// The mouse's part in the format of the file.
    [[nodiscard]] QByteArray mouseJson() const;

    /// The eight tools of the radial menu, clockwise from the top.
    [[nodiscard]] const QStringList &radialTools() const { return m_radialTools; }
    [[nodiscard]] static const QStringList &usualRadialTools();
    /// InvalidArgument, and nothing changes, unless these are eight different tools.
    Result<void> setRadialTools(const QStringList &tools);

    // Keys. The usual ones come from the file (and from the program for its own commands); the reader may choose others
    // for a command, or none.
    [[nodiscard]] QList<QKeySequence> keysOf(const QString &command) const;
    [[nodiscard]] QList<QKeySequence> usualKeysOf(const QString &command) const;
    [[nodiscard]] bool isChosen(const QString &command) const { return m_chosen.contains(command); }
    /// For commands that the file does not name; in use unless the reader has chosen.
    void addUsualKeys(const QString &command, const QList<QKeySequence> &keys);
    /// Choosing the usual keys is no choice.
    void chooseKeys(const QString &command, const QList<QKeySequence> &keys);
    /// For now, without being a choice: usual keys of which the reader gave some to other commands.
    void useKeys(const QString &command, const QList<QKeySequence> &keys) { replaceKeys(command, keys); }
    void forgetChoice(const QString &command); ///< the usual ones again
    void forgetChoices();                      ///< of all commands
    [[nodiscard]] bool hasChoices() const { return !m_chosen.empty(); }
    [[nodiscard]] QStringList chosenCommands() const { return {m_chosen.begin(), m_chosen.end()}; }
    /// What the reader chose, in the format of the file; a command without keys stands with empty ones.
    [[nodiscard]] QByteArray keyChoices() const;
    /// Replaces all choices. InvalidArgument, and nothing changes, when the text is no bindings file, or gives one key
    /// to two commands.
    Result<void> setKeyChoices(const QByteArray &json);

private:
    void replaceKeys(const QString &command, const QList<QKeySequence> &keys);

    QStringList m_radialTools = usualRadialTools();
    std::vector<MouseBinding> m_mouse;
    std::vector<KeyBinding> m_keys;
    std::map<QString, QList<QKeySequence>> m_usual;
    std::set<QString> m_chosen;
};

} // namespace consilium::tools
