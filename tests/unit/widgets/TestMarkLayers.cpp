#include "tests/support/TestMain.h"
#include "tests/unit/widgets/FakeImages.h"
#include "viewer/objects/StudyObjects.h"
#include "viewer/widgets/LayoutGrid.h"
#include "viewer/widgets/MarkPanel.h"

#include <QTest>

#include <map>

using namespace consilium;
using namespace consilium::widgets;
using namespace Qt::StringLiterals;

namespace
{

/// Where marks came from, as the test says.
class Origins : public objects::StudyObjects
{
public:
    std::map<AnnotationId, objects::MarkOrigin> all;
    const objects::MarkOrigin *origin(const AnnotationId &mark) const override
    {
        const auto found = all.find(mark);
        return found == all.end() ? nullptr : &found->second;
    }
    std::vector<objects::PresentationStatePtr> states(const StudyUid &) const override { return {}; }
    std::vector<objects::ObjectTrouble> troubles(const StudyUid &) const override { return {}; }
};

} // namespace

/// Marks of the layers of a presentation state, in a view and in the list.
class TestMarkLayers : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /// Hidden it is not drawn and cannot be touched, and the list says so; shown again it is as before. Other marks
    /// stay.
    void aHiddenLayerIsNotSeenAndTheListSaysSo()
    {
        Origins origins;
        test::Bench bench;
        bench.images.kept = &origins;
        const DataSetId id = bench.images.addSeries(u"1.2"_s, {});
        LayoutGrid grid(bench.dispatcher, bench.images, bench.bindings);
        grid.resize(800, 600);
        grid.show();
        bench.show(u"v1"_s, u"1.2"_s, id);
        ViewportWidget *const viewport = grid.activeViewport();
        QVERIFY(QTest::qWaitFor([&] { return viewport->isDrawn(); }));
        MarkPanel panel(bench.dispatcher, bench.images);
        panel.resize(312, 300);
        panel.show();

        const AnnotationId found(u"a-found"_s), other(u"b-other"_s);
        const SopInstanceUid state(u"1.2.3.11"_s);
        objects::MarkOrigin origin;
        origin.object = state;
        origin.program = u"Other Viewer"_s;
        origin.layer = u"CAD findings"_s;
        origin.graphicLayer = objects::GraphicLayer{u"CAD"_s, 1, u"CAD findings"_s, {}, {}};
        origins.all.emplace(found, origin);
        for (const AnnotationId &name : {found, other}) {
            session::Annotation mark;
            mark.id = name;
            mark.kind = session::AnnotationKind::Length;
            mark.author = ActorId(u"guest"_s);
            mark.dataSet = id;
            mark.sop = bench.images.key(id, 0).sop;
            mark.frameOfReference = FrameOfReferenceUid(u"1.2.3.9"_s);
            mark.patientHandles = {{-30, 0, 0}, {30, 0, 0}};
            QVERIFY(bench.dispatcher.submitAs(mark.author, session::AddAnnotation{mark}, session::Origin::Local));
        }
        const auto said = [&panel] { return panel.model().index(0).data(MarkModel::AuthorRole).toString(); };
        QVERIFY(viewport->isMarkSeen(found) && viewport->isMarkSeen(other));
        QVERIFY2(said().contains(u"CAD findings"_s) && !said().contains(u"hidden"_s), qPrintable(said()));

        QVERIFY(bench.dispatcher.submit(session::ShowLayer{state, u"CAD"_s, false}));
        QVERIFY(!viewport->isMarkSeen(found) && viewport->isMarkSeen(other));
        QVERIFY2(said().contains(u"CAD findings"_s) && said().contains(u"hidden"_s), qPrintable(said()));
        QVERIFY(bench.dispatcher.undo(bench.dispatcher.localActor()));
        QVERIFY(viewport->isMarkSeen(found) && viewport->isMarkSeen(other));
        QVERIFY(!said().contains(u"hidden"_s));
    }
};

CONSILIUM_TEST(TestMarkLayers)
#include "TestMarkLayers.moc"
