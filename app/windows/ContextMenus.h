#pragma once
#include "app/windows/CommandSet.h"
#include "app/windows/ReadingPage.h"
#include "app/worklist/WorklistPage.h"

namespace consilium::app
{

// What can be done to the thing that was clicked: only commands that have something to do there.
void showViewportMenu(CommandSet &commands, ReadingPage &page, widgets::ViewportWidget &viewport, const QPoint &global);
void showSeriesMenu(CommandSet &commands, ReadingPage &page, const DataSetId &dataSet, const QPoint &global);
void showWorklistMenu(CommandSet &commands, WorklistPage &page, const QPoint &global);
/// Asks whatever has the keyboard in the window for its menu.
void askForContextMenu(const QWidget &window);

/// Technical facts about the image shown, one a line, for a colleague or a bug report: no names, no descriptions.
[[nodiscard]] QString imageDetails(const widgets::ViewportWidget &viewport);

} // namespace consilium::app
