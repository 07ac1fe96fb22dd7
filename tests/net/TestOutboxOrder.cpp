#include "tests/net/OutboxDesk.h"
#include "tests/support/TestMain.h"

using namespace consilium;
using namespace consilium::test;
using outbox::Outbox;
using outbox::State;
using outbox::Why;

/// In which order objects go, what holds up what, and that nothing is lost by whatever happens meanwhile.
class TestOutboxOrder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneAfterAnother();
    void studiesInParallel();
    void refusedHoldsUpWhatRefersToIt();
    void referencesOverStudies();
    void withdrawnReference();
    void withdrawing();
    void notSentBeforeItIsDurable();
    void notSentBeforeTheTryIsNoted();
    void notForgottenWhenItCannotBeRemoved();
    void storageThatCannotBeRead();
    void damagedCopy();
    void unknownArchive();
    void addedTwice();
    void unusableObjects();
    void pauseAndResume();
    void pauseAtOnceLosesNothing();
    void progressOfALargeObject();
    void afterAFall();
    void clockThatWasSetBack();
};

void TestOutboxOrder::oneAfterAnother()
{
    OutboxDesk desk(askedOnce());
    QStringList expected;
    QList<QByteArray> log;
    for (int i = 1; i <= 5; ++i) {
        const MinimalDicom mark = markOf(1, i);
        VERIFY_VALUE(desk.add(mark));
        expected.push_back(mark.sop);
        log += {"GET instances", "POST " + mark.sop.toLatin1(), "GET instances"};
    }
    QVERIFY(desk.waitFor(markOf(1, 5), State::Sent));
    QCOMPARE(desk.server.order(), expected);
    QCOMPARE(desk.server.log(), log); // each is seen there before the next one goes
    QCOMPARE(desk.statesOf(markOf(1, 3)), QList<State>({State::Queued, State::Sending, State::Verifying, State::Sent}));
    QVERIFY(QTest::qWaitFor([&] { return desk.box->entries().empty(); }));
    QVERIFY(desk.storage.entries.isEmpty() && desk.storage.objects.isEmpty());
    QCOMPARE(desk.box->progress().left, 0);
}

void TestOutboxOrder::studiesInParallel()
{
    outbox::Settings settings = askedOnce();
    settings.parallel = 2;
    OutboxDesk desk(settings);
    desk.server.delayMs = [] { return 30; };
    desk.box->pause(Outbox::Pause::AfterCurrent);
    for (int number = 1; number <= 2; ++number) {
        for (int study = 1; study <= 4; ++study)
            VERIFY_VALUE(desk.add(markOf(study, number)));
    }
    QCOMPARE(desk.server.posts(), 0);
    desk.box->resume();
    for (int study = 1; study <= 4; ++study)
        QVERIFY(desk.waitFor(markOf(study, 2), State::Sent));
    QVERIFY(desk.server.mostAtOnce() <= 2);
    const QStringList order = desk.server.order();
    QCOMPARE(order.size(), 8);
    for (int study = 1; study <= 4; ++study)
        QVERIFY(order.indexOf(markOf(study, 1).sop) < order.indexOf(markOf(study, 2).sop));
    // Two were under way at once: what was told says so, whatever the server met.
    int underWay = 0, most = 0;
    for (const outbox::Entry &entry : desk.told) {
        underWay += entry.state == State::Sending ? 1 : entry.state == State::Sent ? -1 : 0;
        most = std::max(most, underWay);
    }
    QCOMPARE(most, 2);
}

