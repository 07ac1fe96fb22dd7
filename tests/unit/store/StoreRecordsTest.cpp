#include "base/store/StoreFile.h"
#include "tests/unit/store/StoreFixture.h"

#include <QElapsedTimer>
#include <QSet>

using namespace Qt::StringLiterals;
using namespace consilium;
using namespace consilium::test;

class StoreRecordsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatWasPutComesBack()
    {
        StoreFolder folder;
        const QByteArray large(20'000, 'x'); // over several pages
        std::int64_t first = 0, second = 0;
        {
            auto store = folder.open();
            STORE_VALUE(store);
            QVERIFY(!store->mended());
            STORE_ERROR(store->get(u"mark"_s, u"1.2.3"_s), ErrorCode::NotFound);
            first = store->put(u"mark"_s, u"1.2.3"_s, "old").value();
            second = store->put(u"mark"_s, u"1.2.3"_s, large).value();
            QVERIFY(second > first);
            STORE_VALUE(store->put(u"other"_s, u"1.2.3"_s, QByteArray())); // another kind is another record
            STORE_VALUE(store->put(u"mark"_s, u"读片"_s, QByteArray("\0\xff\n", 3)));
        }
        auto store = folder.open();
        STORE_VALUE(store);
        QVERIFY(!store->mended());
        QCOMPARE(store->get(u"mark"_s, u"1.2.3"_s).value(), (store::Record{u"1.2.3"_s, second, large}));
        QCOMPARE(store->get(u"other"_s, u"1.2.3"_s).value().value, QByteArray());
        QCOMPARE(store->get(u"mark"_s, u"读片"_s).value().value, QByteArray("\0\xff\n", 3));
        STORE_VALUE(store->remove(u"mark"_s, u"1.2.3"_s));
        STORE_VALUE(store->remove(u"mark"_s, u"1.2.3"_s)); // gone already
        STORE_ERROR(store->get(u"mark"_s, u"1.2.3"_s), ErrorCode::NotFound);
        QVERIFY(store->put(u"mark"_s, u"new"_s, "v").value() > second + 2); // a revision is never used twice
    }

    void aListIsInTheOrderOfPutting()
    {
        StoreFolder folder;
        auto store = folder.open();
        STORE_VALUE(store);
        for (const char *key : {"b/1", "a/2", "b/3", "a/1", "a/2"}) // the last one once more
            STORE_VALUE(store->put(u"k"_s, QLatin1StringView(key), key));
        STORE_VALUE(store->put(u"j"_s, u"a/9"_s, "another kind"));
        const auto keys = [&](const QString &prefix) {
            QStringList list;
            std::int64_t before = 0;
            const auto listing = store->list(u"k"_s, prefix).value();
            for (const auto &record : listing.records) {
                list << (record.revision > before ? record.key : u"out of order"_s);
                before = record.revision;
            }
            return list;
        };
        QCOMPARE(keys({}), (QStringList{u"b/1"_s, u"b/3"_s, u"a/1"_s, u"a/2"_s}));
        QCOMPARE(keys(u"a/"_s), (QStringList{u"a/1"_s, u"a/2"_s}));
        QCOMPARE(keys(u"c"_s), QStringList());
        QVERIFY(store->list(u"nothing"_s).value().records.empty());
    }

    void severalTogetherOrNoneOfThem()
    {
        StoreFolder folder;
        auto store = folder.open();
        STORE_VALUE(store);
        STORE_VALUE(store->apply({{u"k"_s, u"a"_s, "1"}, {u"k"_s, u"b"_s, "1"}}));
        for (const store::Change &bad : {store::Change{u"k"_s, QString(), "2"}, store::Change{u"K.x"_s, u"c"_s, "2"},
                                         store::Change{u".state"_s, u"a"_s, "2"}, store::Change{QString(), u"c"_s, "2"},
                                         store::Change{u"k"_s, QString(1025, u'x'), "2"}})
            STORE_ERROR(store->apply({{u"k"_s, u"a"_s, "2"}, {u"k"_s, u"b"_s, std::nullopt}, bad}),
                        ErrorCode::InvalidArgument);
        QCOMPARE(store->get(u"k"_s, u"a"_s).value().value, QByteArray("1"));
        QCOMPARE(store->get(u"k"_s, u"b"_s).value().value, QByteArray("1"));
        STORE_VALUE(store->apply({{u"k"_s, u"a"_s, "3"}, {u"k"_s, u"b"_s, std::nullopt}, {u"k"_s, u"c"_s, "3"}}));
        QCOMPARE(store->get(u"k"_s, u"a"_s).value().value, QByteArray("3"));
        STORE_ERROR(store->get(u"k"_s, u"b"_s), ErrorCode::NotFound);
        QCOMPARE(store->get(u"k"_s, u"c"_s).value().value, QByteArray("3"));
    }

    void nothingLiesInClear()
    {
        StoreFolder folder;
        const QByteArrayList secrets{"1.2.840.113619.2.55.3", "TEST^PATIENT", "second value of that key"};
        const auto isSeen = [&](const QByteArray &bytes) {
            return std::any_of(secrets.begin(), secrets.end(), [&](const QByteArray &secret) {
                return bytes.contains(secret) || bytes.contains(secret.toHex()) || bytes.contains(secret.toBase64()) ||
                       bytes.contains(rightKey);
            });
        };
        const auto isInFolder = [&] {
            const auto all = contentsOf(folder.path);
            return std::any_of(all.begin(), all.end(),
                               [&](const auto &one) { return isSeen(one.second) || isSeen(one.first.toUtf8()); });
        };
        QVERIFY(isSeen("x" + secrets[1])); // it can be found
        {
            auto store = folder.open();
            STORE_VALUE(store);
            for (int i = 0; i < 30; ++i)
                STORE_VALUE(store->put(u"mark"_s, QString::fromLatin1(secrets[0]) + QString::number(i),
                                       secrets[1].repeated(200 * i)));
            STORE_VALUE(store->put(u"mark"_s, QString::fromLatin1(secrets[0]), secrets[2]));
            QVERIFY(QFile::exists(folder.file(u"store.db-wal"_s)));
            QVERIFY(!isInFolder());
        }
        QVERIFY(QFile(folder.file()).size() > 100'000);
        QVERIFY(!isInFolder());
        // Two records with one value, and one value put twice, do not show: each seal has a nonce of its own.
        auto store = folder.open();
        STORE_VALUE(store);
        const QByteArray same(4000, 's');
        STORE_VALUE(store->apply({{u"same"_s, u"a"_s, same}, {u"same"_s, u"b"_s, same}}));
        store = fail(ErrorCode::Cancelled); // closed
        auto database = store::Database::open(folder.file(), 0);
        STORE_VALUE(database);
        store::Statement distinct(database->handle(), "SELECT count(DISTINCT substr(sealed, 1, 12)), "
                                                      "count(DISTINCT substr(sealed, 13, 100)), count(*) FROM records");
        QCOMPARE(distinct.step(), store::Statement::Step::Row);
        QCOMPARE(distinct.integer(2), std::int64_t(33));
        QCOMPARE(distinct.integer(0), distinct.integer(2));
        QCOMPARE(distinct.integer(1), distinct.integer(2));
    }

    void theFolderIsTheOwnersAlone()
    {
        StoreFolder folder;
        auto store = folder.open();
        STORE_VALUE(store);
        STORE_VALUE(store->put(u"k"_s, u"a"_s, "1"));
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther |
                            QFile::WriteOther | QFile::ExeOther;
        QVERIFY((QFile::permissions(folder.path) & others) == QFile::Permissions());
        const QStringList names = QDir(folder.path).entryList(QDir::Files, QDir::Name);
        QCOMPARE(names, (QStringList{u"lock"_s, u"store.db"_s, u"store.db-wal"_s})); // and nothing temporary
        for (const QString &name : names)
            QVERIFY2((QFile::permissions(folder.file(name)) & others) == QFile::Permissions(), qPrintable(name));
    }

    void anotherKeyIsRefusedAndNothingTouched()
    {
        StoreFolder folder, killed;
        {
            auto store = folder.open();
            STORE_VALUE(store);
            STORE_VALUE(store->put(u"k"_s, u"a"_s, "1"));
            folder.copyTo(killed.path); // with a log
        }
        for (const StoreFolder *one : {&folder, &killed}) {
            const auto before = contentsOf(one->path);
            const auto opened = one->open(wrongKey);
            STORE_ERROR(opened, ErrorCode::PermissionDenied);
            QCOMPARE(opened.error().detail, store::otherKey);
            QVERIFY(contentsOf(one->path) == before);
            STORE_ERROR(one->open("short"), ErrorCode::InvalidArgument);
            const auto right = one->open();
            STORE_VALUE(right);
            QCOMPARE(right->get(u"k"_s, u"a"_s).value().value, QByteArray("1"));
        }
        QCOMPARE(contentsOf(killed.path).size(), size_t(1)); // the log was put into the file and taken away
    }

    // An empty one too is somebody's.
    void anotherKeyIsRefusedOfAnEmptyStore()
    {
        StoreFolder folder;
        STORE_VALUE(folder.open());
        STORE_ERROR(folder.open(wrongKey), ErrorCode::PermissionDenied);
        STORE_VALUE(folder.open());
    }

    void aNewerProgramsStoreIsRefusedAndNothingTouched()
    {
        StoreFolder folder;
        {
            auto store = folder.open();
            STORE_VALUE(store);
            STORE_VALUE(store->put(u"k"_s, u"a"_s, "1"));
        }
        {
            const auto seal = store::Seal::create(rightKey);
            auto file = store::StoreFile::prepare(folder.path, *seal, 0);
            STORE_VALUE(file);
            file->state.version = 2;
            STORE_VALUE(file->database.execute("BEGIN"));
            STORE_VALUE(store::writeState(file->database, *seal, file->state));
            STORE_VALUE(file->database.execute("CREATE TABLE more(a); PRAGMA user_version=2; COMMIT"));
        }
        const auto before = contentsOf(folder.path);
        const auto opened = folder.open();
        STORE_ERROR(opened, ErrorCode::Unsupported);
        QCOMPARE(opened.error().detail, store::newerStore);
        QVERIFY(contentsOf(folder.path) == before);
    }

    void eachRefusalHasItsSentence()
    {
        QSet<QString> sentences;
        for (const Error &error :
             {Error{ErrorCode::Unsupported, store::newerStore}, Error{ErrorCode::PermissionDenied, store::otherKey},
              Error{ErrorCode::Conflict, store::storeInUse}, Error{ErrorCode::FileUnreadable, store::damaged}}) {
            QVERIFY(userMessage(error) != userMessage({error.code, {}}));
            sentences << userMessage(error);
        }
        QCOMPARE(sentences.size(), 4);
    }

    // Who can write into the file can put nothing in the place of something else.
    void whatWasMovedIsNotBelieved_data()
    {
        QTest::addColumn<QByteArray>("change");
        QTest::addColumn<int>("lost");
        QTest::newRow("values swapped")
            << QByteArray(
                   "CREATE TEMP TABLE t AS SELECT * FROM records; UPDATE records SET sealed = (SELECT t.sealed FROM t "
                   "WHERE t.revision = 3 - records.revision) WHERE revision IN (1, 2)")
            << 2;
        QTest::newRow("names swapped")
            << QByteArray("CREATE TEMP TABLE t AS SELECT * FROM records; DELETE FROM records WHERE revision IN (1, 2); "
                          "INSERT INTO records SELECT 3 - revision, kind, name, sealed FROM t WHERE revision IN (1, 2)")
            << 2;
        QTest::newRow("another kind") << QByteArray("UPDATE records SET kind = 'other' WHERE revision = 1") << 1;
        QTest::newRow("an old value as the newest")
            << QByteArray("UPDATE records SET revision = 99 WHERE revision = 1") << 1;
        QTest::newRow("one taken away") << QByteArray("DELETE FROM records WHERE revision = 2") << 1;
    }
    void whatWasMovedIsNotBelieved()
    {
        QFETCH(QByteArray, change);
        QFETCH(int, lost);
        StoreFolder folder;
        const QStringList keys{u"a"_s, u"b"_s, u"c"_s};
        {
            auto store = folder.open();
            STORE_VALUE(store);
            for (const QString &key : keys)
                STORE_VALUE(store->put(u"k"_s, key, "of " + key.toUtf8()));
        }
        {
            auto database = store::Database::open(folder.file(), 0);
            STORE_VALUE(database);
            STORE_VALUE(database->execute(change));
        }
        auto store = folder.open();
        STORE_VALUE(store);
        QVERIFY(store->mended());
        QCOMPARE(store->mended()->lost, std::optional<std::int64_t>(lost));
        QVERIFY(QFile::exists(store->mended()->setAside));
        int missing = 0;
        for (const QString &key : keys) {
            const auto got = store->get(u"k"_s, key);
            missing += !got;
            QVERIFY(!got || got->value == "of " + key.toUtf8());
        }
        QCOMPARE(missing, lost);
        QVERIFY(store->list(u"other"_s).value().records.empty());
    }

    void oneWrongBitBreaksTheSeal()
    {
        const auto seal = store::Seal::create(rightKey);
        store::Row row{"k", {}, 1, {}};
        STORE_VALUE(seal->close(row, {"key", "value"}));
        QCOMPARE(seal->open(row)->value, QByteArray("value"));
        for (qsizetype i = 0; i < row.sealed.size(); ++i) {
            store::Row other = row;
            other.sealed[i] = char(other.sealed[i] ^ 1);
            QVERIFY(!seal->open(other));
        }
        for (qsizetype size = 0; size < row.sealed.size(); ++size) {
            store::Row other = row;
            other.sealed.truncate(size);
            QVERIFY(!seal->open(other));
        }
        const auto stranger = store::Seal::create(wrongKey);
        QVERIFY(!stranger->open(row));
        QVERIFY(stranger->nameOf("k", "key") != row.name);
    }

    void aFullDiskLosesNothing()
    {
#ifndef Q_OS_UNIX
        SKIP_WHERE(true, "a full disk is played with a limit of Unix");
#else
        StoreFolder folder;
        {
            auto store = folder.open();
            STORE_VALUE(store);
            STORE_VALUE(store->put(u"k"_s, u"before"_s, "1"));
            const qint64 size = QFile(folder.file(u"store.db-wal"_s)).size();
            {
                const LittleRoom full{rlim_t(size + 6000)};
                for (int i = 0; i < 3; ++i)
                    STORE_ERROR(store->put(u"k"_s, u"large"_s, QByteArray(100'000, 'x')), ErrorCode::DiskFull);
                STORE_ERROR(
                    store->apply({{u"k"_s, u"before"_s, std::nullopt}, {u"k"_s, u"l"_s, QByteArray(50'000, 'x')}}),
                    ErrorCode::DiskFull);
                QCOMPARE(store->get(u"k"_s, u"before"_s).value().value, QByteArray("1"));
                STORE_ERROR(store->get(u"k"_s, u"large"_s), ErrorCode::NotFound);
            }
            STORE_VALUE(store->put(u"k"_s, u"large"_s, QByteArray(100'000, 'y')));
        }
        auto store = folder.open();
        STORE_VALUE(store);
        QVERIFY(!store->mended());
        QCOMPARE(store->get(u"k"_s, u"before"_s).value().value, QByteArray("1"));
        QCOMPARE(store->get(u"k"_s, u"large"_s).value().value, QByteArray(100'000, 'y'));
        QCOMPARE(store->list(u"k"_s).value().records.size(), size_t(2));
#endif
    }

    void noRoomForAnyStoreIsAnError()
    {
#ifndef Q_OS_UNIX
        SKIP_WHERE(true, "a full disk is played with a limit of Unix");
#else
        StoreFolder folder;
        {
            const LittleRoom full{5000};
            STORE_ERROR(folder.open(), ErrorCode::DiskFull);
        }
        QVERIFY(contentsOf(folder.path).empty()); // and no half one stays
        STORE_VALUE(folder.open());
#endif
    }

    void aPlaceWhereNothingCanBeWrittenIsAnError()
    {
        StoreFolder folder;
        writeBytes(folder.path, "a file where the folder should be");
        STORE_ERROR(folder.open(), ErrorCode::FileUnreadable);
        QCOMPARE(bytesAt(folder.path), QByteArray("a file where the folder should be"));
    }

    // As on a medium that takes no new file, whoever runs this.
    void noLogNoStore()
    {
        StoreFolder folder;
        {
            auto store = folder.open();
            STORE_VALUE(store);
            STORE_VALUE(store->put(u"k"_s, u"a"_s, "1"));
        }
        const QByteArray before = bytesAt(folder.file());
        const QString log = folder.file(u"store.db-wal"_s);
        QVERIFY(QDir().mkdir(log));
        STORE_ERROR(folder.open(), ErrorCode::FileUnreadable);
        QCOMPARE(bytesAt(folder.file()), before);
        QVERIFY(QDir().rmdir(log));
        const auto store = folder.open();
        STORE_VALUE(store);
        QVERIFY(!store->mended());
        QCOMPARE(store->get(u"k"_s, u"a"_s).value().value, QByteArray("1"));
    }

    void oneHolderAtATime()
    {
        StoreFolder folder;
        auto first = folder.open();
        STORE_VALUE(first);
        QElapsedTimer clock;
        clock.start();
        const auto second = folder.open();
        STORE_ERROR(second, ErrorCode::Conflict);
        QCOMPARE(second.error().detail, store::storeInUse);
        QVERIFY(clock.elapsed() < 5000); // it waits for 50 ms, not for ever
        STORE_VALUE(first->put(u"k"_s, u"a"_s, "1"));
        first = fail(ErrorCode::Cancelled); // closed
        const auto third = folder.open();
        STORE_VALUE(third);
        QCOMPARE(third->get(u"k"_s, u"a"_s).value().value, QByteArray("1"));
    }
};

CONSILIUM_TEST(StoreRecordsTest)
#include "StoreRecordsTest.moc"
