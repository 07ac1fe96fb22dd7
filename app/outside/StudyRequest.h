#pragma once
#include "base/Ids.h"
#include "base/Result.h"
#include "viewer/dicom/StudyModel.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <vector>

namespace consilium::app
{

/// Which studies somebody outside (a RIS, a web page, the command line) asks to see. It can only look: there is nothing
/// in it that adds an archive, signs in, or changes anything.
struct StudyRequest {
    enum class Kind { Study, Patient };
    Kind kind = Kind::Study;
    std::vector<StudyUid> studies; ///< of these, or
    QString accession;             ///< of this number, or of several with commas between them: accessionsOf(); with
                                   ///< UIDs: that they have to have as well
    QString patientId, issuer;     ///< with Kind::Patient; with Kind::Study: whose the study has to be
    int mostRecent = 0;            ///< only so many, the newest; 0: all
    QDateTime from, to;            ///< local time, both ends included; invalid: open
    QStringList modalities;
    bool keyImagesOnly = false;
    bool operator==(const StudyRequest &) const = default;
};

/// The beginning of a link to this program.
inline constexpr const char *linkScheme = "consilium";
[[nodiscard]] bool isStudyLink(const QString &text);

/// Reads `consilium://IHEInvokeImageDisplay?requestType=STUDY&studyUID=...`: the parameters of Invoke Image Display,
/// IHE RAD TF-2 4.106.4.1 (requestType, studyUID, accessionNumber, patientID, mostRecentResults, lowerDateTime,
/// upperDateTime, modalitiesInStudy, keyImagesOnly; viewerType and diagnosticQuality ask for nothing else than what is
/// always done). Parameters that it does not know are passed over, as the profile wants. Error InvalidArgument, whose
/// detail is a sentence in the user's language that repeats nothing of what was given.
[[nodiscard]] Result<StudyRequest> parseStudyLink(const QString &link);

/// The same checks for what stands on the command line. Error as above.
[[nodiscard]] Result<StudyRequest> requestForStudy(const QString &uid);
[[nodiscard]] Result<StudyRequest> requestForAccession(const QString &number);
/// The accession numbers that it names, each once.
[[nodiscard]] QStringList accessionsOf(const StudyRequest &request);
/// It asks for some of a patient's studies only: of a modality, of a time, or the newest.
[[nodiscard]] bool isFiltered(const StudyRequest &request);
/// What it asks for, for the screen: "accession number A1, patient ID 4711", "patient ID 4711, modality CT, since
/// 2025-01-31"; UIDs are shortened. It may name a patient: never for a log or a title.
[[nodiscard]] QString nameOf(const StudyRequest &request);
/// The same of a study that was chosen in the list: the patient as the list names them; without a name the patient ID,
/// and without either the study's UID, shortened.
[[nodiscard]] QString nameOf(const dicom::StudyHeader &study);
/// The link that says the same.
[[nodiscard]] QString toLink(const StudyRequest &request);

/// What an archive answered is what was asked for: archives pass over keys that they do not know, and answer with
/// wild cards of their own.
[[nodiscard]] bool answers(const StudyRequest &request, const dicom::StudyHeader &study);
/// It is, but under another patient than the request names.
[[nodiscard]] bool answersForAnotherPatient(const StudyRequest &request, const dicom::StudyHeader &study);
/// It has the UID that the request names, but another accession number than that names beside it. A study without a
/// number contradicts nothing.
[[nodiscard]] bool answersUnderAnotherAccession(const StudyRequest &request, const dicom::StudyHeader &study);

} // namespace consilium::app
