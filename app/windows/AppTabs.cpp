#include "app/windows/AppTabs.h"

#include "viewer/widgets/theme/Icons.h"
#include "viewer/widgets/theme/Tokens.h"
#include "viewer/widgets/theme/Typography.h"

#include <QFocusEvent>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QToolButton>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace consilium::app
{

namespace
{

constexpr int barHeight = 40, padding = 14, iconPx = 16, gap = 8, crossSize = 14, widestText = 240, narrowestText = 76;
constexpr int widestName = 140; ///< beside what tells the study from others: longer ones are cut in the middle

struct PageData {
    QString icon;
    bool isClosable = false;
    TabLabel label; ///< of a study; empty: of something else
};

QFontMetrics strongMetrics()
{
    return QFontMetrics(widgets::fontFor(widgets::TextRole::Strong));
}

/// The name first, and what tells it apart beside it: the bar is scrolled before a name is no longer one.
int leastText(const TabLabel &label)
{
    constexpr int slack = 4; // advances are rounded
    const QFontMetrics metrics = strongMetrics();
    return std::min(metrics.horizontalAdvance(label.who), widestName) +
           metrics.horizontalAdvance(u" · "_s + label.kept) + slack;
}

} // namespace

} // namespace consilium::app

Q_DECLARE_METATYPE(consilium::app::PageData)

namespace consilium::app
{

AppTabs::AppTabs(QWidget *parent) : QTabBar(parent), m_height(barHeight)
{
    setDrawBase(false);
    setExpanding(false);
    setDocumentMode(true);
    setElideMode(Qt::ElideRight);
    setUsesScrollButtons(true);
    setMouseTracking(true);
    setFixedHeight(m_height);
    setFocusPolicy(Qt::TabFocus);
    for (QToolButton *button : findChildren<QToolButton *>()) { // the two that scroll the row
        button->setIconSize({16, 16});
        button->setStyleSheet(u"QToolButton { background: palette(window); border-radius: 0; }"_s); // no text behind
    }
}

// The bar gives its scroll buttons the style's arrows anew with each layout: too small, and dark on dark.
void AppTabs::tabLayoutChange()
{
    for (QToolButton *button : findChildren<QToolButton *>()) {
        if (button->arrowType() == Qt::NoArrow)
            continue;
        button->setIcon(widgets::icon(button->arrowType() == Qt::LeftArrow ? u"chevron-left"_s : u"chevron-right"_s));
        button->setArrowType(Qt::NoArrow);
    }
}

void AppTabs::setHeight(int px)
{
    m_height = px;
    setFixedHeight(px); // the tabs are laid out anew with it
}

int AppTabs::addPage(const QString &iconName, const QString &text, bool isClosable)
{
    const int index = addTab(QString());
    setTabData(index, QVariant::fromValue(PageData{iconName, isClosable, {}}));
    setTabText(index, text); // last: the bar lays out anew, now that it knows whether there is a cross
    return index;
}

void AppTabs::setStudy(int index, const TabLabel &label)
{
    PageData data = tabData(index).value<PageData>();
    data.label = label;
    setTabData(index, QVariant::fromValue(data));
    setTabToolTip(index, label.tip);
    if (label.who.isEmpty())
        setTabText(index, {}); // it holds no study any more
    tellStudiesApart();
}

void AppTabs::tabRemoved(int index)
{
    QTabBar::tabRemoved(index);
    tellStudiesApart();
}

// Each against all others: the study that comes may make those before it alike.
void AppTabs::tellStudiesApart()
{
    std::vector<int> indices;
    std::vector<TabLabel> labels;
    for (int i = 0; i < count(); ++i) {
        const TabLabel label = tabData(i).value<PageData>().label;
        if (label.who.isEmpty())
            continue;
        indices.push_back(i);
        labels.push_back(label);
    }
    tellApart(labels, [metrics = strongMetrics()](const QString &text) {
        return metrics.elidedText(text, Qt::ElideRight, narrowestText);
    });
    for (std::size_t n = 0; n < labels.size(); ++n) {
        PageData data = tabData(indices[n]).value<PageData>();
        const QString text = labels[n].whole();
        if (data.label == labels[n] && tabText(indices[n]) == text)
            continue;
        data.label = labels[n];
        setTabData(indices[n], QVariant::fromValue(data));
        setTabText(indices[n], text);
    }
}

void AppTabs::movePage(QStackedWidget &pages, int from, int to)
{
    if (from < 0 || to < 0 || from == to || from >= count() || to >= count())
        return;
    const QSignalBlocker quiet(this);
    QWidget *page = pages.widget(from), *front = pages.currentWidget();
    moveTab(from, to);
    pages.removeWidget(page);
    pages.insertWidget(to, page);
    pages.setCurrentWidget(front);
}

bool AppTabs::isClosable(int index) const
{
    return tabData(index).value<PageData>().isClosable;
}

QSize AppTabs::sizeFor(int index, int mostText, bool withIcon) const
{
    const int text = std::min(strongMetrics().horizontalAdvance(tabText(index)) + 2, mostText);
    return {padding + (withIcon ? iconPx + gap : 0) + text + (isClosable(index) ? gap + crossSize : 0) + padding,
            m_height};
}

QSize AppTabs::minimumTabSizeHint(int index) const
{
    if (!isClosable(index))
        return tabSizeHint(index);
    const TabLabel label = tabData(index).value<PageData>().label;
    return sizeFor(index, label.kept.isEmpty() ? narrowestText : leastText(label), false);
}

QSize AppTabs::tabSizeHint(int index) const
{
    // What a study keeps may be wider than that.
    const TabLabel label = tabData(index).value<PageData>().label;
    const int least = label.kept.isEmpty() ? 0 : leastText(label);
    return sizeFor(index, std::max(widestText, least), true);
}

bool AppTabs::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int index = tabAt(help->pos());
        const QString tip = index < 0 ? QString() : tabToolTip(index).isEmpty() ? tabText(index) : tabToolTip(index);
        // A name with angle brackets is no markup.
        QToolTip::showText(
            help->globalPos(),
            tip.contains(u'<') ? u"<p style='white-space:pre'>"_s + tip.toHtmlEscaped() + u"</p>"_s : tip, this);
        return true;
    }
    return QTabBar::event(event);
}

