#pragma once
#include "app/usecases/TimelineEntry.h"
#include "app/windows/TabLabel.h"
#include "base/Clock.h"
#include "viewer/pixels/StudyImages.h"
#include "viewer/session/ActionDispatcher.h"

#include <QObject>
#include <QTimer>

#include <cstdint>
#include <optional>
#include <vector>

namespace consilium::app
{

class PatientTimeline;
class StudyHanging;
class TimelineDesk;

/// One reading tab's truth: its dispatcher with its state, and the studies it is about. It outlives the widgets that
/// show it, so a change of language builds new ones on the same session.
class ReadingSession : public QObject
{
    Q_OBJECT
public:
    ReadingSession(const Clock &clock, pixels::StudyImages &images, QObject *parent = nullptr);

    [[nodiscard]] session::ActionDispatcher &dispatcher() { return m_dispatcher; }
    [[nodiscard]] const session::ActionDispatcher &dispatcher() const { return m_dispatcher; }
    [[nodiscard]] const Clock &clock() const { return m_clock; }

    /// The grid of views that it begins with; nothing takes it back. Only before there is a study, or anything was
    /// done: else it does nothing.
    void beginWith(int rows, int columns);
    /// Adds a study; its first image series is shown in the first view as soon as it is listed. `isUndoable`: as an
    /// action like any other (a scenario records it); else it is where the session begins, and undo does not go behind
    /// it. Of a study that is still being read from files an earlier series may be found then: for betterMs it takes
    /// the place of the first one, as long as nothing else was done. An archive lists its series at once: a picture
    /// that came from there stays.
    void addStudy(const StudyUid &study, bool isUndoable);
    /// The reader has put a hand to what is shown, whatever came of it: it is not exchanged for another any more.
    void keepShown();
    /// The action that is being done shows what a study begins with: nobody has chosen it.
    [[nodiscard]] bool isShowingFirst() const { return m_isShowingFirst; }
    /// The protocols by which its studies are hung. Lives as long as the session.
    [[nodiscard]] StudyHanging &hanging() const { return *m_hanging; }
    [[nodiscard]] const std::vector<StudyUid> &studies() const { return m_studies; }
    /// The study that is read now: of the tab's studies the one in the active view; where that shows none of them (a
    /// prior one, or nothing), the one that was there last or that was hung last; at first the one that the tab was
    /// opened with. It is what the tab is named after, whose timeline and hanging protocols are meant, and of which it
    /// is said that it was claimed or read. Empty: the tab has no study.
    [[nodiscard]] StudyUid readStudy() const;
    /// A stage is hung of this study, whatever its first view shows.
    void noteRead(const StudyUid &study);
    /// Whose patient the tab is about: the study that it was opened with. To this one others are compared, whichever
    /// view is the active one. Empty: the tab has no study.
    [[nodiscard]] StudyUid firstStudy() const { return m_studies.empty() ? StudyUid() : m_studies.front(); }
    [[nodiscard]] bool holds(const StudyUid &study) const;
    [[nodiscard]] bool
    holdsOneOf(const std::vector<StudyUid> &studies) const; ///< true where there are none to look for
    /// A study that is looked at beside those that are read: nothing of it is shown by itself, and the tab is not about
    /// it. It may be read in another tab.
    void addPrior(const StudyUid &study);
    [[nodiscard]] const std::vector<StudyUid> &priors() const { return m_priors; }
    /// addPrior() of a study that was opened from the timeline of `read`, where its patient stood so to that one's.
    void addBeside(const TimelineEntry &entry, const StudyUid &read);
    /// It was opened from a timeline, whoever did so.
    [[nodiscard]] bool isBeside(const StudyUid &study) const;
    /// Who the patient is may be known better later, or a person says it: what is looked at beside the study of this
    /// timeline is told the new standing of its patient, so that it says the doubt. Studies beside another one are
    /// judged by that one's timeline.
    void followStandings(const PatientTimeline &timeline, TimelineDesk &desk);
    /// It is one of those that are read, or looked at beside them.
    [[nodiscard]] bool uses(const StudyUid &study) const;
    void removeStudy(const StudyUid &study);

    /// What the tab says: "模体 · CT 头颅". Never part of the window's title.
    [[nodiscard]] QString tabText() const;
    /// All that the tab may say, and its tip; of a session without studies empty.
    [[nodiscard]] TabLabel tabLabel() const;

    /// A study was added whose series are not listed yet.
    [[nodiscard]] bool isOpening() const { return !m_waiting.empty(); }
    /// The study added last of which nothing is shown: on its way, or it holds nothing that a view shows by itself.
    [[nodiscard]] StudyUid awaited() const { return m_waiting.empty() ? StudyUid() : m_waiting.back().study; }
    /// What an empty view says: that a study is on its way, or that of a study only outlines are there and not the
    /// images that they are drawn over. Empty: nothing is awaited.
    [[nodiscard]] QString emptyText() const;

    static constexpr int betterMs = 3000;

Q_SIGNALS:
    void tabTextChanged();
    void emptyTextChanged();

private:
    struct Waiting {
        StudyUid study;
        bool isUndoable = false;
        std::int64_t sinceNs = 0; ///< of the clock that only goes forward
    };
    /// What stands in the first view since the study was opened, and nobody has touched.
    struct Begun {
        StudyUid study;
        SeriesUid series;
        std::int64_t sinceNs = 0;
        std::uint64_t lastSeq = 0, stateHash = 0;
    };
    /// A study that was opened from the timeline of another one.
    struct Beside {
        StudyUid study, read;
        TimelineEntry::Standing standing = TimelineEntry::Standing::Perhaps; ///< as it was told last
    };
    void showWaiting();
    void begin(const StudyUid &study, const dicom::DataSet &first, std::int64_t sinceNs);
    void beginBetter();
    void followEmptyText();
    [[nodiscard]] QString openingText(const Waiting &waiting) const;
    void arrange(const StudyUid &study);

    const Clock &m_clock;
    pixels::StudyImages &m_images;
    QTimer m_lookAgain; ///< while something is opened: how long that takes is told
    session::ActionDispatcher m_dispatcher;
    StudyHanging *m_hanging; ///< a child
    std::vector<StudyUid> m_studies, m_priors;
    std::vector<Beside> m_beside;
    StudyUid m_lastRead;            ///< of the tab's studies the one that was in the active view last
    std::vector<Waiting> m_waiting; ///< not listed yet
    std::optional<Begun> m_begun;
    bool m_isShowingFirst = false;
    void followTabText();
    void tellTabText();
    TabLabel m_lastTabLabel;
    QString m_lastEmptyText;
};

} // namespace consilium::app
