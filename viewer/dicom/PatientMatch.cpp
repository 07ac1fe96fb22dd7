#include "viewer/dicom/PatientMatch.h"

#include "viewer/dicom/NameMatch.h"

#include <QDate>

#include <algorithm>
#include <map>
#include <tuple>

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

/// As many as a series or study may reasonably hold: each is compared with all others.
constexpr std::size_t mostCompared = 24;

bool fitEachOther(const PatientIdentity &a, const PatientIdentity &b)
{
    return samePatient(a, b) && !contradictEachOther(a, b);
}

/// Puts a number on each of these, which are all different.
std::vector<int> numbered(const std::vector<const PatientIdentity *> &different)
{
    const std::size_t count = different.size();
    std::vector<int> persons(count, 0);
    int last = 0;
    for (std::size_t i = 0; i < count; ++i) {
        if (persons[i] > 0)
            continue;
        std::vector<std::size_t> linked{i}; // grows while it is walked through
        std::vector<bool> isLinked(count);
        isLinked[i] = true;
        bool doAllFit = true;
        for (std::size_t at = 0; count <= mostCompared && at < linked.size(); ++at)
            for (std::size_t k = 0; k < count; ++k) {
                const bool doFit = fitEachOther(*different[linked[at]], *different[k]);
                if (doFit && !isLinked[k])
                    linked.push_back(k);
                isLinked[k] = isLinked[k] || doFit;
            }
        for (const std::size_t a : linked)
            for (const std::size_t b : linked)
                doAllFit = doAllFit && fitEachOther(*different[a], *different[b]);
        ++last;
        for (const std::size_t k : linked)
            persons[k] = doAllFit || k == i ? last : persons[k];
    }
    return persons;
}

} // namespace

bool contradictEachOther(const PatientIdentity &a, const PatientIdentity &b)
{
    const bool areOfOtherSex = (a.sex == "M"_L1 && b.sex == "F"_L1) || (a.sex == "F"_L1 && b.sex == "M"_L1);
    const NameAgreement names = compareNames(a.name, b.name);
    const bool isSurelyOne = !a.id.trimmed().isEmpty() && a.id.trimmed() == b.id.trimmed() && !a.birthDate.isEmpty() &&
                             a.birthDate == b.birthDate;
    return names == NameAgreement::Contradicts || (names == NameAgreement::SoundsAlike && !isSurelyOne) ||
           (!a.birthDate.isEmpty() && !b.birthDate.isEmpty() && a.birthDate != b.birthDate) || areOfOtherSex;
}

std::vector<int> personsAmong(const std::vector<PatientIdentity> &identities)
{
    const auto keyOf = [](const PatientIdentity &i) {
        return std::tie(i.id, i.issuer, i.name.alphabetic, i.name.ideographic, i.birthDate, i.sex);
    };
    const auto isFirst = [&](const PatientIdentity &i) { return keyOf(i) == keyOf(identities.front()); };
    if (std::all_of(identities.begin(), identities.end(), isFirst))
        return std::vector<int>(identities.size(), 1);
    struct Known {
        const PatientIdentity *identity;
        int person = 0;
    };
    std::map<decltype(keyOf(identities.front())), Known> known; // sorted: the order in which they came says nothing
    for (const PatientIdentity &identity : identities)
        known.emplace(keyOf(identity), Known{&identity});
    std::vector<const PatientIdentity *> different;
    for (const auto &[key, one] : known)
        different.push_back(one.identity);
    const std::vector<int> numbers = numbered(different);
    std::size_t place = 0;
    for (auto &[key, one] : known)
        one.person = numbers[place++];
    std::vector<int> persons;
    persons.reserve(identities.size());
    for (const PatientIdentity &identity : identities)
        persons.push_back(known.at(keyOf(identity)).person);
    return persons;
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
