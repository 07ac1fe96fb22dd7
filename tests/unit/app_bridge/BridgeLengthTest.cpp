#include "app/bridge/PixelBridge.h"
#include "tests/support/TestMain.h"
#include "tests/unit/app_bridge/BridgeFixture.h"

#include <atomic>

using namespace consilium;
using namespace Qt::StringLiterals;
using test::FakeArchive;
using test::FaultReply;
using test::MinimalDicom;
using Question = FakeArchive::Question;

namespace
{

FaultReply frameReply(const QByteArray &bytes, const QByteArray &more = {})
{
    return test::reply(200, "multipart/related; type=\"application/octet-stream\"; boundary=b",
                       "--b\r\nContent-Type: application/octet-stream; transfer-syntax=1.2.840.10008.1.2.1\r\n" + more +
                           "\r\n" + bytes + "\r\n--b--");
}

QByteArray lengthLine(qsizetype bytes)
{
    return "Content-Length: " + QByteArray::number(bytes) + "\r\n";
}

} // namespace

/// Uncompressed frames from an archive that are not as long as they have to be: bytes are missing or were added, nobody
/// knows where, and each pixel behind that place would be another one's.
class BridgeLengthTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void framesOfAWrongLength_data()
    {
        const QByteArray right = FakeArchive::series(1).front().frameBytes(0); // 4 rows of 6 words
        QTest::addColumn<FaultReply>("first");
        QTest::addColumn<FaultReply>("again");
        QTest::addColumn<int>("asked");
        QTest::addColumn<bool>("isDamaged");
        const auto row = [](const char *name, const FaultReply &first, const FaultReply &again, int asked,
                            bool isDamaged) { QTest::newRow(name) << first << again << asked << isDamaged; };
        const auto always = [&](const char *name, const FaultReply &answer, bool isDamaged = true) {
            row(name, answer, answer, isDamaged ? 2 : 1, isDamaged);
        };
        always("as it should be", frameReply(right), false);
        always("and says its length", frameReply(right, lengthLine(right.size())), false);
        always("more in the middle", frameReply(right.left(14) + QByteArray(10, 'x') + right.mid(14)));
        always("more in front", frameReply(QByteArray(12, 'x') + right));
        always("more at the end", frameReply(right + QByteArray(12, 'x')));
        always("a byte more than an even number", frameReply(right + 'x'));
        always("less in the middle", frameReply(right.left(14) + right.mid(24)));
        always("less at the end", frameReply(right.chopped(12)));
        always("its part says more", frameReply(right, lengthLine(right.size() + 1000)), false);
        always("its part says less", frameReply(right, lengthLine(right.size() - 12)), false);
        always("too long, as its part says", frameReply(right + QByteArray(12, 'x'), lengthLine(right.size() + 12)));
        always("too long, its part says what it should be",
               frameReply(right + QByteArray(12, 'x'), lengthLine(right.size())));
        row("right when asked again", frameReply(right.chopped(12)), frameReply(right), 2, false);
    }
    void framesOfAWrongLength()
    {
        QFETCH(FaultReply, first);
        QFETCH(FaultReply, again);
        QFETCH(int, asked);
        QFETCH(bool, isDamaged);
        std::atomic<int> times{0};
        FakeArchive archive(FakeArchive::series(2), [&](const Question &q) -> std::optional<FaultReply> {
            if (q.what != "frame" || !q.sop.endsWith(".1"))
                return std::nullopt;
            return ++times == 1 ? first : again;
        });
        const MinimalDicom &image = archive.image(0), &other = archive.image(1);
        http::HttpClient http;
        app::PixelBridge bridge({50'000'000, 2});
        const DataSetId id(image.series);
        connect(&bridge, &app::PixelBridge::studyOpened, this, [&] { bridge.want(this, id, 0, 0); });
        bridge.openStudy(test::clientOf(http, archive.url()), test::headerOf(image));
        QTRY_COMPARE_WITH_TIMEOUT(bridge.progress(id).decoded, 2, 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(bridge.isIdle(), 20'000);
        QCOMPARE(times.load(), asked);
        QCOMPARE(bridge.progress(id).damaged, isDamaged ? 1 : 0);
        QCOMPARE(test::holdsPixelsOf(bridge, image) && !bridge.frame(test::keyOf(image))->damaged, !isDamaged);
        if (const auto frame = bridge.frame(test::keyOf(image)); isDamaged) {
            QVERIFY(frame && frame->damaged);
            QCOMPARE(frame->knownPixels, std::size_t(0)); // hatched from the first pixel on
            QVERIFY(!frame->isKnown(0, 0));
        }
        QVERIFY(test::holdsPixelsOf(bridge, other) && !bridge.frame(test::keyOf(other))->damaged);
    }
};

CONSILIUM_TEST(BridgeLengthTest)
#include "BridgeLengthTest.moc"
