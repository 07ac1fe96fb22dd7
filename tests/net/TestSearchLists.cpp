#include "netclient/dicomweb/DicomWebClient.h"
#include "tests/net/Await.h"
#include "tests/support/FaultServer.h"
#include "tests/support/TestMain.h"

#include <QUrl>
#include <QUrlQuery>

#include <mutex>

using namespace consilium;
using namespace consilium::test;
using dicomweb::ArchiveConfig;
using dicomweb::DicomWebClient;
using dicomweb::StudyQuery;

/// Archives that cut lists, repeat them or know no paging: nothing lost, nothing twice, no false end.
class TestSearchLists : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void silentlyCappedLists();
    void silentlyCappedStudies();
    void endlessListIsNotComplete();
    void limitIgnored();
    void limitIgnoredButOffsetObeyed();
    void modalitiesAcrossPages();
    void pagesOfStudies();
    void bodyPartThroughSeries();
    void urgencyIsAskedForWhereItMayBe();
    void birthDates_data();
    void birthDates();
    void birthDatesOfADoubtfulArchive();
    void pagesOfOneList();
    void somebodyOfThatDayIsThere();
    void entriesThatCannotBeRead();
    void entriesThatCannotBeReadAcrossPages();
    void strayMetadataSpoilsNoOther();
};

namespace
{

const StudyUid study(QStringLiteral("1.2.3"));
const SeriesUid series(QStringLiteral("1.2.3.4"));
constexpr auto json = "application/dicom+json";

struct Client {
    http::HttpClient http;
    DicomWebClient web;
    explicit Client(const FaultServer &server)
        : web(http, ArchiveConfig{ArchiveId(QStringLiteral("a")), {}, server.url(QStringLiteral("/dw/")), {}, {}})
    {
    }
};

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

// The UIDs of all pages, as a worklist turns them; empty after an error or more than 100 pages.
QStringList turnPages(DicomWebClient &web, StudyQuery query)
{
    QStringList seen;
    for (int pages = 0; pages < 100; ++pages, query.offset += query.limit) {
        const auto page = await(web.searchStudies(query));
        if (!page || std::ssize(page->studies) > query.limit)
            return {};
        for (const Attributes &one : page->studies)
            seen.push_back(one.text(tags::StudyInstanceUid));
        if (!page->mayHaveMore)
            return seen;
        if (page->withoutBirthDate)
            query.patientBirthDate.clear();
    }
    return {};
}

} // namespace

void TestSearchLists::silentlyCappedLists()
{
    // 250 instances; never more than 100 in one answer, and nothing said about it.
    FaultServer server([](const FaultRequest &r) {
        const int offset = parameter(r, "offset").toInt();
        return reply(200, json,
                     list("00080018", offset, std::min({250, offset + 100, offset + parameter(r, "limit").toInt()})));
    });
    Client client(server);
    QCOMPARE(await(client.web.searchInstances(study, series)).value_or(std::vector<Attributes>()).size(),
             std::size_t(250));
    FaultServer stubborn(
        [](const FaultRequest &) { return reply(200, json, list("00080018", 0, 120)); }); // ignores the offset
    QCOMPARE(await(Client(stubborn).web.searchInstances(study, series)).value_or(std::vector<Attributes>()).size(),
             std::size_t(120));
}

void TestSearchLists::silentlyCappedStudies()
{
    // Never more than 100 in one answer, and nothing said about it.
    std::atomic<int> total{0};
    FaultServer server([&](const FaultRequest &r) {
        const int offset = parameter(r, "offset").toInt();
        const int end = std::min({total.load(), offset + 100, offset + parameter(r, "limit").toInt()});
        return reply(200, json, list("0020000D", std::min(offset, end), end));
    });
    Client client(server);
    StudyQuery query;
    query.limit = 200;
    for (const int count : {250, 100, 200, 201, 101, 400, 7}) { // one after another: what was learned must not mislead
        total = count;
        const QStringList seen = turnPages(client.web, query);
        QCOMPARE(seen.size(), count);
        QCOMPARE(QSet<QString>(seen.begin(), seen.end()).size(), count);
    }
}

