#pragma once
#include "viewer/dicom/StudyDay.h"

#include <QDate>
#include <QString>
#include <QStringList>

namespace consilium::app
{

/// "男 52" / "M 52": the age as written (0010,1010), else from the birth date on the day of the study; months below two
/// years. "—" when neither sex nor age is known.
[[nodiscard]] QString sexAndAge(const dicom::PatientIdentity &patient, const QString &studyDate);
/// "2026-11-23 09:41" of a DA and a TM; a date that cannot be read is shown as written, a missing one as "—".
[[nodiscard]] QString dateAndTime(const QString &date, const QString &time);
/// The modalities of a study, one by one, however they are joined.
[[nodiscard]] QStringList modalityList(const QString &modalities);
/// Those that say most first: PT of a PET/CT before CT, images before what was written about them.
[[nodiscard]] QStringList byWeight(QStringList modalities);
using dicom::dayOf;
/// The name that a tab shows: the ideographic group, else the alphabetic one.
[[nodiscard]] QString shortName(const dicom::PersonName &name);
/// "—" for an empty text.
[[nodiscard]] QString orDash(const QString &text);

} // namespace consilium::app
