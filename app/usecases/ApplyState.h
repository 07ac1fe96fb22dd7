#pragma once
#include "viewer/objects/PresentationState.h"
#include "viewer/session/Action.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace consilium::app
{

/// The view that a state is applied to.
struct StateTarget {
    ViewId view;
    DataSetId dataSet;
    session::ViewState shown; ///< as it is now
    session::Presentation presentation;
    const dicom::Instance *image = nullptr; ///< that is looked at
    double widthPx = 0.0, heightPx = 0.0;   ///< of the image area, logical pixels
    double devicePixelRatio = 1.0;
    std::optional<double> screenMmPerPx;   ///< of a logical pixel, where the monitor was measured
    const dicom::DataSet *stack = nullptr; ///< that the image is one of; null: that image alone
};

struct StatePlan {
    std::vector<session::Action> actions; ///< none that changes nothing
    QStringList refused;                  ///< what of the state is not shown, sentences for people
};

/// What brings the image to look as the state says (PS3.4 N.2): window or VOI LUT, Presentation LUT, black and white,
/// shutter, part of the image, turn and mirror; slab, enhancement and colours are taken away, which no state has.
/// Windows and tables count in the state's own modality values and are told in the image's, of a stack whose images
/// have several rescales in each image's own. Shutters and tables are set for those images of the stack that the state
/// names (PS3.3 C.11.11), windows likewise where they are not one for all that it names; that it is for some only is
/// told. Windows and tables in values of a Modality LUT that is not the image's, bitmap shutters and what else cannot
/// be set by actions is refused by name, never approximated.
[[nodiscard]] StatePlan planState(const objects::PresentationState &state, const StateTarget &target);

/// "Label · description · creator · date".
[[nodiscard]] QString titleOf(const objects::PresentationState &state);

} // namespace consilium::app
