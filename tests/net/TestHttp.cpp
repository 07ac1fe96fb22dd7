#include "base/ReachReasons.h"
#include "netclient/http/HttpClient.h"
#include "tests/net/Await.h"
#include "tests/support/FaultServer.h"
#include "tests/support/TestMain.h"

#include <QDateTime>
#include <QProcess>
#include <QRegularExpression>
#include <QSemaphore>
#include <QTcpServer>
#include <QTcpSocket>

#include <chrono>
#include <thread>

using namespace consilium;
using namespace consilium::test;

class TestHttp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void valuesAndHeaders();
    void statusesBecomeErrors_data();
    void statusesBecomeErrors();
    void errorTextHoldsNothingOfTheServer();
    void statusOutlivesACutBody();
    void refusedConnection();
    void unusableAddresses();
    void stalledAnswerTimesOut();
    void stalledBeforeTheAnswerTimesOut();
    void slowButMovingIsNoStall();
    void drippingAnswerTimesOut();
    void lateAnswerIsNotSlow();
    void connectionDroppedMidway();
    void tooShortForItsLength();
    void deadKeepAliveIsRetriedOnce();
    void lineThatDiedSilently_data();
    void lineThatDiedSilently();
    void postIsNeverRepeated();
    void retryAfterIsWaitedFor();
    void retryAfterTooLongIsAnError();
    void redirectsKeepCredentialsOnTheHost();
    void seeOtherUploadsNothingTwice();
    void endlessRedirects();
    void gzipIsUndone();
    void gzipBombIsBounded();
    void tooLongBodyIsBounded();
    void endlessErrorPageIsBounded();
    void hugeHeader();
    void notHttpAtAll();
    void cancelClosesTheConnection();
    void bodyInPieces();
    void sinkErrorEndsTheTransfer();
    void credentials();
    void proxyIsNotForLoopback();
    void loopbackIsTakenExactly();
};

namespace
{

http::HttpRequest get(const QString &url)
{
    http::HttpRequest request;
    request.url = url;
    return request;
}

FaultReply text(const QByteArray &body)
{
    return reply(200, "text/plain", body);
}

} // namespace

void TestHttp::valuesAndHeaders()
{
    FaultServer server(
        [](const FaultRequest &r) { return reply(200, "text/plain", r.header("x-asked"), {"X-Twice: 1"}); });
    http::HttpClient client;
    http::HttpRequest request = get(server.url(QStringLiteral("/a")));
    request.headers.push_back({"X-Asked", "body"});
    const auto result = await(client.send(request));
    VERIFY_VALUE(result);
    QCOMPARE(result->status, 200);
    QCOMPARE(result->body, QByteArray("body"));
    QCOMPARE(result->header("x-tWICE"), QByteArray("1"));
    QCOMPARE(result->header("absent"), QByteArray());
}

void TestHttp::statusesBecomeErrors_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("400") << 400 << QByteArray() << ErrorCode::ServerError;
    QTest::newRow("401") << 401 << QByteArray() << ErrorCode::SignInRequired;
    QTest::newRow("403") << 403 << QByteArray() << ErrorCode::Forbidden;
    QTest::newRow("404") << 404 << QByteArray() << ErrorCode::NotFound;
    QTest::newRow("406") << 406 << QByteArray() << ErrorCode::NotAcceptable;
    QTest::newRow("409") << 409 << QByteArray() << ErrorCode::Conflict;
    QTest::newRow("410") << 410 << QByteArray() << ErrorCode::NotFound;
    QTest::newRow("415") << 415 << QByteArray() << ErrorCode::NotAcceptable;
    QTest::newRow("429") << 429 << QByteArray() << ErrorCode::TooManyRequests;
    QTest::newRow("500") << 500 << QByteArray() << ErrorCode::ServerError;
    QTest::newRow("503") << 503 << QByteArray() << ErrorCode::ServerError;
    QTest::newRow("503, later") << 503 << QByteArray("Retry-After: 3600") << ErrorCode::TooManyRequests;
    QTest::newRow("507") << 507 << QByteArray() << ErrorCode::DiskFull;
}

