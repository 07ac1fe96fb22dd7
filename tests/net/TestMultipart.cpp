#include "netclient/dicomweb/MediaType.h"
#include "netclient/dicomweb/MultipartParser.h"
#include "tests/net/Await.h"
#include "tests/support/TestMain.h"

#include <QRandomGenerator>

using namespace consilium;
using namespace consilium::test;
using dicomweb::MultipartParser;
using dicomweb::Part;

class TestMultipart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everySplit_data();
    void everySplit();
    void randomBodiesInRandomPieces();
    void everyTruncationIsNoticed();
    void boundaryLookalikesAreData();
    void wrongLengthsAreNotBelieved();
    void lengthsThatContradictAreTold();
    void missingBoundary();
    void anotherBoundaryIsTakenHoweverItComes();
    void endlessPreambleAndHeader();
    void manyTinyParts();
    void longPartsAreRefused();
    void handlerErrorEndsIt();
    void typesInMessages();
    void mediaTypes_data();
    void mediaTypes();
    void sniffing();
};

namespace
{

struct Parsed {
    std::vector<Part> parts;
    Result<void> end;
};

Parsed parse(const QByteArray &body, const QByteArray &boundary, const std::function<qsizetype()> &step)
{
    Parsed parsed;
    MultipartParser parser(boundary, [&](Part &&part) {
        parsed.parts.push_back(std::move(part));
        return Result<void>();
    });
    for (qsizetype at = 0; at < body.size();) {
        const qsizetype n = std::min(std::max<qsizetype>(step(), 1), body.size() - at);
        parsed.end = parser.feed(body.constData() + at, static_cast<std::size_t>(n));
        if (!parsed.end)
            return parsed;
        at += n;
    }
    parsed.end = parser.finish();
    return parsed;
}

Parsed parse(const QByteArray &body, const QByteArray &boundary, qsizetype step = 1 << 20)
{
    return parse(body, boundary, [step] { return step; });
}

QByteArray withLineEnds(QByteArray text, const QByteArray &end)
{
    return text.replace("|", end);
}

} // namespace

void TestMultipart::everySplit_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("boundary");
    QTest::addColumn<QByteArrayList>("expected");
    const QByteArray two = "--b0|Content-Type: application/octet-stream|Content-Length: 5|||hello|--b0|Content-Type: "
                           "x/y||second part|--b0--|";
    const QByteArray plain = QByteArray(two).replace("|||", "||");
    QTest::newRow("plain") << withLineEnds(plain, "\r\n") << QByteArray("b0") << QByteArrayList{"hello", "second part"};
    QTest::newRow("line feeds") << withLineEnds(plain, "\n") << QByteArray("b0")
                                << QByteArrayList{"hello", "second part"};
    QTest::newRow("preamble") << withLineEnds("This is a multipart message.||" + plain, "\r\n") << QByteArray("b0")
                              << QByteArrayList{"hello", "second part"};
    QTest::newRow("leading line end") << withLineEnds("|" + plain, "\r\n") << QByteArray("b0")
                                      << QByteArrayList{"hello", "second part"};
    QTest::newRow("epilogue") << withLineEnds(plain + "bye|--b0|X: y||no|", "\r\n") << QByteArray("b0")
                              << QByteArrayList{"hello", "second part"};
    QTest::newRow("no headers") << withLineEnds("--b0|||data|--b0--", "\r\n").replace("\r\n\r\n\r\n", "\r\n\r\n")
                                << QByteArray("b0") << QByteArrayList{"data"};
    QTest::newRow("empty parts") << withLineEnds("--b0|A: b|||--b0|A: b||--b0||--b0|A: b||x|--b0--", "\r\n")
                                 << QByteArray("b0") << QByteArrayList{"", "", "", "x"};
    QTest::newRow("padding behind the boundary")
        << withLineEnds("--b0 \t |A: b||x|--b0--", "\r\n") << QByteArray("b0") << QByteArrayList{"x"};
    QTest::newRow("no boundary named") << withLineEnds(plain, "\r\n") << QByteArray()
                                       << QByteArrayList{"hello", "second part"};
    QTest::newRow("another boundary named")
        << withLineEnds(plain, "\r\n") << QByteArray("other") << QByteArrayList{"hello", "second part"};
    QTest::newRow("only the start named")
        << withLineEnds(plain, "\r\n") << QByteArray("b") << QByteArrayList{"hello", "second part"};
    QTest::newRow("line ends in the data") << withLineEnds("--b0||||\r\n-\r\n--b|\n|--b0--", "\r\n") << QByteArray("b0")
                                           << QByteArrayList{"\r\n\r\n\r\n-\r\n--b\r\n\n"};
    QTest::newRow("no parts") << QByteArray("--b0--") << QByteArray("b0") << QByteArrayList{};
}

