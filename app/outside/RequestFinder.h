#pragma once
#include "app/outside/StudyRequest.h"
#include "app/settings/ArchiveSet.h"
#include "app/worklist/WorklistRow.h"

#include <QObject>
#include <QTimer>

#include <set>
#include <vector>

namespace consilium::app
{

/// What the archives know of a request.
struct RequestFinding {
    struct Down {
        QString archive, why; ///< a sentence for the reader
    };
    std::vector<MergedStudy> studies; ///< that answer it, newest first; the same study in several archives once
    QStringList asked;                ///< archives that have answered
    std::vector<Down> down;           ///< those that have not
    bool isCut = false;               ///< an archive has more than it listed
    bool ofAnotherPatient = false;    ///< the study is there, but under another patient than the request names
    bool ofAnotherAccession = false;  ///< it is there, but with another accession number than the request names
};

/// What is to be done then.
struct RequestOutcome {
    enum class Kind { Open, Choose, Nothing };
    Kind kind = Kind::Nothing;
    std::vector<MergedStudy> studies; ///< to be opened, or to be chosen from
    QString notice;                   ///< for the reader; empty: nothing is to be said
    bool isFailure = false;           ///< the notice stays until it is closed
};
/// Opens only what can be meant alone: an accession number is unique in no more than its own archive, and an archive
/// that is down may hold another study of that number. A Study Instance UID is unique everywhere.
[[nodiscard]] RequestOutcome decide(const StudyRequest &request, const RequestFinding &finding);

/// No archive has what is asked for by UID, but all of it is open already, from a folder say: `open` are the headers of
/// those studies. Only when each is what the request describes, and its patient's.
[[nodiscard]] bool isAnsweredByOpen(const StudyRequest &request, const RequestFinding &finding,
                                    const std::vector<dicom::StudyHeader> &open);

/// Asks every archive for what a request names: also those that the keychain gives its password for only later, within
/// keychainMs. Ends when all have answered or failed; with UIDs as soon as each of them is found.
class RequestFinder : public QObject
{
    Q_OBJECT
public:
    static constexpr int keychainMs = 30'000; ///< that a person may need to unlock it

    RequestFinder(ArchiveSet &archives, StudyRequest request, QObject *parent = nullptr);
    ~RequestFinder() override; ///< cancels

    void start();
    /// Archives whose password or token has not come are told as not asked, instead of waiting on. After keychainMs it
    /// is done by itself.
    void giveUpKeychain();
    [[nodiscard]] bool isRunning() const { return m_running; }
    [[nodiscard]] const StudyRequest &request() const { return m_request; }

Q_SIGNALS:
    void finished(const consilium::app::RequestFinding &finding);

private:
    void proceed();
    void ask(const Archive &archive);
    void take(const dicomweb::ArchiveConfig &archive, const Result<dicomweb::StudyPage> &page);
    void conclude();
    [[nodiscard]] bool hasAllStudies() const;
    [[nodiscard]] QString keychainText(const Archive &archive) const;

    ArchiveSet &m_archives;
    StudyRequest m_request;
    StudyMerge m_merge;
    RequestFinding m_finding;
    CancelToken m_cancel;
    std::set<ArchiveId> m_asked, m_failed;
    QTimer m_keychainLimit{this};
    int m_outstanding = 0;
    bool m_running = false;
    bool m_isKeychainSilent = false;
};

} // namespace consilium::app
