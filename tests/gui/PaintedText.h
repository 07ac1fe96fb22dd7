#pragma once
#include <QRectF>
#include <QString>

#include <vector>

class QWidget;

namespace consilium::test
{

/// A run of text as a widget painted it.
struct PaintedText {
    QString text;
    QRectF box;  ///< from the top of its line to the bottom, widget's logical pixels
    QRectF seen; ///< what the painter's clip left of the box; may be empty
};

/// Every text that the widget itself (not its children) paints, whatever draws it: the style, a delegate, a paintEvent.
/// Text that was drawn as a picture is not among them.
[[nodiscard]] std::vector<PaintedText> paintedTexts(QWidget &widget);

} // namespace consilium::test
