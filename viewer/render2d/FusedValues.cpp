#include "viewer/render2d/FusedValues.h"

#include "viewer/imaging/FusedStatistics.h"
#include "viewer/render2d/OverlayFormat.h"

#include <QCoreApplication>

#include <cmath>

namespace consilium::render2d
{

using namespace Qt::StringLiterals;

namespace
{

// The collector of texts takes the context from here.
class Text
{
    Q_DECLARE_TR_FUNCTIONS(Overlay)
};

/// A label has room for a short name; the modality stands first in it.
QString shortName(const ShownFusion &fusion)
{
    constexpr qsizetype longest = 24;
    const QString name = fusion.name.simplified();
    if (name.size() <= longest)
        return name;
    return name.left(name[longest - 2].isHighSurrogate() ? longest - 2 : longest - 1) + u'…';
}

QString lineOf(const ShownFusion &fusion, const QString &said)
{
    //: %1: a series that lies over the image, %2: what it says within a region
    return Text::tr("+ %1: %2").arg(shortName(fusion), said);
}

/// Why there is no SUV, where that is all that keeps the series from being drawn; empty: there is one, or none is asked
/// for.
QString noSuvLine(const ShownFusion &fusion)
{
    if (fusion.refusal != imaging::FusionRefusal::None || fusion.isOverSlab || fusion.suvRefusal.isEmpty())
        return {};
    return lineOf(fusion, Text::tr("no SUV: %1").arg(fusion.suvRefusal));
}

/// Of means, one decimal at least.
QString meanText(double value)
{
    return std::abs(value) >= 10.0 ? numberText(value, 1) : numberText(value);
}

void writeFigures(MarkValues &values, const imaging::RoiStatistics &statistics, const QString &unit)
{
    const auto add = [&values](Figure figure, std::optional<double> value, const QString &of) {
        if (value && std::isfinite(*value))
            values.figures.push_back({figure, *value, of});
    };
    add(Figure::FusedMean, statistics.mean, unit);
    add(Figure::FusedDeviation, statistics.deviation, unit);
    add(Figure::FusedMinimum, statistics.minimum, unit);
    add(Figure::FusedMaximum, statistics.maximum, unit);
    add(Figure::FusedCount, double(statistics.count), QString());
}

/// The figures are those of a part of the region.
bool reachesBeyond(const imaging::RoiStatistics &statistics)
{
    return !statistics.outside || *statistics.outside > 0;
}

} // namespace

void addFusedStatistics(MarkValues &values, const imaging::Region &region, const OverlayInput &input)
{
    if (!input.fusion)
        return;
    const ShownFusion &fusion = *input.fusion;
    if (const QString line = noSuvLine(fusion); !line.isEmpty())
        values.lines << line;
    if (fusion.isRefused() || fusion.isOutside)
        return;
    if (!fusion.isDrawn() || !fusion.voxels) {
        values.lines << lineOf(fusion, u"—"_s);
        return;
    }
    const auto statistics = imaging::voxelStatistics(region, *fusion.voxels);
    const bool isBeyond = reachesBeyond(statistics);
    const QString beyond = lineOf(fusion, Text::tr("reaches beyond the series or the image"));
    if (!statistics.mean || !statistics.deviation || !statistics.minimum || !statistics.maximum) {
        values.lines << lineOf(fusion, statistics.leftOut > 0 ? Text::tr("no voxel with a value")
                                                              : Text::tr("no centre of a voxel lies inside"));
        if (isBeyond)
            values.lines << beyond;
        return;
    }
    const auto withUnit = [&fusion](const QString &text) {
        return fusion.unit.isEmpty() ? text : text + u' ' + fusion.unit;
    };
    writeFigures(values, statistics, fusion.unit);
    values.isFusedPartial = fusion.isPartial() || isBeyond;
    values.lines << lineOf(
        fusion,
        (values.isFusedPartial ? u"≈ "_s : QString()) +
            Text::tr("mean %1 · SD %2").arg(withUnit(meanText(*statistics.mean)), meanText(*statistics.deviation)));
    QString extremes =
        Text::tr("min %1 · max %2").arg(numberText(*statistics.minimum), withUnit(numberText(*statistics.maximum)));
    extremes += u" · "_s + Text::tr("%n voxels", nullptr, int(statistics.count));
    values.lines << lineOf(fusion, extremes);
    if (statistics.leftOut > 0)
        values.lines << lineOf(fusion,
                               Text::tr("%n voxels without a value left out", nullptr, int(statistics.leftOut)));
    if (isBeyond)
        values.lines << beyond;
}

void addFusedValue(MarkValues &values, const OverlayInput &input, const Sample &sample)
{
    if (!input.fusion)
        return;
    if (const QString line = noSuvLine(*input.fusion); !line.isEmpty())
        values.lines << line;
    const auto value = fusedValue(*input.fusion, sample.row, sample.column);
    if (!value)
        return;
    values.lines << fusedSampleText(input, sample).trimmed();
    values.figures.push_back({Figure::FusedValue, *value, input.fusion->unit});
}

} // namespace consilium::render2d
