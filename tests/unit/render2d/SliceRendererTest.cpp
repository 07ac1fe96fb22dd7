#include "viewer/render2d/SliceRenderer.h"
#include "tests/render/ReferencePicture.h"
#include "tests/support/TestMain.h"
#include "viewer/imaging/Resample.h"

#include <QTransform>

#include <random>

using namespace consilium;
using namespace consilium::test;
using render2d::SliceRenderer;

namespace
{

const session::Window ctWindow{-200.0, 1500.0};

/// Smooth structure, sharp edges and noise: interpolation errors show at edges, rounding errors in noise.
int texture(int row, int column)
{
    std::uint32_t h = std::uint32_t(row) * 2654435761u ^ std::uint32_t(column) * 2246822519u;
    h ^= h >> 15;
    const double smooth = 900.0 + 600.0 * std::sin(row * 0.21) * std::cos(column * 0.17);
    return int(smooth) + int(h % 97u) + ((row / 9 + column / 7) % 2 == 0 ? 300 : 0);
}

struct Scene {
    std::shared_ptr<dicom::Instance> instance;
    pixels::FramePtr frame;
    SliceRenderer::Input input;
};

Scene makeScene(const ImageSpec &spec, QSize size, double ratio)
{
    Scene scene;
    scene.instance = makeInstance(spec);
    scene.frame = makeFrame(*scene.instance, texture);
    scene.input.instance = scene.instance.get();
    scene.input.frame = scene.frame;
    scene.input.presentation.window = ctWindow;
    scene.input.logicalSize = size;
    scene.input.devicePixelRatio = ratio;
    return scene;
}

int greyAt(const QImage &image, int x, int y)
{
    return qGray(image.pixel(x, y));
}

/// The image as the definition has it, flipped and then turned clockwise: pixels are moved, none is mixed.
QImage turnedFile(const Reference &reference, int quarterTurns, bool flipped)
{
    QImage image(reference.frame.columns, reference.frame.rows, QImage::Format_Grayscale8);
    for (int row = 0; row < image.height(); ++row)
        for (int column = 0; column < image.width(); ++column)
            image.scanLine(row)[column] = std::uint8_t(reference.grey(row, column));
    return image.mirrored(flipped, false).transformed(QTransform().rotate(90.0 * quarterTurns));
}

/// Compares the whole picture; returns how many pixels could be compared.
int compare(const QImage &image, const Reference &reference, bool nearest, QString *why)
{
    int compared = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const auto expected = reference.pixel(x, y, nearest);
            if (!expected)
                continue;
            ++compared;
            if (std::abs(greyAt(image, x, y) - *expected) > 1.0) {
                *why = u"(%1, %2): %3 instead of %4"_s.arg(x).arg(y).arg(greyAt(image, x, y)).arg(*expected);
                return -1;
            }
        }
    }
    return compared;
}

} // namespace

class SliceRendererTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyPixelAgreesWithTheDefinition_data()
    {
        QTest::addColumn<double>("rotation");
        QTest::addColumn<bool>("flipped");
        QTest::addColumn<double>("across");
        QTest::addColumn<double>("offsetRow");
        QTest::addColumn<double>("offsetColumn");
        QTest::addColumn<double>("ratio");
        QTest::addColumn<bool>("nearest");
        for (const double rotation : {0.0, 90.0, 180.0, 270.0, 33.3}) {
            for (const bool flipped : {false, true}) {
                for (const bool nearest : {false, true}) {
                    const auto row = [&](const char *name, double across, double u, double v, double ratio) {
                        QTest::addRow("%s %g deg%s%s dpr %g", name, rotation, flipped ? " flipped" : "",
                                      nearest ? " nearest" : "", ratio)
                            << rotation << flipped << across << u << v << ratio << nearest;
                    };
                    row("fit", 0.0, 0.0, 0.0, 1.0);
                    row("fit", 0.0, 0.0, 0.0, 1.25);
                    row("fit", 0.0, 0.0, 0.0, 1.5);
                    row("fit", 0.0, 0.0, 0.0, 2.0);
                    row("near", 21.7, 5.3, -9.1, 1.0);
                    row("near", 21.7, 5.3, -9.1, 1.5);
                    row("far", 110.0, -12.0, 7.0, 1.25);
                }
            }
        }
    }

    void everyPixelAgreesWithTheDefinition()
    {
        QFETCH(double, rotation);
        QFETCH(bool, flipped);
        QFETCH(double, across);
        QFETCH(double, offsetRow);
        QFETCH(double, offsetColumn);
        QFETCH(double, ratio);
        QFETCH(bool, nearest);
        ImageSpec spec;
        spec.rows = 70;
        spec.columns = 90;
        spec.betweenRowsMm = 0.9;
        spec.betweenColumnsMm = 0.7;
        Scene scene = makeScene(spec, {123, 101}, ratio);
        scene.input.view.orientation = {rotation, flipped};
        if (across > 0.0)
            scene.input.view.zoomPan =
                session::ZoomPan{session::SpanUnit::Millimetres, across, offsetRow, offsetColumn};
        scene.input.interpolation =
            nearest ? SliceRenderer::Interpolation::Nearest : SliceRenderer::Interpolation::Linear;
        SliceRenderer renderer;
        const QImage image = renderer.render(scene.input);
        QCOMPARE(image.devicePixelRatio(), ratio);
        QCOMPARE(image.size(), QSize(int(std::ceil(123 * ratio)), int(std::ceil(101 * ratio))));
        const Reference reference{*scene.instance, *scene.frame, scene.input.view, ctWindow, false, 123.0,
                                  101.0,           ratio};
        QString why;
        const int compared = compare(image, reference, nearest, &why);
        QVERIFY2(compared >= 0, qPrintable(why));
        QVERIFY(compared > image.width() * image.height() * 9 / 10);
    }

    void wholePixelsLieOnDevicePixels_data()
    {
        QTest::addColumn<QSize>("area");
        QTest::addColumn<double>("ratio");
        QTest::addColumn<int>("quarter");
        QTest::addColumn<bool>("flipped");
        for (const QSize area : {QSize(120, 100), QSize(121, 100), QSize(120, 101), QSize(121, 103)}) {
            for (const double ratio : {1.0, 1.25, 1.5, 1.75, 2.0}) {
                for (int quarter = 0; quarter < 4; ++quarter) {
                    for (const bool flipped : {false, true})
                        QTest::addRow("%d x %d dpr %g %d deg%s", area.width(), area.height(), ratio, 90 * quarter,
                                      flipped ? " flipped" : "")
                            << area << ratio << quarter << flipped;
                }
            }
        }
    }

    /// Where one pixel of the image is so many device pixels, each of these is one pixel of the file, whatever the size
    /// of the window; and no more than half a device pixel beside its place.
    void wholePixelsLieOnDevicePixels()
    {
        QFETCH(QSize, area);
        QFETCH(double, ratio);
        QFETCH(int, quarter);
        QFETCH(bool, flipped);
        ImageSpec spec;
        spec.rows = 41;
        spec.columns = 54;
        spec.betweenRowsMm = spec.betweenColumnsMm = 0.7;
        Scene scene = makeScene(spec, area, ratio);
        scene.input.view.orientation = {90.0 * quarter, flipped};
        const Reference reference{*scene.instance, *scene.frame, {}, ctWindow};
        const QImage file = turnedFile(reference, quarter, flipped);
        const int shorter = std::min(area.width(), area.height());
        const auto place = [](double edge) { return int(std::ceil(edge - 0.5 - 1e-6)); }; // halves to the left and top
        const struct {
            int devicePixels;
            double offsetRow, offsetColumn;
        } cases[] = {{1, 0.0, 0.0}, {1, 0.35, -0.7}, {1, 3.3, -1.61}, {3, 1.2, 0.4}};
        SliceRenderer renderer;
        for (const auto &c : cases) {
            const int n = c.devicePixels;
            scene.input.view.zoomPan = session::ZoomPan{session::SpanUnit::Millimetres, shorter * ratio * 0.7 / n,
                                                        c.offsetRow, c.offsetColumn};
            scene.input.interpolation =
                n == 1 ? SliceRenderer::Interpolation::Linear : SliceRenderer::Interpolation::Nearest;
            const QImage image = renderer.render(scene.input);
            // From the middle of the image on the screen to its corner, in device pixels.
            const auto moved = std::complex<double>(flipped ? c.offsetRow : -c.offsetRow, -c.offsetColumn) *
                               std::polar(n / 0.7, quarter * std::acos(-1.0) / 2.0);
            const QPoint corner(place(area.width() * ratio / 2.0 + moved.real() - n * file.width() / 2.0),
                                place(area.height() * ratio / 2.0 + moved.imag() - n * file.height() / 2.0));
            const QRect box(corner, n * file.size());
            for (int y = 0; y < image.height(); ++y) {
                const std::uint8_t *const line = image.constScanLine(y);
                for (int x = 0; x < image.width(); ++x) {
                    const QPoint at((x - corner.x()) / n, (y - corner.y()) / n);
                    const int expected = box.contains(x, y) ? file.constScanLine(at.y())[at.x()] : 0;
                    QVERIFY2(line[x] == expected, qPrintable(u"%1: (%2, %3)"_s.arg(n).arg(x).arg(y)));
                }
            }
        }
    }

    void withoutSpacingPixelsAreSquare()
    {
        ImageSpec spec;
        spec.rows = 40;
        spec.columns = 60;
        spec.basis = dicom::SpacingBasis::None;
        Scene scene = makeScene(spec, {90, 90}, 1.0);
        SliceRenderer renderer;
        const Reference reference{*scene.instance, *scene.frame, scene.input.view, ctWindow, false, 90.0, 90.0, 1.0};
        QString why;
        QVERIFY2(compare(renderer.render(scene.input), reference, false, &why) > 7000, qPrintable(why));
    }

    /// One renderer, one change at a time: whatever is kept between calls must not outlive what it was made from.
    void nothingStaleIsShown()
    {
        Scene scene = makeScene({}, {96, 96}, 1.0);
        const auto other = makeFrame(*scene.instance, [](int row, int column) { return texture(column, row) + 50; });
        auto negative = std::make_shared<dicom::Instance>(*scene.instance);
        negative->grey.slope = -1.0;
        negative->grey.intercept = 1500.0;
        SliceRenderer renderer;
        const auto check = [&](const char *what) {
            const Reference reference{*scene.input.instance,
                                      *scene.input.frame,
                                      scene.input.view,
                                      *scene.input.presentation.window,
                                      scene.input.presentation.inverted,
                                      96.0,
                                      96.0,
                                      1.0};
            QString why;
            QVERIFY2(compare(renderer.render(scene.input), reference, false, &why) > 8000,
                     (QByteArray(what) + ' ' + why.toUtf8()).constData());
        };
        check("first");
        scene.input.presentation.window = session::Window{100.0, 400.0};
        check("window");
        scene.input.presentation.inverted = true;
        check("inverted");
        scene.input.frame = other;
        check("frame");
        scene.input.instance = negative.get();
        check("slope");
        scene.input.view.zoomPan = session::ZoomPan{session::SpanUnit::Millimetres, 30.0, 3.0, 4.0};
        check("zoom");
        scene.input.frame = scene.frame;
        check("back");
    }

    /// A picture that somebody still holds stays as it is.
    void aKeptPictureDoesNotChange()
    {
        Scene scene = makeScene({}, {96, 96}, 1.0);
        SliceRenderer renderer;
        const QImage kept = renderer.render(scene.input);
        const QImage before = kept.copy();
        scene.input.presentation.inverted = true;
        const QImage &now = renderer.render(scene.input);
        QCOMPARE(kept, before);
        QVERIFY(now != before);
    }

    void aDamagedFrameIsHatchedAndNoneOfItsPixelsIsShown()
    {
        Scene scene = makeScene({}, {128, 96}, 1.5);
        auto damaged = makeFrame(*scene.instance, texture);
        damaged->damaged = true;
        scene.input.frame = damaged;
        SliceRenderer renderer;
        const QImage image = renderer.render(scene.input);
        const QRgb light = qRgb(0x3A, 0x2C, 0x0C), dark = qRgb(0x24, 0x1B, 0x08);
        int hatched[2] = {0, 0};
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                const QRgb pixel = image.pixel(x, y);
                // Fitted, the square image fills the middle 96 of 128 columns.
                const bool inside = x >= 24 && x < 168;
                QVERIFY2(inside ? pixel == light || pixel == dark : pixel == qRgb(0, 0, 0),
                         qPrintable(u"%1 %2"_s.arg(x).arg(y)));
                hatched[0] += pixel == light;
                hatched[1] += pixel == dark;
            }
        }
        QVERIFY(hatched[0] > 5000 && hatched[1] > 5000);
    }

    void whatIsThereOfADamagedFrameIsShown_data()
    {
        QTest::addColumn<QSize>("area");
        QTest::addColumn<session::Orientation>("orientation");
        QTest::addColumn<session::Presentation>("presentation");
        session::Presentation plain, sharp, local, mapped;
        plain.window = sharp.window = local.window = mapped.window = ctWindow;
        sharp.enhancement = session::Enhancement{session::EnhancementKind::Sharpen, 3};
        local.enhancement = session::Enhancement{session::EnhancementKind::LocalContrast, 2};
        mapped.colourMap = session::ColourMap::HotIron;
        const session::Orientation upright{0.0, false};
        QTest::newRow("one to one") << QSize(64, 64) << upright << plain;
        QTest::newRow("enlarged") << QSize(150, 170) << upright << plain;
        QTest::newRow("made smaller") << QSize(31, 27) << upright << plain;
        QTest::newRow("much smaller") << QSize(9, 9) << upright << plain;
        QTest::newRow("turned") << QSize(120, 120) << session::Orientation{90.0, true} << plain;
        QTest::newRow("aslant") << QSize(120, 120) << session::Orientation{33.0, false} << plain;
        QTest::newRow("sharpened") << QSize(100, 100) << upright << sharp;
        QTest::newRow("local contrast") << QSize(100, 100) << upright << local;
        QTest::newRow("in colours") << QSize(64, 64) << upright << mapped;
    }

    /// The same as of the whole frame, or hatched; and whatever stands in place of what is missing, no trace of it.
    void whatIsThereOfADamagedFrameIsShown()
    {
        QFETCH(QSize, area);
        QFETCH(session::Orientation, orientation);
        QFETCH(session::Presentation, presentation);
        constexpr int there = 30 * 64 + 20;
        Scene scene = makeScene({}, area, 1.0);
        scene.input.view.orientation = orientation;
        scene.input.presentation = presentation;
        SliceRenderer renderer;
        const QImage whole = renderer.render(scene.input).convertToFormat(QImage::Format_RGB32);
        const auto pictureWith = [&](int filler) {
            auto damaged = makeFrame(*scene.instance, [filler](int row, int column) {
                return row * 64 + column < there ? texture(row, column) : filler;
            });
            damaged->damaged = true;
            damaged->knownPixels = there;
            scene.input.frame = damaged;
            return renderer.render(scene.input).copy();
        };
        const QImage image = pictureWith(0);
        QCOMPARE(image, pictureWith(4000));
        const imaging::PixelMap m = imaging::pixelMap(
            imaging::ViewTransform(scene.instance->geometry, scene.input.view, area.width(), area.height()));
        const QRgb light = qRgb(0x3A, 0x2C, 0x0C), dark = qRgb(0x24, 0x1B, 0x08);
        const double reach = std::max(1.0, 2.0 * std::hypot(m[0], m[1])); // pixels that are mixed, at most
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                const double column = m[0] * x + m[1] * y + m[2], row = m[3] * x + m[4] * y + m[5];
                const bool isHatched = image.pixel(x, y) == light || image.pixel(x, y) == dark;
                const auto at = qPrintable(u"%1 %2"_s.arg(x).arg(y));
                if (row < 29.9 - reach && row > -0.4 && column > -0.4 && column < 63.4) {
                    QVERIFY2(!isHatched, at);
                    if (!presentation.enhancement) // that of the border reaches further
                        QVERIFY2(image.pixel(x, y) == whole.pixel(x, y), at);
                } else if (row > 30.1 && row < 63.4 && column > -0.4 && column < 63.4) {
                    QVERIFY2(isHatched, at);
                }
                if (area == QSize(64, 64)) // each device pixel is one of the image
                    QCOMPARE(isHatched, y * 64 + x >= there);
            }
        }
    }

    void withoutAFrameAllIsBlack_data()
    {
        QTest::addColumn<int>("what");
        QTest::newRow("no frame") << 0;
        QTest::newRow("no instance") << 1;
        QTest::newRow("other size than described") << 2;
        QTest::newRow("too few bytes") << 3;
        QTest::newRow("no area") << 4;
    }
    void withoutAFrameAllIsBlack()
    {
        QFETCH(int, what);
        Scene scene = makeScene({}, {50, 40}, 2.0);
        auto broken = std::make_shared<pixels::DecodedFrame>(*scene.frame);
        if (what == 0)
            scene.input.frame.reset();
        else if (what == 1)
            scene.input.instance = nullptr;
        else if (what == 2)
            broken->rows = 32, scene.input.frame = broken;
        else if (what == 3)
            broken->bytes.resize(100), scene.input.frame = broken;
        else
            scene.input.logicalSize = QSize(0, 40);
        SliceRenderer renderer;
        const QImage image = renderer.render(scene.input);
        QVERIFY(!image.isNull());
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                QCOMPARE(greyAt(image, x, y), 0);
        }
    }

    /// A wavelet's lower resolution holds every second (fourth) sample of a smooth image: drawn, nothing may shift.
    void reducedResolutionLiesWhereTheFullOneDoes_data()
    {
        QTest::addColumn<int>("reduction");
        QTest::newRow("1:2") << 1;
        QTest::newRow("1:4") << 2;
    }
    void reducedResolutionLiesWhereTheFullOneDoes()
    {
        QFETCH(int, reduction);
        ImageSpec spec;
        spec.rows = spec.columns = 256;
        Scene scene = makeScene(spec, {512, 512}, 1.0);
        const auto ramp = [](int row, int column) { return 400 + 4 * column + 2 * row; };
        const int block = 1 << reduction;
        SliceRenderer renderer;
        scene.input.frame = makeFrame(*scene.instance, ramp);
        const QImage full = renderer.render(scene.input).copy();
        scene.input.frame = makeFrame(
            *scene.instance, [&](int row, int column) { return ramp(row * block, column * block); }, reduction);
        const QImage reduced = renderer.render(scene.input);
        // The last samples of the reduced picture end before the full one does: there the value stands still.
        for (int y = 2; y < 500; y += 3) {
            for (int x = 2; x < 500; x += 3)
                QVERIFY2(std::abs(greyAt(full, x, y) - greyAt(reduced, x, y)) <= 1,
                         qPrintable(u"%1 %2"_s.arg(x).arg(y)));
        }
    }

    void colourGoesThroughUnchanged()
    {
        ImageSpec spec;
        spec.rows = spec.columns = 32;
        Scene scene = makeScene(spec, {32, 32}, 1.0);
        scene.instance->pixels.samplesPerPixel = 3;
        auto frame = std::make_shared<pixels::DecodedFrame>();
        frame->rows = frame->columns = 32;
        frame->type = pixels::SampleType::Rgb8;
        std::vector<std::uint8_t> bytes;
        for (int i = 0; i < 32 * 32; ++i) {
            for (const int value : {i % 256, (i * 7) % 256, 255 - i % 256})
                bytes.push_back(std::uint8_t(value));
        }
        frame->bytes.assign(bytes.data(), bytes.data() + bytes.size());
        scene.input.frame = frame;
        SliceRenderer renderer;
        const QImage image = renderer.render(scene.input);
        QCOMPARE(image.format(), QImage::Format_RGB32);
        for (int i = 0; i < 32 * 32; ++i)
            QCOMPARE(image.pixel(i % 32, i / 32), qRgb(i % 256, (i * 7) % 256, 255 - i % 256));
    }

    /// Below half size every source pixel counts: a bright pixel anywhere leaves a trace.
    void noPixelIsLeftOutWhenMadeSmaller()
    {
        ImageSpec spec;
        spec.rows = spec.columns = 240;
        Scene scene = makeScene(spec, {60, 60}, 1.0);
        scene.input.presentation.window = session::Window{500.0, 1000.0};
        scene.instance->grey.intercept = 0.0;
        SliceRenderer renderer;
        for (int k = 0; k < 16; ++k) {
            const int row = 100 + k / 4, column = 100 + k % 4;
            scene.input.frame =
                makeFrame(*scene.instance, [&](int r, int c) { return r == row && c == column ? 1000 : 0; });
            const QImage &image = renderer.render(scene.input);
            int sum = 0;
            for (int y = 0; y < 60; ++y) {
                for (int x = 0; x < 60; ++x)
                    sum += greyAt(image, x, y);
            }
            QVERIFY2(std::abs(sum - 255 / 16) <= 4, qPrintable(u"pixel %1: %2"_s.arg(k).arg(sum)));
        }
    }
};

CONSILIUM_TEST(SliceRendererTest)
#include "SliceRendererTest.moc"
