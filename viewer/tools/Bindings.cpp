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

Result<std::vector<Bindings::MouseBinding>> mouseListFrom(const QJsonArray &list)
{
    std::vector<Bindings::MouseBinding> all;
    for (const auto &entry : list) {
        const auto binding = mouseFrom(entry.toObject());
        if (!binding)
            return fail(binding.error());
        const auto same = [&](const Bindings::MouseBinding &b) {
            return b.button == binding->button && b.modifiers == binding->modifiers;
        };
        if (std::any_of(all.begin(), all.end(), same))
            return fail(ErrorCode::InvalidArgument, u"a mouse button is bound twice, to '%1'"_s.arg(binding->tool));
        all.push_back(*binding);
    }
    return all;
}

Result<QJsonObject> objectFrom(const QByteArray &json)
{
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(json, &error);
    if (!document.isObject())
        return fail(ErrorCode::InvalidArgument, u"bindings: "_s + error.errorString());
    return document.object();
}

QJsonObject mouseObject(const Bindings::MouseBinding &binding)
{
    QJsonObject object;
    for (const auto &known : buttonNames) {
        if (known.button == binding.button)
            object.insert(u"button"_s, QString::fromUtf16(known.name));
    }
    QJsonArray modifiers;
    constexpr std::pair<Qt::KeyboardModifier, const char *> names[] = {
        {Qt::ShiftModifier, "shift"}, {Qt::ControlModifier, "ctrl"}, {Qt::AltModifier, "alt"}};
    for (const auto &[modifier, name] : names) {
        if (binding.modifiers.testFlag(modifier))
            modifiers.append(QString::fromLatin1(name));
    }
    if (!modifiers.isEmpty())
        object.insert(u"modifiers"_s, modifiers);
    object.insert(u"tool"_s, binding.tool);
    return object;
}

bool isCommandName(const QString &text)
{
    const auto allowed = [](QChar c) { return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'-'; };
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), allowed);
}

