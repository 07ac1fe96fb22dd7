#pragma once
#include "app/bridge/StudyTable.h"
#include "base/CancelToken.h"
#include "base/Clock.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <functional>
#include <map>
#include <memory>
#include <optional>

namespace consilium::app
{

/// Which archives of open studies do not answer, since when, and when they are asked again; and which of these studies
/// an archive no longer has. It listens to what became of the questions that are asked anyway; an archive that is away,
/// and is asked nothing any more, it asks itself, until it is back. UI thread only.
class ArchiveWatch : public QObject
{
    Q_OBJECT
public:
    using Client = std::shared_ptr<dicomweb::DicomWebClient>;
    struct Trouble {
        QString archive; ///< its name
        Error error;
        TimeMs since = 0;
        int againMs = -1; ///< until it is asked again; -1: nobody knows
        /// What it has of the study is not known yet: the study opens when it answers again.
        bool isOpening = false;
    };
    /// What an archive no longer has although it has listed it.
    struct Gone {
        QString archive, studyDate, studyTime; ///< its name; as in DICOM
        int series = 0;                        ///< so many of the study; 0: the whole study
        bool operator==(const Gone &) const = default;
    };
    explicit ArchiveWatch(const StudyTable &table, QObject *parent);
    ~ArchiveWatch() override; ///< cancels

    /// A study of an archive is being opened: looks after it from now on.
    void begin(const StudyUid &study);
    /// The archive has said what it has of it.
    void noteListed(const StudyUid &study);
    /// A question was not answered; `againMs`: it is asked again after so long, -1: not by itself. What is no trouble
    /// of the archive or of the line is left alone.
    void noteFailure(const Client &archive, const Error &error, int againMs = -1);
    /// It answered. Who has asked to wait is believed until that time is over; and where what failed was asked for
    /// again a moment ago, in vain, it is left alone for longer each time, whatever else it answers.
    void noteAnswer(const Client &archive);
    /// Of the archive that a study came from. A hiccup of less than `quietMs` is none, nor is what
    /// it has answered since: it is there, whatever it does not give.
    [[nodiscard]] std::optional<Trouble> troubleOf(const StudyUid &study) const;
    /// Something of a series was not found: the archive is asked what it still has of its study, and where it lists the
    /// series, which of its objects (answeredMissing()). Other errors are left alone.
    void noteMissing(const StudyUid &study, const SeriesUid &series, const Error &error);
    /// What is missing of these series is asked for anew: until it fails again nothing is said of them. What is said of
    /// other series of the study stays until the archive, which is asked, says something else.
    void forgetMissing(const StudyUid &study, const QSet<SeriesUid> &series);
    /// Nothing: it is all there as far as is known, or single images are missing, which say so themselves.
    [[nodiscard]] std::optional<Gone> goneOf(const StudyUid &study) const;
    /// Asks those that are away now.
    void askNow();

    static constexpr int quietMs = 1500, askMs = 5000;

Q_SIGNALS:
    void changed(); ///< troubleOf() or goneOf() says something else; while anything is wrong, at least once a second
    /// What the archive still lists of a series of which something was not found; null: the series neither.
    void answeredMissing(const consilium::StudyUid &study, const consilium::SeriesUid &series,
                         const std::optional<QSet<consilium::SopInstanceUid>> &listed);
    /// It answers again: what failed meanwhile may be asked for.
    void recovered(const std::shared_ptr<consilium::dicomweb::DicomWebClient> &archive);

private:
    struct State {
        Client client;
        Error error;
        TimeMs since = 0;
        std::int64_t beganMs = 0, againAtMs = -1, askedAtMs = 0; ///< by steadyMs()
        std::int64_t notBeforeMs = 0;                            ///< by then it is left alone
        bool isAsking = false;
        bool hasAnswered = false; ///< since it last failed
    };
    struct Relapse {
        Client client;
        std::int64_t recoveredMs = 0;
        int pauseMs = 0;
    };
    struct Missing {
        bool isAsking = false, isToAsk = false;
        QSet<SeriesUid> inDoubt; ///< something of them was not found, and the archive has not said yet what it lists
        QSet<SeriesUid> retried; ///< nothing is said of them
        QSet<SeriesUid> gone;
        bool isWhole = false; ///< the archive lists nothing of the study
    };
    struct Mail;
    void lookForMissing();
    void askWhatIsLeft(const StudyUid &study);
    void takeWhatIsLeft(const StudyUid &study, const Result<std::vector<Attributes>> &rows);
    void askWhichObjects(const StudyUid &study, const SeriesUid &series);
    void takeObjects(const StudyUid &study, const SeriesUid &series, const Result<std::vector<Attributes>> &rows);
    [[nodiscard]] QSet<SeriesUid> seriesOf(const StudyUid &study) const;
    void look();
    void keepLooking();
    bool lookIntoQueues();
    void ask(State &state);
    void end(const dicomweb::DicomWebClient *client);
    [[nodiscard]] std::optional<StudyUid> studyOf(const Client &client) const;
    [[nodiscard]] static bool asksToWait(const State &state);
    [[nodiscard]] int pauseAfterRelapse(const Client &archive, std::int64_t nowMs);

    const StudyTable &m_table;
    std::map<const dicomweb::DicomWebClient *, State> m_states;
    std::map<const dicomweb::DicomWebClient *, Relapse> m_relapses; ///< those that recovered, and how they do since
    QHash<StudyUid, Missing> m_missing;
    QSet<StudyUid> m_opening; ///< not listed yet
    QTimer m_timer;
    CancelToken m_cancel;
    std::shared_ptr<Mail> m_mail;
};

} // namespace consilium::app
