#pragma once
#include "viewer/session/ViewerState.h"

#include <QString>

#include <tl/expected.hpp>

namespace consilium::tools
{

/// What is wrong with a window that was typed.
enum class WindowTextProblem {
    NotTwoNumbers, ///< anything but two numbers, or letters that do not say which is which
    WidthTooSmall, ///< zero or less
    OutOfRange
};

/// "40 400", "40/400", "40, 400": centre, then width. With letters in any order: "W400 L40", "C 40 W 400", "WW 400 WL
/// 40". Full-width digits and signs, and true minus signs, are read as well. LINEAR for widths from 1, below (which it
/// does not know, PS3.3 C.11.2.1.2) LINEAR_EXACT.
[[nodiscard]] tl::expected<session::Window, WindowTextProblem> windowFromText(const QString &typed);

} // namespace consilium::tools