void TestOutboxOrder::refusedHoldsUpWhatRefersToIt()
{
    OutboxDesk desk(askedOnce());
    const MinimalDicom refused = markOf(1, 1), free = markOf(1, 2), refers = markOf(1, 3), refersToThat = markOf(1, 4),
                       last = markOf(1, 5);
    std::atomic<bool> takesAll{false};
    desk.server.onStore = [&](const QString &sop, int) -> std::optional<StowServer::Fault> {
        if (sop != refused.sop || takesAll)
            return std::nullopt;
        return StowServer::Fault{reply(413, {}, {}), false};
    };
    const auto id = desk.add(refused);
    VERIFY_VALUE(id);
    VERIFY_VALUE(desk.add(free));
    VERIFY_VALUE(desk.add(refers, {uidOf(refused)}));
    VERIFY_VALUE(desk.add(refersToThat, {uidOf(refers)}));
    VERIFY_VALUE(desk.add(last, {uidOf(free)}));
    QVERIFY(desk.waitFor(last, State::Sent));
    QVERIFY(desk.isAtRest());
    QCOMPARE(desk.server.order(), QStringList({free.sop, last.sop}));
    QVERIFY(desk.last(refused).state == State::Refused);
    for (const MinimalDicom &held : {refers, refersToThat}) {
        QVERIFY(desk.last(held).state == State::Queued);
        QVERIFY(desk.last(held).trouble.why == Why::ReferenceRefused);
    }
    takesAll = true;
    desk.box->retryNow(*id);
    QVERIFY(desk.waitFor(refersToThat, State::Sent));
    QCOMPARE(desk.server.order(), QStringList({free.sop, last.sop, refused.sop, refers.sop, refersToThat.sop}));
}

void TestOutboxOrder::referencesOverStudies()
{
    OutboxDesk desk(askedOnce());
    desk.server.delayMs = [] { return 10; };
    const MinimalDicom image = markOf(1, 1), mark = markOf(2, 1);
    desk.box->pause(Outbox::Pause::AfterCurrent);
    VERIFY_VALUE(desk.add(image));
    VERIFY_VALUE(desk.add(mark, {uidOf(image)}));
    desk.box->resume();
    QVERIFY(desk.waitFor(mark, State::Sent));
    QCOMPARE(desk.server.order(), QStringList({image.sop, mark.sop}));
    const auto at = [&](const MinimalDicom &object, State state) {
        return std::find_if(desk.told.begin(), desk.told.end(),
                            [&](const auto &e) { return e.sop.text() == object.sop && e.state == state; });
    };
    QVERIFY(at(image, State::Sent) < at(mark, State::Sending));
}

void TestOutboxOrder::withdrawnReference()
{
    OutboxDesk desk(askedOnce());
    const MinimalDicom image = markOf(1, 1), mark = markOf(1, 2), other = markOf(1, 3);
    desk.box->pause(Outbox::Pause::AfterCurrent);
    const auto id = desk.add(image);
    VERIFY_VALUE(id);
    const auto markId = desk.add(mark, {uidOf(image)});
    VERIFY_VALUE(markId);
    VERIFY_VALUE(desk.add(other));
    QVERIFY(await(desk.box->withdraw(*id)).has_value());
    QVERIFY(desk.last(image).state == State::Withdrawn);
    desk.box->resume();
    QVERIFY(desk.waitFor(other, State::Sent));
    QVERIFY(desk.last(mark).state == State::Refused);
    QVERIFY(desk.last(mark).trouble.why == Why::ReferenceMissing);
    QVERIFY(desk.storage.entries.value(*markId).state == State::Refused);
    desk.start(); // also after the end of the program
    QTest::qWait(20);
    QCOMPARE(desk.server.order(), QStringList({other.sop}));
    desk.box->retryNow(*markId); // somebody wants it all the same
    QVERIFY(desk.waitFor(mark, State::Sent));
}

