#pragma once
#include "viewer/session/Action.h"

#include <functional>
#include <set>

namespace consilium::session
{

/// What an actor may do. Everything that does not come from this endpoint's own reader passes it.
class Permission
{
public:
    enum class Grant { Nothing, PresenceOnly, ViewAndPresence, All };

    /// Actors that were not named.
    void setDefault(Grant grant) { m_default = grant; }
    void set(const ActorId &actor, Grant grant) { m_grants[actor] = grant; }
    [[nodiscard]] bool allows(const ActorId &actor, const Action &action) const;

private:
    Grant m_default = Grant::Nothing;
    std::map<ActorId, Grant> m_grants;
};

} // namespace consilium::session
