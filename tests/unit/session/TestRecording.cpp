#include "tests/support/Needs.h"
#include "tests/support/TestMain.h"
#include "tests/unit/session/RandomActions.h"
#include "tests/unit/session/SetClock.h"
#include "viewer/session/Codec.h"
#include "viewer/session/recording/Playback.h"
#include "viewer/session/recording/Recorder.h"
#include "viewer/session/recording/Replay.h"

#include <QBuffer>
#include <QCborArray>
#include <QCborValue>
#include <QSignalSpy>
#include <QTemporaryFile>
#include <QtEndian>

#include <zlib.h>

#ifdef Q_OS_LINUX
#include <sys/resource.h>

#include <csignal>
#endif

using namespace consilium;
using namespace consilium::session;

namespace
{

const RecordingKey key{QByteArray(32, '\x2a')};

Permission everything()
{
    Permission permission;
    permission.setDefault(Permission::Grant::All);
    return permission;
}

/// A session of random actions by three actors with undo, recorded and logged; the state at each moment is kept beside
/// it.
struct Session {
    test::SetClock clock;
    ActionDispatcher dispatcher{clock};
    QBuffer file, logFile;
    std::vector<std::pair<std::int64_t, std::uint64_t>> hashes; ///< at ms; of the state from then on
    std::vector<Envelope> pointers;

    explicit Session(std::uint64_t seed, int actions, const std::optional<RecordingKey> &with = key)
    {
        dispatcher.setPermission(everything());
        file.open(QIODevice::ReadWrite);
        logFile.open(QIODevice::ReadWrite);
        test::RandomActions random(seed);
        for (int i = 0; i < 50; ++i) // it does not begin with nothing
            (void)dispatcher.submit(random.next(dispatcher.state(), dispatcher.localActor()));
        QObject::connect(&dispatcher, &ActionDispatcher::applied, &dispatcher, [this](const Envelope &e) {
            if (std::holds_alternative<MovePointer>(e.action))
                pointers.push_back(e);
        });
        const std::vector<StudyUid> studies{StudyUid(QStringLiteral("1.2")), StudyUid(QStringLiteral("1.3"))};
        Recorder recorder(dispatcher, clock, file);
        SessionLogWriter log(dispatcher, logFile, QStringLiteral("consilium test"), studies);
        const TimeMs begin = clock.now;
        ok = recorder.start(QStringLiteral("consilium test"), studies, with).has_value();
        hashes.emplace_back(0, dispatcher.state().hash());
        for (int i = 0; i < actions; ++i) {
            clock.now += random.below(60);
            const ActorId actor(QStringLiteral("actor %1").arg(random.below(3)));
            const int kind = random.below(12);
            if (kind == 0 && dispatcher.canUndo(actor))
                (void)dispatcher.undo(actor);
            else if (kind == 1 && dispatcher.canRedo(actor))
                (void)dispatcher.redo(actor);
            else
                (void)dispatcher.submitAs(actor, random.next(dispatcher.state(), actor), Origin::Remote);
            hashes.emplace_back(clock.now - begin, dispatcher.state().hash());
        }
        clock.now += 500;
        ok = ok && recorder.finish() && log.finish();
    }
    bool ok = false;

