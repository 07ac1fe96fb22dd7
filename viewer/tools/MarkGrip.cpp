#include "viewer/tools/MarkGrip.h"

#include "viewer/tools/MarkPlaces.h"

#include <algorithm>
#include <cmath>

namespace consilium::tools
{

namespace
{

using session::AnnotationKind;

constexpr double holdPx = 2.0; ///< a hand that only clicks

/// The third handle of an ellipse when its first half axis ends at `end`: the second half axis keeps its length and
/// side. On the screen all directions have one scale.
ImagePoint turnedAxis(const imaging::ViewTransform &transform, const std::vector<ImagePoint> &handles, ImagePoint end)
{
    const ScreenPoint centre = transform.toScreen(handles[0]), before = transform.toScreen(handles[1]),
                      third = transform.toScreen(handles[2]), after = transform.toScreen(end);
    const double lengthBefore = screenPx(centre, before), lengthAfter = screenPx(centre, after);
    if (lengthBefore <= 0.0 || lengthAfter <= 0.0)
        return handles[2];
    const auto across = [&centre](ScreenPoint p, double length) {
        return ScreenPoint{-(p.y - centre.y) / length, (p.x - centre.x) / length};
    };
    const ScreenPoint old = across(before, lengthBefore), now = across(after, lengthAfter);
    const double half = (third.x - centre.x) * old.x + (third.y - centre.y) * old.y;
    return transform.toImage({centre.x + now.x * half, centre.y + now.y * half});
}

/// A region hangs on its middle.
bool movesWhole(AnnotationKind kind, int handle)
{
    return handle == 0 && (kind == AnnotationKind::Ellipse || kind == AnnotationKind::PointRoi);
}

} // namespace

std::optional<MarkUnder> MarkGrip::under(const ToolContext &context, ScreenPoint at)
{
    if (!context.markAt || !context.transform || !context.instance)
        return std::nullopt;
    auto part = context.markAt(at, reachPx);
    const session::Annotation *const mark = part ? context.state.annotations().find(part->id) : nullptr;
    if (!mark || mark->author != context.actor || !isDrawnOn(*mark, context.instance))
        return std::nullopt;
    return part;
}

bool MarkGrip::take(const ToolContext &context, ScreenPoint at)
{
    m_isHeld = m_isMoving = false;
    const auto part = under(context, at);
    if (!part)
        return false;
    m_part = *part;
    m_start = *context.state.annotations().find(part->id);
    m_from = at;
    m_isHeld = true;
    return true;
}

std::vector<session::Action> MarkGrip::move(const ToolContext &context, ScreenPoint at)
{
    // Scrolled to another image, or somebody has taken the mark away: it stays as it is.
    if (!m_isHeld || !context.transform || !isDrawnOn(m_start, context.instance) ||
        !context.state.annotations().find(m_start.id))
        return {};
    m_isMoving = m_isMoving || screenPx(m_from, at) > holdPx;
    if (!m_isMoving)
        return {};
    const auto &geometry = context.instance->geometry;
    const imaging::ViewTransform &transform = *context.transform;
    if (m_part.part == MarkUnder::Part::Label) {
        const ScreenPoint seen{std::clamp(m_part.labelAt.x + at.x - m_from.x, 0.0, context.widthPx),
                               std::clamp(m_part.labelAt.y + at.y - m_from.y, 0.0, context.heightPx)};
        const auto place = placeFor(geometry, m_start, transform.toImage(seen));
        return place ? std::vector<session::Action>{session::PlaceLabel{m_start.id, *place}}
                     : std::vector<session::Action>();
    }
    const ImagePoint from = transform.toImage(m_from), to = transform.toImage(at);
    const ImageVector by{to.column - from.column, to.row - from.row};
    const auto handles = handlesOn(geometry, m_start);
    if (!handles)
        return {};
    if (m_part.part == MarkUnder::Part::Body || movesWhole(m_start.kind, m_part.handle))
        return shiftedMark(geometry, m_start, by);
    return movedHandle(context, *handles, by);
}

std::vector<session::Action> MarkGrip::movedHandle(const ToolContext &context, const std::vector<ImagePoint> &handles,
                                                   ImageVector by) const
{
    const auto index = std::size_t(m_part.handle);
    if (m_part.handle < 0 || index >= handles.size())
        return {};
    const auto &geometry = context.instance->geometry;
    const ImagePoint target = keptInImage(geometry, {handles[index].column + by.columns, handles[index].row + by.rows});
    if (m_start.kind == AnnotationKind::Ellipse && index == 1) {
        std::vector<ImagePoint> turned = handles;
        turned[1] = target;
        turned[2] = turnedAxis(*context.transform, handles, target);
        return {handlesSeenAt(geometry, m_start, turned)};
    }
    const auto moved = m_start.patientHandles.empty() ? std::variant<PatientPoint, ImagePoint>(target)
                                                      : movedPlace(geometry, m_start.patientHandles[index], target);
    return {session::MoveHandle{m_start.id, m_part.handle, moved}};
}

} // namespace consilium::tools
