#include "netclient/dicomweb/DicomJson.h"
#include "netclient/dicomweb/Retrieve.h"
#include "tests/net/Await.h"
#include "tests/support/TestMain.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace consilium;
using namespace consilium::test;
using dicomweb::parseDicomJson;
using dicomweb::toDicomJson;

class TestDicomJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allKinds();
    void whatArchivesGetWrong();
    void refused_data();
    void refused();
    void everyTruncationIsRefused();
    void depth();
    void tooMany();
    void writtenIsValidJson();
    void roundTrip();
    void largeSeries();
    void bulkDataUris_data();
    void bulkDataUris();
    void relativeBulkDataUris();
};

namespace
{

Attributes one(const QByteArray &json)
{
    const Result<std::vector<Attributes>> parsed = parseDicomJson(json);
    return parsed && parsed->size() == 1 ? parsed->front() : Attributes();
}

const Attribute &at(const Attributes &a, std::uint16_t group, std::uint16_t element)
{
    static const Attribute none;
    const Attribute *const found = a.find({group, element});
    return found ? *found : none;
}

} // namespace

void TestDicomJson::allKinds()
{
    const Attributes a = one(R"([{
        "00080005": {"vr": "CS", "Value": ["ISO_IR 192"]},
        "00080008": {"vr": "CS", "Value": ["ORIGINAL", "PRIMARY", null, "AXIAL"]},
        "00100010": {"vr": "PN", "Value": [{"Alphabetic": "Wang^Xiao", "Ideographic": "王^小", "Phonetic": "wáng"}]},
        "00101001": {"vr": "PN", "Value": [{"Ideographic": "李"}]},
        "00180050": {"vr": "DS", "Value": [1.250]},
        "00200032": {"vr": "DS", "Value": [-1.5e2, "-20.5", 0.1]},
        "00280010": {"vr": "US", "Value": [512]},
        "00281101": {"vr": "OW", "BulkDataURI": "http:\/\/a\/b"},
        "00282000": {"vr": "OB", "InlineBinary": "AAEC\/w=="},
        "00081115": {"vr": "SQ", "Value": [{"0020000E": {"vr": "UI", "Value": ["1.2"]}}, {}, {"00081199": {"vr": "SQ", "Value": [{"00081155": {"vr": "UI", "Value": ["3.4"]}}]}}]},
        "00189074": {"vr": "AT", "Value": ["00100010"]},
        "00104000": {"vr": "LT", "Value": ["a\\b \"c\" \u4e2d\ud83d\ude00\n"]},
        "00081030": {"vr": "LO"}
    }])");
    QCOMPARE(at(a, 0x0008, 0x0008).values,
             QStringList({QStringLiteral("ORIGINAL"), QStringLiteral("PRIMARY"), QString(), QStringLiteral("AXIAL")}));
    QCOMPARE(a.text(tags::PatientName), QStringLiteral("Wang^Xiao=王^小=wáng"));
    QCOMPARE(at(a, 0x0010, 0x1001).values.value(0), QStringLiteral("=李"));
    QCOMPARE(at(a, 0x0018, 0x0050).values.value(0), QStringLiteral("1.250")); // as written
    QCOMPARE(a.numbers(tags::ImagePositionPatient, 3).value(), std::vector<double>({-150.0, -20.5, 0.1}));
    QCOMPARE(a.integer(tags::Rows).value(), 512);
    QCOMPARE(at(a, 0x0028, 0x1101).bulkDataUri, QStringLiteral("http://a/b"));
    QCOMPARE(at(a, 0x0028, 0x2000).bytes, QByteArray::fromHex("000102ff"));
    QCOMPARE(a.items({0x0008, 0x1115}).size(), std::size_t(3));
    QCOMPARE(a.items({0x0008, 0x1115})[2].item({0x0008, 0x1199})->text(tags::ReferencedSopInstanceUid),
             QStringLiteral("3.4"));
    QCOMPARE(at(a, 0x0010, 0x4000).values.value(0), QStringLiteral("a\\b \"c\" 中😀\n"));
    QVERIFY(a.contains(tags::StudyDescription) && at(a, 0x0008, 0x1030).values.isEmpty());
    QVERIFY((at(a, 0x0010, 0x0010).vr == Vr{'P', 'N'}));
}

