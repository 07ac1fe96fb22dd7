#pragma once
#include "viewer/dicom/Suv.h"
#include "viewer/objects/StudyObjects.h"
#include "viewer/render2d/MarkShape.h"

#include <QStringList>

namespace consilium::render2d
{

/// What the object that a mark came from states of it and what was computed here does not say as well: a line for each
/// number that differs by more than it was rounded to, or that is not computed here at all. Empty where the mark is
/// another one by now. `figures` may be null: nothing is computed (yet); an SUV among them is of the kind `suv`, and
/// says nothing of another kind.
[[nodiscard]] QStringList statedLines(const session::Annotation &mark, const objects::MarkOrigin &origin,
                                      const std::vector<MarkFigure> *figures,
                                      dicom::SuvKind suv = dicom::SuvKind::BodyWeight);
/// The mark lies where its object has it.
[[nodiscard]] bool isAsKept(const session::Annotation &mark, const objects::MarkOrigin &origin);
/// Half of the last digit that the number is written with, and at least what 32-bit places leave open.
[[nodiscard]] double roundingOf(double stated);

} // namespace consilium::render2d
