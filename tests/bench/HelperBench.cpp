#include "app/bridge/OutsideDecoders.h"
#include "app/bridge/PixelBridge.h"
#include "base/platform/Platform.h"
#include "tests/bench/Suite.h"
#include "tests/phantom/Generate.h"
#include "viewer/codecs/Decoder.h"
#include "viewer/dicom/Describe.h"
#include "viewer/dicom/DicomFile.h"
#include "viewer/pixels/DecodePool.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QImage>
#include <QProcess>
#include <QTimer>
#include <QtEndian>

#include <algorithm>
#include <ctime>
#include <sys/resource.h>

using namespace Qt::StringLiterals;

namespace consilium::bench
{

namespace
{

const QString htj2k = u"1.2.840.10008.1.2.4.201"_s;

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

double secondsOf(clockid_t clock)
{
    timespec time{};
    return clock_gettime(clock, &time) == 0 ? double(time.tv_sec) + double(time.tv_nsec) / 1e9 : 0.0;
}

/// CPU seconds of this process's children up to now, the dead ones included: the decode helpers.
double childrenCpuSeconds()
{
    rusage dead{};
    getrusage(RUSAGE_CHILDREN, &dead);
    const auto seconds = [](const timeval &time) { return double(time.tv_sec) + double(time.tv_usec) / 1e6; };
    double sum = seconds(dead.ru_utime) + seconds(dead.ru_stime);
    const QString threads = u"/proc/self/task"_s;
    for (const QString &thread : QDir(threads).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        QFile children(threads + u'/' + thread + u"/children"_s);
        if (!children.open(QIODevice::ReadOnly))
            continue;
        for (const QByteArray &child : children.readAll().simplified().split(' ')) {
            clockid_t clock{};
            if (const int id = child.toInt(); id > 0 && clock_getcpuclockid(id, &clock) == 0) // 0 is this process
                sum += secondsOf(clock);
        }
    }
    return sum;
}

double ownCpuSeconds()
{
    return secondsOf(CLOCK_PROCESS_CPUTIME_ID);
}

/// Frames of one transfer syntax, as a pool is given them.
struct Coded {
    QString name, syntax; ///< syntax: UID
    dicom::PixelDescription pixels;
    std::vector<QByteArray> frames;
};

/// What one way of decoding takes.
struct Cost {
    double seconds = -1.0;    ///< by the clock, decoders started before; negative: a frame was not decoded
    double cpuSeconds = -1.0; ///< of this process and its helpers together
};

Cost costOf(const Coded &coded, const pixels::DecoderFactory &factory)
{
    pixels::DecodePool pool(platform::cpuCount(), factory);
    const auto one = [&](const QByteArray &bytes) {
        return pool.decode({}, coded.pixels, TransferSyntaxUid(coded.syntax), bytes, Priority::Visible, {});
    };
    for (int i = 0; i < 2 * platform::cpuCount(); ++i)
        one(coded.frames.front()).waitForFinished();
    const double cpuBefore = ownCpuSeconds() + childrenCpuSeconds();
    std::vector<QFuture<Result<pixels::FramePtr>>> answers;
    QElapsedTimer clock;
    clock.start();
    for (const QByteArray &bytes : coded.frames)
        answers.push_back(one(bytes));
    bool isWhole = true;
    for (auto &answer : answers) {
        answer.waitForFinished();
        isWhole = isWhole && answer.result().has_value();
        answer = {}; // hundreds of megabytes together
    }
    const double seconds = double(clock.nsecsElapsed()) / 1e9;
    return isWhole ? Cost{seconds, ownCpuSeconds() + childrenCpuSeconds() - cpuBefore} : Cost{};
}

constexpr int phantomsMade = 50; ///< slices of each syntax; more frames are these once more
constexpr int jpegQuality = 90;

/// The head phantom in a folder. By a process of its own: the JPEG-LS encoder of DCMTK and the decoder of the program
/// have functions of one name.
Result<QString> phantomFolder(const Suite &suite, const QString &syntax)
{
    const QString folder = suite.workFolder + u"/helper-"_s + syntax;
    if (QDir(folder).entryList(QDir::Files).size() == phantomsMade)
        return folder;
    const QString side = u"512"_s, program = QCoreApplication::applicationDirPath() + u"/consilium-phantom"_s;
    QProcess phantom;
    phantom.setStandardOutputFile(QProcess::nullDevice()); // figures alone are printed
    phantom.start(program,
                  {u"generate"_s, u"--out"_s, folder, u"--kind"_s, u"head"_s, u"--slices"_s,
                   QString::number(phantomsMade), u"--rows"_s, side, u"--columns"_s, side, u"--syntax"_s, syntax});
    const bool isMade =
        phantom.waitForFinished(300'000) && phantom.exitStatus() == QProcess::NormalExit && phantom.exitCode() == 0;
    return isMade ? Result<QString>(folder) : fail(ErrorCode::Internal, u"consilium-phantom generate"_s);
}

/// `count` frames of the head phantom; they repeat.
Result<Coded> codedPhantom(const Suite &suite, const QString &name, const QString &syntax, int count)
{
    const auto folder = phantomFolder(suite, syntax);
    if (!folder)
        return fail(folder.error());
    Coded coded{name, {}, phantomPixels(), {}};
    for (const QFileInfo &file : QDir(*folder).entryInfoList(QDir::Files)) {
        const auto header = dicom::readHeader(file.filePath());
        auto bytes = header ? dicom::readFrame(file.filePath(), 0) : fail(header.error());
        if (!bytes)
            return fail(bytes.error());
        coded.syntax = header->text(tags::TransferSyntaxUid);
        coded.frames.push_back(std::move(*bytes));
    }
    for (std::size_t i = 0; coded.frames.size() < std::size_t(count); ++i)
        coded.frames.push_back(coded.frames[i]);
    return coded;
}

/// The same slices in eight bits, by Qt's encoder: the phantoms are lossless.
Result<Coded> baseline(const Suite &suite, const QString &name, int count)
{
    const auto folder = phantomFolder(suite, u"explicit"_s);
    if (!folder)
        return fail(folder.error());
    Coded coded{name, u"1.2.840.10008.1.2.4.50"_s, phantomPixels(), {}};
    coded.pixels.bitsAllocated = coded.pixels.bitsStored = 8;
    coded.pixels.highBit = 7;
    coded.pixels.lossy = true;
    const int side = coded.pixels.rows;
    for (const QFileInfo &file : QDir(*folder).entryInfoList(QDir::Files)) {
        const auto bytes = dicom::readFrame(file.filePath(), 0);
        if (!bytes || bytes->size() < qsizetype(side) * side * 2)
            return fail(ErrorCode::PixelsDamaged, u"a phantom"_s);
        QImage image(side, side, QImage::Format_Grayscale8);
        for (int row = 0; row < side; ++row)
            for (int column = 0; column < side; ++column)
                image.scanLine(row)[column] = std::uint8_t(
                    qFromLittleEndian<std::uint16_t>(bytes->constData() + 2 * (qsizetype(row) * side + column)) >> 4);
        QBuffer buffer;
        if (!buffer.open(QIODevice::WriteOnly) || !image.save(&buffer, "JPG", jpegQuality))
            return fail(ErrorCode::Unsupported, u"Qt cannot write JPEG here"_s);
        coded.frames.push_back(buffer.data());
    }
    for (std::size_t i = 0; coded.frames.size() < std::size_t(count); ++i)
        coded.frames.push_back(coded.frames[i]);
    return coded;
}

/// What the way through the decode helper costs: the same pool, decoders in this process and in the helper, turn about
/// and each first as often, so that other work on the machine touches both alike. The bound is the median of this
/// process, the value that times the median of the ratios.
void helperCost(Suite &suite, const QString &name, const Result<Coded> &coded)
{
    if (!coded)
        return suite.report.cannot(u"decode"_s, name, coded.error().detail);
    std::vector<double> here, there, hereCpu, thereCpu;
    const auto measure = [&](bool inHelper) {
        const Cost cost = inHelper ? costOf(*coded, app::outsideDecoders())
                                   : costOf(*coded, [] { return std::make_unique<pixels::LocalDecoder>(); });
        (inHelper ? there : here).push_back(cost.seconds);
        (inHelper ? thereCpu : hereCpu).push_back(cost.cpuSeconds);
        return cost.seconds >= 0.0;
    };
    constexpr int fewestRounds = 10; // each first in half of them
    for (int i = 0; i < std::max(suite.rounds, fewestRounds); ++i)
        for (const bool inHelper : {i % 2 == 1, i % 2 == 0})
            if (!measure(inHelper))
                return suite.report.cannot(u"decode"_s, name, u"a frame was not decoded"_s);
    const double bound = median(here), boundCpu = median(hereCpu);
    const double value = bound * medianRatio(there, here), valueCpu = boundCpu * medianRatio(thereCpu, hereCpu);
    suite.report.add({u"decode"_s, name, value, u"s"_s, bound, bound * 1.05});
    suite.report.add({u"decode"_s, name + u"-cpu"_s, valueCpu, u"s"_s, boundCpu, boundCpu * 1.05});
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
    Coded coded{name, htj2k, phantomPixels(), {}};
    for (const QFileInfo &file : QDir(folder).entryInfoList(QDir::Files))
        if (auto bytes = dicom::readFrame(file.filePath(), 0))
            coded.frames.push_back(std::move(*bytes));
    double bare = 1e9, value = 1e9;
    for (int i = 0; i < suite.rounds; ++i) {
        bare = std::min(bare, costOf(coded, [] { return std::make_unique<pixels::LocalDecoder>(); }).seconds);
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
    // About half a second to a second each way on two cores.
    constexpr int ofJpeg2000 = 50, ofHtJpeg2000 = 400, ofJpegLs = 100, ofOthers = 1000;
    const QString j2k = u"j2k-in-helper"_s, ht = u"htj2k-in-helper"_s, ls = u"jpegls-in-helper"_s,
                  jpeg = u"jpeg-in-helper"_s, rle = u"rle-in-helper"_s;
    helperCost(suite, j2k, codedPhantom(suite, j2k, u"jpeg2000"_s, ofJpeg2000));
    helperCost(suite, ht, codedPhantom(suite, ht, u"htj2k"_s, ofHtJpeg2000));
    helperCost(suite, ls, codedPhantom(suite, ls, u"jpegls"_s, ofJpegLs));
    helperCost(suite, jpeg, baseline(suite, jpeg, ofOthers));
    helperCost(suite, rle, codedPhantom(suite, rle, u"rle"_s, ofOthers));
    htj2kSeries(suite);
}

} // namespace consilium::bench
