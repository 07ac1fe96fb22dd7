#pragma once
#include "base/Result.h"
#include "viewer/pixels/StudyImages.h"
#include "viewer/session/Action.h"

#include <vector>

namespace consilium::app
{

// Splits series and puts them together by hand.

/// What does it, or why it cannot be done, as a sentence in the user's language: there is nothing to split or join, or
/// what is to be joined may not be (dicom::whyNotOneStack()).
using Arranging = tl::expected<std::vector<session::Action>, QString>;

/// "split-series": a new stack begins with the image that the view shows; "join-series": the stack shown and the next
/// in the strip become one; "series-as-stored": takes back all splitting and joining in the study. Empty: another
/// command.
[[nodiscard]] Arranging arrangeActions(const QString &command, const ViewId &view, const session::ViewerState &state,
                                       const pixels::StudyImages &images);
/// The second stack goes into the first.
[[nodiscard]] Arranging joinActions(const StudyUid &study, const DataSetId &first, const DataSetId &second,
                                    const session::ViewerState &state, const pixels::StudyImages &images);

/// With which stacks of the study this one can be put together, in the order of the strip; the others that hold images
/// with the reason why not.
struct JoinChoice {
    dicom::DataSetPtr dataSet;
    QString refusal; ///< empty: it can be
};
[[nodiscard]] std::vector<JoinChoice> joinChoices(const StudyUid &study, const DataSetId &first,
                                                  const pixels::StudyImages &images);

/// After an arrangement: each view of the study goes on showing its image, with the same window, zoom and place, in the
/// stack that holds it now.
[[nodiscard]] std::vector<session::Action> followActions(const StudyUid &study, const session::ViewerState &state,
                                                         const pixels::StudyImages &images);

} // namespace consilium::app
