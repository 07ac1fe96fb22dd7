#include "app/windows/AppBar.h"
#include "app/windows/AppTabs.h"
#include "app/windows/LeaveQuestion.h"
#include "app/windows/MainWindow.h"
#include "tests/gui/Ward.h"
#include "tests/net/MinimalDicom.h"
#include "tests/net/StowServer.h"
#include "tests/support/Needs.h"
#include "tests/support/TestMain.h"
#include "tests/unit/app/SendingDesk.h"
#include "viewer/tools/WindowPresets.h"

#include <QFile>
#include <QMessageBox>
#include <QPushButton>
#include <QStackedWidget>

#include <atomic>

using namespace Qt::StringLiterals;
using namespace consilium;
using namespace consilium::test;
using app::LeaveQuestion;

namespace
{

/// A study in the tab of a window with one mark that is not saved.
struct Leaver : SendingDesk {
    tools::Bindings bindings = tools::Bindings::fromJson(tools::builtInBindings()).value_or(tools::Bindings());
    app::WorklistSearch search{clock};
    std::unique_ptr<app::ReadingSession> other; ///< another tab
    std::unique_ptr<app::MainWindow> window;
    int closed = 0;

    Leaver(const QString &folder, const QString &url, bool hasKeychain = false)
        : SendingDesk(folder, url, 3, hasKeychain)
    {
    }
    ~Leaver() { window.reset(); }
    [[nodiscard]] bool begin()
    {
        if (!open())
            return false;
        tab->addStudy(study(), false);
        app::WindowServices services{clock, settings, archives, images, bindings, search, u"en"_s, u"dark"_s};
        services.marks = keeper.get();
        services.sender = sender.get();
        window = std::make_unique<app::MainWindow>(services);
        QObject::connect(window.get(), &app::MainWindow::sessionClosed, window.get(), [this] { ++closed; });
        window->resize(1400, 900);
        window->show();
        window->showSession(*tab, true);
        return draw(mark(u"length"_s, session::AnnotationKind::Length, {{0.0, 0.0}, {3.0, 2.0}})) && isReady();
    }
    [[nodiscard]] QMessageBox *question() const
    {
        for (auto *one : window->findChildren<QMessageBox *>(u"leaveQuestion"_s))
            if (one->isVisible())
                return one;
        return nullptr;
    }
    [[nodiscard]] bool press(const QString &name) const
    {
        auto *button = question() ? question()->findChild<QPushButton *>(name) : nullptr;
        if (button)
            button->click();
        return button != nullptr;
    }
};

} // namespace

/// Without a keychain marks are in memory only: nothing takes them away without a question.
class LeaveTest : public QObject
{
    Q_OBJECT
private:
    QTemporaryDir m_place;
    int m_count = 0;
    QString m_folder;

private Q_SLOTS:
    void init() { m_folder = m_place.filePath(QString::number(++m_count)); }

    void aTabIsClosedOnlyAfterAQuestion()
    {
        Leaver desk(m_folder, nowhere);
        QVERIFY(desk.begin());
        const int tabs = desk.window->pages().count();
        QVERIFY(desk.window->runCommand(u"close-tab"_s));
        QVERIFY(desk.question());
        QVERIFY(desk.question()->text().contains(desk.keeper->whyNotLasting()));
        QVERIFY(desk.question()->text().contains(u'1'));
        QCOMPARE(desk.question()->defaultButton()->objectName(), u"leaveBack"_s); // Enter loses nothing
        QTest::keyClick(desk.question(), Qt::Key_Escape);
        QVERIFY(!desk.question());
        QTest::qWait(50);
        QCOMPARE(desk.window->pages().count(), tabs);
        QVERIFY(desk.window->runCommand(u"close-tab"_s));
        QVERIFY(desk.press(u"leaveAnyway"_s));
        QTRY_COMPARE(desk.window->pages().count(), tabs - 1);
        QCOMPARE(desk.closed, 1);
        QVERIFY(!desk.question());
    }

