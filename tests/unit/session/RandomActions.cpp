#include "tests/unit/session/RandomActions.h"

#include "viewer/session/StateFields.h"
#include "viewer/session/Validation.h"

#include <algorithm>

namespace consilium::test
{

using namespace session;

std::uint64_t RandomActions::number()
{
    std::uint64_t z = (m_state += 0x9E3779B97F4A7C15u);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
}

double RandomActions::between(double a, double b)
{
    return a + (b - a) * (static_cast<double>(number() >> 11) / 9007199254740992.0);
}

ViewId RandomActions::view()
{
    return Layout::viewAt(below(6));
}

DataSetId RandomActions::dataSet()
{
    return DataSetId(QStringLiteral("1.2.826.0.1.3680043.10.%1#2").arg(below(4)));
}

SopInstanceUid RandomActions::object()
{
    return SopInstanceUid(QStringLiteral("1.2.826.0.1.3680043.10.8.%1").arg(below(3)));
}

PlaneRef RandomActions::plane()
{
    switch (below(5)) {
    case 0:
        return {};
    case 1: {
        const PatientVector normals[] = {{1, 0, 0}, {0, -1, 0}, {0, 0.6, 0.8}, {-0.8, 0.0, 0.6}};
        return SpatialPlane{FrameOfReferenceUid(QStringLiteral("1.2.3")),
                            {between(-200, 200), between(-200, 200), between(-900, 900)},
                            normals[below(4)]};
    }
    default:
        return ImageRef{SopInstanceUid(QStringLiteral("1.2.826.0.1.3680043.10.9.%1").arg(below(400))), below(2)};
    }
}

Annotation RandomActions::mark(const AnnotationId &id, const ActorId &actor)
{
    const auto &kinds = EnumNames<AnnotationKind>::entries;
    Annotation mark;
    mark.id = id;
    mark.kind = kinds[std::size_t(below(int(kinds.size())))].value;
    mark.author = actor;
    mark.dataSet = dataSet();
    mark.sop = SopInstanceUid(QStringLiteral("1.2.826.0.1.3680043.10.9.%1").arg(below(400)));
    const HandleRange range = handleRange(mark.kind);
    const int handles = std::min(range.most, range.least + below(4));
    const bool isSpatial = below(2) == 0 && mark.kind != AnnotationKind::Calibration;
    for (int i = 0; i < handles; ++i) {
        if (isSpatial)
            mark.patientHandles.push_back({between(-250, 250), between(-250, 250), between(-1000, 1000)});
        else
            mark.imageHandles.push_back({between(-0.5, 511.5), between(-0.5, 511.5)});
    }
    if (handles > 0 && below(4) == 0) {
        if (isSpatial)
            mark.labelInPatient = mark.patientHandles.front();
        else
            mark.labelInImage = mark.imageHandles.front();
    }
    if (isSpatial)
        mark.frameOfReference = FrameOfReferenceUid(QStringLiteral("1.2.3"));
    if (mark.kind == AnnotationKind::Text)
        mark.text = QStringLiteral("\u7ed3\u8282 %1").arg(below(1000));
    if (mark.kind == AnnotationKind::Calibration)
        mark.text = QString::number(1 + below(1000));
    return mark;
}

AnnotationId RandomActions::anyMark(const ViewerState &state)
{
    std::vector<AnnotationId> ids;
    state.annotations().forEach([&ids](const Annotation &mark) { ids.push_back(mark.id); });
    if (ids.empty() || below(20) == 0)
        return AnnotationId(QStringLiteral("nobody's"));
    return ids[static_cast<std::size_t>(below(static_cast<int>(ids.size())))];
}

Action RandomActions::viewAction()
{
    switch (below(18)) {
    case 0:
        return SetLayout{1 + below(3), 1 + below(3), below(2) ? std::optional(view()) : std::nullopt};
    case 1:
        return SetActiveView{view()};
    case 2: {
        const bool empty = below(8) == 0;
        return empty ? ShowSeries{view(), {}, {}, {}, {}, {}}
                     : ShowSeries{view(), StudyUid(QStringLiteral("1.2")), dataSet(), plane(), {}, {}};
    }
    case 3:
        if (below(6) == 0)
            return SetWindow{view(), dataSet(), std::nullopt, 1 + below(4)};
        return SetWindow{view(), dataSet(),
                         below(5) ? std::optional(Window{between(-1000, 2000), between(1, 4000)}) : std::nullopt};
    case 4:
        return SetInverted{view(), dataSet(), below(2) == 0};
    case 5:
        return SetZoomPan{view(), below(5)
                                      ? std::optional(ZoomPan{below(2) ? SpanUnit::Millimetres : SpanUnit::ImagePixels,
                                                              between(1, 500), between(-99, 99), between(-99, 99)})
                                      : std::nullopt};
    case 6:
        return SetOrientation{view(),
                              Orientation{below(3) ? 90.0 * (below(9) - 4) : between(-720, 720), below(2) == 0}};
    case 7: {
        const LinkAnchor first{Layout::viewAt(0), dataSet(), {between(-200, 200), 0.0, between(-900, 900)}};
        const LinkAnchor second{Layout::viewAt(1 + below(5)), dataSet(), {0.0, 0.0, between(-900, 900)}};
        const ScrollLink links[] = {{}, {LinkKind::Position, {}}, {LinkKind::Offset, {first, second}}};
        return SetScrollLink{links[below(3)]};
    }
    case 8:
        return SetSlab{view(), below(4) ? std::optional(Slab{static_cast<SlabMode>(below(3)), between(0.5, 60)})
                                        : std::nullopt};
    case 9:
        return SetEnhancement{
            view(), dataSet(),
            below(4) ? std::optional(Enhancement{static_cast<EnhancementKind>(below(4)), 1 + below(5)}) : std::nullopt};
    case 10:
        if (below(3) == 0)
            return SetSuv{view(), dataSet(), static_cast<Suv>(below(4))};
        if (below(4) == 0) {
            DisplayShutter shutter;
            shutter.circle = ShutterCircle{{between(0, 100), between(0, 100)}, between(1, 50)};
            shutter.grey = below(256);
            if (below(2))
                shutter.images = {{SopInstanceUid(QStringLiteral("1.2.3")), below(3)},
                                  {SopInstanceUid(QStringLiteral("1.2.4")), 0}};
            return SetShutter{view(), dataSet(), below(3) ? std::optional(shutter) : std::nullopt};
        }
        if (below(4) == 0) {
            GreyTables tables;
            tables.voi =
                ValueTable{below(2000) - 1000, 8, QByteArray(2 * (1 + below(40)), '\0'), between(0.5, 64), 0, {}};
            if (below(2))
                tables.presentation = ValueTable{0, 16, QByteArray(2 * (1 + below(40)), 'z'), 1, 0, {}};
            tables.voi->isOfStored = below(2) == 0;
            if (below(2))
                tables.images = {{SopInstanceUid(QStringLiteral("1.2.3")), below(3)}};
            if (below(2))
                tables.windows = {{Window{between(-1000, 2000), between(1, 4000)},
                                   {{SopInstanceUid(QStringLiteral("1.2.5")), below(3)}}}};
            return SetGreyTables{view(), dataSet(), below(3) ? std::optional(tables) : std::nullopt};
        }
        return SetColourMap{view(), dataSet(), static_cast<ColourMap>(below(6))};
    case 11:
        if (below(3) == 0)
            return ShowLayer{object(), QStringLiteral("LAYER %1").arg(below(3)), below(2) == 0};
        return ShowSegmentation{view(), object(), below(2) == 0};
    case 12:
        return SetSegmentDisplay{view(), object(), below(4), below(2) == 0, below(3) ? between(0, 1) : 0.35};
    case 13:
        if (below(3) == 0)
            return alignmentOf(FrameOfReferenceUid(QStringLiteral("1.2.%1").arg(below(3))),
                               FrameOfReferenceUid(QStringLiteral("1.3.%1").arg(below(3))),
                               below(4) ? std::optional(RigidTransform{{between(-0.5, 0.5), 0.1, between(-0.5, 0.5)},
                                                                       {between(-300, 300), 0, between(-300, 300)}})
                                        : std::nullopt);
        return SetLookLink{{below(2) == 0, below(2) == 0, below(2) == 0, below(2) == 0}};
    case 14:
        return SetCursor{below(4) ? std::optional(SpaceCursor{view(),
                                                              StudyUid(QStringLiteral("1.2")),
                                                              dataSet(),
                                                              FrameOfReferenceUid(QStringLiteral("1.2.3")),
                                                              {between(-250, 250), between(-250, 250), 0.5}})
                                  : std::nullopt};
    case 15: {
        Fusion fusion{StudyUid(QStringLiteral("1.2")), dataSet(), between(0, 1), static_cast<ColourMap>(below(6)),
                      static_cast<FusionScale>(below(5))};
        if (below(2))
            fusion.window = Window{between(0, 20), between(1, 40), VoiFunction::LinearExact};
        if (below(2))
            fusion.threshold = between(0, 5);
        return SetFusion{view(), below(4) ? std::optional(fusion) : std::nullopt};
    }
    default:
        return ShowPlane{view(), plane()};
    }
}

Action RandomActions::changedPlaces(const Annotation &mark)
{
    if (below(2) == 0) {
        const double shift = between(-20, 20);
        SetHandles moved{mark.id, mark.patientHandles, mark.imageHandles};
        for (PatientPoint &point : moved.patientHandles)
            point.x += shift;
        for (ImagePoint &point : moved.imageHandles)
            point.column += shift;
        return moved;
    }
    PlaceLabel place{mark.id, std::nullopt};
    if (below(4) > 0 && mark.patientHandles.empty())
        place.to = ImagePoint{between(0, 511), between(0, 511)};
    else if (below(4) > 0 && !mark.patientHandles.empty())
        place.to = PatientPoint{between(-250, 250), between(-250, 250), between(-900, 900)};
    return place;
}

Action RandomActions::editAction(const ViewerState &state, const ActorId &actor)
{
    const int kind = below(8);
    if (kind < 2) {
        const QString id = QStringLiteral("%1-%2").arg(actor.text()).arg(++m_marks);
        return AddAnnotation{mark(AnnotationId(id), actor)};
    }
    const AnnotationId id = anyMark(state);
    if (kind == 2)
        return RemoveAnnotation{id};
    const Annotation *const mark = state.annotations().find(id);
    if (kind == 6)
        return SetMarkText{id, QStringLiteral("text %1").arg(below(5))};
    if (kind == 7 && mark)
        return changedPlaces(*mark);
    if (mark && !mark->imageHandles.empty())
        return MoveHandle{id, below(static_cast<int>(mark->imageHandles.size())),
                          ImagePoint{between(0, 511), between(0, 511)}};
    return MoveHandle{id, below(2), PatientPoint{between(-250, 250), between(-250, 250), between(-900, 900)}};
}

Action RandomActions::next(const ViewerState &state, const ActorId &actor)
{
    const int kind = below(10);
    if (kind == 0)
        return MovePointer{view(), PatientPoint{between(-250, 250), between(-250, 250), between(-900, 900)}};
    return kind < 6 ? viewAction() : editAction(state, actor);
}

} // namespace consilium::test
