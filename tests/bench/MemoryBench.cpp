#include "tests/bench/Program.h"
#include "tests/bench/Suite.h"

#include <QFile>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace consilium::bench
{

namespace
{

// A reader opens the study, waits until all of it is there, scrolls through it and changes the window; then the peak is
// read.
constexpr const char *scenario = R"(program size=1920x1200
source s url=${URL}
open study=${STUDY}
wait loaded timeout=300s
wait drawn
mouse wheel at=50%,50% steps=20
ShowPlane slice=last
wait drawn
ShowPlane slice=middle
SetWindow centre=40 width=80
wait drawn
SetLayout rows=2 columns=2
ShowSeries view=v2 series=1
ShowSeries view=v3 series=1
ShowSeries view=v4 series=1
wait idle
expect progress.complete == yes
print EVERYTHING-IS-THERE
pause 60s
)";

/// The most that the decode helpers held together until the scenario has done everything, looked at ten times a second;
/// nullopt when it does not get there.
std::optional<std::int64_t> helpersUntilThere(Program &program)
{
    std::int64_t most = 0;
    for (int untilMs = 100; untilMs <= 300'000; untilMs += 100) {
        const bool isThere = program.waitForLine("EVERYTHING-IS-THERE", untilMs).has_value();
        most = std::max(most, program.helperBytes());
        if (isThere)
            return most;
    }
    return std::nullopt;
}

/// The highest that the program held and the highest that its helpers held, which need not have been at one time:
/// rather too much than too little.
void peak(Suite &suite, const QString &name, int slices, const QString &syntax, double goalMegabytes)
{
    const auto study = suite.studies.study(slices, syntax);
    const QString path = suite.workFolder + u"/memory.actions"_s;
    QFile file(path);
    if (!study || !file.open(QIODevice::WriteOnly))
        return suite.report.cannot(u"memory"_s, name, study ? file.errorString() : study.error().detail);
    file.write(scenario);
    file.close();
    Program program({u"--scenario"_s, path, u"--var"_s, u"URL="_s + suite.studies.url(), u"--var"_s,
                     u"STUDY="_s + study->study.text()});
    const auto helpers = helpersUntilThere(program);
    if (!helpers)
        return suite.report.cannot(u"memory"_s, name, program.problem());
    if (*helpers == 0 && syntax == u"jpeg2000"_s)
        return suite.report.cannot(u"memory"_s, name, u"no decode helper was seen"_s);
    suite.report.add({u"memory"_s, name, double(program.peakBytes() + *helpers) / 1e6, u"MB"_s,
                      double(slices) * 512 * 512 * 2 / 1e6, goalMegabytes});
}

} // namespace

void benchMemory(Suite &suite)
{
    peak(suite, u"peak-j2k"_s, suite.slices, u"jpeg2000"_s, 600.0);
    peak(suite, u"peak-uncompressed"_s, suite.slices, u"explicit"_s, 600.0);
    if (suite.manySlices > 0)
        peak(suite, u"peak-many"_s, suite.manySlices, u"explicit"_s, 1200.0);
}

} // namespace consilium::bench
