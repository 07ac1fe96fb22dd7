#include "viewer/imaging/ColourMaps.h"

#include <algorithm>
#include <initializer_list>
#include <iterator>

namespace consilium::imaging
{

namespace
{

using Colours = std::array<std::uint32_t, 256>;

struct Knot {
    int level, value;
};

/// What falls between two values: PS3.6 prints some of its curves rounded and some cut off.
enum class Between { Rounded, CutOff };

/// Straight between its knots, which begin at level 0 and end at 255.
struct Curve {
    std::initializer_list<Knot> knots;
    Between between = Between::Rounded;

    [[nodiscard]] int at(int level) const
    {
        const Knot *upper = knots.begin() + 1;
        while (upper->level < level)
            ++upper;
        const Knot &from = *std::prev(upper);
        const int span = upper->level - from.level;
        const int scaled = (upper->value - from.value) * (level - from.level);
        const int twice = between == Between::Rounded ? 2 * scaled + span : 2 * scaled;
        const int steps = 2 * span;
        // Towards minus infinity also where the curve falls.
        const int whole = twice >= 0 ? twice / steps : -((steps - 1 - twice) / steps);
        return from.value + whole;
    }
};

Colours fromCurves(const Curve &red, const Curve &green, const Curve &blue)
{
    Colours colours{};
    for (int level = 0; level < 256; ++level)
        colours[std::size_t(level)] = 0xFF000000u | std::uint32_t(red.at(level)) << 16 |
                                      std::uint32_t(green.at(level)) << 8 | std::uint32_t(blue.at(level));
    return colours;
}

Colours grey()
{
    return fromCurves({{{0, 0}, {255, 255}}}, {{{0, 0}, {255, 255}}}, {{{0, 0}, {255, 255}}});
}

Colours hotIron()
{
    return fromCurves({{{0, 0}, {126, 252}, {128, 255}, {255, 255}}}, {{{0, 0}, {128, 0}, {255, 255}}, Between::CutOff},
                      {{{0, 0}, {191, 0}, {253, 248}, {255, 255}}});
}

Colours pet()
{
    return fromCurves({{{0, 0}, {63, 0}, {192, 255}, {255, 255}}, Between::CutOff},
                      {{{0, 0}, {63, 128}, {128, 0}, {255, 255}}, Between::CutOff},
                      {{{0, 0}, {128, 255}, {129, 252}, {192, 0}, {255, 255}}, Between::CutOff});
}

Colours hotMetalBlue()
{
    return fromCurves({{{0, 0}, {85, 0}, {102, 50}, {119, 90}, {153, 190}, {170, 255}, {255, 255}}},
                      {{{0, 0}, {119, 0}, {238, 224}, {255, 255}}},
                      {{{0, 0},
                        {16, 31},
                        {34, 67},
                        {68, 133},
                        {84, 165},
                        {102, 200},
                        {119, 150},
                        {136, 50},
                        {153, 0},
                        {170, 0},
                        {238, 200},
                        {255, 255}}});
}

/// Twenty steps of a twentieth of the range each.
Colours pet20Step()
{
    constexpr std::array<std::uint32_t, 20> steps{0x000000, 0x600050, 0x303050, 0x303070, 0x505080, 0x6060B0, 0x7070C0,
                                                  0x8080E0, 0x306030, 0x309030, 0x50C050, 0x40E040, 0xE0E050, 0xD0D060,
                                                  0xD0B040, 0xD09000, 0xC06000, 0xB03000, 0xFF0000, 0xFFFFFF};
    Colours colours{};
    for (std::size_t level = 0; level < 256; ++level)
        colours[level] = 0xFF000000u | steps[std::min(level * steps.size() / 255, steps.size() - 1)];
    return colours;
}

Colours rainbow()
{
    return fromCurves({{{0, 0}, {128, 0}, {192, 255}, {255, 255}}},
                      {{{0, 0}, {32, 0}, {96, 255}, {192, 255}, {255, 0}}},
                      {{{0, 0}, {32, 255}, {96, 255}, {128, 0}, {255, 0}}});
}

} // namespace

const std::array<std::uint32_t, 256> &coloursOf(session::ColourMap map)
{
    static const std::array<Colours, 6> all{grey(), hotIron(), pet(), hotMetalBlue(), pet20Step(), rainbow()};
    switch (map) {
    case session::ColourMap::Grey:
        break;
    case session::ColourMap::HotIron:
        return all[1];
    case session::ColourMap::Pet:
        return all[2];
    case session::ColourMap::HotMetalBlue:
        return all[3];
    case session::ColourMap::Pet20Step:
        return all[4];
    case session::ColourMap::Rainbow:
        return all[5];
    }
    return all[0];
}

} // namespace consilium::imaging
