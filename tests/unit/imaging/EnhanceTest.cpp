#include "viewer/imaging/Enhance.h"
#include "tests/support/TestMain.h"

#include <QRandomGenerator>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace consilium;
using imaging::ValueImage;
using session::Enhancement;
using session::EnhancementKind;

namespace
{

ValueImage noise(int rows, int columns, bool hasHoles)
{
    QRandomGenerator random(11);
    ValueImage image;
    image.rows = rows;
    image.columns = columns;
    for (int i = 0; i < rows * columns; ++i)
        image.values.push_back(float(random.bounded(-1024, 3000)));
    image.hasHoles = hasHoles;
    for (int i = 0; hasHoles && i < rows * columns; i += 5)
        image.values[std::size_t(i)] = std::nanf("");
    return image;
}

/// Pascal's triangle: the n-th row.
std::vector<double> binomial(int n)
{
    std::vector<double> row{1.0};
    for (int i = 1; i < n; ++i) {
        std::vector<double> next(row.size() + 1, 0.0);
        for (std::size_t k = 0; k < row.size(); ++k) {
            next[k] += row[k];
            next[k + 1] += row[k];
        }
        row = next;
    }
    return row;
}

/// The weighed mean of the n x n pixels about each pixel in one double loop, border repeated, holes left out.
std::vector<double> meanOf(const std::vector<double> &in, int rows, int columns, int n)
{
    const auto weights = binomial(n);
    const int reach = n / 2;
    std::vector<double> out(in.size());
    for (int r = 0; r < rows; ++r) {
        for (int c = 0; c < columns; ++c) {
            double sum = 0.0, total = 0.0;
            for (int dr = -reach; dr <= reach; ++dr) {
                for (int dc = -reach; dc <= reach; ++dc) {
                    const int rr = std::clamp(r + dr, 0, rows - 1), cc = std::clamp(c + dc, 0, columns - 1);
                    const double value = in[std::size_t(rr * columns + cc)];
                    if (std::isnan(value))
                        continue;
                    const double weight = weights[std::size_t(dr + reach)] * weights[std::size_t(dc + reach)];
                    sum += weight * value;
                    total += weight;
                }
            }
            const auto at = std::size_t(r * columns + c);
            out[at] = std::isnan(in[at]) ? in[at] : sum / total;
        }
    }
    return out;
}

std::vector<double> expected(const ValueImage &image, const Enhancement &enhancement)
{
    const std::vector<double> in(image.values.begin(), image.values.end());
    std::vector<double> out = in;
    switch (enhancement.kind) {
    case EnhancementKind::Sharpen: {
        const auto soft = meanOf(in, image.rows, image.columns, 3);
        for (std::size_t i = 0; i < in.size(); ++i)
            out[i] = in[i] + enhancement.level / 2.0 * (in[i] - soft[i]);
        break;
    }
    case EnhancementKind::Edge: {
        const auto soft = meanOf(in, image.rows, image.columns, 7);
        for (std::size_t i = 0; i < in.size(); ++i)
            out[i] = in[i] + enhancement.level * (in[i] - soft[i]);
        break;
    }
    case EnhancementKind::Smooth:
        for (int pass = 0; pass < enhancement.level; ++pass)
            out = meanOf(out, image.rows, image.columns, 5);
        break;
    case EnhancementKind::LocalContrast:
        break;
    }
    return out;
}

} // namespace

class EnhanceTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void convolutions_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("level");
        QTest::addColumn<bool>("hasHoles");
        for (const int kind : {0, 1, 2})
            for (const int level : {1, 3, 5})
                for (const bool holes : {false, true})
                    QTest::addRow("kind %d level %d holes %d", kind, level, int(holes)) << kind << level << holes;
    }
    void convolutions()
    {
        QFETCH(int, kind);
        QFETCH(int, level);
        QFETCH(bool, hasHoles);
        const Enhancement enhancement{static_cast<EnhancementKind>(kind), level};
        for (const auto &[rows, columns] : {std::pair(23, 37), std::pair(1, 5), std::pair(4, 1), std::pair(2, 2)}) {
            const ValueImage image = noise(rows, columns, hasHoles);
            const ValueImage out = imaging::enhanced(image, enhancement);
            const auto wanted = expected(image, enhancement);
            QCOMPARE(out.values.size(), wanted.size());
            for (std::size_t i = 0; i < wanted.size(); ++i) {
                QCOMPARE(std::isnan(out.values[i]), std::isnan(wanted[i]));
                if (!std::isnan(wanted[i]))
                    QVERIFY2(std::abs(out.values[i] - wanted[i]) < 0.02,
                             qPrintable(u"%1 instead of %2"_s.arg(out.values[i]).arg(wanted[i])));
            }
        }
    }

    // What is made beforehand is the same, and nothing when it is not wanted any more.
    void madeBeforehand()
    {
        const auto plain = std::make_shared<const ValueImage>(noise(23, 37, true));
        imaging::EffectiveVoi voi;
        voi.window = session::Window{500.0, 1500.0};
        const Enhancement smooth{EnhancementKind::Smooth, 3}, contrast{EnhancementKind::LocalContrast, 2};
        const auto smoothed = imaging::enhancedImage(plain, smooth, voi);
        QVERIFY(smoothed && smoothed->levels.empty() && smoothed->enhancement == smooth);
        const ValueImage wanted = imaging::enhanced(*plain, smooth);
        for (std::size_t i = 0; i < wanted.values.size(); ++i)
            QVERIFY(wanted.values[i] == smoothed->values->values[i] ||
                    (std::isnan(wanted.values[i]) && std::isnan(smoothed->values->values[i])));
        const auto contrasted = imaging::enhancedImage(plain, contrast, voi);
        std::vector<std::uint8_t> levels(plain->values.size());
        imaging::applyVoi(*plain, voi, levels.data());
        imaging::localContrast(*plain, 2, levels.data());
        QVERIFY(contrasted && contrasted->levels == levels && contrasted->values == plain);
        QVERIFY(contrasted->voi.window == voi.window);
        const CancelToken cancel;
        cancel.cancel();
        QVERIFY(!imaging::enhancedImage(plain, smooth, voi, cancel));
    }

    // A 512 x 512 image is enhanced at once in every way, a radiograph in none (EnhancementMaker::workAtOnce).
    void workGrowsWithPixelsAndPasses()
    {
        for (const int kind : {0, 1, 2, 3}) {
            const Enhancement weak{static_cast<EnhancementKind>(kind), 1},
                strong{static_cast<EnhancementKind>(kind), 5};
            QVERIFY(imaging::enhancementWork(512, 512, strong) < 20'000'000);
            QVERIFY(imaging::enhancementWork(3000, 3000, weak) > 20'000'000);
            QVERIFY(imaging::enhancementWork(3000, 3000, strong) >= imaging::enhancementWork(3000, 3000, weak));
            QCOMPARE(imaging::enhancementWork(3000, 1000, weak), 3 * imaging::enhancementWork(1000, 1000, weak));
        }
    }

    // Where nothing changes there is nothing to sharpen, and a mean keeps the mean.
    void leavesPlainAreasAlone()
    {
        ValueImage flat;
        flat.rows = flat.columns = 16;
        flat.values.assign(256, -731.0f);
        for (const int kind : {0, 1, 2}) {
            const auto out = imaging::enhanced(flat, {static_cast<EnhancementKind>(kind), 5});
            for (const float v : out.values)
                QCOMPARE(v, -731.0f);
        }
    }

    // Of one tile's worth of pixels that all look alike, the curve is that of the whole picture: checked by hand.
    void localContrastOfAPictureOfTilesThatAreAlike()
    {
        // Every tile holds the same: three quarters at level 100, a quarter at level 110.
        ValueImage image;
        image.rows = image.columns = 64;
        image.values.assign(64 * 64, 0.0f);
        std::vector<std::uint8_t> levels(64 * 64);
        for (int i = 0; i < 64 * 64; ++i)
            levels[std::size_t(i)] = i % 4 == 3 ? 110 : 100;
        imaging::localContrast(image, 3, levels.data());
        // 64 pixels a tile, limit 3 x 64 / 256 = 0.75 a bin: 48 and 16 become 0.75 each, 62.5 are spread over 256 bins.
        const double each = 62.5 / 256.0;
        const int at100 = int(255.0 * (101 * each + 0.75) / 64.0 + 0.5);
        const int at110 = int(255.0 * (111 * each + 1.5) / 64.0 + 0.5);
        for (int i = 0; i < 64 * 64; ++i)
            QCOMPARE(int(levels[std::size_t(i)]), i % 4 == 3 ? at110 : at100);
        QVERIFY(at110 - at100 > 10); // they lie further apart than before
    }

    // Never the other way round: within one place of the picture a brighter pixel stays the brighter one.
    void localContrastKeepsTheOrder()
    {
        ValueImage image;
        image.rows = image.columns = 80;
        image.values.assign(6400, 0.0f);
        QRandomGenerator random(5);
        std::vector<std::uint8_t> base(6400);
        for (auto &level : base)
            level = std::uint8_t(random.bounded(256));
        for (const int place : {0, 1234, 3240, 6399}) {
            int last = -1;
            for (int level = 0; level < 256; ++level) {
                auto levels = base;
                levels[std::size_t(place)] = std::uint8_t(level);
                imaging::localContrast(image, 5, levels.data());
                // One pixel more in one bin moves a curve by less than two levels.
                QVERIFY(int(levels[std::size_t(place)]) >= last - 2);
                last = std::max(last, int(levels[std::size_t(place)]));
            }
        }
    }

    void localContrastLeavesHolesOut()
    {
        ValueImage image;
        image.rows = image.columns = 32;
        image.values.assign(1024, 0.0f);
        image.hasHoles = true;
        std::vector<std::uint8_t> levels(1024, 90);
        for (int i = 0; i < 512; ++i) {
            image.values[std::size_t(i)] = std::nanf("");
            levels[std::size_t(i)] = 0;
        }
        imaging::localContrast(image, 2, levels.data());
        for (int i = 0; i < 512; ++i)
            QCOMPARE(int(levels[std::size_t(i)]), 0);
    }
};

CONSILIUM_TEST(EnhanceTest)
#include "EnhanceTest.moc"
