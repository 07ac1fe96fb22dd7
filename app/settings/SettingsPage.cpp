#include "app/settings/SettingsPage.h"

#include "app/people/PeopleSettings.h"
#include "app/settings/AppearanceSettings.h"
#include "app/settings/ArchiveSettings.h"
#include "app/settings/FlowSettings.h"
#include "app/settings/KeySettings.h"
#include "app/settings/MonitorSettings.h"
#include "app/settings/MouseSettings.h"
#include "app/windows/CommandSet.h"
#include "viewer/widgets/theme/Icons.h"

#include <QLabel>
#include <QListWidget>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace consilium::app
{

SettingsPage::SettingsPage(const SettingsServices &services, QWidget *parent)
    : QWidget(parent),
      m_services(services),
      m_archives(new ArchiveSettings(services.archives, services.settings, services.clock, services.testKey)),
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
    column->addWidget(m_sections, 1);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(side);
    row->addWidget(m_stack, 1);
    addSections();
    connect(m_sections, &QListWidget::currentRowChanged, this, &SettingsPage::showPage);
    connect(m_sections, &QListWidget::itemSelectionChanged, this, [this] { // a click below the last one
        if (m_sections->selectedItems().isEmpty() && m_sections->currentItem())
            m_sections->currentItem()->setSelected(true);
    });
    // Two on one key would make it dead: what tests has the key of what refreshes, also after that was changed.
    connect(&services.commands, &CommandSet::keysChanged, this,
            [this, commands = &services.commands] { m_archives->setTestKey(commands->keyOf(u"refresh"_s)); });
    m_sections->setCurrentRow(Archives);
}

// In the order of Section.
void SettingsPage::addSections()
{
    addSection(u"server"_s, tr("Archives and network"), {});
    addSection(u"theme"_s, tr("Language and appearance"), [this] { return makeAppearance(); });
    addSection(u"keyboard"_s, tr("Keyboard"), [this] {
        return m_keys = new KeySettings(m_services.commands, m_services.bindings, m_services.settings);
    });
    addSection(u"mouse"_s, tr("Mouse"), [this] { return makeMouse(); });
    addSection(u"full-screen"_s, tr("Monitors"), [this] { return new MonitorSettings(m_services.settings); });
    addSection(u"layout-2x2"_s, tr("Hanging protocols"),
               [this] { return m_hanging = new HangingSettings(m_services.settings, m_services.studies); });
    addSection(u"list"_s, tr("From study to study"), [this] { return new FlowSettings(m_services.settings); });
    if (m_services.people)
        addSection(u"user"_s, tr("People"), [this] { return m_people = new PeopleSettings(*m_services.people); });
}

void SettingsPage::addSection(const QString &icon, const QString &name, Maker make)
{
    auto *section = new QListWidgetItem(widgets::icon(icon), name);
    section->setSizeHint({0, 36});
    m_sections->addItem(section);
    m_stack->addWidget(make ? new QWidget : m_archives);
    m_makers.push_back(std::move(make));
}

QWidget *SettingsPage::makeAppearance()
{
    auto *appearance = new AppearanceSettings(m_services.language, m_services.theme);
    connect(appearance, &AppearanceSettings::languageChosen, this, &SettingsPage::languageChosen);
    connect(appearance, &AppearanceSettings::themeChosen, this, &SettingsPage::themeChosen);
    return appearance;
}

QWidget *SettingsPage::makeMouse()
{
    auto *mouse = new MouseSettings(m_services.bindings, m_services.settings);
    connect(mouse, &MouseSettings::mouseChanged, this, &SettingsPage::mouseChanged);
    return mouse;
}

void SettingsPage::showPage(int section)
{
    if (section < 0)
        return;
    if (const Maker make = std::exchange(m_makers[std::size_t(section)], {})) {
        QWidget *const place = m_stack->widget(section);
        m_stack->insertWidget(section, make());
        m_stack->removeWidget(place);
        delete place;
    }
    m_stack->setCurrentIndex(section);
}

// `close` comes here again, so that one is asked after the other.
bool SettingsPage::asksBeforeClosing(std::function<void()> close)
{
    if (m_hanging && m_hanging->asksBeforeClosing(close)) {
        showSection(Hanging); // what the question is about
        return true;
    }
    if (!m_archives->asksBeforeClosing(std::move(close)))
        return false;
    showSection(Archives);
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

void SettingsPage::showPeople()
{
    if (!m_services.people)
        return;
    m_sections->setCurrentRow(People);
    m_people->takeFocus();
}

void SettingsPage::takeFocus()
{
    if (m_stack->currentWidget() == m_archives)
        m_archives->takeFocus();
    else if (m_stack->currentWidget() == m_keys)
        m_keys->takeFocus();
    else if (m_hanging && m_stack->currentWidget() == m_hanging)
        m_hanging->takeFocus();
    else
        m_sections->setFocus(Qt::OtherFocusReason);
}

void SettingsPage::addArchive()
{
    m_sections->setCurrentRow(Archives);
    m_archives->addArchive();
}

void SettingsPage::editArchive(const ArchiveId &id)
{
    m_sections->setCurrentRow(Archives);
    m_archives->editArchive(id);
}

void SettingsPage::showMonitors()
{
    m_sections->setCurrentRow(Monitors);
}

void SettingsPage::showFlow()
{
    m_sections->setCurrentRow(Flow);
}

void SettingsPage::showHanging()
{
    makeHanging().takeFocus();
}

HangingSettings &SettingsPage::makeHanging()
{
    m_sections->setCurrentRow(Hanging);
    return *m_hanging;
}

void SettingsPage::showKeyboard()
{
    m_sections->setCurrentRow(Keyboard);
    takeFocus();
}

void SettingsPage::showMouse()
{
    m_sections->setCurrentRow(Mouse);
    takeFocus();
}

} // namespace consilium::app
