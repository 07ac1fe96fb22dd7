#pragma once
#include "netclient/dicomweb/DicomWebClient.h"
#include "viewer/dicom/StudyModel.h"
#include "viewer/segments/StudySegments.h"

#include <memory>

namespace consilium::app
{

/// Fetches or reads segmentations and structure sets of opened studies, one after the other and behind the images, and
/// keeps them while their study is open: at most 1 GB together. What belongs to another study or patient than it came
/// with is refused, as is a SOP Instance UID that another one has. UI thread only; parsed on a worker.
class SegmentLoader : public segments::StudySegments
{
    Q_OBJECT
public:
    explicit SegmentLoader(QObject *parent);
    ~SegmentLoader() override; ///< cancels

    void addFile(const dicom::StudyHeader &study, const dicom::SeriesHeader &series, const QString &path);
    /// All objects of the series; the archive's client is kept.
    void addSeries(std::shared_ptr<dicomweb::DicomWebClient> archive, const dicom::StudyHeader &study,
                   const dicom::SeriesHeader &series);
    /// Asks again for what an archive could not give.
    void retry(const StudyUid &study);
    void close(const StudyUid &study);
    [[nodiscard]] bool isIdle() const;

    [[nodiscard]] std::vector<segments::SegmentationPtr> of(const StudyUid &study) const override;
    [[nodiscard]] segments::SegmentationPtr find(const SopInstanceUid &object) const override;
    [[nodiscard]] std::vector<Missing> missing(const StudyUid &study) const override;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

/// Modalities whose objects lie over images: SEG and RTSTRUCT.
[[nodiscard]] bool isSegmentModality(const QString &modality);

} // namespace consilium::app
