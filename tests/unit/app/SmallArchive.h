#pragma once
#include "app/outside/StudyRequest.h"
#include "netclient/dicomweb/DicomWebClient.h"

#include <QByteArrayList>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>

#include <atomic>
#include <chrono>
#include <thread>
#include <utility>

namespace consilium::test
{

/// Holds the answers of an archive back while it is closed, for ten seconds at most.
class Gate
{
public:
    void close() { m_isClosed = true; }
    void open() { m_isClosed = false; }
    /// On the archive's thread; false, since nothing fails.
    [[nodiscard]] bool pass() const
    {
        for (int i = 0; m_isClosed && i < 2000; ++i)
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
        return false;
    }

private:
    std::atomic<bool> m_isClosed = false;
};

/// A study as an archive lists it.
inline QByteArray study(const char *uid, const char *patient, const char *accession, const char *date = "20260102",
                        const char *name = "")
{
    const QByteArray named =
        *name ? QByteArray(R"(,"00100010":{"vr":"PN","Value":[{"Alphabetic":")") + name + R"("}]})" : QByteArray();
    return QByteArray(R"({"0020000D":{"vr":"UI","Value":[")") + uid + R"("]},"00100020":{"vr":"LO","Value":[")" +
           patient + R"("]},"00080050":{"vr":"SH","Value":[")" + accession + R"("]},"00080020":{"vr":"DA","Value":[")" +
           date + R"("]})" + named + '}';
}

/// Answers every question with the same studies, as an archive does that passes over all keys; or with an error.
struct SmallArchive {
    QTcpServer server;
    int asked = 0;

    explicit SmallArchive(QByteArrayList studies, bool isBroken = false)
    {
        if (!server.listen(QHostAddress::LocalHost))
            return;
        QObject::connect(&server, &QTcpServer::newConnection, &server, [this, studies, isBroken] {
            QTcpSocket *socket = server.nextPendingConnection();
            QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket, studies, isBroken] {
                if (!socket->readAll().contains("\r\n\r\n"))
                    return;
                ++asked;
                const QByteArray body = '[' + studies.join(',') + ']';
                socket->write((isBroken ? "HTTP/1.1 403 Forbidden" : "HTTP/1.1 200 OK") +
                              QByteArray("\r\nContent-Type: application/dicom+json\r\nContent-Length: ") +
                              QByteArray::number(body.size()) + "\r\n\r\n" + body);
            });
        });
    }
    [[nodiscard]] dicomweb::ArchiveConfig config(const QString &name = QStringLiteral("A")) const
    {
        dicomweb::ArchiveConfig config;
        config.name = name;
        config.baseUrl = QStringLiteral("http://127.0.0.1:%1/rs").arg(server.serverPort());
        return config;
    }
};

/// Takes every question and says nothing until it is told to.
struct SilentArchive {
    QTcpServer server;
    QList<QPointer<QTcpSocket>> asking;

    SilentArchive()
    {
        if (!server.listen(QHostAddress::LocalHost))
            return;
        QObject::connect(&server, &QTcpServer::newConnection, &server, [this] {
            QTcpSocket *socket = server.nextPendingConnection();
            QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] {
                if (socket->readAll().contains("\r\n\r\n"))
                    asking << socket;
            });
        });
    }
    /// Answers all that was asked so far with these studies.
    void speak(const QByteArrayList &studies = {})
    {
        const QByteArray body = '[' + studies.join(',') + ']';
        for (const auto &socket : std::exchange(asking, {}))
            if (socket)
                socket->write("HTTP/1.1 200 OK\r\nContent-Type: application/dicom+json\r\nContent-Length: " +
                              QByteArray::number(body.size()) + "\r\n\r\n" + body);
    }
    [[nodiscard]] dicomweb::ArchiveConfig config(const QString &name = QStringLiteral("Silent")) const
    {
        dicomweb::ArchiveConfig config;
        config.name = name;
        config.baseUrl = QStringLiteral("http://127.0.0.1:%1/rs").arg(server.serverPort());
        return config;
    }
};

inline app::StudyRequest link(const char *query)
{
    return app::parseStudyLink(QStringLiteral("consilium://open?") + QString::fromLatin1(query)).value();
}

} // namespace consilium::test
