#include "viewer/pixels/FrameCodecs.h"

#include <algorithm>

namespace consilium::pixels
{

namespace
{

/// Twice the largest detector there is (mammography, 60 megapixels with tomosynthesis margins): beyond it sizes are
/// made up.
constexpr std::size_t mostPixels = std::size_t(1) << 27;
/// Memory that a header alone may ask for: a frame of this size is made of whatever is there.
constexpr std::size_t takenUnseen = std::size_t(16) << 20;
/// A larger one of which less than this part is there shows nothing that would be worth its memory.
constexpr std::uint64_t leastPart = 16;

tl::unexpected<Error> unsupported(const QString &why)
{
    return fail(ErrorCode::UnsupportedImage, why);
}

Result<SampleType> greyType(const dicom::PixelDescription &description)
{
    using dicom::Photometric;
    const bool isGrey =
        description.photometric == Photometric::Monochrome1 || description.photometric == Photometric::Monochrome2;
    if (!isGrey && description.photometric != Photometric::PaletteColor) // of which the indices are decoded
        return unsupported(QStringLiteral("one sample per pixel as ") + description.photometricName);
    const int allocated = description.bitsAllocated;
    const bool isWide = allocated == 32 || (allocated == 64 && description.isFloat);
    if (allocated != 1 && allocated != 8 && allocated != 16 && !(isGrey && isWide))
        return unsupported(QStringLiteral("%1 bits allocated").arg(allocated));
    const bool fits = description.bitsStored >= 1 && description.bitsStored <= allocated &&
                      description.highBit >= description.bitsStored - 1 && description.highBit < allocated;
    if (!fits)
        return unsupported(QStringLiteral("%1 bits stored up to bit %2 of %3")
                               .arg(description.bitsStored)
                               .arg(description.highBit)
                               .arg(allocated));
    if (isWide)
        return SampleType::F64;
    return description.isSigned ? SampleType::S16 : SampleType::U16;
}

Result<SampleType> colourType(const dicom::PixelDescription &description)
{
    using dicom::Photometric;
    // Deep colours are brought to 8 bits (eightBits()); their samples fill the low bits of their words.
    const int allocated = description.bitsAllocated, stored = description.bitsStored;
    const bool isPlain = (allocated == 8 || allocated == 16) && stored >= 8 && stored <= allocated;
    if (!isPlain || description.highBit != stored - 1 || description.isSigned)
        return unsupported(QStringLiteral("colour with %1 of %2 bits").arg(stored).arg(allocated));
    switch (description.photometric) {
    case Photometric::YbrFull422:
    case Photometric::Rgb:
    case Photometric::YbrFull:
    case Photometric::YbrIct:
    case Photometric::YbrRct:
        return SampleType::Rgb8;
    case Photometric::Monochrome1:
    case Photometric::Monochrome2:
    case Photometric::PaletteColor:
    case Photometric::YbrPartial420:
    case Photometric::Other:
        break;
    }
    return unsupported(QStringLiteral("colour as ") + description.photometricName);
}

Result<SampleType> sampleType(const dicom::PixelDescription &description)
{
    if (description.samplesPerPixel == 1)
        return greyType(description);
    if (description.samplesPerPixel == 3)
        return colourType(description);
    return unsupported(QStringLiteral("%1 samples per pixel").arg(description.samplesPerPixel));
}

/// All of a frame but its bytes.
Result<DecodedFrame> shapeOf(const dicom::PixelDescription &description)
{
    if (description.rows < 1 || description.columns < 1)
        return unsupported(QStringLiteral("%1 x %2 pixels").arg(description.columns).arg(description.rows));
    const auto type = sampleType(description);
    if (!type)
        return fail(type.error());
    if (pixelCount(description) > mostPixels)
        return fail(ErrorCode::OutOfMemory,
                    QStringLiteral("%1 x %2 pixels").arg(description.columns).arg(description.rows));
    DecodedFrame frame;
    frame.rows = description.rows;
    frame.columns = description.columns;
    frame.type = *type;
    return frame;
}

Result<DecodedFrame> withBytes(Result<DecodedFrame> frame, std::span<std::uint8_t> place)
{
    if (frame)
        frame->bytes.resize(std::size_t(frame->rows) * std::size_t(frame->columns) * bytesPerPixel(frame->type), place);
    return frame;
}

} // namespace

std::size_t pixelCount(const dicom::PixelDescription &description)
{
    return std::size_t(description.rows) * std::size_t(description.columns);
}

Result<DecodedFrame> makeFrame(const dicom::PixelDescription &description, std::span<std::uint8_t> place)
{
    return withBytes(shapeOf(description), place);
}

Result<DecodedFrame> makeFrameOf(const dicom::PixelDescription &description, std::uint64_t there,
                                 std::span<std::uint8_t> place)
{
    auto frame = shapeOf(description);
    if (!frame)
        return frame;
    const std::size_t needed = pixelCount(description) * bytesPerPixel(frame->type);
    const auto whole = std::uint64_t(description.bytesPerFrame());
    if (needed > takenUnseen && there < whole / leastPart)
        return fail(ErrorCode::PixelsDamaged, QStringLiteral("%1 bytes of %2").arg(there).arg(whole));
    return withBytes(std::move(frame), place);
}

Result<DecodedFrame> makeFrameFrom(const dicom::PixelDescription &description, Bytes words)
{
    auto frame = shapeOf(description);
    if (frame) {
        const std::size_t needed = std::min(words.size(), pixelCount(description) * bytesPerPixel(frame->type));
        frame->bytes.assign(words.data(), words.data() + needed);
    }
    return frame;
}

} // namespace consilium::pixels
