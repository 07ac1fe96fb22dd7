#pragma once
#include "netclient/dicomweb/DicomWebClient.h"
#include "viewer/pixels/StudyImages.h"

#include <algorithm>
#include <memory>

namespace consilium::app
{

class ArchiveWatch;
class StudyAhead;

/// Brings opened studies from archives and folders to the viewers: lists series, fetches the first visible image alone
/// and at once (instance metadata and frame side by side), then the rest of the metadata, then frames by demand;
/// decodes in the pool, keeps the cache within its bytes. The one implementation of StudyImages.
class PixelBridge : public pixels::StudyImages
{
    Q_OBJECT
public:
    struct Limits {
        std::int64_t cacheBytes = 0; ///< 0: a share of the machine's memory
        int decodeThreads = 0;       ///< 0: one a processor
    };
    explicit PixelBridge(Limits limits, QObject *parent = nullptr);
    ~PixelBridge() override;

    /// Opens a study of an archive; the client must outlive it. Failures arrive as openFailed(); an archive that does
    /// not answer is waited for (openWaits()). Opening it again
    /// refreshes nothing. False, and openFailed(Conflict) without a UID, when under its UID a study of another patient
    /// is open from elsewhere: that one stays. `urgency`: of its questions, until a view shows something of it.
    bool openStudy(std::shared_ptr<dicomweb::DicomWebClient> archive, const dicom::StudyHeader &study,
                   Priority urgency = Priority::Visible);
    /// Opens a study of whatever archive to be looked at beside `read`, by `reader` (see openPrior()). `doubt`: why it
    /// may be somebody else's; `isByHand`: a person has said that it is not. Told once more it says the new. False:
    /// under its UID another patient's study is open.
    bool openBeside(const void *reader, const StudyUid &read, std::shared_ptr<dicomweb::DicomWebClient> archive,
                    const dicom::StudyHeader &prior, const QString &doubt, bool isByHand = false,
                    Priority urgency = Priority::Visible);
    /// Opens every study found below a folder, or in one file.
    void openFolder(const QString &path);
    /// Reads no further in folders; what has been found stays, and none of its series is complete.
    void stopFolders();
    /// A person has signed in: what failed for want of that is tried again, in every study.
    void retrySignIn();
    void closeStudy(const StudyUid &uid); ///< cancels what is on its way, empties its part of the cache
    /// Every file and every series has been listed; there may still be frames on their way.
    [[nodiscard]] bool isListing() const;
    [[nodiscard]] bool isIdle() const; ///< nothing on its way at all
    /// The archive that an open study came from; null: from files, or it is not open.
    [[nodiscard]] std::shared_ptr<dicomweb::DicomWebClient> archiveOf(const StudyUid &study) const;
    /// What its images say of patient and study, from when they were described: all that a new object of the study
    /// needs of them (objects::ObjectHeader::study), also while the archive is away. Empty: none is described.
    [[nodiscard]] Attributes studyAttributes(const StudyUid &study) const;
    [[nodiscard]] bool isFromFiles(const StudyUid &study) const ///< it is open, and not from an archive
    {
        const auto open = studies();
        return std::find(open.begin(), open.end(), study) != open.end() && !archiveOf(study);
    }
    /// Which archives of open studies do not answer.
    [[nodiscard]] ArchiveWatch &archiveWatch() const;
    /// Studies that nobody has opened yet, and of which the first images are fetched while the line is free.
    [[nodiscard]] StudyAhead &ahead() const;
    [[nodiscard]] std::int64_t cacheBytes() const;
    /// It is not described to the end, or frames of it are still to come. False too when no more fit into the cache.
    [[nodiscard]] bool isLoading(const DataSetId &id) const;

    std::vector<StudyUid> studies() const override;
    dicom::StudyHeader study(const StudyUid &uid) const override;
    std::vector<dicom::DataSetPtr> dataSets(const StudyUid &uid) const override;
    dicom::DataSetPtr dataSet(const DataSetId &id) const override;
    Progress progress(const DataSetId &id) const override;
    std::vector<dicom::DocumentPtr> documents(const DataSetId &id) const override;
    Pending<Result<QByteArray>> fetchDocument(const dicom::DocumentPtr &document,
                                              const CancelToken &cancel) const override;
    dicom::RequestForm request(const StudyUid &uid) const override;
    Priors priors(const StudyUid &uid) const override;
    void askForPriors(const StudyUid &uid) override;
    bool openPrior(const void *reader, const StudyUid &uid, const StudyUid &prior) override;
    QString identityDoubt(const void *reader, const StudyUid &shown) const override;
    void leave(const void *reader) override;
    pixels::FramePtr frame(const pixels::FrameKey &key) const override;
    const Error *failure(const pixels::FrameKey &key) const override;
    const Error *failure(const DataSetId &id) const override;
    std::optional<ValueRange> fallbackRange(const DataSetId &id) const override;
    segments::StudySegments *segments() const override;
    objects::StudyObjects *objects() const override { return m_objects; }
    void setObjects(objects::StudyObjects *known) { m_objects = known; } ///< outlives those who ask; null: none
    void want(const void *viewer, const DataSetId &id, int index, int direction) override;
    void wantOne(const void *viewer, const DataSetId &id, int index) override;
    void wantAround(const void *viewer, int first, int last) override;
    void arrange(const StudyUid &uid, const std::vector<dicom::OwnStackPlan> &plans) override;
    void retry(const DataSetId &id) override;

Q_SIGNALS:
    void studyOpened(const consilium::StudyUid &uid); ///< its series are listed, the first can be shown
    void studyFound(const consilium::StudyUid &uid);  ///< a folder that was named holds a study that is there already
    void openFailed(const consilium::StudyUid &uid,
                    const consilium::Error &error); ///< uid empty: no open study is meant
    /// The archive does not answer: the study stays, and opens when it is back (ArchiveWatch), unless it is closed.
    void openWaits(const consilium::StudyUid &uid, const consilium::Error &error);
    /// `instead`: the file that is shown in its place, where there is one.
    void fileRefused(const QString &path, const consilium::Error &error, const QString &instead = {});
    void folderFinished(const QString &path, int images, int refused); ///< documents and outlines count as images
    /// Files of all folders together; `total` -1: still being counted, `found` of them by now.
    void folderProgress(int read, int total, int found);
    void folderStopped(int unread); ///< before folderFinished(); -1: nobody has counted

private:
    struct Private;
    std::unique_ptr<Private> d;
    objects::StudyObjects *m_objects = nullptr;
};

} // namespace consilium::app
