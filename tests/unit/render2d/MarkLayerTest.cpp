#include "viewer/render2d/MarkLayer.h"
#include "tests/render/ImageFixture.h"
#include "tests/support/TestMain.h"
#include "viewer/render2d/Overlay.h"
#include "viewer/render2d/OverlayCanvas.h"

#include <QPainter>
#include <QRandomGenerator>

#include <algorithm>
#include <array>
#include <cmath>

using namespace consilium;
using namespace consilium::test;
using namespace consilium::render2d;
using Kind = session::AnnotationKind;

namespace
{

constexpr int imageSide = 400;
constexpr QSize areaSize(600, 430);

AnnotationId idOf(int number)
{
    return AnnotationId(u"mark-%1"_s.arg(number));
}

/// A view over an image with marks, all that changes what is drawn of them, and two ways of drawing it.
struct Scene {
    explicit Scene(double pixelRatio) : ratio(pixelRatio)
    {
        ImageSpec spec;
        spec.rows = spec.columns = imageSide;
        spec.position = std::nullopt;
        instance = makeInstance(spec);
        dataSet = makeDataSet({instance});
        input.dataSet = dataSet;
        input.instance = instance.get();
        input.frame = makeFrame(*instance, [](int row, int column) { return 900 + (row * 13 + column * 29) % 400; });
        input.view.dataSet = dataSet->id;
    }

    [[nodiscard]] session::Annotation makeMark(int number)
    {
        constexpr std::array kinds{Kind::Length,   Kind::Ellipse,       Kind::Angle,   Kind::Polygon,
                                   Kind::Arrow,    Kind::Text,          Kind::Probe,   Kind::Ruler,
                                   Kind::Freehand, Kind::Bidirectional, Kind::PointRoi};
        session::Annotation mark;
        mark.id = idOf(number);
        mark.kind = kinds[std::size_t(number) % kinds.size()];
        mark.dataSet = dataSet->id;
        mark.sop = instance->sop;
        mark.text = number % 3 == 0 ? u"附注 note %1"_s.arg(number) : QString();
        if (mark.kind == Kind::Text)
            mark.text = u"text %1"_s.arg(number);
        const double column = random.bounded(imageSide), row = random.bounded(imageSide);
        const std::array offsets{ImagePoint{0, 0}, ImagePoint{30, 12}, ImagePoint{6, 26}, ImagePoint{-14, 15}};
        std::size_t places = 2;
        if (mark.kind == Kind::Probe || mark.kind == Kind::Text)
            places = 1;
        else if (mark.kind == Kind::Ellipse || mark.kind == Kind::Angle)
            places = 3;
        else if (mark.kind == Kind::Polygon || mark.kind == Kind::Freehand || mark.kind == Kind::Bidirectional)
            places = 4;
        for (std::size_t i = 0; i < places; ++i)
            mark.imageHandles.push_back({column + offsets[i].column, row + offsets[i].row});
        return mark;
    }

    /// The marks as the view has them, with values and places that were kept or without.
    [[nodiscard]] std::vector<MarkShape> shapes(bool areKept = true)
    {
        const imaging::ViewTransform transform(instance->geometry, input.view, area.width(), area.height(), ratio);
        auto all = markShapes(input, marks, transform, areKept ? &values : nullptr);
        for (MarkShape &shape : all)
            shape.selected = shape.id == selected;
        placeLabels(all, area.width(), area.height());
        return all;
    }

    /// All that stands over the image, drawn with what `layer` has kept; null: with nothing.
    [[nodiscard]] QImage painted(const std::vector<MarkShape> &all, MarkLayer *layer) const
    {
        const QSize window = (QSizeF(areaSize + QSize(80, 80)) * ratio).toSize();
        QImage image(window, QImage::Format_RGB32);
        image.fill(qRgb(grey, grey, grey));
        image.setDevicePixelRatio(ratio);
        QImage under((QSizeF(area.size()) * ratio).toSize(), QImage::Format_Grayscale8);
        for (int y = 0; y < under.height(); ++y) {
            uchar *const line = under.scanLine(y);
            std::fill(line, line + under.width() / 2, uchar(grey));
            std::fill(line + under.width() / 2, line + under.width(), uchar(otherGrey));
        }
        under.setDevicePixelRatio(ratio);
        QPainter painter(&image);
        painter.drawImage(area.topLeft(), under);
        paintOverlay(painter, area, {}, all, under, layer);
        painter.end();
        image.setDevicePixelRatio(1.0);
        return image;
    }

    double ratio;
    QRandomGenerator random{20};
    std::shared_ptr<dicom::Instance> instance;
    std::shared_ptr<dicom::DataSet> dataSet;
    OverlayInput input;
    session::AnnotationSet marks;
    AnnotationId selected;
    QRectF area{QPointF(20, 12), QSizeF(areaSize)};
    int grey = 60, otherGrey = 60;
    MarkCache values;
};

/// What a reader does, once.
class Reader
{
public:
    explicit Reader(Scene &scene) : m_scene(scene)
    {
        for (; m_next < 70; ++m_next)
            scene.marks = scene.marks.with(scene.makeMark(m_next));
        m_undo = scene.marks;
    }

