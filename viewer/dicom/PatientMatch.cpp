#include "viewer/dicom/PatientMatch.h"

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

bool isUnknown(const PatientIdentity &patient)
{
    return patient.id.trimmed().isEmpty() && patient.name.isEmpty();
}

} // namespace consilium::dicom
