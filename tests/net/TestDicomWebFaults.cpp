#include "netclient/dicomweb/DicomWebClient.h"
#include "netclient/dicomweb/Part10.h"
#include "tests/net/Await.h"
#include "tests/net/MinimalDicom.h"
#include "tests/support/FaultServer.h"
#include "tests/support/TestMain.h"

#include <QSemaphore>
#include <QThread>
#include <QTimer>
#include <QUrl>
#include <QUrlQuery>
#include <QtEndian>

using namespace consilium;
using namespace consilium::test;
using dicomweb::ArchiveConfig;
using dicomweb::DicomWebClient;
using dicomweb::StudyQuery;

/// Archives that misbehave (row 14): no lost slice, no false "complete", no object under another's name.
class TestDicomWebFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void archiveIsDown();
    void pagesInsteadOfData();
    void emptyAnswers();
    void acceptFormIsFoundAndRemembered();
    void uselessFormIsNotRemembered();
    void badRequestAfterSuccessIsNotNegotiated();
    void allFormsRefused();
    void frameLabels_data();
    void frameLabels();
    void singlePartInsteadOfMultipart();
    void truncatedMultipartIsAskedForAgain();
    void brokenConnectionIsAskedForAgain();
    void anotherFrameOrObjectIsRefused();
    void placesThatAreNamed_data();
    void placesThatAreNamed();
    void lengthsThatContradict();
    void objectsGoByTheirDataSet();
    void namesBehindSequences();
    void answersAreBounded();
    void metadataOfSomebodyElse();
    void seriesCutShort();
    void tokenExpires();
    void storeAnswersThatContradictThemselves();
    void storeDividesARefusedRequest();
    void storeAfterALostConnection();
    void storeGoesByTheDataSet();
    void storeTellsWhatWasAnswered();
    void storeRefusedOutright();
    void cancelledFrames();
    void raisedFrameGoesFirst();
    void futuresFinishOnTheNetworkThread();
};

namespace
{

const StudyUid study(QStringLiteral("1.2.3"));
const SeriesUid series(QStringLiteral("1.2.3.4"));
const SopInstanceUid sop(QStringLiteral("1.2.3.4.5"));
constexpr auto json = "application/dicom+json";

struct Client {
    http::HttpClient http;
    DicomWebClient web;
    explicit Client(const FaultServer &server, const http::Credentials &who = {})
        : web(http, ArchiveConfig{ArchiveId(QStringLiteral("a")), {}, server.url(QStringLiteral("/dw/")), who, {}})
    {
    }
    auto frame(int n = 0) { return await(web.fetchFrame(study, series, sop, n)); }
};

QByteArray multipart(const QByteArrayList &parts,
                     const QByteArray &partHeader = "Content-Type: application/octet-stream\r\n")
{
    QByteArray body;
    for (const QByteArray &part : parts)
        body += "--B\r\n" + partHeader + "\r\n" + part + "\r\n";
    return body + "--B--\r\n";
}

FaultReply related(const QByteArray &body)
{
    return reply(200, R"(multipart/related; type="application/octet-stream"; boundary=B)", body);
}

QString parameter(const FaultRequest &request, const char *name)
{
    return QUrlQuery(QUrl(QString::fromLatin1(request.target)))
        .queryItemValue(QString::fromLatin1(name), QUrl::FullyDecoded);
}

QByteArray path(const FaultRequest &request)
{
    return request.target.split('?').first();
}

QByteArray dataSet(const QByteArray &tag, const QString &uid)
{
    return "{\"" + tag + "\": {\"vr\": \"UI\", \"Value\": [\"" + uid.toLatin1() + "\"]}}";
}

QByteArray list(const QByteArray &tag, int from, int to)
{
    QByteArrayList all;
    for (int i = from; i < to; ++i)
        all.push_back(dataSet(tag, QStringLiteral("1.2.3.%1").arg(i)));
    return "[" + all.join(',') + "]";
}

} // namespace

void TestDicomWebFaults::archiveIsDown()
{
    http::HttpClient http;
    QString url;
    {
        FaultServer gone([](const FaultRequest &) { return FaultReply(); });
        url = gone.url();
    }
    DicomWebClient web(http, ArchiveConfig{{}, {}, url, {}, {}});
    COMPARE_ERROR(await(web.searchStudies({})), ErrorCode::HostUnreachable);
    COMPARE_ERROR(await(web.fetchFrame(study, series, sop, 0)), ErrorCode::HostUnreachable);
    COMPARE_ERROR(await(web.store({MinimalDicom().part10()})), ErrorCode::HostUnreachable);
}

