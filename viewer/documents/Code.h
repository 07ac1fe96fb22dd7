#pragma once
#include "base/Attributes.h"

#include <QString>

namespace consilium::documents
{

/// A coded entry, PS3.3 8.
struct Code {
    QString value, scheme, meaning;
    bool operator==(const Code &) const = default;
    [[nodiscard]] bool isEmpty() const { return value.isEmpty() && meaning.isEmpty(); }
    /// What people read: the meaning, else the value.
    [[nodiscard]] const QString &text() const { return meaning.isEmpty() ? value : meaning; }
};
/// The first item of a code sequence; empty when there is none.
[[nodiscard]] Code codeIn(const Attributes &attributes, Tag sequence);
[[nodiscard]] Code codeOf(const Attributes &item);

/// A unit as people write it: "mm²", "HU", "mGy·cm", "g/ml (SUVbw)" for the codes of UCUM; of other schemes the
/// meaning. Empty where a number has none ("1", "no units").
[[nodiscard]] QString unitText(const Code &unit);

} // namespace consilium::documents
