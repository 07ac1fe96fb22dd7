#include "app/settings/ProfileSettings.h"

#include "base/Logging.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace consilium::app
{

namespace
{

constexpr auto ownerOnly = QFile::ReadOwner | QFile::WriteOwner;
constexpr auto others =
    QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;

QString ownPlace()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation);
}

QString settingsFile(const QString &folder)
{
    return QDir(folder.isEmpty() ? ownPlace() : folder).filePath(u"consilium.ini"_s);
}

void closeToOthers(const QString &path, QFile::Permissions wanted)
{
    if (QFile::permissions(path) & others)
        QFile::setPermissions(path, wanted);
}

// A folder of the person's that the program was given is theirs: its rights are left alone.
void makeFolder(const QString &folder)
{
    if (QFileInfo::exists(folder) ? QDir(folder) != QDir(ownPlace()) : !QDir().mkpath(folder))
        return;
    closeToOthers(folder, ownerOnly | QFile::ExeOwner);
}

QString kindName(http::Credentials::Kind kind)
{
    switch (kind) {
    case http::Credentials::Kind::None:
        return u"none"_s;
    case http::Credentials::Kind::Basic:
        return u"basic"_s;
    case http::Credentials::Kind::Bearer:
        return u"bearer"_s;
    }
    return u"none"_s;
}

http::Credentials::Kind kindFromName(const QString &name)
{
    if (name == "basic"_L1)
        return http::Credentials::Kind::Basic;
    if (name == "bearer"_L1)
        return http::Credentials::Kind::Bearer;
    return http::Credentials::Kind::None;
}

} // namespace

ProfileSettings::ProfileSettings(const QString &folder)
    : m_settings(std::make_unique<QSettings>(settingsFile(folder), QSettings::IniFormat))
{
    const QFileInfo file(m_settings->fileName());
    if (file.exists()) { // from a time, or a copy, with other rights
        makeFolder(file.absolutePath());
        closeToOthers(file.absoluteFilePath(), ownerOnly);
    }
}

// QSettings makes a file that everybody may read, but leaves one that is there its rights. Addresses of archives and
// names of people are nobody else's business, not even between the first byte and a change of rights.
void ProfileSettings::makeFile() const
{
    const QString path = m_settings->fileName();
    if (QFileInfo::exists(path))
        return;
    makeFolder(QFileInfo(path).absolutePath());
    QFile file(path);
    (void)file.open(QIODevice::WriteOnly | QIODevice::NewOnly, ownerOnly); // store() says when it cannot be written
}

QString ProfileSettings::fileName() const
{
    return m_settings->fileName();
}

Result<void> ProfileSettings::writable() const
{
    const QFileInfo file(m_settings->fileName());
    makeFolder(file.absolutePath());
    if (!QFileInfo(file.absolutePath()).isWritable() || (file.exists() && !file.isWritable()))
        return fail(ErrorCode::FileUnreadable, u"the profile folder cannot be written"_s);
    return {};
}

void ProfileSettings::set(const QString &key, const QVariant &value)
{
    const bool isChange = m_settings->value(key) != value;
    if (!isChange && areKept())
        return;
    m_settings->setValue(key, value);
    store(isChange);
}

void ProfileSettings::store(bool isChange)
{
    if (m_settings->status() != QSettings::NoError) {
        // It never turns good again by itself; another one on the same file goes on with what is not written yet.
        auto fresh = std::make_unique<QSettings>(m_settings->fileName(), QSettings::IniFormat);
        std::swap(m_settings, fresh);
    }
    makeFile();
    m_settings->sync();
    m_loss.reset();
    if (m_settings->status() == QSettings::NoError)
        return;
    m_loss = writable() ? Error{ErrorCode::DiskFull, u"the settings were not written"_s}
                        : Error{ErrorCode::FileUnreadable, u"the profile folder cannot be written"_s};
    qCWarning(logApp) << "the settings cannot be written:" << errorName(m_loss->code);
    if (isChange && m_onLoss)
        m_onLoss();
}

