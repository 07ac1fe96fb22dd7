#pragma once
#include "viewer/imaging/GreyRenderer.h"

#include <cstring>

namespace consilium::test
{

/// Every value that 16 bits can hold, once.
inline pixels::DecodedFrame everyValue(bool isSigned)
{
    pixels::DecodedFrame frame;
    frame.rows = frame.columns = 256;
    frame.type = isSigned ? pixels::SampleType::S16 : pixels::SampleType::U16;
    frame.bytes.resize(65536 * 2);
    for (int i = 0; i < 65536; ++i) {
        const auto word = std::uint16_t(isSigned ? i - 32768 : i);
        std::memcpy(frame.bytes.data() + 2 * i, &word, 2);
    }
    return frame;
}

/// What describes a frame of those values.
inline dicom::PixelDescription described(bool isSigned)
{
    dicom::PixelDescription description;
    description.rows = description.columns = 256;
    description.isSigned = isSigned;
    return description;
}

inline dicom::GreyScale rescaled(double slope, double intercept)
{
    dicom::GreyScale grey;
    grey.slope = slope;
    grey.intercept = intercept;
    return grey;
}

inline imaging::EffectiveVoi windowed(double centre, double width,
                                      session::VoiFunction function = session::VoiFunction::Linear)
{
    return {session::Window{centre, width, function}, nullptr, false};
}

/// The level of each sample of `frame`, which has at most 65,536; what is beyond its samples stays 0.
inline std::vector<std::uint8_t> apply(const imaging::GreyTable &table, const pixels::DecodedFrame &frame)
{
    std::vector<std::uint8_t> out(65536);
    table.apply(frame, out.data());
    return out;
}

} // namespace consilium::test