    /// The cross of a tab behind another one: who is asked sees the images that it is about, and is where they were
    /// when that tab is gone.
    void aTabBehindAnotherComesToTheFrontToBeAskedAbout()
    {
        Leaver desk(m_folder, nowhere);
        QVERIFY(desk.begin());
        desk.other = std::make_unique<app::ReadingSession>(desk.clock, desk.images);
        desk.other->addStudy(desk.study(), false);
        desk.window->showSession(*desk.other, true);
        const auto indexOf = [&](const app::ReadingSession &session) {
            return desk.window->pages().indexOf(desk.window->pageOf(session));
        };
        QTRY_COMPARE(&desk.window->readingPage()->session(), desk.other.get());
        auto &tabs = desk.window->bar().tabs();
        Q_EMIT tabs.tabCloseRequested(indexOf(*desk.tab));
        QVERIFY(desk.question());
        QCOMPARE(&desk.window->readingPage()->session(), desk.tab.get());
        QCOMPARE(tabs.currentIndex(), indexOf(*desk.tab));
        QVERIFY(desk.press(u"leaveBack"_s));
        QTest::qWait(50);
        QCOMPARE(&desk.window->readingPage()->session(), desk.tab.get());
        desk.window->showSession(*desk.other, true);
        Q_EMIT tabs.tabCloseRequested(indexOf(*desk.tab));
        QVERIFY(desk.press(u"leaveAnyway"_s));
        QTRY_COMPARE(desk.closed, 1);
        QTRY_COMPARE(&desk.window->readingPage()->session(), desk.other.get());
        // One with nothing to lose is closed where it stands.
        desk.window->showWorklist();
        Q_EMIT tabs.tabCloseRequested(indexOf(*desk.other));
        QCOMPARE(desk.closed, 2);
        QVERIFY(!desk.question());
        QVERIFY(!desk.window->readingPage());
    }

