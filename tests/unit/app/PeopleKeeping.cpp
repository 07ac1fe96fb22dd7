#include "app/people/IdleWatch.h"
#include "app/people/PeopleDesk.h"
#include "app/people/PeopleStore.h"
#include "tests/support/Needs.h"
#include "tests/support/TestMain.h"
#include "tests/unit/session/SetClock.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QWidget>

#include <csignal>

#ifdef Q_OS_LINUX
#include <sys/resource.h>
#endif

using namespace Qt::StringLiterals;
using namespace consilium;
using app::PeopleStore;

namespace
{

constexpr app::HashCost cheap{1U << 10, 8, 1};
const QString first = QString::fromLatin1(PeopleStore::First);

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void spoil(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

struct Bench {
    QTemporaryDir folder;
    test::SetClock clock;
    PeopleStore store{folder.path(), clock};

    Bench() { store.load(); }
    QString entry(const QString &id) const { return folder.filePath(u"people/%1/person.json"_s.arg(id)); }
    PeopleStore again() const
    {
        PeopleStore other(folder.path(), clock);
        other.load();
        return other;
    }
};

} // namespace

class PeopleKeeping : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // RFC 7914, section 12: scrypt("password", "NaCl", 1024, 8, 16) and what it begins with.
    void theHashIsScrypt()
    {
        app::PasswordHash kept{{1024, 8, 16},
                               QByteArray("NaCl"),
                               QByteArray::fromHex("fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162")};
        QVERIFY(app::isPassword(kept, u"password"_s));
        QVERIFY(!app::isPassword(kept, u"passwore"_s));
        kept.hash[31] = char(kept.hash[31] ^ 1);
        QVERIFY(!app::isPassword(kept, u"password"_s));
    }

    void theSecretItselfIsNowhere()
    {
        Bench bench;
        QVERIFY(bench.store.addFirst(u"张医生"_s));
        const QString secret = u"geheim-4711"_s;
        const auto hash = app::hashPassword(secret, cheap);
        QVERIFY(hash);
        QVERIFY(bench.store.setPassword(first, *hash));
        const QByteArray bytes = contentOf(bench.entry(first));
        QVERIFY(!bytes.isEmpty() && !bytes.contains("geheim") && !bytes.contains(secret.toUtf8().toBase64()));
        const auto twice = app::hashPassword(secret, cheap);
        QVERIFY(twice && twice->salt != hash->salt && twice->hash != hash->hash); // two with one password do not show
        const PeopleStore again = bench.again();
        QVERIFY(again.find(first)->password);
        QVERIFY(app::isPassword(*again.find(first)->password, secret));
        QVERIFY(!app::isPassword(*again.find(first)->password, u"geheim-4712"_s));
        QVERIFY(!app::isPassword(*again.find(first)->password, QString()));
        QVERIFY(!app::hashPassword(u"123"_s, cheap)); // too short
        QVERIFY(!app::hashPassword(QString(app::longestPassword + 1, u'x'), cheap));
    }

    void onePasswordHoweverItIsComposed()
    {
        const auto hash = app::hashPassword(u"p\u00e4sswort"_s, cheap);
        QVERIFY(hash && app::isPassword(*hash, u"pa\u0308sswort"_s));
    }

    void costsThatMakeNoSenseAreRefused()
    {
        const auto hash = app::hashPassword(u"12345"_s, cheap);
        QVERIFY(hash);
        QJsonObject good = app::toJson(*hash);
        QCOMPARE(app::passwordHashFromJson(good).value(), *hash);
        for (const auto &[key, value] :
             std::initializer_list<std::pair<QString, QJsonValue>>{{u"N"_s, 2},
                                                                   {u"N"_s, 1000},
                                                                   {u"N"_s, qint64(1) << 40},
                                                                   {u"r"_s, 0},
                                                                   {u"r"_s, qint64(1) << 33},
                                                                   {u"p"_s, -1},
                                                                   {u"salt"_s, u"AAAA"_s},
                                                                   {u"hash"_s, u"not base64!"_s},
                                                                   {u"kind"_s, u"plain"_s}}) {
            QJsonObject bad = good;
            bad[key] = value;
            QVERIFY2(!app::passwordHashFromJson(bad), qPrintable(key));
        }
    }

