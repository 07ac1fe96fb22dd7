#include "viewer/pixels/FrameCodecs.h"

#include <algorithm>
#include <cstring>
#include <vector>

namespace consilium::pixels
{

namespace
{

std::uint8_t cutOff(int value)
{
    return std::uint8_t(std::clamp(value, 0, 255));
}

/// The inverse of PS3.3 C.7.6.3.1.2's YBR_FULL in 16.16 fixed point, rounded to nearest.
void rgbFromYbr(int y, int cb, int cr, std::uint8_t *out)
{
    const int base = (y << 16) + 32768, b = cb - 128, r = cr - 128;
    out[0] = cutOff((base + 91881 * r) >> 16);             // 1.402
    out[1] = cutOff((base - 22554 * b - 46802 * r) >> 16); // 0.344136, 0.714136
    out[2] = cutOff((base + 116130 * b) >> 16);            // 1.772
}

/// The inverse of PS3.3 C.7.6.3.1.2's YBR_PARTIAL_422 (as of 2004) in 16.16 fixed point, rounded to nearest: black is
/// 16, white 235, colours reach from 16 to 240.
void rgbFromPartialYbr(int y, int cb, int cr, std::uint8_t *out)
{
    const int base = 76309 * (y - 16) + 32768, b = cb - 128, r = cr - 128; // 255 / 219
    out[0] = cutOff((base + 104597 * r) >> 16);                            // 1.402 x 255 / 224
    out[1] = cutOff((base - 25675 * b - 53279 * r) >> 16);                 // 0.344136, 0.714136, as above
    out[2] = cutOff((base + 132201 * b) >> 16);                            // 1.772
}

/// Words of deep colour as bytes.
std::vector<std::uint8_t> narrowed(const dicom::PixelDescription &description, Bytes words, bool bigEndian)
{
    std::vector<std::uint8_t> bytes(words.size() / 2);
    const unsigned mask = (1u << description.bitsStored) - 1u;
    const std::size_t low = bigEndian ? 1 : 0;
    for (std::size_t i = 0; i < bytes.size(); ++i)
        bytes[i] = eightBits((unsigned(words[2 * i + low]) | unsigned(words[2 * i + 1 - low]) << 8) & mask,
                             description.bitsStored);
    return bytes;
}

} // namespace

void toRgb(dicom::Photometric photometric, std::uint8_t *pixels, std::size_t count)
{
    if (photometric != dicom::Photometric::YbrFull && photometric != dicom::Photometric::YbrFull422)
        return;
    for (std::size_t i = 0; i < count; ++i, pixels += 3)
        rgbFromYbr(pixels[0], pixels[1], pixels[2], pixels);
}

bool takeColourBytes(const dicom::PixelDescription &description, Bytes bytes, bool bigEndian, DecodedFrame &frame)
{
    if (description.bitsAllocated == 16) {
        const std::vector<std::uint8_t> narrow = narrowed(description, bytes, bigEndian);
        dicom::PixelDescription shallow = description;
        shallow.bitsAllocated = shallow.bitsStored = 8;
        return takeColourBytes(shallow, narrow, false, frame);
    }
    const std::size_t pixels = pixelCount(description);
    std::uint8_t *const out = frame.bytes.data();
    if (description.photometric == dicom::Photometric::YbrFull422) {
        // Y1 Y2 Cb Cr for two neighbours; makeFrame() has seen to it that columns are even.
        const auto convert = description.photometricName == u"YBR_PARTIAL_422" ? &rgbFromPartialYbr : &rgbFromYbr;
        const std::size_t there = std::min(bytes.size() / 4 * 2, pixels);
        for (std::size_t i = 0; i + 1 < there; i += 2) {
            const std::uint8_t *const from = bytes.data() + 2 * i;
            convert(from[0], from[2], from[3], out + 3 * i);
            convert(from[1], from[2], from[3], out + 3 * i + 3);
        }
        return there == pixels;
    }
    const std::size_t there = std::min(bytes.size(), 3 * pixels);
    if (description.planar) {
        for (std::size_t i = 0; i < there; ++i)
            out[3 * (i % pixels) + i / pixels] = bytes[i];
    } else {
        std::memcpy(out, bytes.data(), there);
    }
    toRgb(description.photometric, out, pixels);
    return there == 3 * pixels;
}

} // namespace consilium::pixels
