#include "tests/support/TestMain.h"
#include "tests/unit/widgets/FakeImages.h"
#include "viewer/widgets/LayoutGrid.h"

#include <QTest>

#include <algorithm>

using namespace consilium;
using namespace consilium::widgets;
using namespace Qt::StringLiterals;
using test::Bench;

namespace
{

/// A view with a stack: 64 x 64 pixels of 2 mm, fitted.
struct Room {
    Bench bench;
    DataSetId id = bench.images.addSeries(u"1.2"_s, {});
    LayoutGrid grid{bench.dispatcher, bench.images, bench.bindings};
    ViewportWidget *viewport = nullptr;

    Room()
    {
        grid.resize(800, 600);
        grid.show();
        bench.show(u"v1"_s, u"1.2"_s, id);
        viewport = grid.activeViewport();
    }
    [[nodiscard]] bool isReady() const
    {
        return QTest::qWaitFor([this] { return viewport->isDrawn(); });
    }
    [[nodiscard]] session::Annotation mark(const QString &name, session::AnnotationKind kind) const
    {
        session::Annotation mark;
        mark.id = AnnotationId(name);
        mark.kind = kind;
        mark.author = bench.dispatcher.localActor();
        mark.dataSet = id;
        mark.sop = viewport->instance()->sop;
        return mark;
    }
    /// A length between two places of the image area.
    void addLength(const QString &name, ScreenPoint from, ScreenPoint to)
    {
        session::Annotation length = mark(name, session::AnnotationKind::Length);
        length.frameOfReference = viewport->instance()->geometry.frameOfReference;
        for (const ScreenPoint at : {from, to})
            length.patientHandles.push_back(
                *viewport->instance()->geometry.toPatient(viewport->transform()->toImage(at)));
        QVERIFY(bench.dispatcher.submit(session::AddAnnotation{length}));
    }
};

} // namespace

/// Where labels of marks come to stand in a view.
class TestMarkLabels : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void textsAndTheBadgeStayFree();
    void noLabelLeapsWhileTheImageIsZoomed();
};

/// Beside the patient's name and, below it, the badge of a key image.
void TestMarkLabels::textsAndTheBadgeStayFree()
{
    Room room;
    QVERIFY(room.isReady());
    session::Annotation key = room.mark(u"key"_s, session::AnnotationKind::KeyImage);
    key.text = u"113000"_s;
    QVERIFY(room.bench.dispatcher.submit(session::AddAnnotation{key}));
    QVERIFY(!room.viewport->keyImageText().isEmpty());
    for (int i = 0; i < 5; ++i)
        room.addLength(u"m%1"_s.arg(i), {102.0, 20.0 + 30.0 * i}, {112.0, 26.0 + 30.0 * i});
    const auto text = room.viewport->overlayText();
    auto taken = render2d::textBoxes(QRectF(QPointF(), room.viewport->imageArea().size()), text);
    const double lines = std::max<double>(2.0, double(text.topLeft.size()));
    taken.emplace_back(10.0, 12.0 + 18.0 * lines, 14.0, 20.0); // the picture of the badge
    QCOMPARE(room.viewport->marks().size(), std::size_t(5));
    for (const render2d::MarkShape &shape : room.viewport->marks()) {
        QVERIFY(!shape.labelRect.isEmpty());
        for (const QRectF &box : taken)
            QVERIFY(!shape.labelRect.intersects(box));
    }
}

/// The letter at the upper edge has driven the label to another side; there it stays when it leaves the letter behind.
void TestMarkLabels::noLabelLeapsWhileTheImageIsZoomed()
{
    Room room;
    QVERIFY(room.isReady());
    ViewportWidget &view = *room.viewport;
    const double middle = view.imageArea().width() / 2.0;
    room.addLength(u"m"_s, {middle - 70.0, 60.0}, {middle - 20.0, 30.0});
    QCOMPARE(view.marks().size(), std::size_t(1));
    const int side = view.marks().front().labelSide;
    QVERIFY2(side > 0, qPrintable(QString::number(side)));
    for (int step = 0; step < 6; ++step) {
        session::ZoomPan zoom = view.transform()->effective();
        zoom.across *= 1.1;
        QVERIFY(room.bench.dispatcher.submit(session::SetZoomPan{view.view(), zoom}));
        QCOMPARE(view.marks().front().labelSide, side);
    }
    // Who comes anew to this picture finds it on the usual side.
    ViewportWidget fresh(view.view(), room.bench.dispatcher, room.bench.images, room.bench.bindings);
    fresh.resize(view.size());
    (void)fresh.grab();
    QCOMPARE(fresh.marks().size(), std::size_t(1));
    QCOMPARE(fresh.marks().front().labelSide, 0);
}

CONSILIUM_TEST(TestMarkLabels)
#include "TestMarkLabels.moc"
