#include "app/settings/ArchiveSet.h"
#include "app/settings/ArchiveSettings.h"
#include "app/settings/CertificateFile.h"
#include "app/settings/ConnectionTest.h"
#include "app/worklist/ArchiveStrip.h"
#include "tests/support/FaultServer.h"
#include "tests/support/TestMain.h"

#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <algorithm>
#include <atomic>

using namespace Qt::StringLiterals;
using namespace consilium;

namespace
{

// Any sequence will do: whether a certificate is good the handshake finds out.
const QByteArray pem =
    "-----BEGIN CERTIFICATE-----\n" + QByteArray::fromHex("3003020101").toBase64() + "\n-----END CERTIFICATE-----\n";

struct Desk {
    QTemporaryDir folder;
    SystemClock clock;
    app::ProfileSettings settings{folder.path()};
    http::HttpClient http;
    identity::CredentialStore secrets;
    app::ArchiveSet archives{http, secrets, settings};

    [[nodiscard]] QString file(const QString &name, const QByteArray &content) const
    {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::WriteOnly))
            file.write(content);
        return file.fileName();
    }
};

app::ArchiveView failedView(const Error &error)
{
    app::ArchiveView view;
    view.state.id = ArchiveId(u"a"_s);
    view.state.name = u"PACS"_s;
    view.state.status = app::SourceState::Status::Failed;
    view.state.error = error;
    return view;
}

} // namespace

