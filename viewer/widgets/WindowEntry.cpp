#include "viewer/widgets/WindowEntry.h"

#include "viewer/render2d/OverlayFormat.h"
#include "viewer/tools/WindowText.h"

#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QScreen>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>

namespace consilium::widgets
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int widthPx = 260, sidePx = 12;

/// Every digit, in a form that can be typed: what is read back is the same number.
QString exactText(double value)
{
    return QString::number(value, 'f', QLocale::FloatingPointShortest);
}

QString problemText(tools::WindowTextProblem problem)
{
    using Problem = tools::WindowTextProblem;
    switch (problem) {
    case Problem::NotTwoNumbers:
        return WindowEntry::tr("Two numbers are needed: centre and width, as in 40 400.");
    case Problem::WidthTooSmall:
        return WindowEntry::tr("The width must be more than 0.");
    case Problem::OutOfRange:
        break;
    }
    return WindowEntry::tr("These numbers are too large.");
}

} // namespace

WindowEntry::WindowEntry(const std::optional<session::Window> &now, QWidget *parent)
    : QFrame(parent, Qt::Popup), m_now(now), m_field(new QLineEdit), m_message(new QLabel)
{
    setObjectName(u"window-entry"_s);
    setProperty("surface", u"popup"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setFixedWidth(widthPx);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(sidePx, 10, sidePx, 10);
    column->setSpacing(6);
    auto *caption = new QLabel(tr("Window: centre and width"));
    caption->setProperty("role", u"captionStrong"_s);
    caption->setBuddy(m_field);
    column->addWidget(caption);
    m_field->setAccessibleName(caption->text());
    m_field->setPlaceholderText(u"40 400"_s);
    m_field->setMaxLength(120);
    if (now)
        m_given = exactText(now->centre) + u' ' + exactText(now->width);
    m_field->setText(m_given);
    column->addWidget(m_field);
    m_message->setProperty("role", u"caption"_s);
    m_message->setWordWrap(true);
    m_message->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    column->addWidget(m_message);
    connect(m_field, &QLineEdit::textChanged, this, &WindowEntry::check);
    connect(m_field, &QLineEdit::returnPressed, this, &WindowEntry::take);
    check();
}

void WindowEntry::showAt(const QPoint &corner)
{
    adjustSize();
    QPoint at = corner - QPoint(width(), height());
    if (const QScreen *on = parentWidget() ? parentWidget()->screen() : nullptr) {
        const QRect room = on->availableGeometry();
        at.setX(std::clamp(at.x(), room.left(), std::max(room.left(), room.right() - width())));
        at.setY(std::clamp(at.y(), room.top(), std::max(room.top(), room.bottom() - height())));
    }
    move(at);
    show();
    m_field->selectAll();
    m_field->setFocus(Qt::PopupFocusReason);
}

void WindowEntry::check()
{
    const auto window = tools::windowFromText(m_field->text());
    const bool isWrong = !window && m_tried;
    if (window)
        m_message->setText(
            u"W %1 · L %2"_s.arg(render2d::numberText(window->width), render2d::numberText(window->centre)));
    else
        m_message->setText(isWrong ? problemText(window.error()) : tr("For example 40 400, or W 400 L 40"));
    m_message->setProperty("tone", isWrong ? u"crit"_s : u"t3"_s);
    m_message->style()->unpolish(m_message);
    m_message->style()->polish(m_message);
    const int twoLines = 2 * m_message->fontMetrics().lineSpacing();
    m_message->setMinimumHeight(std::max(twoLines, m_message->heightForWidth(widthPx - 2 * sidePx)));
    if (isVisible())
        adjustSize();
}

void WindowEntry::take()
{
    m_tried = true;
    if (!m_given.isEmpty() && m_field->text() == m_given) {
        close();
        return;
    }
    auto window = tools::windowFromText(m_field->text());
    if (!window) {
        check();
        m_field->selectAll();
        return;
    }
    // Only LINEAR knows no widths below 1; where the text made it LINEAR_EXACT for that, it stays so.
    if (m_now && (window->function == session::VoiFunction::Linear || m_now->function != session::VoiFunction::Linear))
        window->function = m_now->function;
    Q_EMIT chosen(*window);
    close();
}

} // namespace consilium::widgets
