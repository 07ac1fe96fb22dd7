#pragma once
#include "viewer/hanging/Shelf.h"

#include <QStringList>

#include <vector>

/// In which order protocols are tried.
namespace consilium::hanging
{

/// What a person has chosen, by the protocols' ids; ids of protocols that are not there mean nothing.
struct ProtocolChoices {
    QStringList order; ///< the first is tried first; empty: the most conditions first
    QStringList off;   ///< never used
};

/// The first one that fits is the one to use. Without an order of the person's: by the number of conditions in `match`,
/// of equals the person's own before those of the program, then by id (code points). With one: as it says; a protocol
/// that it does not name stands before the first one of it that comes behind it otherwise.
[[nodiscard]] std::vector<Protocol> inPrecedence(std::vector<Protocol> protocols, const QStringList &order);

/// In the order above, without those that are off. The problems stay.
[[nodiscard]] Shelf chosenOf(Shelf shelf, const ProtocolChoices &choices);

} // namespace consilium::hanging
