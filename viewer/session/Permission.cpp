#include "viewer/session/Permission.h"

namespace consilium::session
{

bool Permission::allows(const ActorId &actor, const Action &action) const
{
    const auto it = m_grants.find(actor);
    switch (it == m_grants.end() ? m_default : it->second) {
    case Grant::Nothing:
        return false;
    case Grant::PresenceOnly:
        return kindOf(action) == ActionKind::Presence;
    case Grant::ViewAndPresence:
        return kindOf(action) != ActionKind::Edit;
    case Grant::All:
        return true;
    }
    return false;
}

} // namespace consilium::session
