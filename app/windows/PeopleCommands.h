#pragma once
#include <QString>

namespace consilium::app
{

class MainWindow;
class PeopleDesk;

/// "lock", "switch-person", "settings-people". False: another command, or there are no people (`desk` is null). Where
/// it makes no sense the window says why.
bool runPeopleCommand(MainWindow &window, PeopleDesk *desk, const QString &command);

} // namespace consilium::app
