#include "viewer/render2d/FusionPainter.h"
#include "tests/support/TestMain.h"
#include "viewer/imaging/ColourMaps.h"

#include <cmath>
#include <limits>

using namespace consilium;
using imaging::PixelMap;
using imaging::ValueImage;

namespace
{

constexpr float hole = std::numeric_limits<float>::quiet_NaN();

std::shared_ptr<ValueImage> image(int rows, int columns, const std::function<float(int, int)> &value)
{
    auto made = std::make_shared<ValueImage>();
    made->rows = rows;
    made->columns = columns;
    for (int r = 0; r < rows; ++r)
        for (int c = 0; c < columns; ++c)
            made->values.push_back(value(r, c));
    return made;
}

QImage drawn(const render2d::FusionLayer &layer, const PixelMap &map, QSize size)
{
    QImage target(size, QImage::Format_RGB32);
    target.fill(qRgb(10, 20, 30));
    render2d::drawFusion(target, layer, map);
    return target;
}

} // namespace

/// Values of another series on device pixels, against plain arithmetic.
class FusionPainterTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /// Values that rise evenly stay so between pixels, upright, mirrored and turned: level = column + 10 row.
    void valuesAreMixedBetweenPixels_data()
    {
        QTest::addColumn<PixelMap>("map");
        QTest::newRow("upright") << PixelMap{0.25, 0, 0.3, 0, 0.2, 0.1};
        QTest::newRow("mirrored") << PixelMap{-0.25, 0, 10.3, 0, 0.2, 0.1};
        QTest::newRow("a quarter") << PixelMap{0, 0.25, 0.3, -0.2, 0, 9.1};
        QTest::newRow("turned") << PixelMap{0.2, 0.1, 0.3, -0.1, 0.2, 4.2};
    }
    void valuesAreMixedBetweenPixels()
    {
        QFETCH(PixelMap, map);
        render2d::FusionLayer layer;
        layer.values = image(12, 14, [](int r, int c) { return float(c + 10 * r); });
        layer.low = 0.0;
        layer.high = 255.0;
        layer.map = session::ColourMap::Grey;
        layer.opacity = 1.0;
        const QImage picture = drawn(layer, map, {40, 40});
        int inside = 0, outside = 0;
        for (int y = 0; y < 40; ++y) {
            for (int x = 0; x < 40; ++x) {
                const double c = map[0] * x + map[1] * y + map[2], r = map[3] * x + map[4] * y + map[5];
                const QRgb pixel = picture.pixel(x, y);
                if (c >= 0.0 && r >= 0.0 && c <= 13.0 && r <= 11.0) {
                    QVERIFY2(std::abs(qRed(pixel) - (c + 10 * r)) <= 0.51, qPrintable(QString::number(x * 100 + y)));
                    ++inside;
                } else if (c < -0.51 || r < -0.51 || c > 13.51 || r > 11.51) {
                    QCOMPARE(pixel, qRgb(10, 20, 30));
                    ++outside;
                }
            }
        }
        QVERIFY(inside > 400);
        QVERIFY(outside + inside > 800);
    }

    /// Half a pixel beyond a value there is still that value, and none over the hole.
    void holesAreTransparentAndDoNotSpread()
    {
        render2d::FusionLayer layer;
        layer.values = image(1, 4, [](int, int c) { return c < 2 ? 100.0F : hole; });
        layer.low = 0.0;
        layer.high = 255.0;
        layer.map = session::ColourMap::Grey;
        layer.opacity = 1.0;
        const QImage picture = drawn(layer, {0.1, 0, 0.05, 0, 1, 0}, {40, 1});
        for (int x = 0; x < 40; ++x) {
            const double c = 0.1 * x + 0.05;
            if (c < 1.49)
                QCOMPARE(picture.pixel(x, 0), qRgb(100, 100, 100));
            else if (c > 1.51)
                QCOMPARE(picture.pixel(x, 0), qRgb(10, 20, 30));
        }
    }

    /// Colour of the level, share of the opacity, threshold.
    void coloursOpacityAndThreshold()
    {
        render2d::FusionLayer layer;
        layer.values = image(1, 3, [](int, int c) { return float(c); }); // 0, 1, 2
        layer.low = 0.0;
        layer.high = 2.0;
        layer.map = session::ColourMap::HotIron;
        layer.opacity = 0.25;
        layer.threshold = 1.0;
        const QImage picture = drawn(layer, {1, 0, 0, 0, 1, 0}, {3, 1});
        QCOMPARE(picture.pixel(0, 0), qRgb(10, 20, 30));
        for (const int x : {1, 2}) {
            const QRgb colour = imaging::coloursOf(session::ColourMap::HotIron)[x == 1 ? 128 : 255];
            const auto mixed = [](int under, int over) { return under * 0.75 + over * 0.25; };
            QVERIFY(std::abs(qRed(picture.pixel(x, 0)) - mixed(10, qRed(colour))) <= 0.5);
            QVERIFY(std::abs(qGreen(picture.pixel(x, 0)) - mixed(20, qGreen(colour))) <= 0.5);
            QVERIFY(std::abs(qBlue(picture.pixel(x, 0)) - mixed(30, qBlue(colour))) <= 0.5);
        }
    }
};

CONSILIUM_TEST(FusionPainterTest)
#include "FusionPainterTest.moc"
