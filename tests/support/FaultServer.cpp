#include "tests/support/FaultServer.h"

#include <QElapsedTimer>
#include <QFile>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslSocket>
#include <QTcpServer>

#include <chrono>

namespace consilium::test
{

namespace
{

constexpr int tickMs = 20;

// Hands descriptors over instead of making sockets, so that each can live in a thread of its own.
class Listener : public QTcpServer
{
public:
    QList<qintptr> arrived;

protected:
    void incomingConnection(qintptr descriptor) override { arrived.push_back(descriptor); }
};

QByteArray slurp(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

QByteArray FaultRequest::header(const QByteArray &name) const
{
    for (const QByteArray &line : head.split('\n')) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && line.left(colon).compare(name, Qt::CaseInsensitive) == 0)
            return line.mid(colon + 1).trimmed();
    }
    return {};
}

FaultReply reply(int status, const QByteArray &contentType, const QByteArray &body,
                 const QList<QByteArray> &extraHeaders)
{
    QByteArray bytes = "HTTP/1.1 " + QByteArray::number(status) +
                       " Whatever\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n";
    if (!contentType.isEmpty())
        bytes += "Content-Type: " + contentType + "\r\n";
    for (const QByteArray &header : extraHeaders)
        bytes += header + "\r\n";
    return {bytes + "\r\n" + body};
}

FaultServer::FaultServer(Handler handler, const QString &certificate, const QString &key)
    : m_handler(std::move(handler)), m_certificate(certificate), m_key(key)
{
    m_listener = std::thread([this] { listen(); });
    while (!m_ready)
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
}

FaultServer::~FaultServer()
{
    m_stopping = true;
    m_listener.join();
}

QString FaultServer::url(const QString &path) const
{
    return QStringLiteral("%1://127.0.0.1:%2%3")
        .arg(m_certificate.isEmpty() ? QStringLiteral("http") : QStringLiteral("https"))
        .arg(m_port)
        .arg(path);
}

QList<FaultRequest> FaultServer::requests() const
{
    const std::lock_guard lock(m_mutex);
    return {m_requests.cbegin(), m_requests.cend()}; // not shared: the next one is appended while this is read
}

void FaultServer::listen()
{
    Listener listener;
    listener.listen(QHostAddress::LocalHost, 0);
    m_port = listener.serverPort();
    m_ready = true;
    while (!m_stopping) {
        listener.waitForNewConnection(tickMs);
        for (const qintptr descriptor : std::as_const(listener.arrived)) {
            const int number = ++m_connections;
            m_threads.emplace_back([this, descriptor, number] { serve(descriptor, number); });
        }
        listener.arrived.clear();
    }
    for (std::thread &thread : m_threads)
        thread.join();
}

std::unique_ptr<QTcpSocket> FaultServer::open(qintptr descriptor) const
{
    if (m_certificate.isEmpty()) {
        auto socket = std::make_unique<QTcpSocket>();
        socket->setSocketDescriptor(descriptor);
        return socket;
    }
    auto socket = std::make_unique<QSslSocket>();
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificate(QSslCertificate(slurp(m_certificate)));
    configuration.setPrivateKey(QSslKey(slurp(m_key), QSsl::Rsa));
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    socket->setSslConfiguration(configuration);
    socket->setSocketDescriptor(descriptor);
    socket->startServerEncryption();
    return socket->waitForEncrypted(5000) ? std::move(socket) : nullptr;
}

void FaultServer::serve(qintptr descriptor, int connection)
{
    const std::unique_ptr<QTcpSocket> socket = open(descriptor);
    if (!socket)
        return;
    const int nowOpen = ++m_open;
    int most = m_mostOpen;
    while (nowOpen > most && !m_mostOpen.compare_exchange_weak(most, nowOpen)) {
    }
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    QByteArray buffer;
    for (int count = 1; !m_stopping; ++count) {
        FaultRequest request;
        request.connection = connection;
        request.onConnection = count;
        if (!readRequest(*socket, buffer, request))
            break;
        {
            const std::lock_guard lock(m_mutex);
            m_requests.push_back(request);
        }
        if (!write(*socket, m_handler(request)))
            break;
    }
    --m_open;
}

bool FaultServer::readRequest(QTcpSocket &socket, QByteArray &buffer, FaultRequest &request) const
{
    QElapsedTimer idle;
    idle.start();
    qsizetype headEnd = -1, length = 0;
    while (!m_stopping) {
        headEnd = buffer.indexOf("\r\n\r\n");
        if (headEnd >= 0) {
            request.head = buffer.left(headEnd);
            request.head.replace("\r\n", "\n");
            length = request.header("content-length").toLongLong();
            if (buffer.size() >= headEnd + 4 + length)
                break;
        }
        if (!socket.waitForReadyRead(tickMs) && socket.state() != QAbstractSocket::ConnectedState &&
            socket.bytesAvailable() == 0)
            return false;
        buffer += socket.readAll();
        if (m_certificate.isEmpty() && buffer.startsWith('\x16')) { // a TLS client has the wrong number
            buffer.clear();
            return true;
        }
        if (buffer.isEmpty() && m_keepAliveMs >= 0 && idle.elapsed() > m_keepAliveMs)
            return false;
    }
    if (headEnd < 0)
        return false;
    const QList<QByteArray> first = request.head.split('\n').first().split(' ');
    request.method = first.value(0);
    request.target = first.value(1);
    request.body = buffer.mid(headEnd + 4, length);
    buffer.remove(0, headEnd + 4 + length);
    return true;
}

// False when the connection is over.
bool FaultServer::write(QTcpSocket &socket, const FaultReply &reply)
{
    const auto put = [&](const QByteArray &bytes) {
        socket.write(bytes);
        while (socket.bytesToWrite() > 0 && !m_stopping) {
            if (!socket.waitForBytesWritten(tickMs) && socket.state() != QAbstractSocket::ConnectedState)
                return false;
        }
        m_sent += bytes.size();
        return socket.state() == QAbstractSocket::ConnectedState;
    };
    const qsizetype step = reply.piece > 0 ? reply.piece : std::max<qsizetype>(reply.bytes.size(), 1);
    for (qsizetype at = 0; at < reply.bytes.size(); at += step) {
        if (!put(reply.bytes.mid(at, step)))
            return false;
    }
    const QByteArray filler(reply.bytes.isEmpty() ? 0 : 1024 * 1024, reply.bytes.isEmpty() ? ' ' : reply.bytes.back());
    for (qint64 left = reply.repeatLastByte; left > 0 && !m_stopping; left -= filler.size()) {
        if (!put(filler.left(left)))
            return false;
    }
    while (reply.hang && !m_stopping) {
        if (!socket.waitForReadyRead(tickMs) && socket.state() != QAbstractSocket::ConnectedState)
            return false;
    }
    if (reply.reset) {
        socket.abort();
        return false;
    }
    if (reply.close) {
        socket.disconnectFromHost();
        if (socket.state() != QAbstractSocket::UnconnectedState)
            socket.waitForDisconnected(1000);
        return false;
    }
    return true;
}

} // namespace consilium::test
