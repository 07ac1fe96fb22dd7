#include "viewer/render2d/HaloText.h"

#include <QCache>
#include <QFontMetricsF>
#include <QGlyphRun>
#include <QPaintDevice>
#include <QPainter>
#include <QPainterPath>
#include <QRawFont>
#include <QTextLayout>

#include <cmath>
#include <memory>

namespace consilium::render2d
{

using namespace Qt::StringLiterals;

namespace
{

constexpr double haloWidthPx = 2.5;
constexpr int haloAlpha = 235; // 92 %
constexpr int marginPx = 2;    // half the halo, and a pixel for antialiasing

/// One glyph of a laid-out line.
struct PlacedGlyph {
    int rawFont = 0; ///< index into Private::rawFonts
    quint32 glyph = 0;
    double x = 0.0, baseline = 0.0;
};

struct Line {
    std::vector<PlacedGlyph> glyphs;
    double width = 0.0;
};

struct Sprite {
    QImage halo, fill; ///< null for a glyph without an outline (space)
    QPoint offset;     ///< of the images' corner from the glyph's origin, device pixels
};

struct SpriteKey {
    int rawFont = 0;
    quint32 glyph = 0;
    int ratio = 0; ///< device pixel ratio x 64
    int phase = 0; ///< quarter of a device pixel, horizontally
    QRgb colour = 0;
    bool operator==(const SpriteKey &) const = default;
};

size_t qHash(const SpriteKey &key, size_t seed)
{
    return qHashMulti(seed, key.rawFont, key.glyph, key.ratio, key.phase, key.colour);
}

struct LineKey {
    QString text;
    OverlayFont font = OverlayFont::Text;
    bool operator==(const LineKey &) const = default;
};

size_t qHash(const LineKey &key, size_t seed)
{
    return qHashMulti(seed, key.text, int(key.font));
}

Sprite makeSprite(const QRawFont &font, const SpriteKey &key)
{
    const double ratio = key.ratio / 64.0;
    QPainterPath path = font.pathForGlyph(key.glyph);
    if (path.isEmpty())
        return {};
    path = QTransform::fromScale(ratio, ratio).map(path).translated(key.phase / 4.0, 0.0);
    const double margin = marginPx * ratio;
    const QRect box = path.boundingRect().adjusted(-margin, -margin, margin, margin).toAlignedRect();
    Sprite sprite;
    sprite.offset = box.topLeft();
    const auto paint = [&](const auto &draw) {
        QImage image(box.size(), QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.translate(-box.topLeft());
        draw(painter);
        return image;
    };
    sprite.halo = paint([&](QPainter &painter) {
        const QPen pen(QColor(0, 0, 0, haloAlpha), haloWidthPx * ratio, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
        painter.strokePath(path, pen);
    });
    sprite.fill = paint([&](QPainter &painter) { painter.fillPath(path, QColor::fromRgba(key.colour)); });
    return sprite;
}

} // namespace

QFont overlayFont(OverlayFont font)
{
    QFont f;
    f.setFamilies({u"Inter"_s, u"Noto Sans CJK SC"_s, u"Noto Sans CJK TC"_s});
    f.setPixelSize(font == OverlayFont::Text ? 13 : 14);
    f.setWeight(font == OverlayFont::Text ? QFont::Medium : QFont::DemiBold);
    f.setHintingPreference(QFont::PreferNoHinting);
    f.setStyleStrategy(QFont::PreferAntialias);
    return f;
}

struct HaloText::Private {
    std::vector<QRawFont> rawFonts;
    std::array<double, 3> digitWidths{};
    QCache<LineKey, Line> lines{4096};
    QCache<SpriteKey, Sprite> sprites{4 << 20}; // cost in bytes

    int indexOf(const QRawFont &font)
    {
        for (std::size_t i = 0; i < rawFonts.size(); ++i) {
            if (rawFonts[i] == font)
                return int(i);
        }
        rawFonts.push_back(font);
        return int(rawFonts.size()) - 1;
    }

    void addSpan(Line &line, const QString &span, const QFont &font, double cellWidth);
    [[nodiscard]] double digitWidth(OverlayFont font);
    const Line &line(const QString &text, OverlayFont font);
    const Sprite &sprite(const SpriteKey &key);
};

/// Appends a span; with a cell width (> 0) it is centred in that much room.
void HaloText::Private::addSpan(Line &line, const QString &span, const QFont &font, double cellWidth)
{
    QTextLayout layout(span, font);
    layout.beginLayout();
    QTextLine textLine = layout.createLine();
    if (textLine.isValid())
        textLine.setLineWidth(1e6);
    layout.endLayout();
    if (!textLine.isValid())
        return;
    const double width = textLine.naturalTextWidth();
    const double left = line.width + (cellWidth > 0.0 ? (cellWidth - width) / 2.0 : 0.0);
    // Fallback fonts have other ascents: the baseline is that of the line box, the same for all spans.
    const double baseline = std::round(overlayLinePx * 0.72);
    for (const QGlyphRun &run : layout.glyphRuns()) {
        const int rawFont = indexOf(run.rawFont());
        const auto indexes = run.glyphIndexes();
        const auto positions = run.positions();
        for (qsizetype i = 0; i < indexes.size(); ++i)
            line.glyphs.push_back(
                {rawFont, indexes[i], left + positions[i].x(), baseline + positions[i].y() - textLine.ascent()});
    }
    line.width += cellWidth > 0.0 ? cellWidth : width;
}

double HaloText::Private::digitWidth(OverlayFont font)
{
    double &width = digitWidths[std::size_t(font)];
    if (width == 0.0) {
        const QFontMetricsF metrics(overlayFont(font));
        for (char16_t digit = u'0'; digit <= u'9'; ++digit)
            width = std::max(width, metrics.horizontalAdvance(QChar(digit)));
    }
    return width;
}

const Line &HaloText::Private::line(const QString &text, OverlayFont font)
{
    const LineKey key{text, font};
    if (const Line *known = lines.object(key))
        return *known;
    // Qt 6.4 cannot ask a font for its tabular figures: each digit gets a cell of the widest one's width.
    const QFont f = overlayFont(font);
    const auto isDigit = [&](qsizetype i) { return text[i] >= u'0' && text[i] <= u'9'; };
    auto line = std::make_unique<Line>();
    for (qsizetype from = 0; from < text.size();) {
        qsizetype to = from + 1;
        while (!isDigit(from) && to < text.size() && !isDigit(to))
            ++to;
        addSpan(*line, text.mid(from, to - from), f, isDigit(from) ? digitWidth(font) : 0.0);
        from = to;
    }
    Line *kept = line.release();
    lines.insert(key, kept);
    return *kept;
}

const Sprite &HaloText::Private::sprite(const SpriteKey &key)
{
    if (const Sprite *known = sprites.object(key))
        return *known;
    auto *sprite = new Sprite(makeSprite(rawFonts[std::size_t(key.rawFont)], key));
    const auto bytes = sprite->halo.sizeInBytes() + sprite->fill.sizeInBytes() + 128;
    sprites.insert(key, sprite, qsizetype(bytes));
    return *sprite;
}

HaloText::HaloText() : d(std::make_unique<Private>()) {}
HaloText::~HaloText() = default;

double HaloText::width(const QString &text, OverlayFont font)
{
    return d->line(text, font).width;
}

void HaloText::draw(QPainter &painter, QPointF topLeft, const QString &text, OverlayFont font, const QColor &fill,
                    Style style)
{
    const Line &line = d->line(text, font);
    // Glyphs are copied pixel by pixel: their places are computed in device pixels, snapped there, and mapped back.
    const QPointF origin = painter.deviceTransform().map(topLeft);
    painter.save();
    painter.setWorldMatrixEnabled(false);
    painter.setViewTransformEnabled(false);
    const QTransform base = painter.deviceTransform();
    const double ratio = base.m11();
    const QTransform back = base.inverted();
    for (const bool halo : {true, false}) {
        if (halo && style == Style::Plain)
            continue;
        for (const PlacedGlyph &glyph : line.glyphs) {
            const double x = std::floor((origin.x() + glyph.x * ratio) * 4.0 + 0.5) / 4.0;
            const double y = std::floor(origin.y() + glyph.baseline * ratio + 0.5);
            const int phase = int(std::lround((x - std::floor(x)) * 4.0));
            const Sprite &sprite =
                d->sprite({glyph.rawFont, glyph.glyph, int(std::lround(ratio * 64.0)), phase, fill.rgba()});
            const QImage &image = halo ? sprite.halo : sprite.fill;
            if (image.isNull())
                continue;
            const QRectF device(std::floor(x) + sprite.offset.x(), y + sprite.offset.y(), image.width(),
                                image.height());
            if (ratio == 1.0)
                painter.drawImage(back.map(device.topLeft()), image);
            else
                painter.drawImage(back.mapRect(device), image);
        }
    }
    painter.restore();
}

} // namespace consilium::render2d
