#pragma once
#include "viewer/objects/Measurements.h"

/// How shapes stand in content items; for writer and reader.
namespace consilium::objects
{

/// PS3.3 C.18.6.1.2 and C.18.9.1.2; empty: there is none of this type in images, or in the patient.
[[nodiscard]] QString graphicTypeName(ShapeType type, bool isInPatient);
[[nodiscard]] std::optional<ShapeType> shapeTypeOf(const QString &graphicType, bool isInPatient);
/// As many points as the type has.
[[nodiscard]] bool isPointCount(ShapeType type, std::size_t count);
/// Of a shape that is to be written: nullptr, or what is wrong with it.
[[nodiscard]] const char *faultOf(const Shape &shape);

} // namespace consilium::objects
