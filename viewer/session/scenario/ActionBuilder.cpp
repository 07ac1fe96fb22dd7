#include "viewer/session/scenario/ActionBuilder.h"

#include "viewer/session/StateFields.h"

#include <algorithm>
#include <set>

namespace consilium::session::scenario
{

namespace
{

using Point = std::variant<PatientPoint, ImagePoint>;

/// One action line on its way to an action. Formats were checked by the parser.
class Builder
{
public:
    Builder(const Command &command, const ViewerState &state, const ActorId &actor, const ImageLookup &images)
        : m_command(command), m_state(state), m_actor(actor), m_images(images), m_view(command.view())
    {
    }

    Result<Action> setLayout() const
    {
        const QString active = text("active");
        return SetLayout{count("rows"), count("columns"),
                         active.isEmpty() ? std::nullopt : std::optional(ViewId(active))};
    }
    Result<Action> setActiveView() const { return SetActiveView{m_view}; }

    Result<Action> showSeries() const
    {
        if (text("series") == QStringLiteral("none"))
            return ShowSeries{m_view, {}, {}, {}, {}, {}};
        const Result<ImageLookup::DataSet> found = m_images.series(text("series"), StudyUid(text("study")));
        if (!found)
            return fail(found.error());
        return ShowSeries{m_view, found->study, found->id, {}, {}, {}};
    }

    Result<Action> showPlane() const
    {
        if (m_command.arguments.contains(QStringLiteral("default")))
            return ShowPlane{m_view, {}};
        if (m_command.has(QStringLiteral("sop")))
            return m_images.mayHold(m_state.view(m_view).dataSet, namedImage())
                       ? Result<Action>(ShowPlane{m_view, namedImage()})
                       : fail(ErrorCode::NotFound, QStringLiteral("the series has no such image"));
        if (m_command.has(QStringLiteral("slice"))) {
            const Result<ImageRef> image = slice(text("slice"));
            return image ? Result<Action>(ShowPlane{m_view, *image}) : fail(image.error());
        }
        SpatialPlane plane;
        plane.point = patientPoint(text("point"));
        const PatientPoint normal = patientPoint(text("normal"));
        plane.normal = {normal.x, normal.y, normal.z};
        plane.frameOfReference = FrameOfReferenceUid(text("reference"));
        if (plane.frameOfReference.isEmpty()) {
            const Result<ImageRef> image = shownImage();
            if (!image)
                return fail(image.error());
            plane.frameOfReference = m_images.frameOfReference(m_state.view(m_view).dataSet, image->sop);
        }
        if (plane.frameOfReference.isEmpty())
            return fail(ErrorCode::NotFound, QStringLiteral("the image shown has no frame of reference"));
        return ShowPlane{m_view, plane};
    }

    Result<Action> setWindow() const
    {
        const Result<DataSetId> dataSet = presentedDataSet();
        if (!dataSet)
            return fail(dataSet.error());
        if (m_command.arguments.contains(QStringLiteral("default")))
            return SetWindow{m_view, *dataSet, std::nullopt};
        if (m_command.has(QStringLiteral("table")))
            return SetWindow{m_view, *dataSet, std::nullopt, count("table")};
        return SetWindow{m_view, *dataSet,
                         Window{number("centre"), number("width"), enumerator("function", VoiFunction::Linear)}};
    }

    Result<Action> setInverted() const
    {
        const Result<DataSetId> dataSet = presentedDataSet();
        if (!dataSet)
            return fail(dataSet.error());
        return SetInverted{m_view, *dataSet, parseYesNo(text("inverted")).value_or(false)};
    }

    Result<Action> setSlab() const
    {
        if (m_command.arguments.contains(QStringLiteral("off")))
            return SetSlab{m_view, std::nullopt};
        return SetSlab{
            m_view, Slab{enumerator("mode", SlabMode::Mean), parseNumber(text("thickness").chopped(2)).value_or(0.0)}};
    }

    /// What is not given stays as it is.
    Result<Action> setLookLink() const
    {
        const LookLink &now = m_state.layout().look;
        return SetLookLink{{parseYesNo(text("window")).value_or(now.window),
                            parseYesNo(text("zoom")).value_or(now.zoom), parseYesNo(text("pan")).value_or(now.pan),
                            parseYesNo(text("cursor")).value_or(now.cursor)}};
    }

