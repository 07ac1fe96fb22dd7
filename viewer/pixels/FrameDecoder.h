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
    /// Makes ready what takes time; decode() does it by itself otherwise.
    virtual void prepare() {}
};

/// Makes a decoder for one thread of a pool.
using DecoderFactory = std::function<std::unique_ptr<FrameDecoder>()>;

} // namespace consilium::pixels
