#include "viewer/session/ActionDispatcher.h"

#include "viewer/session/UndoHistory.h"

#include <algorithm>
#include <cstddef>
#include <deque>
#include <map>
#include <utility>

namespace consilium::session
{

struct ActionDispatcher::Private {
    ActionDispatcher &q;
    const Clock &clock;
    ActorId localActor;
    ViewerState state{};
    Permission permission{};
    UndoHistory history{};
    std::uint64_t lastSeq = 0;
    GestureId lastGesture = 0;
    std::map<ActorId, std::uint64_t> lastIds{}; ///< per actor
    bool couldUndo = false, couldRedo = false;

    struct Notice {
        Envelope envelope;
        ChangeSet changes;
    };
    std::deque<Notice> notices{}; ///< applied, not yet told
    bool isTelling = false;

    /// Others learn it from the answer alone: it is nothing that the reader here has done.
    Result<void> refuse(const ActorId &actor, const Error &error)
    {
        if (actor == localActor)
            Q_EMIT q.refused(error);
        return fail(error);
    }

    /// Everything that applying an action means, apart from telling. The next state was reduced from the present one.
    void commit(Envelope envelope, ViewerState next)
    {
        envelope.seq = ++lastSeq;
        lastIds[envelope.actor] = std::max(lastIds[envelope.actor], envelope.id);
        ChangeSet changes = changesOf(state, next, envelope.action);
        history.noteWrites(envelope.actor, envelope.seq, fieldsTouched(state, envelope.action));
        state = std::move(next);
        notices.push_back({std::move(envelope), std::move(changes)});
    }

    Envelope envelopeOf(const ActorId &actor, const Action &action, GestureId gesture)
    {
        Envelope envelope;
        envelope.id = lastIds[actor] + 1;
        envelope.actor = actor;
        envelope.at = clock.nowMs();
        envelope.gesture = gesture;
        envelope.action = action;
        return envelope;
    }

    /// Tells in the order of application: what a listener submits while it is told comes after what it was told.
    void tell()
    {
        if (isTelling)
            return;
        isTelling = true;
        while (!notices.empty()) {
            const Notice notice = std::move(notices.front());
            notices.pop_front();
            Q_EMIT q.applied(notice.envelope, notice.changes);
        }
        isTelling = false;
        const bool canUndo = history.canUndo(localActor), canRedo = history.canRedo(localActor);
        if (std::exchange(couldUndo, canUndo) != canUndo || std::exchange(couldRedo, canRedo) != canRedo)
            Q_EMIT q.undoChanged();
    }

    [[nodiscard]] bool mayTakeBack(const ActorId &actor, const std::vector<Action> &actions) const
    {
        return actor == localActor || std::all_of(actions.begin(), actions.end(),
                                                  [&](const Action &a) { return permission.allows(actor, a); });
    }

    struct Inverse {
        std::vector<Action> actions, forwards; ///< what takes a step back and what does it again, the last change first
    };
    [[nodiscard]] Inverse inverseOf(const UndoHistory::Step &step) const
    {
        Inverse inverse;
        // Redo brings back what is there now, to the active view: what was done then may mean something else later.
        ViewerState trial = state;
        for (auto change = step.changes.rbegin(); change != step.changes.rend(); ++change) {
            inverse.actions.push_back(change->inverse);
            inverse.forwards.push_back(invert(trial, change->inverse).value_or(change->forward));
            if (Result<ViewerState> next = reduce(trial, change->inverse))
                trial = std::move(*next);
        }
        return inverse;
    }

    /// A later step of the actor that stays would be undermined by taking this one back.
    [[nodiscard]] bool isInTheWay(const ActorId &actor, std::size_t index) const
    {
        const UndoHistory::Steps &steps = history.undoSteps(actor);
        return std::any_of(steps.begin() + std::ptrdiff_t(index) + 1, steps.end(),
                           [&](const UndoHistory::Step &later) { return UndoHistory::overlap(steps[index], later); });
    }

    /// Others have written the fields since, and they are again as the step left them: taken back and done again, it
    /// gives the present state. By values, since the undo of a participant elsewhere arrives as an action like any
    /// other.
    [[nodiscard]] bool standsAsLeft(const UndoHistory::Step &step, const std::vector<Action> &inverses) const
    {
        ViewerState trial = state;
        const auto apply = [&trial](const Action &action) {
            Result<ViewerState> next = reduce(trial, action);
            if (next)
                trial = std::move(*next);
            return next.has_value();
        };
        return std::all_of(inverses.begin(), inverses.end(), apply) &&
               std::all_of(step.changes.begin(), step.changes.end(),
                           [&](const UndoHistory::Change &change) { return apply(change.forward); }) &&
               trial == state;
    }

