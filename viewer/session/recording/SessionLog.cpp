#include "viewer/session/recording/SessionLog.h"

#include "base/platform/Platform.h"
#include "viewer/session/Codec.h"
#include "viewer/session/StateFields.h"

#include <QFileDevice>
#include <QJsonArray>
#include <QJsonDocument>

namespace consilium::session
{

namespace
{

QString hexOf(std::uint64_t hash)
{
    return QStringLiteral("%1").arg(hash, 16, 16, QLatin1Char('0'));
}

Result<void> takeLine(const QJsonObject &line, SessionLog &log)
{
    if (line.contains(QStringLiteral("state"))) {
        // The head of the file, or a reset: only what follows it counts.
        Result<ViewerState> state = stateFromJson(line.value(QStringLiteral("state")).toObject());
        if (!state)
            return fail(state.error());
        if (line.contains(QStringLiteral("log"))) {
            log.program = line.value(QStringLiteral("program")).toString();
            const QJsonArray studies = line.value(QStringLiteral("studies")).toArray();
            for (const QJsonValue study : studies)
                log.studies.emplace_back(study.toString());
        }
        log.initial = std::move(*state);
        log.envelopes.clear();
        return {};
    }
    if (line.contains(QStringLiteral("hash"))) {
        log.finalHash = line.value(QStringLiteral("hash")).toString().toULongLong(nullptr, 16);
        log.isComplete = true;
        return {};
    }
    Result<Envelope> envelope = envelopeFromJson(line);
    if (!envelope)
        return fail(envelope.error());
    log.envelopes.push_back(std::move(*envelope));
    return {};
}

} // namespace

SessionLogWriter::SessionLogWriter(ActionDispatcher &dispatcher, QIODevice &device, const QString &program,
                                   const std::vector<StudyUid> &studies, QObject *parent)
    : QObject(parent), m_dispatcher(dispatcher), m_device(device)
{
    QJsonArray uids;
    for (const StudyUid &study : studies)
        uids.append(study.text());
    write({{QStringLiteral("log"), 1},
           {QStringLiteral("schema"), int(currentSchema)},
           {QStringLiteral("program"), program},
           {QStringLiteral("studies"), uids},
           {QStringLiteral("state"), toJson(dispatcher.state())}});
    connect(&dispatcher, &ActionDispatcher::applied, this,
            [this](const Envelope &envelope) { write(toJson(envelope)); });
    connect(&dispatcher, &ActionDispatcher::wasReset, this, [this] {
        write({{QStringLiteral("state"), toJson(m_dispatcher.state())}});
    });
}

Result<void> SessionLogWriter::finish()
{
    write({{QStringLiteral("hash"), hexOf(m_dispatcher.state().hash())}});
    disconnect(&m_dispatcher, nullptr, this, nullptr);
    if (!m_failed)
        return {};
    if (const auto *const file = qobject_cast<QFileDevice *>(&m_device))
        return fail(platform::notWritten(*file));
    return fail(ErrorCode::DiskFull, QStringLiteral("the log cannot be written"));
}

void SessionLogWriter::write(const QJsonObject &line)
{
    const QByteArray text = QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
    m_failed = m_failed || m_device.write(text) != text.size();
}

Result<SessionLog> readSessionLog(QIODevice &device)
{
    SessionLog log;
    for (int number = 1; !device.atEnd(); ++number) {
        const QByteArray text = device.readLine(maxStateBytes).trimmed();
        if (text.isEmpty())
            continue;
        const Result<QJsonObject> line = jsonObjectFrom(text, maxStateBytes);
        const bool isHead = line && line->contains(QStringLiteral("log"));
        Result<void> ok = line ? Result<void>() : fail(line.error());
        if (ok && isHead != (number == 1))
            ok = fail(ErrorCode::FileUnreadable, QStringLiteral("not a session log"));
        if (ok)
            ok = takeLine(*line, log);
        if (!ok)
            return fail(ok.error().code, QStringLiteral("line %1: %2").arg(number).arg(ok.error().detail));
    }
    return log;
}

} // namespace consilium::session
