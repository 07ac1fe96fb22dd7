#include "app/windows/AppBar.h"

#include "app/people/PersonButton.h"
#include "app/windows/AppTabs.h"
#include "app/windows/OutboxButton.h"
#include "app/windows/SmallWindow.h"
#include "viewer/widgets/IconLabel.h"
#include "viewer/widgets/theme/Icons.h"
#include "viewer/widgets/theme/Tokens.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace consilium::app
{

namespace
{

QToolButton *makeButton(const QString &icon, const QString &text)
{
    auto *button = new QToolButton;
    button->setIcon(widgets::icon(icon));
    button->setIconSize({20, 20});
    button->setAutoRaise(true);
    button->setFixedSize(34, 34);
    button->setAccessibleName(text);
    return button;
}

} // namespace

AppBar::AppBar(MarkSender *sender, QWidget *parent)
    : QWidget(parent),
      m_tabs(new AppTabs),
      m_failing(new QWidget),
      m_failingIcon(new widgets::IconLabel(16)),
      m_failingText(new QLabel)
{
    setFixedHeight(Surroundings().appBarPx);
    setProperty("surface", u"window"_s);
    setProperty("edge", u"bottom"_s);
    setAttribute(Qt::WA_StyledBackground);
    const auto &t = widgets::tokens(palette());
    auto *logo = new widgets::IconLabel(20);
    logo->setIcon(u"logo"_s, t.ac);
    auto *name = new QLabel(u"Consilium"_s);
    name->setProperty("role", u"strong"_s);

    auto *failing = new QHBoxLayout(m_failing);
    failing->setContentsMargins(0, 0, 12, 0);
    failing->setSpacing(6);
    m_failingIcon->setIcon(u"server-offline"_s, t.crit);
    m_failingText->setProperty("role", u"caption"_s);
    failing->addWidget(m_failingIcon);
    failing->addWidget(m_failingText);
    m_failing->hide();

    m_palette = makeButton(u"more"_s, tr("All commands"));
    m_palette->setObjectName(u"openPalette"_s);
    m_settings = makeButton(u"settings"_s, tr("Settings"));
    m_settings->setObjectName(u"openSettings"_s);
    connect(m_palette, &QToolButton::clicked, this, &AppBar::paletteRequested);
    connect(m_settings, &QToolButton::clicked, this, &AppBar::settingsRequested);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(14, 0, 8, 0);
    row->setSpacing(0);
    row->addWidget(logo);
    row->addSpacing(8);
    row->addWidget(name);
    row->addSpacing(44);
    row->addWidget(m_tabs, 1);
    row->addWidget(m_failing);
    if (sender)
        row->addWidget(m_outbox = new OutboxButton(*sender, this));
    row->addWidget(m_palette);
    row->addWidget(m_settings);
}

bool AppBar::event(QEvent *event)
{
    if (event->type() == QEvent::ParentChange) {
        window()->installEventFilter(this);
        fitToWindow();
    }
    return QWidget::event(event);
}

bool AppBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && watched == window())
        fitToWindow();
    return QWidget::eventFilter(watched, event);
}

void AppBar::fitToWindow()
{
    const int wanted = surroundingsIn(window()->size()).appBarPx;
    if (wanted == height() && wanted == minimumHeight())
        return;
    setFixedHeight(wanted);
    m_tabs->setHeight(wanted);
    if (const QWidget *around = parentWidget(); around && around->layout())
        around->layout()->activate(); // not seen halfway
}

bool AppBar::runCommand(const QString &command)
{
    if (command != u"outbox" || !m_outbox)
        return false;
    m_outbox->showPanel();
    return true;
}

void AppBar::setTips(const QString &palette, const QString &settings)
{
    m_palette->setToolTip(palette);
    m_settings->setToolTip(settings);
}

PersonButton *AppBar::addPersonButton(PeopleDesk &people)
{
    auto *button = new PersonButton(people);
    auto *row = qobject_cast<QHBoxLayout *>(layout());
    row->insertWidget(row->indexOf(m_failing) + 1, button);
    return button;
}

void AppBar::setArchivesFailing(int count)
{
    m_failingText->setText(tr("%n archives out of order", nullptr, count));
    m_failing->setVisible(count > 0);
}

} // namespace consilium::app
