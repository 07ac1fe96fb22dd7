#pragma once
#include "app/settings/ArchiveSet.h"
#include "app/settings/ProfileSettings.h"
#include "app/windows/CommandSet.h"
#include "app/windows/ReadingPage.h"
#include "app/windows/ReadingSession.h"
#include "app/worklist/WorklistPage.h"
#include "viewer/tools/Bindings.h"

#include <QWidget>

#include <memory>

class QStackedWidget;

namespace consilium::app
{

class AppBar;
class CommandPalette;
class MarkKeeper;
class NoticeBar;
class PeopleDesk;
class ReadingBar;
class SettingsPage;

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
    [[nodiscard]] ReadingPage *pageOf(const ReadingSession &session) const;
    /// Adds a tab for a session where there is none yet.
    void showSession(ReadingSession &session, bool toFront);
    void closeSession(ReadingSession &session);
    void restorePlace(); ///< where it was when it was last closed
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
    void setLocked(bool locked) { m_isLocked = locked; }
    /// True: something is typed that nobody saved; the person is asked, and `goOn` is called where nothing is against
    /// it then.
    [[nodiscard]] bool asksBeforeLeaving(std::function<void()> goOn);

Q_SIGNALS:
    void openStudyRequested(const consilium::ArchiveId &archive, const consilium::dicom::StudyHeader &study);
    void openPathsRequested(const QStringList &paths);
    void stopReadingRequested();
    void openMoreRequested(); ///< the studies that were found and have no tab yet
    void noticeDetailsRequested();
    void sessionClosed(consilium::app::ReadingSession *session); ///< its page is gone
    void languageChosen(const QString &language);
    void themeChosen(const QString &theme);
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
    void closeTab(int index);
    void showTab(int index);
    void refreshArchives();
    void showBindings(); ///< keys and mouse were changed: everything that shows them
    void foldPanels(bool folded);
    void toggleFullScreen();
    bool runOwnCommand(const QString &command);
    bool runTabCommand(const QString &command);

    WindowServices m_services;
    CommandSet *m_commands = nullptr;
    AppBar *m_bar = nullptr;
    NoticeBar *m_notice = nullptr;
    ReadingBar *m_reading = nullptr;
    QStackedWidget *m_pages = nullptr; ///< one page a tab, same order
    WorklistPage *m_worklist = nullptr;
    SettingsPage *m_settingsPage = nullptr; ///< built when first asked for
    CommandPalette *m_palette = nullptr;    ///< built when first asked for
    bool m_folded = false, m_isLocked = false;
};

} // namespace consilium::app
