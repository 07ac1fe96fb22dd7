#include "viewer/tools/DragMarkTool.h"

#include "viewer/tools/MarkPlaces.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace consilium::tools
{

namespace
{

using session::AnnotationKind;

/// Screen pixels of a step along a row and along a column.
ImageVector pixelSides(const imaging::ViewTransform &transform)
{
    const auto &m = transform.matrix();
    return {std::hypot(m[0], m[3]), std::hypot(m[1], m[4])};
}

/// `to` so that the sides from `from` are equally long in the patient, or on the screen where there is no scale.
ImagePoint squared(const ToolContext &context, ImagePoint from, ImagePoint to)
{
    const ImageVector side = pixelSides(*context.transform);
    if (side.columns <= 0.0 || side.rows <= 0.0)
        return to;
    const double wide = (to.column - from.column) * side.columns, high = (to.row - from.row) * side.rows;
    const double both = std::min(std::abs(wide), std::abs(high));
    return {from.column + std::copysign(both, wide) / side.columns, from.row + std::copysign(both, high) / side.rows};
}

/// Two opposite corners of the box that a drag spans.
std::pair<ImagePoint, ImagePoint> box(const ToolContext &context, ImagePoint from, ImagePoint to,
                                      Qt::KeyboardModifiers modifiers)
{
    if (modifiers.testFlag(Qt::ShiftModifier))
        to = squared(context, from, to);
    if (modifiers.testFlag(Qt::ControlModifier))
        from = keptInImage(context.instance->geometry, {2.0 * from.column - to.column, 2.0 * from.row - to.row});
    return {from, to};
}

/// Of the circle that a click makes: on the row to the right, else where there is room.
ImagePoint placeOnCircle(const dicom::FrameGeometry &geometry, ImagePoint centre)
{
    const dicom::PixelSpacing spacing = geometry.spacingBetween(centre, centre);
    const bool isScaled = spacing.isKnown() && spacing.betweenColumnsMm > 0.0 && spacing.betweenRowsMm > 0.0;
    const double columns =
        isScaled ? DragMarkTool::pointRadiusMm / spacing.betweenColumnsMm : DragMarkTool::pointRadiusPx;
    // Down a column as far as along a row, whatever the shape of the pixels.
    const double rows = isScaled ? DragMarkTool::pointRadiusMm / spacing.betweenRowsMm
                                 : columns / std::max(geometry.aspectRowsToColumns, 1e-6);
    const ImagePoint right{centre.column + columns, centre.row};
    for (const ImagePoint &place :
         {right, ImagePoint{centre.column - columns, centre.row}, ImagePoint{centre.column, centre.row + rows},
          ImagePoint{centre.column, centre.row - rows}}) {
        if (isInImage(geometry, place))
            return place;
    }
    return right;
}

std::vector<ImagePoint> spanned(const ToolContext &context, AnnotationKind kind, ImagePoint from, ImagePoint to,
                                Qt::KeyboardModifiers modifiers)
{
    if (kind == AnnotationKind::Rectangle) {
        const auto [a, b] = box(context, from, to, modifiers);
        return {a, b};
    }
    if (kind == AnnotationKind::Ellipse) {
        const auto [a, b] = box(context, from, to, modifiers);
        const ImagePoint centre{(a.column + b.column) / 2.0, (a.row + b.row) / 2.0};
        return {centre, {std::max(a.column, b.column), centre.row}, {centre.column, std::max(a.row, b.row)}};
    }
    if (kind != AnnotationKind::PointRoi && modifiers.testFlag(Qt::ShiftModifier))
        to = snapped(context, from, to);
    return {from, to};
}

/// Wide enough on the screen to be meant.
bool isSomething(const ToolContext &context, AnnotationKind kind, const std::vector<ImagePoint> &handles)
{
    const auto px = [&](std::size_t i) { return screenPx(*context.transform, handles[0], handles[i]); };
    if (kind == AnnotationKind::Rectangle) {
        const ImageVector side = pixelSides(*context.transform);
        return std::abs(handles[1].column - handles[0].column) * side.columns >= 1.0 &&
               std::abs(handles[1].row - handles[0].row) * side.rows >= 1.0;
    }
    return kind == AnnotationKind::Ellipse ? px(1) >= 1.0 && px(2) >= 1.0 : px(1) >= 1.0;
}

} // namespace

std::vector<session::Action> DragMarkTool::down(const ToolContext &context, const PointerEvent &event, ImagePoint at)
{
    m_isFirstPress = !m_from;
    m_isDown = true;
    m_pressedAt = m_lastAt = event.at;
    if (m_isFirstPress) {
        m_from = at;
        m_handles = kind() == session::AnnotationKind::PointRoi
                        ? std::vector<ImagePoint>{at, placeOnCircle(context.instance->geometry, at)}
                        : spanned(context, kind(), at, at, {});
        show(context, m_handles, kind() == session::AnnotationKind::PointRoi);
    } else {
        stretch(context, event, at);
    }
    return {};
}

std::vector<session::Action> DragMarkTool::moved(const ToolContext &context, const PointerEvent &event, ImagePoint at)
{
    m_lastAt = event.at;
    const bool isStill = m_isDown && m_isFirstPress && screenPx(m_pressedAt, event.at) <= clickSlackPx;
    if (!isStill)
        stretch(context, event, at);
    return {};
}

std::vector<session::Action> DragMarkTool::up(const ToolContext &context, const PointerEvent &event, ImagePoint at)
{
    if (!std::exchange(m_isDown, false)) // the press was beside the image
        return {};
    const bool isClick = screenPx(m_pressedAt, event.at) <= clickSlackPx;
    if (m_isFirstPress && isClick)
        return kind() == session::AnnotationKind::PointRoi ? done(context, m_handles) : Actions();
    if (m_lastAt != event.at)
        stretch(context, event, at);
    if (isSomething(context, kind(), m_handles)) {
        m_wantsText = kind() == AnnotationKind::Calibration;
        return m_wantsText ? Actions() : done(context, m_handles);
    }
    drop();
    return {};
}

void DragMarkTool::stretch(const ToolContext &context, const PointerEvent &event, ImagePoint to)
{
    m_handles = spanned(context, kind(), *m_from, to, event.modifiers);
    show(context, m_handles, isSomething(context, kind(), m_handles));
}

} // namespace consilium::tools
