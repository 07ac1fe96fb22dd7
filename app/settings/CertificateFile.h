#pragma once
#include "base/Result.h"

#include <QString>

namespace consilium::app
{

/// Whether the file can serve as a certificate authority: PEM with at least one certificate in it (RFC 7468). An empty
/// name is fine: then the system's authorities count. Errors: FileUnreadable, whose detail is a sentence in the user's
/// language. Whether the certificate is any good is for the handshake to find out.
[[nodiscard]] Result<void> checkCertificateFile(const QString &path);

} // namespace consilium::app