    void act(int what)
    {
        Scene &s = m_scene;
        const AnnotationId id = idOf(s.random.bounded(m_next));
        const session::AnnotationSet before = s.marks;
        switch (what) {
        case 0: // drags a mark
            if (const auto *mark = s.marks.find(id)) {
                session::Annotation moved = *mark;
                moved.imageHandles.front().column += s.random.bounded(21) - 10.25;
                moved.imageHandles.front().row += s.random.bounded(21) - 9.75;
                s.marks = s.marks.with(moved);
            }
            break;
        case 1: // zooms and pans
            s.input.view.zoomPan = session::ZoomPan{session::SpanUnit::Millimetres, 120.0 + s.random.bounded(400),
                                                    s.random.bounded(60) - 30.3, s.random.bounded(60) - 29.6};
            break;
        case 2: // turns
            s.input.view.orientation.rotationDeg = s.random.bounded(4) * 90.0;
            break;
        case 3: // windows: what is bright under a label is another
            s.grey = s.random.bounded(256);
            s.otherGrey = s.random.bounded(256);
            break;
        case 4: // selects, or nothing
            s.selected = s.random.bounded(4) == 0 ? AnnotationId() : id;
            break;
        case 5: // takes a mark away
            s.marks = s.marks.without(id);
            break;
        case 6: // draws one
            s.marks = s.marks.with(s.makeMark(m_next++));
            break;
        case 7: // takes the last change of marks back
            s.marks = m_undo;
            break;
        case 8: // moves a label
            if (const auto *mark = s.marks.find(id)) {
                session::Annotation moved = *mark;
                moved.labelInImage =
                    ImagePoint{double(s.random.bounded(imageSide)), double(s.random.bounded(imageSide))};
                s.marks = s.marks.with(moved);
            }
            break;
        case 9: // a band comes or goes above the image
            s.area.moveTop(s.random.bounded(3) * 20.0);
            break;
        case 10: // the view gets another size
            s.area.setSize(QSizeF(areaSize) - QSizeF(s.random.bounded(200), s.random.bounded(200)));
            break;
        default: // points at something
            break;
        }
        if (!(s.marks == before))
            m_undo = before;
    }

private:
    Scene &m_scene;
    session::AnnotationSet m_undo;
    int m_next = 0;
};

} // namespace

class MarkLayerTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void samePictureAsWithoutWhatWasKept_data()
    {
        QTest::addColumn<double>("ratio");
        for (const double ratio : {1.0, 1.25, 1.5, 2.0})
            QTest::addRow("dpr %g", ratio) << ratio;
    }
    /// To the pixel, over all that a reader does, in any order.
    void samePictureAsWithoutWhatWasKept()
    {
        QFETCH(double, ratio);
        Scene scene(ratio);
        Reader reader(scene);
        MarkLayer kept;
        int partly = 0, bright = 0;
        for (int step = 0; step < 160; ++step) {
            // What changes a part of the picture comes more often than what changes all.
            const int what = scene.random.bounded(24);
            constexpr std::array usual{0, 3, 4, 5, 6, 7, 8, 11};
            const int act = what < 12 ? what : usual[std::size_t(scene.random.bounded(int(usual.size())))];
            reader.act(act);
            const auto shapes = scene.shapes();
            const QImage with = scene.painted(shapes, &kept), without = scene.painted(scene.shapes(false), nullptr);
            QVERIFY2(with == without, qPrintable(u"step %1, act %2"_s.arg(step).arg(act)));
            QVERIFY(kept.tilesDrawn() <= kept.tiles());
            partly += kept.tilesDrawn() > 0 && kept.tilesDrawn() < kept.tiles() ? 1 : 0;
            bright += scene.grey > 200 || scene.otherGrey > 200 ? 1 : 0;
        }
        QVERIFY2(partly > 10 && bright > 5, qPrintable(u"%1, %2"_s.arg(partly).arg(bright)));
    }

    void whatDidNotChangeIsNotDrawnAnew()
    {
        Scene scene(1.0);
        for (int i = 0; i < 70; ++i)
            scene.marks = scene.marks.with(scene.makeMark(i));
        MarkLayer layer;
        auto shapes = scene.shapes();
        (void)scene.painted(shapes, &layer);
        QCOMPARE(layer.tilesDrawn(), layer.tiles());
        QVERIFY(layer.tiles() >= 60);
        const QImage before = scene.painted(shapes, &layer);
        QCOMPARE(layer.tilesDrawn(), 0);
        scene.area.moveTop(40); // the same marks, elsewhere in the window
        (void)scene.painted(shapes, &layer);
        QCOMPARE(layer.tilesDrawn(), 0);
        scene.area.moveTop(12);
        scene.grey = scene.otherGrey = 80; // no brighter under any label
        (void)scene.painted(shapes, &layer);
        QCOMPARE(layer.tilesDrawn(), 0);
        scene.grey = scene.otherGrey = 60;
        // One mark by itself: the few tiles that it leaves and comes to.
        const auto dragged = std::find_if(shapes.begin(), shapes.end(),
                                          [](const MarkShape &shape) { return shape.kind == Kind::Length; });
        QVERIFY(dragged != shapes.end());
        const auto unmoved = shapes;
        dragged->handles.front().x += 7.0;
        dragged->lines.front().front().x += 7.0;
        const QImage moved = scene.painted(shapes, &layer);
        QVERIFY(moved != before);
        QVERIFY2(layer.tilesDrawn() > 0 && layer.tilesDrawn() <= 16, qPrintable(QString::number(layer.tilesDrawn())));
        QCOMPARE(scene.painted(unmoved, &layer), before);
        QVERIFY(layer.tilesDrawn() <= 16);
    }

    /// A study that turns out to be an earlier one: its marks are dashed from then on, also those that were kept.
    void marksOfAPriorStudyAreDrawnAnew()
    {
        Scene scene(1.0);
        for (int i = 0; i < 20; ++i)
            scene.marks = scene.marks.with(scene.makeMark(i));
        MarkLayer layer;
        const QImage current = scene.painted(scene.shapes(), &layer);
        scene.input.standing.prior = u"Prior −6 mo"_s;
        const auto prior = scene.shapes();
        const QImage dashed = scene.painted(prior, &layer);
        QVERIFY(dashed != current);
        QCOMPARE(dashed, scene.painted(prior, nullptr));
    }

    /// Which label lies on top is part of the picture.
    void anotherOrderIsAnotherPicture()
    {
        Scene scene(1.0);
        std::vector<MarkShape> shapes;
        for (int i = 0; i < 3; ++i) {
            MarkShape text;
            text.id = idOf(i);
            text.kind = Kind::Text;
            text.handles = {{100.0 + 9.0 * i, 90.0}};
            text.label = u"label %1 %1"_s.arg(i);
            text.labelRect = QRectF(QPointF(100.0 + 9.0 * i, 80.0), QSizeF(70.0, 18.0));
            shapes.push_back(text);
        }
        MarkLayer layer;
        const QImage first = scene.painted(shapes, &layer);
        std::swap(shapes[0], shapes[2]);
        const QImage other = scene.painted(shapes, &layer);
        QVERIFY(other != first);
        QCOMPARE(other, scene.painted(shapes, nullptr));
        shapes.erase(shapes.begin() + 1);
        QCOMPARE(scene.painted(shapes, &layer), scene.painted(shapes, nullptr));
        shapes.clear();
        const QImage none = scene.painted(shapes, &layer);
        QCOMPARE(none, scene.painted({}, nullptr));
        QCOMPARE(layer.tiles(), 0); // nothing is kept of marks that are gone
    }

    /// Places that are none, or far beyond the screen, do no harm and hide no others.
    void marksBeyondTheScreen()
    {
        Scene scene(1.25);
        const double far = 1e9, nothing = std::nan("");
        std::vector<MarkShape> shapes(4);
        for (std::size_t i = 0; i < shapes.size(); ++i) {
            shapes[i].id = idOf(int(i));
            shapes[i].kind = Kind::Length;
        }
        shapes[0].handles = {{-far, 100.0}, {far, 101.0}}; // across all of it
        shapes[1].handles = {{-far, -far}, {-far + 10.0, -far}};
        shapes[2].handles = {{nothing, nothing}, {nothing, 20.0}};
        shapes[3].handles = {{50.0, 50.0}, {90.0, 55.0}};
        for (MarkShape &shape : shapes)
            shape.lines = {shape.handles};
        MarkLayer layer;
        const QImage all = scene.painted(shapes, &layer);
        const auto darker = [&all](QPointF at) { // a line's casing or its colour
            const QPoint pixel = (at * 1.25).toPoint();
            return all.pixel(pixel) != qRgb(60, 60, 60);
        };
        QVERIFY(darker(scene.area.topLeft() + QPointF(300.0, 100.5)));
        QVERIFY(darker(scene.area.topLeft() + QPointF(70.0, 52.5)));
        QVERIFY(!darker(scene.area.topLeft() + QPointF(300.0, 200.0)));
        shapes[3].handles[1].y = 90.0;
        shapes[3].lines = {shapes[3].handles};
        QCOMPARE(scene.painted(shapes, &layer), scene.painted(shapes, nullptr));
        QVERIFY(layer.tilesDrawn() < layer.tiles());
    }
};

CONSILIUM_TEST(MarkLayerTest)
#include "MarkLayerTest.moc"
