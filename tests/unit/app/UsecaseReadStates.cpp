#include "app/usecases/ReadStates.h"
#include "tests/support/TestMain.h"
#include "tests/unit/session/SetClock.h"

#include <QCborMap>
#include <QCborValue>
#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace consilium;
using app::ReadState;
using app::ReadStates;

namespace
{

const StudyUid head(u"1.2.3"_s), chest(u"4.5.6"_s), knee(u"7.8.9"_s);
const QByteArray key(32, 'k');
const QString kind = QString::fromLatin1(ReadStates::recordKind);

/// One run of the program of one person.
struct Run {
    test::SetClock clock;
    store::StoreThread store;
    std::unique_ptr<ReadStates> states = std::make_unique<ReadStates>(clock);

    explicit Run(const QString &folder, bool usesIt = true) : store(folder, key)
    {
        if (usesIt)
            states->useStore(store);
    }
    ~Run() { states.reset(); }
    Run(const Run &) = delete;
    Run &operator=(const Run &) = delete;
    [[nodiscard]] bool isSettled() const
    {
        return QTest::qWaitFor([this] { return states->isWritten(); }, 20'000);
    }
};

QByteArray record(int form, const StudyUid &study, int state)
{
    return QCborValue(QCborMap{{1, form}, {2, study.text()}, {3, state}, {4, 17}}).toCbor();
}

/// Puts it there by itself, as another version of the program has done.
void put(const QString &folder, const QString &name, const QByteArray &value)
{
    auto store = store::LocalStore::open(folder, key);
    QVERIFY(store);
    QVERIFY(store->put(kind, name, value));
}

std::vector<store::Record> recordsIn(const QString &folder)
{
    auto store = store::LocalStore::open(folder, key);
    return store ? store->list(kind).value().records : std::vector<store::Record>{{u"not opened"_s, 0, {}}};
}

} // namespace

class UsecaseReadStates : public QObject
{
    Q_OBJECT
private:
    QTemporaryDir m_place;
    int m_count = 0;
    QString m_folder;

private Q_SLOTS:
    void init() { m_folder = m_place.filePath(QString::number(++m_count)); }

    void whatWasSaidOutlastsTheProgram()
    {
        {
            Run run(m_folder);
            QSignalSpy changed(run.states.get(), &ReadStates::changed);
            run.states->set(head, ReadState::Claimed);
            run.states->set(chest, ReadState::Read);
            run.states->set(chest, ReadState::Read); // said already
            QCOMPARE(changed.count(), 2);
            QVERIFY(run.isSettled());
            QVERIFY(run.states->isLasting());
        }
        Run next(m_folder);
        QVERIFY(next.isSettled());
        QCOMPARE(next.states->of(head), ReadState::Claimed);
        QCOMPARE(next.states->of(chest), ReadState::Read);
        QCOMPARE(next.states->of(knee), ReadState::Unread);
        QVERIFY(next.states->saidAt(head) > 0);
        QCOMPARE(next.states->saidAt(knee), TimeMs(0));
    }

    void whatIsTakenBackLeavesNothing()
    {
        {
            Run run(m_folder);
            run.states->set(head, ReadState::Claimed);
            QVERIFY(run.isSettled());
            run.states->set(head, ReadState::Unread);
            run.states->set(chest, ReadState::Claimed);
            run.states->set(chest, ReadState::Unread); // before it was ever written
            QVERIFY(run.isSettled());
            QCOMPARE(run.states->saidAt(head), TimeMs(0));
        }
        QCOMPARE(recordsIn(m_folder).size(), std::size_t(0));
    }

    void theEndOfTheProgramWaitsForWhatWasSaidLast()
    {
        {
            Run run(m_folder);
            run.states->set(head, ReadState::Read); // not even loaded yet
        }
        const auto records = recordsIn(m_folder);
        QCOMPARE(records.size(), std::size_t(1));
        QCOMPARE(records.front().key, head.text());
    }

    // The keychain may give the key late: the later word holds, and what nobody has spoken of comes from before.
    void whatIsSaidBeforeTheStoreCameHolds()
    {
        put(m_folder, head.text(), record(1, head, int(ReadState::Read)));
        put(m_folder, chest.text(), record(1, chest, int(ReadState::Read)));
        Run run(m_folder, false);
        run.states->set(head, ReadState::Claimed);
        QVERIFY(!run.states->isLasting());
        QVERIFY(run.states->isWritten()); // as far as it can be
        QSignalSpy loaded(run.states.get(), &ReadStates::loaded);
        run.states->useStore(run.store);
        QVERIFY(run.isSettled());
        QCOMPARE(loaded.count(), 1);
        QCOMPARE(run.states->of(head), ReadState::Claimed);
        QCOMPARE(run.states->of(chest), ReadState::Read);
    }

    // It may be a newer program's: it stays, and what is said now stands beside it.
    void whatCannotBeReadStaysAsItIs_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::newRow("a newer form") << record(2, head, int(ReadState::Read));
        QTest::newRow("a state that is not known") << record(1, head, 7);
        QTest::newRow("no study") << record(1, StudyUid(), int(ReadState::Read));
        QTest::newRow("no CBOR") << QByteArray("\xff\xff\xff");
    }
    void whatCannotBeReadStaysAsItIs()
    {
        QFETCH(QByteArray, value);
        put(m_folder, head.text(), value);
        {
            Run run(m_folder);
            QVERIFY(run.isSettled());
            QCOMPARE(run.states->of(head), ReadState::Unread);
            QCOMPARE(run.states->unreadable(), 1);
            run.states->set(head, ReadState::Claimed);
            QVERIFY(run.isSettled());
        }
        const auto records = recordsIn(m_folder);
        QCOMPARE(records.size(), std::size_t(2));
        QCOMPARE(records.front().value, value);
        Run next(m_folder);
        QVERIFY(next.isSettled());
        QCOMPARE(next.states->of(head), ReadState::Claimed);
    }

    void aStoreThatDoesNotOpenIsToldOnceAndNothingIsLostMeanwhile()
    {
        {
            Run other(m_folder);
            other.states->set(knee, ReadState::Read);
            QVERIFY(other.isSettled());
        }
        store::StoreThread wrong(m_folder, QByteArray(32, 'x'));
        test::SetClock clock;
        ReadStates states(clock);
        QSignalSpy told(&states, &ReadStates::notKept);
        states.useStore(wrong);
        QTRY_COMPARE_WITH_TIMEOUT(told.count(), 1, 20'000);
        states.set(head, ReadState::Claimed);
        QCOMPARE(states.of(head), ReadState::Claimed);
        QVERIFY(!states.isLasting());
        QTest::qWait(100);
        QCOMPARE(told.count(), 1);
    }

    // The keys of studies stand in clear nowhere.
    void nothingOfAStudyCanBeReadInTheFile()
    {
        {
            Run run(m_folder);
            run.states->set(StudyUid(u"1.2.826.0.1.99999.12345"_s), ReadState::Read);
            QVERIFY(run.isSettled());
        }
        QDir folder(m_folder);
        for (const QString &name : folder.entryList(QDir::Files)) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!file.readAll().contains("1.2.826.0.1.99999"), qPrintable(name));
        }
    }
};

CONSILIUM_TEST(UsecaseReadStates)
#include "UsecaseReadStates.moc"
