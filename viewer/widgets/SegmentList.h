#pragma once
#include "base/Ids.h"
#include "viewer/segments/Segmentation.h"

#include <QString>
#include <QWidget>

#include <vector>

namespace consilium::widgets
{

/// One line of the list of segmentations.
struct SegmentRow {
    enum class Kind { Object, Segment, Missing };
    Kind kind = Kind::Object;
    SopInstanceUid object;
    int segment = 0;
    QString text, tag; ///< tag: "SEG", "RT" of an object
    QString tip;       ///< all there is to say, one thing a line
    segments::Colour colour;
    bool isShown = false;   ///< the object over the view; the segment visible there
    bool isUsable = true;   ///< something of it lies where the view can go
    bool isLoading = false; ///< of a missing one: on its way
    bool isFlawed = false;  ///< something of it could not be read; the tip says what
    bool operator==(const SegmentRow &) const = default;
};

/// Rows painted by themselves: swatch, name, an eye to show and hide. Arrows choose, the space bar is the eye, Enter
/// goes there.
class SegmentList : public QWidget
{
    Q_OBJECT
public:
    static constexpr int rowPx = 28;

    explicit SegmentList(QWidget *parent = nullptr);
    void setRows(std::vector<SegmentRow> rows);
    [[nodiscard]] const std::vector<SegmentRow> &rows() const { return m_rows; }
    [[nodiscard]] int current() const { return m_current; } ///< -1: none
    [[nodiscard]] QRect eyeRect(int row) const;
    [[nodiscard]] QRect rowRect(int row) const;

Q_SIGNALS:
    void toggled(int row); ///< the eye
    void chosen(int row);  ///< the row itself, by click or Enter
    void currentChanged(int row);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    [[nodiscard]] int rowAt(const QPoint &at) const;
    void setCurrent(int row);
    void paintRow(QPainter &painter, int row) const;

    std::vector<SegmentRow> m_rows;
    int m_current = -1, m_hovered = -1;
    bool m_focusByKey = false;
};

} // namespace consilium::widgets
