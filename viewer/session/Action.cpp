#include "viewer/session/Action.h"

namespace consilium::session
{

namespace
{

// Fails to compile when an action of the variant lacks something, a sample for the round-trip test among it.
template<class... A>
consteval bool areActions(std::type_identity<std::variant<A...>>)
{
    return (ActionType<A> && ...);
}
static_assert(areActions(std::type_identity<ActionVariant>{}));

} // namespace

Action::Action() = default;
Action::Action(const Action &other) = default;
Action::Action(Action &&other) noexcept = default;
Action &Action::operator=(const Action &other) = default;
Action &Action::operator=(Action &&other) noexcept = default;
Action::~Action() = default;

template<class A>
requires isOneOf<A, ActionVariant> Action::Action(A action) : ActionVariant(std::move(action)) {}
template Action::Action(SetLayout);
template Action::Action(SetActiveView);
template Action::Action(ShowSeries);
template Action::Action(ShowPlane);
template Action::Action(SetWindow);
template Action::Action(SetInverted);
template Action::Action(SetZoomPan);
template Action::Action(SetOrientation);
template Action::Action(AddAnnotation);
template Action::Action(MoveHandle);
template Action::Action(RemoveAnnotation);
template Action::Action(MovePointer);
template Action::Action(SetScrollLink);
template Action::Action(SetSlab);
template Action::Action(SetEnhancement);
template Action::Action(SetColourMap);
template Action::Action(ShowSegmentation);
template Action::Action(SetSegmentDisplay);
template Action::Action(ArrangeStudy);
template Action::Action(SetHandles);
template Action::Action(SetMarkText);
template Action::Action(PlaceLabel);
template Action::Action(SetLookLink);
template Action::Action(SetCursor);
template Action::Action(SetFusion);
template Action::Action(SetSuv);
template Action::Action(SetShutter);
template Action::Action(SetAlignment);
template Action::Action(SetGreyTables);
template Action::Action(ShowLayer);

bool operator==(const Action &a, const Action &b)
{
    return static_cast<const ActionVariant &>(a) == static_cast<const ActionVariant &>(b);
}

ActionKind kindOf(const Action &action)
{
    return std::visit([](const auto &a) { return a.kind; }, action);
}

QLatin1String nameOf(const Action &action)
{
    return QLatin1String(std::visit([](const auto &a) { return a.name; }, action));
}

bool isUndoable(const Action &action)
{
    return std::visit([](const auto &a) { return a.isUndoable; }, action);
}

Result<ViewerState> reduce(const ViewerState &state, const Action &action)
{
    return std::visit([&](const auto &a) { return a.reduce(state); }, action);
}

std::optional<Action> invert(const ViewerState &before, const Action &action)
{
    return std::visit(
        [&](const auto &a) -> std::optional<Action> {
            if (const auto inverse = a.invert(before))
                return Action(*inverse);
            return std::nullopt;
        },
        action);
}

FieldKeys fieldsTouched(const ViewerState &before, const Action &action)
{
    return std::visit([&](const auto &a) { return a.touches(before); }, action);
}

ChangeSet changesOf(const ViewerState &before, const ViewerState &after, const Action &action)
{
    ChangeSet changes;
    if (std::holds_alternative<MovePointer>(action)) {
        changes.pointer = true;
        return changes;
    }
    // Which views go along, and where the cursor lies in them, stands on how frames of reference were aligned.
    const bool isAlignedAnew = before.alignments() != after.alignments();
    changes.layout = isAlignedAnew || before.layout() != after.layout();
    changes.cursor = isAlignedAnew || before.cursor() != after.cursor();
    for (const FieldKey &key : fieldsTouched(before, action)) {
        if (key.kind == FieldKey::Kind::Mark)
            changes.annotations.emplace_back(key.target);
        else if (key.kind == FieldKey::Kind::Arrangement)
            changes.arrangements.emplace_back(key.target);
        else if (key.kind == FieldKey::Kind::Layer)
            changes.layers = true;
        else if (key.kind != FieldKey::Kind::Grid && key.kind != FieldKey::Kind::ActiveView &&
                 key.kind != FieldKey::Kind::ScrollLink && key.kind != FieldKey::Kind::LookLink &&
                 key.kind != FieldKey::Kind::Cursor && key.kind != FieldKey::Kind::Alignment)
            changes.views.emplace_back(key.target.section(QLatin1Char('/'), 0, 0));
    }
    const auto last = std::unique(changes.views.begin(), changes.views.end());
    changes.views.erase(last, changes.views.end());
    return changes;
}

namespace
{

template<class... A>
std::vector<Action> allSamples(std::type_identity<std::variant<A...>>)
{
    std::vector<Action> all;
    const auto append = [&all](const auto &samples) { all.insert(all.end(), samples.begin(), samples.end()); };
    (append(A::samples()), ...);
    return all;
}

} // namespace

std::vector<Action> sampleActions()
{
    return allSamples(std::type_identity<ActionVariant>{});
}

} // namespace consilium::session
