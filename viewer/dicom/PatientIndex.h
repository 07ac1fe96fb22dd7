#pragma once
#include "viewer/dicom/StudyModel.h"

#include <QByteArray>

#include <vector>

namespace consilium::dicom
{

/// Somebody as one archive knows them.
struct PatientRecord {
    PatientIdentity identity;
    QString archive; ///< which one that is, by an id that lasts; empty: files
    /// This archive names the issuer of an ID (0010,0021) nowhere: all its IDs are of one domain.
    bool isOneDomain = false;
};

/// How two records stand to one another. By Patient ID and its issuer (PS3.3 C.7.1.1, C.12.5); where who gave the IDs
/// is not known, or they differ, by name, sex and birth date. Never more than what the records say.
enum class SamePerson {
    Same,         ///< one ID of one issuer, name or birth date agree, nothing contradicts
    Perhaps,      ///< nothing contradicts, and only a person can say whether it is the same one
    Contradicted, ///< one ID, and another sex, birth date or name: an error of somebody's, never taken for one
    Other         ///< nothing speaks for it
};
enum class MatchReason {
    SexContradicts,
    BirthDateContradicts,
    NameContradicts,
    OtherIssuer,       ///< the same ID, given by another institution
    OtherId,           ///< two IDs
    NoId,              ///< one of them has none
    IssuerUnknown,     ///< the same ID, and it is not known whether one institution gave both
    NothingComparable, ///< neither name nor birth date
    NameSoundsAlike,   ///< Chinese and Latin letters
    SameId,
    NameAgrees,
    SexAgrees,
    BirthDateAgrees
};
struct PatientVerdict {
    SamePerson same = SamePerson::Other;
    std::vector<MatchReason> reasons; ///< in the order of MatchReason: what speaks against it first; none for Other
    bool operator==(const PatientVerdict &) const = default;
};
/// Without an ID of one issuer both name and birth date have to agree, and the sex must not contradict: names alone are
/// shared by too many. Symmetric.
[[nodiscard]] PatientVerdict comparePatients(const PatientRecord &a, const PatientRecord &b);
/// Whether sex, birth date or name of the two contradict each other. M and F do; what is missing, or O, does not.
[[nodiscard]] bool doContradict(const PatientIdentity &a, const PatientIdentity &b);
/// What speaks for and against it, in the user's language, in one line.
[[nodiscard]] QString verdictText(const PatientVerdict &verdict);

/// Names the unordered pair of the two records as they stand: 64 hexadecimal digits (SHA-256). Another one as soon as
/// ID, name, sex or birth date of either is another, so that what a person said of the pair is then asked again.
[[nodiscard]] QString pairKey(const PatientRecord &a, const PatientRecord &b);

} // namespace consilium::dicom
