#pragma once
#include "viewer/tools/Tool.h"

namespace consilium::tools
{

/// Reads a pixel: a click adds a probe mark, or takes hold of the one that is there; a drag moves it. Moving without a
/// button points (presence), so that everyone sees where, and the value there can be shown.
class ProbeTool final : public Tool
{
public:
    QLatin1String name() const override { return QLatin1String("probe"); }
    std::vector<session::Action> press(const ToolContext &context, const PointerEvent &event) override;
    std::vector<session::Action> move(const ToolContext &context, const PointerEvent &event) override;
    std::vector<session::Action> release(const ToolContext &context, const PointerEvent &event) override;

private:
    AnnotationId m_held; ///< empty: nothing is being dragged
    bool m_usesPatient = false;
};

/// The place in patient mm where the image lies in the patient, else in its own pixels; nullopt outside the image.
[[nodiscard]] std::optional<std::variant<PatientPoint, ImagePoint>> placeAt(const ToolContext &context, ScreenPoint at);

} // namespace consilium::tools