bool AppTabs::showsIcon(int index) const
{
    return !isClosable(index) || tabRect(index).width() >= tabSizeHint(index).width();
}

QRect AppTabs::textRect(int index) const
{
    QRect inner = tabRect(index).adjusted(padding, 0, -padding, 0);
    if (showsIcon(index))
        inner.setLeft(inner.left() + iconPx + gap);
    if (isClosable(index))
        inner.setRight(crossRect(index).left() - gap);
    return inner;
}

QString AppTabs::shownText(int index) const
{
    const bool isCurrent = index == currentIndex();
    const QFontMetrics metrics(widgets::fontFor(isCurrent ? widgets::TextRole::Strong : widgets::TextRole::Body));
    const TabLabel label = tabData(index).value<PageData>().label;
    const int width = textRect(index).width();
    return label.who.isEmpty() ? metrics.elidedText(tabText(index), Qt::ElideRight, width)
                               : fitted(label, metrics, width);
}

void AppTabs::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    for (int i = 0; i < count(); ++i)
        paintTab(painter, i);
}

void AppTabs::paintTab(QPainter &painter, int index) const
{
    const auto &t = widgets::tokens(palette());
    const bool isCurrent = index == currentIndex();
    const PageData data = tabData(index).value<PageData>();
    const QRect rect = tabRect(index);
    if (isCurrent) {
        painter.fillRect(rect, t.bg1);
        painter.fillRect(rect.left(), rect.top(), rect.width(), 2, t.ac);
    } else if (index == m_hovered) {
        painter.fillRect(rect, t.bg2);
    }
    if (showsIcon(index)) {
        const QRectF icon(rect.left() + padding, rect.center().y() - iconPx / 2.0 + 1, iconPx, iconPx);
        widgets::paintIcon(painter, data.icon, icon, isCurrent ? t.ac : t.t3);
    }
    if (data.isClosable)
        widgets::paintIcon(painter, u"close"_s, crossRect(index), index == m_hoveredCross ? t.t1 : t.t3);
    painter.setFont(widgets::fontFor(isCurrent ? widgets::TextRole::Strong : widgets::TextRole::Body));
    painter.setPen(isCurrent ? t.t1 : t.t2);
    painter.drawText(textRect(index), Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, shownText(index));
    if (isCurrent && hasFocus() && m_focusByKey) {
        painter.setPen(QPen(t.ac, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect.adjusted(4, 6, -4, -5));
    }
}

void AppTabs::focusInEvent(QFocusEvent *event)
{
    m_focusByKey = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    QTabBar::focusInEvent(event);
}

QRect AppTabs::crossRect(int index) const
{
    const QRect rect = tabRect(index);
    return {rect.right() - padding - crossSize + 4, rect.center().y() - crossSize / 2 + 1, crossSize, crossSize};
}

int AppTabs::crossAt(const QPoint &at) const
{
    const int index = tabAt(at);
    return index >= 0 && isClosable(index) && crossRect(index).adjusted(-6, -10, 6, 10).contains(at) ? index : -1;
}

void AppTabs::mousePressEvent(QMouseEvent *event)
{
    m_pressedCross = event->button() == Qt::MiddleButton ? tabAt(event->pos()) : crossAt(event->pos());
    if (m_pressedCross < 0)
        QTabBar::mousePressEvent(event);
}

void AppTabs::mouseReleaseEvent(QMouseEvent *event)
{
    const int pressed = m_pressedCross;
    m_pressedCross = -1;
    if (pressed < 0) {
        QTabBar::mouseReleaseEvent(event);
        return;
    }
    const int released = event->button() == Qt::MiddleButton ? tabAt(event->pos()) : crossAt(event->pos());
    if (released == pressed && isClosable(pressed))
        Q_EMIT tabCloseRequested(pressed);
}

void AppTabs::mouseMoveEvent(QMouseEvent *event)
{
    QTabBar::mouseMoveEvent(event);
    m_hovered = tabAt(event->pos());
    m_hoveredCross = crossAt(event->pos());
    update();
}

void AppTabs::leaveEvent(QEvent *event)
{
    QTabBar::leaveEvent(event);
    m_hovered = m_hoveredCross = -1;
    update();
}

} // namespace consilium::app
