#include "tests/net/OutboxDesk.h"
#include "tests/support/TestMain.h"

using namespace consilium;
using namespace consilium::test;
using outbox::State;
using outbox::Why;

/// What becomes of an object by what the archive answers: nothing is called sent that is not there, nothing is sent
/// twice that is, and nothing is given up without words.
class TestOutboxAnswers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusals_data();
    void refusals();
    void successInDisguise_data();
    void successInDisguise();
    void storedInWordsOnly();
    void lateIndex();
    void failsEachTime();
};

namespace
{

constexpr auto json = "application/dicom+json";

// What the server answers to STOW-RS, given the object's UID.
using Answer = std::function<FaultReply(const QString &sop)>;

struct Row {
    const char *name;
    Answer answer;
    State state;
    Why why;
    qint64 nextInMs;        ///< with the least jitter; 0: no time is set
    const char *words = ""; ///< are among those for people
};

Answer plain(int status, const QList<QByteArray> &headers = {})
{
    return [=](const QString &) { return reply(status, "text/plain", "PATIENT^NAME", headers); };
}

Answer failed(int status, int reason)
{
    return [=](const QString &sop) { return reply(status, json, failedSop(sop, reason)); };
}

Answer cutLine()
{
    return [](const QString &) { return FaultReply{{}, 0, 0, true}; };
}

Answer cutAnswer()
{
    return [](const QString &) {
        FaultReply half = reply(200, json, QByteArray(1000, ' '));
        half.bytes.chop(900);
        half.close = true;
        return half;
    };
}

Answer silence()
{
    return [](const QString &) {
        FaultReply reply;
        reply.hang = true;
        return reply;
    };
}

Answer page()
{
    return [](const QString &) { return reply(200, "text/html", "<html>Sign in</html>"); };
}

// Half of the first delay of Backoff: the jitter stands at its least.
constexpr qint64 firstMs = 2'500;

const std::vector<Row> &rows()
{
    static const std::vector<Row> all{
        {"200 out of resources", failed(200, 0xA700), State::Waiting, Why::ArchiveFull, firstMs, "room"},
        {"202 cannot understand", failed(202, 0xC000), State::Refused, Why::ByArchive, 0, "C000"},
        {"200 not of its class", failed(200, 0xA900), State::Refused, Why::ByArchive, 0, "A900"},
        {"202 processing failure", failed(202, 0x0110), State::Waiting, Why::ByArchive, firstMs, "0110"},
        {"202 not authorised", failed(202, 0x0124), State::Waiting, Why::Forbidden, 0, "signed in"},
        {"409 class not supported", failed(409, 0x0122), State::Refused, Why::ByArchive, 0, "0122"},
        {"409 transfer syntax", failed(409, 0xC122), State::Refused, Why::ByArchive, 0, "transfer syntax"},
        {"409 without a reason", plain(409), State::Refused, Why::ByArchive, 0, "no reason"},
        {"400", plain(400), State::Refused, Why::BadRequest, 0, "request"},
        {"401", plain(401), State::Waiting, Why::SignIn, 0, "sign-in"},
        {"403", plain(403), State::Waiting, Why::Forbidden, 0, "may not store"},
        {"404", plain(404), State::Waiting, Why::NoStore, firstMs, "address"},
        {"405", plain(405), State::Waiting, Why::NoStore, firstMs, "address"},
        {"406", plain(406), State::Refused, Why::WrongKind, 0, "form"},
        {"413", plain(413), State::Refused, Why::TooLarge, 0, "larger"},
        {"415", plain(415), State::Refused, Why::WrongKind, 0, "form"},
        {"422", plain(422), State::Refused, Why::BadRequest, 0, "request"},
        {"429 in 7 s", plain(429, {"Retry-After: 7"}), State::Waiting, Why::Busy, 7'000, "7 s"},
        {"429", plain(429), State::Waiting, Why::Busy, firstMs, "overloaded"},
        {"503 in 600 s", plain(503, {"Retry-After: 600"}), State::Waiting, Why::Busy, 600'000, "10 min"},
        {"503", plain(503), State::Waiting, Why::Busy, firstMs, "overloaded"},
        {"500", plain(500), State::Waiting, Why::Line, firstMs, "internal error"},
        {"502", plain(502), State::Waiting, Why::Line, firstMs, "internal error"},
        {"504", plain(504), State::Waiting, Why::Line, firstMs, "does not answer"},
        {"507", plain(507), State::Waiting, Why::ArchiveFull, firstMs, "room"},
        {"cut line", cutLine(), State::Waiting, Why::Line, firstMs, "connection was lost"},
        {"cut answer", cutAnswer(), State::Waiting, Why::Line, firstMs, "connection was lost"},
        {"silence", silence(), State::Waiting, Why::Line, firstMs, "does not answer"},
        {"a page", page(), State::Waiting, Why::Line, firstMs, "cannot be understood"},
        {"200 and text", plain(200), State::Waiting, Why::Line, firstMs, "cannot be understood"},
        {"204", [](const QString &) { return reply(204, {}, {}); }, State::Waiting, Why::NotKept, firstMs,
         "does not have it"},
    };
    return all;
}

// Only where nothing comes: a busy machine must not make the others late.
int patienceMs(int row)
{
    return row >= 0 && QLatin1String(rows()[size_t(row)].name) == QLatin1String("silence") ? 1'000 : 0;
}

} // namespace

void TestOutboxAnswers::refusals_data()
{
    QTest::addColumn<int>("row");
    for (int i = 0; i < int(rows().size()); ++i)
        QTest::newRow(rows()[size_t(i)].name) << i;
}

void TestOutboxAnswers::refusals()
{
    QFETCH(int, row);
    const Row &expected = rows()[size_t(row)];
    OutboxDesk desk(askedOnce(), false);
    desk.config.patienceMs = patienceMs(row);
    desk.start();
    QVERIFY(desk.opened);
    desk.server.onStore = [&](const QString &sop, int) { return StowServer::Fault{expected.answer(sop), false}; };
    const MinimalDicom mark = markOf(1, 1);
    const auto id = desk.add(mark);
    VERIFY_VALUE(id);
    QVERIFY(QTest::qWaitFor([&] { return desk.server.posts() == 1; }));
    QVERIFY(desk.isAtRest());
    const outbox::Entry entry = desk.now(*id);
    QCOMPARE(outbox::stateName(entry.state), outbox::stateName(expected.state));
    QCOMPARE(outbox::whyName(entry.trouble.why), outbox::whyName(expected.why));
    QCOMPARE(entry.nextTryAt == 0 ? qint64(0) : qint64(entry.nextTryAt - desk.clock.now), expected.nextInMs);
    QCOMPARE(entry.tries, 1);
    QCOMPARE(desk.server.posts(), 1);
    QVERIFY(!desk.statesOf(mark).contains(State::Sent));
    const QString words = outbox::describe(entry, desk.clock.now);
    QVERIFY2(words.contains(QLatin1String(expected.words)), qPrintable(words));
    QVERIFY2(!outbox::encodeEntry(entry).contains("PATIENT"), "what the server wrote is kept");
    // It is noted, object and all.
    QCOMPARE(desk.storage.entries.value(*id), entry);
    QCOMPARE(desk.storage.objects.value(*id), mark.part10());

    // As soon as the archive takes it, it goes: by itself after the time, by hand what waits for somebody.
    desk.server.onStore = {};
    if (expected.nextInMs > 0)
        desk.advance(expected.nextInMs);
    else
        desk.box->retryNow(*id);
    QVERIFY(desk.waitFor(mark, State::Sent));
    QCOMPARE(desk.server.order(), QStringList({mark.sop}));
    QVERIFY(QTest::qWaitFor([&] { return desk.storage.entries.isEmpty() && desk.storage.objects.isEmpty(); }));
}

void TestOutboxAnswers::successInDisguise_data()
{
    QTest::addColumn<int>("row");
    for (int i = 0; i < int(rows().size()); ++i) {
        // After a 401 the archive wants to know who asks before anything else.
        if (QLatin1String(rows()[size_t(i)].name) != QLatin1String("401"))
            QTest::newRow(rows()[size_t(i)].name) << i;
    }
    QTest::newRow("duplicate") << -1;
}

/// Whatever it answered: the archive has the object, so it is sent, and not once more.
void TestOutboxAnswers::successInDisguise()
{
    QFETCH(int, row);
    OutboxDesk desk(askedOnce(), false);
    desk.config.patienceMs = patienceMs(row);
    desk.start();
    desk.server.onStore = [&](const QString &sop, int) {
        const Answer answer = row < 0 ? failed(409, 0x0111) : rows()[size_t(row)].answer;
        return StowServer::Fault{answer(sop), true};
    };
    const MinimalDicom mark = markOf(1, 1);
    VERIFY_VALUE(desk.add(mark));
    QVERIFY(desk.waitFor(mark, State::Sent));
    QCOMPARE(desk.server.order(), QStringList({mark.sop}));
    QCOMPARE(desk.server.object(mark.sop), mark.part10());
}

void TestOutboxAnswers::storedInWordsOnly()
{
    OutboxDesk desk(askedOnce());
    desk.server.onStore = [](const QString &sop, int) {
        const QByteArray body = failedSop(sop, 0).replace("00081198", "00081199");
        return StowServer::Fault{reply(200, json, body), false};
    };
    const MinimalDicom mark = markOf(1, 1);
    const auto id = desk.add(mark);
    VERIFY_VALUE(id);
    QList<qint64> waits;
    for (int time = 1; time < desk.settings.fruitlessTries; ++time) {
        QVERIFY(QTest::qWaitFor([&] { return desk.server.posts() == time; }));
        QVERIFY(desk.isAtRest());
        const outbox::Entry entry = desk.now(*id);
        QVERIFY(entry.state == State::Waiting);
        QVERIFY(entry.trouble.why == Why::NotKept);
        waits.push_back(entry.nextTryAt - desk.clock.now);
        desk.advance(waits.back() - 1); // not before its time
        QTest::qWait(20);
        QCOMPARE(desk.server.posts(), time);
        desk.advance(1);
    }
    QCOMPARE(waits, QList<qint64>({2'500, 5'000, 10'000, 20'000}));
    QVERIFY(desk.waitFor(mark, State::Refused));
    QCOMPARE(desk.server.posts(), desk.settings.fruitlessTries);
    const QString words = outbox::describe(desk.now(*id), desk.clock.now);
    QVERIFY2(words.contains(QStringLiteral("does not have it")) && words.contains(QStringLiteral("5 times")),
             qPrintable(words));
    desk.advance(24LL * 3600 * 1000);
    QTest::qWait(20);
    QCOMPARE(desk.server.posts(), desk.settings.fruitlessTries);
    QVERIFY(desk.storage.objects.contains(*id));
}

/// Archives may show what they have stored only after a while (202 says so): it is not sent once more.
void TestOutboxAnswers::lateIndex()
{
    outbox::Settings settings;
    settings.verifyDelaysMs = {1'000, 4'000};
    OutboxDesk desk(settings);
    std::atomic<bool> isIndexed{false};
    desk.server.onGet = [&](const QByteArray &path) -> std::optional<FaultReply> {
        return path.endsWith("/instances") && !isIndexed ? std::optional(reply(200, json, "[]")) : std::nullopt;
    };
    const MinimalDicom mark = markOf(1, 1);
    VERIFY_VALUE(desk.add(mark));
    QVERIFY(desk.waitFor(mark, State::Verifying));
    const auto asked = [&] { return desk.server.log().count("GET instances"); };
    const auto advancedUntil = [&](const std::function<bool()> &isSo) {
        return QTest::qWaitFor([&] {
            desk.advance(500);
            return isSo();
        });
    };
    QVERIFY(advancedUntil([&] { return asked() == 3; })); // before, after, and once more
    QVERIFY(desk.last(mark).state == State::Verifying);
    isIndexed = true;
    QVERIFY(advancedUntil([&] { return desk.last(mark).state == State::Sent; }));
    QVERIFY(desk.waitFor(mark, State::Sent));
    QCOMPARE(desk.server.posts(), 1);
}

/// An object at which the archive falls over each time does not hold up its study for ever.
void TestOutboxAnswers::failsEachTime()
{
    outbox::Settings settings = askedOnce();
    settings.fruitlessTries = 3;
    OutboxDesk desk(settings);
    const MinimalDicom bad = markOf(1, 1), good = markOf(1, 2);
    desk.server.onStore = [&](const QString &sop, int) -> std::optional<StowServer::Fault> {
        return sop == bad.sop ? std::optional(StowServer::Fault{reply(500, {}, {}), false}) : std::nullopt;
    };
    VERIFY_VALUE(desk.add(bad));
    VERIFY_VALUE(desk.add(good));
    for (int time = 1; time <= 3; ++time) {
        QVERIFY(QTest::qWaitFor([&] { return desk.server.posts() >= time; }));
        if (time == 3)
            break;
        QVERIFY(desk.isAtRest());
        QVERIFY(desk.server.order().isEmpty()); // in order: the second waits
        desk.advance(60'000);
    }
    QVERIFY(desk.waitFor(good, State::Sent));
    QVERIFY(desk.last(bad).state == State::Refused);
    QCOMPARE(desk.server.order(), QStringList({good.sop}));
}

CONSILIUM_TEST(TestOutboxAnswers)
#include "TestOutboxAnswers.moc"
