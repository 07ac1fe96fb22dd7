#pragma once
#include "viewer/tools/Tool.h"

#include <optional>

namespace consilium::tools
{

/// The tool that draws marks of a kind, by its name ("length", "open-angle" ...); null for any other name.
[[nodiscard]] std::unique_ptr<Tool> makeMarkTool(const QString &name);
/// Empty for a kind that no tool here draws (the probe has its own).
[[nodiscard]] QLatin1String markToolName(session::AnnotationKind kind);
[[nodiscard]] std::optional<session::AnnotationKind> markKind(const QString &tool);

} // namespace consilium::tools