void TestDicomWebFaults::pagesInsteadOfData()
{
    FaultServer server(
        [](const FaultRequest &) { return reply(200, "text/html; charset=utf-8", "<html>Sign in</html>"); });
    Client client(server);
    const auto studies = await(client.web.searchStudies({}));
    COMPARE_ERROR(studies, ErrorCode::ProtocolViolation);
    QVERIFY(studies.error().detail.contains(QStringLiteral("text/html")));
    COMPARE_ERROR(await(client.web.fetchSeriesMetadata(study, series)), ErrorCode::ProtocolViolation);
    COMPARE_ERROR(client.frame(), ErrorCode::ProtocolViolation);
    COMPARE_ERROR(await(client.web.fetchInstance(study, series, sop)), ErrorCode::ProtocolViolation);
    COMPARE_ERROR(await(client.web.fetchRendered(study, series, sop)), ErrorCode::ProtocolViolation);
    FaultServer disguised([](const FaultRequest &) { return reply(200, json, "<html>Sign in</html>"); });
    COMPARE_ERROR(await(Client(disguised).web.searchStudies({})), ErrorCode::ProtocolViolation);
}

void TestDicomWebFaults::emptyAnswers()
{
    for (const int status : {200, 204}) {
        FaultServer server([status](const FaultRequest &) { return reply(status, json, {}); });
        Client client(server);
        const auto studies = await(client.web.searchStudies({}));
        if (status == 204) {
            VERIFY_VALUE(studies);
            QVERIFY(studies->studies.empty() && !studies->mayHaveMore);
        } else { // nothing at all is no list: "there are no studies" would be a guess
            COMPARE_ERROR(studies, ErrorCode::ProtocolViolation);
        }
        const ErrorCode none = status == 204 ? ErrorCode::NotFound : ErrorCode::ProtocolViolation;
        COMPARE_ERROR(await(client.web.fetchSeriesMetadata(study, series)), none);
        COMPARE_ERROR(await(client.web.fetchInstanceMetadata(study, series, sop)), none);
        COMPARE_ERROR(client.frame(), ErrorCode::ProtocolViolation);
    }
}

void TestDicomWebFaults::acceptFormIsFoundAndRemembered()
{
    for (const int refusal : {400, 406, 415}) {
        FaultServer server([refusal](const FaultRequest &r) {
            if (r.header("accept") != R"(multipart/related; type="application/octet-stream")")
                return reply(refusal, "text/plain", "not that way");
            return related(multipart({"pixels"}));
        });
        Client client(server);
        for (int i = 0; i < 3; ++i) {
            const auto frame = client.frame();
            VERIFY_VALUE(frame);
            QCOMPARE(frame->bytes, QByteArray("pixels"));
        }
        QCOMPARE(server.requests().size(), 4); // refused once, then remembered
        Client later(server);
        later.web.learn(client.web.learned());
        VERIFY_VALUE(later.frame());
        QCOMPARE(server.requests().size(), 5);
        later.web.learn("{\"accept\": {\"frames\": \"image/jls\"}}"); // not one of ours: never asked for
        VERIFY_VALUE(later.frame());
        QCOMPARE(server.requests().size(), 6);
    }
}

void TestDicomWebFaults::uselessFormIsNotRemembered()
{
    std::atomic<bool> useless{true};
    FaultServer server([&](const FaultRequest &r) {
        if (path(r).endsWith("/studies"))
            return reply(200, json, useless ? QByteArray("{\"message\": \"hello\"}") : list("0020000D", 0, 3));
        return related(useless ? multipart({"one", "two"}) : multipart({"pixels"}));
    });
    Client client(server);
    const QByteArray nothing = client.web.learned();
    COMPARE_ERROR(await(client.web.searchStudies({})), ErrorCode::ProtocolViolation);
    COMPARE_ERROR(client.frame(), ErrorCode::ProtocolViolation);
    QCOMPARE(client.web.learned(), nothing);
    useless = false;
    VERIFY_VALUE(await(client.web.searchStudies({})));
    VERIFY_VALUE(client.frame());
    QVERIFY(client.web.learned().contains("application/dicom+json"));
    QVERIFY(client.web.learned().contains("frames"));
}

void TestDicomWebFaults::badRequestAfterSuccessIsNotNegotiated()
{
    FaultServer server([](const FaultRequest &r) {
        return path(r).endsWith("/frames/1") ? related(multipart({"pixels"}))
                                             : reply(400, "text/plain", "no such frame");
    });
    Client client(server);
    VERIFY_VALUE(client.frame(0));
    COMPARE_ERROR(client.frame(1), ErrorCode::ServerError);
    QCOMPARE(server.requests().size(), 2);
}

void TestDicomWebFaults::allFormsRefused()
{
    FaultServer server([](const FaultRequest &) { return reply(406, "text/plain", "never"); });
    Client client(server);
    COMPARE_ERROR(client.frame(), ErrorCode::NotAcceptable);
    for (const FaultRequest &request : server.requests()) // an archive that tries to transcode can crash
        QVERIFY(!request.header("accept").contains("image/"));
}

