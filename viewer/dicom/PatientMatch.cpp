#include "viewer/dicom/PatientMatch.h"

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

bool isUnknown(const PatientIdentity &patient)
{
    return patient.id.trimmed().isEmpty() && patient.name.isEmpty();
}

} // namespace consilium::dicom
