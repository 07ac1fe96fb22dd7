#include "app/scenario/ScenarioRecording.h"
#include "tests/support/TestMain.h"
#include "tests/unit/app/BareHost.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace consilium;
using session::AddAnnotation;
using session::RemoveAnnotation;
using test::BareHost;

namespace
{

const ViewId view(u"v1"_s);
const DataSetId dataSet(u"1.2.3"_s);
const AnnotationId markId(u"a"_s);
const QString key = u" key="_s + QString(64, u'a');

session::Action window(double centre)
{
    return session::SetWindow{view, dataSet, session::Window{centre, 400}};
}

session::Annotation mark()
{
    session::Annotation a;
    a.id = markId;
    a.kind = session::AnnotationKind::Length;
    a.author = ActorId(u"local"_s);
    a.dataSet = dataSet;
    a.sop = SopInstanceUid(u"1"_s);
    a.imageHandles = {{0, 0}, {1, 1}};
    return a;
}

/// A folder, a program, and the lines that are run in it.
struct Bench {
    QTemporaryDir folder;
    BareHost host;
    std::unique_ptr<app::ScenarioRecording> recording = std::make_unique<app::ScenarioRecording>(host);

    Result<void> run(const QString &line) const
    {
        const auto scenario = session::scenario::parse(line, {}, {});
        if (scenario.commands.size() != 1)
            return fail(ErrorCode::Internal, u"not a line: "_s + line);
        const app::StepResult result = recording->step(scenario.commands.front(), folder.path())();
        if (result.state == app::StepResult::State::Done)
            return {};
        return fail(result.error);
    }
    bool act(const session::Action &action) { return host.dispatcher().submit(action).has_value(); }
    QByteArray bytesOf(const QString &name) const
    {
        QFile file(folder.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    QStringList files() const { return QDir(folder.path()).entryList(QDir::Files | QDir::Hidden); }
};

} // namespace

class ScenarioRecordings : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /// What bore the name is lost when there is a whole recording to take its place, and not before.
    void anotherFileStaysUntilTheRecordingIsWhole()
    {
        Bench b;
        b.write(u"a.rec"_s, "old");
        QVERIFY(b.run(u"record start a.rec"_s + key));
        QVERIFY(b.act(window(1)));
        QCOMPARE(b.bytesOf(u"a.rec"_s), "old"_ba);
        b.recording = std::make_unique<app::ScenarioRecording>(b.host); // the program ends in the middle
        QCOMPARE(b.bytesOf(u"a.rec"_s), "old"_ba);
        QCOMPARE(b.files(), QStringList{u"a.rec"_s});

        QVERIFY(b.run(u"record start a.rec"_s + key));
        QVERIFY(b.act(window(2)));
        QVERIFY(b.run(u"record stop"_s));
        QVERIFY(b.bytesOf(u"a.rec"_s) != "old"_ba);
        QCOMPARE(b.files(), QStringList{u"a.rec"_s});
        QVERIFY(b.act(window(3)));
        QVERIFY(b.run(u"play a.rec"_s + key));
        QCOMPARE(b.host.dispatcher().state().presentation(view, dataSet).window->centre, 2.0);
        QVERIFY(b.run(u"record start a.rec"_s + key)); // a second one into the same
        QVERIFY(b.run(u"record stop"_s));
    }

    /// Played is all of it or nothing; the error names the action.
    void aRecordingThatTheProgramRefusesLeavesNothingOfItself()
    {
        Bench b;
        QVERIFY(b.run(u"record start a.rec"_s + key));
        QVERIFY(b.act(AddAnnotation{mark()}));
        QVERIFY(b.act(session::MovePointer{view, ImagePoint{1, 1}})); // no action to be counted
        QVERIFY(b.act(window(1)));
        QVERIFY(b.act(session::MoveHandle{markId, 0, ImagePoint{5, 5}}));
        QVERIFY(b.act(window(2)));
        QVERIFY(b.run(u"record stop"_s));
        QVERIFY(b.act(RemoveAnnotation{markId}));
        QVERIFY(b.act(window(3)));
        // Something in the program answers each mark by taking it away: what follows is about a mark that is not there.
        auto &dispatcher = b.host.dispatcher();
        const auto answering = QObject::connect(&dispatcher, &session::ActionDispatcher::applied, &dispatcher,
                                                [&](const session::Envelope &e) {
                                                    if (std::holds_alternative<AddAnnotation>(e.action))
                                                        (void)dispatcher.submit(RemoveAnnotation{markId});
                                                });
        const auto before = dispatcher.state();
        const auto refused = b.run(u"play a.rec"_s + key);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::NotFound);
        QVERIFY2(refused.error().detail.contains(u"action 3 "_s), qPrintable(refused.error().detail));
        QVERIFY(dispatcher.state() == before);
        QCOMPARE(b.run(u"seek 0ms"_s).error().code, ErrorCode::InvalidArgument); // nothing was played

        // Without it all of it is played, and can be sought in.
        QObject::disconnect(answering);
        QVERIFY(b.run(u"play a.rec"_s + key));
        QCOMPARE(dispatcher.state().presentation(view, dataSet).window->centre, 2.0);
        QCOMPARE(dispatcher.state().annotations().find(markId)->imageHandles[0].column, 5.0);
        QVERIFY(b.run(u"seek 0ms"_s));
    }
};

CONSILIUM_TEST(ScenarioRecordings)
#include "ScenarioRecordings.moc"