    void aTabIsSavedAndClosed()
    {
        StowServer server;
        Leaver desk(m_folder, server.url());
        QVERIFY(desk.begin());
        QVERIFY(desk.window->runCommand(u"close-tab"_s));
        QVERIFY(desk.press(u"leaveSave"_s));
        QTRY_COMPARE_WITH_TIMEOUT(desk.closed, 1, 20'000);
        QCOMPARE(desk.keeper->drafts().count(), 0);
        QTRY_VERIFY_WITH_TIMEOUT(server.order().size() >= 1, 20'000);
    }

    /// The window goes when what was marked has arrived, not before.
    void theProgramEndsWhenAllIsInTheArchive()
    {
        StowServer server;
        Leaver desk(m_folder, server.url());
        QVERIFY(desk.begin());
        QVERIFY(!desk.window->close());
        QVERIFY(desk.press(u"leaveSave"_s));
        QTRY_VERIFY_WITH_TIMEOUT(!desk.window->isVisible(), 20'000);
        QCOMPARE(desk.keeper->drafts().count(), 0);
        QCOMPARE(desk.sender->progress().left, 0);
        QVERIFY(server.order().size() >= 1);
    }

    void whatIsDiscardedIsNotAskedAboutTwice()
    {
        StowServer server;
        Leaver desk(m_folder, server.url());
        QVERIFY(desk.begin());
        QVERIFY(!desk.window->close());
        QVERIFY(desk.press(u"leaveAnyway"_s));
        QTRY_VERIFY(!desk.window->isVisible());
        QVERIFY(!desk.question());
        QCOMPARE(server.order().size(), 0);
    }

    /// What has been saved is as little kept here: the archive is away, so it is waited for, and told.
    void whatIsNotSentIsAskedAboutToo()
    {
        Leaver desk(m_folder, nowhere);
        QVERIFY(desk.begin());
        QVERIFY(desk.save());
        QCOMPARE(desk.keeper->drafts().count(), 0);
        const int left = desk.sender->progress().left;
        QVERIFY(left > 0);
        QVERIFY(!desk.window->close());
        QVERIFY(desk.question() && desk.question()->text().contains(QString::number(left)));
        QVERIFY(desk.press(u"leaveSave"_s));
        QTest::qWait(300);
        QVERIFY(desk.window->isVisible());
        QVERIFY(desk.press(u"leaveBack"_s));
        QTest::qWait(300);
        QVERIFY(desk.window->isVisible() && !desk.question());
    }

    /// The archive refuses a selection of key images, and the note that takes back the one before waits for it: neither
    /// is on its way, and whoever waits is asked anew.
    void whatWaitsForADecisionIsNotWaitedFor()
    {
        std::atomic<bool> refuses = false;
        StowServer server;
        server.onStore = [&](const QString &sop, int) -> std::optional<StowServer::Fault> {
            if (!refuses)
                return std::nullopt;
            return StowServer::Fault{reply(409, "application/dicom+json", failedSop(sop, 0xA900)), false};
        };
        Leaver desk(m_folder, server.url());
        QVERIFY(desk.begin());
        for (const int image : {1, 2}) {
            session::Annotation key = desk.mark(u"key%1"_s.arg(image), session::AnnotationKind::KeyImage, {}, image);
            key.text = u"113003"_s;
            QVERIFY(desk.draw(key));
        }
        QVERIFY(desk.save());
        QTRY_COMPARE_WITH_TIMEOUT(desk.sender->progress().left, 0, 20'000);
        refuses = true;
        QVERIFY(desk.tab->dispatcher().submit(session::RemoveAnnotation{AnnotationId(u"key2"_s)}));
        QVERIFY(!desk.window->close());
        QVERIFY(desk.press(u"leaveSave"_s));
        QTRY_VERIFY_WITH_TIMEOUT(desk.sender->progress().refused == 1 && desk.sender->undecided() == 2, 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(desk.question() && desk.question()->text().contains(desk.keeper->whyNotLasting()),
                                 20'000);
        QVERIFY(desk.question()->text().contains(u'2'));
        QVERIFY(!desk.question()->findChild<QPushButton *>(u"leaveSave"_s)); // nothing would come of it
        QVERIFY(desk.window->isVisible());
        QVERIFY(desk.press(u"leaveAnyway"_s));
        QTRY_VERIFY(!desk.window->isVisible());
    }

    void somebodyElseTakesThePlaceOnlyAfterAQuestion()
    {
        Leaver desk(m_folder, nowhere);
        QVERIFY(desk.begin());
        int gone = 0;
        const auto go = [&] { ++gone; };
        QVERIFY(desk.window->asksBeforeLeaving(LeaveQuestion::Leaving::Person, go));
        QVERIFY(desk.press(u"leaveAnyway"_s));
        QTRY_COMPARE(gone, 1);
        QVERIFY(!desk.window->asksBeforeLeaving(LeaveQuestion::Leaving::Person, go)); // let go
        desk.window->setLocked(false);                                                // back at the desk
        QVERIFY(desk.window->asksBeforeLeaving(LeaveQuestion::Leaving::Person, go));
        QCOMPARE(gone, 1);
    }

    void withAKeychainNobodyIsAsked()
    {
        Leaver desk(m_folder, nowhere, true);
        QVERIFY(desk.begin());
        QVERIFY(!desk.window->asksBeforeLeaving(LeaveQuestion::Leaving::Person, [] {}));
        QVERIFY(desk.window->runCommand(u"close-tab"_s));
        QCOMPARE(desk.closed, 1);
        QVERIFY(desk.window->close());
        QVERIFY(!desk.question());
    }

    /// At the locked screen: whoever signs in is told that the one before loses something.
    void theLockedScreenAsksWhoTakesThePlace()
    {
        Ward ward;
        QVERIFY(ward.startSignedIn());
        const QTemporaryDir folder;
        MinimalDicom image;
        QFile file(folder.filePath(u"1.dcm"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(image.part10()) > 0);
        file.close();
        ward.place->application()->openPaths({folder.path()});
        QTRY_VERIFY_WITH_TIMEOUT(ward.window().readingPage(), 20'000);
        session::Annotation key;
        key.id = AnnotationId(u"key"_s);
        key.kind = session::AnnotationKind::KeyImage;
        key.author = ActorId(u"local"_s);
        key.dataSet = DataSetId(image.series);
        key.sop = SopInstanceUid(image.sop);
        key.text = u"113003"_s;
        QVERIFY(ward.window().readingPage()->session().dispatcher().submit(session::AddAnnotation{key}));
        // The keychain has answered, and the store, if there is one, is open.
        QTRY_VERIFY_WITH_TIMEOUT(ward.place->application()->sender().isSavedKnown(), 20'000);
        SKIP_WHERE(ward.window().leaving().unasked().isEmpty(), "this computer has a keychain: the marks are kept");
        QVERIFY(ward.place->desk().run(u"lock"_s));
        QVERIFY(ward.place->isLocked());
        const auto *before = ward.place->application();
        ward.signIn(1, {});
        auto *question = ward.place->signIn()->findChild<QMessageBox *>(u"lossQuestion"_s);
        QVERIFY(question && question->isVisible());
        QVERIFY(question->text().contains(u"Li Na"_s));
        QCOMPARE(ward.place->application(), before);
        QTest::keyClick(question, Qt::Key_Escape);
        QCOMPARE(ward.place->application(), before);
        QTRY_VERIFY(!ward.place->signIn()->findChild<QMessageBox *>(u"lossQuestion"_s));
        ward.signIn(1, {});
        auto *anyway = ward.place->signIn()->findChild<QPushButton *>(u"lossAnyway"_s);
        QVERIFY(anyway);
        anyway->click();
        QTRY_COMPARE(ward.place->desk().currentId(), ward.second);
    }
};

CONSILIUM_TEST(LeaveTest)
#include "LeaveTest.moc"
