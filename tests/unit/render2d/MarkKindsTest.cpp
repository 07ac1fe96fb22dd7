#include "tests/render/ImageFixture.h"
#include "tests/support/TestMain.h"
#include "viewer/dicom/Suv.h"
#include "viewer/render2d/Overlay.h"

#include <cmath>
#include <numbers>

using namespace consilium;
using namespace consilium::test;
using namespace consilium::render2d;
using Kind = session::AnnotationKind;

Q_DECLARE_METATYPE(consilium::session::AnnotationKind)

namespace
{

int storedAt(int row, int column)
{
    return 900 + 10 * row + column;
}

/// One image of 64 x 64 pixels with marks on it.
struct Scene {
    explicit Scene(const ImageSpec &spec = {}) : instance(makeInstance(spec)), dataSet(makeDataSet({instance}))
    {
        frame = makeFrame(*instance, storedAt);
    }
    [[nodiscard]] OverlayInput input() const
    {
        OverlayInput in;
        in.dataSet = dataSet;
        in.instance = instance.get();
        in.frame = frame;
        in.view.dataSet = dataSet->id;
        return in;
    }
    [[nodiscard]] session::Annotation mark(Kind kind, std::vector<ImagePoint> handles, const QString &id = u"a"_s) const
    {
        session::Annotation a;
        a.id = AnnotationId(id);
        a.kind = kind;
        a.dataSet = dataSet->id;
        a.sop = instance->sop;
        a.imageHandles = std::move(handles);
        return a;
    }
    /// Through the places that the image gives to these pixels in the patient.
    [[nodiscard]] session::Annotation patientMark(Kind kind, const std::vector<ImagePoint> &handles) const
    {
        session::Annotation a = mark(kind, {});
        a.frameOfReference = instance->geometry.frameOfReference;
        for (const ImagePoint &p : handles)
            a.patientHandles.push_back(*instance->geometry.toPatient(p));
        return a;
    }
    [[nodiscard]] MarkShape shape(const session::Annotation &a, const session::ViewState &view = {}) const
    {
        const imaging::ViewTransform transform(instance->geometry, view, 640, 480);
        const auto shapes = markShapes(input(), session::AnnotationSet().with(a), transform);
        return shapes.empty() ? MarkShape() : shapes.front();
    }
    [[nodiscard]] double figure(const session::Annotation &a, Figure which) const
    {
        const MarkShape found = shape(a);
        const MarkFigure *const figure = found.figure(which);
        return figure ? figure->value : std::nan("");
    }
    std::shared_ptr<dicom::Instance> instance;
    std::shared_ptr<dicom::DataSet> dataSet;
    std::shared_ptr<pixels::DecodedFrame> frame;
};

/// Rows 0.5 mm apart, columns 0.25 mm.
ImageSpec uneven()
{
    ImageSpec spec;
    spec.betweenRowsMm = 0.5;
    spec.betweenColumnsMm = 0.25;
    return spec;
}

/// A slab that has this value everywhere.
ShownSlab slabOf(float value)
{
    auto values = std::make_shared<imaging::ValueImage>();
    values->rows = values->columns = 64;
    values->values.assign(std::size_t(64) * 64, value);
    ShownSlab slab;
    slab.values = std::move(values);
    return slab;
}

bool isNear(double found, double wanted)
{
    return std::abs(found - wanted) < 1e-9 * std::max(1.0, std::abs(wanted));
}

} // namespace

class MarkKindsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void labels_data()
    {
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<QList<QPointF>>("handles"); // columns and rows
        QTest::addColumn<QString>("label");
        using Places = QList<QPointF>;
        QTest::newRow("polyline") << Kind::Polyline << Places{{8, 4}, {20, 4}, {20, 14}} << u"8.0 mm"_s;
        QTest::newRow("ruler") << Kind::Ruler << Places{{8, 4}, {20, 12}} << u"5.0 mm"_s;
        // 4 columns and 2 rows are 1 mm each.
        QTest::newRow("angle") << Kind::Angle << Places{{14, 10}, {10, 10}, {14, 12}} << u"45.0°"_s;
        QTest::newRow("cobb") << Kind::Cobb << Places{{10, 10}, {14, 10}, {14, 40}, {10, 42}} << u"Cobb 45.0°"_s;
        QTest::newRow("open angle") << Kind::OpenAngle << Places{{10, 10}, {14, 10}, {14, 40}, {10, 42}}
                                    << u"135.0° (45.0°)"_s;
        QTest::newRow("bidirectional") << Kind::Bidirectional << Places{{10, 10}, {18, 10}, {14, 4}, {14, 14}}
                                       << u"5.0 × 2.0 mm"_s;
        QTest::newRow("heart") << Kind::CardiothoracicRatio << Places{{10, 10}, {22, 10}, {4, 12}, {28, 12}}
                               << u"CTR 0.50\n3.0 / 6.0 mm"_s;
        QTest::newRow("no thorax") << Kind::CardiothoracicRatio << Places{{10, 10}, {22, 10}, {4, 12}, {4, 12}}
                                   << u"CTR —\n3.0 / 0.0 mm"_s;
        QTest::newRow("leg") << Kind::LegAxis << Places{{30, 4}, {30, 24}, {30, 60}}
                             << u"HKA 180.0°\nfemur 10.0 · tibia 18.0 · leg 28.0 mm"_s;
        QTest::newRow("two lines") << Kind::LinePair << Places{{10, 10}, {14, 10}, {14, 40}, {14, 44}}
                                   << u"1.0 / 2.0 mm\nratio 0.50 · 90.0°"_s;
        // Rows 5 to 8 and columns 10 to 13, each pixel of 0.125 mm²; stored 900 + 65 + 11.5.
        QTest::newRow("rectangle")
            << Kind::Rectangle << Places{{10, 5}, {14, 9}}
            << u"mean −47.5 HU · SD 11.2\nmin −64 · max −31 HU\n2.0 mm² · 16 pixels · perimeter 6.0 mm"_s;
        QTest::newRow("polygon")
            << Kind::Polygon << Places{{10, 5}, {14, 5}, {14, 9}, {10, 9}}
            << u"mean −47.5 HU · SD 11.2\nmin −64 · max −31 HU\n2.0 mm² · 16 pixels · perimeter 6.0 mm"_s;
        QTest::newRow("between centres") << Kind::Freehand << Places{{10.1, 5.1}, {10.3, 5.1}, {10.3, 5.3}}
                                         << u"no centre of a pixel lies inside\n0.0 mm² · perimeter 0.3 mm"_s;
        QTest::newRow("no angle") << Kind::Angle << Places{{10, 10}, {10, 10}, {14, 12}} << u"—"_s;
    }
    void labels()
    {
        QFETCH(Kind, kind);
        QFETCH(QList<QPointF>, handles);
        QFETCH(QString, label);
        const Scene scene(uneven());
        std::vector<ImagePoint> places;
        for (const QPointF &p : handles)
            places.push_back({p.x(), p.y()});
        QCOMPARE(scene.shape(scene.mark(kind, places)).label, label);
        // Of the same places in the patient the same is said.
        QCOMPARE(scene.shape(scene.patientMark(kind, places)).label, label);
    }

    /// A circle of the patient where rows and columns are not equally far apart, and an ellipse askew.
    void roundRegions()
    {
        const Scene scene(uneven());
        const auto circle = scene.mark(Kind::PointRoi, {{30, 30}, {30, 34}}); // 2 mm
        QVERIFY(isNear(scene.figure(circle, Figure::Area), 4.0 * std::numbers::pi));
        double count = 0, sum = 0;
        for (int row = 0; row < 64; ++row) {
            for (int column = 0; column < 64; ++column) {
                if (std::pow((column - 30) * 0.25, 2) + std::pow((row - 30) * 0.5, 2) > 4.0)
                    continue;
                ++count;
                sum += storedAt(row, column) - 1024.0;
            }
        }
        QVERIFY(isNear(scene.figure(circle, Figure::Count), count));
        QVERIFY(isNear(scene.figure(circle, Figure::Mean), sum / count));
        // First half axis 3 mm along (0.6, 0.8), the other 1.5 mm: its handle may lie anywhere as far from the first.
        const auto ellipse =
            scene.mark(Kind::Ellipse, {{32, 32}, {32 + 7.2, 32 + 4.8}, {32 - 4.8 + 2.4, 32 + 1.8 + 1.6}});
        QVERIFY(isNear(scene.figure(ellipse, Figure::Area), 4.5 * std::numbers::pi));
        count = 0;
        for (int row = 0; row < 64; ++row) {
            for (int column = 0; column < 64; ++column) {
                const double x = (column - 32) * 0.25, y = (row - 32) * 0.5, along = 0.6 * x + 0.8 * y,
                             across = -0.8 * x + 0.6 * y;
                count += along * along / 9.0 + across * across / 2.25 <= 1.0 ? 1 : 0;
            }
        }
        QVERIFY(isNear(scene.figure(ellipse, Figure::Count), count));
        QVERIFY(isNear(scene.figure(scene.patientMark(Kind::Ellipse, ellipse.imageHandles), Figure::Count), count));
    }

    void withoutAScale()
    {
        ImageSpec spec;
        spec.basis = dicom::SpacingBasis::None;
        Scene scene(spec);
        scene.instance->geometry.aspectRowsToColumns = 2.0; // pixels twice as high as they are wide
        QCOMPARE(scene.shape(scene.mark(Kind::Angle, {{14, 10}, {10, 10}, {14, 12}})).label, u"45.0°"_s);
        QCOMPARE(scene.shape(scene.mark(Kind::Polyline, {{10, 10}, {14, 10}, {14, 12}})).label, u"8.0 px"_s);
        const MarkShape box = scene.shape(scene.mark(Kind::Rectangle, {{10, 5}, {14, 9}}));
        QVERIFY(box.label.contains(u"32.0 px² · 16 pixels · perimeter 24.0 px"));
        QCOMPARE(box.figure(Figure::Area)->unit, u"px²"_s);
        QCOMPARE(box.figure(Figure::Perimeter)->value, 24.0);
    }

    void theBasisIsSaid()
    {
        ImageSpec spec = uneven();
        spec.basis = dicom::SpacingBasis::DetectorPlane;
        spec.position.reset();
        const Scene scene(spec);
        QVERIFY(
            scene.shape(scene.mark(Kind::Rectangle, {{10, 5}, {14, 9}})).label.contains(u"2.0 mm² (detector plane)"));
        QVERIFY(scene.shape(scene.mark(Kind::Ruler, {{8, 4}, {20, 12}})).label.endsWith(u"mm (detector plane)"));
        QVERIFY(scene.shape(scene.mark(Kind::Bidirectional, {{10, 10}, {18, 10}, {14, 4}, {14, 14}}))
                    .label.endsWith(u"mm (detector plane)"));
    }

    /// A picture of tissue beside a Doppler strip: mm in the one, no angle and no mm in the other or across both.
    void ultrasoundRegions()
    {
        ImageSpec spec;
        spec.basis = dicom::SpacingBasis::None;
        spec.position.reset();
        Scene scene(spec);
        dicom::UltrasoundRegion tissue, strip;
        tissue.right = 31;
        tissue.bottom = strip.bottom = 63;
        tissue.spacing = {0.5, 0.5, dicom::SpacingBasis::UltrasoundRegion};
        strip.left = 32;
        strip.right = 63;
        scene.instance->geometry.regions =
            std::make_shared<const std::vector<dicom::UltrasoundRegion>>(std::vector{tissue, strip});
        const QString across = u"no length: it leaves the region of the ultrasound image that it begins in"_s;
        const QString refused = u"no angle: the axes have no common unit here"_s;
        QCOMPARE(scene.shape(scene.mark(Kind::Angle, {{14, 10}, {10, 10}, {10, 14}})).label, u"90.0°"_s);
        QCOMPARE(scene.shape(scene.mark(Kind::Angle, {{44, 10}, {40, 10}, {40, 14}})).label, refused);
        QCOMPARE(scene.shape(scene.mark(Kind::Angle, {{14, 10}, {10, 10}, {40, 14}})).label, refused);
        QVERIFY(std::isnan(scene.figure(scene.mark(Kind::Angle, {{14, 10}, {10, 10}, {40, 14}}), Figure::Angle)));
        QCOMPARE(scene.shape(scene.mark(Kind::Polyline, {{10, 10}, {14, 10}, {14, 14}})).label, u"4.0 mm"_s);
        QCOMPARE(scene.shape(scene.mark(Kind::Polyline, {{10, 10}, {14, 10}, {40, 10}})).label, across);
        QVERIFY(std::isnan(scene.figure(scene.mark(Kind::Polyline, {{10, 10}, {14, 10}, {40, 10}}), Figure::Length)));
        QCOMPARE(scene.shape(scene.mark(Kind::CardiothoracicRatio, {{5, 5}, {9, 5}, {5, 9}, {40, 9}})).label, across);
        QCOMPARE(scene.shape(scene.mark(Kind::Bidirectional, {{40, 5}, {48, 5}, {44, 2}, {44, 6}})).label,
                 u"8.0 × 4.0 px\nno mm: this part of the ultrasound image gives no scale"_s);
        QVERIFY(scene.shape(scene.mark(Kind::PointRoi, {{16, 20}, {16, 24}})).label.contains(u"12.6 mm²"));
        // Its handles lie in the picture of tissue, a part of the circle in the strip.
        QVERIFY(scene.shape(scene.mark(Kind::PointRoi, {{28, 20}, {28, 28}})).label.contains(u"201.1 px²"));
    }

    /// Each plane by its own scale; between two of them nothing, and in a region without one pixels.
    void severalUltrasoundScales()
    {
        ImageSpec spec;
        spec.rows = spec.columns = 400;
        spec.basis = dicom::SpacingBasis::None;
        spec.position.reset();
        Scene scene(spec);
        using dicom::SpacingBasis;
        scene.instance->geometry.regions = std::make_shared<const std::vector<dicom::UltrasoundRegion>>(
            std::vector<dicom::UltrasoundRegion>{{0, 0, 199, 299, false, {0.5, 0.5, SpacingBasis::UltrasoundRegion}},
                                                 {200, 0, 399, 299, false, {0.2, 0.2, SpacingBasis::UltrasoundRegion}},
                                                 {0, 300, 399, 399, false, {}}});
        const auto label = [&scene](ImagePoint a, ImagePoint b) {
            return scene.shape(scene.mark(Kind::Length, {a, b})).label;
        };
        QCOMPARE(label({210, 10}, {260, 10}), u"10.0 mm"_s);
        QCOMPARE(label({10, 10}, {40, 50}), u"25.0 mm"_s);
        QVERIFY(label({10, 10}, {260, 10}).startsWith(u"no length: "_s));
        QVERIFY(std::isnan(scene.figure(scene.mark(Kind::Length, {{10, 10}, {260, 10}}), Figure::Length)));
        QCOMPARE(label({10, 350}, {60, 350}), u"50.0 px\nno mm: this part of the ultrasound image gives no scale"_s);
    }

    /// In a Doppler or M-mode strip the two directions are time and speed, or time and depth.
    void ultrasoundStrips()
    {
        ImageSpec spec;
        spec.basis = dicom::SpacingBasis::None;
        spec.position.reset();
        Scene scene(spec);
        using Unit = dicom::RegionAxis::Unit;
        dicom::UltrasoundRegion doppler, motion, curve;
        doppler.right = motion.right = curve.right = 63;
        doppler.bottom = 19;
        doppler.across = {Unit::Seconds, 0.01};
        doppler.down = {Unit::CmPerSecond, 2.5};
        motion.top = 20;
        motion.bottom = 39;
        motion.across = {Unit::Seconds, 0.02};
        motion.down = {Unit::Millimetres, 0.5};
        curve.top = 40;
        curve.bottom = 63;
        curve.across = {Unit::Seconds, 0.005};
        scene.instance->geometry.regions =
            std::make_shared<const std::vector<dicom::UltrasoundRegion>>(std::vector{doppler, motion, curve});
        const auto speed = scene.mark(Kind::Length, {{40, 15}, {10, 5}}); // to the left and up
        QCOMPARE(scene.shape(speed).label, u"Δt 0.300 s · Δv 25.0 cm/s"_s);
        QVERIFY(isNear(scene.figure(speed, Figure::Time), 0.3) && isNear(scene.figure(speed, Figure::Velocity), 25.0));
        QVERIFY(std::isnan(scene.figure(speed, Figure::Length)));
        QCOMPARE(scene.shape(scene.mark(Kind::Ruler, {{10, 25}, {20, 35}})).label, u"Δt 0.200 s · 5.0 mm"_s);
        QCOMPARE(scene.shape(scene.mark(Kind::Length, {{10, 45}, {20, 55}})).label, u"Δt 0.050 s"_s);
        const auto acrossStrips = scene.mark(Kind::Length, {{10, 15}, {10, 35}});
        QVERIFY(scene.shape(acrossStrips).label.startsWith(u"no length: "_s));
        QVERIFY(scene.shape(acrossStrips).figures->empty());
        // A probe: the speed itself, where the file says which row counts 0.
        const auto probe = scene.mark(Kind::Probe, {{10, 5}});
        QVERIFY(std::isnan(scene.figure(probe, Figure::Velocity)));
        doppler.down.zeroAt = 12.0;
        doppler.down.falls = true;
        scene.instance->geometry.regions =
            std::make_shared<const std::vector<dicom::UltrasoundRegion>>(std::vector{doppler, motion, curve});
        QVERIFY(isNear(scene.figure(probe, Figure::Velocity), 17.5)); // 7 rows above it
        QVERIFY(scene.shape(probe).label.contains(u"v 17.5 cm/s"_s));
        QVERIFY(isNear(scene.figure(scene.mark(Kind::Probe, {{10, 16}}), Figure::Velocity), -10.0));
        QVERIFY(std::isnan(scene.figure(scene.mark(Kind::Probe, {{10, 30}}), Figure::Velocity)));
    }

    void whatLimitsARegion()
    {
        Scene scene(uneven());
        scene.instance->pixels.paddingValue = 965; // row 6, column 5 and others
        const MarkShape padded = scene.shape(scene.mark(Kind::Rectangle, {{4, 5}, {7, 8}}));
        QVERIFY(padded.label.contains(u"1 pixels without a value left out"));
        QCOMPARE(padded.figure(Figure::Count)->value, 8.0);
        const MarkShape beyond = scene.shape(scene.mark(Kind::Rectangle, {{60, 60}, {70, 62}}));
        QVERIFY(beyond.label.endsWith(u"reaches beyond the image"));
        QCOMPARE(beyond.figure(Figure::Outside)->value, 12.0);
        const MarkShape off = scene.shape(scene.mark(Kind::Rectangle, {{80, 60}, {90, 62}}));
        QVERIFY(!off.figure(Figure::Mean));

        scene.frame->reduction = 1;
        const MarkShape loading = scene.shape(scene.mark(Kind::Rectangle, {{10, 5}, {14, 9}}));
        QCOMPARE(loading.label, u"—\n2.0 mm² · perimeter 6.0 mm"_s);
        QVERIFY(loading.provisional && !loading.figure(Figure::Mean));
        scene.frame->reduction = 0;
        scene.frame->damaged = true;
        scene.frame->knownPixels = 7 * 64;
        const MarkShape damaged = scene.shape(scene.mark(Kind::Rectangle, {{10, 5}, {14, 9}}));
        QVERIFY(damaged.provisional && damaged.label.startsWith(u"≈ mean "));
        QCOMPARE(damaged.figure(Figure::Count)->value, 8.0);
    }

    void aColourHasNoValue()
    {
        Scene scene(uneven());
        scene.frame->type = pixels::SampleType::Rgb8;
        scene.frame->bytes.resize(64 * 64 * 3);
        const MarkShape shape = scene.shape(scene.mark(Kind::Rectangle, {{10, 5}, {14, 9}}));
        QCOMPARE(shape.label, u"2.0 mm² · perimeter 6.0 mm"_s);
        QVERIFY(!shape.figure(Figure::Mean) && !shape.figure(Figure::Count));
    }

    /// Ratio, leg and pair against arithmetic: at the borders, turned, mirrored, at every zoom, along rows and columns
    /// of different width.
    void pairsWhateverTheView()
    {
        ImageSpec spec = uneven(); // 0.25 mm along a row, 0.5 mm down a column
        spec.basis = dicom::SpacingBasis::DetectorPlane;
        spec.position.reset();
        const Scene scene(spec);
        const auto heart = scene.mark(Kind::CardiothoracicRatio, {{20.5, 40}, {44.5, 40}, {-0.5, 50}, {63.5, 50}});
        const auto leg = scene.mark(Kind::LegAxis, {{0, 0}, {30, 20}, {63, 63}});
        const auto pair = scene.mark(Kind::LinePair, {{0, 63}, {63, 63}, {63, 0}, {63, 63}});
        // Femur (7.5, 10) mm, tibia (8.25, 21.5) mm.
        const double femur = std::hypot(7.5, 10.0), tibia = std::hypot(8.25, 21.5), whole = std::hypot(15.75, 31.5);
        const double bend = std::acos((7.5 * 8.25 + 10.0 * 21.5) / (femur * tibia)) * 180.0 / std::numbers::pi;
        for (const double rotation : {0.0, 37.0, 90.0, 180.0, 271.5}) {
            for (const double across : {200.0, 40.0, 5.0, 0.5}) {
                session::ViewState view;
                view.orientation = {rotation, rotation > 100.0};
                view.zoomPan = session::ZoomPan{session::SpanUnit::Millimetres, across, 3.0, -2.0};
                const auto figure = [&](const session::Annotation &mark, Figure which) {
                    const MarkShape shape = scene.shape(mark, view);
                    const MarkFigure *const found = shape.figure(which);
                    return found ? found->value : std::nan("");
                };
                QVERIFY(isNear(figure(heart, Figure::FirstLength), 6.0));
                QVERIFY(isNear(figure(heart, Figure::SecondLength), 16.0));
                QVERIFY(isNear(figure(heart, Figure::Ratio), 6.0 / 16.0));
                QVERIFY(isNear(figure(leg, Figure::Femur), femur) && isNear(figure(leg, Figure::Tibia), tibia));
                QVERIFY(isNear(figure(leg, Figure::Leg), whole));
                QVERIFY(std::abs(figure(leg, Figure::Angle) - (180.0 - bend)) < 1e-6);
                QVERIFY(isNear(figure(pair, Figure::FirstLength), 15.75));
                QVERIFY(isNear(figure(pair, Figure::SecondLength), 31.5));
                QVERIFY(isNear(figure(pair, Figure::Ratio), 0.5) && isNear(figure(pair, Figure::Angle), 90.0));
                QCOMPARE(scene.shape(heart, view).label, u"CTR 0.38\n6.0 / 16.0 mm (detector plane)"_s);
            }
        }
    }

    /// Beside the activity what it means by body weight, or why that is not known.
    void uptake()
    {
        Scene scene(uneven());
        auto factors = std::make_shared<dicom::SuvFactors>();
        for (auto &factor : factors->byKind)
            factor = {0.0, dicom::SuvRefusal::NoWeight};
        scene.instance->suv = factors;
        scene.instance->grey.unitText = u"Bq/ml"_s;
        scene.instance->grey.intercept = 0.0;
        const auto box = scene.mark(Kind::Rectangle, {{10, 5}, {14, 9}}), probe = scene.mark(Kind::Probe, {{10, 5}});
        const QString reason = u"no SUV: the patient's weight is missing"_s;
        QVERIFY(scene.shape(box).label.contains(reason) && scene.shape(probe).label.contains(reason));
        QVERIFY(std::isnan(scene.figure(box, Figure::SuvMean)) && std::isnan(scene.figure(probe, Figure::Suv)));
        factors->byKind[0] = {0.004, dicom::SuvRefusal::None};
        QCOMPARE(scene.shape(box).label.section(u'\n', 2, 2), u"SUVbw mean 3.91 · max 3.97 g/ml"_s); // 976.5 and 993
        QCOMPARE(scene.shape(probe).label.section(u'\n', 1, 1), u"SUVbw 3.84 g/ml"_s);               // 960
        QVERIFY(isNear(scene.figure(box, Figure::SuvMean), 976.5 * 0.004));
        QVERIFY(isNear(scene.figure(box, Figure::SuvMaximum), 993 * 0.004));
        QVERIFY(isNear(scene.figure(probe, Figure::Suv), 960 * 0.004));
        QCOMPARE(scene.shape(box).figures->front().unit, u"Bq/ml"_s);
    }

    /// Each kind by its own factor and name; where only one of them is known, the others say why not.
    void kindsOfUptake()
    {
        Scene scene(uneven());
        auto factors = std::make_shared<dicom::SuvFactors>();
        const double factorOf[] = {0.004, 0.003, 0.0025, 1.0};
        for (std::size_t i = 0; i < factors->byKind.size(); ++i)
            factors->byKind[i] = {factorOf[i], dicom::SuvRefusal::None};
        scene.instance->suv = factors;
        scene.instance->grey.unitText = u"Bq/ml"_s;
        scene.instance->grey.intercept = 0.0;
        const auto box = scene.mark(Kind::Rectangle, {{10, 5}, {14, 9}});
        const imaging::ViewTransform transform(scene.instance->geometry, {}, 640, 480);
        MarkCache cache; // a choice must not leave what was computed before it
        OverlayInput input = scene.input();
        const auto shown = [&](session::Suv suv) {
            input.presentation.suv = suv;
            return markShapes(input, session::AnnotationSet().with(box), transform, &cache).front();
        };
        const std::pair<session::Suv, QString> names[] = {
            {session::Suv::BodyWeight, u"SUVbw "_s},
            {session::Suv::LeanJames, u"SUVlbm (James) "_s},
            {session::Suv::LeanJanmahasatian, u"SUVlbm (Janmahasatian) "_s},
            {session::Suv::BodySurface, u"SUVbsa "_s}};
        for (std::size_t i = 0; i < 4; ++i) {
            const MarkShape shape = shown(names[i].first);
            QVERIFY2(shape.label.contains(names[i].second + u"mean"_s), qPrintable(shape.label));
            QVERIFY(isNear(shape.figure(Figure::SuvMean)->value, 976.5 * factorOf[i]));
            QCOMPARE(shape.figure(Figure::SuvMaximum)->unit, i == 3 ? u"cm²/ml"_s : u"g/ml"_s);
        }
        auto partial = std::make_shared<dicom::SuvFactors>(*factors);
        partial->byKind[1] = partial->byKind[2] = {0.0, dicom::SuvRefusal::NoHeight};
        scene.instance->suv = partial;
        MarkCache fresh;
        input.presentation.suv = session::Suv::LeanJames;
        const auto lean = markShapes(input, session::AnnotationSet().with(box), transform, &fresh).front();
        QVERIFY2(lean.label.contains(u"no SUVlbm (James): "_s), qPrintable(lean.label));
        QVERIFY(!lean.figure(Figure::SuvMean));
        // In a slab, the figures are those of the image that the mark lies on, and its factor is known.
        input.presentation.suv = session::Suv::BodyWeight;
        input.slab = slabOf(5.0F);
        const auto slab = markShapes(input, session::AnnotationSet().with(box), transform, &fresh).front();
        QVERIFY2(!slab.label.contains(u"no SUV"_s), qPrintable(slab.label));
        QVERIFY(isNear(slab.figure(Figure::SuvMean)->value, 976.5 * factorOf[0]));
    }

    /// The report names one image, and the list of marks has no view: in a view that shows a slab, too, the figures are
    /// those of the image that the mark lies on, and it is said.
    void inASlabThoseOfTheImage()
    {
        Scene scene(uneven());
        const imaging::ViewTransform transform(scene.instance->geometry, {}, 640, 480);
        const auto words = u"of this image alone, not of the slab"_s;
        const auto shown = [&](const session::Annotation &mark, bool isSlab, MarkCache *cache) {
            OverlayInput in = scene.input();
            if (isSlab)
                in.slab = slabOf(77.0F);
            return markShapes(in, session::AnnotationSet().with(mark), transform, cache).front();
        };
        for (const auto &mark : {scene.mark(Kind::Rectangle, {{10, 5}, {14, 9}}),
                                 scene.mark(Kind::Ellipse, {{32, 32}, {40, 32}, {32, 37}}),
                                 scene.mark(Kind::Polygon, {{20, 20}, {30, 20}, {25, 30}}),
                                 scene.mark(Kind::PointRoi, {{50, 50}, {53, 50}}), scene.mark(Kind::Probe, {{7, 9}})}) {
            MarkCache cache; // what it has of the image is not taken for what is said in the slab
            const MarkShape alone = shown(mark, false, &cache), slab = shown(mark, true, &cache);
            QVERIFY(!alone.figures->empty());
            QVERIFY(*alone.figures == *slab.figures);
            QVERIFY2(!alone.label.contains(words), qPrintable(alone.label));
            QVERIFY2(slab.label.contains(words), qPrintable(slab.label));
            QVERIFY(slab.label.startsWith(alone.label));
            QCOMPARE(shown(mark, false, &cache).label, alone.label);
        }
        // By plain arithmetic: storedAt() over columns 10 to 13 and rows 5 to 8.
        scene.instance->grey.intercept = 0.0;
        const auto box = scene.mark(Kind::Rectangle, {{10, 5}, {14, 9}});
        QCOMPARE(shown(box, true, nullptr).figure(Figure::Mean)->value, 900.0 + 10.0 * 6.5 + 11.5);
        const auto line = scene.mark(Kind::Length, {{10, 5}, {14, 9}}); // reads no pixels
        QVERIFY(!shown(line, true, nullptr).label.contains(words));
    }

    /// The same figures however the view is zoomed, turned and mirrored; the picture of the mark follows.
    void figuresDoNotDependOnTheView()
    {
        const Scene scene(uneven());
        const auto mark = scene.mark(Kind::Ellipse, {{32, 32}, {39.2, 36.8}, {29.6, 35.4}});
        const MarkShape fitted = scene.shape(mark);
        session::ViewState view;
        view.orientation.rotationDeg = 37.0;
        view.orientation.flipped = true;
        view.zoomPan = session::ZoomPan{};
        const MarkShape turned = scene.shape(mark, view);
        QVERIFY(*fitted.figures == *turned.figures);
        QVERIFY(!(fitted.handles == turned.handles));
        const imaging::ViewTransform transform(scene.instance->geometry, view, 640, 480);
        QVERIFY(turned.handles[1] == transform.toScreen({39.2, 36.8}));
        QVERIFY(turned.lines.size() == 1 && turned.lines[0].front() == turned.lines[0].back());
    }

    void aRemarkIsALineOfItsOwn()
    {
        const Scene scene(uneven());
        auto mark = scene.mark(Kind::Ruler, {{8, 4}, {20, 12}});
        mark.text = u"before"_s;
        QCOMPARE(scene.shape(mark).label, u"5.0 mm\nbefore"_s);
        auto text = scene.mark(Kind::Text, {{8, 4}});
        text.text = u"two\nlines"_s;
        QCOMPARE(scene.shape(text).label, u"two\nlines"_s);
    }

    void divisionsOfARuler()
    {
        ImageSpec spec; // 64 mm across 480 px: 7.5 px a mm
        const Scene scene(spec);
        const MarkShape ruler = scene.shape(scene.mark(Kind::Ruler, {{10, 10}, {30, 10}}));
        QCOMPARE(ruler.helpers.size(), 11u); // every 2 mm from 0 to 20
        const double apart = ruler.helpers[1][0].x - ruler.helpers[0][0].x;
        QVERIFY(std::abs(apart - 15.0) < 1e-9);
    }

    /// Values are computed once for a mark and what it is read from, not for each picture.
    void valuesAreKept()
    {
        Scene scene(uneven());
        MarkCache cache;
        const auto figures = [&](const session::Annotation &mark, double width) {
            const imaging::ViewTransform transform(scene.instance->geometry, {}, width, 480);
            return markShapes(scene.input(), session::AnnotationSet().with(mark), transform, &cache).front().figures;
        };
        auto mark = scene.mark(Kind::Rectangle, {{10, 5}, {14, 9}});
        const auto first = figures(mark, 640);
        QVERIFY(figures(mark, 640) == first && figures(mark, 200) == first);
        mark.imageHandles[1] = {15, 9};
        const auto moved = figures(mark, 640);
        QVERIFY(moved != first);
        QCOMPARE((*moved)[std::size_t(0)].value, -47.0);
        // Another frame: read anew. So is the same mark of an image that was described anew.
        scene.frame = makeFrame(*scene.instance, [](int, int) { return 1124; });
        const auto uniform = figures(mark, 640);
        QCOMPARE(uniform->front().value, 100.0);
        auto described = std::make_shared<dicom::Instance>(*scene.instance);
        described->grey.intercept = 0.0;
        scene.instance = described;
        scene.dataSet = makeDataSet({described});
        QCOMPARE(figures(mark, 640)->front().value, 1124.0);
    }

    void aLabelStaysOutsideOfItsRegion()
    {
        const Scene scene;
        for (const double column : {2.0, 20.0, 45.0, 55.0}) {
            for (const double row : {2.0, 20.0, 45.0, 55.0}) {
                const MarkShape shape =
                    scene.shape(scene.mark(Kind::Rectangle, {{column, row}, {column + 8, row + 8}}));
                QVERIFY(!shape.labelRect.isEmpty());
                const QRectF box(QPointF(shape.handles[0].x, shape.handles[0].y),
                                 QPointF(shape.handles[1].x, shape.handles[1].y));
                QVERIFY(!shape.labelRect.intersects(box));
                QVERIFY(QRectF(0, 0, 640, 480).contains(shape.labelRect));
                // The leader begins on the border.
                const ScreenPoint from = shape.leaderFrom;
                const double off = std::min({std::abs(from.x - box.left()), std::abs(from.x - box.right()),
                                             std::abs(from.y - box.top()), std::abs(from.y - box.bottom())});
                QVERIFY(off < 1e-6);
            }
        }
    }

    void aLabelThatWasPutSomewhere()
    {
        const Scene scene;
        auto mark = scene.mark(Kind::Length, {{10, 10}, {30, 10}});
        mark.labelInImage = ImagePoint{40, 50};
        const MarkShape shape = scene.shape(mark);
        const imaging::ViewTransform transform(scene.instance->geometry, {}, 640, 480);
        const ScreenPoint corner = transform.toScreen({40, 50});
        QVERIFY(shape.isLabelPlaced);
        QCOMPARE(shape.labelRect.topLeft(), QPointF(corner.x, corner.y));
        auto other = scene.patientMark(Kind::Length, mark.imageHandles);
        other.labelInPatient = scene.instance->geometry.toPatient({40, 50});
        QCOMPARE(scene.shape(other).labelRect, shape.labelRect);
    }

    /// Two labels beside one another find places; of hundreds only those are shown that lie over no other.
    void labelsDoNotLieOverOneAnother()
    {
        const Scene scene;
        session::AnnotationSet few, many;
        for (int i = 0; i < 500; ++i) {
            const double column = 2.0 + (i % 25) * 2.4, row = 2.0 + (i / 25) * 3.0;
            const auto mark = scene.mark(Kind::Length, {{column, row}, {column + 1.5, row + 1.0}}, u"m%1"_s.arg(i));
            many = many.with(mark);
            few = i % 60 == 0 ? few.with(mark) : few;
        }
        const imaging::ViewTransform transform(scene.instance->geometry, {}, 640, 480);
        const auto isFree = [](const std::vector<MarkShape> &shapes) {
            for (std::size_t i = 0; i < shapes.size(); ++i) {
                for (std::size_t j = i + 1; j < shapes.size(); ++j) {
                    if (shapes[i].labelRect.intersects(shapes[j].labelRect))
                        return false;
                }
            }
            return true;
        };
        const auto shown = markShapes(scene.input(), few, transform);
        QVERIFY(isFree(shown));
        for (const MarkShape &shape : shown)
            QVERIFY(!shape.labelRect.isEmpty());
        auto crowd = markShapes(scene.input(), many, transform);
        QCOMPARE(crowd.size(), 500u);
        QVERIFY(isFree(crowd));
        const auto hidden =
            std::find_if(crowd.begin(), crowd.end(), [](const auto &s) { return s.labelRect.isEmpty(); });
        QVERIFY(hidden != crowd.end());
        QVERIFY(!hidden->label.isEmpty()); // its value is known all the same
        hidden->selected = true;
        placeLabels(crowd, 640, 480);
        QVERIFY(!hidden->labelRect.isEmpty());
    }

    void pointsAcrossAGap()
    {
        std::vector<dicom::InstancePtr> slices;
        for (const double z : {50.0, 40.0, 30.0, 10.0, 0.0}) {
            ImageSpec spec;
            spec.sop = u"1.2.3.1.%1"_s.arg(slices.size() + 1);
            spec.position = PatientPoint{-100.0, -100.0, z};
            slices.push_back(makeInstance(spec));
        }
        OverlayInput in;
        in.dataSet = makeDataSet(slices);
        in.instance = slices[2].get();
        in.frame = makeFrame(*slices[2], storedAt);
        const imaging::ViewTransform transform(slices[2]->geometry, {}, 640, 480);
        const auto labelOf = [&](Kind kind, std::vector<PatientPoint> handles) {
            session::Annotation a;
            a.id = AnnotationId(u"a"_s);
            a.kind = kind;
            a.dataSet = in.dataSet->id;
            a.sop = slices[2]->sop;
            a.frameOfReference = FrameOfReferenceUid(u"1.2.3.9"_s);
            a.patientHandles = std::move(handles);
            const auto shapes = markShapes(in, session::AnnotationSet().with(a), transform);
            return shapes.empty() ? QString() : shapes.front().label;
        };
        QCOMPARE(labelOf(Kind::Polyline, {{-90, -90, 30}, {-80, -90, 30}, {-80, -90, 10}}),
                 u"≈ 30.0 mm\nmeasured across missing slices\nreaches 20.0 mm outside this image"_s);
        QCOMPARE(labelOf(Kind::Angle, {{-80, -90, 30}, {-90, -90, 30}, {-90, -90, 50}}),
                 u"90.0°\nreaches 20.0 mm outside this image"_s);
        // A region is one of this image's plane or none.
        QVERIFY(labelOf(Kind::Rectangle, {{-90, -90, 30}, {-80, -80, 30}}).startsWith(u"mean "));
        QCOMPARE(labelOf(Kind::Rectangle, {{-90, -90, 30}, {-80, -80, 50}}), QString());
    }
};

CONSILIUM_TEST(MarkKindsTest)
#include "MarkKindsTest.moc"
