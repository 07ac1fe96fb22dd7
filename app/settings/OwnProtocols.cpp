#include "app/settings/OwnProtocols.h"

#include "app/settings/ProfileSettings.h"
#include "viewer/hanging/ProtocolWriter.h"
#include "viewer/hanging/Shelf.h"
#include "viewer/tools/WindowPresets.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace consilium::app
{

namespace
{

constexpr qint64 mostBytes = 1 << 20;

class Text
{
    Q_DECLARE_TR_FUNCTIONS(OwnProtocols)
};

/// Letters, digits and dashes of the id: a name that every file system takes.
QString fileNameFor(const QString &id)
{
    constexpr int longest = 40;
    QString name;
    for (const QChar c : id.toLower().left(longest))
        name += (c.unicode() < 0x80 && c.isLetterOrNumber()) ? c : QChar(u'-');
    while (name.startsWith(u'-'))
        name.remove(0, 1);
    return name.isEmpty() ? u"protocol"_s : name;
}

hanging::ProtocolChoices choicesOf(const ProfileSettings &settings)
{
    return {settings.protocolOrder(), settings.protocolsOff()};
}

} // namespace

std::vector<hanging::NamedWindow> protocolWindows()
{
    std::vector<hanging::NamedWindow> all;
    for (const tools::WindowPreset &preset : tools::builtInWindowPresets())
        if (preset.window)
            all.push_back({preset.name, *preset.window, preset.hounsfieldOnly});
    return all;
}

QStringList protocolWindowNames()
{
    QStringList names;
    for (const hanging::NamedWindow &window : protocolWindows())
        names << window.name;
    return names;
}

QString OwnProtocols::folderOf(const ProfileSettings &settings)
{
    return QFileInfo(settings.fileName()).path() + u"/hangingprotocols"_s;
}

hanging::Shelf OwnProtocols::readAll(const ProfileSettings *settings)
{
    return hanging::readShelf(settings ? folderOf(*settings) : QString(), protocolWindowNames());
}

hanging::Shelf OwnProtocols::used(const ProfileSettings *settings)
{
    return hanging::chosenOf(readAll(settings), settings ? choicesOf(*settings) : hanging::ProtocolChoices());
}

hanging::ProtocolChoices OwnProtocols::choices() const
{
    return choicesOf(m_settings);
}

hanging::Shelf OwnProtocols::all() const
{
    hanging::Shelf all = readAll(&m_settings);
    all.protocols = hanging::inPrecedence(std::move(all.protocols), choices().order);
    return all;
}

bool OwnProtocols::isOff(const QString &id) const
{
    return m_settings.protocolsOff().contains(id);
}

void OwnProtocols::setOff(const QString &id, bool off)
{
    QStringList all = m_settings.protocolsOff();
    all.removeAll(id);
    if (off)
        all << id;
    m_settings.setProtocolsOff(all);
}

void OwnProtocols::setOrder(const QStringList &ids)
{
    m_settings.setProtocolOrder(ids);
}

QStringList OwnProtocols::order() const
{
    return m_settings.protocolOrder();
}

bool OwnProtocols::hangsByItself(const hanging::Protocol &protocol) const
{
    const QString when = m_settings.hangWhenOpened();
    return when == "always"_L1 || (when != "never"_L1 && protocol.whenOpened);
}

Result<QString> OwnProtocols::save(const hanging::Protocol &protocol) const
{
    if (const auto writable = m_settings.writable(); !writable)
        return fail(ErrorCode::FileUnreadable, Text::tr("The folder of the settings cannot be written."));
    const QDir folder(folderOf(m_settings));
    if (!QDir().mkpath(folder.path()))
        return fail(ErrorCode::FileUnreadable, Text::tr("The folder of the settings cannot be written."));
    QString file = protocol.file;
    for (int n = 1; file.isEmpty() || (protocol.file.isEmpty() && folder.exists(file)); ++n)
        file = fileNameFor(protocol.id) + (n == 1 ? QString() : u"-%1"_s.arg(n)) + u".json"_s;
    if (const auto written = writeWhole(folder.filePath(file), hanging::writeProtocol(protocol)); !written)
        return fail(written.error());
    return file;
}

Result<void> OwnProtocols::remove(const QString &file) const
{
    QFile doomed(QDir(folderOf(m_settings)).filePath(file));
    if (doomed.remove())
        return {};
    return fail(ErrorCode::FileUnreadable, Text::tr("The file cannot be deleted: %1").arg(doomed.errorString()));
}

QByteArray OwnProtocols::contentOf(const QString &file) const
{
    QFile content(QDir(folderOf(m_settings)).filePath(file));
    return content.open(QIODevice::ReadOnly) ? content.read(mostBytes + 1) : QByteArray();
}

QString OwnProtocols::freeId(const QString &wish) const
{
    const hanging::Shelf shelf = all();
    QString id = wish;
    for (int n = 2; shelf.find(id); ++n)
        id = u"%1-%2"_s.arg(wish).arg(n);
    return id;
}

// A commit that has to write what is left in the buffer does not tell when it could not: a disk that is full is noticed
// by flush().
Result<void> writeWhole(const QString &path, const QByteArray &content)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(content) == content.size() && file.flush() && file.commit())
        return {};
    // That of the step that failed: none behind it was tried.
    return fail(ErrorCode::FileUnreadable, Text::tr("The file cannot be written: %1").arg(file.errorString()));
}

} // namespace consilium::app
