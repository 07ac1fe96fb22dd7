#pragma once
#include "app/windows/ReadingPage.h"

#include <utility>

namespace consilium::app
{

/// Keeps the place of a reading page that is still to be made, behind a tab that is there already. It is never seen:
/// the page is made before its tab comes to the front.
class AwaitedPage final : public QWidget
{
public:
    AwaitedPage(ReadingSession &session, ReadingPage::Look look) : m_session(session), m_look(std::move(look)) {}
    [[nodiscard]] ReadingSession &session() const { return m_session; }
    [[nodiscard]] const ReadingPage::Look &look() const { return m_look; } ///< for the page

private:
    ReadingSession &m_session;
    ReadingPage::Look m_look;
};

} // namespace consilium::app
