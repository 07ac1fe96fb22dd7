#pragma once
#include "viewer/session/Action.h"
#include "viewer/session/scenario/Scenario.h"

namespace consilium::session::scenario
{

/// What an action line needs to know about loaded images. The runner implements it over StudyImages.
class ImageLookup
{
public:
    struct DataSet {
        StudyUid study;
        DataSetId id;
    };
    virtual ~ImageLookup() = default;
    /// `selector`: "2", "number:4", a series UID or a data set id. `study`: empty for the one opened last. Error:
    /// NotFound.
    [[nodiscard]] virtual Result<DataSet> series(const QString &selector, const StudyUid &study) const = 0;
    /// A segmentation or structure set: "2", from 1 in the order of the panel, or its SOP Instance UID. Error:
    /// NotFound.
    [[nodiscard]] virtual Result<SopInstanceUid> segmentation(const QString &selector, const StudyUid &study) const;
    [[nodiscard]] virtual int sliceCount(const DataSetId &id) const = 0; ///< described so far; 0 when unknown
    [[nodiscard]] virtual Result<ImageRef> slice(const DataSetId &id, int index) const = 0; ///< index from 0
    /// False: all images of the data set's series are described, and this is none of them.
    [[nodiscard]] virtual bool mayHold(const DataSetId &id, const ImageRef &image) const;
    /// Of an image; empty when it has none or is not loaded.
    [[nodiscard]] virtual FrameOfReferenceUid frameOfReference(const DataSetId &id,
                                                               const SopInstanceUid &sop) const = 0;
};

/// The action of an (expanded) action line, in the state in which it is to be applied. `actor`: author of a new mark.
/// Errors: InvalidArgument, NotFound, with a detail that says what.
[[nodiscard]] Result<Action> buildAction(const Command &command, const ViewerState &state, const ActorId &actor,
                                         const ImageLookup &images);

} // namespace consilium::session::scenario
