#include "app/windows/SettingsCommands.h"

#include "app/settings/SettingsPage.h"
#include "app/windows/MainWindow.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace consilium::app
{

bool runSettingsCommand(MainWindow &window, const std::function<SettingsPage &()> &page, const QString &command)
{
    using Lead = void (SettingsPage::*)();
    static constexpr std::pair<QLatin1StringView, Lead> leads[] = {
        {QLatin1StringView("settings"), nullptr},
        {QLatin1StringView("settings-keyboard"), &SettingsPage::showKeyboard},
        {QLatin1StringView("settings-mouse"), &SettingsPage::showMouse},
        {QLatin1StringView("settings-flow"), &SettingsPage::showFlow},
        {QLatin1StringView("add-archive"), &SettingsPage::addArchive},
        {QLatin1StringView("measure-monitor"), &SettingsPage::showMonitors},
    };
    for (const auto &[name, lead] : leads) {
        if (command != name)
            continue;
        window.showSettings();
        if (lead)
            (page().*lead)();
        return true;
    }
    return false;
}

} // namespace consilium::app
