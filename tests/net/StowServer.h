#pragma once
#include "tests/support/FaultServer.h"

#include <QHash>
#include <QStringList>

#include <functional>
#include <mutex>
#include <optional>

namespace consilium::test
{

/// A small DICOMweb archive (STOW-RS of one object, QIDO-RS and WADO-RS of instances) that keeps count, and misbehaves
/// where it is told to. Reads the data set itself: nothing of the product vouches for what arrived. Thread safe.
class StowServer
{
public:
    StowServer();

    struct Fault {
        FaultReply reply;
        bool stores = false; ///< and keeps the object all the same
    };
    /// Asked for each object that arrives (SOP Instance UID, how often it has come, from 1); nothing: it is stored.
    std::function<std::optional<Fault>(const QString &sop, int time)> onStore;
    /// Asked for each GET, with its path below the service; nothing: it is answered.
    std::function<std::optional<FaultReply>(const QByteArray &path)> onGet;
    /// Takes so long for every request, ms.
    std::function<int()> delayMs;
    /// What it keeps of an object that arrives: as it is where this is empty.
    std::function<QByteArray(const QByteArray &part10)> rewrite;

    /// "http://127.0.0.1:port/dw"
    [[nodiscard]] QString url() const { return m_server->url(QStringLiteral("/dw")); }
    /// Nobody is connected: whatever somebody sent who is gone has been dealt with.
    [[nodiscard]] bool isQuiet() const { return m_server->openConnections() == 0; }
    void keep(const QByteArray &part10); ///< as if it had always been there
    [[nodiscard]] bool has(const QString &sop) const;
    [[nodiscard]] QByteArray object(const QString &sop) const;
    [[nodiscard]] QStringList order() const;     ///< of what it stored, each as often as it was stored
    [[nodiscard]] int posts() const;             ///< objects that came, stored or not
    [[nodiscard]] int mostAtOnce() const;        ///< uploads answered at the same time
    [[nodiscard]] QList<QByteArray> log() const; ///< "POST <sop>", "GET instances", "GET metadata", "GET object"

private:
    [[nodiscard]] FaultReply answer(const FaultRequest &request);
    [[nodiscard]] FaultReply store(const FaultRequest &request);
    [[nodiscard]] FaultReply get(const QByteArray &path, const QByteArray &query);

    mutable std::mutex m_mutex;
    QHash<QString, QByteArray> m_objects; ///< guarded, as all below
    QHash<QString, int> m_times;
    QStringList m_order;
    QList<QByteArray> m_log;
    int m_atOnce = 0, m_mostAtOnce = 0;
    std::unique_ptr<FaultServer> m_server; ///< last: its threads use the rest
};

/// The first UID of this tag (group, element) in a file of explicit VR little endian.
[[nodiscard]] QString uidIn(const QByteArray &part10, quint16 group, quint16 element);
/// DICOM JSON: an answer to STOW-RS that names a failure (0008,1198).
[[nodiscard]] QByteArray failedSop(const QString &sop, int reason);

} // namespace consilium::test
