#pragma once
#include "app/usecases/TimelineDesk.h"
#include "app/windows/PriorPatience.h"
#include "viewer/hanging/Match.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <functional>
#include <optional>
#include <vector>

namespace consilium::app
{

class ReadingSession;

/// Fetches for one reading tab the earlier studies that a hanging protocol asks for and that are not open: of the
/// timeline those that are the patient's for certain (TimelineEntry::isConfirmed()) and fit by the rule of the
/// protocol, the newest first. Opened they are looked at beside; nothing of them is shown here. Archives are asked
/// behind everything else, as the timeline asks, and what is opened is fetched behind what somebody looks at, until a
/// view shows something of it. UI thread only.
class PriorFetch : public QObject
{
    Q_OBJECT
public:
    /// What is open, of a study that is read.
    using StudiesOf = std::function<hanging::Studies(const StudyUid &current)>;
    /// `session` and `desk` outlive this.
    PriorFetch(ReadingSession &session, pixels::StudyImages &images, TimelineDesk &desk, StudiesOf studies,
               PriorPatience patience, QObject *parent);

    /// What was begun for another study or protocol is given up; the same once more changes nothing. What came to
    /// nothing is not begun again, and archives that failed are not asked again for it, unless something else is known
    /// of the study that is read; or `isWished`: the reader asks.
    void begin(const StudyUid &current, const QString &protocol, std::vector<hanging::PriorCondition> conditions,
               bool isWished);
    /// What is open stays so.
    void stop();
    [[nodiscard]] const StudyUid &current() const { return m_current; } ///< empty: nothing was begun
    [[nodiscard]] const QString &protocol() const { return m_protocol; }
    [[nodiscard]] const std::vector<hanging::PriorCondition> &conditions() const { return m_conditions; }
    /// All that was fetched is described, or what is not was waited for in vain; what to do with it is another's.
    /// stop() ends that.
    [[nodiscard]] bool isHere() const { return m_isHere; }
    /// Dates of what came, "2024-03-01, 2022-05-30"; of one without a readable date what it says.
    [[nodiscard]] QString dates() const { return datesOf(m_fetching); }
    /// Names of archives of which it was not known, when it was chosen, what they have under the Patient ID: they may
    /// have newer ones.
    [[nodiscard]] const QStringList &unasked() const { return m_unasked; }
    /// Dates of newer studies of which it was not known whether they fit: nobody has told of their series.
    [[nodiscard]] const QStringList &undescribed() const { return m_undescribed; }
    /// Dates of what was chosen too and has not come.
    [[nodiscard]] const QStringList &late() const { return m_late; }

Q_SIGNALS:
    void came();                      ///< isHere() now
    void failed(const QString &text); ///< a sentence for the reader; what has come all the same follows by came()

private:
    /// A study that may be taken, newest first among its like.
    struct Candidate {
        hanging::Outline outline;
        const TimelineEntry *entry = nullptr; ///< null: it is open
        bool isDescribed = true;              ///< nothing more will be known of it without opening it
    };
    struct Choice {
        std::vector<TimelineEntry> wanted; ///< to be opened
        std::vector<StudyUid> open;        ///< already, and described since they were asked for
        QStringList undescribed;           ///< dates of those that may fit, and would come before
    };
    /// What came to nothing.
    struct Vain {
        StudyUid current;
        QString protocol;
        std::vector<hanging::PriorCondition> conditions;
        QSet<QString> modalities, bodyParts; ///< of the study that is read, as far as it was known
        bool operator==(const Vain &) const = default;
    };
    void follow();
    void choose();
    void openChosen(const Choice &chosen);
    void sayWhatIsNotKnown();
    void watchArrival();
    void dropGone();
    void giveUpLate();
    void endInVain();
    [[nodiscard]] Vain asking(const StudyUid &current, const QString &protocol,
                              const std::vector<hanging::PriorCondition> &conditions) const;
    [[nodiscard]] std::vector<Candidate> candidates() const;
    [[nodiscard]] Choice choice() const;
    [[nodiscard]] bool open(const TimelineEntry &entry);
    [[nodiscard]] bool isThere(const StudyUid &study) const;
    [[nodiscard]] QString datesOf(const std::vector<StudyUid> &studies) const;

    ReadingSession &m_session;
    pixels::StudyImages &m_images;
    TimelineDesk &m_desk;
    const StudiesOf m_studies;
    QPointer<PatientTimeline> m_timeline; ///< of m_current, or of the last one
    StudyUid m_current;
    QString m_protocol;
    std::vector<hanging::PriorCondition> m_conditions;
    std::vector<StudyUid> m_fetching; ///< opened for this
    QStringList m_unasked, m_undescribed, m_late;
    std::optional<Vain> m_vain;
    std::size_t m_extent = 0; ///< stacks and images that are described of what is being fetched
    bool m_isWished = false, m_isChosen = false, m_isHere = false, m_isSeriesOver = false;
    QTimer m_soon, m_archives, m_series, m_arrival;
};

} // namespace consilium::app