    Result<Recording> read(const std::optional<RecordingKey> &with = key)
    {
        QBuffer copy;
        copy.setData(file.data());
        copy.open(QIODevice::ReadOnly);
        return readRecording(copy, with);
    }
    /// Of the states of the last moment up to then.
    [[nodiscard]] QList<std::uint64_t> hashesAt(std::int64_t ms) const
    {
        std::int64_t moment = 0;
        for (const auto &[at, h] : hashes)
            moment = at <= ms ? at : moment;
        QList<std::uint64_t> all;
        for (const auto &[at, h] : hashes)
            if (at == moment)
                all << h;
        return all;
    }
    [[nodiscard]] std::uint64_t hashAt(std::int64_t ms) const
    {
        std::uint64_t hash = 0;
        for (const auto &[at, h] : hashes) {
            if (at <= ms)
                hash = h;
        }
        return hash;
    }
};

Result<Recording> readBytes(const QByteArray &bytes, const std::optional<RecordingKey> &with)
{
    QBuffer file;
    file.setData(bytes);
    file.open(QIODevice::ReadOnly);
    return readRecording(file, with);
}

/// A device that is full after some bytes.
class SmallDevice : public QIODevice
{
public:
    explicit SmallDevice(qint64 room) : m_room(room) { open(QIODevice::WriteOnly | QIODevice::Unbuffered); }
    QByteArray written;

protected:
    qint64 readData(char *, qint64) override { return -1; }
    qint64 writeData(const char *data, qint64 size) override
    {
        if (written.size() + size > m_room)
            return -1;
        written.append(data, size);
        return size;
    }

private:
    qint64 m_room;
};

#ifdef Q_OS_LINUX
/// No file can grow beyond a size while this lives, as on a full disk.
class FullDisk
{
public:
    explicit FullDisk(qint64 bytes)
    {
        m_oldSignal = std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_old);
        rlimit limit = m_old;
        limit.rlim_cur = rlim_t(bytes);
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FullDisk()
    {
        setrlimit(RLIMIT_FSIZE, &m_old);
        std::signal(SIGXFSZ, m_oldSignal);
    }
    Q_DISABLE_COPY_MOVE(FullDisk)

private:
    rlimit m_old{};
    void (*m_oldSignal)(int) = SIG_DFL;
};

qint64 peakMemoryKb()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}
#else
qint64 peakMemoryKb()
{
    return 0;
}
#endif

} // namespace