    void filesAreTheOwnersAlone()
    {
        Bench bench;
        QVERIFY(bench.store.addFirst(u"A"_s));
        const auto id = bench.store.add(u"B"_s);
        QVERIFY(id);
        QVERIFY(bench.store.rename(*id, u"C"_s)); // now there is a copy as well
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther |
                            QFile::WriteOther | QFile::ExeOther;
        for (const QString &path : {bench.entry(first), bench.entry(*id), bench.entry(*id) + u".before"_s,
                                    bench.store.settingsFolder(*id), bench.folder.filePath(u"people"_s)}) {
            QVERIFY2(QFile::exists(path), qPrintable(path));
            QVERIFY2((QFile::permissions(path) & others) == QFile::Permissions(), qPrintable(path));
        }
    }

    void oneAloneIsNotAsked()
    {
        Bench bench;
        QVERIFY(!bench.store.mustAsk());
        QVERIFY(!QFile::exists(bench.folder.filePath(u"people"_s))); // nothing was written by looking
        QCOMPARE(bench.store.settingsFolder(first), bench.folder.path());
        QVERIFY(PeopleStore::secretsOf(first).isEmpty());
        QVERIFY(bench.store.addFirst(u"A"_s));
        QVERIFY(!bench.store.mustAsk());
        const auto id = bench.store.add(u"B"_s);
        QVERIFY(id && bench.store.mustAsk());
        QVERIFY(bench.store.settingsFolder(*id) != bench.folder.path());
        QCOMPARE(PeopleStore::secretsOf(*id), *id);
        QVERIFY(bench.store.remove(*id));
        QVERIFY(!QDir(bench.folder.filePath(u"people/"_s + *id)).exists());
        QVERIFY(!bench.store.mustAsk());
        QVERIFY(bench.store.setPassword(first, *app::hashPassword(u"1234"_s, cheap)));
        QVERIFY(bench.again().mustAsk());
    }

    /// Their encrypted store, too, which lies beside the list for whoever was here first.
    void whoIsRemovedLeavesNoStore()
    {
        Bench bench;
        QVERIFY(bench.store.addFirst(u"A"_s));
        const auto id = bench.store.add(u"B"_s);
        QVERIFY(id);
        for (const QString &person : {first, *id}) {
            const QString store = QDir(bench.store.settingsFolder(person)).filePath(u"store"_s);
            QVERIFY(QDir().mkpath(store));
            spoil(store + u"/store.db"_s, "sealed");
        }
        QVERIFY(bench.store.remove(first));
        QVERIFY(!QFile::exists(bench.folder.filePath(u"store"_s)));
        const QString others = QDir(bench.store.settingsFolder(*id)).filePath(u"store/store.db"_s);
        QVERIFY(QFile::exists(others));
        QVERIFY(bench.store.remove(*id));
        QVERIFY(!QFile::exists(others));
    }

    void namesAreChecked()
    {
        Bench bench;
        QVERIFY(bench.store.addFirst(u"Li Na"_s));
        for (const QString &name : {QString(), u"   "_s, u"LI  NA"_s, QString(41, u'x'), u"a\u200bb"_s}) {
            const auto added = bench.store.add(name);
            QVERIFY2(!added, qPrintable(name));
            QCOMPARE(added.error().code, ErrorCode::InvalidArgument);
            QVERIFY(!added.error().detail.isEmpty());
        }
        QVERIFY(bench.store.rename(first, u"li na"_s)); // one's own name in another spelling
        QCOMPARE(bench.again().all().size(), size_t(1));
    }

    void aDamagedEntryIsReadFromItsCopy()
    {
        Bench bench;
        QVERIFY(bench.store.addFirst(u"A"_s));
        QVERIFY(bench.store.setPassword(first, *app::hashPassword(u"1234"_s, cheap)));
        spoil(bench.entry(first), "{\"consiliumPerson\": 1, \"na");
        PeopleStore again = bench.again();
        QCOMPARE(again.repaired(), QStringList{u"A"_s});
        QVERIFY(again.mustAsk() && again.find(first)->password); // the password of the copy, not none
        QVERIFY(app::isPassword(*again.find(first)->password, u"1234"_s));
        QVERIFY(again.setLockAfter(first, 5)); // writing makes it whole again
        QVERIFY(bench.again().repaired().isEmpty());
        QVERIFY(!QDir(again.settingsFolder(first) + u"/people/first"_s).entryList({u"*.damaged-*"_s}).isEmpty());
    }

