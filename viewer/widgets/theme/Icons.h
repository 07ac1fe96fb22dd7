#pragma once
#include <QColor>
#include <QIcon>
#include <QPixmap>
#include <QString>
#include <QStringList>

class QPainter;

namespace consilium::widgets
{

struct Tokens;

/// An icon of resources/icons by name ("window", "undo"). It takes its colour from the palette each time it is drawn:
/// normal t2, under the pointer t1, active or checked ac, disabled t3. An unknown name gives an icon that draws
/// nothing, and a warning.
[[nodiscard]] QIcon icon(const QString &name);
/// The same drawing in one fixed colour, for what stands over images and for tags. `size` in logical pixels.
[[nodiscard]] QPixmap iconPixmap(const QString &name, int size, const QColor &colour, qreal devicePixelRatio);
void paintIcon(QPainter &painter, const QString &name, const QRectF &rect, const QColor &colour);
[[nodiscard]] QStringList iconNames();
/// The arrow of choice boxes as a resource for a style sheet, in the colour t2 of the theme.
[[nodiscard]] QString arrowResource(const Tokens &theme);

} // namespace consilium::widgets
