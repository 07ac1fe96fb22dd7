#include "tests/support/TestMain.h"
#include "viewer/documents/Code.h"

using namespace Qt::StringLiterals;
using namespace consilium;

/// Units as people write them (UCUM, PS3.16 CID 82 and others).
class UnitTextTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsAsPeopleWrite_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *code, const QString &text) {
            QTest::newRow(code) << QString::fromLatin1(code) << text;
        };
        row("mm", u"mm"_s);
        row("mm2", u"mm²"_s);
        row("cm3", u"cm³"_s);
        row("[hnsf'U]", u"HU"_s);
        row("mGy.cm", u"mGy·cm"_s);
        row("uV", u"µV"_s);
        row("ug/ml", u"µg/ml"_s);
        row("u", u"u"_s);
        row("{SUVbw}g/ml", u"g/ml (SUVbw)"_s);
        row("{pixels}", u"pixels"_s);
        row("Cel", u"°C"_s);
        row("10*-3.mm2/s", u"10⁻³·mm²/s"_s);
        row("mm[Hg]", u"mmHg"_s);
        row("ml/min/100.g", u"ml/min/100·g"_s);
        row("%", u"%"_s);
        row("kg/m2", u"kg/m²"_s);
    }
    void readsAsPeopleWrite()
    {
        QFETCH(QString, code);
        QFETCH(QString, text);
        QCOMPARE(documents::unitText({code, u"UCUM"_s, u"something else"_s}), text);
    }
    void aNumberWithoutUnitHasNone()
    {
        QCOMPARE(documents::unitText({u"1"_s, u"UCUM"_s, u"no units"_s}), QString());
        QCOMPARE(documents::unitText({u"1"_s, u"UCUM"_s, u"px"_s}), u"px"_s);
    }
    void otherSchemesSpeakForThemselves()
    {
        QCOMPARE(documents::unitText({u"cm"_s, u"99_OFFIS_DCMTK"_s, u"Length Unit"_s}), u"Length Unit"_s);
        QCOMPARE(documents::unitText({u"furlong"_s, u"99X"_s, QString()}), u"furlong"_s);
    }
};

CONSILIUM_TEST(UnitTextTest)
#include "UnitTextTest.moc"