    void bothDamagedLetsNobodyInAndLosesNothing()
    {
        Bench bench;
        QVERIFY(bench.store.addFirst(u"A"_s));
        const auto id = bench.store.add(u"B"_s);
        QVERIFY(id && bench.store.setPassword(*id, *app::hashPassword(u"1234"_s, cheap)));
        spoil(bench.entry(*id), "one");
        spoil(bench.entry(*id) + u".before"_s, "two");
        PeopleStore again = bench.again();
        QVERIFY(again.find(*id)->isDamaged && again.mustAsk());
        QVERIFY(!again.find(first)->isDamaged); // the others are whole
        QVERIFY(!again.rename(*id, u"X"_s) && !again.setPassword(*id, std::nullopt));
        QCOMPARE(contentOf(bench.entry(*id)), QByteArray("one"));
        QVERIFY(again.renew(*id, u"B"_s));
        QVERIFY(!bench.again().find(*id)->isDamaged);
        QByteArrayList kept;
        const QDir folder(bench.folder.filePath(u"people/"_s + *id));
        for (const QString &name : folder.entryList({u"*.damaged-*"_s}, QDir::Files))
            kept << contentOf(folder.filePath(name));
        std::sort(kept.begin(), kept.end());
        QCOMPARE(kept, (QByteArrayList{"one", "two"}));
    }

    // A password that was taken away or changed does not come back with the copy.
    void theCopyKnowsNoOlderPassword()
    {
        Bench bench;
        QVERIFY(bench.store.addFirst(u"A"_s));
        QVERIFY(bench.store.setPassword(first, *app::hashPassword(u"old one"_s, cheap)));
        QVERIFY(bench.store.setPassword(first, *app::hashPassword(u"new one"_s, cheap)));
        spoil(bench.entry(first), "");
        const PeopleStore again = bench.again();
        QVERIFY(app::isPassword(*again.find(first)->password, u"new one"_s));
        QVERIFY(!app::isPassword(*again.find(first)->password, u"old one"_s));
    }

    // Whichever of the writes fails, and whether or not the ones after it do, too: one password holds, in the entry
    // and in its copy.
    void aPasswordThatCannotBeKeptLeavesTheOneBefore_data()
    {
        QTest::addColumn<int>("failing"); // the first write that fails
        QTest::addColumn<bool>("forGood");
        for (const int failing : {1, 2})
            for (const bool forGood : {false, true})
                QTest::addRow("%d %s", failing, forGood ? "and all after it" : "alone") << failing << forGood;
    }
    void aPasswordThatCannotBeKeptLeavesTheOneBefore()
    {
        QFETCH(int, failing);
        QFETCH(bool, forGood);
        Bench bench;
        QVERIFY(bench.store.addFirst(u"A"_s));
        QVERIFY(bench.store.setPassword(first, *app::hashPassword(u"old one"_s, cheap)));
        QVERIFY(bench.store.rename(first, u"B"_s)); // the copy is another file than the entry
        int writes = 0;
        PeopleStore store(bench.folder.path(), bench.clock, [&](const QString &path, const QByteArray &bytes) {
            ++writes;
            if (writes == failing || (forGood && writes > failing))
                return Result<void>(fail(ErrorCode::DiskFull));
            spoil(path, bytes);
            return Result<void>();
        });
        store.load();
        const auto set = store.setPassword(first, *app::hashPassword(u"new one"_s, cheap));
        QVERIFY(!set);
        QCOMPARE(set.error().code, ErrorCode::DiskFull);
        QVERIFY(app::isPassword(*store.find(first)->password, u"old one"_s));
        for (const bool onlyCopy : {false, true}) {
            if (onlyCopy && !QFile::exists(bench.entry(first) + u".before"_s))
                break; // it was taken away: better none than one with the password that was refused
            if (onlyCopy)
                spoil(bench.entry(first), "{");
            const auto again = bench.again();
            QVERIFY(again.find(first)->password);
            QVERIFY(app::isPassword(*again.find(first)->password, u"old one"_s));
            QVERIFY(!app::isPassword(*again.find(first)->password, u"new one"_s));
        }
    }
    // A medium that says yes and keeps something else.
    void aPasswordIsReadBack()
    {
        Bench bench;
        QVERIFY(bench.store.addFirst(u"A"_s));
        QVERIFY(bench.store.setPassword(first, *app::hashPassword(u"old one"_s, cheap)));
        PeopleStore store(bench.folder.path(), bench.clock,
                          [&](const QString &, const QByteArray &) { return Result<void>(); });
        store.load();
        QVERIFY(!store.setPassword(first, *app::hashPassword(u"new one"_s, cheap)));
        const auto again = bench.again();
        QVERIFY(app::isPassword(*again.find(first)->password, u"old one"_s));
    }
    // The entry is gone and its copy is all there is: it is not risked.
    void theOnlyCopyIsNotRisked()
    {
        Bench bench;
        QVERIFY(bench.store.addFirst(u"A"_s));
        QVERIFY(bench.store.setPassword(first, *app::hashPassword(u"old one"_s, cheap)));
        spoil(bench.entry(first), "{");
        PeopleStore store(bench.folder.path(), bench.clock,
                          [&](const QString &, const QByteArray &) { return Result<void>(fail(ErrorCode::DiskFull)); });
        store.load();
        QVERIFY(!store.setPassword(first, *app::hashPassword(u"new one"_s, cheap)));
        const auto again = bench.again();
        QVERIFY(again.find(first) && !again.find(first)->isDamaged);
        QVERIFY(app::isPassword(*again.find(first)->password, u"old one"_s));
    }

