#pragma once
#include "base/Attributes.h"
#include "base/CancelToken.h"
#include "netclient/dicomweb/DicomWebClient.h"

#include <QHash>
#include <QStringList>

#include <functional>
#include <memory>
#include <vector>

namespace consilium::app
{

/// LUT Data (0028,3006) that metadata left out, by BulkDataURI; empty: it could not be had.
using LutBytes = QHash<QString, QByteArray>;

/// Bounds against an archive that would keep the first image waiting: a table has at most 65536 entries of 2 bytes.
inline constexpr int maximumLutBytes = 256 * 1024, maximumLuts = 64;

/// The URIs of the first `maximumLuts` different tables of Modality and VOI LUT Sequences that are not in `known`.
[[nodiscard]] QStringList missingLuts(const std::vector<Attributes> &headers, const LutBytes &known);
/// The header with those tables in their places.
[[nodiscard]] Attributes withLuts(const Attributes &header, const LutBytes &luts);
/// Fetches them side by side; `done` is called once, on the network thread, with an entry for each URI.
void fetchLuts(dicomweb::DicomWebClient &archive, const QStringList &uris, const CancelToken &cancel,
               const std::function<void(const LutBytes &)> &done);

} // namespace consilium::app
