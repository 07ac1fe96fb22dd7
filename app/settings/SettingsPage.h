#pragma once
#include "base/Clock.h"
#include "base/Ids.h"

#include "app/settings/HangingSettings.h"
#include "viewer/tools/Bindings.h"

#include <QKeySequence>
#include <QWidget>

#include <functional>
#include <vector>

class QListWidget;
class QStackedWidget;

namespace consilium::app
{

class ArchiveSet;
class ArchiveSettings;
class CommandSet;
class KeySettings;
class PeopleDesk;
class PeopleSettings;
class ProfileSettings;

/// What the settings are about; everything lives longer than the page.
struct SettingsServices {
    ArchiveSet &archives;
    ProfileSettings &settings;
    const Clock &clock;
    QString language, theme; ///< as they are now
    QKeySequence testKey;    ///< tests the connection: that of the command "refresh"; may be empty
    CommandSet &commands;
    tools::Bindings &bindings;
    PeopleDesk *people = nullptr; ///< null: there are none
    OpenStudies studies = {};     ///< for hanging protocols to be tried on; empty: none are known
};

/// The settings as a tab: archives and network, language and appearance, keyboard, mouse, monitors, hanging
/// protocols, from study to study, people. All pages together take longer to build than a window may stand still: each
/// one is built when it is first shown.
class SettingsPage : public QWidget
{
    Q_OBJECT
public:
    explicit SettingsPage(const SettingsServices &services, QWidget *parent = nullptr);

    [[nodiscard]] int section() const; ///< which is shown
    void showSection(int section);
    void takeFocus();
    void addArchive();
    [[nodiscard]] bool asksBeforeClosing(std::function<void()> close); ///< may be called again by `close`
    [[nodiscard]] ArchiveSettings &archives() const { return *m_archives; }
    void editArchive(const ArchiveId &id);
    void showKeyboard();
    void showMouse();
    void showMonitors();
    void showFlow();
    void showHanging();
    [[nodiscard]] HangingSettings *hanging() const { return m_hanging; } ///< null: not built yet
    HangingSettings &makeHanging();                                      ///< shows it
    void showPeople();

Q_SIGNALS:
    void mouseChanged();
    void languageChosen(const QString &language);
    void themeChosen(const QString &theme);

private:
    enum Section { Archives, Appearance, Keyboard, Mouse, Monitors, Hanging, Flow, People };
    using Maker = std::function<QWidget *()>;
    void addSection(const QString &icon, const QString &name, Maker make);
    void addSections();
    void showPage(int section);
    [[nodiscard]] QWidget *makeAppearance();
    [[nodiscard]] QWidget *makeMouse();

    SettingsServices m_services;
    ArchiveSettings *m_archives;
    KeySettings *m_keys = nullptr;      ///< once it is built
    PeopleSettings *m_people = nullptr; ///< likewise
    HangingSettings *m_hanging = nullptr;
    QListWidget *m_sections;
    QStackedWidget *m_stack;
    std::vector<Maker> m_makers; ///< by section; empty where the page is built
};

} // namespace consilium::app
