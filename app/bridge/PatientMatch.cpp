#include "app/bridge/PatientMatch.h"

#include "viewer/dicom/PatientIndex.h"
#include "viewer/dicom/PatientMatch.h"

#include <QCoreApplication>

namespace consilium::app
{

using namespace Qt::StringLiterals;

namespace
{

QString squeezed(const QString &name)
{
    return name.simplified().toCaseFolded();
}

enum class Agreement { Unknown, Agrees, Contradicts };

Agreement compare(const QString &a, const QString &b)
{
    if (a.isEmpty() || b.isEmpty())
        return Agreement::Unknown;
    return a == b ? Agreement::Agrees : Agreement::Contradicts;
}

// One group of components suffices: many archives keep only the alphabetic one. But 王力 and 王丽 are both WANG^LI: a
// group that contradicts is not outweighed by one that agrees.
Agreement compareNames(const dicom::PersonName &a, const dicom::PersonName &b)
{
    const Agreement latin = compare(squeezed(a.alphabetic), squeezed(b.alphabetic)),
                    native = compare(squeezed(a.ideographic), squeezed(b.ideographic));
    if (latin == Agreement::Contradicts || native == Agreement::Contradicts)
        return Agreement::Contradicts;
    if (latin == Agreement::Agrees || native == Agreement::Agrees)
        return Agreement::Agrees;
    // "王小东" in the one, "WANG XIAODONG" in the other: nothing can be said.
    return Agreement::Unknown;
}

} // namespace

PriorMatch matchPrior(const dicom::PatientIdentity &patient, const dicom::PatientIdentity &prior, PriorSource source)
{
    const QString id = patient.id.trimmed();
    const bool isOtherIssuer = compare(patient.issuer.trimmed(), prior.issuer.trimmed()) == Agreement::Contradicts;
    if (id.isEmpty() || id != prior.id.trimmed() || isOtherIssuer)
        return PriorMatch::Other;
    return priorDoubt(patient, prior, source).isEmpty() ? PriorMatch::Confirmed : PriorMatch::Doubtful;
}

QString contradictionOf(const dicom::PatientIdentity &patient, const dicom::PatientIdentity &prior)
{
    return dicom::doContradict(patient, prior) ? priorDoubt(patient, prior, PriorSource::Elsewhere) : QString();
}

QString priorDoubt(const dicom::PatientIdentity &patient, const dicom::PatientIdentity &prior, PriorSource source)
{
    const auto say = [](const char *text) { return QCoreApplication::translate("PatientMatch", text); };
    const Agreement names = compareNames(patient.name, prior.name),
                    births = compare(patient.birthDate, prior.birthDate);
    if (compare(patient.issuer.trimmed(), prior.issuer.trimmed()) == Agreement::Contradicts)
        return say(QT_TRANSLATE_NOOP("PatientMatch", "The ID was given by another institution."));
    if (names == Agreement::Contradicts)
        return say(QT_TRANSLATE_NOOP("PatientMatch", "The name is another one."));
    if (births == Agreement::Contradicts)
        return say(QT_TRANSLATE_NOOP("PatientMatch", "The birth date is another one."));
    if (compare(patient.sex, prior.sex) == Agreement::Contradicts)
        return say(QT_TRANSLATE_NOOP("PatientMatch", "The sex is another one."));
    const bool isNamedOnce = patient.issuer.trimmed().isEmpty() != prior.issuer.trimmed().isEmpty();
    const bool isOneDomain = source == PriorSource::SameArchive && prior.issuer.trimmed().isEmpty() &&
                             names == Agreement::Agrees && births == Agreement::Agrees;
    if (isNamedOnce && !isOneDomain)
        return say(
            QT_TRANSLATE_NOOP("PatientMatch", "Which institution gave the ID is not known: check the identity."));
    if (names != Agreement::Agrees && births != Agreement::Agrees)
        return say(QT_TRANSLATE_NOOP("PatientMatch", "Neither name nor birth date can be compared."));
    if (dicom::contradictEachOther(patient, prior)) // names in two scripts of which neither is the other read aloud
        return say(QT_TRANSLATE_NOOP("PatientMatch", "The name is another one."));
    return {};
}

QString doubtNow(const dicom::PatientIdentity &patient, const dicom::PatientIdentity &prior, const QString &listed,
                 PriorSource source)
{
    const QString now = priorDoubt(patient, prior, source);
    const bool areIssuersKnown = !patient.issuer.trimmed().isEmpty() && !prior.issuer.trimmed().isEmpty();
    const bool isOneId = patient.id.trimmed() == prior.id.trimmed();
    return now.isEmpty() && !(areIssuersKnown && isOneId) ? listed : now;
}

Result<void> belongsTo(const Attributes &header, const StudyUid &study, const SeriesUid &series,
                       const dicom::PatientIdentity &patient)
{
    if (header.text(tags::StudyInstanceUid) != study.text())
        return fail(ErrorCode::ProtocolViolation, u"an object of another study came"_s);
    if (!series.isEmpty() && header.text(tags::SeriesInstanceUid) != series.text())
        return fail(ErrorCode::ProtocolViolation, u"an object of another series came"_s);
    if (!isUnknown(patient) && !samePatient(dicom::describeStudy(header).patient, patient))
        return fail(ErrorCode::ProtocolViolation, u"an object of another patient came"_s);
    return {};
}

Result<void> sameObject(const Attributes &header, const dicom::Instance &instance)
{
    if (header.text(tags::SopInstanceUid) != instance.sop.text())
        return fail(ErrorCode::Conflict, u"the file now holds another object"_s);
    if (!belongsTo(header, instance.study, instance.series, instance.patient))
        return fail(ErrorCode::Conflict, u"the file now belongs to another study or patient"_s);
    return {};
}

} // namespace consilium::app
