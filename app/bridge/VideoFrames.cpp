#include "app/bridge/VideoFrames.h"
#include "base/WorkPool.h"

#include "app/bridge/OutsideDecoders.h"
#include "app/bridge/PatientMatch.h"
#include "viewer/dicom/DicomFile.h"
#include "viewer/pixels/TransferSyntaxes.h"
#include "viewer/pixels/VideoReader.h"

#include <QThreadPool>

#include <algorithm>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <tuple>
#include <utility>

namespace consilium::app
{

using pixels::FramePtr;
using pixels::VideoReader;
using namespace Qt::StringLiterals;

namespace
{

constexpr std::size_t mostOpen = 2;

struct Stream {
    QByteArray bytes;
    TransferSyntaxUid syntax;
};

/// What is asked of one video. Guarded by the mutex of all; `reader` belongs to whoever set `isBusy`.
struct Video {
    std::list<VideoFrames::Request> waiting;
    std::unique_ptr<VideoReader> reader;
    bool isBusy = false, isUnwanted = false;
    std::uint64_t lastUse = 0;
};
/// A video belongs to whom it was asked for: two studies may use one SOP Instance UID.
using VideoKey = std::tuple<StudyUid, SeriesUid, SopInstanceUid>;

VideoKey keyOf(const VideoFrames::Request &request)
{
    return {request.source.study, request.source.series, request.key.sop};
}

template<class From>
Result<Stream> streamOf(const From &from, const dicom::Instance &image)
{
    const auto header = dicom::readHeader(from);
    if (!header)
        return fail(header.error());
    if (auto same = sameObject(*header, image); !same)
        return fail(same.error());
    const TransferSyntaxUid syntax(header->text(tags::TransferSyntaxUid));
    if (pixels::codingOf(syntax) != pixels::Coding::Video)
        return fail(ErrorCode::UnsupportedSyntax, pixels::syntaxName(syntax));
    auto bytes = dicom::readStream(from);
    if (!bytes)
        return fail(bytes.error());
    return Stream{std::move(*bytes), syntax};
}

} // namespace

dicom::DataIssue frameCountIssue(int found, int announced)
{
    dicom::DataIssue issue;
    issue.kind = dicom::DataIssue::Kind::FrameCount;
    issue.detail = found > announced ? u"more than the %1 frames of the header"_s.arg(announced)
                                     : u"%1 of %2 frames"_s.arg(found).arg(announced);
    return issue;
}

bool isVideo(const dicom::Instance &image)
{
    const TransferSyntaxUid &syntax = image.pixels.transferSyntax;
    // Metadata of an archive need not name the syntax; nothing but video is coded like this (PS3.3 C.7.6.3.1.2). One
    // that cannot be decoded is refused by its name where videos are read: it has no frames that could be cut out of
    // it.
    const pixels::Coding coding = pixels::codingOf(syntax);
    return coding == pixels::Coding::Video ||
           (coding == pixels::Coding::None && image.pixels.photometric == dicom::Photometric::YbrPartial420);
}

struct VideoFrames::Private : std::enable_shared_from_this<VideoFrames::Private> {
    explicit Private(VideoReader::Options programs) : options(std::move(programs)) {}

    std::mutex mutex;
    std::map<VideoKey, Video> videos;
    std::uint64_t uses = 0;
    bool isClosing = false;
    QThreadPool threads;
    const VideoReader::Options options;

