#include "app/usecases/MarkSaving.h"

#include "app/bridge/OutOfReach.h"
#include "viewer/objects/ShapeTypes.h"

#include <algorithm>
#include <utility>

/// What marks measure in series that lie over their images: measurements of their own in the report.
namespace consilium::app
{

namespace
{

bool isUsable(const pixels::FramePtr &frame, const dicom::Instance &image)
{
    return frame && frame->key == pixels::keyOf(image) && frame->type != pixels::SampleType::Rgb8 &&
           frame->reduction == 0 && frame->rows == image.geometry.rows && frame->columns == image.geometry.columns;
}

/// Text and label may differ.
bool liesAlike(const session::Annotation &a, const session::Annotation &b)
{
    return a.kind == b.kind && a.sop == b.sop && a.frame == b.frame && a.patientHandles == b.patientHandles &&
           a.imageHandles == b.imageHandles;
}

} // namespace

void MarkSaving::listFused()
{
    if (std::exchange(m_isFusedListed, true))
        return;
    for (std::size_t i = 0; i < m_described.size(); ++i) {
        const DescribedMark &mark = m_described[i];
        if (!needsPixels(mark.mark.kind))
            continue;
        for (FusedSeries &over : fusedSeries(mark.stack, m_task.state, m_images))
            if (auto voxels = fusedVoxels(mark, over, m_images.pairs()))
                m_fusedWaiting.push_back({i, std::move(over), std::move(*voxels)});
    }
}

/// The place among the parts of the first whose frame is not there and may still come, now or (Task::mayWait) another
/// time; takes those that are there. Another study may be of another archive, which nobody waits for.
std::optional<std::size_t> MarkSaving::missingPart()
{
    auto &parts = m_fusedWaiting.front().voxels.parts;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (parts[i].frame)
            continue;
        const pixels::FrameKey key = pixels::keyOf(*parts[i].instance);
        if (auto frame = m_images.frame(key); isUsable(frame, *parts[i].instance))
            parts[i].frame = std::move(frame);
        else if (const Error *const why = m_images.failure(key);
                 !why || (m_task.mayWait && isOutOfReach(why) && parts[i].instance->study == m_task.study))
            return i;
    }
    return std::nullopt;
}

bool MarkSaving::takeFused()
{
    listFused();
    while (!m_fusedWaiting.empty()) {
        const auto missing = missingPart();
        if (!missing) {
            measureFused();
            continue;
        }
        const FusedWaiting &first = m_fusedWaiting.front();
        const pixels::FrameKey key = pixels::keyOf(*first.voxels.parts[*missing].instance);
        if (const Error *const why = m_images.failure(key)) {
            end(fail(*why));
            return false;
        }
        if (m_awaitedFused != key) {
            m_awaitedFused = key;
            m_patience.start();
            m_images.wantOne(this, first.over.series->id, first.voxels.plan.first + int(*missing));
        }
        return false;
    }
    return true;
}

void MarkSaving::measureFused()
{
    m_patience.stop();
    m_awaitedFused.reset();
    const FusedWaiting first = std::move(m_fusedWaiting.front());
    m_fusedWaiting.pop_front();
    const DescribedMark &mark = m_described[first.mark];
    const auto &parts = first.voxels.parts;
    const bool isWhole =
        std::all_of(parts.begin(), parts.end(), [](const imaging::FusionPart &part) { return part.frame != nullptr; });
    auto measured = isWhole ? fusedMeasurement(mark, first.over, first.voxels) : std::nullopt;
    if (!isWhole || (measured && objects::faultOf(measured->shapes.front())))
        m_fusedLost.insert(fusedTrackingUid(mark, *first.over.series));
    else if (measured)
        m_fused.push_back(std::move(*measured));
}

/// Of marks that no view lays that series over now: where one lies as it was saved, what was measured in it is carried
/// over from the object before; else it is lost.
void MarkSaving::keepFormerFused()
{
    for (const DescribedMark &mark : m_described) {
        const session::Annotation *const before = savedVersion(mark.mark);
        if (!before)
            continue;
        auto &uids = liesAlike(*before, mark.mark) ? m_fusedFormer : m_fusedLost;
        for (const QString &uid : m_task.before.fusedOf(before->id))
            if (std::none_of(m_fused.begin(), m_fused.end(),
                             [&](const objects::Measurement &one) { return one.trackingUid == uid; }))
                uids.insert(uid);
    }
}

void MarkSaving::noteFused()
{
    if (m_heldBack.contains(measurementsRole))
        return; // they stay where they are
    m_fusedLost.insert(m_fusedFormer.begin(), m_fusedFormer.end());
    for (const objects::Measurement &one : m_carried)
        m_fusedLost.erase(one.trackingUid);
    if (!m_fusedLost.empty())
        m_notes << tr("What %n mark(s) say of a fused series could not be had, or has too many points: they are saved "
                      "without these values.",
                      nullptr, int(m_fusedLost.size()));
}

/// Behind the marks, in an order that does not depend on where each of them came from.
void MarkSaving::planFused(Plan &plan, objects::MeasurementReport &report) const
{
    std::map<QString, AnnotationId> marks; // by their tracking UIDs
    for (const DescribedMark &mark : m_described)
        marks.emplace(trackingUidOf(mark.mark.id), mark.mark.id);
    for (const session::Annotation &mark : m_absent)
        marks.emplace(trackingUidOf(mark.id), mark.id);
    std::map<std::pair<QString, QString>, const objects::Measurement *> all;
    for (const auto *measurements : {&m_fused, &m_carried})
        for (const objects::Measurement &one : *measurements)
            if (!one.regionOf.isEmpty() && marks.contains(one.regionOf))
                all.emplace(std::pair(one.regionOf, one.trackingUid), &one);
    for (const auto &[key, measurement] : all) {
        report.measurements.push_back(*measurement);
        plan.fused[marks.at(key.first)].push_back(key.second);
    }
}

} // namespace consilium::app
