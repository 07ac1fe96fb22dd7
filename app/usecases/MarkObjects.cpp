#include "app/usecases/MarkObjects.h"

#include "viewer/dicom/Suv.h"
#include "viewer/imaging/GreyChain.h"
#include "viewer/imaging/GreyRenderer.h"
#include "viewer/imaging/OwnPresentation.h"
#include "viewer/objects/StudyObjects.h"
#include "viewer/objects/Uid.h"
#include "viewer/render2d/MarkContent.h"
#include "viewer/render2d/OverlayFormat.h"
#include "viewer/widgets/ShownImage.h"

#include <QUuid>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

using namespace Qt::StringLiterals;

namespace consilium::app
{

namespace
{

using objects::Code;
using objects::Measured;
using objects::Shape;
using objects::ShapeType;
using render2d::Figure;
using render2d::MarkFigure;
using Kind = session::AnnotationKind;
namespace codes = objects::codes;

Code ownCode(const char *value, const char *meaning)
{
    return {QString::fromLatin1(value), codes::ownScheme, QString::fromLatin1(meaning)};
}

Code unitOf(const QString &unit)
{
    static const std::vector<std::pair<QString, Code>> known = {{u"mm"_s, codes::millimetre},
                                                                {u"mm²"_s, codes::squareMillimetre},
                                                                {u"px"_s, codes::pixels},
                                                                {u"px²"_s, codes::squarePixels},
                                                                {u"°"_s, codes::degree},
                                                                {u"HU"_s, codes::hounsfield},
                                                                {u"s"_s, codes::second},
                                                                {u"cm/s"_s, codes::centimetrePerSecond},
                                                                {u"BQML"_s, codes::becquerelPerMl},
                                                                {u"Bq/ml"_s, codes::becquerelPerMl},
                                                                {u"Bq/mL"_s, codes::becquerelPerMl},
                                                                {u""_s, codes::noUnit}};
    for (const auto &[text, code] : known)
        if (unit == text)
            return code;
    QString plain;
    for (const QChar c : unit)
        if (c.unicode() > 0x20 && c.unicode() < 0x7f && c != u'{' && c != u'}' && c != u'\\')
            plain += c;
    constexpr int longest = 14; // a Code Value has 16 characters
    return plain.isEmpty() ? codes::noUnit : Code{u'{' + plain.left(longest) + u'}', u"UCUM"_s, unit};
}

Code pixelQuantity(const DescribedMark &mark)
{
    return mark.image->grey.unit == ValueUnit::Hounsfield ? codes::attenuation : codes::pixelValue;
}

/// Which of the two lines of a bidirectional is the long axis.
int longLine(const DescribedMark &mark)
{
    const auto length = [&](std::size_t from) {
        return std::hypot((mark.handles[from + 1].column - mark.handles[from].column) * mark.scale.perColumn,
                          (mark.handles[from + 1].row - mark.handles[from].row) * mark.scale.perRow);
    };
    return length(0) >= length(2) ? 0 : 1;
}

/// Of figures that pixels say; nullopt: another figure.
std::optional<Measured> pixelMeasured(const MarkFigure &figure, const DescribedMark &mark)
{
    const auto ofPixels = [&](const Code &derivation) {
        return Measured{pixelQuantity(mark), figure.value, unitOf(figure.unit), derivation, {}, {}};
    };
    const auto suv = [&](const Code &derivation) {
        const objects::SuvCodes kind = objects::suvCodes(mark.suv);
        return Measured{kind.name, figure.value, kind.unit, derivation, {}, {}};
    };
    switch (figure.figure) {
    case Figure::PixelValue:
        return ofPixels({});
    case Figure::Mean:
        return ofPixels(codes::mean);
    case Figure::Deviation:
        return ofPixels(codes::standardDeviation);
    case Figure::Minimum:
        return ofPixels(codes::minimum);
    case Figure::Maximum:
        return ofPixels(codes::maximum);
    case Figure::Count:
        return Measured{codes::pixelCount, figure.value, codes::pixels, {}, {}, {}};
    case Figure::Suv:
        return suv({});
    case Figure::SuvMean:
        return suv(codes::mean);
    case Figure::SuvMaximum:
        return suv(codes::maximum);
    default:
        return std::nullopt;
    }
}

/// What is written of a figure; nullopt: nothing (it follows from the others, or counts what was left out).
std::optional<Measured> measuredOf(const MarkFigure &figure, const DescribedMark &mark, bool hasTwoLines)
{
    const auto plain = [&](const Code &name, std::vector<int> from = {}) {
        return Measured{name, figure.value, unitOf(figure.unit), {}, {}, std::move(from)};
    };
    const std::vector<int> both = hasTwoLines ? std::vector{0, 1} : std::vector{0};
    switch (figure.figure) {
    case Figure::Length:
        return plain(mark.mark.kind == Kind::Polyline ? codes::pathLength : codes::length, {0});
    case Figure::LongAxis:
        return plain(codes::longAxis, {longLine(mark)});
    case Figure::ShortAxis:
        return plain(codes::shortAxis, {1 - longLine(mark)});
    case Figure::Angle:
        return plain(codes::angle, both);
    case Figure::Ratio:
        return plain(codes::ratio, both);
    case Figure::FirstLength:
    case Figure::Depth:
        return plain(codes::length, {0});
    case Figure::SecondLength:
        return plain(codes::length, {1});
    case Figure::Femur:
        return plain(ownCode("FEMURLENGTH", "Length of the femur"), {0});
    case Figure::Tibia:
        return plain(ownCode("TIBIALENGTH", "Length of the tibia"), {0});
    case Figure::Leg:
        return plain(ownCode("LEGLENGTH", "Length of the leg"), {0});
    case Figure::Area:
        return plain(codes::area);
    case Figure::Perimeter:
        return plain(codes::perimeter);
    case Figure::Time:
        return plain(codes::time, {0});
    case Figure::Velocity:
        return plain(codes::velocity, {0});
    default:
        return pixelMeasured(figure, mark);
    }
}

/// Places of a shape, in the image or in the patient.
Shape shapeOf(const DescribedMark &mark, ShapeType type, const std::vector<std::size_t> &handles)
{
    Shape shape;
    shape.type = type;
    if (mark.isInPlane)
        shape.image = referenceTo(*mark.image);
    else
        shape.frameOfReference =
            mark.mark.frameOfReference.isEmpty() ? mark.image->geometry.frameOfReference : mark.mark.frameOfReference;
    for (const std::size_t i : handles) {
        if (mark.isInPlane)
            shape.points.push_back(mark.handles[i]);
        else
            shape.places.push_back(mark.mark.patientHandles[i]);
    }
    return shape;
}

Shape allHandles(const DescribedMark &mark, ShapeType type)
{
    std::vector<std::size_t> all(mark.handles.size());
    for (std::size_t i = 0; i < all.size(); ++i)
        all[i] = i;
    return shapeOf(mark, type, all);
}

Shape regionShape(const DescribedMark &mark)
{
    Shape shape;
    shape.image = referenceTo(*mark.image);
    if (const auto *polygon = std::get_if<imaging::PolygonRegion>(&*mark.region)) {
        shape.type = ShapeType::Polygon;
        shape.points = polygon->corners;
        return shape;
    }
    const auto &ellipse = std::get<imaging::EllipseRegion>(*mark.region);
    // A circle in the patient is one in the image only where rows and columns are equally far apart.
    if (mark.mark.kind == Kind::PointRoi && mark.scale.perColumn == mark.scale.perRow) {
        shape.type = ShapeType::Circle;
        shape.points = {ellipse.centre, mark.handles[1]};
        return shape;
    }
    shape.type = ShapeType::Ellipse;
    shape.points = ellipseEnds(ellipse, mark.scale);
    return shape;
}

bool hasTwoLines(Kind kind)
{
    return kind == Kind::Cobb || kind == Kind::OpenAngle || kind == Kind::Bidirectional ||
           kind == Kind::CardiothoracicRatio || kind == Kind::LinePair;
}

std::vector<Shape> shapesOf(const DescribedMark &mark)
{
    const Kind kind = mark.mark.kind;
    if (mark.region)
        return {regionShape(mark)};
    if (kind == Kind::Probe)
        return {allHandles(mark, ShapeType::Point)};
    if (hasTwoLines(kind))
        return {shapeOf(mark, ShapeType::Polyline, {0, 1}), shapeOf(mark, ShapeType::Polyline, {2, 3})};
    return {allHandles(mark, ShapeType::Polyline)};
}

/// "POINT_ROI"; at most 16 characters.
QString methodOf(Kind kind)
{
    switch (kind) {
    case Kind::CardiothoracicRatio:
        return u"CTR"_s;
    case Kind::Probe:
        return u"PROBE"_s;
    case Kind::Length:
        return u"LENGTH"_s;
    case Kind::Polyline:
        return u"POLYLINE"_s;
    case Kind::Angle:
        return u"ANGLE"_s;
    case Kind::Cobb:
        return u"COBB"_s;
    case Kind::OpenAngle:
        return u"OPEN_ANGLE"_s;
    case Kind::Bidirectional:
        return u"BIDIRECTIONAL"_s;
    case Kind::Ellipse:
        return u"ELLIPSE"_s;
    case Kind::Rectangle:
        return u"RECTANGLE"_s;
    case Kind::Polygon:
        return u"POLYGON"_s;
    case Kind::Freehand:
        return u"FREEHAND"_s;
    case Kind::PointRoi:
        return u"POINT_ROI"_s;
    case Kind::Ruler:
        return u"RULER"_s;
    case Kind::LegAxis:
        return u"LEG_AXIS"_s;
    case Kind::LinePair:
        return u"LINE_PAIR"_s;
    case Kind::Calibration:
        return u"CALIBRATION"_s;
    case Kind::Arrow:
    case Kind::Text:
    case Kind::KeyImage:
        break;
    }
    return {};
}

/// The two short lines of an arrow's head, about its tip.
objects::Graphic headOf(ImagePoint tip, ImagePoint end)
{
    constexpr double angle = std::numbers::pi / 7.0, part = 0.25, mostPx = 12.0;
    const double columns = end.column - tip.column, rows = end.row - tip.row, length = std::hypot(columns, rows);
    const double scale = length > 0.0 ? std::min(part, mostPx / length) : 0.0;
    const auto turned = [&](double by) {
        return ImagePoint{tip.column + scale * (columns * std::cos(by) - rows * std::sin(by)),
                          tip.row + scale * (columns * std::sin(by) + rows * std::cos(by))};
    };
    objects::Graphic head;
    head.points = {turned(angle), tip, turned(-angle)};
    return head;
}

/// In the pixels of its image; nullopt: it stands beside the mark.
std::optional<ImagePoint> labelOf(const DescribedMark &mark)
{
    return mark.mark.labelInPatient ? mark.image->geometry.toImage(*mark.mark.labelInPatient) : mark.mark.labelInImage;
}

/// A step on the screen, to the right and downwards, in the pixels of an image that is shown so; quarter turns.
ImageVector onImage(const session::Orientation &shown, double right, double down)
{
    double columns = right, rows = down;
    for (int turn = int(shown.rotationDeg); turn > 0; turn -= 90)
        columns = std::exchange(rows, -columns);
    return {shown.flipped ? -columns : columns, rows};
}

/// From where a person has put it, large enough for its letters where a line is a fortieth of the image: how large
/// another program writes is not known. Its corners are those that are displayed (PS3.3 C.10.5).
objects::TextNote::Box boxOf(ImagePoint corner, const QString &text, const DescribedMark &mark,
                             const session::Orientation &shown)
{
    constexpr double linesOfImage = 40.0, widthOfLetter = 0.6;
    constexpr char16_t lastOfNarrow = 0x24f; // of the letters of Latin scripts
    const double line = std::max(1, std::min(mark.image->geometry.rows, mark.image->geometry.columns)) / linesOfImage;
    const QStringList lines = text.split(u'\n');
    double letters = 1.0;
    for (const QString &one : lines) {
        double width = 0.0;
        for (const QChar letter : one)
            width += letter.unicode() > lastOfNarrow ? 1.0 : widthOfLetter;
        letters = std::max(letters, width);
    }
    const ImageVector size = onImage(shown, letters * line, double(lines.size()) * line);
    return {corner, {corner.column + size.columns, corner.row + size.rows}};
}

objects::Annotation graphicOf(const DescribedMark &mark, const session::Orientation &shown)
{
    objects::Annotation annotation;
    annotation.layer = mark.mark.kind == Kind::Arrow ? arrowLayer : textLayer;
    annotation.images = {referenceTo(*mark.image)};
    if (mark.mark.kind == Kind::Arrow) {
        objects::Graphic line;
        line.points = {mark.handles[0], mark.handles[1]};
        annotation.graphics = {line, headOf(mark.handles[0], mark.handles[1])};
    }
    if (!mark.mark.text.trimmed().isEmpty()) {
        objects::TextNote note;
        note.text = mark.mark.text;
        note.anchor = mark.handles.back();
        if (const auto label = labelOf(mark)) {
            note.box = boxOf(*label, note.text, mark, shown);
            note.isAnchorVisible = true; // as here, a line leads from where it stands to what it is about
        }
        annotation.texts.push_back(note);
    }
    // All of it is one mark, the same one wherever it is moved to.
    const QString uid = trackingUidOf(mark.mark.id);
    for (objects::Graphic &graphic : annotation.graphics)
        graphic.trackingUid = uid;
    for (objects::TextNote &note : annotation.texts)
        note.trackingUid = uid;
    return annotation;
}

dicom::VoiFunctionKind functionOf(session::VoiFunction function)
{
    switch (function) {
    case session::VoiFunction::LinearExact:
        return dicom::VoiFunctionKind::LinearExact;
    case session::VoiFunction::Sigmoid:
        return dicom::VoiFunctionKind::Sigmoid;
    case session::VoiFunction::Linear:
        break;
    }
    return dicom::VoiFunctionKind::Linear;
}

objects::SoftcopyVoi voiOf(const session::Window &window)
{
    objects::SoftcopyVoi voi;
    voi.window = dicom::FileWindow{window.centre, window.width, {}};
    voi.function = functionOf(window.function);
    return voi;
}

/// The table that the state of the session holds for what is shown, or null: a window, or a VOI LUT of the file, takes
/// its place.
const session::ValueTable *shownTable(const Display &display)
{
    const auto &tables = display.presentation.tables;
    const bool isReaders = display.presentation.window || display.presentation.fileTable > 0;
    return !isReaders && tables && tables->voi ? &*tables->voi : nullptr;
}

/// As it came. Where the image has a Modality LUT of its own that must be written, a table in other values is written
/// anew for each of the whole numbers that this one gives.
std::shared_ptr<const dicom::LookupTable> tableOf(const session::ValueTable &table, const dicom::GreyScale &grey)
{
    auto as = imaging::lookupTableOf(table);
    if (!grey.modalityLut || (table.factor == 1.0 && table.offset == 0.0))
        return as;
    auto anew = std::make_shared<dicom::LookupTable>(*as);
    anew->firstMapped = 0;
    anew->entries.resize(std::size_t(1) << grey.modalityLut->bits);
    for (std::size_t value = 0; value < anew->entries.size(); ++value)
        anew->entries[value] = std::uint16_t(imaging::lookUp(*as, double(value) * table.factor + table.offset));
    return anew;
}

/// The same greys in entries of 16 bits, where it has neither those nor 8. A presentation state may have all from 8 to
/// 16 (PS3.3 C.11.2.1.1), but validators and readers go by what an image may have: 8 or 16.
std::shared_ptr<const dicom::LookupTable> inWholeBytes(std::shared_ptr<const dicom::LookupTable> table)
{
    constexpr int byteBits = 8, wordBits = 16;
    if (table->bits == byteBits || table->bits == wordBits)
        return table;
    auto wide = std::make_shared<dicom::LookupTable>(*table);
    wide->bits = wordBits;
    const std::uint32_t most = (1U << table->bits) - 1, wideMost = (1U << wordBits) - 1;
    for (std::uint16_t &entry : wide->entries)
        entry = std::uint16_t((entry * wideMost + most / 2) / most);
    return wide;
}

/// What the image is shown with: the reader's window, else the table of a state that was applied, else what its file
/// says, else that of the whole stack.
std::optional<objects::SoftcopyVoi> voiOf(const dicom::Instance &image, const Display &display)
{
    if (display.presentation.window)
        return voiOf(*display.presentation.window);
    objects::SoftcopyVoi voi;
    if (const session::ValueTable *table = shownTable(display)) {
        voi.table = tableOf(*table, image.grey);
        return voi;
    }
    if (const auto chosen = imaging::chosenFileTable(image.grey, display.presentation)) {
        voi.table = chosen;
    } else if (!image.grey.windows.empty()) {
        voi.window = image.grey.windows.front();
        voi.function = image.grey.voiFunction;
    } else if (!image.grey.voiLuts.empty()) {
        voi.table = image.grey.voiLuts.front();
    } else if (display.fallback && display.fallback->width >= 1.0) { // PS3.3 C.11.2.1.2
        voi = voiOf(*display.fallback);
    } else {
        return std::nullopt;
    }
    return voi;
}

/// As this image is shown: what came with a presentation state may be for some images alone.
Display displayOn(Display display, const dicom::Instance &image)
{
    display.presentation = imaging::ownPresentation(display.presentation, image);
    return display;
}

bool isSameVoi(const objects::SoftcopyVoi &a, const objects::SoftcopyVoi &b)
{
    if (a.table && b.table)
        return a.table == b.table || (a.table->firstMapped == b.table->firstMapped && a.table->bits == b.table->bits &&
                                      a.table->entries == b.table->entries);
    if (a.table || b.table)
        return false;
    return a.window && b.window && a.window->centre == b.window->centre && a.window->width == b.window->width &&
           a.function == b.function;
}

void addVoi(objects::PresentationState &state, const dicom::Instance &image, const Display &display)
{
    auto voi = voiOf(image, display);
    if (voi && voi->table)
        voi->table = inWholeBytes(std::move(voi->table));
    if (!voi)
        return;
    const auto same = std::find_if(state.voi.begin(), state.voi.end(),
                                   [&](const objects::SoftcopyVoi &other) { return isSameVoi(other, *voi); });
    if (same != state.voi.end()) {
        same->images.push_back(referenceTo(image));
        return;
    }
    voi->images = {referenceTo(image)};
    state.voi.push_back(std::move(*voi));
}

void addArea(objects::PresentationState &state, const dicom::Instance &image, const Display &display)
{
    objects::DisplayedArea area = seenPart(image.geometry, display.view, display.area);
    const auto same = std::find_if(state.areas.begin(), state.areas.end(), [&](const objects::DisplayedArea &other) {
        return other.left == area.left && other.right == area.right && other.top == area.top &&
               other.bottom == area.bottom && other.rowSpacingMm == area.rowSpacingMm &&
               other.columnSpacingMm == area.columnSpacingMm && other.aspect == area.aspect;
    });
    if (same != state.areas.end()) {
        same->images.push_back(referenceTo(image));
        return;
    }
    area.images = {referenceTo(image)};
    state.areas.push_back(std::move(area));
}

/// The modality step that the windows and tables of the state count in, and how greys are shown.
void addGrey(objects::PresentationState &state, const dicom::GreyScale &grey, const Display &display)
{
    const session::ValueTable *const table = shownTable(display);
    if (grey.modalityLut) {
        state.modalityLut = grey.modalityLut;
    } else {
        state.modality = objects::ModalityStep{grey.slope, grey.intercept, grey.unitText};
        if (table && (table->factor != 1.0 || table->offset != 0.0)) // a table keeps the values that it was made for
            state.modality =
                objects::ModalityStep{grey.slope * table->factor, grey.intercept * table->factor + table->offset, {}};
    }
    const bool isTurnedRound = grey.lowIsWhite != display.presentation.inverted;
    state.shape = isTurnedRound ? objects::PresentationLutShape::Inverse : objects::PresentationLutShape::Identity;
    const auto &tables = display.presentation.tables;
    if (!tables || !tables->presentation)
        return;
    auto output = std::make_shared<dicom::LookupTable>(*imaging::lookupTableOf(*tables->presentation));
    if (isTurnedRound) // there is no shape beside a table
        for (std::uint16_t &entry : output->entries)
            entry = std::uint16_t(((1 << output->bits) - 1) - entry);
    state.presentationLut = std::move(output);
}

bool canShareState(const dicom::Instance &a, const dicom::Instance &b)
{
    if (!isGrey(a) || !isGrey(b))
        return isGrey(a) == isGrey(b);
    return a.grey.modalityLut == b.grey.modalityLut && a.grey.slope == b.grey.slope &&
           a.grey.intercept == b.grey.intercept && a.grey.unitText == b.grey.unitText &&
           a.grey.lowIsWhite == b.grey.lowIsWhite;
}

template<class Point>
bool areNear(const std::vector<Point> &a, const std::vector<Point> &b)
{
    constexpr double near = 0.01;
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Point &p, const Point &q) {
        if constexpr (std::is_same_v<Point, PatientPoint>)
            return (p - q).length() < near;
        else
            return std::hypot(p.column - q.column, p.row - q.row) < near;
    });
}

} // namespace

