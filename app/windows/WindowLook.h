#pragma once
#include "app/settings/ArchiveSettings.h"
#include "app/settings/HangingSettings.h"
#include "app/windows/ReadingPage.h"
#include "app/worklist/WorklistPage.h"

#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace consilium::app
{

class MainWindow;

/// What a window shows beyond the states of its sessions, so that one that is built anew (another language, other
/// colours) looks as the one before: pages, what is in front, what was set on each.
class WindowLook
{
public:
    using Sessions = std::vector<std::unique_ptr<ReadingSession>>;
    WindowLook(const MainWindow &window, const Sessions &sessions);
    /// To a window without reading tabs: it gets those of the sessions that have studies. The page in front is made at
    /// once, the others in later turns of the event loop.
    void giveTo(MainWindow &window, const Sessions &sessions) const;

private:
    WorklistPage::Look m_worklist;
    std::map<const ReadingSession *, ReadingPage::Look> m_pages;
    const ReadingSession *m_front = nullptr; ///< its page is; null: another
    int m_settings = -1;                     ///< section of the settings; -1: they have no tab
    int m_settingsAt = -1;                   ///< place of their tab
    std::optional<ArchiveSettings::Draft> m_draft;
    std::optional<HangingDraft> m_protocol; ///< a hanging protocol that is not saved yet
    bool m_settingsInFront = false;
};

} // namespace consilium::app
