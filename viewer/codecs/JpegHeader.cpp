#include "viewer/codecs/JpegHeader.h"

#include <algorithm>
#include <string_view>

namespace consilium::pixels
{

namespace
{

tl::unexpected<Error> damaged(const char *what)
{
    return fail(ErrorCode::PixelsDamaged, QStringLiteral("JPEG: ") + QString::fromLatin1(what));
}

bool isFrameHeader(int marker)
{
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

JpegHeader::Process processOf(int marker)
{
    using Process = JpegHeader::Process;
    switch (marker) {
    case 0xC0:
        return Process::Baseline;
    case 0xC1:
        return Process::Extended;
    case 0xC2:
        return Process::Progressive;
    case 0xC3:
        return Process::Lossless;
    default:
        return Process::Other; // hierarchical, arithmetic coding
    }
}

Result<void> readFrameHeader(Bytes segment, JpegHeader &header)
{
    if (segment.size() < 6)
        return damaged("frame header cut short");
    header.precision = segment[0];
    header.rows = segment[1] << 8 | segment[2];
    header.columns = segment[3] << 8 | segment[4];
    const std::size_t count = segment[5];
    if (segment.size() < 6 + 3 * count)
        return damaged("frame header cut short");
    for (std::size_t i = 0; i < count; ++i) {
        const auto at = 6 + 3 * i;
        header.components.push_back({segment[at], segment[at + 1] >> 4, segment[at + 1] & 15});
    }
    return {};
}

} // namespace

Result<JpegHeader> readJpegHeader(Bytes encoded)
{
    JpegHeader header;
    if (encoded.size() < 4 || encoded[0] != 0xFF || encoded[1] != 0xD8)
        return damaged("no start of image");
    std::size_t at = 2;
    while (at + 4 <= encoded.size()) {
        if (encoded[at] != 0xFF)
            return damaged("no marker where one must be");
        const int marker = encoded[at + 1];
        if (marker == 0xFF) { // fill byte
            ++at;
            continue;
        }
        // Markers that have no segment or no meaning: a library that passes over them in another way than this loop
        // would find another frame header behind them.
        if (marker < 0xC0 || (marker >= 0xD0 && marker <= 0xD8))
            return damaged("a marker that cannot stand before the frame header");
        if (marker == 0xD9 || marker == 0xDA)
            return damaged("no frame header");
        const std::size_t length = std::size_t(encoded[at + 2]) << 8 | encoded[at + 3];
        if (length < 2 || at + 2 + length > encoded.size())
            return damaged("a segment is cut short");
        const Bytes segment = encoded.subspan(at + 4, length - 2);
        if (marker == 0xEE && segment.size() >= 12 &&
            std::equal(segment.begin(), segment.begin() + 5, std::string_view("Adobe").begin()))
            header.adobeTransform = segment[11];
        if (isFrameHeader(marker)) {
            header.process = processOf(marker);
            if (const auto read = readFrameHeader(segment, header); !read)
                return fail(read.error());
            return header;
        }
        at += 2 + length;
    }
    return damaged("no frame header");
}

} // namespace consilium::pixels
