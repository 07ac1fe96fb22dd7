#include "tests/bench/Program.h"
#include "tests/bench/Suite.h"

#include <QFile>

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

constexpr int kRadiographSide = 3000;

// From the double click on a row of the list to the picture of a radiograph of nine megapixels on the screen.
void radiograph(Suite &suite, const QString &syntax, std::optional<double> goalMs)
{
    const QString name = u"radiograph-click-"_s + syntax;
    const auto study = suite.studies.study(1, syntax, kRadiographSide);
    if (!study)
        return suite.report.cannot(u"open"_s, name, study.error().detail);
    const QString path = suite.workFolder + u"/radiograph.actions"_s;
    QFile script(path);
    if (!script.open(QIODevice::WriteOnly | QIODevice::Truncate))
        return suite.report.cannot(u"open"_s, name, script.errorString());
    script.write(u"program size=1920x1200\nsource bench url=%1\nworklist search patient=BENCH-1-%2-%3\n"
                 "wait until worklist.count == 1\nworklist open row=1\nwait loaded\nwait drawn\n"_s
                     .arg(suite.studies.url(), syntax)
                     .arg(kRadiographSide)
                     .toUtf8());
    script.close();
    std::vector<double> times, wholeTimes;
    for (int i = 0; i <= suite.rounds; ++i) {
        Program program({u"--scenario"_s, path, u"--timing"_s});
        const bool isDrawn = program.waitForLine("\"firstWholeImage\"").has_value();
        const auto ms = program.between(u"studyAsked"_s, u"firstImage"_s),
                   wholeMs = program.between(u"studyAsked"_s, u"firstWholeImage"_s);
        if (!isDrawn || !ms || !wholeMs)
            return suite.report.cannot(u"open"_s, name, program.problem());
        if (i == 0)
            continue;
        times.push_back(*ms);
        wholeTimes.push_back(*wholeMs);
    }
    suite.report.add({u"open"_s, name + u"-p50"_s, percentile(times, 0.5), u"ms"_s, {}, goalMs});
    suite.report.add({u"open"_s, name + u"-p95"_s, percentile(times, 0.95), u"ms"_s, {}, {}});
    constexpr double paintMs = 20.0; // less apart: one and the same picture
    if (percentile(wholeTimes, 0.5) > percentile(times, 0.5) + paintMs)
        suite.report.add({u"open"_s, name + u"-whole-p50"_s, percentile(wholeTimes, 0.5), u"ms"_s, {}, {}});
}

} // namespace

void benchOpen(Suite &suite)
{
    firstImage(suite, u"first-image-j2k"_s, suite.slices, u"jpeg2000"_s, 600.0);
    firstImage(suite, u"first-image-uncompressed"_s, suite.slices, u"explicit"_s, 600.0);
    if (suite.manySlices > 0)
        firstImage(suite, u"first-image-many"_s, suite.manySlices, u"explicit"_s, 800.0);
    for (const QString &syntax : {u"explicit"_s, u"jpeg"_s, u"jpegls"_s, u"jpeg2000"_s, u"htj2k"_s})
        radiograph(suite, syntax, 500.0);
}

} // namespace consilium::bench
