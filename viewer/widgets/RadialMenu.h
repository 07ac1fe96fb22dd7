#pragma once
#include <QElapsedTimer>
#include <QStringList>
#include <QWidget>

namespace consilium::widgets
{

/// Eight tools round the pointer, chosen by the direction it goes in. Opened by a key or a mouse button that is held,
/// letting go chooses; after a short tap it stays and a click chooses. 1 to 8, or arrows and Enter, choose too. Escape,
/// the middle, another window in front leave everything as it was. It lies over its window and is moved inwards at the
/// window's borders; only there it is not round the pointer.
class RadialMenu : public QWidget
{
    Q_OBJECT
public:
    static constexpr int places = 8;
    static constexpr double middlePx = 26.0, ringPx = 128.0; ///< radii, logical pixels: a place is more than 60 px wide
    enum class OpenedBy { Key, RightButton };

    /// `tools`: names of tools (tools::toolNames()), clockwise from the top; at most eight.
    RadialMenu(QStringList tools, QWidget *window);
    /// `at`: in the window's coordinates.
    void open(const QPoint &at, OpenedBy by);

    [[nodiscard]] QPointF centre() const { return m_centre; }
    /// The place in that direction, from 0 at the top, clockwise; -1 for the middle and where no tool is.
    [[nodiscard]] int placeAt(QPointF at) const;
    [[nodiscard]] int chosenPlace() const { return m_place; }
    [[nodiscard]] QPointF middleOf(int place) const;

Q_SIGNALS:
    void chosen(const QString &tool);
    void closed(); ///< in whatever way, before chosen()

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void point(int place);
    void letGo();
    void end(int place);
    void paintPlace(QPainter &painter, int place) const;

    QStringList m_tools;
    QPointF m_centre;
    int m_place = -1;
    bool m_isHeld = false, m_isDone = false;
    QElapsedTimer m_open;
};

} // namespace consilium::widgets
