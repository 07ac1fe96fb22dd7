#include "tests/support/TestMain.h"
#include "tests/unit/session/RandomActions.h"
#include "viewer/session/AnnotationSet.h"

#include <map>

using namespace consilium;
using namespace consilium::session;

class TestAnnotationSet : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /// Against std::map, thousands of changes; older sets stay what they were.
    void behavesLikeAMap()
    {
        test::RandomActions random(7);
        const ActorId actor(QStringLiteral("a"));
        AnnotationSet set;
        std::map<AnnotationId, Annotation> model;
        std::vector<std::pair<AnnotationSet, std::map<AnnotationId, Annotation>>> snapshots;
        for (int i = 0; i < 5000; ++i) {
            const AnnotationId id(QStringLiteral("m%1").arg(random.below(600)));
            if (random.below(3)) {
                const Annotation mark = random.mark(id, actor);
                set = set.with(mark);
                model[id] = mark;
            } else {
                set = set.without(id);
                model.erase(id);
            }
            if (i % 1000 == 0)
                snapshots.emplace_back(set, model);
        }
        snapshots.emplace_back(set, model);
        for (const auto &[then, expected] : snapshots) {
            QCOMPARE(then.size(), expected.size());
            for (const auto &[id, mark] : expected)
                QVERIFY(then.find(id) && *then.find(id) == mark);
            std::size_t visited = 0;
            then.forEach([&](const Annotation &mark) {
                ++visited;
                QVERIFY(expected.at(mark.id) == mark);
            });
            QCOMPARE(visited, expected.size());
        }
        QVERIFY(!set.find(AnnotationId(QStringLiteral("nobody"))));
    }

    void hashDependsOnContentAlone()
    {
        test::RandomActions random(8);
        const ActorId actor(QStringLiteral("a"));
        std::vector<Annotation> marks;
        for (int i = 0; i < 200; ++i)
            marks.push_back(random.mark(AnnotationId(QStringLiteral("m%1").arg(i)), actor));
        AnnotationSet forwards, backwards;
        for (const Annotation &mark : marks)
            forwards = forwards.with(mark);
        for (auto it = marks.rbegin(); it != marks.rend(); ++it)
            backwards = backwards.with(*it).with(*it);
        QCOMPARE(forwards.hash(), backwards.hash());
        QVERIFY(forwards == backwards);

        Annotation moved = marks[17];
        moved.text += QLatin1Char('x');
        const AnnotationSet changed = forwards.with(moved);
        QVERIFY(changed.hash() != forwards.hash());
        QVERIFY(!(changed == forwards));
        QVERIFY(changed.with(marks[17]) == forwards);
        QCOMPARE(changed.without(moved.id).hash(), forwards.without(moved.id).hash());

        AnnotationSet empty = forwards;
        for (const Annotation &mark : marks)
            empty = empty.without(mark.id);
        QCOMPARE(empty.hash(), AnnotationSet().hash());
        QVERIFY(empty == AnnotationSet());
    }

    void negativeZeroIsZero()
    {
        Annotation mark = test::RandomActions(1).mark(AnnotationId(QStringLiteral("m")), ActorId(QStringLiteral("a")));
        mark.imageHandles.clear();
        mark.patientHandles = {{0.0, 0.0, 0.0}};
        const std::uint64_t hash = AnnotationSet().with(mark).hash();
        mark.patientHandles = {{-0.0, 0.0, -0.0}};
        QCOMPARE(AnnotationSet().with(mark).hash(), hash);
    }
};

CONSILIUM_TEST(TestAnnotationSet)
#include "TestAnnotationSet.moc"
