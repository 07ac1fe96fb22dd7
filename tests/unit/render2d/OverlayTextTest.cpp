#include "tests/render/ImageFixture.h"
#include "tests/support/TestMain.h"
#include "viewer/dicom/Shutter.h"
#include "viewer/render2d/Overlay.h"
#include "viewer/render2d/Sample.h"

using namespace consilium;
using namespace consilium::test;
using namespace consilium::render2d;

namespace
{

struct Shown {
    std::shared_ptr<dicom::Instance> instance;
    OverlayInput input;
};

Shown makeShown(const ImageSpec &spec = {})
{
    Shown shown;
    shown.instance = makeInstance(spec);
    auto &input = shown.input;
    input.study.uid = StudyUid(u"1.2.3"_s);
    input.study.patient = shown.instance->patient;
    input.study.date = u"20261123"_s;
    input.study.time = u"094105.220"_s;
    input.study.description = u"Chest plain"_s;
    input.study.institution = u"Example hospital"_s;
    input.dataSet = makeDataSet({shown.instance});
    input.view.dataSet = input.dataSet->id;
    input.instance = shown.instance.get();
    input.frame = makeFrame(*shown.instance, [](int row, int column) { return row + column; });
    input.presentation.window = session::Window{-500.0, 1500.0};
    input.sliceIndex = 113;
    input.sliceCount = 275;
    input.slicesLoaded = 275;
    return shown;
}

OverlayText textOf(const Shown &shown, double width = 720, double height = 512)
{
    const imaging::ViewTransform transform(shown.instance->geometry, shown.input.view, width, height);
    return overlayText(shown.input, &transform);
}

/// A slab of three of ten slices, one of them loaded.
Shown makeSlab(double stepMm, double sliceMm)
{
    auto shown = makeShown();
    std::vector<dicom::InstancePtr> slices;
    for (int i = 0; i < 10; ++i) {
        auto slice = std::make_shared<dicom::Instance>(*shown.instance);
        slice->geometry.position->z -= i * stepMm;
        slice->sliceThicknessMm = sliceMm;
        slices.push_back(slice);
    }
    auto dataSet = makeDataSet(slices);
    shown.input.dataSet = dataSet;
    shown.input.sliceCount = shown.input.slicesLoaded = 10;
    shown.input.sliceIndex = 0;
    render2d::ShownSlab slab;
    slab.plan = imaging::planSlab(*dataSet, 5, 3 * stepMm);
    slab.mode = session::SlabMode::Maximum;
    slab.loaded = 3;
    slab.isEnded = true;
    auto values = std::make_shared<imaging::ValueImage>();
    values->rows = values->columns = 64;
    values->values.assign(64 * 64, 112.0f);
    slab.values = values;
    shown.input.slab = slab;
    return shown;
}
QStringList bandIds(const Shown &shown)
{
    QStringList ids;
    for (const auto &cause : bandCauses(shown.input))
        ids << cause.id;
    return ids;
}

} // namespace

class OverlayTextTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theFourCorners()
    {
        ImageSpec spec;
        spec.rows = spec.columns = 512;
        spec.betweenRowsMm = spec.betweenColumnsMm = 0.7;
        auto shown = makeShown(spec);
        shown.input.view.zoomPan = session::ZoomPan{session::SpanUnit::Millimetres, 512 * 0.7 / 1.5, 0, 0};
        const auto text = textOf(shown);
        QCOMPARE(text.topLeft, (QStringList{u"TEST ALPHA"_s, u"TEST-0001 · M 58 y"_s}));
        QCOMPARE(text.topRight, (QStringList{u"CT Chest plain 2026-11-23 09:41"_s, u"Example hospital"_s}));
        QCOMPARE(text.bottomLeft, (QStringList{u"Lung 1.0"_s, u"Slice 114 / 275 · I 519.8 mm"_s}));
        QCOMPARE(text.bottomRight, (QStringList{u"W 1500 L −500"_s, u"1.50×"_s}));
        QCOMPARE(text.letters.left, u"R"_s);
        QCOMPARE(text.letters.right, u"L"_s);
        QCOMPARE(text.letters.top, u"A"_s);
        QCOMPARE(text.letters.bottom, u"P"_s);
        // What tells parts of a series apart stands in front: where there is little room the end is left out.
        auto phase = std::make_shared<dicom::DataSet>(*shown.input.dataSet);
        phase->part = u"phase 2"_s;
        shown.input.dataSet = phase;
        QCOMPARE(textOf(shown).bottomLeft.first(), u"phase 2 · Lung 1.0"_s);
    }

    /// Side and view stand before the number of the image, as the file writes them; a shutter is named.
    void sideViewAndShutter()
    {
        auto shown = makeShown();
        shown.instance->geometry.position.reset();
        const auto line = [&] { return textOf(shown).bottomLeft.last(); };
        shown.instance->laterality = u"R"_s;
        QCOMPARE(line(), u"R · Slice 114 / 275"_s);
        shown.instance->viewPosition = u"MLO"_s;
        QCOMPARE(line(), u"R MLO · Slice 114 / 275"_s);
        shown.instance->laterality.clear();
        QCOMPARE(line(), u"MLO · Slice 114 / 275"_s);
        QVERIFY(!textOf(shown).bottomRight.contains(u"shutter"_s));
        shown.instance->shutter = std::make_shared<dicom::Shutter>();
        QVERIFY(textOf(shown).bottomRight.contains(u"shutter"_s));
    }

    /// By which table of a presentation state the image is shown, until a window takes its place.
    void tablesOfStatesAreNamed()
    {
        auto shown = makeShown();
        shown.instance->grey.windows = {{40.0, 400.0, u"SOFT"_s}, {-600.0, 1500.0, u"LUNG"_s}};
        shown.input.presentation.window.reset();
        QVERIFY(textOf(shown).window.contains(u"SOFT"_s));
        auto &tables = shown.input.presentation.tables.emplace();
        tables.voi = session::ValueTable{0, 8, QByteArray(4, '\0'), 1.0, 0.0, u"BONE"_s};
        QCOMPARE(textOf(shown).window, u"VOI LUT BONE"_s);
        QVERIFY(!textOf(shown).bottomRight.contains(u"Presentation LUT"_s));
        tables.presentation = session::ValueTable{0, 8, QByteArray(4, '\0'), 1.0, 0.0, {}};
        QVERIFY(textOf(shown).bottomRight.contains(u"Presentation LUT"_s));
        shown.input.presentation.window = session::Window{40.0, 80.0};
        QCOMPARE(textOf(shown).window, u"W 80 L 40"_s);
        QVERIFY(textOf(shown).bottomRight.contains(u"Presentation LUT"_s));
    }

    /// Of several tables of the file, which one; of one that this file lacks, that it does.
    void tablesOfTheFileAreNamed()
    {
        auto shown = makeShown();
        const auto named = [](const QString &name) {
            auto lut = std::make_shared<dicom::LookupTable>();
            lut->entries = {0, 1};
            lut->explanation = name;
            return lut;
        };
        shown.instance->grey.windows = {{40.0, 400.0, u"SOFT"_s}, {-600.0, 1500.0, u"LUNG"_s}};
        shown.instance->grey.voiLuts = {named(u"NORMAL"_s), named({})};
        shown.input.presentation.window.reset();
        shown.input.presentation.fileTable = 1;
        QCOMPARE(textOf(shown).window, u"VOI LUT NORMAL"_s);
        shown.input.presentation.fileTable = 2;
        QCOMPARE(textOf(shown).window, u"VOI LUT 2"_s);
        shown.input.presentation.fileTable = 3;
        QVERIFY2(textOf(shown).window.contains(u"SOFT"_s) && textOf(shown).window.contains(u"no VOI LUT 3"_s),
                 qPrintable(textOf(shown).window));
    }

    void theModalityIsNotSaidTwice()
    {
        auto shown = makeShown();
        shown.input.study.description = u"CT chest"_s;
        QCOMPARE(textOf(shown).topRight.first(), u"CT chest 2026-11-23 09:41"_s);
        shown.input.study.description.clear();
        shown.input.study.time = u"x"_s;
        QCOMPARE(textOf(shown).topRight.first(), u"CT 2026-11-23"_s);
    }

    /// Row 13: the banner names the patient of the pixels, whatever the study list said.
    void theBannerNamesThePatientOfThePixels()
    {
        auto shown = makeShown();
        shown.input.study.patient.name.alphabetic = u"TEST BETA"_s;
        shown.input.study.patient.id = u"TEST-0002"_s;
        QCOMPARE(textOf(shown).topLeft.first(), u"TEST ALPHA"_s);
        const auto all = bands(shown.input);
        QCOMPARE(all.size(), 1u);
        QCOMPARE(all[0].id, u"PatientMismatch"_s);
        QVERIFY(all[0].kind == Band::Kind::Error);
    }

    void loadingShowsTheStudysPatient()
    {
        auto shown = makeShown();
        shown.input.instance = nullptr;
        shown.input.frame.reset();
        const auto text = overlayText(shown.input, nullptr);
        QCOMPARE(text.topLeft.first(), u"TEST ALPHA"_s);
        QCOMPARE(text.bottomLeft, (QStringList{u"Lung 1.0"_s, u"Slice 114 / 275"_s}));
        QVERIFY(text.bottomRight.isEmpty() && text.scaleBar.isEmpty() && text.letters.left.isEmpty());
        QCOMPARE(overlayText({}, nullptr), OverlayText());
    }

    /// Of 80 images 40 were refused: there are 40 slices to page through, whatever was announced.
    void slicesAreThoseOfTheStack()
    {
        auto shown = makeShown();
        shown.input.dataSet = makeDataSet(std::vector<dicom::InstancePtr>(40, shown.instance));
        shown.input.sliceIndex = 39;
        shown.input.sliceCount = 80;
        shown.input.slicesLoaded = 40;
        QCOMPARE(textOf(shown).bottomLeft[1], u"Slice 40 / 40 · I 519.8 mm"_s);
        shown.input.isSliceNumberKnown = false; // more may come between them
        QCOMPARE(textOf(shown).bottomLeft[1], u"I 519.8 mm"_s);
    }

    /// A prior study says that it is one, and how old, before the name of its series.
    void aPriorStudySaysSo()
    {
        auto shown = makeShown();
        const QString series = textOf(shown).bottomLeft.first();
        shown.input.standing.prior = u"Prior \u22126 mo"_s;
        QCOMPARE(textOf(shown).bottomLeft.first(), u"Prior \u22126 mo \u00b7 "_s + series);
        QVERIFY(textOf(shown).identity.isEmpty());
        shown.input.standing = {PatientStanding::Kind::Other, u"Another patient than TEST ALPHA"_s};
        QCOMPARE(textOf(shown).identity, u"Another patient than TEST ALPHA"_s);
        QCOMPARE(essentialOnly(textOf(shown)).identity, textOf(shown).identity);
    }

    void essentialKeepsNameAndLaterality()
    {
        const auto text = textOf(makeShown());
        const auto kept = essentialOnly(text);
        QCOMPARE(kept.topLeft, QStringList{u"TEST ALPHA"_s});
        QCOMPARE(kept.letters.right, u"L"_s);
        QVERIFY(kept.topRight.isEmpty() && kept.bottomLeft.isEmpty() && kept.bottomRight.isEmpty() &&
                kept.scaleBar.isEmpty());
    }

    void slabOverGapsSaysSo()
    {
        const auto dense = makeSlab(2.0, 2.0);
        QVERIFY(textOf(dense).processing.first().contains(u"MIP 6.0 mm"_s));
        QVERIFY(!textOf(dense).processing.first().contains(u"gaps"_s));
        QCOMPARE(bandIds(dense), QStringList());
        const auto gaps = makeSlab(10.0, 1.0);
        QVERIFY(textOf(gaps).processing.first().contains(u"with gaps"_s));
        QCOMPARE(bandIds(gaps), QStringList{u"SlabGaps"_s});
        const auto band = bandCauses(gaps.input).front();
        QVERIFY(band.kind == Band::Kind::Warning && band.grade == Grade::Caution);
        QVERIFY(band.headline.contains(u"1 mm every 10 mm"_s));
    }

    void slabIsNotCalledOneBeforeItIsDrawn()
    {
        auto shown = makeSlab(2.0, 2.0);
        shown.input.slab->values.reset();
        shown.input.slab->loaded = 0;
        QCOMPARE(textOf(shown).processing, QStringList());
        QVERIFY(!textOf(shown).bottomLeft.last().contains(u"Slices"_s));
    }

    void valueOfAPartialSlab()
    {
        auto shown = makeSlab(2.0, 2.0);
        const auto value = [&shown] { return sampleText(*sampleAt(shown.input, ImagePoint{10, 10})); };
        QCOMPARE(value(), u"112 HU (MIP)"_s);
        shown.input.slab->loaded = 1;
        QCOMPARE(value(), u"≈ 112 HU (MIP 1/3)"_s);
        // All slices that are planned are there, but of the stack not all is known.
        shown.input.slab->loaded = 3;
        shown.input.slab->plan.isProvisional = true;
        QCOMPARE(value(), u"≈ 112 HU (MIP)"_s);
        QCOMPARE(bandIds(shown), QStringList{u"SlabProvisional"_s});
    }

    // By PS3.3 C.11.2.1.2.1: LINEAR is black up to c - 0.5 - (w - 1) / 2 and white above c - 0.5 + (w - 1) / 2.
    void endsOfTheLegend()
    {
        auto shown = makeShown();
        shown.input.presentation.colourMap = session::ColourMap::HotIron;
        const auto ends = [&shown](const session::Window &window) {
            shown.input.presentation.window = window;
            const auto legend = textOf(shown).legend;
            return QStringList{legend.low, legend.high};
        };
        QCOMPARE(ends({40, 400}), (QStringList{u"−160 HU"_s, u"239 HU"_s}));
        QCOMPARE(ends({128, 256}), (QStringList{u"0 HU"_s, u"255 HU"_s}));
        QCOMPARE(ends({40, 400, session::VoiFunction::LinearExact}), (QStringList{u"−160 HU"_s, u"240 HU"_s}));
        QCOMPARE(ends({40, 400, session::VoiFunction::Sigmoid}), (QStringList{u"≈ −160 HU"_s, u"≈ 240 HU"_s}));
        using Kind = session::EnhancementKind;
        for (const auto kind : {Kind::Sharpen, Kind::Smooth, Kind::Edge, Kind::LocalContrast}) {
            shown.input.presentation.enhancement = session::Enhancement{kind, 1};
            QCOMPARE(ends({40, 400}), (QStringList{QString(), QString()})); // no number belongs to a colour
            QCOMPARE(textOf(shown).legend.name, u"Hot Iron"_s);
        }
    }

    void windowWithoutAFrameYet()
    {
        auto shown = makeShown();
        shown.instance->grey.windows = {{40.0, 400.0, {}}};
        shown.input.presentation = {};
        QCOMPARE(textOf(shown).bottomRight.first(), u"W 400 L 40"_s);
        shown.input.frame.reset();
        QCOMPARE(textOf(shown).bottomRight.first(), u"W 400 L 40"_s);
        shown.input.presentation.inverted = true;
        QCOMPARE(textOf(shown).bottomRight.mid(0, 2), (QStringList{u"inverted"_s, u"W 400 L 40"_s}));
    }

    /// What changes the meaning of the picture stays where the reader hides the rest.
    void invertedIsEssential()
    {
        auto shown = makeShown();
        QVERIFY(textOf(shown).processing.isEmpty());
        shown.input.presentation.inverted = true;
        QCOMPARE(textOf(shown).processing, QStringList{u"inverted"_s});
        shown.input.presentation.colourMap = session::ColourMap::HotIron;
        QCOMPARE(textOf(shown).processing, QStringList{u"Hot Iron · inverted"_s});
        QCOMPARE(essentialOnly(textOf(shown)).bottomRight, QStringList{u"Hot Iron · inverted"_s});
    }

    /// Ultrasound with two planes and a strip: a bar only while one plane is all that is seen, and of the right length.
    void scaleBarOfARegion()
    {
        ImageSpec spec;
        spec.rows = spec.columns = 400;
        auto shown = makeShown(spec);
        auto &geometry = shown.instance->geometry;
        geometry.spacing = {};
        using dicom::SpacingBasis;
        geometry.regions = std::make_shared<const std::vector<dicom::UltrasoundRegion>>(
            std::vector<dicom::UltrasoundRegion>{{0, 0, 199, 299, false, {0.5, 0.5, SpacingBasis::UltrasoundRegion}},
                                                 {200, 0, 399, 299, false, {0.2, 0.2, SpacingBasis::UltrasoundRegion}},
                                                 {0, 300, 399, 399, false, {}}});
        QVERIFY(textOf(shown, 400, 400).scaleBar.isEmpty());
        // The middle of the right plane, column 300, row 150: 100 columns across 400 screen pixels, 0.2 mm each.
        shown.input.view.zoomPan = session::ZoomPan{session::SpanUnit::ImagePixels, 100.0, 100.5, -49.5};
        const auto text = textOf(shown, 400, 400);
        QCOMPARE(text.scaleBar, u"5 mm"_s); // a quarter of 20 mm
        QVERIFY(std::abs(text.scaleBarPx - 5.0 / 0.2 * 4.0) < 1e-9);
        // Across the border of the planes, and a plane whose pixels are shown out of shape.
        shown.input.view.zoomPan = session::ZoomPan{session::SpanUnit::ImagePixels, 100.0, 0.0, -49.5};
        QVERIFY(textOf(shown, 400, 400).scaleBar.isEmpty());
        auto oblong = std::make_shared<std::vector<dicom::UltrasoundRegion>>(*geometry.regions);
        (*oblong)[1].spacing.betweenRowsMm = 0.4;
        geometry.regions = oblong;
        shown.input.view.zoomPan = session::ZoomPan{session::SpanUnit::ImagePixels, 100.0, 100.5, -49.5};
        QVERIFY(textOf(shown, 400, 400).scaleBar.isEmpty());
    }

    /// The bar is as long on the screen as its number says, by the distance of two pixels' places on the screen.
    void scaleBarIsTrue_data()
    {
        QTest::addColumn<double>("spacing");
        QTest::addColumn<double>("across");
        QTest::addColumn<QString>("label");
        QTest::newRow("fit") << 0.7 << 0.0 << u"50 mm"_s;
        QTest::newRow("near") << 0.7 << 30.0 << u"5 mm"_s;
        QTest::newRow("very near") << 0.01 << 0.8 << u"0.2 mm"_s;
        QTest::newRow("far") << 0.7 << 4000.0 << u"1000 mm"_s;
    }
    void scaleBarIsTrue()
    {
        QFETCH(double, spacing);
        QFETCH(double, across);
        QFETCH(QString, label);
        ImageSpec spec;
        spec.rows = spec.columns = 512;
        spec.betweenRowsMm = spec.betweenColumnsMm = spacing;
        auto shown = makeShown(spec);
        if (across > 0.0)
            shown.input.view.zoomPan = session::ZoomPan{session::SpanUnit::Millimetres, across, 0, 0};
        const auto text = textOf(shown, 700, 500);
        QCOMPARE(text.scaleBar, label);
        const imaging::ViewTransform transform(shown.instance->geometry, shown.input.view, 700, 500);
        const double mm = label.chopped(3).toDouble();
        const auto a = transform.toScreen({100.0, 100.0}), b = transform.toScreen({100.0 + mm / spacing, 100.0});
        QVERIFY(std::abs(std::hypot(b.x - a.x, b.y - a.y) - text.scaleBarPx) < 1e-6);
        QVERIFY(text.scaleBarPx <= 0.25 * 500.0 + 1e-6 && text.scaleBarPx > 0.09 * 500.0);
    }

    /// Row 7: never mm without a spacing, and a detector length says that it is one.
    void scaleBarAndItsBasis()
    {
        ImageSpec spec;
        spec.basis = dicom::SpacingBasis::None;
        auto none = textOf(makeShown(spec));
        QVERIFY(none.scaleBar.isEmpty());
        QCOMPARE(none.scaleBarPx, 0.0);
        spec.basis = dicom::SpacingBasis::DetectorPlane;
        QCOMPARE(textOf(makeShown(spec)).scaleBar, u"10 mm (detector plane)"_s);
        spec.basis = dicom::SpacingBasis::Calibrated;
        QCOMPARE(textOf(makeShown(spec)).scaleBar, u"10 mm (calibrated)"_s);
        // By hand, of an image whose file has none: 0.5 mm a column.
        spec.basis = dicom::SpacingBasis::None;
        auto byHand = makeShown(spec);
        byHand.input.calibration = {1, dicom::PixelSpacing{0.5, 0.5, dicom::SpacingBasis::ByHand}};
        const auto text = textOf(byHand);
        QVERIFY2(text.scaleBar.endsWith(u" mm (calibrated by hand)"_s), qPrintable(text.scaleBar));
        QVERIFY(text.scaleBarPx > 0.0);
    }
};

CONSILIUM_TEST(OverlayTextTest)
#include "OverlayTextTest.moc"
