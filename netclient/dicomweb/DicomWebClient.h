#pragma once
#include "base/Attributes.h"
#include "base/CancelToken.h"
#include "base/Ids.h"
#include "base/Pending.h"
#include "base/Result.h"
#include "netclient/http/HttpClient.h"

#include <QString>

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace consilium::dicomweb
{

class Session;

/// A configured DICOMweb service.
struct ArchiveConfig {
    ArchiveId id;
    QString name;    ///< shown to people
    QString baseUrl; ///< "http://127.0.0.1:8042/dicom-web", without trailing slash
    http::Credentials credentials;
    QString caFile;
    /// How long it may take to connect, be silent in the middle of an answer, and keep a question waiting because it is
    /// overloaded; 0: what is usual (10 s, 30 s, and 20 s for lists, 30 s for images).
    int patienceMs = 0;
};

/// What to search for; empty fields do not restrict. `*` and `?` are wild cards. PS3.18 10.6, PS3.4 C.2.2.2.
struct StudyQuery {
    QString patientName, patientId, accession, studyUid, description;
    QString dateFrom, dateTo; ///< YYYYMMDD, either may be empty
    QStringList modalities;   ///< any of them
    QString bodyPart;         ///< a series attribute: answered by a second query where the study level cannot
    int limit = 200, offset = 0;
    bool fuzzy = false;
    bool withIssuer = false; ///< Issuer of Patient ID (0010,0021) is asked for: some archives have to open files for it
    /// (0010,0030), YYYYMMDD. No archive has to match by it (PS3.18 table 10.6.1-5): one that refuses it, or answers
    /// with others or with nothing as if it did not know it, is asked without, so the answer may hold others. Compare.
    /// That is found out with the first page (StudyPage::withoutBirthDate); further pages are of the list asked for.
    QString patientBirthDate;
    /// A study of that birth date surely is there: if none is found so, that proves that the archive does not match by
    /// it, whatever it did before.
    bool isBirthDateThere = false;
};

struct StudyPage {
    std::vector<Attributes> studies;
    bool mayHaveMore = false; ///< false only when the archive's own list is known to be at its end
    int unreadable = 0; ///< entries in this part of the list that could not be read, and are not among the studies
    /// The first page of the list without the birth date that was asked for: what follows it has to be asked for
    /// without it too.
    bool withoutBirthDate = false;
};

/// A frame as it came over the line.
struct EncodedFrame {
    SopInstanceUid sop;       ///< the one asked for: a frame's bytes do not say whose they are
    int frame = 0;            ///< from 0; likewise
    TransferSyntaxUid syntax; ///< of these bytes; empty: native little endian as asked
    QByteArray bytes;
    /// The part that brought it said that it is longer: bytes are missing, and where is not known.
    bool isShort = false;
    /// It was cut out of an object whose pixel data are not as long as they have to be: likewise, and asking once more
    /// does not help.
    bool isOfDamagedObject = false;
};

/// What helps with a frame; all of it may be left out.
struct FrameHints {
    /// Read anew while the frame waits for a connection, and counts instead of the `priority` given.
    std::shared_ptr<const std::atomic<Priority>> urgency;
    /// Of the frame without compression (rows x columns x samples x bytes). An answer of more than twice that and 1 MB
    /// is a ProtocolViolation; 0: one of more than 512 MB is.
    std::int64_t expectedBytes = 0;
    /// What the metadata say of the pixels as stored: taken for an answer of another length than expected whose label
    /// and first bytes say nothing.
    TransferSyntaxUid storedSyntax = {};
};

struct StoreOutcome {
    struct Failed {
        SopInstanceUid sop;
        int reason = 0; ///< (0008,1197)
    };
    std::vector<SopInstanceUid> stored;
    std::vector<Failed> failed;
    QStringList warnings;
};

/// What one answer of STOW-RS says of the one object that was sent (PS3.18 10.5.3).
struct StoreAnswer {
    enum class Said {
        Stored,
        Failed,
        Nothing, ///< neither, or both: ask the archive whether it has the object
    };
    Said said = Said::Nothing;
    int reason = 0; ///< of Failed: (0008,1197); 0: none was given
    int httpStatus = 0;
    bool isReadable = true; ///< false: something came that is no DICOM JSON
};

/// One archive. Everything is asynchronous; futures finish on the network thread: continue with a context object. Every
/// call may be cancelled by its token (the connection is closed at once). A GET whose connection breaks is repeated
/// twice, a question for a list or for metadata only within the time that one may be silent (30 s). An answer that says
/// to be about another object than the one asked for is a ProtocolViolation, an object never comes half. Answers are
/// bounded, longer ones a ProtocolViolation: lists and an object's metadata 64 MB, a series' metadata 256 MB, frames
/// and pictures as said there, bulk data 1 GB, an object 1.9 GB, a whole series 64 GB. The HttpClient must outlive what
/// has been asked. What an archive turned out to accept (Accept forms, transfer-syntax=*, gzip) is remembered per
/// archive while the program runs and can be saved (learned(), learn()). Thread safe.
class DicomWebClient
{
public:
    DicomWebClient(http::HttpClient &http, ArchiveConfig config);
    ~DicomWebClient();

    [[nodiscard]] const ArchiveConfig &config() const;

    /// NoService: a server answers, but not at this path. 204 and an empty answer are no studies (PS3.18 10.6.3.1 and
    /// what archives do). An entry that does not say which study, patient and day it is about, or not readably, is
    /// counted and left out; an answer of nothing else is a ProtocolViolation.
    /// One page; pages follow each other without gaps and repetitions as long as the archive keeps its order. Newest
    /// first within a page where several modalities or a body part are asked for. Unsupported: the page lies behind
    /// the 100,000 studies that such a search looks through.
    [[nodiscard]] Pending<Result<StudyPage>>
    searchStudies(const StudyQuery &query, Priority priority = Priority::Interactive, const CancelToken &cancel = {});
    /// More than 100,000 series or instances: Unsupported.
    [[nodiscard]] Pending<Result<std::vector<Attributes>>>
    searchSeries(const StudyUid &study, Priority priority = Priority::Interactive, const CancelToken &cancel = {});
    /// With the attributes that sorting needs where the archive gives them; pages until all are there.
    [[nodiscard]] Pending<Result<std::vector<Attributes>>> searchInstances(const StudyUid &study,
                                                                           const SeriesUid &series,
                                                                           Priority priority = Priority::Interactive,
                                                                           const CancelToken &cancel = {});
    /// At most `limit` instances of a series in one question: those with this Instance Number (0020,0013), or any when
    /// it is negative. Quick where listing a long series is not; an archive that ignores the number answers with
    /// others: compare.
    [[nodiscard]] Pending<Result<std::vector<Attributes>>>
    searchSomeInstances(const StudyUid &study, const SeriesUid &series, int instanceNumber, int limit,
                        Priority priority = Priority::Interactive, const CancelToken &cancel = {});
    /// The instance of this SOP Instance UID in a study, whatever its series: one or none. Archives that do not know
    /// instances at this level: NotFound, or the status of what they answer instead.
    [[nodiscard]] Pending<Result<std::vector<Attributes>>> findInstance(const StudyUid &study,
                                                                        const SopInstanceUid &sop,
                                                                        Priority priority = Priority::Interactive,
                                                                        const CancelToken &cancel = {});
    /// As the archive gives them, none left out: an entry that cannot be read is an empty data set, and one may name
    /// another series. Whose each is, is for the caller to judge. Errors: NotFound (no entry), ProtocolViolation (none
    /// is of the series).
    [[nodiscard]] Pending<Result<std::vector<Attributes>>>
    fetchSeriesMetadata(const StudyUid &study, const SeriesUid &series, Priority priority = Priority::Interactive,
                        const CancelToken &cancel = {});
    [[nodiscard]] Pending<Result<Attributes>> fetchInstanceMetadata(const StudyUid &study, const SeriesUid &series,
                                                                    const SopInstanceUid &sop,
                                                                    Priority priority = Priority::Interactive,
                                                                    const CancelToken &cancel = {});
    /// Frames count from 0 here (from 1 on the wire). As stored where the archive can, else what it offers that we can
    /// decode. An answer is matched to the question by the place it names (Content-Location: study, series, object and
    /// frame as far as they are in it); one that names no place cannot be.
    [[nodiscard]] Pending<Result<EncodedFrame>>
    fetchFrame(const StudyUid &study, const SeriesUid &series, const SopInstanceUid &sop, int frame,
               Priority priority = Priority::Interactive, const CancelToken &cancel = {}, const FrameHints &hints = {});
    /// The whole object as a Part 10 file, as stored.
    [[nodiscard]] Pending<Result<QByteArray>> fetchInstance(const StudyUid &study, const SeriesUid &series,
                                                            const SopInstanceUid &sop,
                                                            Priority priority = Priority::Interactive,
                                                            const CancelToken &cancel = {});
    /// Every instance of a series, one by one as they arrive; `each` is called on the network thread. After an error
    /// what has been handed over is whole; the rest has to be fetched by itself.
    [[nodiscard]] Pending<Result<void>> fetchSeries(const StudyUid &study, const SeriesUid &series,
                                                    std::function<void(QByteArray part10)> each,
                                                    Priority priority = Priority::Interactive,
                                                    const CancelToken &cancel = {});
    /// `uri` as the metadata gave it: one that names another host is looked for at this archive when its path lies
    /// below the archive's own (a proxy in between), and refused otherwise.
    [[nodiscard]] Pending<Result<QByteArray>>
    fetchBulkData(const QString &uri, Priority priority = Priority::Interactive, const CancelToken &cancel = {});
    /// A JPEG or PNG made by the archive, for small pictures only: of at most 64 MB. Sent once, on a connection of its
    /// own: ConnectionLost may mean that the archive ended in drawing it.
    [[nodiscard]] Pending<Result<QByteArray>> fetchRendered(const StudyUid &study, const SeriesUid &series,
                                                            const SopInstanceUid &sop,
                                                            Priority priority = Priority::Prefetch,
                                                            const CancelToken &cancel = {});
    /// STOW-RS. Errors only when nothing can be known; a partial failure is in the outcome. After an answer that
    /// contradicts itself each object is looked up before it is called stored or failed.
    [[nodiscard]] Pending<Result<StoreOutcome>>
    store(std::vector<QByteArray> part10, Priority priority = Priority::Background, const CancelToken &cancel = {});

    /// STOW-RS of one object in one request, sent once: nothing is looked up and nothing repeated, also not after 429
    /// or 503. `onSent` is told how many bytes of the request have gone, on the network thread. An answer of 400 or 409
    /// is a value. Errors: DicomMalformed (the bytes name no object), and what httpError() and the line say.
    [[nodiscard]] Pending<Result<StoreAnswer>> storeOne(const QByteArray &part10,
                                                        std::function<void(std::int64_t sentBytes)> onSent = {},
                                                        Priority priority = Priority::Background,
                                                        const CancelToken &cancel = {});

    /// Why a question is kept waiting just now, if it is: TooManyRequests, with the time until it is asked again.
    [[nodiscard]] std::optional<Error> waitingFor() const;
    /// For everything asked from now on: after a token has run out, or the person has signed in.
    void setCredentials(const http::Credentials &credentials);

    [[nodiscard]] QByteArray learned() const; ///< JSON
    void learn(const QByteArray &json);
    /// Called when learned() says something else than was given to learn(); on the network thread.
    void onLearned(std::function<void()> handler);

private:
    std::shared_ptr<Session> d;
};

} // namespace consilium::dicomweb
