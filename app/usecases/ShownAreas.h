#pragma once
#include "app/usecases/SeenPart.h"
#include "viewer/session/ActionDispatcher.h"

#include <QPointer>

#include <functional>
#include <map>
#include <utility>
#include <vector>

namespace consilium::app
{

/// How large the views of reading sessions are: a state says how far each is zoomed, but not how much lies beside that
/// on a screen that is wider or higher. UI thread only.
class ShownAreas
{
public:
    /// Of one view; what is not known where the view is not there (any more).
    using Asked = std::function<ImageArea(const ViewId &)>;
    /// Who shows the session now, in place of whoever did before.
    void follow(const session::ActionDispatcher &session, Asked asked);
    /// Of the views in the session's layout, those that are known.
    [[nodiscard]] std::map<ViewId, ImageArea> of(const session::ActionDispatcher &session) const;

private:
    std::vector<std::pair<QPointer<const session::ActionDispatcher>, Asked>> m_followed;
};

} // namespace consilium::app
