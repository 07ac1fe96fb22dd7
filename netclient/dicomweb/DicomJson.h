#pragma once
#include "base/Attributes.h"
#include "base/Result.h"

#include <QByteArray>

#include <span>
#include <vector>

namespace consilium::dicomweb
{

/// DICOM JSON (PS3.18 F) -> attributes; an array of data sets, or one by itself. Errors: ProtocolViolation (HTML, JSON
/// that is cut short, broken or no data set, nesting deeper than 32, more than `maximum` data sets). An attribute that
/// cannot be read is left out, the rest stays; numbers in quotes, bare values and joined ones are understood.
[[nodiscard]] Result<std::vector<Attributes>> parseDicomJson(const QByteArray &json, int maximum = 100'000);
/// The same of a list whose entries have nothing to do with each other: one that cannot be read, or in which one of
/// `needed` cannot, is an empty data set in its place and spoils no other. A lone {} is an empty list.
[[nodiscard]] Result<std::vector<Attributes>> parseDicomJsonList(const QByteArray &json, std::span<const Tag> needed,
                                                                 int maximum = 100'000);
[[nodiscard]] QByteArray toDicomJson(const std::vector<Attributes> &dataSets);

} // namespace consilium::dicomweb
