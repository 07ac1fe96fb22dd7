#include "viewer/dicom/PatientMatch.h"

#include <QDate>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace consilium::dicom
{

bool samePatient(const PatientIdentity &a, const PatientIdentity &b)
{
    const QString idA = a.id.trimmed(), idB = b.id.trimmed();
    if (idA.isEmpty() && idB.isEmpty())
        return a.name == b.name;
    const QString issuerA = a.issuer.trimmed(), issuerB = b.issuer.trimmed();
    return idA == idB && (issuerA.isEmpty() || issuerB.isEmpty() || issuerA == issuerB);
}

namespace
{

QString lettersOf(const QString &name)
{
    QString letters;
    for (const QChar c : name.toCaseFolded())
        if (c.isLetterOrNumber() || c.isSurrogate() || c.isMark())
            letters += c;
    return letters;
}

bool isAscii(const QString &text)
{
    return std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c.unicode() < 0x80; });
}

bool differ(const QString &a, const QString &b)
{
    const QString lettersA = lettersOf(a), lettersB = lettersOf(b);
    return !lettersA.isEmpty() && !lettersB.isEmpty() && isAscii(lettersA) == isAscii(lettersB) && lettersA != lettersB;
}

} // namespace

bool contradictEachOther(const PatientIdentity &a, const PatientIdentity &b)
{
    const bool areOfOtherSex = (a.sex == "M"_L1 && b.sex == "F"_L1) || (a.sex == "F"_L1 && b.sex == "M"_L1);
    return differ(a.name.alphabetic, b.name.alphabetic) || differ(a.name.ideographic, b.name.ideographic) ||
           (!a.birthDate.isEmpty() && !b.birthDate.isEmpty() && a.birthDate != b.birthDate) || areOfOtherSex;
}

bool contradictsAge(const PatientIdentity &patient, const QString &studyDate)
{
    const auto dayOf = [](const QString &date) {
        const QStringView text = QStringView(date).trimmed();
        return text.size() == 8 ? QDate(text.left(4).toInt(), text.mid(4, 2).toInt(), text.mid(6, 2).toInt()) : QDate();
    };
    const QDate born = dayOf(patient.birthDate), then = dayOf(studyDate);
    if (!born.isValid() || !then.isValid())
        return false;
    const qint64 days = born.daysTo(then);
    if (days < 0)
        return true;
    const QStringView age = QStringView(patient.age).trimmed();
    bool isNumber = false;
    const int count = age.chopped(std::min(age.size(), qsizetype(1))).toInt(&isNumber);
    if (!isNumber || count < 0)
        return false;
    // Some round up, some complete; years counted the Chinese way are up to two more. Years and months are not all of
    // one length.
    constexpr double leapDays = 2.0;
    const auto isApart = [&](double unit, int more = 1) {
        return double(days) < (count - more) * unit - leapDays || double(days) > (count + 2) * unit + leapDays;
    };
    switch (age.back().toUpper().unicode()) {
    case u'Y':
        return isApart(365.25, 2);
    case u'M':
        return isApart(30.44);
    case u'W':
        return isApart(7.0);
    case u'D':
        return isApart(1.0);
    default:
        return false;
    }
}

bool isUnknown(const PatientIdentity &patient)
{
    return patient.id.trimmed().isEmpty() && patient.name.isEmpty();
}

} // namespace consilium::dicom
