#pragma once
#include "netclient/dicomweb/DicomWebClient.h"
#include "viewer/dicom/StudyModel.h"
#include "viewer/pixels/FrameDecoder.h"
#include "viewer/segments/StudySegments.h"

#include <memory>

namespace consilium::app
{

/// Fetches or reads segmentations and structure sets of opened studies, one after the other and behind the images, and
/// keeps them while their study is open: at most 1 GB together. What belongs to another study or patient than it came
/// with is refused, as is a SOP Instance UID that another one has: of one study, where both hold something else; a copy
/// is passed over. UI thread only; parsed and compared on a worker.
class SegmentLoader : public segments::StudySegments
{
    Q_OBJECT
public:
    explicit SegmentLoader(QObject *parent);
    /// `makeDecoder`: for compressed masks, else that of the helper process. Called on the worker.
    SegmentLoader(pixels::DecoderFactory makeDecoder, QObject *parent);
    ~SegmentLoader() override; ///< cancels

    void addFile(const dicom::StudyHeader &study, const dicom::SeriesHeader &series, const QString &path);
    /// One that is not shown, and why: it stands among those that are missing.
    void refuse(const dicom::StudyHeader &study, const dicom::SeriesHeader &series, const Error &error);
    /// All objects of the series; the archive's client is kept.
    void addSeries(std::shared_ptr<dicomweb::DicomWebClient> archive, const dicom::StudyHeader &study,
                   const dicom::SeriesHeader &series);
    /// Asks again for what an archive could not give.
    void retry(const StudyUid &study);
    void close(const StudyUid &study); ///< stops what is being read of it
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
