#include "viewer/codecs/Decoder.h"

#include "viewer/codecs/Codecs.h"
#include "viewer/pixels/NativeFrames.h"

#include <new>

namespace consilium::pixels
{

namespace
{

Result<void> decodeInto(Coding coding, const dicom::PixelDescription &description, Bytes encoded, DecodedFrame &frame)
{
    dicom::PixelDescription described = description;
    // Sub-sampling is a matter of native and JPEG data; the other codings hold every sample.
    if (described.photometric == dicom::Photometric::YbrFull422)
        described.photometric = dicom::Photometric::YbrFull;
    // No codec here gives samples of more than 16 bits but RLE, which packs their bytes.
    if (frame.type == SampleType::F64 && coding != Coding::Rle)
        return fail(ErrorCode::UnsupportedImage,
                    QStringLiteral("%1 bits a sample, compressed").arg(description.bitsAllocated));
    switch (coding) {
    case Coding::Rle:
        return decodeRle(described, encoded, frame);
    case Coding::Jpeg:
        return decodeJpeg(described, encoded, frame);
    case Coding::JpegLs:
        return decodeJpegLs(described, encoded, frame);
    case Coding::Jpeg2000:
        return decodeJpeg2000(described, encoded, frame);
    case Coding::HtJpeg2000:
        return decodeHtJpeg2000(described, encoded, frame);
    case Coding::LittleEndian:
    case Coding::BigEndian:
    case Coding::Video:
    case Coding::None:
        break;
    }
    return fail(ErrorCode::UnsupportedSyntax);
}

Result<FramePtr> withProfile(const dicom::PixelDescription &description, DecodedFrame frame)
{
    if (frame.type == SampleType::Rgb8)
        frame.profileRefused = !applyProfile(*description.iccProfile, frame.bytes.data(), pixelCount(description));
    return std::make_shared<const DecodedFrame>(std::move(frame));
}

} // namespace

Result<FramePtr> decodeFrame(const FrameKey &key, const dicom::PixelDescription &description,
                             const TransferSyntaxUid &syntax, const QByteArray &encoded, const CancelToken &cancel,
                             std::span<std::uint8_t> place)
try {
    const Coding coding = codingOf(syntax);
    if (isNativeCoding(coding)) {
        auto native = decodeNativeFrame(key, description, syntax, encoded, cancel);
        return native && description.iccProfile ? withProfile(description, **native) : native;
    }
    if (cancel.isCancelled())
        return fail(ErrorCode::Cancelled);
    if (coding == Coding::None || coding == Coding::Video)
        return fail(ErrorCode::UnsupportedSyntax, syntaxName(syntax));
    const Bytes bytes(reinterpret_cast<const std::uint8_t *>(encoded.constData()), std::size_t(encoded.size()));
    auto frame = coding == Coding::Rle ? makeFrameOf(description, bytes.size() * mostOfRleByte, place)
                                       : makeFrame(description, place);
    if (!frame)
        return fail(frame.error());
    if (const auto decoded = decodeInto(coding, description, bytes, *frame); !decoded)
        return fail(decoded.error());
    if (cancel.isCancelled())
        return fail(ErrorCode::Cancelled);
    frame->key = key;
    measureRange(description, *frame);
    if (description.iccProfile && frame->type == SampleType::Rgb8)
        frame->profileRefused = !applyProfile(*description.iccProfile, frame->bytes.data(), pixelCount(description));
    return std::make_shared<const DecodedFrame>(std::move(*frame));
} catch (const std::bad_alloc &) {
    return fail(ErrorCode::OutOfMemory,
                QStringLiteral("%1 x %2 pixels").arg(description.columns).arg(description.rows));
}

Result<FramePtr> decodePreview(const FrameKey &key, const dicom::PixelDescription &description,
                               const TransferSyntaxUid &syntax, const QByteArray &encoded, int reduction,
                               std::span<std::uint8_t> place)
try {
    if (codingOf(syntax) != Coding::Jpeg2000 || description.samplesPerPixel != 1 || description.palette)
        return fail(ErrorCode::UnsupportedImage, syntaxName(syntax));
    dicom::PixelDescription reduced = description;
    reduced.rows = reducedSide(description.rows, reduction);
    reduced.columns = reducedSide(description.columns, reduction);
    auto frame = makeFrame(reduced, place);
    if (!frame)
        return fail(frame.error());
    const Bytes bytes(reinterpret_cast<const std::uint8_t *>(encoded.constData()), std::size_t(encoded.size()));
    if (const auto decoded = decodeJpeg2000(description, bytes, *frame, reduction); !decoded)
        return fail(decoded.error());
    if (frame->damaged)
        return fail(ErrorCode::PixelsDamaged);
    frame->key = key;
    frame->reduction = reduction;
    measureRange(reduced, *frame);
    return std::make_shared<const DecodedFrame>(std::move(*frame));
} catch (const std::bad_alloc &) {
    return fail(ErrorCode::OutOfMemory);
}

Result<FramePtr> LocalDecoder::preview(const FrameKey &key, const dicom::PixelDescription &description,
                                       const TransferSyntaxUid &syntax, const QByteArray &encoded, int reduction,
                                       const CancelToken &)
{
    return decodePreview(key, description, syntax, encoded, reduction);
}

Result<FramePtr> LocalDecoder::decode(const FrameKey &key, const dicom::PixelDescription &description,
                                      const TransferSyntaxUid &syntax, const QByteArray &encoded,
                                      const CancelToken &cancel)
{
    return decodeFrame(key, description, syntax, encoded, cancel);
}

} // namespace consilium::pixels
