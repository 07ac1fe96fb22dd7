#include "viewer/render2d/StatedValues.h"

#include "viewer/render2d/CodeWords.h"
#include "viewer/render2d/OverlayFormat.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <optional>

namespace consilium::render2d
{

using namespace Qt::StringLiterals;
using objects::Code;
using objects::StatedValue;
namespace codes = objects::codes;

namespace
{

// The collector of texts takes the context from here.
class Text
{
    Q_DECLARE_TR_FUNCTIONS(Overlay)
};

constexpr int mostLines = 8;

struct Unit {
    const char *ucum;
    const char16_t *text; ///< as figures have it
    double factor;        ///< to the unit of figures
    const char16_t *base; ///< that unit
};
// PS3.16 CID 7181, 7460, 7461; UCUM.
constexpr auto units = std::to_array<Unit>({{"mm", u"mm", 1.0, u"mm"},
                                            {"cm", u"cm", 10.0, u"mm"},
                                            {"m", u"m", 1000.0, u"mm"},
                                            {"mm2", u"mm\u00b2", 1.0, u"mm\u00b2"},
                                            {"cm2", u"cm\u00b2", 100.0, u"mm\u00b2"},
                                            {"deg", u"\u00b0", 1.0, u"\u00b0"},
                                            {"rad", u"rad", 180.0 / std::numbers::pi, u"\u00b0"},
                                            {"[hnsf'U]", u"HU", 1.0, u"HU"},
                                            {"{pixels}", u"px", 1.0, u"px"},
                                            {"{square pixels}", u"px\u00b2", 1.0, u"px\u00b2"},
                                            {"s", u"s", 1.0, u"s"},
                                            {"ms", u"ms", 0.001, u"s"},
                                            {"cm/s", u"cm/s", 1.0, u"cm/s"},
                                            {"m/s", u"m/s", 100.0, u"cm/s"},
                                            {"Bq/ml", u"Bq/ml", 1.0, u"Bq/ml"},
                                            {"kBq/ml", u"kBq/ml", 1000.0, u"Bq/ml"},
                                            {"g/ml{SUVbw}", u"g/ml", 1.0, u"g/ml"},
                                            {"{SUVbw}g/ml", u"g/ml", 1.0, u"g/ml"},
                                            {"g/ml{SUVlbm}", u"g/ml", 1.0, u"g/ml"},
                                            {"g/ml{SUVlbm(James128)}", u"g/ml", 1.0, u"g/ml"},
                                            {"g/ml{SUVlbm(Janma)}", u"g/ml", 1.0, u"g/ml"},
                                            {"cm2/ml{SUVbsa}", u"cm\u00b2/ml", 1.0, u"cm\u00b2/ml"},
                                            {"1", u"", 1.0, u""}});

const Unit *unitOf(const Code &code)
{
    const auto *const found = std::find_if(units.begin(), units.end(),
                                           [&](const Unit &unit) { return code.value == QLatin1String(unit.ucum); });
    return found == units.end() ? nullptr : found;
}

bool isAny(const Code &code, std::initializer_list<const Code *> concepts)
{
    return std::any_of(concepts.begin(), concepts.end(),
                       [&](const Code *other) { return objects::isSameConcept(code, *other); });
}

/// `suv`: the kind of the figures that are uptakes.
std::vector<Figure> figuresOfPixels(const StatedValue &stated, dicom::SuvKind suv)
{
    const bool isSuv = objects::isSameConcept(stated.name, objects::suvCodes(suv).name);
    const bool isOtherSuv =
        !isSuv && std::any_of(dicom::suvKinds.begin(), dicom::suvKinds.end(), [&](dicom::SuvKind kind) {
            return objects::isSameConcept(stated.name, objects::suvCodes(kind).name);
        });
    if (isOtherSuv)
        return {};
    if (isAny(stated.derivation, {&codes::mean}))
        return {isSuv ? Figure::SuvMean : Figure::Mean};
    if (isAny(stated.derivation, {&codes::standardDeviation}))
        return {Figure::Deviation};
    if (isAny(stated.derivation, {&codes::minimum}))
        return {Figure::Minimum};
    if (isAny(stated.derivation, {&codes::maximum}))
        return {isSuv ? Figure::SuvMaximum : Figure::Maximum};
    if (isSuv)
        return {Figure::Suv, Figure::SuvMean};
    return isAny(stated.name, {&codes::attenuation, &codes::pixelValue, &codes::mrSignal})
               ? std::vector{Figure::PixelValue, Figure::Mean}
               : std::vector<Figure>();
}

/// Which figures say the same thing; empty: none.
std::vector<Figure> figuresFor(const StatedValue &stated, dicom::SuvKind suv)
{
    static const Code areaOfThis{u"42798000"_s, u"SCT"_s, u"Area"_s};
    if (!stated.derivation.isEmpty())
        return figuresOfPixels(stated, suv);
    if (isAny(stated.name, {&codes::length, &codes::pathLength, &codes::diameter}))
        return {Figure::Length, Figure::FirstLength, Figure::SecondLength, Figure::Depth};
    if (isAny(stated.name, {&codes::longAxis}))
        return {Figure::LongAxis, Figure::ShortAxis, Figure::Length}; // whichever was drawn first
    if (isAny(stated.name, {&codes::shortAxis}))
        return {Figure::ShortAxis, Figure::LongAxis, Figure::Length};
    if (isAny(stated.name, {&codes::angle}))
        return {Figure::Angle};
    if (isAny(stated.name, {&codes::area, &areaOfThis}))
        return {Figure::Area};
    if (isAny(stated.name, {&codes::perimeter}))
        return {Figure::Perimeter};
    if (isAny(stated.name, {&codes::ratio}))
        return {Figure::Ratio};
    if (isAny(stated.name, {&codes::pixelCount}))
        return {Figure::Count};
    if (isAny(stated.name, {&codes::time}))
        return {Figure::Time};
    if (isAny(stated.name, {&codes::velocity}))
        return {Figure::Velocity};
    if (stated.name.scheme == codes::ownScheme && stated.name.value == "FEMURLENGTH"_L1)
        return {Figure::Femur};
    if (stated.name.scheme == codes::ownScheme && stated.name.value == "TIBIALENGTH"_L1)
        return {Figure::Tibia};
    if (stated.name.scheme == codes::ownScheme && stated.name.value == "LEGLENGTH"_L1)
        return {Figure::Leg};
    return figuresOfPixels(stated, suv);
}

/// Of a series that lies over the image.
std::vector<Figure> fusedFiguresFor(const StatedValue &stated)
{
    if (isAny(stated.derivation, {&codes::mean}))
        return {Figure::FusedMean};
    if (isAny(stated.derivation, {&codes::standardDeviation}))
        return {Figure::FusedDeviation};
    if (isAny(stated.derivation, {&codes::minimum}))
        return {Figure::FusedMinimum};
    if (isAny(stated.derivation, {&codes::maximum}))
        return {Figure::FusedMaximum};
    if (!stated.derivation.isEmpty())
        return {};
    return {isAny(stated.name, {&codes::pixelCount}) ? Figure::FusedCount : Figure::FusedValue};
}

/// As the view has it: there the kind of an uptake stands in the place of its unit. Another kind than the stated one
/// stays what it is, and is not the same.
MarkFigure inItsUnit(MarkFigure figure, const StatedValue &stated)
{
    for (const dicom::SuvKind kind : dicom::suvKinds)
        if (figure.unit == dicom::suvName(kind) && objects::isSameConcept(stated.name, objects::suvCodes(kind).name))
            figure.unit = dicom::suvUnit(kind);
    return figure;
}

bool isSame(const StatedValue &stated, const MarkFigure &figure)
{
    const Unit *const unit = unitOf(stated.unit);
    const bool isCount = figure.figure == Figure::Count || figure.figure == Figure::FusedCount;
    const QString base = unit ? QString::fromUtf16(unit->base) : QString();
    // A unit that nobody knows is the figure's own where its text is.
    const bool isSameUnit = isCount || (unit ? base == figure.unit : stated.unit.text() == figure.unit);
    const double factor = unit && !isCount ? unit->factor : 1.0;
    // A whole number is a rounded one only where one is fine enough to be measured in: "1 cm" is not 14 mm, an SUV of
    // "3" not 3.4.
    const bool isFine = base == u"mm" || base == u"mm\u00b2" || base == u"\u00b0" || base == u"HU" || isCount;
    const double most = std::max(isFine ? 0.5 : 0.0, 1e-3 * std::abs(stated.value * factor));
    return isSameUnit &&
           std::abs(stated.value * factor - figure.value) <= std::min(roundingOf(stated.value) * factor, most + 1e-9);
}

QString lineOf(const StatedValue &stated)
{
    const Unit *const unit = unitOf(stated.unit);
    QStringList name{stated.over.simplified().left(60), conceptText(stated.name.text().simplified().left(60)),
                     conceptText(stated.derivation.text().simplified().left(40))};
    name.removeAll(QString());
    QString value = QString::number(stated.value, 'g', 6);
    value.replace(u'-', QChar(0x2212));
    const QString unitText = unit ? QString::fromUtf16(unit->text) : stated.unit.text().simplified().left(20);
    if (!unitText.isEmpty())
        value += unitText == u"\u00b0"_s ? unitText : u' ' + unitText;
    //: %1: what was measured, %2: the value with its unit, as the file states them
    return Text::tr("in the file: %1 %2").arg(name.join(u", "_s), value);
}

} // namespace

double roundingOf(double stated)
{
    const QString written = QString::number(stated, 'g', 12);
    const qsizetype point = written.indexOf(u'.'), exponent = written.indexOf(u'e');
    int decimals = point < 0 ? 0 : int((exponent < 0 ? written.size() : exponent) - point - 1);
    if (exponent >= 0)
        decimals -= written.mid(exponent + 1).toInt();
    const double half = 0.5 * std::pow(10.0, -std::clamp(decimals, -3, 6));
    // A whole number may have been measured as one.
    return std::max(point < 0 && exponent < 0 ? 0.5 : half, std::abs(stated) * 1e-4) * (1.0 + 1e-9) + 1e-9;
}

bool isAsKept(const session::Annotation &mark, const objects::MarkOrigin &origin)
{
    constexpr double near = 1e-3; // mm, pixels: places are 32-bit numbers in objects
    return std::equal(mark.patientHandles.begin(), mark.patientHandles.end(), origin.places.begin(),
                      origin.places.end(), [](PatientPoint p, PatientPoint q) { return (p - q).length() < near; }) &&
           std::equal(mark.imageHandles.begin(), mark.imageHandles.end(), origin.points.begin(), origin.points.end(),
                      [](ImagePoint p, ImagePoint q) { return std::hypot(p.column - q.column, p.row - q.row) < near; });
}

QStringList statedLines(const session::Annotation &mark, const objects::MarkOrigin &origin,
                        const std::vector<MarkFigure> *figures, dicom::SuvKind suv)
{
    QStringList lines;
    if (!isAsKept(mark, origin))
        return lines;
    for (const StatedValue &stated : origin.stated) {
        const std::vector<Figure> candidates =
            stated.over.isEmpty() ? figuresFor(stated, suv) : fusedFiguresFor(stated);
        const bool isSaid =
            figures && std::any_of(figures->begin(), figures->end(), [&](const MarkFigure &figure) {
                return std::find(candidates.begin(), candidates.end(), figure.figure) != candidates.end() &&
                       isSame(stated, stated.over.isEmpty() ? figure : inItsUnit(figure, stated));
            });
        if (isSaid)
            continue;
        if (lines.size() == mostLines)
            return lines << u"…"_s;
        lines << lineOf(stated);
    }
    return lines;
}

} // namespace consilium::render2d
