#pragma once
#include "base/Ids.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace consilium::dicomweb
{

/// What the file meta information (PS3.10 7.1) says of an object, as far as transport needs it.
struct FileMeta {
    SopClassUid sopClass;
    SopInstanceUid sop;
    TransferSyntaxUid syntax;
};

/// The detail of the ProtocolViolation where an object came whole and is not the one asked for.
inline constexpr QLatin1StringView anotherObject("another object than the one asked for");

/// nullopt when the bytes do not begin as a Part 10 file does.
[[nodiscard]] std::optional<FileMeta> readFileMeta(const QByteArray &part10);

} // namespace consilium::dicomweb
