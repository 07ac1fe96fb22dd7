#pragma once
#include "base/Result.h"
#include "viewer/dicom/PixelDescription.h"
#include "viewer/pixels/DecodedFrame.h"

#include <cstdint>
#include <span>

/// What the decode helper and the program that started it say to each other. Both are built from one source and started
/// from one installation, so these are plain structures in the machine's own layout; sizes and numbers from the other
/// side are checked all the same.
namespace consilium::pixels
{

/// Encoded bytes stand at the start of the shared block.
struct DecodeRequest {
    static constexpr std::uint32_t magicNumber = 0xC0D5'0004;
    std::uint32_t magic = magicNumber;
    std::uint64_t encodedBytes = 0;
    std::uint64_t profileBytes = 0; ///< ICC profile, behind the encoded bytes
    std::int32_t rows = 0, columns = 0, samplesPerPixel = 0, bitsAllocated = 0, bitsStored = 0, highBit = 0;
    std::int32_t isSigned = 0, isFloat = 0, planar = 0, photometric = 0;
    std::int32_t reduction = 0; ///< > 0: a preview
    std::int32_t hasPadding = 0, paddingValue = 0, hasPaddingLimit = 0, paddingLimit = 0;
    char syntax[68] = {};
    char photometricName[20] = {};
};

/// The samples stand in the shared block at `offset`.
struct DecodeAnswer {
    static constexpr std::int32_t noError = -1;
    std::uint32_t magic = DecodeRequest::magicNumber;
    std::int32_t error = noError; ///< an ErrorCode
    std::uint64_t offset = 0, bytes = 0;
    std::int32_t rows = 0, columns = 0, type = 0, minimum = 0, maximum = 0, shownMinimum = 0, shownMaximum = 0;
    std::int32_t damaged = 0, reduction = 0, profileRefused = 0;
    double lowest = 0.0, highest = 0.0, shownLowest = 0.0, shownHighest = 0.0;
    char detail[160] = {};
};

/// The shared block: address space, not memory. What does not fit is refused.
inline constexpr std::size_t decodeSharedBytes = std::size_t(1) << 30;
/// Where samples begin behind `encodedBytes`.
[[nodiscard]] constexpr std::size_t samplesOffset(std::size_t encodedBytes)
{
    return (encodedBytes + 4095) / 4096 * 4096;
}

[[nodiscard]] DecodeRequest requestOf(const dicom::PixelDescription &description, const TransferSyntaxUid &syntax,
                                      std::size_t encodedBytes);
[[nodiscard]] dicom::PixelDescription descriptionOf(const DecodeRequest &request);
[[nodiscard]] DecodeAnswer answerOf(const Result<FramePtr> &decoded);
/// Without its samples. Error ProtocolViolation when the answer does not fit the description at this reduction.
[[nodiscard]] Result<DecodedFrame> frameOf(const DecodeAnswer &answer, const dicom::PixelDescription &description,
                                           std::size_t sharedBytes, int reduction = 0);

/// Whether the answer to this request is the frame as it would be without compression (little endian) and not its
/// samples, which are then made where it is copied out of the shared block. So for grey RLE of 8 or 16 bits, whose
/// decoding takes so little that one pass over the frame counts.
[[nodiscard]] bool isAnsweredPlain(const dicom::PixelDescription &description, const TransferSyntaxUid &syntax);
/// `pixels` of a frame are in the shared block without compression, from its first one on.
[[nodiscard]] DecodeAnswer plainAnswer(const dicom::PixelDescription &description, const Result<std::size_t> &pixels);
/// The frame of a plain answer, all of it read once and measured here; fewer pixels than it has make it a damaged one.
/// Errors: those of the answer, ProtocolViolation when it does not fit the description, as makeFrame().
[[nodiscard]] Result<DecodedFrame> plainFrameOf(const DecodeAnswer &answer, const dicom::PixelDescription &description,
                                                std::span<const std::uint8_t> shared);

} // namespace consilium::pixels
