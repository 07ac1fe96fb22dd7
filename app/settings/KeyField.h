#pragma once
#include <QKeySequence>
#include <QLineEdit>

namespace consilium::app
{

/// Takes the next key pressed as it is, whatever that key does elsewhere. Tab and Esc walk on and clear: a field that
/// kept them could not be left by keyboard.
class KeyField : public QLineEdit
{
    Q_OBJECT
public:
    explicit KeyField(QWidget *parent = nullptr);
    [[nodiscard]] const QKeySequence &keys() const { return m_keys; }
    void setKeys(const QKeySequence &keys);

Q_SIGNALS:
    void keysChanged(const QKeySequence &keys);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QKeySequence m_keys;
};

/// Keys that walk through the window or answer it: no command can have them.
[[nodiscard]] bool isReservedKey(const QKeySequence &keys);
/// Keys that lists keep to themselves: a command for a page with lists would have a key that is dead there.
[[nodiscard]] bool isListKey(const QKeySequence &keys);

} // namespace consilium::app
