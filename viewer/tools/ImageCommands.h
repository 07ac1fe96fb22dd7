#pragma once
#include "viewer/imaging/Slab.h"
#include "viewer/tools/Tool.h"

#include <QString>

#include <functional>
#include <optional>
#include <vector>

namespace consilium::tools
{

struct NamedCommand {
    QString name;
    std::function<std::vector<session::Action>(const ToolContext &)> run;
};

/// Commands about what is made of the pixels:
///   "slab-mip", "slab-minip", "slab-mean"   on with the last thickness (10 mm at first), once more: off
///   "slab-next"                             the next of none, MIP, MinIP, mean
///   "slab-thicker", "slab-thinner"          by one slice
///   "slab-off"
///   "enhance-sharpen", "enhance-smooth", "enhance-edge", "enhance-local-contrast"   one level more; after 5: off
///   "enhance-weaker", "enhance-off"
///   "colours-grey", "colours-hot-iron", ... "colours-next"
///   "suv-bw", "suv-lbm-james", "suv-lbm-janmahasatian", "suv-bsa", "suv-next"   of PET: what is measured
///   "window-file-next"                      the file's next window, then the first again
///   "true-size"                             a millimetre of the object is one on the screen; about the middle
[[nodiscard]] std::vector<NamedCommand> imageCommands();

/// What "slab-thicker" and "slab-thinner" make of the slab shown: the nearest one of other slices. nullopt: there is
/// none, because the slab holds the whole stack or one slice. With a refusal: why it cannot be had.
struct SlabStep {
    imaging::SlabPlan plan;
    double thicknessMm = 0.0;
};
[[nodiscard]] std::optional<SlabStep> slabStep(const ToolContext &context, int bySlices);

/// Takes slab, enhancement and colours away.
[[nodiscard]] std::vector<session::Action> plainImage(const ToolContext &context);

} // namespace consilium::tools
