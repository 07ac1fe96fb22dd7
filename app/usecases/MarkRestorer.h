#pragma once
#include "app/usecases/KeptObjects.h"
#include "app/usecases/MarkKeeper.h"

#include <QTimer>

#include <functional>
#include <map>

namespace consilium::app
{

/// Puts marks that kept objects hold into the reading sessions that show their study, under the object's identity: once
/// more it adds nothing. A mark of the session wins over the same one of an object, an unsaved one of an earlier run
/// too, and one that was deleted and not saved yet stays away. It is no step of the reader: undo does not take it back.
class MarkRestorer : public QObject
{
    Q_OBJECT
public:
    /// By whom marks come into a session: nobody who sits here.
    static inline const ActorId actor{QStringLiteral("kept-objects")};
    /// Both outlive this.
    MarkRestorer(KeptObjects &objects, MarkKeeper &marks, QObject *parent = nullptr);

    /// `studies`: those of the session, whenever it is asked. Until the dispatcher goes.
    void follow(session::ActionDispatcher &dispatcher, std::function<std::vector<StudyUid>()> studies);
    /// How many have come into this session.
    int restore(const StudyUid &study, session::ActionDispatcher &dispatcher);
    void later(); ///< other studies are in a session: looks once, soon

    /// Names of the local person as objects have them (PN): marks of theirs that this program wrote are the reader's
    /// own, to be moved and deleted.
    void setOwnNames(const QStringList &names);

private:
    void look();
    KeptObjects &m_objects;
    MarkKeeper &m_marks;
    QStringList m_ownNames;
    QTimer m_later;
    std::map<session::ActionDispatcher *, std::function<std::vector<StudyUid>()>> m_followed;
};

} // namespace consilium::app
