#include "app/settings/ArchiveSet.h"
#include "tests/support/TestMain.h"
#include "tests/unit/app_bridge/BridgeFixture.h"

#include <QTemporaryDir>

#include <atomic>

using namespace consilium;
using namespace Qt::StringLiterals;
using test::FakeArchive;
using test::FaultReply;
using Question = FakeArchive::Question;

class BridgeSignInTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Row 14: the token runs out in the middle of a series.
    void whatFailedForWantOfATokenIsTriedAgain()
    {
        std::atomic<bool> isSignedOut{true};
        FakeArchive archive(FakeArchive::series(8), [&](const Question &q) -> std::optional<FaultReply> {
            if (isSignedOut && q.what == "frame" && (q.sop.endsWith(".4") || q.sop.endsWith(".5")))
                return test::reply(401, "text/plain", "sign in");
            if (!isSignedOut && q.what == "frame" && q.sop.endsWith(".7"))
                return test::reply(500, "text/plain", "asked for without need");
            return std::nullopt;
        });
        http::HttpClient http;
        app::PixelBridge bridge({50'000'000, 2});
        const DataSetId id(archive.image(0).series);
        connect(&bridge, &app::PixelBridge::studyOpened, this, [&] { bridge.want(this, id, 0, 0); });
        bridge.openStudy(test::clientOf(http, archive.url()), test::headerOf(archive.image(0)));
        QTRY_COMPARE_WITH_TIMEOUT(bridge.progress(id).failed, 2, 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(bridge.isIdle(), 20'000);
        isSignedOut = false;
        bridge.retrySignIn();
        QTRY_VERIFY_WITH_TIMEOUT(bridge.progress(id).complete, 20'000);
    }
    void aSeriesThatWasNotDescribedIsTriedAgain()
    {
        std::atomic<bool> isSignedOut{true};
        FakeArchive archive(FakeArchive::series(4), [&](const Question &q) -> std::optional<FaultReply> {
            return isSignedOut && q.what == "metadata" ? std::optional(test::reply(401, "text/plain", "sign in"))
                                                       : std::nullopt;
        });
        http::HttpClient http;
        app::PixelBridge bridge({50'000'000, 2});
        const DataSetId id(archive.image(0).series);
        bridge.openStudy(test::clientOf(http, archive.url()), test::headerOf(archive.image(0)));
        QTRY_VERIFY_WITH_TIMEOUT(bridge.failure(id) != nullptr, 20'000);
        QCOMPARE(bridge.failure(id)->code, ErrorCode::SignInRequired);
        isSignedOut = false;
        bridge.retrySignIn();
        QVERIFY(bridge.failure(id) == nullptr);
        QTRY_VERIFY_WITH_TIMEOUT(bridge.dataSet(id)->isComplete, 20'000);
    }
    void newCredentialsReachTheClientThatIsInUse()
    {
        QTemporaryDir folder;
        app::ProfileSettings settings(folder.path());
        http::HttpClient http;
        identity::CredentialStore secrets;
        app::ArchiveSet archives(http, secrets, settings);
        dicomweb::ArchiveConfig config;
        config.name = u"A"_s;
        test::FaultServer server([](const test::FaultRequest &request) {
            return request.header("Authorization") == "Bearer new" ? test::reply(200, "application/dicom+json", "[]")
                                                                   : test::reply(401, "text/plain", "sign in");
        });
        config.baseUrl = server.url(u"/rs"_s);
        config.credentials = {http::Credentials::Kind::Bearer, {}, u"old"_s};
        config.id = archives.save(config);
        const auto client = archives.find(config.id)->client;
        config.credentials.secret = u"new"_s;
        archives.save(config);
        QCOMPARE(archives.find(config.id)->client, client);
        auto search = client->searchSeries(StudyUid(u"1.2"_s));
        QTRY_VERIFY_WITH_TIMEOUT(search.isFinished(), 20'000);
        QVERIFY(search.result().has_value());
        // Another place is another client, and the old one learns nothing of the new secret.
        config.baseUrl = u"http://127.0.0.1:9/rs"_s;
        config.credentials.secret = u"elsewhere"_s;
        archives.save(config);
        QVERIFY(archives.find(config.id)->client != client);
        search = client->searchSeries(StudyUid(u"1.2"_s));
        QTRY_VERIFY_WITH_TIMEOUT(search.isFinished(), 20'000);
        QVERIFY(search.result().has_value());
        archives.remove(config.id);
    }
};

CONSILIUM_TEST(BridgeSignInTest)
#include "BridgeSignInTest.moc"
