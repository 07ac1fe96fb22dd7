#include "app/bridge/SeriesStream.h"

#include "app/bridge/WholeImage.h"
#include "base/Logging.h"
#include "viewer/dicom/DicomFile.h"
#include "viewer/pixels/NativeFrames.h"
#include "viewer/pixels/TransferSyntaxes.h"

#include <QHash>

#include <algorithm>
#include <mutex>

namespace consilium::app
{

struct SeriesStream::Answer {
    CancelToken cancel;
    std::mutex mutex; ///< for all that follows
    QHash<SopInstanceUid, dicom::InstancePtr> wanted;
    QHash<SopInstanceUid, dicomweb::EncodedFrame> held;
    std::int64_t heldBytes = 0, cameBytes = 0; ///< the latter behind the first image
    QElapsedTimer clock;                       ///< since the first image
    bool isOver = false;
};

SeriesStream::SeriesStream(Limits limits) : m_limits(limits) {}

SeriesStream::~SeriesStream()
{
    if (m_answer)
        m_answer->cancel.cancel();
}

bool SeriesStream::mayBegin(const FrameSource &source) const
{
    if (!source.archive || m_tried.contains({source.study, source.series}) ||
        refusesObjects(source.archive->config().id))
        return false;
    if (!m_answer)
        return true;
    const std::lock_guard lock(m_answer->mutex);
    return m_answer->isOver && (m_answer->held.isEmpty() || m_taken.hasExpired(m_limits.restMs));
}

void SeriesStream::begin(const FrameSource &source, const std::vector<dicom::InstancePtr> &images)
{
    std::int64_t plainBytes = 0;
    bool areSingle = true;
    for (const dicom::InstancePtr &image : images) {
        plainBytes += image->pixels.bytesPerFrame();
        areSingle = areSingle && image->pixels.frames == 1;
    }
    const bool areFew = int(images.size()) < m_limits.fewestImages;
    if (!mayBegin(source) || (areFew && !images.empty()))
        return;
    skip(source);
    if (areFew || !areSingle || plainBytes > m_limits.mostPlainBytes)
        return;
    m_source = source;
    m_answer = std::make_shared<Answer>();
    for (const dicom::InstancePtr &image : images)
        m_answer->wanted.insert(image->sop, image);
    m_begun.start();
    m_taken.start();
    const auto archive = source.archive;
    archive
        ->fetchSeries(
            source.study, source.series,
            [answer = m_answer, limits = m_limits](const QByteArray &part10) { keep(*answer, limits, part10); },
            Priority::Prefetch, m_answer->cancel)
        .then(QtFuture::Launch::Sync, [answer = m_answer, archive](const Result<void> &came) {
            if (!came && came.error().code != ErrorCode::Cancelled)
                qCDebug(logApp) << "a series did not come in one:" << errorName(came.error().code);
            const std::lock_guard lock(answer->mutex);
            answer->isOver = true;
            answer->wanted.clear();
        });
}

// On the network thread.
void SeriesStream::keep(Answer &answer, const Limits &limits, const QByteArray &part10)
{
    const auto header = dicom::readHeader(part10);
    if (!header)
        return;
    const SopInstanceUid sop(header->text(tags::SopInstanceUid));
    const std::lock_guard lock(answer.mutex);
    if (answer.cancel.isCancelled())
        return;
    if (answer.clock.isValid())
        answer.cameBytes += part10.size();
    else
        answer.clock.start();
    const std::int64_t ms = answer.clock.elapsed();
    const bool isSlow = ms > limits.judgedAfterMs && answer.cameBytes < ms * limits.slowestBytesPerMs;
    const auto found = answer.wanted.constFind(sop);
    if (found != answer.wanted.cend()) {
        auto frame = frameOfObject(*header, part10, **found);
        answer.wanted.erase(found);
        if (frame && !pixels::isNativeCoding(pixels::codingOf(frame->syntax))) {
            answer.heldBytes += frame->bytes.size();
            answer.held.insert(sop, *frame);
        } else if (frame) {
            answer.cancel.cancel();
        }
        if (answer.wanted.isEmpty())
            answer.cancel.cancel(); // of what is still to come nothing is of use
    }
    if (isSlow || answer.heldBytes > limits.mostHeldBytes)
        answer.cancel.cancel();
}

std::optional<dicomweb::EncodedFrame> SeriesStream::take(const pixels::FrameKey &key, const FrameSource &source)
{
    if (!m_answer || key.frame != 0 || m_source != source)
        return std::nullopt;
    m_taken.start();
    const std::lock_guard lock(m_answer->mutex);
    m_answer->wanted.remove(key.sop);
    if (m_answer->wanted.isEmpty())
        m_answer->cancel.cancel(); // nothing of what is still to come is of use
    const auto found = m_answer->held.find(key.sop);
    if (found == m_answer->held.end())
        return std::nullopt;
    dicomweb::EncodedFrame frame = std::move(*found);
    m_answer->held.erase(found);
    m_answer->heldBytes -= frame.bytes.size();
    return frame;
}

void SeriesStream::skip(const FrameSource &source)
{
    m_tried.insert({source.study, source.series});
}

void SeriesStream::giveWay()
{
    if (m_answer && m_begun.hasExpired(m_limits.judgedAfterMs))
        m_answer->cancel.cancel();
}

void SeriesStream::forget(const StudyUid &study)
{
    m_tried.removeIf([&](const auto &tried) { return tried.first == study; });
    if (!m_answer || m_source.study != study)
        return;
    m_answer->cancel.cancel();
    m_answer.reset();
    m_source = {};
}

std::int64_t SeriesStream::bytes() const
{
    if (!m_answer)
        return 0;
    const std::lock_guard lock(m_answer->mutex);
    return m_answer->heldBytes;
}

} // namespace consilium::app
