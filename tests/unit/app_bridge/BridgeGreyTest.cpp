#include "app/bridge/ArchiveWatch.h"
#include "app/bridge/LutFetch.h"
#include "tests/support/LocalArchive.h"
#include "tests/support/TestMain.h"
#include "tests/unit/app_bridge/BridgeFixture.h"
#include "viewer/dicom/Overlays.h"
#include "viewer/imaging/GreyRenderer.h"
#include "viewer/session/ActionDispatcher.h"
#include "viewer/widgets/ShownImage.h"

#include <QScopeGuard>
#include <QtEndian>

#include <atomic>
#include <thread>

using namespace consilium;
using namespace Qt::StringLiterals;
using test::FakeArchive;
using test::FaultReply;
using Question = FakeArchive::Question;

namespace
{

constexpr int kEntries = 4096;

QByteArray tableBytes()
{
    QByteArray bytes(2 * kEntries, '\0');
    for (int i = 0; i < kEntries; ++i)
        qToLittleEndian<quint16>(quint16(i * 16), bytes.data() + 2 * i);
    return bytes;
}

FaultReply overloaded(int seconds)
{
    return test::reply(503, "text/plain", "later", {"Retry-After: " + QByteArray::number(seconds)});
}

Attribute leftOut(const QString &uri)
{
    Attribute data;
    data.vr = {'O', 'W'};
    data.bulkDataUri = uri;
    return data;
}

Attribute sequenceOf(const QString &uri)
{
    Attributes item;
    item.setText(tags::LutDescriptor, "US", {QString::number(kEntries), u"0"_s, u"16"_s});
    Attribute data;
    data.vr = {'O', 'W'};
    data.bulkDataUri = uri;
    item.set(tags::LutData, data);
    Attribute sequence;
    sequence.vr = {'S', 'Q'};
    sequence.items = {item};
    return sequence;
}

FaultReply bulkReply(const QByteArray &bytes)
{
    return test::reply(200, "multipart/related; type=\"application/octet-stream\"; boundary=b",
                       "--b\r\nContent-Type: application/octet-stream\r\n\r\n" + bytes + "\r\n--b--");
}

QByteArray element(quint16 group, quint16 number, const QByteArray &vr, const QByteArray &value)
{
    QByteArray out(4, '\0');
    qToLittleEndian(group, out.data());
    qToLittleEndian(number, out.data() + 2);
    out += vr;
    QByteArray length(vr == "OW" || vr == "SQ" ? 6 : 2, '\0');
    if (length.size() == 6)
        qToLittleEndian(quint32(value.size()), length.data() + 2);
    else
        qToLittleEndian(quint16(value.size()), length.data());
    return out + length + value;
}

// The object with a VOI LUT before its pixels.
QByteArray withVoiLut(QByteArray part10)
{
    QByteArray descriptor(6, '\0');
    qToLittleEndian(quint16(kEntries), descriptor.data());
    qToLittleEndian(quint16(16), descriptor.data() + 4);
    const QByteArray content = element(0x0028, 0x3002, "US", descriptor) + element(0x0028, 0x3006, "OW", tableBytes());
    QByteArray item("\xFE\xFF\x00\xE0", 4);
    item.resize(8);
    qToLittleEndian(quint32(content.size()), item.data() + 4);
    const qsizetype pixels = part10.lastIndexOf(QByteArray("\xE0\x7F\x10\x00OW", 6));
    return part10.insert(pixels, element(0x0028, 0x3010, "SQ", item + content));
}

struct Opened {
    explicit Opened(const QString &url, const test::MinimalDicom &image) : id(image.series), study(image.study)
    {
        bridge.openStudy(test::clientOf(http, url), test::headerOf(image));
        session::ShowSeries show;
        show.view = view;
        show.study = study;
        show.dataSet = id;
        (void)dispatcher.submit(show);
        bridge.want(this, id, 0, 0);
        QObject::connect(&bridge, &app::PixelBridge::studyOpened, &bridge, [this] { bridge.want(this, id, 0, 0); });
    }
    void look(const QString &sop)
    {
        session::ShowPlane action;
        action.view = view;
        action.plane = session::ImageRef{SopInstanceUid(sop), 0};
        (void)dispatcher.submit(action);
    }
    [[nodiscard]] widgets::ShownImage shown() const { return widgets::resolveImage(view, dispatcher.state(), bridge); }
    [[nodiscard]] bool isComplete() const { return bridge.dataSet(id) && bridge.dataSet(id)->isComplete; }

