#pragma once
#include <QLatin1StringView>

namespace consilium
{
struct Error;
/// A proxy of the network answered, or failed to, in place of the archive: the archive was not asked.
[[nodiscard]] bool isOfProxy(const Error &error);
} // namespace consilium

/// How far it went towards an archive that cannot be reached (ErrorCode::HostUnreachable), where that is known: each
/// ends the detail of the error.
namespace consilium::reachReason
{

inline constexpr QLatin1StringView nameUnknown("; no computer of that name is known"),
    noRoute("; no way leads to the computer"), noAnswer("; the computer does not answer"),
    portClosed("; the computer answers, its port is closed");

// The archive was not asked: between it and this computer stands a proxy of the network, which has its own say. Each
// has a sentence of its own (userMessage()).
inline constexpr QLatin1StringView proxyAway("; the proxy does not answer"), proxySignIn("; the proxy wants a sign-in"),
    proxyRefuses("; the proxy does not let it through"), proxyNoWay("; the proxy does not reach the computer");

} // namespace consilium::reachReason
