#include "viewer/imaging/Calibration.h"
#include "tests/render/ImageFixture.h"
#include "tests/support/TestMain.h"
#include "viewer/session/Validation.h"

#include <cmath>

using namespace consilium;
using namespace consilium::imaging;
using namespace consilium::test;
using Basis = dicom::SpacingBasis;

namespace
{

bool isNear(double found, double wanted)
{
    return std::abs(found - wanted) < 1e-12 * std::max(1.0, std::abs(wanted));
}

std::shared_ptr<dicom::Instance> radiograph(double rowsMm = 0.2, double columnsMm = 0.2,
                                            Basis basis = Basis::DetectorPlane)
{
    ImageSpec spec;
    spec.betweenRowsMm = rowsMm;
    spec.betweenColumnsMm = columnsMm;
    spec.basis = basis;
    spec.position.reset();
    spec.alongRow.reset();
    spec.alongColumn.reset();
    return makeInstance(spec);
}

session::Annotation line(const dicom::Instance &image, ImagePoint a, ImagePoint b, const QString &mm,
                         const QString &id = u"c"_s)
{
    session::Annotation mark;
    mark.id = AnnotationId(id);
    mark.kind = session::AnnotationKind::Calibration;
    mark.sop = image.sop;
    mark.imageHandles = {a, b};
    mark.text = mm;
    return mark;
}

} // namespace

class CalibrationTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void onlyWhatHasNoPlaceInThePatientIsCalibrated()
    {
        const auto hindranceOf = [](const dicom::Instance &image) { return calibrationHindrance(image.geometry); };
        QVERIFY(hindranceOf(*makeInstance({})) == CalibrationHindrance::PatientPlane);
        for (const Basis basis : {Basis::None, Basis::DetectorPlane, Basis::Calibrated, Basis::MagnificationCorrected,
                                  Basis::AsWritten, Basis::ScannedMedium})
            QVERIFY(hindranceOf(*radiograph(0.2, 0.2, basis)) == CalibrationHindrance::None);
        QVERIFY(hindranceOf(*radiograph(0.2, 0.2, Basis::PatientPlane)) == CalibrationHindrance::PatientPlane);
        QVERIFY(hindranceOf(*radiograph(0.2, 0.2, Basis::UltrasoundRegion)) == CalibrationHindrance::UltrasoundScale);
        const auto image = radiograph(0, 0, Basis::None);
        image->geometry.regions = std::make_shared<const std::vector<dicom::UltrasoundRegion>>();
        QVERIFY(hindranceOf(*image) == CalibrationHindrance::UltrasoundScale);
        QVERIFY(!spacingByHand(image->geometry, line(*image, {0, 0}, {40, 0}, u"20"_s)));
    }
    void theScaleIsTheLengthOverTheLine()
    {
        const auto image = radiograph();
        const auto spacing = spacingByHand(image->geometry, line(*image, {5, 7}, {35, 47}, u"25"_s));
        QVERIFY(spacing && spacing->basis == Basis::ByHand);
        QVERIFY(isNear(spacing->betweenColumnsMm, 25.0 / 50.0));
        QVERIFY(isNear(spacing->betweenRowsMm, 25.0 / 50.0));
    }
    void pixelsKeepTheirShape()
    {
        // Rows twice as far apart as columns: 30 columns and 20 rows are 30 and 40 columns wide.
        for (const auto &image : {radiograph(0.4, 0.2), radiograph(0, 0, Basis::None)}) {
            image->geometry.aspectRowsToColumns = 2.0;
            const auto spacing = spacingByHand(image->geometry, line(*image, {10, 10}, {40, 30}, u"25.5"_s));
            QVERIFY(spacing);
            QVERIFY(isNear(spacing->betweenColumnsMm, 25.5 / 50.0));
            QVERIFY(isNear(spacing->betweenRowsMm, 2.0 * 25.5 / 50.0));
        }
    }
    void aShortLineCalibratesNothing()
    {
        const auto image = radiograph();
        QVERIFY(!spacingByHand(image->geometry, line(*image, {10, 10}, {29.9, 10}, u"20"_s)));
        QVERIFY(spacingByHand(image->geometry, line(*image, {10, 10}, {30, 10}, u"20"_s)));
        QVERIFY(!spacingByHand(image->geometry, line(*image, {10, 10}, {30, 10}, u"ball"_s)));
    }
    void oneImageWithAllItsFrames()
    {
        const auto image = radiograph();
        session::Annotation mark = line(*image, {10, 10}, {50, 10}, u"20"_s);
        mark.frame = 3;
        auto marks = session::AnnotationSet().with(mark);
        QCOMPARE(handCalibration(*image, marks).lines, 1);
        QVERIFY(isNear(handCalibration(*image, marks).spacing.value_or(dicom::PixelSpacing()).betweenColumnsMm, 0.5));
        const auto next = radiograph();
        next->sop = SopInstanceUid(u"1.2.3.2"_s);
        QVERIFY(handCalibration(*next, marks) == HandCalibration());
    }
    void linesThatContradictEachOtherHoldNeither()
    {
        const auto image = radiograph();
        const auto marks = session::AnnotationSet().with(line(*image, {10, 10}, {50, 10}, u"20"_s, u"a"_s));
        const auto agreed = handCalibration(*image, marks.with(line(*image, {10, 30}, {50, 30}, u"20"_s, u"b"_s)));
        QVERIFY(agreed.lines == 2 && agreed.spacing);
        const auto other = handCalibration(*image, marks.with(line(*image, {10, 30}, {50, 30}, u"21"_s, u"b"_s)));
        QVERIFY(other.lines == 2 && !other.spacing);
        const auto tooShort = handCalibration(*image, marks.with(line(*image, {10, 30}, {15, 30}, u"2.5"_s, u"b"_s)));
        QVERIFY(tooShort.lines == 2 && !tooShort.spacing);
    }
    void onlyALengthIsOne()
    {
        for (const auto &[text, mm] : {std::pair(u"25"_s, 25.0), std::pair(u"0.5"_s, 0.5), std::pair(u"10000"_s, 1e4)})
            QVERIFY(session::knownLengthMm(text) == mm);
        for (const QString &text : {u""_s, u"0"_s, u"-3"_s, u"+3"_s, u"1e3"_s, u"25 mm"_s, u"2,5"_s, u"."_s, u"5."_s,
                                    u".5"_s, u"1.2.3"_s, u"10000.1"_s, u"nan"_s, u"inf"_s, u"٣"_s, u"0000000000025"_s})
            QVERIFY2(!session::knownLengthMm(text), qPrintable(text));
    }
    void aCalibrationLiesInTheImageAndSaysALength()
    {
        const auto image = radiograph();
        session::Annotation mark = line(*image, {10, 10}, {50, 10}, u"20"_s);
        mark.author = ActorId(u"reader"_s);
        mark.dataSet = DataSetId(u"1.2.3.0"_s);
        QVERIFY(session::checkAnnotation(mark));
        session::Annotation wordless = mark;
        wordless.text.clear();
        QVERIFY(!session::checkAnnotation(wordless));
        session::Annotation inPatient = mark;
        inPatient.imageHandles.clear();
        inPatient.patientHandles = {{0, 0, 0}, {20, 0, 0}};
        QVERIFY(!session::checkAnnotation(inPatient));
    }
};

CONSILIUM_TEST(CalibrationTest)
#include "CalibrationTest.moc"
