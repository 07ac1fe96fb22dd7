#include "base/Error.h"
#include "base/ReachReasons.h"
#include "netclient/http/HttpClient.h"
#include "tests/net/Await.h"
#include "tests/support/FaultServer.h"
#include "tests/support/TestMain.h"

#include <QTcpServer>

#include <optional>
#include <utility>
#include <vector>

using namespace consilium;
using namespace consilium::test;

namespace
{

/// The proxy of the environment for as long as it lives.
struct Proxy {
    /// Before any client: the threads of these read the environment.
    explicit Proxy(const QString &url, const QByteArray &past = {})
    {
        set("no_proxy", past);
        for (const char *name : {"http_proxy", "https_proxy"})
            set(name, url.toLatin1());
    }
    ~Proxy()
    {
        for (const auto &[name, value] : m_before) {
            if (value)
                qputenv(name, *value);
            else
                qunsetenv(name);
        }
    }
    Proxy(const Proxy &) = delete;
    Proxy &operator=(const Proxy &) = delete;

private:
    void set(const char *name, const QByteArray &value)
    {
        m_before.emplace_back(name, qEnvironmentVariableIsSet(name) ? std::optional(qgetenv(name)) : std::nullopt);
        qputenv(name, value);
    }

    std::vector<std::pair<const char *, std::optional<QByteArray>>> m_before;
};

QString urlOfNobody()
{
    QTcpServer closed;
    (void)closed.listen(QHostAddress::LocalHost, 0);
    return QStringLiteral("http://127.0.0.1:%1").arg(closed.serverPort());
}

http::HttpRequest get(const QString &url)
{
    http::HttpRequest request;
    request.url = url;
    return request;
}

} // namespace

/// Between this computer and an archive stands a proxy of the network: what goes wrong at it is not the archive's.
class TestProxy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatAProxySaysIsNotTheArchives_data()
    {
        QTest::addColumn<QString>("scheme");
        QTest::addColumn<int>("status"); // that the proxy answers; 0: it hangs up, -1: nobody is there
        QTest::addColumn<QLatin1StringView>("reason");
        const QString http = QStringLiteral("http"), https = QStringLiteral("https");
        QTest::newRow("https, sign-in") << https << 407 << reachReason::proxySignIn;
        QTest::newRow("http, sign-in") << http << 407 << reachReason::proxySignIn;
        QTest::newRow("https, refused") << https << 403 << reachReason::proxyRefuses;
        QTest::newRow("https, bad gateway") << https << 502 << reachReason::proxyNoWay;
        QTest::newRow("https, unavailable") << https << 503 << reachReason::proxyNoWay;
        QTest::newRow("https, gateway timeout") << https << 504 << reachReason::proxyNoWay;
        QTest::newRow("https, it hangs up") << https << 0 << reachReason::proxyRefuses;
        QTest::newRow("https, nobody there") << https << -1 << reachReason::proxyAway;
        QTest::newRow("http, nobody there") << http << -1 << reachReason::proxyAway;
    }

    void whatAProxySaysIsNotTheArchives()
    {
        QFETCH(QString, scheme);
        QFETCH(int, status);
        QFETCH(QLatin1StringView, reason);
        FaultServer server([&](const FaultRequest &) {
            FaultReply bye;
            bye.close = true;
            return status == 0 ? bye : reply(status, "text/html", "<html>Proxy</html>");
        });
        const Proxy proxy(status < 0 ? urlOfNobody() : server.url());
        http::HttpClient client;
        http::HttpRequest request = get(scheme + QStringLiteral("://pacs.invalid/studies?PatientName=SECRET"));
        request.credentials = {http::Credentials::Kind::Basic, QStringLiteral("reader"), QStringLiteral("s3cret")};
        const auto result = await(client.send(request));
        COMPARE_ERROR(result, ErrorCode::HostUnreachable);
        QVERIFY2(result.error().detail.endsWith(reason), qPrintable(result.error().detail));
        QVERIFY(!result.error().detail.contains(QStringLiteral("SECRET")));
        QVERIFY(userMessage(result.error()).contains(QStringLiteral("proxy")));
    }

    void aClosedPortIsTheArchivesWhereNoProxyIsAsked()
    {
        const Proxy proxy(urlOfNobody(), "example.org,.invalid");
        http::HttpClient client;
        const auto here = await(client.send(get(urlOfNobody()))); // never by a proxy
        COMPARE_ERROR(here, ErrorCode::HostUnreachable);
        QVERIFY2(here.error().detail.endsWith(reachReason::portClosed), qPrintable(here.error().detail));
        const auto past = await(client.send(get(QStringLiteral("https://pacs.invalid/"))));
        COMPARE_ERROR(past, ErrorCode::HostUnreachable);
        QVERIFY2(past.error().detail.endsWith(reachReason::nameUnknown), qPrintable(past.error().detail));
    }
};

CONSILIUM_TEST(TestProxy)
#include "TestProxy.moc"
