#include "base/TlsReasons.h"
#include "netclient/http/HttpClient.h"
#include "netclient/http/HttpError.h"
#include "tests/net/Await.h"
#include "tests/support/Certificates.h"
#include "tests/support/FaultServer.h"
#include "tests/support/Needs.h"
#include "tests/support/TestMain.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTcpServer>

using namespace consilium;
using namespace consilium::test;

/// Certificates are made by the openssl program when the test runs.
class TestTls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void unknownCertificateIsRefused();
    void ownAuthorityIsAccepted();
    void wrongNameIsRefused();
    void whyACertificateIsRefused_data();
    void whyACertificateIsRefused();
    void unreadableAuthority();
    void plainServerBehindTls();
    void http2WhereOffered();
    void noWayBackToPlain();

private:
    [[nodiscard]] QString path(const char *name) const { return m_made.path(QString::fromLatin1(name)); }
    Certificates m_made;
};

void TestTls::initTestCase()
{
    const QString here = QStringLiteral("IP:127.0.0.1"), past = QStringLiteral("20200101000000Z"),
                  less = QStringLiteral("20200102000000Z"), future = QStringLiteral("20490101000000Z"),
                  more = QStringLiteral("20490102000000Z");
    const QString good = QStringLiteral("good"), other = QStringLiteral("other"), known = QStringLiteral("signed"),
                  named = QStringLiteral("signed-other"), old = QStringLiteral("expired"),
                  early = QStringLiteral("early");
    NEEDS(m_made.begin() && m_made.makeSelfSigned(good, here) &&
              m_made.makeSelfSigned(other, QStringLiteral("DNS:elsewhere.example")) &&
              m_made.makeSigned(known, here, past, more) &&
              m_made.makeSigned(named, QStringLiteral("DNS:elsewhere.example"), past, more) &&
              m_made.makeSigned(old, here, past, less) && m_made.makeSigned(early, here, future, more),
          "no openssl program to make certificates with");
}

namespace
{

FaultReply hello(const FaultRequest &)
{
    return reply(200, "text/plain", "hello");
}

http::HttpRequest get(const QString &url, const QString &caFile = {})
{
    http::HttpRequest request;
    request.url = url;
    request.caFile = caFile;
    return request;
}

} // namespace

void TestTls::unknownCertificateIsRefused()
{
    FaultServer server(hello, path("good.pem"), path("good.key"));
    http::HttpClient client;
    COMPARE_ERROR(await(client.send(get(server.url()))), ErrorCode::TlsUntrusted);
    QVERIFY(server.requests().isEmpty()); // nothing was said to a stranger
}

void TestTls::ownAuthorityIsAccepted()
{
    FaultServer server(hello, path("good.pem"), path("good.key"));
    http::HttpClient client;
    for (int i = 0; i < 3; ++i) {
        const auto result = await(client.send(get(server.url(), path("good.pem"))));
        VERIFY_VALUE(result);
        QCOMPARE(result->body, QByteArray("hello"));
    }
    QCOMPARE(server.connections(), 1);
    // Trust goes with the request: the pooled connection is not for one that does not trust this authority.
    COMPARE_ERROR(await(client.send(get(server.url()))), ErrorCode::TlsUntrusted);
}

void TestTls::wrongNameIsRefused()
{
    FaultServer server(hello, path("other.pem"), path("other.key"));
    http::HttpClient client;
    COMPARE_ERROR(await(client.send(get(server.url(), path("other.pem")))), ErrorCode::TlsUntrusted);
}

void TestTls::whyACertificateIsRefused_data()
{
    QTest::addColumn<QString>("server");
    QTest::addColumn<bool>("isAuthorityKnown");
    QTest::addColumn<QString>("reason"); // ends the detail; empty: it is accepted
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char *name, const char *server, bool isKnown, QLatin1StringView reason,
                        const char *sentence) {
        QTest::newRow(name) << QString::fromLatin1(server) << isKnown << QString(reason)
                            << QString::fromLatin1(sentence);
    };
    row("as it should be", "signed", true, {}, "");
    row("unknown authority", "signed", false, tlsReason::unknownAuthority,
        "The archive's certificate comes from an authority that this computer does not know.");
    row("signed by itself", "good", false, tlsReason::selfSigned,
        "The archive has signed its certificate itself: it is not trusted.");
    row("of another host", "signed-other", true, tlsReason::wrongName,
        "The archive's certificate is for another address.");
    row("expired", "expired", true, tlsReason::expired, "The archive's certificate has expired.");
    row("not valid yet", "early", true, tlsReason::notYetValid, "The archive's certificate is not valid yet.");
}

