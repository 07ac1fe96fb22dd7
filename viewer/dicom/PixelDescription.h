#pragma once
#include "base/Ids.h"

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace consilium::dicom
{

/// Photometric Interpretation (0028,0004).
enum class Photometric {
    Monochrome1,
    Monochrome2,
    PaletteColor,
    Rgb,
    YbrFull,
    YbrFull422,
    YbrPartial420,
    YbrIct,
    YbrRct,
    Other
};

/// The colours of a PALETTE COLOR image, brought to 8 bits. PS3.3 C.7.9. Stored values below `firstMapped` take the
/// first entry, those above the last one the last.
struct ColourPalette {
    int firstMapped = 0;
    std::vector<std::uint8_t> rgb; ///< red, green, blue of each entry; never empty
    [[nodiscard]] int entries() const { return int(rgb.size() / 3); }
};

/// Everything needed to turn a frame's bytes into samples. PS3.3 C.7.6.3. Validated: see describePixels().
struct PixelDescription {
    int rows = 0, columns = 0; ///< 1 to 65535; rows x columns x frames bounded by describePixels()
    int samplesPerPixel = 1;
    int bitsAllocated = 16, bitsStored = 16, highBit = 15;
    bool isSigned = false;
    bool isFloat = false; ///< Float or Double Float Pixel Data (7FE0,0008), (7FE0,0009)
    bool planar = false;  ///< Planar Configuration 1
    int frames = 1;
    Photometric photometric = Photometric::Monochrome2;
    QString photometricName;
    std::shared_ptr<const ColourPalette> palette;  ///< of PALETTE COLOR; null for all others
    std::shared_ptr<const QByteArray> iccProfile;  ///< (0028,2000) of a colour image; null: none, or it cannot be one
    std::vector<int> overlayBits;                  ///< bits of a sample's word that are overlay planes, 0 the lowest
    std::optional<int> paddingValue, paddingLimit; ///< stored values; (0028,0120), (0028,0121)
    TransferSyntaxUid transferSyntax;              ///< as stored; what is delivered may differ
    bool lossy = false;                            ///< (0028,2110) is "01" or the transfer syntax is a lossy one
    std::optional<double> lossyRatio;

    [[nodiscard]] std::int64_t bytesPerFrame() const; ///< native size, 1-bit images rounded up to whole bytes
};

} // namespace consilium::dicom
