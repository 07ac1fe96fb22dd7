#pragma once
#include "viewer/hanging/Protocol.h"

#include <QByteArray>

namespace consilium::hanging
{

/// The protocol as a file, docs/hanging-protocols.md: UTF-8, fields in the order of that page, what is as usual left
/// out. readProtocol() of it gives an equal protocol (but for `file` and `isOwn`), also where it is not valid: then it
/// names what is wrong.
[[nodiscard]] QByteArray writeProtocol(const Protocol &protocol);

} // namespace consilium::hanging
