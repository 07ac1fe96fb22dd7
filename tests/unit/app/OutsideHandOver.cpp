#include "app/outside/HandOver.h"
#include "tests/support/TestMain.h"

#include <QDir>
#include <QFile>
#include <QLocalServer>
#include <QLocalSocket>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QThread>
#include <QtEndian>

#include <atomic>

using namespace Qt::StringLiterals;
using namespace consilium;
using app::HandedOver;
using app::HandOver;

namespace
{

const HandedOver message{{u"/tmp/a b/影像"_s}, u"consilium://open?studyUID=1.2.3"_s};

QByteArray json(QByteArray text)
{
    return text.replace('\'', '"');
}

QByteArray framed(const QByteArray &bytes)
{
    QByteArray head(4, 0);
    qToLittleEndian(quint32(bytes.size()), head.data());
    return head + bytes;
}

// send() blocks, as the second program may: the first one is this thread.
Result<void> sendFromBeside(const QString &address, const HandedOver &what)
{
    Result<void> sent;
    std::atomic_bool done = false;
    auto *thread = QThread::create([&] {
        sent = HandOver::send(address, what);
        done = true;
    });
    thread->start();
    if (!QTest::qWaitFor([&] { return done.load(); }, 10'000))
        return fail(ErrorCode::Timeout);
    thread->wait();
    delete thread;
    return sent;
}

struct Running {
    QTemporaryDir folder;
    QString address = folder.filePath(u"socket"_s);
    HandOver program;
    std::vector<HandedOver> got;

    Running()
    {
        QObject::connect(&program, &HandOver::received, &program, [this](const HandedOver &m) { got.push_back(m); });
    }
    /// What it answers to these bytes: '+', '-', or nothing where it hangs up.
    QByteArray answerTo(const QByteArray &bytes) const
    {
        QLocalSocket socket;
        socket.connectToServer(address);
        socket.write(bytes);
        const bool ended = QTest::qWaitFor(
            [&] { return socket.bytesAvailable() > 0 || socket.state() == QLocalSocket::UnconnectedState; }, 8'000);
        return ended ? socket.readAll() : QByteArray("hangs");
    }
};

} // namespace

class OutsideHandOver : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void handsOver()
    {
        Running one;
        QCOMPARE(HandOver::send(one.address, message).error().code, ErrorCode::NotFound); // nobody runs yet
        QVERIFY(one.program.listen(one.address));
        QVERIFY(sendFromBeside(one.address, message).has_value());
        QVERIFY(sendFromBeside(one.address, {}).has_value()); // a plain second start
        QCOMPARE(one.got, (std::vector<HandedOver>{message, {}}));
    }

    void onlyThePersonMayCall()
    {
        Running one;
        QVERIFY(one.program.listen(one.address));
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QVERIFY(!(QFile::permissions(one.address) & others));
    }

    void aSecondProgramDoesNotTakeThePlace()
    {
        Running one;
        QVERIFY(one.program.listen(one.address));
        HandOver second;
        QVERIFY(!second.listen(one.address));
        QVERIFY(sendFromBeside(one.address, message).has_value());
        QCOMPARE(one.got.size(), size_t(1));
    }

    void whatACrashLeftIsCleared()
    {
        Running one;
        const QString left = one.folder.filePath(u"other"_s);
        {
            QLocalServer crashed;
            QVERIFY(crashed.listen(left));
            QVERIFY(QFile::rename(left, one.address)); // its end does not clear it any more
        }
        QVERIFY(one.program.listen(one.address));
        QVERIFY(sendFromBeside(one.address, message).has_value());
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const auto row = [](const char *name, const QByteArray &json) { QTest::newRow(name) << framed(json); };
        row("no JSON", "GET / HTTP/1.1");
        row("list", "[]");
        row("no version", json("{'link':'consilium://open?studyUID=1.2.3'}"));
        row("an archive", json("{'consilium':1,'archive':'http://evil.example/'}"));
        row("a scenario", json("{'consilium':1,'scenario':'/tmp/x.actions'}"));
        row("a command", json("{'consilium':1,'command':'quit'}"));
        row("other link", json("{'consilium':1,'link':'http://evil.example/'}"));
        row("bad link", json("{'consilium':1,'link':'consilium://open?studyUID=*'}"));
        row("refused link that is none of them", json("{'consilium':1,'refusedLink':'consilium://open?studyUID=1.2'}"));
        row("refused link of another type", json("{'consilium':1,'refusedLink':['a']}"));
        row("refused link without end", "{\"consilium\":1,\"refusedLink\":\"" + QByteArray(4300, '*') + "\"}");
        row("relative path", json("{'consilium':1,'paths':['../x']}"));
        row("path of another type", json("{'consilium':1,'paths':[{'a':1}]}"));
        row("paths no list", json("{'consilium':1,'paths':'/tmp'}"));
        row("zero in a path", json("{'consilium':1,'paths':['/tmp/\\u0000x']}"));
        row("cut", (json("{'consilium':1,'paths':['/tm")));
        row("deep", QByteArray(30'000, '['));
        QByteArray many = json("{'consilium':1,'paths':['/a'");
        for (int i = 0; i < 256; ++i)
            many += json(",'/a'");
        row("many paths", many + "]}");
        QByteArray huge(4, 0);
        qToLittleEndian(quint32(0xFFFFFFFF), huge.data());
        QTest::newRow("claims 4 GB") << huge + "x";
        QTest::newRow("too large") << framed(QByteArray(HandOver::MostBytes + 1, ' '));
    }
    void refuses()
    {
        QFETCH(QByteArray, bytes);
        Running one;
        QVERIFY(one.program.listen(one.address));
        QCOMPARE(one.answerTo(bytes), QByteArray("-"));
        QVERIFY(one.got.empty());
        QVERIFY(sendFromBeside(one.address, message).has_value()); // and lives
    }

    /// Nothing is taken and then dropped: who calls hears that there is no room.
    void saysNoWhileItHasNoRoom()
    {
        Running one;
        bool hasRoom = false;
        std::vector<HandedOver> turnedAway;
        QObject::connect(&one.program, &HandOver::turnedAway, &one.program,
                         [&](const HandedOver &m) { turnedAway.push_back(m); });
        one.program.acceptOnlyWhere([&](const HandedOver &m) { return hasRoom || m.link.isEmpty(); });
        QVERIFY(one.program.listen(one.address));
        const auto sent = sendFromBeside(one.address, message);
        QVERIFY(!sent);
        QCOMPARE(sent.error().code, ErrorCode::TooManyRequests); // and starts no second program
        QVERIFY(!sent.error().detail.isEmpty());
        QVERIFY(one.got.empty());
        QCOMPARE(turnedAway, std::vector<HandedOver>{message});
        QVERIFY(sendFromBeside(one.address, {message.paths, {}}).has_value()); // for that there is
        one.got.clear();
        hasRoom = true;
        QVERIFY(sendFromBeside(one.address, message).has_value());
        QCOMPARE(one.got.size(), std::size_t(1));
    }

    /// More at once than are served: each is taken or told, none is hung up on.
    void ofManyCallersEachIsAnswered()
    {
        Running one;
        QVERIFY(one.program.listen(one.address));
        QByteArray replies;
        std::vector<std::unique_ptr<QLocalSocket>> callers;
        for (int i = 0; i < 24; ++i) {
            callers.push_back(std::make_unique<QLocalSocket>());
            QLocalSocket *caller = callers.back().get();
            QObject::connect(caller, &QLocalSocket::readyRead, caller,
                             [caller, &replies] { replies += caller->readAll(); });
            caller->connectToServer(one.address);
            QVERIFY(caller->waitForConnected(1000));
            QTest::qWait(1);
        }
        for (const auto &caller : callers)
            if (caller->state() == QLocalSocket::ConnectedState)
                caller->write(framed(app::encodeHandOver(message)));
        QTRY_COMPARE(replies.size(), qsizetype(24));
        const auto taken = replies.count('+');
        QCOMPARE(taken + replies.count('='), qsizetype(24));
        QCOMPARE(std::size_t(taken), one.got.size());
        QVERIFY(taken >= 16);
    }

    void whoSaysNothingIsHungUpOn()
    {
        Running one;
        QVERIFY(one.program.listen(one.address));
        QCOMPARE(one.answerTo("\x10"), QByteArray()); // a beginning of a length
        QVERIFY(one.got.empty());
    }

    void garbledMessages()
    {
        QRandomGenerator random(11);
        const QByteArray sound = app::encodeHandOver(message);
        QCOMPARE(app::decodeHandOver(sound).value(), message);
        for (int i = 0; i < 20'000; ++i) {
            QByteArray bytes = sound;
            for (int n = random.bounded(1, 5); n > 0; --n)
                bytes[random.bounded(bytes.size())] = char(random.bounded(256));
            bytes.truncate(random.bounded(1, int(bytes.size()) + 1));
            if (const auto read = app::decodeHandOver(bytes))
                for (const QString &path : read->paths)
                    QVERIFY(path.startsWith(u'/'));
        }
    }

    void eachSettingsFolderHasAProgramOfItsOwn()
    {
        QTemporaryDir runtime;
        qputenv("XDG_RUNTIME_DIR", runtime.path().toLocal8Bit());
        const QString usual = HandOver::addressFor({}), other = HandOver::addressFor(u"/tmp/p"_s);
        QVERIFY(usual.startsWith(runtime.path()));
        QVERIFY(usual != other);
        QCOMPARE(HandOver::addressFor(u"/tmp/x/../p/"_s), other);
    }
};

CONSILIUM_TEST(OutsideHandOver)
#include "OutsideHandOver.moc"
