#include "viewer/pixels/HelperDecoder.h"

#include "base/Logging.h"
#include "base/platform/HelperProcess.h"
#include "viewer/pixels/DecodeProtocol.h"
#include "viewer/pixels/FrameCodecs.h"
#include "viewer/pixels/NativeFrames.h"
#include "viewer/pixels/TransferSyntaxes.h"

#include <QElapsedTimer>

#include <algorithm>
#include <cstring>

namespace consilium::pixels
{

using platform::HelperEnd;
using platform::HelperProcess;
using namespace Qt::StringLiterals;

namespace
{

constexpr int cancelCheckMs = 50, killAfterCancelMs = 250;
/// Pages of a larger exchange go back to the system after it.
constexpr std::size_t keptSharedBytes = std::size_t(16) << 20;
/// Shared block, program and libraries, and what decoders take for the largest frames.
constexpr std::size_t helperAddressSpace = decodeSharedBytes + (std::size_t(3) << 30);

/// A library that stumbled over broken bytes may have spoilt its own memory without falling (OpenJPH 0.9 writes behind
/// a buffer where a packet is shorter than it says): the next frame, of another patient perhaps, gets a new helper.
bool mayHaveHarmed(ErrorCode code)
{
    return code == ErrorCode::ProtocolViolation || code == ErrorCode::PixelsDamaged || code == ErrorCode::OutOfMemory ||
           code == ErrorCode::Internal;
}

int timeLimitFor(const dicom::PixelDescription &description)
{
    const std::int64_t pixels = std::int64_t(description.rows) * description.columns;
    return int(10'000 + pixels * 2'000 / 1'000'000);
}

} // namespace

struct HelperDecoder::Private {
    Options options;
    std::unique_ptr<HelperProcess> helper;

