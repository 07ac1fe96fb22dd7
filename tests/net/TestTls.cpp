#include "netclient/http/HttpClient.h"
#include "tests/net/Await.h"
#include "tests/support/FaultServer.h"
#include "tests/support/Needs.h"
#include "tests/support/TestMain.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTemporaryDir>

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
    void unreadableAuthority();
    void plainServerBehindTls();
    void http2WhereOffered();
    void noWayBackToPlain();

private:
    [[nodiscard]] QString path(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)); }
    [[nodiscard]] bool makeCertificate(const char *name, const char *subjectAltName);
    QTemporaryDir m_folder;
};

bool TestTls::makeCertificate(const char *name, const char *subjectAltName)
{
    const QString base = path(name);
    QProcess openssl;
    openssl.start(QStringLiteral("openssl"),
                  {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"),
                   QStringLiteral("rsa:2048"), QStringLiteral("-nodes"), QStringLiteral("-days"), QStringLiteral("2"),
                   QStringLiteral("-subj"), QStringLiteral("/CN=TEST"), QStringLiteral("-addext"),
                   QStringLiteral("subjectAltName=") + QString::fromLatin1(subjectAltName), QStringLiteral("-keyout"),
                   base + QStringLiteral(".key"), QStringLiteral("-out"), base + QStringLiteral(".pem")});
    return openssl.waitForStarted() && openssl.waitForFinished() && openssl.exitCode() == 0;
}

void TestTls::initTestCase()
{
    NEEDS(makeCertificate("good", "IP:127.0.0.1") && makeCertificate("other", "DNS:elsewhere.example"),
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
    QVERIFY(!await(client.send(request)));
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
    server.start(program, {QStringLiteral("-d"), m_folder.path(), QStringLiteral("-a"), QStringLiteral("127.0.0.1"),
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
