#include "tests/support/TestMain.h"
#include "tests/unit/dicom/HeaderFixture.h"
#include "viewer/dicom/DicomFile.h"

#include <array>
#include <cmath>
#include <random>

using namespace Qt::StringLiterals;
using namespace consilium;
using namespace consilium::dicom;
using namespace consilium::test;
using Kind = DataIssue::Kind;

namespace
{

/// The letter by the words of PS3.3 C.7.6.1.1.1: the axis with the largest part, its sign the side.
QChar dominantLetter(double x, double y, double z)
{
    const std::array<double, 3> v{x, y, z};
    int axis = 0;
    for (int i = 1; i < 3; ++i) {
        if (std::fabs(v[std::size_t(i)]) > std::fabs(v[std::size_t(axis)]))
            axis = i;
    }
    return u"RLAPFH"_s[2 * axis + (v[std::size_t(axis)] > 0 ? 1 : 0)];
}

InstancePtr described(const Attributes &header)
{
    const auto image = describeInstance(header);
    return image ? *image : nullptr;
}

} // namespace

class GeometryTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void lettersOfAll48Orientations();
    void lettersOfObliques();
    void secondLetters();
    void noOrientationNoLetters();
    void positionsOfPixels();
    void thereAndBack();
    void orthonormality_data();
    void orthonormality();
    void patientOrientationOnly();
    void sidesThatContradict();
    void badPositions();
    void sidesAreSaidToBeUnknownWhereTheyAre();
    void sideAndView();
    void sideAndViewOfRealFiles_data();
    void sideAndViewOfRealFiles();
};

void GeometryTest::lettersOfAll48Orientations()
{
    int seen = 0;
    const std::array<std::array<int, 3>, 6> permutations{
        {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}}};
    for (const auto &axes : permutations) {
        for (int signs = 0; signs < 8;
             ++signs) { // the third sign is the flip of the slice direction, which letters must not feel
            std::array<double, 6> v{};
            v[std::size_t(axes[0])] = signs & 1 ? -1 : 1;
            v[3 + std::size_t(axes[1])] = signs & 2 ? -1 : 1;
            Attributes h = ctHeader();
            QStringList texts;
            for (const double value : v)
                texts.append(QString::number(value));
            h.setText(tags::ImageOrientationPatient, "DS", texts);
            const InstancePtr image = described(h);
            QVERIFY(image);
            QCOMPARE(orientationLetters(*image->geometry.alongRow), QString(dominantLetter(v[0], v[1], v[2])));
            QCOMPARE(orientationLetters(*image->geometry.alongColumn), QString(dominantLetter(v[3], v[4], v[5])));
            QCOMPARE(orientationLetters(-*image->geometry.alongRow), QString(dominantLetter(-v[0], -v[1], -v[2])));
            ++seen;
        }
    }
    QCOMPARE(seen, 48);
}

void GeometryTest::lettersOfObliques()
{
    std::mt19937 random(7);
    std::normal_distribution<double> normal;
    for (int i = 0; i < 2000; ++i) {
        const double x = normal(random), y = normal(random), z = normal(random);
        QCOMPARE(orientationLetters({x, y, z}), QString(dominantLetter(x, y, z)));
    }
}

void GeometryTest::secondLetters()
{
    // 11 and 9 degrees from the x axis: on either side of the limit of 10.
    const double in = std::tan(11.0 * M_PI / 180.0), out = std::tan(9.0 * M_PI / 180.0);
    QCOMPARE(orientationLetters({1, in, 0}, true), u"LP"_s);
    QCOMPARE(orientationLetters({1, out, 0}, true), u"L"_s);
    QCOMPARE(orientationLetters({-0.5, -0.6, 0.7}, true), u"HAR"_s);
    QCOMPARE(orientationLetters({-0.5, -0.6, 0.7}), u"H"_s);
}

void GeometryTest::noOrientationNoLetters()
{
    QCOMPARE(orientationLetters({0, 0, 0}), QString());
    QCOMPARE(orientationLetters({std::nan(""), 1, 0}), QString());
    Attributes h = ctHeader();
    h.remove(tags::ImageOrientationPatient);
    const InstancePtr image = described(h);
    QVERIFY(image && !image->geometry.isOriented() && !image->geometry.normal());
    QVERIFY(image->geometry.rowLetters.isEmpty());
    QVERIFY(hasIssue(image->issues, Kind::NoOrientation));
    QVERIFY(!image->geometry.toPatient({0, 0}));
}

