#pragma once
#include "netclient/dicomweb/DicomWebClient.h"

#include <memory>

namespace consilium::app
{

/// What the worklist asks an archive: an interface, so that tests answer without one.
class StudySource
{
public:
    virtual ~StudySource() = default;
    [[nodiscard]] virtual ArchiveId id() const = 0;
    [[nodiscard]] virtual QString name() const = 0;
    [[nodiscard]] virtual QFuture<Result<dicomweb::StudyPage>> searchStudies(const dicomweb::StudyQuery &query,
                                                                             const CancelToken &cancel) = 0;
    [[nodiscard]] virtual QFuture<Result<std::vector<Attributes>>> searchSeries(const StudyUid &study,
                                                                                const CancelToken &cancel) = 0;
    [[nodiscard]] virtual QFuture<Result<std::vector<Attributes>>>
    searchInstances(const StudyUid &study, const SeriesUid &series, const CancelToken &cancel) = 0;
    /// A small picture (JPEG or PNG) made by the archive.
    [[nodiscard]] virtual QFuture<Result<QByteArray>> fetchPicture(const StudyUid &study, const SeriesUid &series,
                                                                   const SopInstanceUid &sop,
                                                                   const CancelToken &cancel) = 0;
};

/// The source over DICOMweb.
[[nodiscard]] std::shared_ptr<StudySource> makeStudySource(std::shared_ptr<dicomweb::DicomWebClient> client);

} // namespace consilium::app
