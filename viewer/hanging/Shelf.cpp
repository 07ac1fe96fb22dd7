#include "viewer/hanging/Shelf.h"

#include "viewer/hanging/ProtocolReader.h"

#include <QDir>
#include <QFile>

#include <algorithm>

// The macro declares a function: it must stand outside any namespace.
static void initHangingResource()
{
    Q_INIT_RESOURCE(hangingprotocols);
}

namespace consilium::hanging
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qint64 mostBytes = (1 << 20) + 1; // one more than a file may have: readJson() tells it then

QDir builtInFolder()
{
    // A static library's resource is not registered unless somebody asks for it.
    initHangingResource();
    return QDir(u":/hangingprotocols"_s);
}

void add(Shelf &shelf, const QString &fileName, const QByteArray &json, bool isOwn, const QStringList &windowPresets)
{
    auto protocol = readProtocol(json, windowPresets);
    if (!protocol) {
        for (Problem problem : protocol.error()) {
            problem.file = fileName;
            shelf.problems.push_back(std::move(problem));
        }
        return;
    }
    if (const Protocol *other = shelf.find(protocol->id)) {
        if (isOwn || !other->isOwn)
            shelf.problems.push_back({Problem::Kind::IdTwice, {}, protocol->id, other->file, fileName});
        return;
    }
    protocol->isOwn = isOwn;
    protocol->file = fileName;
    shelf.protocols.push_back(std::move(*protocol));
}

void addOwn(Shelf &shelf, const QString &folder, const QStringList &windowPresets)
{
    constexpr qsizetype mostFiles = 500;
    const QDir dir(folder);
    const QStringList names = dir.entryList({u"*.json"_s}, QDir::Files, QDir::Name).mid(0, mostFiles);
    for (const QString &name : names) {
        QFile file(dir.filePath(name));
        if (!file.open(QIODevice::ReadOnly)) {
            shelf.problems.push_back({Problem::Kind::Unreadable, {}, file.errorString(), {}, name});
            continue;
        }
        const QByteArray content = file.read(mostBytes);
        add(shelf, name, content, true, windowPresets);
        shelf.contents[name] = content;
    }
}

} // namespace

const Protocol *Shelf::find(const QString &id) const
{
    const auto found =
        std::find_if(protocols.begin(), protocols.end(), [&id](const Protocol &p) { return p.id == id; });
    return found == protocols.end() ? nullptr : &*found;
}

QByteArray builtInProtocol(const QString &fileName)
{
    QFile file(builtInFolder().filePath(fileName));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList builtInProtocolNames()
{
    return builtInFolder().entryList({u"*.json"_s}, QDir::Files, QDir::Name);
}

Shelf readShelf(const QString &folder, const QStringList &windowPresets)
{
    Shelf shelf;
    if (!folder.isEmpty())
        addOwn(shelf, folder, windowPresets);
    for (const QString &name : builtInProtocolNames())
        add(shelf, name, builtInProtocol(name), false, windowPresets);
    return shelf;
}

} // namespace consilium::hanging
