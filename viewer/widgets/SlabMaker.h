#pragma once
#include "viewer/widgets/ShownImage.h"

#include <vector>

namespace consilium::widgets
{

/// Makes the slab of one view from the frames that are in memory. Keeps the last one: a window that is dragged does not
/// put the slices together anew. UI thread only.
class SlabMaker
{
public:
    /// Fills in `shown.overlay.slab` where the state asks for one. A picture of fewer slices than planned says so
    /// (ShownSlab::isPartial()).
    void fill(ShownImage &shown, const pixels::StudyImages &images);
    [[nodiscard]] bool isWaitingFor(const pixels::FrameKey &key) const;
    [[nodiscard]] int missing() const { return int(m_missing.size()); }

private:
    void plan(const ShownImage &shown);
    void gather(const dicom::DataSet &dataSet, const pixels::StudyImages &images);

    // What the plan was made for.
    dicom::DataSetPtr m_dataSet;
    int m_index = -1;
    double m_thicknessMm = 0.0;
    imaging::SlabPlan m_plan;

    std::vector<imaging::SlabPart> m_parts; ///< frames that are there
    std::vector<pixels::FrameKey> m_missing;

    // What the values were made from; the frames are held so that none takes another's place.
    std::vector<pixels::FramePtr> m_madeOf;
    session::SlabMode m_mode = session::SlabMode::Mean;
    std::shared_ptr<const imaging::ValueImage> m_values;
};

} // namespace consilium::widgets
