#include "app/people/PeopleSettings.h"
#include "app/people/PersonButton.h"
#include "app/settings/SettingsPage.h"
#include "app/windows/CommandPalette.h"
#include "base/WorkPool.h"
#include "tests/gui/Ward.h"
#include "tests/support/TestMain.h"
#include "tests/unit/app/SmallArchive.h"
#include "viewer/widgets/OwnClipboard.h"

#include <QApplication>
#include <QClipboard>
#include <QDateTime>
#include <QDialog>
#include <QDir>
#include <QMenu>
#include <QMessageBox>
#include <QMimeData>
#include <QPointer>
#include <QRegularExpression>
#include <QScopeGuard>
#include <QScrollArea>
#include <QSemaphore>
#include <QWindow>

#include <atomic>
#include <memory>
#include <thread>
#include <utility>

using namespace Qt::StringLiterals;
using namespace consilium;
using test::first;
using test::Ward;

namespace
{

/// While it lasts no work of the global pool begins: what is asked for is not there yet.
class BusyPool
{
public:
    BusyPool()
    {
        // Occupied, not reserved: where none of them works a pool begins one all the same.
        for (int i = 0; i < m_threads; ++i)
            startWork(workPool(), [begun = m_begun, gate = m_gate] {
                begun->release();
                gate->acquire();
            });
        m_begun->acquire(m_threads);
    }
    ~BusyPool() { end(); }
    Q_DISABLE_COPY_MOVE(BusyPool)
    void end() { m_gate->release(std::exchange(m_threads, 0)); }

private:
    int m_threads = workPool().maxThreadCount();
    std::shared_ptr<QSemaphore> m_begun = std::make_shared<QSemaphore>(), m_gate = std::make_shared<QSemaphore>();
};

} // namespace

class PeopleTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void oneAloneSeesNothingOfIt()
    {
        Ward ward;
        ward.start();
        QVERIFY(ward.place->application() && ward.window().isVisible());
        QVERIFY(!ward.place->signIn());
        QVERIFY(!ward.window().findChild<app::PersonButton *>()->isVisible());
        QVERIFY(ward.window().runCommand(u"lock"_s));
        QVERIFY(!ward.place->isLocked()); // and why is said
        QVERIFY(ward.window().lastNotice().contains(u"password"_s));
        QVERIFY(ward.window().runCommand(u"switch-person"_s));
        QVERIFY(!ward.place->isLocked());
        QVERIFY(ward.window().lastNotice().contains(u"nobody else"_s));
        // The settings lie where they did before there were people.
        app::ProfileSettings(ward.folder.path()).setTheme(u"light"_s);
        ward.start();
        QCOMPARE(ward.place->application()->theme(), u"light"_s);
    }

    void aFolderOfTheCommandLineIsNobodys()
    {
        Ward ward;
        ward.twoPeople(u"1234"_s);
        QTemporaryDir other;
        app::CommandLine line;
        line.profile = other.path();
        ward.start(line);
        QVERIFY(ward.place->application() && !ward.place->signIn());
        QVERIFY(!ward.window().findChild<app::PersonButton *>());
        for (const QString &command : {u"lock"_s, u"switch-person"_s, u"settings-people"_s}) {
            ward.window().notify(u"-"_s, false);
            QVERIFY(ward.window().runCommand(command)); // and says why nothing comes of it
            QVERIFY2(ward.window().lastNotice().contains(u"--profile"_s), qPrintable(command));
        }
        QVERIFY(!ward.place->isLocked());
    }

    // The password is still being worked on when somebody locks: it is locked with it.
    void lockingRightAfterAPasswordWasSetLocks()
    {
        Ward ward;
        ward.start();
        ward.place->desk().changePassword({}, u"1234"_s);
        QVERIFY(ward.window().runCommand(u"lock"_s)); // before it is set, as a rule: on a busy machine after
        QVERIFY(ward.window().lastNotice().isEmpty());
        QTRY_VERIFY(ward.place->isLocked());
        ward.signIn(0, u"1234"_s);
        QTRY_VERIFY(!ward.place->isLocked());
        // While it is taken away there will be nothing to lock with, and that is said.
        ward.place->desk().changePassword(u"1234"_s, {});
        QVERIFY(ward.window().runCommand(u"lock"_s));
        QTRY_VERIFY(ward.window().lastNotice().contains(u"without a password"_s));
        QVERIFY(!ward.place->isLocked());
        // One that is refused changes nothing about that.
        ward.place->desk().changePassword({}, u"5678"_s);
        QTRY_VERIFY(ward.place->desk().current().password);
        ward.place->desk().changePassword(u"wrong"_s, u"x"_s);
        QVERIFY(ward.window().runCommand(u"lock"_s));
        QTRY_VERIFY(ward.place->isLocked());
    }

    void theKeyboardStaysWhereThePasswordWasSet()
    {
        Ward ward;
        ward.start();
        QVERIFY(ward.window().runCommand(u"settings-people"_s));
        auto *page = ward.window().findChild<app::PeopleSettings *>();
        const auto field = [&](const QString &name) { return page->findChild<QWidget *>(name); };
        const auto type = [&](const QString &text) {
            for (const QString &name : {u"newPassword"_s, u"newPasswordAgain"_s})
                QTest::keyClicks(field(name), text);
        };
        type(u"1234"_s);
        field(u"newPasswordAgain"_s)->setFocus();
        QTest::keyClick(field(u"newPasswordAgain"_s), Qt::Key_Return);
        QTRY_VERIFY(ward.place->desk().current().password);
        QTRY_COMPARE(ward.window().focusWidget(), field(u"newPasswordAgain"_s));
        QTest::keyClicks(field(u"oldPassword"_s), u"1234"_s);
        type(u"5678"_s);
        field(u"setPassword"_s)->setFocus();
        QTest::keyClick(field(u"setPassword"_s), Qt::Key_Space);
        QTRY_VERIFY(field(u"setPassword"_s)->isEnabled());
        QCOMPARE(ward.window().focusWidget(), field(u"setPassword"_s));
        // Who has gone elsewhere meanwhile stays there.
        QTest::keyClicks(field(u"oldPassword"_s), u"wrong"_s);
        type(u"9"_s);
        field(u"setPassword"_s)->setFocus();
        BusyPool busy;
        QTest::keyClick(field(u"setPassword"_s), Qt::Key_Space);
        QVERIFY(!field(u"setPassword"_s)->isEnabled());
        field(u"newPersonName"_s)->setFocus();
        busy.end();
        QTRY_VERIFY(field(u"setPassword"_s)->isEnabled());
        QCOMPARE(ward.window().focusWidget(), field(u"newPersonName"_s));
    }

    // What was open for a moment would hide the study.
    void whatIsHandedOverComesInFrontOfTheCommands()
    {
        Ward ward;
        ward.start();
        QVERIFY(ward.window().runCommand(u"command-palette"_s));
        auto *palette = ward.window().findChild<app::CommandPalette *>();
        QTRY_VERIFY(palette && palette->isVisible());
        ward.place->application()->requests().takeHandedOver({{ward.folder.path()}, {}});
        QVERIFY(!palette->isVisible());
        QVERIFY(ward.window().isVisible());
    }

    /// Neither does it open somebody's settings past their password, nor somebody's secrets.
    void aFolderOfTheCommandLineIsNoWayIn()
    {
        Ward ward;
        ward.twoPeople(u"1234"_s);
        const QString base = ward.folder.path();
        QVERIFY(!app::Workplace::checkProfile(base, base));
        QVERIFY(!app::Workplace::checkProfile(base + u"/./"_s, base));
        QVERIFY(!app::Workplace::checkProfile(base + u"/people"_s, base));
        QVERIFY(!app::Workplace::checkProfile(base + u"/people/"_s + ward.second, base));
        QVERIFY(!app::Workplace::checkProfile(base + u"/people/not-there-yet"_s, base));
        QTemporaryDir other;
        const QString link = other.filePath(u"link"_s);
        QVERIFY(QFile::link(base, link));
        QVERIFY(!app::Workplace::checkProfile(link, base));
        QVERIFY(app::Workplace::checkProfile(other.path(), base));
        QVERIFY(app::Workplace::checkProfile({}, base));
        const QString owner = app::Workplace::secretsOfFolder(other.path());
        QVERIFY(!owner.isEmpty() && owner != app::PeopleStore::secretsOf(first));
        QCOMPARE(app::Workplace::secretsOfFolder(other.path() + u'/'), owner);
        QVERIFY(app::Workplace::secretsOfFolder(base) != owner);
    }

    void nobodyGetsInWithoutThePassword()
    {
        Ward ward;
        ward.twoPeople(u"1234"_s);
        ward.start();
        QVERIFY(!ward.place->application());
        QVERIFY(ward.place->signIn()->isVisible());
        QCOMPARE(ward.place->signIn()->windowTitle(), u"Consilium"_s);
        QCOMPARE(ward.names()->count(), 2);
        ward.signIn(0, {}); // nothing typed: the field asks for it
        QVERIFY(!ward.place->application());
        for (int i = 0; i < 3; ++i) {
            ward.signIn(0, u"4321"_s);
            QTRY_VERIFY(ward.note().contains(u"not the password"_s));
            QVERIFY(!ward.place->application());
        }
        QVERIFY(ward.note().contains(u"second"_s)); // the third wrong one
        QVERIFY(!ward.enter()->isEnabled() && !ward.field()->isEnabled());
        ward.clock.now += 5000;
        QTRY_VERIFY(ward.enter()->isEnabled());
        ward.signIn(0, u"1234"_s);
        QTRY_VERIFY(ward.place->application());
        QVERIFY(ward.window().isVisible() && !ward.place->signIn()->isVisible());
        QCOMPARE(ward.place->application()->theme(), u"dark"_s);
        QVERIFY(ward.window().findChild<app::PersonButton *>()->isVisible());
    }

    void byKeyboardAlone()
    {
        Ward ward;
        ward.twoPeople(u"1234"_s);
        ward.start();
        QVERIFY(QTest::qWaitForWindowActive(ward.place->signIn()));
        QWindow *window = ward.place->signIn()->windowHandle();
        QCOMPARE(QApplication::focusWidget(), ward.field());
        for (const Qt::Key key : {Qt::Key_1, Qt::Key_2, Qt::Key_3, Qt::Key_4, Qt::Key_Return})
            QTest::keyClick(window, key);
        QTRY_VERIFY(ward.place->application());
        QCOMPARE(ward.place->desk().currentId(), first);
    }

    void aClickOnANameAsksForItsPassword()
    {
        Ward ward;
        ward.twoPeople(u"1234"_s);
        ward.start();
        const auto focus = [&] { return ward.place->signIn()->focusWidget(); };
        const auto click = [&](int row) {
            QListWidget *names = ward.names();
            QTest::mouseClick(names->viewport(), Qt::LeftButton, {}, names->visualItemRect(names->item(row)).center());
        };
        QCOMPARE(focus(), ward.field());
        click(0); // chosen already
        QCOMPARE(focus(), ward.field());
        click(1); // needs no password
        QCOMPARE(focus(), ward.names());
        click(0);
        QCOMPARE(focus(), ward.field());
        // While it is looked at the keyboard does nothing, and then the next try is typed where the first was.
        QTest::keyClicks(ward.field(), u"4321"_s);
        BusyPool busy;
        QTest::keyClick(ward.field(), Qt::Key_Return);
        QVERIFY(!ward.enter()->isEnabled());
        QVERIFY(focus() && !focus()->objectName().startsWith(u"language"_s));
        busy.end();
        QTRY_VERIFY(ward.note().contains(u"not the password"_s));
        QCOMPARE(focus(), ward.field());
    }

    void whileItIsLockedNothingActs()
    {
        Ward ward;
        QVERIFY(ward.startSignedIn());
        app::MainWindow &window = ward.window();
        QVERIFY(window.runCommand(u"command-palette"_s));
        QPointer<QDialog> dialog = new QDialog(&window);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
        QWidget beside; // a window of its own
        beside.show();
        QVERIFY(window.runCommand(u"lock"_s));
        QVERIFY(ward.place->isLocked() && ward.place->signIn()->isVisible());
        QVERIFY(!window.isVisible() && !beside.isVisible());
        QTRY_VERIFY(!dialog);
        const auto windows = QGuiApplication::topLevelWindows();
        for (const QWindow *shown : windows)
            QVERIFY(!shown->isVisible() || shown == ward.place->signIn()->windowHandle());
        const app::CommandSet &commands = window.commands();
        QVERIFY(commands.all().size() > 50);
        for (const auto &command : commands.all())
            QVERIFY2(!window.runCommand(command.name), qPrintable(command.name));
        QTest::keyClick(&window, Qt::Key_Comma, Qt::ControlModifier);
        QVERIFY(!window.isShowingSettings());
        // Somebody outside wants something shown.
        window.show();
        QTRY_VERIFY(!window.isVisible());
        ward.place->application()->openPaths({ward.folder.path()});
        QVERIFY(window.lastNotice().isEmpty());
        ward.signIn(0, u"0000"_s);
        QTRY_VERIFY(ward.note().contains(u"not the password"_s));
        QVERIFY(ward.place->isLocked());
        ward.signIn(0, u"1234"_s);
        QTRY_VERIFY(!ward.place->isLocked());
        QVERIFY(window.isVisible() && beside.isVisible() && !ward.place->signIn()->isVisible());
        QCOMPARE(&ward.window(), &window);           // everything as it was
        QTRY_VERIFY(!window.lastNotice().isEmpty()); // what was to be opened comes now
        QVERIFY(window.runCommand(u"settings"_s));
    }

    // A second start, or a link, while nobody has signed in: this program takes it, and it opens for who signs in.
    void whatIsHandedOverWaitsForTheSignIn()
    {
        QTemporaryDir runtime, nothing;
        QFile::setPermissions(runtime.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        const QByteArray usual = qgetenv("XDG_RUNTIME_DIR");
        const auto back = qScopeGuard([usual] { qputenv("XDG_RUNTIME_DIR", usual); });
        qputenv("XDG_RUNTIME_DIR", runtime.path().toUtf8());
        const QString address = app::HandOver::addressFor({});
        QVERIFY(!address.isEmpty());
        const app::HandedOver files{{nothing.path()}, {}}, link{{}, u"consilium://open?accessionNumber=A4711"_s};
        const auto secondStart = [&](const app::HandedOver &what) { // its own process has an event loop of its own
            std::atomic<bool> isDone = false, isTaken = false;
            std::thread other([&] {
                isTaken = app::HandOver::send(address, what).has_value();
                isDone = true;
            });
            while (!isDone)
                QTest::qWait(5);
            other.join();
            return isTaken.load();
        };
        Ward ward;
        ward.twoPeople(u"1234"_s);
        QVERIFY(!secondStart(files)); // nobody runs yet
        ward.start();
        QVERIFY(!ward.place->application());
        QTest::keyClicks(ward.field(), u"12"_s);
        QVERIFY(secondStart(files));
        QVERIFY(!ward.place->application());
        QVERIFY(ward.note().contains(u"signed in"_s));
        QCOMPARE(ward.field()->text(), u"12"_s); // whoever is typing goes on
        for (int i = 1; i < 12; ++i)
            QVERIFY(secondStart(i == 1 ? link : files));
        QVERIFY(!secondStart(files)); // what waits is bounded
        QVERIFY(secondStart(link));   // and waits already
        QTest::keyClicks(ward.field(), u"34"_s);
        QTest::mouseClick(ward.enter(), Qt::LeftButton);
        QTRY_VERIFY(ward.place->application());
        QTRY_VERIFY2(ward.window().lastNotice().contains(u"no DICOM images"_s), qPrintable(ward.window().lastNotice()));
        ward.window().notify({}, false);
        QVERIFY(secondStart(files)); // and now it is the running program's
        QTRY_VERIFY(ward.window().lastNotice().contains(u"no DICOM images"_s));
        // Nothing of it is left for the next person.
        QVERIFY(ward.window().runCommand(u"switch-person"_s));
        ward.signIn(1, {});
        QTRY_COMPARE(ward.place->desk().currentId(), ward.second);
        QTest::qWait(200);
        QVERIFY(ward.window().lastNotice().isEmpty());
        QVERIFY(secondStart(files)); // the same door, whoever reads
        QTRY_VERIFY(ward.window().lastNotice().contains(u"no DICOM images"_s));
    }

    // They were meant for somebody else: of what kind and when, and not of whom.
    void whatIsDroppedIsToldWithoutNames()
    {
        Ward ward;
        QVERIFY(ward.startSignedIn());
        QVERIFY(ward.window().runCommand(u"lock"_s));
        ward.place->application()->requests().takeHandedOver({{ward.folder.path()}, {}});
        ward.place->application()->requests().takeHandedOver({{}, u"consilium://open?accessionNumber=A4711"_s});
        ward.place->application()->requests().takeHandedOver({}); // asks for nothing
        ward.signIn(1, {});
        QTRY_COMPARE(ward.place->desk().currentId(), ward.second);
        const QString notice = ward.window().lastNotice();
        const QRegularExpression expected(u"^2 requests .* files at [0-9:]{5}, a study at [0-9:]{5}\\."_s);
        QVERIFY2(expected.match(notice).hasMatch(), qPrintable(notice));
        QVERIFY2(!notice.contains(u"4711"_s) && !notice.contains(ward.folder.path()), qPrintable(notice));
    }

    // So is what was asked for before it was locked and had no answer yet: a link whose archive says nothing.
    void whatWasLookedForIsToldWhenItIsDropped()
    {
        test::SilentArchive silent;
        Ward ward;
        ward.twoPeople(u"1234"_s);
        ward.start();
        ward.signIn(0, u"1234"_s);
        QTRY_VERIFY(ward.place->application());
        QVERIFY(ward.place->application()->archives().addForThisRun(silent.config()));
        const auto at = [&ward](const QString &format) {
            return QDateTime::fromMSecsSinceEpoch(ward.clock.now).toString(format);
        };
        ward.place->application()->requests().takeHandedOver({{}, u"consilium://open?accessionNumber=A4711"_s});
        const QString one = at(u"yyyy-MM-dd HH:mm"_s);
        ward.clock.now += 60'000;
        ward.place->application()->requests().takeHandedOver({{}, u"consilium://open?accessionNumber=A4712"_s});
        const QString two = at(u"yyyy-MM-dd HH:mm"_s);
        QVERIFY(ward.window().runCommand(u"lock"_s));
        ward.clock.now += 2 * 24 * 3600 * TimeMs(1000); // over the weekend
        ward.place->application()->requests().takeHandedOver({{ward.folder.path()}, {}});
        ward.signIn(1, {});
        QTRY_COMPARE(ward.place->desk().currentId(), ward.second);
        const QString notice = ward.window().lastNotice();
        QVERIFY2(
            notice.startsWith(
                u"3 requests to this desk had no answer yet and were dropped: a study at %1, a study at %2, files at %3."_s
                    .arg(one, two, at(u"HH:mm"_s))),
            qPrintable(notice));
        QVERIFY2(!notice.contains(u"A471"_s) && !notice.contains(ward.folder.path()), qPrintable(notice));
    }

    void itLocksByItself()
    {
        Ward ward;
        ward.twoPeople(u"1234"_s);
        {
            app::PeopleStore store(ward.folder.path(), ward.clock);
            store.load();
            QVERIFY(store.setLockAfter(first, 5));
        }
        ward.start();
        ward.signIn(0, u"1234"_s);
        QTRY_VERIFY(ward.place->application());
        ward.clock.now += 299'000;
        ward.place->idleWatch().check();
        QVERIFY(!ward.place->isLocked());
        ward.clock.now += 1000;
        ward.place->idleWatch().check();
        QVERIFY(ward.place->isLocked());
        QCOMPARE(ward.place->signIn()->page().chosen(), first);
        QVERIFY(!ward.place->idleWatch().isWatching());
        ward.signIn(1, {}); // somebody else, who has no password and so no lock
        QTRY_COMPARE(ward.place->desk().currentId(), ward.second);
        QVERIFY(!ward.place->isLocked() && !ward.place->idleWatch().isWatching());
    }

    void theNextOneFindsNothingOfTheOneBefore()
    {
        Ward ward;
        QVERIFY(ward.startSignedIn());
        dicomweb::ArchiveConfig config;
        config.name = u"Li's archive"_s;
        config.baseUrl = u"http://127.0.0.1:9/rs"_s;
        ward.place->application()->archives().save(config);
        QCOMPARE(ward.place->application()->archives().all().size(), size_t(1));
        const QPointer<app::Application> before = ward.place->application();
        const QPointer<app::MainWindow> windowBefore = &ward.window();
        QVERIFY(ward.window().runCommand(u"switch-person"_s));
        QCOMPARE(ward.place->signIn()->page().chosen(), ward.second); // somebody else is offered
        QVERIFY(before);                                              // the one before may still come back
        ward.signIn(1, {});
        QTRY_VERIFY(!before && !windowBefore);
        QVERIFY(ward.place->application()->archives().all().empty());
        QCOMPARE(ward.place->application()->theme(), u"light"_s);
        QVERIFY(!QFile::exists(ward.folder.filePath(u"people/first/consilium.ini"_s)));
        QVERIFY(ward.window().runCommand(u"switch-person"_s));
        QCOMPARE(ward.place->signIn()->page().chosen(), first);
        ward.signIn(0, u"1234"_s);
        QTRY_COMPARE(ward.place->desk().currentId(), first);
        QCOMPARE(ward.place->application()->archives().all().size(), size_t(1));
    }

    void nobodyTakesOverWhileSomethingIsNotSaved()
    {
        Ward ward;
        ward.twoPeople({});
        ward.start();
        ward.signIn(0, {});
        QTRY_VERIFY(ward.place->application());
        ward.window().runCommand(u"add-archive"_s);
        ward.window().findChild<QLineEdit *>(u"archiveUrl"_s)->setText(u"https://one.example/rs"_s);
        QVERIFY(ward.window().runCommand(u"switch-person"_s));
        QVERIFY(ward.window().isVisible() && !ward.place->isLocked());
        auto *question = ward.window().findChild<QMessageBox *>();
        QVERIFY(question);
        for (QAbstractButton *button : question->buttons())
            if (button->text() == u"Discard"_s)
                QTest::mouseClick(button, Qt::LeftButton);
        QTRY_VERIFY(ward.place->isLocked());
        QVERIFY(ward.place->application()->archives().all().empty());
    }

    void theLanguageOfThePageIsNotThePersons()
    {
        Ward ward;
        QVERIFY(ward.startSignedIn());
        QVERIFY(ward.window().runCommand(u"lock"_s));
        QTest::mouseClick(ward.place->signIn()->page().findChild<QPushButton *>(u"language-zh_CN"_s), Qt::LeftButton);
        QTRY_COMPARE(ward.enter()->text(), u"登录"_s);
        QCOMPARE(ward.names()->item(0)->text(), u"Li Na"_s);
        ward.signIn(0, u"1234"_s);
        QTRY_VERIFY(!ward.place->isLocked());
        QCOMPARE(ward.language.current(), u"en"_s);
    }

    void peopleAreKeptInTheSettings()
    {
        Ward ward;
        ward.start();
        QVERIFY(ward.window().runCommand(u"settings-people"_s));
        auto *page = ward.window().findChild<app::PeopleSettings *>();
        QVERIFY(page && page->isVisible());
        auto *list = page->findChild<QListWidget *>(u"peopleList"_s);
        auto *remove = page->findChild<QPushButton *>(u"removePerson"_s);
        QCOMPARE(list->count(), 1);
        QVERIFY(!remove->isVisible());                                 // oneself
        for (const auto *scroll : page->findChildren<QScrollArea *>()) // no stop of Tab: it shows no focus
            QVERIFY(scroll->focusPolicy() == Qt::NoFocus);
        QTest::keyClicks(page->findChild<QLineEdit *>(u"newPersonName"_s), u"Chen"_s);
        QTest::mouseClick(page->findChild<QPushButton *>(u"addPerson"_s), Qt::LeftButton);
        QCOMPARE(list->count(), 2);
        QVERIFY(ward.window().findChild<app::PersonButton *>()->isVisible());
        QTest::keyClicks(page->findChild<QLineEdit *>(u"newPassword"_s), u"secret"_s);
        QTest::keyClicks(page->findChild<QLineEdit *>(u"newPasswordAgain"_s), u"secre"_s);
        QTest::mouseClick(page->findChild<QPushButton *>(u"setPassword"_s), Qt::LeftButton);
        QVERIFY(page->findChild<QLabel *>(u"passwordNote"_s)->text().contains(u"not the same"_s));
        QVERIFY(!page->findChild<QPushButton *>(u"lockAfter10"_s)->isEnabled());
        QTest::keyClicks(page->findChild<QLineEdit *>(u"newPasswordAgain"_s), u"t"_s);
        QTest::mouseClick(page->findChild<QPushButton *>(u"setPassword"_s), Qt::LeftButton);
        QTRY_VERIFY(ward.place->desk().current().password);
        QTest::mouseClick(page->findChild<QPushButton *>(u"lockAfter10"_s), Qt::LeftButton);
        QCOMPARE(ward.place->desk().current().lockAfterMinutes, 10);
        QVERIFY(ward.place->idleWatch().isWatching());
        list->setCurrentRow(1);
        QVERIFY(remove->isVisible());
        QTest::mouseClick(remove, Qt::LeftButton);
        QCOMPARE(list->count(), 2); // what goes is said first
        QVERIFY(page->findChild<QLabel *>(u"personNote"_s)->text().contains(u"archives and their passwords"_s));
        QTest::mouseClick(remove, Qt::LeftButton);
        QCOMPARE(list->count(), 1);
    }

    /// Unsaved marks and what waits in the outbox go with a person: never without a word.
    void deletingSomebodySaysWhatIsLost()
    {
        Ward ward;
        ward.twoPeople({});
        ward.start();
        ward.signIn(0, {});
        QTRY_VERIFY(ward.place->application());
        app::PeopleStore store(ward.folder.path(), ward.clock);
        store.load();
        QVERIFY(QDir().mkpath(QDir(store.settingsFolder(ward.second)).filePath(u"store"_s)));
        QVERIFY(ward.window().runCommand(u"settings-people"_s));
        auto *page = ward.window().findChild<app::PeopleSettings *>();
        auto *list = page->findChild<QListWidget *>(u"peopleList"_s);
        auto *remove = page->findChild<QPushButton *>(u"removePerson"_s);
        auto *note = page->findChild<QLabel *>(u"personNote"_s);
        list->setCurrentRow(1);
        QTest::mouseClick(remove, Qt::LeftButton);
        QVERIFY2(note->text().contains(u"Marks that they have not saved"_s), qPrintable(note->text())); // at once
        QTRY_VERIFY2(note->text().contains(u"cannot be known"_s), qPrintable(note->text())); // there is no key to it
        QCOMPARE(list->count(), 2);
        QTest::mouseClick(remove, Qt::LeftButton);
        QCOMPARE(list->count(), 1);
    }

    // Somebody else is added while one's own name is being changed.
    void addingSomebodyTakesNoTypedNameAway()
    {
        Ward ward;
        ward.twoPeople({});
        ward.start();
        ward.signIn(0, {});
        QTRY_VERIFY(ward.place->application());
        QVERIFY(ward.window().runCommand(u"settings-people"_s));
        auto *page = ward.window().findChild<app::PeopleSettings *>();
        auto *name = page->findChild<QLineEdit *>(u"personName"_s);
        QCOMPARE(name->text(), u"Li Na"_s);
        name->setText(u"Li Na-Wang"_s);
        page->findChild<QLineEdit *>(u"newPersonName"_s)->setText(u"Chen"_s);
        page->findChild<QPushButton *>(u"addPerson"_s)->click();
        QCOMPARE(page->findChild<QListWidget *>(u"peopleList"_s)->count(), 3);
        QCOMPARE(name->text(), u"Li Na-Wang"_s);
        page->findChild<QPushButton *>(u"savePerson"_s)->click();
        QCOMPARE(ward.place->desk().current().name, u"Li Na-Wang"_s);
        QCOMPARE(name->text(), u"Li Na-Wang"_s);
        page->findChild<QListWidget *>(u"peopleList"_s)->setCurrentRow(1); // another one's form is another one's
        QVERIFY(name->text() != u"Li Na-Wang"_s);
    }

    // What was copied about a patient is for whoever copied it. What others put on the clipboard stays.
    void copiesGoWithThePerson()
    {
        Ward ward;
        QVERIFY(ward.startSignedIn());
        QClipboard *clipboard = QGuiApplication::clipboard();
        const auto lockAndUnlock = [&] {
            QVERIFY(ward.window().runCommand(u"lock"_s));
            QVERIFY(ward.place->isLocked());
            ward.signIn(0, u"1234"_s);
            QTRY_VERIFY(!ward.place->isLocked());
        };
        widgets::copyText(u"TEST-ACC-1"_s);
        QCOMPARE(clipboard->text(), u"TEST-ACC-1"_s);
        lockAndUnlock();
        QVERIFY2(clipboard->text().isEmpty(), "still there after the lock");
        widgets::copyText(u"TEST-ACC-1"_s);
        auto *mail = new QMimeData; // of another program: the offscreen clipboard is nobody's
        mail->setText(u"a letter"_s);
        clipboard->setMimeData(mail);
        lockAndUnlock();
        QCOMPARE(clipboard->text(), u"a letter"_s);
        widgets::copyText(u"TEST-ACC-1"_s);
        auto *kept = new QMimeData; // a manager of clipboards has taken the text over, and not the mark
        kept->setText(u"TEST-ACC-1"_s);
        clipboard->setMimeData(kept);
        QVERIFY(ward.window().runCommand(u"switch-person"_s));
        QVERIFY(clipboard->text().isEmpty());
        ward.signIn(1, {});
        QTRY_COMPARE(ward.place->desk().currentId(), ward.second);
        widgets::copyText(u"TEST-ACC-2"_s);
        ward.place.reset(); // the program ends
        QVERIFY(clipboard->text().isEmpty());
    }

    // From the sign-in to the lock; and for the eye: CONSILIUM_PICTURES=FOLDER keeps what people see, in every look.
    void picturesOfThePages()
    {
        const QTemporaryDir nobodyLooks;
        const QString wanted = qEnvironmentVariable("CONSILIUM_PICTURES");
        const QString to = wanted.isEmpty() ? nobodyLooks.path() : wanted;
        const auto looks = [&](const QString &one, const QString &other) {
            return wanted.isEmpty() ? QStringList{one} : QStringList{one, other};
        };
        for (const QString &tongue : looks(u"zh_CN"_s, u"en"_s)) {
            for (const QString &theme : looks(u"dark"_s, u"light"_s)) {
                Ward ward;
                ward.language.install(tongue);
                ward.twoPeople(u"1234"_s);
                app::CommandLine line;
                line.language = tongue;
                line.theme = theme;
                ward.start(line);
                const auto save = [&](QWidget &what, const QString &name) {
                    QTest::qWait(200);
                    QVERIFY(what.grab().save(u"%1/%2-%3-%4.png"_s.arg(to, name, tongue, theme)));
                };
                ward.signIn(0, u"4321"_s);
                QTest::qWait(500);
                save(*ward.place->signIn(), u"sign-in"_s);
                ward.signIn(0, u"1234"_s);
                QTRY_VERIFY(ward.place->application());
                save(ward.window(), u"worklist"_s);
                ward.window().runCommand(u"settings-people"_s);
                save(ward.window(), u"people"_s);
                ward.window().findChild<QListWidget *>(u"peopleList"_s)->setCurrentRow(1);
                ward.window().findChild<QPushButton *>(u"removePerson"_s)->click();
                save(ward.window(), u"remove"_s);
                ward.window().runCommand(u"lock"_s);
                save(*ward.place->signIn(), u"locked"_s);
            }
        }
    }
};

CONSILIUM_TEST(PeopleTest)
#include "PeopleTest.moc"
