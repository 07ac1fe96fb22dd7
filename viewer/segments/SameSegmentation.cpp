#include "viewer/segments/SameSegmentation.h"

#include <algorithm>
#include <tuple>

namespace consilium::segments
{

namespace
{

auto named(const Segment &s)
{
    return std::tie(s.number, s.label, s.description, s.category, s.type, s.algorithm, s.colour, s.isColourGiven,
                    s.frameOfReference, s.lost);
}

auto placed(const dicom::FrameGeometry &g)
{
    return std::tie(g.rows, g.columns, g.spacing, g.aspectRowsToColumns, g.frameOfReference, g.position, g.alongRow,
                    g.alongColumn, g.rowLetters, g.columnLetters);
}

auto valuesOf(const MaskPiece &m)
{
    return std::tie(m.segment, m.frame, m.sources, m.top, m.left, m.rows, m.columns, m.values);
}

auto valuesOf(const Contour &c)
{
    return std::tie(c.segment, c.kind, c.points, c.sources);
}

auto valuesOf(const Flaw &f)
{
    return std::tie(f.kind, f.segment, f.sources, f.points);
}

auto whatItIs(const Segmentation &s)
{
    return std::tie(s.kind, s.study, s.series, s.sop, s.patient, s.header.number, s.header.modality,
                    s.header.description, s.header.bodyPart, s.label, s.description, s.frameOfReference,
                    s.maximumFraction, s.fraction, s.unreadable);
}

template<class T, class Alike>
bool areAlike(const std::vector<T> &a, const std::vector<T> &b, Alike alike)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), alike);
}

} // namespace

bool holdTheSame(const Segmentation &a, const Segmentation &b)
{
    const auto sameValues = [](const auto &x, const auto &y) { return valuesOf(x) == valuesOf(y); };
    return whatItIs(a) == whatItIs(b) &&
           areAlike(a.segments, b.segments, [](const Segment &x, const Segment &y) { return named(x) == named(y); }) &&
           areAlike(a.flaws, b.flaws, sameValues) && areAlike(a.contours, b.contours, sameValues) &&
           areAlike(a.pieces, b.pieces, [&](const MaskPiece &x, const MaskPiece &y) {
               return placed(x.geometry) == placed(y.geometry) && sameValues(x, y);
           });
}

} // namespace consilium::segments
