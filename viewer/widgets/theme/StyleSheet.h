#pragma once
#include "viewer/widgets/theme/Tokens.h"

#include <QString>

namespace consilium::widgets
{

/// The application's style sheet, written out from the token table (style sheets have no variables).
[[nodiscard]] QString makeStyleSheet(const Tokens &tokens);

} // namespace consilium::widgets
