#include "base/store/StoreThread.h"
#include "tests/unit/store/StoreFixture.h"

#include <atomic>
#include <semaphore>

using namespace Qt::StringLiterals;
using namespace consilium;
using namespace consilium::test;
using store::StoreThread;

namespace
{

template<class T>
T answerOf(QFuture<T> future)
{
    future.waitForFinished();
    return future.result();
}

} // namespace

class StoreThreadTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsAskedIsDoneInOrder()
    {
        StoreFolder folder;
        StoreThread thread(folder.path, rightKey, {50});
        std::vector<Pending<Result<std::int64_t>>> puts;
        for (int i = 0; i < 50; ++i)
            puts.push_back(thread.put(u"k"_s, u"same"_s, QByteArray::number(i)));
        const auto got = answerOf<Result<store::Record>>(thread.get(u"k"_s, u"same"_s));
        STORE_VALUE(got);
        QCOMPARE(got->value, QByteArray("49"));
        std::int64_t before = 0;
        for (const auto &put : puts) {
            QVERIFY(put.isFinished());
            STORE_VALUE(put.result());
            QVERIFY(*put.result() > before);
            before = *put.result();
        }
        STORE_VALUE(answerOf<Result<void>>(thread.remove(u"k"_s, u"same"_s)));
        STORE_ERROR(answerOf<Result<store::Record>>(thread.get(u"k"_s, u"same"_s)), ErrorCode::NotFound);
        QVERIFY(answerOf<Result<store::Listing>>(thread.list(u"k"_s)).value().records.empty());
    }

    void whoeverAsksDoesNotWait()
    {
        StoreFolder folder;
        StoreThread thread(folder.path, rightKey);
        std::binary_semaphore goOn{0};
        std::atomic<QThread *> where = nullptr;
        auto held = thread.run([&](store::LocalStore &) {
            where = QThread::currentThread();
            goOn.acquire();
            return Result<void>();
        });
        auto put = thread.put(u"k"_s, u"a"_s, "1");
        QVERIFY(!put.isFinished());
        goOn.release();
        STORE_VALUE(answerOf<Result<std::int64_t>>(put));
        QVERIFY(where.load() != nullptr && where.load() != QThread::currentThread());
        // The answer comes to the thread that asked.
        QObject context;
        bool isHere = false;
        thread.get(u"k"_s, u"a"_s).then(&context, [&](const Result<store::Record> &record) {
            isHere = record.has_value() && QThread::currentThread() == context.thread();
        });
        QTRY_VERIFY(isHere);
    }

    void neitherACancelNorTheEndLosesWhatWasPut()
    {
        StoreFolder folder;
        constexpr int count = 40;
        {
            StoreThread thread(folder.path, rightKey);
            for (int i = 0; i < count; ++i) {
                auto put = thread.put(u"k"_s, QString::number(i), QByteArray(500, 'x'));
                if (i % 2 == 0)
                    put.cancel();
            }
        }                                                        // none of the answers was waited for
        QVERIFY(!QFile::exists(folder.file(u"store.db-wal"_s))); // an open store has one
        const auto store = folder.open();
        STORE_VALUE(store);
        QCOMPARE(store->list(u"k"_s).value().records.size(), size_t(count));
        QVERIFY(!store->mended());
    }

    void whereItCannotBeOpenedEachAnswerSaysWhyAndTheNextTriesAgain()
    {
        StoreFolder folder;
        {
            auto holder = folder.open();
            STORE_VALUE(holder);
            STORE_VALUE(holder->put(u"k"_s, u"a"_s, "1"));
            StoreThread thread(folder.path, rightKey, {10});
            STORE_ERROR(answerOf<Result<std::optional<store::Mended>>>(thread.opened()), ErrorCode::Conflict);
            STORE_ERROR(answerOf<Result<std::int64_t>>(thread.put(u"k"_s, u"b"_s, "2")), ErrorCode::Conflict);
            holder = fail(ErrorCode::Cancelled); // closed
            STORE_VALUE(answerOf<Result<std::int64_t>>(thread.put(u"k"_s, u"b"_s, "2")));
            QCOMPARE(answerOf<Result<store::Record>>(thread.get(u"k"_s, u"a"_s)).value().value, QByteArray("1"));
        }
        StoreThread stranger(folder.path, wrongKey);
        STORE_ERROR(answerOf<Result<store::Record>>(stranger.get(u"k"_s, u"a"_s)), ErrorCode::PermissionDenied);
    }

    // The keychain has lost the key, and the person wants to go on.
    void aStoreThatDoesNotOpenIsSetAsideWhenAsked()
    {
        StoreFolder folder;
        QByteArray before;
        {
            auto store = folder.open();
            STORE_VALUE(store);
            STORE_VALUE(store->put(u"k"_s, u"a"_s, "1"));
            STORE_ERROR(store::LocalStore::setAside(folder.path, 10), ErrorCode::Conflict);
        }
        before = bytesAt(folder.file());
        QString aside;
        {
            StoreThread thread(folder.path, wrongKey);
            STORE_ERROR(answerOf<Result<std::int64_t>>(thread.put(u"k"_s, u"b"_s, "2")), ErrorCode::PermissionDenied);
            const auto done = answerOf<Result<QString>>(thread.setAside());
            STORE_VALUE(done);
            aside = *done;
            STORE_VALUE(answerOf<Result<std::int64_t>>(thread.put(u"k"_s, u"b"_s, "2")));
            STORE_ERROR(answerOf<Result<store::Record>>(thread.get(u"k"_s, u"a"_s)), ErrorCode::NotFound);
        }
        QCOMPARE(bytesAt(aside), before);
        // Where the key is found again, so is all that lay under it.
        STORE_VALUE(store::LocalStore::setAside(folder.path, 10));
        QVERIFY(QFile::rename(aside, folder.file()));
        const auto again = folder.open();
        STORE_VALUE(again);
        QCOMPARE(again->get(u"k"_s, u"a"_s).value().value, QByteArray("1"));
        StoreFolder none;
        STORE_ERROR(store::LocalStore::setAside(none.path, 10), ErrorCode::NotFound);
    }

    void whatWasMendedIsTold()
    {
        StoreFolder folder;
        QVERIFY(QDir().mkpath(folder.path));
        writeBytes(folder.file(), "no store");
        StoreThread thread(folder.path, rightKey);
        const auto opened = answerOf<Result<std::optional<store::Mended>>>(thread.opened());
        STORE_VALUE(opened);
        QVERIFY(opened->has_value());
        QCOMPARE(bytesAt((*opened)->setAside), QByteArray("no store"));
    }
};

CONSILIUM_TEST(StoreThreadTest)
#include "StoreThreadTest.moc"
