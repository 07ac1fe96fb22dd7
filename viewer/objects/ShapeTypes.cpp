#include "viewer/objects/ShapeTypes.h"

#include "viewer/objects/Coordinates.h"
#include "viewer/objects/Uid.h"

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace consilium::objects
{

namespace
{

struct TypeName {
    ShapeType type;
    const char *inImage, *inPatient; ///< nullptr: none
};
constexpr std::array names{
    TypeName{ShapeType::Point, "POINT", "POINT"},          TypeName{ShapeType::Multipoint, "MULTIPOINT", "MULTIPOINT"},
    TypeName{ShapeType::Polyline, "POLYLINE", "POLYLINE"}, TypeName{ShapeType::Polygon, "POLYLINE", "POLYGON"},
    TypeName{ShapeType::Circle, "CIRCLE", nullptr},        TypeName{ShapeType::Ellipse, "ELLIPSE", "ELLIPSE"},
    TypeName{ShapeType::Ellipsoid, nullptr, "ELLIPSOID"}};

/// The same in the 32 bits of an object.
bool areWrittenAsOne(ImagePoint a, ImagePoint b)
{
    const WrittenPoint first = toWritten(a), second = toWritten(b);
    return float(first.x) == float(second.x) && float(first.y) == float(second.y);
}

} // namespace

QString graphicTypeName(ShapeType type, bool isInPatient)
{
    for (const TypeName &name : names)
        if (name.type == type)
            return QString::fromLatin1(isInPatient ? name.inPatient : name.inImage);
    return {};
}

std::optional<ShapeType> shapeTypeOf(const QString &graphicType, bool isInPatient)
{
    for (const TypeName &name : names) {
        const char *const written = isInPatient ? name.inPatient : name.inImage;
        if (written && graphicType == QLatin1StringView(written))
            return name.type;
    }
    return std::nullopt;
}

bool isPointCount(ShapeType type, std::size_t count)
{
    switch (type) {
    case ShapeType::Point:
        return count == 1;
    case ShapeType::Multipoint:
        return count >= 1;
    case ShapeType::Polyline:
    case ShapeType::Circle:
        return type == ShapeType::Circle ? count == 2 : count >= 2;
    case ShapeType::Polygon:
        return count >= 3;
    case ShapeType::Ellipse:
        return count == 4;
    case ShapeType::Ellipsoid:
        return count == 6;
    }
    return false;
}

const char *faultOf(const Shape &shape)
{
    const bool isInPatient = shape.isInPatient();
    if (isInPatient == !shape.points.empty())
        return "a shape needs points either in an image or in the patient";
    if (graphicTypeName(shape.type, isInPatient).isEmpty())
        return "a shape of this type cannot lie there";
    const std::size_t count = isInPatient ? shape.places.size() : shape.points.size();
    if (!isPointCount(shape.type, count))
        return "a shape with another number of points than it needs";
    const std::size_t written = count + (shape.type == ShapeType::Polygon ? 1 : 0);
    if (written * (isInPatient ? 3 : 2) > mostWrittenNumbers)
        return "a shape with more points than one element holds";
    const bool isFinite = std::all_of(shape.points.begin(), shape.points.end(),
                                      [](ImagePoint p) { return std::isfinite(p.column) && std::isfinite(p.row); }) &&
                          std::all_of(shape.places.begin(), shape.places.end(), [](PatientPoint p) {
                              return std::isfinite(p.x) && std::isfinite(p.y) && std::isfinite(p.z);
                          });
    if (!isFinite)
        return "a shape with points that are no numbers";
    // As a line it would be read as a polygon: in images only the last point tells them apart.
    if (shape.type == ShapeType::Polyline && !isInPatient && count > 3 &&
        areWrittenAsOne(shape.points.front(), shape.points.back()))
        return "a line that ends where it begins is a polygon";
    if (isInPatient && !isUid(shape.frameOfReference.text()))
        return "places in the patient without a frame of reference";
    return nullptr;
}

} // namespace consilium::objects
