#pragma once
#include "base/CancelToken.h"
#include "base/Result.h"
#include "viewer/dicom/PixelDescription.h"
#include "viewer/pixels/DecodedFrame.h"

#include <QByteArray>

#include <functional>
#include <memory>

namespace consilium::pixels
{

/// Turns the encoded bytes of one frame into samples. One thread at a time.
class FrameDecoder
{
public:
    virtual ~FrameDecoder() = default;
    /// `syntax` is that of the bytes, which may differ from the stored one. Errors: UnsupportedSyntax (detail: its
    /// name), PixelsDamaged (nothing usable), UnsupportedImage, OutOfMemory, DecoderFailed, Cancelled. A frame that is
    /// cut short but partly usable comes back with `damaged` set.
    [[nodiscard]] virtual Result<FramePtr> decode(const FrameKey &key, const dicom::PixelDescription &description,
                                                  const TransferSyntaxUid &syntax, const QByteArray &encoded,
                                                  const CancelToken &cancel) = 0;
    /// The frame at 1 / 2^`reduction` in each direction (at least 1), for a first picture while decode() takes its
    /// time. Errors as decode(), and UnsupportedImage where that is no quicker than the whole frame.
    [[nodiscard]] virtual Result<FramePtr> preview(const FrameKey &, const dicom::PixelDescription &,
                                                   const TransferSyntaxUid &, const QByteArray &, int /*reduction*/,
                                                   const CancelToken &)
    {
        return fail(ErrorCode::UnsupportedImage);
    }
    /// Makes ready what takes time; decode() does it by itself otherwise.
    virtual void prepare() {}
};

/// Makes a decoder for one thread of a pool.
using DecoderFactory = std::function<std::unique_ptr<FrameDecoder>()>;

} // namespace consilium::pixels
