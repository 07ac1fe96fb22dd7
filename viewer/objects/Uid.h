#pragma once
#include <QString>
#include <QUuid>

namespace consilium::objects
{

/// "2.25." and the UUID as one decimal number of 128 bits. PS3.5 B.2.
[[nodiscard]] QString uidOf(const QUuid &uuid);
/// A UID that nobody has yet.
[[nodiscard]] QString newUid();
/// Components of digits without leading zeros, at most 64 characters. PS3.5 9.1.
[[nodiscard]] bool isUid(const QString &text);

} // namespace consilium::objects
