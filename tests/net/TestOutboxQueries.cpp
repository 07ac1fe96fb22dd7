#include "tests/net/OutboxDesk.h"
#include "tests/support/TestMain.h"

using namespace consilium;
using namespace consilium::test;
using outbox::State;
using outbox::Why;

/// An archive is asked whether it has an object before and after it is sent: what becomes of the object by what the
/// archive has, and where it cannot be asked or does not answer.
class TestOutboxQueries : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void otherContentIsAConflict();
    void equalContentIsSent();
    void rewrittenContentIsSent();
    void objectThatIsNotGiven();
    void archiveWithoutInstanceQueries();
    void archiveThatCannotBeAsked();
    void archiveIsAway();
    void signInIsWaitedFor();
};

void TestOutboxQueries::otherContentIsAConflict()
{
    const MinimalDicom mark = markOf(1, 1);
    MinimalDicom otherSeries = mark, otherContent = mark, otherClass = mark;
    otherSeries.series += QStringLiteral(".9");
    otherContent.instanceNumber = 77;
    otherClass.objectClass = "1.2.840.10008.5.1.4.1.1.88.59";
    for (const MinimalDicom &other : {otherSeries, otherContent, otherClass}) {
        OutboxDesk desk(askedOnce());
        desk.server.keep(other.part10());
        const auto id = desk.add(mark);
        VERIFY_VALUE(id);
        QVERIFY(desk.waitFor(mark, State::Refused));
        QVERIFY(desk.now(*id).trouble.why == Why::Conflict);
        QCOMPARE(desk.server.posts(), 0);
        QCOMPARE(desk.server.object(mark.sop), other.part10());
        QVERIFY(outbox::describe(desk.now(*id), desk.clock.now).contains(QStringLiteral("overwritten")));
        QVERIFY(desk.storage.objects.contains(*id));
    }
}

void TestOutboxQueries::equalContentIsSent()
{
    OutboxDesk desk(askedOnce());
    const MinimalDicom mark = markOf(1, 1);
    desk.server.keep(mark.part10());
    VERIFY_VALUE(desk.add(mark));
    QVERIFY(desk.waitFor(mark, State::Sent));
    QCOMPARE(desk.server.posts(), 0);
    QVERIFY(desk.server.log().contains("GET object")); // it was looked at
}

/// An archive puts the patient right and keeps the rest: the same object, also when it is met again after a fall.
void TestOutboxQueries::rewrittenContentIsSent()
{
    OutboxDesk desk(askedOnce());
    MinimalDicom mark = markOf(1, 1);
    desk.server.rewrite = [&](const QByteArray &) {
        MinimalDicom corrected = mark;
        corrected.patientName = QStringLiteral("CORRECTED^NAME");
        corrected.patientId = QStringLiteral("H-0815");
        corrected.studyDescription = QStringLiteral("HEAD CORRECTED");
        return corrected.part10();
    };
    desk.server.onStore = [](const QString &, int) { return StowServer::Fault{{{}, 0, 0, true}, true}; };
    VERIFY_VALUE(desk.add(mark));
    QVERIFY(desk.waitFor(mark, State::Sent));
    QCOMPARE(desk.server.posts(), 1);
}

void TestOutboxQueries::objectThatIsNotGiven()
{
    const MinimalDicom mark = markOf(1, 1);
    OutboxDesk desk(askedOnce());
    desk.server.keep(mark.part10());
    desk.server.onGet = [](const QByteArray &path) -> std::optional<FaultReply> {
        return path.contains("/instances/") ? std::optional(reply(406, {}, {})) : std::nullopt;
    };
    const auto id = desk.add(mark);
    VERIFY_VALUE(id);
    QVERIFY(desk.waitFor(mark, State::Refused)); // whose it is nobody knows
    QVERIFY(desk.now(*id).trouble.why == Why::NotComparable);
    QCOMPARE(desk.server.posts(), 0);
}

