#include "viewer/codecs/JpegDecoder.h"

#include "viewer/codecs/Codecs.h"
#include "viewer/pixels/SampleLoops.h"

#include <algorithm>
#include <csetjmp>
#include <cstdio>
#include <vector>

#include <jerror.h>
#include <jpeglib.h>

namespace consilium::pixels
{

namespace
{

tl::unexpected<Error> damaged(const QString &what)
{
    return fail(ErrorCode::PixelsDamaged, QStringLiteral("JPEG: ") + what);
}

Result<void> checkHeader(const JpegHeader &header, const dicom::PixelDescription &description)
{
    if (header.rows != description.rows || header.columns != description.columns)
        return damaged(QStringLiteral("%1 x %2 pixels instead of %3 x %4")
                           .arg(header.columns)
                           .arg(header.rows)
                           .arg(description.columns)
                           .arg(description.rows));
    if (header.components.size() != std::size_t(description.samplesPerPixel))
        return damaged(QStringLiteral("%1 components instead of %2")
                           .arg(header.components.size())
                           .arg(description.samplesPerPixel));
    if (header.process == JpegHeader::Process::Other)
        return fail(ErrorCode::UnsupportedSyntax, QStringLiteral("JPEG, hierarchical or arithmetic coding"));
    if (header.precision < 2 || header.precision > description.bitsAllocated)
        return damaged(QStringLiteral("%1 bits in samples of %2").arg(header.precision).arg(description.bitsAllocated));
    return {};
}

/// libjpeg reports errors by a call that must not return.
struct ErrorExit {
    jpeg_error_mgr base; ///< first: libjpeg's pointer is this one's
    std::jmp_buf back;
    char message[JMSG_LENGTH_MAX];
    bool isDamaged; ///< a warning that means pixels are wrong

    static void leave(j_common_ptr info)
    {
        auto *self = reinterpret_cast<ErrorExit *>(info->err);
        info->err->format_message(info, self->message);
        std::longjmp(self->back, 1);
    }
    static void note(j_common_ptr info, int level)
    {
        if (level >= 0)
            return;
        const int code = info->err->msg_code;
        // Bytes too many between segments and an odd Adobe segment change no pixel.
        if (code != JWRN_EXTRANEOUS_DATA && code != JWRN_ADOBE_XFORM && code != JWRN_BOGUS_PROGRESSION)
            reinterpret_cast<ErrorExit *>(info->err)->isDamaged = true;
    }
    static void stayQuiet(j_common_ptr) {}
};

/// What the components are: an Adobe segment says it, else the DICOM header (PS3.5 8.2.1).
J_COLOR_SPACE colourSpaceOf(const JpegHeader &header, const dicom::PixelDescription &description)
{
    if (header.components.size() == 1)
        return JCS_GRAYSCALE;
    if (header.adobeTransform)
        return *header.adobeTransform == 0 ? JCS_RGB : JCS_YCbCr;
    return description.photometric == dicom::Photometric::Rgb ? JCS_RGB : JCS_YCbCr;
}

/// No object with a destructor lives in here: longjmp() passes over it.
bool decodeEightBit(const JpegHeader &header, Bytes encoded, J_COLOR_SPACE space, std::uint8_t *out, ErrorExit &error)
{
    jpeg_decompress_struct info{};
    info.err = jpeg_std_error(&error.base);
    error.base.error_exit = &ErrorExit::leave;
    error.base.emit_message = &ErrorExit::note;
    error.base.output_message = &ErrorExit::stayQuiet;
    if (setjmp(error.back)) {
        jpeg_destroy_decompress(&info);
        return false;
    }
    jpeg_create_decompress(&info);
    jpeg_mem_src(&info, encoded.data(), static_cast<unsigned long>(encoded.size()));
    jpeg_read_header(&info, TRUE);
    // What the library itself has read decides how much it writes.
    if (int(info.image_width) != header.columns || int(info.image_height) != header.rows ||
        std::size_t(info.num_components) != header.components.size()) {
        std::snprintf(error.message, sizeof error.message, "another frame header");
        jpeg_destroy_decompress(&info);
        return false;
    }
    info.jpeg_color_space = space;
    info.out_color_space = space == JCS_GRAYSCALE ? JCS_GRAYSCALE : JCS_RGB;
    info.dct_method = JDCT_ISLOW;
    jpeg_start_decompress(&info);
    const std::size_t stride = std::size_t(info.output_width) * std::size_t(info.output_components);
    while (info.output_scanline < info.output_height) {
        JSAMPROW row = out + std::size_t(info.output_scanline) * stride;
        jpeg_read_scanlines(&info, &row, 1);
    }
    jpeg_finish_decompress(&info);
    jpeg_destroy_decompress(&info);
    return true;
}

Result<void> decodeWithLibjpeg(const JpegHeader &header, const dicom::PixelDescription &description, Bytes encoded,
                               DecodedFrame &frame)
{
    const std::size_t pixels = pixelCount(description), samples = header.components.size();
    std::vector<std::uint8_t> grey;
    std::uint8_t *out = frame.bytes.data();
    if (samples == 1) {
        grey.resize(pixels);
        out = grey.data();
    }
    ErrorExit error{};
    if (!decodeEightBit(header, encoded, colourSpaceOf(header, description), out, error))
        return damaged(QString::fromLatin1(error.message));
    if (samples == 1)
        takeJpegSamples(description, header.precision, grey.data(), frame);
    frame.damaged = frame.damaged || error.isDamaged;
    return {};
}

} // namespace

void takeJpegSamples(const dicom::PixelDescription &description, int precision, const std::uint8_t *bytes,
                     DecodedFrame &frame)
{
    auto *words = reinterpret_cast<std::uint16_t *>(frame.bytes.data());
    unpackSamples(bytes, pixelCount(description), {0, std::min(precision, 8), description.isSigned}, words);
}

Result<void> decodeJpeg(const dicom::PixelDescription &description, Bytes encoded, DecodedFrame &frame)
{
    const auto header = readJpegHeader(encoded);
    if (!header)
        return fail(header.error());
    if (const auto checked = checkHeader(*header, description); !checked)
        return checked;
    const bool isLossless = header->process == JpegHeader::Process::Lossless;
    return isLossless || header->precision != 8 ? decodeJpegDeep(*header, description, encoded, frame)
                                                : decodeWithLibjpeg(*header, description, encoded, frame);
}

} // namespace consilium::pixels
