#include "app/Application.h"
#include "app/settings/Language.h"
#include "app/windows/MainWindow.h"
#include "app/windows/WorklistWindow.h"
#include "tests/support/Needs.h"
#include "tests/support/TestMain.h"

#include <QGuiApplication>
#include <QLabel>
#include <QScreen>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace consilium;

/// The program over three monitors of three heights (three-monitors.json): one for the list, one for images, one that
/// goes with none.
class ThreeMonitorsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theOneThatIsNotUsedIsNamed()
    {
        SKIP_WHERE(QGuiApplication::screens().size() != 3, "there are not three monitors: the test monitors_three");
        const QTemporaryDir profile;
        app::Language language;
        app::CommandLine line;
        line.profile = profile.path();
        line.language = u"en"_s;
        language.install(u"en"_s);
        app::Application program(std::move(line), language);
        program.start();
        QVERIFY(program.window().runCommand(u"worklist-apart"_s));
        const auto *list = program.window().findChild<app::WorklistWindow *>();
        QVERIFY(list);
        const auto screenOf = [](const QWidget &shown) { return QGuiApplication::screenAt(shown.geometry().center()); };
        QTRY_COMPARE(screenOf(*list), QGuiApplication::primaryScreen());
        QTRY_VERIFY(screenOf(program.window()) && screenOf(program.window()) != screenOf(*list));
        const QString notice = program.window().lastNotice();
        QVERIFY2(notice.contains(u"shows no images"_s), qPrintable(notice));
        for (const QScreen *screen : QGuiApplication::screens()) {
            const bool isUsed = screen == screenOf(*list) || screen == screenOf(program.window());
            QCOMPARE(notice.contains(u"“%1”"_s.arg(screen->name())), !isUsed);
        }
        // The settings say it too.
        QVERIFY(program.window().runCommand(u"measure-monitor"_s));
        const auto *said = program.window().findChild<QLabel *>(u"monitor-unused"_s);
        QVERIFY(said);
        QTRY_VERIFY(said->isVisible());
        QVERIFY2(said->text().endsWith(notice), qPrintable(said->text()));
    }
};

CONSILIUM_TEST(ThreeMonitorsTest)
#include "ThreeMonitorsTest.moc"
