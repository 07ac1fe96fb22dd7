#include "viewer/render2d/Overlay.h"

#include "viewer/render2d/OverlayFormat.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace consilium::render2d
{

using namespace Qt::StringLiterals;

namespace
{

// The collector of texts takes the context from here.
class Text
{
    Q_DECLARE_TR_FUNCTIONS(Overlay)
};

const QString separator = u" · "_s;

QString joined(const QString &a, const QString &b)
{
    return a.isEmpty() || b.isEmpty() ? a + b : a + separator + b;
}

/// The patient of the pixels that are shown, not of the study that was asked for: row 13 of the clinical rules.
QStringList patientLines(const OverlayInput &input)
{
    const dicom::PatientIdentity &patient = input.instance ? input.instance->patient : input.study.patient;
    if (!input.instance && input.study.uid.isEmpty() && patient.name.isEmpty() && patient.id.isEmpty())
        return {};
    QString name = patient.name.display().trimmed();
    if (name.isEmpty())
        name = Text::tr("No patient name");
    const QString second = joined(patient.id.trimmed(), sexAgeText(patient, input.study.date));
    return second.isEmpty() ? QStringList{name} : QStringList{name, second};
}

QStringList examLines(const OverlayInput &input)
{
    QString exam = input.study.description.trimmed();
    const QString modality = input.dataSet ? input.dataSet->header.modality.trimmed() : QString();
    const bool named =
        exam.compare(modality, Qt::CaseInsensitive) == 0 || exam.startsWith(modality + u' ', Qt::CaseInsensitive);
    if (!modality.isEmpty() && !named)
        exam = exam.isEmpty() ? modality : modality + u' ' + exam;
    const QString date = dateTimeText(input.study.date, input.study.time);
    QStringList lines;
    const QString first = exam.isEmpty() || date.isEmpty() ? exam + date : exam + u' ' + date;
    if (!first.isEmpty())
        lines << first;
    if (!input.study.institution.trimmed().isEmpty())
        lines << input.study.institution.trimmed();
    return lines;
}

/// "R MLO": side and view, in the letters of the file.
QString viewText(const OverlayInput &input)
{
    if (!input.instance)
        return {};
    const QString &side = input.instance->laterality, &view = input.instance->viewPosition;
    return side.isEmpty() || view.isEmpty() ? side + view : side + u' ' + view;
}

/// How many slices there are to page through. What else was announced and did not come, or was refused, is no slice of
/// the stack: bands say how many.
int stackSize(const OverlayInput &input)
{
    const int described = input.dataSet ? int(input.dataSet->slices.size()) : 0;
    return described > input.sliceIndex ? described : input.sliceCount;
}

/// "Slices 4–8 / 24 · I 34.0 – I 42.0 mm": from where to where a slab reaches.
QString slabRangeText(const OverlayInput &input)
{
    const auto &plan = input.slab->plan;
    QString slices;
    if (input.isSliceNumberKnown)
        slices = Text::tr("Slices %1–%2 / %3").arg(plan.first + 1).arg(plan.last + 1).arg(stackSize(input));
    const auto &stack = input.dataSet->slices;
    const QString from = slicePositionText(stack[std::size_t(plan.first)]->geometry);
    const QString to = slicePositionText(stack[std::size_t(plan.last)]->geometry);
    return joined(slices, from.isEmpty() ? to : from.chopped(3) + u" – "_s + to);
}

bool showsSlab(const OverlayInput &input)
{
    // One slice is drawn as it is; of several nothing is claimed before they were put together.
    return input.slab && !input.slab->isRefused() && (input.slab->values || input.slab->plan.count() == 1) &&
           input.dataSet && input.slab->plan.last < int(input.dataSet->slices.size());
}

QStringList seriesLines(const OverlayInput &input)
{
    QStringList lines;
    if (input.dataSet) {
        const auto &header = input.dataSet->header;
        QString name = header.description.trimmed();
        if (name.isEmpty() && header.number >= 0)
            name = Text::tr("Series %1").arg(header.number);
        // Where there is little room the end is left out.
        name = joined(input.standing.prior, joined(input.dataSet->part, name));
        if (!name.isEmpty())
            lines << name;
    }
    if (input.sliceIndex >= 0 && input.sliceCount > 0) {
        const bool isClip = input.instance && input.instance->pixels.frames > 1 && !input.instance->geometry.position;
        const QString words = isClip ? Text::tr("Frame %1 / %2") : Text::tr("Slice %1 / %2");
        const QString slice =
            input.isSliceNumberKnown ? words.arg(input.sliceIndex + 1).arg(stackSize(input)) : QString();
        const bool isSlab = showsSlab(input) && input.slab->plan.count() > 1;
        const QString place =
            isSlab ? slabRangeText(input)
                   : joined(slice, input.instance ? slicePositionText(input.instance->geometry) : QString());
        const QString line = joined(viewText(input), place);
        if (!line.isEmpty())
            lines << line;
    }
    return lines;
}

QString windowText(const session::Window &window)
{
    return u"W "_s + numberText(window.width) + u" L "_s + numberText(window.centre);
}

bool isGreyImage(const OverlayInput &input)
{
    return input.instance && input.instance->pixels.samplesPerPixel == 1 && !input.instance->pixels.palette &&
           (!input.frame || input.frame->type != pixels::SampleType::Rgb8);
}

/// A presentation state's table takes the place of the file's windows.
bool hasTable(const OverlayInput &input)
{
    return input.presentation.tables && input.presentation.tables->voi && input.presentation.fileTable == 0;
}

bool hasOutputTable(const OverlayInput &input)
{
    return input.presentation.tables && input.presentation.tables->presentation;
}

/// Of several tables of the file, which one this is.
QString lutText(const dicom::LookupTable &lut, const OverlayInput &input)
{
    const QString name = lut.explanation.trimmed();
    if (!name.isEmpty())
        return u"VOI LUT "_s + name;
    const int number = std::max(input.presentation.fileTable, 1);
    return input.instance->grey.voiLuts.size() > 1 && !hasTable(input) ? u"VOI LUT %1"_s.arg(number) : u"VOI LUT"_s;
}

QString greyText(const OverlayInput &input)
{
    if (!input.instance || input.instance->pixels.samplesPerPixel != 1)
        return {};
    QString text;
    if (input.frame && input.frame->type != pixels::SampleType::Rgb8) {
        const auto voi = imaging::effectiveVoi(input.instance->grey, input.presentation, *input.frame);
        if (voi.window)
            text = windowText(*voi.window);
        else if (voi.lut)
            text = lutText(*voi.lut, input);
    } else if (input.presentation.window) {
        text = windowText(*input.presentation.window);
    } else if (const auto chosen = imaging::chosenFileTable(input.instance->grey, input.presentation)) {
        text = lutText(*chosen, input);
    } else if (hasTable(input)) {
        text = u"VOI LUT"_s;
    } else if (!input.instance->grey.windows.empty()) { // what will be used when the frame is here
        text = windowText({input.instance->grey.windows.front().centre, input.instance->grey.windows.front().width});
    }
    // Of several windows of the file, which one this is.
    const auto &windows = input.instance->grey.windows;
    const auto &set = input.presentation.window;
    const bool isByFileTable = imaging::chosenFileTable(input.instance->grey, input.presentation) != nullptr;
    for (const auto &window : windows) {
        if (!set && (hasTable(input) || isByFileTable))
            break;
        const bool isThis = set ? set->centre == window.centre && set->width == window.width : &window == &windows[0];
        if (windows.size() > 1 && isThis && !window.explanation.trimmed().isEmpty()) {
            text = joined(text, window.explanation.trimmed());
            break;
        }
    }
    if (input.presentation.fileTable > 0 && !isByFileTable)
        text = joined(text, Text::tr("the file has no VOI LUT %1").arg(input.presentation.fileTable));
    return text;
}

QStringList processingLines(const OverlayInput &input)
{
    QStringList lines;
    if (showsSlab(input)) {
        const auto &plan = input.slab->plan;
        const QString line = Text::tr("%1 %2 mm, %n slice(s)", nullptr, plan.count())
                                 .arg(slabModeText(input.slab->mode), numberText(plan.thicknessMm(), 1));
        lines << (plan.hasGaps() ? joined(line, Text::tr("with gaps")) : line);
    }
    QString drawn;
    const auto &presentation = input.presentation;
    if (presentation.enhancement)
        drawn = enhancementText(*presentation.enhancement);
    if (presentation.enhancement && input.enhancement.isPending)
        drawn = Text::tr("%1: not yet, being computed").arg(drawn);
    if (presentation.colourMap != session::ColourMap::Grey)
        drawn = joined(drawn, colourMapText(presentation.colourMap));
    if (presentation.inverted)
        drawn = joined(drawn, Text::tr("inverted"));
    if (!isGreyImage(input)) // nothing of it is done to colours
        drawn.clear();
    if (!drawn.isEmpty())
        lines << drawn;
    if (input.fusion)
        lines << fusionText(*input.fusion);
    return lines;
}

/// The values at which the picture becomes quite black and quite white. PS3.3 C.11.2.1.2.1, C.11.2.1.3.2.
std::pair<double, double> windowEnds(const session::Window &window)
{
    if (window.function != session::VoiFunction::Linear)
        return {window.centre - window.width / 2.0, window.centre + window.width / 2.0};
    const double middle = window.centre - 0.5, reach = (window.width - 1.0) / 2.0;
    return {middle - reach, middle + reach};
}

/// The bar is that of the series laid over the image, which is in colours; the image under it has its window in words.
Legend fusionLegend(const ShownFusion &fusion)
{
    Legend legend;
    if (!fusion.isDrawn() || fusion.layer.map == session::ColourMap::Grey)
        return legend;
    const QString unit = fusion.unit.isEmpty() ? QString() : u' ' + fusion.unit;
    legend.map = fusion.layer.map;
    legend.name = colourMapText(legend.map);
    legend.low = numberText(fusion.layer.low) + unit;
    legend.high = numberText(fusion.layer.high) + unit;
    return legend;
}

/// Ends of the window in words; a sigmoid has none, so its are said to be about there.
Legend legendOf(const OverlayInput &input)
{
    if (input.fusion && input.presentation.colourMap == session::ColourMap::Grey)
        return fusionLegend(*input.fusion);
    Legend legend;
    if (!isGreyImage(input) || input.presentation.colourMap == session::ColourMap::Grey)
        return legend;
    legend.map = input.presentation.colourMap;
    legend.name = colourMapText(legend.map);
    legend.flipped = input.presentation.inverted != input.instance->grey.lowIsWhite;
    // An enhanced picture gives one value other colours in other places, and a table of P-values colours as it likes:
    // then no number belongs to a colour.
    if (input.presentation.enhancement || hasOutputTable(input))
        return legend;
    std::optional<session::Window> window = input.presentation.window;
    if (!window && input.frame)
        window = imaging::effectiveVoi(input.instance->grey, input.presentation, *input.frame).window;
    if (!window)
        return legend;
    const QString unit = input.instance->grey.unitText.isEmpty() ? QString() : u' ' + input.instance->grey.unitText;
    const QString about = window->function == session::VoiFunction::Sigmoid ? u"≈ "_s : QString();
    const auto [low, high] = windowEnds(*window);
    legend.low = about + numberText(low) + unit;
    legend.high = about + numberText(high) + unit;
    return legend;
}

/// "0.85×": device pixels an image column; and when lengths on this screen are those of the object.
QString zoomText(const OverlayInput &input, const imaging::ViewTransform &transform)
{
    const QString zoom = numberText(transform.magnification() * input.devicePixelRatio, 2) + u'×';
    constexpr double within = 0.005;
    const bool isTrue = input.screenMmPerPx && transform.unit() == session::SpanUnit::Millimetres &&
                        std::abs(transform.scale() * *input.screenMmPerPx - 1.0) < within;
    return isTrue ? joined(zoom, Text::tr("true size") + basisSuffix(input.instance->geometry.spacing.basis)) : zoom;
}

/// 1, 2 or 5 times a power of ten: the longest that takes at most a quarter of the viewport's shorter side.
double niceLengthMm(double mostMm)
{
    const double decade = std::pow(10.0, std::floor(std::log10(mostMm)));
    for (const double k : {5.0, 2.0, 1.0}) {
        if (k * decade <= mostMm * (1.0 + 1e-9))
            return k * decade;
    }
    return decade;
}

/// The one scale of what is seen of an image; None where there are several, or where a pixel is not square in it but on
/// the screen: a bar would hold in one direction only.
dicom::PixelSpacing scaleSeen(const OverlayInput &input, const imaging::ViewTransform &transform)
{
    const dicom::FrameGeometry &geometry = input.instance->geometry;
    if (input.calibration.spacing)
        return *input.calibration.spacing;
    if (geometry.spacing.isKnown() || !geometry.regions)
        return geometry.spacing;
    const auto edge = [](double at, int count) { return std::clamp(at, 0.0, double(count - 1)); };
    ImagePoint low{double(geometry.columns), double(geometry.rows)}, high{-1.0, -1.0};
    for (const double x : {0.0, transform.widthPx()}) {
        for (const double y : {0.0, transform.heightPx()}) {
            const ImagePoint p = transform.toImage({x, y});
            low = {std::min(low.column, edge(p.column, geometry.columns)),
                   std::min(low.row, edge(p.row, geometry.rows))};
            high = {std::max(high.column, edge(p.column, geometry.columns)),
                    std::max(high.row, edge(p.row, geometry.rows))};
        }
    }
    const dicom::PixelSpacing seen = geometry.spacingWithin(low, high);
    const double shown = geometry.aspectRowsToColumns;
    const bool isSquare = seen.isKnown() && std::abs(seen.betweenRowsMm / seen.betweenColumnsMm / shown - 1.0) < 1e-3;
    return isSquare ? seen : dicom::PixelSpacing();
}

void setScaleBar(OverlayText &text, const OverlayInput &input, const imaging::ViewTransform &transform)
{
    const dicom::PixelSpacing spacing = scaleSeen(input, transform);
    if (!spacing.isKnown())
        return;
    // Of an image without a spacing in its file the unit is a column; zoom knows nothing of a calibration by hand.
    const bool isInMm = transform.unit() == session::SpanUnit::Millimetres;
    const double mmPerUnit =
        spacing.betweenColumnsMm / (isInMm ? input.instance->geometry.spacing.betweenColumnsMm : 1.0);
    const double acrossMm = transform.effective().across * mmPerUnit;
    if (!(acrossMm > 0.0) || !std::isfinite(acrossMm) || !(transform.scale() > 0.0))
        return;
    const double mm = niceLengthMm(acrossMm * 0.25);
    const int decimals = mm >= 1.0 ? 0 : int(std::ceil(-std::log10(mm) - 1e-9));
    text.scaleBar = numberText(mm, decimals) + u" mm"_s + basisSuffix(spacing.basis);
    text.scaleBarPx = mm / mmPerUnit * transform.scale();
}

/// Head and feet as S and I, the letters that the position text uses too; DICOM itself writes H and F (PS3.3
/// C.7.6.1.1.1).
QString onScreen(QString letters)
{
    return letters.replace(u'H', u'S').replace(u'F', u'I');
}

} // namespace

bool OverlayText::operator==(const OverlayText &other) const
{
    const auto &a = letters, &b = other.letters;
    return topLeft == other.topLeft && topRight == other.topRight && bottomLeft == other.bottomLeft &&
           bottomRight == other.bottomRight && a.left == b.left && a.right == b.right && a.top == b.top &&
           a.bottom == b.bottom && scaleBar == other.scaleBar && scaleBarPx == other.scaleBarPx &&
           processing == other.processing && window == other.window && legend == other.legend && link == other.link &&
           play == other.play && identity == other.identity && date == other.date;
}

OverlayText overlayText(const OverlayInput &input, const imaging::ViewTransform *transform)
{
    OverlayText text;
    text.topLeft = patientLines(input);
    text.topRight = examLines(input);
    text.identity = input.standing.text;
    text.date = dateTimeText(input.study.date, {});
    text.bottomLeft = seriesLines(input);
    text.processing = processingLines(input);
    text.bottomRight = text.processing;
    text.window = greyText(input);
    text.legend = legendOf(input);
    if (!text.window.isEmpty())
        text.bottomRight << text.window;
    if (isGreyImage(input) && hasOutputTable(input))
        text.bottomRight << Text::tr("Presentation LUT");
    if (input.instance && (input.instance->shutter || input.presentation.shutter))
        text.bottomRight << Text::tr("shutter");
    if (transform && input.instance) {
        text.bottomRight << zoomText(input, *transform);
        const auto letters = transform->edgeLetters();
        text.letters = {onScreen(letters.left), onScreen(letters.right), onScreen(letters.top),
                        onScreen(letters.bottom)};
        setScaleBar(text, input, *transform);
    }
    return text;
}

OverlayText essentialOnly(const OverlayText &text)
{
    OverlayText kept;
    kept.topLeft = text.topLeft.mid(0, 1);
    kept.identity = text.identity;
    kept.date = text.date;
    kept.letters = text.letters;
    kept.link = text.link;
    kept.processing = kept.bottomRight = text.processing;
    kept.legend = text.legend;
    return kept;
}

} // namespace consilium::render2d
