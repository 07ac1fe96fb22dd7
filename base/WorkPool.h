#pragma once
#include <QThreadPool>

namespace consilium
{

/// The threads of everything that this program does aside; as many as there are processors, at least two. Not Qt's
/// global pool: QPainter has parts of large images painted there and waits for them, so that a file that is slow to be
/// read would hold up the window. Its work is waited for when the application ends.
[[nodiscard]] QThreadPool &workPool();

} // namespace consilium
