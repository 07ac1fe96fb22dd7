#include "viewer/widgets/ViewportInput.h"

#include "viewer/tools/LinkedScroll.h"

#include <QMouseEvent>
#include <QWheelEvent>

namespace consilium::widgets
{

namespace
{
constexpr int pointerIntervalMs = 33; // 30 Hz
constexpr quint64 wheelPauseMs = 500; // a longer pause begins a new undo step
constexpr double wheelUnitsPerNotch = 120.0;

tools::PointerEvent pointerEvent(QPointF at, Qt::KeyboardModifiers modifiers)
{
    return {ScreenPoint{at.x(), at.y()}, modifiers};
}
} // namespace

ViewportInput::ViewportInput(ViewId view, session::ActionDispatcher &dispatcher, tools::Bindings &bindings,
                             std::function<tools::ToolContext()> context, QObject *parent)
    : QObject(parent),
      m_view(std::move(view)),
      m_dispatcher(dispatcher),
      m_bindings(bindings),
      m_context(std::move(context))
{
    m_pointerTimer.setSingleShot(true);
    m_pointerTimer.setInterval(pointerIntervalMs);
    connect(&m_pointerTimer, &QTimer::timeout, this, [this] {
        if (m_pointerPending)
            sendPointer();
    });
    // Anything done in between ends the run of the wheel, so that undo takes things back in the order they were done.
    connect(&m_dispatcher, &session::ActionDispatcher::applied, this, [this](const session::Envelope &envelope) {
        if (!m_submitting && session::kindOf(envelope.action) != session::ActionKind::Presence)
            m_wheelGesture = 0;
        if (session::kindOf(envelope.action) != session::ActionKind::Presence && envelope.gesture != m_markGesture)
            m_markGesture = 0;
    });
    connect(&m_dispatcher, &session::ActionDispatcher::wasReset, this, [this] {
        m_wheelGesture = m_markGesture = 0;
        cancel();
    });
}

ViewportInput::~ViewportInput() = default;

void ViewportInput::submitAll(const std::vector<session::Action> &actions, session::GestureId gesture)
{
    // Views that are linked go along whatever moved this one: mouse, wheel, key or cine.
    const auto context = m_context();
    const auto all = context.stacks ? tools::withLinkedViews(actions, m_dispatcher.state(), context.stacks) : actions;
    m_submitting = true;
    for (const auto &action : all) {
        // A refusal is reported by the dispatcher's own signal; what follows in the same gesture would build on it.
        if (!m_dispatcher.submit(action, session::Origin::Local, gesture))
            break;
    }
    m_submitting = false;
}

void ViewportInput::activate(session::GestureId gesture)
{
    if (m_dispatcher.state().layout().active != m_view)
        submitAll({session::SetActiveView{m_view}}, gesture);
}

void ViewportInput::press(const QMouseEvent &event, QPointF at)
{
    if (m_tool)
        return; // a second button during a drag
    m_gesture = m_dispatcher.beginGesture();
    activate(m_gesture);
    auto tool = tools::makeTool(m_bindings.toolFor(event.button(), event.modifiers()));
    if (!tool)
        return;
    m_tool = std::move(tool);
    m_button = event.button();
    const auto actions = m_tool->press(m_context(), pointerEvent(at, event.modifiers()));
    const bool makesMark = std::any_of(actions.begin(), actions.end(), [](const session::Action &action) {
        return std::holds_alternative<session::AddAnnotation>(action);
    });
    m_markGesture = makesMark ? m_gesture : 0;
    submitAll(actions, m_gesture);
}

void ViewportInput::takeBackClick()
{
    if (m_markGesture == 0)
        return;
    m_markGesture = 0;
    // Refused when somebody has moved the mark meanwhile: then it stays.
    if (!m_dispatcher.undo(m_dispatcher.localActor()))
        return;
    activate(m_dispatcher.beginGesture()); // that was part of the same step
}

void ViewportInput::move(const QMouseEvent &event, QPointF at)
{
    pointTo(at);
    if (m_tool)
        submitAll(m_tool->move(m_context(), pointerEvent(at, event.modifiers())), m_gesture);
}

void ViewportInput::release(const QMouseEvent &event, QPointF at)
{
    if (!m_tool || event.button() != m_button)
        return;
    const auto tool = std::move(m_tool);
    submitAll(tool->release(m_context(), pointerEvent(at, event.modifiers())), m_gesture);
    m_button = Qt::NoButton;
}

void ViewportInput::wheel(const QWheelEvent &event, QPointF at)
{
    const QPoint delta = event.angleDelta();
    // Alt turns the wheel sideways on some systems.
    const double notches = -(delta.y() != 0 ? delta.y() : delta.x()) / wheelUnitsPerNotch;
    const QString name = m_bindings.wheelTool(event.modifiers());
    if (notches == 0.0 || name.isEmpty())
        return;
    if (!m_wheelTool || QString(m_wheelTool->name()) != name) {
        m_wheelTool = tools::makeTool(name);
        m_wheelGesture = 0;
    }
    if (!m_wheelTool)
        return;
    // Fractions of a notch (touch pads) are added up by the tool, which is kept for that.
    if (event.timestamp() - m_wheelAt > wheelPauseMs)
        m_wheelGesture = 0;
    m_wheelAt = event.timestamp();
    if (m_wheelGesture == 0)
        m_wheelGesture = m_dispatcher.beginGesture();
    submitAll(m_wheelTool->wheel(m_context(), pointerEvent(at, event.modifiers()), notches), m_wheelGesture);
}

void ViewportInput::leave()
{
    pointTo(std::nullopt);
}

void ViewportInput::cancel()
{
    m_tool.reset();
    m_button = Qt::NoButton;
}

void ViewportInput::pointTo(std::optional<QPointF> at)
{
    if (at == m_pointer)
        return;
    m_pointer = at;
    m_pointerPending = true;
    if (!m_pointerTimer.isActive())
        sendPointer();
}

void ViewportInput::sendPointer()
{
    m_pointerPending = false;
    session::MovePointer action{m_view, std::nullopt};
    const auto context = m_context();
    if (m_pointer && context.transform && context.instance) {
        const ImagePoint image = context.transform->toImage({m_pointer->x(), m_pointer->y()});
        if (const auto patient = context.instance->geometry.toPatient(image))
            action.at = *patient;
        else
            action.at = image;
    }
    submitAll({action}, 0);
    m_pointerTimer.start();
}

} // namespace consilium::widgets
