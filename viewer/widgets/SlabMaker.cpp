#include "viewer/widgets/SlabMaker.h"

#include "base/Pending.h"

#include <algorithm>
#include <memory>
#include <utility>

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

bool SlabMaker::Source::isPartOf(const Source &all) const
{
    return mode == all.mode && std::all_of(frames.begin(), frames.end(), [&all](const pixels::FramePtr &frame) {
               return std::find(all.frames.begin(), all.frames.end(), frame) != all.frames.end();
           });
}

SlabMaker::SlabMaker(QObject *parent) : QObject(parent) {}

SlabMaker::~SlabMaker()
{
    stop();
}

void SlabMaker::clear()
{
    stop();
    m_dataSet.reset();
    m_index = -1;
    m_thicknessMm = 0.0;
    m_plan = {};
    m_parts.clear();
    m_missing.clear();
    m_madeOf = {};
    m_values.reset();
}

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
        clear();
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
    if (isMade) {
        make(slab, overlay.dataSet);
        if (!slab.values) {
            overlay.frame.reset();
            shown.absence = ShownImage::Absence::Loading;
        }
    } else {
        stop();
        m_values.reset();
        m_madeOf = {};
    }
    m_parts.clear();
    overlay.slab = std::move(slab);
}

// What was made of some of these slices is shown, as a part, until that of all of them is there.
void SlabMaker::make(render2d::ShownSlab &slab, const dicom::DataSetPtr &dataSet)
{
    Source wanted;
    wanted.mode = slab.mode;
    for (const imaging::SlabPart &part : m_parts)
        wanted.frames.push_back(part.frame);
    m_isFilling = true;
    if (m_values && m_madeOf == wanted) {
        stop();
    } else if (imaging::slabWork(m_parts) <= m_atOnce) {
        stop();
        m_values = std::make_shared<const imaging::ValueImage>(imaging::combineSlab(m_parts, slab.mode));
        m_madeOf = wanted;
    } else {
        begin(wanted, dataSet);
    }
    m_isFilling = false;
    if (!m_values || !m_madeOf.isPartOf(wanted))
        return;
    slab.values = m_values;
    if (m_madeOf.frames.size() < wanted.frames.size()) {
        slab.loaded = int(m_madeOf.frames.size());
        slab.isEnded = false;
    }
}

// Slices that come one after the other do not keep what was begun from ever being done.
void SlabMaker::begin(Source source, const dicom::DataSetPtr &dataSet)
{
    if (m_isMaking && m_makingOf.isPartOf(source))
        return;
    stop();
    m_isMaking = true;
    m_makingOf = std::move(source);
    m_cancel = CancelToken();
    // The data set owns the descriptions that the parts point to.
    auto work = [parts = m_parts, owner = dataSet, mode = m_makingOf.mode, cancel = m_cancel]() -> Values {
        if (cancel.isCancelled())
            return nullptr;
        return std::make_shared<const imaging::ValueImage>(imaging::combineSlab(parts, mode, cancel));
    };
    runPending(std::move(work)).then(this, [this, cancel = m_cancel](const Values &values) {
        if (!cancel.isCancelled())
            take(values);
    });
}

void SlabMaker::stop()
{
    m_cancel.cancel();
    m_isMaking = false;
    m_makingOf = {};
}

void SlabMaker::take(const Values &values)
{
    m_isMaking = false;
    m_values = values;
    m_madeOf = std::exchange(m_makingOf, {});
    if (!m_isFilling) // else whoever asked takes it at once
        Q_EMIT made();
}

bool SlabMaker::isWaitingFor(const pixels::FrameKey &key) const
{
    return std::find(m_missing.begin(), m_missing.end(), key) != m_missing.end();
}

} // namespace consilium::widgets
