#pragma once
#include <QLatin1StringView>

/// How far it went towards an archive that cannot be reached (ErrorCode::HostUnreachable), where that is known: each
/// ends the detail of the error.
namespace consilium::reachReason
{

inline constexpr QLatin1StringView nameUnknown("; no computer of that name is known"),
    noRoute("; no way leads to the computer"), noAnswer("; the computer does not answer"),
    portClosed("; the computer answers, its port is closed");

} // namespace consilium::reachReason