void TestHttp::statusesBecomeErrors()
{
    QFETCH(int, status);
    QFETCH(QByteArray, header);
    QFETCH(ErrorCode, code);
    FaultServer server([&](const FaultRequest &) {
        return reply(status, "text/html", "<html><b>Sorry</b>, not today</html>",
                     header.isEmpty() ? QList<QByteArray>() : QList<QByteArray>{header});
    });
    http::HttpClient client;
    const auto result = await(client.send(get(server.url())));
    COMPARE_ERROR(result, code);
    QCOMPARE(result.error().httpStatus, status);
    QVERIFY(result.error().detail.startsWith(QStringLiteral("HTTP %1 ").arg(status)));
    QVERIFY(!result.error().detail.contains(QStringLiteral("Sorry")));
    QCOMPARE(result.error().retryAfterMs, header.isEmpty() ? -1 : 3'600'000);
    QCOMPARE(server.requests().size(), 1);
}

void TestHttp::errorTextHoldsNothingOfTheServer()
{
    FaultServer server([](const FaultRequest &) {
        FaultReply named = reply(404, "text/plain", "no study 1.2.840.113619.2 of TEST^PATIENT born 19700101");
        named.bytes.replace("Whatever", "TEST^PATIENT");
        return named;
    });
    http::HttpClient client;
    const auto result = await(client.send(get(server.url(QStringLiteral("/x?PatientName=SECRET")))));
    COMPARE_ERROR(result, ErrorCode::NotFound);
    QCOMPARE(result.error().detail, QStringLiteral("HTTP 404 Not Found"));
}

void TestHttp::statusOutlivesACutBody()
{
    std::atomic<int> asked{0};
    FaultServer server([&](const FaultRequest &r) {
        if (r.target == "/503" && ++asked > 1)
            return text("done");
        FaultReply cut = reply(r.target.mid(1).toInt(), "text/plain", QByteArray(1000, 'x'), {"Retry-After: 1"});
        cut.bytes.chop(600);
        cut.close = true;
        return cut;
    });
    http::HttpClient client;
    const std::pair<int, ErrorCode> expected[] = {
        {401, ErrorCode::SignInRequired}, {403, ErrorCode::Forbidden}, {404, ErrorCode::NotFound}};
    for (const auto &[status, code] : expected) {
        const auto result = await(client.send(get(server.url(QStringLiteral("/%1").arg(status)))));
        COMPARE_ERROR(result, code);
        QCOMPARE(result.error().httpStatus, status);
    }
    const auto later = await(client.send(get(server.url(QStringLiteral("/503")))));
    VERIFY_VALUE(later);
    QCOMPARE(later->body, QByteArray("done"));
    // One that stops in the middle has said what the matter is too.
    FaultServer silent([](const FaultRequest &) {
        FaultReply half = reply(403, "text/plain", QByteArray(1000, 'x'));
        half.bytes.chop(600);
        half.hang = true;
        return half;
    });
    http::HttpRequest request = get(silent.url());
    request.stallTimeoutMs = 300;
    COMPARE_ERROR(await(client.send(request)), ErrorCode::Forbidden);
}

void TestHttp::refusedConnection()
{
    QTcpServer closed; // a port of which we know that nobody listens there
    QVERIFY(closed.listen(QHostAddress::LocalHost, 0));
    const quint16 port = closed.serverPort();
    closed.close();
    http::HttpClient client;
    const auto result =
        await(client.send(get(QStringLiteral("http://127.0.0.1:%1/studies?PatientName=SECRET").arg(port))));
    COMPARE_ERROR(result, ErrorCode::HostUnreachable);
    QVERIFY2(result.error().detail.endsWith(reachReason::portClosed), qPrintable(result.error().detail));
    QVERIFY(!result.error().detail.contains(QStringLiteral("SECRET")));
}

void TestHttp::unusableAddresses()
{
    http::HttpClient client;
    for (const QString &url : {QStringLiteral(""), QStringLiteral("file:///etc/passwd"), QStringLiteral("http://"),
                               QStringLiteral("http://name:secret@127.0.0.1/"), QStringLiteral("ftp://127.0.0.1/")})
        COMPARE_ERROR(await(client.send(get(url))), ErrorCode::InvalidArgument);
}

