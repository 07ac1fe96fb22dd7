#pragma once
#include "netclient/outbox/Entry.h"

#include <QString>

namespace consilium::outbox
{

/// The state in one or two words, in the user's language.
[[nodiscard]] QString stateText(State state);
/// What stands in the way, as a sentence in the user's language; empty when nothing does.
[[nodiscard]] QString troubleText(const Trouble &trouble);
/// What a Failure Reason (0008,1197) means, as a sentence (PS3.18 table I.2-2, PS3.4 table B.2-1, PS3.7 annex C).
[[nodiscard]] QString failureReasonText(int reason);
/// State, reason, and the number of tries or the time until the next one: all that a person needs to know of it. `now`
/// in the clock's ms.
[[nodiscard]] QString describe(const Entry &entry, TimeMs now);

} // namespace consilium::outbox
