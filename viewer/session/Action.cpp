#include "viewer/session/Action.h"

namespace consilium::session
{

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
    return allSamples(std::type_identity<Action>{});
}

} // namespace consilium::session
