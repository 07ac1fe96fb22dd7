#include "tests/support/ProcessorQueue.h"
#include "tests/support/TestMain.h"
#include "tests/unit/app/PersonAtWork.h"

#include <QProcess>
#include <QRandomGenerator>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

using namespace Qt::StringLiterals;
using namespace consilium;
using namespace consilium::test;

namespace
{

/// What the store of a program that is gone holds.
struct Left {
    std::map<QString, QString> states; ///< what marks say, by identity: as drafts, else as they were saved
    std::set<QString> objects;         ///< SOP Instance UIDs on their way
    std::set<QString> named;           ///< SOP Instance UIDs that what was saved names
    QString problem;
    [[nodiscard]] QString stateOf(const QString &identity) const
    {
        const auto found = states.find(identity);
        return found == states.end() ? gone : found->second;
    }
};

/// What was saved, without what is to be deleted there, and over it what is not saved.
void takeMarks(const std::vector<store::Record> &drafts, const std::vector<store::Record> &saved, Left &left)
{
    std::map<QString, QString> identities; // of what was saved
    for (const auto &record : saved) {
        const auto marks = app::savedMarksFromCbor(record.value);
        if (!marks) {
            left.problem = u"what was saved cannot be read"_s;
            continue;
        }
        for (const auto &mark : marks->marks) {
            identities.emplace(mark.id.text(), identityOf(mark));
            left.states.insert_or_assign(identityOf(mark), saysOf(mark));
        }
        for (const auto &object : marks->objects)
            left.named.insert(object.sop.text());
    }
    for (const auto &record : drafts) {
        const auto draft = app::markDraftFromCbor(record.value);
        if (!draft) {
            left.problem = u"drafts cannot be read"_s;
            continue;
        }
        for (const AnnotationId &id : draft->removed)
            if (const auto known = identities.find(id.text()); known != identities.end())
                left.states.erase(known->second);
        for (const auto &mark : draft->marks)
            left.states.insert_or_assign(identityOf(mark), saysOf(mark));
    }
}

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
    takeMarks(recordsOf(u"marks"_s), recordsOf(QString::fromLatin1(app::MarkSender::savedKind)), left);
    for (const auto &record : recordsOf(QString::fromLatin1(app::OutboxStore::entryKind))) {
        const auto entry = outbox::decodeEntry(record.value);
        if (!entry || !store->get(QString::fromLatin1(app::OutboxStore::objectKind), record.key))
            left.problem = u"an entry without its object"_s;
        else
            left.objects.insert(entry->sop.text());
    }
    return left;
}

/// Looks at a thread of another process every now and then, so that it is known how long it has been waiting for a
/// processor at the most when it is looked at last: the system counts a wait when it is over.
class WatchedThread
{
public:
    WatchedThread(qint64 process, qint64 thread) : m_process(process), m_thread(thread) { look(); }
    void look()
    {
        const qint64 now = nowNs();
        const ThreadTimes times = timesOfThread(m_process, m_thread);
        if (!times.isRunnable)
            m_freeAt = now;
        else if (times.ranNs != m_times.ranNs) // it has run since the last look
            m_freeAt = std::max(m_freeAt, m_lookedAt);
        m_times = times;
        m_lookedAt = now;
    }
    [[nodiscard]] qint64 queuedNs() const { return m_times.queuedNs; }
    [[nodiscard]] qint64 stillQueuedNs() const { return m_times.isRunnable ? m_lookedAt - m_freeAt : 0; }

private:
    const qint64 m_process, m_thread;
    qint64 m_lookedAt = nowNs(), m_freeAt = m_lookedAt;
    ThreadTimes m_times;
};

/// What the drawer said that it had done.
struct Done {
    int number = 0;
    QByteArray what;
    qint64 at = 0, ownQueued = 0, storeQueued = 0;
    QString identity, state;
};

/// The moment of the kill, and what the machine had taken from the two threads that keep a mark until then, ns.
struct Moment {
    bool wasAlive = false; ///< false: the program had ended by itself
    qint64 at = 0, ownQueued = 0, storeQueued = 0, stillQueued = 0;
    std::vector<std::pair<qint64, qint64>> stolen; ///< when looked at, and how much since the machine was started

