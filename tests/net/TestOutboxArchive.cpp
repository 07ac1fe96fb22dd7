#include "tests/net/OutboxDesk.h"
#include "tests/support/LocalArchive.h"
#include "tests/support/TestMain.h"

using namespace consilium;
using namespace consilium::test;
using outbox::State;
using outbox::Why;

/// Against a real archive.
class TestOutboxArchive : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roundTrip();
    void conflict();
    void signIn();
};

namespace
{

void use(OutboxDesk &desk, const LocalArchive &archive)
{
    desk.config.baseUrl = archive.url();
    desk.start();
}

} // namespace

void TestOutboxArchive::roundTrip()
{
    REQUIRE_ARCHIVE(archive)
    OutboxDesk desk({}, false);
    use(desk, archive);
    MinimalDicom image = markOf(1, 2);
    image.objectClass.clear();
    const std::vector<MinimalDicom> objects{markOf(1, 1), image, markOf(1, 3)};
    for (const MinimalDicom &object : objects)
        VERIFY_VALUE(desk.add(object));
    for (const MinimalDicom &object : objects) {
        QVERIFY(desk.waitFor(object, State::Sent));
        const auto back =
            await(desk.client->fetchInstance(StudyUid(object.study), SeriesUid(object.series), uidOf(object)));
        VERIFY_VALUE(back);
        QCOMPARE(*back, object.part10());
    }
    QVERIFY(QTest::qWaitFor([&] { return desk.storage.entries.isEmpty(); }));
    for (const outbox::Entry &entry : desk.told)
        QVERIFY(entry.tries <= 1);

    // Once more: it is there, and found to be the same.
    desk.box->pause(outbox::Outbox::Pause::AfterCurrent);
    for (const MinimalDicom &object : objects)
        VERIFY_VALUE(desk.add(object));
    desk.told.clear();
    desk.box->resume();
    for (const MinimalDicom &object : objects) {
        QVERIFY(desk.waitFor(object, State::Sent));
        QCOMPARE(desk.last(object).tries, 0);
    }
}

/// This archive would overwrite (OverwriteInstances): it is not given the chance.
void TestOutboxArchive::conflict()
{
    REQUIRE_ARCHIVE(archive)
    MinimalDicom other = markOf(1, 1);
    other.instanceNumber = 50;
    QVERIFY(archive.store({other.part10()}));
    OutboxDesk desk({}, false);
    use(desk, archive);
    const MinimalDicom mark = markOf(1, 1);
    VERIFY_VALUE(desk.add(mark));
    QVERIFY(desk.waitFor(mark, State::Refused));
    QVERIFY(desk.last(mark).trouble.why == Why::Conflict);
    const auto back = await(desk.client->fetchInstance(StudyUid(other.study), SeriesUid(other.series), uidOf(other)));
    VERIFY_VALUE(back);
    QCOMPARE(*back, other.part10());
}

void TestOutboxArchive::signIn()
{
    REQUIRE_ARCHIVE(archive, QStringLiteral("reader:s3cret"))
    OutboxDesk desk({}, false);
    use(desk, archive);
    const MinimalDicom mark = markOf(1, 1);
    VERIFY_VALUE(desk.add(mark));
    QVERIFY(desk.waitFor(mark, State::Waiting));
    QVERIFY(desk.last(mark).trouble.why == Why::SignIn);
    QCOMPARE(desk.last(mark).nextTryAt, TimeMs(0));
    desk.client->setCredentials({http::Credentials::Kind::Basic, QStringLiteral("reader"), QStringLiteral("s3cret")});
    desk.box->archiveChanged(desk.archive);
    QVERIFY(desk.waitFor(mark, State::Sent));
}

CONSILIUM_TEST(TestOutboxArchive)
#include "TestOutboxArchive.moc"
