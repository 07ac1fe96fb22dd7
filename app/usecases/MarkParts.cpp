#include "app/usecases/MarkParts.h"

#include "app/usecases/MarkObjects.h"
#include "app/usecases/RestoredMarks.h"
#include "viewer/session/Validation.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace consilium::app
{

using objects::Measurement;
using objects::Shape;
using objects::ShapeType;
using Kind = session::AnnotationKind;
namespace codes = objects::codes;

namespace
{

PatientPoint between(PatientPoint a, PatientPoint b)
{
    return a + (b - a) * 0.5;
}

ImagePoint between(ImagePoint a, ImagePoint b)
{
    return {(a.column + b.column) / 2.0, (a.row + b.row) / 2.0};
}

template<class Point>
std::vector<Point> handles(Kind kind, const std::vector<ShapeType> &types,
                           const std::vector<std::vector<Point>> &shapes)
{
    const std::vector<Point> &first = shapes.front();
    // Both ends of the long axis, both ends of the short one.
    if (types.front() == ShapeType::Ellipse && first.size() == 4) {
        const Point centre = between(first[0], first[1]);
        return kind == Kind::PointRoi ? std::vector<Point>{centre, first[1]}
                                      : std::vector<Point>{centre, first[1], first[3]};
    }
    if (kind == Kind::Rectangle && first.size() == 4)
        return {first[0], first[2]};
    std::vector<Point> all;
    for (const std::vector<Point> &shape : shapes)
        all.insert(all.end(), shape.begin(), shape.end());
    return all;
}

std::size_t countOf(const Shape &shape)
{
    return shape.isInPatient() ? shape.places.size() : shape.points.size();
}

bool isLine(const Shape &shape)
{
    return shape.type == ShapeType::Polyline && countOf(shape) == 2;
}

bool isNamed(const objects::Measured &measured, std::initializer_list<const objects::Code *> names)
{
    return std::any_of(names.begin(), names.end(),
                       [&](const objects::Code *name) { return objects::isSameConcept(measured.name, *name); });
}

bool hasValue(const Measurement &measurement, std::initializer_list<const objects::Code *> names)
{
    return std::any_of(measurement.values.begin(), measurement.values.end(),
                       [&](const objects::Measured &measured) { return isNamed(measured, names); });
}

/// How many handles the shapes give a mark of this kind.
std::size_t handleCount(Kind kind, const std::vector<const Shape *> &shapes)
{
    if (shapes.front()->type == ShapeType::Ellipse)
        return kind == Kind::PointRoi ? 2 : 3;
    if (kind == Kind::Rectangle && countOf(*shapes.front()) == 4)
        return 2;
    std::size_t count = 0;
    for (const Shape *shape : shapes)
        count += countOf(*shape);
    return count;
}

bool isRegion(ShapeType type)
{
    return type == ShapeType::Polygon || type == ShapeType::Circle || type == ShapeType::Ellipse;
}

bool isRegion(Kind kind)
{
    return kind == Kind::Ellipse || kind == Kind::Rectangle || kind == Kind::Polygon || kind == Kind::Freehand ||
           kind == Kind::PointRoi;
}

/// Nothing but its own tool draws that.
bool fits(Kind kind, const std::vector<const Shape *> &shapes)
{
    const session::HandleRange range = session::handleRange(kind);
    const auto count = int(handleCount(kind, shapes));
    const bool isSameSpace = std::all_of(shapes.begin(), shapes.end(), [&](const Shape *shape) {
        return shape->isInPatient() == shapes.front()->isInPatient();
    });
    return isSameSpace && count >= std::max(range.least, 1) && count <= range.most &&
           isRegion(kind) == isRegion(shapes.front()->type);
}

Kind kindOfShape(const Measurement &measurement, const Shape &shape)
{
    switch (shape.type) {
    case ShapeType::Point:
    case ShapeType::Multipoint:
        return measurement.values.empty() && !textOf(measurement).isEmpty() ? Kind::Text : Kind::Probe;
    case ShapeType::Polygon:
        return Kind::Polygon;
    case ShapeType::Circle:
        return Kind::PointRoi;
    case ShapeType::Ellipse:
        return Kind::Ellipse;
    case ShapeType::Polyline:
    case ShapeType::Ellipsoid:
        break;
    }
    const std::size_t count = countOf(shape);
    if (count == 2)
        return hasValue(measurement, {&codes::length, &codes::longAxis, &codes::shortAxis, &codes::diameter,
                                      &codes::radius, &codes::pathLength})
                   ? Kind::Length
                   : Kind::Polyline;
    return count == 3 && hasValue(measurement, {&codes::angle}) ? Kind::Angle : Kind::Polyline;
}

/// Two lines that make one mark together, the long axis first; no shapes: they do not.
std::optional<MarkPart> pairOf(const Measurement &measurement)
{
    const std::vector<Shape> &shapes = measurement.shapes;
    if (shapes.size() != 2 || !isLine(shapes[0]) || !isLine(shapes[1]) ||
        shapes[0].isInPatient() != shapes[1].isInPatient())
        return std::nullopt;
    MarkPart part;
    part.shapes = {0, 1};
    if (hasValue(measurement, {&codes::longAxis}) && hasValue(measurement, {&codes::shortAxis}))
        part.kind = Kind::Bidirectional;
    else if (hasValue(measurement, {&codes::angle}))
        part.kind = Kind::Cobb; // between the lines, whichever way they were drawn
    else
        return std::nullopt;
    for (const objects::Measured &measured : measurement.values)
        if (isNamed(measured, {&codes::longAxis}) && measured.from == std::vector{1})
            part.shapes = {1, 0};
    return part;
}

void addShape(const Measurement &measurement, std::size_t index, std::vector<MarkPart> &parts)
{
    const Shape &shape = measurement.shapes[index];
    MarkPart part;
    part.kind = kindOfShape(measurement, shape);
    part.shapes = {index};
    part.types = {shape.type};
    for (std::size_t i = 0; i < measurement.values.size(); ++i) {
        const std::vector<int> &from = measurement.values[i].from;
        if (from.empty() ? index == 0 : std::find(from.begin(), from.end(), int(index)) != from.end())
            part.values.push_back(i);
    }
    parts.push_back(std::move(part));
}

void finish(const Measurement &measurement, MarkPart &part)
{
    for (const std::size_t shape : part.shapes)
        part.types.push_back(measurement.shapes[shape].type);
    for (std::size_t i = 0; i < measurement.values.size(); ++i)
        part.values.push_back(i);
}

} // namespace

std::optional<Kind> kindOfMeasurement(const QString &kind)
{
    static const QHash<QString, Kind> kinds = {{u"PROBE"_s, Kind::Probe},
                                               {u"LENGTH"_s, Kind::Length},
                                               {u"POLYLINE"_s, Kind::Polyline},
                                               {u"ANGLE"_s, Kind::Angle},
                                               {u"COBB"_s, Kind::Cobb},
                                               {u"OPEN_ANGLE"_s, Kind::OpenAngle},
                                               {u"BIDIRECTIONAL"_s, Kind::Bidirectional},
                                               {u"ELLIPSE"_s, Kind::Ellipse},
                                               {u"RECTANGLE"_s, Kind::Rectangle},
                                               {u"POLYGON"_s, Kind::Polygon},
                                               {u"FREEHAND"_s, Kind::Freehand},
                                               {u"POINT_ROI"_s, Kind::PointRoi},
                                               {u"RULER"_s, Kind::Ruler},
                                               {u"CTR"_s, Kind::CardiothoracicRatio},
                                               {u"LEG_AXIS"_s, Kind::LegAxis},
                                               {u"LINE_PAIR"_s, Kind::LinePair},
                                               {u"CALIBRATION"_s, Kind::Calibration}};
    const auto found = kinds.constFind(kind);
    return found == kinds.cend() ? std::nullopt : std::optional(*found);
}

std::vector<MarkPart> partsOf(const Measurement &measurement)
{
    std::vector<MarkPart> parts;
    if (measurement.shapes.empty())
        return parts;
    std::vector<const Shape *> shapes;
    for (const Shape &shape : measurement.shapes)
        shapes.push_back(&shape);
    if (const auto kind = kindOfMeasurement(measurement.kind); kind && fits(*kind, shapes)) {
        MarkPart part;
        part.kind = *kind;
        for (std::size_t i = 0; i < shapes.size(); ++i)
            part.shapes.push_back(i);
        finish(measurement, part);
        return {part};
    }
    if (auto pair = pairOf(measurement)) {
        finish(measurement, *pair);
        return {std::move(*pair)};
    }
    for (std::size_t i = 0; i < measurement.shapes.size(); ++i)
        addShape(measurement, i, parts);
    return parts;
}

std::vector<ImagePoint> handlesOf(Kind kind, const std::vector<ShapeType> &types,
                                  const std::vector<std::vector<ImagePoint>> &shapes)
{
    return handles(kind, types, shapes);
}

std::vector<PatientPoint> handlesOf(Kind kind, const std::vector<ShapeType> &types,
                                    const std::vector<std::vector<PatientPoint>> &shapes)
{
    return handles(kind, types, shapes);
}

GraphicHandles handlesOf(const objects::Graphic &graphic)
{
    using Type = objects::Graphic::Type;
    const std::vector<ImagePoint> &points = graphic.points;
    switch (graphic.type) {
    case Type::Point:
        return {Kind::Probe, points};
    case Type::Circle:
        return {Kind::PointRoi, points};
    case Type::Ellipse:
        return {Kind::Ellipse, handles<ImagePoint>(Kind::Ellipse, {ShapeType::Ellipse}, {points})};
    case Type::Polyline:
    case Type::Interpolated:
        break;
    }
    if (points.size() < 4 || points.front() != points.back())
        return {Kind::Polyline, points};
    return {graphic.type == Type::Interpolated ? Kind::Freehand : Kind::Polygon, {points.begin(), points.end() - 1}};
}

QString textOf(const Measurement &measurement)
{
    if (kindOfMeasurement(measurement.kind))
        return measurement.text;
    QStringList parts{measurement.label, measurement.finding.meaning, measurement.site.meaning, measurement.text};
    parts.removeAll(QString());
    parts.removeDuplicates();
    return parts.join(u" · "_s);
}

QString identityOf(const AnnotationId &id)
{
    return trackingUidOf(id);
}

} // namespace consilium::app
