#include "tests/fuzz/FuzzInput.h"
#include "viewer/dicom/Documents.h"
#include "viewer/objects/KeyObjects.h"
#include "viewer/objects/Measurements.h"
#include "viewer/objects/Part10.h"
#include "viewer/objects/PresentationState.h"

#include <algorithm>
#include <cmath>

using namespace consilium;
using namespace consilium::objects;

namespace
{

std::optional<KnownImage> someImage(const SopInstanceUid &sop)
{
    return sop.text().size() % 3 == 0 ? std::nullopt : std::optional(KnownImage{2, 64, 64, {}, {}});
}

void checkFlaws(const Flaws &flaws)
{
    fuzz::require(flaws.count >= int(flaws.all.size()) && flaws.all.size() <= mostFlaws, "bounded flaws");
}

void checkPoints(const std::vector<ImagePoint> &points)
{
    fuzz::require(std::all_of(points.begin(), points.end(),
                              [](ImagePoint p) { return std::isfinite(p.column) && std::isfinite(p.row); }),
                  "places are numbers");
}

void checkReport(const MeasurementReport &report)
{
    checkFlaws(report.flaws);
    checkFlaws(flawsAgainst(report, someImage, {}));
    for (const Measurement &mark : report.measurements) {
        fuzz::require(!mark.trackingUid.isEmpty(), "a mark has a name of its own");
        for (const Shape &shape : mark.shapes) {
            fuzz::require(shape.points.empty() == shape.isInPatient(), "in an image or in the patient");
            fuzz::require(shape.isInPatient() || !shape.image.sop.isEmpty(), "a shape in an image names it");
            checkPoints(shape.points);
        }
        for (const Measured &measured : mark.values) {
            fuzz::require(!measured.value || std::isfinite(*measured.value), "a value is a number");
            for (const int from : measured.from)
                fuzz::require(from >= 0 && std::size_t(from) < mark.shapes.size(), "a value of a shape that is there");
        }
    }
}

void checkState(const PresentationState &state)
{
    checkFlaws(state.flaws);
    checkFlaws(flawsAgainst(state, someImage));
    fuzz::require(state.rotation >= 0 && state.rotation < 360 && state.rotation % 90 == 0, "quarter turns");
    for (const DisplayedArea &area : state.areas)
        fuzz::require(area.left <= area.right && area.top <= area.bottom, "an area");
    for (const Annotation &annotation : state.annotations) {
        for (const Graphic &graphic : annotation.graphics) {
            fuzz::require(graphic.points.empty() == graphic.isOfDisplay(), "in the image or in the display");
            checkPoints(graphic.points);
        }
        for (const TextNote &note : annotation.texts)
            fuzz::require(note.box || note.displayBox || note.anchor || note.displayAnchor, "a text has a place");
    }
}

/// What was read and can be written is read again as it is.
template<class Object, class Read, class Check>
void writeAgain(const Object &object, Read read, Check isSame)
{
    const auto attributes = attributesOf(object);
    const auto bytes = attributes ? part10Of(*attributes) : fail(attributes.error());
    if (!bytes)
        return;
    const auto again = dicom::readObject(*bytes);
    fuzz::require(again.has_value(), "what was written is read");
    const auto value = read(*again);
    fuzz::require(value && isSame(*value), "what was written is the same");
}

} // namespace

// Measurement reports, presentation states and key images of other programs; and those that can be written, written.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    const auto object = dicom::readObject(QByteArray(reinterpret_cast<const char *>(data), qsizetype(size)));
    if (!object)
        return 0;
    static_cast<void>(isMeasurementReport(*object));
    if (const auto report = readMeasurements(*object)) {
        checkReport(*report);
        writeAgain(*report, readMeasurements, [&](const MeasurementReport &again) {
            return again.measurements.size() <= report->measurements.size();
        });
    }
    if (const auto state = readPresentationState(*object)) {
        checkState(*state);
        writeAgain(*state, readPresentationState, [&](const PresentationState &again) {
            return again.annotations.size() == state->annotations.size() && again.areas.size() == state->areas.size();
        });
    }
    if (const auto keys = readKeyObjects(*object)) {
        checkFlaws(keys->flaws);
        checkFlaws(flawsAgainst(*keys, someImage));
        writeAgain(*keys, readKeyObjects,
                   [&](const KeyObjects &again) { return again.images.size() == keys->images.size(); });
    }
    return 0;
}
