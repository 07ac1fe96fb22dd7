#include "app/bridge/SeriesStream.h"
#include "tests/support/TestMain.h"
#include "tests/unit/app_bridge/BridgeFixture.h"
#include "viewer/dicom/DicomFile.h"
#include "viewer/dicom/StudyModel.h"

#include <QThread>

#include <atomic>

using namespace Qt::StringLiterals;
using namespace consilium;
using app::FrameSource;
using app::SeriesStream;
using test::FakeArchive;
using test::FaultReply;
using test::MinimalDicom;
using Question = FakeArchive::Question;

namespace
{

const QByteArray rle = "1.2.840.10008.1.2.5";

void put(QByteArray &out, quint32 value)
{
    for (int i = 0; i < 4; ++i)
        out += char(value >> (8 * i) & 0xFF);
}

/// PS3.5 annex G, of an image of at most 128 pixels: the high bytes, then the low ones, each as one literal run.
QByteArray rleOf(const MinimalDicom &image)
{
    const QByteArray words = image.frameBytes(0);
    QByteArray segments[2];
    for (int i = 0; i < 2; ++i) {
        segments[i] += char(words.size() / 2 - 1);
        for (qsizetype at = 1 - i; at < words.size(); at += 2)
            segments[i] += words[at];
        if (segments[i].size() % 2 != 0)
            segments[i] += '\0';
    }
    QByteArray out;
    put(out, 2);
    put(out, 64);
    put(out, quint32(64 + segments[0].size()));
    out.append(64 - out.size(), '\0');
    return out + segments[0] + segments[1];
}

/// The image's file with its pixels encapsulated. PS3.5 A.4.
QByteArray rleFileOf(const MinimalDicom &image)
{
    QByteArray file = image.part10();
    file.replace(QByteArray("1.2.840.10008.1.2.1") + '\0', rle + '\0');
    constexpr qsizetype elementHeader = 12;
    file.chop(image.pixelBytes().size() + elementHeader);
    const QByteArray frame = rleOf(image);
    put(file, 0x00107FE0);
    file += QByteArray("OB\0\0", 4);
    put(file, 0xFFFFFFFF);
    put(file, 0xE000FFFE); // no offsets
    put(file, 0);
    put(file, 0xE000FFFE);
    put(file, quint32(frame.size()));
    file += frame;
    put(file, 0xE0DDFFFE);
    put(file, 0);
    return file;
}

/// `lacking`: index of one of which bytes are missing.
FaultReply manyParts(const std::vector<QByteArray> &files, std::size_t lacking = 1000)
{
    QByteArray body;
    for (std::size_t i = 0; i < files.size(); ++i) {
        const QByteArray file = i == lacking ? files[i].chopped(10) : files[i];
        body += "--b\r\nContent-Type: application/dicom\r\nContent-Length: " + QByteArray::number(files[i].size()) +
                "\r\n\r\n" + file + "\r\n";
    }
    return test::reply(200, "multipart/related; type=\"application/dicom\"; boundary=b", body + "--b--");
}

FaultReply rleFrame(const MinimalDicom &image)
{
    return test::reply(200, "multipart/related; type=\"application/octet-stream\"; boundary=b",
                       "--b\r\nContent-Type: application/octet-stream; transfer-syntax=" + rle + "\r\n\r\n" +
                           rleOf(image) + "\r\n--b--");
}

std::vector<QByteArray> filesOf(const std::vector<MinimalDicom> &images)
{
    std::vector<QByteArray> files;
    for (const MinimalDicom &image : images)
        files.push_back(rleFileOf(image));
    return files;
}

/// What the metadata of these images say.
std::vector<dicom::InstancePtr> described(const std::vector<MinimalDicom> &images)
{
    std::vector<dicom::InstancePtr> all;
    for (const MinimalDicom &image : images)
        if (const auto header = dicom::readHeader(image.part10()))
            if (const auto instance = dicom::describeInstance(*header))
                all.push_back(*instance);
    return all;
}

/// Asks an archive for its series, without a loader.
struct Asking {
    FakeArchive archive;
    http::HttpClient http;
    FrameSource source;
    SeriesStream stream;

    Asking(const std::vector<MinimalDicom> &images, FakeArchive::Fault fault, SeriesStream::Limits limits)
        : archive(images, std::move(fault)),
          source{test::clientOf(http, archive.url()), StudyUid(images.front().study), SeriesUid(images.front().series)},
          stream(limits)
    {
    }
    [[nodiscard]] int asked() const { return archive.asked(""); }
    /// Empty: it is not held.
    [[nodiscard]] QByteArray taken(const MinimalDicom &image)
    {
        const auto frame = stream.take(test::keyOf(image), source);
        return frame ? frame->bytes : QByteArray();
    }
    /// It has come to its end, and nobody takes from it any more.
    [[nodiscard]] bool isOver() const { return stream.mayBegin({source.archive, source.study, SeriesUid(u"1.2.3"_s)}); }
};

constexpr int codedBytes = 64 + 2 * 26; ///< of one of the images

SeriesStream::Limits small()
{
    SeriesStream::Limits limits;
    limits.fewestImages = 4;
    limits.restMs = 50;
    return limits;
}

} // namespace

