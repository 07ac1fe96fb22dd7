#pragma once
#include "base/RigidTransform.h"

#include <functional>
#include <vector>

namespace consilium::registration
{

/// Values on a regular grid in the patient, coarse enough to be compared in seconds.
struct Volume {
    int columns = 0, rows = 0, slices = 0;
    double columnMm = 0.0, rowMm = 0.0, sliceMm = 0.0;  ///< distance between the centres of neighbours
    PatientPoint origin;                                ///< centre of the first voxel
    PatientVector alongColumns, alongRows, alongSlices; ///< unit, at right angles: of a rising column, row, slice
    std::vector<float> values;                          ///< modality values or any other; column fastest, then row
    [[nodiscard]] PatientPoint centreOf(int column, int row, int slice) const;
};

/// Why no alignment is given.
enum class Refusal {
    None,
    Cancelled,
    TooSmall,         ///< too little of the body in one of the two: nothing to compare
    TooLittleOverlap, ///< what both of them show is too small a part
    NotConverged,     ///< no place fits clearly better than others, near or far
    NotRepeatable,    ///< the way there and the way back come to different places
    OutOfRange        ///< the turn found is larger than one between two examinations can be
};

/// Limits of what is accepted. An alignment beyond them is refused, not shown with a warning.
inline constexpr double leastOverlap = 0.4;       ///< of the body in the volume that shows less of it
inline constexpr double leastInformation = 0.12;  ///< see Registration::information
inline constexpr double leastPeak = 1.08;         ///< see Registration::peak
inline constexpr double mostElsewhere = 0.9;      ///< see Registration::elsewhere
inline constexpr double mostDisagreementMm = 4.0; ///< see Registration::disagreementMm
inline constexpr double mostTurnDeg = 40.0;

/// How two volumes of one patient lie to one another, and how much it is to be trusted.
struct Registration {
    RigidTransform fixedToMoving; ///< from places of the fixed volume to those of the moving one
    double overlap = 0.0;         ///< part of the body that both show, of the one that shows less; 0 to 1
    /// Mutual information of the two in the overlap, over the mean of their entropies: 0 unrelated, 1 one tells the
    /// other exactly. Studholme, Hill, Hawkes, Pattern Recognition 32 (1999) 71.
    double information = 0.0;
    /// `information` over the largest one found 6 mm or 5 degrees away: above 1 at a true maximum.
    double peak = 0.0;
    /// The largest mutual information (not divided by the entropies: a sliver of mere outline agrees with any other)
    /// with the result shifted along the body by 20 mm or more, over that of the result. Where little is common to
    /// both, the shapes of two different parts may fit: what is really common then agrees better though it is less.
    double elsewhere = 0.0;
    /// Largest distance between the result and that of a second computation with the roles exchanged, over the body.
    double disagreementMm = 0.0;
};

struct Outcome {
    Refusal refusal = Refusal::NotConverged;
    Registration registration; ///< with a refusal: what is known, for a log; never to be used
};

/// Called from the thread that computes with 0 to 1, rising; false: stop.
using Progress = std::function<bool(double)>;

/// Rigid registration: mutual information after Mattes (IEEE TMI 22 (2003) 120) on samples of the body, versor
/// transform, from coarse to fine, started at the better of several places (the same coordinates, the middles of the
/// volumes, the centres of mass, shifts along the body). Computed there and back. No exception leaves it.
[[nodiscard]] Outcome registerRigid(const Volume &fixed, const Volume &moving, const Progress &progress);

} // namespace consilium::registration
