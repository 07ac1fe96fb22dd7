#pragma once
#include "app/worklist/StudySource.h"

#include <QCache>
#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QHash>
#include <QImage>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <array>
#include <functional>
#include <map>
#include <memory>
#include <vector>

namespace consilium::app
{

/// Small pictures of studies and series for the worklist: fetched while they are in sight and no longer, one after the
/// other at each archive and behind everything else that is asked of it, and kept within a bound of memory. What cannot
/// be had is noted and left alone. UI thread only; pictures are decoded on a worker.
///
/// An archive draws the picture, and may end in it. What known archives end in is not asked for (mayBeDrawn()); a
/// picture over which the connection was dropped is never asked for again; and after MostDropped of them in a row the
/// archive is asked for none until askAgain().
class StudyPictures : public QObject
{
    Q_OBJECT
public:
    /// What a picture is of.
    struct Subject {
        ArchiveId archive;
        StudyUid study;
        SeriesUid series; ///< empty: the one that stands for the whole study
        QString modality; ///< of the series
        int images = -1;  ///< as announced; with another number it is another subject: the study has grown
        bool operator==(const Subject &) const = default;
    };
    enum class Who { Panel, List }; ///< the panel's come first
    enum class State {
        Waiting, ///< for its turn, or for an archive that answers
        There,
        None ///< there is none: no image, or one that the archive cannot draw
    };
    struct Limits {
        int cacheBytes = 32'000'000;
        int slowMs = 3'000;     ///< whoever takes longer for a picture is left alone for a while
        int longestMs = 15'000; ///< a picture that takes longer is given up
        int restMs = 60'000;    ///< how long an archive is left alone
    };
    /// The archive to ask; null: not now (it is away, slow, or busy with a list).
    using SourceFor = std::function<std::shared_ptr<StudySource>(const ArchiveId &)>;

    /// Pictures are fitted into these pixels; smaller ones stay as they are.
    static constexpr QSize Largest{240, 168};
    /// Of a series that the archive does not number from 1: a longer one is not listed for the sake of its middle.
    static constexpr int LongestListed = 1000;
    static constexpr int MostDropped = 2;

    StudyPictures(SourceFor sourceFor, Limits limits, QObject *parent = nullptr);
    ~StudyPictures() override;

    /// What is in sight now, most urgent first; what no longer is gets cancelled.
    void want(Who who, std::vector<Subject> subjects);
    /// Asks nothing while it is paused, and cancels what is on its way.
    void setPaused(bool paused);
    void lookAgain(); ///< an archive may be there again, or be gone
    void askAgain();  ///< the reader wants pictures of those that dropped the connection, too

    [[nodiscard]] QImage picture(const Subject &subject) const; ///< null while there is none
    [[nodiscard]] State state(const Subject &subject) const;
    /// Nothing is being asked just now, nor about to be.
    [[nodiscard]] bool isIdle() const { return m_jobs.empty() && !m_turn.isActive(); }
    /// It dropped the connection over MostDropped pictures in a row, and is asked for no more.
    [[nodiscard]] bool isStopped(const ArchiveId &archive) const;
    [[nodiscard]] qint64 cachedBytes() const { return m_pictures.totalCost(); }

Q_SIGNALS:
    void changed(); ///< a picture has come, or is known to be none

private:
    struct Job {
        Subject subject;
        std::shared_ptr<StudySource> source;
        CancelToken cancel;
        QElapsedTimer since;
    };
    void askNext();
    void begin(const Subject &subject, std::shared_ptr<StudySource> source);
    void takeSeries(const Job &job, const Result<std::vector<Attributes>> &answer);
    void askMiddle(const Job &job, const Subject &series);
    void askListed(const Job &job, const Subject &series);
    void askAny(const Job &job, const Subject &series);
    void fetch(const Job &job, const Subject &series, const std::vector<Attributes> &instances, std::size_t which);
    void draw(const Job &job, const Subject &series, const SopInstanceUid &sop);
    void takeAnswer(const Job &job, const SopInstanceUid &sop, const std::optional<Error> &error);
    void takePicture(const Job &job, const Subject &series, const QImage &picture);
    void takeFailure(const Job &job, const Error &error);
    void noteFailure(const Subject &subject);
    void end(const Job &job);
    void cancel(const ArchiveId &archive);
    void rest(const ArchiveId &archive);
    void forgetOthers(const ArchiveId &archive, const std::shared_ptr<StudySource> &source);
    void keep(const Subject &subject, const QImage &picture);
    void watch();
    [[nodiscard]] bool isWanted(const Subject &subject) const;

    SourceFor m_sourceFor;
    Limits m_limits;
    std::array<std::vector<Subject>, 2> m_wanted;
    std::map<ArchiveId, Job> m_jobs; ///< one at each archive
    std::map<ArchiveId, std::weak_ptr<StudySource>> m_sources;
    std::map<ArchiveId, QDeadlineTimer> m_resting;
    std::map<ArchiveId, QSet<QString>> m_dropped; ///< images over which the connection was dropped
    std::map<ArchiveId, int> m_dropsInARow;
    QCache<Subject, QImage> m_pictures;       ///< cost in bytes
    QCache<Subject, QDeadlineTimer> m_failed; ///< until when
    QTimer m_turn;                            ///< what has ended is told, and the next one asked, in a turn of its own
    QTimer m_watch;                           ///< of what takes long, and of the ends of rests
    bool m_paused = false;
};

[[nodiscard]] size_t qHash(const StudyPictures::Subject &subject, size_t seed = 0) noexcept;

} // namespace consilium::app
