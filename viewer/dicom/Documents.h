#pragma once
#include "viewer/dicom/StudyModel.h"

#include <QByteArray>

namespace consilium::dicom
{

/// Objects of a study that are read, not looked at as images.
enum class DocumentKind {
    Report,           ///< a structured report, PS3.3 A.35
    KeyImages,        ///< a Key Object Selection, PS3.3 A.35.4
    Pdf,              ///< Encapsulated PDF, PS3.3 A.45.1
    ClinicalDocument, ///< Encapsulated CDA, PS3.3 A.45.2
    Waveform,         ///< ECG and other curves, PS3.3 A.34
    PresentationState ///< how somebody has shown images: a Softcopy Presentation State, PS3.3 A.33.1 (grey), A.33.2
                      ///< (colour)
};

/// What a card and a heading say of a document, from its header alone. A value that never changes; shared.
struct DocumentHeader {
    StudyUid study;
    SeriesUid series;
    SopInstanceUid sop;
    SopClassUid sopClass;
    PatientIdentity patient;
    QString studyDate; ///< YYYYMMDD, for the patient's age
    DocumentKind kind = DocumentKind::Report;
    int instanceNumber = -1;
    QString title;                         ///< Document Title (0042,0010), else the concept name of the root; or empty
    QString date, time;                    ///< of the content (DA, TM), else of the acquisition; or empty
    QString completion;                    ///< (0040,A491) "COMPLETE", "PARTIAL", or empty
    QString verification;                  ///< (0040,A493) "VERIFIED", "UNVERIFIED", or empty
    bool isPreliminary = false;            ///< (0040,A496)
    std::vector<SopInstanceUid> keyImages; ///< that a Key Object Selection names as such, in its order; see keyFrames
    QString localFile;                     ///< path when it was read from a folder
    /// Of each of keyImages the first frame that is meant, from 0. Both are empty of a note that rejects its images or
    /// lists all there are (its title, PS3.16 CID 7010): these are no key images.
    std::vector<int> keyFrames;
};
using DocumentPtr = std::shared_ptr<const DocumentHeader>;

/// The kind of a SOP class; nullopt when it is none of these. Sound recordings and models to print are none.
[[nodiscard]] std::optional<DocumentKind> documentKind(const SopClassUid &sopClass);
/// Errors: NoPixels when it is no document, DicomMalformed without UIDs.
[[nodiscard]] Result<DocumentPtr> describeDocument(const Attributes &header);
/// A series of this modality may hold documents and no images.
[[nodiscard]] bool isDocumentModality(const QString &modality);

/// All of an object, with the long binary values that readHeader() leaves in the file (PDF, samples) as `bytes`, little
/// endian; no pixel data. They may be 512 MB together. Errors as readHeader(), and DicomTruncated, OutOfMemory.
[[nodiscard]] Result<Attributes> readObject(const QByteArray &part10);

/// Text for people: Chinese (GBK) that was declared as Latin 1, or not declared, is put right and `repaired` set.
[[nodiscard]] QString readableText(const Attributes &header, Tag tag, bool *repaired = nullptr);

} // namespace consilium::dicom
