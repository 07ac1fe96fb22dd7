#include "tests/unit/store/StoreFixture.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QRandomGenerator>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace consilium;
using namespace consilium::test;

namespace
{

constexpr auto folderVariable = "CONSILIUM_TEST_STORE";

/// Some fit on a page with others, some need several pages.
QByteArray valueOf(int number)
{
    return QByteArray::number(number) + QByteArray(number * 37 % 9000, char('a' + number % 26));
}

/// Puts numbered records until it is killed, and says each one that was acknowledged.
[[noreturn]] void putNumbers(const QString &folder)
{
    auto store = store::LocalStore::open(folder, rightKey, {2000});
    if (!store || store->mended()) {
        std::printf("not opened %s\n", store ? "whole" : qPrintable(store.error().detail));
        std::fflush(stdout);
        std::_Exit(3);
    }
    std::printf("opened\n");
    const auto last = store->get(u"last"_s, u"last"_s);
    for (int number = last ? last->value.toInt() + 1 : 1;; ++number) {
        std::vector<store::Change> changes{{u"number"_s, QString::number(number), valueOf(number)},
                                           {u"last"_s, u"last"_s, QByteArray::number(number)}};
        if (number % 3 == 0) // what is two before is taken away in the same breath
            changes.push_back({u"number"_s, QString::number(number - 2), std::nullopt});
        if (!store->apply(changes))
            std::_Exit(4);
        std::printf("ack %d\n", number);
        std::fflush(stdout);
    }
}

/// The test's own program once more, which runs one test function in `folder`.
class Child
{
public:
    Child(const QString &folder, const QString &function)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QLatin1StringView(folderVariable), folder);
        environment.insert(u"CONSILIUM_TEST_CLASS"_s, u"StoreKillTest"_s);
        m_process.setProcessEnvironment(environment);
        m_process.start(QCoreApplication::applicationFilePath(), {function});
    }
    ~Child() { kill(); }
    Child(const Child &) = delete;
    Child &operator=(const Child &) = delete;

    [[nodiscard]] bool waitFor(const QByteArray &line)
    {
        QElapsedTimer clock;
        clock.start();
        while (!m_said.contains(line) && clock.elapsed() < 30'000 && m_process.state() != QProcess::NotRunning) {
            m_process.waitForReadyRead(1000);
            m_said += m_process.readAllStandardOutput();
        }
        m_said += m_process.readAllStandardOutput();
        return m_said.contains(line);
    }
    void kill() // -9
    {
        m_process.kill();
        m_process.waitForFinished(30'000);
        m_said += m_process.readAllStandardOutput();
    }
    /// The highest number that was acknowledged in a whole line; 0: none.
    [[nodiscard]] int acknowledged() const
    {
        int highest = 0;
        QByteArrayList lines = m_said.split('\n');
        lines.removeLast(); // what has no end yet
        for (const QByteArray &line : lines)
            if (line.startsWith("ack "))
                highest = std::max(highest, line.mid(4).toInt());
        return highest;
    }
    [[nodiscard]] const QByteArray &said() const { return m_said; }

private:
    QProcess m_process;
    QByteArray m_said;
};

/// Empty, or what is wrong: all that was acknowledged is there, whole transactions only, in the order of putting.
QString problemOf(const store::LocalStore &store, int acknowledged)
{
    const auto last = store.get(u"last"_s, u"last"_s);
    const int reached = last ? last->value.toInt() : 0;
    if (reached < acknowledged || reached > acknowledged + 1)
        return u"acknowledged %1, reached %2"_s.arg(acknowledged).arg(reached);
    const auto all = store.list(u"number"_s);
    if (!all || all->damaged > 0)
        return u"not all can be read"_s;
    std::vector<int> expected;
    for (int number = 1; number <= reached; ++number)
        if (number % 3 != 1 || number + 2 > reached)
            expected.push_back(number);
    if (all->records.size() != expected.size())
        return u"%1 records, expected %2"_s.arg(all->records.size()).arg(expected.size());
    std::int64_t before = 0;
    for (size_t i = 0; i < expected.size(); ++i) {
        const auto &record = all->records[i];
        if (record.key.toInt() != expected[i] || record.value != valueOf(expected[i]) || record.revision <= before)
            return u"record %1 is not the one that was put"_s.arg(expected[i]);
        before = record.revision;
    }
    return {};
}

} // namespace

/// Kill -9, which only another process can be given.
class StoreKillTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatWasAcknowledgedSurvivesAKillAtAnyMoment()
    {
        if (qEnvironmentVariableIsSet(folderVariable))
            putNumbers(qEnvironmentVariable(folderVariable));
        const StoreFolder folder(Medium::Disk);
        QRandomGenerator random(4711);
        int acknowledged = 0, killedWithLog = 0;
        for (int round = 0; round < 40; ++round) {
            Child child(folder.path, u"whatWasAcknowledgedSurvivesAKillAtAnyMoment"_s);
            // Some are killed while they open.
            if (round % 4 != 3) {
                QVERIFY2(child.waitFor("ack "), child.said());
                QTest::qSleep(int(random.bounded(40)));
            } else {
                QTest::qSleep(int(random.bounded(60)));
            }
            child.kill();
            QVERIFY2(!child.said().contains("not opened"), child.said());
            acknowledged = std::max(acknowledged, child.acknowledged());
            killedWithLog += QFile(folder.file(u"store.db-wal"_s)).size() > 0;
            const auto store = folder.open();
            STORE_VALUE(store);
            QVERIFY2(!store->mended(), "an unharmed store was taken for damaged");
            const QString problem = problemOf(*store, acknowledged);
            QVERIFY2(problem.isEmpty(), qPrintable(u"round %1: %2"_s.arg(round).arg(problem)));
            if (const auto last = store->get(u"last"_s, u"last"_s)) // written, and killed before it could say so
                acknowledged = last->value.toInt();
        }
        QVERIFY2(acknowledged > 25, qPrintable(QString::number(acknowledged)));
        QVERIFY2(killedWithLog > 10, qPrintable(QString::number(killedWithLog)));
    }

    // Another process is told that the store is in use, and the end of that one, however it came, gives it free.
    void anotherProcessIsLockedOutUntilThatOneEnds()
    {
        if (qEnvironmentVariableIsSet(folderVariable))
            putNumbers(qEnvironmentVariable(folderVariable));
        const StoreFolder folder(Medium::Disk);
        Child holder(folder.path, u"anotherProcessIsLockedOutUntilThatOneEnds"_s);
        QVERIFY2(holder.waitFor("ack 3"), holder.said());
        for (int i = 0; i < 3; ++i) {
            const auto refused = folder.open();
            STORE_ERROR(refused, ErrorCode::Conflict);
            QCOMPARE(refused.error().detail, store::storeInUse);
        }
        STORE_ERROR(folder.open(wrongKey), ErrorCode::Conflict); // before anything is looked at
        holder.kill();
        const auto store = folder.open();
        STORE_VALUE(store);
        QVERIFY(!store->mended());
        QVERIFY(problemOf(*store, holder.acknowledged()).isEmpty());
    }
};

CONSILIUM_TEST(StoreKillTest)
#include "StoreKillTest.moc"
