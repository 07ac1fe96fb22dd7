#include "viewer/codecs/Codecs.h"
#include "viewer/codecs/Jpeg2000Codestream.h"
#include "viewer/pixels/SampleLoops.h"

#include <openjpeg.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <string_view>

using namespace Qt::StringLiterals;

namespace consilium::pixels
{

namespace
{

/// A codestream in memory, as OpenJPEG reads it.
struct MemoryStream {
    Bytes bytes;
    std::size_t at = 0;

    static OPJ_SIZE_T read(void *buffer, OPJ_SIZE_T size, void *user)
    {
        auto *self = static_cast<MemoryStream *>(user);
        const std::size_t count = std::min<std::size_t>(size, self->bytes.size() - self->at);
        if (count == 0)
            return OPJ_SIZE_T(-1);
        std::memcpy(buffer, self->bytes.data() + self->at, count);
        self->at += count;
        return count;
    }
    static OPJ_OFF_T skip(OPJ_OFF_T size, void *user)
    {
        auto *self = static_cast<MemoryStream *>(user);
        if (size < 0)
            return -1;
        const std::size_t count = std::min<std::size_t>(std::size_t(size), self->bytes.size() - self->at);
        self->at += count;
        return count > 0 || size == 0 ? OPJ_OFF_T(count) : -1;
    }
    static OPJ_BOOL seek(OPJ_OFF_T offset, void *user)
    {
        auto *self = static_cast<MemoryStream *>(user);
        if (offset < 0 || std::size_t(offset) > self->bytes.size())
            return OPJ_FALSE;
        self->at = std::size_t(offset);
        return OPJ_TRUE;
    }
};

template<auto release>
struct Release {
    template<class T>
    void operator()(T *object) const
    {
        release(object);
    }
};
using Codec = std::unique_ptr<opj_codec_t, Release<opj_destroy_codec>>;
using Stream = std::unique_ptr<opj_stream_t, Release<opj_stream_destroy>>;
using Image = std::unique_ptr<opj_image_t, Release<opj_image_destroy>>;

/// What OpenJPEG has to say while it decodes. In lenient mode data that are missing or impossible are warnings.
struct Complaints {
    bool warned = false;
    QByteArray first; ///< the first warning or error

