#pragma once
#include "viewer/hanging/Problem.h"
#include "viewer/hanging/Protocol.h"

#include <QByteArray>
#include <QStringList>

#include <map>
#include <vector>

namespace consilium::hanging
{

/// All protocols that can be used, and what is wrong with files that cannot: one bad file leaves the others alone.
struct Shelf {
    std::vector<Protocol> protocols;                             ///< the person's own first, each group by file name
    std::vector<Problem> problems;                               ///< each with its file
    std::map<QString, QByteArray> contents;                      ///< of the person's files, by name: what was read
    [[nodiscard]] const Protocol *find(const QString &id) const; ///< null: there is none
};

/// Content of a file of resources/hangingprotocols, by its name ("chest.json").
[[nodiscard]] QByteArray builtInProtocol(const QString &fileName);
[[nodiscard]] QStringList builtInProtocolNames();

/// Reads those of the program and the *.json files of `folder` (empty, or not there: none; at most 500 of them). A
/// protocol of the person's with the id of one of the program's takes its place; of two own ones with one id the first
/// file counts.
[[nodiscard]] Shelf readShelf(const QString &folder, const QStringList &windowPresets);

} // namespace consilium::hanging
