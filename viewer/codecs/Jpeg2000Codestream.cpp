#include "viewer/codecs/Jpeg2000Codestream.h"

#include <algorithm>
#include <map>

namespace consilium::pixels
{

namespace
{

// Markers of ISO/IEC 15444-1 table A.2.
constexpr unsigned soc = 0xFF4F, siz = 0xFF51, cod = 0xFF52, coc = 0xFF53, sot = 0xFF90, eoc = 0xFFD9;

std::uint32_t number(Bytes bytes, std::size_t offset, std::size_t size)
{
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < size; ++i)
        value = value << 8 | bytes[offset + i];
    return value;
}

bool has(Bytes bytes, std::size_t offset, std::size_t count)
{
    return offset <= bytes.size() && count <= bytes.size() - offset;
}

tl::unexpected<Error> broken(const char *what)
{
    return fail(ErrorCode::PixelsDamaged, QStringLiteral("JPEG 2000: ") + QString::fromLatin1(what));
}

std::uint64_t dividedUp(std::uint64_t a, std::uint64_t b)
{
    return (a + b - 1) / b;
}

/// SIZ without its marker. Table A.9.
Result<void> readSize(Bytes segment, Jpeg2000Header &header)
{
    if (segment.size() < 38)
        return broken("SIZ cut short");
    const std::uint64_t right = number(segment, 4, 4), bottom = number(segment, 8, 4), left = number(segment, 12, 4),
                        top = number(segment, 16, 4), tileWidth = number(segment, 20, 4),
                        tileHeight = number(segment, 24, 4), tileLeft = number(segment, 28, 4),
                        tileTop = number(segment, 32, 4);
    const std::size_t components = number(segment, 36, 2);
    if (right <= left || bottom <= top || tileWidth == 0 || tileHeight == 0 || tileLeft > left || tileTop > top)
        return broken("impossible sizes");
    if (segment.size() != 38 + 3 * components)
        return broken("SIZ has the wrong length");
    header.columns = std::uint32_t(right - left);
    header.rows = std::uint32_t(bottom - top);
    header.tiles = dividedUp(right - tileLeft, tileWidth) * dividedUp(bottom - tileTop, tileHeight);
    for (std::size_t i = 0; i < components; ++i) {
        const std::uint8_t depth = segment[38 + 3 * i];
        header.components.push_back(
            {(depth & 0x7F) + 1, (depth & 0x80) != 0, segment[39 + 3 * i], segment[40 + 3 * i]});
    }
    return {};
}

/// Levels, code blocks, transformation and precincts as COD and COC say them; tables A.15, A.18, A.20 and A.21. OpenJPH
/// takes them for shifts without a look.
Result<void> checkCoding(Bytes parameters, bool hasPrecincts)
{
    constexpr std::size_t fixed = 5;
    constexpr unsigned mostLevels = 32, mostExponents = 8; // of width and height together, 2 each left out
    if (parameters.size() < fixed)
        return broken("COD cut short");
    const unsigned levels = parameters[0];
    if (levels > mostLevels || parameters[4] > 1)
        return broken("no such wavelet");
    if (unsigned(parameters[1]) + parameters[2] > mostExponents)
        return broken("impossible code blocks");
    if (!hasPrecincts)
        return {};
    if (parameters.size() < fixed + levels + 1)
        return broken("precincts are missing");
    for (unsigned level = 1; level <= levels; ++level) { // only the lowest may be of one sample
        const unsigned exponents = parameters[fixed + level];
        if ((exponents & 0x0F) == 0 || exponents >> 4 == 0)
            return broken("impossible precincts");
    }
    return {};
}

/// A segment of the main header that says how the samples are coded.
Result<void> readCoding(unsigned marker, Bytes segment, Jpeg2000Header &header)
{
    constexpr std::size_t manyComponents = 257; // from which on COC names its own by two bytes
    const std::size_t style = marker == cod ? 2 : header.components.size() < manyComponents ? 3 : 4;
    const std::size_t parameters = style + (marker == cod ? 5 : 1);
    if (segment.size() < parameters)
        return broken("COD cut short");
    if (marker == cod)
        header.mixesComponents = segment[6] != 0;
    if (marker == cod && segment.size() > parameters)
        header.decompositions = std::min<int>(segment[parameters], 32);
    return checkCoding(segment.subspan(parameters), (segment[style] & 1) != 0);
}

/// The first SOT of the codestream, or 0.
std::size_t firstTilePart(Bytes stream)
{
    std::size_t at = 2;
    while (has(stream, at, 4)) {
        const unsigned marker = number(stream, at, 2);
        if (marker == sot)
            return at;
        if (marker < 0xFF00)
            return 0;
        at += 2 + number(stream, at + 2, 2);
    }
    return 0;
}

bool endsWithEoc(Bytes stream)
{
    std::size_t end = stream.size();
    while (end > 0 && (stream[end - 1] == 0 || stream[end - 1] == 0xFF)) // padded to an even length
        --end;
    return end >= 2 && number(stream, end - 2, 2) == eoc;
}

} // namespace

