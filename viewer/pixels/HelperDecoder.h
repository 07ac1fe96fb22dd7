#pragma once
#include "viewer/pixels/FrameDecoder.h"

#include <QString>

#include <span>

namespace consilium::pixels
{

/// Decodes in a process of its own, so that hostile pixel data cannot take the reader's work along: the helper has
/// limits of memory and time, and is started anew after a crash and after broken pixel data. Uncompressed frames, which
/// need no decoder, are unpacked here.
class HelperDecoder : public FrameDecoder
{
public:
    struct Options {
        QString program;      ///< consilium-decoder
        int timeLimitMs = -1; ///< for one frame; < 0: 10 s and 2 s more for each megapixel
    };
    explicit HelperDecoder(Options options);
    ~HelperDecoder() override;

    [[nodiscard]] Result<FramePtr> decode(const FrameKey &key, const dicom::PixelDescription &description,
                                          const TransferSyntaxUid &syntax, const QByteArray &encoded,
                                          const CancelToken &cancel) override;
    [[nodiscard]] Result<FramePtr> preview(const FrameKey &key, const dicom::PixelDescription &description,
                                           const TransferSyntaxUid &syntax, const QByteArray &encoded, int reduction,
                                           const CancelToken &cancel) override;
    void prepare() override;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

/// Decodes one frame, at 1 / 2^`reduction`, into `place` where that has the room.
using DecodeFunction =
    std::function<Result<FramePtr>(const dicom::PixelDescription &, const TransferSyntaxUid &,
                                   const QByteArray &encoded, int reduction, std::span<std::uint8_t> place)>;
/// The helper's side: answers requests until the other end goes.
int serveDecoding(const DecodeFunction &decode);

} // namespace consilium::pixels
