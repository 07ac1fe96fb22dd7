#include "app/worklist/WorklistRow.h"

#include "app/bridge/PatientMatch.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace consilium::app
{

Urgency urgencyOf(const Attributes &study)
{
    constexpr Tag requestedPriority{0x0040, 0x1003}, studyPriority{0x0032, 0x000C};
    Urgency urgency = Urgency::None;
    for (const Tag tag : {requestedPriority, studyPriority}) {
        const QString text = study.text(tag).toUpper();
        if (text == "STAT"_L1)
            return Urgency::Stat;
        if (text == "HIGH"_L1)
            urgency = Urgency::High;
    }
    return urgency;
}

const WorklistRow &MergedStudy::shown() const
{
    return *std::max_element(places.begin(), places.end(), [](const WorklistRow &a, const WorklistRow &b) {
        return a.study.instanceCount < b.study.instanceCount;
    });
}

QString MergedStudy::sources() const
{
    QStringList names;
    for (const WorklistRow &place : places)
        names << place.archiveName;
    names.sort(); // the same, whoever answers first
    return names.join(u", "_s);
}

QString MergedStudy::bodyPart() const
{
    for (const WorklistRow &place : places)
        if (!place.bodyPart.isEmpty())
            return place.bodyPart;
    return {};
}

Urgency MergedStudy::urgency() const
{
    Urgency highest = Urgency::None;
    for (const WorklistRow &place : places)
        highest = std::max(highest, place.urgency);
    return highest;
}

bool MergedStudy::isAt(const ArchiveId &archive) const
{
    return std::any_of(places.begin(), places.end(), [&](const WorklistRow &row) { return row.archive == archive; });
}

bool MergedStudy::isListed() const
{
    return std::any_of(places.begin(), places.end(), [](const WorklistRow &row) { return row.isListed; });
}

bool MergedStudy::answersText() const
{
    return std::any_of(places.begin(), places.end(), [](const WorklistRow &row) { return row.answersText; });
}

StudyMerge::Outcome StudyMerge::add(const std::vector<WorklistRow> &rows)
{
    Outcome outcome;
    for (const WorklistRow &row : rows) {
        const int index = studyOf(row);
        // An archive that has changed its mind about the patient: nothing of what it said before is kept.
        if (const auto others = withUid(row.study.uid); std::any_of(others.begin(), others.end(), [&](int other) {
                return other != index && study(other).isAt(row.archive);
            })) {
            remove(
                [&](const WorklistRow &old) { return old.study.uid == row.study.uid && old.archive == row.archive; });
            outcome = {};
            outcome.regrouped = true;
            const Outcome again = add({row});
            Q_UNUSED(again)
            continue;
        }
        if (index < 0) {
            const int fresh = int(m_studies.size());
            m_studies.push_back({{row}, false, row.cameWithRefresh});
            m_byUid.insert(row.study.uid.text(), fresh);
            flag(row.study.uid);
            outcome.added.push_back(fresh);
            continue;
        }
        auto &places = study(index).places;
        const auto same = std::find_if(places.begin(), places.end(),
                                       [&](const WorklistRow &place) { return place.archive == row.archive; });
        if (same == places.end()) {
            places.push_back(row);
        } else {
            const bool isListed = same->isListed || row.isListed, answersText = same->answersText || row.answersText;
            *same = row;
            same->isListed = isListed;
            same->answersText = answersText;
        }
        outcome.changed.push_back(index);
    }
    return outcome;
}

void StudyMerge::forgetText()
{
    for (MergedStudy &study : m_studies)
        for (WorklistRow &row : study.places)
            row.answersText = false;
}

void StudyMerge::clear()
{
    m_studies.clear();
    m_byUid.clear();
}

std::vector<int> StudyMerge::withUid(const StudyUid &uid) const
{
    std::vector<int> found;
    for (auto it = m_byUid.constFind(uid.text()); it != m_byUid.cend() && it.key() == uid.text(); ++it)
        found.push_back(it.value());
    return found;
}

int StudyMerge::studyOf(const WorklistRow &row) const
{
    for (const int index : withUid(row.study.uid))
        if (samePatient(m_studies[std::size_t(index)].places.front().study.patient, row.study.patient))
            return index;
    return -1;
}

void StudyMerge::flag(const StudyUid &uid)
{
    const auto all = withUid(uid);
    if (all.size() > 1)
        for (const int index : all)
            study(index).otherPatient = true;
}

} // namespace consilium::app
