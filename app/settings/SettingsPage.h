#pragma once
#include "base/Clock.h"
#include "base/Ids.h"

#include <QWidget>

class QListWidget;
class QStackedWidget;

namespace consilium::app
{

class ArchiveSet;
class ArchiveSettings;

/// The settings as a tab: archives and network, language and appearance.
class SettingsPage : public QWidget
{
    Q_OBJECT
public:
    SettingsPage(ArchiveSet &archives, const Clock &clock, const QString &language, const QString &theme,
                 QWidget *parent = nullptr);

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
