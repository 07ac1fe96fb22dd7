#include "viewer/session/UndoHistory.h"

#include <algorithm>
#include <limits>

namespace consilium::session
{

namespace
{

bool overlaps(const FieldKeys &a, const FieldKeys &b)
{
    return std::any_of(a.begin(), a.end(), [&](const FieldKey &x) {
        return std::any_of(b.begin(), b.end(), [&](const FieldKey &y) { return x.overlaps(y); });
    });
}

/// Puts a change into a step. A thousand moves of one drag are one change: from what was there at first to the last.
void merge(std::vector<UndoHistory::Change> &changes, UndoHistory::Change change)
{
    for (auto it = changes.rbegin(); it != changes.rend(); ++it) {
        if (it->keys == change.keys && it->forward.index() == change.forward.index() &&
            it->inverse.index() == it->forward.index()) {
            it->forward = std::move(change.forward);
            return;
        }
        if (overlaps(it->keys, change.keys))
            break;
    }
    changes.push_back(std::move(change));
}

/// The actor goes on: what cannot be taken back is told anew when it is asked for.
void forgetRefusals(UndoHistory::Steps &steps)
{
    for (UndoHistory::Step &step : steps)
        step.isRefused = false;
}

void setSeq(UndoHistory::Step &step, std::uint64_t seq)
{
    for (UndoHistory::Change &change : step.changes)
        change.seq = seq;
}

} // namespace

void UndoHistory::record(const ActorId &actor, GestureId gesture, Change change)
{
    Stacks &stacks = m_stacks[actor];
    stacks.redo.clear();
    forgetRefusals(stacks.undo);
    if (gesture != 0 && !stacks.undo.empty() && stacks.undo.back().gesture == gesture) {
        merge(stacks.undo.back().changes, std::move(change));
        return;
    }
    stacks.undo.push_back(Step{gesture, {}});
    stacks.undo.back().changes.push_back(std::move(change));
    if (stacks.undo.size() > maxSteps)
        stacks.undo.pop_front();
}

void UndoHistory::noteWrites(const ActorId &actor, std::uint64_t seq, const FieldKeys &keys)
{
    for (const FieldKey &key : keys) {
        std::vector<Write> &writes = m_writes[{key.kind, key.target}];
        const auto it = std::find_if(writes.begin(), writes.end(),
                                     [&](const Write &w) { return w.actor == actor && w.part == key.part; });
        if (it != writes.end())
            it->seq = seq;
        else
            writes.push_back({actor, key.part, seq});
    }
    m_writesSincePrune += keys.size();
    if (m_writesSincePrune > 10000)
        forgetOldWrites();
}

/// Nobody asks about changes older than the oldest step that is still kept.
void UndoHistory::forgetOldWrites()
{
    m_writesSincePrune = 0;
    std::uint64_t oldest = std::numeric_limits<std::uint64_t>::max();
    for (const auto &[actor, stacks] : m_stacks) {
        for (const Steps *const steps : {&stacks.undo, &stacks.redo}) {
            for (const Step &step : *steps) {
                for (const Change &change : step.changes)
                    oldest = std::min(oldest, change.seq);
            }
        }
    }
    for (auto it = m_writes.begin(); it != m_writes.end();) {
        std::erase_if(it->second, [oldest](const Write &w) { return w.seq < oldest; });
        it = it->second.empty() ? m_writes.erase(it) : std::next(it);
    }
}

bool UndoHistory::canUndo(const ActorId &actor) const
{
    return !undoSteps(actor).empty();
}

bool UndoHistory::canRedo(const ActorId &actor) const
{
    return redoStep(actor) != nullptr;
}

const UndoHistory::Steps &UndoHistory::undoSteps(const ActorId &actor) const
{
    static const Steps none;
    const auto it = m_stacks.find(actor);
    return it == m_stacks.end() ? none : it->second.undo;
}

const UndoHistory::Step *UndoHistory::redoStep(const ActorId &actor) const
{
    const auto it = m_stacks.find(actor);
    return it == m_stacks.end() || it->second.redo.empty() ? nullptr : &it->second.redo.back();
}

bool UndoHistory::isBlocked(const ActorId &actor, const Step &step) const
{
    return std::any_of(step.changes.begin(), step.changes.end(), [&](const Change &change) {
        return std::any_of(change.keys.begin(), change.keys.end(), [&](const FieldKey &key) {
            const auto it = m_writes.find({key.kind, key.target});
            return it != m_writes.end() && std::any_of(it->second.begin(), it->second.end(), [&](const Write &w) {
                       return w.actor != actor && w.seq > change.seq && key.overlaps({key.kind, key.target, w.part});
                   });
        });
    });
}

bool UndoHistory::overlap(const Step &a, const Step &b)
{
    return std::any_of(a.changes.begin(), a.changes.end(), [&](const Change &x) {
        return std::any_of(b.changes.begin(), b.changes.end(),
                           [&](const Change &y) { return overlaps(x.keys, y.keys); });
    });
}

void UndoHistory::undone(const ActorId &actor, std::size_t index, std::uint64_t seq,
                         const std::vector<Action> &forwards)
{
    Stacks &stacks = m_stacks[actor];
    forgetRefusals(stacks.undo);
    const auto step = stacks.undo.begin() + std::ptrdiff_t(index);
    stacks.redo.push_back(std::move(*step));
    auto &changes = stacks.redo.back().changes;
    for (std::size_t i = 0; i < std::min(forwards.size(), changes.size()); ++i)
        changes[changes.size() - 1 - i].forward = forwards[i];
    setSeq(stacks.redo.back(), seq);
    stacks.undo.erase(step);
}

void UndoHistory::redone(const ActorId &actor, std::uint64_t seq)
{
    Stacks &stacks = m_stacks[actor];
    forgetRefusals(stacks.undo);
    stacks.undo.push_back(std::move(stacks.redo.back()));
    setSeq(stacks.undo.back(), seq);
    stacks.undo.back().gesture = 0; // what follows is never part of it
    stacks.redo.pop_back();
}

void UndoHistory::refuseUndo(const ActorId &actor, std::size_t index)
{
    m_stacks[actor].undo[index].isRefused = true;
}

void UndoHistory::forgetRedo(const ActorId &actor)
{
    m_stacks[actor].redo.clear();
}

void UndoHistory::clear()
{
    m_stacks.clear();
    m_writes.clear();
    m_writesSincePrune = 0;
}

} // namespace consilium::session
