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

constexpr std::array<std::pair<const char *, session::FusionScale>, 4> suvScales{
    {{"fusion-suv-bw", session::FusionScale::SuvBodyWeight},
     {"fusion-suv-lbm-james", session::FusionScale::SuvLeanJames},
     {"fusion-suv-lbm-janmahasatian", session::FusionScale::SuvLeanJanmahasatian},
     {"fusion-suv-bsa", session::FusionScale::SuvBodySurface}}};

/// Window and threshold go with the scale that they count in.
Fusion inScale(Fusion fusion, session::FusionScale scale)
{
    if (fusion.scale == scale)
        return fusion;
    fusion.scale = scale;
    fusion.window.reset();
    fusion.threshold.reset();
    return fusion;
}

/// nullopt: it is no command about SUV.
std::optional<Fusion> withSuv(const QString &command, const Fusion &now)
{
    for (std::size_t i = 0; i < suvScales.size(); ++i) {
        if (command == QLatin1StringView(suvScales[i].first))
            return inScale(now, suvScales[i].second);
        if (command == u"fusion-suv-next" && suvScales[i].second == now.scale)
            return inScale(now, suvScales[(i + 1) % suvScales.size()].second);
    }
    return command == u"fusion-suv-next" ? std::optional(inScale(now, suvScales.front().second)) : std::nullopt;
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

std::optional<dicom::SuvKind> suvKindOf(session::FusionScale scale)
{
    switch (scale) {
    case session::FusionScale::Modality:
        break;
    case session::FusionScale::SuvBodyWeight:
        return dicom::SuvKind::BodyWeight;
    case session::FusionScale::SuvLeanJames:
        return dicom::SuvKind::LeanJames;
    case session::FusionScale::SuvLeanJanmahasatian:
        return dicom::SuvKind::LeanJanmahasatian;
    case session::FusionScale::SuvBodySurface:
        return dicom::SuvKind::BodySurface;
    }
    return std::nullopt;
}

bool isPet(const Fusion &fusion, const pixels::StudyImages &images)
{
    session::ViewState over;
    over.study = fusion.study;
    over.dataSet = fusion.dataSet;
    const auto series = shownStack(over, images);
    return series && !series->slices.empty() && series->slices.front()->suv;
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
    auto next = now && isPet(*now, images) ? withSuv(command, *now) : std::nullopt;
    if (now && high > low && !next)
        next = changed(command, *now, low, high);
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
            u"fusion-colours-next"_s,
            u"fusion-suv-next"_s,
            u"fusion-suv-bw"_s,
            u"fusion-suv-lbm-james"_s,
            u"fusion-suv-lbm-janmahasatian"_s,
            u"fusion-suv-bsa"_s};
}

} // namespace consilium::tools
