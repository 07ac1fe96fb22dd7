#include "viewer/widgets/LayoutGridPrivate.h"

#include <QApplication>
#include <QScreen>

#include <algorithm>
#include <numeric>
#include <utility>

// Where the views of the grid lie, in its own window and in others.
namespace consilium::widgets
{

namespace
{

constexpr int gapPx = 2;

/// In its window, whether or not that is the one in front.
bool hasKeyboard(const QWidget &view)
{
    const QWidget *const focused = view.window()->focusWidget();
    return focused && (focused == &view || view.isAncestorOf(focused));
}

} // namespace

/// From left to right: the grid itself, and its parts in other windows.
std::vector<QWidget *> LayoutGrid::Private::parts() const
{
    std::vector<QWidget *> all(further.begin(), further.end());
    all.insert(all.begin() + std::ptrdiff_t(leftOf), q);
    return all;
}

std::vector<std::vector<int>> LayoutGrid::Private::seamsNow() const
{
    std::vector<QRect> monitors;
    for (const QScreen *screen : QGuiApplication::screens())
        monitors.push_back(screen->geometry());
    std::vector<std::vector<int>> all;
    for (const QWidget *part : parts())
        all.push_back(monitors.size() < 2 ? std::vector<int>()
                                          : seamsIn({part->mapToGlobal(QPoint(0, 0)), part->size()}, monitors));
    return all;
}

std::vector<GridColumn> LayoutGrid::Private::columnsOf(int columns) const
{
    const std::vector<QWidget *> all = parts();
    std::vector<std::vector<int>> counts{monitorColumns};
    if (all.size() > 1) {
        std::vector<SeamedWindow> windows;
        for (std::size_t i = 0; i < all.size(); ++i)
            windows.push_back({all[i]->width(), seams[i]});
        counts = columnsOfWindows(windows, leftOf, columns, monitorColumns);
    }
    std::vector<GridColumn> laid;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const int here = all.size() == 1 ? columns : std::accumulate(counts[i].begin(), counts[i].end(), 0);
        for (const Span &span : columnSpans(all[i]->width(), gapPx, here, seams[i], counts[i]))
            laid.push_back({all[i], span});
    }
    return laid;
}

void LayoutGrid::Private::put(ViewportWidget &viewport, QWidget &on, const QRect &place)
{
    const bool isMoved = viewport.parentWidget() != &on;
    if (isMoved) { // Qt tells it when it is hidden already
        QEvent soon(QEvent::ParentAboutToChange);
        QApplication::sendEvent(&viewport, &soon);
    }
    const bool hadKeyboard = isMoved && hasKeyboard(viewport);
    if (isMoved)
        viewport.setParent(&on);
    viewport.setGeometry(place);
    viewport.show();
    if (hadKeyboard)
        viewport.setFocus(Qt::OtherFocusReason);
}

void LayoutGrid::Private::arrange()
{
    // A copy: a text that is begun becomes a mark when its view moves (put()), and the state another one.
    const session::Layout layout = dispatcher.state().layout();
    const int cells = layout.cellCount();
    int alone = -1; // the cell of the view that is seen alone in its window
    const auto inLayout = [cells](const ViewId &view) {
        for (int i = 0; i < cells; ++i) {
            if (session::Layout::viewAt(i) == view)
                return i;
        }
        return -1;
    };
    if (!maximised.isEmpty() && (inLayout(maximised) < 0 || cells == 1))
        maximised = ViewId();
    if (!maximised.isEmpty())
        alone = inLayout(maximised);
    seams = seamsNow();
    const auto columns = columnsOf(layout.columns);
    const auto isHiddenAt = [&](int cell) {
        return cell < 0 ||
               (alone >= 0 && cell != alone &&
                columns[std::size_t(cell % layout.columns)].on == columns[std::size_t(alone % layout.columns)].on);
    };
    for (const auto &[id, viewport] : viewports) {
        if (isHiddenAt(inLayout(id)))
            viewport->hide();
    }
    for (int i = 0; i < cells; ++i) {
        ViewportWidget *viewport = ensure(session::Layout::viewAt(i));
        if (isHiddenAt(i))
            continue;
        const bool isAlone = i == alone;
        const auto &[on, ofColumn] = columns[std::size_t(i % layout.columns)];
        const Span span = isAlone ? Span{0, on->width()} : ofColumn;
        const int rows = isAlone ? 1 : layout.rows, row = isAlone ? 0 : i / layout.columns;
        const int roomY = on->height() - gapPx * (rows - 1);
        const int top = roomY * row / rows, bottom = roomY * (row + 1) / rows;
        put(*viewport, *on, QRect(span.left, top + gapPx * row, span.right - span.left, bottom - top));
    }
    for (const QPointer<GridPane> &pane : further)
        pane->setEmpty(std::none_of(columns.begin(), columns.end(),
                                    [&](const GridColumn &column) { return column.on == pane.data(); }));
    if (layout.active != active) {
        active = layout.active;
        Q_EMIT q->activeViewportChanged(q->activeViewport());
    }
}