KeptIn keptIn(Kind kind)
{
    if (kind == Kind::KeyImage)
        return KeptIn::KeyImages;
    return kind == Kind::Arrow || kind == Kind::Text ? KeptIn::Presentation : KeptIn::Measurements;
}

bool needsPixels(Kind kind)
{
    return kind == Kind::Probe || kind == Kind::Ellipse || kind == Kind::Rectangle || kind == Kind::Polygon ||
           kind == Kind::Freehand || kind == Kind::PointRoi;
}

QString trackingUidOf(const AnnotationId &id)
{
    static const QUuid marks(u"{6a0f9c1e-0d0c-4f0e-9c55-3f2b1f1f7e11}"_s); // made once, at random: for ever
    return objects::isUid(id.text()) ? id.text() : objects::uidOf(QUuid::createUuidV5(marks, id.text()));
}

bool isSameDrawing(const session::Annotation &a, const session::Annotation &b)
{
    return a.kind == b.kind && a.sop == b.sop && a.frame == b.frame && a.text == b.text &&
           areNear(a.patientHandles, b.patientHandles) && areNear(a.imageHandles, b.imageHandles);
}

bool isSameMark(const session::Annotation &a, const session::Annotation &b)
{
    if (a.kind == Kind::KeyImage && b.kind == a.kind)
        return a.sop == b.sop && a.frame == b.frame;
    return a.id == b.id || trackingUidOf(a.id) == trackingUidOf(b.id) ||
           (keptIn(a.kind) == KeptIn::Presentation && isSameDrawing(a, b));
}

