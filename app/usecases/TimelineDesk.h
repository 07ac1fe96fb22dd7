#pragma once
#include "app/usecases/PatientTimeline.h"
#include "viewer/render2d/Overlay.h"

#include <map>
#include <memory>

namespace consilium::app
{

/// The timelines of the studies that are read, of one person at this computer, and what they said of patients: from
/// both it says which open studies are one patient's, to all that compares studies (StudyImages::pairs()). Without a
/// window. UI thread only.
class TimelineDesk : public QObject
{
    Q_OBJECT
public:
    struct Outside {
        std::function<std::vector<TimelineArchive>()> archives; ///< those that are known now
        /// Opens a study of a timeline to be looked at beside what `reader` reads. `doubt`: why it may be somebody
        /// else's; empty: nothing speaks for that. False: under its UID another patient's study is open, or its archive
        /// is not connected any more. `urgency`: of what is asked for it, until a view shows something of it.
        std::function<bool(const void *reader, const StudyUid &read, const TimelineEntry &entry, const QString &doubt,
                           Priority urgency)>
            open;
    };
    /// `images` outlives this.
    TimelineDesk(const Clock &clock, pixels::StudyImages &images, Outside outside, QObject *parent = nullptr);

    [[nodiscard]] PatientLinks &links() { return m_links; }
    /// Where a study came from.
    void noteHome(const StudyUid &study, const ArchiveId &archive);
    /// Made when first asked for; nothing is asked of an archive before begin().
    [[nodiscard]] PatientTimeline &timelineOf(const StudyUid &read);
    /// Asks every archive that has not answered.
    void begin(const StudyUid &read);
    void archivesChanged(); ///< new ones are asked, by those that have begun
    void forget(const StudyUid &read);

    /// Opens it beside, with what is known of its patient now. `urgency`: Prefetch where nobody has asked for it.
    [[nodiscard]] bool open(const void *reader, const StudyUid &read, const TimelineEntry &entry,
                            Priority urgency = Priority::Visible);
    /// How the patient of `shown` stands to that of `first`, the study that the tab is about; `shown` need not be in
    /// the timeline. As StudyImages::pairs() has it, with words.
    [[nodiscard]] render2d::PatientStanding standing(const StudyUid &first, const StudyUid &shown) const;

Q_SIGNALS:
    void told(const QString &text, bool isFailure); ///< that answers do not last, once

private:
    using Pair = dicom::StudyPairs::Verdict;
    /// The entries of a timeline that are open, by their study; never that of the study which is read.
    using OpenEntries = QHash<StudyUid, const TimelineEntry *>;
    /// Of two studies that are open, from all timelines: StudyImages::setPairs(). What people said and archives
    /// answered since then is in it.
    void judgePairs();
    [[nodiscard]] Pair judged(const std::map<StudyUid, OpenEntries> &known, const StudyUid &a, const StudyUid &b) const;
    /// `entry` is of a timeline of `read`.
    [[nodiscard]] Pair directly(const StudyUid &read, const TimelineEntry &entry) const;
    /// Both are of one timeline of `read`, which is neither of them.
    [[nodiscard]] Pair byAThird(const StudyUid &read, const TimelineEntry &a, const TimelineEntry &b) const;
    [[nodiscard]] const TimelineEntry *entryBetween(const StudyUid &a,
                                                    const StudyUid &b) const; ///< null: none is known

    pixels::StudyImages &m_images;
    const Outside m_outside;
    PatientLinks m_links;
    QHash<StudyUid, ArchiveId> m_homes;
    std::map<StudyUid, std::unique_ptr<PatientTimeline>> m_timelines;
};

/// What a timeline asks of an archive: behind everything else.
[[nodiscard]] TimelineArchive makeTimelineArchive(std::shared_ptr<dicomweb::DicomWebClient> client);
/// Of one that cannot be asked, because of `why`.
[[nodiscard]] TimelineArchive makeClosedArchive(const ArchiveId &id, const QString &name, ErrorCode why);

} // namespace consilium::app
