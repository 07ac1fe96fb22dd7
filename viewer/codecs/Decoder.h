#pragma once
#include "viewer/pixels/FrameDecoder.h"

#include <span>

namespace consilium::pixels
{

/// Decodes one frame in the calling thread and process, into `place` where that has the room; the ICC profile of a
/// colour image is applied. Errors as FrameDecoder.
[[nodiscard]] Result<FramePtr> decodeFrame(const FrameKey &key, const dicom::PixelDescription &description,
                                           const TransferSyntaxUid &syntax, const QByteArray &encoded,
                                           const CancelToken &cancel = {}, std::span<std::uint8_t> place = {});

/// The same as a FrameDecoder: for the decode helper, tests and the bench. The program uses HelperDecoder.
class LocalDecoder : public FrameDecoder
{
public:
    [[nodiscard]] Result<FramePtr> decode(const FrameKey &key, const dicom::PixelDescription &description,
                                          const TransferSyntaxUid &syntax, const QByteArray &encoded,
                                          const CancelToken &cancel) override;
};

} // namespace consilium::pixels
