#pragma once
#include "base/CancelToken.h"
#include "base/Result.h"
#include "viewer/dicom/PixelDescription.h"
#include "viewer/pixels/DecodedFrame.h"
#include "viewer/pixels/TransferSyntaxes.h"

#include <QByteArray>

namespace consilium::pixels
{

/// Uncompressed: the bytes are the samples, and only their order and layout have to be turned round.
[[nodiscard]] constexpr bool isNativeCoding(Coding coding)
{
    return coding == Coding::LittleEndian || coding == Coding::BigEndian;
}

/// Decodes one uncompressed frame in the calling thread. Errors as FrameDecoder; UnsupportedSyntax for others.
[[nodiscard]] Result<FramePtr> decodeNativeFrame(const FrameKey &key, const dicom::PixelDescription &description,
                                                 const TransferSyntaxUid &syntax, const QByteArray &encoded,
                                                 const CancelToken &cancel = {});

} // namespace consilium::pixels
