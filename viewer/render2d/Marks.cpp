#include "viewer/imaging/Measure.h"
#include "viewer/render2d/MarkContent.h"
#include "viewer/render2d/MarkPainter.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <tuple>
#include <unordered_map>

namespace consilium::render2d
{

using Kind = session::AnnotationKind;

namespace
{

// The collector of texts takes the context from here.
class Text
{
    Q_DECLARE_TR_FUNCTIONS(Overlay)
};

template<class T>
bool isSame(const std::weak_ptr<T> &a, const std::weak_ptr<T> &b)
{
    return !a.owner_before(b) && !b.owner_before(a);
}

/// The series that lies over the image, in so far as marks are read from it: not in which window it is shown.
struct FusedSource {
    std::weak_ptr<const imaging::FusionVoxels> voxels;
    std::weak_ptr<const imaging::ValueImage> values;
    QString name, unit, suvRefusal;
    bool isThere = false, isRefused = false, isOutside = false, isPartial = false;

    [[nodiscard]] bool equals(const FusedSource &o) const
    {
        return isSame(voxels, o.voxels) && isSame(values, o.values) && name == o.name && unit == o.unit &&
               suvRefusal == o.suvRefusal && isThere == o.isThere && isRefused == o.isRefused &&
               isOutside == o.isOutside && isPartial == o.isPartial;
    }
};

FusedSource fusedSourceOf(const std::optional<ShownFusion> &fusion)
{
    if (!fusion)
        return {};
    return {fusion->voxels, fusion->layer.values, fusion->name,      fusion->unit,       fusion->suvRefusal,
            true,           fusion->isRefused(),  fusion->isOutside, fusion->isPartial()};
}

/// What the values of all marks of one image are computed from. Weak: a cache must not keep pixels in memory; and an
/// owner that is gone is never taken for a new one at its address.
struct Source {
    std::weak_ptr<const dicom::DataSet> stack;
    const dicom::Instance *image = nullptr; ///< of that stack
    std::weak_ptr<const pixels::DecodedFrame> frame;
    bool isSlab = false; ///< drawn: it holds more than the image, and its values are not those of marks
    int slabFirst = 0, slabLast = -1;
    imaging::HandCalibration calibration;
    session::Suv suv = session::Suv::BodyWeight;
    FusedSource fused;
    bool isPrior = false;

    [[nodiscard]] bool equals(const Source &o) const
    {
        return image == o.image && isSame(stack, o.stack) && isSame(frame, o.frame) && isSlab == o.isSlab &&
               slabFirst == o.slabFirst && slabLast == o.slabLast && calibration == o.calibration && suv == o.suv &&
               fused.equals(o.fused) && isPrior == o.isPrior;
    }
};

/// nullopt where nothing keeps the image at its address.
std::optional<Source> sourceOf(const OverlayInput &input)
{
    if (!input.dataSet)
        return std::nullopt;
    const int index = input.dataSet->indexOf(input.instance->sop, input.instance->frame);
    if (index < 0 || input.dataSet->slices[std::size_t(index)].get() != input.instance)
        return std::nullopt;
    Source source;
    source.stack = input.dataSet;
    source.image = input.instance;
    source.frame = input.frame;
    source.calibration = input.calibration;
    source.suv = input.presentation.suv;
    source.fused = fusedSourceOf(input.fusion);
    source.isPrior = !input.standing.prior.isEmpty();
    if (input.slab && input.slab->values) {
        source.isSlab = true;
        source.slabFirst = input.slab->plan.first;
        source.slabLast = input.slab->plan.last;
    }
    return source;
}

/// Values and what is said of them, with the room that it takes.
struct Computed {
    MarkContent content;
    QSizeF labelSize;
};
using ComputedPtr = std::shared_ptr<const Computed>;

ComputedPtr compute(const session::Annotation &mark, const OverlayInput &input)
{
    auto computed = std::make_shared<Computed>();
    computed->content = contentOf(mark, input);
    if (!computed->content.label.isEmpty())
        computed->labelSize = labelSize(computed->content.label);
    return computed;
}

/// Where an image lies in a view: three of its places say it, as lines stay straight.
struct Placing {
    std::array<ScreenPoint, 3> places;
    double widthPx = 0.0, heightPx = 0.0;
    bool operator==(const Placing &) const = default;
};

Placing placingOf(const imaging::ViewTransform &transform)
{
    return {{transform.toScreen({0.0, 0.0}), transform.toScreen({1024.0, 0.0}), transform.toScreen({0.0, 1024.0})},
            transform.widthPx(),
            transform.heightPx()};
}

/// Marks as they were last laid out, and for what: a window that is dragged moves none of them.
struct LaidOut {
    session::AnnotationSet annotations;
    session::HiddenLayers hiddenLayers;
    int source = -1;
    Placing placing;
    std::vector<QRectF> taken;
    std::vector<MarkShape> shapes;
};

} // namespace

struct MarkCache::Private {
    struct Entry {
        session::Annotation mark;
        int source = -1;
        ComputedPtr computed;
    };
    QString language;                            ///< one text as it is translated: labels are kept in one language only
    std::vector<std::pair<int, Source>> sources; ///< with their numbers, the latest last
    int nextSource = 0;
    std::unordered_map<AnnotationId, Entry> entries;
    std::optional<LaidOut> last;

