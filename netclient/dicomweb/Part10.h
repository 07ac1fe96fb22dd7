#pragma once
#include "base/Ids.h"

#include <QByteArray>

#include <optional>

namespace consilium::dicomweb
{

/// What the file meta information (PS3.10 7.1) says of an object, as far as transport needs it.
struct FileMeta {
    SopClassUid sopClass;
    SopInstanceUid sop;
    TransferSyntaxUid syntax;
};

/// nullopt when the bytes do not begin as a Part 10 file does.
[[nodiscard]] std::optional<FileMeta> readFileMeta(const QByteArray &part10);

} // namespace consilium::dicomweb
