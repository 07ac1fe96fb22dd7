#pragma once
#include "base/Attributes.h"
#include "base/CancelToken.h"
#include "netclient/dicomweb/DicomWebClient.h"

#include <QHash>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace consilium::app
{

/// LUT Data (0028,3006), palettes, ICC profiles (0028,2000) and Overlay Data (60xx,3000) that metadata left out, by
/// BulkDataURI; empty: it could not be had.
using LutBytes = QHash<QString, QByteArray>;

/// A table has at most 65536 entries of 2 bytes. Archives name one for each image though all are alike: the bounds hold
/// for a long series and end one that is meant to fill the memory.
/// Overlay Data may be a bit for each pixel of a mammogram.
inline constexpr int maximumLutBytes = 256 * 1024, maximumOverlayBytes = 8 * 1024 * 1024,
                     maximumProfileBytes = 1024 * 1024, maximumLuts = 2000;
inline constexpr std::int64_t maximumLutBytesTogether = 64'000'000;

/// The URIs of the first `maximumLuts` different tables of Modality and VOI LUT Sequences, of palettes and of overlays
/// that are not in `known`.
[[nodiscard]] QStringList missingLuts(const std::vector<Attributes> &headers, const LutBytes &known);
/// So many are fetched before what has its tables is shown: a long series does not wait for the last of them.
inline constexpr int lutsAtOnce = 64;
/// The header names a table that was not asked for yet.
[[nodiscard]] bool lacksLuts(const Attributes &header, const LutBytes &known);
/// The header names a table that its pixels cannot be shown without (a Modality LUT, a palette) and that was asked for
/// in vain.
[[nodiscard]] bool namesEmptyLuts(const Attributes &header, const LutBytes &luts);
/// The header with those tables in their places.
[[nodiscard]] Attributes withLuts(const Attributes &header, const LutBytes &luts);
/// What came of a fetch of tables.
struct FetchedLuts {
    LutBytes luts;              ///< an entry for each URI
    QHash<QString, Error> lost; ///< of those that are empty: the archive may give them another time, and why not now
    /// The archive fell silent, is away or wants to be left alone; those that were not waited for are lost by it.
    std::optional<Error> silent;
};
/// Fetches them side by side; `done` is called once, on the network thread. When one was waited for in vain and none
/// came meanwhile the archive has fallen silent: `cancel` is set and the rest is not waited for, so that sixty of them
/// do not take sixty times as long as one. Likewise where it cannot be reached or asks to wait: each of them would.
void fetchLuts(dicomweb::DicomWebClient &archive, const QStringList &uris, Priority priority, const CancelToken &cancel,
               const std::function<void(const FetchedLuts &)> &done);
/// What was not given now may be given later: the line, the archive's state or the sign-in were in the way. Not what
/// the archive says that it does not have.
[[nodiscard]] bool mayComeLater(const Error &error);

} // namespace consilium::app
