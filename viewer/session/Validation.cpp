#include "viewer/session/Validation.h"

#include "viewer/session/StateFields.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace consilium::session
{

namespace
{

Result<void> invalid(const char *what)
{
    return fail(ErrorCode::InvalidArgument, QString::fromLatin1(what));
}

template<class E>
bool isKnown(E value)
{
    const auto &entries = EnumNames<E>::entries;
    return std::any_of(entries.begin(), entries.end(), [value](const auto &entry) { return entry.value == value; });
}

bool isWithin(double value, double limit)
{
    return std::isfinite(value) && std::abs(value) <= limit;
}

} // namespace

Result<void> checkView(const ViewId &view)
{
    const QString &name = view.text();
    bool isNumber = false;
    const int number = QStringView(name).mid(1).toInt(&isNumber);
    if (!isNumber || number < 1 || number > 64 || name != QStringLiteral("v%1").arg(number))
        return invalid("view is not v1 to v64");
    return {};
}

Result<void> checkInsideLayout(const ViewId &view, const Layout &layout)
{
    if (const Result<void> ok = checkView(view); !ok)
        return ok;
    if (QStringView(view.text()).mid(1).toInt() > layout.cellCount())
        return invalid("view is outside the layout");
    return {};
}

Result<void> checkLayout(const Layout &layout)
{
    if (layout.rows < 1 || layout.rows > 8 || layout.columns < 1 || layout.columns > 8)
        return invalid("layout is not 1 to 8 rows and columns");
    if (const Result<void> ok = checkScrollLink(layout.link); !ok)
        return ok;
    return checkInsideLayout(layout.active, layout);
}

Result<void> checkScrollLink(const ScrollLink &link)
{
    if (link.kind != LinkKind::None && link.kind != LinkKind::Position && link.kind != LinkKind::Offset)
        return invalid("kind of link is unknown");
    const bool isOffset = link.kind == LinkKind::Offset;
    if (isOffset ? link.anchors.size() < 2 : !link.anchors.empty())
        return invalid("number of anchors does not fit the kind of link");
    for (auto anchor = link.anchors.begin(); anchor != link.anchors.end(); ++anchor) {
        for (const Result<void> &ok :
             {checkView(anchor->view), checkName(anchor->dataSet.text(), "data set"), checkPoint(anchor->point)}) {
            if (!ok)
                return ok;
        }
        const auto isSame = [anchor](const LinkAnchor &other) { return other.view == anchor->view; };
        if (std::any_of(link.anchors.begin(), anchor, isSame))
            return invalid("a view is anchored twice");
    }
    return {};
}

Result<void> checkName(const QString &text, const char *what)
{
    const bool isControl =
        std::any_of(text.cbegin(), text.cend(), [](QChar c) { return c.unicode() < 0x20 || c.unicode() == 0x7f; });
    if (text.isEmpty() || text.size() > 256 || isControl || !text.isValidUtf16())
        return fail(ErrorCode::InvalidArgument, QString::fromLatin1(what) + QStringLiteral(" is not a name"));
    return {};
}

Result<void> checkImages(const ImageRefs &images)
{
    constexpr qsizetype longestUid = 64; // PS3.5 6.2: so many names of that length fit an envelope
    if (images.size() > std::size_t(maxSomeImages))
        return invalid("too many images");
    for (std::size_t i = 0; i < images.size(); ++i) {
        if (images[i].frame < 0)
            return invalid("frame is negative");
        if (i > 0 && !isBefore(images[i - 1], images[i]))
            return invalid("images are not in order");
        if (const Result<void> ok = checkName(images[i].sop.text(), "image"); !ok)
            return ok;
        if (images[i].sop.text().size() > longestUid)
            return invalid("image has no proper name");
    }
    return {};
}

Result<void> checkPlane(const PlaneRef &plane)
{
    if (const auto *const image = std::get_if<ImageRef>(&plane)) {
        if (image->frame < 0)
            return invalid("frame is negative");
        return checkName(image->sop.text(), "image");
    }
    if (const auto *const spatial = std::get_if<SpatialPlane>(&plane)) {
        if (const Result<void> ok = checkName(spatial->frameOfReference.text(), "frame of reference"); !ok)
            return ok;
        // A normal that is not a unit vector is refused, not corrected: rounding may differ between platforms.
        if (!(std::abs(spatial->normal.length() - 1.0) < 1e-6))
            return invalid("normal is not of unit length");
        return checkPoint(spatial->point);
    }
    return {};
}

Result<void> checkZoomPan(const std::optional<ZoomPan> &zoomPan)
{
    if (!zoomPan)
        return {};
    if (zoomPan->unit != SpanUnit::Millimetres && zoomPan->unit != SpanUnit::ImagePixels)
        return invalid("unit of the zoom is unknown");
    if (!isWithin(zoomPan->across, maxSpan) || zoomPan->across < 1e-3)
        return invalid("zoom is out of range");
    if (!isWithin(zoomPan->offsetAlongRow, maxSpan) || !isWithin(zoomPan->offsetAlongColumn, maxSpan))
        return invalid("pan is out of range");
    return {};
}

Result<void> checkOrientation(const Orientation &orientation)
{
    if (!std::isfinite(orientation.rotationDeg))
        return invalid("rotation is not a number");
    return {};
}

Result<void> checkWindow(const std::optional<Window> &window)
{
    if (!window)
        return {};
    const bool isLinear = window->function == VoiFunction::Linear;
    if (!isLinear && window->function != VoiFunction::LinearExact && window->function != VoiFunction::Sigmoid)
        return invalid("VOI function is unknown");
    if (!isWithin(window->centre, maxWindow))
        return invalid("window centre is out of range");
    // PS3.3 C.11.2.1.2: at least 1 for LINEAR, above 0 for the others.
    if (!isWithin(window->width, maxWindow) || !(isLinear ? window->width >= 1.0 : window->width > 0.0))
        return invalid("window width is out of range");
    return {};
}

Result<void> checkFileTable(int table, const std::optional<Window> &window)
{
    if (table < 0 || table > maxFileTable)
        return invalid("number of the file's VOI LUT is out of range");
    return table > 0 && window ? invalid("a window and a VOI LUT of the file") : Result<void>();
}

Result<void> checkSegment(const SegmentDisplay &segment)
{
    if (segment.number < 0)
        return invalid("segment number is negative");
    if (!(segment.opacity >= 0.0 && segment.opacity <= 1.0))
        return invalid("opacity is not 0 to 1");
    return {};
}

Result<void> checkSegmentation(const SegmentationDisplay &display)
{
    if (display.segments.size() > maxSegments)
        return invalid("too many segments");
    for (std::size_t i = 0; i < display.segments.size(); ++i) {
        if (const Result<void> ok = checkSegment(display.segments[i]); !ok)
            return ok;
        if (i > 0 && display.segments[i].number <= display.segments[i - 1].number)
            return invalid("segments are not in order");
    }
    return {};
}

Result<void> checkSlab(const std::optional<Slab> &slab)
{
    if (!slab)
        return {};
    if (!isKnown(slab->mode))
        return invalid("mode of the slab is unknown");
    if (!isWithin(slab->thicknessMm, maxSlabMm) || !(slab->thicknessMm > 0.0))
        return invalid("thickness of the slab is out of range");
    return {};
}

Result<void> checkFusion(const std::optional<Fusion> &fusion)
{
    if (!fusion)
        return {};
    for (const Result<void> &ok :
         {checkName(fusion->study.text(), "study"), checkName(fusion->dataSet.text(), "data set"),
          checkColourMap(fusion->colourMap), checkWindow(fusion->window)}) {
        if (!ok)
            return ok;
    }
    if (!isKnown(fusion->scale))
        return invalid("scale of the fusion is unknown");
    if (!(fusion->opacity >= 0.0 && fusion->opacity <= 1.0))
        return invalid("opacity is not 0 to 1");
    if (fusion->threshold && !isWithin(*fusion->threshold, maxWindow))
        return invalid("threshold is out of range");
    return {};
}

Result<void> checkCursor(const SpaceCursor &cursor)
{
    for (const Result<void> &ok :
         {checkView(cursor.view), checkName(cursor.study.text(), "study"), checkName(cursor.dataSet.text(), "data set"),
          checkName(cursor.frameOfReference.text(), "frame of reference"), checkPoint(cursor.point)}) {
        if (!ok)
            return ok;
    }
    return {};
}

Result<void> checkAlignment(const FramePair &frames, const std::optional<RigidTransform> &transform)
{
    for (const Result<void> &ok :
         {checkName(frames.from.text(), "frame of reference"), checkName(frames.to.text(), "frame of reference")}) {
        if (!ok)
            return ok;
    }
    if (!(frames.from < frames.to))
        return invalid("frames of reference are not in order");
    if (!transform)
        return {};
    if (!(transform->versor.length() <= 1.0))
        return invalid("rotation is not a rotation");
    return checkPoint(PatientPoint{} + transform->translation);
}

Result<void> checkLayer(const LayerKey &key)
{
    const Result<void> ok = checkName(key.object.text(), "object");
    return ok ? checkName(key.layer, "layer") : ok;
}

Result<void> checkEnhancement(const std::optional<Enhancement> &enhancement)
{
    if (!enhancement)
        return {};
    if (!isKnown(enhancement->kind))
        return invalid("enhancement is unknown");
    if (enhancement->level < 1 || enhancement->level > maxEnhancementLevel)
        return invalid("level of the enhancement is out of range");
    return {};
}

Result<void> checkColourMap(ColourMap map)
{
    return isKnown(map) ? Result<void>() : invalid("colour map is unknown");
}

Result<void> checkSuv(Suv suv)
{
    return isKnown(suv) ? Result<void>() : invalid("kind of SUV is unknown");
}

Result<void> checkShutter(const std::optional<DisplayShutter> &shutter)
{
    if (!shutter)
        return {};
    if (!shutter->rectangle && !shutter->circle && shutter->polygon.empty())
        return invalid("shutter without a shape");
    if (const auto &r = shutter->rectangle) {
        for (const int edge : {r->left, r->right, r->top, r->bottom})
            if (!isWithin(edge, maxImagePixels))
                return invalid("edge of the shutter is out of range");
        if (r->left > r->right || r->top > r->bottom)
            return invalid("edges of the shutter are in the wrong order");
    }
    if (const auto &circle = shutter->circle) {
        if (const Result<void> ok = checkPoint(circle->centre); !ok)
            return ok;
        if (!(circle->radius > 0.0) || !isWithin(circle->radius, maxImagePixels))
            return invalid("radius of the shutter is out of range");
    }
    const std::size_t vertices = shutter->polygon.size();
    if (vertices == 1 || vertices == 2 || vertices > std::size_t(maxShutterVertices))
        return invalid("number of vertices of the shutter is out of range");
    for (const ImagePoint &vertex : shutter->polygon)
        if (const Result<void> ok = checkPoint(vertex); !ok)
            return ok;
    if (const Result<void> ok = checkImages(shutter->images); !ok)
        return ok;
    return shutter->grey >= 0 && shutter->grey <= 255 ? Result<void>() : invalid("grey of the shutter is out of range");
}

namespace
{

Result<void> checkTable(const ValueTable &table)
{
    if (table.entries.isEmpty() || table.entries.size() % 2 != 0 || table.count() > 65536)
        return invalid("number of entries of the table is out of range");
    if (table.bits < 8 || table.bits > 16)
        return invalid("bits of the table are not 8 to 16");
    if (table.first < -32768 || table.first > 65535)
        return invalid("first input of the table is out of range");
    if (table.factor == 0.0 || !isWithin(table.factor, maxTableScale) || !isWithin(table.offset, maxTableScale))
        return invalid("scale of the table is out of range");
    for (int i = 0; i < table.count(); ++i) {
        const auto low = static_cast<std::uint8_t>(table.entries[2 * i]),
                   high = static_cast<std::uint8_t>(table.entries[2 * i + 1]);
        if (((high << 8) | low) >> table.bits != 0)
            return invalid("an entry of the table has more bits than the table");
    }
    return table.name.isEmpty() ? Result<void>() : checkName(table.name, "name of the table");
}

/// The images of the tables too: all of them together are bounded.
Result<void> checkImageWindows(const GreyTables &tables)
{
    std::size_t count = tables.images.size();
    Result<void> ok = checkImages(tables.images);
    for (const ImageWindow &one : tables.windows) {
        count += one.images.size();
        if (ok && one.images.empty())
            return invalid("a window of no image");
        ok = ok ? checkWindow(one.window) : ok;
        ok = ok ? checkImages(one.images) : ok;
    }
    return ok && count > std::size_t(maxSomeImages) ? invalid("too many images") : ok;
}

} // namespace

Result<void> checkGreyTables(const std::optional<GreyTables> &tables)
{
    if (!tables)
        return {};
    int entries = 0;
    for (const auto &table : {&tables->voi, &tables->presentation}) {
        if (!*table)
            continue;
        if (const Result<void> ok = checkTable(**table); !ok)
            return ok;
        entries += (*table)->count();
    }
    if ((entries == 0 && tables->windows.empty()) || entries > maxTableEntries)
        return invalid("tables without entries, or too large together");
    if (const Result<void> ok = checkImageWindows(*tables); !ok)
        return ok;
    const auto &last = tables->presentation;
    if (last && (last->first != 0 || last->factor != 1.0 || last->offset != 0.0 || last->isOfStored))
        return invalid("table of P-values does not begin at 0");
    return {};
}

Result<void> checkPresentation(const Presentation &presentation)
{
    for (const Result<void> &ok :
         {checkWindow(presentation.window), checkEnhancement(presentation.enhancement),
          checkColourMap(presentation.colourMap), checkSuv(presentation.suv), checkShutter(presentation.shutter),
          checkGreyTables(presentation.tables), checkFileTable(presentation.fileTable, presentation.window)}) {
        if (!ok)
            return ok;
    }
    return {};
}

Result<void> checkPoint(const PatientPoint &point)
{
    if (!isWithin(point.x, maxPatientMm) || !isWithin(point.y, maxPatientMm) || !isWithin(point.z, maxPatientMm))
        return invalid("patient point is out of range");
    return {};
}

Result<void> checkPoint(const ImagePoint &point)
{
    if (!isWithin(point.column, maxImagePixels) || !isWithin(point.row, maxImagePixels))
        return invalid("image point is out of range");
    return {};
}

namespace
{

/// Handles and label: how many, of one kind, within bounds.
Result<void> checkPlaces(const Annotation &annotation)
{
    const HandleRange range = handleRange(annotation.kind);
    const auto filled = static_cast<int>(annotation.patientHandles.size() + annotation.imageHandles.size());
    const bool isMixed = !annotation.patientHandles.empty() && !annotation.imageHandles.empty();
    if (filled < range.least || filled > range.most || isMixed)
        return invalid("number of handles does not fit the kind of mark");
    for (const PatientPoint &point : annotation.patientHandles) {
        if (const Result<void> ok = checkPoint(point); !ok)
            return ok;
    }
    for (const ImagePoint &point : annotation.imageHandles) {
        if (const Result<void> ok = checkPoint(point); !ok)
            return ok;
    }
    if (annotation.labelInPatient && annotation.labelInImage)
        return invalid("a label at two places");
    if (filled == 0 && (annotation.labelInPatient || annotation.labelInImage))
        return invalid("a label of what lies nowhere");
    const bool isOfOtherKind =
        annotation.patientHandles.empty() ? annotation.labelInPatient.has_value() : annotation.labelInImage.has_value();
    if (isOfOtherKind)
        return invalid("the label's place is of another kind than the handles");
    if (annotation.labelInPatient)
        return checkPoint(*annotation.labelInPatient);
    return annotation.labelInImage ? checkPoint(*annotation.labelInImage) : Result<void>();
}

} // namespace

Result<void> checkText(const QString &text)
{
    if (text.size() > maxTextLength || !text.isValidUtf16())
        return invalid("text is too long or not Unicode");
    return {};
}

Result<void> checkAnnotation(const Annotation &annotation)
{
    if (!isKnown(annotation.kind))
        return invalid("kind of mark is unknown");
    using Named = std::pair<const QString *, const char *>;
    for (const auto &[name, what] :
         std::array<Named, 4>{Named{&annotation.id.text(), "annotation"}, Named{&annotation.author.text(), "author"},
                              Named{&annotation.dataSet.text(), "data set"}, Named{&annotation.sop.text(), "image"}}) {
        if (const Result<void> ok = checkName(*name, what); !ok)
            return ok;
    }
    if (!annotation.frameOfReference.isEmpty()) {
        if (const Result<void> ok = checkName(annotation.frameOfReference.text(), "frame of reference"); !ok)
            return ok;
    }
    if (annotation.frame < 0)
        return invalid("frame is negative");
    if (const Result<void> ok = checkText(annotation.text); !ok)
        return ok;
    if (annotation.kind == AnnotationKind::Calibration) {
        if (!annotation.patientHandles.empty())
            return invalid("a calibration lies in the image, not in the patient");
        if (!knownLengthMm(annotation.text))
            return invalid("a calibration says a length in mm");
    }
    return checkPlaces(annotation);
}

std::optional<double> knownLengthMm(const QString &text)
{
    constexpr qsizetype mostCharacters = 12;
    int points = 0;
    for (const QChar c : text) {
        const bool isDigit = c >= u'0' && c <= u'9';
        points += c == u'.' ? 1 : 0;
        if (!isDigit && c != u'.')
            return std::nullopt;
    }
    if (text.isEmpty() || text.size() > mostCharacters || points > 1)
        return std::nullopt;
    const bool hasEnds = text.front() != u'.' && text.back() != u'.';
    bool isNumber = false;
    const double mm = text.toDouble(&isNumber); // of the C locale, always
    return isNumber && hasEnds && mm > 0.0 && mm <= maxKnownMm ? std::optional(mm) : std::nullopt;
}

Result<void> checkViewState(const ViewState &view)
{
    if (view.dataSet.isEmpty()) {
        if (view != ViewState{})
            return invalid("a view without a data set looks at something");
        return {};
    }
    for (const Result<void> &ok :
         {checkName(view.study.text(), "study"), checkName(view.dataSet.text(), "data set"), checkPlane(view.plane),
          checkZoomPan(view.zoomPan), checkOrientation(view.orientation), checkSlab(view.slab),
          checkFusion(view.fusion)}) {
        if (!ok)
            return ok;
    }
    return {};
}

Result<void> checkArrangement(const StudyUid &study, const Arrangement &stacks)
{
    if (const Result<void> ok = checkName(study.text(), "study"); !ok)
        return ok;
    if (stacks.size() > maxStacks)
        return invalid("too many stacks");
    std::set<DataSetId> ids;
    for (const OwnStack &stack : stacks) {
        if (const Result<void> ok = checkName(stack.id.text(), "stack"); !ok)
            return ok;
        if (!ids.insert(stack.id).second)
            return invalid("two stacks of one id");
        if (stack.members.empty() || stack.members.size() > maxStacks)
            return invalid("a stack without members, or with too many");
        for (const StackMember &member : stack.members) {
            if (const Result<void> ok = checkName(member.dataSet.text(), "data set"); !ok)
                return ok;
            for (const ImageRef &image : {member.first, member.last}) {
                const bool isNone = image == ImageRef{};
                if (const Result<void> ok = isNone ? Result<void>() : checkPlane(image); !ok)
                    return ok;
            }
        }
    }
    return {};
}

Orientation normalised(Orientation orientation)
{
    double turn = std::fmod(orientation.rotationDeg, 360.0); // exact
    if (turn < 0.0)
        turn += 360.0;
    // A tiny negative turn rounds to 360 itself; and there is one zero only.
    orientation.rotationDeg = turn >= 360.0 || turn == 0.0 ? 0.0 : turn;
    return orientation;
}

HandleRange handleRange(AnnotationKind kind)
{
    switch (kind) {
    case AnnotationKind::Probe:
    case AnnotationKind::Text:
        return {1, 1};
    case AnnotationKind::Arrow:
    case AnnotationKind::Length:
    case AnnotationKind::Rectangle:
    case AnnotationKind::PointRoi:
    case AnnotationKind::Ruler:
    case AnnotationKind::Calibration:
        return {2, 2};
    case AnnotationKind::Angle:
    case AnnotationKind::Ellipse:
    case AnnotationKind::LegAxis:
        return {3, 3};
    case AnnotationKind::Cobb:
    case AnnotationKind::OpenAngle:
    case AnnotationKind::Bidirectional:
    case AnnotationKind::CardiothoracicRatio:
    case AnnotationKind::LinePair:
        return {4, 4};
    case AnnotationKind::Polyline:
        return {2, maxHandles};
    case AnnotationKind::Polygon:
    case AnnotationKind::Freehand:
        return {3, maxHandles};
    case AnnotationKind::KeyImage:
        return {0, 0};
    }
    return {};
}

} // namespace consilium::session
