#pragma once
#include "viewer/session/ActionDispatcher.h"

#include <QIODevice>

namespace consilium::session
{

/// All that a dispatcher applied since a moment, and the state at that moment. What the replays start from.
struct SessionLog {
    QString program;
    std::vector<StudyUid> studies;
    ViewerState initial;
    std::vector<Envelope> envelopes;
    std::uint64_t finalHash = 0;
    bool isComplete = false; ///< it has its last line
};

/// Writes the log as docs/scenario.md ("The log") describes it: one JSON object a line, while the session goes on.
class SessionLogWriter : public QObject
{
    Q_OBJECT
public:
    /// Begins at once, with the dispatcher's present state. Dispatcher and device outlive this.
    SessionLogWriter(ActionDispatcher &dispatcher, QIODevice &device, const QString &program,
                     const std::vector<StudyUid> &studies, QObject *parent = nullptr);
    /// The last line. DiskFull when anything could not be written.
    Result<void> finish();

private:
    void write(const QJsonObject &line);

    ActionDispatcher &m_dispatcher;
    QIODevice &m_device;
    bool m_failed = false;
};

/// Errors: FileUnreadable, or what the codec says, with the line's number.
[[nodiscard]] Result<SessionLog> readSessionLog(QIODevice &device);

} // namespace consilium::session
