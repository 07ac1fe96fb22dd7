#include "tests/support/TestMain.h"
#include "tests/unit/session/RandomActions.h"
#include "tests/unit/session/SetClock.h"
#include "viewer/session/ActionDispatcher.h"
#include "viewer/session/OrderedInbox.h"
#include "viewer/session/UndoHistory.h"

#include <QSignalSpy>

using namespace consilium;
using namespace consilium::session;

namespace
{

const ActorId me(QStringLiteral("local")), other(QStringLiteral("other"));
const ViewId v1(QStringLiteral("v1")), v2(QStringLiteral("v2"));
const DataSetId ct(QStringLiteral("1.2.3"));

Permission everything()
{
    Permission permission;
    permission.setDefault(Permission::Grant::All);
    return permission;
}

Action window(double centre)
{
    return SetWindow{v1, ct, Window{centre, 400}};
}

Annotation mark(const char *id)
{
    Annotation a;
    a.id = AnnotationId(QString::fromLatin1(id));
    a.kind = AnnotationKind::Length;
    a.author = me;
    a.dataSet = ct;
    a.sop = SopInstanceUid(QStringLiteral("1"));
    a.imageHandles = {{0, 0}, {1, 1}};
    return a;
}

/// A dispatcher with everything about it that a test looks at.
struct Bench {
    test::SetClock clock;
    ActionDispatcher dispatcher{clock};
    std::vector<Envelope> applied;
    std::vector<ChangeSet> changes;

    Bench()
    {
        dispatcher.setPermission(everything());
        QObject::connect(&dispatcher, &ActionDispatcher::applied, &dispatcher,
                         [this](const Envelope &e, const ChangeSet &c) {
                             applied.push_back(e);
                             changes.push_back(c);
                         });
    }
    bool local(const Action &action, GestureId gesture = 0)
    {
        return dispatcher.submit(action, Origin::Local, gesture).has_value();
    }
    bool remote(const Action &action) { return dispatcher.submitAs(other, action, Origin::Remote).has_value(); }
    double centre() const
    {
        const auto w = dispatcher.state().presentation(v1, ct).window;
        return w ? w->centre : -1;
    }
};

} // namespace

