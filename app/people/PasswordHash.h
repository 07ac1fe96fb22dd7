#pragma once
#include "base/Result.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

namespace consilium::app
{

/// How dear one guess is: scrypt's parameters (RFC 7914, section 2). Memory is 128 · blockSize · work bytes.
struct HashCost {
    quint64 work = 1U << 15; ///< N, a power of two
    quint32 blockSize = 8;   ///< r
    quint32 lanes = 1;       ///< p
    bool operator==(const HashCost &) const = default;
};

/// A password or PIN as it is kept: salted and slow, never the secret itself. The cost is kept beside it, so that it
/// can be raised later.
struct PasswordHash {
    HashCost cost;
    QByteArray salt; ///< 16 random bytes
    QByteArray hash; ///< 32 bytes
    bool operator==(const PasswordHash &) const = default;
};

constexpr int shortestPassword = 4, longestPassword = 128; ///< in characters

/// InvalidArgument, whose detail is a sentence in the user's language, for a password that is too short or too long;
/// OutOfMemory.
[[nodiscard]] Result<PasswordHash> hashPassword(const QString &password, const HashCost &cost = {});
/// Takes about a tenth of a second, in a time that tells nothing about how much of the guess is right. Any thread. The
/// same characters composed in another way (Unicode NFC) are the same password.
[[nodiscard]] bool isPassword(const PasswordHash &kept, const QString &guess);

[[nodiscard]] QJsonObject toJson(const PasswordHash &hash);
/// ProtocolViolation for anything that toJson() does not write, or whose cost is
/// absurd (a guess would take all memory, or none of the time it should).
[[nodiscard]] Result<PasswordHash> passwordHashFromJson(const QJsonObject &object);

} // namespace consilium::app
