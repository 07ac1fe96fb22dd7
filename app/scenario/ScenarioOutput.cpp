#include "app/scenario/ScenarioOutput.h"

#include "app/scenario/ScenarioSubjects.h"
#include "app/scenario/ScenarioWaits.h"
#include "viewer/session/Codec.h"

#include <QDir>
#include <QFile>
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

} // namespace consilium::app
