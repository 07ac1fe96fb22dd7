#pragma once
#include "base/Clock.h"
#include "viewer/dicom/PatientIndex.h"

#include <QDate>
#include <QStringList>

#include <vector>

namespace consilium::app
{

/// A study in a patient's timeline.
struct TimelineEntry {
    /// How its patient stands to the one of the study that is read.
    enum class Standing {
        Read,         ///< the study that is read
        Same,         ///< one ID of one issuer
        ByHand,       ///< a person has said that it is the same one
        Perhaps,      ///< a person has to say it
        Contradicted, ///< one ID, and something contradicts
        Denied        ///< a person has said that it is another one
    };
    dicom::StudyHeader study;
    ArchiveId archive; ///< from which it is opened; empty: it came from files
    QString archiveName;
    QStringList alsoAt;     ///< names of further archives that have it
    QStringList modalities; ///< without repeats
    QStringList bodyParts;  ///< Body Part Examined (0018,0015) of its series, capital letters; empty: not known
    Standing standing = Standing::Perhaps;
    QString why;                 ///< what speaks for and against it, for people
    dicom::PatientRecord record; ///< its patient, as that archive knows them
    TimeMs answeredAt = 0;       ///< of ByHand and Denied
    /// Taken for the patient's without a further question.
    [[nodiscard]] bool isConfirmed() const
    {
        return standing == Standing::Read || standing == Standing::Same || standing == Standing::ByHand;
    }
};

/// Stable English names, for scenarios: "read", "same", "by-hand", "perhaps", "contradicted", "denied".
[[nodiscard]] QLatin1String standingName(TimelineEntry::Standing standing);

struct TimelineFilter {
    bool sameModality = false, sameBodyPart = false;
    bool operator==(const TimelineFilter &) const = default;
};

/// The newest first; what has no readable date comes last. Of one moment in the order of their UIDs.
void sortNewestFirst(std::vector<TimelineEntry> &entries);
/// What is not known is not left out: a study of which nobody says the region may be of this one.
[[nodiscard]] bool passes(const TimelineEntry &entry, const TimelineFilter &filter, const TimelineEntry &read);
[[nodiscard]] bool isOfSameModality(const TimelineEntry &a, const TimelineEntry &b);
[[nodiscard]] bool isOfSameBodyPart(const TimelineEntry &a, const TimelineEntry &b); ///< false where one is not known

/// The prior study to compare with: of the confirmed ones that are surely earlier than `read` the newest of the same
/// modality and body part; where there is none the newest of the same modality; else the newest. Null: there is none.
[[nodiscard]] const TimelineEntry *mostRelevantPrior(const std::vector<TimelineEntry> &entries,
                                                     const TimelineEntry &read, const TimelineFilter &filter = {});
/// Of the confirmed ones that pass the filter, the next one that is older (`by` 1) or newer (-1) than the study `from`;
/// never the read one. Null: there is none.
[[nodiscard]] const TimelineEntry *stepFrom(const std::vector<TimelineEntry> &entries, const StudyUid &from, int by,
                                            const TimelineEntry &read, const TimelineFilter &filter = {});

/// "6 months earlier": of two dates (YYYYMMDD). Empty where one is not readable.
[[nodiscard]] QString ageText(const QString &date, const QString &than);
/// "−6 mo": the same where there is little room.
[[nodiscard]] QString shortAgeText(const QString &date, const QString &than);

} // namespace consilium::app