void TestHttp::stalledAnswerTimesOut()
{
    FaultServer server([](const FaultRequest &) {
        FaultReply half = reply(200, "text/plain", QByteArray(1000, 'x'));
        half.bytes.chop(500);
        half.hang = true;
        return half;
    });
    http::HttpClient client;
    http::HttpRequest request = get(server.url());
    request.stallTimeoutMs = 300;
    COMPARE_ERROR(await(client.send(request)), ErrorCode::Timeout);
    QTRY_COMPARE(server.openConnections(), 0);
}

void TestHttp::stalledBeforeTheAnswerTimesOut()
{
    FaultServer server([](const FaultRequest &) { return FaultReply{{}, 0, 0, false, false, true}; });
    http::HttpClient client;
    http::HttpRequest request = get(server.url());
    request.stallTimeoutMs = 300;
    COMPARE_ERROR(await(client.send(request)), ErrorCode::Timeout);
}

void TestHttp::slowButMovingIsNoStall()
{
    FaultServer server([](const FaultRequest &) {
        FaultReply drip = text(QByteArray(40, 'x'));
        drip.piece = 1;
        return drip;
    });
    http::HttpClient client;
    const auto result = await(client.send(get(server.url())));
    VERIFY_VALUE(result);
    QCOMPARE(result->body.size(), 40);
}

