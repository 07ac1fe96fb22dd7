#include "viewer/pixels/NativeFrames.h"

#include "viewer/pixels/FrameCodecs.h"

#include <algorithm>
#include <new>

namespace consilium::pixels
{

namespace
{

/// Pixels of which `bytes` hold every sample, from the first; 0 of colours plane by plane, where they are not whole.
std::size_t pixelsIn(const dicom::PixelDescription &description, std::size_t bytes)
{
    const std::size_t samples = bytes * 8 / std::size_t(description.bitsAllocated);
    if (description.samplesPerPixel == 1)
        return samples;
    if (description.photometric == dicom::Photometric::YbrFull422)
        return samples / 4 * 2;
    return description.planar ? 0 : samples / 3;
}

} // namespace

bool isNativeLength(const dicom::PixelDescription &description, std::int64_t bytes)
{
    const std::int64_t pixels = std::int64_t(description.rows) * description.columns;
    // Two neighbours share their chroma. Told by the description alone: what is delivered need not be what is stored.
    const bool isShared = description.photometric == dicom::Photometric::YbrFull422;
    const std::int64_t samples = pixels * (isShared ? 2 : description.samplesPerPixel);
    const std::int64_t needed = (samples * description.bitsAllocated + 7) / 8;
    return bytes == needed || (needed % 2 != 0 && bytes == needed + 1);
}

Result<FramePtr> distrusted(const DecodedFrame &frame)
try {
    auto copy = std::make_shared<DecodedFrame>(frame);
    copy->damaged = true;
    copy->knownPixels = 0;
    return copy;
} catch (const std::bad_alloc &) {
    return fail(ErrorCode::OutOfMemory, QStringLiteral("%1 x %2 pixels").arg(frame.columns).arg(frame.rows));
}

Result<FramePtr> decodeNativeFrame(const FrameKey &key, const dicom::PixelDescription &description,
                                   const TransferSyntaxUid &syntax, const QByteArray &encoded,
                                   const CancelToken &cancel)
try {
    if (cancel.isCancelled())
        return fail(ErrorCode::Cancelled);
    const Coding coding = codingOf(syntax);
    if (!isNativeCoding(coding))
        return fail(ErrorCode::UnsupportedSyntax, syntaxName(syntax));
    if (description.photometric == dicom::Photometric::YbrFull422 && description.columns % 2 != 0)
        return fail(ErrorCode::UnsupportedImage, QStringLiteral("YBR_FULL_422 with an odd number of columns"));
    const Bytes bytes(reinterpret_cast<const std::uint8_t *>(encoded.constData()), std::size_t(encoded.size()));
    // As most are: the words of the file, of which the samples are taken out where they lie.
    const bool areWholeWords = description.samplesPerPixel == 1 && description.bitsAllocated == 16 &&
                               bytes.size() >= 2 * pixelCount(description);
    auto frame = areWholeWords ? makeFrameFrom(description, bytes) : makeFrameOf(description, bytes.size());
    if (!frame)
        return fail(frame.error());
    const Bytes from = areWholeWords ? Bytes(frame->bytes.data(), frame->bytes.size()) : bytes;
    if (const auto decoded = decodeNative(description, from, coding == Coding::BigEndian, *frame); !decoded)
        return fail(decoded.error());
    if (frame->damaged)
        frame->knownPixels = std::min(pixelsIn(description, bytes.size()), pixelCount(description));
    frame->key = key;
    measureRange(description, *frame);
    return std::make_shared<const DecodedFrame>(std::move(*frame));
} catch (const std::bad_alloc &) {
    return fail(ErrorCode::OutOfMemory,
                QStringLiteral("%1 x %2 pixels").arg(description.columns).arg(description.rows));
}

} // namespace consilium::pixels
