#include "app/settings/ArchiveSet.h"
#include "app/settings/ConnectionTest.h"
#include "app/settings/ConnectionTestView.h"
#include "base/ReachReasons.h"
#include "tests/support/Certificates.h"
#include "tests/support/FaultServer.h"
#include "tests/support/Needs.h"
#include "tests/support/TestMain.h"
#include "tests/support/Variable.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <memory>

using namespace Qt::StringLiterals;
using namespace consilium;
using test::FaultReply;
using test::FaultRequest;
using Step = app::ConnectionTest::Step;
using Outcome = app::ConnectionTest::Outcome;

namespace
{

QByteArray uidRow(const char *tag, const char *uid, const char *more = "")
{
    return QByteArray("[{\"") + tag + "\":{\"vr\":\"UI\",\"Value\":[\"" + uid + "\"]}" + more + "}]";
}

FaultReply json(const QByteArray &text)
{
    return test::reply(200, "application/dicom+json", text);
}

/// An archive that holds one image, as one says it over DICOMweb.
FaultReply archiveOfOne(const FaultRequest &request)
{
    const QByteArray path =
        request.target.left(request.target.indexOf('?') < 0 ? request.target.size() : request.target.indexOf('?'));
    if (path.endsWith("/frames/1"))
        return test::reply(200, "multipart/related; type=\"application/octet-stream\"; boundary=B",
                           "--B\r\nContent-Type: application/octet-stream\r\n\r\npixels\r\n--B--\r\n");
    if (path.endsWith("/instances"))
        return json(uidRow("00080018", "1.2.3.4.5"));
    if (path.endsWith("/series"))
        return json(uidRow("0020000E", "1.2.3.4", ",\"00080060\":{\"vr\":\"CS\",\"Value\":[\"CT\"]}"));
    return json(uidRow("0020000D", "1.2.3"));
}

/// One run of the test against a server, and what it says.
struct Tried {
    QTemporaryDir folder;
    SystemClock clock;
    app::ProfileSettings settings{folder.path()};
    http::HttpClient http;
    identity::CredentialStore secrets;
    app::ArchiveSet archives{http, secrets, settings};
    std::unique_ptr<app::ConnectionTest> test;

    Tried(const test::FaultServer &server, const http::Credentials &who = {}, const QString &caFile = {})
        : Tried(server.url(u"/rs"_s), who, caFile)
    {
    }
    Tried(const QString &url, const http::Credentials &who, const QString &caFile)
    {
        dicomweb::ArchiveConfig config;
        config.baseUrl = url;
        config.caFile = caFile;
        config.credentials = who;
        config.patienceMs = 2000;
        test = std::make_unique<app::ConnectionTest>(
            archives.makeClient(config), clock, nullptr,
            [this](const dicomweb::ArchiveConfig &other) { return archives.makeClient(other); });
        test->start();
    }
    [[nodiscard]] Outcome of(Step step) const
    {
        for (const auto &line : test->lines())
            if (line.step == step)
                return line.outcome;
        return Outcome::Waiting;
    }
    [[nodiscard]] QString note(Step step) const
    {
        for (const auto &line : test->lines())
            if (line.step == step)
                return line.note;
        return {};
    }
};

} // namespace

