#include "viewer/dicom/StudyModel.h"

#include <QCoreApplication>

#include <optional>

using namespace Qt::StringLiterals;

namespace consilium::dicom
{

namespace
{

struct Sentences {
    const char *headline;
    const char *consequence;
};

using Kind = DataIssue::Kind;

struct Entry {
    Kind kind;
    Sentences sentences;
};
constexpr Entry entries[] = {
    {Kind::MissingSlices,
     {QT_TRANSLATE_NOOP("DataIssue", "Slices are missing."),
      QT_TRANSLATE_NOOP("DataIssue", "Findings in the gap cannot be seen; measurements across it are not reliable.")}},
    {Kind::DuplicateSlices,
     {QT_TRANSLATE_NOOP("DataIssue", "Several images lie at the same position."),
      QT_TRANSLATE_NOOP("DataIssue", "They follow one another; the number of slices is not the number of positions.")}},
    {Kind::UnevenSpacing,
     {QT_TRANSLATE_NOOP("DataIssue", "The slices are not evenly spaced."),
      QT_TRANSLATE_NOOP("DataIssue", "Scrolling does not move by equal distances.")}},
    {Kind::MixedOrientation,
     {QT_TRANSLATE_NOOP("DataIssue", "The images have different orientations."),
      QT_TRANSLATE_NOOP("DataIssue", "They do not form one volume: no reconstruction is made from all of them.")}},
    {Kind::MixedFrameOfReference,
     {QT_TRANSLATE_NOOP("DataIssue", "The images belong to different frames of reference."),
      QT_TRANSLATE_NOOP("DataIssue", "Positions in one part cannot be compared with those in another.")}},
    {Kind::NoOrientation,
     {QT_TRANSLATE_NOOP("DataIssue", "The orientation in the patient is not known."),
      QT_TRANSLATE_NOOP("DataIssue",
                        "No orientation letters are shown: left and right cannot be told from the data.")}},
    {Kind::NoPosition,
     {QT_TRANSLATE_NOOP("DataIssue", "The positions of the images are not known."),
      QT_TRANSLATE_NOOP("DataIssue", "They are in the order of their numbers; distances between them are not known.")}},
    {Kind::NoSpacing,
     {QT_TRANSLATE_NOOP("DataIssue", "The image has no scale."),
      QT_TRANSLATE_NOOP("DataIssue", "Lengths are given in pixels, not in millimetres.")}},
    {Kind::GantryTilt,
     {QT_TRANSLATE_NOOP("DataIssue", "The gantry was tilted."),
      QT_TRANSLATE_NOOP("DataIssue", "Each slice is shifted against the one before.")}},
    {Kind::InvalidWindow,
     {QT_TRANSLATE_NOOP("DataIssue", "A window setting in the file is not valid."),
      QT_TRANSLATE_NOOP("DataIssue", "It is not used; brightness and contrast may differ from what was intended.")}},
    {Kind::InvalidSpacing,
     {QT_TRANSLATE_NOOP("DataIssue", "A scale in the file is not valid."),
      QT_TRANSLATE_NOOP("DataIssue", "It is not used for measurements.")}},
    {Kind::InvalidPadding,
     {QT_TRANSLATE_NOOP("DataIssue", "The padding value in the file is not valid."),
      QT_TRANSLATE_NOOP("DataIssue", "Pixels outside the scanned area may count as image.")}},
    {Kind::OverlayMissing,
     {QT_TRANSLATE_NOOP("DataIssue", "Drawings that belong over the image cannot be shown."),
      QT_TRANSLATE_NOOP("DataIssue", "They may mark findings or name the side.")}},
    {Kind::SeveralScales,
     {QT_TRANSLATE_NOOP("DataIssue", "Parts of the image have scales of their own, or none."),
      QT_TRANSLATE_NOOP("DataIssue", "Lengths in millimetres hold within one part; elsewhere they are in pixels.")}},
    {Kind::ProfileUnused,
     {QT_TRANSLATE_NOOP("DataIssue", "The colour profile of the image cannot be used."),
      QT_TRANSLATE_NOOP("DataIssue", "Colours are shown as stored and may differ from what was intended.")}},
    {Kind::FrameCount,
     {QT_TRANSLATE_NOOP("DataIssue", "The video does not have as many frames as its header says."),
      QT_TRANSLATE_NOOP("DataIssue", "What is missing or too much cannot be seen.")}},
    {Kind::MixedPatients,
     {QT_TRANSLATE_NOOP("DataIssue", "Different patients in this series."),
      QT_TRANSLATE_NOOP("DataIssue",
                        "Only images of one patient are shown together. Check the identity before reading.")}},
    {Kind::ForeignObjects,
     {QT_TRANSLATE_NOOP("DataIssue", "Another series' objects came with this one."),
      QT_TRANSLATE_NOOP("DataIssue", "They are not shown. Check whose images these are before reading.")}},
    {Kind::AgeContradiction,
     {QT_TRANSLATE_NOOP("DataIssue", "Age, birth date and date of the study contradict each other."),
      QT_TRANSLATE_NOOP(
          "DataIssue", "One of them is wrong, or the study is another patient's. Check the identity before reading.")}},
    {Kind::FrameTimes,
     {QT_TRANSLATE_NOOP("DataIssue", "The times of the frames in the file cannot be used."),
      QT_TRANSLATE_NOOP("DataIssue", "Played, it may be faster or slower than what was recorded.")}},
    {Kind::OutlinesIncomplete,
     {QT_TRANSLATE_NOOP("DataIssue", "Parts of outlines could not be read."),
      QT_TRANSLATE_NOOP("DataIssue", "They are not drawn: where nothing is outlined, something may be.")}},
    {Kind::OutlinesDoubtful,
     {QT_TRANSLATE_NOOP("DataIssue", "Outlines have another number of points than they say."),
      QT_TRANSLATE_NOOP("DataIssue", "They are drawn as they were read; something of them may be missing.")}},
    {Kind::ObjectLeftOut,
     {QT_TRANSLATE_NOOP("DataIssue", "Something of a saved object is not shown."),
      QT_TRANSLATE_NOOP("DataIssue", "Marks, views or key images that others have saved may be missing here.")}},
    {Kind::ArrangedByHand,
     {QT_TRANSLATE_NOOP("DataIssue", "The stack was made by hand."),
      QT_TRANSLATE_NOOP("DataIssue", "A reader has split series or put them together; the files are as they were.")}},
    {Kind::NotArranged,
     {QT_TRANSLATE_NOOP("DataIssue", "The series was not arranged as it was asked for by hand."),
      QT_TRANSLATE_NOOP("DataIssue",
                        "What cannot be one stack stays apart; the images are shown as they are stored.")}},
    {Kind::CharacterSetRepaired,
     {QT_TRANSLATE_NOOP("DataIssue", "Text was read in another character set than it was written in."),
      QT_TRANSLATE_NOOP("DataIssue", "It was decoded by its content. Check the patient's name.")}},
};

Sentences sentencesOf(Kind kind)
{
    for (const Entry &entry : entries)
        if (entry.kind == kind)
            return entry.sentences;
    return {QT_TRANSLATE_NOOP("DataIssue", "The file was not written correctly."),
            QT_TRANSLATE_NOOP("DataIssue", "It was read as the repair says; check what depends on it.")};
}

QString said(const char *sentence)
{
    return QCoreApplication::translate("DataIssue", sentence);
}

/// As short as it can be: "7.5", "3".
QString figure(double value, int decimals)
{
    QString text = QString::number(value, 'f', decimals);
    while (text.contains(u'.') && (text.endsWith(u'0') || text.endsWith(u'.')))
        text.chop(1);
    return text;
}

/// Slices at its ends that other stacks of the series have: addMissingEnds().
bool isShortOfOthers(const DataIssue &issue)
{
    return issue.kind == DataIssue::Kind::MissingSlices && issue.count > 0 && issue.firstSlice < 0;
}

QString shortOfOthers(const DataIssue &issue)
{
    const int before = qRound(issue.valueTo), after = issue.count - before;
    if (before > 0 && after > 0)
        return QCoreApplication::translate("DataIssue", "Fewer slices than others of this series: %1 less before the "
                                                        "first, %2 less after the last.")
            .arg(before)
            .arg(after);
    if (before > 0)
        return QCoreApplication::translate("DataIssue",
                                           "Fewer slices than others of this series: %1 less before the first.")
            .arg(before);
    return QCoreApplication::translate("DataIssue", "Fewer slices than others of this series: %1 less after the last.")
        .arg(after);
}

/// One SOP Instance UID names several different images: differingObjects().
bool isOfOneUid(const DataIssue &issue)
{
    return issue.kind == DataIssue::Kind::DuplicateSlices && issue.value > 0.0;
}

bool isStoredTwice(const DataIssue &issue)
{
    return !isOfOneUid(issue) && issue.kind == DataIssue::Kind::DuplicateSlices && issue.firstSlice < 0 &&
           issue.count > 1;
}

/// What belongs to somebody else came with the study and is not shown.
bool isRefused(const DataIssue &issue)
{
    return issue.kind == DataIssue::Kind::MixedPatients && issue.value > 0.0;
}

/// The headline where there is a figure to say; its place stands in it where it has one. What endangers begins with its
/// gravest words, here and above: the band of a small view has room for little more.
std::optional<QString> headlineInFigures(const DataIssue &issue)
{
    using Kind = DataIssue::Kind;
    if (issue.kind == Kind::MissingSlices && issue.count > 0 && issue.firstSlice >= 0)
        return QCoreApplication::translate("DataIssue", "Slices are missing: %1 between slices %2 and %3.")
            .arg(issue.count)
            .arg(issue.firstSlice + 1)
            .arg(issue.lastSlice + 1);
    if (isShortOfOthers(issue))
        return shortOfOthers(issue);
    if (isOfOneUid(issue))
        return QCoreApplication::translate("DataIssue", "Different images bear the same UID: %1 left out.")
            .arg(issue.count);
    if (isStoredTwice(issue))
        return QCoreApplication::translate("DataIssue", "The series is stored %1 times.").arg(issue.count);
    if (issue.kind == Kind::GantryTilt && issue.value > 0.0)
        return QCoreApplication::translate("DataIssue", "The gantry was tilted by %1°.").arg(figure(issue.value, 1));
    if (isRefused(issue))
        return QCoreApplication::translate("DataIssue", "Another patient's objects, or nobody's, in this study: %1.")
            .arg(qRound(issue.value));
    if (issue.kind == Kind::ForeignObjects && issue.value > 0.0)
        return QCoreApplication::translate("DataIssue", "Another study's objects came with this series: %1.")
            .arg(issue.count);
    if (issue.kind == Kind::FrameTimes && issue.value > 0.0)
        return QCoreApplication::translate("DataIssue", "The times of the frames in the file cannot be used: %1 "
                                                        "frames/s instead.")
            .arg(figure(issue.value, 2));
    if (issue.kind == Kind::OutlinesIncomplete && issue.count > 0)
        return QCoreApplication::translate("DataIssue", "Parts of outlines that could not be read: %1.")
            .arg(issue.count);
    if (issue.kind == Kind::OutlinesDoubtful && issue.count > 0)
        return QCoreApplication::translate("DataIssue",
                                           "Outlines that have another number of points than they say: %1.")
            .arg(issue.count);
    if (issue.count < 2)
        return std::nullopt;
    if (issue.kind == Kind::MixedPatients && issue.valueTo > 0.0)
        return QCoreApplication::translate("DataIssue", "%1 different patients in this study.").arg(issue.count);
    if (issue.kind == Kind::MixedOrientation)
        return QCoreApplication::translate("DataIssue", "The images have %1 different orientations.").arg(issue.count);
    if (issue.kind == Kind::MixedFrameOfReference)
        return QCoreApplication::translate("DataIssue", "The images belong to %1 different frames of reference.")
            .arg(issue.count);
    if (issue.kind == Kind::MixedPatients)
        return QCoreApplication::translate("DataIssue", "%1 different patients in this series.").arg(issue.count);
    return std::nullopt;
}

std::optional<QString> consequenceInFigures(const DataIssue &issue)
{
    using Kind = DataIssue::Kind;
    if (issue.kind == Kind::MissingSlices && issue.value > 0.0)
        return QCoreApplication::translate("DataIssue", "Findings in the gap of %1 mm cannot be seen; measurements "
                                                        "across it are not reliable.")
            .arg(figure(issue.value, 2));
    if (isShortOfOthers(issue))
        return QCoreApplication::translate("DataIssue", "What lies there cannot be seen in this stack: the slices were "
                                                        "not taken, or have not come.");
    if (isRefused(issue))
        return QCoreApplication::translate("DataIssue",
                                           "They are not shown. Check whose study this is before reading.");
    if (issue.kind == Kind::MixedPatients && issue.valueTo > 0.0)
        return QCoreApplication::translate("DataIssue",
                                           "Each series bears the name in its own files. Check the identity before "
                                           "reading.");
    if (isOfOneUid(issue))
        return QCoreApplication::translate("DataIssue", "Of each, one file is shown; what the others hold cannot be "
                                                        "seen. The list of files left out names them.");
    if (isStoredTwice(issue))
        return QCoreApplication::translate("DataIssue",
                                           "Each copy is a stack of its own; nothing in the files tells them apart.");
    if (issue.kind == Kind::DuplicateSlices && issue.count > 0)
        return QCoreApplication::translate("DataIssue",
                                           "They follow one another; there are %1 more images than positions.")
            .arg(issue.count);
    if (issue.kind == Kind::MixedFrameOfReference && issue.value > 0.0)
        return QCoreApplication::translate("DataIssue", "They are one stack all the same, in the order of their "
                                                        "positions: that these fit together is not certain.");
    if (issue.kind == Kind::UnevenSpacing && issue.valueTo > 0.0)
        return QCoreApplication::translate("DataIssue", "Scrolling moves by %1 to %2 mm, not by equal distances.")
            .arg(figure(issue.value, 2), figure(issue.valueTo, 2));
    return std::nullopt;
}

} // namespace

QString issueHeadline(const DataIssue &issue)
{
    if (const std::optional<QString> counted = headlineInFigures(issue))
        return *counted;
    QString sentence = said(sentencesOf(issue.kind).headline);
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
    return consequenceInFigures(issue).value_or(said(sentencesOf(issue.kind).consequence));
}

} // namespace consilium::dicom