    /// In the frame of reference of the image that the view shows.
    Result<Action> setCursor() const
    {
        if (m_command.arguments.contains(QStringLiteral("off")))
            return SetCursor{std::nullopt};
        const Result<ImageRef> image = shownImage();
        if (!image)
            return fail(image.error());
        const ViewState &view = m_state.view(m_view);
        const FrameOfReferenceUid reference = m_images.frameOfReference(view.dataSet, image->sop);
        if (reference.isEmpty())
            return fail(ErrorCode::NotFound, QStringLiteral("the image shown has no frame of reference"));
        return SetCursor{SpaceCursor{m_view, view.study, view.dataSet, reference, patientPoint(text("to"))}};
    }

    /// From the frame of reference of the image that view from= shows to that of view=, so that
    /// p' = R p + shift; turn= is the axis of R times the sine of half of its angle.
    Result<Action> setAlignment() const
    {
        const auto reference = [this](const ViewId &view) {
            const ViewState &shown = m_state.view(view);
            const auto *image = std::get_if<ImageRef>(&shown.plane);
            const Result<ImageRef> first = image ? Result<ImageRef>(*image) : m_images.slice(shown.dataSet, 0);
            return first ? m_images.frameOfReference(shown.dataSet, first->sop) : FrameOfReferenceUid();
        };
        const FrameOfReferenceUid from = reference(ViewId(text("from"))), to = reference(m_view);
        if (from.isEmpty() || to.isEmpty())
            return fail(ErrorCode::NotFound, QStringLiteral("an image shown has no frame of reference"));
        if (m_command.arguments.contains(QStringLiteral("off")))
            return alignmentOf(from, to, std::nullopt);
        const PatientPoint shift = patientPoint(text("shift")), turn = patientPoint(text("turn"));
        return alignmentOf(from, to, RigidTransform{turn - PatientPoint{}, shift - PatientPoint{}});
    }

    Result<Action> setFusion() const
    {
        if (m_command.arguments.contains(QStringLiteral("off")))
            return SetFusion{m_view, std::nullopt};
        const Result<ImageLookup::DataSet> found = m_images.series(text("series"), StudyUid(text("study")));
        if (!found)
            return fail(found.error());
        Fusion fusion{found->study, found->id};
        fusion.opacity = parseNumber(text("opacity")).value_or(fusion.opacity);
        fusion.colourMap = enumerator("map", fusion.colourMap);
        fusion.scale = enumerator("scale", fusion.scale);
        if (m_command.has(QStringLiteral("centre")))
            fusion.window = Window{number("centre"), number("width"), VoiFunction::LinearExact};
        fusion.threshold = parseNumber(text("threshold"));
        return SetFusion{m_view, fusion};
    }

    Result<Action> setEnhancement() const
    {
        const Result<DataSetId> dataSet = presentedDataSet();
        if (!dataSet)
            return fail(dataSet.error());
        if (m_command.arguments.contains(QStringLiteral("off")))
            return SetEnhancement{m_view, *dataSet, std::nullopt};
        return SetEnhancement{m_view, *dataSet,
                              Enhancement{enumerator("enhancement", EnhancementKind::Sharpen), count("level")}};
    }

    Result<Action> setColourMap() const
    {
        const Result<DataSetId> dataSet = presentedDataSet();
        if (!dataSet)
            return fail(dataSet.error());
        return SetColourMap{m_view, *dataSet, enumerator("map", ColourMap::Grey)};
    }

    Result<Action> setSuv() const
    {
        const Result<DataSetId> dataSet = presentedDataSet();
        if (!dataSet)
            return fail(dataSet.error());
        return SetSuv{m_view, *dataSet, enumerator("suv", Suv::BodyWeight)};
    }

