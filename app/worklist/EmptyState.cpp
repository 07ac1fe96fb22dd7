#include "app/worklist/EmptyState.h"

#include "viewer/widgets/theme/Theme.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace consilium::app
{

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent), m_sentence(new QLabel), m_consequence(new QLabel), m_button(new QPushButton)
{
    m_sentence->setProperty("role", u"title"_s);
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    m_sentence->setAlignment(Qt::AlignCenter);
    m_consequence->setProperty("tone", u"t2"_s);
    m_consequence->setTextFormat(Qt::PlainText);
    m_consequence->setWordWrap(true);
    m_consequence->setAlignment(Qt::AlignCenter);
    m_button->setProperty("kind", u"primary"_s);
    m_button->setFixedHeight(34);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(12);
    column->addStretch(2);
    column->addWidget(m_sentence);
    column->addWidget(m_consequence);
    column->addWidget(m_button, 0, Qt::AlignHCenter);
    column->addStretch(3);
    connect(m_button, &QPushButton::clicked, this, &EmptyState::buttonClicked);
}

void EmptyState::setContent(const QString &sentence, const QString &consequence, const QString &buttonText, bool failed)
{
    m_sentence->setText(sentence);
    m_sentence->setProperty("tone", failed ? QVariant(u"crit"_s) : QVariant());
    widgets::repolish(m_sentence);
    m_consequence->setText(consequence);
    m_consequence->setVisible(!consequence.isEmpty());
    m_button->setText(buttonText);
    m_button->setVisible(!buttonText.isEmpty());
}

QString EmptyState::sentence() const
{
    return m_sentence->text();
}

QString EmptyState::consequence() const
{
    return m_consequence->text();
}

} // namespace consilium::app
