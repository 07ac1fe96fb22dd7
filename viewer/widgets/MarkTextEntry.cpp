#include "viewer/widgets/MarkTextEntry.h"

#include <QFocusEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace consilium::widgets
{

using namespace Qt::StringLiterals;

namespace
{
constexpr int widthPx = 280;
constexpr int mostCharacters = 1000;
} // namespace

MarkTextEntry::MarkTextEntry(const QString &text, QWidget *window)
    : QFrame(window), m_given(text), m_field(new QLineEdit), m_caption(new QLabel), m_hint(new QLabel)
{
    setObjectName(u"mark-text-entry"_s);
    setProperty("surface", u"popup"_s);
    setFixedWidth(widthPx);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 10, 12, 10);
    column->setSpacing(6);
    m_caption->setText(tr("Text of the mark"));
    m_caption->setProperty("role", u"captionStrong"_s);
    m_caption->setBuddy(m_field);
    column->addWidget(m_caption);
    m_field->setAccessibleName(m_caption->text());
    m_field->setMaxLength(mostCharacters);
    m_field->setText(text);
    column->addWidget(m_field);
    m_hint->setText(tr("Enter keeps it, Esc leaves it"));
    m_hint->setProperty("role", u"caption"_s);
    m_hint->setWordWrap(true);
    column->addWidget(m_hint);
    connect(m_field, &QLineEdit::returnPressed, this, [this] { take(true); });
    m_field->installEventFilter(this);
}

void MarkTextEntry::askFor(const QString &caption, Read read)
{
    m_caption->setText(caption);
    m_field->setAccessibleName(caption);
    m_read = std::move(read);
}

void MarkTextEntry::showAt(const QPoint &at)
{
    adjustSize();
    const QWidget *const window = parentWidget();
    move(std::clamp(at.x(), 0, std::max(0, window->width() - width())),
         std::clamp(at.y(), 0, std::max(0, window->height() - height())));
    show();
    raise();
    m_field->selectAll();
    m_field->setFocus(Qt::OtherFocusReason);
}

void MarkTextEntry::leave()
{
    if (m_isDone)
        return;
    m_isDone = true;
    const bool hadKeyboard = m_field->hasFocus();
    hide();
    if (hadKeyboard)
        Q_EMIT left();
    Q_EMIT closed();
    deleteLater();
}

void MarkTextEntry::take(bool isMeant)
{
    if (m_isDone)
        return;
    const QString typed = m_field->text().trimmed();
    const bool isAsGiven = m_field->text() == m_given;
    const auto text = m_read ? m_read(typed) : std::optional(typed);
    if (!text && isMeant && !isAsGiven) {
        m_hint->setText(tr("That is no length: a number between 0.01 mm and 10 m."));
        adjustSize();
        return;
    }
    leave();
    if (!isAsGiven && text)
        Q_EMIT taken(*text);
}

void MarkTextEntry::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape)
        leave();
    else if (!isEnter) // that one is the field's, which passes it on all the same
        QFrame::keyPressEvent(event);
}

bool MarkTextEntry::eventFilter(QObject *watched, QEvent *event)
{
    // Another window in front, or the field's own menu: it will be gone on with.
    if (watched == m_field && event->type() == QEvent::FocusOut) {
        const auto reason = static_cast<QFocusEvent *>(event)->reason();
        if (reason != Qt::ActiveWindowFocusReason && reason != Qt::PopupFocusReason)
            take(false);
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace consilium::widgets
