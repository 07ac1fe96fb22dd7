#include "app/scenario/ScenarioRecording.h"

#include "base/Clock.h"
#include "viewer/session/recording/Playback.h"
#include "viewer/session/recording/Recorder.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <optional>

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
    QFile file;
    std::optional<Error> failure; ///< of the recording under way: the disk refused
    std::unique_ptr<session::Recorder> recorder;
    std::unique_ptr<session::Playback> playback;
    std::optional<Error> refusal; ///< by the program's state, of what is played

    Result<void> start(const Command &command, const QString &path);
    Result<void> play(const Command &command, const QString &path);
    Result<void> seek(int positionMs);
    [[nodiscard]] Result<void> checkStudies(const session::Recording &recording) const;
    void follow();
    [[nodiscard]] Result<int> momentIn(const session::Recording &recording, const QString &text) const;
};

Result<void> ScenarioRecording::Private::start(const Command &command, const QString &path)
{
    if (recorder)
        return fail(ErrorCode::InvalidArgument, u"something is being recorded already"_s);
    if (const QFileInfo there(path); there.exists() && !there.isFile())
        return fail(ErrorCode::InvalidArgument, u"there is something by that name that is no file"_s);
    QDir().mkpath(QFileInfo(path).path());
    file.setFileName(path);
    if (!file.open(QIODevice::WriteOnly))
        return fail(ErrorCode::FileUnreadable, file.errorString());
    failure.reset();
    auto begun = std::make_unique<session::Recorder>(host.dispatcher(), clock, file);
    QObject::connect(begun.get(), &session::Recorder::failed, begun.get(),
                     [this](const Error &error) { failure = error; });
    if (const auto done = begun->start(QStringLiteral(CONSILIUM_VERSION), host.images().studies(), keyOf(command));
        !done) {
        file.close();
        return done;
    }
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

// What the playback's own dispatcher goes through, the program's does too.
void ScenarioRecording::Private::follow()
{
    session::ActionDispatcher &played = playback->dispatcher();
    QObject::connect(&played, &session::ActionDispatcher::applied, playback.get(),
                     [this](const session::Envelope &envelope) {
                         session::Envelope again = envelope;
                         again.id = 0; // the same action once more is no duplicate: it is played on purpose
                         again.at = clock.nowMs();
                         // Local: the one whose program it is plays it, whoever acted then.
                         const auto done = host.dispatcher().receive(again, session::Origin::Local);
                         if (!done && !refusal)
                             refusal = done.error();
                     });
    QObject::connect(&played, &session::ActionDispatcher::wasReset, playback.get(),
                     [this] { host.dispatcher().reset(playback->dispatcher().state()); });
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
    playback = std::make_unique<session::Playback>(std::move(*recording));
    refusal.reset();
    follow();
    if (const auto done = playback->advance(until); !done)
        return done;
    return refusal ? Result<void>(fail(*refusal)) : Result<void>();
}

Result<void> ScenarioRecording::Private::seek(int positionMs)
{
    refusal.reset();
    if (const auto done = playback->seek(positionMs); !done)
        return done;
    return refusal ? Result<void>(fail(*refusal)) : Result<void>();
}

ScenarioRecording::ScenarioRecording(ScenarioHost &host) : d(std::make_unique<Private>(host)) {}

ScenarioRecording::~ScenarioRecording() = default;

Result<void> ScenarioRecording::finish()
{
    if (!d->recorder)
        return {};
    const auto recorder = std::move(d->recorder);
    const Result<void> done = d->failure ? Result<void>(fail(*d->failure)) : recorder->finish();
    const bool isFlushed = d->file.flush();
    const QString problem = d->file.errorString();
    d->file.close();
    return done && !isFlushed ? Result<void>(fail(ErrorCode::DiskFull, problem)) : done;
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