void TestDicomJson::whatArchivesGetWrong()
{
    const Attributes a = one("\xEF\xBB\xBF {\"00280010\": {\"vr\": \"US\", \"Value\": [\" 512 \"]},"
                             "\"00100010\": {\"Value\": [{\"Alphabetic\": \"A\"}]},"
                             "\"00101001\": {\"vr\": \"PN\", \"Value\": [\"B^C\"]},"
                             "\"00080060\": {\"vr\": \"CS\", \"Value\": \"CT\"},"
                             "\"00080008\": {\"vr\": \"CS\", \"Value\": [\"ORIGINAL\\\\PRIMARY\"]},"
                             "\"00080018\": {\"vr\": \"UI\", \"Value\": [1]},"
                             "\"0020000d\": {\"Value\": [\"1.2\"], \"vr\": \"UI\"},"
                             "\"00201041\": {\"vr\": \"DS\", \"Value\": [NaN]},"
                             "\"00081115\": {\"Value\": [{\"0020000E\": {\"vr\": \"UI\", \"Value\": [\"9\"]}}]},"
                             "\"00282000\": {\"vr\": \"OB\", \"InlineBinary\": \"!!!\"},"
                             "\"00104000\": {\"vr\": \"LT\", \"Value\": null},"
                             "\"00104001\": {\"vr\": \"XXL\", \"Unknown\": {\"a\": [1, {\"b\": null}]}},"
                             "\"PatientID\": {\"vr\": \"LO\", \"Value\": [\"x\"]}, \"00100020\": \"x\","
                             "\"00181164\": {\"vr\": \"DS\", \"Value\": [[1, 2]]}}");
    QCOMPARE(a.integer(tags::Rows).value_or(0), 512);
    QCOMPARE(a.text(tags::PatientName), QStringLiteral("A"));
    QCOMPARE(a.text({0x0010, 0x1001}), QStringLiteral("B^C"));
    QCOMPARE(a.text(tags::Modality), QStringLiteral("CT"));
    QCOMPARE(a.texts(tags::ImageType), QStringList({QStringLiteral("ORIGINAL"), QStringLiteral("PRIMARY")}));
    QCOMPARE(a.text(tags::SopInstanceUid), QStringLiteral("1"));
    QCOMPARE(a.text(tags::StudyInstanceUid), QStringLiteral("1.2"));
    QVERIFY(!a.number(tags::SliceLocation)); // not a number: no value, not zero
    QCOMPARE(a.item({0x0008, 0x1115})->text(tags::SeriesInstanceUid), QStringLiteral("9"));
    QVERIFY(!a.contains({0x0028, 0x2000})); // unreadable: left out
    QVERIFY(!a.contains(tags::PatientId));
    QVERIFY(!a.contains(tags::ImagerPixelSpacing));
    QVERIFY(a.contains({0x0010, 0x4001}));
    const Attributes valueFirst =
        one(R"({"00100010": {"Value": [{}], "vr": "PN"}, "00101001": {"Value": [{"Ideographic": "王"}], "vr": "PN"}})");
    QCOMPARE(at(valueFirst, 0x0010, 0x0010).values, QStringList{QString()});
    QVERIFY(at(valueFirst, 0x0010, 0x0010).items.empty());
    QCOMPARE(valueFirst.text({0x0010, 0x1001}), QStringLiteral("=王"));
}

void TestDicomJson::refused_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("HTML") << QByteArray("<!DOCTYPE html><html><body>Sign in</body></html>");
    QTest::newRow("text") << QByteArray("Service temporarily unavailable");
    QTest::newRow("an error object") << QByteArray(R"({"HttpError": "Bad Request", "HttpStatus": 400})");
    QTest::newRow("numbers") << QByteArray("[1, 2]");
    QTest::newRow("array of arrays") << QByteArray("[[{}]]");
    QTest::newRow("behind the end") << QByteArray(R"([{"00080018": {"vr": "UI"}}] [])");
    QTest::newRow("trailing comma") << QByteArray(R"([{"00080018": {"vr": "UI"}},])");
    QTest::newRow("no colon") << QByteArray(R"([{"00080018" {"vr": "UI"}}])");
    QTest::newRow("bad escape") << QByteArray(R"([{"00080018": {"vr": "UI", "Value": ["\q"]}}])");
    QTest::newRow("bad unicode escape") << QByteArray(R"([{"00080018": {"vr": "UI", "Value": ["\u12"]}}])");
}