void TestOutboxOrder::withdrawing()
{
    OutboxDesk desk(askedOnce());
    std::atomic<bool> isHeld{true};
    desk.server.delayMs = [&] {
        for (int i = 0; i < 500 && isHeld; ++i)
            QThread::msleep(10);
        return 0;
    };
    const MinimalDicom first = markOf(1, 1), second = markOf(1, 2);
    const auto firstId = desk.add(first), secondId = desk.add(second);
    VERIFY_VALUE(firstId);
    VERIFY_VALUE(secondId);
    QVERIFY(desk.waitFor(first, State::Sending));
    COMPARE_ERROR(await(desk.box->withdraw(*firstId)), ErrorCode::Conflict);
    QVERIFY(await(desk.box->withdraw(*secondId)).has_value());
    COMPARE_ERROR(await(desk.box->withdraw(*secondId)), ErrorCode::NotFound);
    QVERIFY(!desk.storage.entries.contains(*secondId) && !desk.storage.objects.contains(*secondId));
    isHeld = false;
    QVERIFY(desk.waitFor(first, State::Sent));
    QCOMPARE(desk.server.order(), QStringList({first.sop}));

    // What cannot be taken out stays, and what refers to it, too.
    desk.box->pause(Outbox::Pause::AfterCurrent);
    const MinimalDicom third = markOf(1, 3), fourth = markOf(1, 4);
    const auto thirdId = desk.add(third);
    VERIFY_VALUE(thirdId);
    VERIFY_VALUE(desk.add(fourth, {uidOf(third)}));
    desk.storage.failsToRemove = true;
    COMPARE_ERROR(await(desk.box->withdraw(*thirdId)), ErrorCode::DiskFull);
    desk.storage.failsToRemove = false;
    desk.box->resume();
    QVERIFY(desk.waitFor(fourth, State::Sent));
    QCOMPARE(desk.server.order(), QStringList({first.sop, third.sop, fourth.sop}));
}

void TestOutboxOrder::notSentBeforeItIsDurable()
{
    OutboxDesk desk(askedOnce());
    desk.storage.failsToPut = true;
    const MinimalDicom mark = markOf(1, 1);
    COMPARE_ERROR(desk.add(mark), ErrorCode::DiskFull);
    QTest::qWait(30);
    QVERIFY(desk.server.log().isEmpty());
    QVERIFY(desk.box->entries().empty());
    desk.storage.failsToPut = false;
    VERIFY_VALUE(desk.add(mark));
    QVERIFY(desk.waitFor(mark, State::Sent));
}

