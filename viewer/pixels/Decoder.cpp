#include "viewer/pixels/Decoder.h"

#include "viewer/pixels/FrameCodecs.h"
#include "viewer/pixels/TransferSyntaxes.h"

#include <new>

namespace consilium::pixels
{

namespace
{

/// Twice the largest detector there is (mammography, 60 megapixels with tomosynthesis margins): beyond it sizes are
/// made up.
constexpr std::size_t mostPixels = std::size_t(1) << 27;

tl::unexpected<Error> unsupported(const QString &why)
{
    return fail(ErrorCode::UnsupportedImage, why);
}

Result<SampleType> greyType(const dicom::PixelDescription &description)
{
    using dicom::Photometric;
    if (description.photometric == Photometric::PaletteColor)
        return unsupported(QStringLiteral("palette colour"));
    if (description.photometric != Photometric::Monochrome1 && description.photometric != Photometric::Monochrome2)
        return unsupported(QStringLiteral("one sample per pixel as ") + description.photometricName);
    const int allocated = description.bitsAllocated;
    if (allocated != 1 && allocated != 8 && allocated != 16)
        return unsupported(QStringLiteral("%1 bits allocated").arg(allocated));
    const bool fits = description.bitsStored >= 1 && description.bitsStored <= allocated &&
                      description.highBit >= description.bitsStored - 1 && description.highBit < allocated;
    if (!fits)
        return unsupported(QStringLiteral("%1 bits stored up to bit %2 of %3")
                               .arg(description.bitsStored)
                               .arg(description.highBit)
                               .arg(allocated));
    return description.isSigned ? SampleType::S16 : SampleType::U16;
}

Result<SampleType> colourType(const dicom::PixelDescription &description)
{
    using dicom::Photometric;
    if (description.bitsAllocated != 8 || description.bitsStored != 8 || description.isSigned)
        return unsupported(
            QStringLiteral("colour with %1 of %2 bits").arg(description.bitsStored).arg(description.bitsAllocated));
    switch (description.photometric) {
    case Photometric::YbrFull422:
        if (description.columns % 2 != 0)
            return unsupported(QStringLiteral("YBR_FULL_422 with an odd number of columns"));
        return SampleType::Rgb8;
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

Result<void> decodeInto(Coding coding, const dicom::PixelDescription &description, Bytes encoded, DecodedFrame &frame)
{
    dicom::PixelDescription described = description;
    // Sub-sampling is a matter of native and JPEG data; the other codings hold every sample.
    if (coding != Coding::LittleEndian && coding != Coding::BigEndian &&
        described.photometric == dicom::Photometric::YbrFull422)
        described.photometric = dicom::Photometric::YbrFull;
    switch (coding) {
    case Coding::LittleEndian:
        return decodeNative(described, encoded, false, frame);
    case Coding::BigEndian:
        return decodeNative(described, encoded, true, frame);
    case Coding::Rle:
        return decodeRle(described, encoded, frame);
    case Coding::JpegLs:
        return decodeJpegLs(described, encoded, frame);
    case Coding::Jpeg2000:
        return decodeJpeg2000(described, encoded, frame);
    case Coding::None:
        break;
    }
    return fail(ErrorCode::UnsupportedSyntax);
}

} // namespace

std::size_t pixelCount(const dicom::PixelDescription &description)
{
    return std::size_t(description.rows) * std::size_t(description.columns);
}

Result<DecodedFrame> makeFrame(const dicom::PixelDescription &description)
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
    frame.bytes.resize(pixelCount(description) * (*type == SampleType::Rgb8 ? 3 : 2));
    return frame;
}

Result<FramePtr> decodeFrame(const FrameKey &key, const dicom::PixelDescription &description,
                             const TransferSyntaxUid &syntax, const QByteArray &encoded, const CancelToken &cancel)
try {
    if (cancel.isCancelled())
        return fail(ErrorCode::Cancelled);
    const Coding coding = codingOf(syntax);
    if (coding == Coding::None)
        return fail(ErrorCode::UnsupportedSyntax, syntaxName(syntax));
    auto frame = makeFrame(description);
    if (!frame)
        return fail(frame.error());
    const Bytes bytes(reinterpret_cast<const std::uint8_t *>(encoded.constData()), std::size_t(encoded.size()));
    if (const auto decoded = decodeInto(coding, description, bytes, *frame); !decoded)
        return fail(decoded.error());
    if (cancel.isCancelled())
        return fail(ErrorCode::Cancelled);
    frame->key = key;
    measureRange(description, *frame);
    return std::make_shared<const DecodedFrame>(std::move(*frame));
} catch (const std::bad_alloc &) {
    return fail(ErrorCode::OutOfMemory,
                QStringLiteral("%1 x %2 pixels").arg(description.columns).arg(description.rows));
}

} // namespace consilium::pixels
