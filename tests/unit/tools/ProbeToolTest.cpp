#include "tests/support/TestMain.h"
#include "tests/unit/tools/ToolBench.h"

using namespace consilium;
using namespace consilium::test;

class ProbeToolTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /// 64 x 64 pixels of 1 mm fitted into 400 x 300: 4.6875 px a mm, the image's middle at (200, 150) = patient (-68.5,
    /// -68.5).
    void aClickAddsAProbe()
    {
        ToolBench bench;
        const auto tool = tools::makeTool(u"probe"_s);
        bench.press(*tool, {200 + 46.875, 150 - 93.75});
        bench.release(*tool, {200 + 46.875, 150 - 93.75});
        QCOMPARE(bench.applied.size(), 1u);
        const auto *mark = bench.state.annotations().find(AnnotationId(u"a1"_s));
        QVERIFY(mark);
        QVERIFY(mark->kind == session::AnnotationKind::Probe);
        QCOMPARE(mark->author, ActorId(u"local"_s));
        QCOMPARE(mark->dataSet, bench.dataSet->id);
        QCOMPARE(mark->sop, bench.dataSet->slices[0]->sop);
        QCOMPARE(mark->frameOfReference, FrameOfReferenceUid(u"1.2.3.9"_s));
        QVERIFY(mark->imageHandles.empty());
        QCOMPARE(mark->patientHandles.size(), 1u);
        const auto p = mark->patientHandles[0];
        QVERIFY(std::abs(p.x + 58.5) < 1e-9 && std::abs(p.y + 88.5) < 1e-9 && std::abs(p.z) < 1e-9);
    }

    void aDragMovesIt()
    {
        ToolBench bench;
        const auto tool = tools::makeTool(u"probe"_s);
        bench.drag(*tool, {200, 150}, {246.875, 150});
        QCOMPARE(bench.state.annotations().size(), std::size_t(1));
        auto p = bench.state.annotations().find(AnnotationId(u"a1"_s))->patientHandles[0];
        QVERIFY(std::abs(p.x + 58.5) < 1e-9 && std::abs(p.y + 68.5) < 1e-9);
        // Pressing on it takes hold of it, five px beside it too; elsewhere a second one is made.
        bench.drag(*tool, {249, 153}, {200, 150});
        QCOMPARE(bench.state.annotations().size(), std::size_t(1));
        p = bench.state.annotations().find(AnnotationId(u"a1"_s))->patientHandles[0];
        QVERIFY(std::abs(p.x + 68.5) < 1e-9);
        bench.drag(*tool, {250, 200}, {251, 200});
        QCOMPARE(bench.state.annotations().size(), std::size_t(2));
    }

    void beyondTheImageNothingIsAddedOrMoved()
    {
        ToolBench bench;
        const auto tool = tools::makeTool(u"probe"_s);
        bench.press(*tool, {10, 150}); // fitted, the image begins at x = 50
        QVERIFY(bench.applied.empty());
        bench.drag(*tool, {60, 150}, {20, 150}, {}, 40);
        const auto p = bench.state.annotations().find(AnnotationId(u"a1"_s))->patientHandles[0];
        QVERIFY(p.x >= -100.5 && p.x < -100.0);
    }

    void withoutGeometryTheMarkIsInPixels()
    {
        ImageSpec spec;
        spec.position.reset();
        ToolBench bench(1, spec);
        const auto tool = tools::makeTool(u"probe"_s);
        bench.drag(*tool, {200, 150}, {246.875, 150});
        const auto *mark = bench.state.annotations().find(AnnotationId(u"a1"_s));
        QVERIFY(mark && mark->patientHandles.empty());
        QCOMPARE(mark->imageHandles.size(), 1u);
        QVERIFY(std::abs(mark->imageHandles[0].column - 41.5) < 1e-9 &&
                std::abs(mark->imageHandles[0].row - 31.5) < 1e-9);
    }

    /// A probe of this image whose place lies in another one is not drawn, so nobody can take hold of it by accident.
    void aProbeOutsideTheImageIsNotHeld()
    {
        ToolBench bench; // axial images 1 mm apart, the first at z = 0 is shown
        const auto tool = tools::makeTool(u"probe"_s);
        bench.press(*tool, {200, 150});
        bench.release(*tool, {200, 150});
        auto at = bench.state.annotations().find(AnnotationId(u"a1"_s))->patientHandles[0];
        at.z = -0.6;
        bench.apply({session::MoveHandle{AnnotationId(u"a1"_s), 0, at}});
        bench.drag(*tool, {200, 150}, {246.875, 150});
        QCOMPARE(bench.state.annotations().size(), std::size_t(2));
        QVERIFY(bench.state.annotations().find(AnnotationId(u"a1"_s))->patientHandles[0] == at);
    }

    /// Pointing changes nothing that is kept.
    void movingWithoutAButtonPoints()
    {
        ToolBench bench;
        const auto before = bench.state.hash();
        const auto tool = tools::makeTool(u"probe"_s);
        bench.move(*tool, {200, 150});
        bench.move(*tool, {10, 150});
        QCOMPARE(bench.state.hash(), before);
        QCOMPARE(bench.applied.size(), 2u);
        const auto *on = std::get_if<session::MovePointer>(&bench.applied[0]),
                   *off = std::get_if<session::MovePointer>(&bench.applied[1]);
        QVERIFY(on && off && on->at && !off->at);
        QVERIFY(std::abs(std::get<PatientPoint>(*on->at).x + 68.5) < 1e-9);
    }
};

CONSILIUM_TEST(ProbeToolTest)
#include "ProbeToolTest.moc"
