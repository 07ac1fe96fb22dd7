#pragma once
#include "app/bridge/FrameLoader.h"
#include "viewer/pixels/VideoReader.h"

#include <atomic>
#include <functional>
#include <memory>
#include <optional>

namespace consilium::app
{

/// Frames of videos. A stream is fetched or read once, as a whole, and is kept while its frames are asked for; frames
/// come in the order of the stream as far as nobody waits for another one. Each video has one decoder; two are open at
/// a time. Called from the UI thread; answers come on others.
class VideoFrames
{
public:
    struct Answer {
        Result<pixels::FramePtr> frame;
        std::optional<int> framesFound; ///< in the stream, once its end has been seen
    };
    struct Request {
        pixels::FrameKey key;
        FrameSource source;
        dicom::InstancePtr instance;
        std::shared_ptr<std::atomic<Priority>> priority;
        CancelToken cancel;
        std::function<void(Answer)> done; ///< called once, on any thread
    };
    VideoFrames(); ///< with the programs of this computer: outsideVideo()
    explicit VideoFrames(pixels::VideoReader::Options options);
    ~VideoFrames(); ///< what waits is answered with Cancelled
    void ask(Request request);
    /// The study was closed: its streams are let go.
    void forget(const StudyUid &study);

private:
    struct Private;
    std::shared_ptr<Private> d;
};

/// What is said of a video that has another number of frames than its header says.
[[nodiscard]] dicom::DataIssue frameCountIssue(int found, int announced);
/// The pixel data of this image are one stream for all frames.
[[nodiscard]] bool isVideo(const dicom::Instance &image);

} // namespace consilium::app
