#include "app/usecases/MarkObjects.h"
#include "app/usecases/SavedMarks.h"
#include "tests/support/TestMain.h"
#include "tests/unit/objects/ObjectsFixture.h"
#include "viewer/objects/Uid.h"
#include "viewer/render2d/OverlayFormat.h"

#include <QCborArray>
#include <QCborMap>
#include <QCborValue>
#include <QJsonArray>

#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;
using namespace consilium;
using namespace consilium::app;
using render2d::Figure;
using session::AnnotationKind;
namespace codes = objects::codes;

namespace
{

dicom::Instance imageOf(int number)
{
    dicom::Instance image;
    image.study = StudyUid(u"1.2.3"_s);
    image.series = SeriesUid(u"1.2.3.4"_s);
    image.sop = SopInstanceUid(u"1.2.3.4.%1"_s.arg(number));
    image.sopClass = SopClassUid(u"1.2.840.10008.5.1.4.1.1.2"_s);
    image.instanceNumber = number;
    image.pixels.rows = image.geometry.rows = 100;
    image.pixels.columns = image.geometry.columns = 200;
    image.geometry.spacing = {0.5, 0.25, dicom::SpacingBasis::PatientPlane};
    image.geometry.frameOfReference = FrameOfReferenceUid(u"1.2.9"_s);
    image.grey.slope = 2.0;
    image.grey.intercept = -1024.0;
    image.grey.unit = ValueUnit::Hounsfield;
    image.grey.unitText = u"HU"_s;
    image.grey.windows = {{40.0, 400.0, {}}};
    return image;
}

DescribedMark described(AnnotationKind kind, std::vector<ImagePoint> handles,
                        std::vector<render2d::MarkFigure> figures = {})
{
    DescribedMark mark;
    mark.mark.id = AnnotationId(u"local/7"_s);
    mark.mark.kind = kind;
    mark.image = std::make_shared<const dicom::Instance>(imageOf(1));
    mark.handles = std::move(handles);
    mark.figures = std::move(figures);
    mark.scale = {0.5, 0.25};
    mark.basis = dicom::SpacingBasis::PatientPlane;
    return mark;
}

objects::PresentationState stateOf(const app::Display &display, const dicom::Instance &image = imageOf(1))
{
    return presentationOf({std::make_shared<const dicom::Instance>(image)}, {}, display);
}

} // namespace

