#include "tests/render/ImageFixture.h"
#include "tests/support/TestMain.h"
#include "viewer/render2d/Overlay.h"
#include "viewer/render2d/Sample.h"

using namespace consilium;
using namespace consilium::test;
using namespace consilium::render2d;

namespace
{

int stored(int row, int column)
{
    return 900 + 10 * row + column;
}

struct Shown {
    explicit Shown(const ImageSpec &spec = {}) : instance(makeInstance(spec)), dataSet(makeDataSet({instance}))
    {
        frame = makeFrame(*instance, stored);
    }
    std::shared_ptr<dicom::Instance> instance;
    std::shared_ptr<dicom::DataSet> dataSet;
    std::shared_ptr<pixels::DecodedFrame> frame;

    [[nodiscard]] OverlayInput input() const
    {
        OverlayInput in;
        in.dataSet = dataSet;
        in.instance = instance.get();
        in.frame = frame;
        in.view.dataSet = dataSet->id;
        return in;
    }
    [[nodiscard]] session::Annotation mark(session::AnnotationKind kind) const
    {
        session::Annotation a;
        a.id = AnnotationId(u"a1"_s);
        a.kind = kind;
        a.dataSet = dataSet->id;
        a.sop = instance->sop;
        return a;
    }
    [[nodiscard]] std::vector<MarkShape> shapes(const session::Annotation &a) const
    {
        const imaging::ViewTransform transform(instance->geometry, {}, 128, 128);
        return markShapes(input(), session::AnnotationSet().with(a), transform);
    }
};

} // namespace

class MarksTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void probeOnAPatientPoint()
    {
        Shown shown;
        auto mark = shown.mark(session::AnnotationKind::Probe);
        // Pixel (column 20, row 7): first pixel at (-100, -100, -519.8), 1 mm apart.
        mark.patientHandles = {PatientPoint{-80.0, -93.0, -519.8}};
        const auto shapes = shown.shapes(mark);
        QCOMPARE(shapes.size(), 1u);
        // Fitted 64 pixels over 128 px: pixel k's centre at 2 k + 1.
        QVERIFY(std::abs(shapes[0].handles[0].x - 41.0) < 1e-9 && std::abs(shapes[0].handles[0].y - 15.0) < 1e-9);
        QCOMPARE(shapes[0].label, u"−34 HU (stored 990)\nR 80.0  A 93.0  I 519.8 mm"_s);
        QVERIFY(!shapes[0].provisional);
    }

    void aMarkOfAnotherImageIsNotShown()
    {
        Shown shown;
        auto mark = shown.mark(session::AnnotationKind::Probe);
        mark.patientHandles = {PatientPoint{-80.0, -93.0, -519.8}};
        mark.sop = SopInstanceUid(u"9"_s);
        QVERIFY(shown.shapes(mark).empty());
        mark.sop = shown.instance->sop;
        mark.dataSet = DataSetId(u"9"_s);
        QVERIFY(shown.shapes(mark).empty());
    }

    void aMarkWithTooFewHandlesIsNotShown()
    {
        Shown shown;
        auto mark = shown.mark(session::AnnotationKind::Length);
        mark.imageHandles = {ImagePoint{1, 1}};
        QVERIFY(shown.shapes(mark).empty());
    }

    void noValueWhereThereIsNone_data()
    {
        QTest::addColumn<int>("what");
        QTest::addColumn<QString>("first");
        QTest::newRow("loading") << 0 << u"—"_s;
        QTest::newRow("reduced") << 1 << u"—"_s;
        QTest::newRow("damaged") << 2 << u"—"_s;
        QTest::newRow("padding") << 3 << u"padding, no value"_s;
        QTest::newRow("other size than described") << 4 << u"—"_s;
    }
    void noValueWhereThereIsNone()
    {
        QFETCH(int, what);
        QFETCH(QString, first);
        Shown shown;
        if (what == 0)
            shown.frame.reset();
        else if (what == 1)
            shown.frame->reduction = 1;
        else if (what == 2)
            shown.frame->damaged = true;
        else if (what == 3)
            shown.instance->pixels.paddingValue = 1000, shown.instance->pixels.paddingLimit = 980;
        else
            shown.frame->rows = 32;
        auto mark = shown.mark(session::AnnotationKind::Probe);
        mark.patientHandles = {PatientPoint{-80.0, -93.0, -519.8}};
        const auto shapes = shown.shapes(mark);
        QCOMPARE(shapes.size(), 1u);
        QCOMPARE(shapes[0].label.section(u'\n', 0, 0), first);
        QCOMPARE(shapes[0].provisional, what == 1 || what == 2);
    }

    void sampleTakesThePixelWhoseSquareHoldsThePlace()
    {
        Shown shown;
        for (const double d : {-0.5, -0.2, 0.0, 0.49}) {
            const auto sample = sampleAt(*shown.instance, shown.frame.get(), {5.0 + d, 6.0 + d});
            QVERIFY(sample);
            QCOMPARE(*sample->stored, stored(6, 5));
            QCOMPARE(*sample->value, stored(6, 5) - 1024.0);
        }
        QVERIFY(!sampleAt(*shown.instance, shown.frame.get(), {-0.51, 3.0}));
        QVERIFY(!sampleAt(*shown.instance, shown.frame.get(), {3.0, 63.5}));
        QVERIFY(!sampleAt(*shown.instance, shown.frame.get(), {std::nan(""), 3.0}));
    }

    void lengths_data()
    {
        QTest::addColumn<dicom::SpacingBasis>("basis");
        QTest::addColumn<QString>("label");
        // 30 columns of 0.4 mm and 40 rows of 0.3 mm: 12 and 12 mm; in pixels 50.
        using Basis = dicom::SpacingBasis;
        QTest::newRow("patient") << Basis::PatientPlane << u"17.0 mm"_s;
        QTest::newRow("detector") << Basis::DetectorPlane << u"17.0 mm (detector plane)"_s;
        QTest::newRow("calibrated") << Basis::Calibrated << u"17.0 mm (calibrated)"_s;
        QTest::newRow("corrected") << Basis::MagnificationCorrected << u"17.0 mm (magnification corrected)"_s;
        QTest::newRow("ultrasound") << Basis::UltrasoundRegion << u"17.0 mm"_s;
        QTest::newRow("none") << Basis::None << u"50.0 px"_s;
    }
    void lengths()
    {
        QFETCH(dicom::SpacingBasis, basis);
        QFETCH(QString, label);
        ImageSpec spec;
        spec.basis = basis;
        spec.betweenRowsMm = 0.3;
        spec.betweenColumnsMm = 0.4;
        Shown shown(spec);
        auto mark = shown.mark(session::AnnotationKind::Length);
        mark.imageHandles = {ImagePoint{5, 6}, ImagePoint{35, 46}};
        QCOMPARE(shown.shapes(mark)[0].label, label);
        shown.frame->reduction = 1;
        QCOMPARE(shown.shapes(mark)[0].label, u"≈ "_s + label);
    }
};

CONSILIUM_TEST(MarksTest)
#include "MarksTest.moc"
