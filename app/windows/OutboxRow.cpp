#include "app/windows/OutboxRow.h"

#include "viewer/render2d/OverlayFormat.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace consilium::app
{

namespace
{

QLabel *text(const QString &name, const QString &role)
{
    auto *label = new QLabel;
    label->setObjectName(name);
    label->setProperty("role", role);
    label->setTextFormat(Qt::PlainText); // names are not read as HTML
    label->setWordWrap(true);
    return label;
}

QPushButton *chip(const QString &name)
{
    auto *button = new QPushButton;
    button->setObjectName(name);
    button->setProperty("kind", u"chip"_s);
    button->setFixedHeight(28);
    return button;
}

} // namespace

OutboxRow::OutboxRow(const MarkSender::Item &item, QWidget *parent)
    : QWidget(parent),
      m_item(item),
      m_what(text(u"outboxWhat"_s, u"strong"_s)),
      m_where(text(u"outboxWhere"_s, u"caption"_s)),
      m_state(text(u"outboxState"_s, u"caption"_s)),
      m_progress(new QProgressBar),
      m_retry(chip(u"outboxRetry"_s)),
      m_giveUp(chip(u"outboxGiveUp"_s)),
      m_file(chip(u"outboxFile"_s)),
      m_keep(chip(u"outboxKeep"_s))
{
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(4);
    m_progress->setRange(0, 1000);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 8, 0, 8);
    column->setSpacing(4);
    for (QWidget *part : {static_cast<QWidget *>(m_what), static_cast<QWidget *>(m_where),
                          static_cast<QWidget *>(m_state), static_cast<QWidget *>(m_progress)})
        column->addWidget(part);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    for (QPushButton *button : {m_retry, m_giveUp, m_keep, m_file})
        row->addWidget(button);
    row->addStretch(1);
    column->addLayout(row);
    connect(m_retry, &QPushButton::clicked, this, &OutboxRow::retryRequested);
    connect(m_file, &QPushButton::clicked, this, &OutboxRow::fileRequested);
    connect(m_keep, &QPushButton::clicked, this, [this] {
        m_isAsking = false;
        refresh();
    });
    connect(m_giveUp, &QPushButton::clicked, this, [this] {
        if (std::exchange(m_isAsking, !m_isAsking))
            Q_EMIT giveUpRequested();
        refresh();
    });
    refresh();
}

void OutboxRow::setItem(const MarkSender::Item &item)
{
    m_item = item;
    refresh();
}

QString OutboxRow::line() const
{
    return QStringList{m_what->text(), m_where->text(), m_state->text()}.join(u" | "_s);
}

void OutboxRow::refresh()
{
    using outbox::State;
    const State state = m_item.entry.state;
    const bool isUnderWay = state == State::Sending || state == State::Verifying;
    m_what->setText(m_item.what);
    QStringList where{m_item.patient, render2d::dateTimeText(m_item.date, {}), m_item.description};
    where.removeAll(QString());
    m_where->setText(where.join(u" · "_s) + u" → "_s + m_item.archive);
    m_state->setText(m_isAsking
                         ? tr("Give it up? It will not be sent; the marks become unsaved marks of this computer again.")
                         : m_item.state);
    m_progress->setVisible(isUnderWay);
    m_progress->setValue(
        int(1000 * m_item.bytesSent / std::max<std::int64_t>(1, std::max(m_item.entry.bytes, m_item.bytesSent))));
    m_retry->setText(tr("Try again"));
    m_retry->setVisible(!m_isAsking && (state == State::Waiting || state == State::Refused));
    m_giveUp->setText(m_isAsking ? tr("Give up") : tr("Give up…"));
    m_giveUp->setEnabled(!isUnderWay);
    m_keep->setText(tr("Keep it"));
    m_keep->setVisible(m_isAsking);
    m_file->setText(tr("Save as file…"));
    m_file->setVisible(!m_isAsking);
}

} // namespace consilium::app
