#include "app/worklist/StudyFinder.h"
#include "tests/support/TestMain.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace consilium;

namespace
{

/// Answers every question with one study, or with none.
struct SmallArchive {
    QTcpServer server;
    int asked = 0;

    explicit SmallArchive(bool hasStudy)
    {
        if (!server.listen(QHostAddress::LocalHost))
            return;
        QObject::connect(&server, &QTcpServer::newConnection, &server, [this, hasStudy] {
            QTcpSocket *socket = server.nextPendingConnection();
            QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket, hasStudy] {
                if (!socket->readAll().contains("\r\n\r\n"))
                    return;
                ++asked;
                const QByteArray body =
                    hasStudy ? R"([{"0020000D":{"vr":"UI","Value":["1.2.3"]},"00100020":{"vr":"LO","Value":["T"]}}])"
                             : "[]";
                socket->write("HTTP/1.1 200 OK\r\nContent-Type: application/dicom+json\r\nContent-Length: " +
                              QByteArray::number(body.size()) + "\r\n\r\n" + body);
            });
        });
    }
    [[nodiscard]] dicomweb::ArchiveConfig config() const
    {
        dicomweb::ArchiveConfig config;
        config.baseUrl = u"http://127.0.0.1:%1/rs"_s.arg(server.serverPort());
        return config;
    }
};

struct Desk {
    QTemporaryDir folder;
    app::ProfileSettings settings{folder.path()};
    http::HttpClient http;
    identity::CredentialStore secrets;
    app::ArchiveSet archives{http, secrets, settings};
    app::StudyFinder finder{archives, StudyUid(u"1.2.3"_s)};
    QSignalSpy found{&finder, &app::StudyFinder::found}, notFound{&finder, &app::StudyFinder::notFound};
};

} // namespace

class WorklistStudyFinder : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void withoutAnArchiveItSaysSo()
    {
        Desk desk;
        desk.finder.start();
        QCOMPARE(desk.notFound.size(), 1);
        QVERIFY(desk.notFound[0][0].toString().contains(u"no archive"_s));
        QVERIFY(!desk.finder.isRunning());
    }

    void takesTheFirstThatHasIt()
    {
        SmallArchive without(false), with(true);
        Desk desk;
        QVERIFY(desk.archives.addForThisRun(without.config()));
        QVERIFY(desk.archives.addForThisRun(with.config()));
        desk.finder.start();
        QTRY_COMPARE(desk.found.size(), 1);
        QCOMPARE(desk.found[0][1].value<dicom::StudyHeader>().uid.text(), u"1.2.3"_s);
        QTRY_COMPARE(without.asked, 1);
        QTest::qWait(50);
        QCOMPARE(desk.notFound.size(), 0);
    }

    void saysWhenNobodyHasIt()
    {
        SmallArchive without(false);
        Desk desk;
        QVERIFY(desk.archives.addForThisRun(without.config()));
        desk.finder.start();
        QTRY_COMPARE(desk.notFound.size(), 1);
        QCOMPARE(desk.notFound[0][0].toString(), u"No archive has this study."_s);
    }

    void waitsForTheKeychain_data()
    {
        QTest::addColumn<http::Credentials::Kind>("kind");
        QTest::addColumn<QString>("word");
        QTest::newRow("password") << http::Credentials::Kind::Basic << u"passwords"_s;
        QTest::newRow("token") << http::Credentials::Kind::Bearer << u"tokens"_s;
    }
    void waitsForTheKeychain()
    {
        QFETCH(http::Credentials::Kind, kind);
        QFETCH(QString, word);
        SmallArchive without(false);
        Desk desk;
        dicomweb::ArchiveConfig locked = without.config();
        locked.id = ArchiveId(u"locked"_s);
        locked.name = u"Locked"_s;
        locked.credentials = {kind, u"reader"_s, {}};
        desk.settings.setArchives({locked});
        desk.archives.load();
        desk.finder.start();
        QCOMPARE(desk.notFound.size(), 0); // the keychain has not said a word yet
        QVERIFY(desk.finder.isRunning());
        // There is no such password: that is said, and not that no archive has the study.
        QTRY_COMPARE_WITH_TIMEOUT(desk.notFound.size(), 1, 30'000);
        QVERIFY2(desk.notFound[0][0].toString().contains(word), qPrintable(desk.notFound[0][0].toString()));
    }

    void asksAnArchiveThatComesLater()
    {
        SmallArchive slow(false), with(true);
        Desk desk;
        QVERIFY(desk.archives.addForThisRun(slow.config()));
        desk.finder.start();
        QVERIFY(desk.archives.addForThisRun(with.config())); // before the first has answered
        QTRY_COMPARE(desk.found.size(), 1);
        QCOMPARE(desk.notFound.size(), 0);
    }
};

CONSILIUM_TEST(WorklistStudyFinder)
#include "WorklistStudyFinder.moc"
