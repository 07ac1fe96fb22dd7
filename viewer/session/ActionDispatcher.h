#pragma once
#include "base/Clock.h"
#include "viewer/session/Action.h"
#include "viewer/session/Permission.h"

#include <QObject>

namespace consilium::session
{

enum class Origin { Local, Remote, Playback, Script };

/// Holds the one state and is the only thing that changes it. UI thread only.
class ActionDispatcher : public QObject
{
    Q_OBJECT
public:
    explicit ActionDispatcher(const Clock &clock, ActorId localActor = ActorId(QStringLiteral("local")),
                              QObject *parent = nullptr);
    ~ActionDispatcher() override;

    [[nodiscard]] const ViewerState &state() const;
    [[nodiscard]] const ActorId &localActor() const;

    /// Applies an action of this actor. Local origins always may; every other origin passes the permission.
    /// Errors: PermissionDenied, InvalidArgument, NotFound; then nothing has changed, and refused() was sent of the
    /// local actor's.
    Result<void> submit(const Action &action, Origin origin = Origin::Local, GestureId gesture = 0);
    Result<void> submitAs(const ActorId &actor, const Action &action, Origin origin, GestureId gesture = 0);

    /// Applies an action that was already somebody's envelope (network, recording): keeps its id, actor, time and
    /// gesture, gives it the next sequence number here. An envelope whose actor has already got this id or a later one
    /// in is a duplicate: nothing happens and that is no error; one without an id (0) never is one, and of a local
    /// origin it gets its actor's next id, and now as its time. It makes no undo step here: its author takes it back.
    Result<void> receive(const Envelope &envelope, Origin origin);
    [[nodiscard]] std::uint64_t lastSeq() const; ///< of the last applied action; 0 before the first

    /// A new gesture id, for a drag that shall be one undo step.
    [[nodiscard]] GestureId beginGesture();

    [[nodiscard]] bool canUndo(const ActorId &actor) const;
    [[nodiscard]] bool canRedo(const ActorId &actor) const;
    /// Takes back the actor's last step. Conflict when another actor has since changed that field and it is not again
    /// as the step left it: then nothing changes, and the step stays. Asked again right then, it is passed over:
    /// what came before it and touches none of its fields is taken back. After any other step of the actor the Conflict
    /// is told once more before it is passed over again. NotFound when there is no step at all.
    Result<void> undo(const ActorId &actor);
    Result<void> redo(const ActorId &actor);

    void setPermission(Permission permission);
    /// Replaces everything (late joiner, seek in a recording); forgets undo, and which envelopes of others have been
    /// seen.
    void reset(const ViewerState &state);

Q_SIGNALS:
    /// In the order of application, also when a listener submits another action (state() may then be ahead: lastSeq()).
    void applied(const consilium::session::Envelope &envelope, const consilium::session::ChangeSet &changes);
    void refused(const consilium::Error &error); ///< what the local actor did, took back or did again
    void wasReset();
    void undoChanged();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace consilium::session
