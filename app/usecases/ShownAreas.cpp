#include "app/usecases/ShownAreas.h"

namespace consilium::app
{

void ShownAreas::follow(const session::ActionDispatcher &session, Asked asked)
{
    std::erase_if(m_followed, [&](const auto &one) { return !one.first || one.first == &session; });
    m_followed.emplace_back(&session, std::move(asked));
}

std::map<ViewId, ImageArea> ShownAreas::of(const session::ActionDispatcher &session) const
{
    std::map<ViewId, ImageArea> all;
    for (const auto &[followed, asked] : m_followed) {
        if (followed != &session)
            continue;
        for (int i = 0; i < session.state().layout().cellCount(); ++i)
            if (const ImageArea area = asked(session::Layout::viewAt(i)); area.isKnown())
                all.emplace(session::Layout::viewAt(i), area);
    }
    return all;
}

} // namespace consilium::app
