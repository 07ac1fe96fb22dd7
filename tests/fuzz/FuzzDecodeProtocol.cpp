#include "tests/fuzz/FuzzInput.h"
#include "viewer/imaging/GreyRenderer.h"
#include "viewer/pixels/DecodeProtocol.h"
#include "viewer/pixels/PaletteFrames.h"

#include <cstring>
#include <vector>

using namespace consilium;

// A helper that a hostile file has taken over may answer anything. What the program takes from it has the described
// size, lies in the shared block, and is safe to show. Input: a described frame (FuzzInput.h) whose encoded bytes are
// the answer and then the samples.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    const fuzz::FrameInput input = fuzz::frameInputFrom(data, size);
    const dicom::PixelDescription &description = input.description;
    const auto request = pixels::requestOf(description, TransferSyntaxUid(QStringLiteral("1.2.840.10008.1.2.5")), 1);
    const dicom::PixelDescription again = pixels::descriptionOf(request);
    fuzz::require(again.rows == description.rows && again.bitsStored == description.bitsStored &&
                      again.highBit == description.highBit && again.photometric == description.photometric &&
                      again.paddingValue == description.paddingValue && again.paddingLimit == description.paddingLimit,
                  "a request says what it was made of");

    pixels::DecodeAnswer answer;
    const std::size_t head = std::min<std::size_t>(std::size_t(input.encoded.size()), sizeof answer);
    std::memcpy(&answer, input.encoded.constData(), head);
    constexpr std::size_t shared = 1 << 20;
    if (pixels::isAnsweredPlain(description, TransferSyntaxUid(QStringLiteral("1.2.840.10008.1.2.5")))) {
        static const std::vector<std::uint8_t> block(shared, 0x5A);
        if (const auto plain = pixels::plainFrameOf(answer, description, block))
            fuzz::require(plain->bytes.size() == 2 * std::size_t(description.rows) * std::size_t(description.columns),
                          "as many samples as described");
    }
    auto frame = pixels::frameOf(answer, description, shared);
    if (!frame)
        return 0;
    fuzz::require(answer.offset <= shared && answer.bytes <= shared - answer.offset, "samples in the shared block");
    frame->bytes.assign(std::size_t(answer.bytes), 0);
    const QByteArray samples = input.encoded.mid(qsizetype(head));
    for (std::size_t i = 0; i < frame->bytes.size() && !samples.isEmpty(); ++i)
        frame->bytes[i] = std::uint8_t(samples[qsizetype(i) % samples.size()]);
    const auto shown = pixels::throughPalette(description, std::make_shared<const pixels::DecodedFrame>(*frame));
    if (!shown || (*shown)->type == pixels::SampleType::Rgb8)
        return 0;
    const dicom::GreyScale grey;
    const imaging::GreyTable table(grey, imaging::effectiveVoi(grey, {}, **shown), false, description);
    std::vector<std::uint8_t> out(std::size_t(description.rows) * std::size_t(description.columns));
    table.apply(**shown, out.data());
    return 0;
}
