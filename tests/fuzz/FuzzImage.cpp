#include "tests/fuzz/FuzzInput.h"
#include "viewer/codecs/Decoder.h"
#include "viewer/dicom/DicomFile.h"
#include "viewer/dicom/Overlays.h"
#include "viewer/dicom/Shutter.h"
#include "viewer/dicom/StudyModel.h"
#include "viewer/imaging/GreyRenderer.h"
#include "viewer/pixels/PaletteFrames.h"

#include <algorithm>
#include <cmath>
#include <vector>

using namespace consilium;

namespace
{

constexpr std::int64_t mostPixels = 1 << 18;

void showGrey(const dicom::Instance &image, const pixels::DecodedFrame &frame)
{
    const imaging::EffectiveVoi voi = imaging::effectiveVoi(image.grey, {}, frame);
    const imaging::GreyTable table(image.grey, voi, false, image.pixels);
    std::vector<std::uint8_t> out(std::size_t(frame.rows) * std::size_t(frame.columns));
    table.apply(frame, out.data());
    // The fast way gives what the plain arithmetic gives.
    for (std::size_t i = 0; i < std::min<std::size_t>(out.size(), 64); ++i) {
        const double stored = frame.value(int(i) / frame.columns, int(i) % frame.columns);
        fuzz::require(out[i] == table.at(stored), "grey of a pixel");
        static_cast<void>(imaging::modalityValue(image.grey, stored));
    }
}

void showDrawings(const dicom::Instance &image)
{
    const int rows = image.pixels.rows, columns = image.pixels.columns;
    for (int row = 0; image.shutter && row < rows; ++row) {
        for (const dicom::Shutter::Interval &seen : image.shutter->seenOf(row, columns))
            fuzz::require(seen.begin >= 0 && seen.begin < seen.end && seen.end <= columns,
                          "a shutter within the image");
    }
    if (!image.overlays)
        return;
    for (const dicom::OverlayPlane &plane : *image.overlays) {
        const int frame = plane.frameOver(0);
        if (frame >= 0)
            static_cast<void>(plane.isSet(frame, plane.rows - 1, plane.columns - 1));
    }
}

} // namespace

// A file on its whole way to the screen: header, description, frame, samples, grey levels, overlays and shutter.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    const auto header = dicom::readHeader(bytes);
    const auto image = header ? dicom::describeInstance(*header) : Result<dicom::InstancePtr>(fail(header.error()));
    if (!image || std::int64_t((*image)->pixels.rows) * (*image)->pixels.columns > mostPixels)
        return 0;
    const dicom::PixelDescription &description = (*image)->pixels;
    showDrawings(**image);
    const auto encoded = dicom::readFrame(bytes, 0);
    if (!encoded)
        return 0;
    const auto frame =
        pixels::throughPalette(description, pixels::decodeFrame({}, description, description.transferSyntax, *encoded));
    if (frame && (*frame)->type != pixels::SampleType::Rgb8)
        showGrey(**image, **frame);
    return 0;
}