void TestSearchLists::endlessListIsNotComplete()
{
    FaultServer server([](const FaultRequest &r) {
        const int offset = parameter(r, "offset").toInt();
        return reply(200, json, list("00080018", offset, offset + parameter(r, "limit").toInt()));
    });
    COMPARE_ERROR(await(Client(server).web.searchInstances(study, series)), ErrorCode::Unsupported);
}

void TestSearchLists::limitIgnored()
{
    FaultServer server([](const FaultRequest &) { return reply(200, json, list("0020000D", 0, 25)); });
    Client client(server);
    StudyQuery query;
    QStringList seen;
    for (query.limit = 10;; query.offset += query.limit) {
        const auto page = await(client.web.searchStudies(query));
        VERIFY_VALUE(page);
        QVERIFY(page->studies.size() <= 10);
        for (const Attributes &one : page->studies)
            seen.push_back(one.text(tags::StudyInstanceUid));
        if (!page->mayHaveMore)
            break;
    }
    QCOMPARE(seen.size(), 25);
    QCOMPARE(QSet<QString>(seen.begin(), seen.end()).size(), 25);
}

void TestSearchLists::limitIgnoredButOffsetObeyed()
{
    FaultServer server([](const FaultRequest &r) {
        return reply(200, json, list("0020000D", std::min(25, parameter(r, "offset").toInt()), 25));
    });
    Client client(server);
    StudyQuery query;
    query.limit = 10;
    const QStringList seen = turnPages(client.web, query);
    QCOMPARE(seen.size(), 25);
    QCOMPARE(QSet<QString>(seen.begin(), seen.end()).size(), 25);
}

void TestSearchLists::modalitiesAcrossPages()
{
    // 330 studies in an order that has nothing to do with their dates, every third of them CT and MR; at most 100 in an
    // answer.
    FaultServer server([](const FaultRequest &r) {
        const int offset = parameter(r, "offset").toInt();
        const int count = std::min(100, parameter(r, "limit").toInt());
        const bool isCt = parameter(r, "ModalitiesInStudy") == QLatin1String("CT");
        QByteArrayList all;
        int index = 0;
        for (int i = 0; i < 330; ++i) {
            const bool matches = i % 3 == 0 || (i % 3 == 1) == isCt;
            if (!matches || index++ < offset || all.size() >= count)
                continue;
            all.push_back("{\"0020000D\": {\"vr\": \"UI\", \"Value\": [\"1.2.3." + QByteArray::number(i) +
                          "\"]}, \"00080020\": {\"vr\": \"DA\", \"Value\": [\"" +
                          QByteArray::number(20200101 + i * 7919 % 28) + "\"]}}");
        }
        return reply(200, json, "[" + all.join(',') + "]");
    });
    Client client(server);
    StudyQuery query;
    query.modalities = {QStringLiteral("CT"), QStringLiteral("MR")};
    for (const int limit : {30, 45, 200}) {
        query.limit = limit;
        const QStringList seen = turnPages(client.web, query);
        QCOMPARE(seen.size(), 330);
        QCOMPARE(QSet<QString>(seen.begin(), seen.end()).size(), 330);
    }
}

