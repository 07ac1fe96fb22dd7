#pragma once
#include "viewer/session/ActionDispatcher.h"
#include "viewer/tools/Bindings.h"
#include "viewer/tools/Tool.h"

#include <QElapsedTimer>
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
/// one gesture and thus one undo step. A tool that draws marks is kept from press to press until its mark is whole;
/// that is one step too. Its draft is dropped when the image, the active view or the button's tool changes.
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
    /// A second click makes a double click of it, or the click was for a menu: the mark that it made goes again, and
    /// so does one that it has only begun with the right button.
    void takeBackClick();
    /// Ends a drag whose release will never come (the widget was hidden), and drops what is being drawn.
    void cancel();
    /// A button is held: what it does ends with its release, which a view that is hidden does not see.
    [[nodiscard]] bool isHeld() const { return m_tool != nullptr; }

    [[nodiscard]] bool isDragging() const { return m_tool != nullptr; }

    /// The mark that is being drawn and is not in the state; null: none.
    [[nodiscard]] const session::Annotation *draft() const;
    [[nodiscard]] bool isDraftWhole() const;
    [[nodiscard]] bool drawsWith(Qt::MouseButton button) const { return draft() && m_drawnBy.button == button; }
    /// Enter, or a double click: ends a mark of any number of points.
    void finishDraft();
    void takeBackPoint();
    void dropDraft();
    /// After the view's image may have changed, or the tool of a button: a draft that is not of it is dropped. True
    /// when one was.
    bool checkDraft();
    /// The last click has placed a mark, or the last point of one.
    [[nodiscard]] bool hasMadeMark() const { return m_markGesture != 0 || m_hasJustDrawn; }
    /// True: a double click meant the mark that is or was being drawn. A draft that its own first click has begun was
    /// not meant and goes.
    bool takeDoubleClick();
    /// Moves a mark as a whole by logical screen pixels; a run of it is one undo step. False: it cannot be moved here.
    bool nudge(const AnnotationId &mark, ScreenVector by);
    /// Submits actions as one undo step.
    void submitAll(const std::vector<session::Action> &actions, session::GestureId gesture);

Q_SIGNALS:
    void draftChanged();               ///< drawn further, or gone
    void noticed(const QString &text); ///< why a press does nothing here
    /// A mark lacks only its text: ask for it, and add it.
    void textWanted(const consilium::session::Annotation &draft);

private:
    [[nodiscard]] std::unique_ptr<tools::Tool> toolFor(const QMouseEvent &event, QPointF at);
    [[nodiscard]] tools::Tool *drawing() const;
    void keepOrEnd(std::unique_ptr<tools::Tool> tool);
    void cancelDrag();
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

    std::unique_ptr<tools::Tool> m_drawing; ///< between two presses
    struct Press {
        Qt::MouseButton button = Qt::NoButton;
        Qt::KeyboardModifiers modifiers;
        bool isFirst = true; ///< of the mark that is drawn
        QPointF at;
    };
    Press m_drawnBy;             ///< with what the mark was begun
    bool m_hasJustDrawn = false; ///< the last click ended a mark of several

    session::GestureId m_nudgeGesture = 0;
    AnnotationId m_nudged;
    QElapsedTimer m_nudgedAt;

    std::unique_ptr<tools::Tool> m_wheelTool;
    session::GestureId m_wheelGesture = 0;
    quint64 m_wheelAt = 0; ///< time stamp of the last wheel event, ms
    bool m_submitting = false;

    QTimer m_pointerTimer;
    std::optional<QPointF> m_pointer; ///< nullopt: has left
    bool m_pointerPending = false;
};

} // namespace consilium::widgets
