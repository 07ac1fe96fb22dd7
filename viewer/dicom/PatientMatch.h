#pragma once
#include "viewer/dicom/StudyModel.h"

#include <vector>

namespace consilium::dicom
{

/// Whether two answers speak of the same patient: by Patient ID and, where both name one, its issuer; by the name where
/// neither has an ID. A different spelling of the name under one ID is the same patient.
[[nodiscard]] bool samePatient(const PatientIdentity &a, const PatientIdentity &b);
/// Whether they cannot be taken for one person, although they stand under one ID: names in one script whose letters
/// differ, or other birth dates, or male and female. A name in Chinese alone and one in Latin letters alone are one
/// where the one can be read as the other (Pinyin::spells()) and both say the same ID and birth date; else they are
/// two. What one of them leaves out, and another spacing, case or punctuation, contradicts nothing.
[[nodiscard]] bool contradictEachOther(const PatientIdentity &a, const PatientIdentity &b);
/// Who of them are one person, by samePatient() and contradictEachOther(): for each the number of its person, from 1,
/// in an order that does not depend on theirs. One that fits two who do not fit each other is nobody's: then each of
/// the three is a person of its own, as each is where there are very many.
[[nodiscard]] std::vector<int> personsAmong(const std::vector<PatientIdentity> &identities);
/// Whether a study of that date (YYYYMMDD) cannot be of somebody born then (YYYYMMDD), or not at that age (PS3.5 6.2,
/// AS): by more than a unit, of years two. What is missing or unreadable contradicts nothing.
[[nodiscard]] bool contradictsAge(const PatientIdentity &patient, const QString &studyDate);
/// Nothing is known: what comes first is taken.
[[nodiscard]] bool isUnknown(const PatientIdentity &patient);

} // namespace consilium::dicom