    // A disk that is full in the middle of writing.
    void whatCannotBeWrittenChangesNothing()
    {
#ifndef Q_OS_LINUX
        SKIP_WHERE(true, "a full disk is played with a limit of Linux");
#else
        Bench bench;
        QVERIFY(bench.store.addFirst(u"A"_s));
        QVERIFY(bench.store.setPassword(first, *app::hashPassword(u"1234"_s, cheap)));
        const QByteArray entry = contentOf(bench.entry(first)), copy = contentOf(bench.entry(first) + u".before"_s);
        rlimit usual{};
        QCOMPARE(getrlimit(RLIMIT_FSIZE, &usual), 0);
        const auto before = std::signal(SIGXFSZ, SIG_IGN);
        const rlimit little{16, usual.rlim_max};
        setrlimit(RLIMIT_FSIZE, &little);
        const auto renamed = bench.store.rename(first, u"B"_s);
        const auto added = bench.store.add(u"C"_s);
        setrlimit(RLIMIT_FSIZE, &usual);
        std::signal(SIGXFSZ, before);
        QVERIFY(!renamed && renamed.error().code == ErrorCode::DiskFull);
        QVERIFY(!added);
        QCOMPARE(contentOf(bench.entry(first)), entry);
        QCOMPARE(contentOf(bench.entry(first) + u".before"_s), copy);
        QCOMPARE(bench.store.find(first)->name, u"A"_s);
        QCOMPARE(bench.again().all().size(), size_t(1)); // no half person either
#endif
    }

    void anObstacleIsAnErrorAndNoHalfPerson()
    {
        Bench bench;
        spoil(bench.folder.filePath(u"people"_s), "a file where the folder should be");
        QVERIFY(!bench.store.addFirst(u"A"_s));
        const auto added = bench.store.add(u"B"_s);
        QVERIFY(!added && added.error().code == ErrorCode::FileUnreadable);
        QVERIFY(bench.store.all().empty());
        QCOMPARE(contentOf(bench.folder.filePath(u"people"_s)), QByteArray("a file where the folder should be"));
    }

