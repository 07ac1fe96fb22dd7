#pragma once
#include "viewer/session/ActionDispatcher.h"
#include "viewer/session/recording/RecordingFile.h"

#include <QObject>

namespace consilium::session
{

/// Plays a recording into a dispatcher of its own: what shows it listens to that one, as to a live one. Time is moved
/// by advance() alone, so whoever plays owns the clock (a timer in the window, a loop in a test).
class Playback : public QObject
{
    Q_OBJECT
public:
    explicit Playback(Recording recording, QObject *parent = nullptr);
    ~Playback() override;

    [[nodiscard]] ActionDispatcher &dispatcher();
    [[nodiscard]] const Recording &recording() const;
    [[nodiscard]] std::int64_t positionMs() const;
    [[nodiscard]] std::int64_t durationMs() const;
    [[nodiscard]] bool isAtEnd() const;

    /// 0.1 to 16; InvalidArgument otherwise.
    Result<void> setSpeed(double speed);
    [[nodiscard]] double speed() const;

    /// Real time has passed: what happened in `elapsedMs` * speed of the recording is applied, pointers too.
    Result<void> advance(std::int64_t elapsedMs);
    /// Goes to a moment: nearest keyframe, then the actions from there, told as one reset. Limited to the recording.
    /// FileUnreadable when the recording contradicts itself; then nothing moves.
    Result<void> seek(std::int64_t positionMs);

Q_SIGNALS:
    void positionChanged(qint64 positionMs);
    void finished();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace consilium::session
