#include "app/scenario/ScenarioOutput.h"

#include "app/scenario/ScenarioSubjects.h"
#include "app/scenario/ScenarioWaits.h"
#include "base/platform/Platform.h"
#include "viewer/session/Codec.h"

#include <QApplication>
#include <QBuffer>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPainter>
#include <QPixmap>
#include <QSaveFile>

#include <algorithm>
#include <cstdio>
#include <vector>

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

// All of it or nothing: a file that was cut short is not left behind. What is no file (a device, a pipe, a folder) is
// not written: the new file would take its place.
StepResult write(const QByteArray &bytes, const QString &path)
{
    if (const QFileInfo there(path); there.exists() && !there.isFile())
        return StepResult::failed(ErrorCode::InvalidArgument, u"there is something by that name that is no file"_s);
    QSaveFile file(path);
    // commit() does not notice that the last buffer could not be written: flush() does.
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.flush() && file.commit())
        return StepResult::done();
    return StepResult::failed(platform::notWritten(file, bytes.size()));
}

StepResult save(const QImage &image, const QString &path)
{
    if (image.isNull())
        return StepResult::failed(ErrorCode::NotFound, u"there is nothing to capture"_s);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (!buffer.open(QIODevice::WriteOnly) || !image.save(&buffer, "PNG"))
        return StepResult::failed(ErrorCode::OutOfMemory, u"the picture cannot be encoded"_s);
    return write(bytes, path);
}

// What stands in front of the window and belongs to it: dialogs, and before them menus and other pop-ups. Tool tips
// come and go with the pointer and are left out.
std::vector<QWidget *> inFrontOf(const QWidget &window)
{
    std::vector<QWidget *> all;
    for (QWidget *other : QApplication::topLevelWidgets()) {
        const bool isKind = other->windowType() == Qt::Popup || other->windowType() == Qt::Dialog;
        const QWidget *parent = other->parentWidget();
        while (parent && parent->window() != &window)
            parent = parent->window()->parentWidget();
        if (isKind && other->isVisible() && parent)
            all.push_back(other);
    }
    std::stable_sort(all.begin(), all.end(), [](const QWidget *a, const QWidget *b) {
        const auto rank = [](const QWidget *w) {
            return w == QApplication::activePopupWidget() ? 2 : w->windowType() == Qt::Popup ? 1 : 0;
        };
        return rank(a) < rank(b);
    });
    return all;
}

QImage windowPicture(QWidget &window)
{
    QPixmap picture = window.grab();
    QPainter painter(&picture);
    for (QWidget *other : inFrontOf(window))
        painter.drawPixmap(other->mapToGlobal(QPoint()) - window.mapToGlobal(QPoint()), other->grab());
    painter.end();
    return picture.toImage();
}

StepResult capture(ScenarioHost &host, const Command &command, const QString &path)
{
    const QString what = command.argument(0);
    if (what == u"window"_s)
        return save(windowPicture(host.window()), path);
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
    return settled(write(text, prepare(folder, command.argument(1))));
}

} // namespace consilium::app
