#include "viewer/render2d/GraphicLayers.h"
#include "tests/render/ImageFixture.h"
#include "tests/support/TestMain.h"
#include "viewer/objects/StudyObjects.h"
#include "viewer/render2d/Overlay.h"

#include <QPainter>

#include <array>
#include <cmath>
#include <map>

using namespace consilium;
using namespace consilium::test;
using namespace consilium::render2d;

namespace
{

constexpr int side = 640;
/// Red of sRGB and white as PCS-Values: L* 54.29, a* 80.8, b* 69.9 (D50), and 100, 0, 0.
constexpr std::array<int, 3> red{35579, 53665, 50858}, white{65535, 32896, 32896}, black{0, 32896, 32896};

objects::GraphicLayer layerOf(const QString &name, int order, std::optional<std::array<int, 3>> lab = {})
{
    objects::GraphicLayer layer;
    layer.name = name;
    layer.order = order;
    layer.cieLab = lab;
    return layer;
}

bool isNear(QRgb colour, int r, int g, int b)
{
    constexpr int rounding = 3;
    return std::abs(qRed(colour) - r) <= rounding && std::abs(qGreen(colour) - g) <= rounding &&
           std::abs(qBlue(colour) - b) <= rounding;
}

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

/// An image of 64 x 64 pixels in a square view, and lines on it.
struct Scene {
    std::shared_ptr<dicom::Instance> instance;
    std::shared_ptr<dicom::DataSet> dataSet;
    Origins origins;
    OverlayInput input;
    session::AnnotationSet marks;

    Scene()
    {
        ImageSpec spec;
        spec.position = std::nullopt;
        instance = makeInstance(spec);
        dataSet = makeDataSet({instance});
        input.dataSet = dataSet;
        input.instance = instance.get();
        input.frame = makeFrame(*instance, [](int, int) { return 1000; });
        input.view.dataSet = dataSet->id;
        input.objects = &origins;
    }
    void add(const QString &id, ImagePoint from, ImagePoint to, std::optional<objects::GraphicLayer> layer = {})
    {
        session::Annotation mark;
        mark.id = AnnotationId(id);
        mark.kind = session::AnnotationKind::Polyline;
        mark.dataSet = dataSet->id;
        mark.sop = instance->sop;
        mark.imageHandles = {from, to};
        marks = marks.with(mark);
        if (!layer)
            return;
        objects::MarkOrigin origin;
        origin.object = object();
        origin.points = mark.imageHandles;
        origin.layer = layer->name;
        origin.graphicLayer = std::move(layer);
        origins.all.emplace(mark.id, origin);
    }
    [[nodiscard]] static SopInstanceUid object() { return SopInstanceUid(u"1.2.3.11"_s); }
    [[nodiscard]] imaging::ViewTransform transform() const { return {instance->geometry, {}, side, side}; }
    [[nodiscard]] std::vector<MarkShape> shapes(MarkCache *cache = nullptr) const
    {
        return markShapes(input, marks, transform(), cache);
    }
    [[nodiscard]] QStringList ids(MarkCache *cache = nullptr) const
    {
        QStringList all;
        for (const MarkShape &shape : shapes(cache))
            all << shape.id.text();
        return all;
    }
    /// The lines alone over a dark image.
    [[nodiscard]] QImage painted() const
    {
        constexpr int grey = 40;
        QImage image(side, side, QImage::Format_RGB32), under(side, side, QImage::Format_Grayscale8);
        image.fill(qRgb(grey, grey, grey));
        under.fill(grey);
        auto all = shapes();
        for (MarkShape &shape : all) {
            shape.label.clear();
            shape.labelRect = {};
        }
        QPainter painter(&image);
        paintOverlay(painter, QRectF(0, 0, side, side), {}, all, under);
        painter.end();
        return image;
    }
    [[nodiscard]] QRgb at(const QImage &image, ImagePoint place) const
    {
        const ScreenPoint on = transform().toScreen(place);
        return image.pixel(int(std::floor(on.x)), int(std::floor(on.y)));
    }
};

bool isRed(QRgb colour)
{
    return qRed(colour) > 170 && qGreen(colour) < 100 && qBlue(colour) < 100;
}

bool isWhite(QRgb colour)
{
    return qRed(colour) > 170 && qGreen(colour) > 170 && qBlue(colour) > 170;
}

} // namespace

