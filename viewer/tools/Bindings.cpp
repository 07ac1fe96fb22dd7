#include "viewer/tools/Bindings.h"

#include "viewer/tools/Tool.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace consilium::tools
{

using namespace Qt::StringLiterals;

namespace
{

struct ButtonName {
    const char16_t *name;
    Qt::MouseButton button;
};
constexpr ButtonName buttonNames[] = {{u"left", Qt::LeftButton},       {u"middle", Qt::MiddleButton},
                                      {u"right", Qt::RightButton},     {u"back", Qt::BackButton},
                                      {u"forward", Qt::ForwardButton}, {u"wheel", Qt::NoButton}};

Result<Qt::MouseButton> buttonFrom(const QString &name)
{
    for (const auto &known : buttonNames) {
        if (name == QStringView(known.name))
            return known.button;
    }
    return fail(ErrorCode::InvalidArgument, u"unknown mouse button '%1'"_s.arg(name));
}

Result<Qt::KeyboardModifiers> modifiersFrom(const QJsonArray &names)
{
    Qt::KeyboardModifiers modifiers;
    for (const auto &name : names) {
        const QString text = name.toString();
        if (text == u"shift")
            modifiers |= Qt::ShiftModifier;
        else if (text == u"ctrl")
            modifiers |= Qt::ControlModifier;
        else if (text == u"alt")
            modifiers |= Qt::AltModifier;
        else
            return fail(ErrorCode::InvalidArgument, u"unknown modifier '%1'"_s.arg(text));
    }
    return modifiers;
}

Result<Bindings::MouseBinding> mouseFrom(const QJsonObject &object)
{
    const auto button = buttonFrom(object[u"button"_s].toString());
    if (!button)
        return fail(button.error());
    const auto modifiers = modifiersFrom(object[u"modifiers"_s].toArray());
    if (!modifiers)
        return fail(modifiers.error());
    const QString tool = object[u"tool"_s].toString();
    if (!toolNames().contains(tool))
        return fail(ErrorCode::InvalidArgument, u"unknown tool '%1'"_s.arg(tool));
    return Bindings::MouseBinding{*button, *modifiers, tool};
}

bool isCommandName(const QString &text)
{
    const auto allowed = [](QChar c) { return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'-'; };
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), allowed);
}

Result<Bindings::KeyBinding> keyFrom(const QJsonObject &object)
{
    const QString keys = object[u"keys"_s].toString(), command = object[u"command"_s].toString();
    const auto sequence = QKeySequence::fromString(keys, QKeySequence::PortableText);
    bool valid = !sequence.isEmpty();
    for (int i = 0; i < sequence.count(); ++i)
        valid = valid && sequence[uint(i)].key() != Qt::Key_unknown;
    if (!valid)
        return fail(ErrorCode::InvalidArgument, u"unknown keys '%1'"_s.arg(keys));
    if (!isCommandName(command))
        return fail(ErrorCode::InvalidArgument, u"command '%1' is not a name"_s.arg(command));
    return Bindings::KeyBinding{sequence, command};
}

} // namespace

Result<Bindings> Bindings::fromJson(const QByteArray &json)
{
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(json, &error);
    if (!document.isObject())
        return fail(ErrorCode::InvalidArgument, u"bindings: "_s + error.errorString());
    Bindings bindings;
    const QJsonArray mouse = document.object()[u"mouse"_s].toArray(), keys = document.object()[u"keys"_s].toArray();
    for (const auto &entry : mouse) {
        const auto binding = mouseFrom(entry.toObject());
        if (!binding)
            return fail(binding.error());
        const auto same = [&](const MouseBinding &b) {
            return b.button == binding->button && b.modifiers == binding->modifiers;
        };
        if (std::any_of(bindings.m_mouse.begin(), bindings.m_mouse.end(), same))
            return fail(ErrorCode::InvalidArgument, u"a mouse button is bound twice, to '%1'"_s.arg(binding->tool));
        bindings.m_mouse.push_back(*binding);
    }
    for (const auto &entry : keys) {
        const auto binding = keyFrom(entry.toObject());
        if (!binding)
            return fail(binding.error());
        const auto same = [&](const KeyBinding &b) { return b.keys == binding->keys; };
        if (std::any_of(bindings.m_keys.begin(), bindings.m_keys.end(), same))
            return fail(ErrorCode::InvalidArgument, u"keys '%1' are bound twice"_s.arg(binding->keys.toString()));
        bindings.m_keys.push_back(*binding);
    }
    return bindings;
}

QString Bindings::toolFor(Qt::MouseButton button, Qt::KeyboardModifiers modifiers) const
{
    const Qt::KeyboardModifiers relevant = modifiers & (Qt::ShiftModifier | Qt::ControlModifier | Qt::AltModifier);
    QString plain;
    for (const auto &binding : m_mouse) {
        if (binding.button != button)
            continue;
        if (binding.modifiers == relevant)
            return binding.tool;
        if (binding.modifiers == Qt::NoModifier)
            plain = binding.tool;
    }
    // A modifier that is bound to nothing is left to the tool itself (Shift while turning).
    return plain;
}

QString Bindings::wheelTool(Qt::KeyboardModifiers modifiers) const
{
    return toolFor(Qt::NoButton, modifiers);
}

void Bindings::setTool(Qt::MouseButton button, const QString &tool)
{
    for (auto &binding : m_mouse) {
        if (binding.button == button && binding.modifiers == Qt::NoModifier) {
            binding.tool = tool;
            return;
        }
    }
    m_mouse.push_back({button, Qt::NoModifier, tool});
}

} // namespace consilium::tools
