#pragma once
#include "app/bridge/LutFetch.h"
#include "base/Attributes.h"
#include "viewer/dicom/Documents.h"
#include "viewer/dicom/RequestForm.h"
#include "viewer/dicom/StudyModel.h"

#include <QHash>

#include <optional>
#include <vector>

namespace consilium::app
{

/// The frames of objects by SOP Instance UID.
using KnownInstances = QHash<SopInstanceUid, std::vector<dicom::InstancePtr>>;

/// A series turned from headers into what can be shown.
struct DescribedSeries {
    dicom::SeriesHeader header;
    std::vector<dicom::DataSetPtr> dataSets;
    std::vector<dicom::DocumentPtr> documents; ///< to read, in the order of their numbers
    dicom::RequestForm request;                ///< as its objects repeat it
    int skipped = 0;                           ///< objects without an image; documents are among them
    int refused = 0;  ///< images that cannot be shown, and objects that belong to somebody else
    int ofOthers = 0; ///< objects refused that name another patient, or none: of this series; local files: of the study
    int ofOtherStudies = 0, ofOtherSeries = 0; ///< objects of the same patient that were refused
    std::optional<Error> refusal;              ///< why, of the first one
    bool isFinal = false;                      ///< false: some of its images, more will come
    std::optional<dicom::StudyHeader> study;   ///< as the objects themselves say
    Attributes studyAttributes;                ///< of one of them: objects::studyAttributesOf()
};

/// What a description starts from.
struct SeriesRequest {
    dicom::StudyHeader study; ///< what was asked for: everything must belong to it
    dicom::SeriesHeader series;
    KnownInstances known; ///< described before: taken over as they are
    LutBytes luts;        ///< tables that the headers only name
    bool isFinal = false;
    bool isWithoutLacking = false; ///< images whose tables are still to come are left out, and are not missed yet
};

/// Pure and thread safe: runs on a worker. Partial series carry no warnings: gaps in them mean nothing.
[[nodiscard]] DescribedSeries describeSeries(const SeriesRequest &request, const std::vector<Attributes> &headers);

/// Images that were described one by one, each object once. `announced`: how many there ought to be, those that were
/// refused among them; a series that lacks one is never complete. Gaps and spacing are judged all the same when nothing
/// more will come: an image that cannot be shown leaves a gap.
[[nodiscard]] DescribedSeries assembleSeries(const dicom::SeriesHeader &series,
                                             std::vector<dicom::InstancePtr> instances, int announced, bool isFinal);

/// Puts documents into the order in which they are shown: by number, then time; each once.
void sortDocuments(std::vector<dicom::DocumentPtr> &documents);

/// Modalities whose objects hold no image of their own (PR, REG ...): such series are not listed, unless they hold
/// documents (dicom::isDocumentModality()).
[[nodiscard]] bool isImageModality(const QString &modality);

} // namespace consilium::app
