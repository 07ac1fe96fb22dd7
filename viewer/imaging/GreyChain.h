#pragma once
#include "viewer/dicom/GreyScale.h"
#include "viewer/session/ViewerState.h"

#include <array>
#include <memory>
#include <optional>

namespace consilium::imaging
{

/// The grey-scale chain of one image as plain arithmetic in double precision, before inversion: the reference that
/// every faster form has to equal. PS3.3 C.11.1, C.11.2.
struct GreyChain {
    double slope = 1.0, intercept = 0.0;
    std::shared_ptr<const dicom::LookupTable> modalityLut; ///< used instead of slope and intercept when set
    std::optional<session::Window> window;
    std::shared_ptr<const dicom::LookupTable> voiLut; ///< used when there is no window
    double voiFactor = 1.0, voiOffset = 0.0;          ///< a modality value times the one plus the other is looked up
    std::shared_ptr<const dicom::LookupTable> presentationLut = {}; ///< null: what the VOI step gives is shown

    [[nodiscard]] double modality(double stored) const;
    [[nodiscard]] double voi(double modality) const; ///< 0 to 255, not rounded
    /// The VOI step and, where there is one, the table of P-values, over all of whose entries the former's 0 to 255 are
    /// stretched. 0 to 255, not rounded. PS3.4 N.2.1.4.
    [[nodiscard]] double presented(double modality) const;
    [[nodiscard]] int level(double stored) const; ///< rounded to nearest, halves up
    /// Never falls (or, with a negative slope, never rises) with the stored value.
    [[nodiscard]] bool isMonotone() const { return !modalityLut && !presentationLut && window.has_value(); }
    /// Grey levels per stored value within a straight window; 0 when the chain is not straight there.
    [[nodiscard]] double gain() const;
};

/// A monotone chain as the places where it steps up: `direction * stored >= at[k]` means level >= k (k from 1 to 255).
struct Thresholds {
    int direction = 1;         ///< -1: levels fall with the stored value
    int first = 0, last = 0;   ///< range of direction * stored
    std::array<int, 256> at{}; ///< at[k] in [first, last + 1]; at[0] is `first`
};
/// For stored values from `lowest` to `highest`; some microseconds.
[[nodiscard]] Thresholds thresholdsOf(const GreyChain &chain, int lowest, int highest);

/// Entry of a look-up table for an input, clamped at its ends. An empty table gives 0.
[[nodiscard]] int lookUp(const dicom::LookupTable &table, double input);

} // namespace consilium::imaging
