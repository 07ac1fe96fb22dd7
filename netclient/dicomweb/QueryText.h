#pragma once
#include "netclient/dicomweb/DicomWebClient.h"

namespace consilium::dicomweb
{

/// Archives exist (Orthanc with DICOMweb 1.7) that do not undo percent-encoding in a query: what has to be encoded can
/// then only be asked for as a wild card, and the answers are sifted here.

/// Whether a URL needs percent-encoding to carry the query's texts.
[[nodiscard]] bool needsEncoding(const StudyQuery &query);
/// The text with every run of characters that needs encoding as one `*`.
[[nodiscard]] QString plainPattern(const QString &text);
/// `*` and `?` as in PS3.4 C.2.2.2.4; case does not count; a name matches by any of its component groups.
[[nodiscard]] bool matchesWildcard(const QString &pattern, const QString &value);
/// Whether a study is what the query's texts ask for.
[[nodiscard]] bool matchesTexts(const StudyQuery &query, const Attributes &study);

} // namespace consilium::dicomweb
