#pragma once
#include "app/settings/HangingSettings.h"

#include <QString>

#include <functional>
#include <vector>

namespace consilium::app
{

class MainWindow;
class SettingsPage;

/// Runs a command that leads to a part of the settings ("settings-keyboard", "add-archive" ...). False: it is none of
/// them. `page`: makes the page where there is none yet.
bool runSettingsCommand(MainWindow &window, const std::function<SettingsPage &()> &page, const QString &command);

/// What is open in the window's reading tabs, for hanging protocols to be tried on; no patient is named in its titles.
[[nodiscard]] std::vector<OpenStudy> openStudiesOf(const MainWindow &window);

} // namespace consilium::app
