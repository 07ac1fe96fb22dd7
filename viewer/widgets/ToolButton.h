#pragma once
#include <QAbstractButton>

namespace consilium::widgets
{

/// An icon of 20 px in a hit area of 36 x 36. Holding a tool: accent fill and a small mouse with the bound half filled.
class ToolButton : public QAbstractButton
{
    Q_OBJECT
public:
    static constexpr int sidePx = 36;

    ToolButton(const QString &iconName, const QString &command, QWidget *parent);

    [[nodiscard]] const QString &command() const { return m_command; }
    /// On which mouse buttons the tool lies now.
    void setBound(bool left, bool right);
    [[nodiscard]] bool isBoundLeft() const { return m_left; }
    [[nodiscard]] bool isBoundRight() const { return m_right; }
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void rightClicked();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    bool event(QEvent *event) override;

private:
    void showTip();

    QString m_iconName, m_command;
    bool m_left = false, m_right = false;
};

} // namespace consilium::widgets