std::optional<DescribedMark> describeMark(const session::Annotation &mark, const widgets::MarkPlace &place,
                                          const pixels::StudyImages &images, const session::AnnotationSet &marks,
                                          session::Suv suv)
{
    const dicom::InstancePtr image = place.stack->slices[std::size_t(place.slice)];
    DescribedMark described;
    described.mark = mark;
    described.image = image;
    described.stack = place.stack->id;
    if (mark.kind == Kind::KeyImage)
        return described;
    // Looked up as for a view, so that the figures are those that stand at the mark there.
    const ViewId list(u"list"_s);
    session::ViewState view;
    view.study = image->study;
    view.dataSet = place.stack->id;
    view.plane = session::ImageRef{image->sop, image->frame};
    auto shown = widgets::resolveImage(list, session::ViewerState().withView(list, view), images);
    if (!shown.instance)
        return std::nullopt;
    shown.overlay.calibration = imaging::handCalibration(*image, marks);
    shown.overlay.presentation.suv = suv;
    described.suv = render2d::suvKindOf(suv);
    const render2d::MarkContent content = render2d::contentOf(mark, shown.overlay);
    if (!content.isShown)
        return std::nullopt;
    described.handles = content.handles;
    described.isInPlane =
        std::all_of(content.outsideMm.begin(), content.outsideMm.end(), [](double mm) { return mm == 0.0; });
    described.isProvisional = content.provisional;
    const render2d::MarkSpace space =
        render2d::spaceOf(mark, image->geometry, content.handles, shown.overlay.calibration.spacing);
    described.scale = space.scale;
    described.basis = space.isMm ? space.basis : dicom::SpacingBasis::None;
    if (mark.kind == Kind::Calibration)
        described.basis = dicom::SpacingBasis::ByHand; // its length is what was typed
    described.region = render2d::regionOf(mark.kind, space, content.handles);
    if (content.figures)
        described.figures = *content.figures;
    return described;
}

