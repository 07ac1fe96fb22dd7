#pragma once
#include "app/usecases/KeptObjects.h"
#include "app/usecases/MarkKeeper.h"

#include <QTimer>

#include <functional>
#include <map>
#include <set>

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

    /// Says which marks are the local person's own, to be moved and deleted; until then none is. Nothing is put in by
    /// itself before `isKnown`, where that is given: whoever changes what it says calls later().
    void setOwn(std::function<bool(const objects::MarkOrigin &)> isOwn, std::function<bool()> isKnown = {})
    {
        m_isOwn = std::move(isOwn);
        m_isKnown = std::move(isKnown);
    }

private:
    void look();
    KeptObjects &m_objects;
    MarkKeeper &m_marks;
    std::function<bool(const objects::MarkOrigin &)> m_isOwn;
    std::function<bool()> m_isKnown;
    QTimer m_later;
    std::map<session::ActionDispatcher *, std::function<std::vector<StudyUid>()>> m_followed;
    std::map<const session::ActionDispatcher *, std::set<AnnotationId>> m_seen; ///< what was put in, or was there
};

} // namespace consilium::app
