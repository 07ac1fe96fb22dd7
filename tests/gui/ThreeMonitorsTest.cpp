#include "app/Application.h"
#include "app/settings/Language.h"
#include "app/settings/ProfileSettings.h"
#include "app/windows/ImagesWindow.h"
#include "app/windows/MainWindow.h"
#include "app/windows/WorklistWindow.h"
#include "tests/gui/Studies.h"
#include "tests/support/Needs.h"
#include "tests/support/TestMain.h"
#include "viewer/widgets/GridPane.h"

#include <QFile>
#include <QGuiApplication>
#include <QLabel>
#include <QScreen>
#include <QSet>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace consilium;

/// The program over three monitors of three heights, one of them of another scale (three-monitors.json): one for the
/// list, one for the main window, one for a further window with images.
class ThreeMonitorsTest : public QObject
{
    Q_OBJECT
private:
    QTemporaryDir m_profile;
    app::Language m_language;
    std::unique_ptr<app::Application> m_program;

    [[nodiscard]] static bool areThree() { return QGuiApplication::screens().size() == 3; }
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
    [[nodiscard]] QList<app::ImagesWindow *> further() const { return window().findChildren<app::ImagesWindow *>(); }
    bool run(const char *command) const { return window().runCommand(QString::fromLatin1(command)); }
    [[nodiscard]] static QScreen *screenOf(const QWidget &shown)
    {
        return QGuiApplication::screenAt(shown.geometry().center());
    }
    [[nodiscard]] widgets::ViewportWidget &view(int cell) const
    {
        return *window().readingPage()->grid().viewport(session::Layout::viewAt(cell));
    }
    /// A study in two views, of which one lies in the further window.
    void openInTwo()
    {
        QVERIFY(test::Studies::all().isMade);
        start();
        QVERIFY(run("worklist-apart"));
        m_program->openPaths({test::Studies::all().path(u"plain"_s)});
        QTRY_VERIFY_WITH_TIMEOUT(window().readingPage(), 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(view(0).isDrawn(), 20'000);
        QVERIFY(run("layout-1x2"));
        auto &dispatcher = window().readingPage()->session().dispatcher();
        session::ShowSeries show;
        show.view = session::Layout::viewAt(1);
        show.study = dispatcher.state().view(session::Layout::viewAt(0)).study;
        show.dataSet = dispatcher.state().view(session::Layout::viewAt(0)).dataSet;
        QVERIFY(dispatcher.submit(show));
        QCOMPARE(further().size(), 1);
        QTRY_VERIFY_WITH_TIMEOUT(view(0).isDrawn() && view(1).isDrawn(), 20'000);
    }

private Q_SLOTS:
    void init() { QFile::remove(app::ProfileSettings(m_profile.path()).fileName()); }
    void cleanup() { m_program.reset(); }

    void allMonitorsAreUsed()
    {
        SKIP_WHERE(!areThree(), "there are not three monitors: the test monitors_three");
        start();
        QVERIFY(run("worklist-apart"));
        const auto *list = window().findChild<app::WorklistWindow *>();
        QVERIFY(list);
        QCOMPARE(further().size(), 1);
        QVERIFY(further().first()->isVisible());
        QCOMPARE(further().first()->windowTitle(), u"Consilium"_s);
        QTRY_COMPARE(screenOf(*list), QGuiApplication::primaryScreen());
        const auto areApart = [&] {
            const QList<QScreen *> on{screenOf(*list), screenOf(window()), screenOf(*further().first())};
            return !on.contains(nullptr) && QSet<QScreen *>(on.begin(), on.end()).size() == 3;
        };
        QTRY_VERIFY(areApart());
        QTRY_COMPARE(further().first()->devicePixelRatioF(), screenOf(*further().first())->devicePixelRatio());
        QVERIFY(!window().lastNotice().contains(u"shows no images"_s));
        // The settings name none either.
        QVERIFY(run("measure-monitor"));
        const auto *said = window().findChild<QLabel *>(u"monitor-unused"_s);
        QVERIFY(said);
        QTRY_VERIFY(said->isHidden());
        // Asked for once more there are not more windows.
        QVERIFY(run("worklist-apart"));
        QCOMPARE(further().size(), 1);
    }

    void theViewsAreSharedOutAndEachIsAsFineAsItsMonitor()
    {
        SKIP_WHERE(!areThree(), "there are not three monitors: the test monitors_three");
        openInTwo();
        if (QTest::currentTestFailed())
            return;
        QVERIFY(view(0).window() != view(1).window());
        QVERIFY(screenOf(*view(0).window())->geometry().x() < screenOf(*view(1).window())->geometry().x());
        const auto isFine = [this](int cell) {
            const double ratio = screenOf(*view(cell).window())->devicePixelRatio();
            return view(cell).isDrawn() && view(cell).devicePixelRatioF() == ratio &&
                   QSizeF(view(cell).imageOnly().size()) == QSizeF(view(cell).imageArea().size()) * ratio;
        };
        QTRY_VERIFY(isFine(0) && isFine(1));
        QVERIFY(view(0).devicePixelRatioF() != view(1).devicePixelRatioF() ||
                screenOf(*view(0).window())->devicePixelRatio() == screenOf(*view(1).window())->devicePixelRatio());
        // Keys and full screen are those of the program, in whichever window.
        app::ImagesWindow *const other = further().first();
        QVERIFY(other->actions().contains(window().commands().find(u"full-screen"_s)->action));
        QVERIFY(run("full-screen"));
        QTRY_VERIFY(window().isFullScreen() && other->isFullScreen());
        QVERIFY(run("full-screen"));
        QTRY_VERIFY(!window().isFullScreen() && !other->isFullScreen());
        // What is in front in the main window is no study: nothing of it is left in the other one.
        const auto *pane = other->findChild<widgets::GridPane *>();
        QVERIFY(pane && pane->isVisible());
        window().showSettings();
        QVERIFY(!pane->isVisible());
    }

    void closingAFurtherWindowGivesItsViewsBack()
    {
        SKIP_WHERE(!areThree(), "there are not three monitors: the test monitors_three");
        openInTwo();
        if (QTest::currentTestFailed())
            return;
        further().first()->close();
        QVERIFY(window().isVisible() && window().readingPage());
        for (int cell = 0; cell < 2; ++cell) {
            QCOMPARE(view(cell).window(), &window());
            QVERIFY(view(cell).isVisible());
        }
        QTRY_VERIFY(further().isEmpty());
        QTRY_VERIFY(view(0).isDrawn() && view(1).isDrawn());
        // It is remembered, until it is asked for again.
        window().close();
        m_program.reset();
        start();
        QVERIFY(window().findChild<app::WorklistWindow *>());
        QVERIFY(further().isEmpty());
        QVERIFY(run("worklist-apart"));
        QCOMPARE(further().size(), 1);
    }

    // The platform of the tests takes no monitor away: that it has gone is told as the system tells it.
    void viewsOfAMonitorThatGoesAreInTheMainWindowAtOnce()
    {
        SKIP_WHERE(!areThree(), "there are not three monitors: the test monitors_three");
        openInTwo();
        if (QTest::currentTestFailed())
            return;
        QScreen *const gone = screenOf(*further().first());
        QVERIFY(gone && gone != screenOf(window()));
        const auto before = window().readingPage()->session().dispatcher().state().hash();
        Q_EMIT qGuiApp->screenRemoved(gone);
        for (int cell = 0; cell < 2; ++cell) {
            QCOMPARE(view(cell).window(), &window());
            QVERIFY(view(cell).isVisible());
        }
        QCOMPARE(window().readingPage()->session().dispatcher().state().hash(), before);
        QTRY_VERIFY(further().isEmpty());
        QTRY_VERIFY(view(0).isDrawn() && view(1).isDrawn());
    }

    void itIsTheSameAgainWhenTheseMonitorsAreThere()
    {
        SKIP_WHERE(!areThree(), "there are not three monitors: the test monitors_three");
        start();
        QVERIFY(run("worklist-apart"));
        QCOMPARE(further().size(), 1);
        QScreen *const before = screenOf(*further().first());
        QVERIFY(before && before != screenOf(window()));
        m_program->setTheme(u"light"_s); // a window that is built anew is no other arrangement
        QCOMPARE(further().size(), 1);
        QTRY_COMPARE(screenOf(*further().first()), before);
        window().close();
        m_program.reset();
        start();
        QCOMPARE(further().size(), 1);
        QVERIFY(further().first()->isVisible());
        QTRY_COMPARE(screenOf(*further().first()), before);
        QTRY_VERIFY(screenOf(window()) != before);
        QVERIFY(run("one-window"));
        QTRY_VERIFY(further().isEmpty());
        m_program.reset();
        start();
        QVERIFY(further().isEmpty());
    }
};

CONSILIUM_TEST(ThreeMonitorsTest)
#include "ThreeMonitorsTest.moc"
