#include "app/bridge/PixelBridge.h"
#include "tests/support/TestMain.h"
#include "tests/unit/app_bridge/BridgeFixture.h"

#include <QElapsedTimer>

using namespace consilium;
using namespace Qt::StringLiterals;
using test::FakeArchive;
using test::FaultReply;
using test::MinimalDicom;
using Question = FakeArchive::Question;

namespace
{

/// Answers the question for an object whole; what it gives nothing for is answered by 404.
using Objects = std::function<std::optional<FaultReply>()>;

// FakeArchive itself knows no whole objects: to it that is a question without a name.
FakeArchive::Fault objectAnswers(Objects answer)
{
    return [answer = std::move(answer)](const Question &q) -> std::optional<FaultReply> {
        return q.what.isEmpty() ? answer() : std::nullopt;
    };
}

int objectsAsked(const FakeArchive &archive)
{
    return archive.asked("");
}

FaultReply objectReply(const QByteArray &part10)
{
    return test::reply(200, "multipart/related; type=\"application/dicom\"; boundary=b",
                       "--b\r\nContent-Type: application/dicom\r\n\r\n" + part10 + "\r\n--b--");
}

FaultReply itself()
{
    return objectReply(FakeArchive::series(1).front().part10());
}

// The only image of a study, opened and looked at.
struct Shown {
    explicit Shown(FakeArchive &from) : archive(from), client(test::clientOf(http, from.url())), bridge({50'000'000, 2})
    {
        const MinimalDicom &image = archive.image(0);
        const DataSetId id(image.series);
        QObject::connect(&bridge, &app::PixelBridge::studyOpened, &bridge, [this, id] { bridge.want(this, id, 0, 1); });
        bridge.openStudy(client, test::headerOf(image));
    }
    [[nodiscard]] bool isWhole() const
    {
        return bridge.progress(DataSetId(archive.image(0).series)).complete &&
               test::holdsPixelsOf(bridge, archive.image(0));
    }
    FakeArchive &archive;
    http::HttpClient http;
    std::shared_ptr<dicomweb::DicomWebClient> client;
    app::PixelBridge bridge;
};

} // namespace

