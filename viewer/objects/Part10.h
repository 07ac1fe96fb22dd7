#pragma once
#include "base/Attributes.h"

#include <QByteArray>

namespace consilium::objects
{

/// The object as a Part 10 file, Explicit VR Little Endian. Texts are written in the Specific Character Set (0008,0005)
/// that the object names where it has all of their letters, so that what was copied from images is written as it was
/// there; else in UTF-8. Texts that had come in another set than declared and must change are put right
/// (dicom::repairedTexts()). Errors: InvalidArgument (no SOP class or instance, a number that is none), Internal (the
/// library refuses).
[[nodiscard]] Result<QByteArray> part10Of(const Attributes &object);

} // namespace consilium::objects
