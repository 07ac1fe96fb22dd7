#pragma once
#include "base/Ids.h"
#include "viewer/dicom/StudyModel.h"

#include <optional>
#include <vector>

namespace consilium::app
{

class ProfileSettings;

/// What of a study that nobody has opened yet is most likely looked at: for StudyAhead, which fetches it. A wrong guess
/// costs time of an idle line, and nothing else.

/// Of the series whose first images are known (`firsts`, in the order of the strip) the one that stands in the first
/// view when the study is opened on so many monitors; empty: it is not hung by itself, or nothing stands there.
[[nodiscard]] SeriesUid firstHung(const dicom::StudyHeader &study, const std::vector<dicom::DataSetPtr> &firsts,
                                  const ProfileSettings &settings, int monitors);

/// Of the studies that the archive lists under the Patient ID of `read` the one that is opened beside it by one key, as
/// far as that is known before: mostRelevantPrior() among those that are surely of the same patient, without a person's
/// word for it. nullopt: none is.
[[nodiscard]] std::optional<dicom::StudyHeader> priorToCompare(const ArchiveId &archive, const dicom::StudyHeader &read,
                                                               const std::vector<dicom::StudyHeader> &studies);

} // namespace consilium::app
