#pragma once
#include <QProxyStyle>

class QApplication;
class QFocusFrame;
class QKeyEvent;

namespace consilium::widgets
{

/// Fusion without its own focus rectangle and with a 2 px accent ring, 2 px away, instead. Tool tips come after 400 ms.
class ConsiliumStyle final : public QProxyStyle
{
    Q_OBJECT
public:
    ConsiliumStyle();

    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *returned) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
};

/// Puts the ring round what the KEYBOARD focused (Tab, Backtab, shortcut) and takes it away once the mouse is used.
/// A widget that draws its own focus (rows, viewports, fields) sets the dynamic property `ownFocus` to true. The space
/// key presses the button that the ring surrounds, also where a command of the window has that key.
class FocusRing final : public QObject
{
    Q_OBJECT
public:
    explicit FocusRing(QApplication &application);

    /// The widget that the ring surrounds now, or null.
    [[nodiscard]] QWidget *ringed() const;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QFocusFrame *m_frame = nullptr;
    void show(QWidget *widget);
    void hide();
    [[nodiscard]] bool isPressing(const QObject *watched, const QKeyEvent &event) const;
};

} // namespace consilium::widgets