    Result<void> start();
    Result<DecodeAnswer> ask(const DecodeRequest &request, int limitMs, const CancelToken &cancel);
    Result<FramePtr> exchange(const FrameKey &key, const dicom::PixelDescription &description,
                              const TransferSyntaxUid &syntax, const QByteArray &encoded, int reduction,
                              const CancelToken &cancel);
    Result<FramePtr> decode(const FrameKey &key, const dicom::PixelDescription &description,
                            const TransferSyntaxUid &syntax, const QByteArray &encoded, int reduction,
                            const CancelToken &cancel);
};

Result<void> HelperDecoder::Private::start()
{
    if (helper)
        return {};
    auto started = HelperProcess::start(options.program, decodeSharedBytes);
    if (!started)
        return fail(ErrorCode::DecoderFailed, started.error().detail);
    helper = std::move(*started);
    return {};
}

Result<DecodeAnswer> HelperDecoder::Private::ask(const DecodeRequest &request, int limitMs, const CancelToken &cancel)
{
    if (!helper->send(&request, sizeof request))
        return fail(ErrorCode::DecoderFailed, u"the decode helper was gone"_s);
    QElapsedTimer clock;
    clock.start();
    for (;;) {
        DecodeAnswer answer;
        switch (helper->receive(&answer, sizeof answer, cancelCheckMs)) {
        case HelperProcess::Answer::Message:
            return answer;
        case HelperProcess::Answer::Gone:
            return fail(ErrorCode::DecoderFailed, u"the decode helper crashed on a frame"_s);
        case HelperProcess::Answer::Timeout:
            if (cancel.isCancelled() && clock.elapsed() > killAfterCancelMs)
                return fail(ErrorCode::Cancelled);
            if (clock.elapsed() > limitMs)
                return fail(ErrorCode::DecoderFailed, u"a frame took longer than %1 ms to decode"_s.arg(limitMs));
        }
    }
}

Result<FramePtr> HelperDecoder::Private::exchange(const FrameKey &key, const dicom::PixelDescription &description,
                                                  const TransferSyntaxUid &syntax, const QByteArray &encoded,
                                                  int reduction, const CancelToken &cancel)
{
    const auto size = std::size_t(encoded.size());
    const int limitMs = options.timeLimitMs >= 0 ? options.timeLimitMs : timeLimitFor(description);
    std::memcpy(helper->shared(), encoded.constData(), size);
    if (description.iccProfile)
        std::memcpy(helper->shared() + size, description.iccProfile->constData(),
                    std::size_t(description.iccProfile->size()));
    DecodeRequest request = requestOf(description, syntax, size);
    request.reduction = reduction;
    const auto answer = ask(request, limitMs, cancel);
    if (!answer) {
        helper.reset(); // what it does now is of no use; the next frame gets a new one
        return fail(answer.error());
    }
    const auto *const shared = reinterpret_cast<const std::uint8_t *>(helper->shared());
    const bool isPlain = isAnsweredPlain(description, syntax);
    auto frame = isPlain ? plainFrameOf(*answer, description, {shared, helper->sharedBytes()})
                         : frameOf(*answer, description, helper->sharedBytes(), reduction);
    if (!frame) {
        if (mayHaveHarmed(frame.error().code))
            helper.reset();
        else
            helper->releaseShared(0); // a frame may have been laid out before it was refused
        return fail(frame.error());
    }
    if (!isPlain)
        frame->bytes.assign(shared + answer->offset, shared + answer->offset + answer->bytes);
    frame->key = key;
    if (frame->damaged)
        helper.reset();
    else if (size + frame->bytes.size() > keptSharedBytes)
        helper->releaseShared(0);
    return std::make_shared<const DecodedFrame>(std::move(*frame));
}

HelperDecoder::HelperDecoder(Options options) : d(std::make_unique<Private>())
{
    d->options = std::move(options);
}

HelperDecoder::~HelperDecoder() = default;

void HelperDecoder::prepare()
{
    if (const auto started = d->start(); !started)
        qCWarning(logApp) << "decode helper:" << started.error().detail;
}

Result<FramePtr> HelperDecoder::decode(const FrameKey &key, const dicom::PixelDescription &description,
                                       const TransferSyntaxUid &syntax, const QByteArray &encoded,
                                       const CancelToken &cancel)
{
    // A profile is as much data from outside as a stream is.
    if (isNativeCoding(codingOf(syntax)) && !description.iccProfile)
        return decodeNativeFrame(key, description, syntax, encoded, cancel);
    return d->decode(key, description, syntax, encoded, 0, cancel);
}

Result<FramePtr> HelperDecoder::preview(const FrameKey &key, const dicom::PixelDescription &description,
                                        const TransferSyntaxUid &syntax, const QByteArray &encoded, int reduction,
                                        const CancelToken &cancel)
{
    if (codingOf(syntax) != Coding::Jpeg2000)
        return fail(ErrorCode::UnsupportedImage, syntaxName(syntax));
    return d->decode(key, description, syntax, encoded, reduction, cancel);
}

Result<FramePtr> HelperDecoder::Private::decode(const FrameKey &key, const dicom::PixelDescription &description,
                                                const TransferSyntaxUid &syntax, const QByteArray &encoded,
                                                int reduction, const CancelToken &cancel)
{
    if (cancel.isCancelled())
        return fail(ErrorCode::Cancelled);
    // Whoever compressed it may have changed the colours or not.
    if (description.photometricName == "YBR_PARTIAL_422"_L1 && !isNativeCoding(codingOf(syntax)))
        return fail(ErrorCode::UnsupportedImage, description.photometricName);
    if (!canDecode(syntax) || codingOf(syntax) == Coding::Video)
        return fail(ErrorCode::UnsupportedSyntax, syntaxName(syntax));
    const std::uint64_t largest = bytesPerPixel(SampleType::F64);
    const std::uint64_t samples = std::uint64_t(description.rows) * std::uint64_t(description.columns) *
                                  (description.bitsAllocated > 16 ? largest : 3);
    const std::size_t profile = description.iccProfile ? std::size_t(description.iccProfile->size()) : 0;
    if (samplesOffset(std::size_t(encoded.size()) + profile) + samples > decodeSharedBytes)
        return fail(ErrorCode::OutOfMemory, u"%1 x %2 pixels"_s.arg(description.columns).arg(description.rows));
    // A helper that was ended from outside since the last frame is no fault of this one: once more.
    for (int attempt = 0;; ++attempt) {
        const bool wasRunning = helper != nullptr;
        if (const auto started = start(); !started)
            return fail(started.error());
        auto frame = exchange(key, description, syntax, encoded, reduction, cancel);
        if (frame || frame.error().code != ErrorCode::DecoderFailed || !wasRunning || attempt > 0 ||
            !frame.error().detail.endsWith(u"was gone"))
            return frame;
    }
}

namespace
{

/// How many pixels of RLE were unpacked into `place`; refused as decodeFrame() does.
Result<std::size_t> unpackPlain(const dicom::PixelDescription &description, Bytes encoded,
                                std::span<std::uint8_t> place)
{
    const auto frame = makeFrameOf(description, encoded.size() * mostOfRleByte, place); // zeros, where it fits
    if (!frame)
        return fail(frame.error());
    if (frame->bytes.data() != place.data())
        return fail(ErrorCode::OutOfMemory, u"the shared block is full"_s);
    const std::size_t bytes = pixelCount(description) * std::size_t(description.bitsAllocated / 8);
    return unpackRle(description, encoded, place.first(bytes));
}

} // namespace

int serveDecoding(const DecodeFunction &decode)
{
    const auto end = HelperEnd::adopt();
    if (!end)
        return 2;
    platform::confineThisProcess(helperAddressSpace);
    platform::forbidSocketsAndPrograms();
    DecodeRequest request;
    while (end->receive(&request, sizeof request)) {
        const std::size_t shared = end->sharedBytes();
        if (request.magic != DecodeRequest::magicNumber || request.encodedBytes > shared ||
            request.profileBytes > shared - request.encodedBytes || request.reduction < 0 || request.reduction > 15)
            return 3;
        const auto size = std::size_t(request.encodedBytes), profile = std::size_t(request.profileBytes);
        const auto *const bytes = reinterpret_cast<const char *>(end->shared());
        dicom::PixelDescription description = descriptionOf(request);
        if (profile > 0)
            description.iccProfile = std::make_shared<const QByteArray>(bytes + size, qsizetype(profile));
        const std::size_t from = std::min(samplesOffset(size + profile), shared);
        const std::span place(reinterpret_cast<std::uint8_t *>(end->shared()) + from, shared - from);
        if (isAnsweredPlain(description, description.transferSyntax)) {
            DecodeAnswer answer = plainAnswer(
                description,
                unpackPlain(description, Bytes(reinterpret_cast<const std::uint8_t *>(bytes), size), place));
            answer.offset = from;
            if (!end->send(&answer, sizeof answer))
                return 0;
            continue;
        }
        const auto frame = decode(description, description.transferSyntax,
                                  QByteArray::fromRawData(bytes, qsizetype(size)), request.reduction, place);
        DecodeAnswer answer = answerOf(frame);
        answer.offset = from;
        if (frame && (*frame)->bytes.data() != place.data()) {
            if ((*frame)->bytes.size() > place.size())
                return 3;
            std::memcpy(place.data(), (*frame)->bytes.data(), (*frame)->bytes.size());
        }
        if (!end->send(&answer, sizeof answer))
            return 0;
    }
    return 0;
}

} // namespace consilium::pixels
