#include "tests/support/ProcessorQueue.h"
#include "tests/support/TestMain.h"
#include "tests/unit/app/SendingDesk.h"

#include <QProcess>
#include <QRandomGenerator>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <set>

using namespace Qt::StringLiterals;
using namespace consilium;
using namespace consilium::test;

namespace
{

constexpr auto folderVariable = "CONSILIUM_TEST_MARKS", firstVariable = "CONSILIUM_TEST_FIRST";
constexpr int everyMs = 4, savedEvery = 12;

/// How long the threads of this process have waited for a processor since it began, in ms. A thread that has ended is
/// not listed any more.
long long queuedMs()
{
    static std::int64_t longest = 0;
    std::int64_t all = 0;
    for (const auto &[thread, queued] : queuedOfThreads())
        all += queued;
    longest = std::max(longest, all);
    return longest / 1'000'000;
}

/// A person who draws a mark every few milliseconds and saves now and then, until the program is killed. Says what was
/// drawn and when, without the time for which its threads waited for a processor: "drawn NUMBER MS".
void drawUntilKilled(const QString &folder, int first)
{
    SendingDesk desk(folder, nowhere);
    if (!desk.open() || !QTest::qWaitFor([&] { return desk.keeper->drafts().isLoaded(); }, 20'000))
        std::_Exit(3);
    QElapsedTimer time;
    time.start();
    std::printf("ready\n");
    for (int number = first;; ++number) {
        if (!desk.draw(desk.mark(u"m%1"_s.arg(number), session::AnnotationKind::Length,
                                 {{0.0, 0.0}, {1.0 + number % 4, 1.0}}, number % 3)))
            std::_Exit(4);
        std::printf("drawn %d %lld\n", number, time.elapsed() - queuedMs());
        std::fflush(stdout);
        if (number % savedEvery == 0 && desk.sender->whyNotSave(desk.tab->dispatcher(), desk.study()).isEmpty())
            desk.sender->save(desk.tab->dispatcher(), desk.study());
        QTest::qWait(everyMs);
    }
}

/// What the store of a program that is gone holds.
struct Left {
    std::set<QString> drafts, saved, objects; ///< ids of marks; SOP Instance UIDs on their way
    std::set<QString> named;                  ///< SOP Instance UIDs that what was saved names
    QString problem;
};

Left leftIn(const QString &folder)
{
    Left left;
    auto store = store::LocalStore::open(folder, QByteArray(32, 'k'), {2000});
    if (!store) {
        left.problem = store.error().detail;
        return left;
    }
    if (store->mended())
        left.problem = u"it had to be mended"_s;
    const auto recordsOf = [&](const QString &kind) {
        const auto listing = store->list(kind);
        if (!listing || listing->damaged > 0)
            left.problem = u"records cannot be read"_s;
        return listing ? listing->records : std::vector<store::Record>();
    };
    const auto drafts = recordsOf(u"marks"_s), saved = recordsOf(QString::fromLatin1(app::MarkSender::savedKind)),
               entries = recordsOf(QString::fromLatin1(app::OutboxStore::entryKind));
    for (const auto &record : drafts)
        if (const auto draft = app::markDraftFromCbor(record.value))
            for (const auto &mark : draft->marks)
                left.drafts.insert(mark.id.text());
    for (const auto &record : saved) {
        const auto marks = app::savedMarksFromCbor(record.value);
        if (!marks) {
            left.problem = u"what was saved cannot be read"_s;
            continue;
        }
        for (const auto &mark : marks->marks)
            left.saved.insert(mark.id.text());
        for (const auto &object : marks->objects)
            left.named.insert(object.sop.text());
    }
    for (const auto &record : entries) {
        const auto entry = outbox::decodeEntry(record.value);
        if (!entry || !store->get(QString::fromLatin1(app::OutboxStore::objectKind), record.key))
            left.problem = u"an entry without its object"_s;
        else
            left.objects.insert(entry->sop.text());
    }
    return left;
}

/// The test's own program once more, which draws in `folder`.
class Drawer
{
public:
    Drawer(const QString &folder, int first)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QLatin1StringView(folderVariable), folder);
        environment.insert(QLatin1StringView(firstVariable), QString::number(first));
        environment.insert(u"CONSILIUM_TEST_CLASS"_s, u"UsecaseMarkKill"_s);
        m_process.setProcessEnvironment(environment);
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QCoreApplication::applicationFilePath(), {u"killedAtAnyMoment"_s});
    }
    ~Drawer() { kill(); }
    [[nodiscard]] bool isReady()
    {
        return QTest::qWaitFor([this] { return said().contains("ready\n") || isOver(); }, 30'000) && !isOver();
    }
    [[nodiscard]] bool isOver() const { return m_process.state() == QProcess::NotRunning; }
    void kill() // SIGKILL: it can do nothing about it
    {
        m_process.kill();
        m_process.waitForFinished(5000);
    }
    /// Number and time of what it has drawn.
    [[nodiscard]] std::vector<std::pair<int, qint64>> drawn()
    {
        std::vector<std::pair<int, qint64>> all;
        QList<QByteArray> lines = said().split('\n');
        lines.removeLast(); // empty, or cut short
        for (const QByteArray &line : std::as_const(lines))
            if (const auto words = line.split(' '); words.size() == 3 && words[0] == "drawn")
                all.emplace_back(words[1].toInt(), words[2].toLongLong());
        return all;
    }

private:
    QByteArray said()
    {
        m_said += m_process.readAllStandardOutput();
        return m_said;
    }
    QProcess m_process;
    QByteArray m_said;
};

} // namespace

