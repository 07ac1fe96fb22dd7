#include "app/windows/PeopleCommands.h"

#include "app/people/PeopleDesk.h"
#include "app/settings/SettingsPage.h"
#include "app/windows/MainWindow.h"

using namespace Qt::StringLiterals;

namespace consilium::app
{

bool runPeopleCommand(MainWindow &window, PeopleDesk *desk, const QString &command)
{
    if (!desk)
        return false;
    if (command == "settings-people"_L1) {
        window.showSettings();
        if (auto *page = window.findChild<SettingsPage *>())
            page->showPeople();
        return true;
    }
    if (!PeopleDesk::isCommand(command))
        return false;
    if (const auto done = desk->run(command); !done)
        window.notify(done.error().detail, false);
    return true;
}

} // namespace consilium::app
