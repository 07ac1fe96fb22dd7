#pragma once
#include "viewer/tools/Tool.h"

namespace consilium::tools
{

/// A hand on a mark that is there: by a handle it moves that one, by a line the whole mark, by the label the label.
/// Only marks of the local actor are taken, and only on the image that they were drawn on.
class MarkGrip
{
public:
    static constexpr double reachPx = 7.0;

    /// False: nothing of the actor's lies there.
    bool take(const ToolContext &context, ScreenPoint at);
    [[nodiscard]] bool isHeld() const { return m_isHeld; }
    /// Nothing until the hand has moved a little: a click changes no measurement.
    std::vector<session::Action> move(const ToolContext &context, ScreenPoint at);
    void release() { m_isHeld = false; }

    /// What take() would take.
    [[nodiscard]] static std::optional<MarkUnder> under(const ToolContext &context, ScreenPoint at);

private:
    [[nodiscard]] std::vector<session::Action>
    movedHandle(const ToolContext &context, const std::vector<ImagePoint> &handles, ImageVector by) const;

    bool m_isHeld = false, m_isMoving = false;
    MarkUnder m_part;
    session::Annotation m_start; ///< the mark as it was
    ScreenPoint m_from;
};

/// Takes hold of the marks that are there and draws none: what a press on the selected mark gets, whatever tool the
/// button has.
class MarkEditTool final : public Tool
{
public:
    QLatin1String name() const override { return QLatin1String("edit-mark"); }
    std::vector<session::Action> press(const ToolContext &context, const PointerEvent &event) override
    {
        (void)m_grip.take(context, event.at);
        return {};
    }
    std::vector<session::Action> move(const ToolContext &context, const PointerEvent &event) override
    {
        return m_grip.move(context, event.at);
    }
    std::vector<session::Action> release(const ToolContext &, const PointerEvent &) override
    {
        m_grip.release();
        return {};
    }

private:
    MarkGrip m_grip;
};

} // namespace consilium::tools
