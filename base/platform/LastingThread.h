#pragma once
#include <functional>

namespace consilium::platform
{

/// Runs something on a thread that lasts as long as this program does, and waits for it. Processes that end with this
/// one are started there: Linux tells a process of its parent's death (PR_SET_PDEATHSIG) when the THREAD that started
/// it ends, and a thread of a pool ends as soon as it has had nothing to do for a while. Any thread; what runs must be
/// short and must not call this again. False when there can be no such thread: it was not run.
[[nodiscard]] bool onLastingThread(const std::function<void()> &what);

} // namespace consilium::platform
