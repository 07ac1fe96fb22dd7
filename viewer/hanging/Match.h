#pragma once
#include "viewer/dicom/StudyModel.h"
#include "viewer/dicom/StudyPairs.h"
#include "viewer/hanging/Protocol.h"

#include <QSet>

#include <vector>

namespace consilium::hanging
{

/// A study as far as it is known.
struct Study {
    dicom::StudyHeader header;
    std::vector<dicom::DataSetPtr> dataSets;       ///< in the order of the series strip; not null
    bool isSettled = true;                         ///< all of its series are described, or cannot be
    std::vector<session::ImageRef> keyImages = {}; ///< named by Key Object Selections of the study
    /// Of a prior: how its patient stands to the current study's.
    dicom::StudyPairs::Verdict toCurrent = dicom::StudyPairs::Verdict::Unjudged;
};
/// What there is to hang. Priors: other studies, in any order; those that are not surely of the same patient, or not
/// surely earlier, are never taken.
struct Studies {
    Study current;
    std::vector<Study> priors;
};

/// Whether something holds; Unknown: the image does not say.
enum class Verdict { No, Unknown, Yes };

/// The image within its stack. Unknown only where nothing speaks against it.
[[nodiscard]] Verdict fits(const ImageCondition &condition, const dicom::DataSet &stack, const dicom::Instance &image);
/// The condition asks for something that differs between images of one stack (laterality, view, image type).
[[nodiscard]] bool isOfImages(const ImageCondition &condition);

/// What one view may show: of a stack the slices `first` to `last`, all of one object where the condition is of images,
/// else the whole.
struct Candidate {
    dicom::DataSetPtr stack;
    int first = 0, last = -1;
};
struct Candidates {
    std::vector<Candidate> fitting; ///< in the order of the strip and of the stacks
    int unknown = 0;                ///< images or stacks that may fit but do not say it
};
/// Stacks of masks, and those without images, are none.
[[nodiscard]] Candidates candidatesFor(const ImageCondition &condition, const Study &study);

/// The prior study that fits; null: there is none. Of an earlier date (of the same day: an earlier time), of the same
/// patient (Study::toCurrent; where that is not judged dicom::samePatient(), not contradicting); without a date of
/// either none.
[[nodiscard]] const Study *priorFor(const PriorCondition &condition, const Studies &studies);

/// What an archive's list says of a study without its images, in capitals. Body parts: Body Part Examined (0018,0015);
/// of a mammogram that says none, the breast.
struct Outline {
    dicom::StudyHeader header;
    QSet<QString> modalities, bodyParts;
    dicom::StudyPairs::Verdict toCurrent = dicom::StudyPairs::Verdict::Unjudged; ///< as in Study
};
[[nodiscard]] Outline outlineOf(const Study &study);
/// By the rules of priorFor(), whichever in the row it is.
[[nodiscard]] bool isPrior(const PriorCondition &condition, const Outline &prior, const Outline &current);
/// Of two priors the newer one; of one moment by their UIDs, so that the order is always one.
[[nodiscard]] bool isNewer(const dicom::StudyHeader &a, const dicom::StudyHeader &b);

/// What `match` of a protocol asks for.
enum class MatchPart { Modality, BodyPart, StudyDescription, Images, Monitors, Prior, Series };
/// One that does not hold.
struct Failing {
    MatchPart part = MatchPart::Modality;
    std::size_t series = 0; ///< which of Match::series, of MatchPart::Series
    bool operator==(const Failing &) const = default;
};
/// All that does not hold, in the order of MatchPart and of the series; empty: the protocol fits.
[[nodiscard]] std::vector<Failing> failingOf(const Match &match, const Studies &studies, int monitors);
/// The number of conditions that the protocol's `match` names.
[[nodiscard]] int conditionsOf(const Protocol &protocol);

/// How specific the protocol is for the studies: the number of conditions that its `match` names, all of which hold.
/// nullopt: one does not hold.
[[nodiscard]] std::optional<int> scoreOf(const Protocol &protocol, const Studies &studies, int monitors);

/// Those that fit, in the order in which they stand there (see inPrecedence()). Pointers into `protocols`.
[[nodiscard]] std::vector<const Protocol *> fittingInOrder(const std::vector<Protocol> &protocols,
                                                           const Studies &studies, int monitors);

/// Earlier studies that are asked for and not open.
struct PriorWish {
    const Protocol *protocol = nullptr; ///< the one that asks, of those that it was looked for in; null: none
    std::vector<PriorCondition> conditions;
};
/// What `protocol` asks for (in its `match` or a cell) and `studies` does not have. No conditions: nothing.
[[nodiscard]] PriorWish priorsWanted(const Protocol &protocol, const Studies &studies);
/// The same of the one that would be used first if every earlier study were open. Null: none would ask.
[[nodiscard]] PriorWish priorsWantedFirst(const std::vector<Protocol> &protocols, const Studies &studies, int monitors);

} // namespace consilium::hanging
