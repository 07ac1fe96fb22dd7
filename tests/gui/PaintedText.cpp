#include "tests/gui/PaintedText.h"

#include <QFontMetricsF>
#include <QPaintDevice>
#include <QPaintEngine>
#include <QPainter>
#include <QWidget>

#include <algorithm>

namespace consilium::test
{
namespace
{

/// Draws nothing and keeps what is written.
class TextKeeper final : public QPaintEngine
{
public:
    explicit TextKeeper(std::vector<PaintedText> &texts) : QPaintEngine(AllFeatures), m_texts(texts) {}
    bool begin(QPaintDevice *) override { return true; }
    bool end() override { return true; }
    void updateState(const QPaintEngineState &) override {}
    void drawPixmap(const QRectF &, const QPixmap &, const QRectF &) override {}
    void drawImage(const QRectF &, const QImage &, const QRectF &, Qt::ImageConversionFlags) override {}
    void drawTiledPixmap(const QRectF &, const QPixmap &, const QPointF &) override {}
    void drawPath(const QPainterPath &) override {}
    void drawPolygon(const QPointF *, int, PolygonDrawMode) override {}
    void drawPolygon(const QPoint *, int, PolygonDrawMode) override {}
    void drawRects(const QRectF *, int) override {}
    void drawRects(const QRect *, int) override {}
    void drawLines(const QLineF *, int) override {}
    void drawLines(const QLine *, int) override {}
    void drawEllipse(const QRectF &) override {}
    void drawPoints(const QPointF *, int) override {}
    void drawTextItem(const QPointF &at, const QTextItem &item) override
    {
        const QTransform place = painter()->deviceTransform();
        PaintedText text;
        text.text = item.text();
        // A space at the end of a wrapped line may hang over.
        QString inked = text.text;
        while (!inked.isEmpty() && inked.back().isSpace())
            inked.chop(1);
        const double hanging = QFontMetricsF(item.font()).horizontalAdvance(text.text.mid(inked.size()));
        text.box = place.mapRect(QRectF(at.x(), at.y() - item.ascent(), std::max(0.0, item.width() - hanging),
                                        item.ascent() + item.descent()));
        text.seen = text.box;
        if (const QRegion outer = systemClip(); !outer.isEmpty())
            text.seen &= outer.boundingRect();
        if (painter()->hasClipping())
            text.seen &= place.mapRect(painter()->clipBoundingRect());
        m_texts.push_back(text);
    }
    Type type() const override { return User; }

private:
    std::vector<PaintedText> &m_texts;
};

/// A sheet of the widget's size, one pixel a logical pixel.
class Sheet final : public QPaintDevice
{
public:
    Sheet(QSize size, std::vector<PaintedText> &texts) : m_size(size), m_engine(texts) {}
    QPaintEngine *paintEngine() const override { return &m_engine; }

protected:
    int metric(PaintDeviceMetric metric) const override
    {
        constexpr int dpi = 96;
        switch (metric) {
        case PdmWidth:
            return m_size.width();
        case PdmHeight:
            return m_size.height();
        case PdmWidthMM:
            return m_size.width() * 254 / dpi / 10;
        case PdmHeightMM:
            return m_size.height() * 254 / dpi / 10;
        case PdmNumColors:
            return 1 << 24;
        case PdmDepth:
            return 32;
        case PdmDpiX:
        case PdmDpiY:
        case PdmPhysicalDpiX:
        case PdmPhysicalDpiY:
            return dpi;
        case PdmDevicePixelRatio:
            return 1;
        case PdmDevicePixelRatioScaled:
            return int(devicePixelRatioFScale());
        default:
            return QPaintDevice::metric(metric);
        }
    }

private:
    QSize m_size;
    mutable TextKeeper m_engine;
};

} // namespace

std::vector<PaintedText> paintedTexts(QWidget &widget)
{
    std::vector<PaintedText> texts;
    Sheet sheet(widget.size(), texts);
    widget.render(&sheet, QPoint(), QRegion(), QWidget::RenderFlags());
    return texts;
}

} // namespace consilium::test
