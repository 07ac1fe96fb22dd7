#include "viewer/render2d/OverlayFormat.h"
#include "tests/render/ImageFixture.h"
#include "tests/support/TestMain.h"
#include "viewer/render2d/CodeWords.h"

#include <QCoreApplication>
#include <QTranslator>

#include <cmath>

using namespace consilium;
using namespace consilium::test;
using namespace consilium::render2d;

namespace
{

/// A language that has a word for a few codes.
class FewWords : public QTranslator
{
public:
    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char *context, const char *source, const char *, int) const override
    {
        const QByteArray both = QByteArray(context) + '/' + source;
        if (both == "BodyPart/CHEST")
            return u"胸部"_s;
        return both == "Concept/Short Axis" ? u"短径"_s : QString();
    }
};

} // namespace

/// How places, ages, numbers and dates are written.
class OverlayFormatTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void position_data()
    {
        QTest::addColumn<PatientVector>("row");
        QTest::addColumn<PatientVector>("column");
        QTest::addColumn<QString>("expected");
        const double t = std::sqrt(0.5);
        // First pixel at (-100, -90, -519.84), 64 x 64 pixels of 1 mm: the centre is 31.5 mm further along both.
        QTest::newRow("axial") << PatientVector{1, 0, 0} << PatientVector{0, 1, 0} << u"I 519.8 mm"_s;
        QTest::newRow("coronal") << PatientVector{1, 0, 0} << PatientVector{0, 0, -1} << u"A 90.0 mm"_s;
        QTest::newRow("sagittal") << PatientVector{0, 1, 0} << PatientVector{0, 0, -1} << u"R 100.0 mm"_s;
        // Tilted by less than 45 degrees about x: still axial, measured at the centre: -519.84 + 31.5 x 0.6.
        QTest::newRow("tilted") << PatientVector{1, 0, 0} << PatientVector{0, 0.8, 0.6} << u"I 500.9 mm"_s;
        QTest::newRow("at 45") << PatientVector{1, 0, 0} << PatientVector{0, t, t} << u"I 497.6 mm"_s;
    }
    void position()
    {
        QFETCH(PatientVector, row);
        QFETCH(PatientVector, column);
        QFETCH(QString, expected);
        ImageSpec spec;
        spec.position = PatientPoint{-100.0, -90.0, -519.84};
        spec.alongRow = row;
        spec.alongColumn = column;
        QCOMPARE(slicePositionText(makeInstance(spec)->geometry), expected);
        spec.position.reset();
        QCOMPARE(slicePositionText(makeInstance(spec)->geometry), QString());
    }

    void ages_data()
    {
        QTest::addColumn<QString>("age");
        QTest::addColumn<QString>("birth");
        QTest::addColumn<QString>("expected");
        QTest::newRow("written") << u"058Y"_s << u""_s << u"F 58 y"_s;
        QTest::newRow("months") << u"007M"_s << u"19700101"_s << u"F 7 mo"_s;
        QTest::newRow("day before the birthday") << u""_s << u"19681124"_s << u"F 57 y"_s;
        QTest::newRow("birthday") << u""_s << u"19681123"_s << u"F 58 y"_s;
        QTest::newRow("23 months") << u""_s << u"20241201"_s << u"F 23 mo"_s;
        QTest::newRow("days") << u""_s << u"20261103"_s << u"F 20 d"_s;
        QTest::newRow("not yet born") << u""_s << u"20270101"_s << u"F"_s;
        QTest::newRow("nonsense") << u"Y"_s << u"19681399"_s << u"F"_s;
    }
    void ages()
    {
        QFETCH(QString, age);
        QFETCH(QString, birth);
        QFETCH(QString, expected);
        dicom::PatientIdentity patient;
        patient.sex = u"F"_s;
        patient.age = age;
        patient.birthDate = birth;
        QCOMPARE(sexAgeText(patient, u"20261123"_s), expected);
    }

    void numbers_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<QString>("expected");
        QTest::newRow("whole") << -500.0 << u"−500"_s;
        QTest::newRow("hundreds") << 1499.6 << u"1500"_s;
        QTest::newRow("tens") << 45.24 << u"45.2"_s;
        QTest::newRow("ones") << -3.14159 << u"−3.14"_s;
        QTest::newRow("small") << 0.0123 << u"0.012"_s;
        QTest::newRow("zero") << -0.0 << u"0"_s;
    }
    void numbers()
    {
        QFETCH(double, value);
        QFETCH(QString, expected);
        QCOMPARE(numberText(value), expected);
    }

    void noMinusZero()
    {
        QCOMPARE(numberText(-0.04, 1), u"0.0"_s);
        QCOMPARE(numberText(-0.06, 1), u"−0.1"_s);
    }

    /// Codes of files in the user's language where it has a word for them; else as they are written.
    void codesOfFiles()
    {
        QCOMPARE(bodyPartText(u"CHEST"_s), u"CHEST"_s);
        QCOMPARE(conceptText(u"short axis"_s), u"short axis"_s);
        FewWords words;
        QVERIFY(QCoreApplication::installTranslator(&words));
        const QStringList said{bodyPartText(u"CHEST"_s),        bodyPartText(u"KNEE"_s),
                               bodyPartText(u"ART/CHEST"_s),    conceptText(u"short axis"_s),
                               conceptText(u"Tumour burden"_s), conceptText(QString())};
        QVERIFY(QCoreApplication::removeTranslator(&words));
        const QStringList wanted{u"胸部"_s, u"KNEE"_s, u"ART/CHEST"_s, u"短径"_s, u"Tumour burden"_s, QString()};
        QCOMPARE(said, wanted);
    }

    void dates()
    {
        QCOMPARE(dateTimeText(u"20261123"_s, u"0941"_s), u"2026-11-23 09:41"_s);
        QCOMPARE(dateTimeText(u"2026.11.23"_s, u"09:41:00"_s), u"2026-11-23 09:41"_s);
        QCOMPARE(dateTimeText(u"20261123"_s, u"2541"_s), u"2026-11-23"_s);
        QCOMPARE(dateTimeText(u"20261332"_s, u"0941"_s), u"20261332"_s);
        QCOMPARE(dateTimeText(QString(), u"0941"_s), QString());
    }
};

CONSILIUM_TEST(OverlayFormatTest)
#include "OverlayFormatTest.moc"
