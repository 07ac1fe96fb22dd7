#include "viewer/tools/ImageCommands.h"

#include "viewer/imaging/Calibration.h"
#include "viewer/imaging/GreyRenderer.h"
#include "viewer/imaging/OwnPresentation.h"
#include "viewer/session/Validation.h"
#include "viewer/tools/StackPosition.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace consilium::tools
{

using namespace Qt::StringLiterals;

namespace
{

using Actions = std::vector<session::Action>;
constexpr double firstThicknessMm = 10.0;

const session::ViewState &viewOf(const ToolContext &context)
{
    return context.state.view(context.view);
}

session::Presentation presentationOf(const ToolContext &context)
{
    return context.state.presentation(context.view, viewOf(context).dataSet);
}

Actions setSlab(const ToolContext &context, const std::optional<session::Slab> &slab)
{
    if (viewOf(context).dataSet.isEmpty() || viewOf(context).slab == slab)
        return {};
    return {session::SetSlab{context.view, slab}};
}

/// Nothing where the stack allows no slab here: the reader is told why, and sees no state that does nothing.
Actions showSlab(const ToolContext &context, session::SlabMode mode)
{
    const auto &now = viewOf(context).slab;
    const double thicknessMm = now ? now->thicknessMm : firstThicknessMm;
    if (!context.dataSet ||
        imaging::planSlab(*context.dataSet, sliceIndex(context), thicknessMm).refusal != imaging::SlabRefusal::None)
        return {};
    return setSlab(context, session::Slab{mode, thicknessMm});
}

Actions toggleSlab(const ToolContext &context, session::SlabMode mode)
{
    const auto &now = viewOf(context).slab;
    return now && now->mode == mode ? setSlab(context, std::nullopt) : showSlab(context, mode);
}

Actions nextSlab(const ToolContext &context)
{
    const auto &now = viewOf(context).slab;
    if (!now)
        return showSlab(context, session::SlabMode::Maximum);
    if (now->mode == session::SlabMode::Maximum)
        return showSlab(context, session::SlabMode::Minimum);
    if (now->mode == session::SlabMode::Minimum)
        return showSlab(context, session::SlabMode::Mean);
    return setSlab(context, std::nullopt);
}

Actions thickenSlab(const ToolContext &context, int bySlices)
{
    const auto step = slabStep(context, bySlices);
    if (!step || step->plan.refusal != imaging::SlabRefusal::None)
        return {};
    return setSlab(context, session::Slab{viewOf(context).slab->mode, step->thicknessMm});
}

Actions setEnhancement(const ToolContext &context, const std::optional<session::Enhancement> &enhancement)
{
    if (viewOf(context).dataSet.isEmpty() || presentationOf(context).enhancement == enhancement)
        return {};
    if (enhancement && !isGrey(context))
        return {};
    return {session::SetEnhancement{context.view, viewOf(context).dataSet, enhancement}};
}

Actions enhance(const ToolContext &context, session::EnhancementKind kind)
{
    const auto now = presentationOf(context).enhancement;
    if (!now || now->kind != kind)
        return setEnhancement(context, session::Enhancement{kind, 1});
    if (now->level >= session::maxEnhancementLevel)
        return setEnhancement(context, std::nullopt);
    return setEnhancement(context, session::Enhancement{kind, now->level + 1});
}

Actions weaken(const ToolContext &context)
{
    const auto now = presentationOf(context).enhancement;
    if (!now || now->level <= 1)
        return setEnhancement(context, std::nullopt);
    return setEnhancement(context, session::Enhancement{now->kind, now->level - 1});
}

Actions setColours(const ToolContext &context, session::ColourMap map)
{
    if (viewOf(context).dataSet.isEmpty() || presentationOf(context).colourMap == map)
        return {};
    if (map != session::ColourMap::Grey && !isGrey(context))
        return {};
    return {session::SetColourMap{context.view, viewOf(context).dataSet, map}};
}

constexpr std::array<std::pair<const char *, session::ColourMap>, 6> colourMaps{
    {{"colours-grey", session::ColourMap::Grey},
     {"colours-hot-iron", session::ColourMap::HotIron},
     {"colours-pet", session::ColourMap::Pet},
     {"colours-hot-metal-blue", session::ColourMap::HotMetalBlue},
     {"colours-pet-20-step", session::ColourMap::Pet20Step},
     {"colours-rainbow", session::ColourMap::Rainbow}}};

Actions nextColours(const ToolContext &context)
{
    const auto now = presentationOf(context).colourMap;
    for (std::size_t i = 0; i < colourMaps.size(); ++i) {
        if (colourMaps[i].second == now)
            return setColours(context, colourMaps[(i + 1) % colourMaps.size()].second);
    }
    return {};
}

constexpr std::array<std::pair<const char *, session::Suv>, 4> suvs{
    {{"suv-bw", session::Suv::BodyWeight},
     {"suv-lbm-james", session::Suv::LeanJames},
     {"suv-lbm-janmahasatian", session::Suv::LeanJanmahasatian},
     {"suv-bsa", session::Suv::BodySurface}}};

Actions setSuv(const ToolContext &context, session::Suv suv)
{
    const bool isPet = context.instance && context.instance->suv;
    if (viewOf(context).dataSet.isEmpty() || !isPet || presentationOf(context).suv == suv)
        return {};
    return {session::SetSuv{context.view, viewOf(context).dataSet, suv}};
}

Actions nextSuv(const ToolContext &context)
{
    for (std::size_t i = 0; i < suvs.size(); ++i) {
        if (suvs[i].second == presentationOf(context).suv)
            return setSuv(context, suvs[(i + 1) % suvs.size()].second);
    }
    return {};
}

Actions setFileVoi(const ToolContext &context, const FileVoi &wanted)
{
    const session::Presentation now = presentationOf(context);
    if (wanted.window == now.window && wanted.table == now.fileTable)
        return {};
    return {session::SetWindow{context.view, viewOf(context).dataSet, wanted.window, wanted.table}};
}

std::vector<FileVoi> fileVoisOf(const ToolContext &context)
{
    return isGrey(context) && !viewOf(context).dataSet.isEmpty() ? fileVois(*context.instance, presentationOf(context))
                                                                 : std::vector<FileVoi>();
}

/// From anything else than one of the file's: to the first of them.
Actions nextFileVoi(const ToolContext &context)
{
    if (!isGrey(context) || viewOf(context).dataSet.isEmpty())
        return {};
    const auto all = fileVoisOf(context);
    if (all.empty())
        return setFileVoi(context, {});
    const auto now = std::find_if(all.begin(), all.end(), [](const FileVoi &one) { return one.isInUse; });
    return setFileVoi(context, now == all.end() || now + 1 == all.end() ? all.front() : *(now + 1));
}

Actions trueSize(const ToolContext &context)
{
    if (!context.transform || !context.screenMmPerPx || !context.instance ||
        !context.instance->geometry.spacing.isKnown() || context.transform->unit() != session::SpanUnit::Millimetres)
        return {};
    // The zoom counts in the file's millimetres, which are not those that the image's lengths are said in then.
    if (imaging::handCalibration(*context.instance, context.state.annotations()).spacing)
        return {};
    const ScreenPoint centre{context.widthPx / 2.0, context.heightPx / 2.0};
    const double pxPerMm = 1.0 / *context.screenMmPerPx;
    const auto zoomPan = context.transform->zoomedAbout(centre, pxPerMm / context.transform->scale());
    if (viewOf(context).zoomPan == zoomPan)
        return {};
    return {session::SetZoomPan{context.view, zoomPan}};
}

} // namespace

std::vector<NamedCommand> imageCommands()
{
    using session::EnhancementKind;
    using session::SlabMode;
    const auto slab = [](SlabMode mode) { return [mode](const ToolContext &c) { return toggleSlab(c, mode); }; };
    const auto more = [](EnhancementKind kind) { return [kind](const ToolContext &c) { return enhance(c, kind); }; };
    std::vector<NamedCommand> all{
        {u"slab-mip"_s, slab(SlabMode::Maximum)},
        {u"slab-minip"_s, slab(SlabMode::Minimum)},
        {u"slab-mean"_s, slab(SlabMode::Mean)},
        {u"slab-next"_s, nextSlab},
        {u"slab-thicker"_s, [](const ToolContext &c) { return thickenSlab(c, 1); }},
        {u"slab-thinner"_s, [](const ToolContext &c) { return thickenSlab(c, -1); }},
        {u"slab-off"_s, [](const ToolContext &c) { return setSlab(c, std::nullopt); }},
        {u"enhance-sharpen"_s, more(EnhancementKind::Sharpen)},
        {u"enhance-smooth"_s, more(EnhancementKind::Smooth)},
        {u"enhance-edge"_s, more(EnhancementKind::Edge)},
        {u"enhance-local-contrast"_s, more(EnhancementKind::LocalContrast)},
        {u"enhance-weaker"_s, weaken},
        {u"enhance-off"_s, [](const ToolContext &c) { return setEnhancement(c, std::nullopt); }},
        {u"colours-next"_s, nextColours},
        {u"suv-next"_s, nextSuv},
        {u"window-file-next"_s, nextFileVoi},
        {u"true-size"_s, trueSize}};
    for (const auto &[name, map] : colourMaps)
        all.push_back({QString::fromLatin1(name), [map = map](const ToolContext &c) { return setColours(c, map); }});
    for (const auto &[name, suv] : suvs)
        all.push_back({QString::fromLatin1(name), [suv = suv](const ToolContext &c) { return setSuv(c, suv); }});
    return all;
}

std::vector<FileVoi> fileVois(const dicom::Instance &image, const session::Presentation &now)
{
    const dicom::GreyScale &grey = image.grey;
    session::Presentation untouched = now; // what is there once the reader's is taken away
    untouched.window.reset();
    untouched.fileTable = 0;
    untouched = imaging::ownPresentation(untouched, image);
    const bool isUnderTable = untouched.window || (untouched.tables && untouched.tables->voi);
    const auto windows = imaging::fileWindows(grey);
    const auto named = [](const QString &explanation, const QString &otherwise) {
        return explanation.trimmed().isEmpty() ? otherwise : explanation.trimmed();
    };
    std::vector<FileVoi> all;
    for (std::size_t i = 0; i < windows.size(); ++i) {
        const QString numbers = u"W %1 L %2"_s.arg(windows[i].width).arg(windows[i].centre);
        all.push_back({i > 0 || isUnderTable ? std::optional(windows[i]) : std::nullopt, 0,
                       named(grey.windows[i].explanation, numbers)});
    }
    for (std::size_t i = 0; i < grey.voiLuts.size(); ++i) {
        const int number = int(i) + 1;
        all.push_back({std::nullopt, all.empty() && !isUnderTable ? 0 : number,
                       named(grey.voiLuts[i]->explanation, u"VOI LUT %1"_s.arg(number))});
    }
    for (FileVoi &one : all)
        one.isInUse =
            one.window == now.window && one.table == now.fileTable && !(isUnderTable && !one.window && one.table == 0);
    return all;
}

Actions chooseFileVoi(const ToolContext &context, int number)
{
    const auto all = fileVoisOf(context);
    return number >= 1 && std::size_t(number) <= all.size() ? setFileVoi(context, all[std::size_t(number) - 1])
                                                            : Actions();
}

std::optional<SlabStep> slabStep(const ToolContext &context, int bySlices)
{
    const auto &now = viewOf(context).slab;
    if (!now || !context.dataSet)
        return std::nullopt;
    const int index = sliceIndex(context), count = int(context.dataSet->slices.size());
    const auto plan = imaging::planSlab(*context.dataSet, index, now->thicknessMm);
    if (!(plan.spacingMm > 0.0))
        return SlabStep{plan, now->thicknessMm};
    // As many as reach both ends of the stack; near an end one more may change nothing, then it takes two.
    const double whole = std::max(2 * index + 1, 2 * (count - 1 - index));
    double slices = std::clamp(std::floor(now->thicknessMm / plan.spacingMm + 0.5), 1.0, whole);
    SlabStep step{plan, now->thicknessMm};
    while (step.plan.first == plan.first && step.plan.last == plan.last) {
        slices += bySlices;
        if (slices < 1.0 || slices > whole)
            return std::nullopt;
        step.thicknessMm = slices * plan.spacingMm;
        step.plan = imaging::planSlab(*context.dataSet, index, step.thicknessMm);
        if (step.thicknessMm > session::maxSlabMm)
            step.plan.refusal = imaging::SlabRefusal::TooThick;
        if (step.plan.refusal != imaging::SlabRefusal::None)
            break;
    }
    return step;
}

Actions plainImage(const ToolContext &context)
{
    Actions actions = setSlab(context, std::nullopt);
    for (const Actions &more : {setEnhancement(context, std::nullopt), setColours(context, session::ColourMap::Grey)})
        actions.insert(actions.end(), more.begin(), more.end());
    return actions;
}

} // namespace consilium::tools