Bytes codestreamOf(Bytes encoded)
{
    if (has(encoded, 0, 4) && number(encoded, 0, 2) == soc && number(encoded, 2, 2) == siz)
        return encoded;
    if (!has(encoded, 0, 12) || number(encoded, 0, 4) != 12 || number(encoded, 4, 4) != 0x6A502020)
        return {};
    std::size_t at = 0;
    while (has(encoded, at, 8)) { // boxes of ISO/IEC 15444-1 I.4
        std::uint64_t length = number(encoded, at, 4);
        std::size_t header = 8;
        if (length == 1 && has(encoded, at, 16)) {
            length = std::uint64_t(number(encoded, at + 8, 4)) << 32 | number(encoded, at + 12, 4);
            header = 16;
        }
        const std::size_t left = encoded.size() - at;
        if (length == 0 || length > left)
            length = left; // to the end; or cut short
        if (length < header)
            return {};
        if (number(encoded, at + 4, 4) == 0x6A703263) {
            const Bytes stream = encoded.subspan(at + header, std::size_t(length) - header);
            return has(stream, 0, 4) && number(stream, 0, 2) == soc && number(stream, 2, 2) == siz ? stream : Bytes();
        }
        at += std::size_t(length);
    }
    return {};
}

Result<Jpeg2000Header> readJpeg2000Header(Bytes stream)
{
    Jpeg2000Header header;
    std::size_t at = 2;
    while (has(stream, at, 4)) {
        const unsigned marker = number(stream, at, 2);
        if (marker == sot)
            return header.components.empty() ? Result<Jpeg2000Header>(broken("no SIZ")) : header;
        const std::size_t length = number(stream, at + 2, 2);
        if (marker < 0xFF00 || length < 2 || !has(stream, at + 2, length))
            return broken("main header cut short");
        const Bytes segment = stream.subspan(at + 2, length);
        if (marker == siz) {
            if (!header.components.empty())
                return broken("SIZ twice");
            if (auto read = readSize(segment, header); !read)
                return fail(read.error());
        } else if (marker == cod || marker == coc) {
            if (auto read = readCoding(marker, segment, header); !read)
                return fail(read.error());
        }
        at += 2 + length;
    }
    return broken("main header cut short");
}

bool isComplete(Bytes stream, const Jpeg2000Header &header)
{
    struct Tile {
        unsigned parts = 0, announced = 0; // 0: not said
    };
    std::map<unsigned, Tile> tiles;
    std::size_t at = firstTilePart(stream);
    bool ended = false;
    while (at != 0 && has(stream, at, 2)) {
        const unsigned marker = number(stream, at, 2);
        if (marker == eoc) {
            ended = true;
            break;
        }
        if (marker != sot || !has(stream, at, 12))
            break;
        const std::size_t length = number(stream, at + 6, 4);
        Tile &tile = tiles[number(stream, at + 4, 2)];
        ++tile.parts;
        tile.announced = std::max(tile.announced, unsigned(stream[at + 11]));
        if (length == 0) { // the last tile-part reaches to EOC
            ended = endsWithEoc(stream);
            if (!ended)
                return false;
            break;
        }
        if (length < 14 || !has(stream, at, length))
            return false;
        at += length;
    }
    if (tiles.size() != header.tiles)
        return false;
    // Some writers leave EOC away: good enough when all tile-parts were announced and are there.
    return std::all_of(tiles.begin(), tiles.end(), [ended](const auto &entry) {
        const Tile &tile = entry.second;
        return tile.announced == 0 ? ended : tile.parts >= tile.announced;
    });
}

} // namespace consilium::pixels
