#include "viewer/render2d/MarkLayer.h"

#include "viewer/render2d/LineLayer.h"
#include "viewer/render2d/MarkPainter.h"
#include "viewer/render2d/OverlayCanvas.h"

#include <QImage>
#include <QPainter>

#include <algorithm>
#include <span>
#include <unordered_set>
#include <utility>

namespace consilium::render2d
{

namespace
{

constexpr int side = LineLayer::side;

/// Both look the same: all that MarkPen reads.
bool isAlike(const MarkShape &a, const MarkShape &b)
{
    return a.kind == b.kind && a.selected == b.selected && a.provisional == b.provisional && a.isPrior == b.isPrior &&
           a.isLabelPlaced == b.isLabelPlaced && a.leaderFrom == b.leaderFrom && a.handles == b.handles &&
           a.layerOrder == b.layerOrder && a.layerColour == b.layerColour && a.outsideMm == b.outsideMm &&
           a.lines == b.lines && a.helpers == b.helpers && a.label == b.label &&
           // Exactly: QRectF's own comparison lets small differences pass.
           a.labelRect.x() == b.labelRect.x() && a.labelRect.y() == b.labelRect.y() &&
           a.labelRect.width() == b.labelRect.width() && a.labelRect.height() == b.labelRect.height();
}

bool isExactly(const QTransform &a, const QTransform &b)
{
    return a.m11() == b.m11() && a.m12() == b.m12() && a.m21() == b.m21() && a.m22() == b.m22() && a.dx() == b.dx() &&
           a.dy() == b.dy();
}

} // namespace

struct MarkLayer::Private {
    struct Drawn {
        MarkShape shape;
        bool isBright = false; ///< under its label
        MarkReach reach;
    };
    std::vector<Drawn> drawn;
    QImage picture; ///< device pixels, premultiplied; null: there is nothing on it
    QTransform toPicture;
    int columns = 0, rows = 0;
    std::vector<bool> dirty, occupied; ///< tiles, row by row
    int tilesDrawn = 0;

