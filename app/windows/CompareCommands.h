#pragma once
#include "viewer/tools/FusionCommands.h"
#include "viewer/widgets/LayoutGrid.h"

#include <QString>

#include <optional>

namespace consilium::app
{

/// Runs a command about what views have in common: "link-look", "link-window", "link-zoom", "link-pan",
/// "cursor-3d-follow", "cursor-3d-off", "fuse-menu", and those of tools::fusionCommandNames(), on `view` (empty: the
/// active one). The menu opens below `anchor`. nullopt: it is none of them. Else what the reader is to be told,
/// translated; empty: nothing.
[[nodiscard]] std::optional<QString> runCompareCommand(const QString &command, const ViewId &view,
                                                       widgets::LayoutGrid &grid, session::ActionDispatcher &dispatcher,
                                                       const pixels::StudyImages &images, QWidget &anchor);

/// "3 · PT AC WB — another frame of reference": a choice in words.
[[nodiscard]] QString fusionChoiceText(const tools::FusionChoice &choice);
/// Lays the series over the view, or takes it away where it lies there already, as one undo step.
void fuseWith(const tools::FusionChoice &choice, const ViewId &view, session::ActionDispatcher &dispatcher);

} // namespace consilium::app
