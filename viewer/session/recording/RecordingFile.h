#pragma once
#include "viewer/session/Action.h"
#include "viewer/session/recording/ChunkCipher.h"

#include <QIODevice>

namespace consilium::session
{

/// What stands at the head of a recording.
struct RecordingHeader {
    QString program; ///< name and version
    std::vector<StudyUid> studies;
    TimeMs startedAt = 0; ///< wall clock
    ViewerState initial;
};

/// An action and when it was applied, ms after the beginning (steady clock).
struct TimedEnvelope {
    std::int64_t offsetMs = 0;
    Envelope envelope;
};

/// The state at a moment, packed; for seeking.
struct Keyframe {
    std::int64_t offsetMs = 0;
    std::size_t applied = 0; ///< envelopes that stand before it
    bool isReset = false;    ///< the state was replaced here, not reached by actions
    QByteArray packed;       ///< unpackState()
};

/// Where somebody pointed. To 0.01 mm or pixel.
struct PointerSample {
    std::int64_t offsetMs = 0;
    ActorId actor;
    MovePointer pointer;
};

/// A recording, read whole. Rising by time in each list.
struct Recording {
    RecordingHeader header;
    std::vector<TimedEnvelope> envelopes; ///< edit and view actions
    std::vector<Keyframe> keyframes;
    std::vector<PointerSample> pointers;
    std::int64_t durationMs = 0;
    bool isComplete = false;     ///< it was finished properly; else it ends where the program or the disk did
    std::uint64_t finalHash = 0; ///< of the state at the end; only when complete
};

/// Writes the chunks of a recording file one after another. See README for the layout.
class RecordingWriter
{
public:
    /// The device is open for writing and outlives this. Encrypted when a key is given.
    static Result<RecordingWriter> begin(QIODevice &device, const RecordingHeader &header,
                                         const std::optional<RecordingKey> &key);

    // Offsets must not fall from one call to the next. Each hands what it wrote to the system before it returns, so
    // that a crash of the program loses none of it; DiskFull when the device refuses.
    Result<void> envelope(const TimedEnvelope &envelope);
    Result<void> keyframe(std::int64_t offsetMs, const ViewerState &state, bool isReset);
    /// Samples of one actor in one view, all patient, all image, or all "left"; coded as differences.
    Result<void> pointers(std::int64_t offsetMs, const std::vector<PointerSample> &run);
    Result<void> end(std::int64_t offsetMs, std::uint64_t finalHash);

private:
    RecordingWriter(QIODevice &device, ChunkCipher cipher) : m_device(&device), m_cipher(std::move(cipher)) {}
    Result<void> write(const QByteArray &plain);

    QIODevice *m_device;
    ChunkCipher m_cipher;
    std::uint64_t m_next = 0;
};

/// Reads a whole recording. FileUnreadable: not a recording, changed, another key, none given; Unsupported: a newer
/// format. One that was cut short is read as far as it goes, with isComplete false.
[[nodiscard]] Result<Recording> readRecording(QIODevice &device, const std::optional<RecordingKey> &key);

[[nodiscard]] QByteArray packState(const ViewerState &state);
[[nodiscard]] Result<ViewerState> unpackState(const QByteArray &packed);

} // namespace consilium::session
