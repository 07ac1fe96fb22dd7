#include "viewer/dicom/PatientIndex.h"

#include "viewer/dicom/NameMatch.h"

#include <QCoreApplication>
#include <QCryptographicHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace consilium::dicom
{

namespace
{

// The collector of texts takes the context from here.
class Text
{
    Q_DECLARE_TR_FUNCTIONS(PatientIndex)
};

/// How far two IDs are of one giver.
enum class Domain { One, Two, Unknown };

struct Comparison {
    NameAgreement names = NameAgreement::Unknown;
    bool isBirthKnown = false, isBirthSame = false;
    bool isSexSame = false, doSexesContradict = false;

    [[nodiscard]] bool doNamesAgree() const
    {
        return names == NameAgreement::Agrees || (names == NameAgreement::SoundsAlike && isBirthSame);
    }
    [[nodiscard]] bool doesContradict() const
    {
        return names == NameAgreement::Contradicts || (isBirthKnown && !isBirthSame) || doSexesContradict;
    }
};

Comparison compare(const PatientIdentity &a, const PatientIdentity &b)
{
    Comparison found;
    found.names = compareNames(a.name, b.name);
    const QString bornA = a.birthDate.trimmed(), bornB = b.birthDate.trimmed();
    found.isBirthKnown = !bornA.isEmpty() && !bornB.isEmpty();
    found.isBirthSame = found.isBirthKnown && bornA == bornB;
    const QString sexA = a.sex.trimmed(), sexB = b.sex.trimmed();
    found.isSexSame = !sexA.isEmpty() && sexA == sexB;
    found.doSexesContradict = (sexA == "M"_L1 && sexB == "F"_L1) || (sexA == "F"_L1 && sexB == "M"_L1);
    return found;
}

Domain domainOf(const PatientRecord &a, const PatientRecord &b, const Comparison &found)
{
    const QString issuerA = a.identity.issuer.trimmed(), issuerB = b.identity.issuer.trimmed();
    if (!issuerA.isEmpty() && !issuerB.isEmpty())
        return issuerA == issuerB ? Domain::One : Domain::Two;
    const bool isOneArchive = !a.archive.isEmpty() && a.archive == b.archive && a.isOneDomain && b.isOneDomain;
    if (!isOneArchive)
        return Domain::Unknown;
    // Images may name the issuer that the archive's lists leave out (PS3.18 10.6.3).
    const bool isNamedOnce = issuerA.isEmpty() != issuerB.isEmpty();
    return !isNamedOnce || (found.doNamesAgree() && found.isBirthSame) ? Domain::One : Domain::Unknown;
}

std::vector<MatchReason> reasonsOf(const Comparison &found)
{
    std::vector<MatchReason> reasons;
    const auto add = [&reasons](bool holds, MatchReason reason) {
        if (holds)
            reasons.push_back(reason);
    };
    add(found.doSexesContradict, MatchReason::SexContradicts);
    add(found.isBirthKnown && !found.isBirthSame, MatchReason::BirthDateContradicts);
    add(found.names == NameAgreement::Contradicts, MatchReason::NameContradicts);
    add(found.names == NameAgreement::Unknown && !found.isBirthKnown, MatchReason::NothingComparable);
    add(found.names == NameAgreement::SoundsAlike, MatchReason::NameSoundsAlike);
    add(found.names == NameAgreement::Agrees, MatchReason::NameAgrees);
    add(found.isSexSame, MatchReason::SexAgrees);
    add(found.isBirthSame, MatchReason::BirthDateAgrees);
    return reasons;
}

PatientVerdict verdict(SamePerson same, const Comparison &found, std::initializer_list<MatchReason> more)
{
    PatientVerdict result{same, reasonsOf(found)};
    result.reasons.insert(result.reasons.end(), more);
    std::sort(result.reasons.begin(), result.reasons.end());
    return result;
}

/// Two records under one ID that may be one institution's.
PatientVerdict underOneId(Domain domain, const Comparison &found)
{
    const bool isOneDomain = domain == Domain::One;
    if (found.doesContradict()) {
        // Hospitals count from 1: one number, and nothing that agrees, is two people.
        if (!isOneDomain && !found.doNamesAgree() && !found.isBirthSame)
            return {};
        return isOneDomain
                   ? verdict(SamePerson::Contradicted, found, {MatchReason::SameId})
                   : verdict(SamePerson::Contradicted, found, {MatchReason::SameId, MatchReason::IssuerUnknown});
    }
    if (!isOneDomain)
        return verdict(SamePerson::Perhaps, found, {MatchReason::SameId, MatchReason::IssuerUnknown});
    const bool isSame = found.doNamesAgree() || found.isBirthSame;
    return verdict(isSame ? SamePerson::Same : SamePerson::Perhaps, found, {MatchReason::SameId});
}

QString reasonText(MatchReason reason)
{
    switch (reason) {
    case MatchReason::SexContradicts:
        return Text::tr("the sex is another one");
    case MatchReason::BirthDateContradicts:
        return Text::tr("the birth date is another one");
    case MatchReason::NameContradicts:
        return Text::tr("the name is another one");
    case MatchReason::OtherIssuer:
        return Text::tr("the ID was given by another institution");
    case MatchReason::OtherId:
        return Text::tr("the Patient ID is another one");
    case MatchReason::NoId:
        return Text::tr("there is no Patient ID to compare");
    case MatchReason::IssuerUnknown:
        return Text::tr("which institution gave the ID is not known");
    case MatchReason::NothingComparable:
        return Text::tr("neither name nor birth date can be compared");
    case MatchReason::NameSoundsAlike:
        return Text::tr("the names, in two scripts, sound alike");
    case MatchReason::SameId:
        return Text::tr("same Patient ID");
    case MatchReason::NameAgrees:
        return Text::tr("same name");
    case MatchReason::SexAgrees:
        return Text::tr("same sex");
    case MatchReason::BirthDateAgrees:
        return Text::tr("same birth date");
    }
    return {};
}

/// With lengths, so that no two records are written alike.
QByteArray written(const PatientRecord &record)
{
    const PatientIdentity &who = record.identity;
    QByteArray bytes;
    // Whose an ID is: the archive says it always, the issuer may be known only once images are there.
    for (const QString &part : {who.id.trimmed(), record.archive.isEmpty() ? who.issuer.trimmed() : record.archive,
                                lettersOf(who.name.alphabetic), lettersOf(who.name.ideographic), who.sex.trimmed(),
                                who.birthDate.trimmed()}) {
        const QByteArray utf8 = part.toUtf8();
        bytes += QByteArray::number(utf8.size()) + ':' + utf8;
    }
    return bytes;
}

} // namespace

PatientVerdict comparePatients(const PatientRecord &a, const PatientRecord &b)
{
    const Comparison found = compare(a.identity, b.identity);
    const QString idA = a.identity.id.trimmed(), idB = b.identity.id.trimmed();
    const bool isOneId = !idA.isEmpty() && idA == idB;
    const Domain domain = domainOf(a, b, found);
    if (isOneId && domain != Domain::Two)
        return underOneId(domain, found);
    if (!found.doNamesAgree() || !found.isBirthSame || found.doSexesContradict)
        return {};
    const MatchReason ids = isOneId                          ? MatchReason::OtherIssuer
                            : idA.isEmpty() || idB.isEmpty() ? MatchReason::NoId
                                                             : MatchReason::OtherId;
    return verdict(SamePerson::Perhaps, found, {ids});
}

bool doContradict(const PatientIdentity &a, const PatientIdentity &b)
{
    return compare(a, b).doesContradict();
}

QString verdictText(const PatientVerdict &verdict)
{
    QStringList texts;
    for (const MatchReason reason : verdict.reasons)
        texts << reasonText(reason);
    return texts.join(u" · "_s);
}

QString pairKey(const PatientRecord &a, const PatientRecord &b)
{
    QByteArray one = written(a), other = written(b);
    if (other < one)
        std::swap(one, other);
    return QString::fromLatin1(
        QCryptographicHash::hash(QByteArray::number(one.size()) + ':' + one + other, QCryptographicHash::Sha256)
            .toHex());
}

} // namespace consilium::dicom
