#include "viewer/render2d/SegmentPainter.h"
#include "tests/support/TestMain.h"
#include "viewer/render2d/SliceRenderer.h"

#include <array>
#include <optional>
#include <random>
#include <tuple>

using namespace Qt::StringLiterals;
using namespace consilium;
using namespace consilium::render2d;

namespace
{

constexpr int imageRows = 20, imageColumns = 24;

dicom::Instance testImage()
{
    dicom::Instance image;
    image.pixels.rows = imageRows;
    image.pixels.columns = imageColumns;
    auto &g = image.geometry;
    g.rows = imageRows;
    g.columns = imageColumns;
    g.spacing = {1.5, 1.0, dicom::SpacingBasis::PatientPlane};
    g.position = PatientPoint{0, 0, 0};
    g.alongRow = PatientVector{1, 0, 0};
    g.alongColumn = PatientVector{0, 1, 0};
    return image;
}

pixels::FramePtr greyFrame()
{
    auto frame = std::make_shared<pixels::DecodedFrame>();
    frame->rows = imageRows;
    frame->columns = imageColumns;
    frame->bytes.assign(std::size_t(imageRows * imageColumns * 2), 0);
    auto *const values = reinterpret_cast<std::uint16_t *>(frame->bytes.data());
    for (int i = 0; i < imageRows * imageColumns; ++i)
        values[i] = std::uint16_t(i % 200);
    frame->maximum = frame->shownMaximum = 199;
    return frame;
}

/// A mask of random bits on a grid that is shifted and scaled against the image's.
struct RandomMask {
    segments::SegmentationPtr object;
    SegmentLayers layers;
};

RandomMask randomMask(bool isFractional, const std::array<double, 6> &toMask)
{
    std::mt19937 random(3);
    auto object = std::make_shared<segments::Segmentation>();
    object->maximumFraction = isFractional ? 200 : 0;
    segments::Segment segment;
    segment.number = 4;
    object->segments.push_back(segment);
    segments::MaskPiece piece;
    piece.segment = 4;
    piece.geometry.rows = 30;
    piece.geometry.columns = 30;
    piece.top = 3;
    piece.left = 2;
    piece.rows = 21;
    piece.columns = 19;
    const int stride = isFractional ? 19 : 3;
    for (int i = 0; i < 21 * stride; ++i)
        piece.values.push_back(std::uint8_t(isFractional ? random() % 201 : random()));
    if (!isFractional)
        for (int row = 0; row < 21; ++row)
            piece.values[std::size_t(row * 3 + 2)] &= 0x07; // nothing behind the last column
    object->pieces.push_back(piece);
    SegmentLayer layer;
    layer.object = object;
    layer.segment = 4;
    layer.colour = {250, 40, 10};
    layer.opacity = 0.5;
    layer.masks.push_back({&object->pieces.front(), toMask});
    return {object, {layer}};
}

} // namespace

/// What is drawn over an image, pixel by pixel, against the map of the view and arithmetic of the test's own.
class SegmentPainterTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void masksLieWhereTheViewPutsTheImage_data();
    void masksLieWhereTheViewPutsTheImage();
    void fractionsAreDrawnByTheirShade_data() { masksLieWhereTheViewPutsTheImage_data(); }
    void fractionsAreDrawnByTheirShade();
    void outlinesAreFilledByTheRuleOfCentres_data() { masksLieWhereTheViewPutsTheImage_data(); }
    void outlinesAreFilledByTheRuleOfCentres();
    void nothingChangesWhereNothingLies();
};

void SegmentPainterTest::masksLieWhereTheViewPutsTheImage_data()
{
    QTest::addColumn<double>("rotation");
    QTest::addColumn<bool>("flipped");
    QTest::addColumn<double>("across");
    QTest::addColumn<double>("ratio");
    QTest::newRow("fitted") << 0.0 << false << 0.0 << 1.0;
    QTest::newRow("flipped") << 0.0 << true << 0.0 << 1.0;
    QTest::newRow("quarter turn") << 90.0 << false << 0.0 << 2.0;
    QTest::newRow("turned, flipped, zoomed") << 33.0 << true << 11.0 << 1.25;
    QTest::newRow("small") << 200.0 << false << 90.0 << 1.0;
}

