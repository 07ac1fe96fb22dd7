#pragma once
#include "base/Geometry.h"
#include "viewer/dicom/StudyModel.h"
#include "viewer/imaging/ValueImage.h"
#include "viewer/pixels/DecodedFrame.h"

#include <QString>

#include <array>
#include <optional>

namespace consilium::render2d
{

/// What one pixel says: the probe tool, the value under the pointer and scenarios read the same value.
struct Sample {
    int column = 0, row = 0;
    std::optional<double> stored;          ///< grey frames at full resolution only
    std::optional<double> value;           ///< modality value; none for padding, which is no measurement
    std::optional<std::array<int, 3>> rgb; ///< colour frames
    bool isPadding = false; ///< stored value lies in the padding range (0028,0120), (0028,0121), or is no number
    QString slab;           ///< "MIP" where `value` is that of a slab; it has no stored value
    int slabLoaded = 0, slabSlices = 0;  ///< slices in that value, and in the whole slab
    bool isProvisional = false;          ///< the value may be another once all slices are there
    QString unit;                        ///< "HU", as the file says, or empty
    std::optional<PatientPoint> patient; ///< mm; of the exact place, not of the pixel's centre
};

/// The pixel whose square holds `at`; nullopt outside the image. Without a frame, with one of reduced resolution and
/// where a damaged one is hatched there is no value: a value that is not the image's own would be a silent fallback.
[[nodiscard]] std::optional<Sample> sampleAt(const dicom::Instance &instance, const pixels::DecodedFrame *frame,
                                             ImagePoint at);
struct OverlayInput;
/// The same of what a view shows: of its slab where it shows one.
[[nodiscard]] std::optional<Sample> sampleAt(const OverlayInput &shown, ImagePoint at);
/// What the readout adds of the series that is laid over the image, at the same pixel: "   SUVbw 5.31", "   PT 812
/// CNTS". Empty where nothing lies over it, or the series has no value there.
[[nodiscard]] QString fusedSampleText(const OverlayInput &shown, const Sample &sample);
/// "−57 HU (stored 967)", "112 HU (MIP)", "≈ 112 HU (MIP 1/5)" while slices are missing, "R 12  G 40  B 7", "padding",
/// "—" while loading.
[[nodiscard]] QString sampleText(const Sample &sample);

} // namespace consilium::render2d
