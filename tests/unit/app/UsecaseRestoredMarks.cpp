#include "app/usecases/MarkObjects.h"
#include "tests/support/TestMain.h"
#include "tests/unit/app/KeptFixture.h"
#include "viewer/imaging/Calibration.h"
#include "viewer/render2d/MarkContent.h"

#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace consilium;
using namespace consilium::test;
using app::marksOf;
using objects::Flaw;
using objects::ShapeType;
using Kind = session::AnnotationKind;

namespace
{

bool isNear(const std::vector<PatientPoint> &a, const std::vector<PatientPoint> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](PatientPoint p, PatientPoint q) { return (p - q).length() < 1e-3; });
}

std::vector<PatientPoint> onThird(const std::vector<ImagePoint> &points)
{
    std::vector<PatientPoint> all;
    const auto stack = keptStack();
    for (const ImagePoint &point : points)
        all.push_back(*stack->slices[2]->geometry.toPatient(point));
    return all;
}

/// One radiograph of the patient of keptStack(), 60 x 40 pixels 0.2 mm apart at the detector: it lies nowhere in the
/// patient. Its UID is that of imageOf(77).
dicom::DataSetPtr radiograph()
{
    auto image = std::make_shared<dicom::Instance>(*keptStack()->slices.front());
    image->sopClass = SopClassUid(u"1.2.840.10008.5.1.4.1.1.1.1"_s);
    image->sop = imageOf(77).sop;
    image->pixels.rows = image->geometry.rows = 40;
    image->pixels.columns = image->geometry.columns = 60;
    image->geometry.position.reset();
    image->geometry.alongRow.reset();
    image->geometry.alongColumn.reset();
    image->geometry.frameOfReference = FrameOfReferenceUid();
    image->geometry.spacing = {0.2, 0.2, dicom::SpacingBasis::DetectorPlane};
    auto stack = std::make_shared<dicom::DataSet>();
    stack->id = DataSetId(u"1.2.3.77"_s);
    stack->header.uid = SeriesUid(u"1.2.3.77"_s);
    stack->isComplete = true;
    stack->slices = {image};
    return stack;
}

/// As the program writes it, without figures.
app::DescribedMark drawnOn(const dicom::InstancePtr &image, Kind kind, const std::vector<ImagePoint> &handles,
                           const QString &text = {})
{
    static int number = 0;
    app::DescribedMark described;
    described.mark.id = AnnotationId(u"drawn/%1"_s.arg(++number));
    described.mark.kind = kind;
    described.mark.text = text;
    described.mark.sop = image->sop;
    described.image = image;
    described.handles = handles;
    for (const ImagePoint &handle : handles)
        if (const auto place = image->geometry.toPatient(handle); place && kind != Kind::Calibration)
            described.mark.patientHandles.push_back(*place);
    if (described.mark.patientHandles.empty())
        described.mark.imageHandles = handles;
    const auto space = render2d::spaceOf(described.mark, image->geometry, handles, std::nullopt);
    described.scale = space.scale;
    described.region = render2d::regionOf(kind, space, handles);
    return described;
}

QString flawsOf(const objects::Flaws &flaws)
{
    QStringList all;
    for (const Flaw &flaw : flaws.all)
        all << objects::flawText(flaw.kind);
    return all.join(u'\n');
}

/// Somebody else's, under the study of the images.
objects::ObjectHeader otherPatient()
{
    objects::ObjectHeader header = objectHeader(imageHeader({u"ISO_IR 192"_s}, u"SOMEBODY^ELSE"_s));
    header.study.setText(tags::PatientId, "LO", {u"OTHER"_s});
    return header;
}

app::ReadEntry entryWith(const objects::ObjectHeader &header, app::ReadObject object)
{
    auto document = std::make_shared<dicom::DocumentHeader>();
    document->sop = header.sop;
    return {document, std::make_shared<const app::ReadObject>(std::move(object)), {}};
}

/// As it would be read, also where it cannot be written by this program.
app::ReadEntry entryOf(const objects::PresentationState &state)
{
    return entryWith(state.header, {std::make_shared<const objects::PresentationState>(state)});
}

app::ReadEntry entryOf(const objects::KeyObjects &keys)
{
    return entryWith(keys.header, {keys});
}

objects::Measured numberOf(const objects::Code &name, double value, const objects::Code &unit,
                           std::vector<int> from = {})
{
    objects::Measured measured;
    measured.name = name;
    measured.value = value;
    measured.unit = unit;
    measured.from = std::move(from);
    return measured;
}

} // namespace

