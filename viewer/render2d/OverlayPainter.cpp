#include "viewer/imaging/ColourMaps.h"
#include "viewer/render2d/DrawnText.h"
#include "viewer/render2d/MarkLayer.h"
#include "viewer/render2d/OverlayCanvas.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace consilium::render2d
{

using namespace Qt::StringLiterals;

namespace
{

constexpr double cornerShare = 0.45, totalShare = 0.08, narrowPx = 320.0;
constexpr double letterRoomPx = 24.0; // half of what a letter needs on its edge

/// So low that the name above one mark is all there is room for.
bool isLow(const QRectF &area)
{
    return area.height() < 4.0 * overlayLinePx;
}

/// Between the text and the edges of the view.
double insetX(const QRectF &area)
{
    constexpr double narrowestPx = 112.0;
    return isLow(area) && area.width() < narrowestPx ? 4.0 : 10.0;
}
double insetY(const QRectF &area)
{
    return isLow(area) ? 2.0 : 8.0;
}

enum class Corner { TopLeft, TopRight, BottomLeft, BottomRight };

/// A name gives way, a number does not: the part from the first date on is kept whole.
QString elided(const TextLine &line, double width)
{
    auto &halo = haloText();
    if (halo.width(line.text, line.font) <= width)
        return line.text;
    if (!line.isName) {
        // Whole statements are left out from the end; the first one stays, however narrow it gets.
        QString text = line.text;
        while (halo.width(text, line.font) > width) {
            const auto cut = text.lastIndexOf(u" · "_s);
            if (cut <= 0)
                break;
            text.truncate(cut);
        }
        return text;
    }
    QString tail;
    const QStringList words = line.text.split(u' ');
    qsizetype first = words.size();
    while (first > 0 && !words[first - 1].isEmpty() && words[first - 1].front().isDigit() &&
           words[first - 1].back().isDigit())
        --first;
    for (qsizetype i = first; i < words.size(); ++i)
        tail += u' ' + words[i];
    const QString name = line.text.chopped(tail.size());
    // Longest beginning that fits, by halving: widths grow with length.
    qsizetype low = 0, high = name.size();
    while (low < high) {
        const qsizetype middle = (low + high + 1) / 2;
        if (halo.width(name.left(middle).trimmed() + u'…' + tail, line.font) <= width)
            low = middle;
        else
            high = middle - 1;
    }
    if (low > 0 && low < name.size() && name[low - 1].isHighSurrogate())
        --low;
    return low > 0 ? name.left(low).trimmed() + u'…' + tail : tail.trimmed();
}

struct Blocks {
    Block topLeft, topRight, bottomLeft, bottomRight;
    bool scaleBar = false;
    int raised = 0; ///< bottomLeft stands so many lines higher: below it bottomRight reaches across
};

Blocks blocksOf(const OverlayText &text)
{
    Blocks blocks;
    for (qsizetype i = 0; i < std::min<qsizetype>(2, text.topLeft.size()); ++i)
        blocks.topLeft.push_back({text.topLeft[i], i == 0 ? OverlayFont::Name : OverlayFont::Text, i == 0, i == 0});
    if (!text.identity.isEmpty())
        blocks.topLeft.push_back({text.identity, OverlayFont::Text, true, true, false, true});
    if (!text.link.isEmpty())
        blocks.topLeft.push_back({text.link, OverlayFont::Text, false, true, false, true});
    for (qsizetype i = 0; i < std::min<qsizetype>(2, text.topRight.size()); ++i)
        blocks.topRight.push_back({text.topRight[i], OverlayFont::Text, true, false});
    if (!text.play.isEmpty())
        blocks.bottomLeft.push_back({text.play, OverlayFont::Text, false, false, false, true});
    const qsizetype left = std::min<qsizetype>(2, text.bottomLeft.size());
    for (qsizetype i = 0; i < left; ++i)
        blocks.bottomLeft.push_back({text.bottomLeft[i], OverlayFont::Text, i + 1 < left, i + 1 == left});
    // What was done to the pixels has lines of its own, above the two that are always there.
    const qsizetype processed = text.processing.size();
    for (qsizetype i = 0; i < std::min<qsizetype>(processed + 2, text.bottomRight.size()); ++i)
        blocks.bottomRight.push_back({text.bottomRight[i], OverlayFont::Text, false, i <= processed,
                                      i == processed && text.bottomRight[i] == text.window, false, i < processed});
    blocks.scaleBar = !text.scaleBar.isEmpty() && text.scaleBarPx > 0.0;
    return blocks;
}

double blockWidth(const Block &block)
{
    double width = 0.0;
    for (const auto &line : block)
        width = std::max(width, haloText().width(line.text, line.font));
    return width;
}

/// What the glyphs cover, not the boxes of their lines.
double areaOf(const Block &block)
{
    constexpr double glyphHeightPx = 14.0;
    double area = 0.0;
    for (const auto &line : block)
        area += haloText().width(line.text, line.font) * glyphHeightPx;
    return area;
}

/// Leaves out what is not needed from the end, `most` lines of it.
void dropSpare(Block &block, int most)
{
    for (auto line = block.end(); line != block.begin() && most > 0;) {
        --line;
        if (!line->isNeeded) {
            line = block.erase(line);
            --most;
        }
    }
}

/// Longest beginning that is no wider, cut between words where there are any; at least one character.
qsizetype fittingLength(const QString &text, double width)
{
    qsizetype low = 1, high = text.size();
    while (low < high) {
        const qsizetype middle = (low + high + 1) / 2;
        if (haloText().width(text.left(middle), OverlayFont::Text) <= width)
            low = middle;
        else
            high = middle - 1;
    }
    if (low == text.size())
        return low;
    const qsizetype space = text.lastIndexOf(u' ', low);
    if (space > 0)
        return space;
    return low > 1 && text[low - 1].isHighSurrogate() ? low - 1 : low;
}

/// A mark whole, in as many lines as it needs: its statements one below the other where they do not fit side by side.
/// One alone may reach across (`most`) before it is cut between its words.
Block wrapped(const TextLine &mark, double width, double most)
{
    auto &halo = haloText();
    QStringList lines;
    for (const QString &statement : mark.text.split(u" · "_s, Qt::SkipEmptyParts)) {
        if (!lines.isEmpty() && halo.width(lines.last() + u" · "_s + statement, mark.font) <= width) {
            lines.last() += u" · "_s + statement;
            continue;
        }
        QString rest = statement;
        while (halo.width(rest, mark.font) > most && rest.size() > 1) {
            const qsizetype length = fittingLength(rest, most);
            lines << rest.left(length);
            rest = rest.mid(length).trimmed();
        }
        if (!rest.isEmpty())
            lines << rest;
    }
    Block block;
    for (const QString &line : lines) {
        block.push_back(mark);
        block.back().text = line;
    }
    return block;
}

constexpr double gapPx = 8.0; ///< between two corners side by side

/// Two corners beside one another would run into each other.
bool doCollide(const Block &left, const Block &right, double across)
{
    return !left.empty() && !right.empty() && blockWidth(left) + gapPx + blockWidth(right) > across;
}

bool dropWindow(Block &block)
{
    return std::erase_if(block, [](const TextLine &line) { return line.isWindow; }) > 0;
}

/// Corners side by side never overlap: the less important goes. Below, slice and window part into two heights where the
/// view is high enough; a mark stays in any case.
void part(Blocks &blocks, const QRectF &area)
{
    constexpr double highPx = 12.0 * overlayLinePx;
    const double across = area.width() - 2.0 * insetX(area);
    while (doCollide(blocks.topLeft, blocks.topRight, across))
        blocks.topRight.pop_back();
    const auto collide = [&] { return doCollide(blocks.bottomLeft, blocks.bottomRight, across); };
    for (Block *block : {&blocks.bottomRight, &blocks.bottomLeft}) {
        if (collide())
            dropSpare(*block, int(block->size()));
    }
    const bool isWindowTooWide =
        std::any_of(blocks.bottomRight.begin(), blocks.bottomRight.end(), [across](const TextLine &line) {
            return line.isWindow && haloText().width(line.text, line.font) > across;
        });
    if (isWindowTooWide || (collide() && area.height() < highPx))
        dropWindow(blocks.bottomRight);
    if (collide())
        blocks.raised = int(blocks.bottomRight.size());
}

/// Nor do corners one above the other: of a view that is too low the patient's name, the link and the marks stay, and
/// nothing else. Together they may still be higher than the view.
void stack(Blocks &blocks, const QString &date, const QRectF &area)
{
    const auto isTooHigh = [&] {
        const auto top = std::max(blocks.topLeft.size(), blocks.topRight.size());
        const auto bottom = std::max(blocks.bottomLeft.size() + std::size_t(blocks.raised), blocks.bottomRight.size());
        return double(top + bottom) * overlayLinePx > area.height() - 2.0 * insetY(area);
    };
    for (Block *block : {&blocks.topRight, &blocks.bottomRight, &blocks.bottomLeft, &blocks.topLeft}) {
        if (isTooHigh())
            dropSpare(*block, int(block->size()));
    }
    if (isTooHigh() && dropWindow(blocks.bottomRight) && blocks.raised > 0)
        --blocks.raised;
    if (isTooHigh())
        std::erase_if(blocks.topLeft, [&](const TextLine &line) { return line.isApart && line.text == date; });
    if (isTooHigh()) {
        blocks.bottomLeft.clear();
        blocks.raised = 0;
    }
}

/// Applies the limits of LOOK.md: 45 % of the width a corner, 8 % of the area in all, the needed lines alone below 320
/// px. What is needed may take more of the area. A name is cut with an ellipsis, of other lines statements are left out
/// from the end, of marks nothing.
void fit(Blocks &blocks, const OverlayText &text, const QRectF &area)
{
    Block *all[] = {&blocks.topRight, &blocks.bottomRight, &blocks.topLeft, &blocks.bottomLeft};
    if (area.width() < narrowPx) {
        blocks.scaleBar = false;
        for (Block *block : all)
            dropSpare(*block, 2);
    }
    for (Block *block : all) {
        Block fitted;
        for (auto &line : *block) {
            if (line.isMark) {
                const Block lines = wrapped(line, area.width() * cornerShare, area.width() - 2.0 * insetX(area));
                fitted.insert(fitted.end(), lines.begin(), lines.end());
                continue;
            }
            line.text = elided(line, area.width() * cornerShare);
            fitted.push_back(line);
        }
        *block = std::move(fitted);
    }
    const double barPx = std::max(text.scaleBarPx, haloText().width(text.scaleBar, OverlayFont::Text));
    const auto isTooMuch = [&] {
        double sum = 4.0 * 14.0 * 14.0 + (blocks.scaleBar ? barPx * 22.0 : 0.0);
        for (const Block *block : all)
            sum += areaOf(*block);
        return sum > area.width() * area.height() * totalShare;
    };
    if (isTooMuch())
        dropSpare(blocks.topRight, 1);
    if (isTooMuch())
        blocks.scaleBar = false;
    for (Block *block : all) {
        if (isTooMuch())
            dropSpare(*block, 2);
    }
    part(blocks, area);
    // Two studies of one patient differ in little else: where the examination has no room, its day stands below the
    // name.
    if (blocks.topRight.empty() && !text.date.isEmpty()) {
        const auto belowName = blocks.topLeft.begin() + std::min<std::ptrdiff_t>(1, std::ssize(blocks.topLeft));
        blocks.topLeft.insert(belowName, {text.date, OverlayFont::Text, false, true, false, true});
    }
    stack(blocks, text.date, area);
}

Blocks fittedBlocks(const OverlayText &text, const QRectF &area)
{
    Blocks blocks = blocksOf(text);
    fit(blocks, text, area);
    return blocks;
}

QStringList linesOf(const Block &block)
{
    QStringList lines;
    for (const TextLine &line : block) {
        if (!line.isApart)
            lines << line.text;
    }
    return lines;
}

QRectF boxOf(const Block &block, Corner corner, const QRectF &area)
{
    const double width = blockWidth(block), height = overlayLinePx * double(block.size());
    const bool right = corner == Corner::TopRight || corner == Corner::BottomRight;
    const bool bottom = corner == Corner::BottomLeft || corner == Corner::BottomRight;
    return {right ? area.right() - insetX(area) - width : area.left() + insetX(area),
            bottom ? area.bottom() - insetY(area) - height : area.top() + insetY(area), width, height};
}

std::array<QRectF, 4> boxesOf(const Blocks &blocks, const QRectF &area)
{
    return {boxOf(blocks.topLeft, Corner::TopLeft, area), boxOf(blocks.topRight, Corner::TopRight, area),
            boxOf(blocks.bottomLeft, Corner::BottomLeft, area).translated(0.0, -overlayLinePx * blocks.raised),
            boxOf(blocks.bottomRight, Corner::BottomRight, area)};
}

QRectF letterBox(const QString &letter, QPointF centre)
{
    const double width = haloText().width(letter, OverlayFont::Letter);
    return {centre.x() - width / 2.0, centre.y() - overlayLinePx / 2.0, width, overlayLinePx};
}

void paintLetter(Canvas &canvas, const QString &letter, QPointF centre)
{
    if (!letter.isEmpty())
        canvas.text(letterBox(letter, centre), {{letter, OverlayFont::Letter, false, true}}, false);
}

constexpr double barHighPx = 6.0;

/// The bar with its length above it; `foot` is its middle on the lowest line it may stand on. Its edges lie on device
/// pixels: an end that is smeared over two of them would be a length that is.
void paintScaleBar(Canvas &canvas, const OverlayText &text, QPointF foot)
{
    auto &painter = canvas.painter();
    const double ratio = painter.device()->devicePixelRatioF(), thick = std::max(1.0, std::round(1.6 * ratio)) / ratio;
    const auto snapped = [ratio](double v) { return std::round(v * ratio) / ratio; };
    const double left = snapped(foot.x() - text.scaleBarPx / 2.0), right = left + snapped(text.scaleBarPx);
    const double bottom = snapped(foot.y()), top = bottom - snapped(barHighPx);
    const QRectF parts[] = {QRectF(left, bottom - thick, right - left, thick), QRectF(left, top, thick, bottom - top),
                            QRectF(right - thick, top, thick, bottom - top)};
    const double margin = std::round(1.2 * ratio) / ratio;
    QPainterPath casing;
    casing.setFillRule(Qt::WindingFill);
    for (const auto &part : parts)
        casing.addRect(part.adjusted(-margin, -margin, margin, margin));
    painter.fillPath(casing, casingColour);
    for (const auto &part : parts)
        painter.fillRect(part, textColour);
    const double width = haloText().width(text.scaleBar, OverlayFont::Text);
    const QRectF label(foot.x() - width / 2.0, top - overlayLinePx, width, overlayLinePx);
    canvas.text(label, {{text.scaleBar, OverlayFont::Text, false, false}}, false);
}

/// At the right edge, below `ceiling`; empty where it has no room.
QRectF legendBar(const QRectF &area, const Legend &legend, double ceiling)
{
    constexpr double wide = 10.0, leastHigh = 60.0, mostHigh = 180.0;
    // Between the corner's text and the letter half-way down.
    const double room = area.center().y() - 2.0 * letterRoomPx - ceiling;
    if (legend.map == session::ColourMap::Grey || room < leastHigh || area.width() < 200.0)
        return {};
    return {area.right() - insetX(area) - wide, ceiling, wide, std::min(room, mostHigh)};
}

/// With the values at its ends beside it.
void paintLegend(Canvas &canvas, const Legend &legend, double ceiling)
{
    const QRectF bar = legendBar(canvas.area(), legend, ceiling);
    if (bar.isEmpty())
        return;
    const auto &colours = imaging::coloursOf(legend.map);
    auto &painter = canvas.painter();
    painter.fillRect(bar.adjusted(-1, -1, 1, 1), textColour);
    for (int y = 0; y < int(bar.height()); ++y) {
        const int level = 255 - int(std::lround(y * 255.0 / (int(bar.height()) - 1)));
        painter.fillRect(QRectF(bar.left(), bar.top() + y, bar.width(), 1.0),
                         QColor::fromRgb(colours[std::size_t(legend.flipped ? 255 - level : level)]));
    }
    const auto beside = [&](const QString &text, double y) {
        const double width = haloText().width(text, OverlayFont::Text);
        canvas.text(QRectF(bar.left() - 6.0 - width, y, width, overlayLinePx), {{text, OverlayFont::Text}}, true);
    };
    if (!legend.high.isEmpty())
        beside(legend.high, bar.top() - 3.0);
    if (!legend.low.isEmpty())
        beside(legend.low, bar.bottom() - overlayLinePx + 3.0);
}

/// Where what stands in the middle comes to: it gives way to corners that reach there, as a letter behind a name would
/// read as part of it.
struct Middle {
    QPointF barFoot;                  ///< middle of the scale bar on the lowest line that it may stand on
    QPointF left, right, top, bottom; ///< middles of the letters
    double legendCeiling = 0.0;
};

/// The scale bar stands at the lower edge wherever corners leave it room there, in the middle or as near to it as they
/// do; else above those that reach to the middle. `width`: of what it takes, label and margins included.
QPointF barFootOf(const QRectF &bottomLeft, const QRectF &bottomRight, const QRectF &area, double width)
{
    const double edge = area.bottom() - insetY(area), half = width / 2.0, middle = area.center().x();
    const auto isBeside = [edge](const QRectF &corner) { // one may be raised above the other
        return !corner.isEmpty() && corner.bottom() > edge - barHighPx - overlayLinePx - 4.0;
    };
    const double from = (isBeside(bottomLeft) ? bottomLeft.right() : area.left()) + half,
                 to = (isBeside(bottomRight) ? bottomRight.left() : area.right()) - half;
    double floor = edge;
    if (from <= to)
        return {std::clamp(middle, from, to), floor};
    for (const QRectF &corner : {bottomLeft, bottomRight}) {
        if (!corner.isEmpty() && corner.right() > middle - half && corner.left() < middle + half)
            floor = std::min(floor, corner.top() - 4.0);
    }
    return {middle, floor};
}

/// `ratio`: device pixels of a logical one, on which the scale bar stands.
Middle middleOf(const Blocks &blocks, const std::array<QRectF, 4> &boxes, const OverlayText &text, const QRectF &area,
                double ratio)
{
    const auto &[topLeft, topRight, bottomLeft, bottomRight] = boxes;
    const auto reach = [&area](const QRectF &left, const QRectF &right, double half) {
        return left.right() > area.center().x() - half || right.left() < area.center().x() + half;
    };
    Middle middle;
    double floor = area.bottom() - insetY(area), ceiling = area.top() + insetY(area);
    const double aboveBottom = std::min(bottomLeft.top(), bottomRight.top()) - 4.0;
    if (blocks.scaleBar) {
        const double width = std::max(text.scaleBarPx, haloText().width(text.scaleBar, OverlayFont::Text)) + 16.0;
        middle.barFoot = barFootOf(bottomLeft, bottomRight, area, width);
        const auto snapped = [ratio](double v) { return std::round(v * ratio) / ratio; };
        if (std::abs(middle.barFoot.x() - area.center().x()) < width / 2.0 + letterRoomPx)
            floor = snapped(middle.barFoot.y()) - snapped(barHighPx) - overlayLinePx - 7.0;
    }
    if (reach(topLeft, topRight, letterRoomPx))
        ceiling = std::max(topLeft.bottom(), topRight.bottom()) + 4.0;
    if (reach(bottomLeft, bottomRight, letterRoomPx))
        floor = std::min(floor, aboveBottom);
    middle.left = {area.left() + insetX(area) + 4.0, area.center().y()};
    middle.right = {area.right() - insetX(area) - 4.0, area.center().y()};
    middle.top = {area.center().x(), ceiling + overlayLinePx / 2.0};
    middle.bottom = {area.center().x(), floor - overlayLinePx / 2.0};
    middle.legendCeiling = topRight.bottom() + 14.0;
    return middle;
}

} // namespace

std::vector<QRectF> textBoxes(const QRectF &area, const OverlayText &text)
{
    if (area.width() < 1.0 || area.height() < 1.0)
        return {};
    const Blocks blocks = fittedBlocks(text, area);
    const auto corners = boxesOf(blocks, area);
    const Middle middle = middleOf(blocks, corners, text, area, 1.0);
    std::vector<QRectF> boxes(corners.begin(), corners.end());
    if (blocks.scaleBar) {
        const double width = std::max(text.scaleBarPx, haloText().width(text.scaleBar, OverlayFont::Text));
        const double height = barHighPx + overlayLinePx;
        boxes.emplace_back(middle.barFoot.x() - width / 2.0, middle.barFoot.y() - height, width, height);
    }
    const QRectF bar = legendBar(area, text.legend, middle.legendCeiling);
    if (!bar.isEmpty()) {
        const double beside = std::max(haloText().width(text.legend.low, OverlayFont::Text),
                                       haloText().width(text.legend.high, OverlayFont::Text));
        boxes.push_back(bar.adjusted(-6.0 - beside, -3.0, 0.0, 3.0));
    }
    const std::pair<const QString &, QPointF> letters[] = {{text.letters.left, middle.left},
                                                           {text.letters.right, middle.right},
                                                           {text.letters.top, middle.top},
                                                           {text.letters.bottom, middle.bottom}};
    for (const auto &[letter, centre] : letters)
        if (!letter.isEmpty())
            boxes.push_back(letterBox(letter, centre));
    std::erase_if(boxes, [](const QRectF &box) { return box.isEmpty(); });
    return boxes;
}

QRectF readoutBox(const QRectF &area, const OverlayText &text, const QSizeF &size)
{
    constexpr double usualPx = 84.0, gap = 4.0; // usually clear of the scale bar and of the letter over it
    const std::vector<QRectF> taken = textBoxes(area, text);
    QRectF box(QPointF(area.center().x() - size.width() / 2.0, area.bottom() - usualPx), size);
    box.moveBottom(std::min(box.bottom(), area.bottom() - insetY(area)));
    for (bool isFree = false; !isFree;) {
        isFree = true;
        for (const QRectF &other : taken) {
            if (!other.intersects(box.adjusted(-gap, -gap + 0.5, gap, gap - 0.5)))
                continue;
            box.moveBottom(other.top() - gap);
            isFree = false;
        }
    }
    return box.top() >= area.top() ? box : QRectF();
}

QRectF windowTextBox(const QRectF &area, const OverlayText &text)
{
    const Blocks blocks = fittedBlocks(text, area);
    const QRectF box = boxOf(blocks.bottomRight, Corner::BottomRight, area);
    double y = box.top();
    for (const TextLine &line : blocks.bottomRight) {
        if (line.isWindow) {
            const double width = haloText().width(line.text, line.font);
            return {box.right() - width, y, width, overlayLinePx};
        }
        y += overlayLinePx;
    }
    return {};
}

OverlayText drawnText(const QRectF &area, const OverlayText &text)
{
    const Blocks blocks = fittedBlocks(text, area);
    OverlayText drawn = text;
    drawn.topLeft = linesOf(blocks.topLeft);
    drawn.topRight = linesOf(blocks.topRight);
    drawn.bottomLeft = linesOf(blocks.bottomLeft);
    drawn.bottomRight = linesOf(blocks.bottomRight);
    const bool isDayDrawn = !blocks.topRight.empty() ||
                            std::any_of(blocks.topLeft.begin(), blocks.topLeft.end(),
                                        [&](const TextLine &line) { return line.isApart && line.text == text.date; });
    if (!isDayDrawn)
        drawn.date.clear();
    drawn.processing.clear();
    drawn.window.clear();
    for (const TextLine &line : blocks.bottomRight) {
        if (line.isMark)
            drawn.processing << line.text;
        else if (line.isWindow)
            drawn.window = line.text;
    }
    if (!blocks.scaleBar) {
        drawn.scaleBar.clear();
        drawn.scaleBarPx = 0.0;
    }
    return drawn;
}

std::array<QRectF, 4> cornerBoxes(const QRectF &area, const OverlayText &text)
{
    return boxesOf(fittedBlocks(text, area), area);
}

void paintOverlay(QPainter &painter, const QRectF &area, const OverlayText &text, const std::vector<MarkShape> &marks,
                  const QImage &under, MarkLayer *kept)
{
    if (area.width() < 1.0 || area.height() < 1.0)
        return;
    painter.save();
    painter.setClipRect(area, Qt::IntersectClip);
    painter.setRenderHint(QPainter::Antialiasing);
    Canvas canvas(painter, area, under);
    MarkLayer fresh;
    (kept ? *kept : fresh).paint(canvas, marks);

    const Blocks blocks = fittedBlocks(text, area);
    const auto corners = boxesOf(blocks, area);
    canvas.text(corners[0], blocks.topLeft, false);
    canvas.text(corners[1], blocks.topRight, true);
    canvas.text(corners[2], blocks.bottomLeft, false);
    canvas.text(corners[3], blocks.bottomRight, true);
    const Middle middle = middleOf(blocks, corners, text, area, painter.device()->devicePixelRatioF());
    paintLegend(canvas, text.legend, middle.legendCeiling);
    if (blocks.scaleBar)
        paintScaleBar(canvas, text, middle.barFoot);
    paintLetter(canvas, text.letters.left, middle.left);
    paintLetter(canvas, text.letters.right, middle.right);
    paintLetter(canvas, text.letters.top, middle.top);
    paintLetter(canvas, text.letters.bottom, middle.bottom);
    painter.restore();
}

} // namespace consilium::render2d
