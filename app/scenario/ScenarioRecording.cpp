#include "app/scenario/ScenarioRecording.h"

#include "base/Clock.h"
#include "base/platform/Platform.h"
#include "viewer/session/recording/Playback.h"
#include "viewer/session/recording/Recorder.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>
#include <optional>
#include <utility>
#include <variant>

namespace consilium::app
{

using namespace Qt::StringLiterals;
using session::scenario::Command;

namespace
{

constexpr qint64 mostBytes = 256LL << 20; ///< of a recording that is read: it is held in memory whole

// 64 hexadecimal digits, checked when the file was parsed; what a variable holds is checked again when it is put in.
session::RecordingKey keyOf(const Command &command)
{
    return {QByteArray::fromHex(command.option(u"key"_s).toLatin1())};
}

Result<session::Recording> read(const QString &path, const session::RecordingKey &key)
{
    QFile file(path);
    if (!file.exists())
        return fail(ErrorCode::NotFound, u"no such recording"_s);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable, u"the recording cannot be read"_s);
    if (file.size() > mostBytes)
        return fail(ErrorCode::FileUnreadable, u"longer than a recording may be, %1 bytes"_s.arg(mostBytes));
    auto recording = session::readRecording(file, key);
    if (recording && !recording->isComplete)
        return fail(ErrorCode::FileUnreadable, u"the recording is cut short"_s);
    return recording;
}

} // namespace

struct ScenarioRecording::Private {
    explicit Private(ScenarioHost &theHost) : host(theHost) {}

    ScenarioHost &host;
    SystemClock clock;
    std::unique_ptr<QSaveFile> file; ///< while something is recorded: what bore its name stays until that is whole
    std::optional<Error> failure;    ///< of the recording under way: the disk refused
    std::unique_ptr<session::Recorder> recorder;
    std::unique_ptr<session::Playback> playback;
    std::optional<Error> refusal; ///< by the program's state, of what is played

    Result<void> start(const Command &command, const QString &path);
    Result<void> play(const Command &command, const QString &path);
    Result<void> seek(int positionMs);
    [[nodiscard]] Result<void> checkStudies(const session::Recording &recording) const;
    void follow(session::Playback &playing);
    [[nodiscard]] Result<int> momentIn(const session::Recording &recording, const QString &text) const;
};

Result<void> ScenarioRecording::Private::start(const Command &command, const QString &path)
{
    if (recorder)
        return fail(ErrorCode::InvalidArgument, u"something is being recorded already"_s);
    if (const QFileInfo there(path); there.exists() && !there.isFile())
        return fail(ErrorCode::InvalidArgument, u"there is something by that name that is no file"_s);
    QDir().mkpath(QFileInfo(path).path());
    auto opened = std::make_unique<QSaveFile>(path);
    if (!opened->open(QIODevice::WriteOnly))
        return fail(platform::notWritten(*opened));
    failure.reset();
    auto begun = std::make_unique<session::Recorder>(host.dispatcher(), clock, *opened);
    QObject::connect(begun.get(), &session::Recorder::failed, begun.get(),
                     [this](const Error &error) { failure = error; });
    if (const auto done = begun->start(QStringLiteral(CONSILIUM_VERSION), host.images().studies(), keyOf(command));
        !done)
        return done;
    file = std::move(opened);
    recorder = std::move(begun);
    return {};
}

// Images are not in it: a state that names what is not open would show nothing, and look as if that were recorded.
Result<void> ScenarioRecording::Private::checkStudies(const session::Recording &recording) const
{
    const auto open = host.images().studies();
    for (const StudyUid &study : recording.header.studies) {
        if (std::find(open.begin(), open.end(), study) == open.end())
            return fail(ErrorCode::NotFound, u"a study of the recording is not open: %1"_s.arg(study.text()));
    }
    return {};
}

// What the playback's own dispatcher goes through, the program's does too, up to what it refuses.
void ScenarioRecording::Private::follow(session::Playback &playing)
{
    session::ActionDispatcher &played = playing.dispatcher();
    QObject::connect(&played, &session::ActionDispatcher::applied, &playing,
                     [this, &playing, number = 0](const session::Envelope &envelope) mutable {
                         number += std::holds_alternative<session::MovePointer>(envelope.action) ? 0 : 1;
                         if (refusal)
                             return;
                         session::Envelope again = envelope;
                         // The one whose program it is plays it, whoever acted then, who may be here and have ids of
                         // his own; on purpose, so that the same action once more is no duplicate.
                         again.id = 0;
                         again.actor = host.dispatcher().localActor();
                         again.at = clock.nowMs();
                         const auto done = host.dispatcher().receive(again, session::Origin::Local);
                         if (!done)
                             refusal =
                                 Error{done.error().code,
                                       u"the program refuses action %1 of the recording (%2): %3"_s.arg(number).arg(
                                           session::nameOf(envelope.action), done.error().detail)};
                     });
    QObject::connect(&played, &session::ActionDispatcher::wasReset, &playing, [this, &playing] {
        if (!refusal)
            host.dispatcher().reset(playing.dispatcher().state());
    });
    host.dispatcher().reset(played.state());
}

