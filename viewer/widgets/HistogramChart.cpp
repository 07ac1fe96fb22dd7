#include "viewer/widgets/HistogramChart.h"

#include "viewer/imaging/Measure.h"
#include "viewer/render2d/OverlayFormat.h"
#include "viewer/widgets/theme/Tokens.h"
#include "viewer/widgets/theme/Typography.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace consilium::widgets
{
using namespace Qt::StringLiterals;

namespace
{

constexpr double leftPx = 52.0, rightPx = 14.0, topPx = 12.0, belowPx = 40.0;
constexpr double labelEveryPx = 64.0;

int decimalsOf(double step)
{
    return step >= 1.0 ? 0 : int(std::ceil(-std::log10(step) - 1e-9));
}

} // namespace

HistogramChart::HistogramChart(QWidget *parent) : QWidget(parent)
{
    setObjectName(u"histogramChart"_s);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
}

void HistogramChart::setHistogram(const render2d::RoiHistogram &histogram)
{
    if (histogram == m_histogram)
        return;
    m_histogram = histogram;
    choose(-1);
    update();
}

QRectF HistogramChart::plot() const
{
    return {leftPx, topPx, std::max(1.0, width() - leftPx - rightPx), std::max(1.0, height() - topPx - belowPx)};
}

QRectF HistogramChart::barOf(int bin) const
{
    const QRectF area = plot();
    const double wide = area.width() / double(std::max<std::size_t>(1, m_histogram.bins.size()));
    return {area.left() + bin * wide, area.top(), wide, area.height()};
}

/// In a bin of levels its first value stands in the middle of as much room as each of its values has.
double HistogramChart::placeOf(double value) const
{
    const auto &bins = m_histogram.bins;
    const QRectF area = plot();
    if (bins.size() < 2)
        return area.center().x();
    const double perBin = bins[1].low - bins[0].low;
    const double half = m_histogram.isOfLevels ? 0.5 * (bins[1].low - bins[0].high) : 0.0;
    const double bin = (value + half - bins[0].low) / perBin;
    return area.left() + bin * area.width() / double(bins.size());
}

void HistogramChart::choose(int bin)
{
    const int next = bin >= 0 && bin < int(m_histogram.bins.size()) ? bin : -1;
    if (next == m_chosen)
        return;
    m_chosen = next;
    const QString text = next < 0 ? QString() : render2d::binText(m_histogram, std::size_t(next));
    setAccessibleDescription(text);
    Q_EMIT binChosen(text);
    update();
}

void HistogramChart::mouseMoveEvent(QMouseEvent *event)
{
    const QRectF area = plot();
    const double across = (event->position().x() - area.left()) / area.width();
    const bool isOver = across >= 0.0 && across < 1.0 && event->position().y() <= area.bottom() + belowPx;
    choose(isOver ? int(across * double(m_histogram.bins.size())) : -1);
}

void HistogramChart::leaveEvent(QEvent *event)
{
    choose(-1);
    QWidget::leaveEvent(event);
}

void HistogramChart::keyPressEvent(QKeyEvent *event)
{
    const int last = int(m_histogram.bins.size()) - 1;
    switch (event->key()) {
    case Qt::Key_Left:
        choose(m_chosen < 0 ? last : std::max(0, m_chosen - 1));
        break;
    case Qt::Key_Right:
        choose(std::min(last, m_chosen + 1));
        break;
    case Qt::Key_Home:
        choose(0);
        break;
    case Qt::Key_End:
        choose(last);
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

void HistogramChart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setFont(fontFor(TextRole::Caption));
    painter.fillRect(rect(), tokens(palette()).bg1);
    if (m_histogram.bins.empty())
        return;
    paintAxes(painter);
    paintBars(painter);
    paintMean(painter);
}

void HistogramChart::paintAxes(QPainter &painter) const
{
    const Tokens &t = tokens(palette());
    const QRectF area = plot();
    const double line = painter.fontMetrics().height();
    painter.setPen(t.line2);
    painter.drawLine(area.bottomLeft(), area.bottomRight());
    painter.drawLine(area.topLeft(), area.bottomLeft());
    painter.setPen(t.t2);
    const auto most = double(m_histogram.highest());
    const double step = std::max(1.0, imaging::divisionStep(most * 1.6 * line / area.height()));
    for (double count = 0.0; count <= most; count += step) {
        const double y = area.bottom() - area.height() * count / most;
        painter.drawText(QRectF(0.0, y - line / 2, leftPx - 6.0, line), Qt::AlignRight | Qt::AlignVCenter,
                         QString::number(qint64(count)));
    }
    const auto &bins = m_histogram.bins;
    const double low = bins.front().low, high = bins.back().high;
    const double every = high > low ? imaging::divisionStep((high - low) * labelEveryPx / area.width()) : 0.0;
    const auto label = [&](double value, int decimals) {
        const double x = placeOf(value);
        painter.drawLine(QPointF(x, area.bottom()), QPointF(x, area.bottom() + 4.0));
        const QString text = every > 0.0 ? render2d::numberText(value, decimals) : render2d::numberText(value);
        const double wide = painter.fontMetrics().horizontalAdvance(text);
        const double left = std::clamp(x - wide / 2, 0.0, std::max(0.0, width() - wide));
        painter.drawText(QPointF(left, area.bottom() + 4.0 + painter.fontMetrics().ascent()), text);
    };
    if (every > 0.0) {
        for (double value = std::ceil(low / every) * every; value <= high + every * 1e-9; value += every)
            label(value, decimalsOf(every));
    } else {
        label(low, 0);
    }
    const QString axis = m_histogram.unit.isEmpty() ? tr("Value") : tr("Value, %1").arg(m_histogram.unit);
    painter.drawText(QRectF(area.left(), height() - line - 2.0, area.width(), line), Qt::AlignRight, axis);
}

void HistogramChart::paintBars(QPainter &painter) const
{
    const Tokens &t = tokens(palette());
    const auto most = double(m_histogram.highest());
    for (int i = 0; i < int(m_histogram.bins.size()); ++i) {
        const std::int64_t count = m_histogram.bins[std::size_t(i)].count;
        const QRectF column = barOf(i);
        if (i == m_chosen)
            painter.fillRect(column, t.bg3);
        if (count == 0)
            continue;
        // What occurs is seen, however rarely.
        const double high = std::max(1.0, column.height() * double(count) / most);
        const double gap = column.width() >= 4.0 ? 1.0 : 0.0;
        painter.fillRect(QRectF(column.left(), column.bottom() - high, column.width() - gap, high),
                         i == m_chosen ? t.t1 : t.ac);
    }
}

void HistogramChart::paintMean(QPainter &painter) const
{
    const Tokens &t = tokens(palette());
    const QRectF area = plot();
    const double x = placeOf(m_histogram.mean);
    painter.setPen(QPen(t.warn, 1.0, Qt::DashLine));
    painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
}

} // namespace consilium::widgets
