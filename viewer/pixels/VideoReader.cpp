#include "viewer/pixels/VideoReader.h"

#include "base/platform/StreamProcess.h"
#include "viewer/pixels/TransferSyntaxes.h"

#include <QElapsedTimer>

#include <algorithm>
#include <cstring>
#include <deque>
#include <utility>

namespace consilium::pixels
{

using platform::MemoryFile;
using platform::StreamProcess;
using namespace Qt::StringLiterals;

namespace
{

constexpr int cancelCheckMs = 50;

/// How a stream is wrapped and coded, by ffmpeg's names.
struct Format {
    QString demuxer, codec;
};

QString codecOf(const TransferSyntaxUid &syntax)
{
    const QString name = syntaxName(syntax);
    if (name.contains("MPEG2"_L1))
        return u"mpeg2video"_s;
    return name.contains("HEVC"_L1) ? u"hevc"_s : u"h264"_s;
}

/// By the first bytes, never by a guess of ffmpeg's: MPEG-2 transport and program streams (ISO/IEC 13818-1), MP4
/// (14496-12), else the bare stream of the codec, which begins with a start code. Empty: none of them.
Format formatOf(const QByteArray &stream, const TransferSyntaxUid &syntax)
{
    constexpr qsizetype transportPacket = 188;
    const QString codec = codecOf(syntax);
    const bool isMpeg2 = codec == "mpeg2video"_L1;
    if (stream.size() > 2 * transportPacket && stream[0] == 0x47 && stream[transportPacket] == 0x47)
        return {u"mpegts"_s, codec};
    if (stream.startsWith(QByteArrayLiteral("\0\0\1\xBA")))
        return {u"mpeg"_s, codec};
    if (stream.mid(4, 4) == "ftyp" || stream.mid(4, 4) == "moov" || stream.mid(4, 4) == "mdat")
        return {u"mov"_s, codec};
    if (stream.startsWith(QByteArrayLiteral("\0\0\1")) || stream.startsWith(QByteArrayLiteral("\0\0\0\1")))
        return {isMpeg2 ? u"mpegvideo"_s : codec, codec};
    return {};
}

QStringList commandFor(const Format &format, const QString &ffmpeg, int from)
{
    QStringList command{ffmpeg, u"-nostdin"_s, u"-v"_s, u"quiet"_s, u"-xerror"_s, u"-noautorotate"_s};
    // What the bytes may make it open: this file, of this format, with this codec.
    command << u"-protocol_whitelist"_s << u"file,pipe"_s << u"-format_whitelist"_s << format.demuxer
            << u"-codec_whitelist"_s << format.codec << u"-threads"_s << u"1"_s << u"-f"_s << format.demuxer
            << u"-c:v"_s << format.codec << u"-i"_s << u"file:/dev/stdin"_s;
    command << u"-map"_s << u"0:v:0"_s << u"-an"_s << u"-sn"_s << u"-dn"_s << u"-fps_mode"_s << u"passthrough"_s;
    if (from > 0) // passed over before they are turned into colours
        command << u"-vf"_s << u"select=gte(n\\,%1)"_s.arg(from);
    // A picture that says its size, one behind the other.
    command << u"-sws_flags"_s << u"accurate_rnd+full_chroma_int"_s << u"-pix_fmt"_s << u"rgb24"_s << u"-c:v"_s
            << u"ppm"_s << u"-f"_s << u"image2pipe"_s << u"pipe:1"_s;
    return command;
}

} // namespace

struct VideoReader::Private {
    explicit Private(MemoryFile file) : stream(std::move(file)) {}

    Options options;
    MemoryFile stream;
    dicom::PixelDescription description;
    Format format;
    std::unique_ptr<StreamProcess> process;
    int next = 0, startedAt = 0; ///< of the process
    std::optional<int> found;
    std::optional<int> brokenAt; ///< the stream is damaged from this frame on
    std::optional<int> killedAt; ///< the process was ended from outside while it was at this frame
    bool showedNothing = false;  ///< and was not content
    std::deque<FramePtr> kept;
    std::int64_t keptBytes = 0;

