#pragma once
#include <QString>

namespace consilium::bench
{

/// Milliseconds that DCMTK takes on so many threads to read the headers, up to the pixel data, of all files below a
/// folder. What is no DICOM it finds out for itself.
[[nodiscard]] double readBareHeaders(const QString &folder, int threads);

} // namespace consilium::bench
