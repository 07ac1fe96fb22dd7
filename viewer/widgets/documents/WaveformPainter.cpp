#include "viewer/widgets/documents/WaveformPainter.h"

#include "viewer/widgets/theme/Tokens.h"
#include "viewer/widgets/theme/Typography.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace consilium::widgets
{
using namespace Qt::StringLiterals;
using documents::Paper;
using documents::Strip;
using documents::WaveformGroup;

namespace
{

constexpr double finestPx = 2.5; ///< squares closer than this would only be grey

void paintGrid(QPainter &painter, const QRect &part, const Paper &paper, double pxPerMm, const PaperColours &colours)
{
    const QRectF sheet(0.0, 0.0, paper.widthMm * pxPerMm, paper.heightMm * pxPerMm);
    painter.fillRect(part, colours.paper);
    const auto lines = [&](int stepMm, const QColor &colour) {
        painter.setPen(QPen(colour, 1.0));
        const QRectF seen = sheet.intersected(part);
        for (int mm = int(std::floor(seen.left() / pxPerMm / stepMm)) * stepMm; mm * pxPerMm <= seen.right();
             mm += stepMm)
            painter.drawLine(QPointF(mm * pxPerMm, seen.top()), QPointF(mm * pxPerMm, seen.bottom()));
        for (int mm = int(std::floor(seen.top() / pxPerMm / stepMm)) * stepMm; mm * pxPerMm <= seen.bottom();
             mm += stepMm)
            painter.drawLine(QPointF(seen.left(), mm * pxPerMm), QPointF(seen.right(), mm * pxPerMm));
    };
    if (pxPerMm >= finestPx)
        lines(1, colours.fine);
    lines(5, colours.coarse);
}

/// One millivolt for a fifth of a second.
void paintPulse(QPainter &painter, const documents::Pulse &pulse, const Paper &paper, double pxPerMm)
{
    const double left = pulse.xMm * pxPerMm, zero = pulse.zeroMm * pxPerMm;
    const double flank = 2.5 * pxPerMm, top = zero - paper.options.mmPerMillivolt * pxPerMm;
    const double width = documents::pulseS * paper.options.mmPerSecond * pxPerMm;
    painter.drawPolyline(QPolygonF({QPointF(left, zero), QPointF(left + flank, zero), QPointF(left + flank, top),
                                    QPointF(left + flank + width, top), QPointF(left + flank + width, zero),
                                    QPointF(left + 2 * flank + width, zero)}));
}

void paintTrace(QPainter &painter, const WaveformGroup &group, const Paper &paper, const Strip &strip, double pxPerMm)
{
    const auto &channel = group.channels[std::size_t(strip.channel)];
    const double first = std::ceil((strip.fromS - channel.skewS) * group.frequencyHz - 1e-6);
    const double last = std::ceil((strip.toS - channel.skewS) * group.frequencyHz - 1e-6);
    QPolygonF line;
    const auto flush = [&] {
        if (line.size() > 1)
            painter.drawPolyline(line);
        line.clear();
    };
    for (auto i = std::int64_t(std::max(0.0, first)); i < std::int64_t(last); ++i) {
        const auto value = channel.value(std::size_t(i));
        if (!value) {
            flush(); // a gap stays a gap
            continue;
        }
        const auto place = documents::placeOf(paper, strip, double(i) / group.frequencyHz + channel.skewS, *value);
        line << QPointF(place.xMm, place.yMm) * pxPerMm;
    }
    flush();
}

QString nameOf(const documents::Channel &channel, const Strip &strip)
{
    if (strip.isVoltage)
        return channel.label;
    const QString unit = channel.isCalibrated ? documents::unitText(channel.unit) : QString();
    return u"%1   %2 … %3 %4"_s.arg(channel.label)
        .arg(withMinusSign(QString::number(strip.low, 'g', 4)), withMinusSign(QString::number(strip.high, 'g', 4)),
             unit.isEmpty() ? u"(?)"_s : unit);
}

} // namespace

PaperColours paperColours(const QPalette &palette)
{
    const Tokens &t = tokens(palette);
    const bool isDark = schemeOf(palette) == Scheme::Dark;
    const auto mixed = [](const QColor &a, const QColor &b, double share) {
        return QColor::fromRgbF(float(a.redF() * (1 - share) + b.redF() * share),
                                float(a.greenF() * (1 - share) + b.greenF() * share),
                                float(a.blueF() * (1 - share) + b.blueF() * share));
    };
    const QColor paper = isDark ? t.view : t.bg2;
    return {paper, mixed(paper, t.crit, isDark ? 0.20 : 0.14), mixed(paper, t.crit, isDark ? 0.40 : 0.34), t.t1, t.t1};
}

void paintWaveform(QPainter &painter, const QRect &part, const WaveformGroup &group, const Paper &paper, double pxPerMm,
                   const PaperColours &colours)
{
    paintGrid(painter, part, paper, pxPerMm, colours);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(
        QPen(colours.trace, std::clamp(pxPerMm * 0.35, 1.0, 2.0), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const double topMm = part.top() / pxPerMm, bottomMm = part.bottom() / pxPerMm, reachMm = 60.0;
    for (const documents::Pulse &pulse : paper.pulses)
        paintPulse(painter, pulse, paper, pxPerMm);
    for (const Strip &strip : paper.strips)
        if (strip.bottomMm + reachMm >= topMm && strip.topMm - reachMm <= bottomMm)
            paintTrace(painter, group, paper, strip, pxPerMm);
    painter.setFont(fontFor(TextRole::CaptionStrong));
    painter.setPen(colours.label);
    for (const Strip &strip : paper.strips) {
        const QString name = nameOf(group.channels[std::size_t(strip.channel)], strip);
        const QPointF at(strip.xMm * pxPerMm + 3, strip.topMm * pxPerMm + painter.fontMetrics().ascent() + 2);
        painter.drawText(at, name);
    }
}

} // namespace consilium::widgets
