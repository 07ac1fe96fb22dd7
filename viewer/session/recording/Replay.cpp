#include "viewer/session/recording/Replay.h"

#include "viewer/session/Codec.h"
#include "viewer/session/OrderedInbox.h"
#include "viewer/session/recording/Playback.h"
#include "viewer/session/recording/Recorder.h"

#include <QBuffer>
#include <QJsonDocument>

#include <algorithm>

namespace consilium::session
{

namespace
{

/// A clock that stands where it was put.
class SetClock final : public Clock
{
public:
    TimeMs now = 0;
    [[nodiscard]] TimeMs nowMs() const override { return now; }
    [[nodiscard]] std::int64_t steadyNs() const override { return now * 1000000; }
};

/// A dispatcher that starts from the log's state and lets everybody do everything.
class Peer
{
public:
    Peer(const QString &name, const ViewerState &initial) : dispatcher(clock, ActorId(name))
    {
        Permission permission;
        permission.setDefault(Permission::Grant::All);
        dispatcher.setPermission(permission);
        dispatcher.reset(initial);
    }
    Result<void> receive(const Envelope &envelope) { return dispatcher.receive(envelope, Origin::Remote); }

    SetClock clock;
    ActionDispatcher dispatcher;
};

/// splitmix64 (Steele, Lea, Flood 2014): the same numbers everywhere.
class Chance
{
public:
    explicit Chance(std::uint64_t seed) : m_state(seed) {}
    std::uint64_t next()
    {
        std::uint64_t z = (m_state += 0x9E3779B97F4A7C15u);
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
        return z ^ (z >> 31);
    }
    bool percent(unsigned p) { return next() % 100 < p; }

private:
    std::uint64_t m_state;
};

/// A line that loses one message in ten, doubles one in five, and delivers in any order within a window.
class BadLine
{
public:
    explicit BadLine(std::uint64_t seed) : m_chance(seed) {}
    void send(const QByteArray &message)
    {
        if (!m_chance.percent(10))
            m_flying.push_back(message);
        if (m_chance.percent(20))
            m_flying.push_back(message);
    }
    /// What comes out now; all of it when `everything`.
    std::vector<QByteArray> deliver(bool everything)
    {
        std::vector<QByteArray> out;
        while (!m_flying.empty() && (everything || m_flying.size() > 8)) {
            const std::size_t which = m_chance.next() % m_flying.size();
            out.push_back(m_flying[which]);
            m_flying.erase(m_flying.begin() + static_cast<std::ptrdiff_t>(which));
        }
        return out;
    }

private:
    Chance m_chance;
    std::vector<QByteArray> m_flying;
};

/// The second peer's end of the line: order is restored, then everything goes back as an echo.
class Receiver
{
public:
    Receiver(const ViewerState &initial) : peer(QStringLiteral("peer-b"), initial) {}

    Result<void> take(const std::vector<QByteArray> &messages, Peer &sender)
    {
        for (const QByteArray &message : messages) {
            const Result<Envelope> envelope = envelopeFromCbor(message);
            if (!envelope)
                return fail(envelope.error());
            const auto ready = inbox.accept(*envelope);
            if (!ready)
                return fail(ready.error());
            for (const Envelope &one : *ready) {
                for (Peer *const at : {&peer, &sender, &peer}) {
                    if (const Result<void> ok = at->receive(one); !ok)
                        return ok;
                }
            }
        }
        return {};
    }

