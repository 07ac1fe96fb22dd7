#pragma once
#include "viewer/session/Action.h"

#include <deque>
#include <map>

namespace consilium::session
{

/// What each actor can take back, and who changed which field when. Knows nothing of states: the dispatcher applies.
class UndoHistory
{
public:
    static constexpr std::size_t maxSteps = 500; ///< per actor; the oldest are forgotten

    /// One action of a step: what was done, and what takes it back.
    struct Change {
        Action forward;
        Action inverse;
        FieldKeys keys;
        std::uint64_t seq =
            0; ///< since when others must not have changed the fields: of the first action it stands for
    };
    /// What one undo takes back: a click, or all of a drag.
    struct Step {
        GestureId gesture = 0;
        std::vector<Change> changes;
        bool isRefused = false; ///< its actor was told, since the last step in either direction, that it stays
    };
    using Steps = std::deque<Step>;

    /// A new action of the actor; continues the last step when it has the same gesture. Forgets what could be redone.
    void record(const ActorId &actor, GestureId gesture, Change change);
    /// Somebody changed fields, in whatever way. Call it for every action that was applied.
    void noteWrites(const ActorId &actor, std::uint64_t seq, const FieldKeys &keys);

    [[nodiscard]] bool canUndo(const ActorId &actor) const;
    [[nodiscard]] bool canRedo(const ActorId &actor) const;
    [[nodiscard]] const Steps &undoSteps(const ActorId &actor) const; ///< the last one is the latest
    [[nodiscard]] const Step *redoStep(const ActorId &actor) const;
    /// Another actor has changed a field of the step after it.
    [[nodiscard]] bool isBlocked(const ActorId &actor, const Step &step) const;
    /// The two touch a common field: the later one must be taken back first.
    [[nodiscard]] static bool overlap(const Step &a, const Step &b);

    /// Moves undoSteps()[index] over. `seq`: of the last action that took it back; `forwards`: what does it again, the
    /// last change first.
    void undone(const ActorId &actor, std::size_t index, std::uint64_t seq, const std::vector<Action> &forwards);
    void redone(const ActorId &actor, std::uint64_t seq);
    /// undoSteps()[index] cannot be taken back now. It stays: what is in its way may be taken back itself.
    void refuseUndo(const ActorId &actor, std::size_t index);
    void forgetRedo(const ActorId &actor);
    void clear();

private:
    struct Stacks {
        Steps undo, redo;
    };
    void forgetOldWrites();

    std::map<ActorId, Stacks> m_stacks;
    /// Per field and actor the sequence number of the last change; a field is the key without its part.
    struct Write {
        ActorId actor;
        int part;
        std::uint64_t seq;
    };
    std::map<std::pair<FieldKey::Kind, QString>, std::vector<Write>> m_writes;
    std::size_t m_writesSincePrune = 0;
};

} // namespace consilium::session
