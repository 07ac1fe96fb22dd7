// DCMTK's own headers decide with these what they declare.
#ifndef HAVE_CONFIG_H
#define HAVE_CONFIG_H
#endif
#include <dcmtk/config/osconfig.h>
// (after the configuration)
#include <dcmtk/dcmjpeg/djcparam.h>
#include <dcmtk/dcmjpeg/djdijg12.h>
#include <dcmtk/dcmjpeg/djdijg16.h>
#include <dcmtk/dcmjpeg/djdijg8.h>
#include <dcmtk/oflog/oflog.h>

#include "viewer/codecs/JpegDecoder.h"
#include "viewer/pixels/SampleLoops.h"

#include <algorithm>
#include <memory>
#include <mutex>
#include <vector>

namespace consilium::pixels
{

namespace
{

using Decoder = std::unique_ptr<DJDecoder>;

void silenceLog()
{
    static std::once_flag once;
    std::call_once(once, [] { OFLog::configure(OFLogger::OFF_LOG_LEVEL); });
}

Decoder decoderFor(int precision, const DJCodecParameter &parameters)
{
    // The components are turned into RGB here, by the photometric interpretation.
    if (precision > 12)
        return std::make_unique<DJDecompressIJG16Bit>(parameters, OFFalse);
    if (precision > 8)
        return std::make_unique<DJDecompressIJG12Bit>(parameters, OFFalse);
    return std::make_unique<DJDecompressIJG8Bit>(parameters, OFFalse);
}

} // namespace

Result<void> decodeJpegDeep(const JpegHeader &header, const dicom::PixelDescription &description, Bytes encoded,
                            DecodedFrame &frame)
{
    silenceLog();
    const bool isColour = frame.type == SampleType::Rgb8;
    static const DJCodecParameter parameters(ECC_lossyYCbCr, EDC_never, EUC_default, EPC_default);
    const Decoder decoder = decoderFor(header.precision, parameters);
    const std::size_t samples = pixelCount(description) * header.components.size();
    const std::size_t sampleBytes = header.precision > 8 ? 2 : 1;
    std::vector<std::uint8_t> out(samples * sampleBytes);
    if (decoder->init().bad())
        return fail(ErrorCode::OutOfMemory);
    // It only reads, whatever its parameter says.
    auto *in = const_cast<Uint8 *>(encoded.data());
    const OFCondition done = decoder->decode(in, Uint32(encoded.size()), out.data(), Uint32(out.size()),
                                             description.isSigned ? OFTrue : OFFalse);
    if (done.bad() && done != EJ_Suspension)
        return fail(ErrorCode::PixelsDamaged, QStringLiteral("JPEG: ") + QString::fromLatin1(done.text()));
    frame.damaged = done.bad();
    if (isColour) {
        const auto *const wide = reinterpret_cast<const std::uint16_t *>(out.data());
        if (sampleBytes == 2)
            std::transform(wide, wide + samples, frame.bytes.begin(),
                           [&](std::uint16_t sample) { return eightBits(sample, header.precision); });
        else
            std::copy(out.begin(), out.end(), frame.bytes.begin());
        toRgb(description.photometric, frame.bytes.data(), pixelCount(description));
    } else if (sampleBytes == 1) {
        takeJpegSamples(description, header.precision, out.data(), frame);
    } else {
        unpackSamples(reinterpret_cast<const std::uint16_t *>(out.data()), pixelCount(description),
                      {0, std::max(header.precision, description.bitsStored), description.isSigned},
                      reinterpret_cast<std::uint16_t *>(frame.bytes.data()));
    }
    return {};
}

} // namespace consilium::pixels
