#pragma once
#include "base/Attributes.h"
#include "base/Result.h"

#include <QByteArray>

#include <vector>

namespace consilium::dicomweb
{

/// DICOM JSON (PS3.18 F) -> attributes; an array of data sets, or one by itself. Errors: ProtocolViolation (HTML, JSON
/// that is cut short, broken or no data set, nesting deeper than 32, more than `maximum` data sets). An attribute that
/// cannot be read is left out, the rest stays; numbers in quotes, bare values and joined ones are understood.
[[nodiscard]] Result<std::vector<Attributes>> parseDicomJson(const QByteArray &json, int maximum = 100'000);
[[nodiscard]] QByteArray toDicomJson(const std::vector<Attributes> &dataSets);

} // namespace consilium::dicomweb
