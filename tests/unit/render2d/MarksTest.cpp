#include "tests/render/ImageFixture.h"
#include "tests/support/TestMain.h"
#include "viewer/render2d/Overlay.h"
#include "viewer/render2d/Sample.h"

#include <cmath>
#include <map>

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

/// A stack of axial images at given heights, of which one is shown.
struct ShownStack {
    /// `heights` from the head down, mm.
    ShownStack(const std::vector<double> &heights, std::size_t index, std::optional<double> thicknessMm = {})
    {
        std::vector<dicom::InstancePtr> slices;
        for (const double z : heights) {
            ImageSpec spec;
            spec.sop = u"1.2.3.1.%1"_s.arg(slices.size() + 1);
            spec.position = PatientPoint{-100.0, -100.0, z};
            const auto instance = makeInstance(spec);
            instance->sliceThicknessMm = thicknessMm;
            slices.push_back(instance);
        }
        in.dataSet = makeDataSet(slices);
        shown = slices[index];
        in.instance = shown.get();
        in.frame = makeFrame(*shown, stored);
        in.view.dataSet = in.dataSet->id;
    }
    /// The mark drawn on the image shown; null: none is.
    [[nodiscard]] std::optional<MarkShape> shape(session::AnnotationKind kind, std::vector<PatientPoint> handles) const
    {
        session::Annotation a;
        a.id = AnnotationId(u"a1"_s);
        a.kind = kind;
        a.dataSet = in.dataSet->id;
        a.sop = shown->sop;
        a.frameOfReference = frameOfReference;
        a.patientHandles = std::move(handles);
        const imaging::ViewTransform transform(shown->geometry, {}, 128, 128);
        const auto shapes = markShapes(in, session::AnnotationSet().with(a), transform);
        return shapes.empty() ? std::nullopt : std::optional(shapes.front());
    }
    [[nodiscard]] std::optional<MarkShape> length(PatientPoint a, PatientPoint b) const
    {
        return shape(session::AnnotationKind::Length, {a, b});
    }
    OverlayInput in;
    dicom::InstancePtr shown;
    FrameOfReferenceUid frameOfReference{u"1.2.3.9"_s};
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

    /// LOOK.md 5: dashed, without "≈": nothing is wrong with what they say. Also after it was laid out before.
    void marksOfAPriorStudyAreToldApart()
    {
        Shown shown;
        auto mark = shown.mark(session::AnnotationKind::Length);
        mark.patientHandles = {PatientPoint{-80.0, -93.0, -519.8}, PatientPoint{-70.0, -93.0, -519.8}};
        const auto annotations = session::AnnotationSet().with(mark);
        const imaging::ViewTransform transform(shown.instance->geometry, {}, 128, 128);
        MarkCache cache;
        OverlayInput input = shown.input();
        const auto current = markShapes(input, annotations, transform, &cache).front();
        QVERIFY(!current.isPrior);
        input.standing.prior = u"Prior −6 mo"_s;
        const auto prior = markShapes(input, annotations, transform, &cache).front();
        QVERIFY(prior.isPrior && !prior.provisional);
        QCOMPARE(prior.label, current.label);
        input.standing.prior.clear();
        QVERIFY(!markShapes(input, annotations, transform, &cache).front().isPrior);
    }