    /// More than 100 ms before, the time not counted that the two threads could not have used.
    [[nodiscard]] bool isPromised(const Done &done) const
    {
        constexpr qint64 safeNs = 100'000'000;
        const qint64 waited =
            (ownQueued - done.ownQueued) + (storeQueued - done.storeQueued) + stillQueued + stolenSince(done.at);
        return at - done.at > safeNs + waited;
    }

private:
    [[nodiscard]] qint64 stolenSince(qint64 when) const
    {
        qint64 before = stolen.front().second;
        for (const auto &[lookedAt, ns] : stolen)
            if (lookedAt <= when)
                before = ns;
        return stolen.back().second - before;
    }
};

/// The test's own program once more, which draws in `folder`.
class Drawer
{
public:
    Drawer(const QString &folder, int first, int run)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QLatin1StringView(folderVariable), folder);
        environment.insert(QLatin1StringView(firstVariable), QString::number(first));
        environment.insert(QLatin1StringView(runVariable), QString::number(run));
        environment.insert(u"CONSILIUM_TEST_CLASS"_s, u"UsecaseMarkKill"_s);
        m_process.setProcessEnvironment(environment);
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QCoreApplication::applicationFilePath(), {u"killedAtAnyMoment"_s});
    }
    ~Drawer()
    {
        m_process.kill();
        m_process.waitForFinished(5000);
    }
    [[nodiscard]] bool isReady()
    {
        return QTest::qWaitFor([this] { return !threads().empty() || isOver(); }, 30'000) && !isOver();
    }
    [[nodiscard]] bool isOver() const { return m_process.state() == QProcess::NotRunning; }
    /// SIGKILL, after so long: it can do nothing about it.
    [[nodiscard]] Moment killAfter(int ms)
    {
        const std::vector<qint64> ids = threads();
        WatchedThread own(ids.at(0), ids.at(1)), store(ids.at(0), ids.at(2));
        constexpr int lookedAtEveryMs = 2;
        Moment moment;
        for (const qint64 end = nowNs() + qint64(ms) * 1'000'000; nowNs() < end; QTest::qWait(lookedAtEveryMs)) {
            own.look();
            store.look();
            moment.stolen.emplace_back(nowNs(), stolenNs());
        }
        // In this order: what it does after `at`, and before the kill arrives, is nothing that was promised.
        moment.at = nowNs();
        own.look();
        store.look();
        moment.ownQueued = own.queuedNs();
        moment.storeQueued = store.queuedNs();
        moment.stillQueued = own.stillQueuedNs() + store.stillQueuedNs();
        moment.stolen.emplace_back(moment.at, stolenNs());
        moment.wasAlive = !isOver();
        m_process.kill();
        m_process.waitForFinished(5000);
        return moment;
    }
    [[nodiscard]] std::vector<Done> done()
    {
        std::vector<Done> all;
        for (const QByteArrayList &words : lines())
            if (words.size() == 8 && words[0] == "did")
                all.push_back({words[1].toInt(), words[2], words[3].toLongLong(), words[4].toLongLong(),
                               words[5].toLongLong(), QString::fromUtf8(words[6]), QString::fromUtf8(words[7])});
        return all;
    }

private:
    /// Whole lines, as words.
    [[nodiscard]] std::vector<QByteArrayList> lines()
    {
        m_said += m_process.readAllStandardOutput();
        QList<QByteArray> said = m_said.split('\n');
        said.removeLast(); // empty, or cut short
        std::vector<QByteArrayList> all;
        for (const QByteArray &line : std::as_const(said))
            all.push_back(line.split(' '));
        return all;
    }
    /// Of the process, of the thread on which things are done, and of the store's; empty: it has not begun.
    [[nodiscard]] std::vector<qint64> threads()
    {
        for (const QByteArrayList &words : lines())
            if (words.size() == 4 && words[0] == "ready")
                return {words[1].toLongLong(), words[2].toLongLong(), words[3].toLongLong()};
        return {};
    }
    QProcess m_process;
    QByteArray m_said;
};

} // namespace