std::optional<session::Suv> statedSuv(const AnnotationId &mark, const pixels::StudyImages &images)
{
    using session::Suv;
    const objects::StudyObjects *const known = images.objects();
    const objects::MarkOrigin *origin = known ? known->origin(mark) : nullptr;
    if (known && !origin) // as it is read
        origin = known->origin(AnnotationId(trackingUidOf(mark)));
    for (const Suv kind : {Suv::BodyWeight, Suv::LeanJames, Suv::LeanJanmahasatian, Suv::BodySurface}) {
        const objects::Code name = objects::suvCodes(render2d::suvKindOf(kind)).name;
        if (origin && std::any_of(origin->stated.begin(), origin->stated.end(), [&](const objects::StatedValue &value) {
                return value.over.isEmpty() && objects::isSameConcept(value.name, name);
            }))
            return kind;
    }
    return std::nullopt;
}

objects::Code unitCode(const QString &unit)
{
    return unitOf(unit);
}

std::vector<ImagePoint> ellipseEnds(const imaging::EllipseRegion &ellipse, imaging::PixelScale scale)
{
    const auto beside = [&](ImageVector by, double times) {
        return ImagePoint{ellipse.centre.column + by.columns * times, ellipse.centre.row + by.rows * times};
    };
    const auto length = [&](ImageVector v) { return std::hypot(v.columns * scale.perColumn, v.rows * scale.perRow); };
    ImageVector first = ellipse.first, second = ellipse.second;
    if (length(second) > length(first))
        std::swap(first, second);
    return {beside(first, -1.0), beside(first, 1.0), beside(second, -1.0), beside(second, 1.0)};
}

