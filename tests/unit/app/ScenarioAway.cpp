#include "app/scenario/ScenarioRunner.h"
#include "netclient/http/HttpClient.h"
#include "tests/support/FaultServer.h"
#include "tests/support/TestMain.h"
#include "tests/unit/app/BareHost.h"
#include "tests/unit/app/SmallArchive.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace consilium;
using test::FaultReply;
using test::FaultRequest;

namespace
{

/// It asks archives and opens their studies.
class OpeningHost final : public test::BareHost
{
public:
    explicit OpeningHost(http::HttpClient &http) : m_http(http) {}
    Result<std::shared_ptr<dicomweb::DicomWebClient>> useArchive(const dicomweb::ArchiveConfig &config) override
    {
        return std::make_shared<dicomweb::DicomWebClient>(m_http, config);
    }
    void openStudy(std::shared_ptr<dicomweb::DicomWebClient> archive, const dicom::StudyHeader &study) override
    {
        images().openStudy(std::move(archive), study);
    }

private:
    http::HttpClient &m_http; ///< outlives what is open
};

} // namespace

class ScenarioAway : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // A person waits for an archive that goes away while a study is opened. Nobody sits before a scenario.
    void whatWaitsHasFailed()
    {
        const test::FaultServer archive([](const FaultRequest &request) {
            if (!request.target.contains("/series"))
                return test::reply(200, "application/dicom+json", '[' + test::study("1.2.3", "TEST-1", "A1") + ']');
            FaultReply none;
            none.reset = true;
            return none;
        });
        QTemporaryDir folder;
        QFile file(folder.filePath(u"away.actions"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("source ward url=" + archive.url(u"/dicom-web"_s).toUtf8() +
                   "\nfails ConnectionLost open first timeout=60s\n");
        file.close();
        http::HttpClient http;
        OpeningHost host(http);
        app::ScenarioRunner::Options options;
        options.file = file.fileName();
        app::ScenarioRunner runner(host, options);
        QSignalSpy finished(&runner, &app::ScenarioRunner::finished);
        runner.start();
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 90'000);
        QCOMPARE(finished.front().at(0).toInt(), 0);
        QVERIFY(host.images().studies().empty()); // and nothing comes later
    }
};

CONSILIUM_TEST(ScenarioAway)
#include "ScenarioAway.moc"
