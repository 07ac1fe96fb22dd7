#include "app/windows/TopLine.h"

#include "viewer/widgets/theme/Tokens.h"

#include <QEvent>
#include <QPainter>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace consilium::app
{

namespace
{
constexpr int farPx = 100'000;
constexpr int leastTextPx = 40, slackPx = 2;
constexpr int besideButtonPx = 8;
constexpr const char *keptClear = "keptClearOfNotes";
constexpr const char *keptWithin = "keepsNotesWithin";

bool changesPlace(QEvent::Type type)
{
    return type == QEvent::Show || type == QEvent::Hide || type == QEvent::Move || type == QEvent::Resize;
}

// Lines that leave the room of `beside` free look where it is now.
void placeLines(const QWidget &beside)
{
    for (TopLine *line : beside.window()->findChildren<TopLine *>())
        line->placeBeside(beside);
}

class PlaceWatch final : public QObject
{
public:
    explicit PlaceWatch(QWidget &watched) : QObject(&watched) { watched.installEventFilter(this); }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (changesPlace(event->type()))
            placeLines(*static_cast<const QWidget *>(watched));
        return false;
    }
};
} // namespace

void keepClearOfNotes(QPushButton &button)
{
    button.setProperty(keptClear, true);
    new PlaceWatch(button);
}

void keepNotesWithin(QWidget &bar)
{
    bar.setProperty(keptWithin, true);
    new PlaceWatch(bar);
}

TopNote::TopNote(QWidget *parent) : QWidget(parent)
{
    setAttribute(Qt::WA_OpaquePaintEvent);
}

bool TopNote::event(QEvent *event)
{
    const bool isDone = QWidget::event(event);
    if (changesPlace(event->type()))
        placeLines(*this);
    return isDone;
}

void TopNote::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const auto &t = widgets::tokens(palette());
    painter.fillRect(rect(), t.bg1);
    painter.fillRect(0, 0, 1, height(), t.line2); // where it ends on what it lies over
    painter.fillRect(0, height() - 1, width(), 1, t.line2);
}

TopText::TopText(QWidget *parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
}

void TopText::setWhole(const QString &text, const QString &tip, const QString &brief)
{
    m_whole = text;
    m_brief = brief;
    m_tip = tip;
    fit();
    updateGeometry();
}

QSize TopText::sizeHint() const
{
    ensurePolished();
    int width = 0;
    for (const QString &line : m_whole.split(u'\n'))
        width = std::max(width, fontMetrics().horizontalAdvance(line));
    return {width + 2 * slackPx, fontMetrics().height()};
}

QSize TopText::minimumSizeHint() const
{
    return {leastTextPx, fontMetrics().height()};
}

// A label breaks lines at fractions of a pixel.
int TopText::roomPx() const
{
    return std::max(0, width() - slackPx);
}

bool TopText::fits(const QString &text) const
{
    const QRect taken = fontMetrics().boundingRect(QRect(0, 0, roomPx(), farPx), Qt::TextWordWrap, text);
    return taken.height() <= height() && taken.width() <= roomPx();
}

QString TopText::fitted() const
{
    if (fits(m_whole))
        return m_whole;
    if (!m_brief.isEmpty())
        return fits(m_brief) ? m_brief : cut(m_brief);
    // Of two messages each keeps its line.
    if (const QStringList lines = m_whole.split(u'\n'); lines.size() > 1) {
        QStringList shortened;
        for (const QString &line : lines)
            shortened << fontMetrics().elidedText(line, Qt::ElideRight, roomPx());
        while (shortened.size() > 1 && !fits(shortened.join(u'\n')))
            shortened.removeLast();
        if (const qsizetype more = lines.size() - shortened.size(); more > 0) { // nobody takes the rest for nothing
            const QString sign = u"  +%1"_s.arg(more);
            const int room = roomPx() - fontMetrics().horizontalAdvance(sign);
            shortened.last() = fontMetrics().elidedText(lines[shortened.size() - 1], Qt::ElideRight, room) + sign;
        }
        return shortened.join(u'\n');
    }
    return cut(m_whole);
}

QString TopText::cut(const QString &text) const
{
    qsizetype most = 0, tooMany = text.size();
    while (tooMany - most > 1) {
        const qsizetype middle = (most + tooMany) / 2;
        (fits(text.left(middle) + u'…') ? most : tooMany) = middle;
    }
    return text.left(most) + u'…';
}

void TopText::fit()
{
    ensurePolished();
    const QString shown = fitted();
    QStringList tips;
    if (shown != m_whole)
        tips << m_whole;
    if (!m_tip.isEmpty())
        tips << m_tip;
    setToolTip(tips.join(u'\n'));
    setAccessibleName(m_whole);
    if (shown != text())
        setText(shown);
}

void TopText::resizeEvent(QResizeEvent *event)
{
    QLabel::resizeEvent(event);
    fit();
}

TopLine::TopLine(QWidget &page, std::initializer_list<TopNote *> notes, std::function<int()> keepFree)
    : QObject(&page), m_page(page), m_notes(notes.begin(), notes.end()), m_keepFree(std::move(keepFree))
{
    for (TopNote *note : notes) {
        if (!note)
            continue;
        note->setParent(page.parentWidget());
        note->raise();
        note->installEventFilter(this);
    }
    page.installEventFilter(this);
    place();
}

bool TopLine::eventFilter(QObject *watched, QEvent *event)
{
    const QEvent::Type type = event->type();
    const bool moves = watched == &m_page ? type == QEvent::Resize || type == QEvent::Move
                                          : type == QEvent::ShowToParent || type == QEvent::HideToParent ||
                                                type == QEvent::LayoutRequest;
    if (moves)
        place();
    return QObject::eventFilter(watched, event);
}

void TopLine::placeBeside(const QWidget &other)
{
    if (m_page.isAncestorOf(&other))
        place();
}

// What a page itself says at its end is about the images in front: a message of the window stands beside it.
int TopLine::endPx() const
{
    int end = m_page.geometry().right() + 1;
    for (const TopNote *other : m_page.findChildren<TopNote *>())
        if (other->isVisible())
            end = std::min(end, other->mapTo(m_page.parentWidget(), QPoint(0, 0)).x());
    for (const QPushButton *button : m_page.findChildren<QPushButton *>()) {
        if (!button->property(keptClear).toBool() || !button->isVisible())
            continue;
        const QRect at(button->mapTo(m_page.parentWidget(), QPoint(0, 0)), button->size());
        if (at.top() < m_page.y() + linePx() && at.bottom() >= m_page.y())
            end = std::min(end, at.x() - besideButtonPx);
    }
    return end;
}

int TopLine::linePx() const
{
    for (const QWidget *bar : m_page.findChildren<QWidget *>())
        if (bar->isVisible() && bar->property(keptWithin).toBool())
            return bar->height();
    return std::min(heightPx, m_page.height());
}

void TopLine::place()
{
    const QRect page = m_page.geometry();
    const int free = m_keepFree ? m_keepFree() : 0;
    const int left = page.left() + std::clamp(free, 0, std::max(0, page.width() - leastPx));
    int right = std::max(endPx(), left + std::min(leastPx, page.width()));
    for (const auto &note : m_notes) {
        if (!note || note->isHidden())
            continue;
        const int width = std::min(note->sizeHint().width(), right - left);
        note->setGeometry(right - width, page.top(), width, linePx());
        right -= width;
    }
}

} // namespace consilium::app