void LayoutGrid::setWindows(const std::vector<QWidget *> &left, const std::vector<QWidget *> &right)
{
    std::vector<QPointer<GridPane>> before = std::exchange(d->further, {});
    const auto take = [&](QWidget *host) {
        const auto known = std::find_if(before.begin(), before.end(), [host](const QPointer<GridPane> &pane) {
            return pane && pane->parentWidget() == host;
        });
        if (known == before.end()) {
            d->further.emplace_back(new GridPane(*host, [this] { d->arrange(); }));
            return;
        }
        d->further.push_back(*known);
        before.erase(known);
    };
    std::for_each(left.begin(), left.end(), take);
    d->leftOf = d->further.size();
    std::for_each(right.begin(), right.end(), take);
    d->arrange();
    for (const QPointer<GridPane> &pane : before) {
        for (const auto &[id, viewport] : d->viewports) // those that the layout hides now
            if (viewport->parentWidget() == pane)
                viewport->setParent(this);
        delete pane;
    }
    for (const QPointer<GridPane> &pane : d->further)
        pane->setVisible(isVisible());
}

bool LayoutGrid::holds(const QWidget *widget) const
{
    const auto parts = d->parts();
    return widget && std::any_of(parts.begin(), parts.end(), [widget](const QWidget *part) {
               return part == widget || part->isAncestorOf(widget);
           });
}

QWidget *LayoutGrid::partAt(const QPoint &global) const
{
    for (QWidget *part : d->parts())
        if (part->isVisible() && part->rect().contains(part->mapFromGlobal(global)))
            return part;
    return nullptr;
}

int LayoutGrid::monitorCount() const
{
    int count = 0;
    for (const std::vector<int> &seams : d->seamsNow())
        count += int(seams.size()) + 1;
    return count;
}

QSize LayoutGrid::room() const
{
    QSize all = size();
    for (const QPointer<GridPane> &pane : d->further)
        all = {all.width() + gapPx + pane->width(), std::min(all.height(), pane->height())};
    return all;
}

MonitorMeasure LayoutGrid::measureIn(const QRect &part) const
{
    const auto parts = d->parts();
    QRect there = part;
    for (const QWidget *at : parts) {
        if (parts.size() == 1 || at == parts.back() || there.center().x() < at->width())
            return measureAt(*at, parts.size() == 1 ? there : there.intersected(at->rect()));
        there.translate(-at->width() - gapPx, 0);
    }
    return {};
}

void LayoutGrid::focusActive(Qt::FocusReason reason)
{
    ViewportWidget *const viewport = activeViewport();
    if (!viewport)
        return;
    viewport->setFocus(reason);
    const QWidget *const inFront = QApplication::activeWindow();
    for (const QWidget *part : d->parts())
        if (part->window() == inFront && inFront != viewport->window())
            return viewport->activateWindow();
}

} // namespace consilium::widgets
