#include "app/settings/ArchiveSet.h"

#include "app/bridge/Inbox.h"
#include "base/Logging.h"

#include <QCryptographicHash>
#include <QUrl>
#include <QUuid>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace consilium::app
{

struct ArchiveSet::Mail : Inbox<ArchiveId> {
    using Inbox::Inbox;
};

ArchiveSet::ArchiveSet(http::HttpClient &http, identity::CredentialStore &secrets, ProfileSettings &settings,
                       QObject *parent)
    : QObject(parent),
      m_http(http),
      m_secrets(secrets),
      m_settings(settings),
      m_mail(std::make_shared<Mail>(this, [this](const std::vector<ArchiveId> &) { saveLearned(); }))
{
}

ArchiveSet::~ArchiveSet()
{
    m_mail->close();
}

void ArchiveSet::load()
{
    for (auto &config : m_settings.archives()) {
        Archive archive;
        archive.config = std::move(config);
        const bool open = archive.config.credentials.kind == http::Credentials::Kind::None;
        if (open)
            connectTo(archive);
        const ArchiveId id = archive.config.id;
        archive.lacksSecret = !open && m_settings.isSecretOutdated(id);
        const bool isAsked = !open && !archive.lacksSecret;
        m_archives.push_back(std::move(archive));
        if (isAsked)
            readSecret(id);
    }
    Q_EMIT changed();
}

const Archive *ArchiveSet::find(const ArchiveId &id) const
{
    const auto it =
        std::find_if(m_archives.begin(), m_archives.end(), [&](const Archive &a) { return a.config.id == id; });
    return it != m_archives.end() ? &*it : nullptr;
}

Archive *ArchiveSet::findMutable(const ArchiveId &id)
{
    const auto it =
        std::find_if(m_archives.begin(), m_archives.end(), [&](const Archive &a) { return a.config.id == id; });
    return it != m_archives.end() ? &*it : nullptr;
}

void ArchiveSet::connectTo(Archive &archive)
{
    archive.client = makeClient(archive.config);
    archive.client->learn(m_settings.learned(archive.config.id));
    // At once: a program that does not end by itself would ask all of it again.
    archive.client->onLearned([mail = m_mail, id = archive.config.id] { mail->post(id); });
    archive.lacksSecret = false;
}

void ArchiveSet::readSecret(const ArchiveId &id)
{
    m_secrets.read(id).then(this, [this, id](const Result<http::Credentials> &read) {
        Archive *archive = findMutable(id);
        if (!archive || archive->client)
            return;
        if (read) {
            archive->config.credentials = *read;
            connectTo(*archive);
        } else {
            qCInfo(logApp) << "no secret for an archive:" << errorName(read.error().code);
            archive->lacksSecret = true;
        }
        Q_EMIT changed();
    });
}

Result<std::shared_ptr<dicomweb::DicomWebClient>> ArchiveSet::addForThisRun(dicomweb::ArchiveConfig config)
{
    const auto cleaned = cleanArchiveUrl(config.baseUrl);
    if (!cleaned)
        return fail(cleaned.error());
    config.baseUrl = *cleaned;
    const auto same = [&](const Archive &known) {
        const auto &a = known.config, &b = config;
        // Whose sign-in or authority is another one is another archive: nobody reads by what was given for somebody.
        return known.client && a.baseUrl == b.baseUrl && a.caFile == b.caFile && a.credentials == b.credentials &&
               a.patienceMs == b.patienceMs;
    };
    if (const auto it = std::find_if(m_archives.begin(), m_archives.end(), same); it != m_archives.end())
        return it->client;
    // The same address has the same id in every run, so that what was learned about it is found again.
    const QByteArray digest = QCryptographicHash::hash(cleaned->toUtf8(), QCryptographicHash::Sha256).toHex().left(16);
    if (config.id.isEmpty() || find(config.id))
        config.id = ArchiveId(u"url-"_s + QString::fromLatin1(digest));
    for (int i = 2; find(config.id); ++i)
        config.id = ArchiveId(u"url-%1-%2"_s.arg(QString::fromLatin1(digest)).arg(i));
    const QUrl parsed(*cleaned);
    if (config.name.isEmpty())
        config.name = parsed.port() < 0 ? parsed.host() : u"%1:%2"_s.arg(parsed.host()).arg(parsed.port());
    Archive archive;
    archive.config = std::move(config);
    archive.lastsForThisRun = true;
    connectTo(archive);
    auto client = archive.client;
    m_archives.push_back(std::move(archive));
    Q_EMIT changed();
    return client;
}

ArchiveId ArchiveSet::save(dicomweb::ArchiveConfig config)
{
    if (config.id.isEmpty())
        config.id = ArchiveId(QUuid::createUuid().toString(QUuid::WithoutBraces));
    const ArchiveId id = config.id;
    Archive *archive = findMutable(id);
    if (!archive) {
        m_archives.emplace_back();
        archive = &m_archives.back();
    }
    const auto before = std::exchange(archive->config, std::move(config));
    archive->lastsForThisRun = false;
    const bool samePlace =
        archive->client && before.baseUrl == archive->config.baseUrl && before.caFile == archive->config.caFile;
    // Open studies go on with their client: it signs in anew. Never one that leads elsewhere.
    if (samePlace)
        archive->client->setCredentials(archive->config.credentials);
    if (samePlace && before.name == archive->config.name)
        archive->lacksSecret = false;
    else
        connectTo(*archive);
    const bool open = archive->config.credentials.kind == http::Credentials::Kind::None;
    // Until the keychain has taken the new secret the old one is there, which is no longer this archive's: it must
    // never go to another address, not even where the program ends in between.
    m_settings.setSecretOutdated(id, !open);
    writeSettings();
    (open ? m_secrets.remove(id) : m_secrets.write(id, archive->config.credentials))
        .then(this, [this, id, open](const Result<void> &done) {
            if (open)
                return;
            if (done) {
                m_settings.setSecretOutdated(id, false);
                Q_EMIT secretKept(id);
            } else
                Q_EMIT secretNotKept(id, done.error());
        });
    Q_EMIT changed();
    return id;
}

void ArchiveSet::remove(const ArchiveId &id)
{
    const Archive *archive = find(id);
    if (!archive)
        return;
    if (archive->config.credentials.kind != http::Credentials::Kind::None && !archive->lastsForThisRun)
        m_secrets.remove(id).then(this, [](const Result<void> &done) {
            if (!done)
                qCInfo(logApp) << "a secret could not be removed:" << errorName(done.error().code);
        });
    std::erase_if(m_archives, [&](const Archive &a) { return a.config.id == id; });
    m_settings.setSecretOutdated(id, false);
    writeSettings();
    Q_EMIT changed();
}

std::shared_ptr<dicomweb::DicomWebClient> ArchiveSet::makeClient(const dicomweb::ArchiveConfig &config) const
{
    return std::make_shared<dicomweb::DicomWebClient>(m_http, config);
}

void ArchiveSet::saveLearned()
{
    for (const Archive &archive : m_archives)
        if (archive.client)
            m_settings.setLearned(archive.config.id, archive.client->learned());
}

void ArchiveSet::writeSettings()
{
    std::vector<dicomweb::ArchiveConfig> kept;
    for (const Archive &archive : m_archives)
        if (!archive.lastsForThisRun)
            kept.push_back(archive.config);
    m_settings.setArchives(kept);
}

} // namespace consilium::app
