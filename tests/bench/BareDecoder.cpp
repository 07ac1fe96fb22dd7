#include "tests/bench/BareDecoder.h"

#include <QElapsedTimer>

#include <openjpeg.h>

#include <algorithm>
#include <atomic>
#include <cstring>
#include <thread>

namespace consilium::bench
{

namespace
{

struct Source {
    const QByteArray *bytes = nullptr;
    qsizetype at = 0;
};

OPJ_SIZE_T readSource(void *buffer, OPJ_SIZE_T count, void *user)
{
    auto *source = static_cast<Source *>(user);
    const qsizetype left = source->bytes->size() - source->at;
    if (left <= 0)
        return OPJ_SIZE_T(-1);
    const qsizetype taken = std::min<qsizetype>(left, qsizetype(count));
    std::memcpy(buffer, source->bytes->constData() + source->at, size_t(taken));
    source->at += taken;
    return OPJ_SIZE_T(taken);
}

OPJ_OFF_T skipSource(OPJ_OFF_T count, void *user)
{
    static_cast<Source *>(user)->at += count;
    return count;
}

OPJ_BOOL seekSource(OPJ_OFF_T at, void *user)
{
    static_cast<Source *>(user)->at = at;
    return OPJ_TRUE;
}

bool decodeOne(const QByteArray &bytes)
{
    Source source{&bytes, 0};
    opj_stream_t *stream = opj_stream_create(OPJ_SIZE_T(bytes.size()), OPJ_TRUE);
    opj_stream_set_user_data(stream, &source, nullptr);
    opj_stream_set_user_data_length(stream, OPJ_UINT64(bytes.size()));
    opj_stream_set_read_function(stream, readSource);
    opj_stream_set_skip_function(stream, skipSource);
    opj_stream_set_seek_function(stream, seekSource);
    opj_codec_t *codec = opj_create_decompress(OPJ_CODEC_J2K);
    opj_dparameters_t parameters;
    opj_set_default_decoder_parameters(&parameters);
    opj_image_t *image = nullptr;
    const bool decoded = opj_setup_decoder(codec, &parameters) && opj_read_header(stream, codec, &image) &&
                         opj_decode(codec, stream, image) && opj_end_decompress(codec, stream);
    opj_image_destroy(image);
    opj_destroy_codec(codec);
    opj_stream_destroy(stream);
    return decoded;
}

} // namespace

double decodeBare(const std::vector<QByteArray> &codeStreams, int threads)
{
    std::atomic<size_t> next{0};
    std::atomic<bool> failed{false};
    QElapsedTimer clock;
    clock.start();
    std::vector<std::thread> workers;
    for (int i = 0; i < threads; ++i)
        workers.emplace_back([&] {
            for (size_t at = next++; at < codeStreams.size() && !failed; at = next++)
                if (!decodeOne(codeStreams[at]))
                    failed = true;
        });
    for (std::thread &worker : workers)
        worker.join();
    return failed ? -1.0 : double(clock.nsecsElapsed()) / 1e9;
}

} // namespace consilium::bench
