#include "viewer/pixels/NativeFrames.h"

#include "viewer/pixels/FrameCodecs.h"

#include <new>

namespace consilium::pixels
{

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
    auto frame = makeFrameOf(description, std::uint64_t(encoded.size()));
    if (!frame)
        return fail(frame.error());
    const Bytes bytes(reinterpret_cast<const std::uint8_t *>(encoded.constData()), std::size_t(encoded.size()));
    if (const auto decoded = decodeNative(description, bytes, coding == Coding::BigEndian, *frame); !decoded)
        return fail(decoded.error());
    frame->key = key;
    measureRange(description, *frame);
    return std::make_shared<const DecodedFrame>(std::move(*frame));
} catch (const std::bad_alloc &) {
    return fail(ErrorCode::OutOfMemory,
                QStringLiteral("%1 x %2 pixels").arg(description.columns).arg(description.rows));
}

} // namespace consilium::pixels
