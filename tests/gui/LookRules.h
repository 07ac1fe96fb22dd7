#pragma once
#include <QImage>
#include <QStringList>

class QWidget;

namespace consilium::test
{

/// Colours hardly change with the size of a window, and a picture of a whole large one takes long.
enum class LookColours {
    Judged, ///< of every text
    Sampled ///< of the first dozen texts of each widget, each by a picture of its own place
};
/// Judged up to 2000 px of width, Sampled above.
[[nodiscard]] LookColours coloursFor(int windowWidth);

/// What a person could not read or hit in a window, as sentences; empty when all is well. Judged from what the widgets
/// measure and from what they paint, never from the style's own tables:
/// - text that is wider or higher than its room, whatever paints it: a label, a delegate's cell, a panel of its own
///   (a text shortened with "…" must have its whole in the tip that is shown there),
/// - widgets that an ancestor cuts off (but for what scrolls), and siblings that lie over one another,
/// - text below 4.5:1 (WCAG 2.1, 1.4.3, and for large text too), measured on a picture of the window three times as
///   large so that the strokes reach their full colour; what is switched off is left out, as WCAG does,
/// - targets under 24 x 24 px (WCAG 2.2, 2.5.8), also tabs, headings that can be clicked, rows and entries of menus;
///   scroll bars and dividers are left out: each has another way by wheel or key.
/// `window` may be a menu or a dialog. Text over images is drawn as a picture and not among what is looked at.
[[nodiscard]] QStringList lookProblems(QWidget &window, LookColours colours = LookColours::Judged);

/// The contrast of the ink to the ground of a picture: the ground is its most frequent colour, the ink what differs
/// most. 1 where nothing is painted. In [1, 21].
[[nodiscard]] double paintedContrast(const QImage &picture);

} // namespace consilium::test
