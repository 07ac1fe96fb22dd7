#include "tests/render/ImageFixture.h"
#include "tests/support/TestMain.h"
#include "viewer/dicom/Shutter.h"
#include "viewer/imaging/ColourMaps.h"
#include "viewer/imaging/Enhance.h"
#include "viewer/imaging/GreyChain.h"
#include "viewer/render2d/SliceRenderer.h"

#include <cmath>

using namespace consilium;
using namespace consilium::test;
using render2d::SliceRenderer;

namespace
{

constexpr session::Window window{100.0, 401.0};

int texture(int row, int column)
{
    return 1024 + 7 * row + 3 * column + (row * 13 + column * 29) % 50;
}

/// One device pixel an image pixel.
struct Scene {
    std::shared_ptr<dicom::Instance> instance = makeInstance({});
    pixels::FramePtr frame = makeFrame(*instance, texture);
    SliceRenderer renderer;
    SliceRenderer::Input input;

    Scene()
    {
        input.instance = instance.get();
        input.frame = frame;
        input.presentation.window = window;
        input.logicalSize = QSize(64, 64);
    }
    QImage render() { return renderer.render(input).copy(); }
};

int level(double modality)
{
    imaging::GreyChain chain;
    chain.window = window;
    return int(std::floor(chain.voi(modality) + 0.5));
}

} // namespace

