#include "app/outside/HandOver.h"

#include "app/outside/StudyRequest.h"
#include "base/Logging.h"
#include "base/platform/Platform.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocalServer>
#include <QLocalSocket>
#include <QStandardPaths>
#include <QTimer>
#include <QtEndian>

using namespace Qt::StringLiterals;

namespace consilium::app
{

namespace
{

constexpr int mostPaths = 256, longestPath = 4096, mostCallers = 16;
constexpr int callerMs = 3000;  ///< that a caller may take for its message
constexpr int connectMs = 1000; ///< until the running program has taken the call
constexpr int replyMs = 5000;   ///< until it has said yes: it may be busy painting
constexpr qsizetype lengthBytes = 4;
constexpr char accepted = '+', refused = '-', full = '=';

bool isOwnFolder(const QFileInfo &folder)
{
    const QFile::Permissions others =
        QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    return folder.isDir() && !folder.isSymLink() && platform::isOwnUser(folder.ownerId()) &&
           (folder.permissions() & others) == QFile::Permissions();
}

tl::unexpected<Error> violation(const QString &detail)
{
    return fail(ErrorCode::ProtocolViolation, detail);
}

QByteArray framed(const QByteArray &message)
{
    QByteArray bytes(lengthBytes, Qt::Uninitialized);
    qToLittleEndian(quint32(message.size()), bytes.data());
    return bytes + message;
}

} // namespace

QByteArray encodeHandOver(const HandedOver &message)
{
    QJsonObject object{{u"consilium"_s, 1}};
    if (!message.paths.isEmpty())
        object.insert(u"paths"_s, QJsonArray::fromStringList(message.paths));
    if (!message.link.isEmpty())
        object.insert(u"link"_s, message.link);
    if (!message.refusedLink.isEmpty())
        object.insert(u"refusedLink"_s, message.refusedLink);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Result<HandedOver> decodeHandOver(const QByteArray &bytes)
{
    if (bytes.size() > HandOver::MostBytes)
        return violation(u"too large"_s);
    const QJsonDocument document = QJsonDocument::fromJson(bytes);
    const QJsonObject object = document.object();
    if (!document.isObject() || object.value(u"consilium"_s) != QJsonValue(1))
        return violation(u"not a message of this program"_s);
    const QStringList keys = object.keys();
    for (const QString &key : keys)
        if (key != "consilium"_L1 && key != "paths"_L1 && key != "link"_L1 && key != "refusedLink"_L1)
            return violation(u"asks for more than may be handed over"_s);
    HandedOver message;
    const QJsonValue paths = object.value(u"paths"_s), link = object.value(u"link"_s),
                     refusedLink = object.value(u"refusedLink"_s);
    if ((!paths.isUndefined() && !paths.isArray()) || (!link.isUndefined() && !link.isString()) ||
        (!refusedLink.isUndefined() && !refusedLink.isString()) || paths.toArray().size() > mostPaths)
        return violation(u"of another form"_s);
    for (const QJsonValue &value : paths.toArray()) {
        const QString path = value.toString();
        if (path.isEmpty() || path.size() > longestPath || path.contains(QChar::Null) || QDir::isRelativePath(path))
            return violation(u"a path that is none"_s);
        message.paths << path;
    }
    message.link = link.toString();
    if (!message.link.isEmpty() && !parseStudyLink(message.link))
        return violation(u"a link that cannot be read"_s);
    message.refusedLink = refusedLink.toString();
    if (!message.refusedLink.isEmpty() &&
        (message.refusedLink.size() > HandedOver::MostOfRefused || parseStudyLink(message.refusedLink)))
        return violation(u"not a link that is refused"_s);
    return message;
}

struct HandOver::Private {
    QLocalServer server;
    int callers = 0;
    std::function<bool(const HandedOver &)> hasRoom;
};

HandOver::HandOver(QObject *parent) : QObject(parent), d(std::make_unique<Private>())
{
    d->server.setSocketOptions(QLocalServer::UserAccessOption);
    d->server.setMaxPendingConnections(mostCallers);
}

HandOver::~HandOver() = default;

QString HandOver::addressFor(const QString &profileFolder)
{
    const QString absolute = QDir::cleanPath(QDir(profileFolder).absolutePath());
    const QByteArray digest =
        QCryptographicHash::hash((profileFolder.isEmpty() ? QString() : absolute).toUtf8(), QCryptographicHash::Sha256)
            .toHex()
            .left(16);
    const QString name = u"consilium-"_s + QString::fromLatin1(digest);
#ifdef Q_OS_WIN
    return name + u'-' + QString::fromUtf8(qgetenv("USERNAME").toHex());
#else
    const QFileInfo folder(QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation));
    return isOwnFolder(folder) ? QDir(folder.absoluteFilePath()).filePath(name) : QString();
#endif
}

Result<void> HandOver::send(const QString &address, const HandedOver &message)
{
    const QByteArray bytes = encodeHandOver(message);
    if (address.isEmpty() || bytes.size() > MostBytes)
        return fail(ErrorCode::NotFound);
    QLocalSocket socket;
    socket.connectToServer(address);
    if (!socket.waitForConnected(connectMs))
        return fail(ErrorCode::NotFound);
    if (!platform::isPeerSameUser(socket.socketDescriptor()))
        return violation(u"somebody else's program"_s);
    socket.write(framed(bytes));
    if (!socket.waitForReadyRead(replyMs))
        return fail(ErrorCode::Timeout);
    const QByteArray reply = socket.read(1);
    if (reply == QByteArray(1, full))
        return fail(ErrorCode::TooManyRequests,
                    tr("Consilium runs already and has to open as much as it can take. Try again in a moment."));
    return reply == QByteArray(1, accepted) ? Result<void>() : violation(u"refused"_s);
}

bool HandOver::listen(const QString &address)
{
    if (address.isEmpty())
        return false;
    // With access options Qt binds beside the place and moves there, over whoever answers at it: so that is asked
    // first. What nobody answers at was left behind by a program that ended by force.
    QLocalSocket probe;
    probe.connectToServer(address);
    if (probe.waitForConnected(connectMs))
        return false;
    QLocalServer::removeServer(address);
    connect(&d->server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket *caller = d->server.nextPendingConnection())
            serve(caller);
    });
    return d->server.listen(address);
}

