#include "viewer/render2d/LineLayer.h"
#include "tests/support/TestMain.h"

#include <QImage>
#include <QPainter>
#include <QPolygonF>

#include <array>
#include <cmath>
#include <limits>
#include <numbers>
#include <vector>

using consilium::render2d::LineLayer;

namespace
{

const QRect area(0, 0, 200, 150);
const QColor none(0, 0, 0, 0);

/// What is drawn, on nothing.
QImage painted(const LineLayer &layer, const QColor &casing, const QColor &first, const QColor &second = none)
{
    QImage image(area.size(), QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    layer.paint(painter, casing, {first, second});
    painter.end();
    return image;
}

/// Sum of all pixels' coverage, in pixels.
double coverage(const QImage &image)
{
    double sum = 0.0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            sum += qAlpha(image.pixel(x, y)) / 255.0;
    }
    return sum;
}

} // namespace

class LineLayerTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void coversWhatItIsWide_data()
    {
        QTest::addColumn<double>("degrees");
        QTest::addColumn<double>("width");
        for (const double degrees : {0.0, 13.0, 45.0, 77.0, 90.0, 135.0, 200.0, 311.0})
            for (const double width : {1.0, 1.6, 3.0, 4.0})
                QTest::addRow("%g px at %g degrees", width, degrees) << degrees << width;
    }
    /// About the area of a line with round ends, whatever its direction and place between the pixels: coverage by
    /// distance is exact along rows, and up to 8 % off on the diagonal.
    void coversWhatItIsWide()
    {
        QFETCH(double, degrees);
        QFETCH(double, width);
        constexpr double length = 60.0;
        const double angle = degrees * std::numbers::pi / 180.0;
        const QPointF from(100.3, 75.6), to = from + QPointF(std::cos(angle), std::sin(angle)) * length;
        LineLayer layer(area, 1.0);
        layer.add(QPolygonF{from, to}, 0, width, 0.0);
        const double wanted = length * width + std::numbers::pi * width * width / 4.0;
        const double is = coverage(painted(layer, none, Qt::white));
        QVERIFY2(std::abs(is - wanted) < 0.08 * wanted, qPrintable(QString::number(is / wanted)));
    }

    void wholePixelsAreWhole()
    {
        LineLayer layer(area, 1.0);
        layer.add(QPolygonF{{20.0, 51.0}, {80.0, 51.0}}, 0, 2.0, 4.0);
        const QImage image = painted(layer, QColor(0, 0, 255), QColor(255, 0, 0));
        for (const int y : {50, 51})
            QCOMPARE(image.pixel(50, y), qRgb(255, 0, 0));
        for (const int y : {49, 52})
            QCOMPARE(image.pixel(50, y), qRgb(0, 0, 255));
        for (const int y : {48, 53})
            QCOMPARE(qAlpha(image.pixel(50, y)), 0);
    }

    /// What lies across itself is not darker there, and a second line of the same colour neither.
    void crossingsAreNotDarker()
    {
        LineLayer layer(area, 1.0);
        layer.add(QPolygonF{{20.0, 51.0}, {80.0, 51.0}, {20.0, 51.0}}, 0, 2.0, 0.0);
        layer.add(QPolygonF{{50.0, 20.0}, {50.0, 80.0}}, 0, 2.0, 0.0);
        const QImage image = painted(layer, none, QColor(255, 255, 255, 128));
        QCOMPARE(qAlpha(image.pixel(30, 51)), 128);
        QCOMPARE(qAlpha(image.pixel(50, 51)), 128);
    }

    /// Casings below, the second colour above the first, whichever was added first.
    void ordersColours()
    {
        LineLayer layer(area, 1.0);
        layer.add(QPolygonF{{50.0, 20.0}, {50.0, 80.0}}, 1, 2.0, 6.0);
        layer.add(QPolygonF{{20.0, 51.0}, {80.0, 51.0}}, 0, 2.0, 6.0);
        const QImage image = painted(layer, Qt::black, QColor(255, 0, 0), QColor(0, 255, 0));
        QCOMPARE(image.pixel(50, 51), qRgb(0, 255, 0));
        QCOMPARE(image.pixel(52, 51), qRgb(255, 0, 0)); // over the other's casing
        QCOMPARE(image.pixel(52, 54), qRgb(0, 0, 0));
    }

    void dashesHaveGaps()
    {
        LineLayer layer(area, 2.0);
        layer.addDashed(QPolygonF{{10.0, 51.0}, {90.0, 51.0}, {90.0, 131.0}}, 0, 1.0, 0.0, 4.0, 6.0);
        const QImage image = painted(layer, none, Qt::white);
        int runs = 0;
        for (int x = 1; x < area.width(); ++x)
            runs += qAlpha(image.pixel(x, 51)) > 127 && qAlpha(image.pixel(x - 1, 51)) <= 127 ? 1 : 0;
        QCOMPARE(runs, 5); // 80 device pixels, 20 a period; the last begins at the corner
        QCOMPARE(qAlpha(image.pixel(14, 51)), 255);
        QCOMPARE(qAlpha(image.pixel(24, 51)), 0);
        LineLayer dots(area, 1.0);
        dots.addDashed(QPolygonF{{10.5, 50.5}, {30.5, 50.5}}, 0, 2.0, 0.0, 0.0, 5.0);
        QVERIFY(std::abs(coverage(painted(dots, none, Qt::white)) - 4.0 * std::numbers::pi) < 1.0);
    }

    /// However far the ends of a dashed line lie beyond the screen, its dashes are there.
    void dashesOfALongLineAreDrawn()
    {
        LineLayer layer(area, 1.0);
        layer.addDashed(QPolygonF{{-1e6, 50.5}, {1e6, 50.5}}, 0, 1.0, 0.0, 5.0, 5.0);
        const QImage image = painted(layer, none, Qt::white);
        int drawn = 0;
        for (int x = 0; x < area.width(); ++x)
            drawn += qAlpha(image.pixel(x, 50)) > 127 ? 1 : 0;
        QVERIFY2(drawn > 90 && drawn < 160, qPrintable(QString::number(drawn)));
    }

    void whatCannotBeSeenCostsNothing()
    {
        LineLayer layer(QRect(40, 30, 100, 80), 1.0);
        const double far = 1e12, nothing = std::numeric_limits<double>::quiet_NaN();
        layer.add(QPolygonF{{-far, 60.5}, {far, 60.5}}, 0, 1.0, 0.0);
        layer.add(QPolygonF{{-500.0, -500.0}, {-400.0, -300.0}}, 0, 3.0, 3.0);
        layer.add(QPolygonF{{nothing, 50.0}, {70.0, nothing}}, 0, 3.0, 3.0);
        const QImage image = painted(layer, Qt::black, Qt::white);
        for (int x = 0; x < area.width(); ++x)
            QCOMPARE(qAlpha(image.pixel(x, 60)), x >= 40 && x < 140 ? 255 : 0);
        QCOMPARE(coverage(image), 100.0);
        LineLayer empty(QRect(), 1.0);
        empty.add(QPolygonF{{1.0, 1.0}, {2.0, 2.0}}, 0, 3.0, 3.0);
        QCOMPARE(coverage(painted(empty, Qt::black, Qt::white)), 0.0);
    }

    /// A tile has the same pixels when it is drawn alone; what no line touches stays as it was.
    void tilesByThemselves()
    {
        const auto draw = [](LineLayer &layer) {
            layer.add(QPolygonF{{-40.0, 12.3}, {90.7, 80.2}, {260.0, 30.1}}, 0, 1.6, 4.0);
            layer.addDashed(QPolygonF{{5.0, 140.0}, {190.0, 3.0}}, 1, 1.6, 3.0, 6.0, 4.0);
        };
        const std::array<QColor, 2> inks{QColor(255, 0, 0), QColor(0, 255, 0, 180)};
        const QColor casing(0, 0, 0, 191);
        LineLayer whole(area, 1.0);
        draw(whole);
        QImage wanted(area.size(), QImage::Format_ARGB32_Premultiplied);
        wanted.fill(Qt::transparent);
        whole.drawOnto(wanted, casing, inks);
        QCOMPARE(painted(whole, casing, inks[0], inks[1]), wanted);
        constexpr int columns = (200 + LineLayer::side - 1) / LineLayer::side;
        constexpr int rows = (150 + LineLayer::side - 1) / LineLayer::side;
        const QRgb before = qRgba(1, 2, 3, 4);
        for (int tile = 0; tile < columns * rows; ++tile) {
            std::vector<bool> tiles(std::size_t(columns * rows), false);
            tiles[std::size_t(tile)] = true;
            LineLayer one(area, 1.0);
            one.keepTo(tiles);
            draw(one);
            QImage image(area.size(), QImage::Format_ARGB32_Premultiplied);
            image.fill(before);
            one.drawOnto(image, casing, inks);
            const QRect inside = QRect(tile % columns * LineLayer::side, tile / columns * LineLayer::side,
                                       LineLayer::side, LineLayer::side);
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x) {
                    // The stored pixels: pixel() would divide by alpha.
                    const auto at = [x, y](const QImage &of) {
                        return reinterpret_cast<const QRgb *>(of.constScanLine(y))[x];
                    };
                    const bool isDrawn = inside.contains(x, y) && qAlpha(at(wanted)) > 0;
                    QCOMPARE(at(image), isDrawn ? at(wanted) : before);
                }
            }
        }
    }

    /// The line goes where the painter's device pixels are, also in a window that begins elsewhere.
    void goesToDevicePixels()
    {
        QImage image(QSize(150, 120), QImage::Format_ARGB32_Premultiplied);
        image.setDevicePixelRatio(1.25);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        painter.translate(8.0, 4.0);
        const QTransform toDevice = painter.deviceTransform();
        LineLayer layer(QRect(0, 0, 150, 120), 1.25);
        layer.add(toDevice.map(QPolygonF{{32.0, 36.0}, {72.0, 36.0}}), 0, 1.6, 0.0); // y 50, two pixels wide
        layer.paint(painter, none, {QColor(Qt::white), none});
        painter.end();
        for (const int y : {49, 50})
            QCOMPARE(qAlpha(image.pixel(75, y)), 255);
        for (const int y : {48, 51})
            QCOMPARE(qAlpha(image.pixel(75, y)), 0);
    }
};

CONSILIUM_TEST(LineLayerTest)
#include "LineLayerTest.moc"