    Result<Action> setShutter() const
    {
        const Result<DataSetId> dataSet = presentedDataSet();
        if (!dataSet)
            return fail(dataSet.error());
        if (m_command.arguments.contains(QStringLiteral("off")))
            return SetShutter{m_view, *dataSet, std::nullopt};
        DisplayShutter shutter;
        if (m_command.has(QStringLiteral("edges"))) {
            const std::vector<double> v = parseNumbers(text("edges"), 4).value_or(std::vector<double>(4));
            shutter.rectangle = ShutterRectangle{int(v[0]), int(v[2]), int(v[1]), int(v[3])};
        }
        if (m_command.has(QStringLiteral("circle"))) {
            const std::vector<double> v = parseNumbers(text("circle"), 3).value_or(std::vector<double>(3));
            shutter.circle = ShutterCircle{{v[0], v[1]}, v[2]};
        }
        for (const QString &vertex : text("vertices").split(QLatin1Char(';'), Qt::SkipEmptyParts))
            shutter.polygon.push_back(imagePoint(vertex));
        shutter.grey = int(parseNumber(text("grey")).value_or(0.0));
        const Result<ImageRefs> images = someImages();
        if (!images)
            return fail(images.error());
        shutter.images = *images;
        return SetShutter{m_view, *dataSet, shutter};
    }

    /// Words, the low byte first. What is no word is kept out by a byte too many: reduce() says what is wrong.
    [[nodiscard]] QByteArray tableEntries(const char *option) const
    {
        QByteArray entries;
        for (const double number : parseNumbers(text(option), -1).value_or(std::vector<double>())) {
            const int entry = number >= 0.0 && number <= 65535.0 ? int(number) : -1;
            if (entry < 0)
                return QByteArray(1, 0);
            entries.append(char(entry & 0xFF));
            entries.append(char(entry >> 8));
        }
        return entries;
    }

    Result<Action> setGreyTables() const
    {
        const Result<DataSetId> dataSet = presentedDataSet();
        if (!dataSet)
            return fail(dataSet.error());
        if (m_command.arguments.contains(QStringLiteral("off")))
            return SetGreyTables{m_view, *dataSet, std::nullopt};
        const auto bitsOf = [this](const char *option) { return int(parseCount(text(option)).value_or(16)); };
        GreyTables tables;
        if (m_command.has(QStringLiteral("entries")))
            tables.voi = ValueTable{int(number("first")),    bitsOf("bits"),
                                    tableEntries("entries"), parseNumber(text("factor")).value_or(1.0),
                                    number("offset"),        {}};
        if (m_command.has(QStringLiteral("output")))
            tables.presentation = ValueTable{0, bitsOf("output-bits"), tableEntries("output"), 1.0, 0.0, {}};
        const Result<ImageRefs> images = someImages();
        if (!images)
            return fail(images.error());
        tables.images = *images;
        return SetGreyTables{m_view, *dataSet, tables};
    }

    Result<Action> setZoomPan() const
    {
        if (m_command.arguments.contains(QStringLiteral("fit")))
            return SetZoomPan{m_view, std::nullopt};
        const QString across = text("across");
        const SpanUnit unit = across.endsWith(QStringLiteral("mm")) ? SpanUnit::Millimetres : SpanUnit::ImagePixels;
        return SetZoomPan{m_view, ZoomPan{unit, parseNumber(across.chopped(2)).value_or(0.0), number("along-row"),
                                          number("along-column")}};
    }

    Result<Action> setOrientation() const
    {
        return SetOrientation{m_view, Orientation{number("rotation"), parseYesNo(text("flipped")).value_or(false)}};
    }

    Result<Action> setScrollLink() const
    {
        ScrollLink link;
        link.kind = enumerator("by", LinkKind::None);
        for (const QString &text : text("anchors").split(QLatin1Char(';'), Qt::SkipEmptyParts)) {
            const ViewId view(text.section(QLatin1Char(','), 0, 0));
            link.anchors.push_back({view, m_state.view(view).dataSet, patientPoint(text.section(QLatin1Char(','), 1))});
        }
        return SetScrollLink{link};
    }