class SettingsConnection : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyStepPasses()
    {
        test::FaultServer server(archiveOfOne);
        Tried tried(server);
        QTRY_VERIFY_WITH_TIMEOUT(tried.test->isFinished(), 30'000);
        QVERIFY2(tried.test->hasPassed(), qPrintable(tried.test->error().detail));
        QCOMPARE(tried.test->lines().size(), size_t(5)); // no encryption with http
        for (const auto &line : tried.test->lines()) {
            QCOMPARE(line.outcome, Outcome::Passed);
            QVERIFY(line.note.isEmpty());
        }
        // What was asked for is one image of one study, no more.
        QCOMPARE(server.requests().size(), qsizetype(4));
        QVERIFY(server.requests().first().target.contains("limit=2")); // one more tells whether there are more
        QVERIFY(server.requests().last().target.contains("/studies/1.2.3/series/1.2.3.4/instances/1.2.3.4.5/frames/1"));
    }

    void anEmptyArchiveIsAGoodOne()
    {
        test::FaultServer server([](const FaultRequest &) { return json("[]"); });
        Tried tried(server);
        QTRY_VERIFY_WITH_TIMEOUT(tried.test->isFinished(), 30'000);
        QVERIFY(tried.test->hasPassed());
        QCOMPARE(tried.of(Step::Search), Outcome::Passed);
        QCOMPARE(tried.of(Step::FetchImage), Outcome::Skipped);
        QCOMPARE(tried.note(Step::FetchImage), u"The archive is empty."_s);
        QCOMPARE(server.requests().size(), qsizetype(1));
    }

    // What was not found, not reached or not open is told apart.
    void howFarItGoesIsSaid()
    {
        const test::Variable without("no_proxy", "*");      // a proxy of this machine would look the name up
        Tried unknown(u"http://pacs.invalid/rs"_s, {}, {}); // a name that nobody has (RFC 6761 6.4)
        QTRY_VERIFY_WITH_TIMEOUT(unknown.test->isFinished(), 30'000);
        QCOMPARE(unknown.of(Step::Host), Outcome::Failed);
        QCOMPARE(unknown.of(Step::Reach), Outcome::Skipped);
        QString url;
        {
            const test::FaultServer gone(archiveOfOne);
            url = gone.url(u"/rs"_s);
        }
        Tried closed(url, {}, {});
        QTRY_VERIFY_WITH_TIMEOUT(closed.test->isFinished(), 30'000);
        QCOMPARE(closed.of(Step::Host), Outcome::Passed);
        QCOMPARE(closed.of(Step::Reach), Outcome::Failed);
        const Error silent{ErrorCode::HostUnreachable, u"http://10.0.0.1: timeout"_s + reachReason::noAnswer};
        QCOMPARE(app::stepOf(silent), Step::Host);
        QStringList headlines, nextSteps;
        for (const Error &error : {unknown.test->error(), closed.test->error(), silent,
                                   Error{ErrorCode::HostUnreachable, u"nothing known"_s}}) {
            headlines << app::connectionAdvice(error).headline;
            nextSteps << app::connectionAdvice(error).nextStep;
        }
        QCOMPARE(headlines.removeDuplicates() + nextSteps.removeDuplicates(), 0);
        QVERIFY2(headlines[0].contains(u"name"_s) && headlines[1].contains(u"port"_s),
                 qPrintable(headlines.join(u' ')));
    }

    /// What a proxy of the network says is not said of the archive: it was not asked.
    void aProxyIsNamed_data()
    {
        QTest::addColumn<int>("status"); // to CONNECT; 0: nobody is there
        QTest::newRow("it is away") << 0;
        QTest::newRow("it wants a sign-in") << 407;
        QTest::newRow("it refuses") << 403;
        QTest::newRow("it does not get through") << 503;
    }
    void aProxyIsNamed()
    {
        QFETCH(int, status);
        QString url;
        auto proxy = std::make_unique<test::FaultServer>(
            [status](const FaultRequest &) { return test::reply(status, "text/html", "<html>Proxy</html>"); });
        url = proxy->url();
        if (status == 0)
            proxy.reset();
        const test::Variable ofProxy("https_proxy", url.toLatin1()), without("no_proxy", "");
        Tried tried(u"https://pacs.invalid/rs"_s, {http::Credentials::Kind::Basic, u"reader"_s, u"any"_s}, {});
        QTRY_VERIFY_WITH_TIMEOUT(tried.test->isFinished(), 30'000);
        QCOMPARE(tried.of(Step::Host), Outcome::Failed);
        for (const Step later : {Step::Reach, Step::Encrypt, Step::SignIn, Step::Search, Step::FetchImage})
            QCOMPARE(tried.of(later), Outcome::Skipped);
        const auto advice = app::connectionAdvice(tried.test->error());
        QVERIFY2(advice.headline.contains(u"proxy"_s), qPrintable(advice.headline));
        QVERIFY2(advice.nextStep.contains(u"network's administrator"_s), qPrintable(advice.nextStep));
    }

    // The root of a server is no archive: said as that, and the usual path is tried.
    void anAddressWithoutItsPathIsCompleted_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("isThere");
        QTest::newRow("it refuses the question") << 400 << true;
        QTest::newRow("not found") << 404 << true;
        QTest::newRow("a web page") << 200 << true;
        QTest::newRow("it refuses the question, and nothing is at the usual path") << 400 << false;
    }
    void anAddressWithoutItsPathIsCompleted()
    {
        QFETCH(int, status);
        QFETCH(bool, isThere);
        test::FaultServer server([&](const FaultRequest &request) {
            return isThere && request.target.startsWith("/dicom-web/")
                       ? archiveOfOne(request)
                       : test::reply(status, "text/html", "<html>Explorer</html>");
        });
        Tried tried(server.url(u"/"_s), {}, {});
        QTRY_VERIFY_WITH_TIMEOUT(tried.test->isFinished(), 30'000);
        QVERIFY(!tried.test->hasPassed());
        QCOMPARE(tried.of(Step::Search), Outcome::Failed);
        QCOMPARE(tried.test->foundAt(), isThere ? server.url(u"/dicom-web"_s) : QString());
        const auto advice = app::connectionAdvice(tried.test->error(), tried.test->isOfRoot());
        QVERIFY2(advice.headline.contains(u"no DICOMweb service at this path"_s), qPrintable(advice.headline));
        QVERIFY2(advice.nextStep.contains(u"/dicom-web"_s), qPrintable(advice.nextStep));

        app::ConnectionTestView view;
        QSignalSpy chosen(&view, &app::ConnectionTestView::addressChosen);
        view.show(tried.test.get());
        auto *take = view.findChild<QPushButton *>(u"takeAddress"_s);
        QCOMPARE(take->isHidden(), !isThere);
        if (!isThere)
            return;
        take->click();
        QTRY_COMPARE(chosen.size(), 1);
        QCOMPARE(chosen.front().front().toString(), server.url(u"/dicom-web"_s));
    }
    // With a path nothing is guessed.
    void anotherPathIsNotTried()
    {
        test::FaultServer server([](const FaultRequest &) { return test::reply(400, "text/html", "no"); });
        Tried tried(server);
        QTRY_VERIFY_WITH_TIMEOUT(tried.test->isFinished(), 30'000);
        QCOMPARE(tried.test->foundAt(), QString());
        for (const FaultRequest &request : server.requests())
            QVERIFY2(request.target.startsWith("/rs/studies"), request.target.constData());
    }

    // Whoever answers everybody alike has let nobody in.
    void aSignInThatNobodyLookedAtHasNoTick_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("location");
        QTest::newRow("a page that asks for the password") << 200 << QByteArray();
        QTest::newRow("sent to such a page") << 302 << QByteArray("/login");
        QTest::newRow("not there") << 404 << QByteArray();
        QTest::newRow("an error") << 500 << QByteArray();
    }
    void aSignInThatNobodyLookedAtHasNoTick()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, location);
        test::FaultServer server([&](const FaultRequest &request) {
            const bool isSent = !location.isEmpty() && !request.target.startsWith(location);
            return isSent ? test::reply(status, "text/html", "", {"Location: " + location})
                          : test::reply(isSent || location.isEmpty() ? status : 200, "text/html",
                                        "<html><form>Password</form></html>");
        });
        Tried tried(server, {http::Credentials::Kind::Basic, u"reader"_s, u"any"_s});
        QTRY_VERIFY_WITH_TIMEOUT(tried.test->isFinished(), 30'000);
        QCOMPARE(tried.of(Step::Reach), Outcome::Passed);
        QCOMPARE(tried.of(Step::SignIn), Outcome::Skipped);
        QVERIFY(tried.note(Step::SignIn).startsWith(u"Not checked"_s));
        QCOMPARE(tried.of(Step::Search), Outcome::Failed);
    }

    void aWrongPasswordIsSaid()
    {
        test::FaultServer server([](const FaultRequest &request) {
            return request.header("authorization") == "Basic " + QByteArray("reader:right").toBase64()
                       ? archiveOfOne(request)
                       : test::reply(401, "text/plain", "no", {"WWW-Authenticate: Basic realm=\"PACS\""});
        });
        Tried wrong(server, {http::Credentials::Kind::Basic, u"reader"_s, u"wrong"_s});
        QTRY_VERIFY_WITH_TIMEOUT(wrong.test->isFinished(), 30'000);
        QVERIFY(!wrong.test->hasPassed());
        QCOMPARE(wrong.of(Step::Reach), Outcome::Passed);
        QCOMPARE(wrong.of(Step::SignIn), Outcome::Failed);
        QCOMPARE(wrong.of(Step::Search), Outcome::Skipped);
        QCOMPARE(wrong.note(Step::Search), u"Not tried: the step before failed."_s);
        QCOMPARE(wrong.test->error().code, ErrorCode::SignInRequired);
        QCOMPARE(app::connectionAdvice(wrong.test->error()).nextStep,
                 u"Check user name and password. Small and capital letters differ."_s);
        // Nobody signed in at all is another advice.
        Tried nobody(server);
        QTRY_VERIFY_WITH_TIMEOUT(nobody.test->isFinished(), 30'000);
        QCOMPARE(app::connectionAdvice(nobody.test->error()).nextStep,
                 u"Choose how to sign in above. Ask the archive's administrator."_s);
        Tried right(server, {http::Credentials::Kind::Basic, u"reader"_s, u"right"_s});
        QTRY_VERIFY_WITH_TIMEOUT(right.test->isFinished(), 30'000);
        QVERIFY(right.test->hasPassed());
    }

    void anImageThatCannotBeFetched()
    {
        test::FaultServer server([](const FaultRequest &request) {
            return request.target.contains("/frames/") ? test::reply(404, "text/plain", "gone") : archiveOfOne(request);
        });
        Tried tried(server);
        QTRY_VERIFY_WITH_TIMEOUT(tried.test->isFinished(), 30'000);
        QVERIFY(!tried.test->hasPassed());
        QCOMPARE(tried.of(Step::Search), Outcome::Passed); // the list works; the images do not
        QCOMPARE(tried.of(Step::FetchImage), Outcome::Failed);
    }

    void whoMayNotSearchIsTold()
    {
        test::FaultServer server([](const FaultRequest &) { return test::reply(403, "text/plain", "no"); });
        Tried tried(server);
        QTRY_VERIFY_WITH_TIMEOUT(tried.test->isFinished(), 30'000);
        QCOMPARE(tried.of(Step::SignIn), Outcome::Failed);
        const auto advice = app::connectionAdvice(tried.test->error());
        QVERIFY(!advice.headline.isEmpty());
        QCOMPARE(advice.nextStep, u"The account is known, but may not search. Ask the archive's administrator."_s);
    }

    /// What is wrong with the encryption is said at its step, with what to do about it.
    void whatIsWrongWithACertificateIsSaid_data()
    {
        QTest::addColumn<QString>("certificate"); // empty: the server speaks no TLS
        QTest::addColumn<bool>("isAuthorityKnown");
        QTest::addColumn<QString>("headline"); // empty: it passes
        QTest::addColumn<QString>("nextStep");
        const auto row = [](const char *name, const QString &certificate, bool isKnown, const QString &headline,
                            const QString &nextStep) {
            QTest::newRow(name) << certificate << isKnown << headline << nextStep;
        };
        row("as it should be", u"signed"_s, true, {}, {});
        row("expired", u"expired"_s, true, u"The archive's certificate has expired."_s,
            u"If the date of this computer is right, the archive needs a new certificate. Ask the archive's "
            "administrator."_s);
        row("not valid yet", u"early"_s, true, u"The archive's certificate is not valid yet."_s,
            u"Check the date and time of this computer, or ask the archive's administrator."_s);
        row("another host", u"other"_s, true, u"The archive's certificate is for another address."_s,
            u"Enter the host name that the certificate is for, or ask the archive's administrator whether the address "
            "is right."_s);
        row("unknown authority", u"signed"_s, false,
            u"The archive's certificate comes from an authority that this computer does not know."_s,
            u"If the hospital has a certificate authority of its own, choose its file above."_s);
        row("signed by itself", u"self"_s, false,
            u"The archive has signed its certificate itself: it is not trusted."_s,
            u"If it is the right server, ask the archive's administrator for the file of its certificate and choose it "
            "above."_s);
        row("no TLS", {}, false, u"This server does not speak TLS."_s,
            u"Try the address with http://, or ask for the port of the encrypted service."_s);
    }
    void whatIsWrongWithACertificateIsSaid()
    {
        QFETCH(QString, certificate);
        QFETCH(bool, isAuthorityKnown);
        QFETCH(QString, headline);
        QFETCH(QString, nextStep);
        const test::Certificates made;
        const QString here = u"IP:127.0.0.1"_s, past = u"20200101000000Z"_s, less = u"20200102000000Z"_s,
                      future = u"20490101000000Z"_s, more = u"20490102000000Z"_s;
        NEEDS(made.begin() && made.makeSelfSigned(u"self"_s, here) && made.makeSigned(u"signed"_s, here, past, more) &&
                  made.makeSigned(u"other"_s, u"DNS:elsewhere.example"_s, past, more) &&
                  made.makeSigned(u"expired"_s, here, past, less) && made.makeSigned(u"early"_s, here, future, more),
              "no openssl program to make certificates with");
        const bool isTls = !certificate.isEmpty();
        test::FaultServer server(archiveOfOne, isTls ? made.certificate(certificate) : QString(),
                                 isTls ? made.key(certificate) : QString());
        const QString url = u"https://127.0.0.1:%1/rs"_s.arg(server.port());
        Tried tried(url, {}, isAuthorityKnown ? made.authority() : QString());
        QTRY_VERIFY_WITH_TIMEOUT(tried.test->isFinished(), 30'000);
        QVERIFY2(tried.test->hasPassed() == headline.isEmpty(), qPrintable(tried.test->error().detail));
        QCOMPARE(tried.of(Step::Encrypt), headline.isEmpty() ? Outcome::Passed : Outcome::Failed);
        if (headline.isEmpty())
            return;
        QCOMPARE(tried.of(Step::Reach), Outcome::Passed); // somebody is there
        QCOMPARE(tried.of(Step::SignIn), Outcome::Skipped);
        const auto advice = app::connectionAdvice(tried.test->error());
        QCOMPARE(advice.headline, headline);
        QCOMPARE(advice.nextStep, nextStep);
    }

    /// What a server that wants TLS does with plain HTTP: it hangs up, or sends an alert (RFC 8446 6).
    void aServerThatWantsTlsIsGuessed_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("it hangs up") << QByteArray();
        QTest::newRow("it sends an alert") << QByteArray("\x15\x03\x01\x00\x02\x02\x46", 7);
    }
    void aServerThatWantsTlsIsGuessed()
    {
        QFETCH(QByteArray, answer);
        test::FaultServer server([&](const FaultRequest &) {
            FaultReply alert{answer};
            alert.close = true;
            return alert;
        });
        Tried tried(server);
        QTRY_VERIFY_WITH_TIMEOUT(tried.test->isFinished(), 30'000);
        QVERIFY(!tried.test->hasPassed());
        QCOMPARE(tried.of(Step::Reach), Outcome::Failed);
        const auto advice = app::connectionAdvice(tried.test->error());
        QCOMPARE(advice.headline, u"The server at this address does not answer in HTTP."_s);
        QVERIFY2(advice.nextStep.contains(u"https://"_s), qPrintable(advice.nextStep));
    }
};

CONSILIUM_TEST(SettingsConnection)
#include "SettingsConnection.moc"
