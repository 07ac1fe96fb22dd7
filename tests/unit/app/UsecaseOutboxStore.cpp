#include "app/usecases/OutboxStore.h"
#include "tests/support/TestMain.h"

#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace consilium;
using app::OutboxStore;

namespace
{

outbox::Entry entryOf(const QString &id)
{
    outbox::Entry entry;
    entry.id = outbox::EntryId(id);
    entry.order = id.size();
    entry.archive = ArchiveId(u"a"_s);
    entry.study = StudyUid(u"1.2.3"_s);
    entry.series = SeriesUid(u"1.2.3.4"_s);
    entry.sopClass = SopClassUid(u"1.2.840.10008.5.1.4.1.1.88.33"_s);
    entry.sop = SopInstanceUid(u"1.2.3.4."_s + QString::number(id.size()));
    entry.bytes = 3;
    entry.digest = QByteArray(32, 'd');
    return entry;
}

template<class T>
std::optional<T> answerOf(const Pending<T> &pending)
{
    return QTest::qWaitFor([&] { return pending.isFinished(); }, 10'000) && pending.resultCount() > 0
               ? std::optional(pending.result())
               : std::nullopt;
}

} // namespace

/// With a store on the disk and without one: the same answers.
class UsecaseOutboxStore : public QObject
{
    Q_OBJECT
private:
    QTemporaryDir m_place;
    int m_count = 0;
    std::unique_ptr<store::StoreThread> m_thread;

    void inMemoryAndOnTheDisk() const
    {
        QTest::addColumn<bool>("onDisk");
        QTest::newRow("on the disk") << true;
        QTest::newRow("in memory") << false;
    }
    store::StoreThread *thread(bool onDisk)
    {
        m_thread = onDisk ? std::make_unique<store::StoreThread>(m_place.filePath(QString::number(++m_count)),
                                                                 QByteArray(32, 'k'))
                          : nullptr;
        return m_thread.get();
    }
    [[nodiscard]] static std::size_t count(OutboxStore &store)
    {
        const auto all = answerOf(store.list());
        return all && *all ? (*all)->size() : 99;
    }

private Q_SLOTS:
    void cleanup() { m_thread.reset(); }

    void whatIsPutIsThere_data() { inMemoryAndOnTheDisk(); }
    void whatIsPutIsThere()
    {
        QFETCH(bool, onDisk);
        OutboxStore store(thread(onDisk));
        QCOMPARE(store.isLasting(), onDisk);
        outbox::Entry entry = entryOf(u"x"_s);
        QVERIFY(answerOf(store.put(entry, "abc")).value());
        const auto all = answerOf(store.list());
        QVERIFY(all && *all);
        QVERIFY((**all == std::vector{entry}));
        QCOMPARE(answerOf(store.fetchObject(entry.id))->value(), QByteArray("abc"));
        entry.tries = 4;
        QVERIFY(answerOf(store.update(entry)).value());
        QCOMPARE(answerOf(store.list())->value().front().tries, 4);
        QCOMPARE(answerOf(store.update(entryOf(u"none"_s)))->error().code, ErrorCode::NotFound);
        QCOMPARE(answerOf(store.fetchObject(outbox::EntryId(u"none"_s)))->error().code, ErrorCode::NotFound);
        QVERIFY(answerOf(store.remove(entry.id)).value());
        QVERIFY(answerOf(store.remove(entry.id)).value()); // that there is none is no error
        QCOMPARE(count(store), std::size_t(0));
        QCOMPARE(answerOf(store.fetchObject(entry.id))->error().code, ErrorCode::NotFound);
    }

    void aStepIsWrittenWholeOrNotAtAll_data() { inMemoryAndOnTheDisk(); }
    void aStepIsWrittenWholeOrNotAtAll()
    {
        QFETCH(bool, onDisk);
        OutboxStore store(thread(onDisk));
        const outbox::Entry one = entryOf(u"x"_s), two = entryOf(u"xx"_s), other = entryOf(u"xxx"_s);
        store.together({one.sop, two.sop}, {{u"saved-marks"_s, u"1.2.3"_s, QByteArray("with it")}});
        const auto first = store.put(one, "abc");
        QVERIFY(answerOf(store.put(other, "def")).value()); // not of the step: at once
        QVERIFY(!first.isFinished());
        QCOMPARE(count(store), std::size_t(1));
        if (onDisk)
            QVERIFY(!answerOf(m_thread->get(u"saved-marks"_s, u"1.2.3"_s)).value());
        QVERIFY(answerOf(store.put(two, "ghi")).value());
        QVERIFY(answerOf(first).value());
        QCOMPARE(count(store), std::size_t(3));
        if (onDisk)
            QCOMPARE(answerOf(m_thread->get(u"saved-marks"_s, u"1.2.3"_s))->value().value, QByteArray("with it"));
    }

    void aStepThatIsGivenUpLeavesNothing_data() { inMemoryAndOnTheDisk(); }
    void aStepThatIsGivenUpLeavesNothing()
    {
        QFETCH(bool, onDisk);
        OutboxStore store(thread(onDisk));
        const outbox::Entry one = entryOf(u"x"_s), two = entryOf(u"xx"_s);
        store.together({one.sop, two.sop}, {{u"saved-marks"_s, u"1.2.3"_s, QByteArray("with it")}});
        const auto first = store.put(one, "abc");
        store.giveUp(two.sop, {ErrorCode::NotDicom, {}});
        QCOMPARE(answerOf(first)->error().code, ErrorCode::NotDicom);
        QCOMPARE(count(store), std::size_t(0));
        if (onDisk)
            QVERIFY(!answerOf(m_thread->get(u"saved-marks"_s, u"1.2.3"_s)).value());
    }
};

CONSILIUM_TEST(UsecaseOutboxStore)
#include "UsecaseOutboxStore.moc"