    Result<Action> addAnnotation() const
    {
        const ViewState &view = m_state.view(m_view);
        const Result<ImageRef> image =
            m_command.has(QStringLiteral("sop")) ? Result<ImageRef>(namedImage()) : shownImage();
        if (!image)
            return fail(image.error());
        Annotation mark;
        mark.id = AnnotationId(text("id"));
        mark.kind = enumerator("kind", AnnotationKind::Probe);
        mark.author = m_actor;
        mark.dataSet = view.dataSet;
        mark.sop = image->sop;
        mark.frame = image->frame;
        mark.text = text("text");
        for (const QString &point : text("handles").split(QLatin1Char(';'), Qt::SkipEmptyParts))
            mark.patientHandles.push_back(patientPoint(point));
        for (const QString &point : text("pixels").split(QLatin1Char(';'), Qt::SkipEmptyParts))
            mark.imageHandles.push_back(imagePoint(point));
        if (!mark.patientHandles.empty())
            mark.frameOfReference = m_images.frameOfReference(view.dataSet, image->sop);
        return AddAnnotation{mark};
    }

    Result<Action> moveHandle() const
    {
        return MoveHandle{AnnotationId(text("annotation")), count("handle") - 1, point()};
    }
    Result<Action> setHandles() const
    {
        SetHandles set{AnnotationId(text("annotation")), {}, {}};
        for (const QString &point : text("handles").split(QLatin1Char(';'), Qt::SkipEmptyParts))
            set.patientHandles.push_back(patientPoint(point));
        for (const QString &point : text("pixels").split(QLatin1Char(';'), Qt::SkipEmptyParts))
            set.imageHandles.push_back(imagePoint(point));
        return set;
    }
    Result<Action> setMarkText() const { return SetMarkText{AnnotationId(text("annotation")), text("text")}; }
    Result<Action> placeLabel() const
    {
        const bool isPlaced = m_command.has(QStringLiteral("to")) || m_command.has(QStringLiteral("pixel"));
        return PlaceLabel{AnnotationId(text("annotation")), isPlaced ? std::optional(point()) : std::nullopt};
    }
    Result<Action> removeAnnotation() const { return RemoveAnnotation{AnnotationId(text("annotation"))}; }
    Result<Action> showSegmentation() const
    {
        const Result<SopInstanceUid> found = object();
        if (!found)
            return fail(found.error());
        return ShowSegmentation{m_view, *found, parseYesNo(text("shown")).value_or(false)};
    }
    Result<Action> showLayer() const
    {
        return ShowLayer{SopInstanceUid(text("object")), text("layer"), parseYesNo(text("shown")).value_or(false)};
    }
    /// What is not given stays as it is.
    Result<Action> setSegmentDisplay() const
    {
        const Result<SopInstanceUid> found = object();
        if (!found)
            return fail(found.error());
        const int segment = text("segment").toInt();
        const SegmentDisplay now = m_state.segmentation(m_view, *found).of(segment);
        return SetSegmentDisplay{m_view, *found, segment, parseYesNo(text("visible")).value_or(now.visible),
                                 parseNumber(text("opacity")).value_or(now.opacity)};
    }
    Result<Action> movePointer() const
    {
        if (m_command.arguments.contains(QStringLiteral("away")))
            return MovePointer{m_view, std::nullopt};
        return MovePointer{m_view, point()};
    }

