#pragma once
#include "viewer/imaging/FusedPlane.h"
#include "viewer/pixels/StudyImages.h"
#include "viewer/session/Action.h"

#include <QStringList>

#include <vector>

namespace consilium::tools
{

/// A series that may be meant to lie over the images of a view.
struct FusionChoice {
    dicom::DataSetPtr series;
    StudyUid study;
    imaging::FusionRefusal refusal = imaging::FusionRefusal::None;
};

/// All grey series of the patient in the studies that are open, but the one shown and masks: those that can be laid
/// over the image of the view first, of these nuclear medicine first; then those that cannot.
[[nodiscard]] std::vector<FusionChoice> fusionChoices(const session::ViewerState &state, const ViewId &view,
                                                      const pixels::StudyImages &images);
/// How a series is laid over when it is first chosen: half opaque, Hot Iron, in SUV by body weight where all of its
/// slices give that.
[[nodiscard]] session::Fusion usualFusion(const FusionChoice &choice);
/// nullopt: modality values.
[[nodiscard]] std::optional<dicom::SuvKind> suvKindOf(session::FusionScale scale);

/// Its images may have SUV: PET, whatever else is missing for one.
[[nodiscard]] bool isPet(const session::Fusion &fusion, const pixels::StudyImages &images);

/// Runs one of these on a view:
///   "fuse"                    with the first of the choices that can be laid over; once more: off
///   "fusion-off"
///   "fusion-stronger", "fusion-weaker"           opacity by a tenth
///   "fusion-window-wider", "fusion-window-narrower"   the upper end of the window by a quarter; the lower end stays
///   "fusion-threshold-next"   transparent below 0, 10, 25, 40 % of the window, and no threshold
///   "fusion-colours-next"     the next colour map
///   "fusion-suv-next"         of PET: SUV of the next kind, by body weight first; its usual window and no threshold,
///   as
///                             the numbers of one kind mean nothing in another
///   "fusion-suv-bw", "fusion-suv-lbm-james", "fusion-suv-lbm-janmahasatian", "fusion-suv-bsa"   SUV of this kind
/// Empty: there is nothing to do. `low` and `high`: the ends of the window that is in use, where the state has none.
[[nodiscard]] std::vector<session::Action> fusionActions(const QString &command, const session::ViewerState &state,
                                                         const ViewId &view, const pixels::StudyImages &images,
                                                         double low, double high);
[[nodiscard]] QStringList fusionCommandNames();

} // namespace consilium::tools
