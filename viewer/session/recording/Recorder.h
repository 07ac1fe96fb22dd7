#pragma once
#include "viewer/session/ActionDispatcher.h"
#include "viewer/session/recording/RecordingFile.h"

namespace consilium::session
{

/// Writes down what a dispatcher applies, from start() to finish(): each edit and view action at once, the state every
/// 10 s, pointers 20 times a second (kept for at most a second of pointing, which is what a crash can take). Starts no
/// timer: what does not change needs no keyframe.
class Recorder : public QObject
{
    Q_OBJECT
public:
    static constexpr std::int64_t keyframeMs = 10000;
    static constexpr std::int64_t pointerMs = 50;

    /// Dispatcher, clock and device outlive this.
    Recorder(ActionDispatcher &dispatcher, const Clock &clock, QIODevice &device, QObject *parent = nullptr);
    ~Recorder() override;

    /// Begins with the dispatcher's present state. Encrypted when a key is given.
    Result<void> start(const QString &program, const std::vector<StudyUid> &studies,
                       const std::optional<RecordingKey> &key);
    /// Writes the end; without it the recording reads as cut short. DiskFull when not all of it could be written.
    Result<void> finish();
    [[nodiscard]] bool isRecording() const;

Q_SIGNALS:
    /// The device refused (full disk); recording has stopped, what was written stays readable.
    void failed(const consilium::Error &error);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace consilium::session