/// The only image of a series is fetched as the file that it is.
class BridgeWholeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anOnlyImageNeedsOneQuestion()
    {
        FakeArchive archive(FakeArchive::series(1), objectAnswers(itself));
        Shown shown(archive);
        QTRY_VERIFY_WITH_TIMEOUT(shown.isWhole(), 20'000);
        QTRY_VERIFY(shown.bridge.isIdle());
        QCOMPARE(objectsAsked(archive), 1);
        QCOMPARE(archive.asked("frame") + archive.asked("instance-metadata") + archive.asked("metadata"), 0);
        const auto dataSet = shown.bridge.dataSet(DataSetId(archive.image(0).series));
        QVERIFY(dataSet && dataSet->slices.size() == 1 && dataSet->issues.empty());
        QCOMPARE(shown.bridge.study(StudyUid(archive.image(0).study)).patient.name.ideographic, QString());
        QCOMPARE(shown.bridge.study(StudyUid(archive.image(0).study)).patient.id, archive.image(0).patientId);
    }
    /// Several frames, several images, and a list that is too short: as ever.
    void othersAreAskedForAsEver()
    {
        for (const int kind : {0, 1, 2}) {
            auto images = FakeArchive::series(kind == 0 ? 1 : 2);
            if (kind == 0)
                images.front().frames = 3;
            // A list of series that counts one where there are two.
            FakeArchive archive(images, objectAnswers(itself), [kind](Attributes &header, const MinimalDicom &) {
                if (kind == 2)
                    header.setText(tags::NumberOfSeriesRelatedInstances, "IS", {u"1"_s});
            });
            Shown shown(archive);
            QTRY_VERIFY_WITH_TIMEOUT(test::holdsPixelsOf(shown.bridge, archive.image(0)), 20'000);
            QTRY_VERIFY(shown.bridge.isIdle());
            QCOMPARE(objectsAsked(archive), 0);
            const auto dataSet = shown.bridge.dataSet(DataSetId(archive.image(0).series));
            QCOMPARE(int(dataSet->slices.size()), kind == 0 ? 3 : 2);
        }
    }
    void anotherObjectIsRefused_data()
    {
        QTest::addColumn<int>("which");
        QTest::newRow("object") << 0;
        QTest::newRow("series") << 1;
        QTest::newRow("study") << 2;
    }
    void anotherObjectIsRefused()
    {
        QFETCH(int, which);
        MinimalDicom other = FakeArchive::series(1).front();
        (which == 0 ? other.sop : which == 1 ? other.series : other.study) += u".77"_s;
        std::atomic<bool> isMended{false};
        FakeArchive archive(FakeArchive::series(1),
                            objectAnswers([&] { return isMended ? itself() : objectReply(other.part10()); }));
        Shown shown(archive);
        const DataSetId id(archive.image(0).series);
        QTRY_VERIFY_WITH_TIMEOUT(shown.bridge.failure(id) != nullptr, 20'000);
        QCOMPARE(shown.bridge.failure(id)->code, ErrorCode::ProtocolViolation);
        QTRY_VERIFY(shown.bridge.isIdle());
        // Neither what came nor what such an archive would cut out of it.
        QVERIFY(!shown.bridge.frame(test::keyOf(archive.image(0))) && !shown.bridge.frame(test::keyOf(other)));
        QCOMPARE(archive.asked("frame"), 0);
        // Tried again it is compared again.
        shown.bridge.retry(id);
        QTRY_COMPARE_WITH_TIMEOUT(objectsAsked(archive), 2, 20'000);
        QTRY_VERIFY(shown.bridge.isIdle());
        QVERIFY(!shown.bridge.frame(test::keyOf(archive.image(0))));
        isMended = true;
        shown.bridge.retry(id);
        QTRY_VERIFY_WITH_TIMEOUT(shown.isWhole(), 20'000);
        QCOMPARE(archive.asked("frame"), 0);
    }
    void aRefusalIsRemembered()
    {
        FakeArchive archive(FakeArchive::series(1),
                            objectAnswers([] { return test::reply(406, "text/plain", "not that way"); }));
        Shown shown(archive);
        QTRY_VERIFY_WITH_TIMEOUT(shown.isWhole(), 20'000);
        QTRY_VERIFY(shown.bridge.isIdle());
        QCOMPARE(archive.asked("frame"), 1);
        const int asked = objectsAsked(archive);
        QVERIFY(asked >= 1);
        shown.bridge.closeStudy(StudyUid(archive.image(0).study));
        QVERIFY(!shown.isWhole());
        shown.bridge.openStudy(shown.client, test::headerOf(archive.image(0)));
        QTRY_VERIFY_WITH_TIMEOUT(shown.isWhole(), 20'000);
        QCOMPARE(objectsAsked(archive), asked);
    }
    void whatDoesNotComeWholeIsAskedForInParts_data()
    {
        const QByteArray file = FakeArchive::series(1).front().part10();
        FaultReply cut = objectReply(file);
        cut.bytes.chop(40);
        cut.close = true;
        const auto as = [](const QByteArray &bytes) { return objectReply(bytes); };
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("closes");
        QTest::newRow("the line breaks") << cut.bytes << true;
        QTest::newRow("the file ends in its header") << as(file.left(300)).bytes << false;
        QTest::newRow("no file") << as("<html>sorry</html>").bytes << false;
        QTest::newRow("nothing") << test::reply(204, "multipart/related", {}).bytes << false;
        QTest::newRow("an error") << test::reply(500, "text/plain", "out of order").bytes << false;
    }
    void whatDoesNotComeWholeIsAskedForInParts()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(bool, closes);
        FakeArchive archive(FakeArchive::series(1), objectAnswers([bytes, closes] {
                                FaultReply answer;
                                answer.bytes = bytes;
                                answer.close = closes;
                                return answer;
                            }));
        Shown shown(archive);
        QTRY_VERIFY_WITH_TIMEOUT(shown.isWhole(), 20'000);
        QVERIFY(objectsAsked(archive) >= 1);
        QCOMPARE(archive.asked("frame"), 1);
    }
    /// The file itself lacks half of its rows: they are not made up, and it is said.
    void aFileCutShortIsShownAsDamaged()
    {
        QByteArray file = FakeArchive::series(1).front().part10();
        file.chop(24);
        FakeArchive archive(FakeArchive::series(1), objectAnswers([file] { return objectReply(file); }));
        Shown shown(archive);
        const auto key = test::keyOf(archive.image(0));
        QTRY_VERIFY_WITH_TIMEOUT(shown.bridge.frame(key) || shown.bridge.failure(key), 20'000);
        QVERIFY(shown.bridge.frame(key) ? shown.bridge.frame(key)->damaged
                                        : shown.bridge.failure(key)->code == ErrorCode::PixelsDamaged);
        // An archive that cuts a frame out of such a file may fill it up: it is not asked for that.
        QTRY_VERIFY(shown.bridge.isIdle());
        QCOMPARE(archive.asked("frame"), 0);
    }
    /// Where the bytes that are too many stand nobody knows.
    void aFileWithTooManyPixelsIsShownAsDamaged()
    {
        MinimalDicom longer = FakeArchive::series(1).front();
        longer.pixels = longer.pixelBytes().left(10) + QByteArray(12, 'x') + longer.pixelBytes().mid(10);
        const QByteArray file = longer.part10();
        FakeArchive archive(FakeArchive::series(1), objectAnswers([file] { return objectReply(file); }));
        Shown shown(archive);
        const auto key = test::keyOf(archive.image(0));
        QTRY_VERIFY_WITH_TIMEOUT(shown.bridge.frame(key), 20'000);
        QVERIFY(shown.bridge.frame(key)->damaged && !shown.bridge.frame(key)->isKnown(0, 0));
        QTRY_VERIFY(shown.bridge.isIdle());
        QCOMPARE(archive.asked("frame"), 0);
    }
    /// Bytes came in among the pixels on the way: as many were pushed out behind them.
    void aFileWithBytesThatCameInIsShownAsDamaged()
    {
        const MinimalDicom image = FakeArchive::series(1).front();
        QByteArray file = image.part10();
        file.insert(file.size() - image.pixelBytes().size() + 10, QByteArray(12, '\x55'));
        FakeArchive archive(FakeArchive::series(1), objectAnswers([file] { return objectReply(file); }));
        Shown shown(archive);
        const auto key = test::keyOf(archive.image(0));
        QTRY_VERIFY_WITH_TIMEOUT(shown.bridge.frame(key), 20'000);
        QVERIFY(shown.bridge.frame(key)->damaged && !shown.bridge.frame(key)->isKnown(0, 0));
    }
    /// What the file meta information calls the object is what it was called before somebody made it anonymous.
    void theDataSetSaysWhichObjectItIs()
    {
        MinimalDicom renamed = FakeArchive::series(1).front();
        renamed.metaSop = u"1.2.392.200036.9125.4"_s;
        const QByteArray file = renamed.part10();
        FakeArchive archive(FakeArchive::series(1), objectAnswers([file] { return objectReply(file); }));
        Shown shown(archive);
        QTRY_VERIFY_WITH_TIMEOUT(shown.isWhole(), 20'000);
        QCOMPARE(objectsAsked(archive), 1);
        const auto dataSet = shown.bridge.dataSet(DataSetId(archive.image(0).series));
        const auto &issues = dataSet->slices.front()->issues;
        QVERIFY(std::any_of(issues.begin(), issues.end(), [](const dicom::DataIssue &issue) {
            return issue.kind == dicom::DataIssue::Kind::OtherRepaired && issue.detail.contains(u"(0002,0003)"_s);
        }));
    }
};

CONSILIUM_TEST(BridgeWholeTest)
#include "BridgeWholeTest.moc"
