#include "tests/bench/Program.h"
#include "tests/bench/Suite.h"

using namespace Qt::StringLiterals;

namespace consilium::bench
{

namespace
{

// From the start of the process to the first image on the screen, the archive running on the same machine.
void firstImage(Suite &suite, const QString &name, int slices, const QString &syntax, double goalMs)
{
    const auto study = suite.studies.study(slices, syntax);
    if (!study)
        return suite.report.cannot(u"open"_s, name, study.error().detail);
    std::vector<double> times;
    for (int i = 0; i <= suite.rounds; ++i) {
        Program program({u"--archive"_s, suite.studies.url(), u"--study"_s, study->study.text(), u"--timing"_s});
        const auto ms = program.waitForLine("\"firstImage\"");
        if (!ms)
            return suite.report.cannot(u"open"_s, name, program.problem());
        if (i > 0) // the first start reads the libraries from the disk
            times.push_back(*ms);
    }
    suite.report.add({u"open"_s, name + u"-p50"_s, percentile(times, 0.5), u"ms"_s, {}, goalMs});
    suite.report.add({u"open"_s, name + u"-p95"_s, percentile(times, 0.95), u"ms"_s, {}, {}});
}

} // namespace

void benchOpen(Suite &suite)
{
    firstImage(suite, u"first-image-j2k"_s, suite.slices, u"jpeg2000"_s, 600.0);
    firstImage(suite, u"first-image-uncompressed"_s, suite.slices, u"explicit"_s, 600.0);
    if (suite.manySlices > 0)
        firstImage(suite, u"first-image-many"_s, suite.manySlices, u"explicit"_s, 800.0);
}

} // namespace consilium::bench
