#include "viewer/hanging/Precedence.h"

#include "viewer/hanging/Match.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace consilium::hanging
{

namespace
{

bool comesBefore(const Protocol &a, const Protocol &b)
{
    const int first = conditionsOf(a), second = conditionsOf(b);
    return std::tuple(-first, !a.isOwn, a.id) < std::tuple(-second, !b.isOwn, b.id);
}

} // namespace

std::vector<Protocol> inPrecedence(std::vector<Protocol> protocols, const QStringList &order)
{
    std::sort(protocols.begin(), protocols.end(), comesBefore);
    if (order.isEmpty())
        return protocols;
    const auto place = [&order](const Protocol &p) { return order.indexOf(p.id); };
    const auto unnamed = std::stable_partition(protocols.begin(), protocols.end(),
                                               [&place](const Protocol &p) { return place(p) >= 0; });
    std::vector<Protocol> all(protocols.begin(), unnamed);
    std::sort(all.begin(), all.end(), [&place](const Protocol &a, const Protocol &b) { return place(a) < place(b); });
    for (auto p = unnamed; p != protocols.end(); ++p)
        all.insert(std::find_if(all.begin(), all.end(), [&p](const Protocol &other) { return comesBefore(*p, other); }),
                   *p);
    return all;
}

Shelf chosenOf(Shelf shelf, const ProtocolChoices &choices)
{
    shelf.protocols = inPrecedence(std::move(shelf.protocols), choices.order);
    std::erase_if(shelf.protocols, [&choices](const Protocol &p) { return choices.off.contains(p.id); });
    return shelf;
}

} // namespace consilium::hanging