    // stacks=1@..10;1@11.. : stacks with ; between, their members with +, of each the slices from and to, from 1.
    Result<Action> arrangeStudy() const
    {
        ArrangeStudy action{StudyUid(text("study")), {}};
        const QString all = text("stacks");
        std::set<DataSetId> ids;
        for (const QString &stack :
             (all == QStringLiteral("none") ? QString() : all).split(QLatin1Char(';'), Qt::SkipEmptyParts)) {
            OwnStack own;
            for (const QString &member : stack.split(QLatin1Char('+'))) {
                auto read = stackMember(member, action.study);
                if (!read)
                    return fail(read.error());
                own.members.push_back(std::move(*read));
            }
            own.id = own.members.front().dataSet;
            for (int i = 2; !ids.insert(own.id).second; ++i)
                own.id = DataSetId(own.members.front().dataSet.text() + QStringLiteral("#own_%1").arg(i));
            action.stacks.push_back(std::move(own));
        }
        if (action.study.isEmpty())
            action.study = m_state.view(m_view).study;
        return action;
    }

private:
    [[nodiscard]] Result<StackMember> stackMember(const QString &text, StudyUid &study) const
    {
        const Result<ImageLookup::DataSet> found = m_images.series(text.section(QLatin1Char('@'), 0, 0), study);
        if (!found)
            return fail(found.error());
        if (found->id.text().contains(QStringLiteral("#own_")) || found->id.text().endsWith(QStringLiteral("#rest")))
            return fail(ErrorCode::NotFound, QStringLiteral("%1 is made by hand: name what it is made of").arg(text));
        study = found->study;
        StackMember member{found->id, {}, {}};
        const QString range = text.section(QLatin1Char('@'), 1);
        for (const bool isLast : {false, true}) {
            const QString end = range.section(QStringLiteral(".."), isLast ? 1 : 0, isLast ? 1 : 0);
            if (end.isEmpty())
                continue;
            const int slices = m_images.sliceCount(found->id), index = parseCount(end).value_or(0) - 1;
            if (index < 0 || index >= slices)
                return fail(ErrorCode::NotFound, QStringLiteral("there is no slice %1 of %2").arg(end).arg(slices));
            const Result<ImageRef> image = m_images.slice(found->id, index);
            if (!image)
                return fail(image.error());
            (isLast ? member.last : member.first) = *image;
        }
        return member;
    }
    [[nodiscard]] QString text(const char *key) const { return m_command.option(QString::fromLatin1(key)); }
    [[nodiscard]] double number(const char *key) const { return parseNumber(text(key)).value_or(0.0); }
    [[nodiscard]] int count(const char *key) const { return parseCount(text(key)).value_or(1); }

    template<class E>
    [[nodiscard]] E enumerator(const char *key, E otherwise) const
    {
        for (const auto &entry : EnumNames<E>::entries) {
            if (text(key) == QLatin1String(entry.name))
                return entry.value;
        }
        return otherwise;
    }

    [[nodiscard]] static PatientPoint patientPoint(const QString &text)
    {
        const std::vector<double> v = parseNumbers(text, 3).value_or(std::vector<double>(3));
        return {v[0], v[1], v[2]};
    }
    [[nodiscard]] static ImagePoint imagePoint(const QString &text)
    {
        const std::vector<double> v = parseNumbers(text, 2).value_or(std::vector<double>(2));
        return {v[0], v[1]};
    }
    [[nodiscard]] Point point() const
    {
        return m_command.has(QStringLiteral("to")) ? Point(patientPoint(text("to"))) : Point(imagePoint(text("pixel")));
    }

    [[nodiscard]] Result<SopInstanceUid> object() const
    {
        return m_images.segmentation(m_command.has(QStringLiteral("object")) ? text("object") : QStringLiteral("1"),
                                     StudyUid(text("study")));
    }

    [[nodiscard]] ImageRef namedImage() const { return {SopInstanceUid(text("sop")), count("frame") - 1}; }

    /// The image that the view shows: the chosen one, else the first.
    [[nodiscard]] Result<ImageRef> shownImage() const
    {
        const ViewState &view = m_state.view(m_view);
        if (const auto *const image = std::get_if<ImageRef>(&view.plane))
            return *image;
        if (std::holds_alternative<SpatialPlane>(view.plane))
            return fail(ErrorCode::NotFound,
                        QStringLiteral("%1 shows a plane, not an image: name one").arg(m_view.text()));
        return slice(QStringLiteral("first"));
    }

    [[nodiscard]] Result<ImageRef> slice(const QString &which) const
    {
        const DataSetId &id = m_state.view(m_view).dataSet;
        const int slices = id.isEmpty() ? 0 : m_images.sliceCount(id);
        if (slices == 0)
            return fail(ErrorCode::NotFound, QStringLiteral("%1 shows no slices").arg(m_view.text()));
        int index = parseCount(which).value_or(1) - 1;
        if (which == QStringLiteral("middle"))
            index = slices / 2;
        else if (which == QStringLiteral("last"))
            index = slices - 1;
        if (index >= slices)
            return fail(ErrorCode::NotFound, QStringLiteral("there is no slice %1 of %2").arg(index + 1).arg(slices));
        return m_images.slice(id, index);
    }

