#include "tests/fuzz/FuzzInput.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>

namespace consilium::fuzz
{

namespace
{

constexpr std::size_t headBytes = 16;
constexpr int photometrics = int(dicom::Photometric::Other) + 1;
constexpr auto allocations = std::to_array({8, 16, 1, 32});
constexpr unsigned floats = 1, doubles = 2, overlays = 4; // of the last byte

std::shared_ptr<const dicom::ColourPalette> paletteFrom(const QByteArray &bytes, int firstMapped)
{
    auto palette = std::make_shared<dicom::ColourPalette>();
    palette->firstMapped = firstMapped;
    const qsizetype entries = std::clamp<qsizetype>(bytes.size() / 3, 1, 256);
    palette->rgb.resize(std::size_t(3 * entries));
    std::copy_n(bytes.begin(), std::min<qsizetype>(3 * entries, bytes.size()), palette->rgb.begin());
    return palette;
}

int allocationIndex(int bits)
{
    const auto *const it = std::find(allocations.begin(), allocations.end(), bits);
    return it == allocations.end() ? 0 : int(it - allocations.begin());
}

} // namespace

FrameInput frameInputFrom(const unsigned char *data, std::size_t size)
{
    std::array<unsigned char, headBytes> head{};
    std::copy_n(data, std::min(size, headBytes), head.begin());
    const auto word = [&](std::size_t at) { return head[at] | (head[at + 1] << 8); };
    FrameInput input;
    dicom::PixelDescription &d = input.description;
    d.rows = 1 + word(0) % mostFrameRows;
    d.columns = 1 + word(2) % mostFrameColumns;
    const unsigned flags = head[4];
    d.samplesPerPixel = (flags & 1U) != 0 ? 3 : 1;
    d.isSigned = (flags & 2U) != 0;
    d.planar = (flags & 4U) != 0;
    d.bitsAllocated = allocations[(flags >> 3) % allocations.size()];
    d.bitsStored = 1 + head[5] % d.bitsAllocated;
    d.highBit = d.bitsStored - 1 + head[6] % (d.bitsAllocated - d.bitsStored + 1);
    if ((head[15] & (floats | doubles)) != 0) {
        d.isFloat = d.isSigned = true;
        d.bitsAllocated = d.bitsStored = (head[15] & doubles) != 0 ? 64 : 32;
        d.highBit = d.bitsStored - 1;
    } else if ((head[15] & overlays) != 0) {
        for (int bit = d.highBit + 1; bit < std::min(d.bitsAllocated, 16); ++bit)
            d.overlayBits.push_back(bit);
    }
    d.photometric = dicom::Photometric(head[7] % photometrics);
    d.photometricName = QStringLiteral("fuzz");
    const int low = d.isSigned ? -32768 : 0;
    if ((flags & 32U) != 0)
        d.paddingValue = low + word(8);
    if ((flags & 64U) != 0)
        d.paddingLimit = low + word(10);
    input.choice = head[12];
    if (size > headBytes)
        input.encoded = QByteArray(reinterpret_cast<const char *>(data) + headBytes, qsizetype(size - headBytes));
    if (d.photometric == dicom::Photometric::PaletteColor)
        d.palette = paletteFrom(input.encoded, low + word(13));
    return input;
}

QByteArray bytesOf(const FrameInput &input)
{
    const dicom::PixelDescription &d = input.description;
    const int low = d.isSigned ? -32768 : 0;
    QByteArray head(qsizetype(headBytes), '\0');
    const auto put = [&](qsizetype at, int word) {
        head[at] = char(word & 0xFF);
        head[at + 1] = char((word >> 8) & 0xFF);
    };
    put(0, d.rows - 1);
    put(2, d.columns - 1);
    head[4] = char((d.samplesPerPixel == 3 ? 1 : 0) | (d.isSigned ? 2 : 0) | (d.planar ? 4 : 0) |
                   (allocationIndex(d.bitsAllocated) << 3) | (d.paddingValue ? 32 : 0) | (d.paddingLimit ? 64 : 0));
    head[5] = char(d.bitsStored - 1);
    head[6] = char(d.highBit - (d.bitsStored - 1));
    head[7] = char(d.photometric);
    put(8, d.paddingValue.value_or(low) - low);
    put(10, d.paddingLimit.value_or(low) - low);
    head[12] = char(input.choice);
    head[15] =
        char((d.isFloat ? (d.bitsAllocated == 64 ? doubles : floats) : 0U) | (d.overlayBits.empty() ? 0U : overlays));
    return head + input.encoded;
}

void require(bool holds, const char *what)
{
    if (holds)
        return;
    std::fprintf(stderr, "does not hold: %s\n", what);
    std::abort();
}

} // namespace consilium::fuzz
