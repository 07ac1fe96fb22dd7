#pragma once
#include "base/Ids.h"
#include "base/Pending.h"
#include "base/Result.h"
#include "netclient/http/HttpClient.h"

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

private:
    QString m_owner;
};

} // namespace consilium::identity
