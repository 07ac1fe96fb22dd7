#include "viewer/objects/Build.h"
#include "viewer/objects/Coordinates.h"
#include "viewer/objects/MeasurementCodes.h"
#include "viewer/objects/Measurements.h"
#include "viewer/objects/ShapeTypes.h"
#include "viewer/objects/Uid.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <set>

using namespace Qt::StringLiterals;

namespace consilium::objects
{

namespace
{

using namespace build;

constexpr Tag observationDateTime{0x0040, 0xA032}, uidValue{0x0040, 0xA124}, measuredValues{0x0040, 0xA300},
    numericValue{0x0040, 0xA30A}, floatingPointValue{0x0040, 0xA161}, measurementUnits{0x0040, 0x08EA},
    valueQualifier{0x0040, 0xA301}, frameOfReference{0x3006, 0x0024}, completionFlag{0x0040, 0xA491},
    verificationFlag{0x0040, 0xA493}, performedStep{0x0008, 0x1111}, performedProcedure{0x0040, 0xA372},
    codingSchemes{0x0008, 0x0110};

std::vector<int> framesOf(const ImageReference &image)
{
    return image.frame > 0 ? std::vector{image.frame} : std::vector<int>();
}

Attributes shapeInPatient(const Shape &shape, const QString &relation)
{
    Attributes item = contentItem(u"SCOORD3D"_s, relation, items::region);
    std::vector<double> numbers;
    const auto add = [&](PatientPoint place) { numbers.insert(numbers.end(), {place.x, place.y, place.z}); };
    std::for_each(shape.places.begin(), shape.places.end(), add);
    if (shape.type == ShapeType::Polygon)
        add(shape.places.front());
    putFloats(item, graphicData, "FL", numbers);
    putText(item, graphicType, "CS", graphicTypeName(shape.type, true));
    putText(item, frameOfReference, "UI", shape.frameOfReference.text());
    return item;
}

Attributes shapeItem(const Shape &shape, const QString &relation)
{
    if (shape.isInPatient())
        return shapeInPatient(shape, relation);
    Attributes item = contentItem(u"SCOORD"_s, relation, items::region);
    std::vector<double> numbers;
    const auto add = [&](ImagePoint point) {
        const WrittenPoint written = toWritten(point);
        numbers.insert(numbers.end(), {written.x, written.y});
    };
    std::for_each(shape.points.begin(), shape.points.end(), add);
    if (shape.type == ShapeType::Polygon)
        add(shape.points.front());
    putFloats(item, graphicData, "FL", numbers);
    putText(item, graphicType, "CS", graphicTypeName(shape.type, false));
    putItems(item, contentSequence,
             {imageItem(u"SELECTED FROM"_s, items::sourceImage, shape.image, framesOf(shape.image))});
    return item;
}

Attributes numberItem(const Measured &measured, const std::vector<Shape> &shapes)
{
    Attributes item = contentItem(u"NUM"_s, u"CONTAINS"_s, measured.name);
    std::vector<Attributes> values;
    if (measured.value) {
        Attributes value;
        const QString text = decimal(*measured.value);
        putText(value, numericValue, "DS", text);
        if (finiteNumber(text) != measured.value)
            putFloats(value, floatingPointValue, "FD", {*measured.value});
        putCode(value, measurementUnits, measured.unit);
        values.push_back(std::move(value));
    } else {
        putCode(item, valueQualifier, measured.qualifier);
    }
    putItems(item, measuredValues, std::move(values));
    std::vector<Attributes> below;
    if (!measured.derivation.isEmpty())
        below.push_back(codeItem(u"HAS CONCEPT MOD"_s, items::derivation, measured.derivation));
    for (const int shape : measured.from)
        below.push_back(shapeItem(shapes[std::size_t(shape)], u"INFERRED FROM"_s));
    if (!below.empty())
        putItems(item, contentSequence, std::move(below));
    return item;
}

/// The shapes that no value names.
std::vector<const Shape *> regionsOf(const Measurement &measurement)
{
    std::set<int> named;
    for (const Measured &measured : measurement.values)
        named.insert(measured.from.begin(), measured.from.end());
    std::vector<const Shape *> regions;
    for (std::size_t i = 0; i < measurement.shapes.size(); ++i)
        if (!named.contains(int(i)))
            regions.push_back(&measurement.shapes[i]);
    return regions;
}

/// Empty: beside the mark.
QString labelPlaceOf(const Measurement &measurement)
{
    const auto text = [](const QString &space, std::initializer_list<double> numbers) {
        QStringList words{space};
        for (const double number : numbers)
            words << decimal(number);
        return words.join(u' ');
    };
    if (const auto &place = measurement.labelInPatient)
        return text(u"PATIENT"_s, {place->x, place->y, place->z});
    if (!measurement.labelInImage)
        return {};
    const WrittenPoint written = toWritten(*measurement.labelInImage);
    return text(u"IMAGE"_s, {written.x, written.y});
}

Attributes groupItem(const Measurement &measurement, const QString &author)
{
    const std::vector<const Shape *> regions = regionsOf(measurement);
    const bool isPlanarRegion = regions.size() == 1 && measurement.shapes.size() == 1;
    Attributes item = container(u"CONTAINS"_s, items::group, isPlanarRegion ? u"1410"_s : u"1501"_s);
    if (!measurement.made.isEmpty())
        putText(item, observationDateTime, "DT", measurement.made);
    std::vector<Attributes> below;
    below.push_back(textItem(u"HAS OBS CONTEXT"_s, items::trackingIdentifier,
                             measurement.label.isEmpty() ? measurement.trackingUid : measurement.label));
    Attributes uid = contentItem(u"UIDREF"_s, u"HAS OBS CONTEXT"_s, items::trackingUid);
    putText(uid, uidValue, "UI", measurement.trackingUid);
    below.push_back(std::move(uid));
    if (!measurement.regionOf.isEmpty()) {
        Attributes same = contentItem(u"UIDREF"_s, u"HAS OBS CONTEXT"_s, items::regionOf);
        putText(same, uidValue, "UI", measurement.regionOf);
        below.push_back(std::move(same));
    }
    if (measurement.author != author)
        addObserver(below, measurement.author);
    if (const QString place = labelPlaceOf(measurement); !place.isEmpty())
        below.push_back(textItem(u"HAS OBS CONTEXT"_s, items::labelPlace, place));
    if (!measurement.kind.isEmpty())
        below.push_back(codeItem(u"HAS CONCEPT MOD"_s, items::method,
                                 {measurement.kind, codes::ownScheme, measurement.kind.toLower()}));
    if (!measurement.finding.isEmpty())
        below.push_back(codeItem(u"CONTAINS"_s, items::finding, measurement.finding));
    if (!measurement.site.isEmpty())
        below.push_back(codeItem(u"HAS CONCEPT MOD"_s, items::site, measurement.site));
    for (const Shape *region : regions)
        below.push_back(shapeItem(*region, u"CONTAINS"_s));
    if (!measurement.image.sop.isEmpty())
        below.push_back(
            imageItem(u"CONTAINS"_s, items::sourceOfMeasurement, measurement.image, framesOf(measurement.image)));
    for (const Measured &measured : measurement.values)
        below.push_back(numberItem(measured, measurement.shapes));
    if (!measurement.text.isEmpty())
        below.push_back(textItem(u"CONTAINS"_s, items::comment, measurement.text));
    putItems(item, contentSequence, std::move(below));
    return item;
}

const char *faultOf(const Measured &measured, std::size_t shapes)
{
    if (measured.name.isEmpty())
        return "a value without a name";
    if (measured.value ? !std::isfinite(*measured.value) || measured.unit.isEmpty() : measured.qualifier.isEmpty())
        return "a value without a number and unit, or without the reason why there is none";
    const bool isKnown = std::all_of(measured.from.begin(), measured.from.end(),
                                     [&](int shape) { return shape >= 0 && std::size_t(shape) < shapes; });
    return isKnown ? nullptr : "a value of a shape that is not there";
}

const char *faultOf(const Measurement &measurement)
{
    static const QRegularExpression kinds(u"\\A[A-Z0-9_]{0,16}\\z"_s);
    if (!isUid(measurement.trackingUid))
        return "a measurement without tracking UID";
    if (!measurement.regionOf.isEmpty() && !isUid(measurement.regionOf))
        return "a region of a mark without tracking UID";
    if (!kinds.match(measurement.kind).hasMatch())
        return "a kind of measurement that is none";
    for (const Shape &shape : measurement.shapes)
        if (const char *fault = faultOf(shape))
            return fault;
    for (const Measured &measured : measurement.values)
        if (const char *fault = faultOf(measured, measurement.shapes.size()))
            return fault;
    const auto &image = measurement.labelInImage;
    const auto &patient = measurement.labelInPatient;
    const bool isNowhere =
        (image && !(std::isfinite(image->column) && std::isfinite(image->row))) ||
        (patient && !(std::isfinite(patient->x) && std::isfinite(patient->y) && std::isfinite(patient->z)));
    return isNowhere || (image && patient) ? "a label without one place" : nullptr;
}

std::vector<ImageReference> imagesOf(const MeasurementReport &report)
{
    std::vector<ImageReference> images;
    for (const Measurement &measurement : report.measurements) {
        if (!measurement.image.sop.isEmpty())
            images.push_back(measurement.image);
        for (const Shape &shape : measurement.shapes)
            if (!shape.isInPatient())
                images.push_back(shape.image);
    }
    return images;
}

bool needsPatientSpace(const MeasurementReport &report)
{
    return std::any_of(report.measurements.begin(), report.measurements.end(), [](const Measurement &measurement) {
        return std::any_of(measurement.shapes.begin(), measurement.shapes.end(),
                           [](const Shape &shape) { return shape.isInPatient(); });
    });
}

/// What 99CONSILIUM is. PS3.3 C.12.1.1.
Attributes ownScheme()
{
    Attributes item;
    putText(item, {0x0008, 0x0102}, "SH", codes::ownScheme);
    putText(item, {0x0008, 0x0115}, "ST", u"Consilium, terms of its own"_s);
    return item;
}

} // namespace

Result<Attributes> attributesOf(const MeasurementReport &report)
{
    for (const Measurement &measurement : report.measurements)
        if (const char *fault = faultOf(measurement))
            return fail(ErrorCode::InvalidArgument, QString::fromLatin1(fault));
    if (report.author.isEmpty() || report.language.isEmpty() || report.procedure.isEmpty())
        return fail(ErrorCode::InvalidArgument, u"a report without author, language or procedure"_s);
    const std::vector<ImageReference> images = imagesOf(report);
    for (const auto *references : {&images, &report.predecessors})
        if (auto checked = checkReferences(*references); !checked)
            return fail(checked.error());
    auto begun = beginObject(
        report.header,
        needsPatientSpace(report) ? u"1.2.840.10008.5.1.4.1.1.88.34"_s : u"1.2.840.10008.5.1.4.1.1.88.33"_s, u"SR"_s);
    if (!begun)
        return begun;
    Attributes &object = *begun;
    putItems(object, performedStep, {});
    putItems(object, performedProcedure, {});
    putItems(object, codingSchemes, {ownScheme()});
    putText(object, contentDate, "DA", report.header.date);
    putText(object, tags::ContentTime, "TM", report.header.time);
    putText(object, completionFlag, "CS", u"COMPLETE"_s);
    putText(object, verificationFlag, "CS", u"UNVERIFIED"_s);
    putEvidence(object, images, report.header.studyUid());
    if (!report.predecessors.empty())
        putItems(object, predecessorDocuments, studyItems(report.predecessors));
    const Attributes root = container({}, items::report, u"1500"_s);
    for (const auto &[tag, attribute] : root.elements())
        object.set(tag, attribute);
    std::vector<Attributes> below;
    below.push_back(codeItem(u"HAS CONCEPT MOD"_s, items::language, report.language));
    addObserver(below, report.author);
    below.push_back(codeItem(u"HAS CONCEPT MOD"_s, items::procedure, report.procedure));
    std::vector<Attributes> groups;
    for (const Measurement &measurement : report.measurements)
        groups.push_back(groupItem(measurement, report.author));
    Attributes all = container(u"CONTAINS"_s, items::measurements, {});
    if (!groups.empty())
        putItems(all, contentSequence, std::move(groups));
    below.push_back(std::move(all));
    putItems(object, contentSequence, std::move(below));
    return begun;
}

} // namespace consilium::objects
