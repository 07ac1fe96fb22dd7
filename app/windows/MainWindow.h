#pragma once
#include "app/settings/ArchiveSet.h"
#include "app/settings/ProfileSettings.h"
#include "app/windows/CommandSet.h"
#include "app/windows/LeaveQuestion.h"
#include "app/windows/ReadingPage.h"
#include "app/windows/ReadingSession.h"
#include "app/windows/TurnByTurn.h"
#include "app/worklist/WorklistPage.h"
#include "viewer/tools/Bindings.h"

#include <QWidget>

#include <memory>
#include <optional>

class QStackedWidget;

namespace consilium::app
{

class AppBar;
class CommandPalette;
class MarkKeeper;
class MarkSender;
class NoticeBar;
class PeopleDesk;
class ReadingBar;
class SettingsPage;
class StudyFlow;
class WindowSpread;

/// What the window is given; everything lives longer than the window.
struct WindowServices {
    const Clock &clock;
    ProfileSettings &settings;
    ArchiveSet &archives;
    pixels::StudyImages &images;
    tools::Bindings &bindings;
    WorklistSearch &search;
    QString language, theme;           ///< as they are now
    PeopleDesk *people = nullptr;      ///< null: there are none
    ArchiveWatch *watch = nullptr;     ///< null: nobody looks after the archives
    MarkKeeper *marks = nullptr;       ///< null: nobody keeps unsaved marks
    StudyFlow *flow = nullptr;         ///< null: nothing leads from study to study
    WindowSpread *spread = nullptr;    ///< null: it is one window
    MarkSender *sender = nullptr;      ///< null: nobody saves marks
    TimelineDesk *timelines = nullptr; ///< null: nobody knows other studies of a patient
};

/// The one window: app bar with tabs, a notice row, and the pages. Its title never names a patient.
class MainWindow : public QWidget
{
    Q_OBJECT
public:
    explicit MainWindow(WindowServices services);
    ~MainWindow() override;

    [[nodiscard]] WorklistPage &worklist() const { return *m_worklist; }
    /// The page of the tab in front; null when that is not a reading tab.
    [[nodiscard]] ReadingPage *readingPage() const;
    /// Null where there is none, or it is not made yet.
    [[nodiscard]] ReadingPage *pageOf(const ReadingSession &session) const;
    /// Adds a tab for a session where there is none yet.
    void showSession(ReadingSession &session, bool toFront);
    /// Adds a tab whose page is made in a later turn of the event loop, one a turn, or when the tab comes to the front:
    /// several at once would hold the window up. The page gets `look`.
    void awaitSession(ReadingSession &session, const ReadingPage::Look &look);
    ReadingPage *makePage(const ReadingSession &session); ///< now, where it is awaited; null: there is no tab
    /// What is, or will be, set on the session's page; nothing: there is no tab.
    [[nodiscard]] std::optional<ReadingPage::Look> lookOf(const ReadingSession &session) const;
    void closeSession(ReadingSession &session);
    [[nodiscard]] bool hasTabOf(const StudyUid &study) const; ///< one that shows it, as a prior study too
    [[nodiscard]] AppBar &bar() const { return *m_bar; }
    [[nodiscard]] QStackedWidget &pages() const { return *m_pages; } ///< one a tab, same order
    [[nodiscard]] StudyFlow *flow() const { return m_services.flow; }
    [[nodiscard]] WindowSpread *spread() const { return m_services.spread; }
    void restorePlace();   ///< where it was when it was last closed
    void followMonitors(); ///< others are there now: panels are folded as they were with these
    void showWorklist();
    void showSettings();
    [[nodiscard]] bool isShowingSettings() const;
    [[nodiscard]] int settingsIndex() const; ///< of their tab; -1: they have none
    void moveSettings(int index);            ///< their tab, where there is one
    /// Shows a message over the page's top line.
    /// `hasDetails`: with a button that asks for them (noticeDetailsRequested()). `of`: it is about these studies, and
    /// is not seen while a tab with none of them is in front.
    void notify(const QString &text, bool isFailure, bool hasDetails = false, const std::vector<StudyUid> &of = {});
    [[nodiscard]] QString lastNotice() const;
    [[nodiscard]] NoticeBar &noticeBar() const { return *m_notice; }
    [[nodiscard]] ReadingBar &readingBar() const { return *m_reading; }
    /// Runs a command by name, as its key does. False: there is no such command, or it cannot be done here.
    bool runCommand(const QString &command);
    [[nodiscard]] const CommandSet &commands() const { return *m_commands; }
    /// While it is locked runCommand() does nothing.
    void setLocked(bool locked);
    /// True: something is typed that nobody saved, or marks would be lost; the person is asked, and `goOn` is called
    /// where nothing is against it then.
    [[nodiscard]] bool asksBeforeLeaving(LeaveQuestion::Leaving what, std::function<void()> goOn);
    [[nodiscard]] LeaveQuestion &leaving() const { return *m_leave; }

Q_SIGNALS:
    void openStudyRequested(const consilium::ArchiveId &archive, const consilium::dicom::StudyHeader &study);
    void openPathsRequested(const QStringList &paths);
    void stopReadingRequested();
    void openMoreRequested(); ///< the studies that were found and have no tab yet
    void noticeDetailsRequested();
    void sessionClosed(consilium::app::ReadingSession *session); ///< its page is gone
    void languageChosen(const QString &language);
    void themeChosen(const QString &theme);
    void frontChanged();
    void imageDrawn();
    void previewDrawn();
    void painted();

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void build();
    void connectWorklist();
    void connectTabs();
    void addPage(QWidget *page, const QString &icon, const QString &text, bool isClosable);
    [[nodiscard]] SettingsPage &settingsPage();
    [[nodiscard]] bool asksAboutSettings(std::function<void()> goOn);
    [[nodiscard]] std::vector<ReadingSession *> sessions() const; ///< of the tabs
    void closeTab(int index);
    void showTab(int index);
    [[nodiscard]] ReadingSession *sessionAt(int index) const; ///< null: no reading tab
    [[nodiscard]] int tabOf(const ReadingSession &session) const;
    [[nodiscard]] ReadingPage *buildPage(ReadingSession &session);
    void addSession(QWidget &page, ReadingSession &session);
    void followTabText(QWidget &page, ReadingSession &session);
    void makePageAt(int index);
    void refreshArchives();
    void showBindings(); ///< keys and mouse were changed: everything that shows them
    void foldPanels(bool folded);
    void toggleFullScreen();
    bool runOwnCommand(const QString &command);
    bool runTabCommand(const QString &command);

    WindowServices m_services;
    CommandSet *m_commands = nullptr;
    LeaveQuestion *m_leave = nullptr;
    AppBar *m_bar = nullptr;
    NoticeBar *m_notice = nullptr;
    ReadingBar *m_reading = nullptr;
    QStackedWidget *m_pages = nullptr; ///< one page a tab, same order
    TurnByTurn m_turns;                ///< pages that are still to be made
    WorklistPage *m_worklist = nullptr;
    SettingsPage *m_settingsPage = nullptr; ///< built when first asked for
    CommandPalette *m_palette = nullptr;    ///< built when first asked for
    bool m_folded = false, m_isLocked = false;
};

} // namespace consilium::app
