#include "viewer/render2d/OverlayCanvas.h"

#include <QCoreApplication>
#include <QPainter>
#include <QThread>

#include <memory>

namespace consilium::render2d
{

namespace
{

constexpr QColor plateColour(0, 0, 0, 148); // 58 %

/// From every third pixel.
bool isBrightUnder(const QImage &image, const QRectF &rect, const QRectF &area)
{
    constexpr int white = 200;
    constexpr double whiteShare = 0.15, mean = 127.5;
    if (image.isNull() || area.width() <= 0.0)
        return false;
    const double ratio = image.width() / area.width();
    const QRect pixels =
        QRectF((rect.topLeft() - area.topLeft()) * ratio, rect.size() * ratio).toAlignedRect() & image.rect();
    std::int64_t sum = 0, count = 0, whites = 0;
    const bool grey = image.format() == QImage::Format_Grayscale8;
    for (int y = pixels.top(); y <= pixels.bottom(); y += 3) {
        const uchar *line = image.constScanLine(y);
        for (int x = pixels.left(); x <= pixels.right(); x += 3) {
            const int value = grey ? line[x] : qGray(reinterpret_cast<const QRgb *>(line)[x]);
            sum += value;
            whites += value > white ? 1 : 0;
            ++count;
        }
    }
    return count > 0 && (double(sum) > mean * double(count) || double(whites) > whiteShare * double(count));
}

} // namespace

HaloText &haloText()
{
    thread_local std::unique_ptr<HaloText> text;
    if (!text) {
        text = std::make_unique<HaloText>();
        // It holds fonts, which must not outlive the application object.
        if (qApp && QThread::currentThread() == qApp->thread())
            qAddPostRoutine([] { text.reset(); });
    }
    return *text;
}

void Canvas::text(const QRectF &box, const Block &block, bool rightAligned, const QColor &colour)
{
    if (block.empty())
        return;
    const bool bright = isBright(box);
    if (bright)
        paintPlate(m_painter, box);
    double y = box.top();
    for (const auto &line : block) {
        const double x = rightAligned ? box.right() - haloText().width(line.text, line.font) : box.left();
        haloText().draw(m_painter, {x, y}, line.text, line.font, colour,
                        bright ? HaloText::Style::Plain : HaloText::Style::Halo);
        y += overlayLinePx;
    }
}

bool Canvas::isBright(const QRectF &box) const
{
    return isBrightUnder(m_under, box, m_area);
}

void paintPlate(QPainter &painter, const QRectF &box)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(plateColour);
    painter.drawRoundedRect(box.adjusted(-7, -3, 7, 3), 4, 4);
    painter.restore();
}

} // namespace consilium::render2d