void TestDicomWebFaults::frameLabels_data()
{
    QTest::addColumn<QByteArray>("outer");
    QTest::addColumn<QByteArray>("part");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("syntax");
    const QByteArray j2k = QByteArray::fromHex("FF4FFF510029") + QByteArray(34, '\0') +
                           QByteArray::fromHex("00010B0101FF52") + QByteArray(60, 'x') + QByteArray::fromHex("FFD9");
    const QByteArray native(200, '\x07');
    const QByteArray plainOuter = R"(multipart/related; type="application/octet-stream"; boundary=B)";
    QTest::newRow("syntax in the part") << plainOuter
                                        << QByteArray(
                                               "Content-Type: image/jp2; transfer-syntax=1.2.840.10008.1.2.4.90\r\n")
                                        << j2k << QStringLiteral("1.2.840.10008.1.2.4.90");
    QTest::newRow("syntax inside the outer type")
        << QByteArray(R"(multipart/related; type="image/jls; transfer-syntax=1.2.840.10008.1.2.4.80"; boundary="B")")
        << QByteArray("Content-Type: image/jls\r\n") << native << QStringLiteral("1.2.840.10008.1.2.4.80");
    QTest::newRow("default of the type") << plainOuter << QByteArray("Content-Type: image/dicom+rle\r\n") << native
                                         << QStringLiteral("1.2.840.10008.1.2.5");
    QTest::newRow("native") << plainOuter << QByteArray("Content-Type: application/octet-stream\r\n") << native
                            << QString();
    QTest::newRow("mislabelled as native") << plainOuter << QByteArray("Content-Type: application/octet-stream\r\n")
                                           << j2k << QStringLiteral("1.2.840.10008.1.2.4.91");
    QTest::newRow("no part header") << plainOuter << QByteArray() << native << QString();
    QTest::newRow("no outer type") << QByteArray() << QByteArray("Content-Type: application/octet-stream\r\n") << native
                                   << QString();
    QTest::newRow("no boundary") << QByteArray("multipart/related")
                                 << QByteArray("Content-Type: application/octet-stream\r\n") << native << QString();
    QTest::newRow("another boundary") << QByteArray("multipart/related; boundary=XYZ")
                                      << QByteArray("Content-Type: application/octet-stream\r\n") << native
                                      << QString();
}

void TestDicomWebFaults::frameLabels()
{
    QFETCH(QByteArray, outer);
    QFETCH(QByteArray, part);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, syntax);
    FaultServer server([&](const FaultRequest &) { return reply(200, outer, multipart({bytes}, part)); });
    const auto frame = Client(server).frame();
    VERIFY_VALUE(frame);
    QCOMPARE(frame->bytes, bytes);
    QCOMPARE(frame->syntax.text(), syntax);
    QCOMPARE(frame->sop, sop);
}

void TestDicomWebFaults::singlePartInsteadOfMultipart()
{
    MinimalDicom image;
    image.sop = sop.text();
    FaultServer server([&](const FaultRequest &r) {
        return path(r).contains("/frames/") ? reply(200, "application/octet-stream", "pixels")
                                            : reply(200, "application/dicom", image.part10());
    });
    Client client(server);
    QCOMPARE(client.frame().value_or(dicomweb::EncodedFrame()).bytes, QByteArray("pixels"));
    QCOMPARE(await(client.web.fetchInstance(study, series, sop)).value_or(QByteArray()), image.part10());
}

void TestDicomWebFaults::truncatedMultipartIsAskedForAgain()
{
    std::atomic<int> asked{0};
    const QByteArray whole = multipart({QByteArray(5000, 'p')});
    FaultServer once([&](const FaultRequest &) { return related(++asked == 1 ? whole.left(3000) : whole); });
    const auto frame = Client(once).frame();
    VERIFY_VALUE(frame);
    QCOMPARE(frame->bytes.size(), 5000);
    QCOMPARE(asked.load(), 2);
    FaultServer always([&](const FaultRequest &) { return related(whole.left(3000)); });
    COMPARE_ERROR(Client(always).frame(), ErrorCode::ConnectionLost);
    QCOMPARE(always.requests().size(), 3);
}

void TestDicomWebFaults::brokenConnectionIsAskedForAgain()
{
    std::atomic<int> asked{0};
    FaultServer server([&](const FaultRequest &) {
        FaultReply answer = related(multipart({QByteArray(5000, 'p')}));
        if (++asked <= 2) {
            answer.bytes.chop(2000);
            answer.reset = true;
        }
        return answer;
    });
    VERIFY_VALUE(Client(server).frame());
    QCOMPARE(asked.load(), 3);
}

