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
        QTest::qWait(500); // the keychain's answer
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
