#pragma once
#include "base/Error.h"

#include <cstdint>

namespace consilium::app
{

/// The archive was out of reach: it may be back. False for none.
[[nodiscard]] inline bool isOutOfReach(const Error *error)
{
    return error && (error->code == ErrorCode::ConnectionLost || error->code == ErrorCode::HostUnreachable ||
                     error->code == ErrorCode::Timeout || error->code == ErrorCode::TooManyRequests ||
                     (error->httpStatus >= 502 && error->httpStatus <= 504));
}

/// The details of a NotFound about something that the archive has listed: the sentences that the reader sees
/// (userMessage()) are told by them. One that was not given may be there all the same: it is gone only where the
/// archive, asked what it has, does not list it any more.
inline constexpr QLatin1StringView notGivenImage("the archive did not give this image"),
    notGivenSeries("the archive did not give this series"), goneImage("the archive no longer has this image"),
    goneSeries("the archive no longer has this series"), goneStudy("the archive has nothing of this study");
/// `error` with that detail, where it says that something was not found.
[[nodiscard]] inline Error asMissing(Error error, QLatin1StringView what)
{
    if (error.code == ErrorCode::NotFound)
        error.detail = what;
    return error;
}

/// It speaks of the archive as a whole, not of what was asked: any other question would fare the same now. Silence and
/// a lost line may be of one question.
[[nodiscard]] inline bool isOfArchiveAsWhole(const Error &error)
{
    switch (error.code) {
    case ErrorCode::Cancelled:
    case ErrorCode::HostUnreachable:
    case ErrorCode::TlsUntrusted:
    case ErrorCode::SignInRequired:
    case ErrorCode::KeychainLocked:
    case ErrorCode::Forbidden:
    case ErrorCode::TooManyRequests:
        return true;
    default:
        return false;
    }
}

/// Nobody answered.
[[nodiscard]] inline bool isSilence(const Error &error)
{
    return error.code == ErrorCode::ConnectionLost || error.code == ErrorCode::HostUnreachable ||
           error.code == ErrorCode::Timeout;
}

/// How long what was asked about one thing has been met with silence. A number of tries alone bounds no time: one may
/// take seconds or a minute.
class Silence
{
public:
    /// After so long nothing is asked again, of an archive that is waited for `patienceMs` (dicomweb::ArchiveConfig):
    /// 90 s as a rule. The question that is on its way then is waited for: less than twice as long altogether.
    [[nodiscard]] static std::int64_t longestMs(int patienceMs)
    {
        constexpr std::int64_t usualMs = 30'000;
        return 3 * (patienceMs > 0 ? patienceMs : usualMs);
    }
    /// A question goes out; the first one counts. Times by any clock, ms.
    void ask(std::int64_t nowMs) { m_sinceMs = m_sinceMs < 0 ? nowMs : m_sinceMs; }
    /// Something of use came, or somebody wants it anew.
    void end() { *this = {}; }
    /// Whether it has gone on for so long with this answer that nothing is asked again. Not with the first one: it may
    /// have waited for others before it went out. An error that somebody sent is no silence.
    [[nodiscard]] bool isOver(const Error &error, std::int64_t nowMs, std::int64_t longest)
    {
        if (!isSilence(error)) {
            end();
            ask(nowMs);
            return false;
        }
        return ++m_times > 1 && nowMs - m_sinceMs >= longest;
    }
    [[nodiscard]] std::int64_t sinceMs() const { return m_sinceMs; }
    [[nodiscard]] bool isMet() const { return m_times > 0; } ///< a question has had no answer

private:
    std::int64_t m_sinceMs = -1;
    int m_times = 0;
};

} // namespace consilium::app
