#pragma once
#include "viewer/dicom/StudyModel.h"

namespace consilium::dicom
{

/// How the names of two answers stand to one another (PS3.5 6.2.1, component groups). Compared are letters and digits,
/// whatever their case, width, spacing and punctuation.
enum class NameAgreement {
    Unknown,     ///< nothing that can be compared: one is missing, or a script that is read in several ways
    Agrees,      ///< in one script, in a group of either
    SoundsAlike, ///< one in Chinese alone, the other in Latin letters that it can be read as (Pinyin::spells())
    Contradicts ///< in some script their letters differ; a group that agrees does not outweigh it (王力, 王丽: WANG LI)
};
[[nodiscard]] NameAgreement compareNames(const PersonName &a, const PersonName &b);

/// What is compared of a name's group: its letters and digits in one case and one width.
[[nodiscard]] QString lettersOf(const QString &group);

} // namespace consilium::dicom
