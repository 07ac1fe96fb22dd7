#pragma once
#include "viewer/dicom/PixelDescription.h"

#include <QByteArray>
#include <QRandomGenerator>

#include <vector>

/// Encoders for tests: frames whose pixels are known. None of them shares code with the decoders of the product.
namespace consilium::test
{

/// A description of grey pixels with the highest bit at the top of what is stored.
dicom::PixelDescription greyDescription(int columns, int rows, int bitsAllocated, int bitsStored, bool isSigned);
dicom::PixelDescription colourDescription(int columns, int rows,
                                          dicom::Photometric photometric = dicom::Photometric::Rgb);

/// Smooth pixels with noise and edges that use the whole range of the description; colour: interleaved.
std::vector<int> somePixels(const dicom::PixelDescription &description, QRandomGenerator &random);

/// Native little endian.
QByteArray encodeNative(const dicom::PixelDescription &description, const std::vector<int> &pixels);
/// PS3.5 annex G, with runs cut at random.
QByteArray encodeRle(const dicom::PixelDescription &description, const std::vector<int> &pixels,
                     QRandomGenerator &random);

struct Jpeg2000Options {
    bool jp2 = false;           ///< in a JP2 file, else a bare codestream
    bool mixComponents = false; ///< colour transform: reversible (RCT), or not (ICT) with `isLossy`
    bool isLossy = false;       ///< 9/7 wavelet, all of its bits kept
    int tileSize = 0;           ///< 0: one tile
    int resolutions = 4;
    int precision = 0; ///< 0: Bits Stored
    int isSigned = -1; ///< -1: as described
};
QByteArray encodeJpeg2000(const dicom::PixelDescription &description, const std::vector<int> &pixels,
                          Jpeg2000Options options = {});
/// interleave: 0 none, 1 line, 2 sample.
QByteArray encodeJpegLs(const dicom::PixelDescription &description, const std::vector<int> &pixels, int interleave = 0,
                        int near = 0);
/// Baseline, grey, 8 bits: by libjpeg, which the product decodes it with too.
QByteArray encodeJpegBaseline(const dicom::PixelDescription &description, const std::vector<int> &pixels,
                              int quality = 95);
/// Lossless, Process 14, Selection Value 1, grey, 2 to 16 bits: written from ITU-T T.81 annex H alone.
QByteArray encodeJpegLossless(const dicom::PixelDescription &description, const std::vector<int> &pixels);

} // namespace consilium::test
