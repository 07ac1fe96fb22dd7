#include "app/settings/SettingsPage.h"

#include "app/people/PeopleSettings.h"
#include "app/settings/AppearanceSettings.h"
#include "app/settings/ArchiveSettings.h"
#include "app/settings/KeySettings.h"
#include "app/settings/MonitorSettings.h"
#include "app/settings/MouseSettings.h"
#include "app/windows/CommandSet.h"
#include "viewer/widgets/theme/Icons.h"

#include <QLabel>
#include <QListWidget>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace consilium::app
{

SettingsPage::SettingsPage(const SettingsServices &services, QWidget *parent)
    : QWidget(parent),
      m_archives(new ArchiveSettings(services.archives, services.settings, services.clock, services.testKey)),
      m_keys(new KeySettings(services.commands, services.bindings, services.settings)),
      m_sections(new QListWidget),
      m_stack(new QStackedWidget)
{
    auto *side = new QWidget;
    side->setFixedWidth(260);
    side->setProperty("surface", u"panel"_s);
    side->setProperty("edge", u"right"_s);
    side->setAttribute(Qt::WA_StyledBackground);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(10, 16, 10, 10);
    column->setSpacing(12);
    auto *title = new QLabel(tr("Settings"));
    title->setProperty("role", u"title"_s);
    title->setContentsMargins(10, 0, 0, 0);
    column->addWidget(title);
    m_sections->setFrameShape(QFrame::NoFrame);
    m_sections->setProperty("surface", u"panel"_s);
    m_sections->addItem(new QListWidgetItem(widgets::icon(u"server"_s), tr("Archives and network")));
    m_sections->addItem(new QListWidgetItem(widgets::icon(u"theme"_s), tr("Language and appearance")));
    m_sections->addItem(new QListWidgetItem(widgets::icon(u"keyboard"_s), tr("Keyboard")));
    m_sections->addItem(new QListWidgetItem(widgets::icon(u"mouse"_s), tr("Mouse")));
    m_sections->addItem(new QListWidgetItem(widgets::icon(u"full-screen"_s), tr("Monitors")));
    for (int i = 0; i < m_sections->count(); ++i)
        m_sections->item(i)->setSizeHint({0, 36});
    column->addWidget(m_sections, 1);

    auto *appearance = new AppearanceSettings(services.language, services.theme);
    m_stack->addWidget(m_archives);
    auto *mouse = new MouseSettings(services.bindings, services.settings);
    m_stack->addWidget(appearance);
    m_stack->addWidget(m_keys);
    m_stack->addWidget(mouse);
    m_stack->addWidget(new MonitorSettings(services.settings));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(side);
    row->addWidget(m_stack, 1);
    connect(m_sections, &QListWidget::currentRowChanged, m_stack, &QStackedWidget::setCurrentIndex);
    connect(m_sections, &QListWidget::itemSelectionChanged, this, [this] { // a click below the last one
        if (m_sections->selectedItems().isEmpty() && m_sections->currentItem())
            m_sections->currentItem()->setSelected(true);
    });
    connect(appearance, &AppearanceSettings::languageChosen, this, &SettingsPage::languageChosen);
    connect(appearance, &AppearanceSettings::themeChosen, this, &SettingsPage::themeChosen);
    connect(mouse, &MouseSettings::mouseChanged, this, &SettingsPage::mouseChanged);
    // Two on one key would make it dead: what tests has the key of what refreshes, also after that was changed.
    connect(&services.commands, &CommandSet::keysChanged, this,
            [this, commands = &services.commands] { m_archives->setTestKey(commands->keyOf(u"refresh"_s)); });
    if (services.people)
        addPeople(*services.people);
    m_sections->setCurrentRow(0);
}

bool SettingsPage::asksBeforeClosing(std::function<void()> close)
{
    if (!m_archives->asksBeforeClosing(std::move(close)))
        return false;
    showSection(m_stack->indexOf(m_archives)); // what the question is about
    return true;
}

int SettingsPage::section() const
{
    return m_sections->currentRow();
}

void SettingsPage::showSection(int section)
{
    m_sections->setCurrentRow(section);
}

void SettingsPage::addPeople(PeopleDesk &people)
{
    m_people = new PeopleSettings(people);
    auto *section = new QListWidgetItem(widgets::icon(u"user"_s), tr("People"));
    section->setSizeHint({0, 36});
    m_sections->addItem(section);
    m_stack->addWidget(m_people);
}

void SettingsPage::showPeople()
{
    if (!m_people)
        return;
    m_sections->setCurrentRow(m_stack->indexOf(m_people));
    m_people->takeFocus();
}

void SettingsPage::takeFocus()
{
    if (m_stack->currentWidget() == m_archives)
        m_archives->takeFocus();
    else if (m_stack->currentWidget() == m_keys)
        m_keys->takeFocus();
    else
        m_sections->setFocus(Qt::OtherFocusReason);
}

void SettingsPage::addArchive()
{
    m_sections->setCurrentRow(0);
    m_archives->addArchive();
}

void SettingsPage::editArchive(const ArchiveId &id)
{
    m_sections->setCurrentRow(0);
    m_archives->editArchive(id);
}

void SettingsPage::showMonitors()
{
    m_sections->setCurrentRow(4);
}

void SettingsPage::showKeyboard()
{
    m_sections->setCurrentRow(2);
    takeFocus();
}

void SettingsPage::showMouse()
{
    m_sections->setCurrentRow(3);
    takeFocus();
}

} // namespace consilium::app
