#pragma once
#include <QAbstractButton>
#include <QTimer>

namespace consilium::widgets
{

/// An icon of 20 px in a hit area of 34 x 34. Holding a tool: accent fill and a small mouse with the bound half filled.
/// One that stands for a family of tools has a corner triangle: a click on that corner, a press that is held, and the
/// Down key open its menu.
class ToolButton : public QAbstractButton
{
    Q_OBJECT
public:
    static constexpr int sidePx = 34;

    ToolButton(const QString &iconName, const QString &command, QWidget *parent);

    [[nodiscard]] const QString &command() const { return m_command; }
    /// On which mouse buttons the tool lies now.
    void setBound(bool left, bool right);
    [[nodiscard]] bool isBoundLeft() const { return m_left; }
    [[nodiscard]] bool isBoundRight() const { return m_right; }
    /// Another tool of its family.
    void setTool(const QString &iconName, const QString &command);
    void setHasMenu() { m_hasMenu = true; }
    [[nodiscard]] bool hasMenu() const { return m_hasMenu; }
    /// Of a button with a menu, where a click opens it.
    [[nodiscard]] QRect menuCorner() const;
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void rightClicked();
    void menuRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    void showTip();

    QString m_iconName, m_command;
    bool m_left = false, m_right = false, m_hasMenu = false;
    QTimer m_held;
};

} // namespace consilium::widgets
