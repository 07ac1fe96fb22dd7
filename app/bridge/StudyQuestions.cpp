#include "app/bridge/StudyQuestions.h"

#include "app/bridge/SeriesDescription.h"
#include "app/bridge/VideoFrames.h"
#include "viewer/pixels/StudyImages.h"

#include <algorithm>

namespace consilium::app
{

AheadAnswers::Series *StudyQuestions::known(const SeriesUid &series, const SopInstanceUid &sop)
{
    if (!m_ahead)
        return nullptr;
    const auto found = m_ahead->series.find(series);
    const bool isIt = found != m_ahead->series.end() && !found->found.empty() &&
                      found->found.front().text(tags::SopInstanceUid) == sop.text();
    return isIt ? &*found : nullptr;
}

Pending<Result<StudyQuestions::Rows>> StudyQuestions::someInstances(const SeriesUid &series, int number, int limit,
                                                                    const CancelToken &cancel)
{
    const bool mayBeKnown = isAhead(series) && !m_named.contains(series);
    const AheadAnswers::Series answer = mayBeKnown ? m_ahead->series.value(series) : AheadAnswers::Series();
    if (answer.number != number || answer.found.empty())
        return m_archive->searchSomeInstances(m_study, series, number, limit, m_urgency, cancel);
    m_named.insert(series);
    return readyAnswer(Result<Rows>(answer.found));
}

Pending<Result<Attributes>> StudyQuestions::header(const SeriesUid &series, const SopInstanceUid &sop,
                                                   const CancelToken &cancel)
{
    if (auto *answer = known(series, sop); answer && answer->header)
        return readyAnswer(Result<Attributes>(*std::exchange(answer->header, std::nullopt)));
    return m_archive->fetchInstanceMetadata(m_study, series, sop, m_urgency, cancel);
}

std::optional<WholeImage> StudyQuestions::whole(const SeriesUid &series, const SopInstanceUid &sop)
{
    auto *answer = known(series, sop);
    return answer ? std::exchange(answer->whole, std::nullopt) : std::nullopt;
}

std::optional<dicomweb::EncodedFrame> StudyQuestions::frame(const SeriesUid &series, const SopInstanceUid &sop)
{
    auto *answer = known(series, sop);
    return answer ? std::exchange(answer->frame, std::nullopt) : std::nullopt;
}

std::vector<dicom::DataSetPtr> describedAhead(const dicom::StudyHeader &study,
                                              const std::vector<dicom::SeriesHeader> &series,
                                              const AheadAnswers &answers)
{
    std::vector<dicom::DataSetPtr> firsts;
    for (const dicom::SeriesHeader &one : series) {
        const AheadAnswers::Series answer = answers.series.value(one.uid);
        const std::optional<Attributes> &header = answer.whole ? answer.whole->header : answer.header;
        if (!header)
            continue;
        const SeriesRequest request{study, one, {}, {}, false};
        const DescribedSeries described = describeSeries(request, {*header});
        firsts.insert(firsts.end(), described.dataSets.begin(), described.dataSets.end());
    }
    return firsts;
}

std::vector<dicom::InstancePtr> slicesToFetch(const DescribedSeries &series, const pixels::FrameKey &known)
{
    std::vector<dicom::InstancePtr> all;
    for (const auto &dataSet : series.dataSets) {
        const auto &slices = dataSet->slices;
        if (slices.empty())
            continue;
        const std::size_t middle = slices.size() / 2;
        all.push_back(slices[middle]);
        for (std::size_t i = 0; i < slices.size(); ++i)
            if (i != middle)
                all.push_back(slices[i]);
    }
    std::erase_if(all, [&](const auto &slice) { return pixels::keyOf(*slice) == known; });
    // Of a video the whole stream would come.
    return std::any_of(all.begin(), all.end(), [](const auto &slice) { return isVideo(*slice); })
               ? std::vector<dicom::InstancePtr>()
               : all;
}

} // namespace consilium::app
