#include "viewer/tools/StackPosition.h"

#include <algorithm>
#include <cmath>

namespace consilium::tools
{

int sliceIndex(const ToolContext &context)
{
    if (!context.dataSet || context.dataSet->slices.empty())
        return -1;
    const auto &plane = context.state.view(context.view).plane;
    if (const auto *image = std::get_if<session::ImageRef>(&plane)) {
        const int index = context.dataSet->indexOf(image->sop, image->frame);
        if (index >= 0)
            return index;
    }
    // Nothing chosen yet, or a plane in space: what the view resolved it to, else the first image.
    const int shown = context.instance ? context.dataSet->indexOf(context.instance->sop, context.instance->frame) : -1;
    return std::max(0, shown);
}

std::vector<session::Action> showSlice(const ToolContext &context, int index)
{
    const int now = sliceIndex(context);
    if (now < 0)
        return {};
    const auto &slices = context.dataSet->slices;
    const int wanted = std::clamp(index, 0, int(slices.size()) - 1);
    if (wanted == now)
        return {};
    const dicom::Instance &image = *slices[std::size_t(wanted)];
    return {session::ShowPlane{context.view, session::ImageRef{image.sop, image.frame}}};
}

double normalisedDegrees(double degrees)
{
    const double turned = std::fmod(degrees, 360.0);
    const double positive = turned < 0.0 ? turned + 360.0 : turned;
    return positive >= 360.0 ? 0.0 : positive + 0.0; // -1e-20 + 360 is 360; -0 becomes 0
}

bool isGrey(const ToolContext &context)
{
    return context.instance && context.instance->pixels.samplesPerPixel == 1 &&
           (!context.frame || context.frame->type != pixels::SampleType::Rgb8);
}

} // namespace consilium::tools
