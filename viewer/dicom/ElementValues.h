#pragma once
#include "base/Attributes.h"

#include <QByteArray>

#include <cstdint>

namespace consilium::dicom
{

class CharacterSets;

[[nodiscard]] inline std::uint16_t readU16(const unsigned char *p, bool bigEndian)
{
    return static_cast<std::uint16_t>(bigEndian ? p[0] << 8 | p[1] : p[1] << 8 | p[0]);
}
[[nodiscard]] inline std::uint32_t readU32(const unsigned char *p, bool bigEndian)
{
    const std::uint32_t first = readU16(p, bigEndian), second = readU16(p + 2, bigEndian);
    return bigEndian ? first << 16 | second : second << 16 | first;
}

/// Values of this VR stay bytes (PS3.5 table 6.2-1).
[[nodiscard]] bool isBinary(Vr vr);
/// Puts an element's bytes into `into` as base/Attributes.h says: text and numbers as values, the rest as little endian
/// bytes. Numeric elements of more than 4096 values (look-up tables) stay bytes, whatever their VR.
void setValue(Attribute &into, Vr vr, QByteArray bytes, bool bigEndian, const CharacterSets &charset);

/// The numbers of a 16-bit table (LUT Data and Descriptor), from bytes or values; values above 65535 or below -32768
/// end it.
[[nodiscard]] std::vector<std::uint16_t> words(const Attribute &attribute);

} // namespace consilium::dicom
