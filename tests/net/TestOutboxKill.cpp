#include "app/usecases/OutboxStore.h"
#include "tests/net/OutboxDesk.h"
#include "tests/support/TestMain.h"

#include <QDir>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>

using namespace consilium;
using namespace consilium::test;
using outbox::State;

/// The program ends without notice: afterwards everything is in the archive, once, and in order.
class TestOutboxKill : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void killedWhileItSends_data();
    void killedWhileItSends();
    void sameQueueTwice();
    void sameQueueTwiceAtOnce();
};

namespace
{

constexpr int count = 20;

const QByteArray key(32, 'k'); // of the encrypted store

// An outbox with `count` objects of one study, as a program leaves it that had no line.
bool fill(outbox::Storage &storage)
{
    const HandClock clock;
    outbox::Outbox box(
        storage, [](const ArchiveId &) { return nullptr; }, clock, [] { return 0.0; });
    box.pause(outbox::Outbox::Pause::AfterCurrent);
    const auto opened = box.open();
    if (!QTest::qWaitFor([&] { return opened.isFinished(); }) || !opened.result())
        return false;
    for (int i = 1; i <= count; ++i) {
        const auto id = box.add(ArchiveId(QStringLiteral("a")), markOf(1, i).part10());
        if (!QTest::qWaitFor([&] { return id.isFinished(); }) || !id.result())
            return false;
    }
    return true;
}

bool fill(const QString &folder)
{
    FolderStorage storage(folder);
    return fill(storage);
}

bool fillEncrypted(const QString &folder)
{
    store::StoreThread thread(folder, key);
    app::OutboxStore storage(&thread);
    return fill(storage);
}

/// What the encrypted store of a program that is gone holds.
struct Left {
    int entries = 0, objects = 0;
    bool isUnderWay = false; ///< one was being sent, or looked for in the archive
    QString problem;
};

Left leftIn(const QString &folder)
{
    Left left;
    const auto store = store::LocalStore::open(folder, key, {2000});
    if (!store) {
        left.problem = errorName(store.error().code) + QStringLiteral(": ") + store.error().detail;
        return left;
    }
    if (store->mended())
        left.problem = QStringLiteral("it had to be mended");
    const auto entries = store->list(QString::fromLatin1(app::OutboxStore::entryKind)),
               objects = store->list(QString::fromLatin1(app::OutboxStore::objectKind));
    if (!entries || !objects || entries->damaged > 0 || objects->damaged > 0) {
        left.problem = QStringLiteral("records cannot be read");
        return left;
    }
    left.entries = int(entries->records.size());
    left.objects = int(objects->records.size());
    for (const store::Record &record : entries->records) {
        const auto entry = outbox::decodeEntry(record.value);
        if (!entry || !store->get(QString::fromLatin1(app::OutboxStore::objectKind), record.key))
            left.problem = QStringLiteral("an entry that cannot be read, or without its object");
        else
            left.isUnderWay = left.isUnderWay || entry->state == State::Sending || entry->state == State::Verifying;
    }
    return left;
}

QStringList expectedOrder()
{
    QStringList all;
    for (int i = 1; i <= count; ++i)
        all.push_back(markOf(1, i).sop);
    return all;
}

/// One run of the program that sends.
class Child
{
public:
    Child(const QString &folder, const QString &url, bool isEncrypted = false)
    {
        QStringList arguments{folder, url};
        if (isEncrypted)
            arguments << QString::fromLatin1(key);
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QStringLiteral(CONSILIUM_BUILD_DIR "/tests/outbox_child"), arguments);
    }
    ~Child()
    {
        m_process.kill();
        m_process.waitForFinished(5000);
    }
    [[nodiscard]] bool isReady()
    {
        return QTest::qWaitFor([&] { return read().contains("ready\n") || isOver(); }, 20'000) &&
               m_said.contains("ready\n");
    }
    [[nodiscard]] bool hasEnded()
    {
        return QTest::qWaitFor([&] { return isOver(); }, 60'000);
    }
    void kill() // SIGKILL: it can do nothing about it
    {
        m_process.kill();
        m_process.waitForFinished(5000);
    }
    [[nodiscard]] bool isOver() const { return m_process.state() == QProcess::NotRunning; }
    [[nodiscard]] int exitCode() const { return m_process.exitCode(); }
    /// What it said to be sent; everything else that it said goes to `others`.
    [[nodiscard]] QStringList sent(QStringList &others)
    {
        QStringList all;
        QList<QByteArray> lines = read().split('\n');
        lines.removeLast(); // empty, or one that was cut short
        for (const QByteArray &line : std::as_const(lines)) {
            if (line.startsWith("sent "))
                all.push_back(QString::fromLatin1(line.mid(5)));
            else if (line != "ready")
                others.push_back(QString::fromLatin1(line));
        }
        return all;
    }

private:
    QByteArray read()
    {
        m_said += m_process.readAllStandardOutput();
        return m_said;
    }
    QProcess m_process;
    QByteArray m_said;
};

} // namespace

void TestOutboxKill::killedWhileItSends_data()
{
    QTest::addColumn<bool>("isEncrypted");
    QTest::newRow("plain files") << false;
    QTest::newRow("the encrypted store") << true;
}

void TestOutboxKill::killedWhileItSends()
{
    QFETCH(bool, isEncrypted);
    QTemporaryDir folder;
    QVERIFY(isEncrypted ? fillEncrypted(folder.path()) : fill(folder.path()));
    StowServer server;
    QRandomGenerator random(20261127);
    std::mutex mutex;
    server.delayMs = [&] {
        const std::lock_guard lock(mutex);
        return random.bounded(15, 35);
    };
    int killed = 0, underWay = 0;
    QStringList others;
    const auto check = [&](Child &child) {
        const QStringList sent = child.sent(others);
        return std::all_of(sent.begin(), sent.end(), [&](const QString &sop) { return server.has(sop); });
    };
    for (int run = 0; run < 30; ++run) {
        Child child(folder.path(), server.url(), isEncrypted);
        QVERIFY(child.isReady());
        int afterMs = 0;
        {
            const std::lock_guard lock(mutex);
            afterMs = random.bounded(0, 90);
        }
        QTest::qWait(afterMs);
        killed += child.isOver() ? 0 : 1;
        child.kill();
        QVERIFY(QTest::qWaitFor([&] { return server.isQuiet(); })); // what had left it has arrived, or been cut off
        QVERIFY(check(child));
        if (!isEncrypted)
            continue;
        const Left left = leftIn(folder.path());
        QVERIFY2(left.problem.isEmpty(), qPrintable(left.problem));
        QCOMPARE(left.objects, left.entries);
        QVERIFY(left.entries >= count - int(server.order().size())); // what has not arrived is still there
        underWay += left.isUnderWay ? 1 : 0;
    }
    QVERIFY2(killed >= 20, qPrintable(QStringLiteral("killed only %1 times").arg(killed)));
    if (isEncrypted)
        QVERIFY2(underWay > 0, "never killed while something was under way");
    Child last(folder.path(), server.url(), isEncrypted);
    QVERIFY(last.hasEnded());
    QCOMPARE(last.exitCode(), 0);
    QVERIFY(check(last));
    QCOMPARE(others, QStringList());
    QCOMPARE(server.order(), expectedOrder()); // each once, in order
    for (int i = 1; i <= count; ++i)
        QCOMPARE(server.object(markOf(1, i).sop), markOf(1, i).part10());
    QCOMPARE(QDir(folder.path()).entryList({QStringLiteral("*.entry")}, QDir::Files), QStringList());
    if (isEncrypted) {
        const Left left = leftIn(folder.path());
        QVERIFY2(left.problem.isEmpty(), qPrintable(left.problem));
        QCOMPARE(left.entries, 0);
        QCOMPARE(left.objects, 0);
    }
}

/// A copy of the queue, from a backup of the disk say: nothing is sent once more.
void TestOutboxKill::sameQueueTwice()
{
    QTemporaryDir one, two;
    QVERIFY(fill(one.path()));
    const QStringList names = QDir(one.path()).entryList(QDir::Files);
    for (const QString &name : names)
        QVERIFY(QFile::copy(one.filePath(name), two.filePath(name)));
    StowServer server;
    for (const QString &folder : {one.path(), two.path()}) {
        Child child(folder, server.url());
        QVERIFY(child.hasEnded());
        QStringList others;
        QCOMPARE(child.sent(others), expectedOrder());
        QCOMPARE(others, QStringList());
        QCOMPARE(server.order(), expectedOrder());
    }
    QCOMPARE(server.posts(), count);
}

/// Both at the same time: an object may come twice then, as the same; none is missing, none refused.
void TestOutboxKill::sameQueueTwiceAtOnce()
{
    QTemporaryDir one, two;
    QVERIFY(fill(one.path()));
    const QStringList names = QDir(one.path()).entryList(QDir::Files);
    for (const QString &name : names)
        QVERIFY(QFile::copy(one.filePath(name), two.filePath(name)));
    StowServer server;
    server.delayMs = [] { return 5; };
    Child first(one.path(), server.url()), second(two.path(), server.url());
    QVERIFY(first.hasEnded());
    QVERIFY(second.hasEnded());
    QStringList others, order = server.order();
    QCOMPARE(first.sent(others), expectedOrder());
    QCOMPARE(second.sent(others), expectedOrder());
    QCOMPARE(others, QStringList());
    order.removeDuplicates();
    QCOMPARE(order, expectedOrder());
    for (int i = 1; i <= count; ++i)
        QCOMPARE(server.object(markOf(1, i).sop), markOf(1, i).part10());
}

CONSILIUM_TEST(TestOutboxKill)
#include "TestOutboxKill.moc"