    Peer peer;
    OrderedInbox inbox;
};

Result<std::uint64_t> replayThrough(const SessionLog &log, const std::function<Result<Envelope>(const Envelope &)> &way)
{
    Peer peer(QStringLiteral("peer"), log.initial);
    for (const Envelope &envelope : log.envelopes) {
        const Result<Envelope> arrived = way(envelope);
        if (!arrived)
            return fail(arrived.error());
        if (*arrived != envelope)
            return fail(ErrorCode::Conflict, QStringLiteral("envelope %1 came out changed").arg(envelope.seq));
        if (const Result<void> ok = peer.receive(*arrived); !ok)
            return fail(ok.error());
    }
    return peer.dispatcher.state().hash();
}

/// The log as a recording in memory.
Result<QByteArray> recorded(const SessionLog &log, const RecordingKey &key)
{
    Peer peer(QStringLiteral("peer"), log.initial);
    peer.clock.now = log.envelopes.empty() ? 0 : log.envelopes.front().at;
    QBuffer file;
    file.open(QIODevice::WriteOnly);
    Recorder recorder(peer.dispatcher, peer.clock, file);
    if (const Result<void> ok = recorder.start(log.program, log.studies, key); !ok)
        return fail(ok.error());
    for (const Envelope &envelope : log.envelopes) {
        peer.clock.now = std::max(peer.clock.now, envelope.at);
        if (const Result<void> ok = peer.receive(envelope); !ok)
            return fail(ok.error());
    }
    if (const Result<void> ok = recorder.finish(); !ok)
        return fail(ok.error());
    return file.data();
}

} // namespace

Result<std::uint64_t> replayThroughJson(const SessionLog &log)
{
    return replayThrough(log, [](const Envelope &envelope) -> Result<Envelope> {
        const QByteArray text = QJsonDocument(toJson(envelope)).toJson(QJsonDocument::Compact);
        const Result<QJsonObject> object = jsonObjectFrom(text, maxEnvelopeBytes);
        return object ? envelopeFromJson(*object) : fail(object.error());
    });
}

Result<std::uint64_t> replayThroughCbor(const SessionLog &log)
{
    return replayThrough(log, [](const Envelope &envelope) { return envelopeFromCbor(toCbor(envelope)); });
}

Result<std::uint64_t> replayThroughPeers(const SessionLog &log, std::uint64_t seed)
{
    Peer sender(QStringLiteral("peer-a"), log.initial);
    Receiver receiver(log.initial);
    BadLine line(seed);
    std::vector<QByteArray> sent; // by sequence number, from 1
    QObject::connect(&sender.dispatcher, &ActionDispatcher::applied, &sender.dispatcher, [&](const Envelope &envelope) {
        sent.push_back(toCbor(envelope));
        line.send(sent.back());
    });
    for (const Envelope &envelope : log.envelopes) {
        // Its echo would be taken for another action, and answered with one more, for ever.
        if (envelope.id == 0)
            return fail(ErrorCode::Conflict, QStringLiteral("an action without an id"));
        if (const Result<void> ok = sender.receive(envelope); !ok)
            return fail(ok.error());
        if (const Result<void> ok = receiver.take(line.deliver(false), sender); !ok)
            return fail(ok.error());
        // What is missing is asked for now and then; the answer may be lost as well.
        if (sent.size() % 16 != 0)
            continue;
        for (const auto &[first, last] : receiver.inbox.missing()) {
            for (std::uint64_t seq = first; seq <= last; ++seq)
                line.send(sent[seq - 1]);
        }
    }
    constexpr int mostRoundsInVain = 1000; // each loses some; all of them lose the same one in no log that is in order
    for (int inVain = 0; receiver.inbox.nextSeq() <= sent.size();) {
        const std::uint64_t before = receiver.inbox.nextSeq();
        for (std::uint64_t seq = receiver.inbox.nextSeq(); seq <= sent.size(); ++seq)
            line.send(sent[seq - 1]);
        if (const Result<void> ok = receiver.take(line.deliver(true), sender); !ok)
            return fail(ok.error());
        inVain = receiver.inbox.nextSeq() == before ? inVain + 1 : 0;
        if (inVain > mostRoundsInVain)
            return fail(ErrorCode::Conflict, QStringLiteral("a peer does not get what was sent"));
    }
    if (receiver.peer.dispatcher.state().hash() != sender.dispatcher.state().hash())
        return fail(ErrorCode::Conflict, QStringLiteral("the peers differ"));
    return receiver.peer.dispatcher.state().hash();
}

Result<std::uint64_t> replayThroughRecording(const SessionLog &log)
{
    const RecordingKey key{QByteArray(32, 'k')};
    Result<QByteArray> bytes = recorded(log, key);
    if (!bytes)
        return fail(bytes.error());
    QBuffer file(&*bytes);
    file.open(QIODevice::ReadOnly);
    Result<Recording> recording = readRecording(file, key);
    if (!recording)
        return fail(recording.error());
    const std::uint64_t written = recording->finalHash;
    Playback playback(std::move(*recording));
    const std::int64_t duration = playback.durationMs();
    const std::int64_t step = std::max<std::int64_t>(1, duration / 100);
    for (const std::int64_t moment : {duration / 2, std::int64_t(0), duration, duration / 3, std::int64_t(0)}) {
        if (const Result<void> ok = playback.seek(moment); !ok)
            return fail(ok.error());
    }
    do {
        if (const Result<void> ok = playback.advance(step); !ok)
            return fail(ok.error());
    } while (!playback.isAtEnd());
    const std::uint64_t played = playback.dispatcher().state().hash();
    if (played != written)
        return fail(ErrorCode::Conflict, QStringLiteral("played and recorded state differ"));
    return played;
}

Result<std::vector<ReplayResult>> replayEveryWay(const SessionLog &log)
{
    std::vector<ReplayResult> results;
    QStringList wrong;
    const auto run = [&](const QString &way, const Result<std::uint64_t> &hash) {
        if (hash && *hash == log.finalHash)
            results.push_back({way, *hash});
        else
            wrong.append(hash ? way : way + QStringLiteral(" (") + hash.error().detail + QLatin1Char(')'));
    };
    run(QStringLiteral("json"), replayThroughJson(log));
    run(QStringLiteral("cbor"), replayThroughCbor(log));
    run(QStringLiteral("peers"), replayThroughPeers(log));
    run(QStringLiteral("recording"), replayThroughRecording(log));
    if (!wrong.isEmpty())
        return fail(ErrorCode::Conflict, wrong.join(QStringLiteral(", ")));
    return results;
}

} // namespace consilium::session
