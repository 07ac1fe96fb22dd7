#pragma once
#include "viewer/dicom/StudyModel.h"

namespace consilium::dicom
{

/// Whether two answers speak of the same patient: by Patient ID and, where both name one, its issuer; by the name where
/// neither has an ID. A different spelling of the name under one ID is the same patient.
[[nodiscard]] bool samePatient(const PatientIdentity &a, const PatientIdentity &b);
/// Whether they cannot be of one person, although they stand under one ID: names in one script whose letters differ, or
/// other birth dates, or male and female. What one of them leaves out, another spacing, case or punctuation, and a name
/// in Latin letters beside a Chinese one contradict nothing.
[[nodiscard]] bool contradictEachOther(const PatientIdentity &a, const PatientIdentity &b);
/// Whether a study of that date (YYYYMMDD) cannot be of somebody born then (YYYYMMDD), or not at that age (PS3.5 6.2,
/// AS): by more than a unit, of years two. What is missing or unreadable contradicts nothing.
[[nodiscard]] bool contradictsAge(const PatientIdentity &patient, const QString &studyDate);
/// Nothing is known: what comes first is taken.
[[nodiscard]] bool isUnknown(const PatientIdentity &patient);

} // namespace consilium::dicom