/// Slab, enhancement and colours on the way to the screen.
class ProcessedImageTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void slabIsDrawnInPlaceOfTheFrame()
    {
        Scene scene;
        auto slab = std::make_shared<imaging::ValueImage>();
        slab->rows = slab->columns = 64;
        for (int i = 0; i < 64 * 64; ++i)
            slab->values.push_back(float(-120.0 + i * 0.11)); // values between the whole ones
        scene.input.slab = slab;
        const QImage image = scene.render();
        QCOMPARE(image.format(), QImage::Format_Grayscale8);
        for (int y = 0; y < 64; ++y)
            for (int x = 0; x < 64; ++x)
                QCOMPARE(qGray(image.pixel(x, y)), level(slab->at(y, x)));
        scene.input.presentation.inverted = true;
        const QImage inverted = scene.render();
        QCOMPARE(qGray(inverted.pixel(20, 20)), 255 - level(slab->at(20, 20)));
        // A slab of another size than the image is not drawn rather than drawn in the wrong place.
        slab = std::make_shared<imaging::ValueImage>(*slab);
        slab->rows = 32;
        scene.input.slab = slab;
        QCOMPARE(qGray(scene.render().pixel(20, 20)), 0);
    }

    void enhancementIsOfValuesBeforeTheWindow()
    {
        Scene scene;
        scene.input.presentation.enhancement = session::Enhancement{session::EnhancementKind::Sharpen, 4};
        const QImage image = scene.render();
        for (int y = 1; y < 63; ++y) {
            for (int x = 1; x < 63; ++x) {
                // v + 2 (v - B), B of 1 2 1 in both directions.
                double soft = 0.0;
                for (int dy = -1; dy <= 1; ++dy)
                    for (int dx = -1; dx <= 1; ++dx)
                        soft += (dy == 0 ? 2 : 1) * (dx == 0 ? 2 : 1) * (texture(y + dy, x + dx) - 1024.0) / 16.0;
                const double value = texture(y, x) - 1024.0;
                QCOMPARE(qGray(image.pixel(x, y)), level(value + 2.0 * (value - soft)));
            }
        }
    }

    // Each way of drawing keeps pictures of its own making for the next time: none may come up for another.
    void nothingIsLeftOver()
    {
        Scene scene;
        const QImage plain = scene.render();
        auto slab = std::make_shared<imaging::ValueImage>();
        slab->rows = slab->columns = 64;
        slab->values.assign(64 * 64, 111.0f);
        const std::optional<session::Enhancement> kinds[] = {
            session::Enhancement{session::EnhancementKind::Smooth, 3},
            session::Enhancement{session::EnhancementKind::LocalContrast, 3},
            session::Enhancement{session::EnhancementKind::Edge, 1}, std::nullopt};
        QList<QImage> seen;
        for (const auto &kind : kinds) {
            scene.input.presentation.enhancement = kind;
            seen << scene.render();
            scene.input.slab = slab;
            const QImage slabbed = scene.render();
            QVERIFY(slabbed != seen.last());
            scene.input.slab = nullptr;
            QCOMPARE(scene.render(), seen.last());
            scene.input.presentation.window = session::Window{50.0, 200.0};
            QVERIFY(scene.render() != seen.last());
            scene.input.presentation.window = window;
            QCOMPARE(scene.render(), seen.last());
        }
        QCOMPARE(seen.last(), plain);
        QVERIFY(seen[0] != seen[1] && seen[0] != plain && seen[1] != plain && seen[2] != plain);
        // The same frame under another rescale: what was made of the old one is gone.
        scene.input.presentation.enhancement = kinds[0];
        auto other = std::make_shared<dicom::Instance>(*scene.instance);
        other->grey.intercept = -1000.0;
        scene.input.instance = other.get();
        QVERIFY(scene.render() != seen[0]);
    }

    // The values of a slab stay the same object whatever contrast is asked for; the picture must not.
    void enhancementOfASlabThatStays()
    {
        Scene scene;
        auto slab = std::make_shared<imaging::ValueImage>();
        slab->rows = slab->columns = 64;
        for (int i = 0; i < 64 * 64; ++i)
            slab->values.push_back(float(50 + i * 37 % 101));
        scene.input.slab = slab;
        const QImage plain = scene.render();
        const auto with = [&scene](const std::optional<session::Enhancement> &enhancement) {
            scene.input.presentation.enhancement = enhancement;
            return scene.render();
        };
        const QImage weak = with(session::Enhancement{session::EnhancementKind::LocalContrast, 1});
        QVERIFY(weak != plain);
        QVERIFY(with(session::Enhancement{session::EnhancementKind::LocalContrast, 5}) != weak);
        QCOMPARE(with(std::nullopt), plain);
    }

    // The same picture, whether it was enhanced before or while it is drawn; and never that of another.
    void enhancedBeforeItIsDrawn()
    {
        for (const auto &kind : {session::Enhancement{session::EnhancementKind::Sharpen, 4},
                                 session::Enhancement{session::EnhancementKind::Smooth, 2},
                                 session::Enhancement{session::EnhancementKind::LocalContrast, 3}}) {
            Scene scene;
            scene.input.presentation.enhancement = kind;
            const auto voi = imaging::effectiveVoi(scene.instance->grey, scene.input.presentation, *scene.frame);
            const auto plain =
                std::make_shared<const imaging::ValueImage>(imaging::valuesOf(*scene.instance, *scene.frame));
            const QImage wanted = scene.render();
            const auto made = imaging::enhancedImage(plain, kind, voi);
            scene.input.enhanced = made;
            QCOMPARE(scene.render(), wanted);
            // It is taken: what was made otherwise looks otherwise.
            auto marked = std::make_shared<imaging::EnhancedImage>(*made);
            if (marked->levels.empty())
                marked->values = plain;
            else
                std::fill(marked->levels.begin(), marked->levels.end(), std::uint8_t(7));
            scene.input.enhanced = marked;
            QVERIFY(scene.render() != wanted);
            // Under another window, with another level, of another size it is none of this picture's.
            scene.input.presentation.window = session::Window{50.0, 200.0};
            scene.input.enhanced = nullptr;
            const QImage windowed = scene.render();
            scene.input.enhanced = made;
            QCOMPARE(scene.render(), windowed);
            scene.input.presentation.window = window;
            marked->enhancement.level += 1;
            scene.input.enhanced = std::make_shared<imaging::EnhancedImage>(*marked);
            QCOMPARE(scene.render(), wanted);
            auto smaller = std::make_shared<imaging::EnhancedImage>(*made);
            auto values = std::make_shared<imaging::ValueImage>(*plain);
            values->rows = 32;
            smaller->values = values;
            scene.input.enhanced = smaller;
            QCOMPARE(scene.render(), wanted);
        }
    }

    void coloursOfTheSameGreys()
    {
        Scene scene;
        const QImage grey = scene.render();
        for (const auto map : {session::ColourMap::HotIron, session::ColourMap::Pet, session::ColourMap::Rainbow}) {
            scene.input.presentation.colourMap = map;
            const QImage image = scene.render();
            QCOMPARE(image.format(), QImage::Format_RGB32);
            for (int y = 0; y < 64; ++y)
                for (int x = 0; x < 64; ++x)
                    QCOMPARE(image.pixel(x, y), imaging::coloursOf(map)[std::size_t(qGray(grey.pixel(x, y)))]);
        }
    }

    // What a shutter hides has its own grey: it is no value, so no colour stands for it.
    void shutterIsNotColoured()
    {
        Scene scene;
        const QImage grey = scene.render();
        auto shutter = std::make_shared<dicom::Shutter>();
        shutter->rectangle = dicom::Shutter::Rectangle{9, 49, 4, 60};
        shutter->grey = 200;
        scene.instance->shutter = shutter;
        QCOMPARE(qGray(scene.render().pixel(8, 30)), 200);
        const auto map = session::ColourMap::HotIron;
        scene.input.presentation.colourMap = map;
        const QImage image = scene.render();
        for (int y = 0; y < 64; ++y) {
            for (int x = 0; x < 64; ++x) {
                const bool isSeen = x >= 9 && x <= 49 && y >= 4 && y <= 60;
                const QRgb wanted =
                    isSeen ? imaging::coloursOf(map)[std::size_t(qGray(grey.pixel(x, y)))] : qRgb(200, 200, 200);
                QCOMPARE(image.pixel(x, y), wanted);
            }
        }
        scene.input.presentation.colourMap = session::ColourMap::Grey;
        QCOMPARE(qGray(scene.render().pixel(8, 30)), 200); // and back
    }

    void paddingStaysBlack()
    {
        Scene scene;
        scene.instance->pixels.paddingValue = texture(10, 20);
        scene.input.presentation.inverted = true;
        scene.input.presentation.colourMap = session::ColourMap::HotMetalBlue;
        for (const auto &kind : {std::optional<session::Enhancement>(),
                                 std::optional(session::Enhancement{session::EnhancementKind::Sharpen, 1}),
                                 std::optional(session::Enhancement{session::EnhancementKind::LocalContrast, 5})}) {
            scene.input.presentation.enhancement = kind;
            QCOMPARE(scene.render().pixel(20, 10), qRgb(0, 0, 0));
        }
    }
};

CONSILIUM_TEST(ProcessedImageTest)
#include "ProcessedImageTest.moc"