std::vector<dicomweb::ArchiveConfig> ProfileSettings::archives() const
{
    std::vector<dicomweb::ArchiveConfig> all;
    const int count = m_settings->beginReadArray(u"archives"_s);
    for (int i = 0; i < count; ++i) {
        m_settings->setArrayIndex(i);
        dicomweb::ArchiveConfig config;
        config.id = ArchiveId(m_settings->value(u"id"_s).toString());
        config.name = m_settings->value(u"name"_s).toString();
        config.credentials.kind = kindFromName(m_settings->value(u"signIn"_s).toString());
        config.credentials.user = m_settings->value(u"user"_s).toString();
        config.caFile = m_settings->value(u"caFile"_s).toString();
        const auto url = cleanArchiveUrl(m_settings->value(u"url"_s).toString());
        if (config.id.isEmpty() || !url)
            continue;
        config.baseUrl = *url;
        all.push_back(std::move(config));
    }
    m_settings->endArray();
    return all;
}

void ProfileSettings::setArchives(const std::vector<dicomweb::ArchiveConfig> &archives)
{
    m_settings->remove(u"archives"_s);
    m_settings->beginWriteArray(u"archives"_s, int(archives.size()));
    for (int i = 0; i < int(archives.size()); ++i) {
        const auto &config = archives[size_t(i)];
        m_settings->setArrayIndex(i);
        m_settings->setValue(u"id"_s, config.id.text());
        m_settings->setValue(u"name"_s, config.name);
        m_settings->setValue(u"url"_s, config.baseUrl);
        m_settings->setValue(u"signIn"_s, kindName(config.credentials.kind));
        m_settings->setValue(u"user"_s, config.credentials.user);
        m_settings->setValue(u"caFile"_s, config.caFile);
    }
    m_settings->endArray();
    store();
}

QString ProfileSettings::language() const
{
    return m_settings->value(u"language"_s).toString();
}

void ProfileSettings::setLanguage(const QString &language)
{
    set(u"language"_s, language);
}

QString ProfileSettings::theme() const
{
    return m_settings->value(u"theme"_s).toString() == "light"_L1 ? u"light"_s : u"dark"_s;
}

void ProfileSettings::setTheme(const QString &theme)
{
    set(u"theme"_s, theme);
}

QString ProfileSettings::worklistPeriod() const
{
    return m_settings->value(u"worklist/period"_s, u"all"_s).toString();
}

void ProfileSettings::setWorklistPeriod(const QString &period)
{
    set(u"worklist/period"_s, period);
}

QString ProfileSettings::worklistColumns() const
{
    return m_settings->value(u"worklist/columns"_s).toStringList().join(u','); // a list where there are commas
}

void ProfileSettings::setWorklistColumns(const QString &columns)
{
    set(u"worklist/columns"_s, columns.split(u',', Qt::SkipEmptyParts));
}

int ProfileSettings::worklistRefreshSeconds() const
{
    const int seconds = m_settings->value(u"worklist/refreshSeconds"_s, 60).toInt();
    return seconds == 0 || seconds == 30 || seconds == 300 ? seconds : 60;
}

void ProfileSettings::setWorklistRefreshSeconds(int seconds)
{
    set(u"worklist/refreshSeconds"_s, seconds);
}

bool ProfileSettings::worklistUrgentFirst() const
{
    return m_settings->value(u"worklist/urgentFirst"_s, true).toBool();
}

void ProfileSettings::setWorklistUrgentFirst(bool on)
{
    set(u"worklist/urgentFirst"_s, on);
}

QByteArray ProfileSettings::savedSearches() const
{
    return m_settings->value(u"worklist/savedSearches"_s).toByteArray();
}

void ProfileSettings::setSavedSearches(const QByteArray &json)
{
    set(u"worklist/savedSearches"_s, json);
}

ProfileSettings::OpenedMarks ProfileSettings::openedMarks() const
{
    return {QDate::fromString(m_settings->value(u"worklist/openedDay"_s).toString(), Qt::ISODate),
            QByteArray::fromBase64(m_settings->value(u"worklist/openedKey"_s).toByteArray()),
            m_settings->value(u"worklist/opened"_s).toStringList()};
}

void ProfileSettings::setOpenedMarks(const OpenedMarks &marks)
{
    m_settings->setValue(u"worklist/openedDay"_s, marks.day.toString(Qt::ISODate));
    m_settings->setValue(u"worklist/openedKey"_s, marks.key.toBase64());
    set(u"worklist/opened"_s, marks.marks);
}

