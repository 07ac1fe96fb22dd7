#include "viewer/widgets/MonitorSeams.h"

#include <algorithm>
#include <numeric>

namespace consilium::widgets
{

namespace
{

/// Equally wide from `left` to `right`.
void addSpans(std::vector<Span> &spans, int left, int right, int gapPx, int columns)
{
    const int room = right - left - gapPx * (columns - 1);
    for (int i = 0; i < columns; ++i)
        spans.push_back({left + gapPx * i + room * i / columns, left + gapPx * i + room * (i + 1) / columns});
}

/// What is said of each monitor fits them and the columns.
bool fits(const std::vector<int> &perMonitor, std::size_t monitors, int columns)
{
    return perMonitor.size() == monitors && std::accumulate(perMonitor.begin(), perMonitor.end(), 0) == columns &&
           std::all_of(perMonitor.begin(), perMonitor.end(), [](int n) { return n > 0; });
}

/// One each; each further one where the views are widest, of equals at the left.
std::vector<int> shares(const std::vector<int> &widths, int columns)
{
    std::vector<int> counts(widths.size(), 1);
    for (int given = int(widths.size()); given < columns; ++given) {
        std::size_t widest = 0;
        for (std::size_t i = 1; i < widths.size(); ++i)
            if (widths[i] * counts[widest] > widths[widest] * counts[i])
                widest = i;
        ++counts[widest];
    }
    return counts;
}

} // namespace

std::vector<int> seamsIn(const QRect &area, const std::vector<QRect> &monitors)
{
    std::vector<QRect> under;
    for (const QRect &monitor : monitors) {
        const QRect common = monitor.intersected(area);
        if (2 * common.width() > monitor.width() && 2 * common.height() > area.height())
            under.push_back(monitor);
    }
    std::sort(under.begin(), under.end(), [](const QRect &a, const QRect &b) { return a.left() < b.left(); });
    std::vector<int> seams;
    for (std::size_t i = 1; i < under.size(); ++i) {
        const int seam = under[i].left() - area.left();
        if (seam > (seams.empty() ? 0 : seams.back()) && seam < area.width())
            seams.push_back(seam);
    }
    return seams;
}

std::vector<Span> columnSpans(int widthPx, int gapPx, int columns, const std::vector<int> &seams,
                              const std::vector<int> &perMonitor)
{
    std::vector<Span> spans;
    if (seams.empty() || columns <= int(seams.size())) {
        addSpans(spans, 0, widthPx, gapPx, columns);
        return spans;
    }
    // The gap between two monitors lies half on each.
    std::vector<Span> parts;
    int left = 0;
    for (const int seam : seams) {
        parts.push_back({left, seam - gapPx / 2});
        left = seam - gapPx / 2 + gapPx;
    }
    parts.push_back({left, widthPx});
    std::vector<int> widths;
    for (const Span &part : parts)
        widths.push_back(std::max(part.right - part.left, 1));
    const std::vector<int> counts = fits(perMonitor, parts.size(), columns) ? perMonitor : shares(widths, columns);
    for (std::size_t i = 0; i < parts.size(); ++i)
        addSpans(spans, parts[i].left, parts[i].right, gapPx, counts[i]);
    return spans;
}

std::vector<std::vector<int>> columnsOfWindows(const std::vector<SeamedWindow> &windows, std::size_t own, int columns,
                                               const std::vector<int> &perMonitor)
{
    std::vector<int> widths;
    std::vector<std::size_t> windowOf, inTurn; // of each monitor; monitors, those of the own window first
    for (std::size_t window = 0; window < windows.size(); ++window) {
        int left = 0;
        std::vector<int> ends = windows[window].seams;
        ends.push_back(windows[window].widthPx);
        for (const int end : ends) {
            widths.push_back(std::max(end - left, 1));
            windowOf.push_back(window);
            left = end;
        }
    }
    for (const bool isOwn : {true, false})
        for (std::size_t monitor = 0; monitor < windowOf.size(); ++monitor)
            if ((windowOf[monitor] == own) == isOwn)
                inTurn.push_back(monitor);
    std::vector<int> counts(widths.size(), 0);
    if (fits(perMonitor, widths.size(), columns))
        counts = perMonitor;
    else if (columns >= int(widths.size()))
        counts = shares(widths, columns);
    else
        for (int given = 0; given < columns; ++given)
            counts[inTurn[std::size_t(given)]] = 1;
    std::vector<std::vector<int>> all(windows.size());
    for (std::size_t monitor = 0; monitor < counts.size(); ++monitor)
        all[windowOf[monitor]].push_back(counts[monitor]);
    return all;
}

} // namespace consilium::widgets