    void work(const VideoKey &key);
    void fetch(const VideoKey &key, const Request &request);
    void serveFrom(const VideoKey &key, const Request &request, const Result<Stream> &stream);
    void failAll(const VideoKey &key, const Request &request, const Error &error);
    [[nodiscard]] std::optional<Error> missingProgram(const dicom::Instance &image) const;
    std::optional<Request> choose(Video &video);
    void makeRoom(const VideoKey &but);
};

/// The one to serve next: of the most urgent ones what comes first from where the stream stands.
std::optional<VideoFrames::Request> VideoFrames::Private::choose(Video &video)
{
    if (video.waiting.empty())
        return std::nullopt;
    const int next = video.reader ? video.reader->next() : 0;
    const auto rank = [&](const Request &request) {
        const int frame = request.key.frame;
        const bool isThere = video.reader && video.reader->isKept(frame);
        return std::tuple(request.priority->load() != Priority::Visible, !isThere && frame < next, frame);
    };
    const auto best = std::min_element(video.waiting.begin(), video.waiting.end(),
                                       [&](const Request &a, const Request &b) { return rank(a) < rank(b); });
    Request chosen = std::move(*best);
    video.waiting.erase(best);
    return chosen;
}

std::optional<Error> VideoFrames::Private::missingProgram(const dicom::Instance &image) const
{
    const TransferSyntaxUid &syntax = image.pixels.transferSyntax;
    if (!syntax.isEmpty() && pixels::codingOf(syntax) != pixels::Coding::Video) // then no program helps
        return Error{ErrorCode::UnsupportedSyntax, pixels::syntaxName(syntax)};
    if (options.launcher.isEmpty())
        return Error{ErrorCode::DecoderFailed, u"no helper program consilium-video"_s};
    if (!options.ffmpeg.isEmpty())
        return std::nullopt;
    return Error{ErrorCode::UnsupportedSyntax,
                 (syntax.isEmpty() ? u"MPEG"_s : pixels::syntaxName(syntax)) + noVideoProgram};
}

/// What holds for a stream holds for all of its frames; that somebody gave up one of them says nothing of the others.
void VideoFrames::Private::failAll(const VideoKey &key, const Request &request, const Error &error)
{
    std::list<Request> others;
    if (error.code != ErrorCode::Cancelled) {
        const std::lock_guard lock(mutex);
        others = std::exchange(videos[key].waiting, {});
    }
    request.done({fail(error), {}});
    for (const Request &other : others)
        other.done({fail(error), {}});
}

void VideoFrames::Private::fetch(const VideoKey &key, const Request &request)
{
    const auto archive = request.source.archive;
    archive
        ->fetchInstance(request.source.study, request.source.series, request.key.sop, *request.priority, request.cancel)
        .then(QtFuture::Launch::Sync, [self = shared_from_this(), archive, key,
                                       request](const Result<QByteArray> &part10) {
            const std::lock_guard lock(self->mutex);
            if (self->isClosing)
                return request.done({fail(ErrorCode::Cancelled), {}});
            startWork(self->threads, [self = self.get(), key, request, part10] {
                self->serveFrom(key, request, part10 ? streamOf(*part10, *request.instance) : fail(part10.error()));
                self->work(key);
            });
        });
}

/// Opens the stream and serves the one who asked for it first.
void VideoFrames::Private::serveFrom(const VideoKey &key, const Request &request, const Result<Stream> &stream)
{
    if (!stream)
        return failAll(key, request, stream.error());
    auto opened = VideoReader::open(options, stream->bytes, request.instance->pixels, stream->syntax);
    if (!opened)
        return failAll(key, request, opened.error());
    VideoReader &reader = **opened;
    {
        const std::lock_guard lock(mutex);
        videos[key].reader = std::move(*opened);
        makeRoom(key);
    }
    auto frame = reader.frame(request.key, request.cancel);
    request.done({std::move(frame), reader.framesFound()});
}

/// Called with the mutex held: closes what nobody asks, the one longest unused first.
void VideoFrames::Private::makeRoom(const VideoKey &but)
{
    for (;;) {
        std::size_t open = 0;
        auto oldest = videos.end();
        for (auto it = videos.begin(); it != videos.end(); ++it) {
            open += it->second.reader || it->second.isBusy ? 1 : 0;
            const bool isFree = it->second.reader && !it->second.isBusy && it->first != but;
            if (isFree && (oldest == videos.end() || it->second.lastUse < oldest->second.lastUse))
                oldest = it;
        }
        if (open <= mostOpen || oldest == videos.end())
            return;
        if (oldest->second.waiting.empty())
            videos.erase(oldest);
        else
            oldest->second.reader.reset();
    }
}

void VideoFrames::Private::work(const VideoKey &key)
{
    for (;;) {
        std::optional<Request> request;
        VideoReader *reader = nullptr;
        {
            const std::lock_guard lock(mutex);
            Video &video = videos[key];
            request = choose(video);
            if (!request) {
                video.isBusy = false;
                if (video.isUnwanted)
                    videos.erase(key);
                else
                    makeRoom(key);
                return;
            }
            video.lastUse = ++uses;
            reader = video.reader.get();
        }
        if (request->cancel.isCancelled()) {
            request->done({fail(ErrorCode::Cancelled), {}});
            continue;
        }
        const dicom::Instance &image = *request->instance;
        if (const auto missing = reader ? std::nullopt : missingProgram(image)) {
            failAll(key, *request, *missing);
        } else if (!reader && request->source.archive) {
            return fetch(key, *request); // goes on from there
        } else if (!reader) {
            serveFrom(key, *request, streamOf(image.localFile, image));
        } else {
            auto frame = reader->frame(request->key, request->cancel);
            request->done({std::move(frame), reader->framesFound()});
        }
    }
}

VideoFrames::VideoFrames() : VideoFrames(outsideVideo()) {}

VideoFrames::VideoFrames(VideoReader::Options options) : d(std::make_shared<Private>(std::move(options)))
{
    d->threads.setMaxThreadCount(int(mostOpen));
}

VideoFrames::~VideoFrames()
{
    std::list<Request> left;
    {
        const std::lock_guard lock(d->mutex);
        d->isClosing = true;
        for (auto &[key, video] : d->videos)
            left.splice(left.end(), video.waiting);
    }
    for (const Request &request : left)
        request.done({fail(ErrorCode::Cancelled), {}});
    waitForWork(d->threads);
}

void VideoFrames::forget(const StudyUid &study)
{
    const std::lock_guard lock(d->mutex);
    for (auto it = d->videos.begin(); it != d->videos.end();) {
        const bool isIts = std::get<StudyUid>(it->first) == study;
        it->second.isUnwanted = it->second.isUnwanted || isIts;
        it = isIts && !it->second.isBusy ? d->videos.erase(it) : std::next(it);
    }
}

void VideoFrames::ask(Request request)
{
    const VideoKey key = keyOf(request);
    const std::lock_guard lock(d->mutex);
    Video &video = d->videos[key];
    video.waiting.push_back(std::move(request));
    video.isUnwanted = false;
    if (video.isBusy || d->isClosing)
        return;
    video.isBusy = true;
    startWork(d->threads, [self = d.get(), key] { self->work(key); });
}

} // namespace consilium::app
