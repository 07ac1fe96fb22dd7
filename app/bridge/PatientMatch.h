#pragma once
#include "base/Attributes.h"
#include "base/Result.h"
#include "viewer/dicom/PatientMatch.h"
#include "viewer/dicom/StudyModel.h"

namespace consilium::app
{

/// Where a prior study comes from. `SameArchive`: from that of the study which is read, and this archive names nobody's
/// issuer: its IDs are of one domain.
enum class PriorSource { SameArchive, Elsewhere };
/// Whether a study found under this Patient ID is the same patient's. An ID of another issuer is another ID. Where only
/// one of them names the issuer, it is doubtful: QIDO-RS answers may leave it out (PS3.18 10.6.3); but where it is left
/// out of a prior of the same archive, and name and birth date both agree, it is the same. Nothing may contradict
/// (name, birth date, sex), and name or birth date must agree: one ID may be used twice, by two hospitals or by
/// mistake.
enum class PriorMatch { Confirmed, Doubtful, Other };
[[nodiscard]] PriorMatch matchPrior(const dicom::PatientIdentity &patient, const dicom::PatientIdentity &prior,
                                    PriorSource source = PriorSource::Elsewhere);
/// What contradicts, for people; empty: nothing. No hand confirms that.
[[nodiscard]] QString contradictionOf(const dicom::PatientIdentity &patient, const dicom::PatientIdentity &prior);
/// What speaks against it, or is missing, for people.
[[nodiscard]] QString priorDoubt(const dicom::PatientIdentity &patient, const dicom::PatientIdentity &prior,
                                 PriorSource source = PriorSource::Elsewhere);
/// The same of a prior that is open, by what its images say; `listed`: what stood in the list. Who gave the IDs stands
/// in the images, where the list may not have said it.
[[nodiscard]] QString doubtNow(const dicom::PatientIdentity &patient, const dicom::PatientIdentity &prior,
                               const QString &listed, PriorSource source = PriorSource::Elsewhere);
using dicom::isUnknown;
using dicom::samePatient;

/// The header belongs to what was asked for. Error ProtocolViolation, without patient data, when study, series or
/// patient differ. An empty `series` is not compared.
[[nodiscard]] Result<void> belongsTo(const Attributes &header, const StudyUid &study, const SeriesUid &series,
                                     const dicom::PatientIdentity &patient);
/// The header is still that of this object. Error Conflict when it is another one.
[[nodiscard]] Result<void> sameObject(const Attributes &header, const dicom::Instance &instance);

} // namespace consilium::app