objects::ImageReference referenceTo(const dicom::Instance &image)
{
    return {image.sopClass, image.sop, objects::mayHaveFrames(image.sopClass) ? image.frame + 1 : 0, image.study,
            image.series};
}

objects::Measurement measurementOf(const DescribedMark &mark)
{
    objects::Measurement measurement;
    measurement.kind = methodOf(mark.mark.kind);
    measurement.trackingUid = trackingUidOf(mark.mark.id);
    // A length at the detector must not be read as one in the patient by who gets this object: the name says it.
    measurement.label = (mark.isProvisional ? u"≈ "_s : QString()) + widgets::markKindName(mark.mark.kind) +
                        render2d::basisSuffix(mark.basis);
    measurement.text = mark.mark.text;
    measurement.shapes = shapesOf(mark);
    measurement.labelInImage = mark.mark.labelInImage;
    measurement.labelInPatient = mark.mark.labelInPatient;
    if (!mark.isInPlane)
        measurement.image = referenceTo(*mark.image);
    for (const MarkFigure &figure : mark.figures)
        if (auto measured = measuredOf(figure, mark, hasTwoLines(mark.mark.kind)))
            measurement.values.push_back(std::move(*measured));
    return measurement;
}

bool isWritableTurn(const session::Orientation &orientation)
{
    return std::fmod(orientation.rotationDeg, 90.0) == 0.0;
}

