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
    const bool isSaid = perMonitor.size() == parts.size() &&
                        std::accumulate(perMonitor.begin(), perMonitor.end(), 0) == columns &&
                        std::all_of(perMonitor.begin(), perMonitor.end(), [](int n) { return n > 0; });
    const std::vector<int> counts = isSaid ? perMonitor : shares(widths, columns);
    for (std::size_t i = 0; i < parts.size(); ++i)
        addSpans(spans, parts[i].left, parts[i].right, gapPx, counts[i]);
    return spans;
}

} // namespace consilium::widgets
