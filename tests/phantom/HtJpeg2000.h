#pragma once
#include "base/Result.h"

#include <QByteArray>

#include <cstdint>
#include <vector>

namespace consilium::phantom
{

/// Lossless High-Throughput JPEG 2000 codestream by OpenJPH: 5/3 wavelet, one tile, five levels, in an order of packets
/// as the standard calls it ("RPCL" is what transfer syntax .202 demands). PS3.5 A.4.4.
[[nodiscard]] Result<QByteArray> encodeHtJpeg2000(const std::vector<std::int32_t> &samples, int rows, int columns,
                                                  int bits, bool isSigned, const char *order = "RPCL");
/// A Part 10 file whose meta information says JPEG 2000 Lossless Only, with a UID of HTJ2K (1.2.840.10008.1.2.4.201,
/// 202 or 203) in its place: DCMTK 3.6.7 does not know those. Error DicomMalformed when it says something else.
[[nodiscard]] Result<QByteArray> asHtJpeg2000(QByteArray part10, const QByteArray &uid);

} // namespace consilium::phantom
