#include "app/bridge/PixelBridge.h"
#include "base/platform/Platform.h"
#include "tests/bench/BareHeaders.h"
#include "tests/bench/Suite.h"
#include "tests/phantom/Generate.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace consilium::bench
{

namespace
{

constexpr int kSeries = 19, kSlices = 1000, kOthers = 1000; // 20,000 files
constexpr int kThreads = 2;
constexpr double kGoalRatio = 1.2;

// Small images of several kinds and syntaxes, and among them files that are none.
bool makeFiles(const QString &folder)
{
    using phantom::Axis;
    using phantom::Kind;
    using phantom::Variant;
    const QStringList syntaxes{u"explicit"_s, u"implicit"_s, u"jpeg2000"_s, u"rle"_s};
    constexpr std::array<Variant, 5> variants{Variant::Axial, Variant::Sagittal, Variant::Coronal, Variant::Oblique,
                                              Variant::Shuffled};
    for (int i = 0; i < kSeries; ++i) {
        phantom::PhantomSpec spec;
        spec.kind = i % 3 == 0 ? Kind::Position : i % 3 == 1 ? Kind::Marker : Kind::Head;
        spec.variant = variants[std::size_t(i) % variants.size()];
        spec.slices = kSlices;
        spec.rows = spec.columns = 16;
        spec.seed = std::uint32_t(i + 1);
        spec.patientId = u"TEST-%1"_s.arg(i / 4);
        phantom::GenerateOptions options;
        options.folder = folder + u"/%1/%2"_s.arg(i % 3).arg(i);
        options.syntax = syntaxes[i % syntaxes.size()];
        if (!phantom::generate(spec, options))
            return false;
    }
    for (int i = 0; i < kOthers; ++i) {
        QFile file(folder + u"/%1/note-%2.txt"_s.arg(i % 3).arg(i));
        if (!file.open(QIODevice::WriteOnly) || file.write(QByteArray(200 + i * 7, char(' ' + i % 90))) < 0)
            return false;
    }
    return true;
}

struct Opened {
    double ms = 0.0, firstMs = 0.0;
    int images = 0;
};

Opened open(const QString &folder)
{
    Opened opened;
    app::PixelBridge bridge({100'000'000, kThreads});
    QElapsedTimer clock;
    bool isOver = false;
    QObject::connect(&bridge, &app::PixelBridge::studyOpened, &bridge, [&] {
        if (opened.firstMs == 0.0)
            opened.firstMs = double(clock.nsecsElapsed()) / 1e6;
    });
    QObject::connect(&bridge, &app::PixelBridge::folderFinished, &bridge, [&](const QString &, int images, int) {
        opened.ms = double(clock.nsecsElapsed()) / 1e6;
        opened.images = images;
        isOver = true;
    });
    clock.start();
    bridge.openFolder(folder);
    while (!isOver && clock.elapsed() < 300'000)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents); // with a time it would not wait
    return opened;
}

} // namespace

void benchFolder(Suite &suite)
{
    const QString name = u"open-20000-files"_s;
    QTemporaryDir folder(suite.workFolder + u"/folder-XXXXXX"_s);
    if (!folder.isValid() || !makeFiles(folder.path()))
        return suite.report.cannot(u"folder"_s, name, u"the files cannot be written"_s);
    std::vector<double> ours, bare, first;
    const std::int64_t before = platform::residentBytes();
    for (int i = 0; i < 4; ++i) { // the first time the files are read from the disk
        const double headers = readBareHeaders(folder.path(), kThreads);
        const Opened opened = open(folder.path());
        if (opened.images != kSeries * kSlices || headers <= 0.0)
            return suite.report.cannot(u"folder"_s, name, u"%1 images were found"_s.arg(opened.images));
        if (i == 0)
            continue;
        bare.push_back(headers);
        ours.push_back(opened.ms);
        first.push_back(opened.firstMs);
    }
    const double bound = percentile(bare, 0.5);
    suite.report.add({u"folder"_s, name, percentile(ours, 0.5), u"ms"_s, bound, bound * kGoalRatio});
    suite.report.add({u"folder"_s, u"first-series-listed"_s, percentile(first, 0.5), u"ms"_s, {}, {}});
    suite.report.add(
        {u"folder"_s, u"memory-grown"_s, double(platform::peakResidentBytes() - before) / 1e6, u"MB"_s, {}, {}});
}

} // namespace consilium::bench
