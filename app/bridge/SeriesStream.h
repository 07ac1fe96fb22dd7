#pragma once
#include "app/bridge/FrameLoader.h"

#include <QElapsedTimer>
#include <QSet>

#include <cstdint>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace consilium::app
{

/// The further images of a series in one question (WADO-RS of a series, PS3.18 10.4.1.1.2): an archive answers it from
/// its disk, where hundreds of questions for single frames cost it a tenth of what decoding them costs here. They are
/// held as they came over the line until they are taken, each once, in whatever order. Given up when the line turns out
/// to be slow, when as much is held as may be, and for uncompressed images, which are decoded as quickly as they come
/// one by one. It fails in silence: what it does not bring is asked for by itself. One series at a time. UI thread
/// only.
class SeriesStream
{
public:
    struct Limits {
        int fewestImages = 64;
        std::int64_t mostPlainBytes = 256'000'000; ///< of the images without compression: a longer stack comes singly
        std::int64_t mostHeldBytes = 128'000'000;
        int judgedAfterMs = 250;                 ///< the line is, by what has come since the first image
        std::int64_t slowestBytesPerMs = 20'000; ///< a line as slow as this has better uses
        int restMs = 2'000;                      ///< what nobody has come for in this time makes way for another series
    };
    explicit SeriesStream(Limits limits);
    ~SeriesStream(); ///< cancels
    SeriesStream(const SeriesStream &) = delete;
    SeriesStream &operator=(const SeriesStream &) = delete;

    /// This series has not been asked for, and no other is on its way or still being taken.
    [[nodiscard]] bool mayBegin(const FrameSource &source) const;
    /// Asks for the series, once until forget(), if these images of it are many enough, of one frame each, and not too
    /// large together. None: it is not to be asked for at all. Others of the series that come with them are dropped.
    void begin(const FrameSource &source, const std::vector<dicom::InstancePtr> &images);
    /// Nothing: it has not come, and will not be held when it does. The whole object was compared with its description
    /// (sameObject()).
    [[nodiscard]] std::optional<dicomweb::EncodedFrame> take(const pixels::FrameKey &key, const FrameSource &source);
    /// The series came in another way: it is not asked for here.
    void skip(const FrameSource &source);
    /// Somebody looks at an image that is not there: on a line on which this takes long, it is given up.
    void giveWay();
    void forget(const StudyUid &study);       ///< it was closed
    [[nodiscard]] std::int64_t bytes() const; ///< that are held

private:
    struct Answer;
    static void keep(Answer &answer, const Limits &limits, const QByteArray &part10);

    Limits m_limits;
    QSet<std::pair<StudyUid, SeriesUid>> m_tried;
    FrameSource m_source;
    std::shared_ptr<Answer> m_answer; ///< shared with the network thread
    QElapsedTimer m_begun, m_taken;
};

} // namespace consilium::app
