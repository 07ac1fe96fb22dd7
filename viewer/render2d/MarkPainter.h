#pragma once
#include "viewer/render2d/MarkShape.h"
#include "viewer/render2d/OverlayCanvas.h"

#include <QStringList>

namespace consilium::render2d
{

/// Lines of a label as they are drawn: a long one is cut with an ellipsis, and so is what is too much.
[[nodiscard]] QStringList labelLines(const QString &label);
/// Room that a label takes, logical pixels.
[[nodiscard]] QSizeF labelSize(const QString &label);

/// Draws marks on their image: first all lines, then handles, then labels on dotted leaders.
void paintMarks(Canvas &canvas, const std::vector<MarkShape> &marks);

} // namespace consilium::render2d
