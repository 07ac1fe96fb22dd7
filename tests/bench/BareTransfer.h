#pragma once
#include "tests/bench/BenchStudies.h"

#include <QByteArray>

namespace consilium::bench
{

/// All frames of a study by libcurl alone, four connections, nothing done with the bytes but keeping them.
struct Transfer {
    double seconds = 0.0;
    std::vector<QByteArray> frames; ///< without the multipart wrapping; in the order of the study's images
};
[[nodiscard]] Result<Transfer> transferFrames(const QString &url, const BenchStudy &study);

} // namespace consilium::bench
