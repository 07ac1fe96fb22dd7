#include "app/worklist/WrapLayout.h"

#include <QStyle>
#include <QWidget>

#include <algorithm>

namespace consilium::app
{

WrapLayout::WrapLayout(QWidget *parent) : QLayout(parent) {}

WrapLayout::~WrapLayout()
{
    for (QLayoutItem *item : m_items)
        delete item;
}

void WrapLayout::addSeparator(QWidget *widget, int gap)
{
    m_separators.insert(widget);
    m_separatorGap = gap;
    QSizePolicy policy = widget->sizePolicy();
    policy.setRetainSizeWhenHidden(true); // hidden where it parts nothing, it still stands in line
    widget->setSizePolicy(policy);
    addWidget(widget);
}

void WrapLayout::addItem(QLayoutItem *item)
{
    m_items.push_back(item);
    invalidate();
}

QLayoutItem *WrapLayout::itemAt(int index) const
{
    return index >= 0 && index < count() ? m_items[std::size_t(index)] : nullptr;
}

QLayoutItem *WrapLayout::takeAt(int index)
{
    QLayoutItem *item = itemAt(index);
    if (item) {
        m_separators.remove(item->widget());
        m_items.erase(m_items.begin() + index);
        invalidate();
    }
    return item;
}

int WrapLayout::gapBetween(const QLayoutItem *left, const QLayoutItem *right) const
{
    const auto parts = [this](const QLayoutItem *item) {
        return m_separators.contains(const_cast<QLayoutItem *>(item)->widget());
    };
    return parts(left) || parts(right) ? m_separatorGap : spacing();
}

std::vector<WrapLayout::Row> WrapLayout::rowsFor(int width) const
{
    std::vector<Row> rows(1);
    int used = 0;
    const auto closeRow = [&] {
        std::vector<QLayoutItem *> &items = rows.back().items;
        if (!items.empty() && m_separators.contains(items.back()->widget()))
            items.pop_back();
    };
    for (QLayoutItem *item : m_items) {
        if (item->isEmpty())
            continue;
        const QSize size = item->sizeHint();
        const bool isFirst = rows.back().items.empty();
        int needed = size.width() + (isFirst ? 0 : gapBetween(rows.back().items.back(), item));
        if (!isFirst && used + needed > width) {
            closeRow();
            rows.emplace_back();
            used = 0;
            needed = size.width();
        }
        Row &row = rows.back();
        if (row.items.empty() && m_separators.contains(item->widget()))
            continue;
        row.items.push_back(item);
        row.height = std::max(row.height, size.height());
        used += needed;
    }
    closeRow();
    return rows;
}

int WrapLayout::heightForWidth(int width) const
{
    const QMargins margins = contentsMargins();
    const std::vector<Row> rows = rowsFor(width - margins.left() - margins.right());
    int height = margins.top() + margins.bottom() + spacing() * (int(rows.size()) - 1);
    for (const Row &row : rows)
        height += row.height;
    return height;
}

QSize WrapLayout::sizeHint() const
{
    return minimumSize();
}

QSize WrapLayout::minimumSize() const
{
    QSize size;
    for (const QLayoutItem *item : m_items)
        if (!item->isEmpty())
            size = size.expandedTo(item->sizeHint());
    const QMargins margins = contentsMargins();
    return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom());
}

void WrapLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    const QRect area = rect.marginsRemoved(contentsMargins());
    const bool mirrored = parentWidget() && parentWidget()->layoutDirection() == Qt::RightToLeft;
    QSet<const QLayoutItem *> placed;
    int y = area.top();
    for (const Row &row : rowsFor(area.width())) {
        int x = area.left();
        const QLayoutItem *before = nullptr;
        for (QLayoutItem *item : row.items) {
            if (before)
                x += gapBetween(before, item);
            const QSize size = item->sizeHint();
            const QRect place(QPoint(x, y + (row.height - size.height()) / 2), size);
            item->setGeometry(mirrored ? QStyle::visualRect(Qt::RightToLeft, area, place) : place);
            placed.insert(item);
            x += size.width();
            before = item;
        }
        y += row.height + spacing();
    }
    // Hidden, not moved away: QWidgetItem brings a widget left of its parent back to the corner, where it was seen.
    for (const QLayoutItem *item : m_items)
        if (QWidget *widget = m_separators.contains(item->widget()) ? item->widget() : nullptr)
            widget->setVisible(placed.contains(item));
}

} // namespace consilium::app
