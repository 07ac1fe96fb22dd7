#pragma once
#include "base/CancelToken.h"
#include "base/Result.h"
#include "viewer/dicom/PixelDescription.h"
#include "viewer/pixels/DecodedFrame.h"
#include "viewer/pixels/TransferSyntaxes.h"

#include <QByteArray>

#include <cstdint>

namespace consilium::pixels
{

/// Uncompressed: the bytes are the samples, and only their order and layout have to be turned round.
[[nodiscard]] constexpr bool isNativeCoding(Coding coding)
{
    return coding == Coding::LittleEndian || coding == Coding::BigEndian;
}

/// Whether so many bytes are one whole uncompressed frame: as many as its samples take (of single bits: rounded up to
/// bytes), or one more where that makes their number even (PS3.5 8.1.1). Of any other number it is not known where
/// bytes are missing or were added, unless it is known that the end is missing.
[[nodiscard]] bool isNativeLength(const dicom::PixelDescription &description, std::int64_t bytes);
/// The same frame, damaged, and none of its pixels known to be the file's. Error OutOfMemory.
[[nodiscard]] Result<FramePtr> distrusted(const DecodedFrame &frame);

/// Decodes one uncompressed frame in the calling thread. Errors as FrameDecoder; UnsupportedSyntax for others.
[[nodiscard]] Result<FramePtr> decodeNativeFrame(const FrameKey &key, const dicom::PixelDescription &description,
                                                 const TransferSyntaxUid &syntax, const QByteArray &encoded,
                                                 const CancelToken &cancel = {});

} // namespace consilium::pixels
