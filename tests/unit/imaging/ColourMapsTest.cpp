#include "viewer/imaging/ColourMaps.h"
#include "tests/support/Needs.h"
#include "tests/support/TestMain.h"

#include <QProcess>

using namespace Qt::StringLiterals;
using namespace consilium;
using imaging::coloursOf;
using session::ColourMap;

class ColourMapsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // Every colour of every well-known palette against the objects that pydicom brings along.
    void wellKnownPalettes()
    {
        QProcess python;
        python.start(u"/usr/bin/python3"_s,
                     {QStringLiteral(CONSILIUM_SOURCE_DIR "/tests/unit/imaging/palettes_opinion.py")});
        NEEDS(python.waitForFinished(60'000) && python.exitCode() == 0, "no python3 with pydicom and its palettes");
        const QByteArray expected = python.readAllStandardOutput();
        QCOMPARE(expected.size(), qsizetype(4 * 256 * 3));
        const ColourMap maps[] = {ColourMap::HotIron, ColourMap::Pet, ColourMap::HotMetalBlue, ColourMap::Pet20Step};
        for (int m = 0; m < 4; ++m) {
            for (int level = 0; level < 256; ++level) {
                const auto *rgb = reinterpret_cast<const uchar *>(expected.constData()) + (m * 256 + level) * 3;
                const std::uint32_t wanted =
                    0xFF000000u | std::uint32_t(rgb[0]) << 16 | std::uint32_t(rgb[1]) << 8 | rgb[2];
                if (coloursOf(maps[m])[std::size_t(level)] != wanted)
                    QFAIL(qPrintable(u"palette %1 level %2: %3 instead of %4"_s.arg(m)
                                         .arg(level)
                                         .arg(coloursOf(maps[m])[std::size_t(level)], 8, 16)
                                         .arg(wanted, 8, 16)));
            }
        }
    }

    void everyMapBeginsBlack()
    {
        for (const ColourMap map : {ColourMap::Grey, ColourMap::HotIron, ColourMap::Pet, ColourMap::HotMetalBlue,
                                    ColourMap::Pet20Step, ColourMap::Rainbow})
            QCOMPARE(coloursOf(map)[0], 0xFF000000u); // padding and what lies outside the image
    }

    void greyIsGrey()
    {
        for (std::uint32_t level = 0; level < 256; ++level)
            QCOMPARE(coloursOf(ColourMap::Grey)[level], 0xFF000000u | level * 0x010101u);
    }

    void rainbowBends()
    {
        const auto &rainbow = coloursOf(ColourMap::Rainbow);
        QCOMPARE(rainbow[32], 0xFF0000FFu);
        QCOMPARE(rainbow[96], 0xFF00FFFFu);
        QCOMPARE(rainbow[128], 0xFF00FF00u);
        QCOMPARE(rainbow[192], 0xFFFFFF00u);
        QCOMPARE(rainbow[255], 0xFFFF0000u);
    }
};

CONSILIUM_TEST(ColourMapsTest)
#include "ColourMapsTest.moc"
