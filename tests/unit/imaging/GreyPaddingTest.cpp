#include "tests/support/TestMain.h"
#include "tests/unit/dicom/HeaderFixture.h"
#include "tests/unit/imaging/GreyLevels.h"
#include "viewer/pixels/FrameCodecs.h"

using namespace Qt::StringLiterals;
using namespace consilium;
using namespace consilium::test;
using imaging::EffectiveVoi;
using imaging::effectiveVoi;
using imaging::GreyTable;
using session::VoiFunction;

/// Padding is black whatever the window and the polarity, and the whole word says what is padding.
class GreyPaddingTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void paddingIsBlack()
    {
        for (const bool inverted : {false, true}) {
            for (const auto function : {VoiFunction::Linear, VoiFunction::Sigmoid}) {
                auto description = described(true);
                description.paddingValue = -2000;
                description.paddingLimit = -1990;
                const GreyTable table(rescaled(1, 0), windowed(-2000, 400, function), inverted, description);
                const GreyTable plain(rescaled(1, 0), windowed(-2000, 400, function), inverted, described(true));
                const auto levels = apply(table, everyValue(true)), all = apply(plain, everyValue(true));
                for (int stored = -32768; stored < 32768; ++stored) {
                    const bool padding = stored >= -2000 && stored <= -1990;
                    const auto at = std::size_t(stored + 32768);
                    QVERIFY(levels[at] == (padding ? 0 : all[at]));
                    QVERIFY(levels[at] == table.at(stored));
                }
            }
        }
    }

    /// From the header to the screen: 12 bits stored of 16, padding that only 16 bits can hold. The word decides, not
    /// what is left of it in 12 bits, and the range of values leaves it out.
    void paddingAboveTheStoredBits_data()
    {
        QTest::addColumn<int>("representation");
        QTest::addColumn<QString>("padding");
        QTest::addColumn<QString>("limit");
        QTest::addColumn<QList<int>>("words");
        QTest::addColumn<QList<int>>("black"); // indices of padding
        QTest::addColumn<int>("low");
        QTest::addColumn<int>("high");
        QTest::newRow("63536, which leaves 2096")
            << 0 << u"63536"_s << QString() << QList<int>{63536, 2096, 10, 4000, 63536} << QList<int>{0, 4} << 10
            << 4000;
        QTest::newRow("-2000 in a header of unsigned pixels")
            << 0 << u"-2000"_s << QString() << QList<int>{63536, 2096, 10, 4000, 14384} << QList<int>{0} << 10 << 4000;
        QTest::newRow("signed, -32768, which leaves 0")
            << 1 << u"-32768"_s << QString() << QList<int>{0x8000, 0, 0xF800, 0x07FF, 5} << QList<int>{0} << -2048
            << 2047;
        QTest::newRow("signed, written as 32768")
            << 1 << u"32768"_s << QString() << QList<int>{0x8000, 0, 0xFFFF, 3, 5} << QList<int>{0} << -1 << 5;
        QTest::newRow("range above") << 0 << u"63536"_s << u"65535"_s << QList<int>{63536, 65535, 64000, 4095, 7}
                                     << QList<int>{0, 1, 2} << 7 << 4095;
        QTest::newRow("range from within") << 0 << u"4000"_s << u"65535"_s << QList<int>{4000, 65535, 3999, 4095, 7}
                                           << QList<int>{0, 1, 3} << 7 << 3999;
        QTest::newRow("signed range below")
            << 1 << u"-32768"_s << u"-2000"_s << QList<int>{0x8000, 0x8001, 0xF830, 0xF831, 7} << QList<int>{0, 1, 2}
            << -1999 << 7;
        QTest::newRow("within") << 0 << u"0"_s << QString() << QList<int>{0, 1, 4095, 7, 0} << QList<int>{0, 4} << 1
                                << 4095;
    }
    void paddingAboveTheStoredBits()
    {
        QFETCH(QString, limit);
        QFETCH(QString, padding);
        QFETCH(QList<int>, words);
        QFETCH(QList<int>, black);
        QFETCH(int, representation);
        Attributes header = ctHeader();
        setTexts(header, tags::Rows, "US", u"1"_s);
        setTexts(header, tags::Columns, "US", QString::number(words.size()));
        setTexts(header, tags::PixelRepresentation, "US", QString::number(representation));
        setTexts(header, tags::PixelPaddingValue, "US", padding);
        if (!limit.isEmpty())
            setTexts(header, tags::PixelPaddingRangeLimit, "US", limit);
        const auto image = dicom::describeInstance(header);
        QVERIFY(image);
        for (const bool bigEndian : {false, true}) {
            QByteArray bytes;
            for (const int word : words) {
                bytes.append(char(bigEndian ? word >> 8 : word));
                bytes.append(char(bigEndian ? word : word >> 8));
            }
            auto frame = pixels::makeFrame((*image)->pixels);
            const pixels::Bytes encoded(reinterpret_cast<const std::uint8_t *>(bytes.constData()),
                                        std::size_t(bytes.size()));
            QVERIFY(frame && pixels::decodeNative((*image)->pixels, encoded, bigEndian, *frame));
            pixels::measureRange((*image)->pixels, *frame);
            QTEST(frame->shownMinimum, "low");
            QTEST(frame->shownMaximum, "high");
            const auto voi = effectiveVoi((*image)->grey, {}, *frame);
            QVERIFY(voi.window);
            QCOMPARE(voi.window->width, double(frame->shownMaximum - frame->shownMinimum));
            for (const bool inverted : {false, true}) {
                // A window that shows no sample black, whichever way round.
                const EffectiveVoi wide = windowed((*image)->grey.intercept, 200000);
                const GreyTable table((*image)->grey, wide, inverted, (*image)->pixels);
                const auto levels = apply(table, *frame);
                for (int i = 0; i < words.size(); ++i)
                    QCOMPARE(levels[std::size_t(i)] == 0, black.contains(i));
            }
        }
    }
};

CONSILIUM_TEST(GreyPaddingTest)
#include "GreyPaddingTest.moc"
