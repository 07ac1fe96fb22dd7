#include "viewer/widgets/ViewportInput.h"

#include "viewer/tools/LinkedLook.h"
#include "viewer/tools/LinkedScroll.h"
#include "viewer/tools/MarkCommands.h"
#include "viewer/tools/MarkGrip.h"
#include "viewer/tools/MarkPlaces.h"

#include <QMouseEvent>
#include <QWheelEvent>

namespace consilium::widgets
{

namespace
{
constexpr int pointerIntervalMs = 33; // 30 Hz
constexpr quint64 wheelPauseMs = 500; // a longer pause begins a new undo step
constexpr double wheelUnitsPerNotch = 120.0;
constexpr qint64 nudgePauseMs = 1000; // a longer pause begins a new undo step

tools::PointerEvent pointerEvent(QPointF at, Qt::KeyboardModifiers modifiers)
{
    return {ScreenPoint{at.x(), at.y()}, modifiers};
}

bool makesMark(const std::vector<session::Action> &actions)
{
    return std::any_of(actions.begin(), actions.end(), [](const session::Action &action) {
        return std::holds_alternative<session::AddAnnotation>(action);
    });
}

bool setsCursor(const std::vector<session::Action> &actions)
{
    return std::any_of(actions.begin(), actions.end(), [](const session::Action &action) {
        return std::holds_alternative<session::SetCursor>(action);
    });
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
            m_wheelGesture = m_nudgeGesture = 0;
        if (session::kindOf(envelope.action) != session::ActionKind::Presence && envelope.gesture != m_markGesture)
            m_markGesture = 0;
    });
    connect(&m_dispatcher, &session::ActionDispatcher::wasReset, this, [this] {
        m_wheelGesture = m_markGesture = m_nudgeGesture = 0;
        cancel();
    });
}

ViewportInput::~ViewportInput() = default;

