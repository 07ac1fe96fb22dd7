#include "app/bridge/ArchiveWatch.h"
#include "app/bridge/OutOfReach.h"
#include "netclient/dicomweb/DicomJson.h"
#include "tests/support/FaultServer.h"
#include "tests/support/TestMain.h"

#include <QSignalSpy>

#include <mutex>

using namespace consilium;
using namespace Qt::StringLiterals;
using app::ArchiveWatch;

namespace
{

const StudyUid kStudy(u"1.2.3"_s);
const SeriesUid kA(u"1.2.3.1"_s), kB(u"1.2.3.2"_s), kC(u"1.2.3.3"_s);
using AllSeries = QSet<SeriesUid>;

Error notFound()
{
    return {ErrorCode::NotFound, u"HTTP 404"_s, 404, -1};
}

/// A study of three series is open; its archive lists those that a test says, and of each two objects.
struct Ward {
    Ward()
        : server([this](const test::FaultRequest &request) { return answer(request); }),
          client(std::make_shared<dicomweb::DicomWebClient>(
              http, dicomweb::ArchiveConfig{ArchiveId(u"w"_s), u"Ward"_s, server.url(u"/rs"_s), {}, {}}))
    {
        dicom::StudyHeader header;
        header.uid = kStudy;
        table.addStudy(header, client);
        std::vector<dicom::SeriesHeader> series(3);
        series[0].uid = kA;
        series[1].uid = kB;
        series[2].uid = kC;
        table.listSeries(kStudy, series);
    }
    void list(const AllSeries &series, int code = 200)
    {
        const std::lock_guard lock(m_mutex);
        m_listed = series;
        m_status = code;
    }
    [[nodiscard]] int goneSeries() const
    {
        const auto gone = watch.goneOf(kStudy);
        return gone ? gone->series : -1;
    }
    /// Once more asked what it lists.
    [[nodiscard]] bool isAskedAgain(int before) const
    {
        return QTest::qWaitFor([&] { return asked() > before; }, 10'000);
    }
    [[nodiscard]] int asked() const { return int(server.requests().size()); }

private:
    [[nodiscard]] test::FaultReply answer(const test::FaultRequest &request)
    {
        const std::lock_guard lock(m_mutex);
        std::vector<Attributes> rows;
        const auto add = [&](Tag tag, const QString &uid) {
            Attributes row;
            row.setText(tag, "UI", {uid});
            rows.push_back(row);
        };
        if (request.target.split('?').front().endsWith("/instances")) {
            add(tags::SopInstanceUid, u"1.2.3.9.1"_s);
            add(tags::SopInstanceUid, u"1.2.3.9.2"_s);
        } else {
            for (const SeriesUid &series : m_listed)
                add(tags::SeriesInstanceUid, series.text());
        }
        return test::reply(m_status, "application/dicom+json", dicomweb::toDicomJson(rows));
    }

    std::mutex m_mutex;
    AllSeries m_listed; ///< guarded by m_mutex
    int m_status = 200; ///< likewise

public:
    test::FaultServer server;
    http::HttpClient http;
    std::shared_ptr<dicomweb::DicomWebClient> client;
    app::StudyTable table;
    ArchiveWatch watch{table, nullptr};
};

} // namespace

/// What an archive no longer has of an open study: it is asked, and each series is judged by itself.
class BridgeMissingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneSeriesThatIsTriedAgainLeavesWhatIsSaidOfOthers()
    {
        Ward ward;
        ward.list({kC});
        ward.watch.noteMissing(kStudy, kA, notFound());
        QTRY_COMPARE_WITH_TIMEOUT(ward.goneSeries(), 2, 10'000);
        const int before = ward.asked();
        ward.watch.forgetMissing(kStudy, {kA});
        QCOMPARE(ward.goneSeries(), 1); // the other one is as gone as before
        QVERIFY(ward.isAskedAgain(before));
        QTest::qWait(200);
        QCOMPARE(ward.goneSeries(), 1); // nothing is said of the one that is on its way
        ward.watch.noteMissing(kStudy, kA, notFound());
        QTRY_COMPARE_WITH_TIMEOUT(ward.goneSeries(), 2, 10'000);
        ward.watch.forgetMissing(kStudy, {kA, kB});
        QCOMPARE(ward.goneSeries(), -1);
    }
    void aStudyThatIsGoneAndComesBack()
    {
        Ward ward;
        ward.list({});
        ward.watch.noteMissing(kStudy, kA, notFound());
        QTRY_COMPARE_WITH_TIMEOUT(ward.goneSeries(), 0, 10'000); // the whole study
        ward.list({kA, kB, kC});
        ward.watch.forgetMissing(kStudy, {kA});
        QCOMPARE(ward.goneSeries(), 2); // as far as anybody knows
        QTRY_COMPARE_WITH_TIMEOUT(ward.goneSeries(), -1, 10'000);
    }
    void whatIsListedIsToldOfTheSeriesInDoubt()
    {
        Ward ward;
        QSignalSpy told(&ward.watch, &ArchiveWatch::answeredMissing);
        ward.list({kB, kC});
        ward.watch.noteMissing(kStudy, kA, notFound());
        ward.watch.noteMissing(kStudy, kB, notFound());
        QTRY_VERIFY_WITH_TIMEOUT(told.size() == 2, 10'000);
        QHash<SeriesUid, std::optional<QSet<SopInstanceUid>>> lists;
        for (const auto &call : told)
            lists.insert(call[1].value<SeriesUid>(), call[2].value<std::optional<QSet<SopInstanceUid>>>());
        QVERIFY(!lists.value(kA));
        QVERIFY((lists.value(kB) == QSet{SopInstanceUid(u"1.2.3.9.1"_s), SopInstanceUid(u"1.2.3.9.2"_s)}));
        QVERIFY(!lists.contains(kC)); // nothing of it was missed
    }
    void anErrorSaysNothingOfWhatIsThere()
    {
        Ward ward;
        QSignalSpy told(&ward.watch, &ArchiveWatch::answeredMissing);
        ward.list({}, 500);
        ward.watch.noteMissing(kStudy, kA, notFound());
        QVERIFY(ward.isAskedAgain(0));
        QTest::qWait(1500);
        QCOMPARE(ward.goneSeries(), -1);
        QCOMPARE(told.size(), 0);
        ward.watch.noteMissing(kStudy, kA, {ErrorCode::ServerError, {}, 500, -1}); // no 404: nothing to ask
        ward.list({});
        QTest::qWait(1500);
        QCOMPARE(ward.goneSeries(), -1);
    }
};

CONSILIUM_TEST(BridgeMissingTest)
#include "BridgeMissingTest.moc"