void TestSearchLists::pagesOfStudies()
{
    FaultServer server([](const FaultRequest &r) {
        const int offset = parameter(r, "offset").toInt(), limit = parameter(r, "limit").toInt();
        return reply(200, json, list("0020000D", offset, std::min(20, offset + limit)));
    });
    Client client(server);
    StudyQuery query;
    query.limit = 10;
    query.patientName = QStringLiteral("模体^头颅*");
    query.dateFrom = QStringLiteral("20240101");
    query.modalities = {QStringLiteral("ct")};
    const auto first = await(client.web.searchStudies(query));
    VERIFY_VALUE(first);
    QCOMPARE(first->studies.size(), std::size_t(10));
    QVERIFY(first->mayHaveMore);
    query.offset = 10;
    const auto second = await(client.web.searchStudies(query));
    QCOMPARE(second->studies.size(), std::size_t(10));
    QVERIFY(!second->mayHaveMore);
    QCOMPARE(parameter(server.requests().first(), "PatientName"), query.patientName);
    QCOMPARE(parameter(server.requests().first(), "StudyDate"), QStringLiteral("20240101-"));
    QCOMPARE(parameter(server.requests().first(), "ModalitiesInStudy"), QStringLiteral("CT"));
    FaultServer warning([](const FaultRequest &) {
        return reply(200, json, list("0020000D", 0, 5), {"Warning: 299 archive \"more\""});
    });
    QVERIFY(await(Client(warning).web.searchStudies(query))->mayHaveMore);
}

void TestSearchLists::bodyPartThroughSeries()
{
    // Knows neither the body part filter (answers with all series) nor lists of UIDs (answers with the first).
    FaultServer server([](const FaultRequest &r) {
        if (path(r).endsWith("/series")) {
            QByteArrayList all;
            for (int i = 0; i < 6; ++i)
                all.push_back("{\"0020000E\": {\"vr\": \"UI\", \"Value\": [\"5." + QByteArray::number(i) +
                              "\"]}, \"0020000D\": {\"vr\": \"UI\", \"Value\": [\"1.2.3." + QByteArray::number(i / 2) +
                              "\"]}, \"00080060\": {\"vr\": \"CS\", \"Value\": [\"CT\"]}, \"00180015\": {\"vr\": "
                              "\"CS\", \"Value\": [\"" +
                              QByteArray(i < 4 ? "HEAD" : "CHEST") + "\"]}}");
            return reply(200, json, "[" + all.join(',') + "]");
        }
        return reply(200, json,
                     "[" + dataSet("0020000D", parameter(r, "StudyInstanceUID").split(QLatin1Char(',')).first()) + "]");
    });
    StudyQuery query;
    query.bodyPart = QStringLiteral("head");
    const auto page = await(Client(server).web.searchStudies(query));
    VERIFY_VALUE(page);
    QStringList uids;
    for (const Attributes &one : page->studies)
        uids.push_back(one.text(tags::StudyInstanceUid));
    uids.sort();
    QCOMPARE(uids, QStringList({QStringLiteral("1.2.3.0"), QStringLiteral("1.2.3.1")}));
    query.modalities = {QStringLiteral("MR")};
    QCOMPARE(await(Client(server).web.searchStudies(query))->studies.size(), std::size_t(0));
}

// An archive that refuses a question for rare attributes is asked without, and from then on only so.
void TestSearchLists::urgencyIsAskedForWhereItMayBe()
{
    for (const bool refuses : {false, true}) {
        QList<bool> asked;
        std::mutex mutex;
        FaultServer server([&](const FaultRequest &request) {
            const bool asksPriority = request.target.contains("00401003");
            const std::lock_guard lock(mutex);
            asked << asksPriority;
            if (asksPriority && refuses)
                return reply(400, json, "[]");
            return reply(200, json,
                         R"([{"0020000D":{"vr":"UI","Value":["1.2.3"]},"00401003":{"vr":"SH","Value":["STAT"]}}])");
        });
        Client client(server);
        for (int i = 0; i < 2; ++i) {
            if (i == 1)
                asked.clear();
            const auto page = await(client.web.searchStudies({}));
            QVERIFY(page.has_value());
            QCOMPARE(page->studies.size(), std::size_t(1));
            QCOMPARE(page->studies[0].text({0x0040, 0x1003}), QStringLiteral("STAT"));
        }
        QVERIFY(!asked.isEmpty());
        QCOMPARE(asked.contains(true), !refuses);
        QCOMPARE(client.web.learned().contains("\"refusesRareFields\":true"), refuses);
    }
}

