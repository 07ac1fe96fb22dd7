#include "viewer/widgets/BandRow.h"

#include "viewer/widgets/theme/Icons.h"
#include "viewer/widgets/theme/Tokens.h"
#include "viewer/widgets/theme/Typography.h"

#include <QMouseEvent>
#include <QPainter>

namespace consilium::widgets
{
using namespace Qt::StringLiterals;
using render2d::Band;

namespace
{

constexpr int insetPx = 10, gapPx = 8, barWidthPx = 72;

/// Diagonal stripes that go on at the same place whatever part is painted.
QBrush hatch()
{
    static const QPixmap tile = [] {
        constexpr int side = 12;
        QPixmap pixmap(side, side);
        pixmap.fill(QColor(over_image::hatchDark));
        QPainter painter(&pixmap);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(QColor(over_image::hatchLight), side / 2.8));
        for (const int x : {-side, 0, side})
            painter.drawLine(QPointF(x - 2, side + 2), QPointF(x + side + 2, -2));
        return pixmap;
    }();
    return QBrush(tile);
}

QString iconOf(Band::Kind kind)
{
    return kind == Band::Kind::Fidelity ? u"half-moon"_s : u"warning"_s;
}

} // namespace

BandRow::BandRow(QWidget *parent) : QWidget(parent)
{
    setFixedHeight(heightPx);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
}

QSize BandRow::sizeHint() const
{
    return {200, heightPx};
}

void BandRow::setBands(std::vector<Band> bands)
{
    if (bands == m_bands)
        return;
    m_bands = std::move(bands);
    QStringList lines;
    for (const auto &band : m_bands)
        lines << band.headline + u' ' + band.consequence;
    setToolTip(lines.join(u'\n'));
    setAccessibleName(lines.join(u' '));
    update();
}

QRect BandRow::cell(std::size_t index) const
{
    const int count = int(m_bands.size());
    const int left = width() * int(index) / count, right = width() * (int(index) + 1) / count;
    return {left, 0, right - left, height()};
}

QString BandRow::bandAt(const QPoint &at) const
{
    for (std::size_t i = 0; i < m_bands.size(); ++i) {
        if (cell(i).contains(at))
            return m_bands[i].id;
    }
    return {};
}

void BandRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), QColor(over_image::bandBackground));
    for (std::size_t i = 0; i < m_bands.size(); ++i)
        paintBand(painter, cell(i), m_bands[i], !m_hovered.isEmpty() && m_hovered == m_bands[i].id);
}

void BandRow::paintBand(QPainter &painter, const QRect &rect, const Band &band, bool hovered) const
{
    const bool fidelity = band.kind == Band::Kind::Fidelity;
    const QColor tone(band.kind == Band::Kind::Error ? over_image::crit : over_image::warn);
    painter.setClipRect(rect);
    if (fidelity)
        painter.fillRect(rect, hatch());
    else
        painter.fillRect(
            rect, QColor(band.kind == Band::Kind::Error ? over_image::errorBackground : over_image::bandBackground));

    int left = rect.left() + insetPx, right = rect.right() - insetPx;
    paintIcon(painter, iconOf(band.kind), QRectF(left, rect.center().y() - 7, 16, 16), tone);
    left += 16 + gapPx;

    // From the right: the way to the details, further causes, progress. What is left over is for the words.
    const QFont plain = fontFor(TextRole::Caption), bold = fontFor(TextRole::CaptionStrong);
    const QFontMetrics plainMetrics(plain), boldMetrics(bold);
    painter.setFont(plain);
    if (!fidelity && rect.width() > 220) {
        const QString details = tr("Details");
        const QColor ink(hovered ? over_image::frame : over_image::text);
        paintIcon(painter, u"chevron-right"_s, QRectF(right - 14, rect.center().y() - 6, 14, 14), ink);
        right -= 14 + 4 + plainMetrics.horizontalAdvance(details);
        painter.setPen(ink);
        painter.drawText(QRect(right, rect.top(), rect.width(), rect.height()), Qt::AlignVCenter | Qt::AlignLeft,
                         details);
        right -= gapPx;
    }
    if (band.progress >= 0.0 && rect.width() > 220) {
        const QRectF bar(right - barWidthPx, rect.center().y() - 1, barWidthPx, 4);
        painter.fillRect(bar, QColor(over_image::trough));
        painter.fillRect(QRectF(bar.x(), bar.y(), bar.width() * std::clamp(band.progress, 0.0, 1.0), bar.height()),
                         tone);
        right -= barWidthPx + gapPx;
    }
    if (band.more > 0) {
        const QString more = u"+%1"_s.arg(band.more);
        right -= boldMetrics.horizontalAdvance(more);
        painter.setFont(bold);
        painter.setPen(tone);
        painter.drawText(QRect(right, rect.top(), rect.width(), rect.height()), Qt::AlignVCenter | Qt::AlignLeft, more);
        right -= gapPx;
    }
    painter.setFont(bold);
    painter.setPen(tone);
    const QString headline = boldMetrics.elidedText(band.headline, Qt::ElideRight, std::max(0, right - left));
    painter.drawText(QRect(left, rect.top(), right - left, rect.height()), Qt::AlignVCenter | Qt::AlignLeft, headline);
    left += boldMetrics.horizontalAdvance(headline) + gapPx;
    if (right - left > 24) {
        painter.setFont(plain);
        painter.setPen(QColor(over_image::text));
        painter.drawText(QRect(left, rect.top(), right - left, rect.height()), Qt::AlignVCenter | Qt::AlignLeft,
                         plainMetrics.elidedText(band.consequence, Qt::ElideRight, right - left));
    }
    painter.setClipping(false);
}

void BandRow::mousePressEvent(QMouseEvent *event)
{
    event->accept();
}

void BandRow::mouseReleaseEvent(QMouseEvent *event)
{
    const QString id = bandAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && !id.isEmpty())
        Q_EMIT detailsRequested(id);
}

void BandRow::mouseMoveEvent(QMouseEvent *event)
{
    const QString id = bandAt(event->position().toPoint());
    if (id == m_hovered)
        return;
    m_hovered = id;
    setCursor(Qt::PointingHandCursor);
    update();
}

void BandRow::leaveEvent(QEvent *)
{
    m_hovered.clear();
    update();
}

} // namespace consilium::widgets
