#pragma once
#include <QImage>
#include <QStringList>

class QWidget;

namespace consilium::test
{

/// What a person could not read or hit in a window, as sentences; empty when all is well. Judged from what the widgets
/// measure and from the pixels they paint, never from the style's own tables:
/// - text that is wider or higher than its room (a text shortened with "…" must have its whole in a tooltip),
/// - widgets that an ancestor cuts off (but for what scrolls), and siblings that lie over one another,
/// - text below 4.5:1 (WCAG 2.1, 1.4.3; 3:1 from 24 px on), measured on a picture of the window three times as large so
///   that the strokes reach their full colour; what is switched off is left out, as WCAG does,
/// - targets under 24 x 24 px (WCAG 2.2, 2.5.8); scroll bars and dividers are left out: each has another way by wheel
/// or
///   key.
[[nodiscard]] QStringList lookProblems(QWidget &window);

/// The contrast of the ink to the ground of a picture: the ground is its most frequent colour, the ink what differs
/// most. 1 where nothing is painted. In [1, 21].
[[nodiscard]] double paintedContrast(const QImage &picture);

} // namespace consilium::test
