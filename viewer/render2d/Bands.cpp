#include "viewer/render2d/Overlay.h"

#include "viewer/render2d/ImageCount.h"
#include "viewer/render2d/OverlayFormat.h"

#include <QCoreApplication>

#include <cmath>

namespace consilium::render2d
{

using namespace Qt::StringLiterals;

namespace
{

// The collector of texts takes the context from here.
class Text
{
    Q_DECLARE_TR_FUNCTIONS(Overlay)
};

using Kind = dicom::DataIssue::Kind;

struct IssueRank {
    Kind kind;
    const char *id;
    Grade grade;
};
/// The gravest first: who it is, then where things lie, then how they look, then what was repaired.
constexpr IssueRank issueRanks[] = {
    {Kind::MixedPatients, "MixedPatients", Grade::Danger},
    {Kind::ForeignObjects, "ForeignObjects", Grade::Danger},
    {Kind::AgeContradiction, "AgeContradiction", Grade::Caution},
    {Kind::MixedFrameOfReference, "MixedFrameOfReference", Grade::Caution},
    {Kind::MixedOrientation, "MixedOrientation", Grade::Caution},
    {Kind::NotArranged, "NotArranged", Grade::Caution},
    {Kind::MissingSlices, "MissingSlices", Grade::Caution},
    {Kind::DuplicateSlices, "DuplicateSlices", Grade::Caution},
    {Kind::UnevenSpacing, "UnevenSpacing", Grade::Caution},
    {Kind::NoOrientation, "NoOrientation", Grade::Caution},
    {Kind::NoPosition, "NoPosition", Grade::Caution},
    {Kind::NoSpacing, "NoSpacing", Grade::Caution},
    {Kind::InvalidSpacing, "InvalidSpacing", Grade::Caution},
    {Kind::FrameCount, "FrameCount", Grade::Caution},
    {Kind::SeveralScales, "SeveralScales", Grade::Caution},
    {Kind::OutlinesIncomplete, "OutlinesIncomplete", Grade::Caution},
    {Kind::OutlinesDoubtful, "OutlinesDoubtful", Grade::Caution},
    {Kind::ObjectLeftOut, "ObjectLeftOut", Grade::Caution},
    {Kind::OverlayMissing, "OverlayMissing", Grade::Caution},
    {Kind::CharacterSetRepaired, "CharacterSetRepaired", Grade::Caution},
    {Kind::OtherRepaired, "OtherRepaired", Grade::Caution},
    {Kind::ArrangedByHand, "ArrangedByHand", Grade::Information},
    {Kind::GantryTilt, "GantryTilt", Grade::Information},
    {Kind::FrameTimes, "FrameTimes", Grade::Information},
    {Kind::InvalidWindow, "InvalidWindow", Grade::Information},
    {Kind::InvalidPadding, "InvalidPadding", Grade::Information},
    {Kind::ProfileUnused, "ProfileUnused", Grade::Information},
};

/// `areGravest`: those that endanger, else all others.
void addIssues(std::vector<Band> &causes, const OverlayInput &input, bool areGravest)
{
    std::vector<const dicom::DataIssue *> issues;
    if (input.dataSet) {
        for (const auto &issue : input.dataSet->issues)
            issues.push_back(&issue);
    }
    if (input.instance) {
        for (const auto &issue : input.instance->issues)
            issues.push_back(&issue);
    }
    // A profile that looked sound and is not is found out while the frame is decoded.
    dicom::DataIssue refused;
    refused.kind = Kind::ProfileUnused;
    if (input.frame && input.frame->profileRefused)
        issues.push_back(&refused);
    for (const auto &rank : issueRanks) {
        // Who has calibrated the image by hand has lengths in mm, and a scale bar that says so.
        if (rank.kind == Kind::NoSpacing && input.calibration.spacing)
            continue;
        for (const auto *issue : issues) {
            if (issue->kind != rank.kind || (rank.grade == Grade::Danger) != areGravest)
                continue;
            Band band;
            band.kind = Band::Kind::Warning;
            band.id = QString::fromLatin1(rank.id);
            band.grade = rank.grade;
            band.headline = dicom::issueHeadline(*issue);
            band.consequence = dicom::issueConsequence(*issue);
            // The stack and its image may report the same thing: one cause, said once.
            if (std::find(causes.begin(), causes.end(), band) == causes.end())
                causes.push_back(std::move(band));
        }
    }
}

Band band(Band::Kind kind, const QString &id, const QString &headline, const QString &consequence)
{
    Band b;
    b.kind = kind;
    b.grade = kind == Band::Kind::Error ? Grade::Danger : Grade::Caution;
    b.id = id;
    b.headline = headline;
    b.consequence = consequence;
    return b;
}

void addErrors(std::vector<Band> &causes, const OverlayInput &input)
{
    const auto *instance = input.instance;
    const QString announced = input.study.patient.id.trimmed();
    if (instance && !announced.isEmpty() && !instance->patient.id.trimmed().isEmpty() &&
        announced != instance->patient.id.trimmed())
        causes.push_back(band(Band::Kind::Error, u"PatientMismatch"_s, Text::tr("Another patient's image"),
                              Text::tr("the image names another patient than the study · do not report")));
    if (!input.failure.isEmpty())
        causes.push_back(band(Band::Kind::Error, u"ImageFailed"_s, Text::tr("Image not available"), input.failure));
    if (input.frame && input.frame->damaged)
        causes.push_back(band(Band::Kind::Error, u"PixelsDamaged"_s, Text::tr("Image data damaged"),
                              Text::tr("what is hatched is missing · not for diagnosis")));
    const auto &fusion = input.fusion;
    if (fusion && !fusion->isRefused() && fusion->damaged > 0)
        causes.push_back(band(Band::Kind::Error, u"FusionDamaged"_s,
                              Text::tr("Fused %1: image data damaged").arg(fusion->modality()),
                              Text::tr("what is missing is not laid over the image · not for diagnosis")));
}

void addIdentityDoubt(std::vector<Band> &causes, const OverlayInput &input)
{
    if (input.standing.kind == PatientStanding::Kind::Other) {
        Band other = band(Band::Kind::Warning, u"OtherPatient"_s, Text::tr("Another patient"),
                          input.standing.text + u" · "_s + Text::tr("not to be compared with this tab's images"));
        other.grade = Grade::Danger;
        causes.push_back(std::move(other));
    }
    if (input.identityDoubt.isEmpty())
        return;
    Band doubt = band(Band::Kind::Warning, u"IdentityDoubt"_s, Text::tr("Identity not confirmed"),
                      Text::tr("this may be another patient's study") + u" · "_s + input.identityDoubt);
    doubt.grade = Grade::Danger;
    causes.push_back(std::move(doubt));
}

void addMaskAlone(std::vector<Band> &causes, const OverlayInput &input)
{
    if (!input.isMaskAlone)
        return;
    causes.push_back(band(Band::Kind::Warning, u"MaskAlone"_s, Text::tr("Only the segmentation is there"),
                          Text::tr("the images under it are missing · coloured areas, no tissue")));
}

/// A band has room for a few names.
QString namesOf(const QStringList &names)
{
    constexpr qsizetype mostNames = 3;
    const QString all = names.mid(0, mostNames).join(Text::tr(", "));
    return names.size() > mostNames ? all + u" \u2026"_s : all;
}

void addOutlines(std::vector<Band> &causes, const OverlayInput &input)
{
    const OutlineFlaws &flaws = input.outlines;
    const QString consequence =
        Text::tr("parts could not be read and are not drawn · where no outline is, one may be missing");
    if (!flaws.lostHere.isEmpty())
        causes.push_back(band(Band::Kind::Warning, u"OutlinesIncomplete"_s,
                              Text::tr("Outlines incomplete on this image: %1").arg(namesOf(flaws.lostHere)),
                              consequence));
    if (!flaws.lost.isEmpty())
        causes.push_back(band(Band::Kind::Warning, u"OutlinesIncomplete"_s,
                              Text::tr("Outlines incomplete: %1").arg(namesOf(flaws.lost)), consequence));
    if (!flaws.doubtfulHere.isEmpty())
        causes.push_back(band(Band::Kind::Warning, u"OutlinesDoubtful"_s,
                              Text::tr("Outlines of this image may be incomplete: %1").arg(namesOf(flaws.doubtfulHere)),
                              Text::tr("they have another number of points than they say")));
}

void addSlabWarnings(std::vector<Band> &causes, const OverlayInput &input)
{
    const imaging::SlabPlan &plan = input.slab->plan;
    if (!input.slab->isRefused() && plan.hasGaps())
        causes.push_back(band(Band::Kind::Warning, u"SlabGaps"_s,
                              Text::tr("Slab with gaps: slices of %1 mm every %2 mm")
                                  .arg(numberText(plan.sliceMm), numberText(plan.spacingMm)),
                              Text::tr("what lies between them was not scanned")));
    if (input.slabHidesOutlines) {
        Band hidden = band(Band::Kind::Warning, u"SlabHidesOutlines"_s, Text::tr("Outlines are not drawn over a slab"),
                           Text::tr("they belong to one slice · switch the slab off to see them"));
        hidden.grade = Grade::Information;
        causes.push_back(std::move(hidden));
    }
}

void addSlab(std::vector<Band> &causes, const OverlayInput &input)
{
    if (!input.slab || !input.instance)
        return;
    const ShownSlab &slab = *input.slab;
    if (slab.isRefused()) {
        causes.push_back(band(Band::Kind::Warning, u"SlabRefused"_s, Text::tr("One slice, not a slab"),
                              slabRefusalText(slab.plan.refusal)));
    } else if (slab.isPartial()) {
        Band partial = band(Band::Kind::Fidelity, u"SlabPartial"_s,
                            Text::tr("Partial slab: %1 of %2 slices").arg(slab.loaded).arg(slab.plan.count()),
                            slab.isEnded ? Text::tr("the others are missing or cannot be shown")
                                         : Text::tr("viewing only, not for signing"));
        if (!slab.isEnded)
            partial.progress = double(slab.loaded) / slab.plan.count();
        causes.push_back(std::move(partial));
    } else if (slab.isProvisional()) {
        causes.push_back(band(Band::Kind::Fidelity, u"SlabProvisional"_s, Text::tr("Slab may lack slices"),
                              Text::tr("not all images of the series are known") + u" · "_s +
                                  Text::tr("viewing only, not for signing")));
    }
    addSlabWarnings(causes, input);
}

void addLeftOutOfState(std::vector<Band> &causes, const OverlayInput &input)
{
    if (!input.isLeftOutOfState)
        return;
    Band leftOut =
        band(Band::Kind::Warning, u"LeftOutOfState"_s, Text::tr("The presentation state is not for this image"),
             Text::tr("its greys or shutter are for other images of the stack · this one is shown as its file says"));
    leftOut.grade = Grade::Information;
    causes.push_back(std::move(leftOut));
}

/// One that is judged by places alone may be whole, and another one lack them.
QString lackingText(const pixels::SeriesGap::Part &part, bool isByPlaces)
{
    const QString number = QString::number(part.number), lacking = QString::number(part.lacking);
    if (part.name.isEmpty())
        return (isByPlaces ? Text::tr("part %1 seems to lack %2") : Text::tr("part %1 lacks %2")).arg(number, lacking);
    return (isByPlaces ? Text::tr("part %1 (%2) seems to lack %3") : Text::tr("part %1 (%2) lacks %3"))
        .arg(number, part.name, lacking);
}

/// "part 2 (acquisition 2) lacks 3", as well as it is known.
QString lackingText(const pixels::SeriesGap &gap)
{
    if (gap.partCount < 2)
        return Text::tr("the others are missing or cannot be shown");
    constexpr std::size_t most = 3; // a band has room for little more
    QStringList said;
    int known = 0;
    for (std::size_t i = 0; i < gap.lacking.size(); ++i) {
        const auto &part = gap.lacking[i];
        known += part.lacking;
        if (i < most)
            said << lackingText(part, gap.isByPlaces);
    }
    if (gap.lacking.size() > most)
        said << Text::tr("%n other part(s) lack images", nullptr, int(gap.lacking.size() - most));
    if (const int rest = gap.missing() - known; known > 0 && rest > 0)
        said << Text::tr("of %n more image(s) it is not known which part lacks them", nullptr, rest);
    return said.isEmpty() ? Text::tr("which part lacks them is not known") : said.join(Text::tr(", "));
}

/// Nothing where it is not known, or cannot be.
std::optional<double> lossyRatio(const OverlayInput &input)
{
    const auto ratio = input.instance->pixels.lossyRatio;
    return ratio && *ratio > 0.0 && std::isfinite(*ratio) ? ratio : std::nullopt;
}

/// In fewer words, the longest first.
QStringList lossyBriefs(const OverlayInput &input)
{
    QStringList briefs{Text::tr("Lossy")};
    if (const auto ratio = lossyRatio(input))
        briefs.prepend(Text::tr("Lossy %1:1").arg(numberText(*ratio)));
    return briefs;
}

Band lossy(const OverlayInput &input)
{
    const auto ratio = lossyRatio(input);
    Band b = band(Band::Kind::Fidelity, u"Lossy"_s,
                  ratio ? Text::tr("Lossy compression %1:1").arg(numberText(*ratio))
                        : Text::tr("Lossy compression, ratio unknown"),
                  Text::tr("fine detail may be missing"));
    b.briefs = lossyBriefs(input);
    return b;
}

/// Colours are brought to 8 bits when they are decoded (pixels::eightBits), whatever they were stored with.
std::optional<Band> reducedDepth(const dicom::PixelDescription &image)
{
    constexpr int drawnBits = 8;
    if (image.samplesPerPixel != 3 || image.bitsStored <= drawnBits)
        return std::nullopt;
    Band b = band(Band::Kind::Fidelity, u"ReducedDepth"_s,
                  Text::tr("Colours in %1 of %2 bits").arg(drawnBits).arg(image.bitsStored),
                  Text::tr("their finest steps are not shown"));
    b.briefs = QStringList{Text::tr("%1 of %2 bits").arg(drawnBits).arg(image.bitsStored)};
    b.grade = Grade::Information;
    return b;
}

/// All that came is there, and it is not all.
Band incompleteSeries(const OverlayInput &input)
{
    const pixels::SeriesGap &gap = input.seriesGap;
    const QString end = u" · "_s + Text::tr("viewing only, not for signing");
    if (!gap.isKnown())
        return band(Band::Kind::Fidelity, u"Incomplete"_s, Text::tr("Series incomplete"),
                    Text::tr("some images are missing or cannot be shown") + end);
    return band(Band::Kind::Fidelity, u"Incomplete"_s,
                Text::tr("Series incomplete: %1").arg(imageCountText({gap.there, gap.expected})),
                lackingText(gap) + end);
}

void addFidelity(std::vector<Band> &causes, const OverlayInput &input)
{
    const QString consequence = Text::tr("viewing only, not for signing");
    if (input.frame && input.frame->reduction > 0) {
        const QString ratio = QString::number(1 << std::min(input.frame->reduction, 16));
        causes.push_back(band(Band::Kind::Fidelity, u"ReducedResolution"_s,
                              Text::tr("Reduced resolution 1:%1").arg(ratio),
                              Text::tr("the full image is on its way") + u" · "_s + consequence));
    }
    const ImageCount count{std::max(0, input.slicesLoaded), input.sliceCount};
    const bool isPartial = input.dataSet && count.total > 0 && !count.isWhole();
    // Where not even the headers came, nothing is on its way.
    const bool isOver = input.isLoadEnded || (isPartial && !input.failure.isEmpty() && input.dataSet->slices.empty());
    if (isPartial && isOver) {
        causes.push_back(band(Band::Kind::Fidelity, u"Incomplete"_s,
                              Text::tr("Series incomplete: %1").arg(imageCountText(count)),
                              (input.missingReason.isEmpty() ? Text::tr("the others are missing or cannot be shown")
                                                             : Text::tr("the others: %1").arg(input.missingReason)) +
                                  u" · "_s + consequence));
    } else if (isPartial) {
        const double share = count.share();
        // Rounded down: 100 % means all of it.
        Band loading =
            band(Band::Kind::Fidelity, u"Loading"_s, Text::tr("Partially loaded %1 %").arg(int(share * 100.0)),
                 imageCountText(count) + u" · "_s + consequence);
        loading.progress = share;
        loading.briefs = QStringList{u"%1 %"_s.arg(int(share * 100.0))};
        loading.grade = Grade::Information;
        causes.push_back(std::move(loading));
    } else if (input.dataSet && input.sliceCount > 0 && !input.dataSet->isComplete && !input.isLoadEnded) {
        Band loading = band(Band::Kind::Fidelity, u"Loading"_s, Text::tr("More images may come"),
                            Text::tr("%n image(s) found so far", nullptr, input.sliceCount) + u" · "_s + consequence);
        loading.grade = Grade::Information;
        causes.push_back(std::move(loading));
    } else if (input.dataSet && input.sliceCount > 0 && !input.dataSet->isComplete) {
        causes.push_back(incompleteSeries(input));
    }
    for (Band &cause : causes)
        if (cause.id == "Incomplete"_L1)
            cause.briefs = QStringList{Text::tr("Incomplete")};
    if (input.instance && input.instance->pixels.lossy)
        causes.push_back(lossy(input));
    if (auto depth = input.instance ? reducedDepth(input.instance->pixels) : std::nullopt)
        causes.push_back(std::move(*depth));
}

/// The longest first.
QStringList fusedLossyBriefs(const ShownFusion &fusion)
{
    QStringList briefs{Text::tr("%1 lossy").arg(fusion.modality())};
    if (fusion.lossyRatio && *fusion.lossyRatio > 0.0 && std::isfinite(*fusion.lossyRatio))
        briefs.prepend(Text::tr("%1 lossy %2:1").arg(fusion.modality(), numberText(*fusion.lossyRatio)));
    return briefs;
}

Band fusedLossy(const ShownFusion &fusion)
{
    const bool isKnown = fusion.lossyRatio && *fusion.lossyRatio > 0.0 && std::isfinite(*fusion.lossyRatio);
    Band b = band(
        Band::Kind::Fidelity, u"FusionLossy"_s,
        isKnown ? Text::tr("Fused %1: lossy compression %2:1").arg(fusion.modality(), numberText(*fusion.lossyRatio))
                : Text::tr("Fused %1: lossy compression, ratio unknown").arg(fusion.modality()),
        Text::tr("fine detail may be missing"));
    b.briefs = fusedLossyBriefs(fusion);
    return b;
}

/// Of all of the series while it is being loaded: a band that came and went with each plane would move the image.
Band fusedLoading(const ShownFusion &fusion, const ImageCount &count)
{
    const QString end = u" · "_s + Text::tr("viewing only, not for signing");
    const QString name = fusion.modality(), percent = QString::number(int(count.share() * 100.0)); // 100: all of it
    Band loading =
        count.isWhole()
            ? band(Band::Kind::Fidelity, u"FusionLoading"_s, Text::tr("Fused %1: more images may come").arg(name),
                   Text::tr("what is laid over may change with them") + end)
            : band(Band::Kind::Fidelity, u"FusionLoading"_s,
                   Text::tr("Fused %1: partially loaded %2 %").arg(name, percent), imageCountText(count) + end);
    if (!count.isWhole()) {
        loading.progress = count.share();
        loading.briefs = QStringList{u"%1 %2 %"_s.arg(name, percent)};
    }
    loading.grade = Grade::Information;
    return loading;
}

/// Slices that are missing for good: of this very plane, or of the series.
Band fusedIncomplete(const ShownFusion &fusion, const ImageCount &count)
{
    const QString end = u" · "_s + Text::tr("viewing only, not for signing");
    QString headline, consequence = Text::tr("the others are missing or cannot be shown");
    if (fusion.lost > 0) {
        headline = Text::tr("Fused %1: %2 of %3 slices of this plane are missing")
                       .arg(fusion.modality())
                       .arg(fusion.lost)
                       .arg(fusion.slices);
        consequence = Text::tr("where they belong nothing is laid over the image");
    } else if (!count.isWhole()) {
        headline = Text::tr("Fused %1: series incomplete: %2").arg(fusion.modality(), imageCountText(count));
    } else {
        headline = Text::tr("Fused %1: series incomplete").arg(fusion.modality());
        consequence = Text::tr("some images are missing or cannot be shown");
    }
    Band incomplete = band(Band::Kind::Fidelity, u"FusionIncomplete"_s, headline, consequence + end);
    incomplete.briefs = QStringList{Text::tr("%1 incomplete").arg(fusion.modality())};
    return incomplete;
}

/// What is said of a series is said of each that lies over images, or would if it reached them.
void addFusion(std::vector<Band> &causes, const OverlayInput &input)
{
    if (!input.fusion || input.fusion->isRefused())
        return;
    const ShownFusion &fusion = *input.fusion;
    const ImageCount count{fusion.seriesLoaded, fusion.seriesTotal};
    const bool isWhole = count.isWhole() && fusion.isSeriesComplete;
    if (fusion.lost > 0 || (!isWhole && fusion.isSeriesEnded))
        causes.push_back(fusedIncomplete(fusion, count));
    if (!isWhole && !fusion.isSeriesEnded)
        causes.push_back(fusedLoading(fusion, count));
    if (fusion.isLossy)
        causes.push_back(fusedLossy(fusion));
}

} // namespace

Grade gradeOf(dicom::DataIssue::Kind kind)
{
    for (const auto &rank : issueRanks) {
        if (rank.kind == kind)
            return rank.grade;
    }
    return Grade::Caution;
}

QString gradeWord(Grade grade)
{
    switch (grade) {
    case Grade::Information:
        return Text::tr("Information");
    case Grade::Caution:
        return Text::tr("Caution");
    case Grade::Danger:
        break;
    }
    return Text::tr("Danger");
}

QLatin1String gradeName(Grade grade)
{
    switch (grade) {
    case Grade::Information:
        return "information"_L1;
    case Grade::Caution:
        return "caution"_L1;
    case Grade::Danger:
        break;
    }
    return "danger"_L1;
}

std::vector<Band> bandCauses(const OverlayInput &input)
{
    std::vector<Band> causes;
    addErrors(causes, input);
    addIdentityDoubt(causes, input);
    addMaskAlone(causes, input);
    addIssues(causes, input, true);
    addOutlines(causes, input);
    addSlab(causes, input);
    addIssues(causes, input, false);
    addLeftOutOfState(causes, input);
    addFidelity(causes, input);
    addFusion(causes, input);
    return causes;
}

void markLossy(OverlayText &text, const OverlayInput &input)
{
    if (!input.instance || !input.instance->pixels.lossy)
        return;
    const QString mark = lossyBriefs(input).front();
    text.processing.prepend(mark);
    text.bottomRight.prepend(mark);
}

void markFusedLossy(OverlayText &text, const OverlayInput &input)
{
    if (!input.fusion || input.fusion->isRefused() || !input.fusion->isLossy)
        return;
    const QString mark = fusedLossyBriefs(*input.fusion).front();
    text.processing.prepend(mark);
    text.bottomRight.prepend(mark);
}

QString bandSentence(const Band &band)
{
    static const QString ends = u".!?。！？"_s;
    const bool isSentence = !band.headline.isEmpty() && ends.contains(band.headline.back());
    return band.headline + (isSentence ? u" "_s : u" · "_s) + band.consequence;
}

std::vector<Band> bands(const OverlayInput &input)
{
    // Why there is no slab says nothing of what is wrong with the images, nor the other way round: one of each.
    const auto isOfSlab = [](const Band &band) { return band.id.startsWith("Slab"_L1); };
    std::optional<Band> top, second, bottom;
    for (const auto &cause : bandCauses(input)) {
        if (cause.kind != Band::Kind::Warning && bottom)
            ++bottom->more;
        else if (cause.kind != Band::Kind::Warning)
            bottom = cause;
        else if (!top)
            top = cause;
        else if (!second && isOfSlab(cause) != isOfSlab(*top) && cause.grade != Grade::Information)
            second = cause;
        else
            ++top->more;
    }
    std::vector<Band> shown;
    for (const auto *band : {&top, &second, &bottom})
        if (*band)
            shown.push_back(**band);
    return shown;
}

} // namespace consilium::render2d
