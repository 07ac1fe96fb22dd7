#pragma once
#include "viewer/dicom/StudyModel.h"

#include <QDate>

namespace consilium::dicom
{

/// The day of a DA; also as ACR-NEMA wrote it, "1994.01.30" (PS3.5 table 6.2-1 note). Invalid: it cannot be read.
[[nodiscard]] QDate dayOf(const QString &date);
/// Undated ones are not surely earlier; of one day the time decides where both say it.
[[nodiscard]] bool isSurelyEarlier(const StudyHeader &a, const StudyHeader &b);

} // namespace consilium::dicom
