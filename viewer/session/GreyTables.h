#pragma once
#include "viewer/session/ImageRef.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

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
    /// It is the stored value of each image, not its modality value, that factor and offset are for: where images
    /// differ in their rescale.
    bool isOfStored = false;
    bool operator==(const ValueTable &) const = default;
    [[nodiscard]] int count() const { return int(entries.size() / 2); }
};

/// How a presentation state makes greys of modality values, where it does so by tables, or by windows that are not the
/// same for all images; one of them at least.
struct GreyTables {
    std::optional<ValueTable> voi = {}; ///< where neither the reader nor `windows` has a window
    /// From what the window or the table gives, stretched over all of the entries, to P-values; PS3.4 N.2.1.4.
    std::optional<ValueTable> presentation = {};
    ImageRefs images = {};                 ///< that the tables are for; the others are shown as their files say
    std::vector<ImageWindow> windows = {}; ///< where the reader has set none; each image in one of them at most
    bool operator==(const GreyTables &) const = default;
};

} // namespace consilium::session
