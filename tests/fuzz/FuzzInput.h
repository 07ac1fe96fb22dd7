#pragma once
#include "viewer/dicom/PixelDescription.h"

#include <QByteArray>

#include <cstdint>

namespace consilium::fuzz
{

/// A frame as the fuzzers of the decoders take it: 16 bytes that describe it, then its encoded bytes. Any bytes are
/// one; sizes are kept small enough for thousands of runs a second, and the bits fit each other as
/// dicom::describePixels() sees to it.
struct FrameInput {
    dicom::PixelDescription description;
    std::uint8_t choice = 0; ///< between the transfer syntaxes of a coding
    QByteArray encoded;
};
inline constexpr int mostFrameRows = 512, mostFrameColumns = 512;

[[nodiscard]] FrameInput frameInputFrom(const unsigned char *data, std::size_t size);
/// The same backwards, for seeds. A palette is not written: frameInputFrom() makes one out of the encoded bytes.
[[nodiscard]] QByteArray bytesOf(const FrameInput &input);

/// Ends the program when `holds` is false, so that the fuzzer keeps the input.
void require(bool holds, const char *what);

} // namespace consilium::fuzz
