#pragma once
#include "base/Result.h"

#include <QByteArray>
#include <QKeySequence>
#include <QString>
#include <Qt>

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
    [[nodiscard]] const std::vector<MouseBinding> &mouse() const { return m_mouse; }
    [[nodiscard]] const std::vector<KeyBinding> &keys() const { return m_keys; }

private:
    std::vector<MouseBinding> m_mouse;
    std::vector<KeyBinding> m_keys;
};

} // namespace consilium::tools
