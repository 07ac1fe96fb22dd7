#pragma once
#include "base/CancelToken.h"
#include "base/Result.h"
#include "viewer/dicom/PixelDescription.h"
#include "viewer/pixels/DecodedFrame.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <optional>

namespace consilium::pixels
{

/// The frames of a video (MPEG-2, H.264, HEVC), one stream for all of them (PS3.5 8.2.5 to 8.2.8, A.4.5 to A.4.8). They
/// are decoded by the program ffmpeg, which runs confined and is told of no format, codec or protocol but those that
/// the stream shows. A frame's number is its place in the order of showing, counted from the start of the stream:
/// a jump decodes from there, since no table in such a stream can be trusted to say where frame N is. One thread at a
/// time.
class VideoReader
{
public:
    struct Options {
        QString launcher; ///< consilium-video
        QString ffmpeg;
        int frameTimeLimitMs = 60'000;             ///< nothing comes for so long: given up
        int passedTimeLimitMs = 250;               ///< and so much longer for each frame that a jump passes over
        std::int64_t keptBytes = 64 * 1024 * 1024; ///< of frames that were passed, for small steps back
    };
    /// Errors: PixelsDamaged (not such a stream), OutOfMemory, Unsupported.
    [[nodiscard]] static Result<std::unique_ptr<VideoReader>> open(const Options &options, const QByteArray &stream,
                                                                   const dicom::PixelDescription &description,
                                                                   const TransferSyntaxUid &syntax);
    ~VideoReader();
    VideoReader(const VideoReader &) = delete;
    VideoReader &operator=(const VideoReader &) = delete;

    /// Errors: PixelsDamaged (the stream ends or is broken before this frame, or its frames have another size),
    /// DecoderFailed (it takes too long, it cannot be started, it is ended by something else or shows nothing at all:
    /// nothing is known of the stream then), OutOfMemory, Cancelled.
    [[nodiscard]] Result<FramePtr> frame(const FrameKey &key, const CancelToken &cancel);
    /// The frame that comes next without a jump.
    [[nodiscard]] int next() const;
    /// Held from having passed it: frame() gives it at once.
    [[nodiscard]] bool isKept(int frame) const;
    /// How many frames the stream has; nullopt before its end was reached. Also one more than the header says: how many
    /// more there are is not looked at.
    [[nodiscard]] std::optional<int> framesFound() const;

private:
    VideoReader();
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace consilium::pixels
