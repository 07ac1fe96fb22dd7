#pragma once
#include "viewer/session/ActionTraits.h"
#include "viewer/session/SegmentFields.h"
#include "viewer/session/ShutterFields.h"
#include "viewer/session/TableFields.h"
#include "viewer/session/ViewerState.h"

/// How the parts of the state are written. Ids and numbers here are on the wire and in hashes: never change or reuse
/// one; a new field takes the next free id and must mean nothing when it is at its default.
namespace consilium::session
{

inline constexpr std::uint16_t currentSchema = 1;

template<>
struct EnumNames<SpanUnit> {
    static constexpr std::array entries{EnumEntry<SpanUnit>{SpanUnit::Millimetres, 1, "mm"},
                                        EnumEntry<SpanUnit>{SpanUnit::ImagePixels, 2, "px"}};
};
template<>
struct EnumNames<VoiFunction> {
    static constexpr std::array entries{EnumEntry<VoiFunction>{VoiFunction::Linear, 1, "linear"},
                                        EnumEntry<VoiFunction>{VoiFunction::LinearExact, 2, "linear-exact"},
                                        EnumEntry<VoiFunction>{VoiFunction::Sigmoid, 3, "sigmoid"}};
};
template<>
struct EnumNames<AnnotationKind> {
    static constexpr std::array entries{
        EnumEntry<AnnotationKind>{AnnotationKind::Probe, 1, "probe"},
        EnumEntry<AnnotationKind>{AnnotationKind::Arrow, 2, "arrow"},
        EnumEntry<AnnotationKind>{AnnotationKind::Text, 3, "text"},
        EnumEntry<AnnotationKind>{AnnotationKind::Length, 4, "length"},
        EnumEntry<AnnotationKind>{AnnotationKind::Polyline, 5, "polyline"},
        EnumEntry<AnnotationKind>{AnnotationKind::Angle, 6, "angle"},
        EnumEntry<AnnotationKind>{AnnotationKind::Cobb, 7, "cobb"},
        EnumEntry<AnnotationKind>{AnnotationKind::OpenAngle, 8, "open-angle"},
        EnumEntry<AnnotationKind>{AnnotationKind::Bidirectional, 9, "bidirectional"},
        EnumEntry<AnnotationKind>{AnnotationKind::Ellipse, 10, "ellipse"},
        EnumEntry<AnnotationKind>{AnnotationKind::Rectangle, 11, "rectangle"},
        EnumEntry<AnnotationKind>{AnnotationKind::Polygon, 12, "polygon"},
        EnumEntry<AnnotationKind>{AnnotationKind::Freehand, 13, "freehand"},
        EnumEntry<AnnotationKind>{AnnotationKind::PointRoi, 14, "point-roi"},
        EnumEntry<AnnotationKind>{AnnotationKind::Ruler, 15, "ruler"},
        EnumEntry<AnnotationKind>{AnnotationKind::CardiothoracicRatio, 16, "cardiothoracic-ratio"},
        EnumEntry<AnnotationKind>{AnnotationKind::LegAxis, 17, "leg-axis"},
        EnumEntry<AnnotationKind>{AnnotationKind::LinePair, 18, "line-pair"},
        EnumEntry<AnnotationKind>{AnnotationKind::KeyImage, 19, "key-image"},
        EnumEntry<AnnotationKind>{AnnotationKind::Calibration, 20, "calibration"}};
};

template<>
struct EnumNames<LinkKind> {
    static constexpr std::array entries{EnumEntry<LinkKind>{LinkKind::None, 1, "none"},
                                        EnumEntry<LinkKind>{LinkKind::Position, 2, "position"},
                                        EnumEntry<LinkKind>{LinkKind::Offset, 3, "offset"}};
};

template<>
struct EnumNames<SlabMode> {
    static constexpr std::array entries{EnumEntry<SlabMode>{SlabMode::Mean, 1, "mean"},
                                        EnumEntry<SlabMode>{SlabMode::Maximum, 2, "mip"},
                                        EnumEntry<SlabMode>{SlabMode::Minimum, 3, "minip"}};
};
template<>
struct EnumNames<EnhancementKind> {
    static constexpr std::array entries{
        EnumEntry<EnhancementKind>{EnhancementKind::Sharpen, 1, "sharpen"},
        EnumEntry<EnhancementKind>{EnhancementKind::Smooth, 2, "smooth"},
        EnumEntry<EnhancementKind>{EnhancementKind::Edge, 3, "edge"},
        EnumEntry<EnhancementKind>{EnhancementKind::LocalContrast, 4, "local-contrast"}};
};
template<>
struct EnumNames<ColourMap> {
    static constexpr std::array entries{EnumEntry<ColourMap>{ColourMap::Grey, 1, "grey"},
                                        EnumEntry<ColourMap>{ColourMap::HotIron, 2, "hot-iron"},
                                        EnumEntry<ColourMap>{ColourMap::Pet, 3, "pet"},
                                        EnumEntry<ColourMap>{ColourMap::HotMetalBlue, 4, "hot-metal-blue"},
                                        EnumEntry<ColourMap>{ColourMap::Pet20Step, 5, "pet-20-step"},
                                        EnumEntry<ColourMap>{ColourMap::Rainbow, 6, "rainbow"}};
};
template<>
struct EnumNames<Suv> {
    static constexpr std::array entries{
        EnumEntry<Suv>{Suv::BodyWeight, 1, "bw"}, EnumEntry<Suv>{Suv::LeanJames, 2, "lbm-james"},
        EnumEntry<Suv>{Suv::LeanJanmahasatian, 3, "lbm-janmahasatian"}, EnumEntry<Suv>{Suv::BodySurface, 4, "bsa"}};
};

template<>
struct EnumNames<FusionScale> {
    static constexpr std::array entries{
        EnumEntry<FusionScale>{FusionScale::Modality, 1, "modality"},
        EnumEntry<FusionScale>{FusionScale::SuvBodyWeight, 2, "suv"},
        EnumEntry<FusionScale>{FusionScale::SuvLeanJames, 3, "suv-lbm-james"},
        EnumEntry<FusionScale>{FusionScale::SuvLeanJanmahasatian, 4, "suv-lbm-janmahasatian"},
        EnumEntry<FusionScale>{FusionScale::SuvBodySurface, 5, "suv-bsa"}};
};

template<>
struct FieldList<ImageRef> {
    static constexpr auto fields()
    {
        return std::make_tuple(field(1, "sop", &ImageRef::sop), field(2, "frame", &ImageRef::frame));
    }
};
template<>
struct FieldList<SpatialPlane> {
    static constexpr auto fields()
    {
        return std::make_tuple(field(1, "frameOfReference", &SpatialPlane::frameOfReference),
                               field(2, "point", &SpatialPlane::point), field(3, "normal", &SpatialPlane::normal));
    }
};
template<>
struct FieldList<ZoomPan> {
    static constexpr auto fields()
    {
        return std::make_tuple(field(1, "unit", &ZoomPan::unit), field(2, "across", &ZoomPan::across),
                               field(3, "offsetAlongRow", &ZoomPan::offsetAlongRow),
                               field(4, "offsetAlongColumn", &ZoomPan::offsetAlongColumn));
    }
};
template<>
struct FieldList<Orientation> {
    static constexpr auto fields()
    {
        return std::make_tuple(field(1, "rotationDeg", &Orientation::rotationDeg),
                               field(2, "flipped", &Orientation::flipped));
    }
};
template<>
struct FieldList<Slab> {
    static constexpr auto fields()
    {
        return std::make_tuple(field(1, "mode", &Slab::mode), field(2, "thicknessMm", &Slab::thicknessMm));
    }
};
template<>
struct FieldList<Enhancement> {
    static constexpr auto fields()
    {
        return std::make_tuple(field(1, "kind", &Enhancement::kind), field(2, "level", &Enhancement::level));
    }
};
template<>
struct FieldList<Window> {
    static constexpr auto fields()
    {
        return std::make_tuple(field(1, "centre", &Window::centre), field(2, "width", &Window::width),
                               field(3, "function", &Window::function));
    }
};
template<>
struct FieldList<Fusion> {
    static constexpr auto fields()
    {
        return std::make_tuple(field(1, "study", &Fusion::study), field(2, "dataSet", &Fusion::dataSet),
                               field(3, "opacity", &Fusion::opacity), field(4, "colourMap", &Fusion::colourMap),
                               field(5, "scale", &Fusion::scale), field(6, "window", &Fusion::window),
                               field(7, "threshold", &Fusion::threshold));
    }
};
template<>
struct FieldList<ViewState> {
    static constexpr auto fields()
    {
        return std::make_tuple(field(1, "study", &ViewState::study), field(2, "dataSet", &ViewState::dataSet),
                               field(3, "plane", &ViewState::plane), field(4, "zoomPan", &ViewState::zoomPan),
                               field(5, "orientation", &ViewState::orientation), field(20, "slab", &ViewState::slab),
                               field(50, "fusion", &ViewState::fusion));
    }
};
template<>
struct FieldList<Presentation> {
    static constexpr auto fields()
    {
        return std::make_tuple(
            field(1, "window", &Presentation::window), field(2, "inverted", &Presentation::inverted),
            field(20, "enhancement", &Presentation::enhancement), field(21, "colourMap", &Presentation::colourMap),
            field(22, "suv", &Presentation::suv), field(80, "shutter", &Presentation::shutter),
            field(120, "tables", &Presentation::tables), field(140, "fileTable", &Presentation::fileTable));
    }
};
template<>
struct FieldList<LinkAnchor> {
    static constexpr auto fields()
    {
        return std::make_tuple(field(1, "view", &LinkAnchor::view), field(2, "dataSet", &LinkAnchor::dataSet),
                               field(3, "point", &LinkAnchor::point));
    }
};
template<>
struct FieldList<ScrollLink> {
    static constexpr auto fields()
    {
        return std::make_tuple(field(1, "kind", &ScrollLink::kind), field(2, "anchors", &ScrollLink::anchors));
    }
};
template<>
struct FieldList<LookLink> {
    static constexpr auto fields()
    {
        return std::make_tuple(field(1, "window", &LookLink::window), field(2, "zoom", &LookLink::zoom),
                               field(3, "pan", &LookLink::pan), field(4, "cursor", &LookLink::cursor));
    }
};
template<>
struct FieldList<SpaceCursor> {
    static constexpr auto fields()
    {
        return std::make_tuple(field(1, "view", &SpaceCursor::view), field(2, "study", &SpaceCursor::study),
                               field(3, "dataSet", &SpaceCursor::dataSet),
                               field(4, "frameOfReference", &SpaceCursor::frameOfReference),
                               field(5, "point", &SpaceCursor::point));
    }
};
template<>
struct FieldList<RigidTransform> {
    static constexpr auto fields()
    {
        return std::make_tuple(field(1, "versor", &RigidTransform::versor),
                               field(2, "translation", &RigidTransform::translation));
    }
};
template<>
struct FieldList<Layout> {
    static constexpr auto fields()
    {
        return std::make_tuple(field(1, "rows", &Layout::rows), field(2, "columns", &Layout::columns),
                               field(3, "active", &Layout::active), field(4, "link", &Layout::link),
                               field(50, "look", &Layout::look));
    }
};
template<>
struct FieldList<PresentationKey> {
    static constexpr auto fields()
    {
        return std::make_tuple(field(1, "view", &PresentationKey::view),
                               field(2, "dataSet", &PresentationKey::dataSet));
    }
};
template<>
struct FieldList<StackMember> {
    static constexpr auto fields()
    {
        return std::make_tuple(field(1, "dataSet", &StackMember::dataSet), field(2, "first", &StackMember::first),
                               field(3, "last", &StackMember::last));
    }
};
template<>
struct FieldList<OwnStack> {
    static constexpr auto fields()
    {
        return std::make_tuple(field(1, "id", &OwnStack::id), field(2, "members", &OwnStack::members));
    }
};
template<>
struct FieldList<Annotation> {
    static constexpr auto fields()
    {
        return std::make_tuple(field(1, "id", &Annotation::id), field(2, "kind", &Annotation::kind),
                               field(3, "author", &Annotation::author), field(4, "dataSet", &Annotation::dataSet),
                               field(5, "sop", &Annotation::sop), field(6, "frame", &Annotation::frame),
                               field(7, "frameOfReference", &Annotation::frameOfReference),
                               field(8, "patientHandles", &Annotation::patientHandles),
                               field(9, "imageHandles", &Annotation::imageHandles),
                               field(10, "text", &Annotation::text),
                               field(11, "labelInPatient", &Annotation::labelInPatient),
                               field(12, "labelInImage", &Annotation::labelInImage));
    }
};

static_assert(fieldIdsAreUnique<ImageRef>() && fieldIdsAreUnique<SpatialPlane>() && fieldIdsAreUnique<ZoomPan>() &&
              fieldIdsAreUnique<Orientation>() && fieldIdsAreUnique<ViewState>() && fieldIdsAreUnique<Window>() &&
              fieldIdsAreUnique<Presentation>() && fieldIdsAreUnique<ShutterRectangle>() &&
              fieldIdsAreUnique<ShutterCircle>() && fieldIdsAreUnique<DisplayShutter>() &&
              fieldIdsAreUnique<ValueTable>() && fieldIdsAreUnique<ImageWindow>() && fieldIdsAreUnique<GreyTables>() &&
              fieldIdsAreUnique<Layout>() && fieldIdsAreUnique<LinkAnchor>() && fieldIdsAreUnique<ScrollLink>() &&
              fieldIdsAreUnique<Fusion>() && fieldIdsAreUnique<LookLink>() && fieldIdsAreUnique<SpaceCursor>() &&
              fieldIdsAreUnique<RigidTransform>() && fieldIdsAreUnique<Slab>() && fieldIdsAreUnique<Enhancement>() &&
              fieldIdsAreUnique<PresentationKey>() && fieldIdsAreUnique<SegmentDisplay>() &&
              fieldIdsAreUnique<SegmentationDisplay>() && fieldIdsAreUnique<SegmentationKey>() &&
              fieldIdsAreUnique<Annotation>() && fieldIdsAreUnique<StackMember>() && fieldIdsAreUnique<OwnStack>());

} // namespace consilium::session
