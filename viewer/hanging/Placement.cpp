#include "viewer/hanging/Placement.h"

#include <algorithm>
#include <cmath>

namespace consilium::hanging
{

using namespace Qt::StringLiterals;

namespace
{

QChar opposite(QChar letter)
{
    static constexpr QStringView pairs = u"LRAPHF";
    const auto at = pairs.indexOf(letter);
    return at < 0 ? QChar() : pairs[at ^ 1];
}

/// Letters towards the right and the lower edge of the screen, after the turn.
Directions turned(Directions d, const session::Orientation &turn)
{
    if (turn.flipped)
        d.alongRow = opposite(d.alongRow);
    for (int quarter = 0; quarter < int(turn.rotationDeg) / 90; ++quarter)
        d = {opposite(d.alongColumn), d.alongRow}; // clockwise: what was up is at the right
    return d;
}

bool isMet(const Directions &onScreen, const EdgeWish &wish)
{
    return (wish.left.isNull() || opposite(onScreen.alongRow) == wish.left) &&
           (wish.top.isNull() || opposite(onScreen.alongColumn) == wish.top);
}

bool isSideways(const session::Orientation &turn)
{
    return int(turn.rotationDeg) / 90 % 2 != 0;
}

} // namespace

std::optional<Directions> directionsOf(const dicom::FrameGeometry &geometry)
{
    if (!geometry.hasSides())
        return std::nullopt;
    const QString row = geometry.isOriented() ? dicom::orientationLetters(*geometry.alongRow) : geometry.rowLetters;
    const QString column =
        geometry.isOriented() ? dicom::orientationLetters(*geometry.alongColumn) : geometry.columnLetters;
    const QString letters = u"LRAPHF"_s;
    if (row.isEmpty() || column.isEmpty() || !letters.contains(row.front()) || !letters.contains(column.front()))
        return std::nullopt;
    return Directions{row.front(), column.front()};
}

std::optional<session::Orientation> orientationFor(const dicom::FrameGeometry &geometry, const EdgeWish &wish)
{
    const auto directions = directionsOf(geometry);
    if (!directions)
        return std::nullopt;
    const bool mayMirror = !wish.left.isNull() && !wish.top.isNull();
    for (const bool flipped : {false, true}) {
        for (int quarter = 0; quarter < 4 && (mayMirror || !flipped); ++quarter) {
            const session::Orientation turn{quarter * 90.0, flipped};
            if (isMet(turned(*directions, turn), wish))
                return turn;
        }
    }
    return std::nullopt;
}

std::optional<EdgeWish> breastEdges(const QString &laterality, const QString &view, Side side)
{
    if (laterality != "L"_L1 && laterality != "R"_L1)
        return std::nullopt;
    static const QStringList fromAbove{u"CC"_s, u"XCC"_s, u"XCCL"_s, u"XCCM"_s, u"CV"_s},
        fromAside{u"MLO"_s, u"ML"_s, u"LM"_s, u"LMO"_s};
    EdgeWish wish;
    wish.left = side == Side::Left ? u'P' : u'A';
    if (fromAbove.contains(view))
        wish.top = laterality.front(); // outwards is to that side
    else if (fromAside.contains(view))
        wish.top = u'H';
    else
        return std::nullopt;
    return wish;
}

Extent extentOf(const dicom::FrameGeometry &geometry, const session::Orientation &turn)
{
    Extent extent{double(geometry.columns), double(geometry.rows), session::SpanUnit::ImagePixels};
    if (geometry.spacing.isKnown()) {
        extent = {geometry.columns * geometry.spacing.betweenColumnsMm, geometry.rows * geometry.spacing.betweenRowsMm,
                  session::SpanUnit::Millimetres};
    } else if (geometry.aspectRowsToColumns > 0.0) {
        extent.height *= geometry.aspectRowsToColumns;
    }
    if (isSideways(turn))
        std::swap(extent.width, extent.height);
    return extent;
}

double fittingScale(const Extent &extent, const CellSize &cell)
{
    return std::max(extent.width / cell.widthPx, extent.height / cell.heightPx);
}

session::ZoomPan placed(const Extent &extent, const session::Orientation &turn, const CellSize &cell, double unitsPerPx,
                        std::optional<Side> side)
{
    session::ZoomPan zoom{extent.unit, unitsPerPx * std::min(cell.widthPx, cell.heightPx), 0.0, 0.0};
    if (!side)
        return zoom;
    // How far right of the image's middle the middle of the cell lies.
    const double beside = (cell.widthPx * unitsPerPx - extent.width) / 2.0;
    const double right = *side == Side::Left ? beside : -beside;
    // The screen's right, seen from the image: the turn undone, then the mirror.
    const int quarter = int(turn.rotationDeg) / 90 % 4;
    const double cosine = quarter == 0 ? 1.0 : quarter == 2 ? -1.0 : 0.0;
    const double sine = quarter == 1 ? 1.0 : quarter == 3 ? -1.0 : 0.0;
    zoom.offsetAlongRow = right * cosine * (turn.flipped ? -1.0 : 1.0);
    zoom.offsetAlongColumn = -right * sine;
    return zoom;
}

} // namespace consilium::hanging
