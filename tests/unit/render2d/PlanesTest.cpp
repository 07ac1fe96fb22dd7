#include "tests/render/ReferencePicture.h"
#include "tests/support/Needs.h"
#include "tests/support/TestMain.h"
#include "viewer/dicom/DicomFile.h"
#include "viewer/dicom/Overlays.h"
#include "viewer/dicom/Shutter.h"
#include "viewer/render2d/Sample.h"
#include "viewer/render2d/SliceRenderer.h"

#include <QProcess>

using namespace consilium;
using namespace consilium::test;
using render2d::SliceRenderer;

namespace
{

const QRgb mark = qRgb(0x8F, 0xE3, 0xF7), casing = qRgb(0, 0, 0);

/// A plane whose set bits are chosen by its own row and column.
dicom::OverlayPlane planeOf(int rows, int columns, int top, int left, const std::function<bool(int, int)> &isSet)
{
    dicom::OverlayPlane plane;
    plane.rows = rows;
    plane.columns = columns;
    plane.top = top;
    plane.left = left;
    plane.bits = QByteArray((rows * columns + 7) / 8, '\0');
    for (int i = 0; i < rows * columns; ++i)
        if (isSet(i / columns, i % columns))
            plane.bits[i / 8] = char(plane.bits[i / 8] | 1 << (i % 8));
    return plane;
}

struct Scene {
    std::shared_ptr<dicom::Instance> instance;
    SliceRenderer::Input input;
};

Scene sceneOf(const ImageSpec &spec, QSize size, double ratio = 1.0)
{
    Scene scene;
    scene.instance = makeInstance(spec);
    scene.input.instance = scene.instance.get();
    scene.input.frame = makeFrame(*scene.instance, [](int row, int column) { return 900 + row + 3 * column; });
    scene.input.presentation.window = session::Window{0.0, 1000.0};
    scene.input.logicalSize = size;
    scene.input.devicePixelRatio = ratio;
    scene.input.drawsPlanes = true;
    return scene;
}

void setPlanes(Scene &scene, std::vector<dicom::OverlayPlane> planes)
{
    scene.instance->overlays = std::make_shared<const std::vector<dicom::OverlayPlane>>(std::move(planes));
}

} // namespace

class PlanesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /// Bits that lay in the pixels are drawn like any others; where decoding did not find them nothing is.
    void planesInThePixels()
    {
        ImageSpec spec;
        spec.rows = spec.columns = 20;
        const auto isSet = [](int row, int column) { return row == 5 || column == 7; };
        auto scene = sceneOf(spec, {20, 20});
        setPlanes(scene, {planeOf(20, 20, 0, 0, isSet)});
        SliceRenderer renderer;
        const QImage want = renderer.render(scene.input).copy();
        QCOMPARE(want.pixel(3, 5), mark);
        auto inPixels = planeOf(20, 20, 0, 0, isSet);
        const QByteArray bits = std::exchange(inPixels.bits, QByteArray());
        inPixels.bitInPixels = 13;
        inPixels.isEveryFrame = false;
        setPlanes(scene, {inPixels});
        scene.instance->pixels.overlayBits = {13};
        SliceRenderer other;
        const QImage without = other.render(scene.input).copy();
        QVERIFY(without.pixel(3, 5) != mark);
        auto frame = std::make_shared<pixels::DecodedFrame>(*scene.input.frame);
        frame->overlays = {bits};
        scene.input.frame = frame;
        QVERIFY(other.render(scene.input).convertToFormat(want.format()) == want);
    }

    void realFilesAsNumpyDrawsThem_data()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("out of bounds") << u"/cr-dx-mg/OutOfBoundsOverlay.dcm"_s;
        QTest::newRow("whole image") << u"/transfer-syntaxes/examples_overlay.dcm"_s;
    }

    void realFilesAsNumpyDrawsThem()
    {
        QFETCH(QString, file);
        REQUIRE_REAL_DATA(data)
        const auto header = dicom::readHeader(data + file);
        QVERIFY(header.has_value());
        const auto instance = dicom::describeInstance(*header);
        QVERIFY(instance && (*instance)->overlays);
        QProcess python;
        python.start(u"/usr/bin/python3"_s,
                     {QStringLiteral(CONSILIUM_SOURCE_DIR "/tests/unit/render2d/planes_opinion.py"), data + file});
        NEEDS(python.waitForFinished(60'000) && python.exitCode() == 0, "no python3 with pydicom and numpy");
        const QByteArray expected = python.readAllStandardOutput();
        const int rows = (*instance)->geometry.rows, columns = (*instance)->geometry.columns;
        QCOMPARE(expected.size(), qsizetype(rows) * columns);

        SliceRenderer::Input input;
        input.instance = instance->get();
        input.frame = makeFrame(**instance, [](int row, int column) { return 100 + (row * 7 + column) % 1000; });
        input.presentation.window = session::Window{600.0, 1000.0};
        input.logicalSize = QSize(columns, rows);
        SliceRenderer renderer;
        const QImage bare = renderer.render(input).copy();
        QCOMPARE(bare.format(), QImage::Format_Grayscale8); // hidden: the image alone
        input.drawsPlanes = true;
        const QImage &image = renderer.render(input);
        QCOMPARE(image.size(), QSize(columns, rows));
        int marks = 0;
        for (int y = 0; y < rows; ++y) {
            for (int x = 0; x < columns; ++x) {
                const char what = expected[qsizetype(y) * columns + x];
                const QRgb wanted = what == 2 ? mark : what == 1 ? casing : bare.pixel(x, y);
                marks += what == 2;
                if (image.pixel(x, y) != wanted)
                    QFAIL(qPrintable(u"(%1, %2): %3 instead of %4"_s.arg(x)
                                         .arg(y)
                                         .arg(image.pixel(x, y), 0, 16)
                                         .arg(wanted, 0, 16)));
            }
        }
        QVERIFY(marks > 100);
    }

    void turnsAndZoomsWithTheImage_data()
    {
        QTest::addColumn<double>("rotation");
        QTest::addColumn<bool>("flipped");
        QTest::addColumn<double>("ratio");
        for (const double rotation : {0.0, 90.0, 180.0, 270.0, 33.3})
            for (const bool flipped : {false, true})
                for (const double ratio : {1.0, 1.5, 2.0})
                    QTest::addRow("%g%s dpr %g", rotation, flipped ? " flipped" : "", ratio)
                        << rotation << flipped << ratio;
    }

    /// Enlarged: a device pixel is marked exactly where the pixel of the image in which it lies is set.
    void turnsAndZoomsWithTheImage()
    {
        QFETCH(double, rotation);
        QFETCH(bool, flipped);
        QFETCH(double, ratio);
        ImageSpec spec;
        spec.rows = 60;
        spec.columns = 80;
        spec.betweenRowsMm = 0.9;
        spec.betweenColumnsMm = 0.7;
        Scene scene = sceneOf(spec, {203, 187}, ratio);
        const auto isSet = [](int row, int column) { return (row * 5 + column * 3) % 17 == 0 || row == column; };
        setPlanes(scene, {planeOf(40, 70, 30, -20, isSet)}); // beyond the bottom and the left edge
        scene.input.view.orientation = {rotation, flipped};
        scene.input.view.zoomPan = session::ZoomPan{session::SpanUnit::Millimetres, 31.0, -12.0, 6.0};
        SliceRenderer renderer;
        const QImage &image = renderer.render(scene.input);
        const Reference reference{
            *scene.instance, *scene.input.frame, scene.input.view, {0.0, 1000.0}, false, 203, 187, ratio};
        int marks = 0, compared = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                const auto place = reference.place(x, y);
                const double column = std::floor(place.real() + 0.5), row = std::floor(place.imag() + 0.5);
                const double hair = 1e-6;
                if (std::abs(place.real() + 0.5 - std::round(place.real() + 0.5)) < hair ||
                    std::abs(place.imag() + 0.5 - std::round(place.imag() + 0.5)) < hair)
                    continue;
                const bool inImage = column >= 0 && row >= 0 && column < 80 && row < 60;
                const int r = int(row) - 30, c = int(column) + 20;
                const bool expected = inImage && r >= 0 && r < 40 && c >= 0 && c < 70 && isSet(r, c);
                ++compared;
                marks += expected;
                if ((image.pixel(x, y) == mark) != expected)
                    QFAIL(qPrintable(u"(%1, %2)"_s.arg(x).arg(y)));
            }
        }
        QVERIFY(marks > 500 && compared > image.width() * image.height() * 9 / 10);
    }

    /// Shrunk to a seventh: thin lines are still whole.
    void noLineIsLost()
    {
        ImageSpec spec;
        spec.rows = spec.columns = 700;
        Scene scene = sceneOf(spec, {100, 100});
        setPlanes(scene, {planeOf(700, 700, 0, 0, [](int row, int column) { return row == 353 || column == 120; })});
        SliceRenderer renderer;
        const QImage &image = renderer.render(scene.input);
        for (int i = 0; i < 100; ++i) {
            QCOMPARE(image.pixel(i, 50), mark);
            QCOMPARE(image.pixel(17, i), mark);
        }
        QCOMPARE(image.pixel(30, 49), casing);
        QCOMPARE(image.pixel(30, 51), casing);
        QVERIFY(image.pixel(30, 47) != casing && image.pixel(30, 53) != casing);
    }

    void framesOfTheirOwn()
    {
        Scene scene = sceneOf({}, {64, 64});
        dicom::OverlayPlane plane = planeOf(64, 64, 0, 0, [](int row, int) { return row == 10; });
        plane.isEveryFrame = false;
        plane.firstFrame = 2;
        setPlanes(scene, {plane});
        SliceRenderer renderer;
        for (const int frame : {0, 1, 2, 3}) {
            scene.instance->frame = frame;
            QCOMPARE(renderer.render(scene.input).pixel(5, 10) == mark, frame == 2);
        }
        // Over colours, too; a damaged frame has none.
        scene.instance->frame = 2;
        auto colours = std::make_shared<pixels::DecodedFrame>(*scene.input.frame);
        colours->type = pixels::SampleType::Rgb8;
        colours->bytes.assign(64 * 64 * 3, 200);
        scene.input.frame = colours;
        QCOMPARE(renderer.render(scene.input).pixel(5, 10), mark);
        QCOMPARE(renderer.render(scene.input).pixel(5, 20), qRgb(200, 200, 200));
        auto damaged = std::make_shared<pixels::DecodedFrame>(*colours);
        damaged->damaged = true;
        scene.input.frame = damaged;
        QVERIFY(renderer.render(scene.input).pixel(5, 10) != mark);
    }

    /// What the shutter hides is its grey, the rest is as without it, and every pixel can still be asked for its value.
    void shutterHides_data()
    {
        QTest::addColumn<bool>("colour");
        QTest::addColumn<bool>("inverted");
        QTest::addColumn<int>("grey");
        QTest::newRow("grey") << false << false << 0;
        QTest::newRow("grey, inverted") << false << true << 0;
        QTest::newRow("white shutter") << false << false << 255;
        QTest::newRow("colour") << true << false << 0;
    }

    void shutterHides()
    {
        QFETCH(bool, colour);
        QFETCH(bool, inverted);
        QFETCH(int, grey);
        Scene scene = sceneOf({}, {64, 64});
        scene.input.presentation.inverted = inverted;
        if (colour) {
            auto colours = std::make_shared<pixels::DecodedFrame>(*scene.input.frame);
            colours->type = pixels::SampleType::Rgb8;
            colours->bytes.resize(64 * 64 * 3);
            for (std::size_t i = 0; i < colours->bytes.size(); ++i)
                colours->bytes[i] = std::uint8_t(20 + i % 200);
            scene.input.frame = colours;
        }
        SliceRenderer renderer;
        const QImage open = renderer.render(scene.input).copy();
        auto shutter = std::make_shared<dicom::Shutter>();
        shutter->rectangle = dicom::Shutter::Rectangle{9, 49, 4, 60};
        shutter->circle = dicom::Shutter::Circle{30.0, 30.0, 22.0, 1.0};
        shutter->grey = grey;
        scene.instance->shutter = shutter;
        const QImage shut = renderer.render(scene.input).copy();
        int hidden = 0;
        for (int y = 0; y < 64; ++y) {
            for (int x = 0; x < 64; ++x) {
                const bool seen =
                    x >= 9 && x <= 49 && y >= 4 && y <= 60 && (x - 30) * (x - 30) + (y - 30) * (y - 30) <= 22 * 22;
                hidden += !seen;
                QCOMPARE(shut.pixel(x, y), seen ? open.pixel(x, y) : qRgb(grey, grey, grey));
            }
        }
        QVERIFY(hidden > 2000);
        const auto sample = render2d::sampleAt(*scene.instance, scene.input.frame.get(), {2.0, 1.0});
        QVERIFY(sample && (colour ? sample->rgb.has_value() : *sample->stored == 900 + 1 + 6));
        scene.instance->shutter.reset(); // and comes off again
        QCOMPARE(renderer.render(scene.input), open);
    }

    /// That of a saved view takes the place of the file's own: against the plain arithmetic of its shapes.
    void shutterOfThePresentation()
    {
        Scene scene = sceneOf({}, {64, 64});
        SliceRenderer renderer;
        const QImage open = renderer.render(scene.input).copy();
        auto own = std::make_shared<dicom::Shutter>();
        own->rectangle = dicom::Shutter::Rectangle{60, 63, 60, 63};
        own->grey = 255;
        scene.instance->shutter = own;
        session::DisplayShutter shutter;
        shutter.rectangle = session::ShutterRectangle{5, 58, 3, 61};
        shutter.circle = session::ShutterCircle{{31.0, 30.0}, 24.0};
        shutter.polygon = {{0.0, 0.0}, {63.0, 0.0}, {0.0, 63.0}}; // seen: column + row up to 63
        shutter.grey = 77;
        scene.input.presentation.shutter = shutter;
        const QImage shut = renderer.render(scene.input).copy();
        int hidden = 0;
        for (int y = 0; y < 64; ++y) {
            for (int x = 0; x < 64; ++x) {
                const bool seen = x >= 5 && x <= 58 && y >= 3 && y <= 61 && x + y <= 63 &&
                                  (x - 31) * (x - 31) + (y - 30) * (y - 30) <= 24 * 24;
                hidden += !seen;
                if (x + y == 63) // on the very edge, which belongs to the one side or the other
                    continue;
                QCOMPARE(shut.pixel(x, y), seen ? open.pixel(x, y) : qRgb(77, 77, 77));
            }
        }
        QVERIFY(hidden > 2000 && hidden < 3800);
        // Another one, and the file's again.
        scene.input.presentation.shutter->grey = 9;
        QCOMPARE(renderer.render(scene.input).pixel(0, 0), qRgb(9, 9, 9));
        scene.input.presentation.shutter.reset();
        QCOMPARE(renderer.render(scene.input).pixel(0, 0), qRgb(255, 255, 255));
        scene.instance->shutter.reset();
        QCOMPARE(renderer.render(scene.input), open);
    }

    /// A frame of half the resolution loses the same part.
    void shutterOfAReducedFrame()
    {
        Scene scene = sceneOf({}, {64, 64});
        auto half = makeFrame(
            *scene.instance, [](int, int) { return 1500; }, 1);
        scene.input.frame = half;
        scene.input.interpolation = SliceRenderer::Interpolation::Nearest;
        auto shutter = std::make_shared<dicom::Shutter>();
        shutter->rectangle = dicom::Shutter::Rectangle{16, 47, 20, 43};
        scene.instance->shutter = shutter;
        SliceRenderer renderer;
        const QImage &image = renderer.render(scene.input);
        for (int y = 0; y < 64; ++y) {
            for (int x = 0; x < 64; ++x) {
                const bool surelySeen = x >= 18 && x <= 45 && y >= 22 && y <= 41;
                const bool surelyHidden = x < 14 || x > 49 || y < 18 || y > 45;
                if (surelySeen || surelyHidden)
                    QCOMPARE(qGray(image.pixel(x, y)) > 0, surelySeen);
            }
        }
    }
};

CONSILIUM_TEST(PlanesTest)
#include "PlanesTest.moc"
