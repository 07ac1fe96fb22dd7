#include "app/scenario/ScenarioSegments.h"

#include "app/scenario/ScenarioImages.h"
#include "app/scenario/ScenarioSubjects.h"
#include "viewer/segments/EvenOdd.h"
#include "viewer/segments/StudySegments.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>

namespace consilium::app
{

using namespace Qt::StringLiterals;
namespace scenario = session::scenario;
using segments::Segmentation;

namespace
{

QString option(const scenario::Options &options, const QString &key, const QString &otherwise = {})
{
    const auto found = options.find(key);
    return found == options.end() ? otherwise : found->second;
}

QString labelOf(const render2d::SegmentLayer &layer)
{
    const segments::Segment *const segment = layer.object->find(layer.segment);
    return segment && !segment->label.isEmpty() ? segment->label : QString::number(layer.segment);
}

QJsonValue objectField(const Segmentation &object, const QString &field)
{
    if (field == u"kind"_s)
        return object.kind == Segmentation::Kind::Masks ? u"segmentation"_s : u"structures"_s;
    if (field == u"name"_s)
        return object.name();
    if (field == u"unreadable"_s)
        return object.unreadable;
    if (field == u"fraction"_s) {
        if (!object.isFractional())
            return QJsonValue::Null;
        return object.fraction == Segmentation::Fraction::Occupancy     ? u"occupancy"_s
               : object.fraction == Segmentation::Fraction::Probability ? u"probability"_s
                                                                        : u"unknown"_s;
    }
    QJsonArray numbers;
    for (const segments::Segment &segment : object.segments)
        numbers.append(segment.number);
    return numbers;
}

QJsonValue segmentField(const segments::Segment &segment, const QString &field)
{
    if (field == u"label"_s)
        return segment.label;
    if (field == u"category"_s)
        return segment.category.meaning;
    if (field == u"type"_s)
        return segment.type.meaning;
    if (field == u"colour"_s)
        return QJsonArray{segment.colour.red, segment.colour.green, segment.colour.blue};
    return segment.largestAt ? QJsonValue(QJsonArray{segment.largestAt->x, segment.largestAt->y, segment.largestAt->z})
                             : QJsonValue(QJsonValue::Null);
}

Result<QJsonValue> listed(ScenarioHost &host, const QString &subject, const StudyUid &study)
{
    const auto *const known = host.images().segments();
    if (subject == u"segmentations.missing"_s) {
        QJsonArray errors;
        for (const auto &missing : known->missing(study))
            errors.append(errorName(missing.error.code));
        return QJsonValue(errors);
    }
    QJsonArray uids;
    for (const auto &object : known->of(study))
        uids.append(object->sop.text());
    return subject == u"segmentations"_s ? QJsonValue(uids) : QJsonValue(int(uids.size()));
}

Result<QJsonValue> drawn(ScenarioHost &host, const ViewId &view)
{
    const auto viewport = viewportOf(host, view);
    if (!viewport)
        return fail(viewport.error());
    QJsonArray labels;
    for (const render2d::SegmentLayer &layer :
         *viewport ? (*viewport)->segments() : std::vector<render2d::SegmentLayer>())
        labels.append(labelOf(layer));
    return QJsonValue(labels);
}

} // namespace

std::optional<Result<QJsonValue>> segmentSubject(ScenarioHost &host, const QString &subject,
                                                 const scenario::Options &options)
{
    if (!subject.startsWith(u"segment"_s))
        return std::nullopt;
    const ViewId view(option(options, u"view"_s, u"v1"_s));
    if (subject == u"segments.drawn"_s)
        return drawn(host, view);
    const QString named = option(options, u"study"_s);
    const StudyUid study = named.isEmpty() ? ScenarioImages(host).lastStudy() : StudyUid(named);
    if (subject.startsWith(u"segmentations"_s))
        return listed(host, subject, study);
    const auto uid = ScenarioImages(host).segmentation(option(options, u"object"_s, u"1"_s), study);
    if (!uid)
        return fail(uid.error());
    const int number = option(options, u"segment"_s, u"1"_s).toInt();
    const QString field = subject.section(u'.', 1);
    const session::SegmentDisplay display = host.dispatcher().state().segmentation(view, *uid).of(number);
    if (subject == u"segment.visible"_s)
        return QJsonValue(display.visible);
    if (subject == u"segment.opacity"_s)
        return QJsonValue(display.opacity);
    const auto object = host.images().segments()->find(*uid);
    if (!object)
        return fail(ErrorCode::NotFound, u"there is no such segmentation"_s);
    if (subject.startsWith(u"segmentation."_s))
        return objectField(*object, field);
    const segments::Segment *const segment = object->find(number);
    if (!segment)
        return fail(ErrorCode::NotFound, u"there is no segment %1"_s.arg(number));
    return segmentField(*segment, field);
}

QJsonValue segmentsAt(const widgets::ViewportWidget &viewport, int column, int row)
{
    QJsonArray labels;
    for (const render2d::SegmentLayer &layer : viewport.segments()) {
        const int least = layer.object->isFractional() ? (layer.object->maximumFraction + 1) / 2 : 1;
        bool isIn = std::any_of(layer.masks.begin(), layer.masks.end(), [&](const segments::PlacedMask &mask) {
            const auto &m = mask.toMask;
            const int r = int(std::floor(m[3] * column + m[4] * row + m[5] + 0.5));
            const int c = int(std::floor(m[0] * column + m[1] * row + m[2] + 0.5));
            return mask.piece->at(r, c, layer.object->isFractional()) >= least;
        });
        segments::fillEvenOdd(layer.outline.closed, row + 1, column + 1, [&](int at, int first, int last) {
            isIn = isIn || (at == row && first <= column && last >= column);
        });
        if (isIn)
            labels.append(labelOf(layer));
    }
    return labels;
}

} // namespace consilium::app
