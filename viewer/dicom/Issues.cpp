#include "viewer/dicom/StudyModel.h"

#include <QCoreApplication>

namespace consilium::dicom
{

namespace
{

struct Sentences {
    const char *headline;
    const char *consequence;
};

Sentences sentencesOf(DataIssue::Kind kind)
{
    using Kind = DataIssue::Kind;
    switch (kind) {
    case Kind::MissingSlices:
        return {QT_TRANSLATE_NOOP("DataIssue", "Slices are missing."),
                QT_TRANSLATE_NOOP("DataIssue",
                                  "Findings in the gap cannot be seen; measurements across it are not reliable.")};
    case Kind::DuplicateSlices:
        return {QT_TRANSLATE_NOOP("DataIssue", "Several images lie at the same position."),
                QT_TRANSLATE_NOOP("DataIssue",
                                  "They follow one another; the number of slices is not the number of positions.")};
    case Kind::UnevenSpacing:
        return {QT_TRANSLATE_NOOP("DataIssue", "The slices are not evenly spaced."),
                QT_TRANSLATE_NOOP("DataIssue", "Scrolling does not move by equal distances.")};
    case Kind::MixedOrientation:
        return {
            QT_TRANSLATE_NOOP("DataIssue", "The images have different orientations."),
            QT_TRANSLATE_NOOP("DataIssue", "They do not form one volume: no reconstruction is made from all of them.")};
    case Kind::MixedFrameOfReference:
        return {QT_TRANSLATE_NOOP("DataIssue", "The images belong to different frames of reference."),
                QT_TRANSLATE_NOOP("DataIssue", "Positions in one part cannot be compared with those in another.")};
    case Kind::NoOrientation:
        return {QT_TRANSLATE_NOOP("DataIssue", "The orientation in the patient is not known."),
                QT_TRANSLATE_NOOP("DataIssue",
                                  "No orientation letters are shown: left and right cannot be told from the data.")};
    case Kind::NoSpacing:
        return {QT_TRANSLATE_NOOP("DataIssue", "The image has no scale."),
                QT_TRANSLATE_NOOP("DataIssue", "Lengths are given in pixels, not in millimetres.")};
    case Kind::GantryTilt:
        return {QT_TRANSLATE_NOOP("DataIssue", "The gantry was tilted."),
                QT_TRANSLATE_NOOP("DataIssue", "Each slice is shifted against the one before.")};
    case Kind::InvalidWindow:
        return {QT_TRANSLATE_NOOP("DataIssue", "A window setting in the file is not valid."),
                QT_TRANSLATE_NOOP("DataIssue",
                                  "It is not used; brightness and contrast may differ from what was intended.")};
    case Kind::InvalidSpacing:
        return {QT_TRANSLATE_NOOP("DataIssue", "A scale in the file is not valid."),
                QT_TRANSLATE_NOOP("DataIssue", "It is not used for measurements.")};
    case Kind::InvalidPadding:
        return {QT_TRANSLATE_NOOP("DataIssue", "The padding value in the file is not valid."),
                QT_TRANSLATE_NOOP("DataIssue", "Pixels outside the scanned area may count as image.")};
    case Kind::MixedPatients:
        return {QT_TRANSLATE_NOOP("DataIssue", "The series contains images of different patients."),
                QT_TRANSLATE_NOOP("DataIssue",
                                  "Only images of one patient are shown together. Check the identity before reading.")};
    case Kind::CharacterSetRepaired:
        return {QT_TRANSLATE_NOOP("DataIssue", "Text was written in another character set than declared."),
                QT_TRANSLATE_NOOP("DataIssue", "It was decoded by its content. Check the patient's name.")};
    case Kind::OtherRepaired:
        break;
    }
    return {QT_TRANSLATE_NOOP("DataIssue", "The file was not written correctly."),
            QT_TRANSLATE_NOOP("DataIssue", "It was read as described here; check what depends on it.")};
}

} // namespace

QString issueHeadline(const DataIssue &issue)
{
    QString sentence = QCoreApplication::translate("DataIssue", sentencesOf(issue.kind).headline);
    if (issue.firstSlice < 0)
        return sentence;
    // The place belongs into the sentence: before its full stop.
    QString stop;
    if (sentence.endsWith(u'.') || sentence.endsWith(u'\u3002')) {
        stop = sentence.right(1);
        sentence.chop(1);
    }
    if (issue.lastSlice <= issue.firstSlice)
        return QCoreApplication::translate("DataIssue", "%1 (at slice %2)").arg(sentence).arg(issue.firstSlice + 1) +
               stop;
    return QCoreApplication::translate("DataIssue", "%1 (slices %2 to %3)")
               .arg(sentence)
               .arg(issue.firstSlice + 1)
               .arg(issue.lastSlice + 1) +
           stop;
}

QString issueConsequence(const DataIssue &issue)
{
    return QCoreApplication::translate("DataIssue", sentencesOf(issue.kind).consequence);
}

} // namespace consilium::dicom
