#pragma once
#include "base/Clock.h"
#include "base/Ids.h"
#include "base/Result.h"
#include "viewer/session/AnnotationSet.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace consilium::app
{

/// Somebody has saved what is named here, and what the objects need could not be had: it is done as soon as it can be.
struct SaveWish {
    TimeMs at = 0;                      ///< when it was saved
    ArchiveId archive;                  ///< that it is for
    QString patient, date, description; ///< of the study, for the list of what is on its way; patient data
    std::vector<AnnotationId> marks;    ///< as they stand when it is done
    std::vector<AnnotationId> removed;  ///< of MarkDraft::removed
    bool operator==(const SaveWish &) const = default;
};

/// The marks of a study that are kept nowhere but on this computer.
struct MarkDraft {
    StudyUid study;                         ///< empty: it was not known which study the marks' images belong to
    TimeMs at = 0;                          ///< of the last change
    QString program;                        ///< version of the program that wrote it
    std::vector<session::Annotation> marks; ///< by id
    std::vector<AnnotationId> removed;      ///< are kept elsewhere, and were deleted here
    std::optional<SaveWish> wish = {};      ///< goes with the draft
    [[nodiscard]] bool isEmpty() const { return marks.empty() && removed.empty(); }
    bool operator==(const MarkDraft &) const = default;
};

/// Patient data: only ever handed to the encrypted store.
[[nodiscard]] QByteArray toCbor(const MarkDraft &draft);
/// Unsupported: a newer program's. ProtocolViolation, InvalidArgument: none at all.
[[nodiscard]] Result<MarkDraft> markDraftFromCbor(const QByteArray &bytes);

} // namespace consilium::app
