#include "app/settings/ArchiveSet.h"
#include "app/settings/ArchiveSettings.h"
#include "app/settings/CertificateFile.h"
#include "app/settings/ConnectionTest.h"
#include "app/settings/SecretOrigin.h"
#include "app/worklist/ArchiveStrip.h"
#include "tests/support/FaultServer.h"
#include "tests/support/TestMain.h"

#include <QComboBox>
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

dicomweb::ArchiveConfig withPassword(const QString &url, const QString &password)
{
    dicomweb::ArchiveConfig config;
    config.name = u"One"_s;
    config.baseUrl = url;
    config.credentials = {http::Credentials::Kind::Basic, u"reader"_s, password};
    return config;
}

// Clicks the button of the question that is open; false: there is none of that name.
bool answer(const QWidget &form, const QString &name)
{
    const auto *question = form.findChild<QMessageBox *>();
    if (!question)
        return false;
    const auto buttons = question->buttons();
    const auto chosen = std::find_if(buttons.begin(), buttons.end(), [&](const auto *b) { return b->text() == name; });
    if (chosen == buttons.end())
        return false;
    (*chosen)->click();
    return QTest::qWaitFor([&] { return !form.findChild<QMessageBox *>(); });
}

bool isTested(const QWidget &form)
{
    const auto labels = form.findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(),
                       [](const QLabel *l) { return l->text().startsWith(u"Search for a study"_s); });
}

