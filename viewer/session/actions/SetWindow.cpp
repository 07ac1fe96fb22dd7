#include "viewer/session/actions/SetWindow.h"

#include "viewer/session/actions/PresentationField.h"

namespace consilium::session
{

namespace
{
constexpr PresentationField<SetWindow, std::optional<Window>> changed{&SetWindow::window, &Presentation::window,
                                                                      FieldKey::Kind::Window};
constexpr PresentationField<SetWindow, int> changedTable{&SetWindow::fileTable, &Presentation::fileTable,
                                                         FieldKey::Kind::Window};
} // namespace

std::vector<SetWindow> SetWindow::samples()
{
    const ViewId view(QStringLiteral("v1"));
    const DataSetId dataSet(QStringLiteral("1.2.3.9"));
    return {{view, dataSet, Window{-600.0, 1500.5, VoiFunction::Sigmoid}},
            {view, dataSet, Window{40.0, 400.0, VoiFunction::Linear}},
            {ViewId(QStringLiteral("v4")), dataSet, Window{0.5, 0.25, VoiFunction::LinearExact}},
            {view, dataSet, std::nullopt},
            {view, dataSet, std::nullopt, 3}};
}

Result<ViewerState> SetWindow::reduce(const ViewerState &state) const
{
    const Result<ViewerState> windowed = changed.reduce(state, *this, checkWindow(window));
    return windowed ? changedTable.reduce(*windowed, *this, checkFileTable(fileTable, window)) : windowed;
}

std::optional<SetWindow> SetWindow::invert(const ViewerState &before) const
{
    const Presentation old = before.presentation(view, dataSet);
    if (old.window == window && old.fileTable == fileTable)
        return std::nullopt;
    return SetWindow{view, dataSet, old.window, old.fileTable};
}

FieldKeys SetWindow::touches(const ViewerState &before) const
{
    const FieldKeys keys = changed.touches(before, *this);
    return keys.empty() ? changedTable.touches(before, *this) : keys;
}

} // namespace consilium::session
