#include "app/people/PersonButton.h"

#include "app/people/PeopleDesk.h"
#include "viewer/widgets/theme/Icons.h"

#include <QMenu>

using namespace Qt::StringLiterals;

namespace consilium::app
{

namespace
{

constexpr int widestName = 140;

} // namespace

PersonButton::PersonButton(PeopleDesk &desk, QWidget *parent) : QToolButton(parent), m_desk(desk)
{
    setObjectName(u"person"_s);
    setIcon(widgets::icon(u"user"_s));
    setIconSize({18, 18});
    setAutoRaise(true);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setFixedHeight(34);
    setPopupMode(QToolButton::InstantPopup);
    setStyleSheet(u"QToolButton { padding: 0 8px; } QToolButton::menu-indicator { image: none; }"_s);
    auto *menu = new QMenu(this);
    const auto add = [&](const QString &text, const QString &icon, const QString &command) {
        connect(menu->addAction(widgets::icon(icon), text), &QAction::triggered, this,
                [this, command] { Q_EMIT commandRequested(command); });
    };
    add(tr("Lock"), u"lock"_s, u"lock"_s);
    add(tr("Switch person"), u"user"_s, u"switch-person"_s);
    menu->addSeparator();
    add(tr("People and passwords…"), u"settings"_s, u"settings-people"_s);
    setMenu(menu);
    connect(&m_desk, &PeopleDesk::changed, this, &PersonButton::refresh);
    refresh();
}

void PersonButton::refresh()
{
    const QString name = m_desk.current().name;
    setText(fontMetrics().elidedText(name, Qt::ElideRight, widestName));
    setToolTip(tr("Signed in: %1").arg(name));
    setAccessibleName(toolTip());
    setVisible(m_desk.isShared());
}

} // namespace consilium::app
