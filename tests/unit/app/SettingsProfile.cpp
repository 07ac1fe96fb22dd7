#include "app/settings/ArchiveSet.h"
#include "app/settings/ConnectionTest.h"
#include "app/settings/Language.h"
#include "app/settings/MouseSettings.h"
#include "app/settings/ProfileSettings.h"
#include "tests/support/TestMain.h"

#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace consilium;

class SettingsProfile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // Who else has an account on this computer does not read addresses, names and searches.
    void nobodyElseReadsThem()
    {
        constexpr auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther |
                                QFile::WriteOther | QFile::ExeOther;
        const auto isOpen = [&](const QString &path) { return bool(QFile::permissions(path) & others); };
        QTemporaryDir base;
        const QString folder = base.filePath(u"a/profile"_s);
        QString path;
        {
            app::ProfileSettings settings(folder);
            path = settings.fileName();
            QVERIFY(!QFile::exists(path)); // whoever only reads makes nothing
            settings.setLanguage(u"en"_s);
            QVERIFY(QFile::exists(path) && !isOpen(path) && !isOpen(folder));
            settings.setTheme(u"light"_s); // written anew
            QVERIFY(!isOpen(path));
        }
        QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup |
                                                QFile::ReadOther)); // of an earlier program
        {
            app::ProfileSettings settings(folder);
            QVERIFY(!isOpen(path));
            QCOMPARE(settings.theme(), u"light"_s);
            settings.setLearned(ArchiveId(u"a"_s), "{}");
        }
        QVERIFY(!isOpen(path));
        QVERIFY(QFile::remove(path));
        {
            app::ProfileSettings settings(folder);
            settings.setLearned(ArchiveId(u"a"_s), "{}"); // the first that is written
        }
        QVERIFY(QFile::exists(path) && !isOpen(path));
        // A folder that was there already is the person's, with the rights that they gave it.
        const QString given = base.filePath(u"given"_s);
        const auto rights = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ReadGroup | QFile::ExeGroup;
        QVERIFY(QDir().mkpath(given) && QFile::setPermissions(given, rights));
        app::ProfileSettings settings(given);
        settings.setLanguage(u"en"_s);
        QVERIFY(isOpen(given) && !isOpen(settings.fileName()));
    }

    void comesBackWithoutSecrets()
    {
        QTemporaryDir folder;
        {
            app::ProfileSettings settings(folder.path());
            dicomweb::ArchiveConfig basic{
                ArchiveId(u"a1"_s), u"本院 PACS"_s, u"https://pacs.example/rs"_s, {}, u"/ca.pem"_s};
            basic.credentials = {http::Credentials::Kind::Basic, u"reader"_s, u"s3cr3t-password"_s};
            dicomweb::ArchiveConfig bearer{ArchiveId(u"a2"_s), u"Cloud"_s, u"https://cloud.example"_s, {}, {}};
            bearer.credentials = {http::Credentials::Kind::Bearer, {}, u"t0k3n-value"_s};
            settings.setArchives({basic, bearer});
            settings.setLanguage(u"zh_TW"_s);
            settings.setTheme(u"light"_s);
            settings.setWorklistPeriod(u"7"_s);
            settings.setWorklistColumns(u"patient:200,when"_s);
            settings.setWorklistRefreshSeconds(300);
            settings.setSavedSearches("[]");
        }
        app::ProfileSettings again(folder.path());
        const auto archives = again.archives();
        QCOMPARE(archives.size(), size_t(2));
        QCOMPARE(archives[0].id.text(), u"a1"_s);
        QCOMPARE(archives[0].name, u"本院 PACS"_s);
        QCOMPARE(archives[0].baseUrl, u"https://pacs.example/rs"_s);
        QCOMPARE(archives[0].caFile, u"/ca.pem"_s);
        QCOMPARE(archives[0].credentials.kind, http::Credentials::Kind::Basic);
        QCOMPARE(archives[0].credentials.user, u"reader"_s);
        QVERIFY(archives[0].credentials.secret.isEmpty());
        QCOMPARE(archives[1].credentials.kind, http::Credentials::Kind::Bearer);
        QCOMPARE(again.language(), u"zh_TW"_s);
        QCOMPARE(again.theme(), u"light"_s);
        QCOMPARE(again.worklistPeriod(), u"7"_s);
        QCOMPARE(again.worklistColumns(), u"patient:200,when"_s);
        QCOMPARE(again.worklistRefreshSeconds(), 300);
        QCOMPARE(again.savedSearches(), QByteArray("[]"));

        QFile file(again.fileName());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray all = file.readAll();
        QVERIFY(!all.isEmpty());
        QVERIFY(!all.contains("s3cr3t") && !all.contains("t0k3n"));
    }

    void leavesOutWhatMakesNoSense()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(u"consilium.ini"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("theme=pink\n[archives]\nsize=3\n1\\id=x\n1\\url=javascript:alert(1)\n2\\url=http://ok.example\n"
                   "3\\id=z\n3\\url=http://ok.example/\n3\\signIn=nonsense\n");
        file.close();
        const app::ProfileSettings settings(folder.path());
        const auto archives = settings.archives();
        QCOMPARE(archives.size(), size_t(1)); // the first has no address, the second no id
        QCOMPARE(archives[0].id.text(), u"z"_s);
        QCOMPARE(archives[0].baseUrl, u"http://ok.example"_s);
        QCOMPARE(archives[0].credentials.kind, http::Credentials::Kind::None);
        QCOMPARE(settings.theme(), u"dark"_s);
    }

    /// The eight tools of the radial menu, chosen in the settings, come back; nonsense in the file changes nothing.
    void keepsTheRadialMenu()
    {
        QTemporaryDir folder;
        tools::Bindings bindings;
        const QStringList usual = tools::Bindings::usualRadialTools();
        {
            app::ProfileSettings settings(folder.path());
            app::MouseSettings page(bindings, settings);
            auto *const top = page.findChild<QComboBox *>(u"radial-0"_s);
            auto *const right = page.findChild<QComboBox *>(u"radial-2"_s);
            QVERIFY(top && right);
            QCOMPARE(top->currentData().toString(), usual[0]);
            top->setCurrentIndex(top->findData(u"cobb"_s));
            Q_EMIT top->activated(top->currentIndex());
            // A tool that has a place already changes it for the other one.
            right->setCurrentIndex(right->findData(u"cobb"_s));
            Q_EMIT right->activated(right->currentIndex());
            QCOMPARE(bindings.radialTools()[2], u"cobb"_s);
            QCOMPARE(bindings.radialTools()[0], usual[2]);
            QCOMPARE(top->currentData().toString(), usual[2]);
        }
        app::ProfileSettings settings(folder.path());
        tools::Bindings later;
        app::applyInputSettings(settings, later);
        QCOMPARE(later.radialTools(), bindings.radialTools());
        settings.setRadialTools({u"cobb"_s, u"nothing"_s});
        tools::Bindings untouched;
        app::applyInputSettings(settings, untouched);
        QCOMPARE(untouched.radialTools(), usual);
    }

    void saysWhenNothingCanBeWritten()
    {
        QTemporaryDir folder;
        QFile obstacle(folder.filePath(u"file"_s)); // where the profile's folder should be
        QVERIFY(obstacle.open(QIODevice::WriteOnly));
        obstacle.close();
        app::ProfileSettings settings(obstacle.fileName() + u"/profile"_s);
        int told = 0;
        settings.onLoss([&told] { ++told; });
        QVERIFY(!settings.writable());
        QVERIFY(settings.areKept()); // nothing was changed yet
        settings.setLanguage(u"en"_s);
        QVERIFY(!settings.areKept());
        QCOMPARE(told, 1);
        QCOMPARE(settings.language(), u"en"_s); // until the program ends
        settings.setTheme(u"light"_s);
        QCOMPARE(told, 2); // each change, until they are written again
        settings.setTheme(u"light"_s);
        QCOMPARE(told, 2);          // this was none
        QVERIFY(obstacle.remove()); // the disk is in order again
        settings.setArchives({});
        QVERIFY(settings.areKept());
        QCOMPARE(told, 2);
        const app::ProfileSettings again(obstacle.fileName() + u"/profile"_s);
        QCOMPARE(again.language(), u"en"_s);
        QCOMPARE(again.theme(), u"light"_s);
    }

    void cleansAddresses_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("expected"); // empty: refused
        QTest::newRow("as is") << u"http://127.0.0.1:8042/dicom-web"_s << u"http://127.0.0.1:8042/dicom-web"_s;
        QTest::newRow("slashes and blanks") << u"  https://a.example/rs//\n"_s << u"https://a.example/rs"_s;
        QTest::newRow("empty") << QString() << QString();
        QTest::newRow("no scheme") << u"pacs.example/rs"_s << QString();
        QTest::newRow("file") << u"file:///etc/passwd"_s << QString();
        QTest::newRow("user") << u"http://me:pw@a.example"_s << QString();
        QTest::newRow("query") << u"http://a.example/rs?x=1"_s << QString();
        QTest::newRow("no host") << u"http:///rs"_s << QString();
    }
    void cleansAddresses()
    {
        QFETCH(QString, typed);
        QFETCH(QString, expected);
        const auto url = app::cleanArchiveUrl(typed);
        QCOMPARE(url.has_value(), !expected.isEmpty());
        if (url)
            QCOMPARE(*url, expected);
        else
            QVERIFY(!url.error().detail.isEmpty());
    }

    void keepsWhichProtocolsAreTriedInWhichOrder()
    {
        QTemporaryDir folder;
        for (const QStringList &ids :
             {QStringList{u"ct-prior"_s, u"own, with a comma"_s}, QStringList{u"one"_s}, QStringList()}) {
            {
                app::ProfileSettings settings(folder.path());
                settings.setProtocolOrder(ids);
                settings.setProtocolsOff(ids.mid(0, 1));
            }
            const app::ProfileSettings again(folder.path());
            QCOMPARE(again.protocolOrder(), ids);
            QCOMPARE(again.protocolsOff(), ids.mid(0, 1));
        }
    }

    void choosesTheLanguage()
    {
        using app::chooseLanguage;
        QCOMPARE(chooseLanguage({}, {}, QLocale::c()), u"zh_CN"_s);
        QCOMPARE(chooseLanguage({}, {}, QLocale(u"en_GB"_s)), u"en"_s);
        QCOMPARE(chooseLanguage({}, {}, QLocale(u"zh_TW"_s)), u"zh_TW"_s);
        QCOMPARE(chooseLanguage({}, {}, QLocale(u"zh_CN"_s)), u"zh_CN"_s);
        QCOMPARE(chooseLanguage({}, {}, QLocale(u"de_DE"_s)), u"zh_CN"_s);
        QCOMPARE(chooseLanguage({}, u"zh_TW"_s, QLocale(u"en_US"_s)), u"zh_TW"_s);
        QCOMPARE(chooseLanguage(u"en"_s, u"zh_TW"_s, QLocale(u"zh_CN"_s)), u"en"_s);
    }

    void translationsAreBuiltIn()
    {
        const auto speaks = [](const QString &wanted) {
            app::Language language;
            language.install(wanted);
            return userMessage(Error{ErrorCode::DiskFull, {}});
        };
        const QString chinese = speaks(u"zh_CN"_s), traditional = speaks(u"zh_TW"_s), english = speaks(u"en"_s);
        QCOMPARE(english, u"The disk is full."_s);
        QVERIFY(chinese != english && traditional != english && chinese != traditional);
    }

    void everyFailureHasAdvice()
    {
        for (const auto code :
             {ErrorCode::HostUnreachable, ErrorCode::Timeout, ErrorCode::TlsUntrusted, ErrorCode::SignInRequired,
              ErrorCode::Forbidden, ErrorCode::NotFound, ErrorCode::ProtocolViolation, ErrorCode::ServerError}) {
            const auto advice = app::connectionAdvice(Error{code, {}});
            QVERIFY(!advice.headline.isEmpty() && !advice.nextStep.isEmpty());
        }
        using Step = app::ConnectionTest::Step;
        QCOMPARE(app::stepOf(Error{ErrorCode::HostUnreachable, {}}), Step::Reach);
        QCOMPARE(app::stepOf(Error{ErrorCode::TlsUntrusted, {}}), Step::Encrypt);
        QCOMPARE(app::stepOf(Error{ErrorCode::Forbidden, {}}), Step::SignIn);
        QCOMPARE(app::stepOf(Error{ErrorCode::ProtocolViolation, {}}), Step::Search);
    }

    void plainHttpFailsAtTheEncryption()
    {
        // Somebody who answers every connection in plain HTTP, whatever was asked.
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        connect(&server, &QTcpServer::newConnection, &server, [&server] {
            QTcpSocket *socket = server.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [socket] {
                socket->write("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
                socket->disconnectFromHost();
            });
        });
        QTemporaryDir folder;
        SystemClock clock;
        app::ProfileSettings settings(folder.path());
        http::HttpClient http;
        identity::CredentialStore secrets;
        app::ArchiveSet archives(http, secrets, settings);
        dicomweb::ArchiveConfig config;
        config.baseUrl = u"https://127.0.0.1:%1/rs"_s.arg(server.serverPort());
        app::ConnectionTest test(archives.makeClient(config), clock);
        test.start();
        QTRY_VERIFY_WITH_TIMEOUT(test.isFinished(), 30'000);
        QVERIFY(!test.hasPassed());
        QVERIFY2(app::connectionAdvice(test.error()).nextStep.contains(u"http://"_s), qPrintable(test.error().detail));
        using Step = app::ConnectionTest::Step;
        using Outcome = app::ConnectionTest::Outcome;
        for (const auto &line : test.lines())
            QCOMPARE(line.outcome, line.step <= Step::Reach     ? Outcome::Passed
                                   : line.step == Step::Encrypt ? Outcome::Failed
                                                                : Outcome::Skipped);
    }
};

CONSILIUM_TEST(SettingsProfile)
#include "SettingsProfile.moc"
