#include "tests/support/Needs.h"
#include "tests/support/TestMain.h"

#include <QScopeGuard>

/// A test that misses a program may pass for skipped only where nobody promised the program.
class NeedsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsMissingFailsWhereEverythingIsInstalled()
    {
        const bool wasSet = qEnvironmentVariableIsSet("CONSILIUM_TEST_ALL");
        qputenv("CONSILIUM_TEST_ALL", "1");
        const auto restore = qScopeGuard([&] {
            if (!wasSet)
                qunsetenv("CONSILIUM_TEST_ALL");
        });
        bool wentOn = false;
        // A skip here would leave the expected failure without one, and so fail.
        QEXPECT_FAIL("", "the tool is missing", Continue);
        [&] {
            NEEDS(false, "no such tool");
            wentOn = true;
        }();
        QVERIFY(!wentOn);
        [&] {
            NEEDS(true, "no such tool");
            wentOn = true;
        }();
        QVERIFY(wentOn);
    }
};

CONSILIUM_TEST(NeedsTest)
#include "NeedsTest.moc"
