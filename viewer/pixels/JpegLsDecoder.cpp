#include "viewer/pixels/FrameCodecs.h"
#include "viewer/pixels/SampleLoops.h"

#include <charls/charls.h>

#include <algorithm>
#include <new>

namespace consilium::pixels
{

namespace
{

tl::unexpected<Error> damaged(const char *what)
{
    return fail(ErrorCode::PixelsDamaged, QStringLiteral("JPEG-LS: ") + QString::fromLatin1(what));
}

/// Ends with the marker EOI, but for padding to an even length.
bool isTerminated(Bytes encoded)
{
    std::size_t end = encoded.size();
    while (end > 0 && encoded[end - 1] == 0)
        --end;
    return end >= 2 && encoded[end - 2] == 0xFF && encoded[end - 1] == 0xD9;
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

} // namespace

Result<void> decodeJpegLs(const dicom::PixelDescription &description, Bytes encoded, DecodedFrame &frame)
try {
    charls::jpegls_decoder decoder(encoded.data(), encoded.size(), false);
    std::vector<std::uint8_t> plain;
    bool partial = !isTerminated(encoded);
    try {
        decoder.read_header();
        if (const auto checked = checkHeader(decoder.frame_info(), description); !checked)
            return checked;
        plain.resize(decoder.destination_size());
    } catch (const charls::jpegls_error &error) {
        return damaged(error.what());
    }
    try {
        decoder.decode(plain.data(), plain.size());
    } catch (const charls::jpegls_error &error) {
        // Lines before the damage are there; nothing at all is not worth a picture.
        if (std::all_of(plain.begin(), plain.end(), [](std::uint8_t byte) { return byte == 0; }))
            return damaged(error.what());
        partial = true;
    }
    const bool wide = decoder.frame_info().bits_per_sample > 8;
    dicom::PixelDescription layout = description; // of the decoded words: samples at the bottom
    layout.bitsAllocated = wide ? 16 : 8;
    layout.highBit = description.bitsStored - 1;
    layout.planar = decoder.interleave_mode() == charls::interleave_mode::none;
    if (layout.highBit >= layout.bitsAllocated && !description.isSigned) {
        layout.bitsStored = layout.bitsAllocated; // fewer bits in the stream than the header says: no sign to look for
        layout.highBit = layout.bitsAllocated - 1;
    } else if (layout.highBit >= layout.bitsAllocated) {
        return damaged("signed samples with fewer bits than the header says");
    }
    if (auto taken = decodeNative(layout, plain, false, frame); !taken)
        return taken;
    frame.damaged = frame.damaged || partial;
    return {};
} catch (const std::bad_alloc &) {
    return fail(ErrorCode::OutOfMemory);
} catch (const std::exception &error) {
    return damaged(error.what());
}

} // namespace consilium::pixels
