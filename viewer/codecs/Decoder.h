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

/// FrameDecoder::preview() in the calling thread and process: grey JPEG 2000 only, and only where the stream has as
/// many resolutions. What is cut short is PixelsDamaged here: the whole frame says how much of it there is.
[[nodiscard]] Result<FramePtr> decodePreview(const FrameKey &key, const dicom::PixelDescription &description,
                                             const TransferSyntaxUid &syntax, const QByteArray &encoded, int reduction,
                                             std::span<std::uint8_t> place = {});

/// The same as a FrameDecoder: for the decode helper, tests and the bench. The program uses HelperDecoder.
class LocalDecoder : public FrameDecoder
{
public:
    [[nodiscard]] Result<FramePtr> decode(const FrameKey &key, const dicom::PixelDescription &description,
                                          const TransferSyntaxUid &syntax, const QByteArray &encoded,
                                          const CancelToken &cancel) override;
    [[nodiscard]] Result<FramePtr> preview(const FrameKey &key, const dicom::PixelDescription &description,
                                           const TransferSyntaxUid &syntax, const QByteArray &encoded, int reduction,
                                           const CancelToken &cancel) override;
};

} // namespace consilium::pixels