    Result<void> start(int from);
    Result<bool> readBytes(std::uint8_t *into, std::size_t size, const CancelToken &cancel);
    Result<FramePtr> readNext(const SopInstanceUid &sop, const CancelToken &cancel);
    Result<FramePtr> readOn(const SopInstanceUid &sop, const CancelToken &cancel);
    Error whyItEnded();
    void keep(const FramePtr &frame);
    Error endedBefore(int frame) const;
    void lookBehind(const CancelToken &cancel);
};

Result<void> VideoReader::Private::start(int from)
{
    process.reset();
    auto started = StreamProcess::start(options.launcher, commandFor(format, options.ffmpeg, from), stream);
    if (!started)
        return fail(ErrorCode::DecoderFailed, started.error().detail);
    process = std::move(*started);
    next = startedAt = from;
    return {};
}

/// False at the end of the output.
Result<bool> VideoReader::Private::readBytes(std::uint8_t *into, std::size_t size, const CancelToken &cancel)
{
    // Nothing comes while frames are passed over.
    const int passed = next == startedAt ? startedAt : 0;
    const std::int64_t limitMs = options.frameTimeLimitMs + std::int64_t(passed) * options.passedTimeLimitMs;
    QElapsedTimer silence;
    silence.start();
    for (std::size_t done = 0; done < size;) {
        std::size_t count = 0;
        switch (process->read(into + done, size - done, &count, cancelCheckMs)) {
        case StreamProcess::Answer::Bytes:
            done += count;
            silence.restart();
            break;
        case StreamProcess::Answer::End:
            return false;
        case StreamProcess::Answer::Timeout:
            if (cancel.isCancelled())
                return fail(ErrorCode::Cancelled);
            if (silence.elapsed() > limitMs)
                return fail(ErrorCode::DecoderFailed, u"no frame of a video for %1 ms"_s.arg(limitMs));
        }
    }
    return true;
}

Error VideoReader::Private::endedBefore(int frame) const
{
    if (brokenAt)
        return {ErrorCode::PixelsDamaged, u"the video is damaged from frame %1 on"_s.arg(*brokenAt + 1)};
    return {ErrorCode::PixelsDamaged, u"the video ends before frame %1"_s.arg(frame + 1)};
}

/// The frame `next`. PPM: "P6", width, height, 255, each behind a line's end or a space, then the samples.
Result<FramePtr> VideoReader::Private::readNext(const SopInstanceUid &sop, const CancelToken &cancel)
{
    const QByteArray header =
        "P6\n" + QByteArray::number(description.columns) + ' ' + QByteArray::number(description.rows) + "\n255\n";
    QByteArray came(header.size(), '\0');
    DecodedFrame frame;
    frame.key = {sop, next};
    frame.rows = description.rows;
    frame.columns = description.columns;
    frame.type = SampleType::Rgb8;
    frame.maximum = frame.shownMaximum = 255;
    frame.bytes.resize(std::size_t(frame.rows) * std::size_t(frame.columns) * 3);
    auto there = readBytes(reinterpret_cast<std::uint8_t *>(came.data()), std::size_t(came.size()), cancel);
    if (there && *there && came != header) {
        process.reset();
        return fail(ErrorCode::PixelsDamaged, u"the video's frames are not of the size that its header says"_s);
    }
    if (there && *there)
        there = readBytes(frame.bytes.data(), frame.bytes.size(), cancel);
    if (!there) {
        process.reset(); // in the middle of something
        return fail(there.error());
    }
    if (!*there)
        return fail(whyItEnded());
    ++next;
    return std::make_shared<const DecodedFrame>(std::move(frame));
}

/// At the end of the output, before the frame `next`.
Error VideoReader::Private::whyItEnded()
{
    const auto ending = process->ending();
    process.reset();
    if (ending == StreamProcess::Ending::Killed) {
        killedAt = next;
        return {ErrorCode::DecoderFailed, u"the video helper was ended at frame %1"_s.arg(next + 1)};
    }
    const bool hasShown = next > startedAt, isWhole = ending == StreamProcess::Ending::Well;
    if (isWhole && (hasShown || startedAt == 0))
        found = next;
    showedNothing = !isWhole && !hasShown;
    if (showedNothing) // a program that does not know the command does the same
        return {ErrorCode::DecoderFailed, u"the video helper shows nothing"_s};
    if (!isWhole)
        brokenAt = next;
    return endedBefore(next);
}

/// The frame `next`; what happened to the helper is told from what is wrong with the stream.
Result<FramePtr> VideoReader::Private::readOn(const SopInstanceUid &sop, const CancelToken &cancel)
{
    for (;;) {
        const auto killedBefore = std::exchange(killedAt, std::nullopt);
        const int from = startedAt;
        showedNothing = false;
        auto frame = readNext(sop, cancel);
        if (frame || frame.error().code != ErrorCode::DecoderFailed)
            return frame;
        // Ended from outside, or by its limits after much else: once more from there. A jump that shows nothing tells
        // nothing of the stream: from its start on it can be seen where it is damaged.
        const bool wasKilled = killedAt && killedBefore != killedAt;
        const bool mayBeDamaged = showedNothing && from > 0;
        if (!wasKilled && !mayBeDamaged)
            return frame;
        if (const auto started = start(wasKilled ? next : 0); !started)
            return fail(started.error());
    }
}

void VideoReader::Private::keep(const FramePtr &frame)
{
    kept.push_back(frame);
    keptBytes += std::int64_t(frame->bytes.size());
    while (keptBytes > options.keptBytes && kept.size() > 1) {
        keptBytes -= std::int64_t(kept.front()->bytes.size());
        kept.pop_front();
    }
}

/// Behind the last frame of the header: is there one more?
void VideoReader::Private::lookBehind(const CancelToken &cancel)
{
    if (found || next != description.frames)
        return;
    std::uint8_t first = 0;
    const auto there = readBytes(&first, 1, cancel);
    if (there && *there)
        found = description.frames + 1;
    else if (there && process->ending() == StreamProcess::Ending::Well)
        found = description.frames;
    process.reset();
}

VideoReader::VideoReader() = default;
VideoReader::~VideoReader() = default;

Result<std::unique_ptr<VideoReader>> VideoReader::open(const Options &options, const QByteArray &stream,
                                                       const dicom::PixelDescription &description,
                                                       const TransferSyntaxUid &syntax)
{
    const Format format = formatOf(stream, syntax);
    if (format.demuxer.isEmpty())
        return fail(ErrorCode::PixelsDamaged, u"no %1"_s.arg(syntaxName(syntax)));
    auto file = MemoryFile::holding(stream);
    if (!file)
        return fail(file.error());
    std::unique_ptr<VideoReader> reader(new VideoReader);
    reader->d = std::make_unique<Private>(std::move(*file));
    reader->d->options = options;
    reader->d->description = description;
    reader->d->format = format;
    return reader;
}

Result<FramePtr> VideoReader::frame(const FrameKey &key, const CancelToken &cancel)
try {
    for (const FramePtr &frame : d->kept)
        if (frame->key == key)
            return frame;
    if (d->brokenAt && key.frame >= *d->brokenAt)
        return fail(d->endedBefore(key.frame));
    if (!d->process || key.frame < d->next) {
        if (const auto started = d->start(key.frame); !started)
            return fail(started.error());
        d->kept.clear(); // they would not join on to what comes now
        d->keptBytes = 0;
    }
    for (;;) {
        if (cancel.isCancelled())
            return fail(ErrorCode::Cancelled); // the stream stands where it is, between two frames
        auto frame = d->readOn(key.sop, cancel);
        if (!frame)
            return frame;
        d->keep(*frame);
        if ((*frame)->key.frame < key.frame)
            continue;
        d->lookBehind(cancel);
        return frame;
    }
} catch (const std::bad_alloc &) {
    return fail(ErrorCode::OutOfMemory, u"a frame of a video"_s);
}

int VideoReader::next() const
{
    return d->process ? d->next : 0;
}

bool VideoReader::isKept(int frame) const
{
    return std::any_of(d->kept.begin(), d->kept.end(), [&](const FramePtr &f) { return f->key.frame == frame; });
}

std::optional<int> VideoReader::framesFound() const
{
    return d->found;
}

} // namespace consilium::pixels
