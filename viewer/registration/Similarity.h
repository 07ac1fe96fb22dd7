#pragma once
#include "viewer/registration/RigidRegistration.h"

#include <cstddef>
#include <optional>

/// What a registration starts from and how its result is judged: plain arithmetic that knows nothing of the optimizer,
/// so that it is no judge in its own cause.
namespace consilium::registration
{

/// Averages whole blocks of voxels until none is larger than about `voxelMm`; never finer than it was.
[[nodiscard]] Volume coarser(const Volume &volume, double voxelMm);
/// A grid with at least four voxels of a known size each way, values that differ, and enough of a body in it.
[[nodiscard]] bool isComparable(const Volume &volume);
/// Places in the body and in a rim about it, at most `count`, spread evenly and the same every time. The
/// body is what lies above the threshold that parts two classes of values best (Otsu, IEEE SMC 9 (1979) 62).
[[nodiscard]] std::vector<PatientPoint> samplesOfBody(const Volume &volume, std::size_t count);
/// Of the voxels of the body, each of weight 1; the middle of the volume where there is none.
[[nodiscard]] PatientPoint centreOfMass(const Volume &volume);
/// Linear between the voxels; nullopt outside of their centres.
[[nodiscard]] std::optional<float> valueAt(const Volume &volume, PatientPoint point);

/// How two volumes agree where they lie over one another.
struct Comparison {
    double overlap = 0.0;     ///< part of the samples that fall into the moving volume; 0 to 1
    double information = 0.0; ///< see Registration::information
    double nats = 0.0;        ///< mutual information, not divided by anything
    /// What starts are ordered by: a little agreement of much counts more than that of a corner.
    [[nodiscard]] double score() const { return overlap < 0.2 ? 0.0 : information * overlap; }
};
/// `bins`: grey levels that are told apart; few samples want few bins, or chance looks like information.
[[nodiscard]] Comparison comparison(const Volume &fixed, const Volume &moving, const std::vector<PatientPoint> &samples,
                                    const RigidTransform &fixedToMoving, int bins = 32);

/// Of all places to start from, the `count` at which the two agree best, the best first.
[[nodiscard]] std::vector<RigidTransform> bestStarts(const Volume &fixed, const Volume &moving,
                                                     const std::vector<PatientPoint> &samples, std::size_t count);
/// The figures of a result and whether it may be used; `back`: found with the roles exchanged.
[[nodiscard]] Outcome judged(const Volume &fixed, const Volume &moving, const RigidTransform &there,
                             const RigidTransform &back);

} // namespace consilium::registration