void TestMultipart::everySplit()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, boundary);
    QFETCH(QByteArrayList, expected);
    for (qsizetype step = 1; step <= body.size(); ++step) {
        const Parsed parsed = parse(body, boundary, step);
        VERIFY_VALUE(parsed.end);
        QByteArrayList bodies;
        for (const Part &part : parsed.parts)
            bodies.push_back(part.body);
        QCOMPARE(bodies, expected);
    }
    for (qsizetype cut = 1; cut < body.size(); ++cut) { // two pieces, split at every place
        bool first = true;
        const Parsed parsed = parse(body, boundary, [&] { return std::exchange(first, false) ? cut : body.size(); });
        VERIFY_VALUE(parsed.end);
        QCOMPARE(parsed.parts.size(), static_cast<std::size_t>(expected.size()));
    }
}

void TestMultipart::randomBodiesInRandomPieces()
{
    QRandomGenerator random(20240229);
    for (int round = 0; round < 300; ++round) {
        const QByteArray boundary = "b" + QByteArray::number(random.generate());
        QByteArray body;
        QByteArrayList expected;
        for (int i = random.bounded(1, 6); i > 0; --i) {
            QByteArray data(random.bounded(3) == 0 ? random.bounded(3) : random.bounded(20'000), Qt::Uninitialized);
            for (char &c : data) // mostly what boundaries are made of
                c = random.bounded(3) == 0 ? static_cast<char>(random.bounded(256)) : "\r\n-b1"[random.bounded(5)];
            expected.push_back(data);
            body += "--" + boundary + "\r\nContent-Length: " +
                    QByteArray::number(random.bounded(4) == 0 ? random.bounded(30'000) : data.size()) + "\r\n\r\n" +
                    data + "\r\n";
        }
        body += "--" + boundary + "--\r\n";
        const Parsed parsed =
            parse(body, boundary, [&] { return qsizetype(random.bounded(1, random.bounded(2) ? 9 : 9000)); });
        VERIFY_VALUE(parsed.end);
        QByteArrayList bodies;
        for (const Part &part : parsed.parts)
            bodies.push_back(part.body);
        QCOMPARE(bodies, expected);
    }
}

void TestMultipart::everyTruncationIsNoticed()
{
    const QByteArray body =
        "--b0\r\nContent-Type: x/y\r\nContent-Length: 5\r\n\r\nhello\r\n--b0\r\n\r\nagain\r\n--b0--";
    for (qsizetype length = 0; length < body.size(); ++length) {
        const Parsed parsed = parse(body.left(length), "b0");
        QVERIFY2(!parsed.end.has_value(), qPrintable(QString::number(length)));
        QVERIFY(codeOf(parsed.end) == ErrorCode::ConnectionLost || codeOf(parsed.end) == ErrorCode::ProtocolViolation);
    }
    VERIFY_VALUE(parse(body, "b0").end);
}

void TestMultipart::boundaryLookalikesAreData()
{
    const QByteArray data = "\r\n--b0x\r\n--b0-\r\n --b0\r\n--b\r\n--b0 y\r\n-";
    const Parsed parsed = parse("--b0\r\n\r\n" + data + "\r\n--b0--", "b0", 1);
    VERIFY_VALUE(parsed.end);
    QCOMPARE(parsed.parts.size(), std::size_t(1));
    QCOMPARE(parsed.parts.front().body, data);
}

void TestMultipart::wrongLengthsAreNotBelieved()
{
    for (const QByteArray length : {"0", "1", "99999999999999", "-5", "none"}) {
        const Parsed parsed = parse("--b0\r\nContent-Length: " + length + "\r\n\r\nhello\r\n--b0--", "b0", 3);
        VERIFY_VALUE(parsed.end);
        QCOMPARE(parsed.parts.front().body, QByteArray("hello"));
    }
}

void TestMultipart::lengthsThatContradictAreTold()
{
    const auto contradicts = [](const QByteArray &header) {
        const Parsed parsed = parse("--b0\r\n" + header + "\r\nhello\r\n--b0--", "b0", 3);
        return parsed.end.has_value() && parsed.parts.size() == 1 && parsed.parts.front().contradictsItself;
    };
    QVERIFY(!contradicts(""));
    QVERIFY(!contradicts("Content-Length: 5\r\n"));
    QVERIFY(!contradicts("Content-Length: none\r\n"));
    QVERIFY(!contradicts("Content-Length: -5\r\n"));
    // Six could mean that the byte of a carriage return is the body's last one, and the line ends with a line feed
    // alone.
    for (const QByteArray length : {"0", "4", "7", "1005", "99999999999999"})
        QVERIFY2(contradicts("content-length: " + length + "\r\n"), length.constData());
    // Where lines end with a line feed alone, the length tells the last byte of the body from half an end of a line.
    const Parsed feeds = parse("--b0\nContent-Length: 5\n\nhell\r\n--b0--", "b0", 3);
    VERIFY_VALUE(feeds.end);
    QCOMPARE(feeds.parts.front().body, QByteArray("hell\r"));
    QVERIFY(!feeds.parts.front().contradictsItself);
}

void TestMultipart::missingBoundary()
{
    COMPARE_ERROR(parse("{\"error\": 1}", "b0").end, ErrorCode::ProtocolViolation);
    COMPARE_ERROR(parse("", "b0").end, ErrorCode::ProtocolViolation);
    COMPARE_ERROR(parse("--b0x\r\nnot a header\r\n", "b0").end, ErrorCode::ProtocolViolation); // once an endless loop
    COMPARE_ERROR(parse("--other\r\nnot a header\r\n", "b0").end, ErrorCode::ProtocolViolation);
}

/// Whether the body's own boundary is taken does not depend on how many bytes of it come at once.
void TestMultipart::anotherBoundaryIsTakenHoweverItComes()
{
    for (const qsizetype length : {100, 400, 600, 900, 1100, 3000}) {
        const QByteArray body =
            "--own\r\nContent-Type: application/" + QByteArray(length, 'x') + "\r\n\r\nhello\r\n--own--";
        const Parsed whole = parse(body, "named", body.size());
        for (const qsizetype step : {1, 7, 256, 512, 2000}) {
            const Parsed pieces = parse(body, "named", step);
            QCOMPARE(pieces.end.has_value(), whole.end.has_value());
            QCOMPARE(pieces.parts.size(), whole.parts.size());
        }
        QCOMPARE(whole.end.has_value(), length < 1000);
        QCOMPARE(whole.parts.size(), std::size_t(length < 1000 ? 1 : 0));
    }
}

void TestMultipart::endlessPreambleAndHeader()
{
    COMPARE_ERROR(parse(QByteArray(10'000'000, '-'), "b0").end, ErrorCode::ProtocolViolation);
    COMPARE_ERROR(parse("--b0\r\n" + QByteArray("X: y\r\n").repeated(100'000), "b0").end, ErrorCode::ProtocolViolation);
}

void TestMultipart::manyTinyParts()
{
    const QByteArray body = QByteArray("--b0\r\n\r\nx\r\n").repeated(200'000) + "--b0--";
    const Parsed parsed = parse(body, "b0");
    VERIFY_VALUE(parsed.end);
    QCOMPARE(parsed.parts.size(), std::size_t(200'000));
}

void TestMultipart::longPartsAreRefused()
{
    for (const bool ended : {false, true}) {
        int seen = 0;
        MultipartParser parser(
            "b0",
            [&](Part &&) -> Result<void> {
                ++seen;
                return {};
            },
            10'000);
        QByteArray body = "--b0\r\n\r\n" + QByteArray(10'000, 'x') + "\r\n--b0\r\nContent-Length: 99999999\r\n\r\n" +
                          QByteArray(ended ? 10'001 : 20'000, 'y');
        if (ended)
            body += "\r\n--b0--";
        COMPARE_ERROR(parser.feed(body.constData(), static_cast<std::size_t>(body.size())),
                      ErrorCode::ProtocolViolation);
        QCOMPARE(seen, 1); // the first is just as long as is allowed
    }
}

void TestMultipart::handlerErrorEndsIt()
{
    int seen = 0;
    MultipartParser parser("b0", [&](Part &&) -> Result<void> {
        ++seen;
        return fail(ErrorCode::DiskFull);
    });
    const QByteArray body = "--b0\r\n\r\nx\r\n--b0\r\n\r\ny\r\n--b0--";
    COMPARE_ERROR(parser.feed(body.constData(), static_cast<std::size_t>(body.size())), ErrorCode::DiskFull);
    QCOMPARE(seen, 1);
}

void TestMultipart::mediaTypes_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("boundary");
    QTest::addColumn<QString>("syntax");
    const QString j2k = QStringLiteral("1.2.840.10008.1.2.4.90");
    QTest::newRow("inside the quotes")
        << QByteArray(R"(multipart/related; type="image/jp2; transfer-syntax=1.2.840.10008.1.2.4.90"; boundary=a-b)")
        << QByteArray("multipart/related") << QByteArray("a-b") << j2k;
    QTest::newRow("outside")
        << QByteArray(R"(Multipart/Related;type="image/jp2";transfer-syntax=1.2.840.10008.1.2.4.90;boundary="a;b\"c")")
        << QByteArray("multipart/related") << QByteArray("a;b\"c") << j2k;
    QTest::newRow("a part's") << QByteArray("image/jp2;transfer-syntax=1.2.840.10008.1.2.4.90")
                              << QByteArray("image/jp2") << QByteArray() << j2k;
    QTest::newRow("a star says nothing") << QByteArray("application/dicom; transfer-syntax=*")
                                         << QByteArray("application/dicom") << QByteArray() << QString();
    QTest::newRow("empty") << QByteArray() << QByteArray() << QByteArray() << QString();
    QTest::newRow("rubbish") << QByteArray(";;=;\"") << QByteArray() << QByteArray() << QString();
}

void TestMultipart::mediaTypes()
{
    QFETCH(QByteArray, header);
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, boundary);
    QFETCH(QString, syntax);
    const dicomweb::MediaType type = dicomweb::parseMediaType(header);
    QCOMPARE(type.name, name);
    QCOMPARE(type.parameter("boundary"), boundary);
    QCOMPARE(dicomweb::namedTransferSyntax(type).text(), syntax);
}

void TestMultipart::typesInMessages()
{
    const auto shown = [](const char *type) { return dicomweb::parseMediaType(type).nameForLog(); };
    QCOMPARE(shown("text/html; charset=utf-8"), QStringLiteral("text/html"));
    QCOMPARE(shown("Application/DICOM+json"), QStringLiteral("application/dicom+json"));
    for (const char *odd : {"TEST^PATIENT", "text/html TEST", "patient/19700101", "text/\xe6\xa8\xa1"})
        QCOMPARE(shown(odd), QStringLiteral("an unknown type"));
    QCOMPARE(shown(""), QStringLiteral("something without a type"));
}

void TestMultipart::sniffing()
{
    const auto sniff = [](const QByteArray &head) {
        return dicomweb::sniffedTransferSyntax(head + QByteArray(100, '\x11') + QByteArray::fromHex("FFD9")).text();
    };
    const QByteArray siz =
        QByteArray::fromHex("FF4FFF510029") + QByteArray(34, '\0') + QByteArray::fromHex("00010B0101");
    QCOMPARE(sniff(siz + QByteArray::fromHex("FF52")), QStringLiteral("1.2.840.10008.1.2.4.91"));
    QCOMPARE(sniff(siz + QByteArray::fromHex("FF50")), QStringLiteral("1.2.840.10008.1.2.4.203"));
    QCOMPARE(sniff(QByteArray::fromHex("FFD8FFC0")), QStringLiteral("1.2.840.10008.1.2.4.50"));
    QCOMPARE(sniff(QByteArray::fromHex("FFD8FFE000040000FFC3")), QStringLiteral("1.2.840.10008.1.2.4.57"));
    QCOMPARE(sniff(QByteArray::fromHex("FFD8FFF7")), QStringLiteral("1.2.840.10008.1.2.4.81"));
    QCOMPARE(sniff(QByteArray::fromHex("00110022")), QString());
    QCOMPARE(dicomweb::sniffedTransferSyntax(siz + QByteArray(100, '\x11')).text(), QString()); // does not end as one
}

CONSILIUM_TEST(TestMultipart)
#include "TestMultipart.moc"
