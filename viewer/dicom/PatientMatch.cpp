#include "viewer/dicom/PatientMatch.h"

namespace consilium::dicom
{

bool samePatient(const PatientIdentity &a, const PatientIdentity &b)
{
    const QString idA = a.id.trimmed(), idB = b.id.trimmed();
    if (idA.isEmpty() && idB.isEmpty())
        return a.name == b.name;
    return idA == idB && (a.issuer.isEmpty() || b.issuer.isEmpty() || a.issuer == b.issuer);
}

bool isUnknown(const PatientIdentity &patient)
{
    return patient.id.trimmed().isEmpty() && patient.name.isEmpty();
}

} // namespace consilium::dicom
