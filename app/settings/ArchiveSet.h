#pragma once
#include "app/settings/ProfileSettings.h"
#include "netclient/dicomweb/DicomWebClient.h"
#include "netclient/http/HttpClient.h"
#include "netclient/identity/CredentialStore.h"

#include <QObject>

#include <memory>
#include <vector>

namespace consilium::app
{

/// An archive that this run knows. `client` is null as long as its password or token is not there: the keychain has not
/// answered yet, or `lacksSecret`.
struct Archive {
    dicomweb::ArchiveConfig config;
    std::shared_ptr<dicomweb::DicomWebClient> client;
    bool lastsForThisRun = false; ///< from the command line or a scenario: not in the settings
    bool lacksSecret = false;     ///< the keychain has no password for it: the person must enter it again
};

/// The archives: those of the settings with their secrets from the keychain, and those of the command line. UI thread
/// only.
class ArchiveSet : public QObject
{
    Q_OBJECT
public:
    ArchiveSet(http::HttpClient &http, identity::CredentialStore &secrets, ProfileSettings &settings,
               QObject *parent = nullptr);
    ~ArchiveSet() override;

    /// Reads the settings. Archives that need a secret follow as soon as the keychain has answered (changed()).
    void load();
    [[nodiscard]] const std::vector<Archive> &all() const { return m_archives; }
    [[nodiscard]] const Archive *find(const ArchiveId &id) const;

    /// Adds an archive for this run (id and name may be empty); the same address with the same sign-in,
    /// authority and patience again gives the same one. InvalidArgument for a bad address.
    [[nodiscard]] Result<std::shared_ptr<dicomweb::DicomWebClient>> addForThisRun(dicomweb::ArchiveConfig config);
    /// Stores an archive: config in the settings, secret in the keychain (which may fail: secretNotKept(); then the
    /// next start asks for it, and takes none that was kept before). An empty id is given one. Where only name or
    /// credentials are new, studies that are open go on with the new credentials.
    ArchiveId save(dicomweb::ArchiveConfig config);
    void remove(const ArchiveId &id);
    /// A client for a connection test, beside the stored ones.
    [[nodiscard]] std::shared_ptr<dicomweb::DicomWebClient> makeClient(const dicomweb::ArchiveConfig &config) const;
    [[nodiscard]] http::HttpClient &http() const { return m_http; }
    /// Remembers what each archive turned out to accept; of itself whenever one is found to accept something new.
    void saveLearned();

Q_SIGNALS:
    void changed();
    /// The keychain has taken the secret.
    void secretKept(const consilium::ArchiveId &archive);
    /// The keychain did not take the secret: it lasts for this run only.
    void secretNotKept(const consilium::ArchiveId &id, const consilium::Error &error);

private:
    struct Mail;
    void connectTo(Archive &archive);
    void readSecret(const ArchiveId &id);
    void writeSettings();
    Archive *findMutable(const ArchiveId &id);

    http::HttpClient &m_http;
    identity::CredentialStore &m_secrets;
    ProfileSettings &m_settings;
    std::vector<Archive> m_archives;
    std::shared_ptr<Mail> m_mail; ///< from the clients: what was learned
};

} // namespace consilium::app
