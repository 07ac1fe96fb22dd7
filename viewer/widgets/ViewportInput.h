#pragma once
#include "viewer/session/ActionDispatcher.h"
#include "viewer/tools/Bindings.h"
#include "viewer/tools/Tool.h"

#include <QPointF>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>

class QMouseEvent;
class QWheelEvent;

namespace consilium::widgets
{

/// Turns a viewport's mouse and wheel events into actions of the bound tools. One drag, and one run of the wheel, is
/// one gesture and thus one undo step.
class ViewportInput : public QObject
{
    Q_OBJECT
public:
    /// `context` gives what a tool may look at now; it is asked anew for each event.
    ViewportInput(ViewId view, session::ActionDispatcher &dispatcher, tools::Bindings &bindings,
                  std::function<tools::ToolContext()> context, QObject *parent);
    ~ViewportInput() override;

    // `at`: logical pixels from the top left corner of the image area.
    void press(const QMouseEvent &event, QPointF at);
    void move(const QMouseEvent &event, QPointF at);
    void release(const QMouseEvent &event, QPointF at);
    void wheel(const QWheelEvent &event, QPointF at);
    void leave();
    /// A second click makes a double click of it: the mark that the first one made goes again.
    void takeBackClick();
    /// Ends a drag whose release will never come (the widget was hidden).
    void cancel();

    [[nodiscard]] bool isDragging() const { return m_tool != nullptr; }
    /// Submits actions as one undo step.
    void submitAll(const std::vector<session::Action> &actions, session::GestureId gesture);

private:
    void pointTo(std::optional<QPointF> at);
    void sendPointer();
    void activate(session::GestureId gesture);

    ViewId m_view;
    session::ActionDispatcher &m_dispatcher;
    tools::Bindings &m_bindings;
    std::function<tools::ToolContext()> m_context;

    std::unique_ptr<tools::Tool> m_tool; ///< of the drag under way
    Qt::MouseButton m_button = Qt::NoButton;
    session::GestureId m_gesture = 0;
    session::GestureId m_markGesture = 0; ///< the last press, when it made a mark and nothing was done since

    std::unique_ptr<tools::Tool> m_wheelTool;
    session::GestureId m_wheelGesture = 0;
    quint64 m_wheelAt = 0; ///< time stamp of the last wheel event, ms
    bool m_submitting = false;

    QTimer m_pointerTimer;
    std::optional<QPointF> m_pointer; ///< nullopt: has left
    bool m_pointerPending = false;
};

} // namespace consilium::widgets
