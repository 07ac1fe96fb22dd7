#include "tests/support/TestMain.h"
#include "tests/unit/imaging/GreyLevels.h"
#include "viewer/imaging/OwnPresentation.h"
#include "viewer/imaging/ValueImage.h"

#include <QRandomGenerator>

#include <algorithm>
#include <cmath>
#include <cstring>

using namespace consilium;
using namespace consilium::test;
using imaging::EffectiveVoi;
using imaging::effectiveVoi;
using imaging::GreyTable;
using session::VoiFunction;
using session::Window;

namespace
{

/// PS3.3 C.11.2.1.2.1, C.11.2.1.3.1 and .2 as printed there, y from 0 to 255.
long double printed(const Window &window, long double x)
{
    const long double c = window.centre, w = window.width;
    switch (window.function) {
    case VoiFunction::Linear:
        if (x <= c - 0.5L - (w - 1) / 2)
            return 0;
        if (x > c - 0.5L + (w - 1) / 2)
            return 255;
        return ((x - (c - 0.5L)) / (w - 1) + 0.5L) * 255;
    case VoiFunction::LinearExact:
        if (x <= c - w / 2)
            return 0;
        if (x > c + w / 2)
            return 255;
        return ((x - c) / w + 0.5L) * 255;
    case VoiFunction::Sigmoid:
        return 255 / (1 + std::exp(-4 * (x - c) / w));
    }
    return -1;
}

/// LINEAR for whole numbers, in whole numbers: y = 255 (2 (x - c) + w) / (2 (w - 1)), halves up.
int exactLinear(std::int64_t x, std::int64_t c, std::int64_t w)
{
    const std::int64_t from = 2 * c - w; // twice the lower end
    if (2 * x <= from)
        return 0;
    if (2 * x > from + 2 * (w - 1))
        return 255;
    return int((255 * (2 * x - from) + (w - 1)) / (2 * (w - 1)));
}

std::shared_ptr<dicom::LookupTable> lookUpTable(int first, int bits, std::vector<std::uint16_t> entries)
{
    auto table = std::make_shared<dicom::LookupTable>();
    table->firstMapped = first;
    table->bits = bits;
    table->entries = std::move(entries);
    return table;
}

} // namespace

class GreyTableTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyFunctionForEveryStoredValue_data()
    {
        QTest::addColumn<int>("function");
        QTest::addColumn<double>("width");
        const double widths[] = {1, 2, 3, 80, 255, 256, 257, 400, 511, 1500.5, 2000, 4096, 32768, 65535, 200000};
        for (const double width : widths) {
            for (int function = 0; function < 3; ++function)
                QTest::addRow("function %d width %g", function, width) << function << width;
        }
        for (const double width : {0.001, 0.25, 0.9}) {
            for (int function = 1; function < 3; ++function)
                QTest::addRow("function %d width %g", function, width) << function << width;
        }
    }

    /// SIMD, table and at() agree for all 65,536 values, and with the printed formula.
    void everyFunctionForEveryStoredValue()
    {
        QFETCH(int, function);
        QFETCH(double, width);
        struct Rescale {
            double slope, intercept;
        };
        for (const Rescale r :
             {Rescale{1, 0}, {1, -1024}, {-1, 300}, {2.5, -1000.25}, {-0.5, 12}, {0.001, 0}, {37, -5}, {0, 40}}) {
            for (const bool isSigned : {false, true}) {
                for (const double centre : {40.0, 1234.567}) {
                    const EffectiveVoi voi = windowed(centre, width, VoiFunction(function));
                    const GreyTable table(rescaled(r.slope, r.intercept), voi, false, described(isSigned));
                    compareAll(table, isSigned, [&](int stored, long double error) {
                        return printed(*voi.window, static_cast<long double>(r.slope) * stored + r.intercept + error);
                    });
                    if (QTest::currentTestFailed())
                        return;
                }
            }
        }
    }

    void wholeNumbersAreExact()
    {
        QRandomGenerator random(7);
        for (int i = 0; i < 400; ++i) {
            const int w = i < 40 ? i + 2 : random.bounded(2, 5000), c = random.bounded(-1500, 3000);
            const GreyTable table(rescaled(1, -1024), windowed(c, w), false, described(false));
            const auto levels = apply(table, everyValue(false));
            for (int stored = 0; stored < 65536; ++stored) {
                if (levels[std::size_t(stored)] != exactLinear(stored - 1024, c, w))
                    QFAIL(qPrintable(QStringLiteral("w %1 c %2 stored %3").arg(w).arg(c).arg(stored)));
            }
        }
    }

    void widthOneIsAThreshold()
    {
        const GreyTable table(rescaled(1, 0), windowed(100, 1), false, described(false));
        QCOMPARE(int(table.at(99)), 0); // 99 <= 100 - 0.5
        QCOMPARE(int(table.at(100)), 255);
        const GreyTable falling(rescaled(-1, 0), windowed(-100, 1), false, described(false));
        QCOMPARE(int(falling.at(100)), 255); // -100 > -100.5
        QCOMPARE(int(falling.at(101)), 0);
    }

    /// Low values white in the file (MONOCHROME1, or INVERSE; counted once) x inverted by the reader.
    void inversionTruthTable()
    {
        struct Case {
            bool lowIsWhite, inverted;
            int low, high;
        };
        for (const Case c :
             {Case{false, false, 0, 255}, {true, false, 255, 0}, {false, true, 255, 0}, {true, true, 0, 255}}) {
            for (const double slope : {1.0, -1.0}) {
                auto grey = rescaled(slope, 0);
                grey.lowIsWhite = c.lowIsWhite;
                const GreyTable table(grey, windowed(slope * 500, 100), c.inverted, described(true));
                const bool rising = slope > 0;
                QCOMPARE(int(table.at(0)), rising ? c.low : c.high);
                QCOMPARE(int(table.at(1000)), rising ? c.high : c.low);
                const auto levels = apply(table, everyValue(true));
                for (int i = 0; i < 65536; ++i)
                    QVERIFY(levels[std::size_t(i)] == table.at(i - 32768));
                // An inverted picture is the exact complement.
                const GreyTable other(grey, windowed(slope * 500, 100), !c.inverted, described(true));
                for (int stored = 400; stored < 600; ++stored)
                    QCOMPARE(int(other.at(stored)), 255 - int(table.at(stored)));
            }
        }
    }

    void voiTables()
    {
        std::vector<std::uint16_t> entries(4096);
        for (std::size_t i = 0; i < entries.size(); ++i)
            entries[i] = std::uint16_t(std::lround(4095 * std::sqrt(double(i) / 4095)));
        const EffectiveVoi voi{std::nullopt, lookUpTable(-1024, 12, entries), true};
        const GreyTable table(rescaled(1, -1024), voi, false, described(false));
        const auto levels = apply(table, everyValue(false));
        for (int stored = 0; stored < 65536; ++stored) {
            const int entry = entries[std::size_t(std::clamp(stored, 0, 4095))];
            QCOMPARE(int(levels[std::size_t(stored)]), (2 * entry * 255 + 4095) / (2 * 4095));
            QCOMPARE(levels[std::size_t(stored)], table.at(stored));
        }
        const EffectiveVoi bytes{std::nullopt, lookUpTable(10, 8, {0, 100, 255}), true};
        const GreyTable few(rescaled(1, 0), bytes, true, described(true));
        QCOMPARE(int(few.at(-5)), 255);
        QCOMPARE(int(few.at(11)), 155);
        QCOMPARE(int(few.at(3000)), 0);
    }

    /// The table of a presentation state takes the place of the file's window, in values of its own; a window that is
    /// set takes its place. Its entries go through session and back as they are.
    void tablesOfPresentationStates()
    {
        const pixels::DecodedFrame frame = everyValue(true);
        dicom::GreyScale grey = rescaled(1.0 / 64, 0);
        grey.windows = {{40, 400, {}}};
        std::vector<std::uint16_t> entries(501);
        for (std::size_t i = 0; i < entries.size(); ++i)
            entries[i] = std::uint16_t(i * 1237 % 1024);
        const auto written = lookUpTable(-250, 10, entries);
        session::Presentation shown;
        shown.tables.emplace();
        shown.tables->voi = imaging::valueTableOf(*written);
        shown.tables->voi->factor = 64;
        shown.tables->voi->offset = 3;
        const EffectiveVoi voi = effectiveVoi(grey, shown, frame);
        QVERIFY(!voi.window && voi.lut && !voi.fromFile);
        QVERIFY(voi.lut->entries == entries && voi.lut->firstMapped == -250 && voi.lut->bits == 10);
        QVERIFY(voi.isSame(effectiveVoi(grey, shown, frame)));
        const GreyTable table(grey, voi, false, described(true));
        const auto levels = apply(table, frame);
        for (int stored = -32768; stored < 32768; ++stored) {
            const int entry = entries[std::size_t(std::clamp(stored + 3 + 250, 0, 500))];
            QCOMPARE(int(levels[std::size_t(stored + 32768)]), (2 * entry * 255 + 1023) / (2 * 1023));
        }
        shown.tables->voi->offset = 4;
        QVERIFY(!voi.isSame(effectiveVoi(grey, shown, frame)));
        shown.window = Window{1, 2, VoiFunction::LinearExact};
        QVERIFY(effectiveVoi(grey, shown, frame).window == shown.window);
        QVERIFY(!effectiveVoi(grey, shown, frame).lut);
    }

    /// A table that counts in stored values, over images with rescales of their own: one stored value, one grey.
    void tablesOfStoredValues()
    {
        const pixels::DecodedFrame frame = everyValue(true);
        std::vector<std::uint16_t> entries(501);
        for (std::size_t i = 0; i < entries.size(); ++i)
            entries[i] = std::uint16_t(i * 1237 % 1024);
        session::Presentation shown;
        shown.tables.emplace().voi = imaging::valueTableOf(*lookUpTable(-250, 10, entries));
        shown.tables->voi->isOfStored = true;
        shown.tables->voi->factor = 2.0;
        shown.tables->voi->offset = 3.0;
        dicom::Instance image;
        for (const auto &[slope, intercept] : {std::pair{0.25, 8.0}, std::pair{-4.0, 16.0}, std::pair{1.0, 0.0}}) {
            image.grey = rescaled(slope, intercept);
            const auto own = imaging::ownPresentation(shown, image);
            QVERIFY(own.tables && own.tables->voi && !own.tables->voi->isOfStored);
            const auto levels =
                apply(GreyTable(image.grey, effectiveVoi(image.grey, own, frame), false, described(true)), frame);
            for (int stored = -32768; stored < 32768; ++stored) {
                const int entry = entries[std::size_t(std::clamp(2 * stored + 3 + 250, 0, 500))];
                QCOMPARE(int(levels[std::size_t(stored + 32768)]), (2 * entry * 255 + 1023) / (2 * 1023));
            }
        }
        // What a table makes of stored values they cannot be found from again.
        image.grey.modalityLut = lookUpTable(0, 8, {1, 1});
        QVERIFY(!imaging::ownPresentation(shown, image).tables);
        QVERIFY(imaging::isLeftOut(shown, image));
    }

    /// Any of the file's VOI LUTs can be chosen; in its place there is none where the file has fewer. A state's table
    /// gives way, as to a window.
    void tablesOfTheFile()
    {
        const pixels::DecodedFrame frame = everyValue(true);
        dicom::GreyScale grey = rescaled(0.5, 10);
        std::vector<std::uint16_t> entries(400);
        for (std::size_t i = 0; i < entries.size(); ++i)
            entries[i] = std::uint16_t(i * 2311 % 4096);
        grey.voiLuts = {lookUpTable(0, 8, {0, 255}), lookUpTable(-100, 12, entries)};
        session::Presentation shown;
        QVERIFY(effectiveVoi(grey, shown, frame).lut == grey.voiLuts[0]);
        shown.fileTable = 2;
        shown.tables.emplace().voi = imaging::valueTableOf(*lookUpTable(0, 8, {255, 0}));
        const EffectiveVoi voi = effectiveVoi(grey, shown, frame);
        QVERIFY(!voi.window && voi.lut == grey.voiLuts[1] && voi.fromFile);
        const auto levels = apply(GreyTable(grey, voi, false, described(true)), frame);
        for (int stored = -32768; stored < 32768; ++stored) {
            const int input = int(std::floor(0.5 * stored + 10.0 + 0.5)); // halves up
            const int entry = entries[std::size_t(std::clamp(input + 100, 0, 399))];
            QCOMPARE(int(levels[std::size_t(stored + 32768)]), (2 * entry * 255 + 4095) / (2 * 4095));
        }
        shown.fileTable = 3;
        QVERIFY(effectiveVoi(grey, shown, frame).lut == grey.voiLuts[0]); // as the file says
        grey.windows = {{40, 400, {}}};
        shown.fileTable = 1;
        QVERIFY(effectiveVoi(grey, shown, frame).lut == grey.voiLuts[0]);
        shown.fileTable = 3;
        QVERIFY((effectiveVoi(grey, shown, frame).window == Window{40, 400, VoiFunction::Linear}));
    }

    /// What a window or a table gives is stretched over all entries of a table of P-values. PS3.4 N.2.1.4.
    void tablesOfPresentationValues()
    {
        const pixels::DecodedFrame frame = everyValue(false);
        const auto grey = rescaled(1, 0);
        session::Presentation shown;
        shown.window = Window{2048, 4096, VoiFunction::LinearExact}; // 0 to 4096
        shown.tables.emplace();
        shown.tables->presentation = imaging::valueTableOf(*lookUpTable(0, 12, {4095, 0, 1000, 3000, 20}));
        const std::vector<int> outputs{255, 0, 62, 187, 1}; // entry x 255 / 4095, to the nearest
        const EffectiveVoi voi = effectiveVoi(grey, shown, frame);
        QVERIFY(voi.window && voi.presentationLut);
        for (const bool inverted : {false, true}) {
            const GreyTable table(grey, voi, inverted, described(false));
            const auto levels = apply(table, frame);
            for (int stored = 0; stored < 65536; ++stored) {
                const int place = (2 * std::min(stored, 4096) * 4 + 4096) / (2 * 4096); // of 0 to 4, halves up
                if (std::min(stored, 4096) * 4 % 4096 == 2048)
                    continue; // half-way: either will do
                const int level = outputs[std::size_t(place)];
                QCOMPARE(int(levels[std::size_t(stored)]), inverted ? 255 - level : level);
            }
        }
        // Where values are shown and no stored frame, the same.
        imaging::ValueImage values;
        values.rows = 1;
        values.columns = 5;
        values.values = {0.0f, 1024.0f, 2048.0f, 3072.0f, 9999.0f};
        std::vector<std::uint8_t> out(5);
        imaging::applyVoi(values, voi, out.data());
        for (std::size_t i = 0; i < out.size(); ++i)
            QCOMPARE(int(out[i]), outputs[i]);
    }

    void modalityTable()
    {
        dicom::GreyScale grey;
        grey.modalityLut = lookUpTable(100, 16, {5000, 100, 3000}); // not monotone
        QCOMPARE(imaging::modalityValue(grey, 0), 5000.0);
        QCOMPARE(imaging::modalityValue(grey, 101), 100.0);
        QCOMPARE(imaging::modalityValue(grey, 60000), 3000.0);
        const GreyTable table(grey, windowed(3000, 2001), false, described(false));
        const auto levels = apply(table, everyValue(false));
        QCOMPARE(int(levels[50]), 255);
        QCOMPARE(int(levels[101]), 0);
        QCOMPARE(int(levels[102]), exactLinear(3000, 3000, 2001));
        QCOMPARE(levels[65535], levels[102]);
    }

    /// Samples that no table holds: 32 bits and floats go through the same chain, value by value.
    void wideSamples()
    {
        const std::vector<double> values{-3.5e9, -1.25, 0.0,    0.1, 0.25, 0.5,         0.75,
                                         1.0,    2.5e9, 4.0e-9, 7.0, 7.5,  std::nan("")};
        pixels::DecodedFrame frame;
        frame.rows = 1;
        frame.columns = int(values.size());
        frame.type = pixels::SampleType::F64;
        frame.bytes.resize(values.size() * 8);
        std::memcpy(frame.bytes.data(), values.data(), values.size() * 8);
        frame.shownLowest = -3.5e9;
        frame.shownHighest = 2.5e9;
        auto description = described(true);
        description.bitsAllocated = 64;
        description.isFloat = true;
        description.paddingValue = 7;
        for (const bool inverted : {false, true}) {
            for (const auto function : {VoiFunction::LinearExact, VoiFunction::Sigmoid}) {
                const Window window{0.5, 1.0, function};
                const GreyTable table(rescaled(2.0, -0.5), {window, nullptr, false}, inverted, description);
                std::vector<std::uint8_t> levels(values.size());
                table.apply(frame, levels.data());
                for (std::size_t i = 0; i < values.size(); ++i) {
                    const bool isNone = std::isnan(values[i]) || values[i] == 7.0;
                    const auto level = int(std::floor(printed(window, 2.0L * values[i] - 0.5L) + 0.5L));
                    QCOMPARE(int(levels[i]), isNone ? 0 : inverted ? 255 - level : level);
                }
            }
        }
        const auto voi = effectiveVoi(rescaled(2.0, 1.0), {}, frame);
        QVERIFY(voi.window);
        QCOMPARE(voi.window->centre - voi.window->width / 2, 2.0 * -3.5e9 + 1.0);
        QCOMPARE(voi.window->centre + voi.window->width / 2, 2.0 * 2.5e9 + 1.0);
        // What is no number has no value, with a look-up table neither.
        auto withLut = rescaled(1.0, 0.0);
        withLut.modalityLut = lookUpTable(0, 16, {100, 200});
        QVERIFY(std::isnan(imaging::modalityValue(withLut, std::nan(""))));
        QVERIFY(std::isnan(imaging::modalityValue(rescaled(1, 0), std::nan(""))));
        QCOMPARE(imaging::modalityValue(withLut, -INFINITY), 100.0);
        QCOMPARE(imaging::modalityValue(withLut, 1e300), 200.0);
    }

    void rowsAndShortRuns()
    {
        const auto frame = everyValue(true);
        const GreyTable table(rescaled(0.7, 3), windowed(100, 9000), true, described(true));
        for (int count = 0; count < 80; ++count) {
            std::vector<std::uint8_t> out(std::size_t(count) + 8, 77);
            table.applyRow(frame, 128, 100, count, out.data());
            for (int i = 0; i < count; ++i)
                QCOMPARE(out[std::size_t(i)], table.at(frame.stored(128, 100 + i)));
            for (std::size_t i = std::size_t(count); i < out.size(); ++i)
                QCOMPARE(int(out[i]), 77);
        }
    }

    void whatIsReallyUsed()
    {
        pixels::DecodedFrame frame = everyValue(true);
        frame.minimum = -2000, frame.maximum = 3000;
        frame.shownMinimum = -1000, frame.shownMaximum = 3000;
        dicom::GreyScale grey = rescaled(-2, 10);
        const EffectiveVoi range = effectiveVoi(grey, {}, frame);
        QVERIFY(range.window && !range.lut && !range.fromFile);
        const GreyTable table(grey, range, false, described(true));
        QCOMPARE(int(table.at(3000)), 0); // slope < 0: the largest stored value is the darkest
        QCOMPARE(int(table.at(-1000)), 255);
        QCOMPARE(int(table.at(2990)), 1);
        grey.voiLuts.push_back(lookUpTable(0, 8, {1, 2}));
        QVERIFY(effectiveVoi(grey, {}, frame).lut == grey.voiLuts.front());
        QVERIFY(effectiveVoi(grey, {}, frame).fromFile);
        grey.windows = {{40, 400, {}}, {-600, 1500, {}}};
        grey.voiFunction = dicom::VoiFunctionKind::Sigmoid;
        QVERIFY((effectiveVoi(grey, {}, frame).window == Window{40, 400, VoiFunction::Sigmoid}));
        session::Presentation reader;
        reader.window = Window{1, 2, VoiFunction::LinearExact};
        QVERIFY(effectiveVoi(grey, reader, frame).window == reader.window);
        QVERIFY(!effectiveVoi(grey, reader, frame).fromFile);
    }

    void rangeOfAConstantFrame()
    {
        pixels::DecodedFrame frame = everyValue(false);
        frame.minimum = frame.maximum = frame.shownMinimum = frame.shownMaximum = 77;
        const auto grey = rescaled(1, 0);
        const GreyTable table(grey, effectiveVoi(grey, {}, frame), false, described(false));
        QCOMPARE(int(table.at(77)), 128);
    }

private:
    template<class Model>
    static void compareAll(const GreyTable &table, bool isSigned, const Model &model)
    {
        const auto levels = apply(table, everyValue(isSigned));
        for (int i = 0; i < 65536; ++i) {
            const int stored = isSigned ? i - 32768 : i;
            const int level = levels[std::size_t(i)];
            if (level != table.at(stored))
                QFAIL(qPrintable(QStringLiteral("stored %1: %2 by SIMD, %3 by arithmetic")
                                     .arg(stored)
                                     .arg(level)
                                     .arg(table.at(stored))));
            // Where the printed formula jumps or is half-way between two levels, either side will do.
            const long double y = model(stored, 0.0L);
            if (std::fabs(y - level) <= 0.5L)
                continue;
            const long double low = model(stored, -1e-9L), high = model(stored, 1e-9L);
            if (level < low - 0.5L - 1e-9L || level > high + 0.5L + 1e-9L)
                QFAIL(qPrintable(QStringLiteral("stored %1: %2, expected %3").arg(stored).arg(level).arg(double(y))));
        }
    }
};

CONSILIUM_TEST(GreyTableTest)
#include "GreyTableTest.moc"
