#include "viewer/session/actions/ShowSeries.h"

#include "viewer/session/Validation.h"

namespace consilium::session
{

namespace
{

ViewState viewAfter(const ShowSeries &action)
{
    return {action.study, action.dataSet, action.plane, action.zoomPan, normalised(action.orientation),
            action.slab,  action.fusion};
}

} // namespace

std::vector<ShowSeries> ShowSeries::samples()
{
    const ImageRef image{SopInstanceUid(QStringLiteral("1.2.826.0.1.3680043.10.1.7")), 3};
    const SpatialPlane plane{FrameOfReferenceUid(QStringLiteral("1.2.3.4")), {1.5, -2.25, 1e-3}, {0.0, 0.6, 0.8}};
    const StudyUid study(QStringLiteral("1.2.3"));
    const DataSetId dataSet(QStringLiteral("1.2.3.9#2"));
    return {{ViewId(QStringLiteral("v2")), study, dataSet, image, ZoomPan{SpanUnit::ImagePixels, 256.5, -3.0, 4.0},
             Orientation{90.0, true}, Slab{SlabMode::Maximum, 12.5},
             Fusion{study, DataSetId(QStringLiteral("1.2.3.4")), 0.25, ColourMap::Pet, FusionScale::SuvBodyWeight,
                    Window{2.5, 5.0, VoiFunction::LinearExact}, 0.5}},
            {ViewId(QStringLiteral("v1")), study, dataSet, plane, ZoomPan{SpanUnit::Millimetres, 200.0, 0.1, 0.0}, {}},
            {ViewId(QStringLiteral("v1")), study, dataSet, {}, {}, {}},
            {ViewId(QStringLiteral("v3")), {}, {}, {}, {}, {}}};
}

Result<ViewerState> ShowSeries::reduce(const ViewerState &state) const
{
    if (const Result<void> ok = checkView(view); !ok)
        return fail(ok.error());
    if (const Result<void> ok = checkOrientation(orientation); !ok)
        return fail(ok.error());
    ViewState after = viewAfter(*this);
    if (const Result<void> ok = checkViewState(after); !ok)
        return fail(ok.error());
    return after == state.view(view) ? state : state.withView(view, std::move(after));
}

std::optional<ShowSeries> ShowSeries::invert(const ViewerState &before) const
{
    const ViewState &old = before.view(view);
    if (old == viewAfter(*this))
        return std::nullopt;
    return ShowSeries{view, old.study, old.dataSet, old.plane, old.zoomPan, old.orientation, old.slab, old.fusion};
}

FieldKeys ShowSeries::touches(const ViewerState &before) const
{
    if (before.view(view) == viewAfter(*this))
        return {};
    // Where one looks belongs to the series: all of it goes with the series, whatever of it differs.
    const QString &target = view.text();
    return {{FieldKey::Kind::Series, target},      {FieldKey::Kind::Plane, target}, {FieldKey::Kind::ZoomPan, target},
            {FieldKey::Kind::Orientation, target}, {FieldKey::Kind::Slab, target},  {FieldKey::Kind::Fusion, target}};
}

} // namespace consilium::session
