#pragma once
#include "viewer/documents/PaperLayout.h"

#include <QColor>
#include <QPalette>
#include <QPolygonF>
#include <QRect>

#include <vector>

class QPainter;

namespace consilium::widgets
{

struct PaperColours {
    QColor paper, fine, coarse, trace, label;
};
/// Squared paper in the scheme of the palette.
[[nodiscard]] PaperColours paperColours(const QPalette &palette);

/// The points of a strip's trace in pixels of the paper, a line for each stretch without gaps. Where more than a few
/// samples fall into a column of `columnPx`, only its first, lowest, highest and last are there.
[[nodiscard]] std::vector<QPolygonF> traceOf(const documents::WaveformGroup &group, const documents::Paper &paper,
                                             const documents::Strip &strip, double pxPerMm, double columnPx);
/// Draws what of the paper lies in `part` (pixels of the paper): squares of 1 and 5 mm, calibration pulses, names and
/// traces.
void paintWaveform(QPainter &painter, const QRect &part, const documents::WaveformGroup &group,
                   const documents::Paper &paper, double pxPerMm, const PaperColours &colours);

} // namespace consilium::widgets
