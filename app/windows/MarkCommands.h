#pragma once
#include "viewer/widgets/LayoutGrid.h"

#include <QString>

#include <optional>

namespace consilium::app
{

/// Runs a command about marks of a reading page: "copy-mark", "paste-mark", "edit-mark-text", "label-beside",
/// "mark-histogram", "go-to-mark", "next-mark", "nudge-mark-left" (-right, -up, -down). nullopt: it is none of them.
/// Else why there was nothing to do, translated; empty: it is done.
[[nodiscard]] std::optional<QString> runMarkCommand(const QString &command, widgets::LayoutGrid &grid,
                                                    session::ActionDispatcher &dispatcher,
                                                    const pixels::StudyImages &images);
/// Shows the image that a mark is drawn on, as one undo step, and selects it: in the active view where that shows the
/// mark's study, else in the first view that does, which is then the active one. Returns why it cannot, translated;
/// empty: done.
[[nodiscard]] QString goToMark(const AnnotationId &mark, widgets::LayoutGrid &grid,
                               session::ActionDispatcher &dispatcher, const pixels::StudyImages &images);
/// Takes a mark of the local actor away, as one undo step. Returns why it cannot, translated; empty: done.
[[nodiscard]] QString removeOwnMark(const AnnotationId &mark, session::ActionDispatcher &dispatcher);

} // namespace consilium::app
