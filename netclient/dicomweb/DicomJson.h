#pragma once
#include "base/Attributes.h"
#include "base/Result.h"

#include <QByteArray>

#include <vector>

namespace consilium::dicomweb
{

/// DICOM JSON (PS3.18 F) -> attributes; an array of data sets. Errors: ProtocolViolation (HTML, not JSON, not an array of objects,
/// nesting deeper than 32, more than `maximum` data sets). An attribute that cannot be read is left out, the rest stays.
[[nodiscard]] Result<std::vector<Attributes>> parseDicomJson(const QByteArray &json, int maximum = 100'000);
[[nodiscard]] QByteArray toDicomJson(const std::vector<Attributes> &dataSets);

} // namespace consilium::dicomweb
