#include "tests/support/TestMain.h"
#include "tests/unit/session/DispatcherBench.h"
#include "viewer/session/OrderedInbox.h"

#include <QSignalSpy>

using namespace consilium;
using namespace consilium::session;
using namespace consilium::test;

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

    /// A listener that acts on what it hears must not make others hear the later action first.
    void listenersThatSubmit()
    {
        SetClock clock;
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
