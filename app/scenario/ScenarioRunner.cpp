#include "app/scenario/ScenarioRunner.h"

#include "app/scenario/ScenarioImages.h"
#include "app/scenario/ScenarioInput.h"
#include "app/scenario/ScenarioOutput.h"
#include "app/scenario/ScenarioRecording.h"
#include "app/scenario/ScenarioSources.h"
#include "app/scenario/ScenarioSubjects.h"
#include "app/scenario/ScenarioWaits.h"
#include "viewer/session/recording/SessionLog.h"
#include "viewer/session/scenario/Evaluation.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QProcessEnvironment>
#include <QStringDecoder>
#include <QTimer>

#include <algorithm>
#include <cstdio>

namespace consilium::app
{

using namespace Qt::StringLiterals;
namespace scenario = session::scenario;
using scenario::Command;

namespace
{

constexpr int kPollMs = 3;

void say(std::FILE *stream, const QString &text)
{
    const QByteArray bytes = text.toUtf8() + '\n';
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stream);
    std::fflush(stream);
}

struct Parsed {
    scenario::Scenario scenario;
    scenario::Variables variables;
    QStringList fixed;
    QString folder, name;
    QString problem; ///< the file cannot be read
};

// What is no UTF-8 would be read as something else than was meant.
void checkEncoding(const QByteArray &bytes, scenario::Scenario &scenario)
{
    int number = 0;
    for (const QByteArray &line : bytes.split('\n')) {
        ++number;
        QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
        const QString text = decoder(line);
        if (decoder.hasError() || text.contains(QChar(0)))
            scenario.errors.push_back({number, u"the line is not text in UTF-8"_s});
    }
}

Parsed read(const ScenarioRunner::Options &options)
{
    Parsed parsed;
    const QFileInfo info(options.file);
    parsed.folder = info.absolutePath();
    parsed.name = info.fileName();
    QFile file(options.file);
    if (!file.open(QIODevice::ReadOnly)) {
        parsed.problem = file.errorString();
        return parsed;
    }
    const auto environment = QProcessEnvironment::systemEnvironment();
    for (const QString &key : environment.keys())
        parsed.variables[key] = environment.value(key);
    for (const auto &[key, value] : options.variables) {
        parsed.variables[key] = value;
        parsed.fixed << key;
    }
    parsed.variables[u"HERE"_s] = parsed.folder;
    parsed.variables[u"OUT"_s] = QDir(options.outputFolder.isEmpty() ? u"."_s : options.outputFolder).absolutePath();
    parsed.fixed << u"HERE"_s << u"OUT"_s;
    const QByteArray bytes = file.readAll();
    parsed.scenario = scenario::parse(QString::fromUtf8(bytes), parsed.variables, parsed.fixed);
    checkEncoding(bytes, parsed.scenario);
    return parsed;
}

// The language knows no keys: what is not one shall be found before anything is run all the same.
void checkKeys(scenario::Scenario &scenario)
{
    for (const Command &command : scenario.commands) {
        const QString key = command.argument(0);
        if (command.name == u"key"_s && !key.contains(u"${"_s) && !isKeyName(key))
            scenario.errors.push_back({command.line, u"not a key: %1"_s.arg(key)});
    }
    std::stable_sort(scenario.errors.begin(), scenario.errors.end(),
                     [](const auto &a, const auto &b) { return a.line < b.line; });
}

} // namespace

struct ScenarioRunner::Private {
    Private(ScenarioRunner *runner, ScenarioHost &theHost, Options theOptions)
        : q(runner),
          host(theHost),
          options(std::move(theOptions)),
          images(theHost),
          sources(theHost, runner),
          recording(theHost)
    {
    }

    ScenarioRunner *q;
    ScenarioHost &host;
    Options options;
    Parsed parsed;
    ScenarioImages images;
    ScenarioSources sources;
    ScenarioRecording recording;
    QFile logFile;
    std::unique_ptr<session::SessionLogWriter> log;
    session::Permission permission;
    session::GestureId gesture = 0;
    size_t next = 0; ///< the command under way
    Command current; ///< expanded
    Step step;       ///< empty: none under way
    int stepTimeoutMs = 30'000;
    QElapsedTimer stepClock, wholeClock;
    QTimer timer;
    bool isOver = false;

    void turn();
    bool beginNext();
    Step begin(const Command &command);
    Step beginVariable(const Command &command);
    Step act(const Command &command);
    Step undoRedo(const Command &command);
    Step permit(const Command &command);
    Step program(const Command &command);
    void conclude(const StepResult &result);
    void fail(const StepResult &result);
    void end(int code);
    bool beginLog();
    [[nodiscard]] ActorId actor(const Command &command) const;
};

ActorId ScenarioRunner::Private::actor(const Command &command) const
{
    return command.actor.isEmpty() ? host.dispatcher().localActor() : ActorId(command.actor);
}

