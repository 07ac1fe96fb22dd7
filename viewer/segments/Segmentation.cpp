#include "viewer/segments/Segmentation.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace consilium::segments
{

int MaskPiece::at(int row, int column, bool isFractional) const
{
    const int r = row - top, c = column - left;
    if (r < 0 || c < 0 || r >= rows || c >= columns)
        return 0;
    if (isFractional)
        return values[std::size_t(r) * std::size_t(columns) + std::size_t(c)];
    const std::size_t stride = (std::size_t(columns) + 7) / 8;
    return (values[std::size_t(r) * stride + std::size_t(c >> 3)] >> (c & 7)) & 1;
}

const Segment *Segmentation::find(int number) const
{
    const auto it = std::lower_bound(segments.begin(), segments.end(), number,
                                     [](const Segment &s, int n) { return s.number < n; });
    return it != segments.end() && it->number == number ? &*it : nullptr;
}

QString Segmentation::name() const
{
    for (const QString &text : {header.description, description, label})
        if (const QString trimmed = text.trimmed(); !trimmed.isEmpty())
            return trimmed;
    return {};
}

std::int64_t Segmentation::bytes() const
{
    std::int64_t sum = 0;
    for (const MaskPiece &piece : pieces)
        sum += std::int64_t(sizeof(MaskPiece)) + std::int64_t(piece.values.size()) +
               std::int64_t(piece.sources.size() * sizeof(ImageFrame));
    for (const Contour &contour : contours)
        sum += std::int64_t(sizeof(Contour)) + std::int64_t(contour.points.size() * sizeof(PatientPoint));
    return sum;
}

Colour colourFromCieLab(int l, int a, int b)
{
    const double lightness = l * 100.0 / 65535.0, aStar = a * 255.0 / 65535.0 - 128.0,
                 bStar = b * 255.0 / 65535.0 - 128.0;
    // CIE 15:2004, 8.2.1, inverted; white D50 of the profile connection space (ICC.1:2010, 6.3.4.3).
    const double fy = (lightness + 16.0) / 116.0;
    const auto linear = [](double f) {
        constexpr double edge = 6.0 / 29.0;
        return f > edge ? f * f * f : 3.0 * edge * edge * (f - 4.0 / 29.0);
    };
    const double x = 0.9642 * linear(fy + aStar / 500.0), y = linear(fy), z = 0.8249 * linear(fy - bStar / 200.0);
    // D50 -> linear sRGB, Bradford adapted (IEC 61966-2-1).
    const std::array<double, 3> rgb{3.1338561 * x - 1.6168667 * y - 0.4906146 * z,
                                    -0.9787684 * x + 1.9161415 * y + 0.0334540 * z,
                                    0.0719453 * x - 0.2289914 * y + 1.4052427 * z};
    const auto encoded = [](double v) {
        const double clipped = std::clamp(v, 0.0, 1.0);
        const double s = clipped <= 0.0031308 ? 12.92 * clipped : 1.055 * std::pow(clipped, 1.0 / 2.4) - 0.055;
        return static_cast<std::uint8_t>(std::lround(s * 255.0));
    };
    return {encoded(rgb[0]), encoded(rgb[1]), encoded(rgb[2])};
}

Colour colourForNumber(int number)
{
    static constexpr std::array<Colour, 8> all{{{0xE6, 0x9F, 0x00},
                                                {0x56, 0xB4, 0xE9},
                                                {0x00, 0x9E, 0x73},
                                                {0xF0, 0xE4, 0x42},
                                                {0x3D, 0x8F, 0xE0},
                                                {0xD5, 0x5E, 0x00},
                                                {0xCC, 0x79, 0xA7},
                                                {0xE8, 0xE8, 0xE8}}};
    return all[std::size_t(number > 0 ? number - 1 : 0) % all.size()];
}

} // namespace consilium::segments