    /// Of slices=1,3,5; none where it is not there.
    [[nodiscard]] Result<ImageRefs> someImages() const
    {
        ImageRefs images;
        for (const double number : parseNumbers(text("slices"), -1).value_or(std::vector<double>())) {
            const Result<ImageRef> image = slice(QString::number(int(number)));
            if (!image)
                return fail(image.error());
            images.push_back(*image);
        }
        std::sort(images.begin(), images.end(), isBefore);
        return images;
    }

    [[nodiscard]] Result<DataSetId> presentedDataSet() const
    {
        if (m_command.has(QStringLiteral("series"))) {
            const Result<ImageLookup::DataSet> found = m_images.series(text("series"), StudyUid(text("study")));
            return found ? Result<DataSetId>(found->id) : fail(found.error());
        }
        const DataSetId &id = m_state.view(m_view).dataSet;
        return id.isEmpty() ? fail(ErrorCode::NotFound, QStringLiteral("%1 shows nothing").arg(m_view.text()))
                            : Result<DataSetId>(id);
    }

    const Command &m_command;
    const ViewerState &m_state;
    const ActorId &m_actor;
    const ImageLookup &m_images;
    const ViewId m_view;
};

using Build = Result<Action> (Builder::*)() const;

/// One row for each action; that none is missing is checked below.
constexpr auto builders = std::to_array<std::pair<const char *, Build>>({
    {SetLayout::name, &Builder::setLayout},
    {SetActiveView::name, &Builder::setActiveView},
    {ShowSeries::name, &Builder::showSeries},
    {ShowPlane::name, &Builder::showPlane},
    {SetWindow::name, &Builder::setWindow},
    {SetInverted::name, &Builder::setInverted},
    {SetZoomPan::name, &Builder::setZoomPan},
    {SetOrientation::name, &Builder::setOrientation},
    {AddAnnotation::name, &Builder::addAnnotation},
    {MoveHandle::name, &Builder::moveHandle},
    {RemoveAnnotation::name, &Builder::removeAnnotation},
    {SetHandles::name, &Builder::setHandles},
    {SetMarkText::name, &Builder::setMarkText},
    {PlaceLabel::name, &Builder::placeLabel},
    {SetLookLink::name, &Builder::setLookLink},
    {SetCursor::name, &Builder::setCursor},
    {SetAlignment::name, &Builder::setAlignment},
    {SetFusion::name, &Builder::setFusion},
    {MovePointer::name, &Builder::movePointer},
    {SetScrollLink::name, &Builder::setScrollLink},
    {SetSlab::name, &Builder::setSlab},
    {SetEnhancement::name, &Builder::setEnhancement},
    {SetColourMap::name, &Builder::setColourMap},
    {SetSuv::name, &Builder::setSuv},
    {SetShutter::name, &Builder::setShutter},
    {SetGreyTables::name, &Builder::setGreyTables},
    {ShowSegmentation::name, &Builder::showSegmentation},
    {ShowLayer::name, &Builder::showLayer},
    {SetSegmentDisplay::name, &Builder::setSegmentDisplay},
    {ArrangeStudy::name, &Builder::arrangeStudy},
});
static_assert(builders.size() == std::variant_size_v<ActionVariant>,
              "every action has a line in the scenario language");

} // namespace

bool ImageLookup::mayHold(const DataSetId &, const ImageRef &) const
{
    return true;
}

Result<SopInstanceUid> ImageLookup::segmentation(const QString &selector, const StudyUid &) const
{
    if (parseCount(selector))
        return fail(ErrorCode::NotFound, QStringLiteral("no segmentation %1").arg(selector));
    return SopInstanceUid(selector);
}

Result<Action> buildAction(const Command &command, const ViewerState &state, const ActorId &actor,
                           const ImageLookup &images)
{
    for (const auto &[name, build] : builders) {
        if (command.name == QLatin1String(name))
            return (Builder(command, state, actor, images).*build)();
    }
    return fail(ErrorCode::InvalidArgument, QStringLiteral("not an action"));
}

} // namespace consilium::session::scenario
