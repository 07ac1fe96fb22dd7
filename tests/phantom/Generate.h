#pragma once
#include "base/Result.h"
#include "tests/phantom/DicomWriter.h"
#include "tests/phantom/PhantomSpec.h"

#include <functional>

namespace consilium::phantom
{

struct GenerateOptions {
    QString folder;
    QString syntax = QStringLiteral("explicit");
    int threads = 0;                                   ///< 0: one a processor
    std::function<void(int done, int total)> progress; ///< from the calling thread
};

/// What all images of the phantom share; Position phantoms are signed 16 bit in units of 1/64 mm, the others 12 bit
/// with HU + 1024.
[[nodiscard]] SeriesContent seriesContent(const PhantomSpec &spec);
/// Stored values of one image of the phantom, row-major.
[[nodiscard]] std::vector<std::int32_t> storedValues(const PhantomSpec &spec, const SlicePlan &slice);

/// Writes the phantom into the folder, IM0001.dcm on; gives the number of files. Errors of planSlices() and
/// writeCtImage().
[[nodiscard]] Result<int> generate(const PhantomSpec &spec, const GenerateOptions &options);

/// Runs `task` for 0 to count - 1 on several threads; the first error ends it.
[[nodiscard]] Result<void> forEachIndex(int count, int threads, const std::function<Result<void>(int)> &task,
                                        const std::function<void(int, int)> &progress);

} // namespace consilium::phantom
