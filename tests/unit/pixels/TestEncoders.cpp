#include "tests/unit/pixels/TestEncoders.h"

#include <charls/charls.h>
#include <openjpeg.h>

#include <bit>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include <jpeglib.h>

namespace consilium::test
{

dicom::PixelDescription greyDescription(int columns, int rows, int bitsAllocated, int bitsStored, bool isSigned)
{
    dicom::PixelDescription description;
    description.rows = rows;
    description.columns = columns;
    description.bitsAllocated = bitsAllocated;
    description.bitsStored = bitsStored;
    description.highBit = bitsStored - 1;
    description.isSigned = isSigned;
    return description;
}

dicom::PixelDescription colourDescription(int columns, int rows, dicom::Photometric photometric)
{
    auto description = greyDescription(columns, rows, 8, 8, false);
    description.samplesPerPixel = 3;
    description.photometric = photometric;
    return description;
}

std::vector<int> somePixels(const dicom::PixelDescription &description, QRandomGenerator &random)
{
    const int range = 1 << description.bitsStored, lowest = description.isSigned ? -range / 2 : 0;
    std::vector<int> pixels;
    for (int y = 0; y < description.rows; ++y) {
        for (int x = 0; x < description.columns; ++x) {
            for (int k = 0; k < description.samplesPerPixel; ++k) {
                const double wave = 0.5 + 0.4 * std::sin(0.2 * x + k) * std::cos(0.13 * y);
                int value = int(wave * (range - 1)) + random.bounded(std::max(1, range / 16));
                if (y % 9 == 4)
                    value = x < description.columns / 2 ? 0 : range - 1; // long runs and both ends of the range
                pixels.push_back(lowest + std::clamp(value, 0, range - 1));
            }
        }
    }
    return pixels;
}

QByteArray encodeNative(const dicom::PixelDescription &description, const std::vector<int> &pixels)
{
    QByteArray bytes;
    for (const int pixel : pixels) {
        bytes.append(char(pixel & 0xFF));
        if (description.bitsAllocated == 16)
            bytes.append(char(pixel >> 8 & 0xFF));
    }
    return bytes;
}

QByteArray encodeRle(const dicom::PixelDescription &description, const std::vector<int> &pixels,
                     QRandomGenerator &random)
{
    QByteArray header(64, 0), body;
    int segments = 0;
    for (int sample = 0; sample < description.samplesPerPixel; ++sample) {
        for (int shift = description.bitsAllocated - 8; shift >= 0; shift -= 8) {
            ++segments;
            const quint32 offset = quint32(64 + body.size());
            for (int i = 0; i < 4; ++i)
                header[4 * segments + i] = char(offset >> (8 * i) & 0xFF);
            std::vector<std::uint8_t> plane;
            for (std::size_t i = std::size_t(sample); i < pixels.size(); i += std::size_t(description.samplesPerPixel))
                plane.push_back(std::uint8_t(pixels[i] >> shift & 0xFF));
            for (std::size_t at = 0; at < plane.size();) {
                std::size_t same = 1;
                while (at + same < plane.size() && same < 128 && plane[at + same] == plane[at])
                    ++same;
                if (same > 2) {
                    body.append(char(257 - same)).append(char(plane[at]));
                    at += same;
                } else {
                    const std::size_t run = std::min<std::size_t>(plane.size() - at, 1 + random.bounded(128u));
                    body.append(char(run - 1))
                        .append(reinterpret_cast<const char *>(plane.data() + at), qsizetype(run));
                    at += run;
                }
                if (random.bounded(20) == 0)
                    body.append(char(-128)); // means nothing
            }
            if (body.size() % 2)
                body.append(char(0));
        }
    }
    header[0] = char(segments);
    return header + body;
}

namespace
{

OPJ_SIZE_T writeTo(void *from, OPJ_SIZE_T size, void *user)
{
    auto *target = static_cast<std::pair<QByteArray, qsizetype> *>(user);
    auto &[bytes, at] = *target;
    bytes.resize(std::max(bytes.size(), at + qsizetype(size)));
    std::memcpy(bytes.data() + at, from, size);
    at += qsizetype(size);
    return size;
}

OPJ_BOOL seekTo(OPJ_OFF_T offset, void *user)
{
    static_cast<std::pair<QByteArray, qsizetype> *>(user)->second = qsizetype(offset);
    return OPJ_TRUE;
}

OPJ_OFF_T skipBy(OPJ_OFF_T count, void *user)
{
    static_cast<std::pair<QByteArray, qsizetype> *>(user)->second += qsizetype(count);
    return count;
}

} // namespace

QByteArray encodeJpeg2000(const dicom::PixelDescription &description, const std::vector<int> &pixels,
                          Jpeg2000Options options)
{
    opj_cparameters_t parameters;
    opj_set_default_encoder_parameters(&parameters);
    parameters.tcp_numlayers = 1;
    parameters.cp_disto_alloc = 1;
    parameters.numresolution = options.resolutions;
    parameters.tcp_mct = options.mixComponents ? 1 : 0;
    parameters.irreversible = options.isLossy ? 1 : 0;
    if (options.tileSize > 0) {
        parameters.tile_size_on = OPJ_TRUE;
        parameters.cp_tdx = parameters.cp_tdy = options.tileSize;
    }
    const int samples = description.samplesPerPixel;
    std::vector<opj_image_cmptparm_t> components(std::size_t(samples), opj_image_cmptparm_t{});
    for (auto &component : components) {
        component.dx = component.dy = 1;
        component.w = OPJ_UINT32(description.columns);
        component.h = OPJ_UINT32(description.rows);
        component.prec = OPJ_UINT32(options.precision ? options.precision : description.bitsStored);
        component.sgnd = options.isSigned < 0 ? description.isSigned : OPJ_UINT32(options.isSigned);
    }
    opj_image_t *image =
        opj_image_create(OPJ_UINT32(samples), components.data(), samples == 3 ? OPJ_CLRSPC_SRGB : OPJ_CLRSPC_GRAY);
    image->x1 = OPJ_UINT32(description.columns);
    image->y1 = OPJ_UINT32(description.rows);
    for (std::size_t i = 0; i < pixels.size(); ++i)
        image->comps[i % std::size_t(samples)].data[i / std::size_t(samples)] = pixels[i];
    opj_codec_t *codec = opj_create_compress(options.jp2 ? OPJ_CODEC_JP2 : OPJ_CODEC_J2K);
    std::pair<QByteArray, qsizetype> target;
    opj_stream_t *stream = opj_stream_create(1 << 16, OPJ_FALSE);
    opj_stream_set_user_data(stream, &target, nullptr);
    opj_stream_set_write_function(stream, writeTo);
    opj_stream_set_seek_function(stream, seekTo);
    opj_stream_set_skip_function(stream, skipBy);
    const bool done = opj_setup_encoder(codec, &parameters, image) && opj_start_compress(codec, image, stream) &&
                      opj_encode(codec, stream) && opj_end_compress(codec, stream);
    opj_stream_destroy(stream);
    opj_destroy_codec(codec);
    opj_image_destroy(image);
    return done ? target.first : QByteArray();
}

QByteArray encodeJpegLs(const dicom::PixelDescription &description, const std::vector<int> &pixels, int interleave,
                        int near)
{
    std::vector<std::uint8_t> plain;
    const std::size_t samples = std::size_t(description.samplesPerPixel), count = pixels.size() / samples;
    const int mask = (1 << description.bitsStored) - 1; // JPEG-LS knows no signs
    const auto append = [&](int value) {
        plain.push_back(std::uint8_t(value & mask & 0xFF));
        if (description.bitsStored > 8)
            plain.push_back(std::uint8_t((value & mask) >> 8));
    };
    for (std::size_t i = 0; i < pixels.size(); ++i)
        append(interleave == 0 ? pixels[i % count * samples + i / count] : pixels[i]);
    charls::jpegls_encoder encoder;
    encoder
        .frame_info(
            {std::uint32_t(description.columns), std::uint32_t(description.rows), description.bitsStored, int(samples)})
        .interleave_mode(charls::interleave_mode(interleave))
        .near_lossless(near);
    std::vector<std::uint8_t> out(encoder.estimated_destination_size() + 1024);
    encoder.destination(out);
    const std::size_t size = encoder.encode(plain);
    return QByteArray(reinterpret_cast<const char *>(out.data()), qsizetype(size));
}

QByteArray encodeJpegBaseline(const dicom::PixelDescription &description, const std::vector<int> &pixels, int quality)
{
    jpeg_compress_struct info{};
    jpeg_error_mgr errors{};
    info.err = jpeg_std_error(&errors);
    jpeg_create_compress(&info);
    unsigned char *out = nullptr;
    unsigned long size = 0;
    jpeg_mem_dest(&info, &out, &size);
    info.image_width = JDIMENSION(description.columns);
    info.image_height = JDIMENSION(description.rows);
    info.input_components = 1;
    info.in_color_space = JCS_GRAYSCALE;
    jpeg_set_defaults(&info);
    jpeg_set_quality(&info, quality, TRUE);
    jpeg_start_compress(&info, TRUE);
    std::vector<std::uint8_t> line(std::size_t(description.columns));
    while (info.next_scanline < info.image_height) {
        for (std::size_t column = 0; column < line.size(); ++column)
            line[column] = std::uint8_t(pixels[info.next_scanline * line.size() + column]);
        JSAMPROW row = line.data();
        jpeg_write_scanlines(&info, &row, 1);
    }
    jpeg_finish_compress(&info);
    jpeg_destroy_compress(&info);
    const QByteArray bytes(reinterpret_cast<const char *>(out), qsizetype(size));
    std::free(out);
    return bytes;
}

QByteArray encodeJpegLossless(const dicom::PixelDescription &description, const std::vector<int> &pixels)
{
    const int rows = description.rows, columns = description.columns, bits = description.bitsStored;
    QByteArray bytes = QByteArray::fromHex("ffd8ffc3000b");
    bytes += QByteArray::fromHex(QByteArray::number(0x100 + bits, 16).mid(1));
    bytes += QByteArray::fromHex(QByteArray::number(0x10000 + rows, 16).mid(1));
    bytes += QByteArray::fromHex(QByteArray::number(0x10000 + columns, 16).mid(1));
    bytes += QByteArray::fromHex("01011100");
    // Huffman table: the 17 categories, each a code of five bits, its own number (T.81 table H.2).
    bytes += QByteArray::fromHex("ffc400240000000000110000000000000000000000");
    for (int category = 0; category <= 16; ++category)
        bytes += char(category);
    bytes += QByteArray::fromHex("ffda0008010100010000");
    std::uint32_t held = 0;
    int count = 0;
    const auto put = [&](std::uint32_t value, int length) {
        for (int bit = length - 1; bit >= 0; --bit) {
            held = held << 1 | (value >> bit & 1U);
            if (++count < 8)
                continue;
            bytes += char(held & 0xFFU);
            if ((held & 0xFFU) == 0xFFU)
                bytes += '\0';
            held = 0;
            count = 0;
        }
    };
    const int mask = (1 << bits) - 1; // JPEG knows no signs
    for (int i = 0; i < rows * columns; ++i) {
        const auto at = std::size_t(i);
        const int before = i == 0             ? 1 << (bits - 1)
                           : i % columns == 0 ? pixels[at - std::size_t(columns)] & mask
                                              : pixels[at - 1] & mask;
        int difference = ((pixels[at] & mask) - before) & 0xFFFF; // modulo 2^16, from -32767 to 32768
        if (difference > 32768)
            difference -= 65536;
        const int category = int(std::bit_width(std::uint32_t(std::abs(difference))));
        put(std::uint32_t(category), 5);
        if (category < 16)
            put(std::uint32_t(difference < 0 ? difference - 1 : difference), category);
    }
    while (count > 0)
        put(1, 1);
    return bytes + QByteArray::fromHex("ffd9");
}

} // namespace consilium::test