class TestRecording : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void playedStatesAreTheLiveOnes()
    {
        Session session(1, 3000);
        QVERIFY(session.ok);
        Result<Recording> recording = session.read();
        QVERIFY2(recording, recording ? "" : qPrintable(recording.error().detail));
        QVERIFY(recording->isComplete);
        QCOMPARE(recording->finalHash, session.dispatcher.state().hash());
        QCOMPARE(recording->header.studies.size(), std::size_t(2));
        QVERIFY(recording->keyframes.size() >= std::size_t(recording->durationMs / Recorder::keyframeMs) - 1);
        QVERIFY(recording->keyframes.size() > 5);

        Playback playback(std::move(*recording));
        QSignalSpy finished(&playback, &Playback::finished);
        QVERIFY(playback.setSpeed(2.0));
        QVERIFY(!playback.setSpeed(0.0));
        QVERIFY(!playback.setSpeed(std::nan("")));
        while (!playback.isAtEnd()) {
            QVERIFY(playback.advance(17));
            QCOMPARE(playback.dispatcher().state().hash(), session.hashAt(playback.positionMs()));
        }
        QCOMPARE(finished.size(), 1);
        QCOMPARE(playback.positionMs(), playback.durationMs());
        QVERIFY(playback.advance(1000));
        QCOMPARE(finished.size(), 1);
    }

    void seekingAnywhere()
    {
        Session session(2, 2000);
        Playback playback(std::move(*session.read()));
        test::RandomActions random(3);
        for (int i = 0; i < 200; ++i) {
            const std::int64_t to = random.below(static_cast<int>(playback.durationMs()) + 1);
            QVERIFY(playback.seek(to));
            QCOMPARE(playback.positionMs(), to);
            QCOMPARE(playback.dispatcher().state().hash(), session.hashAt(to));
            QVERIFY(playback.advance(100));
            QCOMPARE(playback.dispatcher().state().hash(), session.hashAt(playback.positionMs()));
        }
        QVERIFY(playback.seek(-5));
        QCOMPARE(playback.positionMs(), 0);
        QVERIFY(playback.seek(1000000000));
        QVERIFY(playback.isAtEnd());
        QCOMPARE(playback.dispatcher().state().hash(), session.dispatcher.state().hash());
    }

    void pointersAreSampled()
    {
        Session session(4, 20000); // so long that some moves of one hand are close together
        const Recording recording = *session.read();
        QVERIFY(recording.pointers.size() > 50);
        QVERIFY(recording.pointers.size() < session.pointers.size());
        std::map<ActorId, PointerSample> last;
        for (const PointerSample &sample : recording.pointers) {
            // Each is one that really was, to a hundredth of a millimetre.
            const TimeMs at = recording.header.startedAt + sample.offsetMs;
            const PatientPoint p = std::get<PatientPoint>(*sample.pointer.at);
            const bool isReal = std::any_of(session.pointers.begin(), session.pointers.end(), [&](const Envelope &e) {
                const auto &pointer = std::get<MovePointer>(e.action);
                return e.actor == sample.actor && e.at == at && pointer.view == sample.pointer.view &&
                       (std::get<PatientPoint>(*pointer.at) - p).length() < 0.01;
            });
            QVERIFY(isReal);
            const auto before = last.find(sample.actor);
            if (before != last.end() && before->second.pointer.view == sample.pointer.view)
                QVERIFY(sample.offsetMs - before->second.offsetMs >= Recorder::pointerMs);
            last[sample.actor] = sample;
        }
        int told = 0;
        Playback playback(recording);
        connect(&playback.dispatcher(), &ActionDispatcher::applied, this,
                [&told](const Envelope &, const ChangeSet &c) { told += c.pointer; });
        QVERIFY(playback.advance(playback.durationMs()));
        QCOMPARE(std::size_t(told), recording.pointers.size());
    }

    void aResetIsPlayed()
    {
        test::SetClock clock;
        ActionDispatcher dispatcher(clock);
        QBuffer file;
        file.open(QIODevice::WriteOnly);
        Recorder recorder(dispatcher, clock, file);
        QVERIFY(recorder.start({}, {}, std::nullopt));
        const auto layout = [&](int rows) { return dispatcher.submit(SetLayout{rows, 1, {}}); };
        QVERIFY(layout(2));
        clock.now += 100;
        dispatcher.reset(*reduce(ViewerState(), SetLayout{5, 5, {}}));
        clock.now += 100;
        QVERIFY(layout(3));
        QVERIFY(recorder.finish());
        Playback playback(*readBytes(file.data(), std::nullopt));
        QVERIFY(playback.advance(99));
        QCOMPARE(playback.dispatcher().state().layout().columns, 1);
        QVERIFY(playback.advance(1));
        QCOMPARE(playback.dispatcher().state().layout().columns, 5);
        QVERIFY(playback.advance(100));
        QCOMPARE(playback.dispatcher().state().layout().rows, 3);
        QVERIFY(playback.isAtEnd());
    }

    void encryptedAtRest()
    {
        Session session(5, 300);
        const QByteArray bytes = session.file.data();
        QVERIFY(!bytes.contains("1.2.826"));
        QVERIFY(!bytes.contains("actor"));
        QVERIFY(session.read()); // with the key
        QVERIFY(session.read(std::nullopt).error().code == ErrorCode::FileUnreadable);
        QVERIFY(session.read(RecordingKey{QByteArray(32, 'x')}).error().code == ErrorCode::FileUnreadable);
        QVERIFY(session.read(RecordingKey{QByteArray(16, 'x')}).error().code == ErrorCode::InvalidArgument);
        // The same session again does not give the same bytes.
        QVERIFY(Session(5, 300).file.data() != bytes);
        Session open(5, 300, std::nullopt);
        QVERIFY(open.file.data().contains("actor"));
        QVERIFY(open.read(std::nullopt));
        QVERIFY(open.read(key).error().code == ErrorCode::FileUnreadable);
    }

    void changesAreNoticed_data()
    {
        QTest::addColumn<bool>("isEncrypted");
        QTest::newRow("encrypted") << true;
        QTest::newRow("plain") << false;
    }

    void changesAreNoticed()
    {
        QFETCH(const bool, isEncrypted);
        const std::optional<RecordingKey> with = isEncrypted ? std::optional(key) : std::nullopt;
        Session session(6, 60, with);
        const QByteArray good = session.file.data();
        const Recording whole = *readBytes(good, with);
        for (qsizetype at = 0; at < good.size(); ++at) {
            QByteArray bad = good;
            bad[at] = static_cast<char>(bad[at] ^ 0x10);
            const Result<Recording> read = readBytes(bad, with);
            // A length that was made larger looks like an end that is missing; nothing else passes.
            QVERIFY2(!read || !read->isComplete, qPrintable(QString::number(at)));
        }
        for (qsizetype size = 0; size < good.size(); size += 7) {
            const Result<Recording> read = readBytes(good.left(size), with);
            QVERIFY(!read || (!read->isComplete && read->envelopes.size() <= whole.envelopes.size()));
        }
        QVERIFY(!readBytes(good + 'x', with));
        QVERIFY(!readBytes(good + good.mid(40), with));
    }

    void aCrashLosesLittle()
    {
        Session session(7, 500);
        const Recording whole = *session.read();
        const QByteArray half = session.file.data().left(session.file.data().size() / 2);
        const Result<Recording> read = readBytes(half, key);
        QVERIFY(read);
        QVERIFY(!read->isComplete);
        QVERIFY(read->envelopes.size() > 50);
        for (std::size_t i = 0; i < read->envelopes.size(); ++i)
            QVERIFY(read->envelopes[i].envelope == whole.envelopes[i].envelope);
        Playback playback(*read);
        QVERIFY(playback.advance(read->durationMs));
        // It may break off between two actions of one moment: then it is the state between them.
        QVERIFY(session.hashesAt(read->durationMs).contains(playback.dispatcher().state().hash()));
    }

    void aFullDiskIsSaid()
    {
        test::SetClock clock;
        ActionDispatcher dispatcher(clock);
        SmallDevice device(2000);
        Recorder recorder(dispatcher, clock, device);
        QSignalSpy failed(&recorder, &Recorder::failed);
        QVERIFY(recorder.start({}, {}, key));
        for (int i = 1; i < 200; ++i)
            QVERIFY(dispatcher.submit(
                SetWindow{ViewId(QStringLiteral("v1")), DataSetId(QStringLiteral("1")), Window{double(i), 1}}));
        QCOMPARE(failed.size(), 1);
        QVERIFY(failed.front().front().value<Error>().code == ErrorCode::DiskFull);
        QVERIFY(!recorder.isRecording());
        QVERIFY(readBytes(device.written, key));
        SmallDevice tiny(10);
        Recorder second(dispatcher, clock, tiny);
        QVERIFY(second.start({}, {}, key).error().code == ErrorCode::DiskFull);
    }

    /// A real file on a disk that is full: its buffer takes what the disk does not, so only a flush tells.
    void aFullDiskBehindABufferIsSaid()
    {
#ifdef Q_OS_LINUX
        test::SetClock clock;
        ActionDispatcher dispatcher(clock);
        QFile full(QStringLiteral("/dev/full"));
        QVERIFY(full.open(QIODevice::WriteOnly));
        Recorder none(dispatcher, clock, full);
        QVERIFY(none.start({}, {}, key).error().code == ErrorCode::DiskFull);

        QTemporaryFile file;
        QVERIFY(file.open());
        Recorder recorder(dispatcher, clock, file);
        QSignalSpy failed(&recorder, &Recorder::failed);
        QVERIFY(recorder.start({}, {}, key));
        const auto show = [&](int i) {
            return dispatcher.submit(SetWindow{ViewId(QStringLiteral("v1")), DataSetId(QStringLiteral("1")), Window {
                                                   double(i),
                                                   1
                                               }});
        };
        for (std::size_t i = 1; i <= 5; ++i) {
            QVERIFY(show(int(i)));
            QFile other(file.fileName()); // what a crash of the program would leave
            QVERIFY(other.open(QIODevice::ReadOnly));
            const Result<Recording> sofar = readRecording(other, key);
            QVERIFY(sofar && sofar->envelopes.size() == i);
        }
        QVERIFY(failed.isEmpty());
        {
            const FullDisk noRoom(file.size());
            const Result<void> end = recorder.finish();
            QVERIFY(!end && end.error().code == ErrorCode::DiskFull);
        }
        QTemporaryFile second;
        QVERIFY(second.open());
        Recorder again(dispatcher, clock, second);
        QSignalSpy told(&again, &Recorder::failed);
        QVERIFY(again.start({}, {}, key));
        {
            const FullDisk noRoom(second.size());
            QVERIFY(show(6)); // the session goes on
        }
        QCOMPARE(told.size(), 1);
        QVERIFY(!again.isRecording());
#else
        SKIP_WHERE(true, "needs /dev/full and limits of file sizes");
#endif
    }

    /// 4 MB that inflate to 4 GB, under a header that says 1000 bytes, and under one that says as much as is allowed.
    void aBombIsNotInflated()
    {
        constexpr uInt blockBytes = 1 << 20;
        const QByteArray zeros(blockBytes, '\0');
        z_stream stream{};
        QCOMPARE(deflateInit(&stream, 9), Z_OK);
        QByteArray bomb(16 << 20, '\0');
        stream.next_out = reinterpret_cast<Bytef *>(bomb.data());
        stream.avail_out = uInt(bomb.size());
        QByteArray once; // a block that may be repeated, as it refers to nothing before it
        for (int i = 0; i < 2; ++i) {
            const auto had = qsizetype(stream.total_out);
            stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(zeros.constData()));
            stream.avail_in = blockBytes;
            QCOMPARE(deflate(&stream, Z_FULL_FLUSH), Z_OK);
            once = bomb.mid(had, qsizetype(stream.total_out) - had);
        }
        bomb.truncate(qsizetype(stream.total_out));
        deflateEnd(&stream);
        bomb += once.repeated(4096);
        for (const quint32 claimed : {1000u, quint32(maxStateBytes)}) {
            QByteArray packed(4, '\0');
            qToBigEndian(claimed, packed.data());
            const qint64 before = peakMemoryKb();
            const Result<ViewerState> state = unpackState(packed + bomb);
            QVERIFY(!state && state.error().code == ErrorCode::FileUnreadable);
            QVERIFY(peakMemoryKb() - before < 256 * 1024);
        }
        // Claims that are too small or too large by one are no state either; the truth is.
        const ViewerState good = *reduce(ViewerState(), SetLayout{5, 5, {}});
        const QByteArray packed = packState(good);
        QCOMPARE(unpackState(packed)->hash(), good.hash());
        for (const int wrong : {-1, 1}) {
            QByteArray other = packed;
            qToBigEndian(quint32(int(qFromBigEndian<quint32>(packed.constData())) + wrong), other.data());
            QVERIFY(!unpackState(other));
        }
        QVERIFY(!unpackState(packed.chopped(1)));
    }

    void hostileRecordings()
    {
        QVERIFY(readBytes({}, std::nullopt).error().code == ErrorCode::FileUnreadable);
        QVERIFY(readBytes("CONSREC", std::nullopt).error().code == ErrorCode::FileUnreadable);
        QVERIFY(readBytes("CONSREC\x09", std::nullopt).error().code == ErrorCode::Unsupported);
        QVERIFY(!readBytes(QByteArray("CONSREC\x01") + QByteArray(32, 's') + QByteArray(4, '\xff'), std::nullopt));
        QVERIFY(!unpackState(QByteArray::fromHex("ffffffff00000000")));
        QVERIFY(!unpackState(QByteArray::fromHex("00000010deadbeef")));
        QVERIFY(!unpackState({}));
    }

    /// Times that no recording has are refused before anything is added to them.
    void impossibleTimes()
    {
        const auto recordingOf = [](qint64 written, qint64 firstSample) {
            const QByteArray salt(ChunkCipher::saltBytes, 's');
            const Result<ChunkCipher> cipher = ChunkCipher::create(std::nullopt, salt);
            QByteArray file = "CONSREC\x01" + salt;
            std::uint64_t number = 0;
            const QString view = QStringLiteral("v1"), name = QStringLiteral("anna");
            for (const QCborArray &part :
                 {QCborArray{1, 0, 1, name, QCborArray{QStringLiteral("1.2")}, 5, packState({})},
                  QCborArray{4, written, firstSample, name, view, 0, QCborArray{0, 1000}},
                  QCborArray{5, written, QString::number(ViewerState().hash(), 16)}}) {
                const QByteArray sealed = *cipher->seal(number++, QCborValue(part).toCbor());
                QByteArray length(4, '\0');
                qToLittleEndian(quint32(sealed.size()), length.data());
                file += length + sealed;
            }
            return file;
        };
        const Result<Recording> good = readBytes(recordingOf(2000, 900), std::nullopt);
        QVERIFY2(good, good ? "" : qPrintable(good.error().detail));
        QCOMPARE(good->pointers.size(), std::size_t(2));
        QCOMPARE(good->pointers.back().offsetMs, std::int64_t(1900));
        constexpr qint64 most = std::numeric_limits<qint64>::max();
        for (const auto &[written, first] :
             {std::pair{most, qint64(0)}, {qint64(2000), most}, {qint64(2000), qint64(-1)}})
            QCOMPARE(readBytes(recordingOf(written, first), std::nullopt).error().code, ErrorCode::FileUnreadable);
    }

    void logIsReadBack()
    {
        Session session(8, 400);
        session.logFile.seek(0);
        const Result<SessionLog> log = readSessionLog(session.logFile);
        QVERIFY2(log, log ? "" : qPrintable(log.error().detail));
        QVERIFY(log->isComplete);
        QCOMPARE(log->finalHash, session.dispatcher.state().hash());
        QCOMPARE(log->initial.hash(), session.hashes.front().second);
        QCOMPARE(log->studies.size(), std::size_t(2));

        QBuffer bad;
        bad.setData(session.logFile.data().left(2000) + "\n{\"schema\":7}\n");
        bad.open(QIODevice::ReadOnly);
        QVERIFY(!readSessionLog(bad));
        QBuffer headless;
        headless.setData("{\"hash\":\"1\"}\n");
        headless.open(QIODevice::ReadOnly);
        QVERIFY(readSessionLog(headless).error().detail.startsWith(QStringLiteral("line 1")));
    }

    /// The session that ran, and four more ways to it: one hash.
    void everyWayEndsInTheSameState()
    {
        for (std::uint64_t seed = 10; seed < 12; ++seed) {
            Session session(seed, 2500);
            session.logFile.seek(0);
            const SessionLog log = *readSessionLog(session.logFile);
            const auto results = replayEveryWay(log);
            QVERIFY2(results, results ? "" : qPrintable(results.error().detail));
            QCOMPARE(results->size(), std::size_t(4));
            for (const ReplayResult &result : *results)
                QCOMPARE(result.hash, session.dispatcher.state().hash());
        }
    }

    void manyBadLines()
    {
        Session session(20, 300);
        session.logFile.seek(0);
        const SessionLog log = *readSessionLog(session.logFile);
        for (std::uint64_t seed = 0; seed < 20; ++seed)
            QCOMPARE(*replayThroughPeers(log, seed), log.finalHash);
    }

    void aWrongLogIsNoticed()
    {
        Session session(21, 200);
        session.logFile.seek(0);
        SessionLog log = *readSessionLog(session.logFile);
        log.finalHash ^= 1;
        QVERIFY(replayEveryWay(log).error().code == ErrorCode::Conflict);
    }

    /// Without its first actions it does not fit its beginning.
    void aLogThatLacksActionsIsNoticed()
    {
        Session session(22, 600);
        session.logFile.seek(0);
        SessionLog log = *readSessionLog(session.logFile);
        // Marks are drawn in the first half that are moved in the second.
        log.envelopes.erase(log.envelopes.begin(), log.envelopes.begin() + std::ptrdiff_t(log.envelopes.size() / 2));
        const auto replayed = replayThroughPeers(log, 22);
        QVERIFY(!replayed);
        QVERIFY(!replayEveryWay(log));
    }

    /// An action that cannot be told from its echo is not sent to and fro for ever.
    void anActionWithoutAnIdIsNoticed()
    {
        Session session(23, 200);
        session.logFile.seek(0);
        SessionLog log = *readSessionLog(session.logFile);
        log.envelopes[7].id = 0;
        const auto replayed = replayThroughPeers(log, 23);
        QVERIFY(!replayed);
        QCOMPARE(replayed.error().code, ErrorCode::Conflict);
    }

    /// What is played into a program goes on from there to others: once, and in every way to the same state.
    void whatWasPlayedHereCanBeReplayed()
    {
        Session session(24, 200);
        session.logFile.seek(0);
        const SessionLog played = *readSessionLog(session.logFile);
        test::SetClock clock;
        ActionDispatcher dispatcher(clock);
        dispatcher.reset(played.initial);
        QBuffer file;
        file.open(QIODevice::ReadWrite);
        SessionLogWriter writer(dispatcher, file, QStringLiteral("consilium test"), {});
        for (int twice = 0; twice < 2; ++twice) {
            dispatcher.reset(played.initial);
            for (Envelope envelope : played.envelopes) {
                envelope.id = 0;
                envelope.actor = dispatcher.localActor();
                QVERIFY(dispatcher.receive(envelope, Origin::Local));
            }
        }
        QVERIFY(writer.finish());
        QCOMPARE(dispatcher.state().hash(), played.finalHash);
        file.seek(0);
        const auto results = replayEveryWay(*readSessionLog(file));
        QVERIFY2(results, results ? "" : qPrintable(results.error().detail));
    }
};

CONSILIUM_TEST(TestRecording)
#include "TestRecording.moc"
