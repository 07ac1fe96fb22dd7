#pragma once
#include "app/usecases/RestoredMarks.h"
#include "viewer/dicom/Documents.h"

#include <memory>
#include <optional>
#include <unordered_map>
#include <variant>
#include <vector>

/// Kept objects of a study, read, and what of all of them together is shown: later ones take the place of earlier ones.
/// Pure.
namespace consilium::app
{

/// What an object holds; monostate: nothing that is restored (a report without measurements).
struct ReadObject {
    std::variant<std::monostate, objects::MeasurementReport, objects::PresentationStatePtr, objects::KeyObjects>
        content;
};
using ReadObjectPtr = std::shared_ptr<const ReadObject>;

/// Reads a Part 10 file by what it is. Thread safe. Errors: those of the readers of viewer/objects.
[[nodiscard]] Result<ReadObjectPtr> readKeptObject(const QByteArray &part10);

/// One object of the study; either what it holds or why it cannot be had.
struct ReadEntry {
    dicom::DocumentPtr document;
    ReadObjectPtr object;
    std::optional<Error> failure;
};

struct RestoredStudy {
    std::vector<RestoredMark> marks;                   ///< each identity once
    std::vector<objects::PresentationStatePtr> states; ///< that are for images of the study, the newest first
    std::vector<objects::ObjectTrouble> troubles;
    std::unordered_map<AnnotationId, std::size_t> byId; ///< into `marks`
    [[nodiscard]] const objects::MarkOrigin *origin(const AnnotationId &mark) const;
};

/// Passed over, and told: objects that a later one names as its predecessor (PS3.3 C.17.2), objects that a rejection
/// note names, of a mark that several documents hold all but the last one, and of the states and notes that this
/// program wrote earlier about the same images those that it has written anew.
[[nodiscard]] RestoredStudy restoredStudy(const std::vector<ReadEntry> &entries, const StudyPlaces &places);

} // namespace consilium::app