/// Marks of the layers of a presentation state: their order, their colours, and that they can be hidden.
class GraphicLayersTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void colours()
    {
        QVERIFY(!layerColour(layerOf(u"A"_s, 1)));
        QVERIFY(isNear(*layerColour(layerOf(u"A"_s, 1, red)), 255, 0, 0));
        QVERIFY(isNear(*layerColour(layerOf(u"A"_s, 1, white)), 255, 255, 255));
        objects::GraphicLayer grey = layerOf(u"A"_s, 1);
        grey.grey = 65535;
        QCOMPARE(*layerColour(grey), qRgb(255, 255, 255));
        grey.grey = 51400; // 257 x 200
        QCOMPARE(*layerColour(grey), qRgb(200, 200, 200));
        grey.cieLab = red; // of both the colour
        QVERIFY(isNear(*layerColour(grey), 255, 0, 0));
        // Black would not be seen: L* is 45 at least, of which the grey of sRGB is 107.
        QVERIFY(isNear(*layerColour(layerOf(u"A"_s, 1, black)), 107, 107, 107));
        grey = layerOf(u"A"_s, 1);
        grey.grey = 0;
        QVERIFY(isNear(*layerColour(grey), 107, 107, 107));
    }

    /// Lower orders first, whatever the marks are called; what is on no layer last.
    void theirOrder()
    {
        Scene scene;
        scene.add(u"a"_s, {10, 32}, {54, 32}, layerOf(u"FINDINGS"_s, 2));
        scene.add(u"b"_s, {32, 10}, {32, 54}, layerOf(u"BACK"_s, 1));
        scene.add(u"c"_s, {5, 5}, {9, 9});
        QCOMPARE(scene.ids(), (QStringList{u"b"_s, u"a"_s, u"c"_s}));
        scene.origins.all[AnnotationId(u"b"_s)].graphicLayer->order = 3;
        QCOMPARE(scene.ids(), (QStringList{u"a"_s, u"b"_s, u"c"_s}));
    }

    /// Of a layer that is hidden nothing is drawn; of one of the same name in another state, all.
    void hidden()
    {
        Scene scene;
        MarkCache cache;
        scene.add(u"a"_s, {10, 32}, {54, 32}, layerOf(u"FINDINGS"_s, 2));
        scene.add(u"b"_s, {32, 10}, {32, 54}, layerOf(u"BACK"_s, 1));
        scene.add(u"c"_s, {5, 5}, {9, 9});
        QCOMPARE(scene.ids(&cache).size(), 3);
        scene.input.hiddenLayers = {{Scene::object(), u"FINDINGS"_s}};
        QCOMPARE(scene.ids(&cache), (QStringList{u"b"_s, u"c"_s}));
        scene.input.hiddenLayers = {{SopInstanceUid(u"1.2.3.12"_s), u"FINDINGS"_s}};
        QCOMPARE(scene.ids(&cache), (QStringList{u"b"_s, u"a"_s, u"c"_s}));
        scene.input.hiddenLayers.clear();
        QCOMPARE(scene.ids(&cache).size(), 3);
    }

    /// Where two lines cross, the layer of the higher order is seen.
    void theHigherOneIsOnTop()
    {
        for (const bool isRedOnTop : {true, false}) {
            Scene scene;
            scene.add(u"a"_s, {10, 32}, {54, 32}, layerOf(u"RED"_s, isRedOnTop ? 2 : 1, red));
            scene.add(u"b"_s, {32, 10}, {32, 54}, layerOf(u"WHITE"_s, isRedOnTop ? 1 : 2, white));
            const QImage image = scene.painted();
            QVERIFY(isRed(scene.at(image, {20, 32})));
            QVERIFY(isWhite(scene.at(image, {32, 20})));
            const QRgb crossing = scene.at(image, {32, 32});
            QVERIFY2(isRedOnTop ? isRed(crossing) : isWhite(crossing), qPrintable(QString::number(crossing, 16)));
        }
    }
};

CONSILIUM_TEST(GraphicLayersTest)
#include "GraphicLayersTest.moc"
