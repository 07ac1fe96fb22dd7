#pragma once
#include "app/windows/CommandSet.h"

namespace consilium::app
{

/// Adds every command of the window with its title and its place.
void addAllCommands(CommandSet &commands);

} // namespace consilium::app