namespace
{

QByteArray studyOf(int number, const char *born)
{
    return QStringLiteral(R"({"0020000D":{"vr":"UI","Value":["1.2.3.%1"]},"00100030":{"vr":"DA","Value":["%2"]}})")
        .arg(QString::number(number), QString::fromLatin1(born))
        .toLatin1();
}

StudyQuery byBirthDate()
{
    StudyQuery query;
    query.patientName = QStringLiteral("LI*");
    query.patientBirthDate = QStringLiteral("19700101");
    return query;
}

QStringList uidsOf(const Result<dicomweb::StudyPage> &page)
{
    QStringList uids;
    for (const Attributes &one : page ? page->studies : std::vector<Attributes>())
        uids.push_back(one.text(tags::StudyInstanceUid));
    return uids;
}

} // namespace

void TestSearchLists::birthDates_data()
{
    QTest::addColumn<QString>("habit");
    QTest::addColumn<QStringList>("expected");
    QTest::addColumn<QString>("learned");
    QTest::addColumn<bool>("isAskedAgain"); // for the birth date, with the second question
    const QStringList one{QStringLiteral("1.2.3.7")}, all{QStringLiteral("1.2.3.6"), QStringLiteral("1.2.3.7")};
    QTest::newRow("matches") << QStringLiteral("matches") << one << QStringLiteral("matched") << true;
    QTest::newRow("ignores it") << QStringLiteral("ignores") << all << QStringLiteral("useless") << false;
    QTest::newRow("400") << QStringLiteral("400") << all << QStringLiteral("useless") << false;
    QTest::newRow("501") << QStringLiteral("501") << all << QStringLiteral("useless") << false;
    QTest::newRow("500") << QStringLiteral("500") << all << QStringLiteral("unknown") << true; // may pass
    QTest::newRow("finds nobody") << QStringLiteral("nobody") << all << QStringLiteral("useless") << false;
}

// A study of that day, and another one: the archive's habit is found out, and remembered.
void TestSearchLists::birthDates()
{
    QFETCH(QString, habit);
    std::mutex mutex;
    QStringList asked; // birth dates
    FaultServer server([&](const FaultRequest &r) {
        const QString born = parameter(r, "PatientBirthDate");
        {
            const std::lock_guard lock(mutex);
            asked << born;
        }
        const QByteArray right = studyOf(7, "19700101"), both = studyOf(6, "19800202") + ',' + right;
        if (born.isEmpty() || habit == QLatin1String("ignores"))
            return reply(200, json, '[' + both + ']');
        if (const int status = habit.toInt(); status > 0)
            return reply(status, "text/plain", "unknown key");
        return reply(200, json, habit == QLatin1String("matches") ? '[' + right + ']' : QByteArray("[]"));
    });
    Client client(server);
    const auto page = await(client.web.searchStudies(byBirthDate()));
    VERIFY_VALUE(page);
    QTEST(uidsOf(page), "expected");
    QFETCH(QString, learned);
    QVERIFY2(client.web.learned().contains("\"birthDates\":\"" + learned.toLatin1() + '"'),
             client.web.learned().constData());
    asked.clear();
    // Another start of the program: it knows.
    Client later(server);
    later.web.learn(client.web.learned());
    QTEST(uidsOf(await(later.web.searchStudies(byBirthDate()))), "expected");
    QTEST(asked.contains(QStringLiteral("19700101")), "isAskedAgain");
}

