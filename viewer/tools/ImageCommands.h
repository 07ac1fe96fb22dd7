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
///   "window-file-next"                      the file's next window or VOI LUT, then the first again
///   "true-size"                             a millimetre of the object is one on the screen; about the middle
[[nodiscard]] std::vector<NamedCommand> imageCommands();

/// A window or VOI LUT that a file brings, as SetWindow sets it.
struct FileVoi {
    std::optional<session::Window> window; ///< nullopt: as the file says, or by `table`
    int table = 0;                         ///< Presentation::fileTable
    QString name;                          ///< its explanation (0028,1055) or (0028,3003), else its numbers
    bool isInUse = false;
};
/// All of them: windows first, then VOI LUTs, each in the file's order. The first is what "as the file says" means,
/// unless a presentation state's table stands in its place, on this image: then it is set by its numbers like the
/// others.
[[nodiscard]] std::vector<FileVoi> fileVois(const dicom::Instance &image, const session::Presentation &now);
/// The command "window-file-N": the Nth of fileVois(), from 1. Empty: there is none, or it is in use.
[[nodiscard]] std::vector<session::Action> chooseFileVoi(const ToolContext &context, int number);
inline constexpr int namedFileWindows = 6; ///< so many of these commands are listed; a file may have more

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
