#include "app/scenario/ScenarioProbe.h"

#include "app/scenario/ScenarioSegments.h"
#include "app/scenario/ScenarioSubjects.h"
#include "viewer/dicom/PlaceInStack.h"
#include "viewer/imaging/GreyRenderer.h"

#include <QJsonArray>

#include <cmath>

namespace consilium::app
{

using namespace Qt::StringLiterals;
namespace scenario = session::scenario;

namespace
{

struct Probe {
    int column = 0, row = 0;
    ScreenPoint place; ///< in the image area, logical pixels
};

Result<std::optional<Probe>> atPatient(const dicom::Instance &instance, const dicom::DataSet *stack,
                                       const imaging::ViewTransform &transform, const QString &text)
{
    const auto v = scenario::parseNumbers(text, 3);
    if (!v)
        return fail(ErrorCode::InvalidArgument, u"not a place: %1"_s.arg(text));
    const PatientPoint point{(*v)[0], (*v)[1], (*v)[2]};
    const auto image = instance.geometry.toImage(point);
    const auto mm = dicom::distanceFromPlaneMm(instance.geometry, point);
    if (!image || !mm || std::abs(*mm) > dicom::reachMm(instance, stack))
        return std::optional<Probe>();
    const ImagePoint centre{std::floor(image->column + 0.5), std::floor(image->row + 0.5)};
    return std::optional(Probe{int(centre.column), int(centre.row), transform.toScreen(centre)});
}

Result<std::optional<Probe>> locate(const widgets::ViewportWidget &viewport, const scenario::Options &options)
{
    const auto instance = viewport.instance();
    const auto transform = viewport.transform();
    if (!instance || !transform)
        return std::optional<Probe>();
    if (const auto text = options.find(u"patient"_s); text != options.end())
        return atPatient(*instance, viewport.shownInput().dataSet.get(), *transform, text->second);
    if (const auto text = options.find(u"at"_s); text != options.end()) {
        const QRect area = viewport.imageArea();
        const auto at = scenario::parsePlace(text->second, area.width(), area.height());
        if (!at)
            return fail(ErrorCode::InvalidArgument, u"not a place: %1"_s.arg(text->second));
        const ScreenPoint place{at->first, at->second};
        const ImagePoint image = transform->toImage(place);
        return std::optional(Probe{int(std::floor(image.column + 0.5)), int(std::floor(image.row + 0.5)), place});
    }
    const auto text = options.find(u"pixel"_s);
    const auto v = text == options.end() ? std::nullopt : scenario::parseNumbers(text->second, 2);
    if (!v)
        return fail(ErrorCode::InvalidArgument, u"a probe needs pixel=, patient= or at="_s);
    const ImagePoint image{(*v)[0], (*v)[1]};
    return std::optional(Probe{int(image.column), int(image.row), transform->toScreen(image)});
}

QJsonValue greyAt(const widgets::ViewportWidget &viewport, ScreenPoint place)
{
    const QImage image = viewport.imageOnly();
    const double ratio = image.devicePixelRatio();
    const QPoint at(int(std::floor(place.x * ratio)), int(std::floor(place.y * ratio)));
    if (!image.valid(at))
        return QJsonValue::Null;
    const QColor colour = image.pixelColor(at);
    if (colour.red() == colour.green() && colour.green() == colour.blue())
        return colour.red();
    return QJsonArray{colour.red(), colour.green(), colour.blue()};
}

QJsonValue stored(ScenarioHost &host, const widgets::ViewportWidget &viewport, const Probe &probe, bool asModality)
{
    const auto &slab = viewport.shownInput().slab;
    if (slab && slab->values) {
        const auto sample = viewport.sampleAt({double(probe.column), double(probe.row)});
        return asModality && sample && sample->value ? QJsonValue(*sample->value) : QJsonValue(QJsonValue::Null);
    }
    const dicom::Instance &instance = *viewport.instance();
    const auto frame = host.images().frame(pixels::keyOf(instance));
    if (!frame || frame->type == pixels::SampleType::Rgb8 || frame->reduction != 0)
        return QJsonValue::Null;
    if (!frame->isKnown(probe.row, probe.column)) // what fills a damaged frame is nobody's value
        return QJsonValue::Null;
    const double value = frame->value(probe.row, probe.column);
    if (std::isnan(value))
        return QJsonValue::Null;
    return asModality ? QJsonValue(imaging::modalityValue(instance.grey, value)) : QJsonValue(value);
}

/// Of the series that is laid over the image; null where it has no value there.
QJsonValue fused(const widgets::ViewportWidget &viewport, const Probe &probe, bool asUnit)
{
    const auto &fusion = viewport.shownInput().fusion;
    const auto value = fusion ? render2d::fusedValue(*fusion, probe.row, probe.column) : std::nullopt;
    if (!value || (asUnit && fusion->unit.isEmpty()))
        return QJsonValue::Null;
    return asUnit ? QJsonValue(fusion->unit) : QJsonValue(*value);
}

QJsonValue answer(ScenarioHost &host, const widgets::ViewportWidget &viewport, const QString &subject,
                  const Probe &probe)
{
    const auto instance = viewport.instance();
    const bool isInside = probe.column >= 0 && probe.row >= 0 && probe.column < instance->geometry.columns &&
                          probe.row < instance->geometry.rows;
    if (subject == u"probe.place"_s)
        return QJsonArray{probe.place.x, probe.place.y};
    if (subject == u"probe.grey"_s)
        return greyAt(viewport, probe.place);
    if (!isInside)
        return QJsonValue::Null;
    if (subject == u"probe.pixel"_s)
        return QJsonArray{probe.column, probe.row};
    if (subject == u"probe.segments"_s)
        return segmentsAt(viewport, probe.column, probe.row);
    if (subject == u"probe.fusion"_s || subject == u"probe.fusion-unit"_s)
        return fused(viewport, probe, subject == u"probe.fusion-unit"_s);
    if (subject == u"probe.unit"_s)
        return instance->grey.unitText.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(instance->grey.unitText);
    if (subject == u"probe.patient"_s) {
        const auto point = instance->geometry.toPatient({double(probe.column), double(probe.row)});
        return point ? QJsonValue(QJsonArray{point->x, point->y, point->z}) : QJsonValue(QJsonValue::Null);
    }
    return stored(host, viewport, probe, subject == u"probe.value"_s);
}

} // namespace

Result<QJsonValue> probeValue(ScenarioHost &host, const QString &subject, const scenario::Options &options)
{
    const auto named = options.find(u"view"_s);
    const auto found = viewportOf(host, ViewId(named == options.end() ? u"v1"_s : named->second));
    if (!found)
        return fail(found.error());
    const widgets::ViewportWidget *const viewport = *found;
    if (!viewport)
        return QJsonValue(QJsonValue::Null);
    const auto probe = locate(*viewport, options);
    if (!probe)
        return fail(probe.error());
    return *probe ? answer(host, *viewport, subject, **probe) : QJsonValue(QJsonValue::Null);
}

} // namespace consilium::app
