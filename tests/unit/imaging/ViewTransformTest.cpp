#include "viewer/imaging/ViewTransform.h"
#include "tests/support/TestMain.h"

#include <QRandomGenerator>

#include <array>
#include <cmath>
#include <complex>

using namespace consilium;
using imaging::ViewTransform;
using session::SpanUnit;
using session::ZoomPan;

namespace
{

dicom::FrameGeometry plainGeometry(int columns, int rows)
{
    dicom::FrameGeometry geometry;
    geometry.rows = rows;
    geometry.columns = columns;
    return geometry;
}

dicom::FrameGeometry spacedGeometry(int columns, int rows, double betweenColumns, double betweenRows)
{
    auto geometry = plainGeometry(columns, rows);
    geometry.spacing = {betweenRows, betweenColumns, dicom::SpacingBasis::PatientPlane};
    return geometry;
}

session::ViewState turned(double degrees, bool flipped)
{
    session::ViewState view;
    view.orientation = {degrees, flipped};
    return view;
}

/// Letters round a picture: left, top, right, bottom. Turned by moving the letters, as one would turn a sheet of paper.
using Ring = std::array<QString, 4>;

Ring ringAfter(Ring ring, bool flipped, int quarterTurnsClockwise)
{
    if (flipped)
        std::swap(ring[0], ring[2]);
    for (int i = 0; i < quarterTurnsClockwise; ++i)
        ring = {ring[3], ring[0], ring[1], ring[2]}; // bottom comes to the left, left to the top ...
    return ring;
}

Ring ringOf(const ViewTransform &transform, bool all = false)
{
    const auto letters = transform.edgeLetters(all);
    return {letters.left, letters.top, letters.right, letters.bottom};
}

/// Letter of a signed axis: 0 x, 1 y, 2 z.
QString letterOf(int axis, bool positive)
{
    static constexpr const char *letters[3][2] = {{"R", "L"}, {"A", "P"}, {"F", "H"}};
    return QString::fromLatin1(letters[axis][positive]);
}

PatientVector axisVector(int axis, bool positive)
{
    const double s = positive ? 1 : -1;
    return {axis == 0 ? s : 0, axis == 1 ? s : 0, axis == 2 ? s : 0};
}

bool near(double a, double b, double tolerance = 1e-9)
{
    return std::abs(a - b) <= tolerance * std::max({1.0, std::abs(a), std::abs(b)});
}

/// Screen displacement of an image displacement, by complex numbers: mirrored, turned (y runs down), scaled.
std::complex<double> displaced(double u, double v, double degrees, bool flipped, double scale)
{
    return std::complex<double>(flipped ? -u : u, v) * std::polar(scale, degrees * M_PI / 180.0);
}

} // namespace

class ViewTransformTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /// Row 1 of the clinical rules: 48 ways to lay an image along the axes x flip x quarter turns.
    void lettersOfAllPermutationsAndFlips()
    {
        int cases = 0;
        for (int along = 0; along < 3; ++along) {
            for (int down = 0; down < 3; ++down) {
                if (down == along)
                    continue;
                for (int signs = 0; signs < 8; ++signs) { // the third sign, of the slice axis, must not matter
                    ++cases;
                    const bool alongUp = signs & 1, downUp = signs & 2;
                    auto geometry = spacedGeometry(64, 48, 0.5, signs & 4 ? 1.5 : 0.5);
                    geometry.alongRow = axisVector(along, alongUp);
                    geometry.alongColumn = axisVector(down, downUp);
                    const Ring ring{letterOf(along, !alongUp), letterOf(down, !downUp), letterOf(along, alongUp),
                                    letterOf(down, downUp)};
                    for (const bool flipped : {false, true}) {
                        for (int quarter = 0; quarter < 4; ++quarter) {
                            const ViewTransform transform(geometry, turned(90.0 * quarter, flipped), 300, 200);
                            QCOMPARE(ringOf(transform), ringAfter(ring, flipped, quarter));
                        }
                    }
                }
            }
        }
        QCOMPARE(cases, 48);
    }

    void lettersOfRandomObliquesAtAnyAngle()
    {
        QRandomGenerator random(11);
        const auto number = [&random] { return random.bounded(2.0) - 1.0; };
        for (int i = 0; i < 2000; ++i) {
            const PatientVector a = PatientVector{number(), number(), number()}.normalised();
            PatientVector b{number(), number(), number()};
            b = (b - a * a.dot(b)).normalised();
            auto geometry = spacedGeometry(100, 80, 0.3, 0.9);
            geometry.alongRow = a;
            geometry.alongColumn = b;
            const double degrees = random.bounded(360.0);
            const bool flipped = random.bounded(2) == 1;
            const Ring ring = ringOf(ViewTransform(geometry, turned(degrees, flipped), 640, 480));
            for (int edge = 0; edge < 4; ++edge) {
                // What lies towards this edge: the in-plane direction whose screen image points there most.
                const std::complex<double> towards =
                    std::array<std::complex<double>, 4>{{{-1, 0}, {0, -1}, {1, 0}, {0, 1}}}[std::size_t(edge)];
                const auto screenA = displaced(1, 0, degrees, flipped, 1),
                           screenB = displaced(0, 1, degrees, flipped, 1);
                const double ka = (std::conj(screenA) * towards).real(), kb = (std::conj(screenB) * towards).real();
                const double d[3] = {a.x * ka + b.x * kb, a.y * ka + b.y * kb, a.z * ka + b.z * kb};
                int strongest = 0;
                for (int k = 1; k < 3; ++k)
                    strongest = std::abs(d[k]) > std::abs(d[strongest]) ? k : strongest;
                QCOMPARE(ring[std::size_t(edge)], letterOf(strongest, d[strongest] > 0));
            }
        }
    }

    void lettersFromPatientOrientationOnly()
    {
        auto geometry = plainGeometry(100, 200);
        geometry.rowLetters = QStringLiteral("L");
        geometry.columnLetters = QStringLiteral("FP");
        const auto text = [](const char *s) { return QString::fromLatin1(s); };
        const Ring first{text("R"), text("H"), text("L"), text("F")}, all{text("R"), text("HA"), text("L"), text("FP")};
        for (const bool flipped : {false, true}) {
            for (int quarter = 0; quarter < 4; ++quarter) {
                const ViewTransform transform(geometry, turned(90.0 * quarter, flipped), 300, 300);
                QCOMPARE(ringOf(transform), ringAfter(first, flipped, quarter));
                QCOMPARE(ringOf(transform, true), ringAfter(all, flipped, quarter));
            }
        }
        // 30 degrees clockwise: the row still points mostly right, and partly down.
        const ViewTransform oblique(geometry, turned(30, false), 300, 300);
        QCOMPARE(oblique.edgeLetters().right, text("L"));
        QCOMPARE(oblique.edgeLetters(true).right, text("LHA"));
        QCOMPARE(ViewTransform(geometry, turned(60, false), 300, 300).edgeLetters().right, text("H"));
    }

    void noOrientationNoLetters()
    {
        auto geometry = spacedGeometry(64, 64, 1, 1);
        QCOMPARE(ringOf(ViewTransform(geometry, {}, 100, 100)), Ring());
        geometry.rowLetters = QStringLiteral("L"); // only half of it
        QCOMPARE(ringOf(ViewTransform(geometry, {}, 100, 100)), Ring());
        geometry.columnLetters = QStringLiteral("LE"); // an animal's
        QCOMPARE(ringOf(ViewTransform(geometry, {}, 100, 100)), Ring());
    }

    void fitShowsTheWholeImage()
    {
        QRandomGenerator random(3);
        for (int i = 0; i < 300; ++i) {
            const int columns = random.bounded(1, 700), rows = random.bounded(1, 700);
            auto geometry = spacedGeometry(columns, rows, 0.2 + random.bounded(2.0), 0.2 + random.bounded(2.0));
            if (i % 3 == 0) {
                geometry.spacing = {};
                geometry.aspectRowsToColumns = 0.5 + random.bounded(2.0);
            }
            const double degrees = i % 2 ? 90.0 * random.bounded(4) : random.bounded(360.0);
            const double width = 50 + random.bounded(1000), height = 50 + random.bounded(1000);
            const ViewTransform transform(geometry, turned(degrees, i % 5 == 0), width, height);
            double left = 1e9, right = -1e9, top = 1e9, bottom = -1e9;
            for (const double column : {-0.5, columns - 0.5}) {
                for (const double row : {-0.5, rows - 0.5}) {
                    const auto p = transform.toScreen({column, row});
                    left = std::min(left, p.x), right = std::max(right, p.x);
                    top = std::min(top, p.y), bottom = std::max(bottom, p.y);
                }
            }
            QVERIFY(near(left + right, width) && near(top + bottom, height)); // centred
            const double spareX = width - (right - left), spareY = height - (bottom - top);
            QVERIFY(near(std::min(spareX, spareY) + width, width, 1e-9) && spareX > -1e-6 && spareY > -1e-6);
            QVERIFY(transform.unit() == (i % 3 == 0 ? SpanUnit::ImagePixels : SpanUnit::Millimetres));
            QVERIFY(near(transform.effective().across * transform.scale(), std::min(width, height)));
            const double pixelWidth = i % 3 == 0 ? 1.0 : geometry.spacing.betweenColumnsMm;
            QVERIFY(near(transform.magnification(), transform.scale() * pixelWidth));
        }
    }

    void zoomPanFlipAndRotationAgainstComplexNumbers()
    {
        QRandomGenerator random(5);
        const auto number = [&random] { return random.bounded(200.0) - 100.0; };
        for (int i = 0; i < 500; ++i) {
            const auto geometry = spacedGeometry(200, 150, 0.7, 1.1);
            session::ViewState view = turned(i % 2 ? 90.0 * random.bounded(4) : random.bounded(360.0), i % 3 == 0);
            view.zoomPan = ZoomPan{SpanUnit::Millimetres, 20 + random.bounded(300.0), number(), number()};
            const double width = 640, height = 480;
            const ViewTransform transform(geometry, view, width, height);
            const double scale = height / view.zoomPan->across;
            QVERIFY(near(transform.scale(), scale));
            for (int k = 0; k < 5; ++k) {
                const ImagePoint p{number(), number()};
                const double u = (p.column - 99.5) * 0.7 - view.zoomPan->offsetAlongRow;
                const double v = (p.row - 74.5) * 1.1 - view.zoomPan->offsetAlongColumn;
                const auto d = displaced(u, v, view.orientation.rotationDeg, view.orientation.flipped, scale);
                const ScreenPoint s = transform.toScreen(p);
                QVERIFY(near(s.x, width / 2 + d.real()) && near(s.y, height / 2 + d.imag()));
                const ImagePoint back = transform.toImage(s);
                QVERIFY(near(back.column, p.column, 1e-8) && near(back.row, p.row, 1e-8));
            }
        }
    }

    void zoomKeepsItsAnchorAndPanFollowsThePointer()
    {
        QRandomGenerator random(9);
        for (int i = 0; i < 300; ++i) {
            const auto geometry = spacedGeometry(512, 400, 0.5, 0.8);
            session::ViewState view = turned(random.bounded(360.0), i % 2 == 0);
            if (i % 3)
                view.zoomPan = ZoomPan{SpanUnit::Millimetres, 100, 12, -30};
            const ViewTransform before(geometry, view, 500, 300);
            const ScreenPoint anchor{random.bounded(500.0), random.bounded(300.0)};
            const ImagePoint under = before.toImage(anchor);
            const double factor = 0.3 + random.bounded(3.0);
            session::ViewState zoomed = view;
            zoomed.zoomPan = before.zoomedAbout(anchor, factor);
            const ViewTransform after(geometry, zoomed, 500, 300);
            QVERIFY(near(after.scale(), before.scale() * factor));
            const ScreenPoint now = after.toScreen(under);
            QVERIFY(near(now.x, anchor.x, 1e-7) && near(now.y, anchor.y, 1e-7));
            session::ViewState moved = view;
            moved.zoomPan = before.panned({17, -5});
            const ScreenPoint there = ViewTransform(geometry, moved, 500, 300).toScreen(under);
            QVERIFY(near(there.x, anchor.x + 17, 1e-7) && near(there.y, anchor.y - 5, 1e-7));
        }
    }

    void aZoomInTheOtherUnitIsNotApplied()
    {
        session::ViewState view;
        view.zoomPan = ZoomPan{SpanUnit::Millimetres, 10, 5, 5};
        const auto geometry = plainGeometry(100, 100);
        const ViewTransform transform(geometry, view, 200, 200), fitted(geometry, {}, 200, 200);
        QCOMPARE(transform.matrix(), fitted.matrix());
        QVERIFY(transform.effective() == fitted.effective());
        QVERIFY(transform.effective().unit == SpanUnit::ImagePixels);
        view.zoomPan = ZoomPan{SpanUnit::ImagePixels, 0, 5, 5};
        QCOMPARE(ViewTransform(geometry, view, 200, 200).matrix(), fitted.matrix());
        // Pixels of an image with a scale are so many of its columns.
        auto scaled = geometry;
        scaled.spacing = {0.5, 0.25, dicom::SpacingBasis::PatientPlane};
        view.zoomPan = ZoomPan{SpanUnit::ImagePixels, 40, 4, 2};
        const ViewTransform pixels(scaled, view, 200, 200);
        QVERIFY((pixels.effective() == ZoomPan{SpanUnit::Millimetres, 10, 1, 1}));
        QCOMPARE(pixels.toScreen({49.5 + 4 + 20, 49.5 + 2}).x, 200.0);
        QVERIFY(fitted.zoomedAbout({1, 1}, 0.0) == fitted.effective());
        QVERIFY(fitted.zoomedAbout({1, 1}, -2.0) == fitted.effective());
    }

    /// An image at one to one in a window of an odd size moves by whole device pixels as the pointer does; what the
    /// view says stays, and another window of the same size shows the same.
    void aDragAtWholePixelsMovesByWholePixels()
    {
        const auto geometry = spacedGeometry(512, 400, 0.7, 0.7);
        for (const double ratio : {1.0, 1.25, 1.5, 2.0}) {
            for (const double degrees : {0.0, 90.0, 180.0, 270.0}) {
                session::ViewState view = turned(degrees, degrees > 90.0);
                view.zoomPan = ZoomPan{SpanUnit::Millimetres, 301 * 0.7 * ratio, 0.0, 0.0};
                const ViewTransform start(geometry, view, 501, 301, ratio);
                QVERIFY(start.effective() == *view.zoomPan);
                const ScreenPoint from = start.toScreen({0, 0});
                for (int step = 1; step < 40; ++step) {
                    view.zoomPan = start.panned({step / ratio, -2 * step / ratio});
                    const ViewTransform moved(geometry, view, 501, 301, ratio);
                    QVERIFY(moved.effective() == *view.zoomPan);
                    const ScreenPoint to = moved.toScreen({0, 0});
                    QVERIFY(near((to.x - from.x) * ratio, step, 1e-7) &&
                            near((to.y - from.y) * ratio, -2 * step, 1e-7));
                    QVERIFY(
                        near(to.x * ratio - 0.5, std::round(to.x * ratio - 0.5), 1e-7)); // between two device pixels
                    const ImagePoint back = moved.toImage(to);
                    QVERIFY(std::abs(back.column) < 1e-9 && std::abs(back.row) < 1e-9);
                }
            }
        }
    }

    /// Only there: a little beside, and at another angle, nothing moves.
    void otherZoomsAreNotMoved()
    {
        const auto geometry = spacedGeometry(512, 400, 0.5, 0.8);
        const struct {
            double degrees, acrossMm;
            bool isMovedAlongX, isMovedAlongY;
        } cases[] = {{0, 150.5, true, false},  {90, 150.5, false, true},  {0, 240.8, false, true},
                     {0, 150.6, false, false}, {30, 150.5, false, false}, {90.001, 150.5, false, false}};
        for (const auto &c : cases) {
            session::ViewState view = turned(c.degrees, false);
            view.zoomPan = ZoomPan{SpanUnit::Millimetres, c.acrossMm, 0.0, 0.0};
            const ScreenPoint middle = ViewTransform(geometry, view, 501, 301).toScreen({255.5, 199.5});
            QCOMPARE(!near(middle.x, 250.5), c.isMovedAlongX);
            QCOMPARE(!near(middle.y, 150.5), c.isMovedAlongY);
            QVERIFY(std::abs(middle.x - 250.5) < 0.501 && std::abs(middle.y - 150.5) < 0.501);
        }
    }

    void quarterTurnsStayOnTheGrid()
    {
        for (int quarter = 0; quarter < 4; ++quarter) {
            const ViewTransform transform(spacedGeometry(64, 64, 0.7, 0.7), turned(90.0 * quarter, true), 128, 128);
            const auto &m = transform.matrix();
            QVERIFY(quarter % 2 ? m[0] == 0.0 && m[4] == 0.0 : m[1] == 0.0 && m[3] == 0.0);
        }
    }
};

CONSILIUM_TEST(ViewTransformTest)
#include "ViewTransformTest.moc"