void ViewportInput::submitAll(const std::vector<session::Action> &actions, session::GestureId gesture)
{
    // Views that are linked go along whatever moved this one: mouse, wheel, key or cine.
    const auto context = m_context();
    auto all = actions;
    if (context.stacks) {
        // The 3D cursor has brought the others to its own place already.
        if (!setsCursor(actions))
            all = tools::withLinkedViews(std::move(all), m_dispatcher.state(), context.stacks);
        all = tools::withLinkedLooks(std::move(all), m_dispatcher.state(), {context.widthPx, context.heightPx},
                                     context.stacks);
    }
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

// A draft goes on with the button it was begun with, whatever keys are held: they lead its lines. The selected mark is
// taken hold of with any tool, exactly at its handles and its label.
std::unique_ptr<tools::Tool> ViewportInput::toolFor(const QMouseEvent &event, QPointF at)
{
    (void)checkDraft();
    if (m_drawing && event.button() == m_drawnBy.button) {
        m_drawnBy.isFirst = false;
        return std::move(m_drawing);
    }
    const tools::ToolContext context = m_context();
    if (event.button() == Qt::LeftButton && event.modifiers() == Qt::NoModifier && !context.selectedMark.isEmpty()) {
        const auto under = tools::MarkGrip::under(context, {at.x(), at.y()});
        if (under && under->id == context.selectedMark && under->part != tools::MarkUnder::Part::Body)
            return std::make_unique<tools::MarkEditTool>();
    }
    auto tool = tools::makeTool(m_bindings.toolFor(event.button(), event.modifiers()));
    if (tool && !m_drawing)
        m_drawnBy = {event.button(), event.modifiers(), true, at};
    return tool;
}

void ViewportInput::press(const QMouseEvent &event, QPointF at)
{
    if (m_tool)
        return; // a second button during a drag
    m_hasJustDrawn = false;
    m_gesture = m_dispatcher.beginGesture();
    activate(m_gesture);
    m_tool = toolFor(event, at);
    if (!m_tool)
        return;
    if (const QString why = m_tool->whyNot(m_context()); !why.isEmpty()) {
        m_tool.reset();
        Q_EMIT noticed(why);
        return;
    }
    m_button = event.button();
    const auto actions = m_tool->press(m_context(), pointerEvent(at, event.modifiers()));
    const bool hasMade = makesMark(actions);
    m_markGesture = hasMade && m_drawnBy.isFirst ? m_gesture : 0;
    m_hasJustDrawn = hasMade && !m_drawnBy.isFirst;
    submitAll(actions, m_gesture);
    if (drawing() || !m_drawnBy.isFirst)
        Q_EMIT draftChanged();
}

void ViewportInput::takeBackClick()
{
    if (drawsWith(Qt::RightButton) && m_drawnBy.isFirst)
        dropDraft();
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
    tools::Tool *const tool = m_tool ? m_tool.get() : m_drawing.get();
    if (!tool)
        return;
    const bool isDrawing = tool == drawing();
    submitAll(tool->move(m_context(), pointerEvent(at, event.modifiers())), m_gesture);
    if (m_drawing && !m_drawing->draft())
        m_drawing.reset();
    if (isDrawing)
        Q_EMIT draftChanged();
}

void ViewportInput::release(const QMouseEvent &event, QPointF at)
{
    if (!m_tool || event.button() != m_button)
        return;
    auto tool = std::move(m_tool);
    const bool wasDrawing = tool->draft() != nullptr;
    const auto actions = tool->release(m_context(), pointerEvent(at, event.modifiers()));
    const bool isClick = (at - m_drawnBy.at).manhattanLength() <= tools::clickSlackPx;
    if (makesMark(actions)) {
        m_hasJustDrawn = !m_drawnBy.isFirst;
        m_markGesture = m_drawnBy.isFirst && isClick ? m_gesture : 0;
    }
    submitAll(actions, m_gesture);
    m_button = Qt::NoButton;
    keepOrEnd(std::move(tool));
    if (wasDrawing)
        Q_EMIT draftChanged();
}

void ViewportInput::keepOrEnd(std::unique_ptr<tools::Tool> tool)
{
    if (!tool->draft())
        return;
    if (!tool->wantsText()) {
        m_drawing = std::move(tool);
        return;
    }
    Q_EMIT textWanted(*tool->draft());
}

tools::Tool *ViewportInput::drawing() const
{
    if (m_tool && m_tool->draft())
        return m_tool.get();
    return m_drawing.get();
}

const session::Annotation *ViewportInput::draft() const
{
    const tools::Tool *const tool = drawing();
    return tool ? tool->draft() : nullptr;
}

bool ViewportInput::isDraftWhole() const
{
    const tools::Tool *const tool = drawing();
    return tool && tool->isDraftWhole();
}

bool ViewportInput::takeDoubleClick()
{
    if (m_hasJustDrawn)
        return true;
    if (!draft())
        return false;
    if (m_drawnBy.isFirst) {
        dropDraft();
        return false;
    }
    finishDraft();
    return true;
}

void ViewportInput::finishDraft()
{
    if (!m_drawing)
        return;
    m_gesture = m_dispatcher.beginGesture();
    const auto actions = m_drawing->finish(m_context());
    if (!m_drawing->draft())
        m_drawing.reset();
    submitAll(actions, m_gesture);
    Q_EMIT draftChanged();
}

void ViewportInput::takeBackPoint()
{
    tools::Tool *const tool = drawing();
    if (!tool)
        return;
    tool->takeBackPoint(m_context());
    if (m_drawing && !m_drawing->draft())
        m_drawing.reset();
    Q_EMIT draftChanged();
}

void ViewportInput::dropDraft()
{
    if (!draft())
        return;
    if (m_tool && m_tool->draft())
        cancelDrag();
    m_drawing.reset();
    Q_EMIT draftChanged();
}

bool ViewportInput::checkDraft()
{
    const session::Annotation *const mark = draft();
    if (!mark)
        return false;
    const tools::ToolContext context = m_context();
    const bool isBound = m_bindings.toolFor(m_drawnBy.button, m_drawnBy.modifiers) == drawing()->name();
    const bool isActive = m_dispatcher.state().layout().active == m_view;
    if (isBound && isActive && tools::isDrawnOn(*mark, context.instance))
        return false;
    dropDraft();
    return true;
}

bool ViewportInput::nudge(const AnnotationId &mark, ScreenVector by)
{
    const auto actions = tools::nudgeActions(m_context(), mark, by);
    if (actions.empty())
        return false;
    const bool goesOn = m_nudged == mark && m_nudgedAt.isValid() && m_nudgedAt.elapsed() <= nudgePauseMs;
    if (m_nudgeGesture == 0 || !goesOn)
        m_nudgeGesture = m_dispatcher.beginGesture();
    m_nudged = mark;
    m_nudgedAt.start();
    submitAll(actions, m_nudgeGesture);
    return true;
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
    const bool wasDrawing = draft() != nullptr;
    cancelDrag();
    m_drawing.reset();
    if (wasDrawing)
        Q_EMIT draftChanged();
}

void ViewportInput::cancelDrag()
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
