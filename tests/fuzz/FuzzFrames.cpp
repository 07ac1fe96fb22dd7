// One source for the fuzzers of all codings; CONSILIUM_FUZZ_CODING says which (tests/fuzz/CMakeLists.txt).
#include "tests/fuzz/FuzzInput.h"
#include "tests/fuzz/FuzzSyntax.h"
#include "viewer/codecs/Decoder.h"
#include "viewer/pixels/PaletteFrames.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

using namespace consilium;

namespace
{

constexpr auto coding = pixels::Coding::CONSILIUM_FUZZ_CODING;

/// Samples of more than 16 bits and floats: the range leaves out what is no number.
void checkWide(const pixels::DecodedFrame &frame, std::size_t count)
{
    fuzz::require(frame.minimum == 0 && frame.maximum == 0, "no range of integers");
    fuzz::require(frame.lowest <= frame.shownLowest && frame.shownLowest <= frame.shownHighest &&
                      frame.shownHighest <= frame.highest,
                  "ranges in order");
    std::optional<double> least, most;
    for (std::size_t i = 0; i < count; ++i) {
        const double sample = frame.f64()[i];
        if (!std::isfinite(sample))
            continue;
        least = std::min(least.value_or(sample), sample);
        most = std::max(most.value_or(sample), sample);
    }
    fuzz::require(least.value_or(0.0) == frame.lowest && most.value_or(0.0) == frame.highest, "range of the samples");
}

/// What a renderer relies on without looking.
void check(const pixels::DecodedFrame &frame, const dicom::PixelDescription &description)
{
    fuzz::require(frame.rows == description.rows && frame.columns == description.columns, "size as described");
    const bool isColour = frame.type == pixels::SampleType::Rgb8;
    const std::size_t count = std::size_t(frame.rows) * std::size_t(frame.columns);
    fuzz::require(frame.bytes.size() == count * bytesPerPixel(frame.type), "a sample for each pixel");
    fuzz::require((frame.type == pixels::SampleType::F64) == (description.bitsAllocated > 16), "width as described");
    if (frame.type == pixels::SampleType::F64)
        return checkWide(frame, count);
    fuzz::require(frame.minimum <= frame.shownMinimum && frame.shownMinimum <= frame.shownMaximum &&
                      frame.shownMaximum <= frame.maximum,
                  "ranges in order");
    if (isColour)
        return;
    const bool isSigned = frame.type == pixels::SampleType::S16;
    fuzz::require(isSigned == description.isSigned, "sign as described");
    int least = 65536, most = -32769;
    for (std::size_t i = 0; i < count; ++i) {
        const int sample = isSigned ? int(frame.s16()[i]) : int(frame.u16()[i]);
        least = std::min(least, sample);
        most = std::max(most, sample);
    }
    fuzz::require(least == frame.minimum && most == frame.maximum, "range of the samples");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    const fuzz::FrameInput input = fuzz::frameInputFrom(data, size);
    const auto frame = pixels::decodeFrame({}, input.description, fuzz::syntaxFor(coding, input.choice), input.encoded);
    if (!frame) {
        fuzz::require(frame.error().code != ErrorCode::Internal, "an error with a reason");
        return 0;
    }
    check(**frame, input.description);
    for (const QByteArray &plane : (*frame)->overlays)
        fuzz::require(plane.size() == (qsizetype((*frame)->rows) * (*frame)->columns + 7) / 8,
                      "an overlay of its size");
    if (const auto coloured = pixels::throughPalette(input.description, frame))
        fuzz::require((*coloured)->rows == input.description.rows, "rows of a coloured frame");
    return 0;
}
