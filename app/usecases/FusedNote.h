#pragma once
#include "app/usecases/SavedMarks.h"
#include "viewer/pixels/StudyImages.h"

#include <QStringList>

namespace consilium::app
{

/// What the marks say in the views of series that lie over their images and no object holds: measurements are kept of a
/// mark's own image. Sentences for people, one for each such series; none where no region and no pixel value that is
/// saved now (that differs from `before`) says anything of one.
[[nodiscard]] QStringList notesOnFused(const std::vector<session::Annotation> &marks, const SavedMarks &before,
                                       const session::ViewerState &state, const pixels::StudyImages &images);

} // namespace consilium::app
