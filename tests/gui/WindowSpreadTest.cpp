#include "app/windows/WindowSpread.h"
#include "app/Application.h"
#include "app/settings/Language.h"
#include "app/settings/ProfileSettings.h"
#include "app/windows/AppBar.h"
#include "app/windows/AppTabs.h"
#include "app/windows/MainWindow.h"
#include "app/windows/MonitorArrangement.h"
#include "app/windows/WorklistWindow.h"
#include "tests/support/Needs.h"
#include "tests/support/TestMain.h"

#include <QApplication>
#include <QPushButton>
#include <QScreen>
#include <QStackedWidget>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace consilium;

/// The program over several monitors. Run once more with two of them, of different scale (two-monitors.json).
class WindowSpreadTest : public QObject
{
    Q_OBJECT
private:
    QTemporaryDir m_profile;
    app::Language m_language;
    std::unique_ptr<app::Application> m_program;

    [[nodiscard]] static bool areTwo() { return QGuiApplication::screens().size() == 2; }
    void start()
    {
        app::CommandLine line;
        line.profile = m_profile.path();
        line.language = u"en"_s;
        m_language.install(u"en"_s);
        m_program = std::make_unique<app::Application>(std::move(line), m_language);
        m_program->start();
    }
    [[nodiscard]] app::MainWindow &window() const { return m_program->window(); }
    [[nodiscard]] app::WorklistWindow *list() const { return window().findChild<app::WorklistWindow *>(); }
    bool run(const char *command) const { return window().runCommand(QString::fromLatin1(command)); }
    [[nodiscard]] static QScreen *screenOf(const QWidget &shown)
    {
        return QGuiApplication::screenAt(shown.geometry().center());
    }

    /// The monitor of the desktop's bars, which the list gets, and the one beside it. In which order the platform names
    /// them is its own affair.
    [[nodiscard]] static QScreen *first() { return QGuiApplication::primaryScreen(); }
    [[nodiscard]] static QScreen *second()
    {
        const auto all = QGuiApplication::screens();
        return all[all[0] == first() ? 1 : 0];
    }

private Q_SLOTS:
    void init() { QFile::remove(app::ProfileSettings(m_profile.path()).fileName()); }
    void cleanup() { m_program.reset(); }

    void onOneMonitorNothingIsSpread()
    {
        SKIP_WHERE(areTwo(), "there are two monitors: the other run");
        start();
        QVERIFY(!run("worklist-apart"));
        QCOMPARE(window().lastNotice(), u"There is only one monitor."_s);
        QVERIFY(!run("images-next-monitor"));
        QVERIFY(!run("one-window"));
        QVERIFY(!list());
        QCOMPARE(window().worklist().window(), &window());
    }

    // Two windows were remembered for these very monitors, of which only one is left to be put them on.
    void whatIsRememberedOfTwoIsOneWindowOnOne()
    {
        SKIP_WHERE(areTwo(), "there are two monitors: the other run");
        app::ProfileSettings(m_profile.path())
            .setMonitorLayout(app::arrangementOf(app::monitorsNow()), {true, QByteArray("nonsense"), {}});
        start();
        QVERIFY(!list());
        QVERIFY(window().worklist().isVisible());
    }

    void theListHasOneMonitorAndTheImagesTheOther()
    {
        SKIP_WHERE(!areTwo(), "there is one monitor: the test monitors_two");
        start();
        QVERIFY(run("worklist-apart"));
        QVERIFY(list() && list()->isVisible());
        QCOMPARE(list()->windowTitle(), u"Consilium"_s);
        QCOMPARE(window().worklist().window(), list());
        QTRY_COMPARE(screenOf(*list()), first());
        QTRY_COMPARE(screenOf(window()), second());
        QCOMPARE(first()->devicePixelRatio() + second()->devicePixelRatio(), 3.0); // each as fine as its monitor
        QTRY_COMPARE(window().devicePixelRatioF(), second()->devicePixelRatio());
        QTRY_COMPARE(list()->devicePixelRatioF(), first()->devicePixelRatio());
        // Its tab says where it is, and leads there.
        QCOMPARE(window().pages().count(), window().bar().tabs().count());
        QVERIFY(!window().readingPage());
        window().showWorklist();
        QVERIFY(list()->isVisible());
        // And back, by the button in its tab.
        window().pages().currentWidget()->findChild<QPushButton *>()->click();
        QTRY_VERIFY(!m_program->window().findChild<app::WorklistWindow *>());
        QCOMPARE(window().worklist().window(), &window());
        QVERIFY(window().worklist().isVisible());
        QCOMPARE(window().pages().indexOf(&window().worklist()), 0);
    }