/// PS3.3 equation C.7.6.2.1-1, written out with numbers: first value of Pixel Spacing between rows, second between
/// columns.
void GeometryTest::positionsOfPixels()
{
    Attributes h = ctHeader();
    setTexts(h, tags::ImageOrientationPatient, "DS", u"0\\1\\0\\0\\0\\-1"_s); // sagittal
    setTexts(h, tags::ImagePositionPatient, "DS", u"5\\-100\\90"_s);
    const InstancePtr image = described(h);
    QVERIFY(image);
    const auto p = image->geometry.toPatient({10, 4}); // column 10, row 4
    QCOMPARE(p->x, 5.0);
    QCOMPARE(p->y, -100.0 + 10 * 0.75);
    QCOMPARE(p->z, 90.0 - 4 * 0.5);
    const PatientVector n = *image->geometry.normal(); // (0,1,0) x (0,0,-1)
    QCOMPARE(n.x, -1.0);
    QCOMPARE(*image->geometry.distanceAlongNormalMm(), -5.0);
    QCOMPARE(image->geometry.aspectRowsToColumns, 0.5 / 0.75);
}

void GeometryTest::thereAndBack()
{
    std::mt19937 random(3);
    std::normal_distribution<double> normal;
    for (int i = 0; i < 200; ++i) {
        FrameGeometry g;
        const PatientVector row = PatientVector{normal(random), normal(random), normal(random)}.normalised();
        const PatientVector other{normal(random), normal(random), normal(random)};
        g.alongRow = row;
        g.alongColumn = (other - row * other.dot(row)).normalised();
        g.position = PatientPoint{100 * normal(random), 100 * normal(random), 100 * normal(random)};
        g.spacing = {0.3 + std::fabs(normal(random)), 0.3 + std::fabs(normal(random)), SpacingBasis::PatientPlane};
        const ImagePoint p{300 * normal(random), 300 * normal(random)};
        const PatientVector above = *g.normal() * (10 * normal(random)); // off the plane: the foot of the perpendicular
        const auto back = g.toImage(*g.toPatient(p) + above);
        QVERIFY(std::fabs(back->column - p.column) < 1e-8 && std::fabs(back->row - p.row) < 1e-8);
    }
}

void GeometryTest::orthonormality_data()
{
    QTest::addColumn<QString>("orientation");
    QTest::addColumn<bool>("oriented");
    QTest::addColumn<bool>("repaired");
    QTest::newRow("rounded to six digits") << u"0.984808\\0.173648\\0\\-0.173648\\0.984808\\0"_s << true << false;
    QTest::newRow("two digits") << u"0.98\\0.17\\0\\-0.17\\0.98\\0"_s << true << true;
    QTest::newRow("not perpendicular, a little") << u"1\\0\\0\\0.03\\1\\0"_s << true << true;
    QTest::newRow("not perpendicular") << u"1\\0\\0\\0.5\\0.866\\0"_s << false << false;
    QTest::newRow("too long") << u"2\\0\\0\\0\\2\\0"_s << false << false;
    QTest::newRow("zeros") << u"0\\0\\0\\0\\0\\0"_s << false << false;
    QTest::newRow("the same twice") << u"1\\0\\0\\1\\0\\0"_s << false << false;
    QTest::newRow("five numbers") << u"1\\0\\0\\0\\1"_s << false << false;
    QTest::newRow("not numbers") << u"1\\0\\0\\0\\one\\0"_s << false << false;
    QTest::newRow("not a number") << u"nan\\0\\0\\0\\1\\0"_s << false << false;
    QTest::newRow("infinite") << u"inf\\0\\0\\0\\1\\0"_s << false << false;
}

void GeometryTest::orthonormality()
{
    QFETCH(QString, orientation);
    QFETCH(bool, oriented);
    QFETCH(bool, repaired);
    Attributes h = ctHeader();
    setTexts(h, tags::ImageOrientationPatient, "DS", orientation);
    const InstancePtr image = described(h);
    QVERIFY(image);
    QCOMPARE(image->geometry.isOriented(), oriented);
    QCOMPARE(hasIssue(image->issues, Kind::NoOrientation), !oriented);
    QCOMPARE(hasIssue(image->issues, Kind::OtherRepaired), repaired);
    if (oriented) {
        QVERIFY(std::fabs(image->geometry.alongRow->length() - 1.0) < 1e-12);
        QVERIFY(std::fabs(image->geometry.alongColumn->length() - 1.0) < 1e-12);
        QVERIFY(std::fabs(image->geometry.alongRow->dot(*image->geometry.alongColumn)) < 1e-12);
    }
}

