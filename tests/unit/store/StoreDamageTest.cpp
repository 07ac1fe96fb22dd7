#include "tests/unit/store/StoreFixture.h"

#include <QRandomGenerator>

using namespace Qt::StringLiterals;
using namespace consilium;
using namespace consilium::test;

namespace
{

using Values = std::map<QString, QByteArray>;

/// Small ones, of which several lie on a page, and some over several pages.
Values someValues()
{
    Values values;
    for (int i = 0; i < 24; ++i)
        values[u"1.2.840.%1"_s.arg(i)] = QByteArray(i % 6 == 5 ? 6000 : 40 + 30 * i, char('a' + i));
    return values;
}

/// A store with these values, twice: closed (file alone) and as a kill leaves it (with a log that holds all).
struct Stores {
    Values values = someValues();
    StoreFolder closed, killed;

    Stores()
    {
        auto store = closed.open();
        for (const auto &[key, value] : values) {
            if (key.endsWith(u'3'))
                QVERIFY(store->put(u"k"_s, key, "the value before"));
            QVERIFY(store->put(u"k"_s, key, value));
        }
        QVERIFY(store->put(u"k"_s, u"taken away"_s, "x") && store->remove(u"k"_s, u"taken away"_s));
        closed.copyTo(killed.path);
    }
};

/// Opens what was damaged. Empty, or what is wrong: each record is there as it was, or is counted as lost; the damaged
/// bytes are kept; the mended store opens as a whole one.
QString problemOf(const StoreFolder &folder, const Values &values, const std::map<QString, QByteArray> &spoiled,
                  int mostLost)
{
    auto store = folder.open();
    if (!store)
        return u"not opened: "_s + test::problemOf(store.error());
    int missing = 0;
    for (const auto &[key, value] : values) {
        const auto got = store->get(u"k"_s, key);
        if (!got && got.error().code != ErrorCode::NotFound)
            return u"not read: "_s + test::problemOf(got.error());
        if (got && got->value != value)
            return u"another value than was put"_s;
        missing += !got;
    }
    // Where the bytes that said so are damaged it may be, and then that is told.
    if (store->get(u"k"_s, u"taken away"_s) && !store->mended())
        return u"what was taken away is back"_s;
    if (missing > mostLost)
        return u"%1 records lost"_s.arg(missing);
    const auto mended = store->mended();
    if (!mended)
        return missing == 0 ? QString() : u"%1 records lost and nothing said"_s.arg(missing);
    if (!mended->lost || *mended->lost != missing)
        return u"%1 lost, said: %2"_s.arg(missing).arg(mended->lost.value_or(-1));
    for (const auto &[name, bytes] : spoiled)
        if (bytesAt(mended->setAside + name.mid(QByteArray("store.db").size())) != bytes)
            return u"the damaged file was not kept: "_s + name;
    if (!store->put(u"k"_s, u"after"_s, "1"))
        return u"nothing can be put"_s;
    store = fail(ErrorCode::Cancelled); // closed
    store = folder.open();
    return !store || store->mended() || !store->get(u"k"_s, u"after"_s) ? u"not whole after that"_s : QString();
}

} // namespace

class StoreDamageTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anUndamagedStoreIsTakenAsItIs()
    {
        const Stores stores;
        for (const StoreFolder *folder : {&stores.closed, &stores.killed}) {
            const auto store = folder->open();
            STORE_VALUE(store);
            QVERIFY(!store->mended());
            QCOMPARE(store->list(u"k"_s).value().records.size(), stores.values.size());
        }
    }

    void oneWrongBitAnywhere_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("in the file") << u"store.db"_s;
        QTest::newRow("in the file beside its log") << u"killed/store.db"_s;
        QTest::newRow("in the log") << u"killed/store.db-wal"_s;
    }
    // All of the fixed parts, and a comb over the rest.
    void oneWrongBitAnywhere()
    {
        QFETCH(QString, name);
        const Stores stores;
        const bool isKilled = name.startsWith(u"killed/"_s);
        const QString file = isKilled ? name.mid(7) : name;
        const auto whole = contentsOf(isKilled ? stores.killed.path : stores.closed.path);
        const QByteArray &bytes = whole.at(file);
        const bool isLog = file.endsWith(u"-wal"_s);
        const qsizetype unit = isLog ? 4120 : 4096, begin = isLog ? 32 : 0;
        int tried = 0, mended = 0;
        for (qsizetype at = 0; at < bytes.size(); ++at) {
            const qsizetype inUnit = at < begin ? 0 : (at - begin) % unit;
            const bool isFixed = at < 100 || inUnit < (isLog ? 32 : 8);
            // In a long log the first frames, and the last but one, stand for all.
            const bool isFar = isLog && at > 3 * unit && (at < bytes.size() - 2 * unit || at >= bytes.size() - unit);
            if ((!isFixed || isFar) && at % (isLog ? 4001 : 1021) != 0)
                continue;
            StoreFolder spoiled;
            QVERIFY(QDir().mkpath(spoiled.path));
            auto files = whole;
            files[file][at] = char(files[file][at] ^ (1 << (at % 8)));
            for (const auto &[one, content] : files)
                writeBytes(spoiled.file(one), content);
            // What lies on one page, at most.
            const QString problem = problemOf(spoiled, stores.values, files, 24);
            QVERIFY2(problem.isEmpty(), qPrintable(u"byte %1: %2"_s.arg(at).arg(problem)));
            ++tried;
            mended += QFile::exists(spoiled.file(u"store.db.damaged-1"_s));
        }
        QVERIFY2(tried > 100 && mended > 40, qPrintable(u"%1 of %2 mended"_s.arg(mended).arg(tried)));
    }

    // Much broken at once, file and log: whatever is read was put, and the damaged bytes stay.
    void whateverTheBytesAreNothingFalseIsRead()
    {
        const Stores stores;
        const auto whole = contentsOf(stores.killed.path);
        QRandomGenerator random(815);
        int read = 0;
        for (int round = 0; round < 120; ++round) {
            auto files = whole;
            for (auto &[name, bytes] : files) {
                for (quint32 i = random.bounded(60U); i > 0; --i)
                    bytes[qsizetype(random.bounded(quint32(bytes.size())))] = char(random.generate());
                if (random.bounded(4) == 0)
                    bytes.truncate(qsizetype(random.bounded(quint32(bytes.size()))));
            }
            StoreFolder spoiled;
            QVERIFY(QDir().mkpath(spoiled.path));
            for (const auto &[name, bytes] : files)
                writeBytes(spoiled.file(name), bytes);
            const auto store = spoiled.open();
            if (!store) { // where not one seal holds any more it looks like somebody else's; and then nothing is
                          // touched
                QVERIFY2(store.error().code == ErrorCode::PermissionDenied ||
                             store.error().code == ErrorCode::Unsupported,
                         qPrintable(test::problemOf(store.error())));
                QVERIFY(contentsOf(spoiled.path) == files);
                continue;
            }
            for (const auto &[key, value] : stores.values) {
                const auto got = store->get(u"k"_s, key);
                QVERIFY(got ? got->value == value || got->value == "the value before"
                            : got.error().code == ErrorCode::NotFound);
                read += got.has_value();
            }
            if (store->mended()) {
                const QString aside = store->mended()->setAside;
                QCOMPARE(bytesAt(aside), files.at(u"store.db"_s));
                QCOMPARE(bytesAt(aside + u"-wal"_s), files.at(u"store.db-wal"_s));
            }
        }
        QVERIFY2(read > 120 * int(stores.values.size()) / 2, qPrintable(QString::number(read)));
    }

    void aPageThatIsGoneCostsWhatLayOnIt()
    {
        const Stores stores;
        const QByteArray bytes = bytesAt(stores.closed.file());
        int lostInAll = 0, pages = 0;
        for (qsizetype page = 0; page < bytes.size() / 4096; ++page) {
            StoreFolder spoiled;
            QVERIFY(QDir().mkpath(spoiled.path));
            QByteArray broken = bytes;
            broken.replace(page * 4096, 4096, QByteArray(4096, '\xa5'));
            writeBytes(spoiled.file(), broken);
            const QString problem = problemOf(spoiled, stores.values, {{u"store.db"_s, broken}}, 24);
            QVERIFY2(problem.isEmpty(), qPrintable(u"page %1: %2"_s.arg(page).arg(problem)));
            const auto store = spoiled.open();
            lostInAll += int(stores.values.size()) + 1 - int(store->list(u"k"_s).value().records.size());
            ++pages;
        }
        QVERIFY(pages > 8);
        QVERIFY2(lostInAll >= int(stores.values.size()), qPrintable(QString::number(lostInAll)));
    }

    void aFileThatIsCutShort_data()
    {
        QTest::addColumn<int>("percent");
        for (const int percent : {1, 20, 50, 80, 99})
            QTest::addRow("%d percent left", percent) << percent;
    }
    void aFileThatIsCutShort()
    {
        QFETCH(int, percent);
        const Stores stores;
        const QByteArray cut = bytesAt(stores.closed.file()).left(bytesAt(stores.closed.file()).size() * percent / 100);
        writeBytes(stores.closed.file(), cut);
        auto store = stores.closed.open();
        STORE_VALUE(store);
        QVERIFY(store->mended());
        QCOMPARE(bytesAt(store->mended()->setAside), cut);
        int there = 0;
        for (const auto &[key, value] : stores.values) {
            const auto got = store->get(u"k"_s, key);
            there += got.has_value();
            QVERIFY(!got || got->value == value);
        }
        const auto lost = store->mended()->lost;
        QVERIFY(!lost || *lost == std::int64_t(stores.values.size()) - there);
        QVERIFY(percent > 1 || (!lost && there == 0)); // nothing is left that tells
        QVERIFY(percent < 99 || there > 0);
    }

    void whatIsNoStoreIsSetAside_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("text") << QByteArray("this is no database at all\n").repeated(400);
        QByteArray noise(50'000, '\0');
        QRandomGenerator random(7);
        for (char &c : noise)
            c = char(random.generate());
        QTest::newRow("noise") << noise;
    }
    void whatIsNoStoreIsSetAside()
    {
        QFETCH(QByteArray, bytes);
        StoreFolder folder;
        QVERIFY(QDir().mkpath(folder.path));
        for (int round = 1; round <= 2; ++round) { // the second one does not take the first one's name
            writeBytes(folder.file(), bytes);
            auto store = folder.open();
            STORE_VALUE(store);
            QVERIFY(store->mended() && !store->mended()->lost);
            QCOMPARE(store->mended()->setAside, folder.file(u"store.db.damaged-%1"_s.arg(round)));
            QCOMPARE(bytesAt(store->mended()->setAside), bytes);
            STORE_VALUE(store->put(u"k"_s, u"a"_s, "1"));
            store = fail(ErrorCode::Cancelled); // closed
            QVERIFY(QFile::remove(folder.file()));
        }
    }

    // A program that was ended while it made a store, or put a mended one in its place.
    void whatWasLeftHalfDoneIsDoneOrUndone()
    {
        const Stores stores;
        const QByteArray whole = bytesAt(stores.closed.file());
        const QString fresh = u"store.db.new"_s;
        StoreFolder half; // the new one is not whole yet: the old one counts
        QVERIFY(QDir().mkpath(half.path));
        writeBytes(half.file(), whole);
        writeBytes(half.file(fresh), whole.left(5000));
        auto store = half.open();
        STORE_VALUE(store);
        QVERIFY(!store->mended() && !QFile::exists(half.file(fresh)));
        QCOMPARE(store->list(u"k"_s).value().records.size(), stores.values.size());

        const QByteArray broken = "what was there before";
        for (const bool isOldThere : {true, false}) { // the new one is whole: it counts
            StoreFolder late;
            QVERIFY(QDir().mkpath(late.path));
            writeBytes(late.file(fresh), whole);
            writeBytes(late.file(u"store.db.damaged-1"_s), broken);
            if (isOldThere)
                writeBytes(late.file(), broken);
            store = late.open();
            STORE_VALUE(store);
            QVERIFY(store->mended());
            QCOMPARE(bytesAt(store->mended()->setAside), broken);
            QVERIFY(!QFile::exists(late.file(fresh)));
            QCOMPARE(store->list(u"k"_s).value().records.size(), stores.values.size());
        }

        StoreFolder first; // a first start that was ended in the middle
        QVERIFY(QDir().mkpath(first.path));
        writeBytes(first.file(fresh), QByteArray());
        store = first.open();
        STORE_VALUE(store);
        QVERIFY(!store->mended());
    }

    void whatCannotBeMendedForLackOfRoomStaysAsItIs()
    {
#ifndef Q_OS_UNIX
        SKIP_WHERE(true, "a full disk is played with a limit of Unix");
#else
        const Stores stores;
        QByteArray broken = bytesAt(stores.closed.file());
        broken[3] = 'x';
        writeBytes(stores.closed.file(), broken);
        const auto before = contentsOf(stores.closed.path);
        {
            const LittleRoom full{9000};
            STORE_ERROR(stores.closed.open(), ErrorCode::DiskFull);
        }
        QVERIFY(contentsOf(stores.closed.path) == before);
        const QString problem = problemOf(stores.closed, stores.values, {{u"store.db"_s, broken}}, 0);
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
#endif
    }
};

CONSILIUM_TEST(StoreDamageTest)
#include "StoreDamageTest.moc"
