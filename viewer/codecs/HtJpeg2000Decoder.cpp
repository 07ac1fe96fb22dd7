#include "viewer/codecs/Codecs.h"
#include "viewer/codecs/Jpeg2000Codestream.h"
#include "viewer/pixels/SampleLoops.h"

// The library's headers are C++17 and warn under -Wpedantic.
#include <openjph/ojph_arch.h>
#include <openjph/ojph_codestream.h>
#include <openjph/ojph_file.h>
#include <openjph/ojph_mem.h>
#include <openjph/ojph_message.h>
#include <openjph/ojph_params.h>

#include <algorithm>
#include <cstdarg>
#include <exception>
#include <mutex>
#include <stdexcept>

namespace consilium::pixels
{

namespace
{

thread_local bool warned = false;

// The library calls its handlers through references to objects that live as long as the program: nothing is deleted
// through a base that has no virtual destructor.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wnon-virtual-dtor"
// NOLINTBEGIN(cppcoreguidelines-virtual-class-destructor)
class QuietWarning final : public ojph::message_warning
{
public:
    void operator()(int, const char *, int, const char *, ...) override { warned = true; }
};
class ThrowingError final : public ojph::message_error
{
public:
    void operator()(int, const char *, int, const char *format, ...) override { throw std::runtime_error(format); }
};
// NOLINTEND(cppcoreguidelines-virtual-class-destructor)
#pragma GCC diagnostic pop

void configureMessages()
{
    static std::once_flag once;
    std::call_once(once, [] {
        static QuietWarning warning;
        static ThrowingError error;
        ojph::configure_warning(&warning);
        ojph::configure_error(&error);
    });
}

tl::unexpected<Error> damaged(const QString &what)
{
    return fail(ErrorCode::PixelsDamaged, QStringLiteral("HTJ2K: ") + what);
}

void takeLine(const ojph::line_buf &line, const dicom::PixelDescription &description, int row, int component,
              int precision, DecodedFrame &frame)
{
    const auto columns = std::size_t(description.columns);
    const std::size_t first = std::size_t(row) * columns;
    if (frame.type == SampleType::Rgb8) {
        for (std::size_t i = 0; i < columns; ++i)
            frame.bytes[3 * (first + i) + std::size_t(component)] =
                eightBits(unsigned(std::max(line.i32[i], 0)), precision);
    } else {
        narrowSamples(line.i32, columns, reinterpret_cast<std::uint16_t *>(frame.bytes.data()) + first);
    }
}

Result<void> decodeLines(Bytes codestream, const dicom::PixelDescription &description, DecodedFrame &frame)
{
    ojph::mem_infile file;
    file.open(codestream.data(), codestream.size());
    ojph::codestream stream;
    stream.read_headers(&file);
    ojph::param_siz size = stream.access_siz();
    // What the library itself has read decides what it writes.
    const ojph::point extent = size.get_image_extent(), offset = size.get_image_offset();
    if (extent.x - offset.x != ojph::ui32(description.columns) || extent.y - offset.y != ojph::ui32(description.rows) ||
        size.get_num_components() != ojph::ui32(description.samplesPerPixel) || size.get_bit_depth(0) > 16)
        return damaged(QStringLiteral("another image header"));
    for (int k = 0; k < description.samplesPerPixel; ++k) {
        const ojph::point step = size.get_downsampling(ojph::ui32(k));
        if (step.x != 1 || step.y != 1)
            return fail(ErrorCode::UnsupportedImage, QStringLiteral("HTJ2K with sub-sampled components"));
    }
    stream.set_planar(false);
    stream.create();
    for (int row = 0; row < description.rows; ++row) {
        for (int k = 0; k < description.samplesPerPixel; ++k) {
            ojph::ui32 component = 0;
            const ojph::line_buf *line = stream.pull(component);
            if (!line || component >= ojph::ui32(description.samplesPerPixel) ||
                line->size < std::size_t(description.columns))
                return damaged(QStringLiteral("lines are missing"));
            takeLine(*line, description, row, int(component), int(size.get_bit_depth(component)), frame);
        }
    }
    const bool isSigned = size.is_signed(0);
    const int precision = int(size.get_bit_depth(0));
    stream.close();
    if (frame.type != SampleType::Rgb8 && isSigned != description.isSigned) {
        // The writer left the sign bit to the DICOM header and encoded plain words of this precision.
        auto *words = reinterpret_cast<std::uint16_t *>(frame.bytes.data());
        unpackSamples(words, pixelCount(description), {0, precision, description.isSigned}, words);
    }
    return {};
}

} // namespace

Result<void> decodeHtJpeg2000(const dicom::PixelDescription &description, Bytes encoded, DecodedFrame &frame)
try {
    configureMessages();
    warned = false;
    const Bytes codestream = codestreamOf(encoded);
    if (codestream.empty())
        return damaged(QStringLiteral("no codestream"));
    const auto header = readJpeg2000Header(codestream);
    if (!header)
        return fail(header.error());
    if (const auto checked = checkJpeg2000Header(*header, description); !checked)
        return checked;
    if (const auto decoded = decodeLines(codestream, description, frame); !decoded)
        return decoded;
    if (frame.type == SampleType::Rgb8 && !header->mixesComponents)
        toRgb(description.photometric, frame.bytes.data(), pixelCount(description));
    frame.damaged = warned || !isComplete(codestream, *header);
    return {};
} catch (const std::bad_alloc &) {
    throw;
} catch (const std::exception &error) {
    return damaged(QString::fromLatin1(error.what()));
}

} // namespace consilium::pixels
