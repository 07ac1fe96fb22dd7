#pragma once
#include "base/Ids.h"
#include "base/Pending.h"
#include "base/Result.h"
#include "netclient/http/HttpClient.h"

#include <QByteArray>
#include <QString>

#include <utility>

namespace consilium::identity
{

/// Secrets in the system's keychain (Secret Service, Windows Credential Manager, macOS Keychain); never in a file of
/// ours. Where there is no keychain every call answers Unsupported and the caller asks the person again. UI thread
/// only.
class CredentialStore
{
public:
    /// `owner` keeps apart what belongs to different people of one account: an entry is found under its own owner only.
    explicit CredentialStore(QString owner = {}) : m_owner(std::move(owner)) {}
    /// As the keychain names the entry.
    [[nodiscard]] QString keyOf(const ArchiveId &archive) const;

    [[nodiscard]] Pending<Result<http::Credentials>> read(const ArchiveId &archive); ///< NotFound when there is none
    [[nodiscard]] Pending<Result<void>> write(const ArchiveId &archive, const http::Credentials &credentials);
    [[nodiscard]] Pending<Result<void>> remove(const ArchiveId &archive);

    /// A named secret of random bytes of this owner's, by which something on this computer is encrypted. NotFound when
    /// there is none; Unsupported also where the entry is not one of this program.
    [[nodiscard]] Pending<Result<QByteArray>> readKey(const QString &name);
    [[nodiscard]] Pending<Result<void>> writeKey(const QString &name, const QByteArray &key);
    [[nodiscard]] Pending<Result<void>> removeKey(const QString &name);
    /// The secret, made at random where there is none and read back, so that whatever is encrypted with it can be
    /// decrypted after the next start. What hinders it (no keychain: Unsupported; a locked one: PermissionDenied) is
    /// told and replaces no key.
    [[nodiscard]] Pending<Result<QByteArray>> obtainKey(const QString &name);
    static constexpr int keyBytes = 32;

private:
    [[nodiscard]] QString entryOf(const QString &name) const;
    QString m_owner;
};

} // namespace consilium::identity
