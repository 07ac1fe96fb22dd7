#include "viewer/pixels/StudyImages.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace consilium::pixels
{

Pending<Result<QByteArray>> StudyImages::fetchDocument(const dicom::DocumentPtr &, const CancelToken &) const
{
    return readyAnswer<Result<QByteArray>>(fail(ErrorCode::NotFound));
}

bool StudyImages::holdsOnlyMasks(const StudyUid &study) const
{
    const auto all = dataSets(study);
    const auto isMask = [](const dicom::DataSetPtr &d) {
        return d->holdsMasks() || d->header.modality == "SEG"_L1; // frames that name no segment are masks as well
    };
    return std::any_of(all.begin(), all.end(), [&](const auto &d) { return isMask(d) && !d->slices.empty(); }) &&
           std::all_of(all.begin(), all.end(), [&](const auto &d) {
               return progress(d->id).settled && (isMask(d) || !documents(d->id).empty());
           });
}

void StudyImages::setPairs(const dicom::StudyPairs &pairs)
{
    if (pairs == m_pairs)
        return;
    m_pairs = pairs;
    Q_EMIT pairsChanged();
}

} // namespace consilium::pixels
