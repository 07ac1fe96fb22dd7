#include "viewer/render2d/ReferenceLines.h"

#include "viewer/render2d/HaloText.h"
#include "viewer/render2d/OverlayColours.h"

#include <QLineF>
#include <QPainter>

#include <cmath>

namespace consilium::render2d
{

namespace
{

constexpr QColor casing(0, 0, 0, 191);
constexpr double numberAt = 0.62; // of the way from left to right: clear of corners and scale bar

void addLine(std::vector<ReferenceLine> &lines, ReferenceLine::Kind kind, const dicom::DataSet &stack, int index,
             const dicom::Instance &shown, const session::AlignmentMap &alignments, const dicom::StudyPairs &pairs)
{
    const dicom::Instance &cutting = *stack.slices[std::size_t(index)];
    const auto relation =
        session::relationBetween(alignments, cutting.geometry.frameOfReference, shown.geometry.frameOfReference);
    if (!relation || !dicom::isSamePatient(cutting, shown, pairs))
        return;
    const auto cut = relation->isComputed
                         ? dicom::cutOf(dicom::moved(cutting.geometry, relation->transform), shown.geometry)
                         : dicom::cutOf(cutting.geometry, shown.geometry);
    if (cut)
        lines.push_back({kind, *cut, index + 1, {}, relation->isComputed});
}

/// The last image in one direction that is parallel to image `index`: a scout at the end of a stack is no end of it.
int endOf(const dicom::DataSet &stack, int index, bool last)
{
    const auto normal = stack.slices[std::size_t(index)]->geometry.normal();
    const int count = int(stack.slices.size());
    for (int step = 0; step < count && normal; ++step) {
        const int at = last ? count - 1 - step : step;
        const auto other = stack.slices[std::size_t(at)]->geometry.normal();
        if (other && dicom::areParallel(*normal, *other))
            return at;
    }
    return index;
}

void paintNumber(QPainter &painter, HaloText &halo, const QRectF &area, QPointF at, int slice)
{
    const QString text = QString::number(slice);
    const double width = halo.width(text, OverlayFont::Text);
    const double x = std::clamp(at.x() + 4.0, area.left() + 2.0, area.right() - width - 2.0);
    const double y = std::clamp(at.y() - overlayLinePx, area.top() + 2.0, area.bottom() - overlayLinePx - 2.0);
    halo.draw(painter, {x, y}, text, OverlayFont::Text, referenceColour, HaloText::Style::Halo);
}

} // namespace

std::vector<ReferenceLine> referenceLines(const dicom::DataSet &stack, int index, const dicom::Instance &shown,
                                          bool withEnds, const session::AlignmentMap &alignments,
                                          const dicom::StudyPairs &pairs)
{
    std::vector<ReferenceLine> lines;
    if (index < 0 || index >= int(stack.slices.size()))
        return lines;
    if (withEnds) {
        const int first = endOf(stack, index, false), last = endOf(stack, index, true);
        if (first != index)
            addLine(lines, ReferenceLine::Kind::First, stack, first, shown, alignments, pairs);
        if (last != index && last != first)
            addLine(lines, ReferenceLine::Kind::Last, stack, last, shown, alignments, pairs);
    }
    addLine(lines, ReferenceLine::Kind::Current, stack, index, shown, alignments, pairs); // on top of the others
    return lines;
}

void paintReferenceLines(QPainter &painter, const QRectF &area, const std::vector<ReferenceLine> &lines,
                         const imaging::ViewTransform &transform)
{
    if (lines.empty())
        return;
    thread_local HaloText halo;
    painter.save();
    painter.setClipRect(area, Qt::IntersectClip);
    painter.setRenderHint(QPainter::Antialiasing);
    for (const ReferenceLine &line : lines) {
        const ScreenPoint a = transform.toScreen(line.inImage.from), b = transform.toScreen(line.inImage.to);
        const QLineF drawn(area.topLeft() + QPointF(a.x, a.y), area.topLeft() + QPointF(b.x, b.y));
        const bool isEnd = line.kind != ReferenceLine::Kind::Current;
        painter.setPen(QPen(casing, 3.6, Qt::SolidLine, Qt::FlatCap));
        painter.drawLine(drawn);
        QPen pen(referenceColour, isEnd ? 1.2 : 1.6, Qt::SolidLine, Qt::FlatCap);
        if (isEnd)
            pen.setDashPattern({5.0, 4.0});
        painter.setPen(pen);
        painter.drawLine(drawn);
        if (isEnd)
            paintNumber(painter, halo, area, drawn.pointAt(drawn.p1().x() < drawn.p2().x() ? numberAt : 1.0 - numberAt),
                        line.slice);
    }
    painter.restore();
}

void paintSpaceCursor(QPainter &painter, const QRectF &area, ImagePoint at, bool isInPicture,
                      const imaging::ViewTransform &transform)
{
    constexpr double gapPx = 7.0, armPx = 22.0;
    const ScreenPoint place = transform.toScreen(at);
    const QPointF centre = area.topLeft() + QPointF(place.x, place.y);
    painter.save();
    painter.setClipRect(area, Qt::IntersectClip);
    painter.setRenderHint(QPainter::Antialiasing);
    QPen pen(referenceColour, 1.6, Qt::SolidLine, Qt::FlatCap);
    if (!isInPicture)
        pen.setDashPattern({2.0, 2.0});
    for (const QPen &drawn : {QPen(casing, 3.6, Qt::SolidLine, Qt::FlatCap), pen}) {
        painter.setPen(drawn);
        for (const QPointF way : {QPointF(1, 0), QPointF(-1, 0), QPointF(0, 1), QPointF(0, -1)})
            painter.drawLine(centre + way * gapPx, centre + way * armPx);
    }
    painter.restore();
}

} // namespace consilium::render2d
