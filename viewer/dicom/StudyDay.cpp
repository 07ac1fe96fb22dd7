#include "viewer/dicom/StudyDay.h"

using namespace Qt::StringLiterals;

namespace consilium::dicom
{

namespace
{

/// ACR-NEMA wrote "10:30:00".
QString digitsOf(const QString &time)
{
    return time.trimmed().remove(u':');
}

} // namespace

QDate dayOf(const QString &date)
{
    const QString digits = date.trimmed().remove(u'.').remove(u'-');
    return digits.size() == 8 ? QDate::fromString(digits, u"yyyyMMdd"_s) : QDate();
}

bool isSurelyEarlier(const StudyHeader &a, const StudyHeader &b)
{
    const QDate dayA = dayOf(a.date), dayB = dayOf(b.date);
    if (!dayA.isValid() || !dayB.isValid())
        return false;
    if (dayA != dayB)
        return dayA < dayB;
    const QString timeA = digitsOf(a.time), timeB = digitsOf(b.time);
    return !timeA.isEmpty() && !timeB.isEmpty() && timeA < timeB;
}

} // namespace consilium::dicom
