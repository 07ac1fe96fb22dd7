#pragma once
#include "viewer/session/ActionDispatcher.h"
#include "viewer/tools/Bindings.h"

#include <QWidget>

#include <memory>

namespace consilium::widgets
{

/// One 44 px row of icons in groups. Left click puts a tool on the left button, right click on the right one. What is
/// not a tool is a command, which the window runs: those of tools::commandNames() on the active viewport, and "undo",
/// "redo", "toggle-overlay", "toggle-panels", "full-screen".
class ToolBar : public QWidget
{
    Q_OBJECT
public:
    static constexpr int heightPx = 44;

    ToolBar(session::ActionDispatcher &dispatcher, tools::Bindings &bindings, QWidget *parent = nullptr);
    ~ToolBar() override;

    /// A tool's name in the user's language.
    [[nodiscard]] static QString toolLabel(const QString &tool);

    /// For what the window adds at either end (mode switch on the left, buttons on the right).
    void addLeading(QWidget *widget);
    void addTrailing(QWidget *widget);
    /// Where the tools end on the left, px; from there to what was added at the right end nothing is.
    [[nodiscard]] int toolsEndPx() const;
    /// Puts a tool on a mouse button, as a click on its icon does.
    void chooseTool(const QString &tool, Qt::MouseButton button);
    /// A toggle's state ("toggle-overlay", "toggle-panels", "full-screen").
    void setChecked(const QString &command, bool checked);
    /// After the bindings were changed elsewhere (settings).
    void refreshBindings();

Q_SIGNALS:
    void commandRequested(const QString &command);
    void bindingsChanged();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace consilium::widgets