class SettingsArchives : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // What one source was given never serves another.
    void onlyTheSameIsTheSame()
    {
        Desk desk;
        dicomweb::ArchiveConfig full;
        full.id = ArchiveId(u"scenario-a"_s);
        full.baseUrl = u"https://a.example/rs"_s;
        full.caFile = u"/ca.pem"_s;
        full.credentials = {http::Credentials::Kind::Bearer, {}, u"t0k3n"_s};
        const auto first = desk.archives.addForThisRun(full);
        QVERIFY(first);
        dicomweb::ArchiveConfig again = full;
        again.id = ArchiveId(u"scenario-b"_s);
        QVERIFY(*desk.archives.addForThisRun(again) == *first);
        std::vector<dicomweb::ArchiveConfig> others(5, again);
        others[0].credentials = {};
        others[1].caFile.clear();
        others[2].credentials.secret = u"other"_s;
        others[3].baseUrl = u"https://b.example/rs"_s;
        others[4].patienceMs = 8000;
        for (const auto &other : others) {
            const auto added = desk.archives.addForThisRun(other);
            QVERIFY(added && *added != *first);
            QCOMPARE((*added)->config().credentials, other.credentials);
            QCOMPARE((*added)->config().caFile, other.caFile);
        }
    }

    // Which forms an archive understands is found out once: the next start asks in no other, also where this one ends
    // without saying good-bye.
    void whatAnArchiveAcceptsIsKnownAtTheNextStart_data()
    {
        QTest::addColumn<bool>("isKept"); // an archive of the settings; false: of the command line
        QTest::addColumn<bool>("isKilled");
        QTest::newRow("of the settings, ends") << true << false;
        QTest::newRow("of the settings, killed") << true << true;
        QTest::newRow("of the command line, ends") << false << false;
        QTest::newRow("of the command line, killed") << false << true;
    }
    void whatAnArchiveAcceptsIsKnownAtTheNextStart()
    {
        QFETCH(bool, isKept);
        QFETCH(bool, isKilled);
        std::atomic<int> refusals{0};
        const test::FaultServer server([&](const test::FaultRequest &request) {
            const bool isFrame = request.target.contains("/frames/");
            const QByteArray wanted =
                isFrame ? QByteArray(R"(multipart/related; type="application/octet-stream")") : "application/json";
            if (request.header("accept") != wanted) {
                ++refusals;
                return test::reply(406, "text/plain", "not that way");
            }
            if (!isFrame)
                return test::reply(200, "application/json", "[]");
            return test::reply(200, "multipart/related; type=\"application/octet-stream\"; boundary=b",
                               "--b\r\nContent-Type: application/octet-stream\r\n\r\npixels\r\n--b--");
        });
        dicomweb::ArchiveConfig config;
        config.baseUrl = server.url(u"/rs"_s);
        const auto ask = [](const app::ArchiveSet &archives) {
            const auto client = archives.all().front().client;
            auto series = client->searchSeries(StudyUid(u"1.2"_s));
            auto frame = client->fetchFrame(StudyUid(u"1.2"_s), SeriesUid(u"1.3"_s), SopInstanceUid(u"1.4"_s), 0);
            return QTest::qWaitFor([&] { return series.isFinished() && frame.isFinished(); }, 20'000) &&
                   series.result() && frame.result();
        };
        Desk first;
        if (isKept)
            first.archives.save(config);
        else
            QVERIFY(first.archives.addForThisRun(config));
        QVERIFY(ask(first.archives));
        QCOMPARE(refusals.load(), 2); // one of each
        if (!isKilled)
            first.archives.saveLearned();
        // What lies on the disk is all that a program that was killed leaves behind.
        const auto written = [&] {
            QFile file(first.settings.fileName());
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        QTRY_VERIFY(written().contains("application/json") && written().contains("octet-stream"));
        Desk next;
        QFile copy(next.settings.fileName());
        QVERIFY(copy.open(QIODevice::WriteOnly) && copy.write(written()) > 0);
        copy.close();
        app::ProfileSettings settings(next.folder.path());
        app::ArchiveSet archives(next.http, next.secrets, settings);
        archives.load();
        if (!isKept)
            QVERIFY(archives.addForThisRun(config));
        QVERIFY(ask(archives));
        QCOMPARE(refusals.load(), 2);
    }

    // Where the keychain did not take the new secret, the one that it may still hold belongs to another address or
    // another sign-in: the next start does not use it, but asks.
    void aSecretThatWasNotKeptIsNotReplacedByAnOlderOne()
    {
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent"); // no keychain
        Desk desk;
        QSignalSpy notKept(&desk.archives, &app::ArchiveSet::secretNotKept);
        dicomweb::ArchiveConfig config;
        config.id = ArchiveId(u"a"_s);
        config.baseUrl = u"https://new.example/rs"_s;
        config.credentials = {http::Credentials::Kind::Basic, u"doctor"_s, u"s3cret"_s};
        desk.archives.save(config);
        QVERIFY(desk.settings.isSecretOutdated(config.id)); // from the first moment on
        QTRY_VERIFY_WITH_TIMEOUT(notKept.count() == 1 || !desk.settings.isSecretOutdated(config.id), 60'000);
        if (notKept.isEmpty()) {
            desk.archives.remove(config.id);
            SKIP_WHERE(true, "this keychain is reached whatever the environment says");
        }
        QVERIFY(desk.settings.isSecretOutdated(config.id));
        QVERIFY(desk.archives.find(config.id)->client); // lasts for this run
        app::ProfileSettings settings(desk.folder.path());
        app::ArchiveSet next(desk.http, desk.secrets, settings);
        next.load();
        QVERIFY(next.find(config.id)->lacksSecret); // at once: the keychain is not asked
        QVERIFY(!next.find(config.id)->client);
        // Without a sign-in, or without the archive, there is nothing to be kept.
        config.credentials = {};
        desk.archives.save(config);
        QVERIFY(!desk.settings.isSecretOutdated(config.id));
    }

    void certificateFiles()
    {
        Desk desk;
        QVERIFY(app::checkCertificateFile({}));
        QVERIFY(app::checkCertificateFile(desk.file(u"ca.pem"_s, "about it\n" + pem)));
        const QByteArray key = QByteArray(pem).replace("CERTIFICATE", "PRIVATE KEY");
        for (const QByteArray &content :
             {QByteArray(), QByteArray("hello"), key, pem.left(40), QByteArray(pem).replace("MAMC", "####"),
              QByteArray(pem).replace("MAMC", "MAQC")}) {
            const auto checked = app::checkCertificateFile(desk.file(u"bad.pem"_s, content));
            QVERIFY2(!checked, content.constData());
            QCOMPARE(checked.error().code, ErrorCode::FileUnreadable);
        }
        QVERIFY(!app::checkCertificateFile(desk.folder.filePath(u"none.pem"_s)));
        QVERIFY(!app::checkCertificateFile(desk.folder.path()));
    }

    void nothingPassesWithoutAnAuthority()
    {
        Desk desk;
        // The second looks like a certificate and is none: only the handshake can tell.
        for (const QByteArray &content : {QByteArray("not a certificate"), pem}) {
            dicomweb::ArchiveConfig config;
            config.baseUrl = u"https://127.0.0.1:1/rs"_s;
            config.caFile = desk.file(u"ca.pem"_s, content);
            app::ConnectionTest test(desk.archives.makeClient(config), desk.clock);
            test.start();
            QTRY_VERIFY_WITH_TIMEOUT(test.isFinished(), 30'000);
            QVERIFY(!test.hasPassed());
            for (const auto &line : test.lines())
                QVERIFY(line.outcome != app::ConnectionTest::Outcome::Passed);
        }
    }

    void authorityIsSaidAtItsField()
    {
        Desk desk;
        app::ArchiveSettings form(desk.archives, desk.settings, desk.clock, {});
        form.addArchive();
        auto *ca = form.findChild<QLineEdit *>(u"archiveCaFile"_s);
        auto *note = form.findChild<QLabel *>(u"archiveCaNote"_s);
        auto *test = form.findChild<QPushButton *>(u"testArchive"_s);
        auto *save = form.findChild<QPushButton *>(u"saveArchive"_s);
        QVERIFY(ca && note && test && save);
        form.findChild<QLineEdit *>(u"archiveUrl"_s)->setText(u"https://127.0.0.1:1/rs"_s);
        ca->setText(desk.file(u"bad.pem"_s, "no certificate"));
        save->click();
        QVERIFY(!note->text().isEmpty());
        QVERIFY(desk.archives.all().empty());
        ca->setText(desk.file(u"good.pem"_s, pem)); // another file, another judgement
        QVERIFY(note->text().isEmpty());
        ca->setText(desk.folder.filePath(u"bad.pem"_s));
        test->click();
        QVERIFY(!note->text().isEmpty());
        QCOMPARE(desk.file(u"bad.pem"_s, pem), ca->text()); // mended under its name
        test->click();
        QVERIFY(note->text().isEmpty());
        save->click();
        QCOMPARE(desk.archives.all().size(), size_t(1));
    }

    // Another archive is clicked while something typed is not saved.
    void whatWasTypedIsNotLost_data()
    {
        QTest::addColumn<QString>("answer");
        QTest::addColumn<QString>("address"); // typed
        QTest::addColumn<QString>("name");    // of the first archive afterwards
        QTest::addColumn<int>("row");         // marked afterwards
        QTest::newRow("save") << u"Save"_s << u"https://one.example/rs"_s << u"Typed"_s << 1;
        QTest::newRow("save what is wrong") << u"Save"_s << u"ftp://one.example"_s << u"One"_s << 0;
        QTest::newRow("discard") << u"Discard"_s << u"https://one.example/rs"_s << u"One"_s << 1;
        QTest::newRow("cancel") << u"Cancel"_s << u"https://one.example/rs"_s << u"One"_s << 0;
    }
    void whatWasTypedIsNotLost()
    {
        QFETCH(const QString, answer);
        QFETCH(const QString, address);
        QFETCH(const QString, name);
        QFETCH(const int, row);
        Desk desk;
        dicomweb::ArchiveConfig config;
        config.name = u"One"_s;
        config.baseUrl = u"https://one.example/rs"_s;
        const ArchiveId one = desk.archives.save(config);
        config.name = u"Two"_s;
        config.baseUrl = u"https://two.example/rs"_s;
        desk.archives.save(config);
        app::ArchiveSettings form(desk.archives, desk.settings, desk.clock, {});
        form.resize(1000, 800);
        form.show();
        auto *list = form.findChild<QListWidget *>(u"archiveList"_s);
        auto *nameField = form.findChild<QLineEdit *>(u"archiveName"_s);
        auto *urlField = form.findChild<QLineEdit *>(u"archiveUrl"_s);
        QVERIFY(list && nameField && urlField && list->count() == 2);
        const auto click = [&](int at) {
            QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualItemRect(list->item(at)).center());
        };
        click(0);
        QCOMPARE(nameField->text(), u"One"_s);
        nameField->setText(u"Typed"_s);
        urlField->setText(address);
        click(1);
        QTRY_VERIFY(form.findChild<QMessageBox *>());
        QCOMPARE(list->currentRow(), 0); // until it is clear that what was typed may go
        QVERIFY(list->item(0)->isSelected() && !list->item(1)->isSelected());
        auto *question = form.findChild<QMessageBox *>();
        QVERIFY(question->text().contains(u"One"_s));
        const auto buttons = question->buttons();
        const auto chosen =
            std::find_if(buttons.begin(), buttons.end(), [&](const auto *b) { return b->text() == answer; });
        QVERIFY(chosen != buttons.end());
        QTest::mouseClick(*chosen, Qt::LeftButton);
        QTRY_VERIFY(!form.findChild<QMessageBox *>());
        QCOMPARE(desk.archives.find(one)->config.name, name);
        QCOMPARE(list->currentRow(), row);
        QCOMPARE(nameField->text(), row == 1 ? u"Two"_s : u"Typed"_s);
        QCOMPARE(form.asksBeforeClosing([] {}), row == 0);
    }

    // It is kept in another form than it was typed in, and that is no change.
    void whatIsSavedIsNotAskedFor()
    {
        Desk desk;
        app::ArchiveSettings form(desk.archives, desk.settings, desk.clock, {});
        form.addArchive();
        form.findChild<QLineEdit *>(u"archiveUrl"_s)->setText(u" https://one.example/rs/ "_s);
        QVERIFY(form.asksBeforeClosing([] {}));
        form.findChild<QMessageBox *>()->close();
        form.findChild<QPushButton *>(u"saveArchive"_s)->click();
        QCOMPARE(desk.archives.all().size(), size_t(1));
        QCOMPARE(form.findChild<QLineEdit *>(u"archiveUrl"_s)->text(), u"https://one.example/rs"_s);
        QCOMPARE(form.findChild<QLineEdit *>(u"archiveName"_s)->text(), u"one.example"_s);
        bool isClosed = false;
        QVERIFY(!form.asksBeforeClosing([&] { isClosed = true; }) && !isClosed);
    }

    void overloadIsShownWhileItIsWaitedFor()
    {
        test::FaultServer server(
            [](const test::FaultRequest &) { return test::reply(429, "text/plain", "no", {"Retry-After: 1"}); });
        Desk desk;
        dicomweb::ArchiveConfig config;
        config.baseUrl = server.url(u"/rs"_s);
        config.patienceMs = 1500;
        app::ConnectionTest test(desk.archives.makeClient(config), desk.clock);
        test.start();
        QTRY_VERIFY(!test.lines().front().note.isEmpty());
        QTRY_VERIFY_WITH_TIMEOUT(test.isFinished(), 30'000);
        QCOMPARE(test.error().code, ErrorCode::TooManyRequests);

        app::ArchiveView view = failedView(Error{ErrorCode::TooManyRequests, {}, 429, 2500});
        view.state.status = app::SourceState::Status::Asking;
        view.state.slow = true;
        QVERIFY(app::describeArchive(view).text.contains(u'3'));
        QVERIFY(!app::describeArchive(view).detail.isEmpty());
    }

    void stripLeadsToTheSettings()
    {
        app::ArchiveStrip strip;
        strip.resize(1366, 44);
        QSignalSpy settings(&strip, &app::ArchiveStrip::secretRequested),
            retry(&strip, &app::ArchiveStrip::retryRequested);
        const auto clickAt = [&](const Error &error) {
            strip.setArchives({failedView(error)});
            auto *button = strip.findChild<QPushButton *>(u"archiveAction"_s);
            if (button && !button->isHidden())
                button->click();
        };
        clickAt(Error{ErrorCode::SignInRequired, {}, 401});
        clickAt(Error{ErrorCode::NoService, {}, 404});
        QCOMPARE(settings.size(), 2);
        clickAt(Error{ErrorCode::ServerError, {}, 500});
        QCOMPARE(retry.size(), 1);
        clickAt(Error{ErrorCode::KeychainLocked, {}}); // there is nothing to do here
        QCOMPARE(retry.size() + settings.size(), 3);
    }

    // The keychain asks the person: the archive is there meanwhile, and says what it waits for.
    void lockedArchiveIsListed()
    {
        SystemClock clock;
        app::WorklistSearch search(clock);
        search.setSources({app::makeLockedSource(ArchiveId(u"a"_s), u"PACS"_s)});
        search.start({}, QDate(2026, 1, 2));
        QTRY_VERIFY(!search.isRunning());
        const auto states = search.sources();
        QCOMPARE(states.size(), size_t(1));
        QCOMPARE(states[0].name, u"PACS"_s);
        app::ArchiveView view;
        view.state = states[0];
        QCOMPARE(app::describeArchive(view).text, u"waiting for the keychain"_s);
    }

    void archiveOfTheCommandLineIsEdited()
    {
        Desk desk;
        dicomweb::ArchiveConfig config;
        config.baseUrl = u"http://a.example/rs"_s;
        QVERIFY(desk.archives.addForThisRun(config));
        app::ArchiveSettings form(desk.archives, desk.settings, desk.clock, {});
        form.editArchive(desk.archives.all().front().config.id);
        QCOMPARE(form.findChild<QLineEdit *>(u"archiveUrl"_s)->text(), u"http://a.example/rs"_s);
        form.findChild<QPushButton *>(u"saveArchive"_s)->click();
        QCOMPARE(desk.archives.all().size(), size_t(1));
        QVERIFY(!desk.archives.all().front().lastsForThisRun);
        QCOMPARE(desk.settings.archives().size(), size_t(1));
    }
};

CONSILIUM_TEST(SettingsArchives)
#include "SettingsArchives.moc"