    void wrongGuessesWaitLongerAndLonger()
    {
        Bench bench;
        QVERIFY(bench.store.addFirst(u"A"_s));
        QVERIFY(bench.store.setPassword(first, *app::hashPassword(u"1234"_s, cheap)));
        QList<qint64> waits;
        for (int i = 0; i < 12; ++i) {
            bench.store.noteGuess(first, false);
            waits << bench.store.waitMs(first);
            bench.clock.now += 100'000;
            QCOMPARE(bench.store.waitMs(first), 0);
        }
        QCOMPARE(waits, (QList<qint64>{0, 0, 1000, 2000, 4000, 8000, 16000, 32000, 60000, 60000, 60000, 60000}));
        bench.store.noteGuess(first, false);
        PeopleStore again = bench.again(); // the program was started anew
        QCOMPARE(again.waitMs(first), 60'000);
        bench.clock.now -= 86'400'000; // somebody puts the clock back: neither free nor for a day
        QCOMPARE(again.waitMs(first), 60'000);
        bench.clock.now += 60'000;
        QCOMPARE(again.waitMs(first), 0);
        again.noteGuess(first, true);
        QCOMPARE(bench.again().find(first)->wrongGuesses, 0);
    }

    void whoHasAPasswordIsRenamedAndDeletedWithItOnly()
    {
        Bench bench;
        QVERIFY(bench.store.addFirst(u"A"_s));
        const auto other = bench.store.add(u"B"_s);
        QVERIFY(other && bench.store.setPassword(*other, *app::hashPassword(u"12345"_s, cheap)));
        app::PeopleDesk desk(bench.store, cheap);
        QVERIFY(!desk.rename(*other, u"C"_s));
        QVERIFY(!desk.remove(*other));
        QCOMPARE(bench.store.find(*other)->wrongGuesses, 0); // nothing was guessed
        QVERIFY(!desk.remove(*other, u"54321"_s));
        QCOMPARE(bench.again().find(*other)->wrongGuesses, 1);
        QCOMPARE(bench.again().find(*other)->name, u"B"_s);
        QVERIFY(desk.rename(*other, u"C"_s, u"12345"_s));
        QCOMPARE(bench.again().find(*other)->name, u"C"_s);
        QVERIFY(desk.remove(*other, u"12345"_s));
        QVERIFY(!bench.again().find(*other));
        QVERIFY(desk.rename(first, u"D"_s)); // oneself
    }

    void thePasswordIsTheOwnersToChange()
    {
        Bench bench;
        app::PeopleDesk desk(bench.store, cheap);
        QSignalSpy done(&desk, &app::PeopleDesk::passwordSet), refused(&desk, &app::PeopleDesk::passwordRefused);
        const auto change = [&](const QString &old, const QString &wanted) {
            done.clear();
            refused.clear();
            desk.changePassword(old, wanted);
            return QTest::qWaitFor([&] { return done.size() + refused.size() == 1; }, 20'000) && done.size() == 1;
        };
        QVERIFY(!desk.run(u"lock"_s)); // nothing to unlock it with
        QVERIFY(!change({}, u"123"_s));
        QVERIFY(change({}, u"12345"_s));
        QVERIFY(desk.isShared() && desk.run(u"lock"_s));
        QVERIFY(!change(u"1234"_s, u"other"_s));
        QCOMPARE(bench.store.find(first)->wrongGuesses, 1);
        QVERIFY(change(u"12345"_s, u"other"_s));
        QVERIFY(app::isPassword(*bench.again().find(first)->password, u"other"_s));
        QVERIFY(change(u"other"_s, {}));
        QVERIFY(!bench.again().mustAsk());
        QVERIFY(!desk.remove(desk.currentId()));
    }

    void theScreenIsLockedAfterTheTimeAndNotBefore()
    {
        test::SetClock clock;
        app::IdleWatch watch(clock);
        QSignalSpy expired(&watch, &app::IdleWatch::expired);
        QWidget window;
        window.show();
        watch.start(5);
        clock.now += 299'999;
        watch.check();
        QCOMPARE(expired.size(), 0);
        QTest::mouseClick(&window, Qt::LeftButton); // somebody is there
        clock.now += 299'999;
        watch.check();
        QCOMPARE(expired.size(), 0);
        clock.now -= 3'600'000; // summer time ends by hand
        watch.check();
        clock.now += 299'999;
        watch.check();
        QCOMPARE(expired.size(), 0);
        clock.now += 1;
        watch.check();
        QCOMPARE(expired.size(), 1);
        clock.now += 86'400'000;
        watch.check();
        QCOMPARE(expired.size(), 1); // once
        watch.start(5);
        clock.now += 300'000; // the computer slept, and its lid is opened
        QTest::keyClick(&window, Qt::Key_Space);
        QCOMPARE(expired.size(), 2);
        watch.start(0);
        clock.now += 86'400'000;
        watch.check();
        QCOMPARE(expired.size(), 2);
    }

    /// What wakes the lock does nothing behind it.
    void theInputThatLocksReachesNoWindow()
    {
        struct Counting : QWidget {
            int presses = 0;
            void keyPressEvent(QKeyEvent *) override { ++presses; }
            void mousePressEvent(QMouseEvent *) override { ++presses; }
        } window;
        test::SetClock clock;
        app::IdleWatch watch(clock);
        QSignalSpy expired(&watch, &app::IdleWatch::expired);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        watch.start(5);
        QTest::mouseClick(&window, Qt::LeftButton);
        QCOMPARE(window.presses, 1);
        clock.now += 300'000;
        QTest::mouseClick(&window, Qt::LeftButton);
        QCOMPARE(expired.size(), 1);
        QCOMPARE(window.presses, 1);
        watch.start(5);
        clock.now += 300'000;
        QTest::keyClick(window.windowHandle(), Qt::Key_Space); // asks for shortcuts first
        QCOMPARE(expired.size(), 2);
        QCOMPARE(window.presses, 1);
        QTest::keyClick(window.windowHandle(), Qt::Key_Space);
        QCOMPARE(window.presses, 2);
    }
};

CONSILIUM_TEST(PeopleKeeping)
#include "PeopleKeeping.moc"