Step ScenarioRunner::Private::act(const Command &command)
{
    const auto action = scenario::buildAction(command, host.dispatcher().state(), actor(command), images);
    if (!action)
        return settled(StepResult::failed(action.error()));
    const auto done = command.actor.isEmpty()
                          ? host.dispatcher().submit(*action, session::Origin::Local, gesture)
                          : host.dispatcher().submitAs(actor(command), *action, session::Origin::Remote);
    return settled(done ? StepResult::done() : StepResult::failed(done.error()));
}

Step ScenarioRunner::Private::undoRedo(const Command &command)
{
    const auto done =
        command.name == u"undo"_s ? host.dispatcher().undo(actor(command)) : host.dispatcher().redo(actor(command));
    return settled(done ? StepResult::done() : StepResult::failed(done.error()));
}

Step ScenarioRunner::Private::permit(const Command &command)
{
    using Grant = session::Permission::Grant;
    const QString what = command.argument(1);
    permission.set(ActorId(command.argument(0)), what == u"all"_s        ? Grant::All
                                                 : what == u"view"_s     ? Grant::ViewAndPresence
                                                 : what == u"presence"_s ? Grant::PresenceOnly
                                                                         : Grant::Nothing);
    host.dispatcher().setPermission(permission);
    return settled(StepResult::done());
}

Step ScenarioRunner::Private::program(const Command &command)
{
    for (const auto &[option, value] : command.options) {
        if (option == u"ratio"_s)
            continue; // known before the program began: see startup()
        if (const auto done = host.setProgram(option, value); !done)
            return settled(StepResult::failed(done.error()));
        // A window has a smallest size: another one than asked for is no success.
        if (const QString now = host.program(option); option == u"size"_s && now != value)
            return settled(StepResult::failed(ErrorCode::InvalidArgument, u"the window takes %1"_s.arg(now)));
    }
    return settled(StepResult::done());
}

Step ScenarioRunner::Private::beginVariable(const Command &command)
{
    QString value = command.argument(1);
    if (command.name == u"remember"_s) {
        const auto found = subjectValue(host, *command.expectation);
        if (!found)
            return settled(StepResult::failed(found.error()));
        value = scenario::valueText(*found);
    } else if (parsed.fixed.contains(command.argument(0))) {
        return settled(StepResult::done()); // --var is stronger than let
    }
    parsed.variables[command.argument(0)] = value;
    return settled(StepResult::done());
}

Step ScenarioRunner::Private::begin(const Command &command)
{
    const QString &name = command.name;
    if (command.isAction())
        return act(command);
    if (name == u"expect"_s)
        return expectStep(host, command);
    if (name == u"wait"_s)
        return waitStep(host, command);
    if (name == u"pause"_s)
        return pauseStep(command);
    if (name == u"let"_s || name == u"remember"_s)
        return beginVariable(command);
    if (name == u"source"_s)
        return sources.source(command, parsed.folder);
    if (name == u"open"_s)
        return sources.open(command);
    if (name == u"close"_s)
        return sources.close(command);
    if (name == u"link"_s)
        return sources.link(command);
    if (name == u"worklist"_s)
        return sources.worklist(command);
    if (name == u"undo"_s || name == u"redo"_s)
        return undoRedo(command);
    if (name == u"permit"_s)
        return permit(command);
    if (name == u"program"_s)
        return program(command);
    if (name == u"capture"_s)
        return captureStep(host, command, options.outputFolder);
    if (name == u"record"_s || name == u"play"_s || name == u"seek"_s)
        return recording.step(command, options.outputFolder);
    if (name == u"dump"_s)
        return dumpStep(host, command, options.outputFolder);
    if (name == u"mouse"_s || name == u"key"_s || name == u"command"_s || name == u"tool"_s)
        return inputStep(host, command);
    if (name == u"gesture"_s) {
        gesture = command.argument(0) == u"begin"_s ? host.dispatcher().beginGesture() : 0;
        return settled(StepResult::done());
    }
    if (name == u"print"_s) {
        say(stdout, command.arguments.join(u' '));
        return settled(StepResult::done());
    }
    return settled(StepResult::failed(ErrorCode::Unsupported, u"this program does not know the command"_s));
}

