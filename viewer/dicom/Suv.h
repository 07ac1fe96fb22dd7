#pragma once
#include "base/Attributes.h"

#include <QString>

#include <array>
#include <optional>

namespace consilium::dicom
{

/// What an uptake is related to. All of them are called SUV; a value without its kind says nothing.
enum class SuvKind {
    BodyWeight,        ///< g/ml
    LeanJames,         ///< lean body mass by James ("James 128"), g/ml
    LeanJanmahasatian, ///< lean body mass by Janmahasatian, g/ml
    BodySurface        ///< body surface area by Du Bois, cm2/ml
};
inline constexpr std::array suvKinds{SuvKind::BodyWeight, SuvKind::LeanJames, SuvKind::LeanJanmahasatian,
                                     SuvKind::BodySurface};
[[nodiscard]] QString suvName(SuvKind kind); ///< "SUVbw", "SUVlbm (James)", "SUVlbm (Janmahasatian)", "SUVbsa"
[[nodiscard]] QString suvUnit(SuvKind kind); ///< "g/ml", "cm²/ml"

/// Why there is no SUV.
enum class SuvRefusal {
    None,
    NotPet,
    Enhanced,                ///< an enhanced PET object, which says all this elsewhere
    NotAttenuationCorrected, ///< Corrected Image (0028,0051) without ATTN
    NotDecayCorrected,       ///< without DECY, or Decay Correction (0054,1102) is NONE or absent
    UnknownUnits,            ///< Units (0054,1001) that lead to no activity
    NoFactor,                ///< CNTS without the maker's factor
    OtherKind,               ///< the values are SUV of another kind already
    NoWeight,
    NoHeight,
    NoSex,           ///< lean body mass is one formula for men and another for women
    BodyImplausible, ///< weight or height that nobody has, or for which the formula gives nonsense
    NoDose,
    DoseImplausible, ///< as if it were written in MBq
    NoHalfLife,
    NoInjectionTime,
    NoScanTime,     ///< the moment to which the values were corrected for decay is not known
    TimesContradict ///< the injection after the scan, or so long before that nothing would be left
};
/// As the second half of a sentence, in the user's language; empty for None.
[[nodiscard]] QString suvRefusalText(SuvRefusal refusal);

struct SuvFactor {
    double factor = 0.0; ///< SUV = factor x modality value; > 0 and finite, or 0 with a refusal
    SuvRefusal refusal = SuvRefusal::None;
    [[nodiscard]] bool isKnown() const { return refusal == SuvRefusal::None; }
    bool operator==(const SuvFactor &) const = default;
};

/// Of one PET image, by its header alone. PS3.3 C.8.9.1; the order of steps is that of QIBA's vendor-neutral
/// pseudo-code for SUV ("happy path" and the robust one). START: the dose is let decay to the beginning of the series,
/// where that lies after the image (a series that was made later), to the maker's own scan time or the moment that
/// frame reference time and duration give. ADMIN: to the injection, not at all. An injection given by a time without a
/// date lies at most a day before the scan, midnight between them or not.
[[nodiscard]] SuvFactor suvFactor(const Attributes &header, SuvKind kind);

/// Of all kinds.
struct SuvFactors {
    std::array<SuvFactor, suvKinds.size()> byKind; ///< in the order of suvKinds
    [[nodiscard]] const SuvFactor &of(SuvKind kind) const { return byKind[std::size_t(kind)]; }
};
[[nodiscard]] SuvFactors suvFactors(const Attributes &header);

} // namespace consilium::dicom
