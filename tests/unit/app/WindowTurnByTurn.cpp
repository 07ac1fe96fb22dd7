#include "app/windows/TurnByTurn.h"
#include "tests/support/TestMain.h"

#include <QList>

using namespace consilium;
using app::TurnByTurn;

class WindowTurnByTurn : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void oneATurnInOrder()
    {
        TurnByTurn turns;
        QList<int> done;
        QList<qsizetype> atTurn; // how many were done when the loop was free again
        for (int i = 0; i < 4; ++i)
            turns.add([&, i] {
                done << i;
                QTimer::singleShot(0, [&] { atTurn << done.size(); });
            });
        QVERIFY(done.isEmpty());
        QTRY_COMPARE(done.size(), 4);
        QTRY_COMPARE(atTurn.size(), 4);
        QCOMPARE(done, (QList<int>{0, 1, 2, 3}));
        for (qsizetype i = 0; i < 4; ++i) // others have their turn before the step after the next
            QVERIFY2(atTurn[i] <= i + 2, qPrintable(QString::number(atTurn[i])));
        QVERIFY(turns.isEmpty());
    }

    void whatIsAddedMeanwhileStandsBehind()
    {
        TurnByTurn turns;
        QList<int> done;
        turns.add([&] {
            done << 1;
            turns.add([&] { done << 3; });
        });
        turns.add([&] { done << 2; });
        QTRY_COMPARE(done.size(), 3);
        QCOMPARE(done, (QList<int>{1, 2, 3}));
    }

    void theLastWordWaitsForTheOthers()
    {
        TurnByTurn turns;
        QList<int> done;
        turns.then([&] { done << 0; });
        QCOMPARE(done, QList<int>{0}); // nothing waits
        turns.add([&] { done << 1; });
        turns.then([&] { done << 2; });
        QCOMPARE(done, QList<int>{0});
        turns.finish();
        QCOMPARE(done, (QList<int>{0, 1, 2}));
        QTest::qWait(20);
        QCOMPARE(done.size(), 3); // each once
    }

    void whoGoesTakesWhatWaitsAlong()
    {
        int done = 0;
        {
            TurnByTurn turns;
            turns.add([&] { ++done; });
        }
        QTest::qWait(20);
        QCOMPARE(done, 0);
    }
};

CONSILIUM_TEST(WindowTurnByTurn)
#include "WindowTurnByTurn.moc"
