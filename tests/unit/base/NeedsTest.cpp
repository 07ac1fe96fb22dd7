#include "tests/support/Needs.h"
#include "tests/support/TestMain.h"

#include <QCoreApplication>
#include <QProcess>

/// A test that misses a program may pass for skipped only where nobody promised the program. Runs itself once more, as
/// a test that misses one.
class NeedsTest : public QObject
{
    Q_OBJECT

    /// 0: it went on, 1: it was skipped, 2: it failed.
    static int outcomeOf(bool isThere)
    {
        bool wentOn = false;
        [&] {
            NEEDS(isThere, "no such tool");
            wentOn = true;
        }();
        return wentOn ? 0 : QTest::currentTestFailed() ? 2 : 1;
    }

private Q_SLOTS:
    void missing_data()
    {
        QTest::addColumn<bool>("isThere");
        QTest::addColumn<bool>("isEverythingInstalled");
        QTest::addColumn<int>("outcome");
        QTest::newRow("there") << true << true << 0;
        QTest::newRow("there, somewhere") << true << false << 0;
        QTest::newRow("missing, ./dev test") << false << true << 2;
        QTest::newRow("missing, somewhere") << false << false << 1;
    }
    void missing()
    {
        QFETCH(bool, isThere);
        QFETCH(bool, isEverythingInstalled);
        QFETCH(int, outcome);
        if (qEnvironmentVariableIsSet("CONSILIUM_TEST_MISSING"))
            std::exit(10 + outcomeOf(isThere));
        QProcess again;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("CONSILIUM_TEST_MISSING"), QStringLiteral("1"));
        environment.remove(QStringLiteral("CONSILIUM_TEST_ALL"));
        if (isEverythingInstalled)
            environment.insert(QStringLiteral("CONSILIUM_TEST_ALL"), QStringLiteral("1"));
        again.setProcessEnvironment(environment);
        again.start(QCoreApplication::applicationFilePath(),
                    {QStringLiteral("missing:") + QString::fromUtf8(QTest::currentDataTag())});
        QVERIFY(again.waitForFinished(60'000));
        QCOMPARE(again.exitCode(), 10 + outcome);
    }
};

CONSILIUM_TEST(NeedsTest)
#include "NeedsTest.moc"
