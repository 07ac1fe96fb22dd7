#pragma once
#include "base/Pending.h"
#include "viewer/pixels/FrameDecoder.h"

#include <memory>

namespace consilium::pixels
{

/// Decodes frames slice-parallel on its own threads, the most urgent first. Thread safe.
class DecodePool
{
public:
    /// `threads`: at least 1, platform::cpuCount() as a rule; each gets a decoder of its own.
    DecodePool(int threads, const DecoderFactory &makeDecoder);
    ~DecodePool(); ///< cancels what waits, joins what runs

    /// The future is finished on a pool thread: continue with a context object. Cancelled before it began: Error
    /// Cancelled.
    [[nodiscard]] Pending<Result<FramePtr>> decode(FrameKey key, dicom::PixelDescription description,
                                                   TransferSyntaxUid syntax, QByteArray encoded, Priority priority,
                                                   CancelToken cancel);
    /// The same for FrameDecoder::preview().
    [[nodiscard]] Pending<Result<FramePtr>> preview(FrameKey key, dicom::PixelDescription description,
                                                    TransferSyntaxUid syntax, QByteArray encoded, int reduction,
                                                    Priority priority, CancelToken cancel);
    /// Raises or lowers what still waits; it then comes behind what has that priority already. The same priority
    /// changes nothing.
    void reprioritise(const FrameKey &key, Priority priority);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace consilium::pixels