    /// Applies all of them or none. The sequence number of the last one.
    Result<std::uint64_t> applyTogether(const ActorId &actor, const std::vector<Action> &actions)
    {
        ViewerState trial = state;
        std::vector<ViewerState> states;
        for (const Action &action : actions) {
            Result<ViewerState> next = reduce(trial, action);
            if (!next)
                return fail(ErrorCode::Conflict, next.error().detail);
            trial = *next;
            states.push_back(std::move(*next));
        }
        const GestureId gesture = actions.size() > 1 ? ++lastGesture : 0;
        for (std::size_t i = 0; i < actions.size(); ++i)
            commit(envelopeOf(actor, actions[i], gesture), std::move(states[i]));
        return lastSeq;
    }
};

ActionDispatcher::ActionDispatcher(const Clock &clock, ActorId localActor, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(Private{*this, clock, std::move(localActor)}))
{
}

ActionDispatcher::~ActionDispatcher() = default;

const ViewerState &ActionDispatcher::state() const
{
    return d->state;
}

const ActorId &ActionDispatcher::localActor() const
{
    return d->localActor;
}

std::uint64_t ActionDispatcher::lastSeq() const
{
    return d->lastSeq;
}

Result<void> ActionDispatcher::submit(const Action &action, Origin origin, GestureId gesture)
{
    return submitAs(d->localActor, action, origin, gesture);
}

Result<void> ActionDispatcher::submitAs(const ActorId &actor, const Action &action, Origin origin, GestureId gesture)
{
    if (origin != Origin::Local && !d->permission.allows(actor, action))
        return d->refuse(actor, {ErrorCode::PermissionDenied, nameOf(action)});
    Result<ViewerState> next = reduce(d->state, action);
    if (!next)
        return d->refuse(actor, next.error());
    if (isUndoable(action)) {
        if (const std::optional<Action> inverse = invert(d->state, action))
            d->history.record(actor, gesture, {action, *inverse, fieldsTouched(d->state, action), d->lastSeq + 1});
    }
    d->commit(d->envelopeOf(actor, action, gesture), std::move(*next));
    d->tell();
    return {};
}

Result<void> ActionDispatcher::receive(const Envelope &envelope, Origin origin)
{
    const auto known = d->lastIds.find(envelope.actor);
    if (envelope.id != 0 && known != d->lastIds.end() && envelope.id <= known->second)
        return {};
    if (origin != Origin::Local && !d->permission.allows(envelope.actor, envelope.action))
        return d->refuse(envelope.actor, {ErrorCode::PermissionDenied, nameOf(envelope.action)});
    Result<ViewerState> next = reduce(d->state, envelope.action);
    if (!next)
        return d->refuse(envelope.actor, next.error());
    // What is done here goes out like any other action: without an id nobody could tell it from its echo.
    Envelope numbered = envelope;
    if (envelope.id == 0 && origin == Origin::Local)
        numbered.id = d->lastIds[envelope.actor] + 1;
    if (envelope.at == 0 && origin == Origin::Local)
        numbered.at = d->clock.nowMs();
    d->commit(std::move(numbered), std::move(*next));
    d->tell();
    return {};
}

GestureId ActionDispatcher::beginGesture()
{
    return ++d->lastGesture;
}

bool ActionDispatcher::canUndo(const ActorId &actor) const
{
    return d->history.canUndo(actor);
}

bool ActionDispatcher::canRedo(const ActorId &actor) const
{
    return d->history.canRedo(actor);
}

Result<void> ActionDispatcher::undo(const ActorId &actor)
{
    const UndoHistory::Steps &steps = d->history.undoSteps(actor);
    if (steps.empty())
        return d->refuse(actor, {ErrorCode::NotFound, QStringLiteral("nothing to undo")});
    Error refusal{ErrorCode::Conflict, QStringLiteral("changed by another participant"), 0, -1};
    for (std::size_t index = steps.size(); index-- > 0;) {
        const UndoHistory::Step &step = steps[index];
        const Private::Inverse inverse = d->inverseOf(step);
        if (!d->mayTakeBack(actor, inverse.actions))
            return d->refuse(actor, {ErrorCode::PermissionDenied, QStringLiteral("undo")});
        Result<std::uint64_t> seq = fail(refusal);
        if (!d->isInTheWay(actor, index) &&
            (!d->history.isBlocked(actor, step) || d->standsAsLeft(step, inverse.actions)))
            seq = d->applyTogether(actor, inverse.actions);
        if (seq) {
            d->history.undone(actor, index, *seq, inverse.forwards);
            d->tell();
            return {};
        }
        refusal = seq.error();
        // It is said at its turn, and each time anew. Asked again right then, the reader means what came before it.
        if (!step.isRefused) {
            d->history.refuseUndo(actor, index);
            break;
        }
    }
    return d->refuse(actor, refusal);
}

Result<void> ActionDispatcher::redo(const ActorId &actor)
{
    const UndoHistory::Step *const step = d->history.redoStep(actor);
    if (!step)
        return d->refuse(actor, {ErrorCode::NotFound, QStringLiteral("nothing to redo")});
    std::vector<Action> actions;
    for (const UndoHistory::Change &change : step->changes)
        actions.push_back(change.forward);
    if (!d->mayTakeBack(actor, actions))
        return d->refuse(actor, {ErrorCode::PermissionDenied, QStringLiteral("redo")});
    Result<std::uint64_t> seq = fail(ErrorCode::Conflict, QStringLiteral("changed by another participant"));
    if (!d->history.isBlocked(actor, *step))
        seq = d->applyTogether(actor, actions);
    if (!seq) {
        d->history.forgetRedo(actor);
        d->tell();
        return d->refuse(actor, seq.error());
    }
    d->history.redone(actor, *seq);
    d->tell();
    return {};
}

void ActionDispatcher::setPermission(Permission permission)
{
    d->permission = std::move(permission);
}

void ActionDispatcher::reset(const ViewerState &state)
{
    d->state = state;
    d->history.clear();
    d->notices.clear();
    std::erase_if(d->lastIds, [this](const auto &entry) { return entry.first != d->localActor; });
    Q_EMIT wasReset();
    d->tell();
}

} // namespace consilium::session
