#include "app/scenario/ScenarioInput.h"

#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QKeySequence>
#include <QMouseEvent>
#include <QPointer>
#include <QWheelEvent>

#include <map>
#include <optional>
#include <vector>

QT_BEGIN_NAMESPACE
// What Qt's own test library sends keys through: the shortcuts of the window see a key before a widget does.
// NOLINTNEXTLINE(readability-identifier-naming)
Q_GUI_EXPORT bool qt_sendShortcutOverrideEvent(QObject *o, ulong timestamp, int k, Qt::KeyboardModifiers mods,
                                               const QString &text = QString(), bool autorep = false, ushort count = 1);
QT_END_NAMESPACE

namespace consilium::app
{

using namespace Qt::StringLiterals;
using session::scenario::Command;

namespace
{

constexpr double kDegreesEighthPerNotch = 120.0;

Qt::MouseButton button(const Command &command)
{
    const QString name = command.option(u"button"_s, u"left"_s);
    return name == u"right"_s ? Qt::RightButton : name == u"middle"_s ? Qt::MiddleButton : Qt::LeftButton;
}

Qt::KeyboardModifiers modifiers(const Command &command)
{
    Qt::KeyboardModifiers all;
    for (const QString &name : command.option(u"modifiers"_s).split(u'+', Qt::SkipEmptyParts)) {
        if (name == u"ctrl"_s)
            all |= Qt::ControlModifier;
        else if (name == u"shift"_s)
            all |= Qt::ShiftModifier;
        else if (name == u"alt"_s)
            all |= Qt::AltModifier;
    }
    return all;
}

std::optional<QPointF> place(const widgets::ViewportWidget &viewport, const QString &text)
{
    const QRect area = viewport.imageArea();
    const auto at = session::scenario::parsePlace(text, area.width(), area.height());
    if (!at)
        return std::nullopt;
    return QPointF(area.topLeft()) + QPointF(at->first, at->second);
}

void sendMouse(QWidget &widget, QEvent::Type type, QPointF at, Qt::MouseButton which, Qt::MouseButtons held,
               Qt::KeyboardModifiers keys)
{
    QMouseEvent event(type, at, widget.mapToGlobal(at), which, held, keys);
    QCoreApplication::sendEvent(&widget, &event);
}

void drag(QWidget &widget, QPointF from, QPointF to, int steps, Qt::MouseButton which, Qt::KeyboardModifiers keys)
{
    sendMouse(widget, QEvent::MouseButtonPress, from, which, which, keys);
    for (int i = 1; i <= steps; ++i)
        sendMouse(widget, QEvent::MouseMove, from + (to - from) * (double(i) / steps), Qt::NoButton, which, keys);
    sendMouse(widget, QEvent::MouseButtonRelease, to, which, Qt::NoButton, keys);
}

StepResult mouse(ScenarioHost &host, const Command &command)
{
    widgets::ViewportWidget *viewport = host.viewport(ViewId(command.view()));
    if (!viewport)
        return StepResult::failed(ErrorCode::NotFound, u"the layout has no such view"_s);
    const auto at = place(*viewport, command.option(u"at"_s));
    if (!at)
        return StepResult::failed(ErrorCode::InvalidArgument, u"not a place"_s);
    const QString what = command.argument(0);
    const Qt::MouseButton which = button(command);
    const Qt::KeyboardModifiers keys = modifiers(command);
    if (what == u"press"_s) {
        sendMouse(*viewport, QEvent::MouseButtonPress, *at, which, which, keys);
    } else if (what == u"move"_s) {
        sendMouse(*viewport, QEvent::MouseMove, *at, Qt::NoButton, command.has(u"button"_s) ? which : Qt::LeftButton,
                  keys);
    } else if (what == u"release"_s) {
        sendMouse(*viewport, QEvent::MouseButtonRelease, *at, which, Qt::NoButton, keys);
    } else if (what == u"double"_s) {
        sendMouse(*viewport, QEvent::MouseButtonPress, *at, which, which, keys);
        sendMouse(*viewport, QEvent::MouseButtonRelease, *at, which, Qt::NoButton, keys);
        sendMouse(*viewport, QEvent::MouseButtonDblClick, *at, which, which, keys);
        sendMouse(*viewport, QEvent::MouseButtonRelease, *at, which, Qt::NoButton, keys);
    } else if (what == u"drag"_s) {
        const auto to = place(*viewport, command.option(u"to"_s));
        if (!to)
            return StepResult::failed(ErrorCode::InvalidArgument, u"not a place"_s);
        drag(*viewport, *at, *to, session::scenario::parseCount(command.option(u"steps"_s, u"10"_s)).value_or(10),
             which, keys);
    } else {
        const double steps = session::scenario::parseNumber(command.option(u"steps"_s, u"1"_s)).value_or(1.0);
        const QPoint angle(0, -qRound(steps * kDegreesEighthPerNotch));
        QWheelEvent event(*at, viewport->mapToGlobal(*at), QPoint(), angle, Qt::NoButton, keys, Qt::NoScrollPhase,
                          false);
        QCoreApplication::sendEvent(viewport, &event);
    }
    return StepResult::done();
}

// Qt names some keys otherwise than keyboards do.
QKeySequence keyFrom(const QString &text)
{
    static const std::map<QString, QString> names{{u"pagedown"_s, u"PgDown"_s}, {u"pageup"_s, u"PgUp"_s},
                                                  {u"escape"_s, u"Esc"_s},      {u"delete"_s, u"Del"_s},
                                                  {u"insert"_s, u"Ins"_s},      {u"plus"_s, u"+"_s}};
    const qsizetype plus = text.lastIndexOf(u'+', -2); // the last character may be the key
    const auto named = names.find(text.mid(plus + 1).toLower());
    const QString written = named != names.end() ? text.left(plus + 1) + named->second : text;
    return QKeySequence::fromString(written, QKeySequence::PortableText);
}

// What stands before the window and has the keyboard; null: nothing does.
QWidget *widgetInFront()
{
    QWidget *popup = QApplication::activePopupWidget();
    return popup ? popup : QApplication::activeModalWidget();
}

QWidget &keyTarget(QWidget &window)
{
    QWidget *const before = widgetInFront();
    QWidget &front = before ? *before : window;
    return front.focusWidget() ? *front.focusWidget() : front;
}

// The commands of the window that have this key and can be used now.
std::vector<QAction *> commandsOn(const QWidget &window, const QKeySequence &sequence)
{
    std::vector<QAction *> all;
    for (QAction *action : window.actions()) {
        if (action->isEnabled() && action->shortcuts().contains(sequence))
            all.push_back(action);
    }
    return all;
}

enum class Taken { No, Yes, Ambiguous };

// Qt's shortcuts serve the active window alone, and when a window becomes active is up to the window system: in one
// that is not, the keys that only the window knows would be lost, while those of the focused widget arrive.
Taken sendToInactive(QWidget &target, const QKeyEvent &key, const std::vector<QAction *> &commands)
{
    QKeyEvent asked(QEvent::ShortcutOverride, key.key(), key.modifiers(), key.text());
    QCoreApplication::sendEvent(&target, &asked);
    if (asked.isAccepted() || commands.empty())
        return Taken::No;
    if (commands.size() > 1)
        return Taken::Ambiguous;
    commands.front()->trigger();
    return Taken::Yes;
}

Taken sendShortcut(QWidget &window, QWidget &target, const QKeyEvent &key, const QKeySequence &sequence)
{
    const std::vector<QAction *> commands = commandsOn(window, sequence);
    if (!widgetInFront() && !window.isActiveWindow())
        return sendToInactive(target, key, commands);
    int triggered = 0;
    QObject listener;
    for (const QAction *action : commands)
        QObject::connect(action, &QAction::triggered, &listener, [&triggered] { ++triggered; });
    if (!qt_sendShortcutOverrideEvent(&target, 0, key.key(), key.modifiers(), key.text()))
        return Taken::No;
    return triggered > 0 || commands.empty() ? Taken::Yes : Taken::Ambiguous;
}

StepResult key(ScenarioHost &host, const Command &command)
{
    const QKeySequence sequence = keyFrom(command.argument(0));
    if (!isKeyName(command.argument(0)))
        return StepResult::failed(ErrorCode::InvalidArgument, u"not a key: %1"_s.arg(command.argument(0)));
    if (command.has(u"view"_s)) {
        widgets::ViewportWidget *viewport = host.viewport(ViewId(command.view()));
        if (!viewport)
            return StepResult::failed(ErrorCode::NotFound, u"the layout has no such view"_s);
        viewport->setFocus(Qt::ShortcutFocusReason);
        // As with a click on it; a focus that was there already, or a window behind others, would leave it at that.
        const session::SetActiveView activate{viewport->view()};
        if (host.dispatcher().state().layout().active != activate.view)
            if (const auto done = host.dispatcher().submit(activate); !done)
                return StepResult::failed(done.error());
    }
    const QPointer<QWidget> target = &keyTarget(host.window());
    const Qt::KeyboardModifiers keys = sequence[0].keyboardModifiers();
    const bool isText = !(keys & (Qt::ControlModifier | Qt::AltModifier)) && command.argument(0).size() == 1;
    QKeyEvent press(QEvent::KeyPress, sequence[0].key(), keys, isText ? command.argument(0).toLower() : QString());
    switch (sendShortcut(host.window(), *target, press, sequence)) {
    case Taken::Yes:
        return StepResult::done();
    case Taken::Ambiguous:
        return StepResult::failed(ErrorCode::Conflict, u"several commands have this key"_s);
    case Taken::No:
        break;
    }
    if (target)
        QCoreApplication::sendEvent(target, &press);
    if (target) { // the press may have closed what it was for
        QKeyEvent release(QEvent::KeyRelease, press.key(), keys, press.text());
        QCoreApplication::sendEvent(target, &release);
    }
    return press.isAccepted() ? StepResult::done()
                              : StepResult::failed(ErrorCode::NotFound, u"nothing here takes this key"_s);
}

} // namespace

bool isKeyName(const QString &text)
{
    const QKeySequence sequence = keyFrom(text);
    return sequence.count() == 1 && sequence[0].key() != Qt::Key_unknown;
}

Step inputStep(ScenarioHost &host, const Command &command)
{
    if (command.name == u"mouse"_s)
        return settled(mouse(host, command));
    if (command.name == u"key"_s)
        return settled(key(host, command));
    const bool known = command.name == u"command"_s ? host.runCommand(command.argument(0), ViewId(command.view()))
                                                    : host.setTool(button(command), command.argument(0));
    if (!known)
        return settled(
            StepResult::failed(ErrorCode::NotFound, u"no such command or tool: %1"_s.arg(command.argument(0))));
    return settled(StepResult::done());
}

} // namespace consilium::app
