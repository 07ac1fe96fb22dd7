#pragma once
#include "viewer/tools/Tool.h"

#include <QString>

namespace consilium::widgets
{

class ViewportWidget;

/// Why a command of a view had nothing to do (tools::commandActions() was empty), for the reader; empty where that is
/// plain to see.
[[nodiscard]] QString whyNothing(const QString &command, const tools::ToolContext &context,
                                 bool isAcrossMonitors = false);
/// Why a command can do nothing at all with what a view shows: a document, images, an ECG, or nothing. Empty: it can,
/// or it is none of views.
[[nodiscard]] QString whyNotHere(const QString &command, const ViewportWidget &viewport);

} // namespace consilium::widgets