class TestDispatcher : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void envelopes()
    {
        Bench b;
        QVERIFY(b.local(window(1), 5));
        b.clock.now += 20;
        QVERIFY(b.remote(window(2)));
        QVERIFY(b.local(window(3)));
        QCOMPARE(b.applied.size(), std::size_t(3));
        QCOMPARE(b.applied[0].seq, 1u);
        QCOMPARE(b.applied[2].seq, 3u);
        QCOMPARE(b.applied[0].id, 1u);
        QCOMPARE(b.applied[1].id, 1u); // per actor
        QCOMPARE(b.applied[2].id, 2u);
        QCOMPARE(b.applied[1].actor, other);
        QCOMPARE(b.applied[1].at - b.applied[0].at, 20);
        QCOMPARE(b.applied[0].gesture, 5u);
        QCOMPARE(b.changes[0].views, std::vector<ViewId>{v1});
        QCOMPARE(b.dispatcher.lastSeq(), 3u);
    }

    void refusalChangesNothing()
    {
        Bench b;
        QSignalSpy refused(&b.dispatcher, &ActionDispatcher::refused);
        const std::uint64_t hash = b.dispatcher.state().hash();
        QVERIFY(!b.local(SetLayout{0, 0, {}}));
        QCOMPARE(refused.size(), 1);
        QCOMPARE(b.dispatcher.state().hash(), hash);
        QVERIFY(b.applied.empty());
        QVERIFY(!b.dispatcher.canUndo(me));
        QCOMPARE(b.dispatcher.lastSeq(), 0u);
    }

    // What another may not do is no news for the reader here.
    void refusalsOfOthersAreNotTold()
    {
        Bench b;
        b.dispatcher.setPermission({});
        QSignalSpy refused(&b.dispatcher, &ActionDispatcher::refused);
        const ActorId guest(QStringLiteral("guest"));
        const auto done = b.dispatcher.submitAs(guest, SetLayout{2, 2, {}}, Origin::Remote);
        QVERIFY(!done && done.error().code == ErrorCode::PermissionDenied);
        Envelope envelope;
        envelope.actor = guest;
        envelope.action = SetLayout{2, 2, {}};
        QVERIFY(!b.dispatcher.receive(envelope, Origin::Remote));
        QVERIFY(!b.dispatcher.undo(guest));
        QVERIFY(!b.dispatcher.redo(guest));
        QCOMPARE(refused.size(), 0);
        QVERIFY(!b.dispatcher.undo(b.dispatcher.localActor()));
        QCOMPARE(refused.size(), 1);
    }

    void permissions_data()
    {
        QTest::addColumn<int>("grant");
        QTest::addColumn<bool>("points");
        QTest::addColumn<bool>("looks");
        QTest::addColumn<bool>("edits");
        QTest::newRow("nothing") << int(Permission::Grant::Nothing) << false << false << false;
        QTest::newRow("presence") << int(Permission::Grant::PresenceOnly) << true << false << false;
        QTest::newRow("view") << int(Permission::Grant::ViewAndPresence) << true << true << false;
        QTest::newRow("all") << int(Permission::Grant::All) << true << true << true;
    }

    void permissions()
    {
        QFETCH(const int, grant);
        QFETCH(const bool, points);
        QFETCH(const bool, looks);
        QFETCH(const bool, edits);
        Bench b;
        Permission permission; // nobody else may do anything
        permission.set(other, static_cast<Permission::Grant>(grant));
        b.dispatcher.setPermission(permission);
        QCOMPARE(b.remote(MovePointer{v1, {}}), points);
        QCOMPARE(b.remote(window(1)), looks);
        QCOMPARE(b.remote(AddAnnotation{mark("m")}), edits);
        const auto refused = b.dispatcher.submitAs(ActorId(QStringLiteral("third")), window(1), Origin::Remote);
        QVERIFY(!refused && refused.error().code == ErrorCode::PermissionDenied);
        for (const Origin origin : {Origin::Remote, Origin::Playback, Origin::Script})
            QVERIFY(!b.dispatcher.submit(window(9), origin));
        QVERIFY(b.local(AddAnnotation{mark("mine")})); // the reader always may
        // What was permitted once cannot be taken back without permission.
        b.dispatcher.setPermission({});
        if (looks)
            QVERIFY(b.dispatcher.undo(other).error().code == ErrorCode::PermissionDenied);
    }

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

    /// A listener that acts on what it hears must not make others hear the later action first.
    void listenersThatSubmit()
    {
        test::SetClock clock;
        ActionDispatcher dispatcher(clock);
        std::vector<std::uint64_t> order;
        QObject::connect(&dispatcher, &ActionDispatcher::applied, &dispatcher, [&](const Envelope &e) {
            if (e.seq == 1)
                QVERIFY(dispatcher.submit(window(2)));
        });
        QObject::connect(&dispatcher, &ActionDispatcher::applied, &dispatcher,
                         [&](const Envelope &e) { order.push_back(e.seq); });
        QVERIFY(dispatcher.submit(window(1)));
        QCOMPARE(order, (std::vector<std::uint64_t>{1, 2}));
        QCOMPARE(dispatcher.state().presentation(v1, ct).window->centre, 2.0);
    }

    void duplicatesAreNoError()
    {
        Bench a, b;
        a.local(window(1));
        a.local(window(2));
        for (const Envelope &e : {a.applied[0], a.applied[1], a.applied[0], a.applied[1]})
            QVERIFY(b.dispatcher.receive(e, Origin::Remote));
        QCOMPARE(b.applied.size(), std::size_t(2));
        QCOMPARE(b.centre(), 2.0);
        QVERIFY(!b.dispatcher.canUndo(me)); // its author takes it back
        QCOMPARE(b.applied[1].id, 2u);
        // The next of that actor's own does not collide with what was received.
        b.local(window(3));
        QCOMPARE(b.applied[2].id, 3u);
    }

    /// What is done here as somebody's envelope can be told from its echo; what is only shown here needs no id.
    void anEnvelopeOfOneselfGetsAnId()
    {
        Bench b;
        b.local(window(1));
        Envelope e = b.applied[0];
        e.id = 0;
        e.at = 0;
        e.action = window(2);
        b.clock.now = 77;
        QVERIFY(b.dispatcher.receive(e, Origin::Local));
        QCOMPARE(b.applied[1].at, 77);
        QVERIFY(b.dispatcher.receive(e, Origin::Local)); // on purpose once more: no duplicate
        QCOMPARE(b.applied.size(), std::size_t(3));
        QCOMPARE(b.applied[1].id, 2u);
        QCOMPARE(b.applied[2].id, 3u);
        QVERIFY(b.dispatcher.receive(b.applied[2], Origin::Remote)); // the echo
        QCOMPARE(b.applied.size(), std::size_t(3));
        QVERIFY(b.dispatcher.receive(e, Origin::Playback));
        QCOMPARE(b.applied[3].id, 0u);
    }

    void resetForgets()
    {
        Bench b;
        b.local(window(1));
        b.remote(window(2));
        QSignalSpy spy(&b.dispatcher, &ActionDispatcher::wasReset);
        b.dispatcher.reset(ViewerState());
        QCOMPARE(spy.size(), 1);
        QVERIFY(b.dispatcher.state() == ViewerState());
        QVERIFY(!b.dispatcher.canUndo(me) && !b.dispatcher.canUndo(other));
        b.local(window(4));
        QCOMPARE(b.applied.back().id, 2u);  // own ids go on
        QCOMPARE(b.applied.back().seq, 3u); // and so does the order
    }

    /// Two actors at random with undo and redo: taking everything back that can be taken back leaves nothing of theirs
    /// that the other has not built upon, and redo after undo is where one was.
    void randomUndo()
    {
        test::RandomActions random(77);
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

    void inboxRestoresOrder()
    {
        OrderedInbox inbox(5);
        const auto numbered = [](std::uint64_t seq) {
            Envelope e;
            e.seq = seq;
            return e;
        };
        QVERIFY(inbox.accept(numbered(7))->empty());
        QVERIFY(inbox.accept(numbered(10))->empty());
        QVERIFY(inbox.accept(numbered(7))->empty());
        QCOMPARE(inbox.missing(), (std::vector<std::pair<std::uint64_t, std::uint64_t>>{{5, 6}, {8, 9}}));
        QCOMPARE(inbox.accept(numbered(5))->size(), std::size_t(1));
        QCOMPARE(inbox.accept(numbered(6))->size(), std::size_t(2));
        QVERIFY(inbox.accept(numbered(4))->empty());
        QCOMPARE(inbox.nextSeq(), 8u);
        for (std::uint64_t i = 0; i < OrderedInbox::maxWaiting - 1; ++i)
            QVERIFY(inbox.accept(numbered(100 + i)));
        QVERIFY(inbox.accept(numbered(50)).error().code == ErrorCode::TooManyRequests);
        QVERIFY(inbox.accept(numbered(8)));
    }
};

CONSILIUM_TEST(TestDispatcher)
#include "TestDispatcher.moc"
