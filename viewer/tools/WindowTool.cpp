#include "viewer/tools/WindowTool.h"

#include "viewer/imaging/GreyRenderer.h"
#include "viewer/imaging/OwnPresentation.h"
#include "viewer/tools/StackPosition.h"

#include <algorithm>
#include <cmath>

namespace consilium::tools
{

namespace
{

constexpr double rangePx = 1024.0;

struct Range {
    double low = 0.0, high = 0.0;
};

std::optional<Range> valueRange(const ToolContext &context)
{
    if (!context.frame)
        return std::nullopt;
    const double a = imaging::modalityValue(context.instance->grey, context.frame->shownLow());
    const double b = imaging::modalityValue(context.instance->grey, context.frame->shownHigh());
    if (!std::isfinite(a) || !std::isfinite(b) || a == b)
        return std::nullopt;
    return Range{std::min(a, b), std::max(a, b)};
}

session::VoiFunction functionOf(dicom::VoiFunctionKind kind)
{
    switch (kind) {
    case dicom::VoiFunctionKind::LinearExact:
        return session::VoiFunction::LinearExact;
    case dicom::VoiFunctionKind::Sigmoid:
        return session::VoiFunction::Sigmoid;
    case dicom::VoiFunctionKind::Linear:
        break;
    }
    return session::VoiFunction::Linear;
}

/// The window a drag starts from: the one in use; with a VOI LUT in use, the range which that LUT maps.
std::optional<session::Window> startWindow(const ToolContext &context, const session::Presentation &presentation)
{
    if (presentation.window)
        return presentation.window;
    if (context.shownWindow)
        return context.shownWindow;
    const auto &grey = context.instance->grey;
    if (!context.frame) {
        if (grey.windows.empty() || presentation.fileTable > 0 || (presentation.tables && presentation.tables->voi))
            return std::nullopt;
        return session::Window{grey.windows.front().centre, grey.windows.front().width, functionOf(grey.voiFunction)};
    }
    const auto voi = imaging::effectiveVoi(grey, presentation, *context.frame);
    if (voi.window || !voi.lut || voi.lut->entries.empty())
        return voi.window;
    const double width = double(voi.lut->entries.size());
    const double centre = voi.lut->firstMapped + width / 2.0;
    if (voi.lutFactor == 1.0)
        return session::Window{centre - voi.lutOffset, width, session::VoiFunction::Linear};
    // A table may count in other steps than the image; only the exact function knows widths below 1.
    return session::Window{(centre - voi.lutOffset) / voi.lutFactor, width / std::abs(voi.lutFactor),
                           session::VoiFunction::LinearExact};
}

/// Whole numbers where a pixel of mouse is at least one unit, else as fine as the step.
double rounded(double value, double step)
{
    const double grain = step >= 0.5 ? 1.0 : std::pow(10.0, std::floor(std::log10(step)));
    return std::round(value / grain) * grain;
}

} // namespace

std::vector<session::Action> WindowTool::press(const ToolContext &context, const PointerEvent &event)
{
    m_from.reset();
    if (!isGrey(context))
        return {};
    const DataSetId dataSet = context.state.view(context.view).dataSet;
    const auto window = startWindow(
        context, imaging::ownPresentation(context.state.presentation(context.view, dataSet), *context.instance));
    if (!window)
        return {};
    const auto range = valueRange(context);
    m_start = *window;
    m_unitsPerPx = (range ? range->high - range->low : 2.0 * window->width) / rangePx;
    m_from = event.at;
    return {};
}

std::vector<session::Action> WindowTool::move(const ToolContext &context, const PointerEvent &event)
{
    if (!m_from)
        return {};
    const DataSetId dataSet = context.state.view(context.view).dataSet;
    const auto current = context.state.presentation(context.view, dataSet).window;
    if (event.at == *m_from && !current)
        return {}; // a click without a drag leaves "as the file says" alone
    session::Window window = m_start;
    const double dx = event.at.x - m_from->x, dy = event.at.y - m_from->y;
    if (dx != 0.0)
        window.width = rounded(m_start.width + dx * m_unitsPerPx, m_unitsPerPx);
    if (dy != 0.0)
        window.centre = rounded(m_start.centre - dy * m_unitsPerPx, m_unitsPerPx);
    const double least = window.function == session::VoiFunction::Linear ? 1.0 : m_unitsPerPx;
    window.width = std::max(window.width, std::min(least, m_start.width));
    if (current == window)
        return {};
    return {session::SetWindow{context.view, dataSet, window}};
}

std::vector<session::Action> WindowTool::release(const ToolContext &, const PointerEvent &)
{
    m_from.reset();
    return {};
}

} // namespace consilium::tools
