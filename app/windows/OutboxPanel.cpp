#include "app/windows/OutboxPanel.h"

#include "app/windows/AskForPaths.h"
#include "app/windows/OutboxRow.h"
#include "viewer/render2d/OverlayFormat.h"

#include <QLabel>
#include <QPointer>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace consilium::app
{

namespace
{

constexpr int widthPx = 420, highestPx = 480, insetPx = 12;

} // namespace

OutboxPanel::OutboxPanel(MarkSender &sender, QWidget *parent)
    : QFrame(parent, Qt::Popup), m_sender(sender), m_empty(new QLabel), m_rows(new QVBoxLayout)
{
    setObjectName(u"outboxPanel"_s);
    setProperty("surface", u"popup"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setAccessibleName(tr("Outbox"));
    setFixedWidth(widthPx);
    auto *title = new QLabel(tr("On the way to the archive"));
    title->setProperty("role", u"strong"_s);
    m_empty->setObjectName(u"outboxEmpty"_s);
    m_empty->setProperty("role", u"caption"_s);
    m_empty->setWordWrap(true);
    m_empty->setTextFormat(Qt::PlainText); // names are not read as HTML
    auto *content = new QWidget;
    auto *around = new QVBoxLayout(content);
    around->setContentsMargins(0, 0, 0, 0);
    around->setSpacing(0);
    around->addLayout(m_rows);
    around->addStretch(1);
    auto *area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(content);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(insetPx, insetPx, insetPx, insetPx);
    column->addWidget(title);
    column->addWidget(m_empty);
    column->addWidget(area, 1);
    setFixedHeight(highestPx);
    m_later.setSingleShot(true);
    m_later.setInterval(0);
    connect(&m_later, &QTimer::timeout, this, &OutboxPanel::refresh);
    connect(&sender, &MarkSender::changed, &m_later, qOverload<>(&QTimer::start));
    refresh();
}

void OutboxPanel::showBelow(const QWidget &anchor)
{
    const QPoint corner = anchor.mapToGlobal(QPoint(anchor.width() - width(), anchor.height() + 4));
    move(std::max(corner.x(), parentWidget()->mapToGlobal(QPoint(0, 0)).x()), corner.y());
    show();
    setFocus(Qt::PopupFocusReason);
}

void OutboxPanel::refresh()
{
    const std::vector<MarkSender::Item> items = m_sender.items();
    const bool isSame = std::equal(
        items.begin(), items.end(), m_shown.begin(), m_shown.end(),
        [](const MarkSender::Item &item, const OutboxRow *row) { return item.entry.id == row->item().entry.id; });
    if (!isSame) {
        for (OutboxRow *row : m_shown)
            row->deleteLater(); // one of its buttons may be telling us
        m_shown.clear();
        for (const MarkSender::Item &item : items) {
            auto *row = new OutboxRow(item);
            const outbox::EntryId id = item.entry.id;
            connect(row, &OutboxRow::retryRequested, this, [this, id] { m_sender.retry(id); });
            connect(row, &OutboxRow::giveUpRequested, this, [this, id] { m_sender.giveUp(id); });
            connect(row, &OutboxRow::fileRequested, this, [this, row] { askForFile(row->item()); });
            m_rows->addWidget(row);
            m_shown.push_back(row);
        }
    } else {
        for (std::size_t i = 0; i < items.size(); ++i)
            m_shown[i]->setItem(items[i]);
    }
    QStringList notes;
    if (const QString alarm = m_sender.alarm(); !alarm.isEmpty())
        notes << alarm;
    for (const auto &[study, wish] : m_sender.wishes())
        notes << textOf(wish, m_sender.archiveName(wish.archive));
    if (notes.isEmpty())
        notes << tr("Everything that was saved is in its archive.");
    m_empty->setText(notes.join(u"\n\n"_s));
    m_empty->setVisible(items.empty() || !m_sender.alarm().isEmpty() || !m_sender.wishes().empty());
}

/// What was saved and could not be put together without its archive.
QString OutboxPanel::textOf(const SaveWish &wish, const QString &archive)
{
    QStringList where{wish.patient, render2d::dateTimeText(wish.date, {}), wish.description};
    where.removeAll(QString());
    return where.join(u" · "_s) + u" → "_s + archive + u'\n' +
           tr("%n mark(s) or deletion(s) wait for %1. They are put together and sent when it answers and the study is "
              "open.",
              nullptr, int(wish.marks.size() + wish.removed.size()))
               .arg(archive);
}

void OutboxPanel::askForFile(const MarkSender::Item &item)
{
    // The question takes the pop-up's place, and outlives it.
    askForPaths(
        *parentWidget(),
        {PathQuestion::Kind::NewFile, tr("Save as file"), u"DICOM (*.dcm)"_s, item.entry.sop.text() + u".dcm"_s},
        [sender = QPointer<MarkSender>(&m_sender), id = item.entry.id](const QStringList &paths) {
            if (sender && !paths.isEmpty())
                sender->writeFile(id, paths.front());
        });
    close();
}

QStringList OutboxPanel::lines() const
{
    QStringList all;
    for (const OutboxRow *row : m_shown)
        all << row->line();
    return all;
}

} // namespace consilium::app
