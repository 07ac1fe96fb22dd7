#pragma once
#include "netclient/dicomweb/DicomWebClient.h"
#include "viewer/dicom/StudyModel.h"
#include "viewer/pixels/DecodedFrame.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace consilium::app
{

/// Where a frame comes from. Without an archive: from the instance's local file.
struct FrameSource {
    std::shared_ptr<dicomweb::DicomWebClient> archive;
    StudyUid study;
    SeriesUid series;
    bool operator==(const FrameSource &) const = default;
};

/// A frame that is fetched before it is described.
struct FrameAhead {
    pixels::FrameKey key;
    FrameSource source;
};

/// Fetches or reads frames and has them decoded; tries again what failed for a passing reason, with growing pauses.
/// What it is told to start runs at once: who calls decides how much that is (active()). UI thread only.
class FrameLoader : public QObject
{
    Q_OBJECT
public:
    struct Outcome {
        pixels::FrameKey key;
        FrameSource source;             ///< from where it was asked: two studies may use one SOP Instance UID
        Result<pixels::FramePtr> frame; ///< an error is final: everything was tried
        std::optional<int> framesFound = std::nullopt; ///< in the stream of a video, once its end was seen
    };
    FrameLoader(int decodeThreads, QObject *parent);
    ~FrameLoader() override;

    /// Fetches the encoded bytes of a frame whose description is not known yet, or keeps those that were `fetched` with
    /// it; start() takes them over, and may make it more urgent.
    void fetchAhead(const pixels::FrameKey &key, const FrameSource &source,
                    const std::optional<dicomweb::EncodedFrame> &fetched = {}, Priority priority = Priority::Visible);
    /// Encoded frames that came before anybody asked for them, each once: asked before the archive is.
    using Held = std::function<std::optional<dicomweb::EncodedFrame>(const pixels::FrameKey &, const FrameSource &)>;
    void useHeld(Held held);
    /// Drops what fetchAhead() asked for and start() has not taken over; a job from another source stays.
    void cancelAhead(const pixels::FrameKey &key, const FrameSource &source);
    /// Does nothing when the frame is on its way from there already, other than raising its priority. What is on its
    /// way from another source is cancelled: its bytes are never shown as this one's.
    void start(const pixels::FrameKey &key, const FrameSource &source, const dicom::InstancePtr &instance,
               Priority priority);
    [[nodiscard]] bool isOnItsWay(const pixels::FrameKey &key) const; ///< or waits to be tried again
    [[nodiscard]] bool isVisiblePriority(const pixels::FrameKey &key) const;
    /// The archive has asked to wait, and the time is not over: nothing more is asked of it until then. What is started
    /// meanwhile waits.
    [[nodiscard]] bool isPutOff(const FrameSource &source) const;
    [[nodiscard]] int active() const; ///< jobs under way, without those that wait to be tried again
    [[nodiscard]] bool isIdle() const;
    /// SeriesStream of this loader: the images of a stack that are neither here nor on their way, in one question.
    /// start() then takes from it what has come by then, and asks for the rest.
    [[nodiscard]] bool mayAskForSeries(const FrameSource &source) const;
    void askForSeries(const FrameSource &source, const std::vector<dicom::InstancePtr> &images);
    void giveWay(); ///< somebody looks at an image that is not there
    /// The study was closed: what is held for its frames is let go. Its jobs are cancelled by cancelIf().
    void forget(const StudyUid &study);
    /// Cancels jobs for which `drop` says so; they give no outcome. `ageMs`: since its start.
    void cancelIf(const std::function<bool(const pixels::FrameKey &key, Priority priority, std::int64_t ageMs)> &drop);

Q_SIGNALS:
    void lineNeeded(); ///< a frame is asked for
    /// A first picture at a lower resolution of a frame that somebody looks at and that takes long to decode; the frame
    /// itself is delivered later.
    void previewed(const consilium::pixels::FramePtr &frame, const consilium::app::FrameSource &source);
    void delivered(const std::vector<consilium::app::FrameLoader::Outcome> &outcomes);
    /// A frame did not come because the archive was out of reach; it may be asked for again after so long.
    void putOff(const std::shared_ptr<consilium::dicomweb::DicomWebClient> &archive, const consilium::Error &error,
                int againMs);
    void answered(
        const std::shared_ptr<consilium::dicomweb::DicomWebClient> &archive); ///< with a frame, or that it has none

private:
    struct Private;
    std::unique_ptr<Private> d;
};

/// How often something that failed like this is tried again.
[[nodiscard]] int retriesFor(const Error &error);
/// The pause before try number `attempt` (from 1), ms: what the server asked for, at most five minutes; else growing
/// from 400.
[[nodiscard]] int retryDelayMs(const Error &error, int attempt);

} // namespace consilium::app
