#include "viewer/tools/Commands.h"

#include "viewer/imaging/GreyRenderer.h"
#include "viewer/imaging/Percentile.h"
#include "viewer/imaging/ValueImage.h"
#include "viewer/tools/ImageCommands.h"
#include "viewer/tools/StackPosition.h"
#include "viewer/tools/WindowPresets.h"
#include "viewer/tools/ZoomTool.h"

#include <algorithm>
#include <cmath>

namespace consilium::tools
{

using namespace Qt::StringLiterals;

namespace
{

using Actions = std::vector<session::Action>;
constexpr int pageSlices = 10;
constexpr double autoShare = 0.005; // of the pixels may lie outside the automatic window at each end
const QString presetPrefix = u"window-preset-"_s, fileWindowPrefix = u"window-file-"_s;

const session::ViewState &viewOf(const ToolContext &context)
{
    return context.state.view(context.view);
}

session::Presentation presentationOf(const ToolContext &context)
{
    return context.state.presentation(context.view, viewOf(context).dataSet);
}

Actions orient(const ToolContext &context, double rotationDeg, bool flipped)
{
    const session::Orientation wanted{normalisedDegrees(rotationDeg), flipped};
    if (viewOf(context).dataSet.isEmpty() || viewOf(context).orientation == wanted)
        return {};
    return {session::SetOrientation{context.view, wanted}};
}

Actions setWindow(const ToolContext &context, const std::optional<session::Window> &window)
{
    const session::Presentation now = presentationOf(context);
    if (viewOf(context).dataSet.isEmpty() || (now.window == window && now.fileTable == 0))
        return {};
    return {session::SetWindow{context.view, viewOf(context).dataSet, window}};
}

/// Neither a window nor the table or windows of a presentation state in its place.
Actions windowOfFile(const ToolContext &context)
{
    Actions actions = setWindow(context, std::nullopt);
    auto tables = presentationOf(context).tables;
    if (!tables || (!tables->voi && tables->windows.empty()))
        return actions;
    tables->voi.reset();
    tables->windows.clear();
    if (!tables->presentation)
        tables.reset();
    actions.emplace_back(session::SetGreyTables{context.view, viewOf(context).dataSet, tables});
    return actions;
}

bool isPadding(const dicom::PixelDescription &pixels, int stored)
{
    if (!pixels.paddingValue)
        return false;
    const int limit = pixels.paddingLimit.value_or(*pixels.paddingValue);
    return stored >= std::min(*pixels.paddingValue, limit) && stored <= std::max(*pixels.paddingValue, limit);
}

/// The same for samples that are too many to be counted one by one.
std::optional<session::Window> automaticWindowOfWide(const dicom::Instance &image, const pixels::DecodedFrame &frame)
{
    std::vector<double> values;
    for (int row = 0; row < frame.rows; ++row) {
        for (int column = 0; column < frame.columns; ++column) {
            const double stored = frame.value(row, column);
            if (std::isfinite(stored) && stored >= frame.shownLowest && stored <= frame.shownHighest)
                values.push_back(imaging::modalityValue(image.grey, stored));
        }
    }
    return imaging::percentileWindow(std::move(values), autoShare);
}

/// From the 0.5th to the 99.5th percentile of what the frame shows, padding left out; over all of it where the two are
/// one value. LINEAR_EXACT, as LINEAR knows no width below 1 and values may lie much closer (a slope of 0.0001).
std::optional<session::Window> automaticWindow(const ToolContext &context)
{
    if (context.slab && isGrey(context))
        return imaging::percentileWindow(*context.slab, autoShare);
    const auto *frame = context.frame;
    if (!frame || !isGrey(context) || frame->damaged || frame->reduction != 0)
        return std::nullopt;
    if (frame->type == pixels::SampleType::F64)
        return automaticWindowOfWide(*context.instance, *frame);
    std::vector<std::int64_t> counts(std::size_t(std::max(0, frame->maximum - frame->minimum)) + 1);
    std::int64_t total = 0;
    for (int row = 0; row < frame->rows; ++row) {
        for (int column = 0; column < frame->columns; ++column) {
            const int stored = frame->stored(row, column);
            const std::int64_t at = std::int64_t(stored) - frame->minimum;
            if (at < 0 || at >= std::int64_t(counts.size()) || isPadding(context.instance->pixels, stored))
                continue;
            ++counts[std::size_t(at)];
            ++total;
        }
    }
    if (total == 0)
        return std::nullopt;
    const auto percentile = [&](double share) {
        const std::size_t rank = imaging::percentileRank(share, std::size_t(total));
        std::size_t seen = 0;
        for (std::size_t i = 0; i < counts.size(); ++i) {
            seen += std::size_t(counts[i]);
            if (seen > rank)
                return frame->minimum + int(i);
        }
        return frame->maximum;
    };
    const auto between = [&](int low, int high) {
        const double a = imaging::modalityValue(context.instance->grey, low);
        const double b = imaging::modalityValue(context.instance->grey, high);
        return session::Window{(a + b) / 2.0, std::abs(b - a), session::VoiFunction::LinearExact};
    };
    session::Window window = between(percentile(autoShare), percentile(1.0 - autoShare));
    if (!(window.width > 0.0))
        window = between(frame->shownMinimum, frame->shownMaximum);
    if (!(window.width > 0.0))
        window.width = 1.0; // one value only: any width does, and it is shown mid-grey
    return window;
}

Actions applyPreset(const ToolContext &context, const QString &name)
{
    const auto &presets = builtInWindowPresets();
    const auto found =
        std::find_if(presets.begin(), presets.end(), [&](const auto &preset) { return preset.name == name; });
    if (found == presets.end() || !isGrey(context))
        return {};
    if (found->hounsfieldOnly && context.instance->grey.unit != ValueUnit::Hounsfield)
        return {};
    const auto window = found->window ? found->window : automaticWindow(context);
    return window ? setWindow(context, window) : Actions();
}

Actions oneToOne(const ToolContext &context)
{
    if (!context.transform || !(context.transform->magnification() > 0.0))
        return {};
    const ScreenPoint centre{context.widthPx / 2.0, context.heightPx / 2.0};
    const double now = context.transform->magnification() * context.devicePixelRatio;
    const auto zoomPan = context.transform->zoomedAbout(centre, 1.0 / now);
    if (viewOf(context).zoomPan == zoomPan)
        return {};
    return {session::SetZoomPan{context.view, zoomPan}};
}

Actions fitView(const ToolContext &context)
{
    if (!viewOf(context).zoomPan)
        return {};
    return {session::SetZoomPan{context.view, std::nullopt}};
}

Actions invertView(const ToolContext &context)
{
    if (viewOf(context).dataSet.isEmpty())
        return {};
    return {session::SetInverted{context.view, viewOf(context).dataSet, !presentationOf(context).inverted}};
}

Actions resetView(const ToolContext &context)
{
    Actions actions = fitView(context);
    const auto append = [&](Actions more) { actions.insert(actions.end(), more.begin(), more.end()); };
    append(orient(context, 0.0, false));
    append(setWindow(context, std::nullopt));
    if (presentationOf(context).inverted)
        append(invertView(context));
    if (presentationOf(context).shutter)
        append({session::SetShutter{context.view, viewOf(context).dataSet, std::nullopt}});
    if (presentationOf(context).tables)
        append({session::SetGreyTables{context.view, viewOf(context).dataSet, std::nullopt}});
    append(plainImage(context));
    return actions;
}

Actions setLayout(const ToolContext &context, int rows, int columns)
{
    const auto &layout = context.state.layout();
    if (layout.rows == rows && layout.columns == columns)
        return {};
    return {session::SetLayout{rows, columns, std::nullopt}};
}

using Command = NamedCommand;

std::vector<Command> makeCommands()
{
    const auto scroll = [](int by) { return [by](const ToolContext &c) { return showSlice(c, sliceIndex(c) + by); }; };
    const auto turn = [](double by) {
        return [by](const ToolContext &c) {
            return orient(c, viewOf(c).orientation.rotationDeg + by, viewOf(c).orientation.flipped);
        };
    };
    // A mirror on the screen comes after the turn: M R(a) = R(-a) M, and top-bottom is left-right and half a turn.
    const auto mirror = [](double plus) {
        return [plus](const ToolContext &c) {
            return orient(c, plus - viewOf(c).orientation.rotationDeg, !viewOf(c).orientation.flipped);
        };
    };
    const auto layout = [](int rows, int columns) {
        return [=](const ToolContext &c) { return setLayout(c, rows, columns); };
    };
    std::vector<Command> all{
        {u"next-slice"_s, scroll(1)},
        {u"previous-slice"_s, scroll(-1)},
        {u"first-slice"_s, [](const ToolContext &c) { return showSlice(c, 0); }},
        {u"last-slice"_s,
         [](const ToolContext &c) { return showSlice(c, c.dataSet ? int(c.dataSet->slices.size()) - 1 : 0); }},
        {u"page-down"_s, scroll(pageSlices)},
        {u"page-up"_s, scroll(-pageSlices)},
        {u"rotate-left"_s, turn(-90.0)},
        {u"rotate-right"_s, turn(90.0)},
        {u"flip-horizontal"_s, mirror(0.0)},
        {u"flip-vertical"_s, mirror(180.0)},
        {u"invert"_s, invertView},
        {u"fit"_s, fitView},
        {u"one-to-one"_s, oneToOne},
        {u"reset"_s, resetView},
        {u"next-slice-around"_s,
         [](const ToolContext &c) {
             const int count = c.dataSet ? int(c.dataSet->slices.size()) : 0;
             return count > 0 ? showSlice(c, (sliceIndex(c) + 1) % count) : Actions();
         }},
        {u"window-default"_s, windowOfFile}};
    for (int rows = 1; rows <= 3; ++rows)
        for (int columns = 1; columns <= 4; ++columns)
            all.push_back({u"layout-%1x%2"_s.arg(rows).arg(columns), layout(rows, columns)});
    for (NamedCommand &command : imageCommands())
        all.push_back(std::move(command));
    return all;
}

const std::vector<Command> &commands()
{
    static const std::vector<Command> all = makeCommands();
    return all;
}

} // namespace

std::vector<session::Action> commandActions(const QString &command, const ToolContext &context)
{
    if (command.startsWith(presetPrefix))
        return applyPreset(context, command.mid(presetPrefix.size()));
    for (const auto &known : commands()) {
        if (known.name == command)
            return known.run(context);
    }
    return command.startsWith(fileWindowPrefix) ? chooseFileVoi(context, command.mid(fileWindowPrefix.size()).toInt())
                                                : Actions();
}

QStringList commandNames()
{
    QStringList names;
    for (const auto &known : commands())
        names << known.name;
    for (const auto &preset : builtInWindowPresets())
        names << presetPrefix + preset.name;
    for (int number = 1; number <= namedFileWindows; ++number)
        names << fileWindowPrefix + QString::number(number);
    return names;
}

} // namespace consilium::tools
