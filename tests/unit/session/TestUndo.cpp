#include "tests/support/TestMain.h"
#include "tests/unit/session/DispatcherBench.h"
#include "tests/unit/session/RandomActions.h"
#include "viewer/session/UndoHistory.h"

#include <QSignalSpy>

using namespace consilium;
using namespace consilium::session;
using namespace consilium::test;

/// What each actor can take back and do again, alone and beside another who changes the same things.
class TestUndo : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void undoAndRedo()
    {
        Bench b;
        QVERIFY(!b.dispatcher.canUndo(me));
        QVERIFY(b.dispatcher.undo(me).error().code == ErrorCode::NotFound);
        b.local(window(1));
        b.local(window(2));
        QVERIFY(b.dispatcher.undo(me));
        QCOMPARE(b.centre(), 1.0);
        QVERIFY(b.dispatcher.canRedo(me));
        QVERIFY(b.dispatcher.undo(me));
        QCOMPARE(b.centre(), -1.0);
        QVERIFY(!b.dispatcher.canUndo(me));
        QVERIFY(b.dispatcher.redo(me));
        QVERIFY(b.dispatcher.redo(me));
        QCOMPARE(b.centre(), 2.0);
        QVERIFY(!b.dispatcher.canRedo(me));
        QVERIFY(b.dispatcher.undo(me));
        b.local(window(7));
        QVERIFY(!b.dispatcher.canRedo(me)); // a new action ends it
        QVERIFY(b.dispatcher.undo(me));
        QCOMPARE(b.centre(), 1.0);
        QCOMPARE(b.applied.size(), std::size_t(9)); // undo is an action like any other
    }

    void aGestureIsOneStep()
    {
        Bench b;
        b.local(AddAnnotation{mark("first")});
        const ViewerState before = b.dispatcher.state();
        const GestureId drag = b.dispatcher.beginGesture();
        QVERIFY(drag != b.dispatcher.beginGesture());
        for (int i = 0; i < 1000; ++i)
            b.local(window(i), drag);
        b.local(SetInverted{v1, ct, true}, drag);
        const GestureId draw = b.dispatcher.beginGesture();
        b.local(AddAnnotation{mark("m")}, draw);
        for (int i = 0; i < 50; ++i)
            b.local(MoveHandle{AnnotationId(QStringLiteral("m")), 1, ImagePoint{5.0 + i, 3}}, draw);
        const ViewerState end = b.dispatcher.state();
        QVERIFY(b.dispatcher.undo(me));
        QVERIFY(!b.dispatcher.state().annotations().find(AnnotationId(QStringLiteral("m"))));
        QCOMPARE(b.centre(), 999.0);
        QVERIFY(b.dispatcher.undo(me));
        QVERIFY(b.dispatcher.state() == before);
        const std::size_t soFar = b.applied.size();
        QVERIFY(b.dispatcher.redo(me));
        QVERIFY(b.applied.size() - soFar <= 2); // a thousand moves are one from where to where
        QVERIFY(b.dispatcher.redo(me));
        QVERIFY(b.dispatcher.state() == end);
    }

    /// Scrolls and changes of series in one gesture, in an order that matters.
    void gesturesKeepTheirOrder()
    {
        Bench b;
        const auto series = [](const char *id) {
            return ShowSeries{v1, StudyUid(QStringLiteral("1")), DataSetId(QString::fromLatin1(id)), {}, {}, {}};
        };
        const auto plane = [](const char *sop) {
            return ShowPlane{v1, ImageRef{SopInstanceUid(QString::fromLatin1(sop)), 0}};
        };
        b.local(series("a"));
        b.local(plane("a1"));
        const ViewerState before = b.dispatcher.state();
        const GestureId gesture = b.dispatcher.beginGesture();
        for (const Action &action : {Action(plane("a2")), Action(series("b")), Action(plane("b1")), Action(plane("b2")),
                                     Action(SetLayout{2, 2, v2}), Action(SetLayout{1, 1, {}})})
            b.local(action, gesture);
        const ViewerState after = b.dispatcher.state();
        QVERIFY(b.dispatcher.undo(me));
        QVERIFY(b.dispatcher.state() == before);
        QVERIFY(b.dispatcher.redo(me));
        QVERIFY(b.dispatcher.state() == after);
    }

    void anotherActorsChangeBlocksUndo()
    {
        Bench b;
        b.local(SetInverted{v1, ct, true});
        b.local(window(1));
        b.remote(window(2));
        const Result<void> refused = b.dispatcher.undo(me);
        QVERIFY(!refused && refused.error().code == ErrorCode::Conflict);
        QCOMPARE(b.centre(), 2.0);
        // Asked again, the blocked step is passed over: the one before it concerns another field.
        QVERIFY(b.dispatcher.undo(me));
        QVERIFY(!b.dispatcher.state().presentation(v1, ct).inverted);
        // The other may take back what is his.
        QVERIFY(b.dispatcher.undo(other));
        QCOMPARE(b.centre(), 1.0);
    }

    /// A step is never passed over in silence, however much was done since it was refused.
    void eachPassingOverIsTold()
    {
        Bench b;
        b.local(AddAnnotation{mark("a")});
        b.local(SetInverted{v1, ct, true});
        b.local(window(1));
        b.remote(window(2));
        const auto marks = [&b] { return b.dispatcher.state().annotations().find(AnnotationId(QStringLiteral("a"))); };
        QVERIFY(b.dispatcher.undo(me).error().code == ErrorCode::Conflict);
        QVERIFY(b.dispatcher.undo(me));
        QVERIFY(!b.dispatcher.state().presentation(v1, ct).inverted);
        // After one that was taken back,
        QVERIFY(b.dispatcher.undo(me).error().code == ErrorCode::Conflict);
        QVERIFY(marks());
        // one that was done again,
        QVERIFY(b.dispatcher.redo(me));
        QVERIFY(b.dispatcher.undo(me)); // it is the last now
        QVERIFY(b.dispatcher.undo(me).error().code == ErrorCode::Conflict);
        // and a new one.
        b.local(SetInverted{v1, ct, true});
        QVERIFY(b.dispatcher.undo(me));
        QVERIFY(b.dispatcher.undo(me).error().code == ErrorCode::Conflict);
        QVERIFY(marks());
        QVERIFY(b.dispatcher.undo(me));
        QVERIFY(!marks());
        QCOMPARE(b.centre(), 2.0);
    }

    /// What was refused is not spent: it can be taken back once the other has taken back what was in its way.
    void aRefusedUndoStays()
    {
        Bench b;
        b.local(window(1));
        b.remote(window(2));
        QVERIFY(b.dispatcher.undo(me).error().code == ErrorCode::Conflict);
        QVERIFY(b.dispatcher.canUndo(me));
        QVERIFY(b.dispatcher.undo(me).error().code == ErrorCode::Conflict); // still, however often
        QVERIFY(b.dispatcher.undo(other));
        QCOMPARE(b.centre(), 1.0);
        QVERIFY(b.dispatcher.undo(me));
        QCOMPARE(b.centre(), -1.0);
        QVERIFY(!b.dispatcher.canUndo(me));
        QVERIFY(b.dispatcher.redo(me));
        QCOMPARE(b.centre(), 1.0);
    }

    /// A step below a refused one that touches the same field is not taken back behind it.
    void whatARefusedStepStandsOnStays()
    {
        Bench b;
        b.local(window(1));
        b.local(window(2));
        b.remote(window(1)); // as the first step left it, not as the second did
        for (int i = 0; i < 4; ++i) {
            QVERIFY(b.dispatcher.undo(me).error().code == ErrorCode::Conflict);
            QCOMPARE(b.centre(), 1.0);
        }
        QVERIFY(b.dispatcher.undo(other));
        QVERIFY(b.dispatcher.undo(me));
        QVERIFY(b.dispatcher.undo(me));
        QCOMPARE(b.centre(), -1.0);
    }

    void anOlderStepIsBlockedToo()
    {
        Bench b;
        b.local(window(1));
        b.remote(window(2));
        b.local(window(3));
        QVERIFY(b.dispatcher.undo(me)); // mine since
        QCOMPARE(b.centre(), 2.0);
        QVERIFY(b.dispatcher.undo(me).error().code == ErrorCode::Conflict); // would go behind the other's
        QCOMPARE(b.centre(), 2.0);
    }

    void handlesAreSeparateFields()
    {
        Bench b;
        const AnnotationId id(QStringLiteral("m"));
        b.local(AddAnnotation{mark("m")});
        b.local(MoveHandle{id, 0, ImagePoint{5, 5}});
        b.remote(MoveHandle{id, 1, ImagePoint{9, 9}});
        QVERIFY(b.dispatcher.undo(me)); // handle 0
        QCOMPARE(b.dispatcher.state().annotations().find(id)->imageHandles[0].column, 0.0);
        QVERIFY(b.dispatcher.undo(me).error().code == ErrorCode::Conflict); // the mark as a whole
        QVERIFY(b.dispatcher.state().annotations().find(id));
    }

    void redoIsBlockedAsWell()
    {
        Bench b;
        b.local(window(1));
        b.dispatcher.undo(me);
        b.remote(window(5));
        QVERIFY(b.dispatcher.redo(me).error().code == ErrorCode::Conflict);
        QCOMPARE(b.centre(), 5.0);
        QVERIFY(!b.dispatcher.canRedo(me));
    }

    void whatChangesNothingIsNoStep()
    {
        Bench b;
        b.local(window(1));
        b.remote(window(1)); // no change: blocks nobody
        b.local(window(1));
        b.local(SetActiveView{v1});
        b.local(MovePointer{v1, ImagePoint{1, 1}});
        QVERIFY(b.dispatcher.undo(me));
        QCOMPARE(b.centre(), -1.0);
        QVERIFY(!b.dispatcher.canUndo(me));
        QVERIFY(b.dispatcher.canRedo(me));
    }

    void depthIsBounded()
    {
        Bench b;
        for (int i = 0; i < 700; ++i)
            b.local(window(i));
        std::size_t undone = 0;
        while (b.dispatcher.undo(me))
            ++undone;
        QCOMPARE(undone, UndoHistory::maxSteps);
        QCOMPARE(b.centre(), 199.0);
    }

    void undoChangedIsTold()
    {
        Bench b;
        QSignalSpy spy(&b.dispatcher, &ActionDispatcher::undoChanged);
        b.local(window(1));
        QCOMPARE(spy.size(), 1);
        b.local(window(2));
        QCOMPARE(spy.size(), 1);
        b.dispatcher.undo(me);
        QCOMPARE(spy.size(), 2);
        b.dispatcher.undo(me);
        QCOMPARE(spy.size(), 3);
        b.dispatcher.reset(ViewerState());
        QCOMPARE(spy.size(), 4);
    }

    /// Two actors at random with undo and redo: taking everything back that can be taken back leaves nothing of theirs
    /// that the other has not built upon, and redo after undo is where one was.
    void randomUndo()
    {
        RandomActions random(77);
        Bench b;
        for (int i = 0; i < 3000; ++i) {
            const ActorId actor = random.below(2) ? me : other;
            switch (random.below(6)) {
            case 0:
                if (b.dispatcher.canUndo(actor)) {
                    const ViewerState before = b.dispatcher.state();
                    if (b.dispatcher.undo(actor)) {
                        QVERIFY(b.dispatcher.redo(actor));
                        QVERIFY(b.dispatcher.state() == before);
                        QVERIFY(b.dispatcher.undo(actor));
                    } else {
                        QVERIFY(b.dispatcher.state() == before);
                    }
                }
                break;
            case 1:
                if (b.dispatcher.canRedo(actor))
                    (void)b.dispatcher.redo(actor);
                break;
            default:
                (void)b.dispatcher.submitAs(actor, random.next(b.dispatcher.state(), actor), Origin::Remote,
                                            static_cast<GestureId>(random.below(4) ? 0 : 1000 + i / 10));
            }
        }
        // Alone, everything goes back to the beginning.
        Bench alone;
        for (int i = 0; i < 400; ++i)
            (void)alone.dispatcher.submit(random.next(alone.dispatcher.state(), me), Origin::Local,
                                          static_cast<GestureId>(1 + i / 7));
        const ViewerState end = alone.dispatcher.state();
        while (alone.dispatcher.canUndo(me))
            QVERIFY(alone.dispatcher.undo(me));
        QVERIFY(alone.dispatcher.state().annotations() == AnnotationSet());
        QVERIFY(alone.dispatcher.state().views().empty() && alone.dispatcher.state().presentations().empty());
        while (alone.dispatcher.canRedo(me))
            QVERIFY(alone.dispatcher.redo(me));
        QVERIFY(alone.dispatcher.state().annotations() == end.annotations());
        QVERIFY(alone.dispatcher.state().views() == end.views());
    }
};

CONSILIUM_TEST(TestUndo)
#include "TestUndo.moc"
