// One source for the fuzzers of all codings; CONSILIUM_FUZZ_CODING says which (tests/fuzz/CMakeLists.txt).
#include "tests/fuzz/FuzzInput.h"
#include "viewer/codecs/Decoder.h"
#include "viewer/pixels/PaletteFrames.h"
#include "viewer/pixels/TransferSyntaxes.h"

#include <algorithm>
#include <array>

using namespace consilium;

namespace
{

constexpr auto coding = pixels::Coding::CONSILIUM_FUZZ_CODING;

/// Two transfer syntaxes at most make a difference to a decoder.
TransferSyntaxUid syntaxFor(unsigned choice)
{
    const auto of = [&](const char *first, const char *second) {
        return TransferSyntaxUid(QString::fromLatin1(choice % 2 == 0 ? first : second));
    };
    switch (coding) {
    case pixels::Coding::Rle:
        return of("1.2.840.10008.1.2.5", "1.2.840.10008.1.2.5");
    case pixels::Coding::Jpeg:
        return of("1.2.840.10008.1.2.4.50", "1.2.840.10008.1.2.4.70");
    case pixels::Coding::JpegLs:
        return of("1.2.840.10008.1.2.4.80", "1.2.840.10008.1.2.4.81");
    case pixels::Coding::Jpeg2000:
        return of("1.2.840.10008.1.2.4.90", "1.2.840.10008.1.2.4.91");
    case pixels::Coding::HtJpeg2000:
        return of("1.2.840.10008.1.2.4.201", "1.2.840.10008.1.2.4.203");
    case pixels::Coding::LittleEndian:
    case pixels::Coding::BigEndian:
    case pixels::Coding::None:
        break;
    }
    return of("1.2.840.10008.1.2.1", "1.2.840.10008.1.2.2");
}

/// What a renderer relies on without looking.
void check(const pixels::DecodedFrame &frame, const dicom::PixelDescription &description)
{
    fuzz::require(frame.rows == description.rows && frame.columns == description.columns, "size as described");
    const bool isColour = frame.type == pixels::SampleType::Rgb8;
    const std::size_t count = std::size_t(frame.rows) * std::size_t(frame.columns);
    fuzz::require(frame.bytes.size() == count * (isColour ? 3 : 2), "a sample for each pixel");
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
    const auto frame = pixels::decodeFrame({}, input.description, syntaxFor(input.choice), input.encoded);
    if (!frame) {
        fuzz::require(frame.error().code != ErrorCode::Internal, "an error with a reason");
        return 0;
    }
    check(**frame, input.description);
    if (const auto coloured = pixels::throughPalette(input.description, frame))
        fuzz::require((*coloured)->rows == input.description.rows, "rows of a coloured frame");
    return 0;
}
