#pragma once
#include "base/CancelToken.h"
#include "base/Result.h"
#include "viewer/dicom/PixelDescription.h"
#include "viewer/pixels/DecodedFrame.h"

#include <QByteArray>

namespace consilium::pixels
{

/// Decodes one frame in the calling thread. `syntax` is that of the bytes, which may differ from the stored one.
/// Errors: UnsupportedSyntax (detail: its name), PixelsDamaged (nothing usable), UnsupportedImage, OutOfMemory,
/// Cancelled. A frame that is cut short but partly usable comes back with `damaged` set.
[[nodiscard]] Result<FramePtr> decodeFrame(const FrameKey &key, const dicom::PixelDescription &description,
                                           const TransferSyntaxUid &syntax, const QByteArray &encoded,
                                           const CancelToken &cancel = {});
[[nodiscard]] bool canDecode(const TransferSyntaxUid &syntax);
[[nodiscard]] QString syntaxName(const TransferSyntaxUid &syntax); ///< "JPEG 2000 Lossless"; the UID when unknown

} // namespace consilium::pixels
