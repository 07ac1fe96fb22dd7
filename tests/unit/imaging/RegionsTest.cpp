#include "tests/support/TestMain.h"
#include "viewer/imaging/RoiStatistics.h"

#include <algorithm>
#include <cmath>
#include <numbers>

using namespace consilium;
using namespace consilium::imaging;

/// Which pixels a region owns, and how large it is, whatever their values.
class RegionsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aCentreOnTheBorder()
    {
        // Columns 2 to 4 and rows 2 and 3: left and upper edge belong, right and lower do not.
        const std::vector<PixelRun> wanted{{2, 2, 4}, {3, 2, 4}};
        QCOMPARE(pixelRuns(rectangleRegion({2, 2}, {5, 4}), 10, 10), wanted);
        QCOMPARE(pixelRuns(rectangleRegion({5, 4}, {2, 2}), 10, 10), wanted); // whichever corner comes first
        // What is left of a computation decides nothing.
        QCOMPARE(pixelRuns(rectangleRegion({2.0 + 1e-9, 2.0 - 1e-9}, {5.0 - 1e-9, 4.0 + 1e-9}), 10, 10), wanted);
        // Regions side by side share no pixel and leave none out.
        const auto left = pixelRuns(PolygonRegion{{{0, 0}, {7, 0}, {2, 9}, {0, 9}}}, 9, 10),
                   right = pixelRuns(PolygonRegion{{{7, 0}, {10, 0}, {10, 9}, {2, 9}}}, 9, 10);
        for (int row = 0; row < 9; ++row) {
            int sum = 0;
            for (const auto &runs : {left, right})
                for (const PixelRun &run : runs)
                    sum += run.row == row ? int(run.count()) : 0;
            QCOMPARE(sum, 10);
        }
        // An ellipse owns its border: a circle of 2 pixels holds the four at its ends.
        const auto circle = pixelRuns(EllipseRegion{{4, 4}, {2, 0}, {0, 2}}, 9, 9);
        QCOMPARE(circle, (std::vector<PixelRun>{{2, 4, 4}, {3, 3, 5}, {4, 2, 6}, {5, 3, 5}, {6, 4, 4}}));
        const double c = 2.0 * std::numbers::sqrt2 / 2.0; // the same, its half axes turned
        QCOMPARE(pixelRuns(EllipseRegion{{4, 4}, {c, c}, {-c, c}}, 9, 9), circle);
        // 3-4-5: places on the border of a larger one, too.
        const auto large = pixelRuns(EllipseRegion{{10, 10}, {5, 0}, {0, 5}}, 21, 21);
        const auto inRow = [&large](int row) {
            return *std::find_if(large.begin(), large.end(), [row](const PixelRun &run) { return run.row == row; });
        };
        QCOMPARE(inRow(6), (PixelRun{6, 7, 13}));
        QCOMPARE(inRow(13), (PixelRun{13, 6, 14}));
    }

    void areas()
    {
        const PixelScale scale{0.5, 0.25}; // rows 0.5 mm apart, columns 0.25 mm
        QCOMPARE(*regionArea(rectangleRegion({1, 2}, {9, 6}), scale), 8 * 0.25 * 4 * 0.5);
        QCOMPARE(*regionPerimeter(rectangleRegion({1, 2}, {9, 6}), scale), 2 * (8 * 0.25 + 4 * 0.5));
        // A circle of 2 mm.
        const Region circle = EllipseRegion{{0, 0}, {8, 0}, {0, 4}};
        QVERIFY(std::abs(*regionArea(circle, scale) - 4.0 * std::numbers::pi) < 1e-12);
        QVERIFY(std::abs(*regionPerimeter(circle, scale) - 4.0 * std::numbers::pi) < 1e-9);
        // Half axes of 2 and 1: the complete elliptic integral gives 9.688448220547675.
        QVERIFY(std::abs(*regionPerimeter(EllipseRegion{{0, 0}, {2, 0}, {0, 1}}, {}) - 9.688448220547675) < 1e-9);
        QVERIFY(!regionArea(EllipseRegion{{0, 0}, {1e300, 0}, {0, 1e300}}, {}));
    }

    /// A curve that crosses itself: by the rule that says which pixels belong, not by the sum over its corners.
    void areasOfCrossedPolygons()
    {
        const Region bow = PolygonRegion{{{0, 0}, {10, 0}, {0, 10}, {10, 10}}};
        QVERIFY(std::abs(*regionArea(bow, {}) - 50.0) < 1e-9);
        // A square with a loop of 2 x 2 at its end that goes round twice there: the loop is not inside.
        const Region loop = PolygonRegion{{{0, 0}, {8, 0}, {8, 8}, {0, 8}, {0, 0}, {2, 0}, {2, 2}, {0, 2}, {0, 0}}};
        QVERIFY(std::abs(*regionArea(loop, {}) - 60.0) < 1e-9);
        // A five-pointed star around (50, 50), against a fine grid.
        PolygonRegion star;
        for (int i = 0; i < 5; ++i) {
            const double angle = 4.0 * std::numbers::pi * i / 5.0;
            star.corners.push_back({50.0 + 40.0 * std::sin(angle), 50.0 - 40.0 * std::cos(angle)});
        }
        PolygonRegion fine;
        for (const ImagePoint &p : star.corners)
            fine.corners.push_back({p.column * 40.0, p.row * 40.0});
        std::int64_t cells = 0;
        for (const PixelRun &run : pixelRuns(fine, 4000, 4000))
            cells += run.count();
        const double area = *regionArea(star, {});
        QVERIFY(std::abs(area - double(cells) / 1600.0) < 0.001 * area);
    }
};

CONSILIUM_TEST(RegionsTest)
#include "RegionsTest.moc"
