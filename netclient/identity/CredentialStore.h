#pragma once
#include "base/Ids.h"
#include "base/Result.h"
#include "netclient/http/HttpClient.h"

#include <QFuture>

namespace consilium::identity
{

/// Secrets in the system's keychain (Secret Service, Windows Credential Manager, macOS Keychain); never in a file of
/// ours. Where there is no keychain every call answers Unsupported and the caller asks the person again. UI thread
/// only.
class CredentialStore
{
public:
    [[nodiscard]] QFuture<Result<http::Credentials>> read(const ArchiveId &archive); ///< NotFound when there is none
    [[nodiscard]] QFuture<Result<void>> write(const ArchiveId &archive, const http::Credentials &credentials);
    [[nodiscard]] QFuture<Result<void>> remove(const ArchiveId &archive);
};

} // namespace consilium::identity
