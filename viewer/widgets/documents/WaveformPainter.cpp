#include "viewer/widgets/documents/WaveformPainter.h"

#include "viewer/widgets/theme/Tokens.h"
#include "viewer/widgets/theme/Typography.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <utility>

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

/// A line without gaps; of the points in one column only the first, the lowest, the highest and the last are kept,
/// which look the same.
class TraceLine
{
public:
    explicit TraceLine(double columnPx) : m_columnPx(columnPx) {}
    void add(const QPointF &point)
    {
        const double column = m_columnPx > 0.0 ? std::floor(point.x() / m_columnPx) : 0.0;
        if (m_columnPx <= 0.0) {
            m_points << point;
        } else if (m_count == 0 || column != m_column) {
            endColumn();
            m_column = column;
            m_first = m_last = m_low = m_high = point;
            m_lowAt = m_highAt = 0;
            m_count = 1;
        } else {
            m_last = point;
            if (point.y() < m_low.y()) {
                m_low = point;
                m_lowAt = m_count;
            }
            if (point.y() > m_high.y()) {
                m_high = point;
                m_highAt = m_count;
            }
            ++m_count;
        }
    }
    QPolygonF take()
    {
        endColumn();
        return std::exchange(m_points, {});
    }

private:
    void endColumn()
    {
        if (m_count == 0)
            return;
        m_points << m_first;
        std::pair<std::int64_t, QPointF> inside[] = {{m_lowAt, m_low}, {m_highAt, m_high}};
        if (m_highAt < m_lowAt)
            std::swap(inside[0], inside[1]);
        for (const auto &[at, point] : inside)
            if (at > 0 && at + 1 < m_count)
                m_points << point;
        if (m_count > 1)
            m_points << m_last;
        m_count = 0;
    }

    QPolygonF m_points;
    QPointF m_first, m_last, m_low, m_high;
    double m_columnPx, m_column = 0.0;
    std::int64_t m_count = 0, m_lowAt = 0, m_highAt = 0; ///< of the column
};

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

std::vector<QPolygonF> traceOf(const WaveformGroup &group, const Paper &paper, const Strip &strip, double pxPerMm,
                               double columnPx)
{
    constexpr double fewInColumn = 4.0;
    const auto &channel = group.channels[std::size_t(strip.channel)];
    const auto sampleAt = [&](double timeS) {
        const double at = std::ceil((timeS - channel.skewS) * group.frequencyHz - 1e-6);
        return std::int64_t(std::clamp(at, 0.0, double(channel.samples.size())));
    };
    const double inColumn = group.frequencyHz * columnPx / (paper.options.mmPerSecond * pxPerMm);
    TraceLine line(inColumn > fewInColumn ? columnPx : 0.0);
    std::vector<QPolygonF> lines;
    const auto flush = [&] {
        if (QPolygonF points = line.take(); points.size() > 1)
            lines.push_back(std::move(points));
    };
    const std::int64_t end = sampleAt(strip.toS);
    for (std::int64_t i = sampleAt(strip.fromS); i < end; ++i) {
        const auto value = channel.value(std::size_t(i));
        if (!value) {
            flush(); // a gap stays a gap
            continue;
        }
        const auto place = documents::placeOf(paper, strip, double(i) / group.frequencyHz + channel.skewS, *value);
        line.add(QPointF(place.xMm, place.yMm) * pxPerMm);
    }
    flush();
    return lines;
}

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
    painter.setRenderHint(QPainter::Antialiasing, false); // a line of the paper is one pixel, also in the next piece
    paintGrid(painter, part, paper, pxPerMm, colours);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(
        QPen(colours.trace, std::clamp(pxPerMm * 0.35, 1.0, 2.0), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const double topMm = part.top() / pxPerMm, bottomMm = part.bottom() / pxPerMm, reachMm = 60.0;
    const auto isNear = [&](double fromMm, double toMm) {
        return toMm + reachMm >= topMm && fromMm - reachMm <= bottomMm;
    };
    for (const documents::Pulse &pulse : paper.pulses)
        if (isNear(pulse.zeroMm, pulse.zeroMm))
            paintPulse(painter, pulse, paper, pxPerMm);
    const double columnPx = 1.0 / painter.device()->devicePixelRatioF();
    for (const Strip &strip : paper.strips)
        if (isNear(strip.topMm, strip.bottomMm))
            for (const QPolygonF &line : traceOf(group, paper, strip, pxPerMm, columnPx))
                painter.drawPolyline(line);
    painter.setFont(fontFor(TextRole::CaptionStrong));
    painter.setPen(colours.label);
    for (const Strip &strip : paper.strips) {
        if (!isNear(strip.topMm, strip.bottomMm))
            continue;
        const QString name = nameOf(group.channels[std::size_t(strip.channel)], strip);
        const QPointF at(strip.xMm * pxPerMm + 3, strip.topMm * pxPerMm + painter.fontMetrics().ascent() + 2);
        painter.drawText(at, name);
    }
}

} // namespace consilium::widgets
