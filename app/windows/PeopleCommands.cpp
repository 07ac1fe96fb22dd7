#include "app/windows/PeopleCommands.h"

#include "app/people/PeopleDesk.h"
#include "app/settings/SettingsPage.h"
#include "app/windows/MainWindow.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace consilium::app
{

bool runPeopleCommand(MainWindow &window, PeopleDesk *desk, const QString &command)
{
    const bool isOfPeople = command == "settings-people"_L1 || PeopleDesk::isCommand(command);
    if (!desk && isOfPeople) // a settings folder of the command line is nobody's
        window.notify(
            QCoreApplication::translate("PeopleCommands",
                                        "This program was started with settings of its own (--profile): there are no "
                                        "people in it, so nothing can be locked and nobody can take over. Start it "
                                        "without --profile for that."),
            false);
    if (!desk)
        return isOfPeople;
    if (command == "settings-people"_L1) {
        window.showSettings();
        if (auto *page = window.findChild<SettingsPage *>())
            page->showPeople();
        return true;
    }
    if (!PeopleDesk::isCommand(command))
        return false;
    // Where there is nobody else nobody is asked: run() says so.
    if (PeopleDesk::isSwitch(command) && desk->people().size() > 1 &&
        window.asksBeforeLeaving(LeaveQuestion::Leaving::Person, [&window, command] { window.runCommand(command); }))
        return true;
    if (const auto done = desk->run(command); !done)
        window.notify(done.error().detail, false);
    return true;
}

} // namespace consilium::app