/// The rest of a stack by one question.
class BridgeStreamTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // The first images are asked for one by one; what the series brings meanwhile is not asked for again.
    void theRestOfAStackComesInOne()
    {
        constexpr int count = 100;
        const auto images = FakeArchive::series(count);
        FakeArchive archive(images, [&](const Question &q) -> std::optional<FaultReply> {
            if (q.what.isEmpty())
                return manyParts(filesOf(images));
            if (q.what != "frame")
                return std::nullopt;
            QThread::msleep(20);
            for (const MinimalDicom &image : images)
                if (image.sop.toLatin1() == q.sop)
                    return rleFrame(image);
            return std::nullopt;
        });
        http::HttpClient http;
        app::PixelBridge bridge({50'000'000, 2});
        const DataSetId id(images.front().series);
        QObject::connect(&bridge, &app::PixelBridge::studyOpened, &bridge, [&] { bridge.want(this, id, 0, 1); });
        QVERIFY(bridge.openStudy(test::clientOf(http, archive.url()), test::headerOf(images.front())));
        QTRY_VERIFY_WITH_TIMEOUT(bridge.progress(id).complete && bridge.isIdle(), 30'000);
        for (const MinimalDicom &image : images)
            QVERIFY2(test::holdsPixelsOf(bridge, image), qPrintable(image.sop));
        QCOMPARE(archive.asked(""), 1);
        QVERIFY2(archive.asked("frame") < count * 3 / 4, QByteArray::number(archive.asked("frame")).constData());
    }

    // One phase of three: for it all three would come, and two of them be dropped.
    void forALesserPartTheSeriesIsNotAskedFor()
    {
        constexpr int phases = 3, places = 80;
        const auto images = FakeArchive::series(phases * places);
        FakeArchive archive(
            images, [](const Question &) { return std::optional<FaultReply>(); },
            [](Attributes &header, const MinimalDicom &image) {
                const int place = (image.instanceNumber - 1) % places, phase = (image.instanceNumber - 1) / places;
                header.setText(tags::ImagePositionPatient, "DS", {u"0"_s, u"0"_s, QString::number(place * 3)});
                header.setText(tags::TemporalPositionIdentifier, "IS", {QString::number(phase + 1)});
            });
        http::HttpClient http;
        app::PixelBridge bridge({50'000'000, 2});
        const DataSetId id(images.front().series);
        QVERIFY(bridge.openStudy(test::clientOf(http, archive.url()), test::headerOf(images.front())));
        const auto isDescribed = [&] {
            const auto parts = bridge.dataSets(StudyUid(images.front().study));
            return parts.size() == phases && parts.front()->slices.size() == places;
        };
        QTRY_VERIFY_WITH_TIMEOUT(isDescribed(), 30'000);
        bridge.want(this, id, 0, 1);
        QTRY_VERIFY_WITH_TIMEOUT(bridge.progress(id).complete && bridge.isIdle(), 30'000);
        for (int i = 0; i < places; ++i)
            QVERIFY2(test::holdsPixelsOf(bridge, images[std::size_t(i)]), qPrintable(images[std::size_t(i)].sop));
        QCOMPARE(archive.asked(""), 0);
    }

    // An archive that does not hand out series is asked once; nobody is told.
    void whereItIsRefusedAllComeOneByOne()
    {
        constexpr int count = 80;
        const auto images = FakeArchive::series(count);
        FakeArchive archive(images, [&](const Question &q) -> std::optional<FaultReply> {
            return q.what.isEmpty() ? std::optional(test::reply(404, "text/plain", "no")) : std::nullopt;
        });
        http::HttpClient http;
        app::PixelBridge bridge({50'000'000, 2});
        const DataSetId id(images.front().series);
        QObject::connect(&bridge, &app::PixelBridge::studyOpened, &bridge, [&] { bridge.want(this, id, 0, 1); });
        QVERIFY(bridge.openStudy(test::clientOf(http, archive.url()), test::headerOf(images.front())));
        QTRY_VERIFY_WITH_TIMEOUT(bridge.progress(id).complete && bridge.isIdle(), 30'000);
        QCOMPARE(archive.asked(""), 1);
        QCOMPARE(archive.asked("frame"), count);
        for (const MinimalDicom &image : images)
            QVERIFY2(test::holdsPixelsOf(bridge, image), qPrintable(image.sop));
    }

    // Each once, byte for byte; what was not wanted any more when it came is not held.
    void eachIsTakenOnce()
    {
        const auto images = FakeArchive::series(6);
        std::atomic<bool> isHeld{true};
        Asking one(
            images,
            [&](const Question &q) -> std::optional<FaultReply> {
                for (int i = 0; i < 500 && isHeld && q.what.isEmpty(); ++i)
                    QThread::msleep(10);
                return q.what.isEmpty() ? std::optional(manyParts(filesOf(images))) : std::nullopt;
            },
            small());
        QVERIFY(one.stream.mayBegin(one.source));
        one.stream.begin(one.source, described(images));
        QVERIFY(!one.stream.mayBegin(one.source));
        QCOMPARE(one.taken(images[0]), QByteArray()); // has not come: it is asked for by itself
        isHeld = false;
        QTRY_COMPARE(one.stream.bytes(), std::int64_t(5 * codedBytes));
        for (std::size_t i = 1; i < images.size(); ++i)
            QCOMPARE(one.taken(images[i]), rleOf(images[i]));
        QCOMPARE(one.taken(images[0]), QByteArray());
        QCOMPARE(one.taken(images[1]), QByteArray());
        QCOMPARE(one.stream.bytes(), std::int64_t(0));
        QCOMPARE(one.asked(), 1);
        QVERIFY(!one.stream.mayBegin(one.source)); // once
        one.stream.forget(one.source.study);
        QVERIFY(one.stream.mayBegin(one.source));
    }

    // A part that names an image of this series and holds another patient's is nobody's.
    void anotherPatientsImageIsNotHeld()
    {
        const auto images = FakeArchive::series(5);
        auto files = filesOf(images);
        MinimalDicom wrong = images[2];
        wrong.patientId = u"TEST-2"_s;
        wrong.patientName = u"OTHER^ONE"_s;
        files[2] = rleFileOf(wrong);
        Asking one(
            images,
            [&](const Question &q) {
                return q.what.isEmpty() ? std::optional(manyParts(files)) : std::optional<FaultReply>();
            },
            small());
        one.stream.begin(one.source, described(images));
        QTRY_VERIFY(one.isOver());
        QCOMPARE(one.stream.bytes(), std::int64_t(4 * codedBytes));
        QCOMPARE(one.taken(images[2]), QByteArray());
        QCOMPARE(one.taken(images[1]), rleOf(images[1]));
        QCOMPARE(one.taken(images[4]), rleOf(images[4]));
    }

    // Nothing from an object on of which bytes are missing is believed; what came before it is whole.
    void anObjectCutShortEndsIt()
    {
        const auto images = FakeArchive::series(5);
        Asking one(
            images,
            [&](const Question &q) -> std::optional<FaultReply> {
                return q.what.isEmpty() ? std::optional(manyParts(filesOf(images), 1)) : std::nullopt;
            },
            small());
        one.stream.begin(one.source, described(images));
        QTRY_VERIFY(one.isOver());
        QCOMPARE(one.stream.bytes(), std::int64_t(codedBytes));
        QCOMPARE(one.taken(images[0]), rleOf(images[0]));
    }

    // No more is held than may be: then it is given up, and what has come is there.
    void whatIsHeldIsBounded()
    {
        const auto images = FakeArchive::series(6);
        SeriesStream::Limits limits = small();
        limits.mostHeldBytes = 2 * codedBytes - 1;
        Asking one(
            images,
            [&](const Question &q) -> std::optional<FaultReply> {
                return q.what.isEmpty() ? std::optional(manyParts(filesOf(images))) : std::nullopt;
            },
            limits);
        one.stream.begin(one.source, described(images));
        QTRY_VERIFY(one.isOver());
        QCOMPARE(one.stream.bytes(), std::int64_t(2 * codedBytes));
        QCOMPARE(one.taken(images[1]), rleOf(images[1]));
        QCOMPARE(one.taken(images[2]), QByteArray());
    }

    // Few images, more than there is room for, what has come in another way; uncompressed ones are not held.
    void whatIsNotWorthItIsNotAskedFor()
    {
        const auto images = FakeArchive::series(6);
        const auto answer = [&](const Question &q) {
            return q.what.isEmpty() ? std::optional(manyParts(filesOf(images))) : std::optional<FaultReply>();
        };
        SeriesStream::Limits limits = small();
        limits.fewestImages = 7;
        Asking few(images, answer, limits);
        few.stream.begin(few.source, described(images));
        QVERIFY(few.stream.mayBegin(few.source)); // more of it may be described later
        few.stream.begin(few.source, {});
        QVERIFY(!few.stream.mayBegin(few.source)); // there is no room for it

        limits = small();
        limits.mostPlainBytes = 6 * 48 - 1;
        Asking large(images, answer, limits);
        large.stream.begin(large.source, described(images));
        QVERIFY(!large.stream.mayBegin(large.source));

        Asking skipped(images, answer, small());
        skipped.stream.skip(skipped.source);
        skipped.stream.begin(skipped.source, described(images));
        QTest::qWait(100);
        QCOMPARE(few.asked() + large.asked() + skipped.asked(), 0);

        Asking plain(
            images,
            [&](const Question &q) -> std::optional<FaultReply> {
                std::vector<QByteArray> files;
                for (const MinimalDicom &image : images)
                    files.push_back(image.part10());
                return q.what.isEmpty() ? std::optional(manyParts(files)) : std::nullopt;
            },
            small());
        plain.stream.begin(plain.source, described(images));
        QTRY_VERIFY(plain.isOver());
        QCOMPARE(plain.stream.bytes(), std::int64_t(0));
        QCOMPARE(plain.asked(), 1);
    }
};

CONSILIUM_TEST(BridgeStreamTest)
#include "BridgeStreamTest.moc"
