#pragma once
#include <QString>

namespace consilium::app
{

class MainWindow;

/// The commands that open files and folders and tell what became of them. False: it is none of them.
bool runOpeningCommand(MainWindow &window, const QString &command);

} // namespace consilium::app