    http::HttpClient http;
    app::PixelBridge bridge{{50'000'000, 2}};
    SystemClock clock;
    session::ActionDispatcher dispatcher{clock};
    ViewId view = session::Layout::viewAt(0);
    DataSetId id;
    StudyUid study;
};

} // namespace

/// Row 8: the grey-scale chain as the archive delivers it, and one brightness for one stack.
class BridgeGreyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tablesLeftOutAreFetchedOnce()
    {
        FakeArchive archive(
            FakeArchive::series(6),
            [](const Question &q) -> std::optional<FaultReply> {
                return q.what == "bulk" ? std::optional(bulkReply(tableBytes())) : std::nullopt;
            },
            [](Attributes &header, const test::MinimalDicom &) {
                header.set(tags::VoiLutSequence, sequenceOf(u"/dicom-web/bulk/voi"_s));
                header.set(tags::ModalityLutSequence, sequenceOf(u"/dicom-web/bulk/modality"_s));
            });
        Opened opened(archive.url(), archive.image(0));
        QTRY_VERIFY_WITH_TIMEOUT(opened.isComplete(), 20'000);
        QCOMPARE(archive.asked("bulk"), 2);
        for (const auto &slice : opened.bridge.dataSet(opened.id)->slices) {
            QCOMPARE(slice->grey.voiLuts.size(), size_t(1));
            QCOMPARE(int(slice->grey.voiLuts[0]->entries.size()), kEntries);
            QCOMPARE(int(slice->grey.voiLuts[0]->entries[5]), 80);
            QVERIFY(slice->grey.modalityLut);
            QCOMPARE(int(slice->grey.modalityLut->entries[4095]), 4095 * 16);
        }
    }
    void overlaysLeftOutAreFetched()
    {
        FakeArchive archive(
            FakeArchive::series(3),
            [](const Question &q) -> std::optional<FaultReply> {
                return q.what == "bulk" ? std::optional(bulkReply(QByteArray(700 * 1000 / 8, '\x81'))) : std::nullopt;
            },
            [](Attributes &header, const test::MinimalDicom &) {
                header.setText({0x6002, 0x0010}, "US", {u"1000"_s});
                header.setText({0x6002, 0x0011}, "US", {u"700"_s});
                header.setText({0x6002, 0x0050}, "SS", {u"1"_s, u"1"_s});
                Attribute data;
                data.vr = {'O', 'W'};
                data.bulkDataUri = u"/dicom-web/bulk/overlay"_s;
                header.set({0x6002, 0x3000}, data);
            });
        Opened opened(archive.url(), archive.image(0));
        QTRY_VERIFY_WITH_TIMEOUT(opened.isComplete(), 20'000);
        QCOMPARE(archive.asked("bulk"), 1);
        for (const auto &slice : opened.bridge.dataSet(opened.id)->slices) {
            QVERIFY(slice->overlays && slice->issues.empty());
            const dicom::OverlayPlane &plane = slice->overlays->front();
            QVERIFY(plane.isSet(0, 0, 0) && !plane.isSet(0, 0, 1) && plane.isSet(0, 999, 699));
        }
    }
    void aTableThatDoesNotComeIsWarnedOf_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("not there") << QByteArray();
        QTest::newRow("much too long") << QByteArray(1'000'000, 'x');
    }
    void aTableThatDoesNotComeIsWarnedOf()
    {
        QFETCH(QByteArray, body);
        FakeArchive archive(
            FakeArchive::series(4),
            [body](const Question &q) -> std::optional<FaultReply> {
                return q.what == "bulk" && !body.isEmpty() ? std::optional(bulkReply(body)) : std::nullopt;
            },
            [](Attributes &header, const test::MinimalDicom &) {
                header.set(tags::VoiLutSequence, sequenceOf(u"/dicom-web/bulk/voi"_s));
            });
        Opened opened(archive.url(), archive.image(0));
        QTRY_VERIFY_WITH_TIMEOUT(opened.isComplete(), 20'000);
        for (const auto &slice : opened.bridge.dataSet(opened.id)->slices) {
            QVERIFY(slice->grey.voiLuts.empty());
            QVERIFY(!slice->issues.empty());
        }
        const int asked = archive.asked("bulk"); // it has said what there is to say
        opened.bridge.retry(opened.id);
        opened.bridge.archiveWatch().askNow();
        QTest::qWait(500);
        QCOMPARE(archive.asked("bulk"), asked);
        QVERIFY(opened.isComplete());
    }
    /// An archive that gives no tables for a while: they come when it is back, or when somebody asks again, and no
    /// image goes meanwhile.
    void tablesThatWereGivenUpComeLater_data()
    {
        QTest::addColumn<int>("images");
        QTest::addColumn<bool>("isSilent"); // false: it answers with an error, which is its own to mend
        QTest::addColumn<bool>("isLoaded"); // and asks to wait
        QTest::addColumn<bool>("isAsked");  // by a person; false: it is found out
        QTest::newRow("silent, comes by itself") << 6 << true << false << false;
        QTest::newRow("silent, asked again") << 6 << true << false << true;
        QTest::newRow("silent, a long series") << 150 << true << false << true;
        QTest::newRow("an error, asked again") << 6 << false << false << true;
        QTest::newRow("overloaded, comes by itself") << 6 << false << true << false;
        QTest::newRow("overloaded, asked again") << 150 << false << true << true;
    }
    void tablesThatWereGivenUpComeLater()
    {
        QFETCH(int, images);
        QFETCH(bool, isSilent);
        QFETCH(bool, isLoaded);
        QFETCH(bool, isAsked);
        std::atomic<bool> isWell = false;
        FakeArchive archive(
            FakeArchive::series(images),
            [&](const Question &q) -> std::optional<FaultReply> {
                if (q.what != "bulk")
                    return std::nullopt;
                FaultReply silence;
                silence.hang = true;
                if (isWell)
                    return bulkReply(tableBytes());
                return isSilent ? silence : isLoaded ? overloaded(1) : test::reply(500, "text/plain", "no");
            },
            [](Attributes &header, const test::MinimalDicom &image) {
                header.set(tags::VoiLutSequence, sequenceOf(u"/dicom-web/bulk/%1"_s.arg(image.instanceNumber)));
            });
        http::HttpClient http;
        app::PixelBridge bridge({10'000'000, 1});
        dicomweb::ArchiveConfig config{ArchiveId(u"a"_s), {}, archive.url(), {}, {}};
        config.patienceMs = 400;
        bridge.openStudy(std::make_shared<dicomweb::DicomWebClient>(http, config), test::headerOf(archive.image(0)));
        const DataSetId id(archive.image(0).series);
        QTRY_VERIFY_WITH_TIMEOUT(bridge.progress(id).settled, 20'000);
        const auto withTables = [&] {
            const auto &slices = bridge.dataSet(id)->slices;
            return int(std::count_if(slices.begin(), slices.end(), [](const auto &slice) {
                return slice->grey.voiLuts.size() == 1 && slice->issues.empty();
            }));
        };
        QCOMPARE(int(bridge.dataSet(id)->slices.size()), images);
        QCOMPARE(withTables(), 0);
        int fewest = images;
        connect(&bridge, &app::PixelBridge::dataSetChanged, this, [&](const DataSetId &changed) {
            if (changed == id)
                fewest = std::min(fewest, int(bridge.dataSet(id)->slices.size()));
        });
        const StudyUid study(archive.image(0).study);
        if (isSilent || isLoaded) // who reads is told that the archive is away
            QTRY_VERIFY_WITH_TIMEOUT(bridge.archiveWatch().troubleOf(study), 10'000);
        isWell = true;
        if (isAsked && isSilent)
            bridge.archiveWatch().askNow();
        else if (isAsked)
            bridge.retry(id);
        QTRY_COMPARE_WITH_TIMEOUT(withTables(), images, 30'000);
        QCOMPARE(fewest, images);
        QVERIFY(!bridge.failure(id) && bridge.progress(id).settled);
        QTRY_VERIFY_WITH_TIMEOUT(!bridge.archiveWatch().troubleOf(study), 10'000);
    }
    /// Hundreds of tables, and the archive is slow with the last ones: what has its tables is shown meanwhile.
    void aLongSeriesDoesNotWaitForItsLastTable()
    {
        constexpr int images = 200;
        std::atomic<int> asked = 0;
        std::atomic<bool> isHeld = true;
        FakeArchive archive(
            FakeArchive::series(images),
            [&](const FakeArchive::Question &q) -> std::optional<FaultReply> {
                if (q.what != "bulk")
                    return std::nullopt;
                for (const int nth = ++asked; nth > images / 2 && isHeld;)
                    std::this_thread::sleep_for(std::chrono::milliseconds(5));
                return bulkReply(tableBytes());
            },
            [](Attributes &header, const test::MinimalDicom &image) {
                header.set(tags::VoiLutSequence, sequenceOf(u"/dicom-web/bulk/%1"_s.arg(image.instanceNumber)));
            });
        const auto atTheEnd = qScopeGuard([&] { isHeld = false; }); // or the archive would wait for its own answer
        http::HttpClient http;
        app::PixelBridge bridge({10'000'000, 1});
        bridge.openStudy(test::clientOf(http, archive.url()), test::headerOf(archive.image(0)));
        const auto shown = [&] {
            const auto dataSet = bridge.dataSet(DataSetId(archive.image(0).series));
            return dataSet ? int(dataSet->slices.size()) : 0;
        };
        QTRY_VERIFY_WITH_TIMEOUT(shown() >= app::lutsAtOnce && asked > images / 2, 20'000);
        const DataSetId id(archive.image(0).series);
        QVERIFY(shown() < images && !bridge.progress(id).settled);
        for (const auto &slice : bridge.dataSet(id)->slices)
            QCOMPARE(slice->grey.voiLuts.size(), size_t(1)); // none is shown without its table
        isHeld = false;
        QTRY_VERIFY_WITH_TIMEOUT(bridge.progress(id).settled, 20'000);
        QCOMPARE(shown(), images);
        QCOMPARE(archive.asked("bulk"), images);
    }
    /// What the archive says that it does not have is asked for once, though others of the series are asked for again.
    void onlyTablesThatMayComeAreAskedForAgain()
    {
        std::atomic<bool> isWell = false;
        std::atomic<int> askedForGone = 0;
        FakeArchive archive(
            FakeArchive::series(6),
            [&](const Question &q) -> std::optional<FaultReply> {
                if (q.what != "bulk")
                    return std::nullopt;
                if (q.target.endsWith("/gone")) {
                    ++askedForGone;
                    return test::reply(404, "text/plain", "no");
                }
                return isWell ? bulkReply(tableBytes()) : test::reply(500, "text/plain", "no");
            },
            [](Attributes &header, const test::MinimalDicom &image) {
                const bool isGone = image.instanceNumber == 3;
                header.set(
                    tags::VoiLutSequence,
                    sequenceOf(isGone ? u"/dicom-web/bulk/gone"_s : u"/dicom-web/bulk/%1"_s.arg(image.instanceNumber)));
            });
        Opened opened(archive.url(), archive.image(0));
        QTRY_VERIFY_WITH_TIMEOUT(opened.isComplete(), 20'000);
        const int asked = askedForGone;
        QVERIFY(asked > 0);
        isWell = true;
        opened.bridge.retry(opened.id);
        const auto withTables = [&] {
            const auto &slices = opened.bridge.dataSet(opened.id)->slices;
            return std::count_if(slices.begin(), slices.end(),
                                 [](const auto &slice) { return slice->grey.voiLuts.size() == 1; });
        };
        QTRY_COMPARE_WITH_TIMEOUT(int(withTables()), 5, 20'000);
        QCOMPARE(askedForGone.load(), asked);
    }
    void aTableThatTheImagesNeedIsAskedForAgain_data()
    {
        QTest::addColumn<bool>("isPalette");
        QTest::newRow("Modality LUT") << false;
        QTest::newRow("palette") << true;
    }
    /// Without it there is nothing to be shown. That it did not come is told, not that such images cannot be shown, and
    /// stays told until they come.
    void aTableThatTheImagesNeedIsAskedForAgain()
    {
        QFETCH(bool, isPalette);
        std::atomic<bool> isWell = false, isGone = false;
        FakeArchive archive(
            FakeArchive::series(4),
            [&](const Question &q) -> std::optional<FaultReply> {
                if (q.what == "metadata" && isGone)
                    return test::reply(404, "text/plain", "gone");
                if (q.what != "bulk")
                    return std::nullopt;
                return isWell ? bulkReply(tableBytes()) : test::reply(500, "text/plain", "no");
            },
            [&](Attributes &header, const test::MinimalDicom &) {
                if (!isPalette)
                    return header.set(tags::ModalityLutSequence, sequenceOf(u"/dicom-web/bulk/modality"_s));
                header.setText(tags::PhotometricInterpretation, "CS", {u"PALETTE COLOR"_s});
                for (const std::uint16_t colour : {1, 2, 3}) {
                    header.setText({0x0028, std::uint16_t(0x1100 + colour)}, "US",
                                   {QString::number(kEntries), u"0"_s, u"16"_s});
                    header.set({0x0028, std::uint16_t(0x1200 + colour)},
                               leftOut(u"/dicom-web/bulk/colour%1"_s.arg(colour)));
                }
            });
        Opened opened(archive.url(), archive.image(0));
        const app::PixelBridge &bridge = opened.bridge;
        QTRY_VERIFY_WITH_TIMEOUT(bridge.progress(opened.id).settled, 20'000);
        QVERIFY(bridge.dataSet(opened.id)->slices.empty());
        const Error *told = bridge.failure(opened.id);
        QVERIFY(told && isPassing(*told)); // "Try again" is offered
        QVERIFY2(userMessage(*told).contains(u"table"_s), qPrintable(userMessage(*told)));
        isGone = true;
        const int asked = archive.asked("metadata");
        opened.bridge.retry(opened.id);
        QTRY_VERIFY_WITH_TIMEOUT(archive.asked("metadata") > asked && !bridge.isListing(), 20'000);
        QVERIFY(bridge.progress(opened.id).settled && bridge.failure(opened.id));
        isGone = false;
        isWell = true;
        opened.bridge.retry(opened.id);
        QTRY_COMPARE_WITH_TIMEOUT(bridge.dataSet(opened.id)->slices.size(), size_t(4), 20'000);
        QVERIFY(!bridge.failure(opened.id));
    }
    void tablesOfASilentArchiveAreNotWaitedForOneByOne_data()
    {
        QTest::addColumn<bool>("isLoaded");
        QTest::addColumn<int>("most"); // that are asked for
        QTest::newRow("silent") << false << 24;
        QTest::newRow("asks to wait") << true << 100; // whose answers come at once: some are on their way behind them
    }
    /// It gives no table at all: the images are shown as without, after one of them was waited for, not all.
    void tablesOfASilentArchiveAreNotWaitedForOneByOne()
    {
        QFETCH(bool, isLoaded);
        QFETCH(int, most);
        constexpr int images = 200;
        FaultReply silence;
        silence.hang = true;
        FakeArchive archive(
            FakeArchive::series(images),
            [&](const FakeArchive::Question &q) -> std::optional<FaultReply> {
                return q.what == "bulk" ? std::optional(isLoaded ? overloaded(60) : silence) : std::nullopt;
            },
            [](Attributes &header, const test::MinimalDicom &image) {
                header.set(tags::VoiLutSequence, sequenceOf(u"/dicom-web/bulk/%1"_s.arg(image.instanceNumber)));
            });
        http::HttpClient http;
        app::PixelBridge bridge({10'000'000, 1});
        dicomweb::ArchiveConfig config{ArchiveId(u"a"_s), {}, archive.url(), {}, {}};
        config.patienceMs = 400;
        bridge.openStudy(std::make_shared<dicomweb::DicomWebClient>(http, config), test::headerOf(archive.image(0)));
        const DataSetId id(archive.image(0).series);
        QTRY_VERIFY_WITH_TIMEOUT(bridge.progress(id).settled, 20'000);
        QCOMPARE(bridge.dataSet(id)->slices.size(), size_t(images));
        for (const auto &slice : bridge.dataSet(id)->slices)
            QVERIFY(slice->grey.voiLuts.empty() && !slice->issues.empty()); // and each says that it lacks one
        const int asked = archive.asked("bulk");
        QVERIFY2(asked <= most, qPrintable(QString::number(asked)));
    }
    void anEndlessChoiceOfTablesIsBounded()
    {
        std::vector<Attributes> headers(3 * app::maximumLuts);
        for (size_t i = 0; i < headers.size(); ++i)
            headers[i].set(tags::VoiLutSequence, sequenceOf(u"/bulk/%1"_s.arg(i)));
        const QStringList missing = app::missingLuts(headers, {});
        QCOMPARE(int(missing.size()), app::maximumLuts);
        app::LutBytes known;
        for (const QString &uri : missing)
            known.insert(uri, {});
        QVERIFY2(app::missingLuts(headers, known).isEmpty(),
                 "those beyond the bound are not asked for in a second round");
    }
    void eachImageMayHaveATableOfItsOwn()
    {
        FakeArchive archive(
            FakeArchive::series(100),
            [](const Question &q) -> std::optional<FaultReply> {
                return q.what == "bulk" ? std::optional(bulkReply(tableBytes())) : std::nullopt;
            },
            [](Attributes &header, const test::MinimalDicom &image) {
                header.set(tags::VoiLutSequence, sequenceOf(u"/dicom-web/bulk/%1"_s.arg(image.instanceNumber)));
            });
        Opened opened(archive.url(), archive.image(0));
        QTRY_VERIFY_WITH_TIMEOUT(opened.isComplete(), 30'000);
        QCOMPARE(archive.asked("bulk"), 100);
        for (const auto &slice : opened.bridge.dataSet(opened.id)->slices)
            QCOMPARE(slice->grey.voiLuts.size(), size_t(1));
    }
    void aRealArchivesTablesArrive()
    {
        REQUIRE_ARCHIVE(orthanc)
        FakeArchive holder(FakeArchive::series(3));
        std::vector<QByteArray> objects;
        for (int i = 0; i < 3; ++i)
            objects.push_back(withVoiLut(holder.image(i).part10()));
        QVERIFY(orthanc.store(objects));
        Opened opened(orthanc.url(), holder.image(0));
        QTRY_VERIFY_WITH_TIMEOUT(opened.isComplete(), 20'000);
        for (const auto &slice : opened.bridge.dataSet(opened.id)->slices) {
            QCOMPARE(slice->grey.voiLuts.size(), size_t(1));
            QCOMPARE(int(slice->grey.voiLuts[0]->entries[4095]), 4095 * 16);
        }
    }
    // A stack without windows: the same tissue is the same grey in every slice, whatever else a slice holds.
    void oneBrightnessForOneStack()
    {
        constexpr quint16 kTissue = 1000, kArtefact = 4000;
        auto images = FakeArchive::series(9);
        for (auto &image : images) {
            image.pixels.resize(qsizetype(2) * image.rows * image.columns);
            for (int i = 0; i < image.rows * image.columns; ++i) {
                const bool isArtefact = i == 3 && image.instanceNumber == 1;
                const quint16 value = i == 0 ? 0 : i == 1 ? 2000 : isArtefact ? kArtefact : kTissue;
                qToLittleEndian(value, image.pixels.data() + 2 * i);
            }
        }
        FakeArchive archive(images);
        Opened opened(archive.url(), images[0]);
        QTRY_VERIFY_WITH_TIMEOUT(opened.isComplete(), 20'000);
        opened.bridge.want(&opened, opened.id, 0, 1);
        QTRY_VERIFY_WITH_TIMEOUT(opened.bridge.progress(opened.id).complete, 20'000);
        QCOMPARE(archive.asked("frame"), 9);
        for (const auto &image : images) {
            opened.look(image.sop);
            const auto shown = opened.shown();
            QVERIFY(shown.overlay.frame);
            const auto voi =
                imaging::effectiveVoi(shown.instance->grey, shown.overlay.presentation, *shown.overlay.frame);
            QVERIFY(voi.window && !voi.fromFile);
            QVERIFY2((*voi.window == session::Window{1000.0, 2000.0, session::VoiFunction::LinearExact}),
                     "the middle slice decides, in whatever order they came");
            const imaging::GreyTable table(shown.instance->grey, voi, false, shown.instance->pixels);
            QCOMPARE(int(table.at(kTissue)), 128);
        }
    }
    void windowsOfTheFileAreKept()
    {
        FakeArchive archive(FakeArchive::series(3), {}, [](Attributes &header, const test::MinimalDicom &) {
            header.setText(tags::WindowCenter, "DS", {u"40"_s});
            header.setText(tags::WindowWidth, "DS", {u"400"_s});
        });
        Opened opened(archive.url(), archive.image(0));
        QTRY_VERIFY_WITH_TIMEOUT(opened.isComplete(), 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(opened.shown().overlay.frame != nullptr, 20'000);
        QVERIFY(!opened.bridge.fallbackRange(opened.id));
        QVERIFY(!opened.shown().overlay.presentation.window);
    }
    // While only the ends of a stack are known nobody can say the how-manieth an image is.
    void noSliceNumberBeforeTheStackIsKnown()
    {
        std::atomic<bool> mayGo{false};
        FakeArchive archive(FakeArchive::series(20), [&](const Question &q) -> std::optional<FaultReply> {
            while (q.what == "metadata" && !mayGo)
                QThread::msleep(2);
            return std::nullopt;
        });
        Opened opened(archive.url(), archive.image(0));
        QTRY_VERIFY_WITH_TIMEOUT(
            opened.bridge.dataSet(opened.id) && opened.bridge.dataSet(opened.id)->slices.size() == 2, 20'000);
        opened.look(opened.bridge.dataSet(opened.id)->slices.back()->sop.text());
        const auto sliceLine = [&] { return render2d::overlayText(opened.shown().overlay, nullptr).bottomLeft.last(); };
        QVERIFY2(!sliceLine().contains(u"20"_s), qPrintable(sliceLine()));
        QCOMPARE(opened.shown().overlay.sliceIndex, 1);
        mayGo = true;
        QTRY_VERIFY_WITH_TIMEOUT(opened.isComplete(), 20'000);
        QVERIFY2(sliceLine().contains(u"20 / 20"_s), qPrintable(sliceLine()));
    }
    // The last image is on the screen; then the series turns out to be two stacks.
    void anImageOfASplitSeriesStaysOnTheScreen()
    {
        std::atomic<bool> mayGo{false};
        FakeArchive archive(
            FakeArchive::series(8),
            [&](const Question &q) -> std::optional<FaultReply> {
                while (q.what == "metadata" && !mayGo)
                    QThread::msleep(2);
                return std::nullopt;
            },
            [](Attributes &header, const test::MinimalDicom &image) {
                const int place = (image.instanceNumber - 1) % 4;
                header.setText(tags::ImagePositionPatient, "DS", {u"0"_s, u"0"_s, QString::number(place * 3)});
                header.setText(tags::AcquisitionNumber, "IS", {image.instanceNumber <= 4 ? u"1"_s : u"2"_s});
            });
        Opened opened(archive.url(), archive.image(0));
        const SopInstanceUid last(archive.image(7).sop);
        QTRY_VERIFY_WITH_TIMEOUT(
            opened.bridge.dataSet(opened.id) && opened.bridge.dataSet(opened.id)->indexOf(last) >= 0, 20'000);
        opened.look(last.text());
        QCOMPARE(opened.shown().key.sop, last);
        mayGo = true;
        QTRY_COMPARE_WITH_TIMEOUT(int(opened.bridge.dataSets(opened.study).size()), 2, 20'000);
        QCOMPARE(opened.bridge.dataSet(opened.id)->indexOf(last), -1);
        const auto shown = opened.shown();
        QCOMPARE(shown.key.sop, last);
        QCOMPARE(shown.overlay.dataSet->id, opened.bridge.dataSets(opened.study)[1]->id);
        QCOMPARE(shown.overlay.view.dataSet, shown.overlay.dataSet->id);
        QCOMPARE(shown.overlay.dataSet->slices[size_t(shown.overlay.sliceIndex)]->sop, last);
        QCOMPARE(shown.overlay.sliceCount, 4);
        opened.bridge.want(&opened, shown.overlay.view.dataSet, shown.overlay.sliceIndex, 0);
        QTRY_VERIFY_WITH_TIMEOUT(opened.shown().absence == widgets::ShownImage::Absence::None, 20'000);
        QVERIFY(test::holdsPixelsOf(opened.bridge, archive.image(7)));
    }
};

CONSILIUM_TEST(BridgeGreyTest)
#include "BridgeGreyTest.moc"