void TestDicomWebFaults::anotherFrameOrObjectIsRefused()
{
    FaultServer server([](const FaultRequest &r) {
        if (path(r).endsWith("/frames/1"))
            return related(multipart({"pixels"}, "Content-Location: /dw/studies/1.2.3/frames/7\r\n"));
        if (path(r).endsWith("/frames/2"))
            return related(multipart({"one", "two"}));
        return reply(200, "multipart/related; boundary=B", multipart({MinimalDicom().part10()}));
    });
    Client client(server);
    COMPARE_ERROR(client.frame(0), ErrorCode::ProtocolViolation);
    COMPARE_ERROR(client.frame(1), ErrorCode::ProtocolViolation);
    COMPARE_ERROR(await(client.web.fetchInstance(study, series, sop)), ErrorCode::ProtocolViolation);
}

/// Of what is shorter than its part says a frame is handed on with the doubt, and a whole object is refused: what is in
/// it cannot be told. That there is more than it says is no reason.
void TestDicomWebFaults::lengthsThatContradict()
{
    MinimalDicom image;
    image.sop = sop.text();
    const auto client = [&](qsizetype surplus) {
        return [&, surplus](const FaultRequest &r) {
            const bool isFrame = path(r).contains("/frames/");
            const QByteArray body = isFrame ? image.frameBytes(0) : image.part10();
            const QByteArray header = "Content-Type: application/octet-stream\r\nContent-Length: " +
                                      QByteArray::number(body.size() + surplus) + "\r\n";
            return reply(200, "multipart/related; boundary=B", multipart({body}, header));
        };
    };
    FaultServer right(client(0)), wrong(client(1000)), careless(client(-10));
    Client honest(right), doubtful(wrong), miscounting(careless);
    const auto good = honest.frame(), bad = doubtful.frame(), miscounted = miscounting.frame();
    VERIFY_VALUE(good);
    VERIFY_VALUE(bad);
    VERIFY_VALUE(miscounted);
    QVERIFY(!good->isShort && bad->isShort && !miscounted->isShort);
    QCOMPARE(bad->bytes, good->bytes);
    QCOMPARE(miscounted->bytes, good->bytes);
    VERIFY_VALUE(await(miscounting.web.fetchInstance(study, series, sop)));
    VERIFY_VALUE(await(honest.web.fetchInstance(study, series, sop)));
    COMPARE_ERROR(await(doubtful.web.fetchInstance(study, series, sop)), ErrorCode::ProtocolViolation);
}

namespace
{

/// The file without SOP Instance UID (0008,0018) in its data set.
QByteArray withoutName(QByteArray part10)
{
    const qsizetype at = part10.indexOf(QByteArray("\x08\x00\x18\x00UI", 6));
    const qsizetype length = 8 + qFromLittleEndian<quint16>(part10.constData() + at + 6);
    return part10.remove(at, length);
}

} // namespace

void TestDicomWebFaults::objectsGoByTheirDataSet()
{
    MinimalDicom image;
    QByteArray file;
    FaultServer server(
        [&](const FaultRequest &) { return reply(200, "multipart/related; boundary=B", multipart({file})); });
    Client client(server);
    const auto fetched = [&](const QString &own, const QString &meta, bool isNamed = true) {
        image.sop = own;
        image.metaSop = meta;
        file = isNamed ? image.part10() : withoutName(image.part10());
        const auto object = await(client.web.fetchInstance(study, series, sop));
        return object && *object == file;
    };
    const QString other = QStringLiteral("1.2.3.4.6");
    QVERIFY(fetched(sop.text(), {}));
    QVERIFY(fetched(sop.text(), other)); // as those who make files anonymous leave it
    QVERIFY(!fetched(other, sop.text()));
    QVERIFY(!fetched(other, other));
    QVERIFY(fetched(sop.text(), sop.text(), false)); // only the file meta information says it
    QVERIFY(!fetched(other, other, false));
}

