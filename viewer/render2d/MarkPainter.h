#pragma once
#include "viewer/render2d/LineLayer.h"
#include "viewer/render2d/MarkShape.h"

#include <QColor>
#include <QImage>
#include <QRect>
#include <QStringList>
#include <QTransform>

#include <array>

namespace consilium::render2d
{

/// Lines of a label as they are drawn: a long one is cut with an ellipsis, and so is what is too much.
[[nodiscard]] QStringList labelLines(const QString &label);
/// Of its lines, handles and label while it is not selected.
[[nodiscard]] QColor colourOf(const MarkShape &mark);
/// Room that a label takes, logical pixels.
[[nodiscard]] QSizeF labelSize(const QString &label);

/// Which pixels of a picture a mark may change: none outside of these; empty: none.
struct MarkReach {
    QRect body, leader, label;
    bool operator==(const MarkReach &) const = default;
    [[nodiscard]] bool touches(const QRect &rect) const
    {
        return body.intersects(rect) || leader.intersects(rect) || label.intersects(rect);
    }
};

/// Draws single marks into a picture of device pixels: lines by way of a LineLayer, handles and labels as small
/// pictures that are copied to whole pixels. Each of them is the same however the rest of the picture is drawn.
class MarkPen
{
public:
    /// From logical pixels of the viewport's image area to pixels of the picture: scaled and moved, not turned.
    explicit MarkPen(const QTransform &toPicture);

    [[nodiscard]] MarkReach reachOf(const MarkShape &mark, const QRect &picture) const;
    void addLines(LineLayer &layer, const MarkShape &mark) const; ///< also the dotted one to the label
    // `painter` as it is on the picture: without a transform.
    void paintHandles(QPainter &painter, const MarkShape &mark) const;
    /// `isBright`: the image under it is; the label gets a plate.
    void paintLabel(QPainter &painter, const MarkShape &mark, bool isBright) const;
    [[nodiscard]] double ratio() const { return m_ratio; }

private:
    QTransform m_toPicture;
    double m_ratio;
    struct Stamps {
        double ratio = 0.0;
        std::array<QImage, LineLayer::colours> handles, feet;
    };
    [[nodiscard]] static Stamps stampsFor(double ratio);
    Stamps m_stamps;
};

} // namespace consilium::render2d
