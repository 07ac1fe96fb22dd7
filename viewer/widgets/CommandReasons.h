#pragma once
#include "viewer/tools/Tool.h"

#include <QString>

namespace consilium::widgets
{

/// Why a command of a view had nothing to do (tools::commandActions() was empty), for the reader; empty where that is
/// plain to see.
[[nodiscard]] QString whyNothing(const QString &command, const tools::ToolContext &context);

} // namespace consilium::widgets