// Nobody of that day is there: an archive that has not yet found anybody so is asked without as well, page by page; one
// that has is believed.
void TestSearchLists::birthDatesOfADoubtfulArchive()
{
    std::atomic<int> without{0};
    FaultServer server([&](const FaultRequest &r) {
        if (parameter(r, "PatientBirthDate") == QLatin1String("19991231"))
            return reply(200, json, '[' + studyOf(9, "19991231") + ']');
        if (!parameter(r, "PatientBirthDate").isEmpty())
            return reply(200, json, "[]");
        ++without;
        const int from = parameter(r, "offset").toInt(), to = std::min(25, from + parameter(r, "limit").toInt());
        QByteArrayList rows;
        for (int i = from; i < to; ++i)
            rows << studyOf(i, "19800202");
        return reply(200, json, '[' + rows.join(',') + ']');
    });
    Client client(server);
    StudyQuery query = byBirthDate();
    query.limit = 10;
    const QStringList seen = turnPages(client.web, query);
    QCOMPARE(seen.size(), 25);
    QCOMPARE(QSet<QString>(seen.begin(), seen.end()).size(), 25);
    QVERIFY(client.web.learned().contains("\"birthDates\":\"unknown\""));
    query.patientBirthDate = QStringLiteral("19991231");
    QCOMPARE(turnPages(client.web, query), QStringList{QStringLiteral("1.2.3.9")});
    QVERIFY(client.web.learned().contains("\"birthDates\":\"matched\""));
    without = 0;
    query.patientBirthDate = QStringLiteral("19700101");
    QCOMPARE(uidsOf(await(client.web.searchStudies(query))), QStringList());
    QCOMPARE(without.load(), 0);
}

// The archive refuses the birth date only later, or ignores it from then on: a further page is of the list that was
// asked for, or none.
void TestSearchLists::pagesOfOneList()
{
    std::atomic<int> without{0};
    std::atomic<bool> refuses{true};
    FaultServer server([&](const FaultRequest &r) {
        const int offset = parameter(r, "offset").toInt();
        if (parameter(r, "PatientBirthDate").isEmpty()) {
            ++without;
            return reply(200, json, offset > 0 ? QByteArray("[]") : '[' + studyOf(6, "19800202") + ']');
        }
        if (offset == 0)
            return reply(200, json, '[' + studyOf(7, "19700101") + ',' + studyOf(8, "19700101") + ']');
        if (refuses)
            return reply(400, "text/plain", "unknown key");
        return reply(200, json, offset > 2 ? QByteArray("[]") : '[' + studyOf(6, "19800202") + ']');
    });
    Client client(server);
    StudyQuery query = byBirthDate();
    query.limit = 2;
    const auto first = await(client.web.searchStudies(query));
    VERIFY_VALUE(first);
    QVERIFY(!first->withoutBirthDate);
    query.offset = 2;
    const auto second = await(client.web.searchStudies(query));
    QVERIFY(!second);
    QCOMPARE(second.error().httpStatus, 400);
    QCOMPARE(without.load(), 0);
    refuses = false;
    const auto others = await(client.web.searchStudies(query));
    VERIFY_VALUE(others);
    QVERIFY(!others->withoutBirthDate);
    QVERIFY(others->mayHaveMore); // what was asked for is not known
    QCOMPARE(without.load(), 0);
    QVERIFY(client.web.learned().contains("\"birthDates\":\"useless\""));
    // A list that is begun now is the one without, and says so.
    query.offset = 0;
    const auto anew = await(client.web.searchStudies(query));
    VERIFY_VALUE(anew);
    QVERIFY(anew->withoutBirthDate);
    QCOMPARE(uidsOf(anew), QStringList{QStringLiteral("1.2.3.6")});
}

// An archive has matched by it once, and does so no more: somebody of that day is there and not found.
void TestSearchLists::somebodyOfThatDayIsThere()
{
    std::atomic<bool> matches{true};
    FaultServer server([&](const FaultRequest &r) {
        if (parameter(r, "offset").toInt() > 0)
            return reply(200, json, "[]");
        if (parameter(r, "PatientBirthDate").isEmpty() || matches)
            return reply(200, json, '[' + studyOf(7, "19700101") + ']');
        return reply(200, json, "[]");
    });
    Client client(server);
    StudyQuery query = byBirthDate();
    QCOMPARE(uidsOf(await(client.web.searchStudies(query))), QStringList{QStringLiteral("1.2.3.7")});
    matches = false;
    QCOMPARE(uidsOf(await(client.web.searchStudies(query))), QStringList()); // it may be so
    QVERIFY(client.web.learned().contains("\"birthDates\":\"matched\""));
    query.isBirthDateThere = true;
    QCOMPARE(uidsOf(await(client.web.searchStudies(query))), QStringList{QStringLiteral("1.2.3.7")});
    QVERIFY(client.web.learned().contains("\"birthDates\":\"useless\""));
}