    void closingTheListsWindowPutsItBack()
    {
        SKIP_WHERE(!areTwo(), "there is one monitor: the test monitors_two");
        start();
        QVERIFY(run("worklist-apart"));
        list()->close();
        QTRY_VERIFY(!m_program->window().findChild<app::WorklistWindow *>());
        QVERIFY(window().worklist().isVisible());
        QVERIFY(window().isVisible());
    }

    void itIsTheSameAgainWhenTheseMonitorsAreThere()
    {
        SKIP_WHERE(!areTwo(), "there is one monitor: the test monitors_two");
        start();
        QVERIFY(run("worklist-apart"));
        QTRY_COMPARE(screenOf(window()), second());
        m_program->setTheme(u"light"_s); // a window that is built anew is no other arrangement
        QVERIFY(list() && list()->isVisible());
        QCOMPARE(window().worklist().window(), list());
        QTRY_COMPARE(screenOf(window()), second());
        window().close();
        m_program.reset();
        start();
        QVERIFY(list() && list()->isVisible());
        QTRY_COMPARE(screenOf(*list()), first());
        QTRY_COMPARE(screenOf(window()), second());
        QVERIFY(run("one-window"));
        m_program.reset();
        start();
        QVERIFY(!list());
    }

    // What was laid out for other monitors says nothing about these.
    void anArrangementThatIsNotKnownIsOneWindowOnAMonitorThatIsThere()
    {
        app::ProfileSettings(m_profile.path()).setMonitorLayout(u"0123456789abcdef"_s, {true, {}, {}});
        start();
        QVERIFY(!list());
        QVERIFY(QGuiApplication::screenAt(window().geometry().center()));
    }

    void imagesGoToTheNextMonitor()
    {
        SKIP_WHERE(!areTwo(), "there is one monitor: the test monitors_two");
        start();
        QScreen *const before = screenOf(window());
        QVERIFY(run("images-next-monitor"));
        QTRY_VERIFY(screenOf(window()) != before);
        QTRY_COMPARE(window().devicePixelRatioF(), screenOf(window())->devicePixelRatio());
        QVERIFY(run("images-next-monitor"));
        QTRY_COMPARE(screenOf(window()), before);
        // Full screen stays so there.
        QVERIFY(run("full-screen"));
        QVERIFY(run("images-next-monitor"));
        QTRY_VERIFY(screenOf(window()) != before);
        QVERIFY(window().isFullScreen());
    }

    // Keys go where the person is: in the list's window they are those of the list.
    void theListsWindowHasTheKeys()
    {
        SKIP_WHERE(!areTwo(), "there is one monitor: the test monitors_two");
        start();
        QVERIFY(run("worklist-apart"));
        const auto *refresh = window().commands().find(u"refresh"_s);
        QVERIFY(list()->actions().contains(refresh->action));
        QCoreApplication::sendEvent(list(), std::make_unique<QEvent>(QEvent::WindowActivate).get());
        QCOMPARE(window().commands().place(), app::CommandSet::Place::Worklist);
        QCoreApplication::sendEvent(&window(), std::make_unique<QEvent>(QEvent::WindowActivate).get());
        QCOMPARE(window().commands().place(), app::CommandSet::Place::Anywhere);
    }
};

CONSILIUM_TEST(WindowSpreadTest)
#include "WindowSpreadTest.moc"