/// kill -9 at random moments: what was drawn, moved, written, deleted or chosen more than 100 ms before is so in the
/// drafts or in what was saved, what was saved is there whole, and nothing is on its way that nobody knows of.
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
            actUntilKilled(folder, qEnvironmentVariableIntValue(firstVariable),
                           qEnvironmentVariableIntValue(runVariable));
        QFETCH(int, folder);
        constexpr int longestMs = 320;
        QRandomGenerator random(20261128U + quint32(folder));
        const QTemporaryDir place;
        const QString store = place.filePath(u"store"_s);
        std::map<QString, QString> known; // what earlier runs have left, which nobody has changed since
        for (int run = 0, next = 1; run < moments; ++run) {
            Drawer drawer(store, next, run);
            QVERIFY(drawer.isReady());
            const Moment moment = drawer.killAfter(random.bounded(longestMs));
            QVERIFY(moment.wasAlive);
            const std::vector<Done> done = drawer.done();
            if (!done.empty())
                next = done.back().number + 1;
            const Left left = leftIn(store);
            QVERIFY2(left.problem.isEmpty(), qPrintable(left.problem));
            for (const auto &[identity, state] : known)
                QVERIFY2(left.stateOf(identity) == state, qPrintable(u"moment %1: %2 was %3 and is %4"_s.arg(run).arg(
                                                              identity, state, left.stateOf(identity))));
            const QString fault = faultOf(done, moment, left, known);
            QVERIFY2(fault.isEmpty(), qPrintable(u"moment %1: %2"_s.arg(run).arg(fault)));
            for (const QString &sop : left.named) // nothing was sent: all of it is still there
                QVERIFY2(left.objects.contains(sop), qPrintable(u"moment %1 has not %2"_s.arg(run).arg(sop)));
            ++m_killed;
            m_named += int(left.named.size());
        }
    }
    void cleanupTestCase()
    {
        if (qEnvironmentVariableIsSet(folderVariable) || m_killed == 0)
            return;
        QCOMPARE(m_killed, folders() * moments); // 200 where it is a test of its own
        QVERIFY2(m_named > m_killed / 4, qPrintable(u"%1 on their way"_s.arg(m_named)));
        QVERIFY2(m_promised["drawn"] > m_killed / 2, qPrintable(QString::number(m_promised["drawn"])));
        if (folders() < 20)
            return;
        for (const char *what : {"drawn", "text", "moved", "written", "removed", "key-on", "key-off"})
            QVERIFY2(m_promised[what] > 0, what); // each of them was put to the proof
    }

private:
    static constexpr int moments = 10;
    /// Among the other tests a few: it takes minutes, and is run whole as the test "marks_kill".
    static int folders() { return qEnvironmentVariable("CONSILIUM_TEST_CLASS") == u"UsecaseMarkKill" ? 20 : 2; }

    /// Each mark is as the last thing has left it that was done long enough before, or as something later has: which of
    /// them arrived is left to chance. What is found goes into `known`.
    QString faultOf(const std::vector<Done> &done, const Moment &moment, const Left &left,
                    std::map<QString, QString> &known)
    {
        std::map<QString, QStringList> may; // of each mark, what it may say
        for (const Done &one : done) {
            QStringList &states = may.try_emplace(one.identity, QStringList{gone}).first->second;
            if (moment.isPromised(one)) {
                states.clear();
                ++m_promised[one.what];
            }
            states << one.state;
        }
        for (const auto &[identity, states] : may) {
            const QString found = left.stateOf(identity);
            if (!states.contains(found))
                return u"%1 is %2 and not %3"_s.arg(identity, found, states.join(u" or "_s));
            known.insert_or_assign(identity, found);
        }
        return {};
    }

    int m_killed = 0, m_named = 0;
    std::map<QByteArray, int> m_promised; ///< how often what was promised is there
};

CONSILIUM_TEST(UsecaseMarkKill)
#include "UsecaseMarkKill.moc"