// Good studies beside entries of all sorts of rubbish: none lost, the rest counted, nobody under a wrong name.
void TestSearchLists::entriesThatCannotBeRead()
{
    const QByteArray good =
        R"({"0020000D":{"vr":"UI","Value":["1.2.3"]},"00100010":{"vr":"PN","Value":[{"Alphabetic":"A"}]}})";
    // Garbled where nothing depends on it: what that says is missing, the study is not.
    const QByteArray harmless = R"({"0020000D":{"vr":"UI","Value":["1.2.4"]},"00081030":{"vr":"LO","Value":[["x"]]}})";
    const QByteArrayList bad = {
        R"({"error":"no such row"})",
        "null",
        "[1, 2]",
        R"("1.2.9")",
        "{}",
        R"({"00100010":{"vr":"PN","Value":[{"Alphabetic":"B"}]}})",                                 // which study?
        R"({"0020000D":{"vr":"UI","Value":[{"a":1}]}})",                                            // likewise
        R"({"0020000D":{"vr":"UI","Value":["1.2.5"]},"00100020":{"vr":"LO","Value":[["7"]]}})",     // whose?
        R"({"0020000D":{"vr":"UI","Value":["1.2.6"]},"00100010":"C"})",                             // likewise
        R"({"0020000D":{"vr":"UI","Value":["1.2.7"]},"00080020":{"vr":"DA","Value":[["2026"]]}})",  // when?
        R"({"0020000D":{"vr":"UI","Value":["1.2.8"]},"00401003":{"vr":"SH","Value":[["STAT"]]}})"}; // urgent?
    const auto answerWith = [](const QByteArrayList &entries) {
        FaultServer server(
            [body = "[" + entries.join(',') + "]"](const FaultRequest &) { return reply(200, json, body); });
        return await(Client(server).web.searchStudies({}));
    };
    const auto page = answerWith(QByteArrayList{good} + bad + QByteArrayList{harmless});
    VERIFY_VALUE(page);
    QCOMPARE(page->studies.size(), std::size_t(2));
    QCOMPARE(page->studies[0].text(tags::StudyInstanceUid), QStringLiteral("1.2.3"));
    QCOMPARE(page->studies[1].text(tags::StudyInstanceUid), QStringLiteral("1.2.4"));
    QCOMPARE(page->unreadable, int(bad.size()));
    for (const QByteArray &one : bad) {
        const auto beside = answerWith({one, good});
        QVERIFY2(beside && beside->studies.size() == 1 && beside->unreadable == 1, one.constData());
        if (one != "{}") { // by itself that is an empty list
            COMPARE_ERROR(answerWith({one}), ErrorCode::ProtocolViolation);
            COMPARE_ERROR(answerWith({one, one}), ErrorCode::ProtocolViolation);
        }
    }
    QVERIFY(answerWith({"{}"}).has_value());
    COMPARE_ERROR(answerWith({good, R"({"0020000D":)"}), ErrorCode::ProtocolViolation); // cut short
    // Of a study's own series nothing may be missing.
    FaultServer server([](const FaultRequest &) {
        return reply(200, json, R"([{"0020000E":{"vr":"UI","Value":["1.2.3.4"]}}, {"error":"x"}])");
    });
    COMPARE_ERROR(await(Client(server).web.searchSeries(study)), ErrorCode::ProtocolViolation);
}

