#pragma once
#include "base/Result.h"

#include <QByteArray>

#include <cstdint>
#include <optional>

namespace consilium::store
{

/// A record as it lies in the file.
struct Row {
    QByteArray kind;           ///< in clear: what sort of thing it is
    QByteArray name;           ///< 32 bytes, Seal::nameOf() of its key
    std::int64_t revision = 0; ///< 1, 2, 3 ...: one for each that was ever put
    QByteArray sealed;         ///< nonce (12 bytes), ciphertext, tag (16 bytes)
};

/// What is inside a row's seal.
struct Clear {
    QByteArray key;   ///< UTF-8
    QByteArray value; ///< any bytes
};

/// AES-256-GCM (NIST SP 800-38D) with a random nonce of 96 bits for each value. Kind, name and revision are sealed
/// along as associated data: what was sealed in one place does not open in another. Two keys are derived from the
/// store's own by HMAC-SHA-256, one for the seals and one for the names. Any thread.
class Seal
{
public:
    static constexpr int keyBytes = 32, nameBytes = 32, nonceBytes = 12, tagBytes = 16;

    /// InvalidArgument when the key is not of 32 bytes.
    [[nodiscard]] static Result<Seal> create(const QByteArray &key);

    /// What stands for a key in the file: HMAC-SHA-256. Without the store's key it cannot be told from noise.
    [[nodiscard]] QByteArray nameOf(const QByteArray &kind, const QByteArray &key) const;
    /// Fills in the row's name and sealed value. Internal when the system gives no randomness.
    [[nodiscard]] Result<void> close(Row &row, const Clear &clear) const;
    /// nullopt: another key, or not a bit of it is to be believed.
    [[nodiscard]] std::optional<Clear> open(const Row &row) const;

private:
    Seal() = default;
    QByteArray m_sealKey, m_nameKey;
};

} // namespace consilium::store
