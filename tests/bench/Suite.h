#pragma once
#include "tests/bench/BenchStudies.h"
#include "tests/bench/Report.h"

namespace consilium::bench
{

/// What every group needs.
struct Suite {
    Report &report;
    BenchStudies &studies;
    QString workFolder;
    int slices = 400;      ///< of the usual series
    int manySlices = 2000; ///< of the long one; 0: left out
    int rounds = 5;        ///< of what is short; what takes seconds is done a few times
};

void benchOpen(Suite &suite);
void benchDecode(Suite &suite);
void benchHelper(Suite &suite); ///< part of the group decode: through the decode helper
void benchFolder(Suite &suite);
void benchScroll(Suite &suite);
void benchMemory(Suite &suite);
void benchWorklist(Suite &suite);
void benchReading(Suite &suite);
void benchCompare(Suite &suite); ///< part of the group reading: linked views, a prior beside
void benchSession(Suite &suite); ///< part of the group scroll: reduce and hash

} // namespace consilium::bench
