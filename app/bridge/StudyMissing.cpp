#include "app/bridge/OutOfReach.h"
#include "app/bridge/StudyTable.h"

#include <algorithm>
#include <utility>

/// StudyTable: what did not come, and why.
namespace consilium::app
{

using pixels::keyOf;

std::vector<DataSetId> StudyTable::outOfReach(const std::shared_ptr<dicomweb::DicomWebClient> &from) const
{
    std::vector<DataSetId> all;
    for (const StudyUid &study : m_order)
        for (const auto &dataSet : archive(study) == from ? dataSets(study) : std::vector<dicom::DataSetPtr>())
            if (isOutOfReach(failure(dataSet->id)) ||
                std::any_of(dataSet->slices.begin(), dataSet->slices.end(),
                            [this](const auto &slice) { return isOutOfReach(failure(keyOf(*slice))); }))
                all.push_back(dataSet->id);
    return all;
}

StudyTable::Missing StudyTable::judgeMissing(const StudyUid &study, const SeriesUid &uid,
                                             const std::optional<QSet<SopInstanceUid>> &listed)
{
    Missing news;
    Series *series = find(study, uid);
    if (!series)
        return news;
    const auto judge = [](std::optional<Error> &failure, QLatin1StringView notGiven, QLatin1StringView gone,
                          bool isThere) {
        if (!failure || failure->code != ErrorCode::NotFound ||
            (failure->detail != notGiven && failure->detail != gone))
            return false;
        const QString said = std::exchange(failure->detail, isThere ? notGiven : gone);
        return said != failure->detail;
    };
    bool isNew = judge(series->failure, notGivenSeries, goneSeries, listed.has_value());
    for (const auto &dataSet : series->dataSets)
        for (const auto &slice : dataSet->slices) {
            const auto image = m_images.find(keyOf(*slice));
            const bool isThere = listed && listed->contains(slice->sop);
            if (image != m_images.end() && judge(image->failure, notGivenImage, goneImage, isThere))
                news.images.push_back(image.key());
        }
    isNew = isNew || !news.images.empty();
    for (const auto &dataSet : isNew ? series->dataSets : std::vector<dicom::DataSetPtr>())
        news.dataSets.push_back(dataSet->id);
    for (const auto &own : isNew ? m_studies[study].arranged : std::vector<dicom::DataSetPtr>())
        news.dataSets.push_back(own->id);
    return news;
}

} // namespace consilium::app
