#pragma once
#include "viewer/tools/Tool.h"

#include <QString>

namespace consilium::tools
{

/// One-shot commands of a view as actions: "next-slice", "previous-slice", "first-slice", "last-slice", "page-down",
/// "page-up", "rotate-left", "rotate-right", "flip-horizontal", "flip-vertical", "invert", "fit", "one-to-one"
/// (device pixels), "reset", "next-slice-around" (from the last to the first), "layout-RxC" with 1 to 3 rows and 1 to 4
/// columns, "window-preset-<name>", "window-default", "window-file-N" (from 1), and those of ImageCommands.h. Empty
/// when there is nothing to do. Keys and palette act through this.
[[nodiscard]] std::vector<session::Action> commandActions(const QString &command, const ToolContext &context);
[[nodiscard]] QStringList commandNames();

} // namespace consilium::tools
