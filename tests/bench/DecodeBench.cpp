#include "app/bridge/PixelBridge.h"
#include "base/platform/Platform.h"
#include "tests/bench/BareDecoder.h"
#include "tests/bench/BareTransfer.h"
#include "tests/bench/Suite.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace consilium::bench
{

namespace
{

// Seconds from asking for the study until every frame is decoded, as the program loads it but without a window.
double loadAll(const QString &url, const StudyUid &study)
{
    http::HttpClient http;
    auto client = std::make_shared<dicomweb::DicomWebClient>(
        http, dicomweb::ArchiveConfig{ArchiveId(u"bench"_s), {}, url, {}, {}});
    app::PixelBridge bridge({4'000'000'000, 0});
    QEventLoop loop;
    DataSetId id;
    bool isComplete = false;
    const auto look = [&] {
        isComplete = !id.isEmpty() && bridge.progress(id).complete;
        if (isComplete)
            loop.quit();
    };
    QObject::connect(&bridge, &app::PixelBridge::studyOpened, &loop, [&](const StudyUid &opened) {
        id = bridge.dataSets(opened).front()->id;
        bridge.want(&loop, id, 0, 1);
    });
    QObject::connect(&bridge, &app::PixelBridge::frameReady, &loop, look);
    QObject::connect(&bridge, &app::PixelBridge::progressChanged, &loop, look);
    QObject::connect(&bridge, &app::PixelBridge::openFailed, &loop, [&] { loop.quit(); });
    QObject::connect(&bridge, &app::PixelBridge::openWaits, &loop, [&] { loop.quit(); });
    QTimer::singleShot(180'000, &loop, &QEventLoop::quit);
    QElapsedTimer clock;
    clock.start();
    dicom::StudyHeader header;
    header.uid = study;
    bridge.openStudy(client, header);
    loop.exec();
    return isComplete ? double(clock.nsecsElapsed()) / 1e9 : -1.0;
}

void compressed(Suite &suite)
{
    const QString name = u"load-decode-j2k"_s;
    const auto study = suite.studies.study(suite.slices, u"jpeg2000"_s);
    const auto transfer = study ? transferFrames(suite.studies.url(), *study) : fail(study.error());
    if (!transfer)
        return suite.report.cannot(u"decode"_s, name, transfer.error().detail);
    // Pairs, turn about: other work on the machine touches both alike.
    std::vector<double> bare, ours;
    for (int i = 0; i < 4; ++i) {
        for (const bool isOurs : {i % 2 == 1, i % 2 == 0}) {
            const double seconds = isOurs ? loadAll(suite.studies.url(), study->study)
                                          : decodeBare(transfer->frames, platform::cpuCount());
            if (seconds < 0.0)
                return suite.report.cannot(u"decode"_s, name,
                                           isOurs ? u"loading did not complete"_s : u"the bare decoder failed"_s);
            (isOurs ? ours : bare).push_back(seconds);
        }
    }
    const double bound = median(bare);
    suite.report.add({u"decode"_s, name, bound * medianRatio(ours, bare), u"s"_s, bound, bound * 1.15});
}

void uncompressed(Suite &suite)
{
    const QString name = u"load-uncompressed"_s;
    const auto study = suite.studies.study(suite.slices, u"explicit"_s);
    if (!study)
        return suite.report.cannot(u"decode"_s, name, study.error().detail);
    double bound = 1e9, value = 1e9;
    for (int i = 0; i < suite.rounds; ++i) {
        const auto bare = transferFrames(suite.studies.url(), *study);
        const double ours = loadAll(suite.studies.url(), study->study);
        if (!bare || ours < 0.0)
            return suite.report.cannot(u"decode"_s, name, bare ? u"loading did not complete"_s : bare.error().detail);
        bound = std::min(bound, bare->seconds);
        value = std::min(value, ours);
    }
    suite.report.add({u"decode"_s, name, value, u"s"_s, bound, bound * 2.0});
}

} // namespace

void benchDecode(Suite &suite)
{
    uncompressed(suite);
    compressed(suite);
    benchHelper(suite);
}

} // namespace consilium::bench
