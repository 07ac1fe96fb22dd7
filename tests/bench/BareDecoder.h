#pragma once
#include <QByteArray>

#include <vector>

namespace consilium::bench
{

/// Seconds that OpenJPEG alone takes to decode all code streams, slice-parallel on `threads`; negative when one cannot
/// be decoded.
[[nodiscard]] double decodeBare(const std::vector<QByteArray> &codeStreams, int threads);

} // namespace consilium::bench
