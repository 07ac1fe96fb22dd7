#include "viewer/widgets/SlabMaker.h"

#include <algorithm>

namespace consilium::widgets
{

namespace
{

bool isUsable(const pixels::DecodedFrame &frame, const dicom::Instance &image)
{
    const bool isGrey = frame.type == pixels::SampleType::U16 || frame.type == pixels::SampleType::S16;
    return isGrey && !frame.damaged && frame.reduction == 0 && frame.rows == image.geometry.rows &&
           frame.columns == image.geometry.columns;
}

} // namespace

void SlabMaker::plan(const ShownImage &shown)
{
    const auto &overlay = shown.overlay;
    const double thicknessMm = overlay.view.slab->thicknessMm;
    if (m_dataSet == overlay.dataSet && m_index == overlay.sliceIndex && m_thicknessMm == thicknessMm)
        return;
    m_dataSet = overlay.dataSet;
    m_index = overlay.sliceIndex;
    m_thicknessMm = thicknessMm;
    m_plan = imaging::planSlab(*m_dataSet, m_index, thicknessMm);
}

void SlabMaker::gather(const dicom::DataSet &dataSet, const pixels::StudyImages &images)
{
    m_parts.clear();
    m_missing.clear();
    for (int i = m_plan.first; i <= m_plan.last; ++i) {
        const dicom::InstancePtr &image = dataSet.slices[std::size_t(i)];
        const pixels::FrameKey key = pixels::keyOf(*image);
        auto frame = images.frame(key);
        if (frame && frame->key == key && isUsable(*frame, *image))
            m_parts.push_back({image.get(), std::move(frame)});
        else if (!images.failure(key) && !(frame && frame->damaged))
            m_missing.push_back(key);
    }
}

void SlabMaker::fill(ShownImage &shown, const pixels::StudyImages &images)
{
    auto &overlay = shown.overlay;
    if (!overlay.view.slab || !overlay.instance || !overlay.dataSet || overlay.sliceIndex < 0) {
        *this = {};
        return;
    }
    plan(shown);
    render2d::ShownSlab slab;
    slab.plan = m_plan;
    slab.mode = overlay.view.slab->mode;
    m_missing.clear();
    if (!slab.isRefused()) {
        gather(*overlay.dataSet, images);
        slab.loaded = int(m_parts.size());
        slab.isEnded = m_missing.empty();
    }
    const bool isMade = !slab.isRefused() && m_plan.count() > 1 && overlay.frame && !m_parts.empty() &&
                        isUsable(*overlay.frame, *overlay.instance);
    if (!isMade) {
        m_values.reset();
        m_madeOf.clear();
    } else {
        const auto sameFrame = [](const imaging::SlabPart &part, const pixels::FramePtr &frame) {
            return part.frame == frame;
        };
        if (!m_values || m_mode != slab.mode ||
            !std::equal(m_parts.begin(), m_parts.end(), m_madeOf.begin(), m_madeOf.end(), sameFrame)) {
            m_values = std::make_shared<const imaging::ValueImage>(imaging::combineSlab(m_parts, slab.mode));
            m_mode = slab.mode;
            m_madeOf.clear();
            for (const auto &part : m_parts)
                m_madeOf.push_back(part.frame);
        }
        slab.values = m_values;
    }
    m_parts.clear();
    overlay.slab = std::move(slab);
}

bool SlabMaker::isWaitingFor(const pixels::FrameKey &key) const
{
    return std::find(m_missing.begin(), m_missing.end(), key) != m_missing.end();
}

} // namespace consilium::widgets
