#include "tests/phantom/Jpeg2000.h"

#include <openjpeg.h>

#include <algorithm>
#include <cstring>
#include <memory>

using namespace Qt::StringLiterals;

namespace consilium::phantom
{

namespace
{

struct Memory {
    QByteArray bytes;
    qint64 at = 0;
};

OPJ_SIZE_T readMemory(void *to, OPJ_SIZE_T count, void *user)
{
    auto *const memory = static_cast<Memory *>(user);
    const qint64 there = std::min<qint64>(qint64(count), memory->bytes.size() - memory->at);
    if (there <= 0)
        return static_cast<OPJ_SIZE_T>(-1);
    std::memcpy(to, memory->bytes.constData() + memory->at, std::size_t(there));
    memory->at += there;
    return static_cast<OPJ_SIZE_T>(there);
}

OPJ_SIZE_T writeMemory(void *from, OPJ_SIZE_T count, void *user)
{
    auto *const memory = static_cast<Memory *>(user);
    if (memory->at + qint64(count) > memory->bytes.size())
        memory->bytes.resize(memory->at + qint64(count));
    std::memcpy(memory->bytes.data() + memory->at, from, count);
    memory->at += qint64(count);
    return count;
}

OPJ_OFF_T skipMemory(OPJ_OFF_T count, void *user)
{
    static_cast<Memory *>(user)->at += count;
    return count;
}

OPJ_BOOL seekMemory(OPJ_OFF_T to, void *user)
{
    static_cast<Memory *>(user)->at = to;
    return OPJ_TRUE;
}

template<auto close>
struct Closing {
    template<class T>
    void operator()(T *p) const
    {
        close(p);
    }
};
using Stream = std::unique_ptr<opj_stream_t, Closing<opj_stream_destroy>>;
using Codec = std::unique_ptr<opj_codec_t, Closing<opj_destroy_codec>>;
using Image = std::unique_ptr<opj_image_t, Closing<opj_image_destroy>>;

Stream streamOn(Memory &memory, bool input)
{
    Stream stream(opj_stream_create(1 << 20, input ? OPJ_TRUE : OPJ_FALSE));
    opj_stream_set_user_data(stream.get(), &memory, nullptr);
    opj_stream_set_user_data_length(stream.get(), OPJ_UINT64(memory.bytes.size()));
    opj_stream_set_read_function(stream.get(), readMemory);
    opj_stream_set_write_function(stream.get(), writeMemory);
    opj_stream_set_skip_function(stream.get(), skipMemory);
    opj_stream_set_seek_function(stream.get(), seekMemory);
    return stream;
}

} // namespace

Result<QByteArray> encodeJpeg2000(const std::vector<std::int32_t> &samples, int rows, int columns, int bits,
                                  bool isSigned)
{
    opj_cparameters_t parameters;
    opj_set_default_encoder_parameters(&parameters);
    parameters.tcp_numlayers = 1;
    parameters.tcp_rates[0] = 0; // lossless
    parameters.cp_disto_alloc = 1;
    parameters.irreversible = 0;
    while (parameters.numresolution > 1 && std::min(rows, columns) >> (parameters.numresolution - 1) == 0)
        --parameters.numresolution;

    opj_image_cmptparm_t component{};
    component.dx = component.dy = 1;
    component.w = OPJ_UINT32(columns);
    component.h = OPJ_UINT32(rows);
    component.prec = OPJ_UINT32(bits);
    component.sgnd = isSigned ? 1 : 0;
    const Image image(opj_image_create(1, &component, OPJ_CLRSPC_GRAY));
    const Codec codec(opj_create_compress(OPJ_CODEC_J2K));
    if (!image || !codec)
        return fail(ErrorCode::OutOfMemory);
    image->x1 = OPJ_UINT32(columns);
    image->y1 = OPJ_UINT32(rows);
    std::copy(samples.begin(), samples.end(), image->comps[0].data);
    Memory memory;
    const Stream stream = streamOn(memory, false);
    if (!opj_setup_encoder(codec.get(), &parameters, image.get()) ||
        !opj_start_compress(codec.get(), image.get(), stream.get()) || !opj_encode(codec.get(), stream.get()) ||
        !opj_end_compress(codec.get(), stream.get())) {
        return fail(ErrorCode::Internal, u"OpenJPEG did not encode"_s);
    }
    return memory.bytes;
}

Result<std::vector<std::int32_t>> decodeJpeg2000(const QByteArray &codestream, int rows, int columns)
{
    Memory memory{codestream, 0};
    const Stream stream = streamOn(memory, true);
    const Codec codec(opj_create_decompress(OPJ_CODEC_J2K));
    opj_dparameters_t parameters;
    opj_set_default_decoder_parameters(&parameters);
    opj_image_t *raw = nullptr;
    if (!opj_setup_decoder(codec.get(), &parameters) || !opj_read_header(stream.get(), codec.get(), &raw))
        return fail(ErrorCode::PixelsDamaged, u"not a JPEG 2000 codestream"_s);
    const Image image(raw);
    if (image->numcomps != 1 || int(image->comps[0].w) != columns || int(image->comps[0].h) != rows)
        return fail(ErrorCode::UnsupportedImage, u"size or components differ from the header"_s);
    if (!opj_decode(codec.get(), stream.get(), image.get()))
        return fail(ErrorCode::PixelsDamaged, u"the JPEG 2000 codestream is damaged"_s);
    const OPJ_INT32 *const data = image->comps[0].data;
    return std::vector<std::int32_t>(data, data + std::size_t(rows) * std::size_t(columns));
}

} // namespace consilium::phantom
