#pragma once
#include <QByteArray>
#include <QString>

#include <optional>

namespace consilium::session
{

/// A table of grey values that came with a presentation state, PS3.3 C.11.2.1.1 and C.11.4.1. The entries are words,
/// the low byte first: shared when a state is copied, and written as they are.
struct ValueTable {
    int first = 0; ///< what the first entry is for
    int bits = 16; ///< of each entry, 8 to 16
    QByteArray entries;
    double factor = 1.0; ///< a modality value of the image times this, plus the offset, is what is looked up
    double offset = 0.0;
    QString name; ///< LUT Explanation, or empty
    bool operator==(const ValueTable &) const = default;
    [[nodiscard]] int count() const { return int(entries.size() / 2); }
};

/// How a presentation state makes greys of modality values, where it does so by tables; one of them at least.
struct GreyTables {
    std::optional<ValueTable> voi = {}; ///< where no window is set
    /// From what the window or the table gives, stretched over all of the entries, to P-values; PS3.4 N.2.1.4.
    std::optional<ValueTable> presentation = {};
    bool operator==(const GreyTables &) const = default;
};

} // namespace consilium::session
