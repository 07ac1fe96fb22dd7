#pragma once
#include "viewer/documents/PaperLayout.h"

#include <QColor>
#include <QPalette>
#include <QRect>

class QPainter;

namespace consilium::widgets
{

struct PaperColours {
    QColor paper, fine, coarse, trace, label;
};
/// Squared paper in the scheme of the palette.
[[nodiscard]] PaperColours paperColours(const QPalette &palette);

/// Draws what of the paper lies in `part` (pixels of the paper): squares of 1 and 5 mm, calibration pulses, names and
/// traces.
void paintWaveform(QPainter &painter, const QRect &part, const documents::WaveformGroup &group,
                   const documents::Paper &paper, double pxPerMm, const PaperColours &colours);

} // namespace consilium::widgets
