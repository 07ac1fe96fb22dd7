#pragma once
#include <QLoggingCategory>

namespace consilium
{

/// Categories of the log. What is logged is technical: never a name, an identifier, an accession number or a
/// birth date of a patient, never a URL's user part, query string or token (see redactUrl()).
Q_DECLARE_LOGGING_CATEGORY(logApp)
Q_DECLARE_LOGGING_CATEGORY(logNet)
Q_DECLARE_LOGGING_CATEGORY(logDicom)
Q_DECLARE_LOGGING_CATEGORY(logPixels)
Q_DECLARE_LOGGING_CATEGORY(logSession)

/// Scheme, host, port and the fixed words of the path; UIDs become "*", query and user information are dropped.
[[nodiscard]] QString redactUrl(const QString &url);

} // namespace consilium
