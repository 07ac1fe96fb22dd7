#pragma once
#include "viewer/session/recording/SessionLog.h"

namespace consilium::session
{

// A session that ran once, run again without pixels or windows. However the actions get there, the state must come out
// the same.

/// One way to replay, and the hash of the state in which it ended.
struct ReplayResult {
    QString way; ///< "json", "cbor", "peers", "recording"
    std::uint64_t hash = 0;
};

/// Each envelope is written and read again before it is applied.
[[nodiscard]] Result<std::uint64_t> replayThroughJson(const SessionLog &log);
[[nodiscard]] Result<std::uint64_t> replayThroughCbor(const SessionLog &log);
/// One peer applies and sends, the other receives over a line that loses, doubles and reorders (the same way for the
/// same seed), asks for what is missing, and sends everything back. The receiver's hash; Conflict when the peers
/// differ.
[[nodiscard]] Result<std::uint64_t> replayThroughPeers(const SessionLog &log, std::uint64_t seed = 1);
/// Recorded into memory (encrypted) on a clock by the envelopes' times, read, played in steps, with seeks to and fro.
[[nodiscard]] Result<std::uint64_t> replayThroughRecording(const SessionLog &log);

/// All of them. Conflict names the ways that did not end in the log's hash.
[[nodiscard]] Result<std::vector<ReplayResult>> replayEveryWay(const SessionLog &log);

} // namespace consilium::session
