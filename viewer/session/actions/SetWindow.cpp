#include "viewer/session/actions/SetWindow.h"

#include "viewer/session/Validation.h"

namespace consilium::session
{

std::vector<SetWindow> SetWindow::samples()
{
    const ViewId view(QStringLiteral("v1"));
    const DataSetId dataSet(QStringLiteral("1.2.3.9"));
    return {{view, dataSet, Window{-600.0, 1500.5, VoiFunction::Sigmoid}},
            {view, dataSet, Window{40.0, 400.0, VoiFunction::Linear}},
            {ViewId(QStringLiteral("v4")), dataSet, Window{0.5, 0.25, VoiFunction::LinearExact}},
            {view, dataSet, std::nullopt}};
}

Result<ViewerState> SetWindow::reduce(const ViewerState &state) const
{
    if (const Result<void> ok = checkView(view); !ok)
        return fail(ok.error());
    if (const Result<void> ok = checkName(dataSet.text(), "data set"); !ok)
        return fail(ok.error());
    if (const Result<void> ok = checkWindow(window); !ok)
        return fail(ok.error());
    const Presentation before = state.presentation(view, dataSet);
    Presentation after = before;
    after.window = window;
    if (after == before)
        return state;
    const PresentationKey key{view, dataSet};
    if (state.presentations().size() >= maxPresentations && !state.presentations().contains(key))
        return fail(ErrorCode::InvalidArgument, QStringLiteral("too many presentations"));
    return state.withPresentation(key, after);
}

std::optional<SetWindow> SetWindow::invert(const ViewerState &before) const
{
    const Presentation old = before.presentation(view, dataSet);
    if (old.window == window)
        return std::nullopt;
    return SetWindow{view, dataSet, old.window};
}

FieldKeys SetWindow::touches(const ViewerState &before) const
{
    if (before.presentation(view, dataSet).window == window)
        return {};
    return {{FieldKey::Kind::Window, view.text() + QLatin1Char('/') + dataSet.text()}};
}

} // namespace consilium::session