void TestOutboxOrder::notSentBeforeTheTryIsNoted()
{
    OutboxDesk desk(askedOnce());
    desk.storage.failsToUpdate = true;
    const MinimalDicom mark = markOf(1, 1);
    VERIFY_VALUE(desk.add(mark));
    QVERIFY(desk.waitFor(mark, State::Waiting));
    QVERIFY(desk.last(mark).trouble.why == Why::Storage);
    QVERIFY(outbox::describe(desk.last(mark), desk.clock.now).contains(QStringLiteral("disk is full")));
    QCOMPARE(desk.server.posts(), 0);
    desk.storage.failsToUpdate = false;
    desk.advance(10'000);
    QVERIFY(desk.waitFor(mark, State::Sent));
    QCOMPARE(desk.server.posts(), 1);
}

void TestOutboxOrder::notForgottenWhenItCannotBeRemoved()
{
    OutboxDesk desk(askedOnce());
    desk.storage.failsToRemove = true;
    const MinimalDicom first = markOf(1, 1), second = markOf(1, 2);
    VERIFY_VALUE(desk.add(first));
    VERIFY_VALUE(desk.add(second));
    QVERIFY(desk.waitFor(second, State::Sent)); // it holds up nothing
    QCOMPARE(desk.box->progress().left, 0);
    QCOMPARE(desk.storage.entries.size(), 2);
    desk.start(); // a program that ends now asks again, and sends nothing twice
    QVERIFY(QTest::qWaitFor([&] { return desk.box->progress().left == 0; }));
    desk.storage.failsToRemove = false;
    desk.advance(60'000);
    QVERIFY(QTest::qWaitFor([&] { return desk.storage.entries.isEmpty(); }));
    QCOMPARE(desk.server.order(), QStringList({first.sop, second.sop}));
}

void TestOutboxOrder::storageThatCannotBeRead()
{
    OutboxDesk desk(askedOnce(), false);
    COMPARE_ERROR(desk.add(markOf(1, 1)), ErrorCode::Unsupported);
    desk.storage.failsToList = true;
    COMPARE_ERROR(await(desk.box->open()), ErrorCode::FileUnreadable);
    QVERIFY(!desk.box->isOpen());
    COMPARE_ERROR(desk.add(markOf(1, 1)), ErrorCode::Unsupported);
    desk.storage.failsToList = false;
    QVERIFY(await(desk.box->open()).has_value());
    VERIFY_VALUE(desk.add(markOf(1, 1)));
    QVERIFY(desk.waitFor(markOf(1, 1), State::Sent));
}

void TestOutboxOrder::damagedCopy()
{
    OutboxDesk desk(askedOnce());
    desk.box->pause(Outbox::Pause::AfterCurrent);
    const MinimalDicom changed = markOf(1, 1), gone = markOf(1, 2);
    const auto first = desk.add(changed), second = desk.add(gone);
    VERIFY_VALUE(first);
    VERIFY_VALUE(second);
    desk.storage.objects[*first][200] = '\x7F';
    desk.storage.objects.remove(*second);
    desk.box->resume();
    for (const MinimalDicom &mark : {changed, gone}) {
        QVERIFY(desk.waitFor(mark, State::Refused));
        QVERIFY(desk.last(mark).trouble.why == Why::Damaged);
    }
    QCOMPARE(desk.server.posts(), 0);
}

void TestOutboxOrder::unknownArchive()
{
    OutboxDesk desk(askedOnce());
    const auto client = std::exchange(desk.client, nullptr);
    const MinimalDicom mark = markOf(1, 1);
    VERIFY_VALUE(desk.add(mark));
    QVERIFY(desk.waitFor(mark, State::Waiting));
    QVERIFY(desk.last(mark).trouble.why == Why::ArchiveUnknown);
    desk.client = client;
    desk.box->archiveChanged(desk.archive);
    QVERIFY(desk.waitFor(mark, State::Sent));
}

void TestOutboxOrder::addedTwice()
{
    OutboxDesk desk(askedOnce());
    desk.box->pause(Outbox::Pause::AfterCurrent);
    const MinimalDicom mark = markOf(1, 1);
    const auto one = desk.box->add(desk.archive, mark.part10());
    const auto two = desk.box->add(desk.archive, mark.part10());
    QVERIFY(QTest::qWaitFor([&] { return one.isFinished() && two.isFinished(); }));
    VERIFY_VALUE(one.result());
    VERIFY_VALUE(two.result());
    QCOMPARE(one.result()->text(), two.result()->text());
    QCOMPARE(desk.storage.entries.size(), 1);
    MinimalDicom other = mark;
    other.instanceNumber = 9;
    COMPARE_ERROR(desk.add(other), ErrorCode::Conflict);
    desk.box->resume();
    QVERIFY(desk.waitFor(mark, State::Sent));
    QCOMPARE(desk.server.posts(), 1);
}

void TestOutboxOrder::unusableObjects()
{
    OutboxDesk desk(askedOnce());
    const auto addBytes = [&](const QByteArray &bytes) -> Result<outbox::EntryId> {
        const auto answer = desk.box->add(desk.archive, bytes);
        if (!QTest::qWaitFor([&] { return answer.isFinished(); }))
            return fail(ErrorCode::Timeout);
        return answer.result();
    };
    const QByteArray whole = markOf(1, 1).part10();
    MinimalDicom nameless = markOf(1, 1);
    nameless.series.clear();
    COMPARE_ERROR(addBytes("this is no DICOM"), ErrorCode::NotDicom);
    COMPARE_ERROR(addBytes(whole.left(whole.size() - 3)), ErrorCode::DicomTruncated);
    COMPARE_ERROR(addBytes(nameless.part10()), ErrorCode::DicomMalformed);
    QVERIFY(desk.storage.entries.isEmpty());
}

void TestOutboxOrder::pauseAndResume()
{
    OutboxDesk desk(askedOnce());
    desk.server.delayMs = [] { return 20; };
    const MinimalDicom first = markOf(1, 1), second = markOf(1, 2);
    VERIFY_VALUE(desk.add(first));
    VERIFY_VALUE(desk.add(second));
    QVERIFY(desk.waitFor(first, State::Sending));
    desk.box->pause(Outbox::Pause::AfterCurrent);
    QVERIFY(desk.waitFor(first, State::Sent));
    QTest::qWait(60);
    QVERIFY(desk.last(second).state == State::Queued);
    desk.advance(3'600'000);
    QCOMPARE(desk.server.order(), QStringList({first.sop}));
    desk.box->resume();
    QVERIFY(desk.waitFor(second, State::Sent));
}

void TestOutboxOrder::pauseAtOnceLosesNothing()
{
    for (int afterMs = 0; afterMs < 120; afterMs += 8) { // wherever it is just then
        OutboxDesk desk(askedOnce());
        desk.server.delayMs = [] { return 15; };
        const MinimalDicom first = markOf(1, 1), second = markOf(1, 2);
        VERIFY_VALUE(desk.add(first));
        VERIFY_VALUE(desk.add(second));
        QTest::qWait(afterMs);
        desk.box->pause(Outbox::Pause::AtOnce);
        QCOMPARE(desk.box->progress().underWay, 0);
        QTest::qWait(50); // what had been handed to the line has arrived
        const QStringList before = desk.server.order();
        desk.box->resume();
        QVERIFY(desk.waitFor(second, State::Sent));
        QCOMPARE(desk.server.order(), QStringList({first.sop, second.sop}));
        QVERIFY(before.size() <= 2);
    }
}

void TestOutboxOrder::progressOfALargeObject()
{
    OutboxDesk desk(askedOnce());
    MinimalDicom image = markOf(1, 1);
    image.objectClass.clear();
    image.rows = image.columns = 2048;
    const qint64 size = image.part10().size();
    QVERIFY(size > 8'000'000);
    qint64 most = 0, least = size;
    bool isWithin = true;
    QObject::connect(desk.box.get(), &Outbox::progressed, desk.box.get(), [&] {
        const Outbox::Progress now = desk.box->progress();
        isWithin = isWithin && now.bytesSent <= now.bytesUnderWay && now.bytesLeft >= 0 && now.left <= 1;
        most = std::max<qint64>(most, now.bytesSent);
        if (now.left == 1)
            least = std::min<qint64>(least, now.bytesLeft);
    });
    VERIFY_VALUE(desk.add(image));
    QVERIFY(desk.waitFor(image, State::Sent));
    QVERIFY(isWithin);
    QCOMPARE(most, size);
    QCOMPARE(least, qint64(0));
    QCOMPARE(desk.server.object(image.sop), image.part10());
}

/// As it is found when the program was ended while it sent, with and without the object having arrived.
void TestOutboxOrder::afterAFall()
{
    for (const State state : {State::Sending, State::Verifying}) {
        OutboxDesk desk(askedOnce());
        desk.box->pause(Outbox::Pause::AfterCurrent);
        const MinimalDicom arrived = markOf(1, 1), lost = markOf(1, 2);
        for (const MinimalDicom &mark : {arrived, lost}) {
            const auto id = desk.add(mark);
            VERIFY_VALUE(id);
            desk.storage.entries[*id].state = state;
            desk.storage.entries[*id].tries = 1;
        }
        desk.server.keep(arrived.part10());
        desk.start();
        QVERIFY(desk.waitFor(lost, State::Sent));
        QVERIFY(desk.last(arrived).state == State::Sent);
        QCOMPARE(desk.server.order(), QStringList({lost.sop}));
    }
}

void TestOutboxOrder::clockThatWasSetBack()
{
    OutboxDesk desk(askedOnce());
    desk.server.onStore = [](const QString &, int time) -> std::optional<StowServer::Fault> {
        return time == 1 ? std::optional(StowServer::Fault{reply(500, {}, {}), false}) : std::nullopt;
    };
    const MinimalDicom mark = markOf(1, 1);
    VERIFY_VALUE(desk.add(mark));
    QVERIFY(desk.waitFor(mark, State::Waiting));
    desk.advance(-400LL * 24 * 3600 * 1000); // it had been a year ahead
    QVERIFY(desk.waitFor(mark, State::Sent));
}

CONSILIUM_TEST(TestOutboxOrder)
#include "TestOutboxOrder.moc"