    void aMarkOfAnotherImageIsNotShown()
    {
        Shown shown;
        auto mark = shown.mark(session::AnnotationKind::Probe);
        mark.patientHandles = {PatientPoint{-80.0, -93.0, -519.8}};
        mark.sop = SopInstanceUid(u"9"_s);
        QVERIFY(shown.shapes(mark).empty());
        mark.sop = shown.instance->sop;
        // In whatever stack a reader has put it since.
        mark.dataSet = DataSetId(u"9"_s);
        QCOMPARE(shown.shapes(mark).size(), 1u);
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
        auto cut = *shown.frame;
        cut.damaged = true;
        QVERIFY(!sampleAt(*shown.instance, &cut, {1.0, 0.0})->value);
        cut.knownPixels = std::size_t(3 * cut.columns + 2);
        QCOMPARE(*sampleAt(*shown.instance, &cut, {1.0, 3.0})->stored, stored(3, 1));
        QVERIFY(!sampleAt(*shown.instance, &cut, {2.0, 3.0})->value);
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
        QTest::newRow("secondary capture")
            << Basis::AsWritten << u"17.0 mm (as written in the file, plane not known)"_s;
        QTest::newRow("film") << Basis::ScannedMedium << u"17.0 mm (on the scanned film)"_s;
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

    /// 30 mm along the row and 40 mm along the body are 50 mm, not the 30 mm of their picture.
    void aLengthIsTheDistanceInSpace()
    {
        const ShownStack stack({10, 0, -10, -20, -30, -40, -50}, 1);
        const auto slant = stack.length({-90, -80, 0}, {-60, -80, -40});
        QVERIFY(slant);
        QCOMPARE(slant->label, u"50.0 mm\none end 40.0 mm outside this image"_s);
        QVERIFY(!slant->isOutside(0) && slant->isOutside(1) && !slant->provisional);
        QCOMPARE(slant->outsideMm, (std::vector<double>{0.0, 40.0}));
        // The other way round, too; in the plane there is nothing to say.
        QCOMPARE(stack.length({-60, -80, -40}, {-90, -80, 0})->label, slant->label);
        QCOMPARE(stack.length({-90, -80, 0}, {-60, -40, 0})->label, u"50.0 mm"_s);
        QVERIFY(stack.length({-90, -80, 0}, {-60, -40, 0})->crossing == dicom::Crossing::Even);
    }

    /// The same in an oblique stack: the third axis is neither of the patient's.
    void aLengthOfAnObliqueImage()
    {
        ImageSpec spec;
        const double c = std::cos(0.5), s = std::sin(0.5);
        spec.alongColumn = PatientVector{0, c, s};
        const Shown shown(spec);
        auto mark = shown.mark(session::AnnotationKind::Length);
        const PatientPoint from{-90, -100 + 20 * c, -519.8 + 20 * s};
        mark.patientHandles = {from, from + PatientVector{12, -9 * s, 9 * c}}; // 12 along the row, 9 along the normal
        const auto shapes = shown.shapes(mark);
        QCOMPARE(shapes.size(), 1u);
        QCOMPARE(shapes[0].label, u"≈ 15.0 mm\nreaches beyond the images\none end 9.0 mm outside this image"_s);
    }

    void whatLiesInAnImage_data()
    {
        QTest::addColumn<double>("thickness"); // 0: the file does not say
        QTest::addColumn<double>("step");
        QTest::addColumn<double>("reach");
        QTest::newRow("slices that touch") << 5.0 << 5.0 << 2.5;
        QTest::newRow("thin slices far apart") << 1.0 << 5.0 << 0.5;
        QTest::newRow("thick slices over one another") << 5.0 << 2.0 << 1.0;
        QTest::newRow("no thickness") << 0.0 << 3.0 << 1.5;
    }
    void whatLiesInAnImage()
    {
        QFETCH(double, thickness);
        QFETCH(double, step);
        QFETCH(double, reach);
        using Kind = session::AnnotationKind;
        const ShownStack stack({step, 0.0, -step}, 1, thickness > 0.0 ? std::optional(thickness) : std::nullopt);
        for (const Kind kind : {Kind::Probe, Kind::Text}) {
            for (const double side : {-1.0, 1.0}) {
                QVERIFY(stack.shape(kind, {{-80, -93, side * (reach - 1e-6)}}));
                QVERIFY(!stack.shape(kind, {{-80, -93, side * (reach + 1e-6)}}));
            }
        }
        // An arrow points with its first handle: that must lie in the image.
        QVERIFY(stack.shape(Kind::Arrow, {{-80, -93, 0}, {-70, -93, 2 * step}}));
        QVERIFY(!stack.shape(Kind::Arrow, {{-80, -93, 2 * step}, {-70, -93, 0}}));
        // A length that goes through the image without an end in it is not drawn there.
        QVERIFY(!stack.length({-80, -93, -step}, {-80, -93, step}));
    }

    void aSingleImageWithoutThicknessIsItsPlaneOnly()
    {
        const ShownStack stack({0.0}, 0);
        QVERIFY(stack.shape(session::AnnotationKind::Probe, {{-80, -93, 0.02}}));
        QVERIFY(!stack.shape(session::AnnotationKind::Probe, {{-80, -93, 0.03}}));
    }

    void aPlaceInAnotherFrameOfReferenceIsNotDrawn()
    {
        ShownStack stack({5, 0, -5}, 1);
        QVERIFY(stack.length({-90, -80, 0}, {-60, -80, 0}));
        stack.frameOfReference = FrameOfReferenceUid(u"1.2.3.10"_s);
        QVERIFY(!stack.length({-90, -80, 0}, {-60, -80, 0}));
    }

    /// A slab shows more than its middle image: what lies in it is drawn; a probe reads its own image and says so.
    void aSlabHoldsItsSlices()
    {
        ShownStack stack({20, 10, 0, -10, -20}, 2, 10.0);
        using Kind = session::AnnotationKind;
        QVERIFY(!stack.shape(Kind::Probe, {{-80, -93, 12}}));
        const auto alone = stack.shape(Kind::Probe, {{-80, -93, 0}});
        QVERIFY(alone);
        auto values = std::make_shared<imaging::ValueImage>();
        values->rows = values->columns = 64;
        values->values.assign(64 * 64, 77.0F);
        ShownSlab slab;
        slab.plan.first = 1;
        slab.plan.last = 3;
        slab.plan.spacingMm = 10.0;
        slab.mode = session::SlabMode::Maximum;
        slab.loaded = 3;
        slab.values = values;
        stack.in.slab = slab;
        const auto probe = stack.shape(Kind::Probe, {{-80, -93, 12}});
        QVERIFY(probe);
        QCOMPARE(probe->label.section(u'\n', 0, 0), alone->label.section(u'\n', 0, 0));
        QVERIFY(*probe->figures == *alone->figures);
        QVERIFY2(probe->label.contains(u"of this image alone, not of the slab"_s), qPrintable(probe->label));
        QVERIFY(!stack.shape(Kind::Probe, {{-80, -93, 15.1}}));
    }

    void lengthsAcrossGaps_data()
    {
        using Crossing = dicom::Crossing;
        QTest::addColumn<std::vector<double>>("heights");
        QTest::addColumn<double>("from"); // in image 3
        QTest::addColumn<double>("to");
        QTest::addColumn<Crossing>("crossing");
        const std::vector<double> even{50, 40, 30, 20, 10, 0}, missing{50, 40, 30, 10, 0, -10},
            uneven{50, 40, 30, 17, 7, -3}, both{50, 40, 30, 17, -3, -13, -23}, rounded{50, 40.02, 30, 19.98, 10, 0};
        QTest::newRow("even") << even << 30.0 << 0.0 << Crossing::Even;
        QTest::newRow("rounded positions") << rounded << 30.0 << 0.0 << Crossing::Even;
        QTest::newRow("away from the gap") << missing << 30.0 << 50.0 << Crossing::Even;
        QTest::newRow("within the image beside the gap") << missing << 30.0 << 26.0 << Crossing::Even;
        QTest::newRow("across the gap") << missing << 30.0 << 10.0 << Crossing::MissingSlices;
        QTest::newRow("far across the gap") << missing << 30.0 << -10.0 << Crossing::MissingSlices;
        QTest::newRow("into the gap") << missing << 30.0 << 20.0 << Crossing::MissingSlices;
        QTest::newRow("across an uneven step") << uneven << 30.0 << 7.0 << Crossing::UnevenSpacing;
        QTest::newRow("across both") << both << 30.0 << -23.0 << Crossing::MissingSlices;
        QTest::newRow("in the last image") << even << 30.0 << -4.9 << Crossing::Even;
        QTest::newRow("beyond the last image") << even << 30.0 << -6.0 << Crossing::BeyondImages;
        QTest::newRow("beyond the first image") << even << 30.0 << 56.0 << Crossing::BeyondImages;
        QTest::newRow("a gap counts more than the end") << missing << 30.0 << -40.0 << Crossing::MissingSlices;
    }
    void lengthsAcrossGaps()
    {
        QFETCH(std::vector<double>, heights);
        QFETCH(double, from);
        QFETCH(double, to);
        QFETCH(dicom::Crossing, crossing);
        const ShownStack stack(heights, 2, 10.0);
        const auto shape = stack.length({-80, -93, from}, {-80, -93, to});
        QVERIFY(shape);
        QVERIFY(shape->crossing == crossing);
        using Crossing = dicom::Crossing;
        const std::map<Crossing, QString> words{{Crossing::Even, {}},
                                                {Crossing::BeyondImages, u"reaches beyond the images"_s},
                                                {Crossing::UnevenSpacing, u"measured across uneven slice spacing"_s},
                                                {Crossing::MissingSlices, u"measured across missing slices"_s}};
        const bool isFlagged = crossing != Crossing::Even;
        QCOMPARE(shape->provisional, isFlagged);
        const QStringList lines = shape->label.split(u'\n');
        QCOMPARE(lines[0], (isFlagged ? u"≈ "_s : QString()) + u"%1 mm"_s.arg(std::abs(to - from), 0, 'f', 1));
        QCOMPARE(lines.value(1), isFlagged ? words.at(crossing)
                                 : std::abs(to - from) > 5.0
                                     ? u"one end %1 mm outside this image"_s.arg(std::abs(to - from), 0, 'f', 1)
                                     : QString());
    }
};

CONSILIUM_TEST(MarksTest)
#include "MarksTest.moc"
