#include "viewer/session/recording/Recorder.h"

#include <map>

namespace consilium::session
{

struct Recorder::Private {
    Recorder &q;
    ActionDispatcher &dispatcher;
    const Clock &clock;
    QIODevice &device;
    std::optional<RecordingWriter> writer{};
    std::int64_t startNs = 0, lastKeyframeMs = 0;
    std::map<ActorId, std::vector<PointerSample>> runs{}; ///< not yet written, by actor

    [[nodiscard]] std::int64_t nowMs() const { return (clock.steadyNs() - startNs) / 1000000; }

    void check(const Result<void> &written)
    {
        if (written)
            return;
        writer.reset();
        runs.clear();
        Q_EMIT q.failed(written.error());
    }

    void onApplied(const Envelope &envelope)
    {
        if (!writer)
            return;
        if (const auto *const pointer = std::get_if<MovePointer>(&envelope.action))
            return onPointer(envelope.actor, *pointer);
        const std::int64_t now = nowMs();
        check(writer->envelope({now, envelope}));
        // The dispatcher may be ahead of what it tells; a keyframe is written only where the two agree.
        if (writer && now - lastKeyframeMs >= keyframeMs && envelope.seq == dispatcher.lastSeq())
            writeKeyframe(now, false);
    }

    void onPointer(const ActorId &actor, const MovePointer &pointer)
    {
        std::vector<PointerSample> &run = runs[actor];
        const std::int64_t now = nowMs();
        if (!run.empty()) {
            const MovePointer &last = run.back().pointer;
            const bool isSameKind = last.view == pointer.view && last.at.has_value() == pointer.at.has_value() &&
                                    (!pointer.at || last.at->index() == pointer.at->index());
            if (isSameKind && now - run.back().offsetMs < pointerMs)
                return;
            // A run is of one view and kind, and of one second at most: what a crash can take.
            if (!isSameKind || now - run.front().offsetMs >= 1000)
                writePointers(actor);
        }
        if (writer)
            runs[actor].push_back({now, actor, pointer});
    }

    void writePointers(const ActorId &actor)
    {
        const std::vector<PointerSample> run = std::exchange(runs[actor], {});
        check(writer->pointers(nowMs(), run));
    }

    void writeKeyframe(std::int64_t now, bool isReset)
    {
        lastKeyframeMs = now;
        check(writer->keyframe(now, dispatcher.state(), isReset));
    }
};

Recorder::Recorder(ActionDispatcher &dispatcher, const Clock &clock, QIODevice &device, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(Private{*this, dispatcher, clock, device}))
{
    connect(&dispatcher, &ActionDispatcher::applied, this,
            [this](const Envelope &envelope) { d->onApplied(envelope); });
    connect(&dispatcher, &ActionDispatcher::wasReset, this, [this] {
        if (d->writer)
            d->writeKeyframe(d->nowMs(), true);
    });
}

Recorder::~Recorder() = default;

Result<void> Recorder::start(const QString &program, const std::vector<StudyUid> &studies,
                             const std::optional<RecordingKey> &key)
{
    d->startNs = d->clock.steadyNs();
    d->lastKeyframeMs = 0;
    d->runs.clear();
    Result<RecordingWriter> writer =
        RecordingWriter::begin(d->device, {program, studies, d->clock.nowMs(), d->dispatcher.state()}, key);
    if (!writer)
        return fail(writer.error());
    d->writer = std::move(*writer);
    return {};
}

Result<void> Recorder::finish()
{
    if (!d->writer)
        return fail(ErrorCode::InvalidArgument, QStringLiteral("nothing is being recorded"));
    RecordingWriter writer = *std::exchange(d->writer, std::nullopt);
    for (const auto &[actor, run] : d->runs) {
        if (const Result<void> ok = writer.pointers(d->nowMs(), run); !ok)
            return ok;
    }
    return writer.end(d->nowMs(), d->dispatcher.state().hash());
}

bool Recorder::isRecording() const
{
    return d->writer.has_value();
}

} // namespace consilium::session
