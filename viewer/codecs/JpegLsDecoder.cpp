#include "viewer/codecs/Codecs.h"
#include "viewer/pixels/SampleLoops.h"

#include <charls/charls.h>

#include <algorithm>
#include <new>
#include <span>
#include <vector>

namespace consilium::pixels
{

namespace
{

tl::unexpected<Error> damaged(const char *what)
{
    return fail(ErrorCode::PixelsDamaged, QStringLiteral("JPEG-LS: ") + QString::fromLatin1(what));
}

constexpr std::uint8_t endOfImage[] = {0xFF, 0xD9}; ///< the marker EOI

/// Length up to and with the marker EOI, without the padding behind it (0, or FF in some files); 0 when there is no
/// EOI.
std::size_t lengthToEnd(Bytes encoded)
{
    std::size_t end = encoded.size();
    while (end > 0 && (encoded[end - 1] == 0 || encoded[end - 1] == 0xFF))
        --end;
    const bool found = end >= 2 && encoded[end - 2] == endOfImage[0] && encoded[end - 1] == endOfImage[1];
    return found ? end : 0;
}

Result<void> checkHeader(const charls::frame_info &info, const dicom::PixelDescription &description)
{
    if (info.width != std::uint32_t(description.columns) || info.height != std::uint32_t(description.rows))
        return fail(ErrorCode::PixelsDamaged, QStringLiteral("JPEG-LS: %1 x %2 pixels instead of %3 x %4")
                                                  .arg(info.width)
                                                  .arg(info.height)
                                                  .arg(description.columns)
                                                  .arg(description.rows));
    if (info.component_count != description.samplesPerPixel)
        return fail(ErrorCode::PixelsDamaged, QStringLiteral("JPEG-LS: %1 components instead of %2")
                                                  .arg(info.component_count)
                                                  .arg(description.samplesPerPixel));
    if (info.bits_per_sample < 2 || info.bits_per_sample > description.bitsAllocated)
        return fail(ErrorCode::PixelsDamaged, QStringLiteral("JPEG-LS: %1 bits in samples of %2")
                                                  .arg(info.bits_per_sample)
                                                  .arg(description.bitsAllocated));
    return {};
}

/// How the decoded words lie: samples at the bottom, of as many bits as the stream has.
Result<dicom::PixelDescription> layoutOf(const charls::jpegls_decoder &decoder,
                                         const dicom::PixelDescription &description)
{
    dicom::PixelDescription layout = description;
    layout.bitsAllocated = decoder.frame_info().bits_per_sample > 8 ? 16 : 8;
    if (description.bitsStored > layout.bitsAllocated) {
        if (description.isSigned)
            return damaged("signed samples with fewer bits than the header says");
        layout.bitsStored = layout.bitsAllocated;
    }
    layout.highBit = layout.bitsStored - 1;
    layout.planar = decoder.interleave_mode() == charls::interleave_mode::none;
    return layout;
}

struct Plain {
    std::vector<std::uint8_t> own;
    std::span<std::uint8_t> bytes; ///< in `own`, or where the frame has its samples
    dicom::PixelDescription layout;
    bool isWhole = false;
    bool hasRest = false; ///< all pixels came out, but something stands between them and the end of the image
};

/// Error only when there is nothing to show. Into `place` where words of 16 bits fill it just so.
Result<void> decodeStream(const dicom::PixelDescription &description, Bytes encoded, std::span<std::uint8_t> place,
                          Plain &plain)
{
    charls::jpegls_decoder decoder(encoded.data(), encoded.size(), false);
    try {
        decoder.read_header();
        if (const auto checked = checkHeader(decoder.frame_info(), description); !checked)
            return checked;
        auto layout = layoutOf(decoder, description);
        if (!layout)
            return fail(layout.error());
        plain.layout = std::move(*layout);
        const std::size_t size = decoder.destination_size();
        if (plain.layout.bitsAllocated == 16 && size == place.size()) {
            plain.bytes = place;
        } else {
            plain.own.resize(size);
            plain.bytes = plain.own;
        }
    } catch (const charls::jpegls_error &error) {
        return damaged(error.what());
    }
    try {
        decoder.decode(plain.bytes.data(), plain.bytes.size());
        plain.isWhole = true;
    } catch (const charls::jpegls_error &error) {
        // Lines before the damage are there; nothing at all is not worth a picture.
        if (std::all_of(plain.bytes.begin(), plain.bytes.end(), [](std::uint8_t byte) { return byte == 0; }))
            return damaged(error.what());
        plain.hasRest = error.code() == charls::jpegls_errc::jpeg_marker_start_byte_not_found;
    }
    return {};
}

/// Some writers pad the coded data to an even length before EOI, not behind it; CharLS takes that for damage.
/// The stream without a zero byte there; false when there is none.
bool dropByteBeforeEnd(Bytes encoded, std::vector<std::uint8_t> &shorter)
{
    const std::size_t end = lengthToEnd(encoded);
    if (end < 3 || encoded[end - 3] != 0)
        return false;
    shorter.assign(encoded.begin(), encoded.begin() + std::ptrdiff_t(end) - 3);
    shorter.insert(shorter.end(), std::begin(endOfImage), std::end(endOfImage));
    return true;
}

} // namespace

Result<void> decodeJpegLs(const dicom::PixelDescription &description, Bytes encoded, DecodedFrame &frame)
try {
    // CharLS 2.4.1 never returns from some streams that end without a marker: it looks for bits that are not there.
    const bool terminated = lengthToEnd(encoded) > 0;
    std::vector<std::uint8_t> ended;
    if (!terminated) {
        ended.assign(encoded.begin(), encoded.end());
        ended.insert(ended.end(), std::begin(endOfImage), std::end(endOfImage));
        encoded = ended;
    }
    // Grey words are what the frame holds: nine million of them are not copied once more.
    const bool areWords = frame.type == SampleType::U16 || frame.type == SampleType::S16;
    const auto place = areWords ? std::span(frame.bytes.data(), frame.bytes.size()) : std::span<std::uint8_t>();
    Plain plain;
    auto decoded = decodeStream(description, encoded, place, plain);
    if (decoded && plain.hasRest && terminated && dropByteBeforeEnd(encoded, ended)) {
        Plain again;
        if (decodeStream(description, ended, {}, again) && again.isWhole)
            plain = std::move(again);
    }
    if (!decoded)
        return decoded;
    if (auto taken = decodeNative(plain.layout, plain.bytes, false, frame); !taken)
        return taken;
    frame.damaged = frame.damaged || !plain.isWhole || !terminated;
    return {};
} catch (const std::bad_alloc &) {
    return fail(ErrorCode::OutOfMemory);
} catch (const std::exception &error) {
    return damaged(error.what());
}

} // namespace consilium::pixels