void TestDicomJson::refused()
{
    QFETCH(QByteArray, json);
    COMPARE_ERROR(parseDicomJson(json), ErrorCode::ProtocolViolation);
}

void TestDicomJson::everyTruncationIsRefused()
{
    const QByteArray json =
        R"([{"00080008": {"vr": "CS", "Value": ["A\\B", null, 1.5]}, "00081115": {"vr": "SQ", "Value": [{"0020000E": {"vr": "UI", "Value": ["1.2"]}}]}}, {}])";
    QVERIFY(parseDicomJson(json).has_value());
    for (qsizetype length = 0; length < json.size(); ++length)
        QVERIFY2(!parseDicomJson(json.left(length)), qPrintable(QString::number(length)));
}

void TestDicomJson::depth()
{
    const auto nested = [](int depth) {
        QByteArray json = "{}";
        for (int i = 0; i < depth; ++i)
            json = R"({"00081115": {"vr": "SQ", "Value": [)" + json + "]}}";
        return "[" + json + "]";
    };
    QVERIFY(parseDicomJson(nested(31)).has_value());
    COMPARE_ERROR(parseDicomJson(nested(32)), ErrorCode::ProtocolViolation);
    COMPARE_ERROR(parseDicomJson(nested(20'000)), ErrorCode::ProtocolViolation);
    COMPARE_ERROR(parseDicomJson("[{\"x\": " + QByteArray(1'000'000, '[')), ErrorCode::ProtocolViolation);
}

void TestDicomJson::tooMany()
{
    const QByteArray json = "[" + QByteArray("{},").repeated(10) + "{}]";
    QVERIFY(parseDicomJson(json, 11).has_value());
    COMPARE_ERROR(parseDicomJson(json, 10), ErrorCode::ProtocolViolation);
}

namespace
{

Attributes sample()
{
    Attributes a;
    a.setText(tags::PatientName, "PN", {QStringLiteral("Wang^Xiao=王^小=wáng")});
    a.setText(tags::ImageType, "CS", {QStringLiteral("ORIGINAL"), QString(), QStringLiteral("AXIAL")});
    a.setText(tags::ImagePositionPatient, "DS",
              {QStringLiteral("-150.25"), QStringLiteral("1e-3"), QStringLiteral("+5")});
    a.setText(tags::Rows, "US", {QStringLiteral("512")});
    a.setText({0x0010, 0x4000}, "LT", {QStringLiteral("a\\b \"c\"\t中😀\n\x01")});
    a.setText(tags::StudyDescription, "LO", {});
    Attribute binary;
    binary.vr = {'O', 'B'};
    binary.bytes = QByteArray::fromHex("00ff10");
    a.set({0x0028, 0x2000}, binary);
    Attribute bulk;
    bulk.vr = {'O', 'W'};
    bulk.bulkDataUri = QStringLiteral("http://a/b?c=\"d\"");
    a.set(tags::LutData, bulk);
    Attributes item;
    item.setText(tags::SeriesInstanceUid, "UI", {QStringLiteral("1.2.3")});
    Attribute sequence;
    sequence.vr = {'S', 'Q'};
    sequence.items = {item, Attributes()};
    a.set({0x0008, 0x1115}, sequence);
    return a;
}

} // namespace

void TestDicomJson::writtenIsValidJson()
{
    QJsonParseError error{};
    const QJsonDocument document = QJsonDocument::fromJson(toDicomJson({sample(), Attributes()}), &error);
    QCOMPARE(error.error, QJsonParseError::NoError);
    QCOMPARE(document.array().size(), 2);
    const QJsonObject a = document.array().first().toObject();
    const auto value = [&](const char *tag, int i) {
        return a.value(QLatin1String(tag)).toObject().value(QStringLiteral("Value")).toArray().at(i);
    };
    QCOMPARE(value("00100010", 0).toObject().value(QStringLiteral("Ideographic")).toString(), QStringLiteral("王^小"));
    QCOMPARE(value("00200032", 0).toDouble(), -150.25);
    QVERIFY(value("00200032", 2).isString()); // "+5" is no JSON number
    QVERIFY(value("00080008", 1).isNull());
    QCOMPARE(value("00280010", 0).toInt(), 512);
    QCOMPARE(a.value(QStringLiteral("00282000")).toObject().value(QStringLiteral("InlineBinary")).toString(),
             QStringLiteral("AP8Q"));
}

void TestDicomJson::roundTrip()
{
    const QByteArray once = toDicomJson({sample(), Attributes()});
    const auto parsed = parseDicomJson(once);
    VERIFY_VALUE(parsed);
    QCOMPARE(toDicomJson(*parsed), once);
    QCOMPARE(parsed->front().text(tags::PatientName), sample().text(tags::PatientName));
    QCOMPARE(at(parsed->front(), 0x0010, 0x4000).values, at(sample(), 0x0010, 0x4000).values);
}

void TestDicomJson::largeSeries()
{
    Attributes slice = sample();
    for (std::uint16_t i = 0; i < 60; ++i)
        slice.setText({0x0018, static_cast<std::uint16_t>(0x9000 + i)}, "DS",
                      {QStringLiteral("123.456"), QStringLiteral("-7")});
    const QByteArray json = toDicomJson(std::vector<Attributes>(400, slice));
    QElapsedTimer timer;
    timer.start();
    const auto parsed = parseDicomJson(json);
    const double ms = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    VERIFY_VALUE(parsed);
    QCOMPARE(parsed->size(), std::size_t(400));
    QCOMPARE(parsed->back().number({0x0018, 0x903B}).value(), 123.456);
    qInfo("400 data sets, %.2f MB of DICOM JSON: %.1f ms", static_cast<double>(json.size()) / 1e6, ms);
}

void TestDicomJson::bulkDataUris_data()
{
    QTest::addColumn<QString>("uri");
    QTest::addColumn<QString>("expected"); // empty: refused
    const QString base = QStringLiteral("https://pacs.example:8443/proxy/dicom-web");
    QTest::newRow("same host") << base + QStringLiteral("/studies/1/bulk/2")
                               << base + QStringLiteral("/studies/1/bulk/2");
    QTest::newRow("same host, elsewhere")
        << QStringLiteral("https://pacs.example:8443/bulk/2") << QStringLiteral("https://pacs.example:8443/bulk/2");
    QTest::newRow("relative") << QStringLiteral("studies/1/bulk/2") << base + QStringLiteral("/studies/1/bulk/2");
    QTest::newRow("behind the proxy") << QStringLiteral("http://10.0.0.7:8042/proxy/dicom-web/studies/1/bulk/2?x=1")
                                      << base + QStringLiteral("/studies/1/bulk/2?x=1");
    QTest::newRow("foreign host") << QStringLiteral("https://evil.example/studies/1/bulk/2") << QString();
    QTest::newRow("foreign host, look-alike path")
        << QStringLiteral("https://evil.example/proxy/dicom-webx/1") << QString();
    QTest::newRow("a file") << QStringLiteral("file:///etc/passwd") << QString();
    QTest::newRow("empty") << QString() << QString();
}

void TestDicomJson::bulkDataUris()
{
    QFETCH(QString, uri);
    QFETCH(QString, expected);
    const Result<QString> url = dicomweb::bulkDataUrl(uri, QStringLiteral("https://pacs.example:8443/proxy/dicom-web"));
    if (expected.isEmpty())
        COMPARE_ERROR(url, ErrorCode::InvalidArgument);
    else
        QCOMPARE(url.value_or(QString()), expected);
}

void TestDicomJson::relativeBulkDataUris()
{
    Attributes a = one(
        R"({"00282000": {"vr": "OB", "BulkDataURI": "../bulk/1"}, "00081115": {"vr": "SQ", "Value": [{"00283006": {"vr": "OW", "BulkDataURI": "bulk/2"}}]},
                           "00281101": {"vr": "OW", "BulkDataURI": "http://h/x"}})");
    dicomweb::resolveBulkDataUris(a, QStringLiteral("http://h/dw/studies/1/series/2/metadata"));
    QCOMPARE(at(a, 0x0028, 0x2000).bulkDataUri, QStringLiteral("http://h/dw/studies/1/series/bulk/1"));
    QCOMPARE(at(*a.item({0x0008, 0x1115}), 0x0028, 0x3006).bulkDataUri,
             QStringLiteral("http://h/dw/studies/1/series/2/bulk/2"));
    QCOMPARE(at(a, 0x0028, 0x1101).bulkDataUri, QStringLiteral("http://h/x"));
}

CONSILIUM_TEST(TestDicomJson)
#include "TestDicomJson.moc"
