#pragma once
#include <QByteArray>
#include <QList>
#include <QString>

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

class QTcpSocket;

namespace consilium::test
{

struct FaultRequest {
    QByteArray method, target, head, body;
    int connection = 0;   ///< from 1, in the order they were opened
    int onConnection = 0; ///< from 1: how many requests this connection has carried
    [[nodiscard]] QByteArray header(const QByteArray &name) const;
};

/// What the server puts on the line, byte for byte.
struct FaultReply {
    QByteArray bytes;
    int piece = 0;             ///< write so many bytes at a time, each in a packet of its own; 0: at once
    qint64 repeatLastByte = 0; ///< then so many times the last byte again (endless bodies), until the peer hangs up
    bool close = false;        ///< then close
    bool reset = false;        ///< then close with a reset
    bool hang = false;         ///< then say nothing more until the peer hangs up
};

[[nodiscard]] FaultReply reply(int status, const QByteArray &contentType, const QByteArray &body,
                               const QList<QByteArray> &extraHeaders = {});

/// A web server that misbehaves on demand: each connection has a thread; the handler runs there and may block. With a
/// certificate and key (PEM files) it speaks TLS; without, it answers who begins with TLS as a request of no method.
class FaultServer
{
public:
    using Handler = std::function<FaultReply(const FaultRequest &)>;
    explicit FaultServer(Handler handler, const QString &certificate = {}, const QString &key = {});
    ~FaultServer();
    FaultServer(const FaultServer &) = delete;
    FaultServer &operator=(const FaultServer &) = delete;

    [[nodiscard]] QString url(const QString &path = {}) const; ///< "http://127.0.0.1:port" + path
    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] QList<FaultRequest> requests() const;
    [[nodiscard]] int connections() const { return m_connections; }
    [[nodiscard]] int openConnections() const { return m_open; }
    [[nodiscard]] int mostOpenConnections() const { return m_mostOpen; }
    [[nodiscard]] qint64 bytesSent() const { return m_sent; }
    /// No connection survives being idle for this long; as Orthanc does it after 1 s. Default: for ever.
    void setKeepAliveMs(int ms) { m_keepAliveMs = ms; }

private:
    void listen();
    void serve(qintptr descriptor, int connection);
    [[nodiscard]] bool readRequest(QTcpSocket &socket, QByteArray &buffer, FaultRequest &request) const;
    [[nodiscard]] bool write(QTcpSocket &socket, const FaultReply &reply);
    [[nodiscard]] std::unique_ptr<QTcpSocket> open(qintptr descriptor) const;

    Handler m_handler;
    QString m_certificate, m_key;
    std::atomic<bool> m_stopping{false}, m_ready{false};
    std::atomic<int> m_connections{0}, m_open{0}, m_mostOpen{0}, m_keepAliveMs{-1};
    std::atomic<qint64> m_sent{0};
    quint16 m_port = 0;
    mutable std::mutex m_mutex;
    QList<FaultRequest> m_requests;     ///< guarded by m_mutex
    std::vector<std::thread> m_threads; ///< listener's
    std::thread m_listener;
};

} // namespace consilium::test
