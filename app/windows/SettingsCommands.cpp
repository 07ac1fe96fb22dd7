#include "app/windows/SettingsCommands.h"

#include "app/settings/SettingsPage.h"
#include "app/windows/MainWindow.h"
#include "app/windows/StudyHanging.h"
#include "viewer/dicom/StudyDay.h"

#include <QCoreApplication>
#include <QDate>
#include <QStackedWidget>

#include <utility>

using namespace Qt::StringLiterals;

namespace consilium::app
{

bool runSettingsCommand(MainWindow &window, const std::function<SettingsPage &()> &page, const QString &command)
{
    using Lead = void (SettingsPage::*)();
    static constexpr std::pair<QLatin1StringView, Lead> leads[] = {
        {QLatin1StringView("settings"), nullptr},
        {QLatin1StringView("settings-keyboard"), &SettingsPage::showKeyboard},
        {QLatin1StringView("settings-mouse"), &SettingsPage::showMouse},
        {QLatin1StringView("settings-flow"), &SettingsPage::showFlow},
        {QLatin1StringView("settings-hanging"), &SettingsPage::showHanging},
        {QLatin1StringView("add-archive"), &SettingsPage::addArchive},
        {QLatin1StringView("measure-monitor"), &SettingsPage::showMonitors},
    };
    for (const auto &[name, lead] : leads) {
        if (command != name)
            continue;
        window.showSettings();
        if (lead)
            (page().*lead)();
        return true;
    }
    return false;
}

std::vector<OpenStudy> openStudiesOf(const MainWindow &window)
{
    std::vector<OpenStudy> all;
    const QStackedWidget &pages = window.pages();
    for (int i = 0; i < pages.count(); ++i) {
        const auto *page = qobject_cast<ReadingPage *>(pages.widget(i));
        auto studies = page ? page->session().hanging().studies() : std::nullopt;
        if (!studies)
            continue;
        const dicom::StudyHeader &header = studies->current.header;
        const QDate date = dicom::dayOf(header.date);
        QStringList title;
        for (const QString &part : {date.isValid() ? date.toString(Qt::ISODate) : QString(), header.description})
            if (!part.isEmpty())
                title << part;
        if (title.isEmpty())
            title << QCoreApplication::translate("SettingsCommands", "Open study");
        all.push_back({title.join(u' '), std::move(*studies), page->grid().monitorCount()});
    }
    return all;
}

} // namespace consilium::app
