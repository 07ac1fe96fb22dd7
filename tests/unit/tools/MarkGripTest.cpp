#include "viewer/tools/MarkGrip.h"
#include "tests/support/TestMain.h"
#include "tests/unit/tools/ToolBench.h"

#include <cmath>

using namespace consilium;
using namespace consilium::test;
using session::AnnotationKind;
using Part = tools::MarkUnder::Part;

namespace
{

bool near(double a, double b, double within = 1e-6)
{
    return std::abs(a - b) <= within;
}

/// A bench with one mark, which lies wherever the hand takes it.
struct Held {
    ToolBench bench{5};
    tools::MarkEditTool tool;
    AnnotationId id{u"m"_s};

    Held(AnnotationKind kind, std::vector<PatientPoint> handles, const QString &author = u"local"_s)
    {
        session::Annotation mark;
        mark.id = id;
        mark.kind = kind;
        mark.author = ActorId(author);
        mark.dataSet = bench.dataSet->id;
        mark.sop = bench.dataSet->slices[0]->sop;
        mark.frameOfReference = FrameOfReferenceUid(u"1.2.3.9"_s);
        mark.patientHandles = std::move(handles);
        bench.apply({session::AddAnnotation{mark}});
        bench.applied.clear();
    }
    void under(Part part, int handle = -1, ScreenPoint labelAt = {})
    {
        bench.markAt = [=, this](ScreenPoint, double) {
            return std::optional(tools::MarkUnder{id, part, handle, labelAt});
        };
    }
    [[nodiscard]] const session::Annotation &mark() const { return *bench.state.annotations().find(id); }
};

} // namespace