/// Sequences may stand before the name, and hold names of others.
void TestDicomWebFaults::namesBehindSequences()
{
    const auto element = [](bool isImplicit, bool isBig, quint16 second, const QByteArray &vr, const QByteArray &value,
                            quint32 length, quint16 first = 8) {
        QByteArray bytes(isImplicit || first == 0xFFFE ? 8 : vr == "SQ" ? 12 : 8, '\0');
        char *const p = bytes.data();
        const auto put16 = [&](int at, quint16 v) { isBig ? qToBigEndian(v, p + at) : qToLittleEndian(v, p + at); };
        const auto put32 = [&](int at, quint32 v) { isBig ? qToBigEndian(v, p + at) : qToLittleEndian(v, p + at); };
        put16(0, first);
        put16(2, second);
        if (isImplicit || first == 0xFFFE) {
            put32(4, length);
        } else {
            bytes.replace(4, 2, vr);
            vr == "SQ" ? put32(8, length) : put16(6, quint16(length));
        }
        return bytes + value;
    };
    for (const QByteArray syntax : {"1.2.840.10008.1.2", "1.2.840.10008.1.2.1", "1.2.840.10008.1.2.2"}) {
        const bool isImplicit = syntax.endsWith("1.2"), isBig = syntax.endsWith("2.2");
        const auto one = [&](quint16 second, const QByteArray &vr, const QByteArray &value) {
            return element(isImplicit, isBig, second, vr, value, quint32(value.size()));
        };
        const auto mark = [&](quint16 second, quint32 length) {
            return element(isImplicit, isBig, second, {}, {}, length, 0xFFFE);
        };
        const QByteArray inner = one(0x0018, "UI", QByteArray("9.9\0", 4));
        const QByteArray open = element(isImplicit, isBig, 0x0006, "SQ", {}, 0xFFFFFFFF) + mark(0xE000, 0xFFFFFFFF) +
                                inner + mark(0xE00D, 0) + mark(0xE000, quint32(inner.size())) + inner + mark(0xE0DD, 0);
        const QByteArray items = mark(0xE000, quint32(inner.size())) + inner;
        const QByteArray closed = one(0x0006, "SQ", items);
        for (const QByteArray &before : {QByteArray(), open, closed}) {
            const QByteArray name = one(0x0018, "UI", QByteArray("1.2.3\0", 6));
            const QByteArray data = before + one(0x0016, "UI", "1.4 ") + name + one(0x0060, "CS", "CT");
            const dicomweb::FileMeta meta{
                {}, SopInstanceUid(QStringLiteral("7")), TransferSyntaxUid(QString::fromLatin1(syntax)), 0};
            QCOMPARE(dicomweb::objectOf(data, meta).text(), QStringLiteral("1.2.3"));
            QCOMPARE(dicomweb::objectOf(before + one(0x0060, "CS", "CT"), meta).text(), QStringLiteral("7"));
        }
    }
}

void TestDicomWebFaults::placesThatAreNamed_data()
{
    QTest::addColumn<QByteArray>("place");
    QTest::addColumn<bool>("right");
    const auto row = [](const char *place, bool right) { QTest::newRow(place) << QByteArray(place) << right; };
    row("http://a/dw/studies/1.2.3/series/1.2.3.4/instances/1.2.3.4.5/frames/1", true);
    row("/dw/studies/1.2.3/series/1.2.3.4/instances/1.2.3.4.5/frames/1?x=/instances/9/", true);
    row("instances/1.2.3.4.5/frames/1", true);
    row("/dw/studies/1.2.3/series/1.2.3.4/instances/1.2.3.4.5", true);
    row("/studies/dw/studies/1.2.3/series/1.2.3.4/instances/1.2.3.4.5/frames/1", true);
    row("cid:part1@archive", true);
    row("", true);
    row("/dw/studies/1.2.3/series/1.2.3.4/instances/OTHER/frames/1", false);
    row("/dw/studies/1.2.3/series/1.2.3.4/instances/1.2.3.4.55/frames/1", false);
    row("/dw/studies/1.2.3/series/1.2.3.9/instances/1.2.3.4.5/frames/1", false);
    row("/dw/studies/1.2.9/series/1.2.3.4/instances/1.2.3.4.5/frames/1", false);
    row("/dw/studies/1.2.3/series/1.2.3.4/instances/1.2.3.4.5/frames/2", false);
    row("instances/1.2.3.4.6", false);
}

void TestDicomWebFaults::placesThatAreNamed()
{
    QFETCH(QByteArray, place);
    QFETCH(bool, right);
    const QByteArray line = "Content-Location: " + place;
    FaultServer inPart([&](const FaultRequest &) { return related(multipart({"pixels"}, line + "\r\n")); });
    FaultServer outside([&](const FaultRequest &) {
        return reply(200, "multipart/related; boundary=B", multipart({"pixels"}), {line});
    });
    FaultServer single([&](const FaultRequest &) { return reply(200, "application/octet-stream", "pixels", {line}); });
    for (const FaultServer *server : {&inPart, &outside, &single}) {
        const auto frame = Client(*server).frame();
        if (right)
            VERIFY_VALUE(frame);
        else
            COMPARE_ERROR(frame, ErrorCode::ProtocolViolation);
    }
}

