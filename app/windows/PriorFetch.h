#pragma once
#include "app/usecases/TimelineDesk.h"
#include "viewer/hanging/Match.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <functional>
#include <vector>

namespace consilium::app
{

class ReadingSession;

/// Fetches for one reading tab the earlier studies that a hanging protocol asks for and that are not open: of the
/// timeline those that are the patient's for certain (TimelineEntry::Standing::Same) and fit by the rule of the
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
               QObject *parent);

    /// What was begun for another study or protocol is given up; the same once more changes nothing.
    void begin(const StudyUid &current, const QString &protocol, std::vector<hanging::PriorCondition> conditions);
    /// What is open stays so.
    void stop();
    [[nodiscard]] const StudyUid &current() const { return m_current; } ///< empty: nothing was begun
    [[nodiscard]] const QString &protocol() const { return m_protocol; }
    [[nodiscard]] const std::vector<hanging::PriorCondition> &conditions() const { return m_conditions; }
    /// All that was fetched is described; what to do with it is another's. stop() ends that.
    [[nodiscard]] bool isHere() const { return m_isHere; }
    /// Dates of what came, "2024-03-01, 2022-05-30"; of one without a readable date what it says.
    [[nodiscard]] QString dates() const;
    /// Names of archives that had not answered when it was chosen: they may have newer ones.
    [[nodiscard]] const QStringList &unasked() const { return m_unasked; }

    /// An archive that does not answer holds nothing up for longer.
    static constexpr int archivesMs = 5000;

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
    void follow();
    void choose();
    void watchArrival();
    [[nodiscard]] std::vector<Candidate> candidates() const;
    [[nodiscard]] bool open(const TimelineEntry &entry);

    ReadingSession &m_session;
    pixels::StudyImages &m_images;
    TimelineDesk &m_desk;
    const StudiesOf m_studies;
    QPointer<PatientTimeline> m_timeline; ///< of m_current, or of the last one
    StudyUid m_current;
    QString m_protocol;
    std::vector<hanging::PriorCondition> m_conditions;
    std::vector<StudyUid> m_fetching; ///< opened for this
    QStringList m_unasked;
    bool m_isChosen = false, m_isHere = false;
    QTimer m_soon, m_patience;
};

} // namespace consilium::app
