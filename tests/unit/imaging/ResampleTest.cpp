#include "viewer/imaging/Resample.h"
#include "tests/support/TestMain.h"

#include <QRandomGenerator>

#include <cmath>
#include <cstring>
#include <utility>

using namespace consilium;
using imaging::BytePicture;
using imaging::PixelMap;
using imaging::PixelTarget;
using imaging::Sampling;

namespace
{

/// A picture with hard edges and noise, rows further apart than they are long.
struct Picture {
    int rows, columns, channels;
    std::ptrdiff_t stride;
    std::vector<std::uint8_t> bytes;

    Picture(int rows, int columns, int channels, QRandomGenerator &random)
        : rows(rows),
          columns(columns),
          channels(channels),
          stride(columns * channels + 5),
          bytes(std::size_t(stride * rows))
    {
        for (int y = 0; y < rows; ++y) {
            for (int x = 0; x < columns * channels; ++x)
                bytes[std::size_t(y * stride + x)] =
                    std::uint8_t((x / 3 + y / 4) % 2 ? random.bounded(256) : 255 * ((x + y) % 2));
        }
    }
    [[nodiscard]] BytePicture view() const { return {bytes.data(), rows, columns, stride, channels}; }
    [[nodiscard]] double at(int row, int column, int channel) const
    {
        return bytes[std::size_t(std::clamp(row, 0, rows - 1) * stride + std::clamp(column, 0, columns - 1) * channels +
                                 channel)];
    }
};

/// Bilinear in double precision over blocks that were averaged first. Slow and plain.
class Reference
{
public:
    Reference(const Picture &picture, int across, int down)
        : m_columns((picture.columns + across - 1) / across),
          m_rows((picture.rows + down - 1) / down),
          m_channels(picture.channels)
    {
        for (int row = 0; row < m_rows; ++row) {
            for (int column = 0; column < m_columns; ++column) {
                for (int channel = 0; channel < m_channels; ++channel) {
                    double sum = 0;
                    int n = 0;
                    for (int y = row * down; y < std::min((row + 1) * down, picture.rows); ++y) {
                        for (int x = column * across; x < std::min((column + 1) * across, picture.columns); ++x, ++n)
                            sum += picture.at(y, x, channel);
                    }
                    m_values.push_back(std::floor(sum / n + 0.5));
                }
            }
        }
    }
    [[nodiscard]] double sample(double column, double row, int channel) const
    {
        const double c = std::floor(column), r = std::floor(row), wc = column - c, wr = row - r;
        return (value(r, c, channel) * (1 - wc) + value(r, c + 1, channel) * wc) * (1 - wr) +
               (value(r + 1, c, channel) * (1 - wc) + value(r + 1, c + 1, channel) * wc) * wr;
    }

private:
    [[nodiscard]] double value(double row, double column, int channel) const
    {
        const int r = std::clamp(int(row), 0, m_rows - 1), c = std::clamp(int(column), 0, m_columns - 1);
        return m_values[std::size_t((r * m_columns + c) * m_channels + channel)];
    }
    int m_columns, m_rows, m_channels;
    std::vector<double> m_values;
};

struct Outcome {
    int worst = 0;          ///< largest difference
    std::int64_t drawn = 0; ///< pixels inside the picture
};

Outcome compare(const Picture &picture, const PixelMap &m, Sampling sampling, int width, int height)
{
    const int bytesPerPixel = picture.channels == 1 ? 1 : 4;
    const std::ptrdiff_t stride = width * bytesPerPixel + 12;
    std::vector<std::uint8_t> out(std::size_t(stride * height), 0xCD);
    imaging::Resampler resampler;
    resampler.resample(picture.view(), m, sampling, {out.data(), height, width, stride});
    const int across = std::max(1, int(std::hypot(m[0], m[1]) + 1e-9)),
              down = std::max(1, int(std::hypot(m[3], m[4]) + 1e-9));
    const Reference blocks(picture, across, down);
    Outcome outcome;
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            const double column = m[0] * x + m[1] * y + m[2], row = m[3] * x + m[4] * y + m[5];
            const double rim = std::min(std::min(column + 0.5, picture.columns - 0.5 - column),
                                        std::min(row + 0.5, picture.rows - 0.5 - row));
            if (std::abs(rim) < 1e-7)
                continue; // inside or outside is a matter of rounding
            const std::uint8_t *const at = out.data() + y * stride + x * bytesPerPixel;
            for (int channel = 0; channel < picture.channels; ++channel) {
                double expected = 0;
                if (rim > 0 && sampling == Sampling::Nearest) {
                    const double c = column + 0.5, r = row + 0.5;
                    if (std::abs(c - std::round(c)) < 1e-7 || std::abs(r - std::round(r)) < 1e-7)
                        continue;
                    expected = picture.at(int(std::floor(r)), int(std::floor(c)), channel);
                } else if (rim > 0) {
                    expected = std::floor(blocks.sample((column - (across - 1) / 2.0) / across,
                                                        (row - (down - 1) / 2.0) / down, channel) +
                                          0.5);
                }
                std::uint32_t word = 0;
                std::memcpy(&word, at, std::size_t(bytesPerPixel));
                const int given = bytesPerPixel == 1 ? int(word) : int(word >> (16 - 8 * channel) & 0xFF);
                outcome.worst = std::max(outcome.worst, int(std::abs(given - expected)));
                if (bytesPerPixel == 4 && word >> 24 != 0xFF)
                    outcome.worst = 999;
            }
            outcome.drawn += rim > 0;
        }
        for (std::ptrdiff_t i = width * bytesPerPixel; i < stride; ++i) {
            if (out[std::size_t(y * stride + i)] != 0xCD)
                outcome.worst = 1000; // wrote beyond the end of a row
        }
    }
    return outcome;
}

