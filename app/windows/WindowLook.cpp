#include "app/windows/WindowLook.h"

#include "app/settings/SettingsPage.h"
#include "app/windows/MainWindow.h"

namespace consilium::app
{

WindowLook::WindowLook(const MainWindow &window, const Sessions &sessions)
    : m_worklist(window.worklist().look()), m_settingsInFront(window.isShowingSettings())
{
    for (const auto &session : sessions)
        if (const auto look = window.lookOf(*session))
            m_pages[session.get()] = *look;
    if (const ReadingPage *front = window.readingPage())
        m_front = &front->session();
    if (const auto *settings = window.findChild<SettingsPage *>()) {
        m_settings = settings->section();
        m_settingsAt = window.settingsIndex();
        m_draft = settings->archives().draft();
        if (settings->hanging())
            m_protocol = settings->hanging()->draft();
    }
}

void WindowLook::giveTo(MainWindow &window, const Sessions &sessions) const
{
    window.worklist().setLook(m_worklist);
    for (const auto &session : sessions) {
        if (session->studies().empty())
            continue;
        const auto known = m_pages.find(session.get());
        window.awaitSession(*session, known != m_pages.end() ? known->second : ReadingPage::Look());
    }
    if (m_settings >= 0) {
        window.showSettings();
        window.moveSettings(m_settingsAt);
        auto *settings = window.findChild<SettingsPage *>();
        if (m_draft)
            settings->archives().setDraft(*m_draft);
        if (m_protocol)
            settings->makeHanging().setDraft(*m_protocol);
        settings->showSection(m_settings);
        if (m_settingsInFront)
            settings->takeFocus(); // which went when the tab was moved
    }
    if (m_front && !m_settingsInFront) {
        for (const auto &session : sessions)
            if (session.get() == m_front)
                window.showSession(*session, true);
    } else if (!m_settingsInFront) {
        window.showWorklist();
    }
}

} // namespace consilium::app
