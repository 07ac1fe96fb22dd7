#include "app/scenario/ScenarioOutput.h"

#include "app/scenario/ScenarioSubjects.h"
#include "app/scenario/ScenarioWaits.h"
#include "viewer/session/Codec.h"
#include "viewer/session/scenario/Evaluation.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPixmap>

#include <cstdio>

namespace consilium::app
{

using namespace Qt::StringLiterals;
using session::scenario::Command;

namespace
{

// The full name; its folder is made.
QString prepare(const QString &folder, const QString &name)
{
    const QString path = QDir(folder.isEmpty() ? u"."_s : folder).absoluteFilePath(name);
    QDir().mkpath(QFileInfo(path).path());
    return path;
}

StepResult save(const QImage &image, const QString &path)
{
    if (image.isNull())
        return StepResult::failed(ErrorCode::NotFound, u"there is nothing to capture"_s);
    if (!image.save(path, "PNG"))
        return StepResult::failed(ErrorCode::FileUnreadable, u"cannot write the picture"_s);
    return StepResult::done();
}

StepResult capture(ScenarioHost &host, const Command &command, const QString &path)
{
    const QString what = command.argument(0);
    if (what == u"window"_s)
        return save(host.window().grab().toImage(), path);
    widgets::ViewportWidget *viewport = host.viewport(ViewId(command.view()));
    if (!viewport)
        return StepResult::failed(ErrorCode::NotFound, u"the layout has no such view"_s);
    return save(what == u"image"_s ? viewport->imageOnly() : viewport->grab().toImage(), path);
}

QByteArray document(const QJsonValue &value)
{
    return value.isArray() ? QJsonDocument(value.toArray()).toJson() : QJsonDocument(value.toObject()).toJson();
}

} // namespace

Step captureStep(ScenarioHost &host, const Command &command, const QString &folder)
{
    return [&host, command, path = prepare(folder, command.argument(1))] {
        // A failed image is a picture too: its view says why.
        const QString view = command.argument(0) == u"window"_s ? QString() : command.view();
        const StepResult ready = drawn(host, view, true);
        return ready.state == StepResult::State::Done ? capture(host, command, path) : ready;
    };
}

Step dumpStep(ScenarioHost &host, const Command &command, const QString &folder)
{
    const QString what = command.argument(0);
    const QByteArray text = what == u"state"_s    ? document(session::toJson(host.dispatcher().state()))
                            : what == u"labels"_s ? document(visibleLabels(host))
                                                  : document(openSeries(host));
    if (command.argument(1) == u"-"_s) {
        std::fwrite(text.constData(), 1, size_t(text.size()), stdout);
        std::fflush(stdout);
        return settled(StepResult::done());
    }
    QFile file(prepare(folder, command.argument(1)));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        return settled(StepResult::failed(ErrorCode::FileUnreadable, file.errorString()));
    return settled(StepResult::done());
}

void ScenarioLog::write(const QJsonObject &line)
{
    const QByteArray text = QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
    m_failed = m_failed || m_file.write(text) != text.size();
}

Result<void> ScenarioLog::begin(const QString &file, ScenarioHost &host)
{
    m_file.setFileName(prepare({}, file));
    if (!m_file.open(QIODevice::WriteOnly))
        return fail(ErrorCode::FileUnreadable, m_file.errorString());
    m_dispatcher = &host.dispatcher();
    QJsonArray studies;
    for (const StudyUid &uid : host.images().studies())
        studies.append(uid.text());
    write({{u"log"_s, 1},
           {u"schema"_s, 1},
           {u"program"_s, QStringLiteral(CONSILIUM_VERSION)},
           {u"studies"_s, studies},
           {u"state"_s, session::toJson(m_dispatcher->state())}});
    connect(
        m_dispatcher, &session::ActionDispatcher::applied, this,
        [this](const session::Envelope &envelope, const session::ChangeSet &) { write(session::toJson(envelope)); });
    return {};
}

bool ScenarioLog::end()
{
    if (!m_dispatcher)
        return true;
    m_dispatcher->disconnect(this);
    write({{u"hash"_s, session::scenario::stateSubject(u"hash"_s, {}, m_dispatcher->state()).value_or(QJsonValue())}});
    m_failed = m_failed || !m_file.flush();
    m_file.close();
    m_dispatcher = nullptr;
    return !m_failed;
}

} // namespace consilium::app
