#include "viewer/dicom/StudyPairs.h"

#include "viewer/dicom/PatientMatch.h"

namespace consilium::dicom
{

namespace
{

/// The image is of the patient that its study was judged by.
bool isOf(const PatientIdentity &judged, const PatientIdentity &image)
{
    return image == judged || isUnknown(image) || (samePatient(image, judged) && !contradictEachOther(image, judged));
}

} // namespace

void StudyPairs::set(const StudyHeader &a, const StudyHeader &b, Verdict verdict)
{
    if (b.uid < a.uid)
        return set(b, a, verdict);
    if (a.uid == b.uid || a.uid.isEmpty())
        return;
    if (verdict == Verdict::Unjudged)
        m_pairs.remove({a.uid, b.uid});
    else
        m_pairs.insert({a.uid, b.uid}, {a.patient, b.patient, verdict});
}

StudyPairs::Verdict StudyPairs::between(const StudyUid &a, const StudyUid &b) const
{
    const auto found = m_pairs.constFind(a < b ? Key{a, b} : Key{b, a});
    return found == m_pairs.constEnd() ? Verdict::Unjudged : found->verdict;
}

std::optional<bool> StudyPairs::areOnePatients(const Instance &a, const Instance &b) const
{
    if (b.study < a.study)
        return areOnePatients(b, a);
    const auto found = m_pairs.constFind({a.study, b.study});
    if (found == m_pairs.constEnd())
        return std::nullopt;
    if (found->verdict == Verdict::Apart)
        return false;
    return isOf(found->first, a.patient) && isOf(found->second, b.patient) ? std::optional(true) : std::nullopt;
}

} // namespace consilium::dicom
