#pragma once
#include "base/Ids.h"
#include "base/Result.h"

#include <QByteArray>

namespace consilium::outbox
{

/// What a Part 10 file says of itself, and digests (SHA-256) of its data set that do not depend on how lengths of
/// sequences and items are written (PS3.5 7.5), nor on group lengths and trailing padding.
struct ObjectFacts {
    SopClassUid sopClass;
    SopInstanceUid sop;
    StudyUid study;
    SeriesUid series;
    TransferSyntaxUid syntax;
    QByteArray whole; ///< of the whole data set
    /// Of what an archive has no business to rewrite: without the patient, the order and the visit, which archives put
    /// right when they learn better (IHE PIR), descriptions of the study, private attributes, and the log of such
    /// changes (Original Attributes Sequence).
    QByteArray content;
    QByteArray contentWithoutPixels; ///< the same without group 7FE0
};

/// Errors: NotDicom; DicomTruncated, DicomMalformed; UnsupportedSyntax (deflated, big endian: not read here).
[[nodiscard]] Result<ObjectFacts> factsOf(const QByteArray &part10);

enum class Likeness {
    Same,
    Rewritten, ///< the same object; the archive has changed what it may change, or how the pixels are compressed
    Other,
};
/// Whether `theirs`, of the same SOP Instance UID, is the object `ours`.
[[nodiscard]] Likeness compared(const ObjectFacts &ours, const ObjectFacts &theirs);

} // namespace consilium::outbox
