#pragma once
#include "viewer/session/ActionTraits.h"
#include "viewer/session/Validation.h"
#include "viewer/session/ViewerState.h"

namespace consilium::session
{

/// What the actions have in common that set one field of how a data set is shown in a view (their `view` and
/// `dataSet`): which field of the action it is and which of the Presentation.
template<class Action, class Value>
struct PresentationField {
    Value Action::*wanted;
    Value Presentation::*shown;
    FieldKey::Kind kind;

    /// `value`: whether the value itself is allowed. InvalidArgument also for a view or data set that has no proper
    /// name, and where the state holds as many presentations as it may.
    [[nodiscard]] Result<ViewerState> reduce(const ViewerState &state, const Action &action,
                                             const Result<void> &value) const
    {
        if (const Result<void> ok = checkView(action.view); !ok)
            return fail(ok.error());
        if (const Result<void> ok = checkName(action.dataSet.text(), "data set"); !ok)
            return fail(ok.error());
        if (!value)
            return fail(value.error());
        Presentation after = state.presentation(action.view, action.dataSet);
        if (after.*shown == action.*wanted)
            return state;
        after.*shown = action.*wanted;
        const PresentationKey key{action.view, action.dataSet};
        if (state.presentations().size() >= maxPresentations && !state.presentations().contains(key))
            return fail(ErrorCode::InvalidArgument, QStringLiteral("too many presentations"));
        return state.withPresentation(key, after);
    }

    [[nodiscard]] std::optional<Action> invert(const ViewerState &before, const Action &action) const
    {
        const Value old = before.presentation(action.view, action.dataSet).*shown;
        if (old == action.*wanted)
            return std::nullopt;
        Action back = action;
        back.*wanted = old;
        return back;
    }

    [[nodiscard]] FieldKeys touches(const ViewerState &before, const Action &action) const
    {
        if (before.presentation(action.view, action.dataSet).*shown == action.*wanted)
            return {};
        return {{kind, action.view.text() + QLatin1Char('/') + action.dataSet.text()}};
    }
};

} // namespace consilium::session