void GeometryTest::patientOrientationOnly()
{
    Attributes h = ctHeader();
    setTexts(h, tags::SopClassUid, "UI", u"1.2.840.10008.5.1.4.1.1.1.1"_s);
    setTexts(h, tags::Modality, "CS", u"DX"_s);
    h.remove(tags::ImageOrientationPatient);
    h.remove(tags::ImagePositionPatient);
    setTexts(h, tags::PatientOrientation, "CS", u"L\\F"_s);
    const InstancePtr image = described(h);
    QVERIFY(image);
    QCOMPARE(image->geometry.rowLetters, u"L"_s);
    QCOMPARE(image->geometry.columnLetters, u"F"_s);
    QVERIFY(!hasIssue(image->issues, Kind::NoOrientation));
    setTexts(h, tags::PatientOrientation, "CS", u"X\\<b>"_s);
    QVERIFY(described(h)->geometry.rowLetters.isEmpty());
    QVERIFY(hasIssue(described(h)->issues, Kind::NoOrientation));
    // No image has its left on two edges, or rows and columns along one axis.
    for (const QString &impossible : {u"L\\L"_s, u"L\\R"_s, u"LR\\F"_s, u"A\\PH"_s, u"HF\\L"_s}) {
        setTexts(h, tags::PatientOrientation, "CS", impossible);
        QVERIFY2(described(h)->geometry.rowLetters.isEmpty() && described(h)->geometry.columnLetters.isEmpty(),
                 qPrintable(impossible));
        QVERIFY(hasIssue(described(h)->issues, Kind::NoOrientation));
    }
    setTexts(h, tags::PatientOrientation, "CS", u"LF\\FR"_s); // oblique
    QCOMPARE(described(h)->geometry.rowLetters, u"LF"_s);
}

void GeometryTest::sidesThatContradict()
{
    constexpr Tag seriesLaterality{0x0020, 0x0060};
    Attributes h = ctHeader();
    setTexts(h, tags::SopClassUid, "UI", u"1.2.840.10008.5.1.4.1.1.1.1"_s);
    setTexts(h, tags::Modality, "CS", u"DX"_s);
    setTexts(h, tags::ImageLaterality, "CS", u"L"_s);
    setTexts(h, seriesLaterality, "CS", u"L"_s);
    QCOMPARE(described(h)->laterality, u"L"_s);
    QVERIFY(!hasIssue(described(h)->issues, Kind::OtherRepaired));
    setTexts(h, seriesLaterality, "CS", u"R"_s);
    QCOMPARE(described(h)->laterality, QString());
    QVERIFY(hasIssue(described(h)->issues, Kind::OtherRepaired));
}

void GeometryTest::badPositions()
{
    for (const QString &position : {u"1\\2"_s, u"1\\2\\x"_s, u"1\\2\\1e30"_s, u"nan\\0\\0"_s}) {
        Attributes h = ctHeader();
        setTexts(h, tags::ImagePositionPatient, "DS", position);
        const InstancePtr image = described(h);
        QVERIFY(image && !image->geometry.position && !image->geometry.isSpatial());
        QVERIFY(hasIssue(image->issues, Kind::NoPosition));
        QVERIFY(image->geometry.hasSides() && !hasIssue(image->issues, Kind::NoOrientation));
    }
}

