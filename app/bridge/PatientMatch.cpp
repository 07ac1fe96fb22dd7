#include "app/bridge/PatientMatch.h"

namespace consilium::app
{

using namespace Qt::StringLiterals;

bool samePatient(const dicom::PatientIdentity &a, const dicom::PatientIdentity &b)
{
    const QString idA = a.id.trimmed(), idB = b.id.trimmed();
    if (idA.isEmpty() && idB.isEmpty())
        return a.name == b.name;
    return idA == idB && (a.issuer.isEmpty() || b.issuer.isEmpty() || a.issuer == b.issuer);
}

bool isUnknown(const dicom::PatientIdentity &patient)
{
    return patient.id.trimmed().isEmpty() && patient.name.isEmpty();
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
