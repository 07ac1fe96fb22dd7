#include "app/bridge/OutsideDecoders.h"
#include "app/bridge/PixelBridge.h"
#include "base/platform/Platform.h"
#include "tests/bench/BareTransfer.h"
#include "tests/bench/Suite.h"
#include "tests/phantom/Generate.h"
#include "viewer/codecs/Decoder.h"
#include "viewer/dicom/Describe.h"
#include "viewer/dicom/DicomFile.h"
#include "viewer/pixels/DecodePool.h"

#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace consilium::bench
{

namespace
{

const QString htj2k = u"1.2.840.10008.1.2.4.201"_s, jpeg2000 = u"1.2.840.10008.1.2.4.90"_s;

dicom::PixelDescription phantomPixels()
{
    dicom::PixelDescription pixels;
    pixels.rows = pixels.columns = 512;
    pixels.bitsAllocated = 16;
    pixels.bitsStored = 12;
    pixels.highBit = 11;
    pixels.photometricName = u"MONOCHROME2"_s;
    return pixels;
}

/// Seconds that a pool takes for all frames, decoders started before; negative when one fails.
double decodeAll(const std::vector<QByteArray> &frames, const QString &syntax, const pixels::DecoderFactory &factory)
{
    pixels::DecodePool pool(platform::cpuCount(), factory);
    const auto one = [&](const QByteArray &bytes) {
        return pool.decode({}, phantomPixels(), TransferSyntaxUid(syntax), bytes, Priority::Visible, {});
    };
    for (int i = 0; i < 2 * platform::cpuCount(); ++i)
        one(frames.front()).waitForFinished();
    std::vector<QFuture<Result<pixels::FramePtr>>> answers;
    QElapsedTimer clock;
    clock.start();
    for (const QByteArray &bytes : frames)
        answers.push_back(one(bytes));
    bool isWhole = true;
    for (auto &answer : answers) {
        answer.waitForFinished();
        isWhole = isWhole && answer.result().has_value();
    }
    return isWhole ? double(clock.nsecsElapsed()) / 1e9 : -1.0;
}

/// Seconds from opening a folder until every frame is decoded, as the program loads it but without a window.
double loadFolder(const QString &folder)
{
    app::PixelBridge bridge({4'000'000'000, 0});
    QEventLoop loop;
    DataSetId id;
    const auto look = [&] {
        if (!id.isEmpty() && bridge.progress(id).complete)
            loop.quit();
    };
    QObject::connect(&bridge, &app::PixelBridge::studyOpened, &loop, [&](const StudyUid &opened) {
        id = bridge.dataSets(opened).front()->id;
        bridge.want(&loop, id, 0, 1);
    });
    QObject::connect(&bridge, &app::PixelBridge::frameReady, &loop, look);
    QObject::connect(&bridge, &app::PixelBridge::progressChanged, &loop, look);
    QTimer::singleShot(60'000, &loop, &QEventLoop::quit);
    QElapsedTimer clock;
    clock.start();
    bridge.openFolder(folder);
    loop.exec();
    return !id.isEmpty() && bridge.progress(id).complete ? double(clock.nsecsElapsed()) / 1e9 : -1.0;
}

/// What the way through the decode helper costs: the same pool, decoders in this process and in the helper.
void helperCost(Suite &suite)
{
    const QString name = u"j2k-in-helper"_s;
    const auto study = suite.studies.study(suite.slices, u"jpeg2000"_s);
    const auto transfer = study ? transferFrames(suite.studies.url(), *study) : fail(study.error());
    if (!transfer)
        return suite.report.cannot(u"decode"_s, name, transfer.error().detail);
    double here = 1e9, there = 1e9;
    for (int i = 0; i < 2; ++i) { // turn about: other work on the machine touches both alike
        here = std::min(here,
                        decodeAll(transfer->frames, jpeg2000, [] { return std::make_unique<pixels::LocalDecoder>(); }));
        there = std::min(there, decodeAll(transfer->frames, jpeg2000, app::outsideDecoders()));
    }
    if (here < 0.0 || there < 0.0)
        return suite.report.cannot(u"decode"_s, name, u"a frame was not decoded"_s);
    suite.report.add({u"decode"_s, name, there, u"s"_s, here, here * 1.05});
}

void htj2kSeries(Suite &suite)
{
    const QString name = u"load-htj2k-folder"_s;
    const QString folder = suite.workFolder + u"/htj2k-%1"_s.arg(suite.slices);
    if (QDir(folder).entryList(QDir::Files).size() != suite.slices) {
        phantom::PhantomSpec spec;
        spec.slices = suite.slices;
        spec.rows = spec.columns = 512;
        phantom::GenerateOptions options;
        options.folder = folder;
        options.syntax = u"htj2k"_s;
        if (const auto made = phantom::generate(spec, options); !made)
            return suite.report.cannot(u"decode"_s, name, made.error().detail);
    }
    std::vector<QByteArray> frames;
    for (const QFileInfo &file : QDir(folder).entryInfoList(QDir::Files))
        if (auto bytes = dicom::readFrame(file.filePath(), 0))
            frames.push_back(std::move(*bytes));
    double bare = 1e9, value = 1e9;
    for (int i = 0; i < suite.rounds; ++i) {
        bare = std::min(bare, decodeAll(frames, htj2k, [] { return std::make_unique<pixels::LocalDecoder>(); }));
        const double ours = loadFolder(folder);
        if (bare < 0.0 || ours < 0.0)
            return suite.report.cannot(u"decode"_s, name, u"a frame was not decoded"_s);
        value = std::min(value, ours);
    }
    suite.report.add({u"decode"_s, name, value, u"s"_s, bare, 1.0 * suite.slices / 400.0});
}

} // namespace

void benchHelper(Suite &suite)
{
    helperCost(suite);
    htj2kSeries(suite);
}

} // namespace consilium::bench
