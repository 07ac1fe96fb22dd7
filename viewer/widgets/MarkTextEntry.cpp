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
    : QFrame(window), m_given(text), m_field(new QLineEdit)
{
    setObjectName(u"mark-text-entry"_s);
    setProperty("surface", u"popup"_s);
    setFixedWidth(widthPx);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 10, 12, 10);
    column->setSpacing(6);
    auto *caption = new QLabel(tr("Text of the mark"));
    caption->setProperty("role", u"captionStrong"_s);
    caption->setBuddy(m_field);
    column->addWidget(caption);
    m_field->setAccessibleName(caption->text());
    m_field->setMaxLength(mostCharacters);
    m_field->setText(text);
    column->addWidget(m_field);
    auto *hint = new QLabel(tr("Enter keeps it, Esc leaves it"));
    hint->setProperty("role", u"caption"_s);
    column->addWidget(hint);
    connect(m_field, &QLineEdit::returnPressed, this, &MarkTextEntry::take);
    m_field->installEventFilter(this);
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
    deleteLater();
}

void MarkTextEntry::take()
{
    if (m_isDone)
        return;
    const QString text = m_field->text().trimmed();
    const bool isAsGiven = m_field->text() == m_given;
    leave();
    if (!isAsGiven)
        Q_EMIT taken(text);
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
            take();
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace consilium::widgets