void TestTls::whyACertificateIsRefused()
{
    QFETCH(QString, server);
    QFETCH(bool, isAuthorityKnown);
    QFETCH(QString, reason);
    QFETCH(QString, sentence);
    FaultServer archive(hello, m_made.certificate(server), m_made.key(server));
    http::HttpClient client;
    const auto result = await(client.send(get(archive.url(), isAuthorityKnown ? m_made.authority() : QString())));
    if (reason.isEmpty()) {
        VERIFY_VALUE(result);
        return;
    }
    COMPARE_ERROR(result, ErrorCode::TlsUntrusted);
    QVERIFY2(result.error().detail.endsWith(reason), qPrintable(result.error().detail));
    QCOMPARE(userMessage(result.error()), sentence);
    QVERIFY(archive.requests().isEmpty()); // nothing was said to it
}

void TestTls::unreadableAuthority()
{
    FaultServer server(hello, path("good.pem"), path("good.key"));
    http::HttpClient client;
    COMPARE_ERROR(await(client.send(get(server.url(), path("missing.pem")))), ErrorCode::FileUnreadable);
}

void TestTls::plainServerBehindTls()
{
    FaultServer server(hello);
    http::HttpClient client;
    const QString url = server.url().replace(QStringLiteral("http:"), QStringLiteral("https:"));
    http::HttpRequest request = get(url);
    request.stallTimeoutMs = 2000;
    request.connectTimeoutMs = 1000;
    const auto result = await(client.send(request));
    COMPARE_ERROR(result, ErrorCode::ProtocolViolation);
    QCOMPARE(http::tlsFaultOf(result.error()), http::TlsFault::NotSpoken);
    QCOMPARE(userMessage(result.error()), QStringLiteral("The server does not speak TLS at this address."));
}

void TestTls::http2WhereOffered()
{
    QString program = QStandardPaths::findExecutable(QStringLiteral("nghttpd"));
    if (program.isEmpty()) // Debian puts it where only administrators look
        program = QStandardPaths::findExecutable(QStringLiteral("nghttpd"), {QStringLiteral("/usr/sbin")});
    NEEDS(!program.isEmpty(), "no nghttpd program (Debian: nghttp2-server) to speak HTTP/2 with");
    QTcpServer probe; // a port that is free
    QVERIFY(probe.listen(QHostAddress::LocalHost, 0));
    const quint16 port = probe.serverPort();
    probe.close();
    const QByteArray bytes(300'000, 'h');
    QFile file(path("frame"));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    file.close();
    QProcess server; // knows nothing but HTTP/2: any answer was one
    server.start(program, {QStringLiteral("-d"), m_made.folder(), QStringLiteral("-a"), QStringLiteral("127.0.0.1"),
                           QString::number(port), path("good.key"), path("good.pem")});
    QVERIFY(server.waitForStarted());
    http::HttpClient client;
    const auto request = get(QStringLiteral("https://127.0.0.1:%1/frame").arg(port), path("good.pem"));
    QTRY_VERIFY(await(client.send(request)));
    std::vector<QFuture<Result<http::HttpResponse>>> futures;
    std::vector<CancelToken> tokens(40);
    for (const CancelToken &token : tokens)
        futures.push_back(client.send(request, Priority::Interactive, token));
    for (std::size_t i = 0; i < tokens.size(); i += 4)
        tokens[i].cancel();
    for (std::size_t i = 0; i < futures.size(); ++i) {
        const auto result = await(futures[i]);
        if (i % 4 == 0 && !result)
            continue;
        VERIFY_VALUE(result);
        QCOMPARE(result->body, bytes);
    }
    server.kill();
    server.waitForFinished();
}

void TestTls::noWayBackToPlain()
{
    FaultServer plain(hello);
    const QByteArray location = "Location: " + plain.url().toLatin1() + "/";
    FaultServer server([&](const FaultRequest &) { return reply(302, {}, {}, {location}); }, path("good.pem"),
                       path("good.key"));
    http::HttpClient client;
    COMPARE_ERROR(await(client.send(get(server.url(), path("good.pem")))), ErrorCode::ProtocolViolation);
    QVERIFY(plain.requests().isEmpty());
}

CONSILIUM_TEST(TestTls)
#include "TestTls.moc"
