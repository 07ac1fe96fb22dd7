#pragma once
#include "viewer/dicom/StudyModel.h"

#include <vector>

namespace consilium::dicom
{

/// Frames of a data set, in its order, from `first` to `last`, both of them too; an empty UID: from its beginning, to
/// its end.
struct OwnStackMember {
    struct Frame {
        SopInstanceUid sop;
        int frame = 0;
        bool operator==(const Frame &) const = default;
    };
    DataSetId dataSet;
    Frame first, last;
    bool operator==(const OwnStackMember &) const = default;
};

/// What the name of a stack of the reader's begins with after the id of the first data set that it is made of.
inline constexpr QLatin1String ownMark("#own_");
/// What the name of the rest of a data set ends with where one of the reader's stacks has taken its own.
inline constexpr QLatin1String restMark("#rest");

/// A stack that the reader makes of a study's data sets.
struct OwnStackPlan {
    DataSetId id; ///< that of the first data set that it is made of, or that and ownMark and more: then no other's
    std::vector<OwnStackMember> members;
    bool operator==(const OwnStackPlan &) const = default;
};

/// Why these may not be shown as one stack, as a sentence in the user's language: of different patients, studies,
/// frames of reference, modalities, units of values or orientations, some without a place, or segmentations. Empty:
/// they may.
[[nodiscard]] QString whyNotOneStack(const std::vector<DataSetPtr> &dataSets);

/// The data sets of a study as the reader has arranged them. A plan whose images are not all there, or may not be one
/// stack, changes nothing, and once they are complete an issue says why (NotArranged); a frame is never in two stacks,
/// and none is lost: what is left of a data set stays under its id, or that and restMark where a stack has taken that.
/// Stacks made so say so in `part` and in an issue (ArrangedByHand). Those put together are sorted along their normal,
/// and gaps, steps and duplicates are judged anew.
[[nodiscard]] std::vector<DataSetPtr> arrangedByHand(const std::vector<DataSetPtr> &all,
                                                     const std::vector<OwnStackPlan> &plans);

/// Sorted as assemble() sorts a stack; nothing is split. False, and unsorted, where they do not all lie parallel.
[[nodiscard]] bool sortAsOneStack(std::vector<InstancePtr> &images);

} // namespace consilium::dicom