void TestSearchLists::entriesThatCannotBeReadAcrossPages()
{
    // 90 studies of CT and of MR each, and every seventh entry is not DICOM.
    std::atomic<bool> knowsPaging{true};
    FaultServer server([&](const FaultRequest &r) {
        const int offset = knowsPaging ? parameter(r, "offset").toInt() : 0;
        const int end = knowsPaging ? std::min(105, offset + parameter(r, "limit").toInt()) : 105;
        const int first = parameter(r, "ModalitiesInStudy") == QLatin1String("MR") ? 1000 : 0;
        QByteArrayList all;
        for (int i = offset; i < end; ++i)
            all.push_back(i % 7 == 3 ? QByteArray(R"({"error":"x"})")
                                     : dataSet("0020000D", QStringLiteral("1.2.3.%1").arg(first + i)));
        return reply(200, json, "[" + all.join(',') + "]");
    });
    for (const bool paging : {true, false}) {
        knowsPaging = paging;
        for (const QStringList &modalities : {QStringList(), QStringList{QStringLiteral("CT"), QStringLiteral("MR")}}) {
            Client client(server);
            StudyQuery query;
            query.limit = 16;
            query.modalities = modalities;
            const int lists = modalities.isEmpty() ? 1 : 2;
            QSet<QString> seen;
            int came = 0, unreadable = 0, pages = 0;
            for (bool more = true; more && pages < 50; ++pages, query.offset += query.limit) {
                const auto page = await(client.web.searchStudies(query));
                VERIFY_VALUE(page);
                more = page->mayHaveMore;
                unreadable += page->unreadable;
                came += int(page->studies.size());
                for (const Attributes &one : page->studies)
                    seen.insert(one.text(tags::StudyInstanceUid));
            }
            QCOMPARE(came, 90 * lists);
            QCOMPARE(int(seen.size()), 90 * lists);
            QCOMPARE(unreadable, 15 * lists);
        }
    }
}

/// One entry of another series, or that is none, costs itself alone: it stays in its place, for the caller to judge.
void TestSearchLists::strayMetadataSpoilsNoOther()
{
    const auto entry = [](const QByteArray &seriesUid, int number) {
        return R"({"0020000E": {"vr": "UI", "Value": [)" + seriesUid + R"(]}, "00200013": {"vr": "IS", "Value": [)" +
               QByteArray::number(number) + "]}}";
    };
    const QByteArray own = '"' + series.text().toLatin1() + '"';
    for (const QByteArray &stray : {entry("\"9.9\"", 2), entry("1e999", 2), QByteArray("null"), QByteArray("7"),
                                    QByteArray(R"({"error": "no such object"})")}) {
        FaultServer server([&](const FaultRequest &) {
            return reply(200, json, '[' + entry(own, 1) + ',' + stray + ',' + entry(own, 3) + ']');
        });
        Client client(server);
        const auto all = await(client.web.fetchSeriesMetadata(study, series));
        VERIFY_VALUE(all);
        QCOMPARE(all->size(), std::size_t(3));
        QCOMPARE(all->front().integer(tags::InstanceNumber), 1);
        QVERIFY(all->at(1).text(tags::SeriesInstanceUid) != series.text());
        QCOMPARE(all->back().integer(tags::InstanceNumber), 3);
    }
    for (const QByteArray &body : {QByteArray("[null]"), QByteArray(R"([{"error": "no such series"}])")}) {
        FaultServer server([&](const FaultRequest &) { return reply(200, json, body); });
        COMPARE_ERROR(await(Client(server).web.fetchSeriesMetadata(study, series)), ErrorCode::ProtocolViolation);
    }
    FaultServer broken([&](const FaultRequest &) { return reply(200, json, '[' + entry(own, 1) + ",{\"0020"); });
    COMPARE_ERROR(await(Client(broken).web.fetchSeriesMetadata(study, series)), ErrorCode::ProtocolViolation);
}

CONSILIUM_TEST(TestSearchLists)
#include "TestSearchLists.moc"
