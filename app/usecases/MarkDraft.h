#pragma once
#include "base/Clock.h"
#include "base/Ids.h"
#include "base/Result.h"
#include "viewer/session/AnnotationSet.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace consilium::app
{

/// The marks of a study that are kept nowhere but on this computer.
struct MarkDraft {
    StudyUid study;                         ///< empty: it was not known which study the marks' images belong to
    TimeMs at = 0;                          ///< of the last change
    QString program;                        ///< version of the program that wrote it
    std::vector<session::Annotation> marks; ///< by id
    std::vector<AnnotationId> removed;      ///< are kept elsewhere, and were deleted here
    [[nodiscard]] bool isEmpty() const { return marks.empty() && removed.empty(); }
    bool operator==(const MarkDraft &) const = default;
};

/// Patient data: only ever handed to the encrypted store.
[[nodiscard]] QByteArray toCbor(const MarkDraft &draft);
/// Unsupported: a newer program's. ProtocolViolation, InvalidArgument: none at all.
[[nodiscard]] Result<MarkDraft> markDraftFromCbor(const QByteArray &bytes);

} // namespace consilium::app
