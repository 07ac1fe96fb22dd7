#include "viewer/dicom/Suv.h"
#include "viewer/imaging/Measure.h"
#include "viewer/render2d/FusedValues.h"
#include "viewer/render2d/MarkContent.h"
#include "viewer/render2d/OverlayFormat.h"
#include "viewer/render2d/Sample.h"
#include "viewer/session/Validation.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace consilium::render2d
{

using namespace Qt::StringLiterals;
using Kind = session::AnnotationKind;

namespace
{

// The collector of texts takes the context from here.
class Text
{
    Q_DECLARE_TR_FUNCTIONS(Overlay)
};

/// Collects what one mark says.
class Writer
{
public:
    explicit Writer(const MarkSpace &space) : m_space(space) {}
    [[nodiscard]] QString unit() const { return m_space.isMm ? u"mm"_s : u"px"_s; }
    [[nodiscard]] QString basis() const { return m_space.isMm ? basisSuffix(m_space.basis) : QString(); }
    [[nodiscard]] QString lengthText(double length) const { return numberText(length, 1) + u' ' + unit() + basis(); }
    [[nodiscard]] imaging::Line line(std::size_t from) const
    {
        return {m_space.points[from], m_space.points[from + 1]};
    }

    void length(Figure figure, double value) { add(figure, value, unit()); }
    /// Absent where it is not known.
    void number(Figure figure, std::optional<double> value, const QString &of)
    {
        if (value)
            add(figure, *value, of);
    }
    /// The angle with its sign of degrees, or that there is none.
    [[nodiscard]] QString angle(std::optional<double> degrees)
    {
        if (!m_space.hasAngles)
            return Text::tr("no angle: the axes have no common unit here");
        if (!degrees)
            return u"—"_s;
        add(Figure::Angle, *degrees, u"°"_s);
        return numberText(*degrees, 1) + u'°';
    }
    void say(const QString &text) { m_values.lines << text; }
    [[nodiscard]] MarkValues take() { return std::move(m_values); }

private:
    void add(Figure figure, double value, const QString &of)
    {
        if (std::isfinite(value))
            m_values.figures.push_back({figure, value, of});
    }
    const MarkSpace &m_space;
    MarkValues m_values;
};

dicom::SuvKind shownSuv(const OverlayInput &input)
{
    return suvKindOf(input.presentation.suv);
}

/// Its factor where the image is one of PET; null elsewhere.
const dicom::SuvFactor *suvOf(const OverlayInput &input)
{
    return input.instance->suv ? &input.instance->suv->of(shownSuv(input)) : nullptr;
}

/// Why there is none of the kind that is shown; empty: there is one.
QString noSuvText(const OverlayInput &input, const dicom::SuvFactor &suv)
{
    const QString reason = dicom::suvRefusalText(suv.refusal);
    if (reason.isEmpty())
        return {};
    // Of another kind there may be one: the reader must see which is missing.
    const auto kind = shownSuv(input);
    return kind == dicom::SuvKind::BodyWeight ? Text::tr("no SUV: %1").arg(reason)
                                              : Text::tr("no %1: %2").arg(dicom::suvName(kind), reason);
}

/// The speed at a place of a Doppler strip, by the file's own baseline and direction; nullopt elsewhere.
std::optional<double> speedAt(const dicom::FrameGeometry &geometry, ImagePoint at)
{
    using Unit = dicom::RegionAxis::Unit;
    const dicom::UltrasoundRegion *const region = geometry.regionBetween(at, at);
    if (!region)
        return std::nullopt;
    if (region->down.unit == Unit::CmPerSecond)
        return region->down.valueAt(at.row);
    return region->across.unit == Unit::CmPerSecond ? region->across.valueAt(at.column) : std::nullopt;
}

MarkValues probeValues(const session::Annotation &mark, const OverlayInput &input, ImagePoint at)
{
    MarkValues values;
    values.isComputed = false;
    const auto sample = sampleAt(*input.instance, input.frame.get(), at); // of a slab, too, what its own image says
    if (!sample)
        return values;
    values.lines << sampleText(*sample);
    const dicom::SuvFactor *const suv = sample->value ? suvOf(input) : nullptr;
    const QString noSuv = suv ? noSuvText(input, *suv) : QString();
    const bool hasSuv = suv && noSuv.isEmpty();
    const auto kind = shownSuv(input);
    if (hasSuv)
        values.lines << dicom::suvName(kind) + u' ' + numberText(*sample->value * suv->factor, 2) + u' ' +
                            dicom::suvUnit(kind);
    else if (suv)
        values.lines << noSuv;
    addFusedValue(values, input, *sample);
    // The mark's own coordinates are the truth; the image's are computed from them.
    const auto patient = mark.patientHandles.empty() ? sample->patient : std::optional(mark.patientHandles.front());
    values.lines << (patient ? patientPointText(*patient) : u"(%1, %2)"_s.arg(sample->column).arg(sample->row));
    const auto speed = speedAt(input.instance->geometry, at);
    if (speed && std::isfinite(*speed))
        values.lines.insert(1, u"v "_s + numberText(*speed, 1) + u" cm/s"_s);
    if (sample->value)
        values.figures.push_back({Figure::PixelValue, *sample->value, sample->unit});
    if (speed && std::isfinite(*speed))
        values.figures.push_back({Figure::Velocity, *speed, u"cm/s"_s});
    if (hasSuv)
        values.figures.push_back({Figure::Suv, *sample->value * suv->factor, dicom::suvUnit(kind)});
    return values;
}

/// How far it is in one direction of an ultrasound strip; empty where that has no unit.
QString axisText(Writer &writer, dicom::RegionAxis axis, double pixels)
{
    using Unit = dicom::RegionAxis::Unit;
    const double value = std::abs(pixels) * axis.perPixel;
    switch (axis.unit) {
    case Unit::None:
        break;
    case Unit::Seconds:
        writer.number(Figure::Time, value, u"s"_s);
        return u"Δt "_s + numberText(value, 3) + u" s"_s;
    case Unit::CmPerSecond:
        writer.number(Figure::Velocity, value, u"cm/s"_s);
        return u"Δv "_s + numberText(value, 1) + u" cm/s"_s;
    case Unit::Millimetres:
        writer.number(Figure::Depth, value, u"mm"_s);
        return numberText(value, 1) + u" mm"_s;
    }
    return {};
}

/// In an M-mode or Doppler strip or a curve each direction has a unit of its own: how far the two ends are apart in
/// each, and no length. nullopt elsewhere.
std::optional<MarkValues> stripValues(const dicom::FrameGeometry &geometry, const MarkSpace &space,
                                      const std::vector<ImagePoint> &ends)
{
    const dicom::UltrasoundRegion *const region = geometry.regionBetween(ends[0], ends[1]);
    if (!region || region->spacing.isKnown())
        return std::nullopt;
    Writer writer(space);
    QStringList texts{axisText(writer, region->across, ends[1].column - ends[0].column),
                      axisText(writer, region->down, ends[1].row - ends[0].row)};
    texts.removeAll(QString());
    if (texts.isEmpty())
        return std::nullopt;
    writer.say(texts.join(u" · "_s));
    return writer.take();
}

enum class RegionDoubt { None, Across, NoScale };

/// Whether all places of a mark lie in one part of an ultrasound image with one scale. PS3.3 C.8.5.5.
RegionDoubt regionDoubt(const dicom::FrameGeometry &geometry, const MarkSpace &space,
                        const std::vector<ImagePoint> &places)
{
    if (!geometry.regions || space.isMm)
        return RegionDoubt::None;
    bool isAnyInside = false, isOne = true;
    for (const ImagePoint &place : places) {
        isAnyInside = isAnyInside || geometry.regionBetween(place, place);
        isOne = isOne && geometry.regionBetween(places.front(), place);
    }
    return isAnyInside && !isOne ? RegionDoubt::Across : RegionDoubt::NoScale;
}

bool isOfLengths(Kind kind)
{
    switch (kind) {
    case Kind::Length:
    case Kind::Ruler:
    case Kind::Polyline:
    case Kind::Bidirectional:
    case Kind::CardiothoracicRatio:
    case Kind::LinePair:
    case Kind::LegAxis:
        return true;
    default:
        return false;
    }
}

MarkValues pathValues(const MarkSpace &space)
{
    Writer writer(space);
    const double length = imaging::pathLength(space.points);
    writer.length(Figure::Length, length);
    writer.say(writer.lengthText(length));
    return writer.take();
}

MarkValues angleValues(Kind kind, const MarkSpace &space)
{
    Writer writer(space);
    if (kind == Kind::Angle) {
        writer.say(writer.angle(imaging::angleAt(space.points[0], space.points[1], space.points[2])));
    } else if (kind == Kind::Cobb) {
        const QString angle = writer.angle(imaging::cobbAngle(writer.line(0), writer.line(2)));
        writer.say(space.hasAngles ? Text::tr("Cobb %1").arg(angle) : angle);
    } else {
        const auto angle = imaging::angleBetween(writer.line(0).direction(), writer.line(2).direction());
        QString text = writer.angle(angle);
        if (angle && space.hasAngles) // which of the two is meant only the reader knows
            text += u" (%1°)"_s.arg(numberText(180.0 - *angle, 1));
        writer.say(text);
    }
    return writer.take();
}

MarkValues bidirectionalValues(const MarkSpace &space)
{
    Writer writer(space);
    const double first = writer.line(0).length(), second = writer.line(2).length();
    writer.length(Figure::LongAxis, std::max(first, second));
    writer.length(Figure::ShortAxis, std::min(first, second));
    writer.say(numberText(std::max(first, second), 1) + u" × "_s + writer.lengthText(std::min(first, second)));
    return writer.take();
}

MarkValues pairValues(Kind kind, const MarkSpace &space)
{
    Writer writer(space);
    const double first = writer.line(0).length(), second = writer.line(2).length();
    const auto ratio = imaging::ratioOf(first, second);
    const QString ratioText = ratio ? numberText(*ratio, 2) : u"—"_s;
    const QString lengths = numberText(first, 1) + u" / "_s + writer.lengthText(second);
    writer.number(Figure::Ratio, ratio, QString());
    writer.length(Figure::FirstLength, first);
    writer.length(Figure::SecondLength, second);
    if (kind == Kind::CardiothoracicRatio) {
        writer.say(Text::tr("CTR %1").arg(ratioText));
        writer.say(lengths);
        return writer.take();
    }
    writer.say(lengths);
    const QString angle = writer.angle(imaging::acuteAngle(writer.line(0), writer.line(2)));
    writer.say(Text::tr("ratio %1").arg(ratioText) + u" · "_s + angle);
    return writer.take();
}

MarkValues legValues(const MarkSpace &space)
{
    Writer writer(space);
    const auto &p = space.points;
    const double femur = (p[1] - p[0]).length(), tibia = (p[2] - p[1]).length(), leg = (p[2] - p[0]).length();
    const QString angle = writer.angle(imaging::angleAt(p[0], p[1], p[2]));
    writer.say(space.hasAngles ? Text::tr("HKA %1").arg(angle) : angle);
    writer.length(Figure::Femur, femur);
    writer.length(Figure::Tibia, tibia);
    writer.length(Figure::Leg, leg);
    writer.say(Text::tr("femur %1 · tibia %2 · leg %3")
                   .arg(numberText(femur, 1), numberText(tibia, 1), writer.lengthText(leg)));
    return writer.take();
}

/// The line that an image is calibrated by: what a person has said of it, how many columns of the image that is, and
/// what the file says of the same line, so that a slip of the hand is seen.
MarkValues calibrationValues(const session::Annotation &mark, const OverlayInput &input, const MarkContent &content)
{
    const dicom::FrameGeometry &geometry = input.instance->geometry;
    const double columns = imaging::lengthInColumns(geometry, content.handles[0], content.handles[1]);
    const QString px = numberText(columns, 1) + u" px"_s;
    MarkValues values;
    values.isComputed = false;
    const auto known = session::knownLengthMm(mark.text);
    if (!known) { // while it is drawn
        values.lines << px;
        return values;
    }
    values.figures.push_back({Figure::Length, *known, u"mm"_s});
    values.lines << numberText(*known, 1) + u" mm"_s + basisSuffix(dicom::SpacingBasis::ByHand) + u" = "_s + px;
    if (geometry.spacing.isKnown())
        values.lines << Text::tr("by the file %1")
                            .arg(numberText(columns * geometry.spacing.betweenColumnsMm, 1) + u" mm"_s +
                                 basisSuffix(geometry.spacing.basis));
    if (columns < imaging::leastCalibrationPx)
        values.lines
            << Text::tr("too short to calibrate by: %1 px at least").arg(numberText(imaging::leastCalibrationPx, 0));
    else if (imaging::calibrationHindrance(geometry) != imaging::CalibrationHindrance::None)
        values.lines << Text::tr("this image has a scale of its own: the line calibrates nothing");
    else if (input.calibration.lines > 1 && !input.calibration.spacing)
        values.lines << Text::tr("contradicts another calibration of this image: neither holds");
    return values;
}

/// Of values that are means: one decimal at least, more where the values are small.
QString meanText(double value)
{
    return std::abs(value) >= 10.0 ? numberText(value, 1) : numberText(value);
}

QString withUnit(const QString &text, const QString &unit)
{
    return unit.isEmpty() ? text : text + u' ' + unit;
}

/// What the pixels say, or why they say nothing.
void writeStatistics(Writer &writer, const imaging::RoiStatistics &statistics, const QString &unit, bool hasPixels)
{
    writer.number(Figure::Mean, statistics.mean, unit);
    writer.number(Figure::Deviation, statistics.deviation, unit);
    writer.number(Figure::Minimum, statistics.minimum, unit);
    writer.number(Figure::Maximum, statistics.maximum, unit);
    writer.number(Figure::Sum, statistics.sum, unit);
    if (statistics.mean && statistics.deviation && statistics.minimum && statistics.maximum) {
        writer.say(Text::tr("mean %1 · SD %2")
                       .arg(withUnit(meanText(*statistics.mean), unit), meanText(*statistics.deviation)));
        writer.say(Text::tr("min %1 · max %2")
                       .arg(numberText(*statistics.minimum), withUnit(numberText(*statistics.maximum), unit)));
    } else if (!hasPixels) {
        writer.say(u"—"_s);
    } else if (!statistics.isColour) {
        writer.say(statistics.leftOut > 0 ? Text::tr("no pixel with a value")
                                          : Text::tr("no centre of a pixel lies inside"));
    }
}

void writeSuv(Writer &writer, const imaging::RoiStatistics &statistics, const OverlayInput &input)
{
    const dicom::SuvFactor *const suv = suvOf(input);
    if (!suv || !statistics.mean || !statistics.maximum)
        return;
    if (const QString why = noSuvText(input, *suv); !why.isEmpty()) {
        writer.say(why);
        return;
    }
    const auto kind = shownSuv(input);
    const double mean = *statistics.mean * suv->factor, most = *statistics.maximum * suv->factor;
    const QString unit = dicom::suvUnit(kind);
    writer.number(Figure::SuvMean, mean, unit);
    writer.number(Figure::SuvMaximum, most, unit);
    writer.say(Text::tr("%1 mean %2 · max %3")
                   .arg(dicom::suvName(kind), numberText(mean, 2), numberText(most, 2) + u' ' + unit));
}

/// Area with how many pixels it was read from, and which were not; how long its border is.
void writeSize(Writer &writer, const imaging::RoiStatistics &statistics, const MarkSpace &space,
               const imaging::Region &region)
{
    const auto area = imaging::regionArea(region, space.scale);
    constexpr double large = 1000.0;
    QString text =
        area ? numberText(*area, *area < large ? 1 : 0) + u' ' + writer.unit() + u'²' + writer.basis() : u"—"_s;
    if (statistics.count > 0)
        text += u" · "_s + Text::tr("%n pixels", nullptr, int(statistics.count));
    const auto perimeter = imaging::regionPerimeter(region, space.scale);
    if (perimeter)
        text += u" · "_s + Text::tr("perimeter %1").arg(numberText(*perimeter, 1) + u' ' + writer.unit());
    writer.say(text);
    writer.number(Figure::Area, area, writer.unit() + u'²');
    writer.number(Figure::Perimeter, perimeter, writer.unit());
    if (statistics.isColour)
        return;
    writer.number(Figure::Count, double(statistics.count), QString());
    writer.number(Figure::LeftOut, double(statistics.leftOut), QString());
    if (statistics.outside)
        writer.number(Figure::Outside, double(*statistics.outside), QString());
    if (statistics.count > 0 && statistics.leftOut > 0)
        writer.say(Text::tr("%n pixels without a value left out", nullptr, int(statistics.leftOut)));
    if (!statistics.outside || *statistics.outside > 0)
        writer.say(Text::tr("reaches beyond the image"));
}

} // namespace

MarkValues regionValues(const imaging::Region &region, const OverlayInput &input, const MarkSpace &space)
{
    const dicom::Instance &instance = *input.instance;
    const auto &geometry = instance.geometry;
    const auto *const frame = input.frame.get();
    const auto statistics = imaging::statisticsOf(region, instance, frame);
    const bool hasPixels =
        frame && frame->reduction == 0 && frame->rows == geometry.rows && frame->columns == geometry.columns;
    Writer writer(space);
    writeStatistics(writer, statistics, instance.grey.unitText, hasPixels);
    writeSuv(writer, statistics, input);
    writeSize(writer, statistics, space, region);
    MarkValues values = writer.take();
    addFusedStatistics(values, region, input);
    return values;
}

namespace
{

MarkValues kindValues(const session::Annotation &mark, const OverlayInput &input, const MarkSpace &space,
                      const MarkContent &content)
{
    switch (mark.kind) {
    case Kind::Probe:
        return probeValues(mark, input, content.handles.front());
    case Kind::Arrow:
    case Kind::Text:
    case Kind::KeyImage:
        break;
    case Kind::Length:
    case Kind::Ruler:
        if (auto strip = stripValues(input.instance->geometry, space, content.handles))
            return std::move(*strip);
        return pathValues(space);
    case Kind::Polyline:
        return pathValues(space);
    case Kind::Angle:
    case Kind::Cobb:
    case Kind::OpenAngle:
        return angleValues(mark.kind, space);
    case Kind::Bidirectional:
        return bidirectionalValues(space);
    case Kind::CardiothoracicRatio:
    case Kind::LinePair:
        return pairValues(mark.kind, space);
    case Kind::LegAxis:
        return legValues(space);
    case Kind::Calibration:
        return calibrationValues(mark, input, content);
    case Kind::Ellipse:
    case Kind::Rectangle:
    case Kind::Polygon:
    case Kind::Freehand:
    case Kind::PointRoi:
        if (content.region)
            return regionValues(*content.region, input, space);
        break;
    }
    return {{mark.text}, {}, false};
}

} // namespace

dicom::SuvKind suvKindOf(session::Suv suv)
{
    switch (suv) {
    case session::Suv::BodyWeight:
        break;
    case session::Suv::LeanJames:
        return dicom::SuvKind::LeanJames;
    case session::Suv::LeanJanmahasatian:
        return dicom::SuvKind::LeanJanmahasatian;
    case session::Suv::BodySurface:
        return dicom::SuvKind::BodySurface;
    }
    return dicom::SuvKind::BodyWeight;
}

MarkValues valuesOf(const session::Annotation &mark, const OverlayInput &input, const MarkSpace &space,
                    const MarkContent &content)
{
    const dicom::FrameGeometry &geometry = input.instance->geometry;
    const auto doubt = isOfLengths(mark.kind) ? regionDoubt(geometry, space, content.handles) : RegionDoubt::None;
    // Pixels of two parts have no size in common: their sum would be a number without any meaning.
    if (doubt == RegionDoubt::Across)
        return {{Text::tr("no length: it leaves the region of the ultrasound image that it begins in")}, {}, false};
    MarkValues values = kindValues(mark, input, space, content);
    const bool isInPixels = std::any_of(values.figures.begin(), values.figures.end(),
                                        [](const MarkFigure &figure) { return figure.unit == u"px"; });
    if (doubt == RegionDoubt::NoScale && isInPixels)
        values.lines << Text::tr("no mm: this part of the ultrasound image gives no scale");
    return values;
}

} // namespace consilium::render2d
