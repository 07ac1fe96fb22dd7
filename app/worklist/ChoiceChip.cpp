#include "app/worklist/ChoiceChip.h"

#include <QMenu>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace consilium::app
{

namespace
{

constexpr int widestValue = 82; ///< the whole stands in the tip

} // namespace

ChoiceChip::ChoiceChip(const QString &title, const QString &none, QWidget *parent)
    : QPushButton(title, parent), m_title(title), m_none(none), m_idle(title)
{
    setProperty("kind", u"chip"_s);
    setCheckable(true);
    setFixedHeight(28);
    setFocusPolicy(Qt::TabFocus);
    auto *menu = new QMenu(this);
    connect(menu, &QMenu::aboutToShow, this, &ChoiceChip::fillMenu);
    connect(menu, &QMenu::aboutToHide, this, &ChoiceChip::showValue);
    setMenu(menu);
}

void ChoiceChip::setIdleText(const QString &text)
{
    m_idle = text;
    showValue();
}

void ChoiceChip::setChoices(const Choices &choices)
{
    m_choices = choices;
    showValue();
}

void ChoiceChip::setValue(const QString &value)
{
    m_value = value;
    showValue();
}

void ChoiceChip::fillMenu()
{
    menu()->clear();
    Choices all = m_choices;
    all.insert(all.begin(), {QString(), m_none});
    if (std::none_of(all.begin(), all.end(), [this](const auto &choice) { return choice.first == m_value; }))
        all.emplace_back(m_value, m_value);
    for (const auto &[value, text] : all) {
        QString shown = text;
        QAction *action = menu()->addAction(shown.replace(u'&', u"&&"_s));
        action->setCheckable(true);
        action->setChecked(value == m_value);
        connect(action, &QAction::triggered, this, [this, value = value] {
            setValue(value);
            Q_EMIT chosen(value);
        });
    }
}

QString ChoiceChip::textOf(const QString &value) const
{
    const auto it = std::find_if(m_choices.begin(), m_choices.end(), [&](const auto &c) { return c.first == value; });
    return it != m_choices.end() ? it->second : value;
}

void ChoiceChip::showValue()
{
    setChecked(!m_value.isEmpty());
    const QString text = textOf(m_value);
    QString shown = m_value.isEmpty() ? m_idle : fontMetrics().elidedText(text, Qt::ElideRight, widestValue);
    setText(shown.replace(u'&', u"&&"_s));
    setToolTip(m_value.isEmpty() ? m_idle == m_title ? QString() : m_none : m_title + u": "_s + text);
    setAccessibleName(m_value.isEmpty() ? m_title : m_title + u": "_s + text);
}

} // namespace consilium::app