// False when the scenario is over.
bool ScenarioRunner::Private::beginNext()
{
    if (next >= parsed.scenario.commands.size()) {
        end(0);
        return false;
    }
    const Command &written = parsed.scenario.commands[next];
    QString problem;
    const auto expanded = scenario::expand(written, parsed.variables, &problem);
    current = expanded.value_or(written);
    stepTimeoutMs = current.timeoutMs(current.name == u"pause"_s ? options.timeoutMs : 30'000);
    stepClock.start();
    step = expanded ? begin(current) : settled(StepResult::failed(ErrorCode::InvalidArgument, problem));
    return true;
}

void ScenarioRunner::Private::turn()
{
    // Lines that are done at once follow one another; painting has its turn between two that wait.
    QElapsedTimer busy;
    busy.start();
    while (!isOver && busy.elapsed() < 8) {
        if (!step && !beginNext())
            return;
        StepResult result = step();
        const bool isLate = stepClock.elapsed() > stepTimeoutMs || wholeClock.elapsed() > options.timeoutMs;
        if (result.state == StepResult::State::Waiting && !isLate) {
            timer.start(kPollMs);
            return;
        }
        if (result.state == StepResult::State::Waiting)
            result =
                StepResult::failed({ErrorCode::Timeout, u"it took too long"_s, 0, -1}, result.expected, result.found);
        conclude(result);
    }
    if (!isOver)
        timer.start(0);
}

void ScenarioRunner::Private::conclude(const StepResult &result)
{
    step = {};
    const bool hasFailed = result.state == StepResult::State::Failed;
    if (current.fails.isEmpty()) {
        if (hasFailed)
            return fail(result);
    } else if (!hasFailed) {
        return fail(StepResult::failed({}, u"failure: %1"_s.arg(current.fails), u"it succeeded"_s));
    } else if (current.fails != u"any"_s && current.fails != errorName(result.error.code)) {
        return fail(StepResult::failed(result.error, u"failure: %1"_s.arg(current.fails),
                                       errorName(result.error.code) + u": "_s + result.error.detail));
    }
    ++next;
}

void ScenarioRunner::Private::fail(const StepResult &result)
{
    say(stderr, u"%1:%2: %3"_s.arg(parsed.name).arg(current.line).arg(current.text));
    const QString error =
        errorName(result.error.code) + (result.error.detail.isEmpty() ? QString() : u": "_s + result.error.detail);
    say(stderr, u"  expected: %1"_s.arg(result.expected.isEmpty() ? u"success"_s : result.expected));
    say(stderr, u"  found:    %1"_s.arg(result.found.isEmpty() ? error : result.found));
    if (result.error.code == ErrorCode::Timeout)
        say(stderr, u"  after:    %1 ms"_s.arg(stepClock.elapsed()));
    end(1);
}

bool ScenarioRunner::Private::beginLog()
{
    logFile.setFileName(options.envelopeLog);
    QDir().mkpath(QFileInfo(logFile).path());
    if (!logFile.open(QIODevice::WriteOnly)) {
        say(stderr,
            ScenarioRunner::tr("The log %1 cannot be written: %2").arg(options.envelopeLog, logFile.errorString()));
        return false;
    }
    log = std::make_unique<session::SessionLogWriter>(host.dispatcher(), logFile, QStringLiteral(CONSILIUM_VERSION),
                                                      host.images().studies());
    return true;
}

void ScenarioRunner::Private::end(int code)
{
    isOver = true;
    timer.stop();
    if (const auto done = recording.finish(); !done) {
        say(stderr, u"record: %1: %2"_s.arg(errorName(done.error().code), done.error().detail));
        code = std::max(code, 1);
    }
    if (log && (!log->finish() || !logFile.flush())) {
        say(stderr,
            ScenarioRunner::tr("The log %1 cannot be written: %2").arg(options.envelopeLog, logFile.errorString()));
        if (QFileInfo(logFile).isFile())
            QFile::remove(logFile.fileName()); // half a log is none
        code = std::max(code, 1);
    }
    Q_EMIT q->finished(code);
}

ScenarioRunner::ScenarioRunner(ScenarioHost &host, Options options, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(this, host, std::move(options)))
{
    d->timer.setSingleShot(true);
    connect(&d->timer, &QTimer::timeout, this, [this] { d->turn(); });
}

ScenarioRunner::~ScenarioRunner() = default;

std::map<QString, QString> ScenarioRunner::startup(const Options &options)
{
    const Parsed parsed = read(options);
    return parsed.problem.isEmpty() && parsed.scenario.errors.empty() ? parsed.scenario.startup
                                                                      : std::map<QString, QString>();
}

void ScenarioRunner::start()
{
    d->parsed = read(d->options);
    checkKeys(d->parsed.scenario);
    const Parsed &parsed = d->parsed;
    if (!parsed.problem.isEmpty())
        say(stderr, u"%1: %2"_s.arg(d->options.file, parsed.problem));
    for (const scenario::SyntaxError &error : parsed.scenario.errors)
        say(stderr, u"%1:%2: %3"_s.arg(parsed.name).arg(error.line).arg(error.message));
    if (!parsed.problem.isEmpty() || !parsed.scenario.errors.empty()) {
        QTimer::singleShot(0, this, [this] { d->end(2); });
        return;
    }
    if (!d->options.envelopeLog.isEmpty() && !d->beginLog()) {
        QTimer::singleShot(0, this, [this] { d->end(2); });
        return;
    }
    d->wholeClock.start();
    d->timer.start(0);
}

} // namespace consilium::app