class UsecaseRestoredMarks : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /// A mark of each kind, as this program writes it, is the same mark when it is read again.
    void everyKindComesBackAsItWasDrawn_data()
    {
        QTest::addColumn<QString>("written");
        QTest::addColumn<int>("kind");
        QTest::addColumn<std::vector<objects::Shape>>("shapes");
        QTest::addColumn<std::vector<ImagePoint>>("handles");
        const auto row = [](const char *name, Kind kind, std::vector<objects::Shape> shapes,
                            std::vector<ImagePoint> handles) {
            QTest::newRow(name) << QString::fromLatin1(name) << int(kind) << std::move(shapes) << std::move(handles);
        };
        const auto line = [](std::vector<ImagePoint> points) { return shapeOn(3, ShapeType::Polyline, points); };
        row("PROBE", Kind::Probe, {shapeOn(3, ShapeType::Point, {{10, 20}})}, {{10, 20}});
        row("LENGTH", Kind::Length, {line({{10, 20}, {30, 25}})}, {{10, 20}, {30, 25}});
        row("RULER", Kind::Ruler, {line({{10, 20}, {30, 25}})}, {{10, 20}, {30, 25}});
        row("POLYLINE", Kind::Polyline, {line({{1, 2}, {3, 5}, {9, 9}})}, {{1, 2}, {3, 5}, {9, 9}});
        row("ANGLE", Kind::Angle, {line({{1, 2}, {3, 5}, {9, 9}})}, {{1, 2}, {3, 5}, {9, 9}});
        row("LEG_AXIS", Kind::LegAxis, {line({{1, 2}, {3, 5}, {9, 9}})}, {{1, 2}, {3, 5}, {9, 9}});
        const std::vector<objects::Shape> lines{line({{10, 20}, {30, 20}}), line({{10, 40}, {30, 45}})};
        const std::vector<ImagePoint> ends{{10, 20}, {30, 20}, {10, 40}, {30, 45}};
        row("COBB", Kind::Cobb, lines, ends);
        row("OPEN_ANGLE", Kind::OpenAngle, lines, ends);
        row("BIDIRECTIONAL", Kind::Bidirectional, lines, ends);
        row("CTR", Kind::CardiothoracicRatio, lines, ends);
        row("LINE_PAIR", Kind::LinePair, lines, ends);
        row("ELLIPSE", Kind::Ellipse, {shapeOn(3, ShapeType::Ellipse, {{20, 30}, {40, 30}, {30, 25}, {30, 35}})},
            {{30, 30}, {40, 30}, {30, 35}});
        row("RECTANGLE", Kind::Rectangle, {shapeOn(3, ShapeType::Polygon, {{10, 20}, {30, 20}, {30, 40}, {10, 40}})},
            {{10, 20}, {30, 40}});
        row("POLYGON", Kind::Polygon, {shapeOn(3, ShapeType::Polygon, {{10, 20}, {30, 20}, {30, 40}})},
            {{10, 20}, {30, 20}, {30, 40}});
        row("FREEHAND", Kind::Freehand, {shapeOn(3, ShapeType::Polygon, {{10, 20}, {30, 20}, {30, 40}})},
            {{10, 20}, {30, 20}, {30, 40}});
        row("POINT_ROI", Kind::PointRoi, {shapeOn(3, ShapeType::Ellipse, {{30, 26}, {30, 34}, {22, 30}, {38, 30}})},
            {{30, 30}, {30, 34}});
    }
    void everyKindComesBackAsItWasDrawn()
    {
        QFETCH(QString, written);
        QFETCH(int, kind);
        QFETCH(std::vector<objects::Shape>, shapes);
        QFETCH(std::vector<ImagePoint>, handles);
        objects::Measurement measurement = measurementWith(shapes, written);
        measurement.text = u"结节"_s;
        const app::ReadEntry entry = readAgain(keptReport({measurement}));
        QVERIFY(entry.object);
        const app::RestoredStudy study = app::restoredStudy({entry}, keptPlaces());
        QVERIFY2(study.troubles.empty(), study.troubles.empty() ? "" : qPrintable(study.troubles.front().reason));
        QCOMPARE(study.marks.size(), std::size_t(1));
        const session::Annotation &mark = study.marks.front().mark;
        QCOMPARE(int(mark.kind), kind);
        QCOMPARE(mark.id.text(), measurement.trackingUid);
        QCOMPARE(mark.sop, imageOf(3).sop);
        QCOMPARE(mark.text, u"结节"_s);
        QCOMPARE(mark.author.text(), u"李医生 LI Yisheng"_s);
        QVERIFY(isNear(mark.patientHandles, onThird(handles)));
        QVERIFY(mark.imageHandles.empty());
        QCOMPARE(study.origin(mark.id)->program, u"Other Viewer"_s);
    }

    /// By the program's own writer: the same mark, of a region the same border.
    void whatIsSavedIsRestored()
    {
        const auto stack = keptStack();
        const dicom::InstancePtr image = stack->slices[2];
        const std::vector<std::pair<Kind, std::vector<ImagePoint>>> drawn{
            {Kind::Probe, {{10, 20}}},
            {Kind::Length, {{10, 20}, {30, 25}}},
            {Kind::Ruler, {{10, 20}, {30, 25}}},
            {Kind::Polyline, {{1, 2}, {3, 5}, {9, 9}, {4, 4}}},
            {Kind::Angle, {{1, 2}, {3, 5}, {9, 9}}},
            {Kind::LegAxis, {{1, 2}, {3, 40}, {2, 70}}},
            {Kind::Cobb, {{10, 20}, {30, 20}, {10, 40}, {30, 45}}},
            {Kind::OpenAngle, {{10, 20}, {30, 20}, {10, 40}, {30, 45}}},
            {Kind::Bidirectional, {{10, 20}, {60, 20}, {30, 15}, {30, 25}}},
            {Kind::CardiothoracicRatio, {{30, 20}, {50, 20}, {10, 40}, {90, 40}}},
            {Kind::LinePair, {{10, 20}, {30, 20}, {10, 40}, {30, 45}}},
            {Kind::Ellipse, {{50, 40}, {70, 45}, {48, 50}}},
            {Kind::Rectangle, {{10, 20}, {30, 40}}},
            {Kind::Polygon, {{10, 20}, {30, 20}, {30, 40}}},
            {Kind::Freehand, {{10, 20}, {30, 20}, {30, 40}, {12, 44}}},
            {Kind::PointRoi, {{50, 40}, {58, 40}}}};
        std::vector<objects::Measurement> measurements;
        std::vector<session::Annotation> marks;
        for (const auto &[kind, handles] : drawn) {
            app::DescribedMark described;
            described.mark.id = AnnotationId(u"local/%1"_s.arg(marks.size()));
            described.mark.kind = kind;
            described.mark.text = u"备注 %1"_s.arg(marks.size());
            described.mark.sop = image->sop;
            described.mark.frameOfReference = image->geometry.frameOfReference;
            described.mark.patientHandles = onThird(handles);
            described.image = image;
            described.handles = handles;
            const auto space = render2d::spaceOf(described.mark, image->geometry, handles, std::nullopt);
            described.scale = space.scale;
            described.region = render2d::regionOf(kind, space, handles);
            measurements.push_back(app::measurementOf(described));
            marks.push_back(described.mark);
        }
        const auto study = app::restoredStudy({readAgain(keptReport(measurements))}, keptPlaces());
        QVERIFY2(study.troubles.empty(), study.troubles.empty() ? "" : qPrintable(study.troubles.front().reason));
        QCOMPARE(study.marks.size(), marks.size());
        for (std::size_t i = 0; i < marks.size(); ++i) {
            const session::Annotation &mark = study.marks[i].mark;
            QCOMPARE(mark.kind, marks[i].kind);
            QCOMPARE(mark.text, marks[i].text);
            QCOMPARE(mark.id.text(), app::identityOf(marks[i].id)); // known again
            const bool isRound = mark.kind == Kind::Ellipse || mark.kind == Kind::PointRoi;
            if (!isRound) {
                QVERIFY2(isNear(mark.patientHandles, marks[i].patientHandles), qPrintable(mark.text));
                continue;
            }
            // Which of the axes comes first is nobody's: what it encloses is the same.
            const auto areaOf = [&](const session::Annotation &one) {
                std::vector<ImagePoint> handles;
                for (const PatientPoint &place : one.patientHandles)
                    handles.push_back(*image->geometry.toImage(place));
                const auto space = render2d::spaceOf(one, image->geometry, handles, std::nullopt);
                const auto region = std::get<imaging::EllipseRegion>(*render2d::regionOf(one.kind, space, handles));
                return std::tuple(
                    region.centre.column, region.centre.row,
                    std::abs(region.first.columns * region.second.rows - region.first.rows * region.second.columns));
            };
            const auto [column, row, area] = areaOf(mark);
            const auto [wantedColumn, wantedRow, wantedArea] = areaOf(marks[i]);
            QVERIFY(std::abs(column - wantedColumn) < 1e-3 && std::abs(row - wantedRow) < 1e-3);
            QVERIFY(std::abs(area - wantedArea) < 0.05);
        }
    }

    /// One mark: what the report says of its region in a series that lay over the image is stated of it, though that
    /// series is not here. Without the mark it is one of its own.
    void aRegionOfAFusedSeriesIsNoSecondMark()
    {
        const objects::Code mean = objects::codes::mean;
        auto region = measurementWith({shapeOn(3, ShapeType::Polygon, {{1, 1}, {9, 1}, {9, 9}})}, u"POLYGON"_s);
        region.values = {{objects::codes::attenuation, 40.0, objects::codes::hounsfield, mean, {}, {}}};
        auto fused = measurementWith({shapeOn(77, ShapeType::Polygon, {{1, 1}, {9, 1}, {9, 9}})}, u"POLYGON"_s);
        fused.regionOf = region.trackingUid;
        fused.label = u"ROI + PT AC WB"_s;
        fused.values = {{objects::codes::suvBodyWeight, 3.5, objects::codes::suvBodyWeightUnit, mean, {}, {}}};
        for (const auto &order : {std::vector{region, fused}, std::vector{fused, region}}) {
            const auto study = app::restoredStudy({readAgain(keptReport(order))}, keptPlaces());
            QVERIFY2(study.troubles.empty(), study.troubles.empty() ? "" : qPrintable(study.troubles.front().reason));
            QCOMPARE(study.marks.size(), std::size_t(1));
            QCOMPARE(study.marks.front().mark.id.text(), region.trackingUid);
            const objects::MarkOrigin *const origin = study.origin(study.marks.front().mark.id);
            QVERIFY(origin);
            QCOMPARE(origin->stated.size(), std::size_t(2));
            QVERIFY(origin->stated[0].over.isEmpty() && origin->stated[0].value == 40.0);
            QCOMPARE(origin->stated[1].over, u"ROI + PT AC WB"_s);
            QCOMPARE(origin->stated[1].value, 3.5);
        }
        fused.shapes = {shapeOn(4, ShapeType::Polygon, {{1, 1}, {9, 1}, {9, 9}})};
        const auto alone = app::restoredStudy({readAgain(keptReport({fused}))}, keptPlaces());
        QCOMPARE(alone.marks.size(), std::size_t(1));
        QCOMPARE(alone.marks.front().mark.id.text(), fused.trackingUid);
    }

    /// A calibration by hand, of a radiograph and of an image where it calibrates nothing: the same line with the same
    /// length, in the pixels of its image, so that the radiograph has the scale that it was given.
    void aCalibrationIsTheSameScale()
    {
        const dicom::DataSetPtr film = radiograph(), stack = keptStack();
        for (const dicom::InstancePtr &image : {film->slices.front(), stack->slices[2]}) {
            const auto ball = drawnOn(image, Kind::Calibration, {{10, 8}, {50, 8}}, u"20"_s);
            const auto line = drawnOn(image, Kind::Length, {{12, 10}, {42, 10}});
            const auto report = keptReport({app::measurementOf(ball), app::measurementOf(line)});
            const auto study = app::restoredStudy({readAgain(report)}, app::StudyPlaces({film, stack}));
            QVERIFY2(study.troubles.empty(), study.troubles.empty() ? "" : qPrintable(study.troubles.front().reason));
            QCOMPARE(study.marks.size(), std::size_t(2));
            const session::Annotation &mark = study.marks.front().mark;
            QCOMPARE(mark.kind, Kind::Calibration);
            QCOMPARE(mark.id.text(), app::identityOf(ball.mark.id));
            QCOMPARE(mark.sop, image->sop);
            QCOMPARE(mark.text, u"20"_s);
            QCOMPARE(mark.imageHandles, ball.mark.imageHandles); // halves are exact in 32 bits
            QVERIFY(mark.patientHandles.empty());
            session::AnnotationSet marks;
            for (const auto &one : study.marks)
                marks = marks.with(one.mark);
            const auto scale = imaging::handCalibration(*image, marks);
            QCOMPARE(scale.lines, 1);
            QCOMPARE(scale.spacing.has_value(), image == film->slices.front());
            if (!scale.spacing)
                continue;
            QCOMPARE(scale.spacing->betweenColumnsMm, 0.5);
            QCOMPARE(scale.spacing->betweenRowsMm, 0.5);
            QVERIFY(scale.spacing->basis == dicom::SpacingBasis::ByHand);
        }
        // A text that is no length is no calibration: told, not guessed.
        const auto words = drawnOn(film->slices.front(), Kind::Calibration, {{10, 8}, {50, 8}}, u"a ball"_s);
        const auto out = marksOf(keptReport({app::measurementOf(words)}), app::StudyPlaces({film}));
        QVERIFY(out.marks.empty());
        QVERIFY(out.flaws.has(Flaw::Kind::Points));
    }

    /// Where a person has put a label it stands again, of measurements in the report and of arrows and texts in the
    /// presentation state; in the patient and on images that lie nowhere.
    void labelsStandWhereTheyWerePut()
    {
        const dicom::DataSetPtr film = radiograph(), stack = keptStack();
        constexpr ImagePoint put{33.25, 18.5};
        for (const dicom::InstancePtr &image : {film->slices.front(), stack->slices[2]}) {
            const auto place = image->geometry.toPatient(put);
            std::vector<app::DescribedMark> drawn{drawnOn(image, Kind::Length, {{12, 10}, {42, 10}}),
                                                  drawnOn(image, Kind::Ellipse, {{20, 20}, {25, 20}, {20, 23}}),
                                                  drawnOn(image, Kind::Arrow, {{10, 10}, {20, 12}}, u"结节"_s),
                                                  drawnOn(image, Kind::Text, {{30, 10}}, u"看这里"_s)};
            std::vector<app::DescribedMark> all = drawn; // as they are, and once more with labels put aside
            for (app::DescribedMark mark : drawn) {
                mark.mark.id = AnnotationId(mark.mark.id.text() + u"/put"_s);
                mark.mark.labelInPatient = place;
                if (!place)
                    mark.mark.labelInImage = put;
                for (ImagePoint &handle : mark.handles)
                    handle.row += 5.0;
                all.push_back(mark);
            }
            std::vector<objects::Measurement> measurements;
            std::vector<app::DescribedMark> graphics;
            for (const app::DescribedMark &mark : all)
                if (app::keptIn(mark.mark.kind) == app::KeptIn::Measurements)
                    measurements.push_back(app::measurementOf(mark));
                else
                    graphics.push_back(mark);
            auto state = app::presentationOf({image}, graphics, {});
            state.header = objectHeader();
            const auto study = app::restoredStudy({readAgain(keptReport(measurements)), readAgain(state)},
                                                  app::StudyPlaces({film, stack}));
            QCOMPARE(study.marks.size(), std::size_t(8));
            for (const app::DescribedMark &wanted : all) {
                const auto found = study.byId.find(AnnotationId(app::identityOf(wanted.mark.id)));
                QVERIFY(found != study.byId.end());
                const session::Annotation &mark = study.marks[found->second].mark;
                const bool isPut = wanted.mark.id.text().endsWith(u"/put"_s);
                QCOMPARE(mark.labelInPatient.has_value(), isPut && place);
                QCOMPARE(mark.labelInImage.has_value(), isPut && !place);
                if (mark.labelInPatient)
                    QVERIFY((*mark.labelInPatient - *place).length() < 1e-4);
                if (mark.labelInImage)
                    QVERIFY(std::hypot(mark.labelInImage->column - put.column, mark.labelInImage->row - put.row) <
                            1e-4);
            }
        }
    }

    /// Of another program: the nearest kind that claims nothing of its own.
    void othersBecomeTheNearestKind()
    {
        const auto line = shapeOn(3, ShapeType::Polyline, {{10, 20}, {30, 25}});
        const auto bent = shapeOn(3, ShapeType::Polyline, {{10, 20}, {30, 25}, {40, 60}});
        objects::Measurement length = measurementWith({line});
        length.values = {numberOf(objects::codes::length, 12.0, objects::codes::millimetre, {0})};
        length.label = u"Lesion 1"_s;
        length.finding = {u"4147007"_s, u"SCT"_s, u"Mass"_s};
        objects::Measurement angle = measurementWith({bent});
        angle.values = {numberOf(objects::codes::angle, 30.0, objects::codes::degree, {0})};
        objects::Measurement axes = measurementWith({shapeOn(3, ShapeType::Polyline, {{10, 10}, {10, 20}}), line});
        axes.values = {numberOf(objects::codes::shortAxis, 10.0, objects::codes::millimetre, {0}),
                       numberOf(objects::codes::longAxis, 12.0, objects::codes::millimetre, {1})};
        const objects::Measurement plain = measurementWith({bent});
        const objects::Measurement points =
            measurementWith({shapeOn(3, ShapeType::Multipoint, {{1, 2}, {3, 4}, {5, 6}})});
        objects::Measurement written = measurementWith({shapeOn(3, ShapeType::Point, {{1, 2}})});
        written.text = u"look here"_s;
        const objects::Measurement apart = measurementWith({line, shapeOn(3, ShapeType::Circle, {{30, 30}, {34, 30}})});
        const auto out = marksOf(keptReport({length, angle, axes, plain, points, written, apart}), keptPlaces());
        QVERIFY2(out.flaws.all.empty(), qPrintable(flawsOf(out.flaws)));
        std::vector<Kind> kinds;
        for (const auto &one : out.marks)
            kinds.push_back(one.mark.kind);
        QCOMPARE(kinds, (std::vector{Kind::Length, Kind::Angle, Kind::Bidirectional, Kind::Polyline, Kind::Probe,
                                     Kind::Probe, Kind::Probe, Kind::Text, Kind::Polyline, Kind::PointRoi}));
        QCOMPARE(out.marks[0].mark.text, u"Lesion 1 · Mass"_s);
        QCOMPARE(out.marks[0].origin.stated.size(), std::size_t(1));
        QVERIFY(isNear(out.marks[2].mark.patientHandles,
                       onThird({{10, 20}, {30, 25}, {10, 10}, {10, 20}}))); // long one first
        QCOMPARE(out.marks[5].mark.id.text(), points.trackingUid + u"#2"_s);
    }

    /// In the patient: on the image that is named, else on the one that it lies in.
    void shapesInThePatientFindTheirImage()
    {
        const auto inside = measurementWith({shapeInPatient(ShapeType::Polyline, {{0, 0, 8.3}, {10, 0, 8.3}})});
        auto named = measurementWith({shapeInPatient(ShapeType::Polyline, {{0, 0, 8.0}, {10, 0, 12.0}})});
        named.image = imageOf(6);
        const auto nowhere = measurementWith({shapeInPatient(ShapeType::Polyline, {{0, 0, 8.0}, {10, 0, 18.0}})});
        const auto out = marksOf(keptReport({inside, named, nowhere}), keptPlaces());
        QCOMPARE(out.marks.size(), std::size_t(2));
        QCOMPARE(out.marks[0].mark.sop, imageOf(4).sop);
        QCOMPARE(out.marks[1].mark.sop, imageOf(6).sop);
        QVERIFY(out.flaws.has(Flaw::Kind::NoImage)); // told, not put somewhere
    }

    /// One bad input each: refused by name, and the good mark beside it stays.
    void badInputIsRefusedByName_data()
    {
        QTest::addColumn<objects::Measurement>("bad");
        QTest::addColumn<int>("flaw");
        const auto row = [](const char *name, const objects::Measurement &bad, Flaw::Kind flaw) {
            QTest::newRow(name) << bad << int(flaw);
        };
        const std::vector<ImagePoint> ends{{1, 1}, {5, 5}};
        row("missing image", measurementWith({shapeOn(77, ShapeType::Polyline, ends)}), Flaw::Kind::MissingImage);
        auto other = shapeOn(3, ShapeType::Polyline, ends);
        other.image.study = StudyUid(u"1.2.3.4"_s);
        row("another study", measurementWith({other}), Flaw::Kind::OtherStudy);
        auto frame = shapeOn(3, ShapeType::Polyline, ends);
        frame.image.frame = 9;
        row("unknown frame", measurementWith({frame}), Flaw::Kind::NoFrame);
        row("outside", measurementWith({shapeOn(3, ShapeType::Polyline, {{1, 1}, {400, 5}})}), Flaw::Kind::Outside);
        auto space = shapeInPatient(ShapeType::Polyline, {{0, 0, 8}, {1, 0, 8}});
        space.frameOfReference = FrameOfReferenceUid(u"9.9.9"_s);
        row("another frame of reference", measurementWith({space}), Flaw::Kind::OtherFrame);
        auto empty = measurementWith({});
        empty.values = {numberOf(objects::codes::area, 12.0, objects::codes::squareMillimetre)};
        row("no place", empty, Flaw::Kind::NoPlace);
        std::vector<ImagePoint> many;
        for (int i = 0; i < 6000; ++i)
            many.push_back({50.0 + 20.0 * std::cos(i / 100.0), 40.0 + 20.0 * std::sin(i / 100.0)});
        row("too many points", measurementWith({shapeOn(3, ShapeType::Polygon, many)}), Flaw::Kind::TooMany);
        row("an ellipsoid",
            measurementWith({shapeInPatient(ShapeType::Ellipsoid,
                                            {{0, 0, 8}, {1, 0, 8}, {0, 1, 8}, {0, 2, 8}, {0, 0, 9}, {0, 0, 7}})}),
            Flaw::Kind::ShapeType);
        row("no number", measurementWith({shapeOn(3, ShapeType::Polyline, {{1, 1}, {std::nan(""), 5}})}),
            Flaw::Kind::Points);
    }
    void badInputIsRefusedByName()
    {
        QFETCH(objects::Measurement, bad);
        QFETCH(int, flaw);
        const auto good = measurementWith({shapeOn(3, ShapeType::Polyline, {{1, 1}, {5, 5}})});
        const auto out = marksOf(keptReport({bad, good}), keptPlaces());
        QVERIFY2(out.flaws.has(Flaw::Kind(flaw)), qPrintable(flawsOf(out.flaws)));
        QVERIFY(!objects::flawText(Flaw::Kind(flaw)).isEmpty());
        QCOMPARE(out.marks.size(), std::size_t(1));
        QCOMPARE(out.marks.front().mark.id.text(), good.trackingUid);
    }

    void anotherPatientsMarksAreRefused()
    {
        auto report = keptReport({measurementWith({shapeOn(3, ShapeType::Polyline, {{1, 1}, {5, 5}})})});
        report.header = objectHeader(imageHeader({u"ISO_IR 192"_s}, u"SOMEBODY^ELSE"_s));
        report.header.study.setText(tags::PatientId, "LO", {u"OTHER"_s});
        const auto out = marksOf(report, keptPlaces());
        QVERIFY(out.marks.empty());
        QVERIFY(out.flaws.has(Flaw::Kind::OtherPatient));
    }

    /// What somebody is called in a file gives no right over the local person's marks.
    void nobodyIsTakenForTheLocalPerson()
    {
        auto report = keptReport({measurementWith({shapeOn(3, ShapeType::Polyline, {{1, 1}, {5, 5}})})});
        report.author = u"local"_s;
        const auto out = marksOf(report, keptPlaces());
        QCOMPARE(out.marks.size(), std::size_t(1));
        QVERIFY(out.marks.front().mark.author != ActorId(u"local"_s));
    }

    void laterOnesTakeThePlaceOfEarlierOnes()
    {
        const auto line = [](double to) { return shapeOn(3, ShapeType::Polyline, {{1, 1}, {to, 5}}); };
        objects::Measurement first = measurementWith({line(10)}), second = first;
        second.shapes = {line(20)};
        auto early = keptReport({first, measurementWith({line(30)})});
        early.header.time = u"080000"_s;
        auto late = keptReport({second});
        late.header.time = u"090000"_s;
        // The same mark in two documents: the later one, and the earlier one is told.
        auto out = app::restoredStudy({readAgain(early), readAgain(late)}, keptPlaces());
        QCOMPARE(out.marks.size(), std::size_t(2));
        QVERIFY(isNear(out.marks[out.byId.at(AnnotationId(first.trackingUid))].mark.patientHandles,
                       onThird({{1, 1}, {20, 5}})));
        QCOMPARE(out.troubles.size(), std::size_t(1));
        QCOMPARE(out.troubles.front().reason, objects::flawText(Flaw::Kind::Superseded));
        // Named as predecessor: nothing of it, also what the later one has dropped.
        late.predecessors = {{SopClassUid(u"1.2.840.10008.5.1.4.1.1.88.33"_s), early.header.sop, 0,
                              early.header.studyUid(), early.header.series}};
        out = app::restoredStudy({readAgain(early), readAgain(late)}, keptPlaces());
        QCOMPARE(out.marks.size(), std::size_t(1));
        QCOMPARE(out.troubles.front().object, early.header.sop);
    }

    /// IHE RAD, image object change management: what a rejection note names is not shown, and that is told.
    void whatANoteWithdrawsIsNotShown()
    {
        const auto report = keptReport({measurementWith({shapeOn(3, ShapeType::Polyline, {{1, 1}, {5, 5}})})});
        objects::KeyObjects note;
        note.header = objectHeader();
        note.title = objects::codes::rejectedForQuality;
        note.images = {{SopClassUid(u"1.2.840.10008.5.1.4.1.1.88.33"_s), report.header.sop, 0, report.header.studyUid(),
                        report.header.series}};
        auto out = app::restoredStudy({readAgain(report), readAgain(note)}, keptPlaces());
        QVERIFY(out.marks.empty());
        QCOMPARE(out.troubles.size(), std::size_t(1));
        QCOMPARE(out.troubles.front().object, report.header.sop);
        QCOMPARE(out.troubles.front().reason, objects::flawText(Flaw::Kind::Rejected));
        // An image that is rejected is shown, with what was said of it.
        note.images = {imageOf(3)};
        out = app::restoredStudy({readAgain(report), readAgain(note)}, keptPlaces());
        QCOMPARE(out.marks.size(), std::size_t(2));
        QVERIFY(out.troubles.empty());
    }

    /// Key images of this program that were taken back: neither the note that is withdrawn nor one before it comes
    /// back.
    void whatWasTakenBackStaysAway()
    {
        objects::KeyObjects first;
        first.header = objectHeader();
        first.header.manufacturer = u"Consilium"_s;
        first.header.time = u"080000"_s;
        first.title = objects::codes::forSurgery;
        first.images = {imageOf(2)};
        objects::KeyObjects second = first;
        second.header.sop = SopInstanceUid(first.header.sop.text() + u".2"_s);
        second.header.time = u"090000"_s;
        second.images = {imageOf(2), imageOf(5)};
        objects::KeyObjects note = first;
        note.header.sop = SopInstanceUid(first.header.sop.text() + u".3"_s);
        note.header.series = SeriesUid(first.header.series.text() + u".3"_s);
        note.header.time = u"100000"_s;
        note.title = objects::codes::rejectedForQuality;
        note.images = {{SopClassUid(u"1.2.840.10008.5.1.4.1.1.88.59"_s), second.header.sop, 0, second.header.studyUid(),
                        second.header.series}};
        QCOMPARE(app::restoredStudy({readAgain(first), readAgain(second)}, keptPlaces()).marks.size(), std::size_t(2));
        auto out = app::restoredStudy({readAgain(first), readAgain(second), readAgain(note)}, keptPlaces());
        QVERIFY(out.marks.empty());
        for (const objects::ObjectTrouble &trouble : out.troubles)
            QVERIFY(trouble.reason != objects::flawText(Flaw::Kind::MissingImage));
        // An archive that does not list what was withdrawn.
        out = app::restoredStudy({readAgain(note)}, keptPlaces());
        QVERIFY(out.marks.empty() && out.troubles.empty());
        // What is marked again counts.
        objects::KeyObjects again = first;
        again.header.sop = SopInstanceUid(first.header.sop.text() + u".4"_s);
        again.header.series = SeriesUid(first.header.series.text() + u".4"_s);
        again.header.time = u"110000"_s;
        out = app::restoredStudy({readAgain(second), readAgain(note), readAgain(again)}, keptPlaces());
        QCOMPARE(out.marks.size(), std::size_t(1));
    }

    void keyImagesAreMarksOfTheirImages()
    {
        objects::KeyObjects keys;
        keys.header = objectHeader();
        keys.title = objects::codes::forSurgery;
        keys.reason = u"术前请看"_s;
        keys.images = {imageOf(2), imageOf(5), imageOf(77)};
        const auto out = app::restoredStudy({readAgain(keys)}, keptPlaces());
        QCOMPARE(out.marks.size(), std::size_t(2));
        QCOMPARE(out.marks[0].mark.kind, Kind::KeyImage);
        QCOMPARE(out.marks[0].mark.text, u"113003"_s);
        QCOMPARE(out.marks[1].mark.sop, imageOf(5).sop);
        QCOMPARE(out.marks[0].origin.remark, u"术前请看"_s);
        QCOMPARE(out.troubles.size(), std::size_t(1)); // the image that is not there
        QCOMPARE(out.troubles.front().reason, objects::flawText(Flaw::Kind::MissingImage));
        keys.title = {u"113030"_s, u"DCM"_s, u"Manifest"_s};
        QVERIFY(marksOf(keys, keptPlaces()).marks.empty());
    }

    void drawingsOfStatesAreMarks()
    {
        objects::PresentationState state;
        state.header = objectHeader();
        state.label = u"OTHER"_s;
        state.images = {imageOf(3)};
        objects::Annotation annotation;
        objects::Graphic circle, closed, open, display;
        circle.type = objects::Graphic::Type::Circle;
        circle.points = {{20, 20}, {24, 20}};
        closed.points = {{1, 1}, {9, 1}, {9, 9}, {1, 1}};
        open.points = {{1, 1}, {9, 1}};
        display.displayPoints = {{0.1, 0.1}, {0.2, 0.2}};
        annotation.graphics = {circle, closed, open, display};
        objects::TextNote note;
        note.text = u"注意"_s;
        note.anchor = ImagePoint{5, 6};
        annotation.texts = {note};
        annotation.layer = u"CAD"_s;
        state.annotations = {annotation};
        state.layers = {{u"CAD"_s, 1, {}, {}, {}}};
        auto out = marksOf(state, keptPlaces());
        QCOMPARE(out.marks.size(), std::size_t(4));
        for (const app::RestoredMark &one : out.marks) {
            QCOMPARE(one.origin.layer, u"CAD"_s);
            QVERIFY(one.origin.graphicLayer == state.layers.front());
        }
        state.layers.front().description = u" Findings of\n the computer "_s;
        QCOMPARE(marksOf(state, keptPlaces()).marks.front().origin.layer, u"Findings of the computer"_s);
        QCOMPARE(out.marks[0].mark.kind, Kind::PointRoi);
        QCOMPARE(out.marks[1].mark.kind, Kind::Polygon);
        QCOMPARE(out.marks[2].mark.kind, Kind::Polyline); // claims no length of its own kind
        QCOMPARE(out.marks[3].mark.text, u"注意"_s);
        QVERIFY(isNear(out.marks[3].mark.patientHandles, onThird({{5, 6}})));
        QVERIFY(out.flaws.has(Flaw::Kind::OnDisplay));
        // Each time under the same identity.
        QCOMPARE(marksOf(state, keptPlaces()).marks[1].mark.id, out.marks[1].mark.id);
        // As this program writes an arrow: one mark, with its text.
        state.label = u"CONSILIUM"_s;
        annotation.layer = u"ARROWS"_s;
        annotation.graphics = {open, closed};
        state.annotations = {annotation};
        out = marksOf(state, keptPlaces());
        QCOMPARE(out.marks.size(), std::size_t(1));
        QCOMPARE(out.marks[0].mark.kind, Kind::Arrow);
        QCOMPARE(out.marks[0].mark.text, u"注意"_s);
        QVERIFY(out.marks[0].origin.layer.isEmpty() &&
                !out.marks[0].origin.graphicLayer); // of its own it tells nothing
    }

    /// One bad reference each, of a presentation state: told by name; what is good beside it stays, and a state that
    /// is for no image of this patient is not offered.
    void whatStatesReferTo_data()
    {
        QTest::addColumn<std::vector<objects::ImageReference>>("images");
        QTest::addColumn<std::vector<ImagePoint>>("points");
        QTest::addColumn<bool>("isOtherPatient");
        QTest::addColumn<int>("flaw");
        QTest::addColumn<bool>("isOffered");
        QTest::addColumn<int>("marks");
        using Images = std::vector<objects::ImageReference>;
        using Points = std::vector<ImagePoint>;
        const Points line{{1, 1}, {9, 1}};
        const auto row = [](const char *name, const Images &images, const Points &points, bool isOther, Flaw::Kind flaw,
                            bool isOffered, int marks) {
            QTest::newRow(name) << images << points << isOther << int(flaw) << isOffered << marks;
        };
        const auto ofFrame = [](int number, int frame) {
            objects::ImageReference image = imageOf(number);
            image.frame = frame;
            return image;
        };
        row("missing image", {imageOf(77)}, line, false, Flaw::Kind::MissingImage, false, 0);
        row("one of two is missing", {imageOf(77), imageOf(3)}, line, false, Flaw::Kind::MissingImage, true, 2);
        row("unknown frame", {ofFrame(3, 9)}, line, false, Flaw::Kind::NoFrame, false, 0);
        row("one unknown frame of two", {ofFrame(3, 9), imageOf(4)}, line, false, Flaw::Kind::NoFrame, true, 2);
        row("another patient", {imageOf(3)}, line, true, Flaw::Kind::OtherPatient, false, 0);
        row("outside", {imageOf(3)}, {{1, 1}, {400, 5}}, false, Flaw::Kind::Outside, true, 1);
        row("no number", {imageOf(3)}, {{1, 1}, {std::nan(""), 5}}, false, Flaw::Kind::Points, true, 1);
    }
    void whatStatesReferTo()
    {
        QFETCH(const std::vector<objects::ImageReference>, images);
        QFETCH(const std::vector<ImagePoint>, points);
        QFETCH(const bool, isOtherPatient);
        QFETCH(const int, flaw);
        QFETCH(const bool, isOffered);
        QFETCH(const int, marks);
        objects::PresentationState state;
        state.header = isOtherPatient ? otherPatient() : objectHeader();
        state.images = images;
        objects::Annotation annotation;
        objects::Graphic drawn, good;
        drawn.points = points;
        good.points = {{20, 20}, {30, 20}};
        annotation.graphics = {drawn, good};
        state.annotations = {annotation};
        const auto out = app::restoredStudy({entryOf(state)}, keptPlaces());
        QCOMPARE(out.states.size(), std::size_t(isOffered ? 1 : 0));
        QCOMPARE(int(out.marks.size()), marks);
        QCOMPARE(out.troubles.size(), std::size_t(1));
        QCOMPARE(out.troubles.front().reason, objects::flawText(Flaw::Kind(flaw)));
    }

    void whatKeyNotesReferTo_data()
    {
        QTest::addColumn<objects::ImageReference>("bad");
        QTest::addColumn<bool>("isOtherPatient");
        QTest::addColumn<int>("flaw");
        objects::ImageReference frame = imageOf(3), study = imageOf(3);
        frame.frame = 9;
        study.study = StudyUid(u"1.2.3.4"_s);
        QTest::newRow("missing image") << imageOf(77) << false << int(Flaw::Kind::MissingImage);
        QTest::newRow("unknown frame") << frame << false << int(Flaw::Kind::NoFrame);
        QTest::newRow("another study") << study << false << int(Flaw::Kind::OtherStudy);
        QTest::newRow("another patient") << imageOf(3) << true << int(Flaw::Kind::OtherPatient);
    }
    void whatKeyNotesReferTo()
    {
        QFETCH(const objects::ImageReference, bad);
        QFETCH(const bool, isOtherPatient);
        QFETCH(const int, flaw);
        objects::KeyObjects keys;
        keys.header = isOtherPatient ? otherPatient() : objectHeader();
        keys.title = objects::codes::forSurgery;
        keys.images = {bad, imageOf(2)};
        const auto out = app::restoredStudy({entryOf(keys)}, keptPlaces());
        QCOMPARE(out.marks.size(), std::size_t(isOtherPatient ? 0 : 1));
        QCOMPARE(out.troubles.size(), std::size_t(1));
        QCOMPARE(out.troubles.front().reason, objects::flawText(Flaw::Kind(flaw)));
        QCOMPARE(out.troubles.front().count, isOtherPatient ? 2 : 1);
    }

    /// Wherever it was moved to, an arrow or text that this program wrote is the same one; others' are known by place.
    void ownDrawingsKeepTheirIdentity()
    {
        const auto image = keptStack()->slices[2];
        const auto stateWith = [&](std::vector<ImagePoint> arrow, std::vector<ImagePoint> text) {
            std::vector<app::DescribedMark> drawn(2);
            drawn[0].mark.id = AnnotationId(u"arrow"_s);
            drawn[0].mark.kind = Kind::Arrow;
            drawn[0].mark.text = u"结节"_s;
            drawn[1].mark.id = AnnotationId(u"text"_s);
            drawn[1].mark.kind = Kind::Text;
            drawn[1].mark.text = u"结节"_s;
            drawn[0].handles = std::move(arrow);
            drawn[1].handles = std::move(text);
            for (app::DescribedMark &mark : drawn)
                mark.image = image;
            auto state = app::presentationOf({image}, drawn, {});
            state.header = objectHeader();
            return state;
        };
        const auto before = stateWith({{10, 20}, {30, 25}}, {{5, 6}}),
                   after = stateWith({{11, 21}, {60, 40}}, {{9, 9}});
        const QString arrow = app::trackingUidOf(AnnotationId(u"arrow"_s)),
                      text = app::trackingUidOf(AnnotationId(u"text"_s));
        for (const auto &state : {before, after}) {
            const auto entry = readAgain(state);
            QVERIFY(entry.object);
            const auto study = app::restoredStudy({entry}, keptPlaces());
            QCOMPARE(study.marks.size(), std::size_t(2));
            QVERIFY(study.origin(AnnotationId(arrow)));
            QVERIFY(study.origin(AnnotationId(text)));
        }
        // Both versions in the archive: one arrow and one text, as they are in the later one.
        auto early = before, late = after;
        early.header.time = u"080000"_s;
        late.header.time = u"090000"_s;
        const auto study = app::restoredStudy({readAgain(early), readAgain(late)}, keptPlaces());
        QCOMPARE(study.marks.size(), std::size_t(2));
        QVERIFY(
            isNear(study.marks[study.byId.at(AnnotationId(arrow))].mark.patientHandles, onThird({{11, 21}, {60, 40}})));
        // Of another program one UID may stand at several drawings: none of them is lost, and places are the key.
        auto other = before;
        other.label = u"OTHER"_s;
        for (auto &annotation : other.annotations)
            for (auto &graphic : annotation.graphics)
                graphic.trackingUid = u"2.25.4711"_s;
        const auto theirs = marksOf(other, keptPlaces());
        QCOMPARE(theirs.marks.size(), std::size_t(4)); // line, head, and two texts
        for (const auto &mark : theirs.marks)
            QVERIFY(mark.mark.id.text().startsWith(other.header.sop.text()));
    }
};

CONSILIUM_TEST(UsecaseRestoredMarks)

#include "UsecaseRestoredMarks.moc"
