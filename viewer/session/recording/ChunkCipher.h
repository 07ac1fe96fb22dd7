#pragma once
#include "base/Result.h"

#include <QByteArray>

#include <cstdint>
#include <optional>

namespace consilium::session
{

/// A 256-bit key that the caller keeps (keychain). Exactly 32 bytes.
struct RecordingKey {
    QByteArray bytes;
};

/// Seals the chunks of one file so that a change, an exchange or a removal in the middle is noticed. With a key by
/// AES-256-GCM (NIST SP 800-38D) under a key derived for this file alone, the chunk's number as nonce; without one by a
/// checksum, which notices damage but no intent.
class ChunkCipher
{
public:
    static constexpr int saltBytes = 32;
    [[nodiscard]] static QByteArray newSalt();
    /// InvalidArgument for a key or salt of the wrong length.
    [[nodiscard]] static Result<ChunkCipher> create(const std::optional<RecordingKey> &key, const QByteArray &salt);

    [[nodiscard]] Result<QByteArray> seal(std::uint64_t number, const QByteArray &plain) const;
    /// FileUnreadable when it was changed, belongs elsewhere, or the key is another.
    [[nodiscard]] Result<QByteArray> open(std::uint64_t number, const QByteArray &sealed) const;
    [[nodiscard]] bool isEncrypting() const { return !m_key.isEmpty(); }

private:
    QByteArray m_key; ///< of this file; empty: checksums only
    QByteArray m_salt;
};

} // namespace consilium::session