void TestOutboxQueries::archiveWithoutInstanceQueries()
{
    for (const int status : {400, 404, 501}) {
        OutboxDesk desk(askedOnce());
        desk.server.onGet = [status](const QByteArray &path) -> std::optional<FaultReply> {
            return path.endsWith("/instances") ? std::optional(reply(status, {}, {})) : std::nullopt;
        };
        const MinimalDicom mark = markOf(1, 1);
        VERIFY_VALUE(desk.add(mark));
        QVERIFY(desk.waitFor(mark, State::Sent));
        QCOMPARE(desk.server.order(), QStringList({mark.sop}));
        QVERIFY(desk.server.log().contains("GET metadata"));
    }
}

/// Whether anything arrived there would never be known: nothing is sent.
void TestOutboxQueries::archiveThatCannotBeAsked()
{
    OutboxDesk desk(askedOnce());
    desk.server.onGet = [](const QByteArray &) { return reply(405, {}, {}); };
    const MinimalDicom mark = markOf(1, 1);
    const auto id = desk.add(mark);
    VERIFY_VALUE(id);
    QVERIFY(desk.waitFor(mark, State::Refused));
    QVERIFY(desk.now(*id).trouble.why == Why::CannotAsk);
    QCOMPARE(desk.server.posts(), 0);
}

/// One asks, the others wait for it; and it never ends, however often it fails.
void TestOutboxQueries::archiveIsAway()
{
    OutboxDesk desk(askedOnce(), false);
    {
        FaultServer gone([](const FaultRequest &) { return FaultReply(); });
        desk.config.baseUrl = gone.url();
    }
    desk.settings.parallel = 1;
    desk.start();
    const MinimalDicom first = markOf(1, 1), second = markOf(2, 1);
    VERIFY_VALUE(desk.add(first));
    VERIFY_VALUE(desk.add(second));
    QVERIFY(desk.waitFor(second, State::Queued));
    for (int time = 1; time <= 12; ++time) {
        QVERIFY(QTest::qWaitFor([&] { return desk.last(first).failures == time; }, 10'000));
        QVERIFY(desk.last(first).state == State::Waiting);
        QVERIFY(desk.isAtRest());
        QVERIFY(desk.last(second).state == State::Queued);
        if (time < 12)
            desk.advance(desk.last(first).nextTryAt - desk.clock.now);
    }
    QCOMPARE(desk.last(first).nextTryAt - desk.clock.now, desk.settings.backoff.longestMs / 2);
    desk.config.baseUrl = desk.server.url();
    desk.client = std::make_shared<dicomweb::DicomWebClient>(desk.http, desk.config);
    desk.box->archiveChanged(desk.archive);
    QVERIFY(desk.waitFor(first, State::Sent));
    QVERIFY(desk.waitFor(second, State::Sent));
}

void TestOutboxQueries::signInIsWaitedFor()
{
    outbox::Settings settings = askedOnce();
    settings.parallel = 1;
    OutboxDesk desk(settings);
    std::atomic<bool> isSignedIn{false};
    desk.server.onGet = [&](const QByteArray &) {
        return isSignedIn ? std::nullopt : std::optional(reply(401, {}, {}));
    };
    const MinimalDicom first = markOf(1, 1), second = markOf(2, 1);
    VERIFY_VALUE(desk.add(first));
    VERIFY_VALUE(desk.add(second));
    QVERIFY(desk.waitFor(first, State::Waiting));
    QVERIFY(desk.isAtRest());
    QVERIFY(desk.last(first).trouble.why == Why::SignIn);
    const auto asked = desk.server.log().size();
    desk.advance(3'600'000); // no clock helps
    QTest::qWait(30);
    QCOMPARE(desk.server.log().size(), asked);
    QVERIFY(desk.last(second).state == State::Queued);
    isSignedIn = true;
    desk.client->setCredentials({http::Credentials::Kind::Basic, QStringLiteral("reader"), QStringLiteral("s")});
    desk.box->archiveChanged(desk.archive);
    QVERIFY(desk.waitFor(first, State::Sent));
    QVERIFY(desk.waitFor(second, State::Sent));
}

CONSILIUM_TEST(TestOutboxQueries)
#include "TestOutboxQueries.moc"
