#pragma once
#include "base/Attributes.h"
#include "base/Ids.h"
#include "viewer/dicom/StudyModel.h"

#include <QMetaType>
#include <QMultiHash>
#include <QString>
#include <QStringList>

#include <vector>

namespace consilium::app
{

/// How urgent a study is, as its archive says; most say nothing.
enum class Urgency { None, High, Stat };
/// From Requested Procedure Priority (0040,1003): STAT, HIGH; or Study Priority ID (0032,000C): HIGH.
[[nodiscard]] Urgency urgencyOf(const Attributes &study);

/// One study as one archive lists it.
struct WorklistRow {
    dicom::StudyHeader study;
    ArchiveId archive;
    QString archiveName;
    QString bodyPart;             ///< where the archive says it with the study
    bool isListed = true;         ///< the archive lists it without the text that was typed
    bool answersText = false;     ///< the archive found it by that text
    bool cameWithRefresh = false; ///< was not there when the list was asked for
    Urgency urgency = Urgency::None;
    bool isNameRepaired = false; ///< the name was written in another character set than its archive says
};

/// One study with all archives that have it: a row of the table.
struct MergedStudy {
    std::vector<WorklistRow> places; ///< at least one; all of the same patient
    bool otherPatient = false;       ///< under the same Study Instance UID there is another patient's study: a row too
    bool isNew = false;              ///< came with a refresh and was not looked at yet

    /// What is shown: the place with the most images, the first of equals.
    [[nodiscard]] const WorklistRow &shown() const;
    [[nodiscard]] QString sources() const; ///< "A, B"
    [[nodiscard]] QString bodyPart() const;
    [[nodiscard]] Urgency urgency() const; ///< the highest that an archive says
    [[nodiscard]] bool isAt(const ArchiveId &archive) const;
    [[nodiscard]] bool isListed() const;
    [[nodiscard]] bool answersText() const;
};

/// The rows of several archives as one list: what has the same Study Instance UID and patient is one study. Under one
/// UID another patient's is a study of its own, and both are marked: nothing is ever mixed.
class StudyMerge
{
public:
    struct Outcome {
        std::vector<int> added;   ///< studies that are new in the list
        std::vector<int> changed; ///< studies with another place or a newer description
        bool regrouped = false;   ///< numbers of studies are no longer what they were
    };
    Outcome add(const std::vector<WorklistRow> &rows);
    /// Takes away what `gone` says; numbers of studies change.
    template<class Gone>
    bool remove(Gone gone)
    {
        bool any = false;
        std::vector<WorklistRow> kept;
        for (const MergedStudy &study : m_studies)
            for (const WorklistRow &row : study.places) {
                if (gone(row)) {
                    any = true;
                    continue;
                }
                kept.push_back(row);
                kept.back().cameWithRefresh = study.isNew;
            }
        if (any) {
            clear();
            add(kept);
        }
        return any;
    }
    void forgetText(); ///< nothing answers the text any more; see WorklistRow::answersText
    void clear();

    [[nodiscard]] const std::vector<MergedStudy> &studies() const { return m_studies; }
    [[nodiscard]] MergedStudy &study(int index) { return m_studies[std::size_t(index)]; }
    [[nodiscard]] std::vector<int> withUid(const StudyUid &uid) const;

private:
    [[nodiscard]] int studyOf(const WorklistRow &row) const; ///< -1: none yet
    void flag(const StudyUid &uid);

    std::vector<MergedStudy> m_studies;
    QMultiHash<QString, int> m_byUid;
};

} // namespace consilium::app

Q_DECLARE_METATYPE(consilium::app::WorklistRow)
