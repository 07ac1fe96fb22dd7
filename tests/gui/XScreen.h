#pragma once
#include <QImage>
#include <QProcess>
#include <QString>

struct xcb_connection_t;

namespace consilium::test
{

/// A private X server (Xvfb) with a pointer and a keyboard that the server itself moves, as devices would: XTEST. No
/// program can tell them from a hand. Places are pixels of the screen from its upper left.
class XScreen
{
public:
    explicit XScreen(QSize size);
    ~XScreen();
    XScreen(const XScreen &) = delete;
    XScreen &operator=(const XScreen &) = delete;

    [[nodiscard]] static bool isInstalled();                           ///< Xvfb
    [[nodiscard]] const QString &problem() const { return m_problem; } ///< why there is none; empty: there is
    [[nodiscard]] QString name() const { return m_name; }              ///< for DISPLAY

    /// What a window manager does, of which there is none: puts the largest window there and gives it the keyboard.
    /// False: there is no window of a program.
    [[nodiscard]] bool placeWindow(QPoint upperLeft) const;
    [[nodiscard]] QImage picture() const; ///< what is on the screen; null where it cannot be read

    enum Button { Left = 1, Middle = 2, Right = 3, WheelUp = 4, WheelDown = 5 };
    void move(QPoint to) const; ///< at once
    void press(Button button = Left) const;
    void release(Button button = Left) const;
    void click(QPoint at, Button button = Left) const;
    /// Presses, goes there in steps, waits as a hand does, and lets go.
    void drag(QPoint from, QPoint to, Button button = Left) const;
    /// Goes there in steps of some pixels.
    void glide(QPoint from, QPoint to) const;
    /// Qt's portable text of one key: "L", "Shift+A", "Ctrl+Z", "Return". False: the keyboard has no such key.
    [[nodiscard]] bool key(const QString &keys) const;
    [[nodiscard]] bool type(const QString &text) const; ///< letters, digits and blanks

private:
    void fake(int type, int detail, QPoint at = {}) const;
    [[nodiscard]] int keyCode(unsigned symbol, bool *shifted) const; ///< 0: the keyboard has none

    QProcess m_server;
    QString m_name, m_problem;
    xcb_connection_t *m_connection = nullptr;
    unsigned m_root = 0;
    QSize m_size;
};

} // namespace consilium::test
