#pragma once
#include "viewer/hanging/Problem.h"
#include "viewer/hanging/Protocol.h"

#include <QByteArray>
#include <QStringList>

#include <vector>

namespace consilium::hanging
{

/// One file -> the protocol, or everything that is wrong with it, in the order of the text; after a mistake of JSON
/// itself only that. `windowPresets`: the names that a cell's window may have.
[[nodiscard]] tl::expected<Protocol, std::vector<Problem>> readProtocol(const QByteArray &json,
                                                                        const QStringList &windowPresets);

} // namespace consilium::hanging