    static void warning(const char *message, void *user)
    {
        // About how the stream is written, not about what is missing: isComplete() counts the tile-parts itself.
        static constexpr std::string_view harmless[] = {"Non conformant codestream TPsot==TNsot", "Unknown marker"};
        const std::string_view text(message);
        if (std::none_of(std::begin(harmless), std::end(harmless), [&](auto start) { return text.starts_with(start); }))
            note(message, user);
    }
    static void note(const char *message, void *user)
    {
        auto *self = static_cast<Complaints *>(user);
        self->warned = true;
        if (self->first.isEmpty())
            self->first = QByteArray(message).trimmed();
    }
    static void ignore(const char *, void *) {}
};

tl::unexpected<Error> damaged(const QString &what)
{
    return fail(ErrorCode::PixelsDamaged, QStringLiteral("JPEG 2000: ") + what);
}

/// OpenJPEG tells of memory that it did not get in words only.
tl::unexpected<Error> undecoded(const Complaints &complaints)
{
    const QString said = QString::fromLatin1(complaints.first);
    if (said.contains("memory"_L1, Qt::CaseInsensitive) || said.contains("allocat"_L1, Qt::CaseInsensitive) ||
        said.contains("system limits"_L1))
        return fail(ErrorCode::OutOfMemory, QStringLiteral("JPEG 2000: ") + said);
    return damaged(said);
}

/// Decodes in the calling thread: frames side by side are faster than threads within one.
Result<Image> decodeStream(Bytes codestream, int reduction, Complaints &complaints)
{
    MemoryStream memory{codestream};
    const Codec codec(opj_create_decompress(OPJ_CODEC_J2K));
    const Stream stream(opj_stream_create(std::max<std::size_t>(codestream.size(), 64), OPJ_TRUE));
    if (!codec || !stream)
        return fail(ErrorCode::OutOfMemory);
    opj_stream_set_user_data(stream.get(), &memory, nullptr);
    opj_stream_set_user_data_length(stream.get(), codestream.size());
    opj_stream_set_read_function(stream.get(), &MemoryStream::read);
    opj_stream_set_skip_function(stream.get(), &MemoryStream::skip);
    opj_stream_set_seek_function(stream.get(), &MemoryStream::seek);
    opj_set_info_handler(codec.get(), &Complaints::ignore, nullptr);
    opj_set_warning_handler(codec.get(), &Complaints::ignore, nullptr);
    opj_set_error_handler(codec.get(), &Complaints::note, &complaints);
    opj_dparameters_t parameters;
    opj_set_default_decoder_parameters(&parameters);
    parameters.cp_reduce = OPJ_UINT32(reduction);
    if (!opj_setup_decoder(codec.get(), &parameters) || !opj_decoder_set_strict_mode(codec.get(), OPJ_FALSE))
        return fail(ErrorCode::Internal, QStringLiteral("OpenJPEG cannot be set up"));
    opj_image_t *raw = nullptr;
    const bool hasHeader = opj_read_header(stream.get(), codec.get(), &raw);
    Image image(raw);
    if (!hasHeader || !image)
        return undecoded(complaints);
    opj_set_warning_handler(codec.get(), &Complaints::warning, &complaints);
    if (!opj_decode(codec.get(), stream.get(), image.get()))
        return undecoded(complaints);
    if (!opj_end_decompress(codec.get(), stream.get()))
        complaints.warned = true; // something behind the last tile; all pixels are there
    return image;
}

bool holdsPixels(const opj_image_t &image, const dicom::PixelDescription &description, const DecodedFrame &frame)
{
    if (image.numcomps != OPJ_UINT32(description.samplesPerPixel))
        return false;
    return std::all_of(image.comps, image.comps + image.numcomps, [&](const opj_image_comp_t &component) {
        return component.data && component.prec <= 16 && component.w == OPJ_UINT32(frame.columns) &&
               component.h == OPJ_UINT32(frame.rows);
    });
}

void takeGrey(const opj_image_comp_t &component, const dicom::PixelDescription &description, DecodedFrame &frame)
{
    auto *const out = reinterpret_cast<std::uint16_t *>(frame.bytes.data());
    const std::size_t pixels = std::size_t(frame.rows) * std::size_t(frame.columns);
    narrowSamples(component.data, pixels, out);
    if (bool(component.sgnd) == description.isSigned)
        return;
    // The writer left the sign bit to the DICOM header and encoded plain words of this precision.
    unpackSamples(out, pixels, {0, int(component.prec), description.isSigned}, out);
}

void takeColour(const opj_image_t &image, const dicom::PixelDescription &description, bool mixed, DecodedFrame &frame)
{
    const std::size_t pixels = pixelCount(description);
    std::uint8_t *out = frame.bytes.data();
    for (std::size_t i = 0; i < pixels; ++i) {
        for (int k = 0; k < 3; ++k)
            *out++ = eightBits(unsigned(std::max(image.comps[k].data[i], 0)), int(image.comps[k].prec));
    }
    if (!mixed) // else OpenJPEG has turned it back into RGB
        toRgb(description.photometric, frame.bytes.data(), pixels);
}

} // namespace

Result<void> checkJpeg2000Header(const Jpeg2000Header &header, const dicom::PixelDescription &description)
{
    if (header.columns != std::uint32_t(description.columns) || header.rows != std::uint32_t(description.rows))
        return damaged(QStringLiteral("%1 x %2 pixels instead of %3 x %4")
                           .arg(header.columns)
                           .arg(header.rows)
                           .arg(description.columns)
                           .arg(description.rows));
    if (header.components.size() != std::size_t(description.samplesPerPixel))
        return damaged(QStringLiteral("%1 components instead of %2")
                           .arg(header.components.size())
                           .arg(description.samplesPerPixel));
    for (const auto &component : header.components) {
        if (component.stepX != 1 || component.stepY != 1)
            return fail(ErrorCode::UnsupportedImage, QStringLiteral("JPEG 2000 with sub-sampled components"));
        if (component.precision > 16 || (description.samplesPerPixel == 3 && component.isSigned))
            return fail(ErrorCode::UnsupportedImage, QStringLiteral("JPEG 2000 with %1 bits").arg(component.precision));
    }
    // Each tile costs kilobytes before its first pixel; real ones are hundreds of pixels wide.
    if (header.tiles > 64 + pixelCount(description) / 1024)
        return damaged(QStringLiteral("%1 tiles").arg(header.tiles));
    return {};
}

Result<void> decodeJpeg2000(const dicom::PixelDescription &description, Bytes encoded, DecodedFrame &frame,
                            int reduction)
{
    const Bytes codestream = codestreamOf(encoded);
    if (codestream.empty())
        return damaged(QStringLiteral("no codestream"));
    const auto header = readJpeg2000Header(codestream);
    if (!header)
        return fail(header.error());
    if (const auto checked = checkJpeg2000Header(*header, description); !checked)
        return checked;
    if (reduction > header->decompositions)
        return fail(ErrorCode::UnsupportedImage, QStringLiteral("JPEG 2000 without that resolution"));
    Complaints complaints;
    const auto image = decodeStream(codestream, reduction, complaints);
    if (!image)
        return fail(image.error());
    if (!holdsPixels(**image, description, frame))
        return damaged(QStringLiteral("no pixels came out"));
    if (frame.type == SampleType::Rgb8)
        takeColour(**image, description, header->mixesComponents, frame);
    else
        takeGrey((*image)->comps[0], description, frame);
    frame.damaged = complaints.warned || !isComplete(codestream, *header);
    return {};
}

} // namespace consilium::pixels
