#pragma once
#include "base/Units.h"

#include <QString>

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace consilium::dicom
{

/// A look-up table of PS3.3 C.11.1 / C.11.2. Input below `firstMapped` maps to the first entry, above the last to the
/// last.
struct LookupTable {
    int firstMapped = 0;
    int bits = 16; ///< of each entry, 8 to 16
    std::vector<std::uint16_t> entries;
    QString explanation;
};

enum class VoiFunctionKind { Linear, LinearExact, Sigmoid };

struct FileWindow {
    double centre = 0.0, width = 0.0;
    QString explanation;
};

/// The grey-scale chain as the file describes it: stored value -> modality -> VOI -> presentation. PS3.4 N.2.
struct GreyScale {
    double slope = 1.0, intercept = 0.0; ///< used when modalityLut is null
    std::shared_ptr<const LookupTable> modalityLut;
    ValueUnit unit = ValueUnit::None;
    QString unitText;                ///< "HU", or Rescale Type as written, or empty
    std::vector<FileWindow> windows; ///< valid ones only (finite, width allowed by the function)
    VoiFunctionKind voiFunction = VoiFunctionKind::Linear;
    std::vector<std::shared_ptr<const LookupTable>> voiLuts;
    /// True when low values are shown white: MONOCHROME1, or Presentation LUT Shape INVERSE; counted once, not twice.
    bool lowIsWhite = false;
};

} // namespace consilium::dicom