/// Letters are drawn where the geometry has sides: what is said of them is never the contrary.
void GeometryTest::sidesAreSaidToBeUnknownWhereTheyAre()
{
    for (const QString &orientation : {QString(), u"1\\0\\0\\0\\1\\0"_s, u"1\\0\\0\\0\\1"_s, u"0\\0\\0\\0\\2\\0"_s}) {
        for (const QString &letters : {QString(), u"L\\P"_s, u"L\\R"_s, u"L"_s, u"X\\P"_s}) {
            for (const QString &position : {QString(), u"1\\2\\3"_s, u"1\\2\\1e300"_s}) {
                Attributes h = ctHeader();
                h.remove(tags::ImageOrientationPatient);
                h.remove(tags::ImagePositionPatient);
                if (!orientation.isEmpty())
                    setTexts(h, tags::ImageOrientationPatient, "DS", orientation);
                if (!letters.isEmpty())
                    setTexts(h, tags::PatientOrientation, "CS", letters);
                if (!position.isEmpty())
                    setTexts(h, tags::ImagePositionPatient, "DS", position);
                const InstancePtr image = described(h);
                const QString what = orientation + u" | "_s + letters + u" | "_s + position;
                const bool isVector = orientation == u"1\\0\\0\\0\\1\\0"_s, isNamed = letters == u"L\\P"_s;
                QVERIFY2(image->geometry.hasSides() == (isVector || isNamed), qPrintable(what));
                QVERIFY2(hasIssue(image->issues, Kind::NoOrientation) == !image->geometry.hasSides(), qPrintable(what));
                QVERIFY2(hasIssue(image->issues, Kind::NoPosition) ==
                             (position.contains(u'e') || (isNamed && !isVector)),
                         qPrintable(what));
                const bool isMended = !orientation.isEmpty() && !isVector && isNamed;
                QVERIFY2(hasIssue(image->issues, Kind::OtherRepaired) == isMended, qPrintable(what));
            }
        }
    }
}

void GeometryTest::sideAndView()
{
    constexpr Tag laterality{0x0020, 0x0060}, viewPosition{0x0018, 0x5101}, viewCode{0x0054, 0x0220},
        codeMeaning{0x0008, 0x0104};
    const auto described = [](const Attributes &h) { return describeInstance(h).value_or(nullptr); };
    Attributes h = ctHeader();
    setTexts(h, laterality, "CS", u"R"_s);
    QCOMPARE(described(h)->laterality, QString()); // a section shows both sides, whatever the series says
    setTexts(h, tags::ImageLaterality, "CS", u"L"_s);
    QCOMPARE(described(h)->laterality, u"L"_s);

    setTexts(h, tags::SopClassUid, "UI", u"1.2.840.10008.5.1.4.1.1.1.2"_s);
    QCOMPARE(described(h)->laterality, QString()); // one of the two is wrong (sidesThatContradict)
    setTexts(h, laterality, "CS", u"B"_s);
    QCOMPARE(described(h)->laterality, u"L"_s); // the image's word before the series'
    setTexts(h, laterality, "CS", u"R"_s);
    h.remove(tags::ImageLaterality);
    QCOMPARE(described(h)->laterality, u"R"_s);
    setTexts(h, tags::ImageLaterality, "CS", u"X"_s); // not a side
    QCOMPARE(described(h)->laterality, QString());

    QCOMPARE(described(h)->viewPosition, QString());
    Attributes code;
    setTexts(code, codeMeaning, "LO", u"medio-lateral oblique"_s);
    Attribute sequence;
    sequence.vr = {'S', 'Q'};
    sequence.items = {code};
    h.set(viewCode, sequence);
    QCOMPARE(described(h)->viewPosition, u"medio-lateral oblique"_s);
    setTexts(h, viewPosition, "CS", u"MLO"_s);
    QCOMPARE(described(h)->viewPosition, u"MLO"_s);
}

void GeometryTest::sideAndViewOfRealFiles_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("side");
    QTest::addColumn<QString>("view");
    // As pydicom shows them.
    QTest::newRow("MG CC") << u"OutOfBoundsOverlay.dcm"_s << u"L"_s << u"CC"_s;
    QTest::newRow("MG MLO, as secondary capture") << u"MG1_J2KI"_s << u"L"_s << u"MLO"_s;
    QTest::newRow("CR AP") << u"RG3_J2KR.dcm"_s << u"R"_s << u"AP"_s;
    QTest::newRow("CR PA") << u"RG1_J2KI.dcm"_s << QString() << u"PA"_s;
    QTest::newRow("CR nothing") << u"Monochrome1-Jpeg.dcm"_s << QString() << QString();
}

void GeometryTest::sideAndViewOfRealFiles()
{
    QFETCH(QString, file);
    REQUIRE_REAL_DATA(data)
    const auto header = readHeader(data + u"/cr-dx-mg/"_s + file);
    QVERIFY(header.has_value());
    const auto image = describeInstance(*header);
    QVERIFY(image.has_value());
    QTEST((*image)->laterality, "side");
    QTEST((*image)->viewPosition, "view");
}

CONSILIUM_TEST(GeometryTest)
#include "GeometryTest.moc"
