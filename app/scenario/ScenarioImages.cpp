#include "app/scenario/ScenarioImages.h"

#include "viewer/segments/StudySegments.h"
#include "viewer/session/scenario/Scenario.h"

#include <algorithm>

namespace consilium::app
{

using namespace Qt::StringLiterals;

StudyUid ScenarioImages::lastStudy() const
{
    const auto studies = m_host.images().studies();
    return studies.empty() ? StudyUid() : studies.back();
}

Result<ScenarioImages::DataSet> ScenarioImages::series(const QString &selector, const StudyUid &study) const
{
    const StudyUid uid = study.isEmpty() ? lastStudy() : study;
    const auto all = m_host.images().dataSets(uid);
    auto found = all.end();
    if (const auto place = session::scenario::parseCount(selector)) {
        found = *place <= int(all.size()) ? all.begin() + (*place - 1) : all.end();
    } else if (selector.startsWith(u"number:"_s)) {
        bool isNumber = false;
        const int number = selector.mid(7).toInt(&isNumber);
        found =
            std::find_if(all.begin(), all.end(), [&](const auto &d) { return isNumber && d->header.number == number; });
    } else {
        found = std::find_if(all.begin(), all.end(), [&](const auto &d) { return d->id.text() == selector; });
        if (found == all.end())
            found =
                std::find_if(all.begin(), all.end(), [&](const auto &d) { return d->header.uid.text() == selector; });
    }
    if (found == all.end())
        return fail(ErrorCode::NotFound, u"no series %1 in the study"_s.arg(selector));
    return DataSet{uid, (*found)->id};
}

Result<SopInstanceUid> ScenarioImages::segmentation(const QString &selector, const StudyUid &study) const
{
    const auto place = session::scenario::parseCount(selector);
    if (!place)
        return SopInstanceUid(selector);
    const auto *const known = m_host.images().segments();
    const auto all =
        known ? known->of(study.isEmpty() ? lastStudy() : study) : std::vector<segments::SegmentationPtr>();
    if (*place > int(all.size()))
        return fail(ErrorCode::NotFound, u"no segmentation %1 of %2"_s.arg(*place).arg(all.size()));
    return all[size_t(*place) - 1]->sop;
}

int ScenarioImages::sliceCount(const DataSetId &id) const
{
    const auto dataSet = m_host.images().dataSet(id);
    return dataSet ? int(dataSet->slices.size()) : 0;
}

Result<session::ImageRef> ScenarioImages::slice(const DataSetId &id, int index) const
{
    const auto dataSet = m_host.images().dataSet(id);
    if (!dataSet || index < 0 || index >= int(dataSet->slices.size()))
        return fail(ErrorCode::NotFound, u"no slice %1 of %2"_s.arg(index + 1).arg(sliceCount(id)));
    const dicom::Instance &image = *dataSet->slices[size_t(index)];
    return session::ImageRef{image.sop, image.frame};
}

// Pages of documents are no slices. A view finds an image in the other parts of its series, too.
bool ScenarioImages::mayHold(const DataSetId &id, const session::ImageRef &image) const
{
    const auto shown = m_host.images().dataSet(id);
    if (!shown || !m_host.images().documents(id).empty())
        return true;
    const auto mayBeIn = [&](const dicom::DataSetPtr &part) {
        return part->header.uid == shown->header.uid &&
               (part->slices.empty() || !part->isComplete || part->indexOf(image.sop, image.frame) >= 0);
    };
    for (const StudyUid &study : m_host.images().studies()) {
        const auto parts = m_host.images().dataSets(study);
        if (std::any_of(parts.begin(), parts.end(), mayBeIn))
            return true;
    }
    return false;
}

FrameOfReferenceUid ScenarioImages::frameOfReference(const DataSetId &id, const SopInstanceUid &sop) const
{
    const auto dataSet = m_host.images().dataSet(id);
    if (!dataSet || dataSet->slices.empty())
        return {};
    const int index = sop.isEmpty() ? 0 : dataSet->indexOf(sop);
    return index < 0 ? FrameOfReferenceUid() : dataSet->slices[size_t(index)]->geometry.frameOfReference;
}

} // namespace consilium::app