/// kill -9 at random moments: each mark made more than 100 ms before is a draft or on its way, what was saved is there
/// whole, and nothing is on its way that nobody knows of.
class UsecaseMarkKill : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /// Ten moments each: a study of a thousand marks would measure something else.
    void killedAtAnyMoment_data()
    {
        QTest::addColumn<int>("folder");
        const bool isChild = qEnvironmentVariableIsSet(folderVariable);
        for (int folder = 1; folder <= (isChild ? 1 : folders()); ++folder)
            QTest::addRow("folder %d", folder) << folder;
    }
    void killedAtAnyMoment()
    {
        if (const QString folder = qEnvironmentVariable(folderVariable); !folder.isEmpty())
            drawUntilKilled(folder, qEnvironmentVariableIntValue(firstVariable));
        QFETCH(int, folder);
        constexpr int longestMs = 320;
        constexpr qint64 safeMs = 100;
        QRandomGenerator random(20261128U + quint32(folder));
        const QTemporaryDir place;
        const QString store = place.filePath(u"store"_s);
        std::set<QString> expected;
        for (int run = 0, next = 1; run < moments; ++run) {
            Drawer drawer(store, next);
            QVERIFY(drawer.isReady());
            QTest::qWait(random.bounded(longestMs));
            QVERIFY(!drawer.isOver());
            drawer.kill();
            const auto drawn = drawer.drawn();
            const qint64 last = drawn.empty() ? 0 : drawn.back().second;
            for (const auto &[number, at] : drawn) {
                next = number + 1;
                if (at + safeMs < last)
                    expected.insert(u"m%1"_s.arg(number));
            }
            const Left left = leftIn(store);
            QVERIFY2(left.problem.isEmpty(), qPrintable(left.problem));
            for (const QString &id : expected)
                QVERIFY2(left.drafts.contains(id) || left.saved.contains(id),
                         qPrintable(u"moment %1 lost %2"_s.arg(run).arg(id)));
            for (const QString &sop : left.named) // nothing was sent: all of it is still there
                QVERIFY2(left.objects.contains(sop), qPrintable(u"moment %1 has not %2"_s.arg(run).arg(sop)));
            ++m_killed;
            m_kept += int(expected.size());
            m_named += int(left.named.size());
        }
    }
    void cleanupTestCase()
    {
        if (qEnvironmentVariableIsSet(folderVariable) || m_killed == 0)
            return;
        QCOMPARE(m_killed, folders() * moments); // 200 where it is a test of its own
        QVERIFY2(m_kept > m_killed && m_named > m_killed / 4,
                 qPrintable(u"%1 kept, %2 on their way"_s.arg(m_kept).arg(m_named)));
    }

private:
    static constexpr int moments = 10;
    /// Among the other tests a few: it takes minutes, and is run whole as the test "marks_kill".
    static int folders() { return qEnvironmentVariable("CONSILIUM_TEST_CLASS") == u"UsecaseMarkKill" ? 20 : 2; }
    int m_killed = 0, m_kept = 0, m_named = 0;
};

CONSILIUM_TEST(UsecaseMarkKill)
#include "UsecaseMarkKill.moc"