/// Marks as objects, against what the standard and plain arithmetic say.
class UsecaseMarkObjects : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aTrackingUidIsForLife()
    {
        const QString uid = trackingUidOf(AnnotationId(u"local/7"_s));
        QVERIFY2(objects::isUid(uid), qPrintable(uid));
        QCOMPARE(trackingUidOf(AnnotationId(u"local/7"_s)), uid);
        QVERIFY(trackingUidOf(AnnotationId(u"local/8"_s)) != uid);
        QCOMPARE(trackingUidOf(AnnotationId(u"2.25.12345"_s)), u"2.25.12345"_s); // of a mark that was read
    }
    void aLengthNamesItsLine()
    {
        const auto written = measurementOf(
            described(AnnotationKind::Length, {{1.0, 2.0}, {5.0, 2.0}}, {{Figure::Length, 1.0, u"mm"_s}}));
        QCOMPARE(written.kind, u"LENGTH"_s);
        QCOMPARE(written.shapes.size(), std::size_t(1));
        QVERIFY((written.shapes.front().points == std::vector<ImagePoint>{{1.0, 2.0}, {5.0, 2.0}}));
        QCOMPARE(written.shapes.front().image.frame, 0); // CT images have one frame
        QCOMPARE(written.values.size(), std::size_t(1));
        QVERIFY(written.values.front().name == codes::length && written.values.front().unit == codes::millimetre);
        QVERIFY((written.values.front().from == std::vector<int>{0}));
    }
    void theBasisOfALengthIsInItsName()
    {
        auto mark = described(AnnotationKind::Length, {{1.0, 2.0}, {5.0, 2.0}}, {{Figure::Length, 1.0, u"mm"_s}});
        const QString plain = measurementOf(mark).label;
        mark.basis = dicom::SpacingBasis::DetectorPlane;
        const QString detector = measurementOf(mark).label;
        QVERIFY2(detector.startsWith(plain) && detector.size() > plain.size(), qPrintable(detector));
        mark.isProvisional = true;
        QVERIFY(measurementOf(mark).label.startsWith(u"≈ "));
    }
    /// Row and column spacing differ: 4 columns are 1 mm, 3 rows 1.5 mm. The long axis is the second line.
    void theLongAxisIsTheLongerOneInThePatient()
    {
        const auto written =
            measurementOf(described(AnnotationKind::Bidirectional, {{0.0, 0.0}, {4.0, 0.0}, {2.0, 0.0}, {2.0, 3.0}},
                                    {{Figure::LongAxis, 1.5, u"mm"_s}, {Figure::ShortAxis, 1.0, u"mm"_s}}));
        QVERIFY((written.values[0].from == std::vector<int>{1}) && written.values[0].name == codes::longAxis);
        QVERIFY((written.values[1].from == std::vector<int>{0}) && written.values[1].name == codes::shortAxis);
    }
    /// PS3.3 C.18.6.1.2: first both ends of the long axis. 10 columns are 2.5 mm, 8 rows 4 mm.
    void anEllipseIsItsTwoAxes()
    {
        auto mark =
            described(AnnotationKind::Ellipse, {{50.0, 40.0}, {60.0, 40.0}, {50.0, 48.0}},
                      {{Figure::Mean, 12.0, u"HU"_s}, {Figure::Area, 31.4, u"mm²"_s}, {Figure::LeftOut, 0.0, {}}});
        mark.region = imaging::EllipseRegion{{50.0, 40.0}, {10.0, 0.0}, {0.0, 8.0}};
        const auto written = measurementOf(mark);
        QCOMPARE(written.shapes.size(), std::size_t(1));
        QVERIFY(written.shapes.front().type == objects::ShapeType::Ellipse);
        QVERIFY((written.shapes.front().points ==
                 std::vector<ImagePoint>{{50.0, 32.0}, {50.0, 48.0}, {40.0, 40.0}, {60.0, 40.0}}));
        QCOMPARE(written.values.size(), std::size_t(2)); // how many were left out follows from nothing that others know
        QVERIFY(written.values[0].name == codes::attenuation && written.values[0].derivation == codes::mean &&
                written.values[0].unit == codes::hounsfield && written.values[0].from.empty());
        QVERIFY(written.values[1].unit == codes::squareMillimetre);
    }
    void whatHasNoSpacingIsInPixels()
    {
        const auto written = measurementOf(
            described(AnnotationKind::Length, {{1.0, 2.0}, {5.0, 2.0}}, {{Figure::Length, 4.0, u"px"_s}}));
        QVERIFY(written.values.front().unit == codes::pixels);
    }
    /// A unit that UCUM does not have is an annotation of the unit 1 there.
    void anUnknownUnitStaysReadable()
    {
        const auto written =
            measurementOf(described(AnnotationKind::Probe, {{1.0, 2.0}}, {{Figure::PixelValue, 7.0, u"CNTS"_s}}));
        QCOMPARE(written.values.front().unit.value, u"{CNTS}"_s);
        QVERIFY(written.shapes.front().type == objects::ShapeType::Point);
    }
    /// What other programs read of figures: names and units as the standard has them (PS3.16 CID 85, 7180, UCUM), of an
    /// uptake of the kind that the reader has chosen.
    void figuresForOtherPrograms_data()
    {
        QTest::addColumn<AnnotationKind>("kind");
        QTest::addColumn<dicom::SuvKind>("suv");
        QTest::addColumn<render2d::MarkFigure>("figure");
        QTest::addColumn<QStringList>("name"); // value, scheme, derivation
        QTest::addColumn<QString>("unit");
        using enum dicom::SuvKind;
        const auto row = [](const char *title, AnnotationKind kind, dicom::SuvKind suv,
                            const render2d::MarkFigure &figure, const QStringList &name,
                            const QString &unit) { QTest::newRow(title) << kind << suv << figure << name << unit; };
        const QString mean = codes::mean.value, most = codes::maximum.value, dcm = u"DCM"_s;
        const auto probe = AnnotationKind::Probe, box = AnnotationKind::Rectangle, line = AnnotationKind::Length;
        row("SUVbw", probe, BodyWeight, {Figure::Suv, 3.5, u"g/ml"_s}, {u"126401"_s, dcm, {}}, u"g/ml{SUVbw}"_s);
        row("SUVbw mean", box, BodyWeight, {Figure::SuvMean, 3.5, u"g/ml"_s}, {u"126401"_s, dcm, mean},
            u"g/ml{SUVbw}"_s);
        row("SUVlbm James", probe, LeanJames, {Figure::Suv, 3.5, u"g/ml"_s}, {u"126406"_s, dcm, {}},
            u"g/ml{SUVlbm(James128)}"_s);
        row("SUVlbm Janmahasatian", box, LeanJanmahasatian, {Figure::SuvMaximum, 3.5, u"g/ml"_s},
            {u"126405"_s, dcm, most}, u"g/ml{SUVlbm(Janma)}"_s);
        row("SUVbsa", box, BodySurface, {Figure::SuvMean, 3.5, u"cm²/ml"_s}, {u"126403"_s, dcm, mean},
            u"cm2/ml{SUVbsa}"_s);
        row("activity", box, LeanJames, {Figure::Mean, 3.5, u"Bq/ml"_s}, {u"PIXELVALUE"_s, u"99CONSILIUM"_s, mean},
            u"Bq/ml"_s);
        row("time", line, BodyWeight, {Figure::Time, 0.25, u"s"_s}, {codes::time.value, codes::time.scheme, {}},
            u"s"_s);
        row("velocity", line, BodyWeight, {Figure::Velocity, -42.5, u"cm/s"_s}, {u"VELOCITY"_s, u"99CONSILIUM"_s, {}},
            u"cm/s"_s);
        row("depth", line, BodyWeight, {Figure::Depth, 12.5, u"mm"_s}, {u"410668003"_s, u"SCT"_s, {}}, u"mm"_s);
        row("angle", AnnotationKind::Angle, BodyWeight, {Figure::Angle, 30.0, u"°"_s}, {u"1483009"_s, u"SCT"_s, {}},
            u"deg"_s);
        row("area in pixels", box, BodyWeight, {Figure::Area, 30.0, u"px²"_s}, {u"131184002"_s, u"SCT"_s, {}},
            u"{square pixels}"_s);
    }
    void figuresForOtherPrograms()
    {
        NEEDS_DCIODVFY;
        NEEDS_PYDICOM;
        QFETCH(AnnotationKind, kind);
        QFETCH(dicom::SuvKind, suv);
        QFETCH(render2d::MarkFigure, figure);
        QFETCH(QStringList, name);
        QFETCH(QString, unit);
        std::vector<ImagePoint> handles{{10.0, 10.0}, {30.0, 20.0}, {10.0, 40.0}};
        handles.resize(kind == AnnotationKind::Probe ? 1 : kind == AnnotationKind::Angle ? 3 : 2);
        auto mark = described(kind, handles, {figure});
        if (kind == AnnotationKind::Rectangle)
            mark.region = imaging::PolygonRegion{{{10.0, 10.0}, {30.0, 10.0}, {30.0, 20.0}, {10.0, 20.0}}};
        mark.suv = suv;
        if (figure.unit == "Bq/ml"_L1) { // an image of uptake, not one in HU
            auto image = std::make_shared<dicom::Instance>(*mark.image);
            image->grey.unit = ValueUnit::BecquerelPerMl;
            mark.image = image;
        }
        objects::MeasurementReport report;
        report.header = test::objectHeader();
        report.author = u"LI^MING"_s;
        report.measurements = {measurementOf(mark)};
        test::ObjectFiles files;
        const QByteArray bytes = test::fileOf(report);
        const QString path = files.add(bytes);
        VERIFY_DCIODVFY(path, "ComprehensiveSR");
        const QJsonObject other = test::pydicomOf(path);
        const QJsonArray values = other[u"groups"_s][0][u"values"_s].toArray();
        QCOMPARE(values.size(), 1);
        const QJsonValue value = values[0];
        QCOMPARE(value[u"name"_s][0].toString(), name[0]);
        QCOMPARE(value[u"name"_s][1].toString(), name[1]);
        QCOMPARE(value[u"derivation"_s][0].toString(), name[2]);
        QCOMPARE(value[u"value"_s].toDouble(), figure.value);
        QCOMPARE(value[u"unit"_s][0].toString(), unit);
        QCOMPARE(value[u"unit"_s][1].toString(), u"UCUM"_s);
        // And by this program.
        const auto object = dicom::readObject(bytes);
        const auto read = object ? objects::readMeasurements(*object) : fail(object.error());
        QVERIFY(read && read->measurements.size() == 1);
        QVERIFY(read->measurements.front().values == report.measurements.front().values);
    }
    /// What is written of it is the length that was typed, and the mark as a whole: by its line the image has its
    /// scale.
    void aCalibrationIsItsLineAndItsLength()
    {
        auto mark =
            described(AnnotationKind::Calibration, {{10.0, 8.0}, {50.0, 8.0}}, {{Figure::Length, 20.0, u"mm"_s}});
        mark.mark.text = u"20"_s;
        mark.basis = dicom::SpacingBasis::ByHand;
        const auto written = measurementOf(mark);
        QCOMPARE(written.kind, u"CALIBRATION"_s);
        QCOMPARE(written.text, u"20"_s);
        QCOMPARE(written.shapes.size(), std::size_t(1));
        QVERIFY((written.shapes.front().points == std::vector<ImagePoint>{{10.0, 8.0}, {50.0, 8.0}}));
        QVERIFY(written.values.size() == 1 && written.values.front().name == codes::length &&
                written.values.front().unit == codes::millimetre && written.values.front().value == 20.0);
        QVERIFY2(written.label.contains(render2d::basisSuffix(dicom::SpacingBasis::ByHand)), qPrintable(written.label));
    }
    void betweenPlacesInThePatientItLiesThere()
    {
        auto mark = described(AnnotationKind::Length, {{1.0, 2.0}, {5.0, 2.0}}, {{Figure::Length, 9.0, u"mm"_s}});
        mark.isInPlane = false;
        mark.mark.patientHandles = {{1.0, 2.0, 3.0}, {1.0, 2.0, 12.0}};
        mark.mark.frameOfReference = FrameOfReferenceUid(u"1.2.9"_s);
        const auto written = measurementOf(mark);
        QVERIFY(written.shapes.front().isInPatient() && written.shapes.front().image.sop.isEmpty());
        QCOMPARE(written.shapes.front().frameOfReference.text(), u"1.2.9"_s);
        QCOMPARE(written.image.sop.text(), u"1.2.3.4.1"_s); // where it was drawn
    }

    /// The corner of an image of 2 x 2, by matrices: here mirrored first and then turned, in the file turned first
    /// (PS3.3 C.10.6).
    void turnsAndMirrorsMeanTheSame()
    {
        struct Place {
            int x, y;
            bool operator==(const Place &) const = default;
        };
        const auto mirrored = [](Place p) { return Place{-p.x, p.y}; };
        const auto turned = [](Place p, int degrees) { // clockwise, y downwards
            for (; degrees > 0; degrees -= 90)
                p = {-p.y, p.x};
            return p;
        };
        for (const int turn : {0, 90, 180, 270})
            for (const bool isFlipped : {false, true}) {
                app::Display display;
                display.view.orientation = {double(turn), isFlipped};
                const auto state = stateOf(display);
                for (const Place corner : {Place{1, 2}, Place{-1, 2}, Place{3, -1}}) {
                    const Place here = turned(isFlipped ? mirrored(corner) : corner, turn);
                    const Place turnedThere = turned(corner, state.rotation);
                    QVERIFY(here == (state.isFlipped ? mirrored(turnedThere) : turnedThere));
                }
            }
        app::Display oblique;
        oblique.view.orientation = {30.0, true};
        QVERIFY(!isWritableTurn(oblique.view.orientation));
        QCOMPARE(stateOf(oblique).rotation, 0);
        QVERIFY(!stateOf(oblique).isFlipped);
    }
    /// 10 mm about 2 mm right of and 1 mm below the middle: 40 columns and 20 rows of 0.25 and 0.5 mm in a square view,
    /// twice as many columns in one that is twice as wide (UsecaseSeenPart has the rest).
    void theDisplayedAreaIsWhatIsSeen()
    {
        const auto isPart = [](const objects::DisplayedArea &area, int left, int right, int top, int bottom) {
            return area.left == left && area.right == right && area.top == top && area.bottom == bottom;
        };
        app::Display display;
        QVERIFY(isPart(stateOf(display).areas.front(), 1, 200, 1, 100));
        display.view.zoomPan = session::ZoomPan{session::SpanUnit::Millimetres, 10.0, 2.0, 1.0};
        QVERIFY(isPart(stateOf(display).areas.front(), 1, 200, 1, 100)); // nobody knows what was seen
        display.area = {400.0, 400.0, 1.0};
        QVERIFY(isPart(stateOf(display).areas.front(), 89, 128, 43, 62));
        display.area.widthPx = 800.0;
        const auto area = stateOf(display).areas.front();
        QVERIFY(isPart(area, 69, 148, 43, 62));
        QCOMPARE(area.rowSpacingMm.value_or(0.0), 0.5);
        QCOMPARE(area.columnSpacingMm.value_or(0.0), 0.25);
        // In pixels, of an image that has millimetres: its columns across; a row above and one below are seen by half.
        display.view.zoomPan->unit = session::SpanUnit::ImagePixels;
        display.area.widthPx = 400.0;
        QVERIFY(isPart(stateOf(display).areas.front(), 98, 107, 49, 54));
    }
    void greysAreThoseThatAreSeen()
    {
        app::Display display;
        auto state = stateOf(display);
        QCOMPARE(state.voi.size(), std::size_t(1));
        QCOMPARE(state.voi.front().window->centre, 40.0);
        QCOMPARE(state.modality->slope, 2.0);
        QCOMPARE(state.modality->intercept, -1024.0);
        QCOMPARE(state.modality->type, u"HU"_s);
        display.presentation.window = session::Window{-600.0, 1500.0, session::VoiFunction::Sigmoid};
        state = stateOf(display);
        QCOMPARE(state.voi.front().window->width, 1500.0);
        QVERIFY(state.voi.front().function == dicom::VoiFunctionKind::Sigmoid);
        // MONOCHROME1 and inverted: once, not twice (PS3.4 N.2.1.4).
        for (const bool isWhiteLow : {false, true})
            for (const bool isInverted : {false, true}) {
                dicom::Instance image = imageOf(1);
                image.grey.lowIsWhite = isWhiteLow;
                display.presentation.inverted = isInverted;
                const bool isInverse = stateOf(display, image).shape == objects::PresentationLutShape::Inverse;
                QCOMPARE(isInverse, isWhiteLow != isInverted);
            }
    }
    /// What a state said by tables is written with the greys and in the values that it came in, in entries of 16 bits.
    void tablesAreKept()
    {
        app::Display display;
        session::GreyTables tables;
        tables.voi = session::ValueTable{-30, 12, QByteArray::fromHex("0000ff0f0700"), 1.0, 0.0, u"骨"_s};
        tables.presentation = session::ValueTable{0, 10, QByteArray::fromHex("ff030000"), 1.0, 0.0, {}};
        display.presentation.tables = tables;
        const std::vector<std::uint16_t> entries{0, 65535, 112}; // 7 of 4095
        auto state = stateOf(display);
        QCOMPARE(state.voi.size(), std::size_t(1));
        QVERIFY(state.voi.front().table && !state.voi.front().window);
        QVERIFY(state.voi.front().table->entries == entries && state.voi.front().table->firstMapped == -30);
        QCOMPARE(state.voi.front().table->explanation, u"骨"_s);
        QCOMPARE(state.modality->slope, 2.0);
        QCOMPARE(state.modality->type, u"HU"_s);
        QVERIFY((state.presentationLut && state.presentationLut->entries == std::vector<std::uint16_t>{1023, 0}));
        // In stored values: x = 2 stored - 1024 looked up as 0.5 x + 512.
        display.presentation.tables->voi->factor = 0.5;
        display.presentation.tables->voi->offset = 512.0;
        state = stateOf(display);
        QVERIFY(state.voi.front().table->entries == entries && state.voi.front().table->firstMapped == -30);
        QCOMPARE(state.modality->slope, 1.0);
        QCOMPARE(state.modality->intercept, 0.0);
        QVERIFY(state.modality->type != u"HU"_s);
        // There is no shape beside a table: shown the other way round, it is written so.
        display.presentation.inverted = true;
        QVERIFY((stateOf(display).presentationLut->entries == std::vector<std::uint16_t>{0, 1023}));
        dicom::Instance white = imageOf(1);
        white.grey.lowIsWhite = true;
        QVERIFY((stateOf(display, white).presentationLut->entries == std::vector<std::uint16_t>{1023, 0}));
        // One table for two images is written once; a window takes its place, in the image's values.
        const auto image = std::make_shared<const dicom::Instance>(imageOf(1)),
                   other = std::make_shared<const dicom::Instance>(imageOf(2));
        QCOMPARE(presentationOf({image, other}, {}, display).voi.size(), std::size_t(1));
        display.presentation.window = session::Window{1.0, 20.0};
        state = stateOf(display);
        QVERIFY(state.voi.front().window && !state.voi.front().table);
        QCOMPARE(state.modality->slope, 2.0);
    }
    void oneStateHoldsImagesOfOneScale()
    {
        dicom::Instance other = imageOf(2), colour = imageOf(3), third = imageOf(4);
        other.grey.slope = 3.0;
        colour.pixels.samplesPerPixel = 3;
        colour.pixels.photometric = dicom::Photometric::Rgb;
        std::vector<dicom::InstancePtr> images;
        for (const auto &image : {imageOf(1), other, colour, third, imageOf(1)})
            images.push_back(std::make_shared<const dicom::Instance>(image));
        const auto groups = presentationGroups(images);
        QCOMPARE(groups.size(), std::size_t(3));
        QCOMPARE(groups[0].size(), std::size_t(2)); // the same image counts once
        QCOMPARE(groups[1].size(), std::size_t(1));
        QCOMPARE(groups[2].size(), std::size_t(1));
        QCOMPARE(groups[2].front()->sop, imageOf(3).sop);
    }
    /// Colour images in a state of their own kind, whatever their rescale: of greys it says nothing, however the view
    /// is set.
    void coloursHaveAStateOfTheirOwn()
    {
        dicom::Instance photo = imageOf(3), other = imageOf(4);
        for (dicom::Instance *const image : {&photo, &other}) {
            image->sopClass = SopClassUid(u"1.2.840.10008.5.1.4.1.1.7"_s);
            image->pixels.samplesPerPixel = 3;
            image->pixels.photometric = dicom::Photometric::YbrFull422;
        }
        other.pixels.samplesPerPixel = 1;
        other.pixels.photometric = dicom::Photometric::PaletteColor;
        other.grey.slope = 7.0;
        const auto first = std::make_shared<const dicom::Instance>(photo),
                   second = std::make_shared<const dicom::Instance>(other);
        const auto groups = presentationGroups({first, second});
        QCOMPARE(groups.size(), std::size_t(1));
        auto arrow = described(AnnotationKind::Arrow, {{10.0, 10.0}, {30.0, 10.0}});
        arrow.image = first;
        app::Display display;
        display.presentation.window = session::Window{40.0, 400.0};
        display.presentation.inverted = true;
        display.view.orientation = {90.0, false};
        auto state = presentationOf(groups.front(), {arrow}, display);
        QVERIFY(state.isColour && state.voi.empty() && !state.modality && !state.modalityLut);
        QVERIFY(state.shape == objects::PresentationLutShape::Identity);
        QCOMPARE(state.rotation, 90);
        QCOMPARE(state.images.size(), std::size_t(2));
        QCOMPARE(state.annotations.size(), std::size_t(1));
        QCOMPARE(state.annotations.front().images.front().sop, photo.sop);
        Attributes header;
        header.setText(tags::StudyInstanceUid, "UI", {u"1.2.3"_s});
        state.header = objects::newHeader(header, QDateTime(QDate(2026, 11, 28), QTime(1, 2, 3)));
        const auto object = attributesOf(state);
        QVERIFY(object);
        QCOMPARE(object->text(tags::SopClassUid), u"1.2.840.10008.5.1.4.1.1.11.2"_s);
        QVERIFY(!stateOf({}).isColour);
    }
    /// What came with a state for one image is written for that one, in a state of its own where it has a shutter.
    void imagesOfTwoLooksAreTwoStates()
    {
        const auto one = std::make_shared<const dicom::Instance>(imageOf(1)),
                   other = std::make_shared<const dicom::Instance>(imageOf(2));
        app::Display display;
        auto &tables = display.presentation.tables.emplace();
        tables.windows = {{session::Window{7.0, 70.0}, {{one->sop, 0}}}};
        QCOMPARE(presentationGroups({one, other}, display.presentation).size(), std::size_t(1));
        const auto both = presentationOf({one, other}, {}, display);
        QCOMPARE(both.voi.size(), std::size_t(2));
        QCOMPARE(both.voi[0].window->centre, 7.0);
        QCOMPARE(both.voi[1].window->centre, 40.0);
        auto &shutter = display.presentation.shutter.emplace();
        shutter.circle = session::ShutterCircle{{10.0, 20.0}, 5.0};
        shutter.images = {{other->sop, 0}};
        const auto groups = presentationGroups({one, other}, display.presentation);
        QCOMPARE(groups.size(), std::size_t(2));
        QVERIFY(!presentationOf(groups[0], {}, display).shutter);
        QVERIFY(presentationOf(groups[1], {}, display).shutter);
    }
    void anArrowPointsAndATextStands()
    {
        auto arrow = described(AnnotationKind::Arrow, {{10.0, 10.0}, {30.0, 10.0}});
        arrow.mark.text = u"结节"_s;
        auto text = described(AnnotationKind::Text, {{5.0, 6.0}});
        text.mark.text = u"note"_s;
        const auto state = presentationOf({arrow.image}, {text, arrow}, {});
        QCOMPARE(state.layers.size(), std::size_t(2));
        QCOMPARE(state.annotations.size(), std::size_t(2));
        const auto &first = state.annotations.front();
        QCOMPARE(first.layer, arrowLayer);
        QVERIFY((first.graphics.front().points == std::vector<ImagePoint>{{10.0, 10.0}, {30.0, 10.0}}));
        const auto &head = first.graphics.back().points;
        QCOMPARE(head.size(), std::size_t(3));
        QVERIFY((head[1] == ImagePoint{10.0, 10.0})); // at the tip, and opens towards the end
        QVERIFY(head[0].column > 10.0 && head[2].column > 10.0 && (head[0].row - 10.0) * (head[2].row - 10.0) < 0.0);
        QCOMPARE(first.texts.front().text, u"结节"_s);
        QVERIFY((state.annotations.back().texts.front().anchor == ImagePoint{5.0, 6.0}));
        auto written = state;
        written.header = objects::newHeader(
            [] {
                Attributes header;
                header.setText(tags::StudyInstanceUid, "UI", {u"1.2.3"_s});
                return header;
            }(),
            QDateTime(QDate(2026, 11, 28), QTime(1, 2, 3)));
        QVERIFY(attributesOf(written)); // nothing in it that an object cannot hold
    }
    /// Beside what it is about it has no box; put somewhere it has one there, which runs to the right and down as the
    /// image is displayed, however that is turned and mirrored (PS3.3 C.10.5).
    void aTextStandsWhereItWasPut()
    {
        auto text = described(AnnotationKind::Text, {{5.0, 6.0}});
        text.mark.text = u"note"_s;
        QVERIFY(!presentationOf({text.image}, {text}, {}).annotations.front().texts.front().box);
        text.mark.labelInImage = ImagePoint{50.0, 60.0};
        for (const int turn : {0, 90, 180, 270})
            for (const bool isFlipped : {false, true}) {
                app::Display display;
                display.view.orientation = {double(turn), isFlipped};
                const auto state = presentationOf({text.image}, {text}, display);
                const auto note = state.annotations.front().texts.front();
                QVERIFY(note.box && note.isAnchorVisible);
                QVERIFY((note.anchor == ImagePoint{5.0, 6.0} && note.box->first == ImagePoint{50.0, 60.0}));
                double x = note.box->second.column - 50.0, y = note.box->second.row - 60.0;
                for (int turned = 0; turned < state.rotation; turned += 90) // as the object says: turned, then mirrored
                    x = std::exchange(y, x) * -1.0;
                QVERIFY2((state.isFlipped ? -x : x) > 1.0 && y > 1.0, qPrintable(QString::number(turn)));
            }
        app::Display oblique; // which the state shows upright
        oblique.view.orientation = {30.0, true};
        const auto box = presentationOf({text.image}, {text}, oblique).annotations.front().texts.front().box;
        QVERIFY(box && box->second.column > 50.0 && box->second.row > 60.0);
    }
    void drawingsAreKnownAgainByWhereTheyLie()
    {
        session::Annotation a;
        a.kind = AnnotationKind::Arrow;
        a.sop = SopInstanceUid(u"1.2.3.4.1"_s);
        a.imageHandles = {{1.0, 2.0}, {3.0, 4.0}};
        session::Annotation b = a;
        b.id = AnnotationId(u"another"_s);
        b.imageHandles[1].row += 0.001; // 32 bits in the file
        QVERIFY(isSameDrawing(a, b));
        b.imageHandles[1].row += 0.5;
        QVERIFY(!isSameDrawing(a, b));
        b = a;
        b.frame = 1;
        QVERIFY(!isSameDrawing(a, b));
        b = a;
        b.imageHandles.pop_back();
        QVERIFY(!isSameDrawing(a, b));
    }

    void whatWasSavedIsReadAgain()
    {
        SavedMarks saved;
        saved.study = StudyUid(u"1.2.3"_s);
        saved.archive = ArchiveId(u"a"_s);
        saved.at = 1'790'000'000'000;
        saved.patient = u"王小东"_s;
        saved.date = u"20240102"_s;
        saved.description = u"CT"_s;
        SavedObject report;
        report.role = measurementsRole;
        report.sopClass = SopClassUid(u"1.2.840.10008.5.1.4.1.1.88.33"_s);
        report.sop = SopInstanceUid(u"2.25.1"_s);
        report.series = SeriesUid(u"2.25.2"_s);
        report.number = 3;
        report.content = QByteArray(32, 'x');
        report.holds = {AnnotationId(u"l"_s)};
        report.suv = {{AnnotationId(u"l"_s), session::Suv::LeanJanmahasatian}};
        report.fused = {{AnnotationId(u"l"_s), {u"2.25.3"_s, u"2.25.4"_s}}};
        report.former = {{SopInstanceUid(u"2.25.7"_s), SeriesUid(u"2.25.8"_s)}};
        report.earlier.push_back(report);
        session::Annotation key;
        key.id = AnnotationId(u"k"_s);
        key.kind = AnnotationKind::KeyImage;
        key.author = ActorId(u"local"_s);
        key.dataSet = DataSetId(u"1.2.3.4"_s);
        key.sop = SopInstanceUid(u"1.2.3.4.1"_s);
        key.text = u"113000"_s;
        saved.marks = {key};
        report.earlier.front().marks = {key};
        saved.put(report);
        const auto read = savedMarksFromCbor(toCbor(saved));
        QVERIFY(read);
        QVERIFY(*read == saved);
        QVERIFY(read->find(measurementsRole) && !read->find(presentationRole));
        QVERIFY(read->suvOf(AnnotationId(u"l"_s)) == session::Suv::LeanJanmahasatian);
        QVERIFY(!read->suvOf(key.id));
        QCOMPARE(read->fusedOf(AnnotationId(u"l"_s)).size(), std::size_t(2));
        QVERIFY(read->fusedOf(key.id).empty());
        QVERIFY(!savedMarksFromCbor("nonsense"));
        QVERIFY(!savedMarksFromCbor(toCbor(saved).chopped(3)));
        report.sop = SopInstanceUid(u"2.25.9"_s);
        saved.put(report);
        QCOMPARE(saved.objects.size(), std::size_t(1)); // in the place of the other
    }

    /// By the view that shows the series, else by one that did; never by what belongs to another series.
    void uptakesAreOfTheKindThatIsShown()
    {
        const DataSetId pet(u"1.2.3.5"_s), other(u"1.2.3.6"_s);
        const ViewId first = session::Layout::viewAt(0), second = session::Layout::viewAt(1);
        session::Layout layout;
        layout.rows = 1;
        layout.columns = 2;
        layout.active = first;
        session::Presentation lean, surface;
        lean.suv = session::Suv::LeanJames;
        surface.suv = session::Suv::BodySurface;
        session::ViewState shown;
        shown.dataSet = pet;
        session::ViewerState state = session::ViewerState().withLayout(layout);
        QCOMPARE(int(widgets::suvShown(state, pet)), int(session::Suv::BodyWeight));
        state = state.withPresentation({second, pet}, lean);
        QCOMPARE(int(widgets::suvShown(state, pet)), int(session::Suv::LeanJames));
        QCOMPARE(int(widgets::suvShown(state, other)), int(session::Suv::BodyWeight));
        state = state.withPresentation({first, pet}, surface); // of the active view
        QCOMPARE(int(widgets::suvShown(state, pet)), int(session::Suv::BodySurface));
        state = state.withView(second, shown);
        QCOMPARE(int(widgets::suvShown(state, pet)), int(session::Suv::LeanJames));
    }

    /// A note that withdraws a selection is given up, after another one has begun in a series of its own: what it named
    /// is kept for the next note, each object once and with its series.
    void aNoteIsTakenOut()
    {
        session::Annotation one, two;
        one.id = AnnotationId(u"one"_s);
        two.id = AnnotationId(u"two"_s);
        one.kind = two.kind = AnnotationKind::KeyImage;
        one.author = two.author = ActorId(u"local"_s);
        one.dataSet = two.dataSet = DataSetId(u"1.2.3.4"_s);
        one.text = two.text = u"113003"_s;
        one.sop = SopInstanceUid(u"1.2.3.4.1"_s);
        two.sop = SopInstanceUid(u"1.2.3.4.2"_s);
        // As a program wrote it that kept no series of former objects.
        const auto asOlder = [](const SavedMarks &marks) {
            QCborMap map = QCborValue::fromCbor(toCbor(marks)).toMap();
            QCborArray objects = map.value(8).toArray();
            for (qsizetype i = 0; i < objects.size(); ++i) {
                QCborMap object = objects.at(i).toMap();
                object.remove(11);
                objects[i] = object;
            }
            map[8] = objects;
            return savedMarksFromCbor(map.toCborValue().toCbor());
        };
        const SavedReference oldest{SopInstanceUid(u"2.25.10"_s), SeriesUid(u"2.25.100"_s)};
        SavedVersion first;
        first.role = keyImagesRole + u"113003"_s;
        first.sop = SopInstanceUid(u"2.25.11"_s);
        first.series = oldest.series;
        first.marks = {one};
        SavedObject note, second;
        note.role = withdrawnRole + first.role;
        note.sop = SopInstanceUid(u"2.25.12"_s);
        note.series = SeriesUid(u"2.25.101"_s);
        note.earlier = {first};
        note.former = {oldest};
        second.role = first.role;
        second.sop = SopInstanceUid(u"2.25.13"_s);
        second.series = SeriesUid(u"2.25.102"_s);
        second.holds = {two.id};
        second.former = {oldest}; // by a note before
        SavedMarks saved;
        saved.study = StudyUid(u"1.2.3"_s);
        saved.objects = {note, second};
        saved.marks = {two};
        const auto older = asOlder(saved);
        QVERIFY(older);
        QCOMPARE(older->objects.front().former.front().series, first.series); // not the note's own
        QCOMPARE(older->objects.back().former.front().series, second.series);
        saved.takeOut(note.sop);
        QCOMPARE(saved.objects.size(), std::size_t(1));
        const SavedObject &left = saved.objects.front();
        QCOMPARE(left.series, second.series);
        QVERIFY((left.former == std::vector{oldest, SavedReference{first.sop, first.series}}));
        QCOMPARE(saved.marksIn(left), (std::vector{two, one}));
        // Where no other one has begun the one that it named is saved, without itself among the former.
        saved.objects = {note};
        saved.objects.front().former = {oldest, {first.sop, first.series}};
        saved.marks.clear();
        saved.takeOut(note.sop);
        QCOMPARE(saved.objects.front().series, first.series);
        QVERIFY(saved.objects.front().former == std::vector{oldest});
    }

    /// Given up, what is saved is what was before; of other objects nothing is taken out.
    void anObjectIsTakenOut()
    {
        const auto arrow = [](const QString &id, double column) {
            session::Annotation mark;
            mark.id = AnnotationId(id);
            mark.kind = AnnotationKind::Arrow;
            mark.author = ActorId(u"local"_s);
            mark.dataSet = DataSetId(u"1.2.3.4"_s);
            mark.sop = SopInstanceUid(u"1.2.3.4.1"_s);
            mark.imageHandles = {{column, 1.0}, {2.0, 2.0}};
            return mark;
        };
        SavedMarks saved;
        saved.study = StudyUid(u"1.2.3"_s);
        saved.marks = {arrow(u"one"_s, 5.0), arrow(u"two"_s, 1.0)};
        SavedObject first, second;
        first.role = presentationRole + u"1.2.3.4/0"_s;
        first.sop = SopInstanceUid(u"2.25.12"_s);
        first.number = 2;
        first.holds = {AnnotationId(u"one"_s)};
        SavedVersion before;
        before.role = first.role;
        before.sop = SopInstanceUid(u"2.25.11"_s);
        before.marks = {arrow(u"one"_s, 1.0), arrow(u"gone"_s, 1.0)};
        before.suv = {{AnnotationId(u"one"_s), session::Suv::LeanJames}};
        first.suv = {{AnnotationId(u"one"_s), session::Suv::BodySurface}};
        first.earlier = {before};
        second.role = presentationRole + u"1.2.3.4/1"_s;
        second.sop = SopInstanceUid(u"2.25.20"_s);
        second.holds = {AnnotationId(u"two"_s)};
        saved.objects = {first, second};
        const SavedMarks whole = saved;
        saved.takeOut(SopInstanceUid(u"2.25.99"_s));
        QVERIFY(saved == whole);
        saved.takeOut(first.sop);
        const SavedObject *const left = saved.find(first.role);
        QVERIFY(left && left->sop == before.sop && left->earlier.empty());
        QVERIFY(saved.suvOf(AnnotationId(u"one"_s)) == session::Suv::LeanJames);
        QCOMPARE(saved.marksIn(*left), before.marks);
        QCOMPARE(saved.marksIn(*saved.find(second.role)), std::vector{arrow(u"two"_s, 1.0)});
        saved.takeOut(before.sop); // that one, too
        QVERIFY(!saved.find(first.role));
        QCOMPARE(saved.marks, std::vector{arrow(u"two"_s, 1.0)});
        // Only the one before it: nothing is taken from what holds its marks now.
        saved = whole;
        saved.takeOut(before.sop);
        QCOMPARE(saved.marks, whole.marks);
        QVERIFY(saved.find(first.role)->earlier.empty());
        // Records that do not say which marks an object holds: those of its stack, and of no other.
        session::Annotation elsewhere = arrow(u"three"_s, 1.0);
        elsewhere.dataSet = DataSetId(u"1.2.3.44"_s);
        saved = whole;
        saved.marks.push_back(elsewhere);
        QCborMap map = QCborValue::fromCbor(toCbor(saved)).toMap();
        QCborArray objects = map.value(8).toArray();
        QCborMap object = objects.at(0).toMap();
        object.remove(8);
        objects[0] = object;
        map[8] = objects;
        const auto read = savedMarksFromCbor(map.toCborValue().toCbor());
        QVERIFY(read);
        QCOMPARE(read->objects.front().holds, (std::vector{AnnotationId(u"one"_s), AnnotationId(u"two"_s)}));
    }
};

CONSILIUM_TEST(UsecaseMarkObjects)
#include "UsecaseMarkObjects.moc"