namespace
{

session::ViewState viewOf(double rotation, bool flipped, double across)
{
    session::ViewState view;
    view.orientation = {rotation, flipped};
    if (across > 0.0)
        view.zoomPan = session::ZoomPan{session::SpanUnit::Millimetres, across, 2.5, -1.5};
    return view;
}

/// The picture with these layers, and the one without.
std::pair<QImage, QImage> pictures(const dicom::Instance &image, const session::ViewState &view, double ratio,
                                   const SegmentLayers &layers)
{
    SliceRenderer with, without;
    SliceRenderer::Input input;
    input.instance = &image;
    input.frame = greyFrame();
    input.view = view;
    input.logicalSize = {120, 100};
    input.devicePixelRatio = ratio;
    const QImage plain = without.render(input).convertToFormat(QImage::Format_RGB32);
    input.segments = &layers;
    return {with.render(input).copy(), plain};
}

/// Compares each device pixel: area, edge or neither.
template<class IsIn>
QString differs(const QImage &drawn, const QImage &plain, const imaging::PixelMap &m, const SegmentLayer &layer,
                int edge, IsIn isIn)
{
    const auto inside = [&](int x, int y) {
        const double column = m[0] * x + m[1] * y + m[2], row = m[3] * x + m[4] * y + m[5];
        const bool isOnImage = column >= -0.5 && row >= -0.5 && column < imageColumns - 0.5 && row < imageRows - 0.5;
        return isOnImage && isIn(column, row, x, y);
    };
    int set = 0;
    for (int y = 0; y < drawn.height(); ++y) {
        for (int x = 0; x < drawn.width(); ++x) {
            const QRgb was = plain.pixel(x, y), is = drawn.pixel(x, y);
            QRgb expected = was;
            if (inside(x, y)) {
                ++set;
                bool isEdge = false;
                for (int k = 1; k <= edge; ++k)
                    isEdge = isEdge || !inside(x - k, y) || !inside(x + k, y) || !inside(x, y - k) || !inside(x, y + k);
                const auto mix = [&](int under, int over) {
                    return int(std::lround(under + (over - under) * layer.opacity));
                };
                expected = isEdge ? qRgb(layer.colour.red, layer.colour.green, layer.colour.blue)
                                  : qRgb(mix(qRed(was), layer.colour.red), mix(qGreen(was), layer.colour.green),
                                         mix(qBlue(was), layer.colour.blue));
            }
            if (std::abs(qRed(is) - qRed(expected)) > 2 || std::abs(qGreen(is) - qGreen(expected)) > 2 ||
                std::abs(qBlue(is) - qBlue(expected)) > 2)
                return u"at %1,%2: %3 instead of %4"_s.arg(x).arg(y).arg(is, 8, 16).arg(expected, 8, 16);
        }
    }
    return set > 100 ? QString() : u"nearly nothing was drawn"_s;
}

/// What layers give in the view of the data row: the picture with them and the one without, where each device pixel
/// lies in the image, and how wide the edge is in these.
struct Drawn {
    QImage drawn, plain;
    imaging::PixelMap map;
    int edge = 1;
};

Drawn drawnInTheView(const SegmentLayers &layers)
{
    QFETCH(double, rotation);
    QFETCH(bool, flipped);
    QFETCH(double, across);
    QFETCH(double, ratio);
    const dicom::Instance image = testImage();
    const session::ViewState view = viewOf(rotation, flipped, across);
    const auto [drawn, plain] = pictures(image, view, ratio, layers);
    return {drawn, plain, imaging::pixelMap(imaging::ViewTransform(image.geometry, view, 120, 100, ratio)),
            std::max(1, int(std::lround(1.5 * ratio)))};
}

constexpr std::array<double, 6> toMask{0.8, 0.0, 3.2, 0.0, 1.1, 1.3};

/// The pixel of the mask that a place in the image lies in: its column and row in the piece; nullopt outside.
std::optional<std::pair<int, int>> pixelOf(const segments::MaskPiece &piece, double column, double row)
{
    const int c = int(std::floor(toMask[0] * column + toMask[2] + 0.5)) - piece.left;
    const int r = int(std::floor(toMask[4] * row + toMask[5] + 0.5)) - piece.top;
    const bool isThere = c >= 0 && r >= 0 && c < piece.columns && r < piece.rows;
    return isThere ? std::optional(std::pair(c, r)) : std::nullopt;
}

} // namespace

void SegmentPainterTest::masksLieWhereTheViewPutsTheImage()
{
    const RandomMask mask = randomMask(false, toMask);
    const auto [drawn, plain, map, edge] = drawnInTheView(mask.layers);
    const segments::MaskPiece &piece = mask.object->pieces.front();
    const QString problem =
        differs(drawn, plain, map, mask.layers.front(), edge, [&](double column, double row, int, int) {
            const auto at = pixelOf(piece, column, row);
            return at && (piece.values[std::size_t(at->second * 3 + at->first / 8)] >> (at->first % 8) & 1);
        });
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
}

