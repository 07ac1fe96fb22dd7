#include "app/settings/KeyField.h"

#include <QKeyEvent>

namespace consilium::app
{

namespace
{

bool isModifier(int key)
{
    return key == Qt::Key_Shift || key == Qt::Key_Control || key == Qt::Key_Alt || key == Qt::Key_Meta ||
           key == Qt::Key_AltGr || key == Qt::Key_CapsLock || key == Qt::Key_NumLock || key == Qt::Key_unknown ||
           key == 0;
}

/// Shift is part of the keys only where the sign could be typed without it: "?" is a key, Shift+K another than K.
Qt::KeyboardModifiers modifiersOf(const QKeyEvent &event)
{
    Qt::KeyboardModifiers all = event.modifiers() & ~Qt::KeypadModifier & ~Qt::GroupSwitchModifier;
    const QString text = event.text();
    const bool typesSign =
        !text.isEmpty() && text.at(0).isPrint() && !text.at(0).isLetterOrNumber() && !text.at(0).isSpace();
    return typesSign ? all & ~Qt::ShiftModifier : all;
}

} // namespace

KeyField::KeyField(QWidget *parent) : QLineEdit(parent)
{
    setReadOnly(true);
    setAttribute(Qt::WA_InputMethodEnabled, false); // a Chinese input method would take the letters
    setPlaceholderText(tr("Press the new keys"));
    setContextMenuPolicy(Qt::NoContextMenu);
}

void KeyField::setKeys(const QKeySequence &keys)
{
    if (keys == m_keys)
        return;
    m_keys = keys;
    setText(keys.toString(QKeySequence::NativeText));
    Q_EMIT keysChanged(keys);
}

bool KeyField::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        event->accept(); // it arrives as a key, not as what it is bound to
        return true;
    }
    return QLineEdit::event(event);
}

void KeyField::keyPressEvent(QKeyEvent *event)
{
    const int key = event->key();
    if (isModifier(key))
        return;
    if (key == Qt::Key_Tab || key == Qt::Key_Backtab) {
        event->ignore();
        return;
    }
    if (key == Qt::Key_Escape) {
        setKeys({});
        return;
    }
    setKeys(QKeySequence(QKeyCombination(modifiersOf(*event), Qt::Key(key))));
}

bool isReservedKey(const QKeySequence &keys)
{
    if (keys.isEmpty())
        return false;
    const QKeyCombination first = keys[0];
    const bool isPlain = !(first.keyboardModifiers() & ~Qt::ShiftModifier);
    switch (first.key()) {
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
        return isPlain;
    case Qt::Key_Escape:
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        return isPlain;
    default:
        return false;
    }
}

bool isListKey(const QKeySequence &keys)
{
    if (keys.isEmpty() || (keys[0].keyboardModifiers() & ~Qt::KeypadModifier))
        return false;
    switch (keys[0].key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Home:
    case Qt::Key_End:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        return true;
    default:
        return false;
    }
}

} // namespace consilium::app