    /// Number of what marks are read from now.
    int sourceNumber(const Source &source)
    {
        constexpr std::size_t most = 64;
        const auto known = std::find_if(sources.begin(), sources.end(),
                                        [&source](const auto &one) { return one.second.equals(source); });
        if (known != sources.end())
            return known->first;
        if (sources.size() == most)
            sources.erase(sources.begin());
        sources.emplace_back(nextSource, source);
        return nextSource++;
    }
    void tidy(std::size_t marks)
    {
        const QString now = Text::tr("measured across missing slices");
        if (now != language)
            last.reset();
        if (now != language || entries.size() > 2 * marks + 256)
            entries.clear();
        language = now;
    }
    ComputedPtr find(const session::Annotation &mark, int source, const OverlayInput &input)
    {
        Entry &entry = entries[mark.id];
        if (!entry.computed || entry.source != source || !(entry.mark == mark))
            entry = {mark, source, compute(mark, input)};
        return entry.computed;
    }
};

MarkCache::MarkCache() : d(std::make_unique<Private>()) {}
MarkCache::~MarkCache() = default;

namespace
{

std::vector<ScreenPoint> onScreen(const std::vector<ImagePoint> &points, const imaging::ViewTransform &transform)
{
    std::vector<ScreenPoint> placed;
    placed.reserve(points.size());
    for (const ImagePoint &p : points)
        placed.push_back(transform.toScreen(p));
    return placed;
}

/// Divisions of a ruler across its line, every fifth one longer: as fine as they can be told apart on the screen.
void addDivisions(MarkShape &shape, double length)
{
    constexpr double leastPx = 8.0, shortPx = 3.0, longPx = 6.0, longest = 1e5;
    const ScreenPoint from = shape.handles[0], to = shape.handles[1];
    const double dx = to.x - from.x, dy = to.y - from.y, px = std::hypot(dx, dy);
    const double step = px > leastPx && px < longest ? imaging::divisionStep(length * leastPx / px) : 0.0;
    if (!(step > 0.0))
        return;
    const double acrossX = -dy / px, acrossY = dx / px;
    for (int i = 0; double(i) * step <= length * (1.0 + 1e-9); ++i) {
        const double share = double(i) * step / length, half = i % 5 == 0 ? longPx : shortPx;
        const ScreenPoint at{from.x + dx * share, from.y + dy * share};
        shape.helpers.push_back(
            {{at.x - acrossX * half, at.y - acrossY * half}, {at.x + acrossX * half, at.y + acrossY * half}});
    }
}

MarkShape shapeOf(const session::Annotation &mark, const Computed &computed, const imaging::ViewTransform &transform)
{
    const MarkContent &content = computed.content;
    MarkShape shape;
    shape.id = mark.id;
    shape.kind = mark.kind;
    shape.outsideMm = content.outsideMm;
    shape.handles = onScreen(content.handles, transform);
    for (const auto &line : content.lines)
        shape.lines.push_back(onScreen(line, transform));
    for (const auto &line : content.helpers)
        shape.helpers.push_back(onScreen(line, transform));
    if (content.length)
        addDivisions(shape, *content.length);
    shape.isRegion = content.isRegion;
    shape.crossing = content.crossing;
    shape.provisional = content.provisional || content.isFusedPartial;
    shape.label = content.label;
    shape.labelSize = computed.labelSize;
    shape.figures = content.figures;
    shape.layerOrder = content.layerOrder;
    shape.layerColour = content.layerColour;
    if (content.labelPlace && !computed.labelSize.isEmpty()) {
        const ScreenPoint corner = transform.toScreen(*content.labelPlace);
        shape.isLabelPlaced = true;
        shape.labelRect = QRectF(QPointF(corner.x, corner.y), computed.labelSize);
    }
    return shape;
}

/// Those of one layer and colour together, as they are drawn together; else as they were.
void orderByLayers(std::vector<MarkShape> &shapes)
{
    if (std::none_of(shapes.begin(), shapes.end(), [](const MarkShape &shape) { return shape.layerOrder.has_value(); }))
        return;
    std::stable_sort(shapes.begin(), shapes.end(), [](const MarkShape &a, const MarkShape &b) {
        const auto key = [](const MarkShape &shape) {
            return std::tuple(!shape.layerOrder.has_value(), shape.layerOrder.value_or(0),
                              shape.layerColour.value_or(0));
        };
        return key(a) < key(b);
    });
}

} // namespace

std::vector<MarkShape> markShapes(const OverlayInput &input, const session::AnnotationSet &annotations,
                                  const imaging::ViewTransform &transform, MarkCache *cache, const LabelRoom *room)
{
    std::vector<MarkShape> shapes;
    if (!input.instance || annotations.size() == 0)
        return shapes;
    const auto source = cache ? sourceOf(input) : std::nullopt;
    if (source)
        cache->contents().tidy(annotations.size());
    const int number = source ? cache->contents().sourceNumber(*source) : -1;
    const Placing placing = placingOf(transform);
    const LabelRoom bare{transform.widthPx(), transform.heightPx(), {}, nullptr};
    const LabelRoom &around = room ? *room : bare;
    if (source) {
        const auto &last = cache->contents().last;
        if (last && last->source == number && last->placing == placing && last->taken == around.taken &&
            last->hiddenLayers == input.hiddenLayers && last->annotations == annotations)
            return last->shapes;
    }
    annotations.forEach([&](const session::Annotation &mark) {
        // By the image alone: a reader who splits or joins stacks loses no mark.
        if (mark.sop != input.instance->sop || mark.frame != input.instance->frame)
            return;
        const ComputedPtr computed = source ? cache->contents().find(mark, number, input) : compute(mark, input);
        const auto &layer = computed->content.layer;
        if (!computed->content.isShown || (layer && input.hiddenLayers.contains(*layer)))
            return;
        shapes.push_back(shapeOf(mark, *computed, transform));
        shapes.back().isPrior = !input.standing.prior.isEmpty();
    });
    orderByLayers(shapes);
    placeLabels(shapes, around);
    if (source) {
        auto &last = cache->contents().last;
        if (!last)
            last.emplace();
        last->annotations = annotations;
        last->hiddenLayers = input.hiddenLayers;
        last->source = number;
        last->placing = placing;
        last->taken = around.taken;
        last->shapes = shapes; // into the memory of the former ones
    }
    return shapes;
}

} // namespace consilium::render2d
