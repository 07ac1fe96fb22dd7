#pragma once
#include "app/bridge/StudyTable.h"
#include "viewer/dicom/StudyModel.h"
#include "viewer/pixels/DecodedFrame.h"
#include "viewer/pixels/StudyImages.h"

#include <QHash>

#include <optional>

namespace consilium::app
{

/// One grey-scale range a data set for images that bring neither window nor VOI LUT (StudyImages::fallbackRange): that
/// of the first decoded image for a start, that of the middle one for good. UI thread only.
class GreyRanges
{
public:
    using Range = pixels::StudyImages::ValueRange;

    [[nodiscard]] std::optional<Range> of(const DataSetId &id) const;
    /// A frame of the data set has been decoded. `isMiddle`: it is the middle image of the stack as finally described.
    /// True when the range has changed.
    bool take(const DataSetId &id, const dicom::Instance &instance, const pixels::DecodedFrame &frame, bool isMiddle);
    /// The same of an image of the table: which one is the middle is known once its series is described to the end.
    bool take(const StudyTable &table, const StudyTable::Image &image, const pixels::DecodedFrame &frame);
    /// The middle image is still to be looked at.
    [[nodiscard]] bool isProvisional(const DataSetId &id) const { return !m_ranges.value(id).isFixed; }
    void forget(const DataSetId &id) { m_ranges.remove(id); }

private:
    struct Entry {
        std::optional<Range> range;
        bool isFixed = false;
    };
    QHash<DataSetId, Entry> m_ranges;
};

/// It brings no window and no VOI LUT of its own.
[[nodiscard]] bool needsRange(const dicom::Instance &instance);

} // namespace consilium::app
