#pragma once
#include "viewer/dicom/Documents.h"
#include "viewer/dicom/StudyModel.h"

#include <QLatin1StringView>

#include <tuple>

namespace consilium::app
{

/// The order in which the studies of a folder are shown: by date and time, the newest first and what has no date last,
/// then by the patient's name.
inline bool newestFirst(const dicom::StudyHeader &a, const dicom::StudyHeader &b)
{
    if (a.date != b.date || a.time != b.time)
        return std::tie(a.date, a.time) > std::tie(b.date, b.time);
    return std::pair(a.patient.name.display(), a.uid.text()) < std::pair(b.patient.name.display(), b.uid.text());
}

/// The place of a series in its study: images, then masks, then documents; by number, those without one last; those of
/// the same number by `tie`.
inline auto placeOf(const dicom::SeriesHeader &series, const QString &tie)
{
    return std::tuple(dicom::isDocumentModality(series.modality), series.modality == QLatin1StringView("SEG"),
                      unsigned(series.number), tie);
}

} // namespace consilium::app