Result<int> ScenarioRecording::Private::momentIn(const session::Recording &recording, const QString &text) const
{
    const auto ms = session::scenario::parseDurationMs(text);
    if (!ms)
        return fail(ErrorCode::InvalidArgument, u"not a moment (500ms, 2s, 1min)"_s);
    if (*ms > recording.durationMs)
        return fail(ErrorCode::InvalidArgument, u"the recording lasts %1 ms"_s.arg(recording.durationMs));
    return *ms;
}

Result<void> ScenarioRecording::Private::play(const Command &command, const QString &path)
{
    if (recorder)
        return fail(ErrorCode::InvalidArgument, u"something is being recorded: record stop comes first"_s);
    auto recording = read(path, keyOf(command));
    if (!recording)
        return fail(recording.error());
    if (const auto open = checkStudies(*recording); !open)
        return open;
    std::int64_t until = recording->durationMs;
    if (command.has(u"until"_s)) {
        const auto moment = momentIn(*recording, command.option(u"until"_s));
        if (!moment)
            return fail(moment.error());
        until = *moment;
    }
    // Played for itself first: one that contradicts itself changes nothing.
    session::Playback trial(*recording);
    if (const auto done = trial.advance(until); !done)
        return done;
    if (trial.isAtEnd() && trial.dispatcher().state().hash() != recording->finalHash)
        return fail(ErrorCode::FileUnreadable, u"the recording does not end where it says it does"_s);
    auto playing = std::make_unique<session::Playback>(std::move(*recording));
    refusal.reset();
    const session::ViewerState before = host.dispatcher().state();
    follow(*playing);
    Result<void> done = playing->advance(until);
    if (const auto refused = std::exchange(refusal, std::nullopt); done && refused)
        done = fail(*refused);
    if (!done) { // half of a recording is nobody's state
        host.dispatcher().reset(before);
        return done;
    }
    playback = std::move(playing);
    return done;
}

Result<void> ScenarioRecording::Private::seek(int positionMs)
{
    return playback->seek(positionMs); // told as one reset: nothing of it can be refused
}

ScenarioRecording::ScenarioRecording(ScenarioHost &host) : d(std::make_unique<Private>(host)) {}

ScenarioRecording::~ScenarioRecording() = default;

Result<void> ScenarioRecording::finish()
{
    if (!d->recorder)
        return {};
    const auto file = std::move(d->file); // outlives the recorder; what is not committed leaves no trace
    const auto recorder = std::move(d->recorder);
    const Result<void> done = d->failure ? Result<void>(fail(*d->failure)) : recorder->finish();
    if (!done || file->commit())
        return done;
    return fail(platform::notWritten(*file));
}

Step ScenarioRecording::step(const Command &command, const QString &folder)
{
    const auto outcome = [](const Result<void> &done) {
        return settled(done ? StepResult::done() : StepResult::failed(done.error()));
    };
    const auto pathOf = [&folder](const QString &name) {
        return QDir(folder.isEmpty() ? u"."_s : folder).absoluteFilePath(name);
    };
    if (command.name == u"play"_s)
        return outcome(d->play(command, pathOf(command.argument(0))));
    if (command.name == u"record"_s && command.argument(0) == u"start"_s)
        return outcome(d->start(command, pathOf(command.argument(1))));
    if (command.name == u"record"_s)
        return outcome(d->recorder ? finish()
                                   : Result<void>(fail(ErrorCode::InvalidArgument, u"nothing is being recorded"_s)));
    if (!d->playback)
        return outcome(fail(ErrorCode::InvalidArgument, u"nothing is played; a play line must come before"_s));
    if (const auto open = d->checkStudies(d->playback->recording()); !open)
        return outcome(open);
    const auto moment = d->momentIn(d->playback->recording(), command.argument(0));
    return outcome(moment ? d->seek(*moment) : Result<void>(fail(moment.error())));
}

} // namespace consilium::app
