#pragma once
#include <QString>

#include <functional>

namespace consilium::app
{

class MainWindow;
class SettingsPage;

/// Runs a command that leads to a part of the settings ("settings-keyboard", "add-archive" ...). False: it is none of
/// them. `page`: makes the page where there is none yet.
bool runSettingsCommand(MainWindow &window, const std::function<SettingsPage &()> &page, const QString &command);

} // namespace consilium::app