void TestDicomWebFaults::answersAreBounded()
{
    std::atomic<bool> single{false};
    FaultServer server([&](const FaultRequest &r) {
        FaultReply endless{"HTTP/1.1 200 OK\r\nContent-Type: application/dicom+json\r\n\r\n[ "};
        if (path(r).contains("/frames/"))
            endless.bytes = single
                                ? "HTTP/1.1 200 OK\r\nContent-Type: application/octet-stream\r\n\r\nx"
                                : "HTTP/1.1 200 OK\r\nContent-Type: multipart/related; boundary=B\r\n\r\n--B\r\n\r\nx";
        endless.repeatLastByte = std::numeric_limits<qint64>::max();
        return endless;
    });
    Client client(server);
    dicomweb::FrameHints hints;
    hints.expectedBytes = 500'000;
    for (const bool alone : {false, true}) {
        single = alone;
        const auto frame =
            await(client.web.fetchFrame(study, series, sop, 0, Priority::Interactive, CancelToken(), hints));
        COMPARE_ERROR(frame, ErrorCode::ProtocolViolation);
        QVERIFY(frame.error().detail.contains(QStringLiteral("2000000 bytes")));
    }
    QTRY_COMPARE(server.openConnections(), 0);
    QVERIFY(server.bytesSent() < 50'000'000);
    COMPARE_ERROR(await(client.web.searchStudies({})), ErrorCode::ProtocolViolation);
    QTRY_COMPARE(server.openConnections(), 0);
    QVERIFY(server.bytesSent() < 200'000'000);
    // A compressed frame may be somewhat longer than one without compression.
    FaultServer longer([](const FaultRequest &) { return related(multipart({QByteArray(700'000, 'p')})); });
    VERIFY_VALUE(
        await(Client(longer).web.fetchFrame(study, series, sop, 0, Priority::Interactive, CancelToken(), hints)));
}

void TestDicomWebFaults::metadataOfSomebodyElse()
{
    FaultServer server([](const FaultRequest &r) {
        if (path(r).endsWith("/instances"))
            return reply(
                200, json,
                "[" + dataSet("00080018", QStringLiteral("1.1")) +
                    R"(, {"00080018": {"vr": "UI", "Value": ["1.9"]}, "0020000E": {"vr": "UI", "Value": ["9.9"]}}])");
        return reply(200, json,
                     "[{\"0020000E\": {\"vr\": \"UI\", \"Value\": [\"9.9\"]}, \"00080018\": {\"vr\": \"UI\", "
                     "\"Value\": [\"9.9.9\"]}}]");
    });
    Client client(server);
    COMPARE_ERROR(await(client.web.fetchSeriesMetadata(study, series)), ErrorCode::ProtocolViolation);
    COMPARE_ERROR(await(client.web.fetchInstanceMetadata(study, series, sop)), ErrorCode::ProtocolViolation);
    QCOMPARE(await(client.web.searchInstances(study, series)).value_or(std::vector<Attributes>()).size(),
             std::size_t(1));
}

void TestDicomWebFaults::seriesCutShort()
{
    const QByteArray object = MinimalDicom().part10();
    const QByteArray whole = multipart({object, object, object}, "Content-Type: application/dicom\r\n");
    for (const bool cut : {false, true}) {
        FaultServer server([&](const FaultRequest &) {
            return reply(200, "multipart/related; boundary=B", cut ? whole.left(whole.size() - 300) : whole);
        });
        std::atomic<int> seen{0};
        const auto result = await(Client(server).web.fetchSeries(study, series, [&](const QByteArray &part10) {
            if (part10 == object)
                ++seen;
        }));
        QCOMPARE(seen.load(), cut ? 2 : 3);
        if (cut)
            COMPARE_ERROR(result, ErrorCode::ConnectionLost);
        else
            VERIFY_VALUE(result);
    }
}

void TestDicomWebFaults::tokenExpires()
{
    FaultServer server([](const FaultRequest &r) {
        return r.header("authorization") == "Bearer new" ? related(multipart({"pixels"}))
                                                         : reply(401, "text/plain", "expired");
    });
    Client client(server, {http::Credentials::Kind::Bearer, {}, QStringLiteral("old")});
    COMPARE_ERROR(client.frame(), ErrorCode::SignInRequired);
    client.web.setCredentials({http::Credentials::Kind::Bearer, {}, QStringLiteral("new")});
    VERIFY_VALUE(client.frame());
}

namespace
{

std::vector<QByteArray> objects(int count)
{
    std::vector<QByteArray> all;
    for (int i = 0; i < count; ++i) {
        MinimalDicom image;
        image.sop = QStringLiteral("1.2.3.%1").arg(i);
        all.push_back(image.part10());
    }
    return all;
}

int sentObjects(const FaultRequest &request)
{
    return static_cast<int>(request.body.count("DICM"));
}

} // namespace

void TestDicomWebFaults::storeAnswersThatContradictThemselves()
{
    // 1.2.3.0 named as stored, .1 as failed, .2 as both, .3 not at all, .4 as duplicate; the archive has 0, 2 and 4.
    const QByteArray answer =
        R"({"00081199": {"vr": "SQ", "Value": [)" + dataSet("00081155", QStringLiteral("1.2.3.0")) + "," +
        dataSet("00081155", QStringLiteral("1.2.3.2")) + R"(]}, "00081198": {"vr": "SQ", "Value": [
        {"00081155": {"vr": "UI", "Value": ["1.2.3.1"]}, "00081197": {"vr": "US", "Value": [49152]}},
        {"00081155": {"vr": "UI", "Value": ["1.2.3.2"]}, "00081197": {"vr": "US", "Value": [272]}},
        {"00081155": {"vr": "UI", "Value": ["1.2.3.4"]}, "00081197": {"vr": "US", "Value": [273]}}]}})";
    FaultServer server([&](const FaultRequest &r) {
        if (r.method == "POST")
            return sentObjects(r) == 5 ? reply(409, json, answer) : reply(409, json, "{}");
        const QString asked = parameter(r, "SOPInstanceUID");
        const bool there = QStringList({QStringLiteral("1.2.3.2"), QStringLiteral("1.2.3.4")}).contains(asked);
        return reply(200, json, there ? "[" + dataSet("00080018", asked) + "]" : QByteArray("[]"));
    });
    const auto outcome = await(Client(server).web.store(objects(5)));
    VERIFY_VALUE(outcome);
    QStringList stored;
    for (const SopInstanceUid &uid : outcome->stored)
        stored.push_back(uid.text());
    stored.sort();
    QCOMPARE(stored.join(QLatin1Char(' ')), QStringLiteral("1.2.3.0 1.2.3.2 1.2.3.4"));
    QCOMPARE(outcome->failed.size(), std::size_t(2));
    for (const auto &failed : outcome->failed)
        QCOMPARE(failed.reason, failed.sop.text() == QStringLiteral("1.2.3.1") ? 49152 : 0);
}

void TestDicomWebFaults::storeDividesARefusedRequest()
{
    // Refuses a whole request for one bad object, as Orthanc does, and keeps what came before it.
    std::mutex mutex;
    QSet<QString> kept;
    FaultServer server([&](const FaultRequest &r) {
        const std::lock_guard lock(mutex);
        if (r.method != "POST") {
            const QString asked = parameter(r, "SOPInstanceUID");
            return reply(200, json, kept.contains(asked) ? "[" + dataSet("00080018", asked) + "]" : QByteArray("[]"));
        }
        for (int i = 0; i < 6; ++i) {
            const QString uid = QStringLiteral("1.2.3.%1").arg(i);
            if (!r.body.contains(uid.toLatin1()))
                continue;
            if (i == 3)
                return reply(400, json, R"({"00081198": {"vr": "SQ"}})");
            kept.insert(uid);
        }
        return reply(200, json, "{}");
    });
    const auto outcome = await(Client(server).web.store(objects(6)));
    VERIFY_VALUE(outcome);
    QCOMPARE(outcome->stored.size(), std::size_t(5));
    QCOMPARE(outcome->failed.size(), std::size_t(1));
    QCOMPARE(outcome->failed.front().sop.text(), QStringLiteral("1.2.3.3"));
}

void TestDicomWebFaults::storeAfterALostConnection()
{
    FaultServer server([](const FaultRequest &r) {
        if (r.method == "POST") // took everything, said nothing
            return FaultReply{{}, 0, 0, true};
        const QString asked = parameter(r, "SOPInstanceUID");
        return reply(200, json, "[" + dataSet("00080018", asked) + "]");
    });
    const auto outcome = await(Client(server).web.store(objects(3)));
    VERIFY_VALUE(outcome);
    QCOMPARE(outcome->stored.size(), std::size_t(3));
    int posts = 0;
    for (const FaultRequest &request : server.requests())
        posts += request.method == "POST" ? 1 : 0;
    QCOMPARE(posts, 1);
    FaultServer deaf([](const FaultRequest &) { return FaultReply{{}, 0, 0, true}; });
    COMPARE_ERROR(await(Client(deaf).web.store(objects(3))), ErrorCode::ConnectionLost);
}

/// The archive answers by the name in the data set, whatever the file meta information calls the object.
void TestDicomWebFaults::storeGoesByTheDataSet()
{
    MinimalDicom image;
    image.sop = QStringLiteral("1.2.3.7");
    image.metaSop = QStringLiteral("1.2.3.8");
    FaultServer server([](const FaultRequest &) {
        return reply(200, json,
                     R"({"00081199": {"vr": "SQ", "Value": [)" + dataSet("00081155", QStringLiteral("1.2.3.7")) +
                         "]}}");
    });
    const auto outcome = await(Client(server).web.store({image.part10()}));
    VERIFY_VALUE(outcome);
    QVERIFY(outcome->failed.empty());
    QCOMPARE(outcome->stored.size(), std::size_t(1));
    QCOMPARE(outcome->stored.front().text(), image.sop);
    QCOMPARE(server.requests().size(), 1); // it need not be looked up
}

void TestDicomWebFaults::storeTellsWhatWasAnswered()
{
    FaultServer server(
        [](const FaultRequest &r) { return r.method == "POST" ? reply(400, json, "{}") : reply(200, json, "[]"); });
    const auto outcome = await(Client(server).web.store(objects(1)));
    VERIFY_VALUE(outcome);
    QCOMPARE(outcome->failed.size(), std::size_t(1));
    QCOMPARE(outcome->failed.front().reason, 0);
    QCOMPARE(outcome->warnings.size(), 1);
    QVERIFY2(outcome->warnings.front().contains(QStringLiteral("HTTP 400")), qPrintable(outcome->warnings.front()));
    QVERIFY(outcome->warnings.front().contains(QStringLiteral("1.2.3.0")));
}

void TestDicomWebFaults::storeRefusedOutright()
{
    FaultServer server([](const FaultRequest &) { return reply(403, "text/plain", "read only"); });
    COMPARE_ERROR(await(Client(server).web.store(objects(2))), ErrorCode::Forbidden);
    QCOMPARE(server.requests().size(), 1);
    const auto outcome = await(Client(server).web.store({"this is no DICOM"}));
    VERIFY_VALUE(outcome);
    QCOMPARE(outcome->failed.size(), std::size_t(1));
    QCOMPARE(server.requests().size(), 1);
}

void TestDicomWebFaults::cancelledFrames()
{
    FaultServer server([](const FaultRequest &r) {
        FaultReply answer = related(multipart({path(r)}));
        answer.hang = path(r).endsWith("7");
        if (answer.hang)
            answer.bytes.chop(10);
        return answer;
    });
    Client client(server);
    CancelToken token;
    std::vector<QFuture<Result<dicomweb::EncodedFrame>>> futures;
    for (int i = 0; i < 100; ++i)
        futures.push_back(
            client.web.fetchFrame(study, series, sop, i, Priority::Prefetch, i % 10 == 6 ? token : CancelToken()));
    QTest::qWait(50);
    token.cancel();
    for (int i = 0; i < 100; ++i) {
        const auto frame = await(futures[static_cast<std::size_t>(i)]);
        if (i % 10 == 6) {
            COMPARE_ERROR(frame, ErrorCode::Cancelled);
            continue;
        }
        VERIFY_VALUE(frame);
        QVERIFY(frame->bytes.endsWith("/frames/" + QByteArray::number(i + 1)));
        QCOMPARE(frame->frame, i);
    }
}

void TestDicomWebFaults::raisedFrameGoesFirst()
{
    QSemaphore gate;
    FaultServer server([&](const FaultRequest &r) {
        if (path(r).endsWith("/frames/1"))
            gate.acquire();
        return related(multipart({"pixels"}));
    });
    Client client(server);
    std::vector<QFuture<Result<dicomweb::EncodedFrame>>> frames;
    for (int i = 0; i < 4; ++i)
        frames.push_back(client.web.fetchFrame(study, series, sop, 0));
    QTRY_COMPARE(server.requests().size(), 4);
    dicomweb::FrameHints last;
    for (int i = 1; i <= 3; ++i) {
        const auto urgency = std::make_shared<std::atomic<Priority>>(Priority::Prefetch);
        if (i == 3)
            QTimer::singleShot(50, [urgency] { *urgency = Priority::Visible; });
        last.urgency = urgency;
        frames.push_back(client.web.fetchFrame(study, series, sop, i, Priority::Prefetch, CancelToken(), last));
    }
    QTest::qWait(120);
    gate.release(1);
    QTRY_COMPARE(server.requests().size(), 7);
    gate.release(3);
    for (const auto &frame : frames)
        VERIFY_VALUE(await(frame));
    QVERIFY(path(server.requests()[4]).endsWith("/frames/4"));
}

void TestDicomWebFaults::futuresFinishOnTheNetworkThread()
{
    QSemaphore gate;
    FaultServer server([&](const FaultRequest &r) {
        if (path(r).endsWith("/series/1.2.3.4"))
            return reply(200, "multipart/related; boundary=B", multipart({MinimalDicom().part10()}));
        gate.acquire(); // until somebody waits for it
        return reply(200, json, list("0020000D", 0, 3));
    });
    Client client(server);
    Qt::HANDLE network = nullptr, lists = nullptr;
    VERIFY_VALUE(await(
        client.web.fetchSeries(study, series, [&](const QByteArray &) { network = QThread::currentThreadId(); })));
    auto asked = client.web.searchStudies({}).then(
        QtFuture::Launch::Sync, [&](const Result<dicomweb::StudyPage> &) { lists = QThread::currentThreadId(); });
    gate.release();
    asked.waitForFinished();
    QVERIFY(network);
    QCOMPARE(lists, network);
}

CONSILIUM_TEST(TestDicomWebFaults)
#include "TestDicomWebFaults.moc"
