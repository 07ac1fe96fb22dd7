#include "viewer/pixels/DecodeProtocol.h"

#include "base/Error.h"
#include "viewer/pixels/FrameCodecs.h"
#include "viewer/pixels/TransferSyntaxes.h"

#include <algorithm>
#include <cstring>
#include <limits>

namespace consilium::pixels
{

namespace
{

template<std::size_t N>
void put(char (&into)[N], const QString &text)
{
    const QByteArray bytes = text.toUtf8().left(int(N) - 1);
    std::memcpy(into, bytes.constData(), std::size_t(bytes.size()));
}

template<std::size_t N>
QString take(const char (&from)[N])
{
    return QString::fromUtf8(from, qsizetype(::strnlen(from, N)));
}

/// Finite and in order, as measureRange() makes them; what is no number is in no order either.
bool isWideInOrder(const DecodeAnswer &answer)
{
    constexpr double most = std::numeric_limits<double>::max();
    return answer.lowest >= -most && answer.lowest <= answer.shownLowest && answer.shownLowest <= answer.shownHighest &&
           answer.shownHighest <= answer.highest && answer.highest <= most;
}

/// What the answer says instead of a frame, or that it is of another version.
Result<void> checkAnswer(const DecodeAnswer &answer)
{
    if (answer.magic != DecodeRequest::magicNumber)
        return fail(ErrorCode::ProtocolViolation, QStringLiteral("the decode helper is another version's"));
    if (answer.error != DecodeAnswer::noError) {
        const bool isKnown = answer.error >= 0 && answer.error <= int(ErrorCode::Internal);
        return fail(isKnown ? ErrorCode(answer.error) : ErrorCode::Internal, take(answer.detail));
    }
    return {};
}

DecodeAnswer refusal(const Error &error)
{
    DecodeAnswer answer;
    answer.error = int(error.code);
    put(answer.detail, error.detail);
    return answer;
}

} // namespace

DecodeRequest requestOf(const dicom::PixelDescription &description, const TransferSyntaxUid &syntax,
                        std::size_t encodedBytes)
{
    DecodeRequest request;
    request.encodedBytes = encodedBytes;
    request.profileBytes = description.iccProfile ? std::uint64_t(description.iccProfile->size()) : 0;
    request.rows = description.rows;
    request.columns = description.columns;
    request.samplesPerPixel = description.samplesPerPixel;
    request.bitsAllocated = description.bitsAllocated;
    request.bitsStored = description.bitsStored;
    request.highBit = description.highBit;
    request.isSigned = description.isSigned;
    request.isFloat = description.isFloat;
    request.planar = description.planar;
    request.photometric = int(description.photometric);
    request.hasPadding = description.paddingValue.has_value();
    request.paddingValue = description.paddingValue.value_or(0);
    request.hasPaddingLimit = description.paddingLimit.has_value();
    request.paddingLimit = description.paddingLimit.value_or(0);
    put(request.syntax, syntax.text());
    put(request.photometricName, description.photometricName);
    return request;
}

dicom::PixelDescription descriptionOf(const DecodeRequest &request)
{
    dicom::PixelDescription description;
    description.rows = request.rows;
    description.columns = request.columns;
    description.samplesPerPixel = request.samplesPerPixel;
    description.bitsAllocated = request.bitsAllocated;
    description.bitsStored = request.bitsStored;
    description.highBit = request.highBit;
    description.isSigned = request.isSigned != 0;
    description.isFloat = request.isFloat != 0;
    description.planar = request.planar != 0;
    description.photometric = dicom::Photometric(request.photometric);
    description.photometricName = take(request.photometricName);
    if (request.hasPadding)
        description.paddingValue = request.paddingValue;
    if (request.hasPaddingLimit)
        description.paddingLimit = request.paddingLimit;
    description.transferSyntax = TransferSyntaxUid(take(request.syntax));
    return description;
}

DecodeAnswer answerOf(const Result<FramePtr> &decoded)
{
    if (!decoded)
        return refusal(decoded.error());
    DecodeAnswer answer;
    const DecodedFrame &frame = **decoded;
    answer.bytes = frame.bytes.size();
    answer.rows = frame.rows;
    answer.columns = frame.columns;
    answer.type = int(frame.type);
    answer.minimum = frame.minimum;
    answer.maximum = frame.maximum;
    answer.shownMinimum = frame.shownMinimum;
    answer.shownMaximum = frame.shownMaximum;
    answer.damaged = frame.damaged;
    answer.reduction = frame.reduction;
    answer.profileRefused = frame.profileRefused;
    answer.lowest = frame.lowest;
    answer.highest = frame.highest;
    answer.shownLowest = frame.shownLowest;
    answer.shownHighest = frame.shownHighest;
    return answer;
}

Result<DecodedFrame> frameOf(const DecodeAnswer &answer, const dicom::PixelDescription &description,
                             std::size_t sharedBytes, int reduction)
{
    if (const auto checked = checkAnswer(answer); !checked)
        return fail(checked.error());
    const auto is = [&](SampleType type) { return answer.type == int(type); };
    const bool isKnown = is(SampleType::Rgb8) || is(SampleType::U16) || is(SampleType::S16) || is(SampleType::F64);
    const int rows = reducedSide(description.rows, reduction), columns = reducedSide(description.columns, reduction);
    const std::uint64_t expected =
        std::uint64_t(rows) * std::uint64_t(columns) * (isKnown ? bytesPerPixel(SampleType(answer.type)) : 0);
    if (!isKnown || answer.reduction != reduction || answer.rows != rows || answer.columns != columns ||
        answer.bytes != expected || answer.offset > sharedBytes || answer.bytes > sharedBytes - answer.offset)
        return fail(ErrorCode::ProtocolViolation, QStringLiteral("the decode helper answered with another frame"));
    // The samples go on as they are: read with another sign they would be other values.
    const bool hasSign = answer.type == int(SampleType::S16), isUnsigned = answer.type == int(SampleType::U16);
    const bool isAsDescribed = description.isSigned ? !isUnsigned : !hasSign;
    const bool isWholeInOrder =
        !(hasSign || isUnsigned) ||
        (answer.minimum <= answer.shownMinimum && answer.shownMinimum <= answer.shownMaximum &&
         answer.shownMaximum <= answer.maximum && answer.minimum >= -32768 && answer.maximum <= 65535);
    const bool isInOrder = isWholeInOrder && (!is(SampleType::F64) || isWideInOrder(answer));
    const bool isWide = description.bitsAllocated > 16;
    if (!isAsDescribed || !isInOrder || is(SampleType::Rgb8) != (description.samplesPerPixel == 3) ||
        is(SampleType::F64) != isWide)
        return fail(ErrorCode::ProtocolViolation, QStringLiteral("the decode helper answered with other samples"));
    DecodedFrame frame;
    frame.rows = answer.rows;
    frame.columns = answer.columns;
    frame.reduction = answer.reduction;
    frame.type = SampleType(answer.type);
    frame.minimum = answer.minimum;
    frame.maximum = answer.maximum;
    frame.shownMinimum = answer.shownMinimum;
    frame.shownMaximum = answer.shownMaximum;
    frame.damaged = answer.damaged != 0;
    frame.profileRefused = answer.profileRefused != 0;
    frame.lowest = answer.lowest;
    frame.highest = answer.highest;
    frame.shownLowest = answer.shownLowest;
    frame.shownHighest = answer.shownHighest;
    return frame;
}

bool isAnsweredPlain(const dicom::PixelDescription &description, const TransferSyntaxUid &syntax)
{
    const bool isWhole = description.bitsAllocated == 8 || description.bitsAllocated == 16;
    return isWhole && description.samplesPerPixel == 1 && codingOf(syntax) == Coding::Rle;
}

DecodeAnswer plainAnswer(const dicom::PixelDescription &description, const Result<std::size_t> &pixels)
{
    if (!pixels)
        return refusal(pixels.error());
    DecodeAnswer answer;
    answer.rows = description.rows;
    answer.columns = description.columns;
    answer.bytes = *pixels * std::uint64_t(description.bitsAllocated / 8);
    return answer;
}

Result<DecodedFrame> plainFrameOf(const DecodeAnswer &answer, const dicom::PixelDescription &description,
                                  std::span<const std::uint8_t> shared)
{
    if (const auto checked = checkAnswer(answer); !checked)
        return fail(checked.error());
    const auto width = std::uint64_t(description.bitsAllocated / 8);
    const std::uint64_t whole = std::uint64_t(description.rows) * std::uint64_t(description.columns) * width;
    if (answer.rows != description.rows || answer.columns != description.columns || answer.bytes == 0 ||
        answer.bytes > whole || answer.bytes % width != 0 || answer.offset > shared.size() ||
        answer.bytes > shared.size() - answer.offset)
        return fail(ErrorCode::ProtocolViolation, QStringLiteral("the decode helper answered with another frame"));
    dicom::PixelDescription native = description;
    native.overlayBits.clear(); // compressed samples have no bits to spare, PS3.5 8.2
    const Bytes bytes = shared.subspan(std::size_t(answer.offset), std::size_t(answer.bytes));
    // What stands there may still change: whole words are copied first, and the samples taken out of the copy.
    const bool areWords = width == 2 && answer.bytes == whole;
    auto frame = areWords ? makeFrameFrom(native, bytes) : makeFrame(native);
    if (!frame)
        return frame;
    const Bytes from = areWords ? Bytes(frame->bytes.data(), frame->bytes.size()) : bytes;
    if (const auto decoded = decodeNative(native, from, false, *frame); !decoded)
        return fail(decoded.error());
    measureRange(native, *frame);
    return frame;
}

} // namespace consilium::pixels