    void clear();
    void prepare(QSize size, const QTransform &transform);
    void touch(const MarkReach &reach);
    static void setTiles(std::vector<bool> &tiles, int columns, const MarkReach &reach);
    [[nodiscard]] bool hasSameOrder(const std::vector<MarkShape> &marks) const;
    bool follow(const std::vector<MarkShape> &marks, const std::vector<bool> &bright, const MarkPen &pen);
    void takeAll(const std::vector<MarkShape> &marks, const std::vector<bool> &bright, const MarkPen &pen);
    void redraw(const MarkPen &pen);
    using Marks = std::span<const Drawn>;
    [[nodiscard]] static Marks pass(Marks marks);
    void drawLines(const MarkPen &pen, Marks marks, bool isWhole, const QRect &around);
    void paintStamps(QPainter &painter, const MarkPen &pen, const QRect &part) const;
    void erase(const QRect &part);
    /// Calls visit(rect) for what lies side by side of the tiles in question, in pixels of the picture.
    template<class Visit>
    void forEachRun(const std::vector<bool> &tiles, const Visit &visit) const;
};

void MarkLayer::Private::clear()
{
    drawn.clear();
    picture = {};
    dirty.clear();
    occupied.clear();
    columns = rows = tilesDrawn = 0;
}

/// A picture of this size and place; what was drawn elsewhere is of no use.
void MarkLayer::Private::prepare(QSize size, const QTransform &transform)
{
    if (picture.size() == size && isExactly(toPicture, transform)) {
        dirty.assign(dirty.size(), false);
        return;
    }
    drawn.clear();
    toPicture = transform;
    if (picture.size() != size)
        picture = QImage(size, QImage::Format_ARGB32_Premultiplied);
    columns = (size.width() + side - 1) / side;
    rows = (size.height() + side - 1) / side;
    dirty.assign(std::size_t(columns) * std::size_t(rows), true);
}

void MarkLayer::Private::setTiles(std::vector<bool> &tiles, int columns, const MarkReach &reach)
{
    for (const QRect &rect : {reach.body, reach.leader, reach.label}) {
        if (rect.isEmpty())
            continue;
        for (int row = rect.top() / side; row <= rect.bottom() / side; ++row)
            for (int column = rect.left() / side; column <= rect.right() / side; ++column)
                tiles[std::size_t(row) * std::size_t(columns) + std::size_t(column)] = true;
    }
}

void MarkLayer::Private::touch(const MarkReach &reach)
{
    setTiles(dirty, columns, reach);
}

bool MarkLayer::Private::hasSameOrder(const std::vector<MarkShape> &marks) const
{
    return std::equal(drawn.begin(), drawn.end(), marks.begin(), marks.end(),
                      [](const Drawn &before, const MarkShape &now) { return before.shape.id == now.id; });
}

/// Finds each mark's former self and marks the tiles of all that are not as they were. False: they stand in another
/// order, so that others lie on top; then nothing is known.
bool MarkLayer::Private::follow(const std::vector<MarkShape> &marks, const std::vector<bool> &bright,
                                const MarkPen &pen)
{
    std::unordered_set<AnnotationId> before, now;
    const bool isSame = hasSameOrder(marks);
    if (!isSame) {
        for (const Drawn &one : drawn)
            before.insert(one.shape.id);
        for (const MarkShape &mark : marks)
            now.insert(mark.id);
    }
    std::vector<Drawn> next;
    next.reserve(marks.size());
    std::size_t at = 0;
    for (std::size_t i = 0; i < marks.size(); ++i) {
        const MarkShape &mark = marks[i];
        for (; at < drawn.size() && drawn[at].shape.id != mark.id && !now.contains(drawn[at].shape.id); ++at)
            touch(drawn[at].reach);
        const bool isKnown = at < drawn.size() && drawn[at].shape.id == mark.id;
        if (!isKnown && before.contains(mark.id))
            return false;
        next.push_back(isKnown ? std::move(drawn[at++]) : Drawn());
        Drawn &one = next.back();
        if (isKnown && one.isBright == bright[i] && isAlike(one.shape, mark))
            continue;
        touch(one.reach);
        one.shape = mark; // into the memory of its former self
        one.isBright = bright[i];
        one.reach = pen.reachOf(mark, picture.rect());
        touch(one.reach);
    }
    for (; at < drawn.size(); ++at)
        touch(drawn[at].reach);
    drawn = std::move(next);
    return true;
}

void MarkLayer::Private::takeAll(const std::vector<MarkShape> &marks, const std::vector<bool> &bright,
                                 const MarkPen &pen)
{
    drawn.clear();
    for (std::size_t i = 0; i < marks.size(); ++i)
        drawn.push_back({marks[i], bright[i], pen.reachOf(marks[i], picture.rect())});
    dirty.assign(dirty.size(), true);
}

template<class Visit>
void MarkLayer::Private::forEachRun(const std::vector<bool> &tiles, const Visit &visit) const
{
    for (int row = 0; row < rows; ++row) {
        const auto isSet = [&](int column) {
            return column < columns && tiles[std::size_t(row) * std::size_t(columns) + std::size_t(column)];
        };
        for (int from = 0; from < columns; ++from) {
            if (!isSet(from))
                continue;
            int to = from;
            while (isSet(to + 1))
                ++to;
            visit(QRect(from * side, row * side, (to - from + 1) * side, side) & picture.rect());
            from = to;
        }
    }
}

void MarkLayer::Private::erase(const QRect &part)
{
    for (int y = part.top(); y <= part.bottom(); ++y) {
        auto *const line = reinterpret_cast<QRgb *>(picture.scanLine(y));
        std::fill(line + part.left(), line + part.right() + 1, QRgb(0));
    }
}

void MarkLayer::Private::paintStamps(QPainter &painter, const MarkPen &pen, const QRect &part) const
{
    for (const Drawn &one : drawn) {
        if (one.reach.body.intersects(part))
            pen.paintHandles(painter, one.shape);
    }
    for (const Drawn &one : drawn) {
        if (one.reach.label.intersects(part))
            pen.paintLabel(painter, one.shape, one.isBright);
    }
}

/// The first of them, as many as are drawn as one: those of one layer of presentation states and one colour.
MarkLayer::Private::Marks MarkLayer::Private::pass(Marks marks)
{
    const MarkShape &first = marks.front().shape;
    const auto end = std::find_if(marks.begin(), marks.end(), [&first](const Drawn &one) {
        return one.shape.layerOrder != first.layerOrder || one.shape.layerColour != first.layerColour;
    });
    return marks.first(std::size_t(end - marks.begin()));
}

/// Over what lies below them.
void MarkLayer::Private::drawLines(const MarkPen &pen, Marks marks, bool isWhole, const QRect &around)
{
    LineLayer lines(picture.rect(), pen.ratio());
    if (!isWhole)
        lines.keepTo(dirty);
    for (const Drawn &one : marks)
        if (isWhole ? one.reach != MarkReach() : one.reach.touches(around))
            pen.addLines(lines, one.shape);
    lines.drawOver(picture, casingColour, {colourOf(marks.front().shape), selectedColour});
}

void MarkLayer::Private::redraw(const MarkPen &pen)
{
    tilesDrawn = int(std::count(dirty.begin(), dirty.end(), true));
    if (tilesDrawn == 0)
        return;
    const bool isWhole = 2 * tilesDrawn > int(dirty.size());
    if (isWhole)
        tilesDrawn = int(dirty.size());
    QRect around;
    forEachRun(dirty, [&](const QRect &part) { around |= part; });
    occupied.assign(dirty.size(), false);
    for (const Drawn &one : drawn)
        setTiles(occupied, columns, one.reach);
    if (isWhole)
        picture.fill(Qt::transparent);
    else
        forEachRun(dirty, [this](const QRect &part) { erase(part); });
    for (Marks left(drawn); !left.empty();) {
        const Marks next = pass(left);
        drawLines(pen, next, isWhole, around);
        left = left.subspan(next.size());
    }
    QPainter painter(&picture);
    if (isWhole) {
        paintStamps(painter, pen, picture.rect());
    } else {
        forEachRun(dirty, [&](const QRect &part) {
            painter.setClipRect(part);
            paintStamps(painter, pen, part);
        });
    }
}

MarkLayer::MarkLayer() : d(std::make_unique<Private>()) {}
MarkLayer::~MarkLayer() = default;

int MarkLayer::tilesDrawn() const
{
    return d->tilesDrawn;
}

int MarkLayer::tiles() const
{
    return d->columns * d->rows;
}

void MarkLayer::paint(Canvas &canvas, const std::vector<MarkShape> &marks)
{
    QPainter &painter = canvas.painter();
    const QTransform toDevice = painter.deviceTransform();
    const QRect device = toDevice.mapRect(canvas.area()).toAlignedRect();
    if (marks.empty() || device.isEmpty()) { // what is not needed takes no memory
        d->clear();
        return;
    }
    // The same wherever in its window the view lies.
    const QPointF offset = canvas.area().topLeft();
    const QTransform toPicture = QTransform::fromTranslate(offset.x(), offset.y()) * toDevice *
                                 QTransform::fromTranslate(-device.x(), -device.y());
    d->prepare(device.size(), toPicture);
    std::vector<bool> bright;
    for (const MarkShape &mark : marks) {
        const QRectF box = mark.labelRect.translated(offset);
        bright.push_back(!mark.labelRect.isEmpty() && box.intersects(canvas.area()) && canvas.isBright(box));
    }
    const MarkPen pen(toPicture);
    if (!d->follow(marks, bright, pen))
        d->takeAll(marks, bright, pen);
    d->redraw(pen);

    // Copied pixel by pixel: the place is one of device pixels, mapped back.
    const QTransform back = toDevice.inverted();
    d->forEachRun(d->occupied, [&](const QRect &part) {
        const QRect place = part.translated(device.topLeft());
        if (pen.ratio() == 1.0)
            painter.drawImage(back.map(QPointF(place.topLeft())), d->picture, part);
        else
            painter.drawImage(back.mapRect(QRectF(place)), d->picture, QRectF(part));
    });
}

} // namespace consilium::render2d