/// 64 x 64 pixels of 1 mm fitted into 400 x 300: 4.6875 px a mm, the image's middle is patient (-68.5, -68.5).
class MarkGripTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aHandleGoesWithTheHandAndKeepsItsDepth()
    {
        Held held(AnnotationKind::Length, {{-80, -70, 0}, {-60, -70, 7}}); // its far end lies 7 mm deeper
        held.under(Part::Handle, 1);
        held.bench.drag(held.tool, {240, 143}, {240 + 46.875, 143 + 93.75});
        const auto &h = held.mark().patientHandles;
        QVERIFY(near(h[0].x, -80) && near(h[0].y, -70));
        QVERIFY(near(h[1].x, -50) && near(h[1].y, -50) && near(h[1].z, 7)); // only what is seen has changed
    }

    void aClickMovesNothing()
    {
        Held held(AnnotationKind::Length, {{-80, -70, 0}, {-60, -70, 0}});
        held.under(Part::Handle, 1);
        held.bench.drag(held.tool, {240, 143}, {241, 144}, {}, 3);
        QVERIFY(held.bench.applied.empty());
    }

    void aLineMovesTheWholeMarkAndItsPlacedLabel()
    {
        Held held(AnnotationKind::Length, {{-80, -70, 0}, {-60, -70, 0}});
        held.bench.apply({session::PlaceLabel{held.id, PatientPoint{-75, -80, 0}}});
        held.under(Part::Body);
        held.bench.drag(held.tool, {200, 143}, {200 + 46.875, 143 + 46.875});
        const auto &h = held.mark().patientHandles;
        QVERIFY(near(h[0].x, -70) && near(h[0].y, -60) && near(h[1].x, -50) && near(h[1].y, -60));
        QVERIFY(held.mark().labelInPatient);
        QVERIFY(near(held.mark().labelInPatient->x, -65) && near(held.mark().labelInPatient->y, -70));
    }

    void aMarkStaysOnTheImage()
    {
        Held held(AnnotationKind::Length, {{-80, -70, 0}, {-60, -70, 0}});
        held.under(Part::Body);
        held.bench.drag(held.tool, {200, 143}, {2000, 143});
        const auto &h = held.mark().patientHandles;
        QVERIFY(near(h[1].x - h[0].x, 20)); // not squeezed at the edge
        QVERIFY(near(h[1].x, -36.5, 0.01)); // the far edge of column 63
        QVERIFY(near(h[1].y, -70));
    }

    void aLabelGoesWithTheHand()
    {
        Held held(AnnotationKind::Length, {{-80, -70, 0}, {-60, -70, 0}});
        held.under(Part::Label, -1, {220, 100}); // its corner; the hand holds it elsewhere
        held.bench.drag(held.tool, {230, 105}, {230 - 46.875, 105});
        QVERIFY(held.mark().labelInPatient);
        const ScreenPoint corner = held.bench.transform().toScreen(
            *held.bench.dataSet->slices[0]->geometry.toImage(*held.mark().labelInPatient));
        QVERIFY(near(corner.x, 220 - 46.875) && near(corner.y, 100));
        QVERIFY(held.mark().patientHandles[0].x == -80);
    }

    void theMiddleOfARegionMovesAllOfIt()
    {
        Held held(AnnotationKind::Ellipse, {{-70, -70, 0}, {-60, -70, 0}, {-70, -65, 0}});
        held.under(Part::Handle, 0);
        held.bench.drag(held.tool, {193, 143}, {193 + 46.875, 143});
        const auto &h = held.mark().patientHandles;
        QVERIFY(near(h[0].x, -60) && near(h[1].x, -50) && near(h[2].x, -60) && near(h[2].y, -65));
    }

    void anAxisThatIsTurnedLeavesTheOtherAsLong()
    {
        Held held(AnnotationKind::Ellipse, {{-70, -70, 0}, {-60, -70, 0}, {-70, -65, 0}});
        held.under(Part::Handle, 1);
        const auto &geometry = held.bench.dataSet->slices[0]->geometry;
        const auto at = [&](PatientPoint p) { return held.bench.transform().toScreen(*geometry.toImage(p)); };
        held.bench.drag(held.tool, at({-60, -70, 0}), at({-70, -50, 0}));
        const auto &h = held.mark().patientHandles;
        QVERIFY(near(h[1].x, -70) && near(h[1].y, -50));
        QVERIFY(near((h[2] - h[0]).dot(h[1] - h[0]), 0.0));
        QVERIFY(near((h[2] - h[0]).length(), 5.0));
    }

    void nobodyMovesAnothersMark()
    {
        Held held(AnnotationKind::Length, {{-80, -70, 0}, {-60, -70, 0}}, u"guest"_s);
        held.under(Part::Body);
        held.bench.drag(held.tool, {200, 143}, {250, 143});
        QVERIFY(held.bench.applied.empty());
        // A new line is drawn across it.
        const auto length = tools::makeTool(u"length"_s);
        held.bench.drag(*length, {200, 143}, {250, 143});
        QCOMPARE(held.bench.state.annotations().size(), std::size_t(2));
    }

    void everyMarkToolTakesHoldOfWhatIsThere()
    {
        for (const QString &name : tools::markToolNames()) {
            Held held(AnnotationKind::Length, {{-80, -70, 0}, {-60, -70, 0}});
            held.under(Part::Handle, 0);
            const auto tool = tools::makeTool(name);
            held.bench.drag(*tool, {146, 143}, {146, 143 + 46.875});
            QVERIFY2(held.bench.state.annotations().size() == 1, qPrintable(name));
            QVERIFY2(near(held.mark().patientHandles[0].y, -60), qPrintable(name));
            QVERIFY(!tool->draft());
        }
    }

    void onAnotherImageNothingIsMoved()
    {
        Held held(AnnotationKind::Length, {{-80, -70, 0}, {-60, -70, 0}});
        held.under(Part::Body);
        held.bench.press(held.tool, {200, 143});
        held.bench.apply(
            {session::ShowPlane{held.bench.view, session::ImageRef{held.bench.dataSet->slices[3]->sop, 0}}});
        held.bench.applied.clear();
        held.bench.move(held.tool, {300, 143});
        QVERIFY(held.bench.applied.empty());
    }
};

CONSILIUM_TEST(MarkGripTest)
#include "MarkGripTest.moc"
