#pragma once
#include "tests/unit/session/SetClock.h"
#include "viewer/session/ActionDispatcher.h"

#include <vector>

namespace consilium::test
{

inline const ActorId me(QStringLiteral("local")), other(QStringLiteral("other"));
inline const ViewId v1(QStringLiteral("v1")), v2(QStringLiteral("v2"));
inline const DataSetId ct(QStringLiteral("1.2.3"));

inline session::Permission everything()
{
    session::Permission permission;
    permission.setDefault(session::Permission::Grant::All);
    return permission;
}

inline session::Action window(double centre)
{
    return session::SetWindow{v1, ct, session::Window{centre, 400}};
}

inline session::Annotation mark(const char *id)
{
    session::Annotation a;
    a.id = AnnotationId(QString::fromLatin1(id));
    a.kind = session::AnnotationKind::Length;
    a.author = me;
    a.dataSet = ct;
    a.sop = SopInstanceUid(QStringLiteral("1"));
    a.imageHandles = {{0, 0}, {1, 1}};
    return a;
}

/// A dispatcher with everything about it that a test looks at.
struct Bench {
    SetClock clock;
    session::ActionDispatcher dispatcher{clock};
    std::vector<session::Envelope> applied;
    std::vector<session::ChangeSet> changes;

    Bench()
    {
        dispatcher.setPermission(everything());
        QObject::connect(&dispatcher, &session::ActionDispatcher::applied, &dispatcher,
                         [this](const session::Envelope &e, const session::ChangeSet &c) {
                             applied.push_back(e);
                             changes.push_back(c);
                         });
    }
    bool local(const session::Action &action, session::GestureId gesture = 0)
    {
        return dispatcher.submit(action, session::Origin::Local, gesture).has_value();
    }
    bool remote(const session::Action &action)
    {
        return dispatcher.submitAs(other, action, session::Origin::Remote).has_value();
    }
    double centre() const
    {
        const auto w = dispatcher.state().presentation(v1, ct).window;
        return w ? w->centre : -1;
    }
};

} // namespace consilium::test