namespace
{

// What a monitor says of itself may hold anything, and the file's keys may not.
QString monitorEntry(const QString &monitor)
{
    const QByteArray name = QCryptographicHash::hash(monitor.toUtf8(), QCryptographicHash::Sha256).toHex().left(16);
    return u"monitors/"_s + QString::fromLatin1(name);
}

} // namespace

std::optional<double> ProfileSettings::monitorMmPerPixel(const QString &monitor) const
{
    bool isNumber = false;
    const double mm = m_settings->value(monitorEntry(monitor)).toDouble(&isNumber);
    return isNumber && mm > 0.0 ? std::optional(mm) : std::nullopt;
}

void ProfileSettings::setMonitorMmPerPixel(const QString &monitor, std::optional<double> mm)
{
    if (mm) {
        set(monitorEntry(monitor), QString::number(*mm, 'g', 10));
    } else {
        m_settings->remove(monitorEntry(monitor));
        store();
    }
}

std::optional<ProfileSettings::MonitorLayout> ProfileSettings::monitorLayout(const QString &arrangement) const
{
    const QStringList kept = m_settings->value(u"arrangements/"_s + arrangement).toStringList();
    if (kept.size() < 3)
        return std::nullopt;
    MonitorLayout layout{kept[0] == "apart"_L1, QByteArray::fromBase64(kept[1].toLatin1()),
                         QByteArray::fromBase64(kept[2].toLatin1())};
    for (const QString &place : kept.mid(3))
        layout.further << QByteArray::fromBase64(place.toLatin1());
    return layout;
}

void ProfileSettings::setMonitorLayout(const QString &arrangement, const MonitorLayout &layout)
{
    QStringList kept{layout.isApart ? u"apart"_s : u"one"_s, QString::fromLatin1(layout.images.toBase64()),
                     QString::fromLatin1(layout.worklist.toBase64())};
    for (const QByteArray &place : layout.further)
        kept << QString::fromLatin1(place.toBase64());
    set(u"arrangements/"_s + arrangement, kept);
}

bool ProfileSettings::panelsFolded(const QString &arrangement) const
{
    const bool last = m_settings->value(u"window/panelsFolded"_s, false).toBool();
    return arrangement.isEmpty() ? last : m_settings->value(u"foldedAt/"_s + arrangement, last).toBool();
}

void ProfileSettings::setPanelsFolded(bool folded, const QString &arrangement)
{
    if (!arrangement.isEmpty())
        set(u"foldedAt/"_s + arrangement, folded);
    set(u"window/panelsFolded"_s, folded);
}

std::optional<ProfileSettings::Grid> ProfileSettings::usualGrid(const QString &arrangement) const
{
    constexpr int most = 8; // SetLayout
    const QStringList kept = m_settings->value(u"gridAt/"_s + arrangement).toString().split(u'x');
    const Grid grid{kept.value(0).toInt(), kept.value(1).toInt()};
    const bool makesSense = kept.size() == 2 && grid.rows >= 1 && grid.rows <= most && grid.columns >= 1 &&
                            grid.columns <= most && grid != Grid();
    return makesSense ? std::optional(grid) : std::nullopt;
}

void ProfileSettings::setUsualGrid(const QString &arrangement, const std::optional<Grid> &grid)
{
    const QString key = u"gridAt/"_s + arrangement;
    if (grid) {
        set(key, u"%1x%2"_s.arg(grid->rows).arg(grid->columns));
    } else {
        m_settings->remove(key);
        store();
    }
}

QString ProfileSettings::hangWhenOpened() const
{
    const QString when = m_settings->value(u"reading/hangWhenOpened"_s).toString();
    return when == "always"_L1 || when == "never"_L1 ? when : u"usual"_s;
}

void ProfileSettings::setHangWhenOpened(const QString &when)
{
    set(u"reading/hangWhenOpened"_s, when);
}

QStringList ProfileSettings::protocolOrder() const
{
    return m_settings->value(u"reading/protocolOrder"_s).toStringList();
}

void ProfileSettings::setProtocolOrder(const QStringList &ids)
{
    set(u"reading/protocolOrder"_s, ids);
}

QStringList ProfileSettings::protocolsOff() const
{
    return m_settings->value(u"reading/protocolsOff"_s).toStringList();
}

void ProfileSettings::setProtocolsOff(const QStringList &ids)
{
    set(u"reading/protocolsOff"_s, ids);
}