void HandOver::acceptOnlyWhere(std::function<bool(const HandedOver &)> hasRoom)
{
    d->hasRoom = std::move(hasRoom);
}

void HandOver::serve(QLocalSocket *caller)
{
    connect(caller, &QLocalSocket::disconnected, caller, &QObject::deleteLater);
    if (!platform::isPeerSameUser(caller->socketDescriptor())) {
        caller->abort();
        return;
    }
    if (d->callers >= mostCallers) { // who is hung up on would start a second program
        caller->write(QByteArray(1, full));
        caller->disconnectFromServer();
        return;
    }
    ++d->callers;
    connect(caller, &QObject::destroyed, this, [this] { --d->callers; });
    caller->setReadBufferSize(lengthBytes + MostBytes + 1);
    QTimer::singleShot(callerMs, caller, [caller] { caller->abort(); });
    connect(caller, &QLocalSocket::readyRead, this, [this, caller] { read(caller); });
}

void HandOver::read(QLocalSocket *caller)
{
    const QByteArray head = caller->peek(lengthBytes);
    if (head.size() < lengthBytes)
        return;
    const quint32 length = qFromLittleEndian<quint32>(head.constData());
    const bool isTooLong = length > quint32(MostBytes);
    if (!isTooLong && caller->bytesAvailable() < lengthBytes + qint64(length))
        return;
    const auto message = isTooLong ? Result<HandedOver>(violation(u"too large"_s))
                                   : decodeHandOver(caller->read(lengthBytes + length).mid(lengthBytes));
    const bool hasRoom = !message || !d->hasRoom || d->hasRoom(*message);
    disconnect(caller, &QLocalSocket::readyRead, this, nullptr); // one message a call
    caller->write(QByteArray(1, !message ? refused : hasRoom ? accepted : full));
    caller->disconnectFromServer();
    if (message && hasRoom)
        Q_EMIT received(*message);
    else if (message)
        Q_EMIT turnedAway(*message);
    else
        qCWarning(logApp) << "a message of another program was refused:" << message.error().detail;
}

} // namespace consilium::app