/// `mayBeNone`: a choice of the reader's may be that a command has no key.
Result<Bindings::KeyBinding> keyFrom(const QJsonObject &object, bool mayBeNone = false)
{
    const QString keys = object[u"keys"_s].toString(), command = object[u"command"_s].toString();
    const auto sequence = QKeySequence::fromString(keys, QKeySequence::PortableText);
    bool valid = !sequence.isEmpty() || (mayBeNone && object[u"keys"_s].isString() && keys.isEmpty());
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
    const auto object = objectFrom(json);
    if (!object)
        return fail(object.error());
    Bindings bindings;
    const QJsonArray mouse = (*object)[u"mouse"_s].toArray(), keys = (*object)[u"keys"_s].toArray();
    const auto buttons = mouseListFrom(mouse);
    if (!buttons)
        return fail(buttons.error());
    bindings.m_mouse = *buttons;
    for (const auto &entry : keys) {
        const auto binding = keyFrom(entry.toObject());
        if (!binding)
            return fail(binding.error());
        const auto same = [&](const KeyBinding &b) { return b.keys == binding->keys; };
        if (std::any_of(bindings.m_keys.begin(), bindings.m_keys.end(), same))
            return fail(ErrorCode::InvalidArgument, u"keys '%1' are bound twice"_s.arg(binding->keys.toString()));
        bindings.m_keys.push_back(*binding);
        bindings.m_usual[binding->command].append(binding->keys);
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
    setTool(button, Qt::NoModifier, tool);
}

void Bindings::setTool(Qt::MouseButton button, Qt::KeyboardModifiers modifiers, const QString &tool)
{
    const auto same = [&](const MouseBinding &b) { return b.button == button && b.modifiers == modifiers; };
    if (tool.isEmpty()) {
        std::erase_if(m_mouse, same);
        return;
    }
    const auto found = std::find_if(m_mouse.begin(), m_mouse.end(), same);
    if (found != m_mouse.end())
        found->tool = tool;
    else
        m_mouse.push_back({button, modifiers, tool});
}

Result<void> Bindings::setMouse(const QByteArray &json)
{
    const auto object = objectFrom(json);
    if (!object)
        return fail(object.error());
    if (!(*object)[u"mouse"_s].isArray())
        return fail(ErrorCode::InvalidArgument, u"bindings: no mouse"_s);
    auto buttons = mouseListFrom((*object)[u"mouse"_s].toArray());
    if (!buttons)
        return fail(buttons.error());
    m_mouse = std::move(*buttons);
    return {};
}

QByteArray Bindings::mouseJson() const
{
    QJsonArray list;
    for (const MouseBinding &binding : m_mouse)
        list.append(mouseObject(binding));
    return QJsonDocument(QJsonObject{{u"schema"_s, 1}, {u"mouse"_s, list}}).toJson();
}

QList<QKeySequence> Bindings::keysOf(const QString &command) const
{
    QList<QKeySequence> keys;
    for (const KeyBinding &binding : m_keys) {
        if (binding.command == command)
            keys.append(binding.keys);
    }
    return keys;
}

QList<QKeySequence> Bindings::usualKeysOf(const QString &command) const
{
    const auto found = m_usual.find(command);
    return found == m_usual.end() ? QList<QKeySequence>() : found->second;
}

void Bindings::replaceKeys(const QString &command, const QList<QKeySequence> &keys)
{
    std::erase_if(m_keys, [&](const KeyBinding &binding) { return binding.command == command; });
    for (const QKeySequence &key : keys)
        m_keys.push_back({key, command});
}

void Bindings::addUsualKeys(const QString &command, const QList<QKeySequence> &keys)
{
    if (m_usual.contains(command))
        return;
    m_usual[command] = keys;
    if (!isChosen(command))
        replaceKeys(command, keys);
}

void Bindings::chooseKeys(const QString &command, const QList<QKeySequence> &keys)
{
    replaceKeys(command, keys);
    if (keys == usualKeysOf(command))
        m_chosen.erase(command);
    else
        m_chosen.insert(command);
}

void Bindings::forgetChoice(const QString &command)
{
    if (m_chosen.erase(command) > 0)
        replaceKeys(command, usualKeysOf(command));
}

void Bindings::forgetChoices()
{
    for (const QString &command : chosenCommands())
        forgetChoice(command);
}

QByteArray Bindings::keyChoices() const
{
    QJsonArray list;
    for (const QString &command : m_chosen) {
        const QList<QKeySequence> keys = keysOf(command);
        for (const QKeySequence &key : keys)
            list.append(QJsonObject{{u"keys"_s, key.toString(QKeySequence::PortableText)}, {u"command"_s, command}});
        if (keys.isEmpty())
            list.append(QJsonObject{{u"keys"_s, QString()}, {u"command"_s, command}});
    }
    return QJsonDocument(QJsonObject{{u"schema"_s, 1}, {u"keys"_s, list}}).toJson();
}

Result<void> Bindings::setKeyChoices(const QByteArray &json)
{
    const auto object = objectFrom(json);
    if (!object)
        return fail(object.error());
    if (!(*object)[u"keys"_s].isArray())
        return fail(ErrorCode::InvalidArgument, u"bindings: no keys"_s);
    std::map<QString, QList<QKeySequence>> choices;
    for (const auto entry : (*object)[u"keys"_s].toArray()) {
        const auto binding = keyFrom(entry.toObject(), true);
        if (!binding)
            return fail(binding.error());
        QList<QKeySequence> &keys = choices[binding->command];
        if (!binding->keys.isEmpty())
            keys.append(binding->keys);
    }
    forgetChoices();
    for (const auto &[command, keys] : choices) { // also of commands whose usual keys are not known yet
        replaceKeys(command, keys);
        m_chosen.insert(command);
    }
    return {};
}

const QStringList &Bindings::usualRadialTools()
{
    static const QStringList usual{u"window"_s,  u"zoom"_s,  u"length"_s, u"angle"_s,
                                   u"ellipse"_s, u"arrow"_s, u"pan"_s,    u"scroll"_s};
    return usual;
}

Result<void> Bindings::setRadialTools(const QStringList &tools)
{
    const QStringList known = toolNames();
    const bool areKnown =
        std::all_of(tools.begin(), tools.end(), [&known](const QString &tool) { return known.contains(tool); });
    const std::set<QString> different(tools.begin(), tools.end());
    if (tools.size() != usualRadialTools().size() || !areKnown || qsizetype(different.size()) != tools.size())
        return fail(ErrorCode::InvalidArgument, u"the radial menu holds eight different tools"_s);
    m_radialTools = tools;
    return {};
}

} // namespace consilium::tools
