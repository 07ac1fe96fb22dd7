#pragma once
#include <QString>

namespace consilium::app
{

class MainWindow;

/// Why a command can do nothing in this window as it is now, for the reader; empty: it can, or what it does itself says
/// why not.
[[nodiscard]] QString whyNot(const QString &command, const MainWindow &window);

} // namespace consilium::app
