#include "tests/net/StowServer.h"

#include "netclient/outbox/ObjectFacts.h"

#include <QUrl>
#include <QUrlQuery>
#include <QtEndian>

#include <algorithm>
#include <chrono>

namespace consilium::test
{

namespace
{

constexpr auto json = "application/dicom+json";

QByteArray uidElement(const char *tag, const QString &uid)
{
    return QByteArray("\"") + tag + R"(": {"vr": "UI", "Value": [")" + uid.toLatin1() + "\"]}";
}

QByteArray described(const QByteArray &part10)
{
    // Objects that refer to others hold their UIDs too, before or behind their own.
    if (const auto facts = outbox::factsOf(part10))
        return "{" + uidElement("00080016", facts->sopClass.text()) + "," + uidElement("00080018", facts->sop.text()) +
               "," + uidElement("0020000D", facts->study.text()) + "," + uidElement("0020000E", facts->series.text()) +
               "}";
    return "{" + uidElement("00080016", uidIn(part10, 0x0008, 0x0016)) + "," +
           uidElement("00080018", uidIn(part10, 0x0008, 0x0018)) + "," +
           uidElement("0020000D", uidIn(part10, 0x0020, 0x000D)) + "," +
           uidElement("0020000E", uidIn(part10, 0x0020, 0x000E)) + "}";
}

// The only part of a multipart body.
QByteArray partOf(const QByteArray &body)
{
    const qsizetype begin = body.indexOf("\r\n\r\n"), end = body.lastIndexOf("\r\n--");
    return begin < 0 || end < begin ? QByteArray() : body.mid(begin + 4, end - begin - 4);
}

} // namespace

QString uidIn(const QByteArray &part10, quint16 group, quint16 element)
{
    QByteArray start(4, '\0');
    qToLittleEndian(group, start.data());
    qToLittleEndian(element, start.data() + 2);
    const qsizetype at = part10.indexOf(start + "UI");
    if (at < 0 || at + 8 > part10.size())
        return {};
    QByteArray value = part10.mid(at + 8, qFromLittleEndian<quint16>(part10.constData() + at + 6));
    while (value.endsWith('\0'))
        value.chop(1);
    return QString::fromLatin1(value);
}

QByteArray failedSop(const QString &sop, int reason)
{
    return R"({"00081198": {"vr": "SQ", "Value": [{)" + uidElement("00081155", sop) +
           R"(, "00081197": {"vr": "US", "Value": [)" + QByteArray::number(reason) + "]}}]}}";
}

StowServer::StowServer()
    : m_server(std::make_unique<FaultServer>([this](const FaultRequest &request) { return answer(request); }))
{
}

void StowServer::keep(const QByteArray &part10)
{
    const std::lock_guard lock(m_mutex);
    m_objects.insert(uidIn(part10, 0x0008, 0x0018), part10);
}

bool StowServer::has(const QString &sop) const
{
    const std::lock_guard lock(m_mutex);
    return m_objects.contains(sop);
}

QByteArray StowServer::object(const QString &sop) const
{
    const std::lock_guard lock(m_mutex);
    return m_objects.value(sop);
}

QStringList StowServer::order() const
{
    const std::lock_guard lock(m_mutex);
    return m_order;
}

int StowServer::posts() const
{
    const std::lock_guard lock(m_mutex);
    int count = 0;
    for (const int times : m_times)
        count += times;
    return count;
}

int StowServer::mostAtOnce() const
{
    const std::lock_guard lock(m_mutex);
    return m_mostAtOnce;
}

QList<QByteArray> StowServer::log() const
{
    const std::lock_guard lock(m_mutex);
    return m_log;
}

FaultReply StowServer::answer(const FaultRequest &request)
{
    if (request.method == "POST") {
        {
            const std::lock_guard lock(m_mutex);
            m_mostAtOnce = std::max(m_mostAtOnce, ++m_atOnce);
        }
        if (delayMs)
            std::this_thread::sleep_for(std::chrono::milliseconds(delayMs()));
        FaultReply reply = store(request);
        const std::lock_guard lock(m_mutex);
        --m_atOnce;
        return reply;
    }
    if (delayMs)
        std::this_thread::sleep_for(std::chrono::milliseconds(delayMs()));
    const QByteArray path = request.target.split('?').first().mid(int(sizeof("/dw")) - 1);
    return get(path, request.target.contains('?') ? request.target.mid(request.target.indexOf('?') + 1) : QByteArray());
}

FaultReply StowServer::store(const FaultRequest &request)
{
    const QByteArray part10 = partOf(request.body);
    const QString sop = uidIn(part10, 0x0008, 0x0018);
    int time = 0;
    {
        const std::lock_guard lock(m_mutex);
        time = ++m_times[sop];
        m_log.push_back("POST " + sop.toLatin1());
    }
    const std::optional<Fault> fault = onStore ? onStore(sop, time) : std::nullopt;
    if (!fault || fault->stores) {
        const std::lock_guard lock(m_mutex);
        m_objects.insert(sop, rewrite ? rewrite(part10) : part10);
        m_order.push_back(sop);
    }
    if (fault)
        return fault->reply;
    return reply(200, json, R"({"00081199": {"vr": "SQ", "Value": [{)" + uidElement("00081155", sop) + "}]}}");
}

FaultReply StowServer::get(const QByteArray &path, const QByteArray &query)
{
    const QList<QByteArray> parts = path.split('/'); // "", studies, S, [series, E,] instances, [I, [metadata]]
    const bool isQuery = path.endsWith("/instances"), isMetadata = path.endsWith("/metadata");
    const QString asked = isQuery
                              ? QUrlQuery(QString::fromLatin1(query)).queryItemValue(QStringLiteral("SOPInstanceUID"))
                              : QString::fromLatin1(parts.value(6));
    {
        const std::lock_guard lock(m_mutex);
        m_log.push_back(isQuery ? "GET instances" : isMetadata ? "GET metadata" : "GET object");
    }
    if (onGet) {
        if (const std::optional<FaultReply> fault = onGet(path))
            return *fault;
    }
    const QByteArray kept = object(asked);
    const auto facts = outbox::factsOf(kept);
    const QString study = facts ? facts->study.text() : uidIn(kept, 0x0020, 0x000D);
    const bool isThere = !kept.isEmpty() && study == QString::fromLatin1(parts.value(2));
    if (isQuery)
        return reply(200, json, isThere ? "[" + described(kept) + "]" : QByteArray("[]"));
    if (!isThere)
        return reply(404, "text/plain", "no such object");
    if (isMetadata)
        return reply(200, json, "[" + described(kept) + "]");
    return reply(200, R"(multipart/related; type="application/dicom"; boundary=B)",
                 "--B\r\nContent-Type: application/dicom\r\n\r\n" + kept + "\r\n--B--\r\n");
}

} // namespace consilium::test
