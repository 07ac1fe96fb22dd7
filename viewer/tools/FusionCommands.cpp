#include "viewer/tools/FusionCommands.h"

#include "viewer/dicom/FrameRelations.h"
#include "viewer/tools/ShownStack.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace consilium::tools
{

using namespace Qt::StringLiterals;
using imaging::FusionRefusal;
using session::ColourMap;
using session::Fusion;

namespace
{

/// 0: can be laid over and is nuclear medicine; 1: can be laid over; 2: cannot.
int rankOf(const FusionChoice &choice)
{
    const QString &modality = choice.series->header.modality;
    if (choice.refusal != FusionRefusal::None)
        return 2;
    return modality == u"PT" || modality == u"NM" ? 0 : 1;
}

Fusion withOpacity(Fusion fusion, double step)
{
    // Tenths, so that a run of steps comes back to where it began.
    fusion.opacity = std::clamp(std::round((fusion.opacity + step) * 10.0) / 10.0, 0.0, 1.0);
    return fusion;
}

Fusion withHighEnd(Fusion fusion, double low, double high, double factor)
{
    const double width = (high - low) * factor;
    if (width > 1e-6)
        fusion.window = session::Window{low + width / 2.0, width, session::VoiFunction::LinearExact};
    return fusion;
}

Fusion withNextThreshold(Fusion fusion, double low, double high)
{
    constexpr std::array shares{0.1, 0.25, 0.4};
    const double now = fusion.threshold ? (*fusion.threshold - low) / (high - low) : 0.0;
    const auto next = std::find_if(shares.begin(), shares.end(), [now](double share) { return share > now + 1e-6; });
    fusion.threshold = next == shares.end() ? std::nullopt : std::optional(low + *next * (high - low));
    return fusion;
}

Fusion withNextMap(Fusion fusion)
{
    constexpr std::array maps{ColourMap::HotIron, ColourMap::Pet, ColourMap::HotMetalBlue, ColourMap::Pet20Step,
                              ColourMap::Rainbow};
    const auto now = std::find(maps.begin(), maps.end(), fusion.colourMap);
    fusion.colourMap = now == maps.end() || now + 1 == maps.end() ? maps.front() : *(now + 1);
    return fusion;
}

std::optional<Fusion> changed(const QString &command, const Fusion &now, double low, double high)
{
    if (command == u"fusion-stronger")
        return withOpacity(now, 0.1);
    if (command == u"fusion-weaker")
        return withOpacity(now, -0.1);
    if (command == u"fusion-window-wider")
        return withHighEnd(now, low, high, 1.25);
    if (command == u"fusion-window-narrower")
        return withHighEnd(now, low, high, 0.8);
    if (command == u"fusion-threshold-next")
        return withNextThreshold(now, low, high);
    if (command == u"fusion-colours-next")
        return withNextMap(now);
    return std::nullopt;
}

} // namespace

std::vector<FusionChoice> fusionChoices(const session::ViewerState &state, const ViewId &view,
                                        const pixels::StudyImages &images)
{
    const session::ViewState &shown = state.view(view);
    const auto stack = shownStack(shown, images);
    const int index = stack ? sliceIndexOf(*stack, shown.plane) : -1;
    std::vector<FusionChoice> choices;
    if (index < 0)
        return choices;
    const dicom::Instance &image = *stack->slices[std::size_t(index)];
    for (const StudyUid &study : images.studies()) {
        for (const auto &series : images.dataSets(study)) {
            if (!series || series->slices.empty() || series->holdsMasks())
                continue;
            const auto plan = imaging::planFusion(*series, image, images.pairs());
            const bool isNone = plan.refusal == FusionRefusal::Itself || plan.refusal == FusionRefusal::NotGrey ||
                                plan.refusal == FusionRefusal::OtherPatient;
            if (!isNone)
                choices.push_back({series, study, plan.refusal});
        }
    }
    std::stable_sort(choices.begin(), choices.end(),
                     [](const FusionChoice &a, const FusionChoice &b) { return rankOf(a) < rankOf(b); });
    return choices;
}

Fusion usualFusion(const FusionChoice &choice)
{
    Fusion fusion;
    fusion.study = choice.study;
    fusion.dataSet = choice.series->id;
    if (imaging::suvRefusal(*choice.series) == dicom::SuvRefusal::None)
        fusion.scale = session::FusionScale::SuvBodyWeight;
    return fusion;
}

std::vector<session::Action> fusionActions(const QString &command, const session::ViewerState &state,
                                           const ViewId &view, const pixels::StudyImages &images, double low,
                                           double high)
{
    const auto &now = state.view(view).fusion;
    if ((command == u"fuse" || command == u"fusion-off") && now)
        return {session::SetFusion{view, std::nullopt}};
    if (command == u"fuse") {
        const auto choices = fusionChoices(state, view, images);
        if (choices.empty() || choices.front().refusal != FusionRefusal::None)
            return {};
        return {session::SetFusion{view, usualFusion(choices.front())}};
    }
    const auto next = now && high > low ? changed(command, *now, low, high) : std::nullopt;
    if (!next || *next == *now)
        return {};
    return {session::SetFusion{view, *next}};
}

QStringList fusionCommandNames()
{
    return {u"fuse"_s,
            u"fusion-off"_s,
            u"fusion-stronger"_s,
            u"fusion-weaker"_s,
            u"fusion-window-wider"_s,
            u"fusion-window-narrower"_s,
            u"fusion-threshold-next"_s,
            u"fusion-colours-next"_s};
}

} // namespace consilium::tools
