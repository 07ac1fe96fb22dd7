#pragma once
#include "viewer/tools/MarkGrip.h"

#include <vector>

namespace consilium::tools
{

/// What all tools have in common that draw marks. What is drawn is a draft, no part of the state; when it is whole it
/// becomes one AddAnnotation, which is one step to undo. A press on a mark that is there takes hold of that instead
/// (MarkGrip). A draft belongs to the image it was begun on: shown another one, it is dropped. A press beside the image
/// does nothing; a pointer that leaves it goes along its edge.
class MarkTool : public Tool
{
public:
    explicit MarkTool(session::AnnotationKind kind) : m_kind(kind) {}
    [[nodiscard]] QLatin1String name() const final;
    [[nodiscard]] QString whyNot(const ToolContext &context) const final;
    std::vector<session::Action> press(const ToolContext &context, const PointerEvent &event) final;
    std::vector<session::Action> move(const ToolContext &context, const PointerEvent &event) final;
    std::vector<session::Action> release(const ToolContext &context, const PointerEvent &event) final;
    [[nodiscard]] const session::Annotation *draft() const final { return m_draft ? &*m_draft : nullptr; }
    [[nodiscard]] bool isDraftWhole() const final { return m_isWhole; }

protected:
    using Actions = std::vector<session::Action>;
    // `at`: under the pointer, in the image.
    virtual Actions down(const ToolContext &context, const PointerEvent &event, ImagePoint at) = 0;
    /// With a draft, with or without the button.
    virtual Actions moved(const ToolContext &context, const PointerEvent &event, ImagePoint at) = 0;
    virtual Actions up(const ToolContext &context, const PointerEvent &event, ImagePoint at) = 0;
    /// The draft is gone.
    virtual void forget() = 0;

    [[nodiscard]] session::AnnotationKind kind() const { return m_kind; }
    /// The draft from now on; begins one where there is none.
    void show(const ToolContext &context, const std::vector<ImagePoint> &handles, bool isWhole);
    /// The draft becomes a mark.
    Actions done(const ToolContext &context, const std::vector<ImagePoint> &handles);
    void drop();

private:
    /// False, and it is dropped, when the view shows another image than the draft's.
    bool isOnItsImage(const ToolContext &context);

    session::AnnotationKind m_kind;
    std::optional<session::Annotation> m_draft;
    bool m_isWhole = false;
    MarkGrip m_grip;
};

/// Where a line from `from` ends with Shift held: in the nearest of the eight directions of the screen, as far as `to`
/// reaches along it; kept in the image.
[[nodiscard]] ImagePoint snapped(const ToolContext &context, ImagePoint from, ImagePoint to);

} // namespace consilium::tools