namespace
{

// Answers one request with a body of `count` pieces, one every 20 ms.
class DripServer
{
public:
    DripServer(int pieceBytes, int count)
    {
        m_thread = std::thread([this, pieceBytes, count] { run(pieceBytes, count); });
        m_ready.acquire();
    }
    ~DripServer()
    {
        m_stopping = true;
        m_thread.join();
    }
    [[nodiscard]] QString url() const { return QStringLiteral("http://127.0.0.1:%1/").arg(m_port); }

private:
    void run(int pieceBytes, int count)
    {
        QTcpServer server;
        server.listen(QHostAddress::LocalHost, 0);
        m_port = server.serverPort();
        m_ready.release();
        while (!m_stopping && !server.waitForNewConnection(20)) {
        }
        const std::unique_ptr<QTcpSocket> socket(server.nextPendingConnection());
        if (!socket)
            return;
        socket->waitForReadyRead(5000);
        const qint64 length = qint64{pieceBytes} * count;
        socket->write("HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(length) + "\r\n\r\n");
        for (int i = 0; i < count && !m_stopping && socket->state() == QAbstractSocket::ConnectedState; ++i) {
            socket->write(QByteArray(pieceBytes, 'x'));
            socket->waitForBytesWritten(1000);
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
        }
        while (!m_stopping)
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }

    QSemaphore m_ready;
    quint16 m_port = 0;
    std::atomic<bool> m_stopping{false};
    std::thread m_thread;
};

} // namespace

void TestHttp::drippingAnswerTimesOut()
{
    http::HttpClient client;
    http::HttpRequest request;
    request.stallTimeoutMs = request.slowWindowMs = 400;
    request.slowBytes = 500;
    const DripServer drip(1, 100'000), stream(1000, 60);
    request.url = drip.url();
    const auto dripped = await(client.send(request));
    COMPARE_ERROR(dripped, ErrorCode::Timeout);
    QVERIFY(dripped.error().detail.contains(QStringLiteral("too slow")));
    request.url = stream.url(); // takes longer than the window, and moves
    const auto streamed = await(client.send(request));
    VERIFY_VALUE(streamed);
    QCOMPARE(streamed->body.size(), 60'000);
}

void TestHttp::lateAnswerIsNotSlow()
{
    FaultServer server([](const FaultRequest &) {
        std::this_thread::sleep_for(std::chrono::milliseconds(600));
        return text("late");
    });
    http::HttpClient client;
    http::HttpRequest request = get(server.url());
    request.slowWindowMs = 100;
    request.slowBytes = 1'000'000;
    VERIFY_VALUE(await(client.send(request)));
}

void TestHttp::connectionDroppedMidway()
{
    for (const bool reset : {false, true}) {
        FaultServer server([reset](const FaultRequest &) {
            FaultReply half = text(QByteArray(100'000, 'x'));
            half.bytes.chop(50'000);
            (reset ? half.reset : half.close) = true;
            return half;
        });
        http::HttpClient client;
        COMPARE_ERROR(await(client.send(get(server.url()))), ErrorCode::ConnectionLost);
        QCOMPARE(server.requests().size(), 1);
    }
}

void TestHttp::tooShortForItsLength()
{
    FaultServer server([](const FaultRequest &) {
        FaultReply liar{"HTTP/1.1 200 OK\r\nContent-Length: 4000000000\r\n\r\nshort"};
        liar.close = true;
        return liar;
    });
    http::HttpClient client;
    http::HttpRequest request = get(server.url());
    request.maximumBytes = 5'000'000'000;
    COMPARE_ERROR(await(client.send(request)), ErrorCode::ConnectionLost);
}

void TestHttp::deadKeepAliveIsRetriedOnce()
{
    // The second request on a connection finds it dead: closed after it was sent, before anything came back.
    FaultServer server([](const FaultRequest &r) {
        FaultReply answer = text("connection " + QByteArray::number(r.connection));
        if (r.onConnection > 1) {
            answer.bytes.clear();
            answer.reset = true;
        }
        return answer;
    });
    http::HttpClient client;
    for (int i = 1; i <= 5; ++i) {
        const auto result = await(client.send(get(server.url())));
        VERIFY_VALUE(result);
        QCOMPARE(result->body, "connection " + QByteArray::number(i));
    }
    QCOMPARE(server.connections(), 5);
}

void TestHttp::lineThatDiedSilently_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<int>("silentFrom"); ///< the connection whose second answer never comes: this one or any later
    QTest::addColumn<bool>("half");      ///< it has begun to answer
    QTest::addColumn<bool>("comes");
    QTest::newRow("asked again on a line of its own") << QByteArray("GET") << 1 << false << true;
    QTest::newRow("in the middle of an answer") << QByteArray("GET") << 1 << true << true;
    QTest::newRow("that is no better") << QByteArray("GET") << 99 << false << false;
    QTest::newRow("nothing is uploaded twice") << QByteArray("POST") << 99 << false << false;
}

// A firewall forgets a line without a word to either end; HTTP/2 of curl 7.88 can be stuck behind another's answer.
void TestHttp::lineThatDiedSilently()
{
    QFETCH(QByteArray, method);
    QFETCH(int, silentFrom);
    QFETCH(bool, half);
    QFETCH(bool, comes);
    FaultServer server([&](const FaultRequest &request) {
        const bool isFirst = request.connection == 1 && request.onConnection == 1;
        FaultReply answer = reply(200, "text/plain", "whole");
        if (isFirst || (request.connection > silentFrom && request.method != "POST"))
            return answer;
        answer.bytes = half ? answer.bytes.chopped(3) : QByteArray();
        answer.hang = true;
        return answer;
    });
    http::HttpClient client;
    VERIFY_VALUE(await(client.send(get(server.url()))));
    http::HttpRequest request = get(server.url());
    request.method = method;
    request.idempotent = method == "GET";
    request.body = method == "GET" ? QByteArray() : QByteArray("x");
    request.stallTimeoutMs = 1200;
    const auto answer = await(client.send(request));
    if (comes) {
        VERIFY_VALUE(answer);
        QCOMPARE(answer->body, QByteArray("whole"));
        QCOMPARE(server.connections(), 2);
    } else {
        COMPARE_ERROR(answer, ErrorCode::Timeout);
        QCOMPARE(server.requests().size(), method == "GET" ? 3 : 2); // once more at most
    }
}

void TestHttp::postIsNeverRepeated()
{
    FaultServer server([](const FaultRequest &r) {
        FaultReply answer = text("ok");
        if (r.method == "POST") {
            answer.bytes.clear();
            answer.close = true;
        }
        return answer;
    });
    http::HttpClient client;
    VERIFY_VALUE(await(client.send(get(server.url()))));
    http::HttpRequest post = get(server.url());
    post.method = "POST";
    post.body = "once";
    post.idempotent = false;
    COMPARE_ERROR(await(client.send(post)), ErrorCode::ConnectionLost);
    QCOMPARE(server.requests().size(), 2);
    QCOMPARE(server.requests().last().onConnection, 1);
}

void TestHttp::retryAfterIsWaitedFor()
{
    for (const int status : {429, 503}) {
        std::atomic<int> asked{0};
        FaultServer server([&](const FaultRequest &) {
            return ++asked == 1 ? reply(status, "text/plain", "busy", {"Retry-After: 1"}) : text("done");
        });
        http::HttpClient client;
        QElapsedTimer timer;
        timer.start();
        const auto result = await(client.send(get(server.url())));
        VERIFY_VALUE(result);
        QCOMPARE(result->body, QByteArray("done"));
        QVERIFY(timer.elapsed() >= 1000);
        QCOMPARE(asked.load(), 2);
    }
}

void TestHttp::retryAfterTooLongIsAnError()
{
    const QByteArray inAnHour =
        QDateTime::currentDateTimeUtc().addSecs(3600).toString(QStringLiteral("ddd, dd MMM yyyy hh:mm:ss")).toLatin1();
    FaultServer server(
        [&](const FaultRequest &) { return reply(503, "text/plain", "busy", {"Retry-After: " + inAnHour + " GMT"}); });
    http::HttpClient client;
    const auto result = await(client.send(get(server.url())));
    COMPARE_ERROR(result, ErrorCode::TooManyRequests);
    QVERIFY(result.error().retryAfterMs > 3'500'000 && result.error().retryAfterMs <= 3'600'000);
}

void TestHttp::redirectsKeepCredentialsOnTheHost()
{
    FaultServer elsewhere([](const FaultRequest &r) { return text("[" + r.header("authorization") + "]"); });
    FaultServer server([&](const FaultRequest &r) {
        if (r.target == "/here")
            return reply(302, {}, {}, {"Location: /there"});
        if (r.target == "/away") // another name: another host, though the same machine
            return reply(302, {}, {}, {"Location: http://localhost:" + QByteArray::number(elsewhere.port()) + "/"});
        return text("[" + r.header("authorization") + "]");
    });
    http::HttpClient client;
    http::HttpRequest request = get(server.url(QStringLiteral("/here")));
    for (const auto kind : {http::Credentials::Kind::Basic, http::Credentials::Kind::Bearer}) {
        const bool basic = kind == http::Credentials::Kind::Basic;
        request.credentials = {kind, basic ? QStringLiteral("u") : QString(), QStringLiteral("p")};
        request.url = server.url(QStringLiteral("/here"));
        const auto same = await(client.send(request));
        VERIFY_VALUE(same);
        QCOMPARE(same->body, basic ? QByteArray("[Basic dTpw]") : QByteArray("[Bearer p]"));
        request.url = server.url(QStringLiteral("/away"));
        const auto other = await(client.send(request));
        VERIFY_VALUE(other);
        QCOMPARE(other->body, QByteArray("[]"));
    }
}

void TestHttp::seeOtherUploadsNothingTwice()
{
    FaultServer server([](const FaultRequest &r) {
        if (r.target == "/done")
            return text(r.method + " " + r.body);
        return reply(r.target.mid(1).toInt(), {}, {}, {"Location: /done"});
    });
    http::HttpClient client;
    http::HttpRequest post;
    post.method = "POST";
    post.body = "objects";
    post.idempotent = false;
    const std::pair<int, const char *> expected[] = {
        {301, "POST objects"}, {302, "POST objects"}, {303, "GET "}, {307, "POST objects"}, {308, "POST objects"}};
    for (const auto &[status, answer] : expected) {
        post.url = server.url(QStringLiteral("/%1").arg(status));
        const auto result = await(client.send(post));
        VERIFY_VALUE(result);
        QCOMPARE(result->body, QByteArray(answer));
    }
}

void TestHttp::endlessRedirects()
{
    FaultServer server([](const FaultRequest &) { return reply(302, {}, {}, {"Location: /again"}); });
    http::HttpClient client;
    COMPARE_ERROR(await(client.send(get(server.url()))), ErrorCode::ProtocolViolation);
    QCOMPARE(server.requests().size(), 6);
    FaultServer toFile([](const FaultRequest &) { return reply(302, {}, {}, {"Location: file:///etc/passwd"}); });
    COMPARE_ERROR(await(client.send(get(toFile.url()))), ErrorCode::ProtocolViolation);
}

namespace
{

// `size` zeros, made by the gzip program.
QByteArray gzipped(const QByteArray &bytes)
{
    QProcess gzip;
    gzip.start(QStringLiteral("gzip"), {QStringLiteral("-c")});
    gzip.write(bytes);
    gzip.closeWriteChannel();
    gzip.waitForFinished();
    return gzip.readAllStandardOutput();
}

} // namespace

void TestHttp::gzipIsUndone()
{
    const QByteArray plain = QByteArray("[{\"a\": 1}]").repeated(100);
    FaultServer server([&](const FaultRequest &) {
        return reply(200, "application/json", gzipped(plain), {"Content-Encoding: gzip"});
    });
    http::HttpClient client;
    http::HttpRequest request = get(server.url());
    for (const bool asked : {true, false}) { // some servers compress whether or not they were asked
        request.acceptCompressed = asked;
        const auto result = await(client.send(request));
        VERIFY_VALUE(result);
        QCOMPARE(result->body, plain);
        QCOMPARE(server.requests().last().header("accept-encoding"),
                 asked ? QByteArray("gzip") : QByteArray("identity"));
    }
}

void TestHttp::gzipBombIsBounded()
{
    const QByteArray bomb = gzipped(QByteArray(50'000'000, '\0'));
    QVERIFY(bomb.size() < 100'000);
    FaultServer server(
        [&](const FaultRequest &) { return reply(200, "application/json", bomb, {"Content-Encoding: gzip"}); });
    http::HttpClient client;
    http::HttpRequest request = get(server.url());
    request.acceptCompressed = true;
    request.maximumBytes = 1'000'000;
    COMPARE_ERROR(await(client.send(request)), ErrorCode::ProtocolViolation);
}

void TestHttp::tooLongBodyIsBounded()
{
    FaultServer announced([](const FaultRequest &) { return text(QByteArray(2'000'000, 'x')); });
    FaultServer silent([](const FaultRequest &) {
        FaultReply endless{"HTTP/1.1 200 OK\r\n\r\nx"};
        endless.repeatLastByte = std::numeric_limits<qint64>::max();
        return endless;
    });
    http::HttpClient client;
    for (const QString &url : {announced.url(), silent.url()}) {
        http::HttpRequest request = get(url);
        request.maximumBytes = 1'000'000;
        COMPARE_ERROR(await(client.send(request)), ErrorCode::ProtocolViolation);
    }
    QTRY_COMPARE(silent.openConnections(), 0);
    QVERIFY(silent.bytesSent() < 100'000'000);
}

void TestHttp::endlessErrorPageIsBounded()
{
    FaultServer server([](const FaultRequest &) {
        FaultReply endless{"HTTP/1.1 500 No\r\nContent-Type: text/html\r\n\r\nx"};
        endless.repeatLastByte = std::numeric_limits<qint64>::max();
        return endless;
    });
    http::HttpClient client;
    const auto result = await(client.send(get(server.url())));
    COMPARE_ERROR(result, ErrorCode::ServerError);
    QCOMPARE(result.error().httpStatus, 500);
    QVERIFY(result.error().detail.size() < 300);
}

void TestHttp::hugeHeader()
{
    FaultServer lines([](const FaultRequest &) {
        return FaultReply{"HTTP/1.1 200 OK\r\n" + QByteArray("X-A: " + QByteArray(900, 'x') + "\r\n").repeated(1000) +
                          "\r\n"};
    });
    FaultServer line([](const FaultRequest &) {
        FaultReply endless{"HTTP/1.1 200 OK\r\nX-A: x"};
        endless.repeatLastByte = 10'000'000;
        return endless;
    });
    http::HttpClient client;
    COMPARE_ERROR(await(client.send(get(lines.url()))), ErrorCode::ProtocolViolation);
    QVERIFY(!await(client.send(get(line.url()))));
}

void TestHttp::notHttpAtAll()
{
    FaultServer server([](const FaultRequest &) { return FaultReply{"SSH-2.0-OpenSSH\r\n", 0, 0, true}; });
    http::HttpClient client;
    COMPARE_ERROR(await(client.send(get(server.url()))), ErrorCode::ProtocolViolation);
}

void TestHttp::cancelClosesTheConnection()
{
    FaultServer server([](const FaultRequest &) {
        FaultReply half = text(QByteArray(1000, 'x'));
        half.bytes.chop(500);
        half.hang = true;
        return half;
    });
    http::HttpClient client;
    std::vector<CancelToken> tokens(4);
    std::vector<QFuture<Result<http::HttpResponse>>> futures;
    for (const CancelToken &token : tokens)
        futures.push_back(client.send(get(server.url()), Priority::Interactive, token));
    QTRY_COMPARE(server.openConnections(), 4);
    for (const CancelToken &token : tokens)
        token.cancel();
    for (const auto &future : futures)
        COMPARE_ERROR(await(future), ErrorCode::Cancelled);
    QTRY_COMPARE(server.openConnections(), 0);
}

void TestHttp::bodyInPieces()
{
    FaultServer server(
        [](const FaultRequest &r) { return text(r.method + " " + r.header("content-type") + " " + r.body); });
    http::HttpClient client;
    http::HttpRequest request = get(server.url());
    request.method = "POST";
    request.headers.push_back({"Content-Type", "text/x"});
    request.body = "first,";
    request.bodyPieces = {"second,", "", QByteArray(600'000, 'z'), "last"};
    const auto result = await(client.send(request));
    VERIFY_VALUE(result);
    QCOMPARE(result->body, "POST text/x first,second," + QByteArray(600'000, 'z') + "last");
    request.method = "PUT";
    VERIFY_VALUE(await(client.send(request)));
    QCOMPARE(server.requests().last().method, QByteArray("PUT"));
    request.method = "DELETE";
    request.body.clear();
    request.bodyPieces.clear();
    VERIFY_VALUE(await(client.send(request)));
    QCOMPARE(server.requests().last().method, QByteArray("DELETE"));
}

void TestHttp::sinkErrorEndsTheTransfer()
{
    FaultServer server([](const FaultRequest &) {
        FaultReply endless{"HTTP/1.1 200 OK\r\nX-Mark: 7\r\n\r\nx"};
        endless.repeatLastByte = std::numeric_limits<qint64>::max();
        return endless;
    });
    http::HttpClient client;
    std::atomic<qint64> received{0};
    QByteArray mark;
    http::BodySink sink{[&](const http::HttpResponse &head) {
                            mark = head.header("x-mark");
                            return Result<void>();
                        },
                        [&](const char *, std::size_t size) -> Result<void> {
                            received += static_cast<qint64>(size);
                            if (received > 3'000'000)
                                return fail(ErrorCode::DiskFull);
                            return {};
                        }};
    COMPARE_ERROR(await(client.send(get(server.url()), Priority::Interactive, {}, sink)), ErrorCode::DiskFull);
    QCOMPARE(mark, QByteArray("7"));
    QTRY_COMPARE(server.openConnections(), 0);
}

void TestHttp::credentials()
{
    FaultServer server([](const FaultRequest &r) { return text(r.header("authorization")); });
    http::HttpClient client;
    http::HttpRequest request = get(server.url());
    QCOMPARE(await(client.send(request))->body, QByteArray());
    request.credentials = {http::Credentials::Kind::Basic, QStringLiteral("医生"), QStringLiteral("a:b")};
    QCOMPARE(await(client.send(request))->body, "Basic " + QByteArray("医生:a:b").toBase64());
    request.credentials = {http::Credentials::Kind::Bearer, {}, QStringLiteral("tok.en")};
    QCOMPARE(await(client.send(request))->body, QByteArray("Bearer tok.en"));
}

void TestHttp::proxyIsNotForLoopback()
{
    qputenv("http_proxy", "http://127.0.0.1:1/");
    FaultServer server([](const FaultRequest &) { return text("direct"); });
    http::HttpClient client;
    const auto result = await(client.send(get(server.url())));
    qunsetenv("http_proxy");
    VERIFY_VALUE(result);
    QCOMPARE(result->body, QByteArray("direct"));
}

void TestHttp::loopbackIsTakenExactly()
{
    FaultServer proxy([](const FaultRequest &r) { return text(r.target); });
    qputenv("http_proxy", proxy.url().toLatin1());
    http::HttpClient client;
    const auto elsewhere = await(client.send(get(QStringLiteral("http://127.example.org/a"))));
    const auto alsoElsewhere = await(client.send(get(QStringLiteral("http://127.0.0.1.example.org/a"))));
    qunsetenv("http_proxy");
    VERIFY_VALUE(elsewhere);
    QCOMPARE(elsewhere->body, QByteArray("http://127.example.org/a"));
    VERIFY_VALUE(alsoElsewhere);
}

CONSILIUM_TEST(TestHttp)
#include "TestHttp.moc"
