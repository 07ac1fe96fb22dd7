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
    qsizetype dataSetAt = -1; ///< where the data set begins, in bytes; -1: the meta information does not end
};

/// The detail of the ProtocolViolation where an object came whole and is not the one asked for.
inline constexpr QLatin1StringView anotherObject("another object than the one asked for");

/// nullopt when the bytes do not begin as a Part 10 file does.
[[nodiscard]] std::optional<FileMeta> readFileMeta(const QByteArray &part10);

/// The SOP Instance UID of the data set (0008,0018), which is the object's name. Who makes files anonymous often leaves
/// the one in the meta information (0002,0003) as it was: that one is given only where the data set has none. Empty
/// where neither can be read, as in a deflated data set.
[[nodiscard]] SopInstanceUid objectOf(const QByteArray &part10, const FileMeta &meta);

} // namespace consilium::dicomweb
