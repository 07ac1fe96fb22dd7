#include "viewer/render2d/FusionPainter.h"

#include "viewer/imaging/ColourMaps.h"
#include "viewer/render2d/OverlayFormat.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace consilium::render2d
{

using namespace Qt::StringLiterals;
using imaging::FusionRefusal;

namespace
{

// The collector of texts takes the context from here.
class Text
{
    Q_DECLARE_TR_FUNCTIONS(Fusion)
};

/// By bilinear interpolation of what there is; NaN where the nearest pixel has no value or lies outside.
float valueAt(const imaging::ValueImage &image, double column, double row)
{
    constexpr float none = std::numeric_limits<float>::quiet_NaN();
    if (!(column >= -0.5 && row >= -0.5 && column < image.columns - 0.5 && row < image.rows - 0.5))
        return none;
    if (!std::isfinite(image.at(int(row + 0.5), int(column + 0.5))))
        return none;
    const double x = std::clamp(column, 0.0, image.columns - 1.0), y = std::clamp(row, 0.0, image.rows - 1.0);
    const int left = int(x), top = int(y);
    const int right = std::min(left + 1, image.columns - 1), bottom = std::min(top + 1, image.rows - 1);
    const double dx = x - left, dy = y - top;
    double sum = 0.0, share = 0.0;
    const auto add = [&](int r, int c, double weight) {
        const float value = image.at(r, c);
        if (weight <= 0.0 || !std::isfinite(value))
            return;
        sum += weight * double(value);
        share += weight;
    };
    add(top, left, (1.0 - dx) * (1.0 - dy));
    add(top, right, dx * (1.0 - dy));
    add(bottom, left, (1.0 - dx) * dy);
    add(bottom, right, dx * dy);
    return share > 0.0 ? float(sum / share) : none;
}

/// Where a device row or column lies along one axis of the image, for pictures that are not turned.
struct Along {
    int first = 0, second = 0;
    float share = 0.0F; ///< on the way from the first to the second
    bool isInside = false;
};
std::vector<Along> alongAxis(double from, double step, int count, int size)
{
    std::vector<Along> all(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) {
        const double at = from + step * i;
        const double held = std::clamp(at, 0.0, size - 1.0);
        const int first = int(held);
        all[std::size_t(i)] = {first, std::min(first + 1, size - 1), float(held - first),
                               at >= -0.5 && at < size - 0.5};
    }
    return all;
}

/// The values at device pixels: quick where there are no holes, as valueAt() beside them.
class Sampled
{
public:
    Sampled(const imaging::ValueImage &image, const imaging::PixelMap &map, int width, int height)
        : m_image(image), m_map(map), m_isUpright(map[1] == 0.0 && map[3] == 0.0)
    {
        if (!m_isUpright)
            return;
        m_columns = alongAxis(map[2], map[0], width, image.columns);
        m_rows = alongAxis(map[5], map[4], height, image.rows);
    }
    [[nodiscard]] float at(int x, int y) const
    {
        if (m_isUpright) {
            const Along &c = m_columns[std::size_t(x)], &r = m_rows[std::size_t(y)];
            if (!c.isInside || !r.isInside)
                return std::numeric_limits<float>::quiet_NaN();
            const float above = mixed(m_image.at(r.first, c.first), m_image.at(r.first, c.second), c.share);
            const float below = mixed(m_image.at(r.second, c.first), m_image.at(r.second, c.second), c.share);
            if (const float value = mixed(above, below, r.share); std::isfinite(value))
                return value;
        }
        return valueAt(m_image, m_map[0] * x + m_map[1] * y + m_map[2], m_map[3] * x + m_map[4] * y + m_map[5]);
    }

private:
    [[nodiscard]] static float mixed(float a, float b, float share) { return a + (b - a) * share; }

    const imaging::ValueImage &m_image;
    const imaging::PixelMap &m_map;
    bool m_isUpright;
    std::vector<Along> m_columns, m_rows;
};

QRgb blended(QRgb under, QRgb over, int opacity)
{
    const auto mix = [opacity](int a, int b) { return (a * (256 - opacity) + b * opacity + 128) >> 8; };
    return qRgb(mix(qRed(under), qRed(over)), mix(qGreen(under), qGreen(over)), mix(qBlue(under), qBlue(over)));
}

} // namespace

void drawFusion(QImage &target, const FusionLayer &layer, const imaging::PixelMap &map)
{
    if (!layer.values || !(layer.high > layer.low) || !(layer.opacity > 0.0))
        return;
    const auto &colours = imaging::coloursOf(layer.map);
    const int opacity = int(std::lround(std::clamp(layer.opacity, 0.0, 1.0) * 256.0));
    const double levels = 255.0 / (layer.high - layer.low);
    const double least = layer.threshold.value_or(std::numeric_limits<double>::lowest());
    const Sampled values(*layer.values, map, target.width(), target.height());
    for (int y = 0; y < target.height(); ++y) {
        auto *const line = reinterpret_cast<QRgb *>(target.scanLine(y));
        for (int x = 0; x < target.width(); ++x) {
            const float value = values.at(x, y);
            if (!std::isfinite(value) || double(value) < least)
                continue;
            const double level = std::clamp((double(value) - layer.low) * levels, 0.0, 255.0);
            line[x] = blended(line[x], colours[std::size_t(level + 0.5)], opacity);
        }
    }
}

QString refusalName(FusionRefusal refusal)
{
    switch (refusal) {
    case FusionRefusal::None:
        return u"None"_s;
    case FusionRefusal::NotThere:
        return u"NotThere"_s;
    case FusionRefusal::Itself:
        return u"Itself"_s;
    case FusionRefusal::NotGrey:
        return u"NotGrey"_s;
    case FusionRefusal::NoPlace:
        return u"NoPlace"_s;
    case FusionRefusal::OtherPatient:
        return u"OtherPatient"_s;
    case FusionRefusal::OtherFrame:
        return u"OtherFrame"_s;
    case FusionRefusal::Irregular:
        return u"Irregular"_s;
    case FusionRefusal::Mixed:
        return u"Mixed"_s;
    case FusionRefusal::TooLarge:
        break;
    }
    return u"TooLarge"_s;
}

QString refusalText(FusionRefusal refusal)
{
    switch (refusal) {
    case FusionRefusal::None:
        return {};
    case FusionRefusal::NotThere:
        return Text::tr("the series is not there (yet)");
    case FusionRefusal::Itself:
        return Text::tr("it is the series that is shown");
    case FusionRefusal::NotGrey:
        return Text::tr("images in colour");
    case FusionRefusal::NoPlace:
        return Text::tr("place in the patient unknown");
    case FusionRefusal::OtherPatient:
        return Text::tr("another patient, or not confirmed as the same one");
    case FusionRefusal::OtherFrame:
        return Text::tr("another frame of reference");
    case FusionRefusal::Irregular:
        return Text::tr("its slices are not evenly spaced");
    case FusionRefusal::Mixed:
        return Text::tr("its slices differ in size, spacing or unit");
    case FusionRefusal::TooLarge:
        break;
    }
    return Text::tr("more slices than fit into memory");
}

QString fusionText(const ShownFusion &fusion)
{
    const QString separator = u" · "_s;
    if (fusion.refusal != FusionRefusal::None)
        return Text::tr("Not fused with %1: %2").arg(fusion.name, refusalText(fusion.refusal));
    if (fusion.isOverSlab)
        return Text::tr("Not fused with %1: a slab is shown").arg(fusion.name);
    if (!fusion.suvRefusal.isEmpty())
        return Text::tr("Not fused with %1: no SUV, %2").arg(fusion.name, fusion.suvRefusal);
    const FusionLayer &layer = fusion.layer;
    QStringList parts{Text::tr("Fused: %1").arg(fusion.name)};
    if (fusion.isOutside) {
        parts << Text::tr("does not reach this image");
        return parts.join(separator);
    }
    const bool isWindowPartial = fusion.windowSlices < fusion.windowSlicesWanted;
    if (fusion.windowSlicesWanted == 0 || fusion.windowSlices > 0) {
        const QString range = numberText(layer.low) + u" – "_s + numberText(layer.high);
        parts << (fusion.unit.isEmpty() ? range : range + u' ' + fusion.unit);
    }
    if (isWindowPartial)
        parts << Text::tr("window from %1 of %2 slices").arg(fusion.windowSlices).arg(fusion.windowSlicesWanted);
    if (layer.threshold)
        parts << u"≥ "_s + numberText(*layer.threshold);
    parts << Text::tr("%1 %").arg(int(std::lround(layer.opacity * 100.0)));
    if (fusion.isPending)
        parts << Text::tr("on its way");
    else if (fusion.missing > 0)
        parts << Text::tr("%n slice(s) missing", nullptr, fusion.missing);
    return parts.join(separator);
}

std::optional<double> fusedValue(const ShownFusion &fusion, int row, int column)
{
    if (!fusion.isDrawn() || row < 0 || column < 0 || row >= fusion.layer.values->rows ||
        column >= fusion.layer.values->columns)
        return std::nullopt;
    const float value = fusion.layer.values->at(row, column);
    return std::isfinite(value) ? std::optional<double>(value) : std::nullopt;
}

} // namespace consilium::render2d
