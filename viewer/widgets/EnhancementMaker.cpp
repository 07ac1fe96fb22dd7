#include "viewer/widgets/EnhancementMaker.h"

#include "base/Pending.h"

#include <utility>

namespace consilium::widgets
{

namespace
{

/// Grey, whole, and with as many pixels as it says. Of a damaged frame the renderer decides what is drawn.
bool isUsable(const pixels::DecodedFrame &frame)
{
    const bool isGrey = frame.type != pixels::SampleType::Rgb8;
    return isGrey && !frame.damaged && frame.rows > 0 && frame.columns > 0 &&
           frame.bytes.size() >=
               std::size_t(frame.rows) * std::size_t(frame.columns) * pixels::bytesPerPixel(frame.type);
}

} // namespace

bool EnhancementMaker::Source::isSame(const Source &other) const
{
    return image == other.image && frame == other.frame && slab == other.slab && enhancement == other.enhancement &&
           voi.isSame(other.voi);
}

EnhancementMaker::EnhancementMaker(QObject *parent) : QObject(parent) {}

EnhancementMaker::~EnhancementMaker()
{
    stop();
}

void EnhancementMaker::clear()
{
    stop();
    m_madeOf = {};
    m_made.reset();
}

std::optional<EnhancementMaker::Source> EnhancementMaker::sourceOf(const ShownImage &shown) const
{
    const auto &overlay = shown.overlay;
    const auto &enhancement = overlay.presentation.enhancement;
    if (!enhancement || !overlay.frame || !shown.instance || !isUsable(*overlay.frame) ||
        imaging::enhancementWork(overlay.frame->rows, overlay.frame->columns, *enhancement) <= m_atOnce)
        return std::nullopt;
    Source source;
    source.image = shown.instance;
    source.frame = overlay.frame;
    source.slab = overlay.slab ? overlay.slab->values : nullptr;
    if (source.slab && (source.slab->rows != source.frame->rows || source.slab->columns != source.frame->columns))
        return std::nullopt; // it is not drawn either
    source.enhancement = *enhancement;
    if (enhancement->kind == session::EnhancementKind::LocalContrast)
        source.voi = imaging::effectiveVoi(shown.instance->grey, overlay.presentation, *overlay.frame);
    return source;
}

void EnhancementMaker::fill(ShownImage &shown)
{
    auto &enhancement = shown.overlay.enhancement;
    enhancement = {};
    const auto source = sourceOf(shown);
    if (!source) {
        clear();
        return;
    }
    m_isFilling = true;
    if (m_made && m_madeOf.isSame(*source))
        stop();
    else
        begin(*source);
    m_isFilling = false;
    if (m_made && m_madeOf.isSame(*source))
        enhancement.made = m_made;
    else
        enhancement.isPending = true;
}

void EnhancementMaker::begin(const Source &source)
{
    if (m_isMaking && m_makingOf.isSame(source))
        return;
    clear();
    m_isMaking = true;
    m_makingOf = source;
    m_cancel = CancelToken();
    auto work = [source, cancel = m_cancel]() -> Picture {
        if (cancel.isCancelled())
            return nullptr;
        auto plain = source.slab
                         ? source.slab
                         : std::make_shared<const imaging::ValueImage>(imaging::valuesOf(*source.image, *source.frame));
        return imaging::enhancedImage(std::move(plain), source.enhancement, source.voi, cancel);
    };
    runPending(std::move(work)).then(this, [this, cancel = m_cancel](const Picture &picture) {
        if (!cancel.isCancelled())
            take(picture);
    });
}

void EnhancementMaker::stop()
{
    m_cancel.cancel();
    m_isMaking = false;
    m_makingOf = {};
}

void EnhancementMaker::take(const Picture &picture)
{
    m_isMaking = false;
    m_made = picture;
    m_madeOf = std::exchange(m_makingOf, {});
    if (!m_isFilling) // else whoever asked takes it at once
        Q_EMIT made();
}

} // namespace consilium::widgets