bool isGrey(const dicom::Instance &image)
{
    using dicom::Photometric;
    return image.pixels.samplesPerPixel == 1 && (image.pixels.photometric == Photometric::Monochrome1 ||
                                                 image.pixels.photometric == Photometric::Monochrome2);
}

namespace
{

/// That of the view, not the file's own, which the file keeps. Null: none.
std::shared_ptr<const dicom::Shutter> shutterOf(const std::optional<session::DisplayShutter> &shown)
{
    if (!shown)
        return nullptr;
    auto shutter = std::make_shared<dicom::Shutter>();
    if (const auto &r = shown->rectangle)
        shutter->rectangle = dicom::Shutter::Rectangle{r->left, r->right, r->top, r->bottom};
    if (const auto &c = shown->circle)
        shutter->circle = dicom::Shutter::Circle{c->centre.row, c->centre.column, c->radius, 1.0};
    for (const ImagePoint &vertex : shown->polygon)
        shutter->polygon.push_back({vertex.row, vertex.column});
    shutter->grey = shown->grey;
    return shutter;
}

} // namespace

objects::PresentationState presentationOf(const std::vector<dicom::InstancePtr> &images,
                                          const std::vector<DescribedMark> &graphics, const Display &display)
{
    objects::PresentationState state;
    state.label = u"CONSILIUM"_s;
    state.isColour = !isGrey(*images.front());
    const bool isUpright = isWritableTurn(display.view.orientation);
    if (isUpright) {
        // Here first mirrored, then turned; there turned, then mirrored (PS3.3 C.10.6): a mirror turns a turn round.
        const int turn = int(display.view.orientation.rotationDeg);
        state.isFlipped = display.view.orientation.flipped;
        state.rotation = state.isFlipped ? (360 - turn) % 360 : turn;
    }
    for (const dicom::InstancePtr &image : images) {
        state.images.push_back(referenceTo(*image));
        addArea(state, *image, display);
        if (!state.isColour)
            addVoi(state, *image, displayOn(display, *image));
    }
    // One window or area for all of them needs no list of images.
    if (state.voi.size() == 1 && state.voi.front().images.size() == state.images.size())
        state.voi.front().images.clear();
    if (state.areas.size() == 1)
        state.areas.front().images.clear();
    const Display front = displayOn(display, *images.front());
    if (!state.isColour)
        addGrey(state, images.front()->grey, front);
    state.shutter = shutterOf(front.presentation.shutter);
    const session::Orientation shown = isUpright ? display.view.orientation : session::Orientation();
    for (const QString &layer : {arrowLayer, textLayer}) {
        bool isUsed = false;
        for (const DescribedMark &mark : graphics)
            if (auto annotation = graphicOf(mark, shown); annotation.layer == layer) {
                isUsed = true;
                state.annotations.push_back(std::move(annotation));
            }
        if (isUsed)
            state.layers.push_back({layer, int(state.layers.size()) + 1, {}, {}, {}});
    }
    return state;
}

std::vector<std::vector<dicom::InstancePtr>> presentationGroups(const std::vector<dicom::InstancePtr> &images,
                                                                const session::Presentation &shown)
{
    const auto hasSameLook = [&shown](const dicom::Instance &a, const dicom::Instance &b) {
        const auto own = imaging::ownPresentation(shown, a), other = imaging::ownPresentation(shown, b);
        return own.tables == other.tables && own.shutter == other.shutter;
    };
    std::vector<std::vector<dicom::InstancePtr>> groups;
    for (const dicom::InstancePtr &image : images) {
        const auto group = std::find_if(groups.begin(), groups.end(), [&](const auto &one) {
            return canShareState(*one.front(), *image) && hasSameLook(*one.front(), *image);
        });
        if (group == groups.end())
            groups.push_back({image});
        else if (std::none_of(group->begin(), group->end(), [&](const auto &other) {
                     return other->sop == image->sop && other->frame == image->frame;
                 }))
            group->push_back(image);
    }
    return groups;
}

} // namespace consilium::app