bool ProfileSettings::nextStudyInNewTab() const
{
    return m_settings->value(u"reading/nextInNewTab"_s, false).toBool();
}

void ProfileSettings::setNextStudyInNewTab(bool on)
{
    set(u"reading/nextInNewTab"_s, on);
}

bool ProfileSettings::nextMarksRead() const
{
    return m_settings->value(u"reading/nextMarksRead"_s, false).toBool();
}

void ProfileSettings::setNextMarksRead(bool on)
{
    set(u"reading/nextMarksRead"_s, on);
}

bool ProfileSettings::fetchesNextAhead() const
{
    return m_settings->value(u"reading/fetchNextAhead"_s, true).toBool();
}

void ProfileSettings::setFetchesNextAhead(bool on)
{
    set(u"reading/fetchNextAhead"_s, on);
}

QByteArray ProfileSettings::keyChoices() const
{
    return m_settings->value(u"input/keys"_s).toByteArray();
}

void ProfileSettings::setKeyChoices(const QByteArray &json)
{
    set(u"input/keys"_s, json);
}

QString ProfileSettings::mouseProfile() const
{
    return m_settings->value(u"input/mouseProfile"_s, u"own"_s).toString();
}

void ProfileSettings::setMouseProfile(const QString &name)
{
    set(u"input/mouseProfile"_s, name);
}

QByteArray ProfileSettings::ownMouse() const
{
    return m_settings->value(u"input/ownMouse"_s).toByteArray();
}

void ProfileSettings::setOwnMouse(const QByteArray &json)
{
    set(u"input/ownMouse"_s, json);
}

QStringList ProfileSettings::radialTools() const
{
    return m_settings->value(u"input/radialTools"_s).toStringList();
}

void ProfileSettings::setRadialTools(const QStringList &tools)
{
    set(u"input/radialTools"_s, tools);
}

QByteArray ProfileSettings::windowGeometry() const
{
    return m_settings->value(u"window/geometry"_s).toByteArray();
}

void ProfileSettings::setWindowGeometry(const QByteArray &geometry)
{
    set(u"window/geometry"_s, geometry);
}

bool ProfileSettings::isSecretOutdated(const ArchiveId &archive) const
{
    return m_settings->value(u"outdatedSecrets/"_s + archive.text()).toBool();
}

void ProfileSettings::setSecretOutdated(const ArchiveId &archive, bool outdated)
{
    if (outdated == isSecretOutdated(archive))
        return;
    if (outdated)
        m_settings->setValue(u"outdatedSecrets/"_s + archive.text(), true);
    else
        m_settings->remove(u"outdatedSecrets/"_s + archive.text());
    store();
}

QByteArray ProfileSettings::learned(const ArchiveId &archive) const
{
    return m_settings->value(u"learned/"_s + archive.text()).toByteArray();
}

void ProfileSettings::setLearned(const ArchiveId &archive, const QByteArray &json)
{
    if (learned(archive) == json)
        return;
    makeFile(); // it is written when QSettings likes
    m_settings->setValue(u"learned/"_s + archive.text(), json);
}

Result<QString> cleanArchiveUrl(const QString &typed)
{
    const auto refuse = [](const char *sentence) {
        return fail(ErrorCode::InvalidArgument, QCoreApplication::translate("ArchiveUrl", sentence));
    };
    QUrl url(typed.trimmed(), QUrl::StrictMode);
    if (url.isEmpty())
        return refuse(QT_TRANSLATE_NOOP("ArchiveUrl", "The address is missing."));
    if (!url.isValid() || (url.scheme() != "http"_L1 && url.scheme() != "https"_L1) || url.host().isEmpty())
        return refuse(QT_TRANSLATE_NOOP("ArchiveUrl", "This is not an address. It begins with http:// or https://."));
    if (!url.userInfo().isEmpty())
        return refuse(QT_TRANSLATE_NOOP("ArchiveUrl", "The address must not contain a user name or password."));
    if (url.hasQuery() || url.hasFragment())
        return refuse(QT_TRANSLATE_NOOP("ArchiveUrl", "The address must not contain “?” or “#”."));
    QString text = url.toString(QUrl::FullyEncoded);
    while (text.endsWith(u'/'))
        text.chop(1);
    return text;
}

} // namespace consilium::app
