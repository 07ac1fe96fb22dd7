#pragma once
#include "viewer/dicom/DicomFile.h"
#include "viewer/dicom/Documents.h"
#include "viewer/dicom/RepeatedValues.h"
#include "viewer/dicom/RequestForm.h"
#include "viewer/dicom/StudyModel.h"

#include <QHash>

#include <memory>
#include <optional>
#include <vector>

namespace consilium::app
{

/// What a file says of its study and series.
struct Headers {
    dicom::StudyHeader study;
    dicom::SeriesHeader series;
};

/// What one file turned out to be.
struct Examined {
    QString path;
    std::optional<Error> refusal; ///< the file as a whole
    Result<std::vector<dicom::InstancePtr>> frames;
    std::shared_ptr<const Headers> headers;            ///< null where there is a refusal
    dicom::DocumentPtr document;                       ///< what is read instead of looked at; then there are no frames
    std::shared_ptr<const dicom::RequestForm> request; ///< null where there is a refusal
    bool isOutlines = false;                           ///< a segmentation or structure set
    SopInstanceUid sop;                                ///< of these
};

/// Examines files; of one thread. What the files of a series say of study and series is read once.
class FileExaminer
{
public:
    /// nullopt: none of ours. `isAlone`: somebody named this one file, and it is told of whatever it is.
    std::optional<Examined> read(const QString &path, bool isAlone);

private:
    Examined examine(const dicom::ScannedFile &file);
    std::shared_ptr<const Headers> headersOf(const Attributes &header, const dicom::InstancePtr &image);

    QHash<SeriesUid, std::shared_ptr<const Headers>> m_known;
    dicom::RepeatedValues m_repeated;
    dicom::RequestReader m_requests;
};

} // namespace consilium::app