/// The colour's share is opacity times fraction; the edge, in full colour, is that of what is one half or more.
void SegmentPainterTest::fractionsAreDrawnByTheirShade()
{
    const RandomMask mask = randomMask(true, toMask);
    const Drawn view = drawnInTheView(mask.layers);
    const QImage &drawn = view.drawn, &plain = view.plain;
    const segments::MaskPiece &piece = mask.object->pieces.front();
    const SegmentLayer &layer = mask.layers.front();
    const auto fraction = [&piece, &m = view.map](int x, int y) {
        const double column = m[0] * x + m[1] * y + m[2], row = m[3] * x + m[4] * y + m[5];
        if (column < -0.5 || row < -0.5 || column >= imageColumns - 0.5 || row >= imageRows - 0.5)
            return 0.0;
        const auto at = pixelOf(piece, column, row);
        return at ? piece.values[std::size_t(at->second * piece.columns + at->first)] / 200.0 : 0.0;
    };
    int shades = 0, edges = 0;
    for (int y = 0; y < drawn.height(); ++y) {
        for (int x = 0; x < drawn.width(); ++x) {
            const double share = fraction(x, y);
            bool isEdge = false;
            for (int k = 1; k <= view.edge && share >= 0.5; ++k)
                isEdge = isEdge || fraction(x - k, y) < 0.5 || fraction(x + k, y) < 0.5 || fraction(x, y - k) < 0.5 ||
                         fraction(x, y + k) < 0.5;
            const double mixed = isEdge ? 1.0 : share * layer.opacity;
            const QRgb was = plain.pixel(x, y), is = drawn.pixel(x, y);
            const std::tuple<int, int, int> channels[] = {{qRed(was), qRed(is), layer.colour.red},
                                                          {qGreen(was), qGreen(is), layer.colour.green},
                                                          {qBlue(was), qBlue(is), layer.colour.blue}};
            for (const auto &[under, now, over] : channels)
                if (std::abs(now - (under + (over - under) * mixed)) > 2.0)
                    QFAIL(qPrintable(u"at %1,%2: %3 over %4, share %5"_s.arg(x).arg(y).arg(now).arg(under).arg(share)));
            shades += share > 0.0 && !isEdge;
            edges += isEdge;
        }
    }
    QVERIFY(shades > 100 && edges > 20);
}

void SegmentPainterTest::outlinesAreFilledByTheRuleOfCentres()
{
    SegmentLayer layer;
    layer.object = std::make_shared<segments::Segmentation>();
    layer.colour = {20, 220, 90};
    layer.opacity = 0.4;
    layer.outline.closed = {{{3.217, 2.131}, {20.309, 4.413}, {26.017, 17.907}, {9.113, 18.329}},
                            {{9.031, 8.047}, {14.519, 8.213}, {13.907, 13.111}}}; // beyond the image, and with a hole
    const auto [drawn, plain, map, edge] = drawnInTheView({layer});
    const auto contains = [&](double x, double y) {
        int edges = 0;
        for (const auto &p : layer.outline.closed)
            for (std::size_t i = 0, j = p.size() - 1; i < p.size(); j = i++)
                if ((p[i].row > y) != (p[j].row > y) &&
                    (p[j].column - p[i].column) * (y - p[i].row) / (p[j].row - p[i].row) + p[i].column <= x)
                    ++edges;
        return edges % 2 == 1;
    };
    const QString problem = differs(drawn, plain, map, layer, edge,
                                    [&](double column, double row, int, int) { return contains(column, row); });
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
}

void SegmentPainterTest::nothingChangesWhereNothingLies()
{
    const dicom::Instance image = testImage();
    SliceRenderer renderer;
    SliceRenderer::Input input;
    input.instance = &image;
    input.frame = greyFrame();
    input.logicalSize = {120, 100};
    const SegmentLayers none;
    input.segments = &none;
    QCOMPARE(renderer.render(input).format(), QImage::Format_Grayscale8); // the same way, at the same speed
    const RandomMask far = randomMask(false, {1, 0, 500, 0, 1, 500});
    input.segments = &far.layers;
    const QImage drawn = renderer.render(input).copy();
    input.segments = nullptr;
    QVERIFY(renderer.render(input).convertToFormat(QImage::Format_RGB32) == drawn);
    const RandomMask fractional = randomMask(true, {1, 0, 0, 0, 1, 0});
    input.segments = &fractional.layers;
    const QImage shares = renderer.render(input).copy();
    QVERIFY(shares != drawn);
}

CONSILIUM_TEST(SegmentPainterTest)
#include "SegmentPainterTest.moc"
