#pragma once
#include "viewer/tools/Tool.h"

namespace consilium::tools
{

/// Which slice of the stack the view shows, by its state; -1 when there is none.
[[nodiscard]] int sliceIndex(const ToolContext &context);
/// The action that shows slice `index`, clamped to the stack; empty when it is the one already shown.
[[nodiscard]] std::vector<session::Action> showSlice(const ToolContext &context, int index);
/// In [0, 360).
[[nodiscard]] double normalisedDegrees(double degrees);
/// The image has grey samples, so a window means something.
[[nodiscard]] bool isGrey(const ToolContext &context);

} // namespace consilium::tools
