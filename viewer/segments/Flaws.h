#pragma once
#include "viewer/dicom/RepairLog.h"
#include "viewer/segments/Segmentation.h"

namespace consilium::segments
{

/// What one segment has of one kind of flaw.
struct FlawGroup {
    Flaw::Kind kind = Flaw::Kind::Points;
    int segment = -1;
    int count = 0;
    QString detail;                           ///< of the first few; technical, English
    DataSetId stack;                          ///< that of the images; empty: none is known
    std::vector<dicom::Repair::Image> images; ///< on which they would lie, as far as that is known
};
/// By segment and kind; of each group the images in the first of the stacks in which any is found.
[[nodiscard]] std::vector<FlawGroup> flawsOf(const Segmentation &object, const std::vector<dicom::DataSetPtr> &stacks);

/// The flaw as one sentence in the user's language.
[[nodiscard]] QString flawText(Flaw::Kind kind);

/// What the repair log says of an object.
[[nodiscard]] std::vector<dicom::Repair> repairsOf(const Segmentation &object,
                                                   const std::vector<dicom::DataSetPtr> &stacks);
/// Something of it may lie on the images of the stack, or these are its own masks as pictures.
[[nodiscard]] bool concerns(const Segmentation &object, const dicom::DataSet &stack);

} // namespace consilium::segments
