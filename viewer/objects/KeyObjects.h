#pragma once
#include "viewer/objects/Codes.h"
#include "viewer/objects/References.h"

#include <QByteArray>

#include <memory>
#include <vector>

namespace consilium::objects
{

/// Images that somebody chose, and why: a Key Object Selection Document, PS3.3 A.35.4, PS3.16 TID 2010.
struct KeyObjects {
    ObjectHeader header;
    Code title = codes::ofInterest; ///< CID 7010
    QString reason;                 ///< Key Object Description, or empty
    QString author;                 ///< PN, or empty
    /// In the order that they were chosen. Also other objects, that a note is about: written as such (COMPOSITE).
    std::vector<ImageReference> images;
    Flaws flaws; ///< of one that was read
};

/// The object. Errors: InvalidArgument with what is wrong: no images, or images of another study: a selection over
/// several studies is one document in each of them (PS3.3 C.17.2, Identical Documents Sequence), which is not written.
[[nodiscard]] Result<Attributes> attributesOf(const KeyObjects &keys);

[[nodiscard]] bool isKeyObjects(const Attributes &object);
/// Reads what this or another program wrote; a reference that cannot be is left out and noted, the rest kept. Errors:
/// NoPixels when it is none, DicomMalformed without UIDs or root.
[[nodiscard]] Result<KeyObjects> readKeyObjects(const Attributes &object);
/// As for reports.
[[nodiscard]] Flaws flawsAgainst(const KeyObjects &keys, const ImageLookup &lookup);

} // namespace consilium::objects
