#pragma once
#include "viewer/dicom/StudyModel.h"

#include <QMap>

#include <optional>
#include <utility>

namespace consilium::dicom
{

/// What is known of two studies beyond what their images say: whether archives, or a person, take them for one
/// patient's. The same value serves all that compares studies: linked views, alignment, fusion, cut lines, 3D cursor,
/// hanging of priors, and the frame around a view. A cheap copy.
class StudyPairs
{
public:
    enum class Verdict {
        Unjudged, ///< nobody knows more than the images: samePatient() and contradictEachOther() decide
        Same,     ///< one ID of one issuer, and nothing contradicts (PatientIndex.h)
        ByHand,   ///< a person has said that they are one patient's
        Apart     ///< they contradict each other, a person has still to say it, or has said that they are two patients'
    };

    /// Of the unordered pair; Unjudged takes it out. The headers name the patients that were compared. One study with
    /// itself is no pair.
    void set(const StudyHeader &a, const StudyHeader &b, Verdict verdict);
    [[nodiscard]] Verdict between(const StudyUid &a, const StudyUid &b) const;
    /// Of images of two studies; nullopt: their records decide. So they do where the studies are one patient's and one
    /// of the images names somebody else than its study.
    [[nodiscard]] std::optional<bool> areOnePatients(const Instance &a, const Instance &b) const;
    [[nodiscard]] bool isEmpty() const { return m_pairs.isEmpty(); }
    bool operator==(const StudyPairs &) const = default;

private:
    struct Judged {
        PatientIdentity first, second; ///< of the study that comes first in the key, and of the other one
        Verdict verdict = Verdict::Unjudged;
        bool operator==(const Judged &) const = default;
    };
    using Key = std::pair<StudyUid, StudyUid>; ///< the lesser one first
    QMap<Key, Judged> m_pairs;
};

} // namespace consilium::dicom
