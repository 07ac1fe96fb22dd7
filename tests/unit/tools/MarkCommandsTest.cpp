#include "viewer/tools/MarkCommands.h"
#include "tests/support/TestMain.h"
#include "tests/unit/tools/ToolBench.h"

#include <cmath>

using namespace consilium;
using namespace consilium::test;
using Hindrance = tools::PasteHindrance;

namespace
{

bool near(double a, double b, double within = 1e-6)
{
    return std::abs(a - b) <= within;
}

const AnnotationId first{u"a1"_s};

void draw(ToolBench &bench)
{
    bench.drag(*tools::makeTool(u"length"_s), {150, 100}, {243.75, 100}); // 20 mm
    bench.applied.clear();
}

void show(ToolBench &bench, int slice)
{
    bench.apply({session::ShowPlane{bench.view, session::ImageRef{bench.dataSet->slices[std::size_t(slice)]->sop, 0}}});
    bench.applied.clear();
}

std::optional<tools::CopiedMark> copy(ToolBench &bench)
{
    return bench.withContext([](const auto &context) { return tools::copiedMark(context, first); });
}

tools::Paste paste(ToolBench &bench, const tools::CopiedMark &copied)
{
    auto result = bench.withContext([&](const auto &context) { return tools::pasteActions(context, copied); });
    bench.apply(result.actions);
    return result;
}

} // namespace

class MarkCommandsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /// A screen pixel, whatever the zoom and however it is turned.
    void aNudgeIsAPixelOfTheScreen_data()
    {
        QTest::addColumn<double>("across");
        QTest::addColumn<double>("rotation");
        QTest::newRow("fitted") << 64.0 << 0.0;
        QTest::newRow("enlarged") << 20.0 << 0.0;
        QTest::newRow("turned") << 40.0 << 90.0;
    }
    void aNudgeIsAPixelOfTheScreen()
    {
        QFETCH(double, across);
        QFETCH(double, rotation);
        ToolBench bench;
        bench.apply({session::SetZoomPan{bench.view, session::ZoomPan{session::SpanUnit::Millimetres, across, 0, 0}},
                     session::SetOrientation{bench.view, session::Orientation{rotation, false}}});
        bench.drag(*tools::makeTool(u"length"_s), {180, 140}, {220, 160});
        const auto seen = [&] {
            return bench.transform().toScreen(
                *bench.dataSet->slices[0]->geometry.toImage(bench.state.annotations().find(first)->patientHandles[0]));
        };
        bench.apply(bench.withContext([](const auto &context) {
            return tools::nudgeActions(context, first, {10.0, -1.0});
        }));
        QVERIFY(near(seen().x, 190) && near(seen().y, 139));
    }

    void onlyOnesOwnMarkOfThisImageIsNudged()
    {
        ToolBench bench;
        draw(bench);
        show(bench, 2);
        const auto nudged = [&](const AnnotationId &id) {
            return bench.withContext([&](const auto &context) { return tools::nudgeActions(context, id, {1.0, 0.0}); });
        };
        QVERIFY(nudged(first).empty());
        QVERIFY(nudged(AnnotationId(u"nothing"_s)).empty());
        show(bench, 0);
        auto mark = *bench.state.annotations().find(first);
        mark.id = AnnotationId(u"theirs"_s);
        mark.author = ActorId(u"guest"_s);
        bench.apply({session::AddAnnotation{mark}});
        QVERIFY(nudged(mark.id).empty());
        QVERIFY(!nudged(first).empty());
    }

    void aCopyGoesToThePlaneOfTheImageShown()
    {
        ToolBench bench;
        draw(bench);
        bench.apply({session::SetMarkText{first, u"node"_s}});
        const auto copied = copy(bench);
        QVERIFY(copied);
        show(bench, 4); // z = -4
        const auto result = paste(bench, *copied);
        QVERIFY(result.hindrance == Hindrance::None);
        const auto *mark = bench.state.annotations().find(result.mark);
        QVERIFY(mark && mark->id != first);
        QCOMPARE(mark->sop, bench.dataSet->slices[4]->sop);
        QCOMPARE(mark->author, ActorId(u"local"_s));
        QCOMPARE(mark->text, u"node"_s);
        const auto &from = bench.state.annotations().find(first)->patientHandles;
        for (std::size_t i = 0; i < 2; ++i) {
            QVERIFY(near(mark->patientHandles[i].x, from[i].x) && near(mark->patientHandles[i].y, from[i].y));
            QVERIFY(near(mark->patientHandles[i].z, -4));
        }
    }

    void onItsOwnImageACopyLiesBeside()
    {
        ToolBench bench;
        draw(bench);
        const auto result = paste(bench, *copy(bench));
        QVERIFY(result.hindrance == Hindrance::None);
        const auto &from = bench.state.annotations().find(first)->patientHandles;
        const auto &to = bench.state.annotations().find(result.mark)->patientHandles;
        QVERIFY(near(to[0].x - from[0].x, 12 / 4.6875) && near(to[0].y - from[0].y, 12 / 4.6875));
        QVERIFY(near((to[1] - to[0]).length(), 20.0));
    }

    void neverAcrossPatientsOrStudies()
    {
        ToolBench bench;
        draw(bench);
        auto copied = *copy(bench);
        const auto refused = [&](const tools::CopiedMark &mark, Hindrance why) {
            const auto result = paste(bench, mark);
            return result.hindrance == why && result.actions.empty() && bench.state.annotations().size() == 1;
        };
        auto other = copied;
        other.patientId = u"TEST-0002"_s;
        QVERIFY(refused(other, Hindrance::OtherPatient));
        other = copied;
        other.patientIssuer = u"elsewhere"_s; // the same number, given by another hospital
        QVERIFY(refused(other, Hindrance::OtherPatient));
        other = copied;
        other.study = StudyUid(u"1.2.99"_s);
        QVERIFY(refused(other, Hindrance::OtherStudy));
        other = copied;
        other.mark.frameOfReference = FrameOfReferenceUid(u"1.2.98"_s);
        QVERIFY(refused(other, Hindrance::OtherFrameOfReference));
        other = copied;
        other.mark.imageHandles = {{1, 1}, {5, 5}};
        other.mark.patientHandles.clear();
        QVERIFY(refused(other, Hindrance::NoPlace));
        other = copied;
        other.mark.patientHandles[1].x = 500; // 600 mm to the right of the image
        QVERIFY(refused(other, Hindrance::DoesNotFit));
    }

    /// What lies across the slices would be another length when it is laid flat.
    void notOnAnImageThatStandsOtherwise()
    {
        ToolBench axial;
        draw(axial);
        const auto copied = copy(axial);
        ImageSpec spec;
        spec.alongRow = PatientVector{1, 0, 0};
        spec.alongColumn = PatientVector{0, 0, -1};
        spec.position = PatientPoint{-100, -100, 30};
        ToolBench coronal(1, spec);
        auto tall = *copied;
        tall.mark.sop = SopInstanceUid(u"1.2.3.77"_s); // of another stack
        tall.mark.patientHandles[1].y += 15;
        const auto result = paste(coronal, tall);
        QVERIFY(result.hindrance == Hindrance::NotParallel);
        QVERIFY(coronal.state.annotations().size() == 0);
    }

    void imagesWithoutAPlaceTakeTheSamePixels()
    {
        ImageSpec spec;
        spec.position.reset();
        ToolBench bench(3, spec);
        draw(bench);
        const auto copied = *copy(bench);
        QCOMPARE(copied.mark.imageHandles.size(), 2u);
        show(bench, 1);
        const auto result = paste(bench, copied);
        QVERIFY(result.hindrance == Hindrance::None);
        QCOMPARE(bench.state.annotations().find(result.mark)->imageHandles, copied.mark.imageHandles);
    }

    void itsImageIsShownAgain()
    {
        ToolBench bench;
        draw(bench);
        const auto mark = *bench.state.annotations().find(first);
        const auto actions = [&] { return tools::showMarkActions(bench.state, bench.view, mark, *bench.dataSet); };
        show(bench, 7);
        QCOMPARE(bench.slice(), 7);
        bench.apply(actions());
        QCOMPARE(bench.slice(), 0);
        QVERIFY(actions().empty());
        // From another series as well.
        bench.apply({session::ShowSeries{bench.view, StudyUid(u"1.2.3"_s), DataSetId(u"1.2.3.55"_s), {}, {}, {}, {}}});
        bench.apply(actions());
        QCOMPARE(bench.state.view(bench.view).dataSet, bench.dataSet->id);
        QCOMPARE(bench.slice(), 0);
    }
};

CONSILIUM_TEST(MarkCommandsTest)
#include "MarkCommandsTest.moc"
