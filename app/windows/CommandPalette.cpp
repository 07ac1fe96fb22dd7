#include "app/windows/CommandPalette.h"

#include "viewer/widgets/theme/Tokens.h"
#include "viewer/widgets/theme/Typography.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace consilium::app
{

namespace
{

constexpr int nameRole = Qt::UserRole, keysRole = Qt::UserRole + 1, reasonRole = Qt::UserRole + 2;

// Title at the left, key at the right.
class PaletteDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override { return {100, 34}; }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const auto &t = widgets::tokens(option.palette);
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        if (selected) {
            painter->fillRect(option.rect, t.acbg);
            painter->fillRect(option.rect.left(), option.rect.top(), 3, option.rect.height(), t.ac);
        }
        const QRect rect = option.rect.adjusted(14, 0, -14, 0);
        painter->setFont(widgets::fontFor(widgets::TextRole::KeyHint));
        painter->setPen(selected ? t.t2 : t.t3);
        const QString keys = index.data(keysRole).toString();
        painter->drawText(rect, Qt::AlignRight | Qt::AlignVCenter, keys);
        const int room = rect.width() - painter->fontMetrics().horizontalAdvance(keys) - 16;
        painter->setFont(widgets::fontFor(widgets::TextRole::Body));
        painter->setPen(index.data(reasonRole).toString().isEmpty() ? t.t1 : t.t3);
        painter->drawText(rect, Qt::AlignLeft | Qt::AlignVCenter,
                          painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, room));
    }
};

} // namespace

int fuzzyScore(const QString &wanted, const QString &title)
{
    int score = 0;
    qsizetype at = -1;
    for (const QChar letter : wanted) {
        if (letter.isSpace())
            continue;
        const qsizetype found = title.indexOf(letter, at + 1, Qt::CaseInsensitive);
        if (found < 0)
            return -1;
        const bool follows = at >= 0 && found == at + 1;
        const bool beginsWord = found == 0 || !title.at(found - 1).isLetterOrNumber();
        score += follows ? 8 : beginsWord ? 6 : 1;
        at = found;
    }
    return score;
}

int commandScore(const QString &wanted, const CommandSet::Command &command)
{
    int score = std::max(fuzzyScore(wanted, command.title), fuzzyScore(wanted, command.name));
    const QByteArray typed = dicom::Pinyin::fold(QString(wanted).remove(u' '));
    constexpr int perLetter = 7; // between letters that follow one another and beginnings of words
    if (!typed.isEmpty() && command.pinyin.matches(typed))
        score = std::max(score, perLetter * int(typed.size()));
    return score;
}

CommandPalette::CommandPalette(const CommandSet &commands, QWidget *window)
    : QFrame(window, Qt::Popup | Qt::FramelessWindowHint),
      m_commands(commands),
      m_field(new QLineEdit),
      m_list(new QListWidget),
      m_reason(new QLabel)
{
    setObjectName(u"commandPalette"_s);
    setProperty("surface", u"popup"_s);
    setFixedSize(560, 420);
    m_field->setPlaceholderText(tr("What shall be done?"));
    m_field->setFixedHeight(34);
    m_list->setItemDelegate(new PaletteDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->addWidget(m_field);
    column->addWidget(m_list, 1);
    m_reason->setObjectName(u"paletteReason"_s);
    m_reason->setProperty("role", u"caption"_s);
    m_reason->setTextFormat(Qt::PlainText);
    m_reason->setWordWrap(true);
    m_reason->setContentsMargins(14, 0, 14, 2);
    column->addWidget(m_reason);
    m_field->installEventFilter(this);
    connect(m_field, &QLineEdit::textChanged, this, &CommandPalette::fill);
    connect(m_list, &QListWidget::itemClicked, this, &CommandPalette::choose);
    connect(m_list, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem *item) {
        m_reason->setText(item ? item->data(reasonRole).toString() : QString());
        m_reason->setVisible(!m_reason->text().isEmpty());
    });
}

void CommandPalette::open()
{
    m_field->clear();
    fill();
    const QWidget *window = parentWidget();
    move(window->mapToGlobal(QPoint((window->width() - width()) / 2, 64)));
    show();
    m_field->setFocus(Qt::PopupFocusReason);
}

void CommandPalette::fill()
{
    struct Hit {
        int score;
        const CommandSet::Command *command;
        QString reason; ///< why it can do nothing; empty: it can
    };
    std::vector<Hit> hits;
    for (const auto &command : m_commands.all()) {
        const bool sensible = command.place == CommandSet::Place::Anywhere || command.place == m_commands.place();
        if (!sensible || command.name == "command-palette"_L1)
            continue;
        const int score = commandScore(m_field->text(), command);
        if (score >= 0)
            hits.push_back({score, &command, m_commands.whyNot(command.name)});
    }
    std::stable_sort(hits.begin(), hits.end(), [](const Hit &a, const Hit &b) {
        const bool aCan = a.reason.isEmpty(), bCan = b.reason.isEmpty();
        return aCan == bCan ? a.score > b.score : aCan;
    });
    m_list->clear();
    for (const Hit &hit : hits) {
        auto *item = new QListWidgetItem(hit.command->title);
        item->setData(nameRole, hit.command->name);
        item->setData(reasonRole, hit.reason);
        if (!hit.command->keys.isEmpty())
            item->setData(keysRole, hit.command->keys.front().toString(QKeySequence::NativeText));
        m_list->addItem(item);
    }
    if (hits.empty()) {
        auto *none = new QListWidgetItem(tr("No command is called that."));
        none->setFlags(Qt::NoItemFlags);
        m_list->addItem(none);
        return;
    }
    m_list->setCurrentRow(0);
}

QStringList CommandPalette::shownCommands() const
{
    QStringList names;
    for (int i = 0; i < m_list->count(); ++i)
        if (const QString name = m_list->item(i)->data(nameRole).toString(); !name.isEmpty())
            names << name;
    return names;
}

void CommandPalette::choose()
{
    const QListWidgetItem *item = m_list->currentItem();
    const QString name = item ? item->data(nameRole).toString() : QString();
    hide();
    if (!name.isEmpty())
        Q_EMIT chosen(name);
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const int last = m_list->count() - 1;
        constexpr int page = 8;
        const int step = key == Qt::Key_Down       ? 1
                         : key == Qt::Key_Up       ? -1
                         : key == Qt::Key_PageDown ? page
                         : key == Qt::Key_PageUp   ? -page
                                                   : 0;
        if (step != 0) {
            m_list->setCurrentRow(std::clamp(m_list->currentRow() + step, 0, std::max(0, last)));
            return true;
        }
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            choose();
            return true;
        }
        if (key == Qt::Key_Escape) {
            hide();
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace consilium::app
