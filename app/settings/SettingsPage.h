#pragma once
#include "base/Clock.h"
#include "base/Ids.h"

#include <QKeySequence>
#include <QWidget>

class QListWidget;
class QStackedWidget;

namespace consilium::app
{

class ArchiveSet;
class ArchiveSettings;
class ProfileSettings;

/// What the settings are about; everything lives longer than the page.
struct SettingsServices {
    ArchiveSet &archives;
    ProfileSettings &settings;
    const Clock &clock;
    QString language, theme; ///< as they are now
    QKeySequence testKey;    ///< tests the connection; may be empty
};

/// The settings as a tab: archives and network, language and appearance.
class SettingsPage : public QWidget
{
    Q_OBJECT
public:
    explicit SettingsPage(const SettingsServices &services, QWidget *parent = nullptr);

    void takeFocus();
    void addArchive();
    void editArchive(const ArchiveId &id);
    void showAppearance();

Q_SIGNALS:
    void languageChosen(const QString &language);
    void themeChosen(const QString &theme);

private:
    ArchiveSettings *m_archives;
    QListWidget *m_sections;
    QStackedWidget *m_stack;
};

} // namespace consilium::app