QByteArray basicHeader(const QByteArray &userAndPassword)
{
    return "Basic " + userAndPassword.toBase64();
}

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

    // Another server that is tried out never hears the password of the one that the form was opened for.
    void aKeptSecretGoesToItsOwnServerAlone()
    {
        const auto empty = [](const test::FaultRequest &) { return test::reply(200, "application/dicom+json", "[]"); };
        test::FaultServer own(empty), other(empty);
        Desk desk;
        const ArchiveId id = desk.archives.save(withPassword(own.url(u"/rs"_s), u"s3cret"_s));
        app::ArchiveSettings form(desk.archives, desk.settings, desk.clock, {});
        auto *url = form.findChild<QLineEdit *>(u"archiveUrl"_s);
        auto *secret = form.findChild<QLineEdit *>(u"archiveSecret"_s);
        auto *note = form.findChild<QLabel *>(u"archiveSecretNote"_s);
        auto *test = form.findChild<QPushButton *>(u"testArchive"_s);
        auto *save = form.findChild<QPushButton *>(u"saveArchive"_s);
        QVERIFY(url && secret && note && test && save);
        QVERIFY(secret->text().isEmpty() && !secret->placeholderText().isEmpty());
        QVERIFY(note->text().isEmpty());
        test->click();
        QTRY_COMPARE(own.requests().size(), qsizetype(1));
        QCOMPARE(own.requests().first().header("authorization"), basicHeader("reader:s3cret"));

        url->setText(other.url(u"/rs"_s));
        QVERIFY(secret->placeholderText().isEmpty());
        QVERIFY2(note->text().contains(own.url()), qPrintable(note->text()));
        test->click();
        QTRY_COMPARE(other.requests().size(), qsizetype(1));
        QVERIFY(other.requests().first().header("authorization").isEmpty());
        save->click();
        QCOMPARE(desk.archives.find(id)->config.baseUrl, own.url(u"/rs"_s)); // nor by saving
        // Another path of the same server is no other server; and what was typed is for whom it was typed.
        url->setText(own.url(u"/other"_s));
        QVERIFY(note->text().isEmpty() && !secret->placeholderText().isEmpty());
        url->setText(other.url(u"/rs"_s));
        secret->setText(u"typed"_s);
        QVERIFY(note->text().isEmpty());
        test->click();
        QTRY_COMPARE(other.requests().size(), qsizetype(2));
        QCOMPARE(other.requests().last().header("authorization"), basicHeader("reader:typed"));
        save->click();
        QCOMPARE(desk.archives.find(id)->config.baseUrl, other.url(u"/rs"_s));
        QCOMPARE(desk.archives.find(id)->config.credentials.secret, u"typed"_s);
        QVERIFY(secret->text().isEmpty() && !form.draft());
    }

    /// An empty field stands for the password that is kept: that the archive's own is empty is said beside it.
    void aKeptPasswordBecomesAnEmptyOne()
    {
        test::FaultServer server(
            [](const test::FaultRequest &) { return test::reply(200, "application/dicom+json", "[]"); });
        Desk desk;
        const ArchiveId id = desk.archives.save(withPassword(server.url(u"/rs"_s), u"s3cret"_s));
        const auto kept = [&] { return desk.archives.find(id)->config.credentials; };
        app::ArchiveSettings form(desk.archives, desk.settings, desk.clock, {});
        auto *secret = form.findChild<QLineEdit *>(u"archiveSecret"_s);
        auto *isEmpty = form.findChild<QPushButton *>(u"archiveNoPassword"_s);
        auto *save = form.findChild<QPushButton *>(u"saveArchive"_s);
        QVERIFY(secret && isEmpty && save && !isEmpty->isHidden() && !isEmpty->isChecked());
        isEmpty->click();
        QVERIFY(secret->placeholderText().isEmpty() && form.draft()); // nothing is kept before "Save"
        QCOMPARE(kept().secret, u"s3cret"_s);
        form.findChild<QPushButton *>(u"testArchive"_s)->click();
        QTRY_COMPARE(server.requests().size(), qsizetype(1));
        QCOMPARE(server.requests().first().header("authorization"), basicHeader("reader:"));
        app::ArchiveSettings other(desk.archives, desk.settings, desk.clock, {}); // in another language, say
        other.setDraft(*form.draft());
        QVERIFY(other.findChild<QPushButton *>(u"archiveNoPassword"_s)->isChecked() && other.draft());
        save->click();
        QCOMPARE(kept(), (http::Credentials{http::Credentials::Kind::Basic, u"reader"_s, {}}));
        QVERIFY(isEmpty->isChecked() && !form.draft());
        // What the keychain is still doing goes on being said, whatever is typed or pressed meanwhile.
        const auto saysSaving = [&form] {
            const auto labels = form.findChildren<QLabel *>();
            return std::any_of(labels.begin(), labels.end(),
                               [](const QLabel *l) { return !l->isHidden() && l->text().startsWith(u"Saving"_s); });
        };
        QVERIFY(saysSaving());
        isEmpty->click();
        QVERIFY(saysSaving());
        isEmpty->click();
        QVERIFY(saysSaving() && !form.draft());
        secret->setText(u"another"_s); // who types one means it
        QVERIFY(!isEmpty->isChecked());
        save->click();
        QCOMPARE(kept().secret, u"another"_s);
        QVERIFY(!isEmpty->isChecked() && !form.draft());
        // A slip is taken back, and what is kept stays.
        isEmpty->click();
        isEmpty->click();
        QVERIFY(!form.draft() && !secret->placeholderText().isEmpty());
        auto *signIn = form.findChild<QComboBox *>();
        signIn->setCurrentIndex(signIn->findData(int(http::Credentials::Kind::Bearer)));
        QVERIFY(isEmpty->isHidden()); // no token is empty
    }

    void theDotsDoNotTellTheLength()
    {
        Desk desk;
        QStringList shown;
        for (const QString &password : {u"a"_s, u"a much longer password"_s}) {
            const ArchiveId id = desk.archives.save(withPassword(u"https://one.example/rs"_s, password));
            app::ArchiveSettings form(desk.archives, desk.settings, desk.clock, {});
            form.editArchive(id);
            const auto *secret = form.findChild<QLineEdit *>(u"archiveSecret"_s);
            shown << secret->text() + u'|' + secret->placeholderText();
        }
        QCOMPARE(shown.first(), shown.last());
    }

    void anOriginIsSchemeHostAndPort()
    {
        QCOMPARE(app::originOf(u"https://PACS.example/rs"_s), u"https://pacs.example:443"_s);
        QCOMPARE(app::originOf(u"https://pacs.example:443/other"_s), app::originOf(u"https://pacs.example"_s));
        for (const QString &url : {u"http://pacs.example/rs"_s, u"https://pacs.example:8443/rs"_s,
                                   u"https://pacs.example.org/rs"_s, u"https://[::1]/rs"_s})
            QVERIFY2(app::originOf(url) != app::originOf(u"https://pacs.example/rs"_s), qPrintable(url));
        QVERIFY(app::originOf(u"ftp://pacs.example"_s).isEmpty() && app::originOf(u"https://"_s).isEmpty());
        for (const QString &url : {u"http://pacs.example/rs"_s, u"http://10.0.0.1/rs"_s, u"http://127.example.org/"_s,
                                   u"http://localhost.example/"_s, u"HTTP://pacs.example"_s})
            QVERIFY2(app::sendsUnprotected(withPassword(url, u"p"_s)), qPrintable(url));
        for (const QString &url : {u"https://pacs.example/rs"_s, u"http://127.0.0.1:8042/rs"_s, u"http://localhost/"_s,
                                   u"http://[::1]:8042/"_s, u"http://127.8.9.10/"_s})
            QVERIFY2(!app::sendsUnprotected(withPassword(url, u"p"_s)), qPrintable(url));
    }

    // Not when it is on its way already.
    void anUnprotectedPasswordIsAskedForBeforeItGoes()
    {
        Desk desk;
        app::ArchiveSettings form(desk.archives, desk.settings, desk.clock, {});
        form.addArchive();
        auto *signIn = form.findChild<QComboBox *>();
        signIn->setCurrentIndex(signIn->findData(int(http::Credentials::Kind::Basic)));
        const auto *note = form.findChild<QLabel *>(u"archiveSecretNote"_s);
        auto *url = form.findChild<QLineEdit *>(u"archiveUrl"_s);
        auto *test = form.findChild<QPushButton *>(u"testArchive"_s);
        form.findChild<QLineEdit *>(u"archiveSecret"_s)->setText(u"s3cret"_s);
        url->setText(u"https://pacs.invalid/rs"_s);
        QVERIFY(note->text().isEmpty());
        url->setText(u"http://pacs.invalid/rs"_s);
        QVERIFY2(note->text().contains(u"unprotected"_s), qPrintable(note->text()));
        test->click();
        QVERIFY(form.findChild<QMessageBox *>());
        QVERIFY(form.findChild<QMessageBox *>()->text().contains(u"http://pacs.invalid:80"_s));
        QVERIFY(!isTested(form));
        QVERIFY(answer(form, u"Cancel"_s));
        QVERIFY(!isTested(form));
        test->click();
        QVERIFY(answer(form, u"Send"_s));
        QVERIFY(isTested(form));
        url->setText(u"http://127.0.0.1:1/rs"_s); // nothing of it goes over a network
        QVERIFY(note->text().isEmpty());
        test->click();
        QVERIFY(!form.findChild<QMessageBox *>() && isTested(form));
    }

    void anArchiveIsDeletedOnlyWhenThatIsMeant()
    {
        Desk desk;
        desk.archives.save(withPassword(u"https://one.example/rs"_s, u"s3cret"_s));
        app::ArchiveSettings form(desk.archives, desk.settings, desk.clock, {});
        form.resize(1000, 800);
        form.show();
        auto *remove = form.findChild<QPushButton *>(u"removeArchive"_s);
        auto *save = form.findChild<QPushButton *>(u"saveArchive"_s);
        QVERIFY(remove && save && remove->isVisible());
        const auto placeOf = [&](const QWidget *button) {
            return QRect(button->mapTo(&form, QPoint()), button->size());
        };
        QVERIFY(placeOf(remove).top() > placeOf(save).bottom() + 100); // who misses the one does not hit the other
        remove->click();
        QVERIFY(form.findChild<QMessageBox *>());
        QVERIFY(form.findChild<QMessageBox *>()->text().contains(u"“One”"_s));
        QCOMPARE(form.findChild<QMessageBox *>()->defaultButton()->text(), u"Cancel"_s);
        QCOMPARE(form.findChild<QMessageBox *>()->icon(), QMessageBox::NoIcon); // the program's own drawing
        QVERIFY(!form.findChild<QMessageBox *>()->iconPixmap().isNull());
        QVERIFY(answer(form, u"Cancel"_s));
        QCOMPARE(desk.archives.all().size(), size_t(1));
        remove->click();
        QVERIFY(answer(form, u"Delete"_s));
        QVERIFY(desk.archives.all().empty());
        QVERIFY(desk.settings.archives().empty());
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
        const test::FaultServer server([](const test::FaultRequest &) { return test::reply(200, "text/plain", ""); });
        // The second looks like a certificate and is none: only the handshake can tell.
        for (const QByteArray &content : {QByteArray("not a certificate"), pem}) {
            dicomweb::ArchiveConfig config;
            config.baseUrl = u"https://127.0.0.1:%1/rs"_s.arg(server.port());
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
        // Said of the search: the computer is there, its port answers, and the sign-in may not have been looked at.
        const auto &lines = test.lines(); // of http: host, port, sign-in, search, image
        using Outcome = app::ConnectionTest::Outcome;
        const auto outcomes = [&] {
            std::vector<Outcome> all;
            for (const auto &line : lines)
                all.push_back(line.outcome);
            return all;
        };
        QTRY_VERIFY(!lines[3].note.isEmpty());
        QVERIFY(lines[0].note.isEmpty());
        QCOMPARE(outcomes(),
                 (std::vector{Outcome::Passed, Outcome::Passed, Outcome::Waiting, Outcome::Running, Outcome::Waiting}));
        QTRY_VERIFY_WITH_TIMEOUT(test.isFinished(), 30'000);
        QCOMPARE(test.error().code, ErrorCode::TooManyRequests);
        QCOMPARE(outcomes(),
                 (std::vector{Outcome::Passed, Outcome::Passed, Outcome::Skipped, Outcome::Failed, Outcome::Skipped}));

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
