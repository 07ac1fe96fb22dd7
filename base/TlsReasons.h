#pragma once
#include <QLatin1StringView>

/// Why no encrypted connection to an archive came about, where that is known: each ends the detail of the error and
/// gives it a sentence of its own (userMessage()).
namespace consilium::tlsReason
{

// Of TlsUntrusted.
inline constexpr QLatin1StringView expired("; the certificate has expired"),
    notYetValid("; the certificate is not valid yet"), wrongName("; the certificate is of another name"),
    selfSigned("; the certificate is signed by itself"), unknownAuthority("; the certificate's authority is unknown");
// Of ProtocolViolation.
inline constexpr QLatin1StringView notSpoken("; TLS is not spoken"), notAgreed("; TLS was not agreed on");

// Of ConnectionLost and ProtocolViolation at an address without TLS: hung up on, or answered by what is no HTTP. That
// is what servers do that want TLS there, and others that are broken: it has no sentence of its own.
inline constexpr QLatin1StringView maybeWanted("; TLS may be wanted");

} // namespace consilium::tlsReason
