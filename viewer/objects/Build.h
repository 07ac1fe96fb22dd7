#pragma once
#include "base/Attributes.h"
#include "viewer/objects/Codes.h"
#include "viewer/objects/References.h"

#include <map>

/// What the writers and readers of this module share; not for others.
namespace consilium::objects::build
{

inline constexpr Tag contentDate{0x0008, 0x0023}, referencedSeries{0x0008, 0x1115}, referencedImages{0x0008, 0x1140},
    referencedFrames{0x0008, 0x1160}, valueType{0x0040, 0xA040}, relationship{0x0040, 0xA010},
    conceptName{0x0040, 0xA043}, contentSequence{0x0040, 0xA730}, continuity{0x0040, 0xA050},
    templateSequence{0x0040, 0xA504}, currentEvidence{0x0040, 0xA375}, otherEvidence{0x0040, 0xA385},
    predecessorDocuments{0x0040, 0xA360}, graphicData{0x0070, 0x0022}, graphicType{0x0070, 0x0023};

/// A text for an element whose values a backslash parts: without backslashes and control characters.
[[nodiscard]] QString oneValue(QString text);
/// The same for those that hold paragraphs: line ends as PS3.5 6.1.3 has them, CR LF; and back.
[[nodiscard]] QString paragraphs(QString text);
[[nodiscard]] QString fromParagraphs(QString text);

void putText(Attributes &into, Tag tag, const char (&vr)[3], const QString &text);
void putItems(Attributes &into, Tag tag, std::vector<Attributes> items);
/// FL or FD. Rounded to what the VR holds.
void putFloats(Attributes &into, Tag tag, const char (&vr)[3], const std::vector<double> &numbers);
/// The numbers of such an element; long ones come as bytes. Empty where one of them is none.
[[nodiscard]] std::vector<double> floatsIn(const Attributes &from, Tag tag);
void putCode(Attributes &into, Tag tag, const Code &code);
/// A number as DS: at most 16 characters, the nearest that fits. PS3.5 6.2.
[[nodiscard]] QString decimal(double value);

/// Referenced SOP Class, Instance and, where they may be named, frames.
[[nodiscard]] Attributes sopItem(const ImageReference &reference, const std::vector<int> &frames = {});
/// Frames of one object that follow one another, together; an object as a whole for itself.
struct Run {
    ImageReference image;
    std::vector<int> frames;
};
[[nodiscard]] std::vector<Run> runsOf(const std::vector<ImageReference> &images);
/// Series and their objects as PS3.3 table C.17-3 (`sequence` Referenced SOP Sequence) or C.11.11 (Referenced Image
/// Sequence) list them, each object once.
[[nodiscard]] std::vector<Attributes> seriesItems(const std::vector<ImageReference> &references, Tag sequence);
/// Studies with their series and objects, PS3.3 table C.17-3a (Hierarchical SOP Instance Reference Macro).
[[nodiscard]] std::vector<Attributes> studyItems(const std::vector<ImageReference> &references);
/// Current Requested Procedure Evidence of the study of the object; Pertinent Other Evidence of other studies.
void putEvidence(Attributes &into, const std::vector<ImageReference> &references, const StudyUid &own);
/// SOP Instance UID to study and series, of both lists of evidence or of Referenced Series Sequence.
using Listed = std::map<QString, std::pair<StudyUid, SeriesUid>>;
[[nodiscard]] Listed listedIn(const Attributes &object);

/// What all objects have: patient, study, series, equipment, SOP Common. Errors: InvalidArgument where a UID is
/// missing.
[[nodiscard]] Result<Attributes> beginObject(const ObjectHeader &header, const QString &sopClass,
                                             const QString &modality);
/// Errors: InvalidArgument: a reference without class, instance, series or study.
[[nodiscard]] Result<void> checkReferences(const std::vector<ImageReference> &references);

/// Content items. PS3.3 C.17.3.
[[nodiscard]] Attributes contentItem(const QString &type, const QString &relation, const Code &name);
[[nodiscard]] Attributes textItem(const QString &relation, const Code &name, const QString &text);
[[nodiscard]] Attributes codeItem(const QString &relation, const Code &name, const Code &value);
[[nodiscard]] Attributes imageItem(const QString &relation, const Code &name, const ImageReference &reference,
                                   const std::vector<int> &frames);
/// Of an object that is no image.
[[nodiscard]] Attributes compositeItem(const QString &relation, const Code &name, const ImageReference &reference);
[[nodiscard]] Attributes container(const QString &relation, const Code &name, const QString &templateId);
/// Observer Type and Person Observer Name (TID 1001 to 1003); nothing for an empty name.
void addObserver(std::vector<Attributes> &into, const QString &author);

} // namespace consilium::objects::build
