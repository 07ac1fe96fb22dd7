#pragma once
#include "netclient/dicomweb/DicomWebClient.h"

#include <memory>
#include <optional>

namespace consilium::app
{

/// What the worklist asks an archive: an interface, so that tests answer without one.
class StudySource
{
public:
    virtual ~StudySource() = default;
    [[nodiscard]] virtual ArchiveId id() const = 0;
    [[nodiscard]] virtual QString name() const = 0;
    /// Why a question is kept waiting just now: TooManyRequests with the time until it is asked again.
    [[nodiscard]] virtual std::optional<Error> waitingFor() const { return std::nullopt; }
    [[nodiscard]] virtual Pending<Result<dicomweb::StudyPage>> searchStudies(const dicomweb::StudyQuery &query,
                                                                             const CancelToken &cancel) = 0;
    [[nodiscard]] virtual Pending<Result<std::vector<Attributes>>>
    searchSeries(const StudyUid &study, Priority priority, const CancelToken &cancel) = 0;
    /// What follows is for small pictures, and asked behind everything else.
    [[nodiscard]] virtual Pending<Result<std::vector<Attributes>>>
    searchInstances(const StudyUid &study, const SeriesUid &series, const CancelToken &cancel) = 0;
    /// See dicomweb::DicomWebClient::searchSomeInstances().
    [[nodiscard]] virtual Pending<Result<std::vector<Attributes>>> searchSomeInstances(const StudyUid &study,
                                                                                       const SeriesUid &series,
                                                                                       int instanceNumber, int limit,
                                                                                       const CancelToken &cancel) = 0;
    /// What the header of an image says, as far as the archive tells it without pixels (WADO-RS metadata).
    [[nodiscard]] virtual Pending<Result<Attributes>> describeInstance(const StudyUid &study, const SeriesUid &series,
                                                                       const SopInstanceUid &sop,
                                                                       const CancelToken &cancel) = 0;
    /// A small picture (JPEG or PNG) made by the archive. ConnectionLost: it may have ended in it.
    [[nodiscard]] virtual Pending<Result<QByteArray>> fetchPicture(const StudyUid &study, const SeriesUid &series,
                                                                   const SopInstanceUid &sop,
                                                                   const CancelToken &cancel) = 0;
};

/// Whether an archive is asked to draw the image, by what is known of its header. False: with overlay planes (60xx),
/// PS3.3 C.9.2, or a size that no image has.
[[nodiscard]] bool mayBeDrawn(const Attributes &header);

/// The source over DICOMweb.
[[nodiscard]] std::shared_ptr<StudySource> makeStudySource(std::shared_ptr<dicomweb::DicomWebClient> client);
/// Stands for an archive whose password or token the keychain has not given yet: answers KeychainLocked at once.
[[nodiscard]] std::shared_ptr<StudySource> makeLockedSource(const ArchiveId &id, const QString &name);

} // namespace consilium::app
