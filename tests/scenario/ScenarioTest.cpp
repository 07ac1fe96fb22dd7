#include "tests/scenario/Workplace.h"
#include "tests/support/TestMain.h"

using namespace Qt::StringLiterals;
using consilium::test::Workplace;

/// Every scenario of this folder that is a test, run in the program; its actions replayed three more ways.
class ScenarioTest : public QObject
{
    Q_OBJECT

    static QString file(const QString &name)
    {
        return QStringLiteral(CONSILIUM_SOURCE_DIR "/tests/scenario/") + name + u".actions"_s;
    }

private Q_SLOTS:
    void holds_data()
    {
        QTest::addColumn<bool>("needsArchive");
        QTest::newRow("reading") << true;
        QTest::newRow("folder") << false;
        QTest::newRow("undo") << false;
        QTest::newRow("input") << false;
        QTest::newRow("geometry") << false;
        QTest::newRow("warnings") << true;
        QTest::newRow("identity") << true;
        QTest::newRow("worklist") << true;
        QTest::newRow("language") << true;
        QTest::newRow("errors") << false;
        QTest::newRow("waiting") << true;
    }
    void holds()
    {
        QFETCH(bool, needsArchive);
        REQUIRE_WORKPLACE(place)
        if (needsArchive && place.url().isEmpty())
            QSKIP("no archive is installed");
        const Workplace::Run run = place.run(file(QString::fromLatin1(QTest::currentDataTag())),
                                             {{u"URL"_s, place.url()}, {u"PHANTOMS"_s, place.phantom(u"."_s)}});
        QVERIFY2(run.exitCode == 0, run.err.constData());
        const QString problem = consilium::test::replayProblem(run.logFile);
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
    }
    void saysWhichLineFailed()
    {
        REQUIRE_WORKPLACE(place)
        const auto run = place.runText(
            u"failing.actions"_s,
            u"source s folder=%1\nopen first\nexpect layout.rows == 7\n"_s.arg(place.phantom(u"position"_s)));
        QCOMPARE(run.exitCode, 1);
        QVERIFY2(run.err.contains("failing.actions:3: expect layout.rows == 7"), run.err.constData());
        QVERIFY2(run.err.contains("expected: layout.rows == 7"), run.err.constData());
        QVERIFY2(run.err.contains("found:    1"), run.err.constData());
    }
    // A view that is not there, or shows nothing, is not drawn.
    void waitsForTheViewThatWasNamed()
    {
        REQUIRE_WORKPLACE(place)
        const QString begin = u"source s folder=%1\nopen first\nwait loaded\n"_s.arg(place.phantom(u"position"_s));
        const auto absent = place.runText(u"absent.actions"_s, begin + u"wait drawn view=v9\n"_s);
        QCOMPARE(absent.exitCode, 1);
        QVERIFY2(absent.err.contains("NotFound"), absent.err.constData());
        const auto empty = place.runText(
            u"empty.actions"_s, begin + u"SetLayout rows=1 columns=2\nwait drawn\nwait drawn view=v2 timeout=1s\n"_s);
        QCOMPARE(empty.exitCode, 1);
        QVERIFY2(empty.err.contains("expected: v2 shows a series"), empty.err.constData());
    }
    void runsNothingOfAFileWithErrors()
    {
        REQUIRE_WORKPLACE(place)
        const auto run = place.runText(u"bad.actions"_s, u"print hello\nSetWindow center=40\n"_s);
        QCOMPARE(run.exitCode, 2);
        QVERIFY2(run.err.contains("bad.actions:2:"), run.err.constData());
        QVERIFY(!run.out.contains("hello"));
        QCOMPARE(place.run(u"/nowhere/at/all.actions"_s, {}).exitCode, 2);
    }
};

CONSILIUM_TEST(ScenarioTest)
#include "ScenarioTest.moc"
