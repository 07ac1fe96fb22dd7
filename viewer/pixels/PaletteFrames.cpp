#include "viewer/pixels/PaletteFrames.h"

#include <algorithm>
#include <cstring>

namespace consilium::pixels
{

Result<FramePtr> throughPalette(const dicom::PixelDescription &description, Result<FramePtr> decoded)
{
    if (!description.palette || !decoded || (*decoded)->type == SampleType::Rgb8)
        return decoded;
    const DecodedFrame &indices = **decoded;
    const dicom::ColourPalette &palette = *description.palette;
    DecodedFrame colours;
    colours.key = indices.key;
    colours.rows = indices.rows;
    colours.columns = indices.columns;
    colours.type = SampleType::Rgb8;
    colours.maximum = colours.shownMaximum = 255;
    colours.damaged = indices.damaged;
    colours.knownPixels = indices.knownPixels;
    colours.reduction = indices.reduction;
    const std::size_t count = std::size_t(indices.rows) * std::size_t(indices.columns);
    colours.bytes.resize(3 * count);
    const bool isSigned = indices.type == SampleType::S16;
    const int last = palette.entries() - 1;
    for (std::size_t i = 0; i < count; ++i) {
        const int stored = isSigned ? int(indices.s16()[i]) : int(indices.u16()[i]);
        const int entry = std::clamp(stored - palette.firstMapped, 0, last);
        std::memcpy(colours.bytes.data() + 3 * i, palette.rgb.data() + 3 * std::size_t(entry), 3);
    }
    return std::make_shared<const DecodedFrame>(std::move(colours));
}

} // namespace consilium::pixels
