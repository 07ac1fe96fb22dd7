#include "viewer/session/recording/Playback.h"

#include <algorithm>

namespace consilium::session
{

namespace
{

/// The time at which a recorded action happened.
class RecordedClock final : public Clock
{
public:
    TimeMs startedAt = 0;
    std::int64_t positionMs = 0;
    [[nodiscard]] TimeMs nowMs() const override { return startedAt + positionMs; }
    [[nodiscard]] std::int64_t steadyNs() const override { return positionMs * 1000000; }
};

Permission everything()
{
    Permission permission;
    permission.setDefault(Permission::Grant::All);
    return permission;
}

} // namespace

struct Playback::Private {
    Recording recording;
    RecordedClock clock{};
    std::unique_ptr<ActionDispatcher> dispatcher{};
    double speed = 1.0, fraction = 0.0; ///< of a millisecond, left over from the last step
    std::size_t nextEnvelope = 0, nextPointer = 0, nextKeyframe = 0;

    /// First in a list that lies behind a moment.
    template<class T>
    static std::size_t after(const std::vector<T> &list, std::int64_t ms)
    {
        const auto it =
            std::upper_bound(list.begin(), list.end(), ms, [](std::int64_t t, const T &e) { return t < e.offsetMs; });
        return static_cast<std::size_t>(it - list.begin());
    }

    Result<void> apply(const Envelope &envelope) { return dispatcher->receive(envelope, Origin::Playback); }

    /// Without an id: those of an actor's other actions go on as they were recorded.
    Envelope envelopeOf(const PointerSample &sample) const
    {
        Envelope envelope;
        envelope.actor = sample.actor;
        envelope.at = clock.nowMs();
        envelope.action = sample.pointer;
        return envelope;
    }

    /// Where the state was replaced during the recording, it is replaced here.
    Result<void> passKeyframes(std::int64_t until)
    {
        for (; nextKeyframe < recording.keyframes.size(); ++nextKeyframe) {
            const Keyframe &frame = recording.keyframes[nextKeyframe];
            if (frame.offsetMs > until || frame.applied > nextEnvelope)
                break;
            if (!frame.isReset)
                continue;
            const Result<ViewerState> state = unpackState(frame.packed);
            if (!state)
                return fail(state.error());
            dispatcher->reset(*state);
        }
        return {};
    }

    Result<void> playUntil(std::int64_t until)
    {
        for (;;) {
            if (const Result<void> ok = passKeyframes(until); !ok)
                return ok;
            const std::int64_t never = until + 1;
            const bool hasEnvelope = nextEnvelope < recording.envelopes.size();
            const bool hasPointer = nextPointer < recording.pointers.size();
            const std::int64_t envelopeAt = hasEnvelope ? recording.envelopes[nextEnvelope].offsetMs : never;
            const std::int64_t pointerAt = hasPointer ? recording.pointers[nextPointer].offsetMs : never;
            if (std::min(envelopeAt, pointerAt) > until)
                return {};
            clock.positionMs = std::min(envelopeAt, pointerAt);
            if (envelopeAt <= pointerAt) {
                if (const Result<void> ok = apply(recording.envelopes[nextEnvelope++].envelope); !ok)
                    return ok;
            } else {
                if (const Result<void> ok = apply(envelopeOf(recording.pointers[nextPointer++])); !ok)
                    return ok;
            }
        }
    }
};

Playback::Playback(Recording recording, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(Private{std::move(recording)}))
{
    d->clock.startedAt = d->recording.header.startedAt;
    d->dispatcher = std::make_unique<ActionDispatcher>(d->clock, ActorId(QStringLiteral("playback")));
    d->dispatcher->setPermission(everything());
    d->dispatcher->reset(d->recording.header.initial);
}

Playback::~Playback() = default;

ActionDispatcher &Playback::dispatcher()
{
    return *d->dispatcher;
}

const Recording &Playback::recording() const
{
    return d->recording;
}

std::int64_t Playback::positionMs() const
{
    return d->clock.positionMs;
}

std::int64_t Playback::durationMs() const
{
    return d->recording.durationMs;
}

bool Playback::isAtEnd() const
{
    return d->clock.positionMs >= d->recording.durationMs && d->nextEnvelope >= d->recording.envelopes.size();
}

Result<void> Playback::setSpeed(double speed)
{
    if (!(speed >= 0.1 && speed <= 16.0))
        return fail(ErrorCode::InvalidArgument, QStringLiteral("speed is not 0.1 to 16"));
    d->speed = speed;
    return {};
}

double Playback::speed() const
{
    return d->speed;
}

Result<void> Playback::advance(std::int64_t elapsedMs)
{
    const bool wasAtEnd = isAtEnd();
    const double passed = static_cast<double>(std::max<std::int64_t>(elapsedMs, 0)) * d->speed + d->fraction;
    const auto whole = static_cast<std::int64_t>(std::min(passed, 9e15));
    d->fraction = passed - static_cast<double>(whole);
    const std::int64_t until = std::min(d->clock.positionMs + whole, d->recording.durationMs);
    if (const Result<void> ok = d->playUntil(until); !ok)
        return ok;
    d->clock.positionMs = until;
    Q_EMIT positionChanged(until);
    if (!wasAtEnd && isAtEnd())
        Q_EMIT finished();
    return {};
}

Result<void> Playback::seek(std::int64_t positionMs)
{
    const Recording &r = d->recording;
    const std::int64_t target = std::clamp<std::int64_t>(positionMs, 0, r.durationMs);
    ViewerState state = r.header.initial;
    std::size_t next = 0;
    const std::size_t keyframes = Private::after(r.keyframes, target);
    if (keyframes > 0) {
        const Keyframe &frame = r.keyframes[keyframes - 1];
        Result<ViewerState> unpacked = unpackState(frame.packed);
        if (!unpacked)
            return fail(unpacked.error());
        state = std::move(*unpacked);
        next = frame.applied;
    }
    for (; next < r.envelopes.size() && r.envelopes[next].offsetMs <= target; ++next) {
        Result<ViewerState> after = reduce(state, r.envelopes[next].envelope.action);
        if (!after)
            return fail(ErrorCode::FileUnreadable, QStringLiteral("the recording contradicts itself"));
        state = std::move(*after);
    }
    d->nextEnvelope = next;
    d->nextPointer = Private::after(r.pointers, target);
    d->nextKeyframe = keyframes;
    d->clock.positionMs = target;
    d->fraction = 0.0;
    d->dispatcher->reset(state);
    Q_EMIT positionChanged(target);
    return {};
}

} // namespace consilium::session
