#include "netclient/dicomweb/DicomWebClient.h"
#include "tests/net/Await.h"
#include "tests/support/FaultServer.h"
#include "tests/support/TestMain.h"

#include <QElapsedTimer>

#include <atomic>

using namespace consilium;
using namespace consilium::test;
using dicomweb::ArchiveConfig;
using dicomweb::DicomWebClient;

namespace
{

const StudyUid study(QStringLiteral("1.2.3"));
const SeriesUid series(QStringLiteral("1.2.3.4"));
const SopInstanceUid sop(QStringLiteral("1.2.3.4.5"));
constexpr auto json = "application/dicom+json";

ArchiveConfig configOf(const FaultServer &server)
{
    return {ArchiveId(QStringLiteral("a")), {}, server.url(QStringLiteral("/dw")), {}, {}};
}

FaultServer::Handler refusing(int status, const QList<QByteArray> &headers = {})
{
    return [status, headers](const FaultRequest &) { return reply(status, "text/plain", "no", headers); };
}

} // namespace

/// Archives that do not want: what the reader is told must be what is the matter.
class TestDicomWebRefusals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // The archive may have ended in drawing it: never again by itself, also after a line that served before.
    void aPictureIsAskedForOnce()
    {
        std::atomic<int> asked{0};
        FaultServer server([&](const FaultRequest &request) {
            if (!request.target.endsWith("/rendered"))
                return reply(200, json, "[]");
            ++asked;
            FaultReply dropped;
            dropped.reset = true;
            return dropped;
        });
        http::HttpClient http;
        DicomWebClient web(http, configOf(server));
        QVERIFY(await(web.searchStudies({})).has_value());
        const auto picture = await(web.fetchRendered(study, series, sop));
        QVERIFY(!picture);
        QCOMPARE(picture.error().code, ErrorCode::ConnectionLost);
        QCOMPARE(asked.load(), 1);
    }
    void signInNamesWhatWasGiven()
    {
        FaultServer server(refusing(401, {"WWW-Authenticate: Basic realm=\"x\""}));
        http::HttpClient http;
        QStringList sentences;
        using Kind = http::Credentials::Kind;
        const std::pair<Kind, Error::Given> cases[] = {{Kind::None, Error::Given::Nothing},
                                                       {Kind::Basic, Error::Given::Password},
                                                       {Kind::Bearer, Error::Given::Token}};
        for (const auto &[kind, given] : cases) {
            ArchiveConfig config = configOf(server);
            config.credentials = {kind, QStringLiteral("u"), QStringLiteral("s")};
            DicomWebClient web(http, config);
            const auto page = await(web.searchStudies({}));
            COMPARE_ERROR(page, ErrorCode::SignInRequired);
            QVERIFY(page.error().given == given);
            sentences << userMessage(page.error());
        }
        QCOMPARE(sentences.removeDuplicates(), 0);
        QVERIFY(!sentences[0].contains(QStringLiteral("password")) &&
                !sentences[2].contains(QStringLiteral("password")));
    }

    void wrongAddressIsNoService()
    {
        FaultServer server(refusing(404));
        http::HttpClient http;
        DicomWebClient web(http, configOf(server));
        COMPARE_ERROR(await(web.searchStudies({})), ErrorCode::NoService);
        dicomweb::StudyQuery several;
        several.modalities = {QStringLiteral("CT"), QStringLiteral("MR")};
        COMPARE_ERROR(await(web.searchStudies(several)), ErrorCode::NoService);
        COMPARE_ERROR(await(web.searchSeries(study)), ErrorCode::NotFound); // the study may have gone
    }

    void overloadedArchiveIsNamedAndGivenUp()
    {
        FaultServer server(refusing(429, {"Retry-After: 1"}));
        http::HttpClient http;
        ArchiveConfig config = configOf(server);
        config.patienceMs = 2500;
        DicomWebClient web(http, config);
        QVERIFY(!web.waitingFor());
        QElapsedTimer timer;
        timer.start();
        auto future = web.searchStudies({});
        QTRY_VERIFY(web.waitingFor());
        const auto wait = web.waitingFor();
        QVERIFY(wait && wait->code == ErrorCode::TooManyRequests);
        QVERIFY(wait->retryAfterMs >= 0 && wait->retryAfterMs <= 1000);
        COMPARE_ERROR(await(future), ErrorCode::TooManyRequests);
        QVERIFY(timer.elapsed() >= 1900 && timer.elapsed() < 10'000);
        QCOMPARE(server.requests().size(), 3); // at once, after one second, after two
        QVERIFY(!web.waitingFor());
    }

    // A server that takes its time to say that it has none: the whole is bounded, not the pauses only.
    void slowRefusalsAreBounded()
    {
        FaultServer server([](const FaultRequest &) {
            QThread::msleep(600);
            return reply(429, "text/plain", "no", {"Retry-After: 0"});
        });
        http::HttpClient http;
        http::HttpRequest request;
        request.url = server.url();
        request.waitForServerMs = 1000;
        COMPARE_ERROR(await(http.send(request)), ErrorCode::TooManyRequests);
        QVERIFY(server.requests().size() <= 3);
    }

    void patienceBoundsSilence()
    {
        FaultServer server([](const FaultRequest &) {
            FaultReply silent;
            silent.hang = true;
            return silent;
        });
        http::HttpClient http;
        ArchiveConfig config = configOf(server);
        config.patienceMs = 500;
        DicomWebClient web(http, config);
        QElapsedTimer timer;
        timer.start();
        COMPARE_ERROR(await(web.searchStudies({})), ErrorCode::Timeout);
        QVERIFY(timer.elapsed() < 10'000);
    }

    void emptyListsAreNoStudies_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("isList");
        QTest::newRow("204") << 204 << QByteArray() << true;
        QTest::newRow("200 without a body") << 200 << QByteArray() << false; // a proxy that gave up says that too
        QTest::newRow("200 with blanks") << 200 << QByteArray(" \r\n") << false;
        QTest::newRow("200 with an empty list") << 200 << QByteArray("[]") << true;
    }
    void emptyListsAreNoStudies()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(bool, isList);
        FaultServer server([&](const FaultRequest &) { return reply(status, json, body); });
        http::HttpClient http;
        DicomWebClient web(http, configOf(server));
        const auto page = await(web.searchStudies({}));
        if (!isList) {
            COMPARE_ERROR(page, ErrorCode::ProtocolViolation);
            return;
        }
        VERIFY_VALUE(page);
        QVERIFY(page->studies.empty() && !page->mayHaveMore);
    }

    // The label of the whole says octet-stream, the body is the multipart one that was asked for.
    void multipartUnderAnEmptyLabel()
    {
        QByteArray pixels(64, '\0');
        for (int i = 0; i < 64; ++i)
            pixels[i] = char(i * 3);
        const QByteArray body = "--x1\r\nContent-Type: application/octet-stream\r\n\r\n" + pixels + "\r\n--x1--\r\n";
        FaultServer server([&](const FaultRequest &) { return reply(200, "application/octet-stream", body); });
        http::HttpClient http;
        DicomWebClient web(http, configOf(server));
        const auto frame = await(web.fetchFrame(study, series, sop, 0));
        VERIFY_VALUE(frame);
        QCOMPARE(frame->bytes, pixels);
        QVERIFY(frame->syntax.isEmpty());
    }

    void rawFrameThatBeginsLikeABoundary()
    {
        const QByteArray pixels = QByteArray("--") + QByteArray(62, '\x0A');
        FaultServer server([&](const FaultRequest &) { return reply(200, "application/octet-stream", pixels); });
        http::HttpClient http;
        DicomWebClient web(http, configOf(server));
        const auto frame = await(web.fetchFrame(study, series, sop, 0));
        VERIFY_VALUE(frame);
        QCOMPARE(frame->bytes, pixels);
    }

    // Run lengths cannot be told from pixels by their first bytes: the metadata can.
    void metadataTellTheSyntaxWhereNothingElseDoes()
    {
        const QString rle = QStringLiteral("1.2.840.10008.1.2.5");
        QByteArray bytes(100, '\1');
        FaultServer server([&](const FaultRequest &) { return reply(200, "application/octet-stream", bytes); });
        http::HttpClient http;
        DicomWebClient web(http, configOf(server));
        const dicomweb::FrameHints hints{nullptr, 400, TransferSyntaxUid(rle)};
        const auto ask = [&] {
            return await(web.fetchFrame(study, series, sop, 0, Priority::Interactive, CancelToken(), hints));
        };
        auto frame = ask();
        VERIFY_VALUE(frame);
        QCOMPARE(frame->syntax.text(), rle);
        bytes.resize(400); // as long as without compression: it is without
        frame = ask();
        VERIFY_VALUE(frame);
        QVERIFY(frame->syntax.isEmpty());
    }
};

CONSILIUM_TEST(TestDicomWebRefusals)
#include "TestDicomWebRefusals.moc"