/// A map about the middle of picture and target.
PixelMap mapOf(const Picture &picture, int width, int height, double degrees, bool flipped, double stepX, double stepY,
               double shift)
{
    const double cosine = std::round(degrees / 90) * 90 == degrees ? std::round(std::cos(degrees * M_PI / 180))
                                                                   : std::cos(degrees * M_PI / 180);
    const double sine = std::round(degrees / 90) * 90 == degrees ? std::round(std::sin(degrees * M_PI / 180))
                                                                 : std::sin(degrees * M_PI / 180);
    const double mirror = flipped ? -1 : 1;
    PixelMap m{cosine * stepX * mirror, sine * stepX * mirror, 0, -sine * stepY, cosine * stepY, 0};
    m[2] = (picture.columns - 1) / 2.0 - m[0] * (width - 1) / 2 - m[1] * (height - 1) / 2 + shift;
    m[5] = (picture.rows - 1) / 2.0 - m[3] * (width - 1) / 2 - m[4] * (height - 1) / 2 - shift / 3;
    return m;
}

} // namespace

class ResampleTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void againstDoublePrecision_data()
    {
        QTest::addColumn<int>("sampling");
        QTest::addColumn<int>("channels");
        for (int sampling = 0; sampling < 2; ++sampling) {
            QTest::addRow("grey, sampling %d", sampling) << sampling << 1;
            QTest::addRow("colour, sampling %d", sampling) << sampling << 3;
        }
    }

    void againstDoublePrecision()
    {
        QFETCH(int, sampling);
        QFETCH(int, channels);
        QRandomGenerator random(21);
        std::int64_t drawn = 0;
        for (int i = 0; i < 260; ++i) {
            const Picture picture(random.bounded(1, 90), random.bounded(1, 90), channels, random);
            const int width = random.bounded(1, 200), height = random.bounded(1, 160);
            const double degrees = i % 2 ? 90.0 * random.bounded(4) : random.bounded(360.0);
            const double step = std::exp2(random.bounded(7.0) - 4.0); // 1/16 to 8 source pixels a target pixel
            const double other = i % 3 ? step : step * (0.5 + random.bounded(1.5));
            const double shift = i % 4 ? random.bounded(10.0) - 5.0 : 0.0;
            const PixelMap map = mapOf(picture, width, height, degrees, i % 5 == 0, step, other, shift);
            const Outcome outcome = compare(picture, map, Sampling(sampling), width, height);
            drawn += outcome.drawn;
            const int allowed = sampling == int(Sampling::Nearest) ? 0 : 1;
            if (outcome.worst > allowed)
                QFAIL(qPrintable(QStringLiteral("case %1: off by %2 (%3 degrees, step %4 and %5, %6 x %7 to %8 x %9)")
                                     .arg(i)
                                     .arg(outcome.worst)
                                     .arg(degrees)
                                     .arg(step)
                                     .arg(other)
                                     .arg(picture.columns)
                                     .arg(picture.rows)
                                     .arg(width)
                                     .arg(height)));
        }
        QVERIFY(drawn > 100000);
    }

    void oneToOneIsACopy()
    {
        QRandomGenerator random(2);
        const Picture picture(37, 53, 1, random);
        std::vector<std::uint8_t> out(37 * 53);
        imaging::Resampler resampler;
        for (const auto sampling : {Sampling::Linear, Sampling::Nearest}) {
            resampler.resample(picture.view(), {1, 0, 0, 0, 1, 0}, sampling, {out.data(), 37, 53, 53});
            for (int y = 0; y < 37; ++y)
                QVERIFY(std::memcmp(out.data() + 53 * y, picture.bytes.data() + y * picture.stride, 53) == 0);
            // A quarter turn clockwise: the target's pixel (x, y) is the source's column y, row 36 - x.
            resampler.resample(picture.view(), {0, 1, 0, -1, 0, 36}, sampling, {out.data(), 53, 37, 37});
            for (int y = 0; y < 53; ++y) {
                for (int x = 0; x < 37; ++x)
                    QCOMPARE(double(out[std::size_t(37 * y + x)]), picture.at(36 - x, y, 0));
            }
        }
    }

    void nothingIsReadOrDrawnOutside()
    {
        QRandomGenerator random(4);
        const Picture picture(20, 20, 1, random);
        std::vector<std::uint8_t> out(900, 1);
        imaging::Resampler resampler;
        const double nan = std::nan(""), inf = INFINITY;
        for (const PixelMap &map :
             {PixelMap{1, 0, 500, 0, 1, 0}, PixelMap{1, 0, -500, 0, 1, 0}, PixelMap{1, 0.1, 0, 0.1, 1, 1e8},
              PixelMap{nan, 0, 0, 0, 1, 0}, PixelMap{1, 0, inf, 0, 1, 0}, PixelMap{1e12, 0, 0, 0, 1, 0}}) {
            std::fill(out.begin(), out.end(), std::uint8_t(1));
            resampler.resample(picture.view(), map, Sampling::Linear, {out.data(), 30, 30, 30});
            QCOMPARE(std::count(out.begin(), out.end(), std::uint8_t(0)), 900);
        }
        // A step far beyond the picture, and none at all.
        resampler.resample(picture.view(), {90000, 0, 0, 0, 90000, 0}, Sampling::Linear, {out.data(), 30, 30, 30});
        QCOMPARE(std::count(out.begin() + 1, out.end(), std::uint8_t(0)), 899);
        resampler.resample(picture.view(), {0, 0, 3, 0, 0, 4}, Sampling::Linear, {out.data(), 30, 30, 30});
        QCOMPARE(std::count(out.begin(), out.end(), std::uint8_t(picture.at(4, 3, 0))), 900);
    }

    /// The half pixels: image pixel (0, 0) has its centre, not its corner, at the place that the view says.
    void pixelMapOfAView()
    {
        dicom::FrameGeometry geometry;
        geometry.rows = 100;
        geometry.columns = 80;
        session::ViewState view;
        view.orientation = {30, true};
        for (const double ratio : {1.0, 1.25, 2.0}) {
            const imaging::ViewTransform transform(geometry, view, 400, 300, ratio);
            const PixelMap m = imaging::pixelMap(transform);
            for (const auto &[x, y] : {std::pair{0, 0}, {17, 230}, {399, 299}}) {
                const ImagePoint p = transform.toImage({(x + 0.5) / ratio, (y + 0.5) / ratio});
                QVERIFY(std::abs(m[0] * x + m[1] * y + m[2] - p.column) < 1e-9);
                QVERIFY(std::abs(m[3] * x + m[4] * y + m[5] - p.row) < 1e-9);
            }
        }
        // Fitted at a whole factor, each pixel covers a whole square of the screen.
        const imaging::ViewTransform threefold(geometry, {}, 240, 300);
        const PixelMap m = imaging::pixelMap(threefold);
        QVERIFY(std::abs(m[2] + 1.0 / 3) < 1e-12 && std::abs(m[5] + 1.0 / 3) < 1e-12);
    }
};

CONSILIUM_TEST(ResampleTest)
#include "ResampleTest.moc"
