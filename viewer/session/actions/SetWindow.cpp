#include "viewer/session/actions/SetWindow.h"

#include "viewer/session/actions/PresentationField.h"

namespace consilium::session
{

namespace
{
constexpr PresentationField<SetWindow, std::optional<Window>> changed{&SetWindow::window, &Presentation::window,
                                                                      FieldKey::Kind::Window};
}

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
    return changed.reduce(state, *this, checkWindow(window));
}

std::optional<SetWindow> SetWindow::invert(const ViewerState &before) const
{
    return changed.invert(before, *this);
}

FieldKeys SetWindow::touches(const ViewerState &before) const
{
    return changed.touches(before, *this);
}

} // namespace consilium::session
