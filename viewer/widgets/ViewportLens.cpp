#include "viewer/imaging/GreyRenderer.h"
#include "viewer/render2d/OverlayFormat.h"
#include "viewer/tools/StackPosition.h"
#include "viewer/widgets/ViewportPrivate.h"
#include "viewer/widgets/WindowEntry.h"
#include "viewer/widgets/theme/Tokens.h"

#include <QPainter>
#include <QPainterPath>

namespace consilium::widgets
{
using namespace Qt::StringLiterals;

namespace
{
constexpr int lensRadiusPx = 120, mostTimes = 4;
}

/// The same frame through the same renderer, so that the lens cannot show anything else than the view under it.
void ViewportWidget::Private::paintLens(QPainter &painter)
{
    if (lens < 2 || !pointer || !transform || !shown.overlay.frame || input->isDragging() ||
        !QRectF(QPointF(), QSizeF(imageRect.size())).contains(*pointer))
        return;
    const double width = imageRect.width(), height = imageRect.height();
    auto lensInput = renderInput();
    // Enlarged about the pointer, moved to the middle, and of that as much as the lens has room for.
    lensInput.view.zoomPan = transform->zoomedAbout({pointer->x(), pointer->y()}, lens);
    const imaging::ViewTransform enlarged(shown.instance->geometry, lensInput.view, width, height);
    auto part = enlarged.panned({width / 2.0 - pointer->x(), height / 2.0 - pointer->y()});
    part.across *= 2.0 * lensRadiusPx / std::min(width, height);
    lensInput.view.zoomPan = part;
    lensInput.logicalSize = QSize(2 * lensRadiusPx, 2 * lensRadiusPx);
    const QImage &seen = lensRenderer.render(lensInput);

    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipRect(imageRect, Qt::IntersectClip);
    const QPointF centre = QPointF(imageRect.topLeft()) + *pointer;
    QPainterPath circle;
    circle.addEllipse(centre, lensRadiusPx, lensRadiusPx);
    painter.save();
    painter.setClipPath(circle, Qt::IntersectClip);
    painter.fillPath(circle, Qt::black);
    painter.drawImage(QPointF(QPointF(centre - QPointF(lensRadiusPx, lensRadiusPx)).toPoint()), seen);
    painter.restore();
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(QColor(0, 0, 0, 191), 5));
    painter.drawPath(circle);
    painter.setPen(QPen(QColor(over_image::frame), 2));
    painter.drawPath(circle);
    const double ratio = shown.overlay.devicePixelRatio;
    const QString label = ViewportWidget::tr("Magnifier %1×").arg(lens) + u" · "_s +
                          render2d::numberText(transform->magnification() * ratio * lens, 2) + u'×';
    const double wide = halo.width(label, render2d::OverlayFont::Text);
    halo.draw(painter, centre + QPointF(-wide / 2.0, lensRadiusPx - 2.0 * render2d::overlayLinePx), label,
              render2d::OverlayFont::Text, QColor(over_image::text), render2d::HaloText::Style::Halo);
    painter.restore();
}

void ViewportWidget::setLens(int times)
{
    const int wanted = times < 2 ? 0 : std::min(times, mostTimes);
    if (wanted == d->lens)
        return;
    d->lens = wanted;
    update(d->imageRect);
}

int ViewportWidget::lens() const
{
    return d->lens;
}

QRectF ViewportWidget::Private::windowTextRect() const
{
    if (text.window.isEmpty() || !transform || !overlayVisible || !shown.instance)
        return {};
    // A little more than the letters: 24 px is the least that a hand hits.
    return render2d::windowTextBox(QRectF(QPointF(), QSizeF(imageRect.size())), text).adjusted(-6, -3, 6, 3);
}

void ViewportWidget::Private::updateCursor()
{
    if (input->isDragging())
        return; // as it was when the drag began
    std::optional<Qt::CursorShape> next = cursorOfMarks();
    if (pointer && !input->draft() && windowTextRect().contains(*pointer))
        next = Qt::PointingHandCursor;
    if (next == cursor)
        return;
    cursor = next;
    if (cursor)
        q->setCursor(*cursor);
    else
        q->unsetCursor();
}

bool ViewportWidget::typeWindow()
{
    const auto context = d->context();
    if (!tools::isGrey(context))
        return false;
    std::optional<session::Window> now = context.shownWindow;
    if (!now && context.frame)
        now = imaging::effectiveVoi(context.instance->grey, d->shown.overlay.presentation, *context.frame).window;
    auto *entry = new WindowEntry(now, this);
    connect(entry, &WindowEntry::chosen, this, [this](const session::Window &window) {
        const DataSetId &dataSet = d->dispatcher.state().view(d->view).dataSet;
        if (!dataSet.isEmpty())
            d->input->submitAll({session::SetWindow{d->view, dataSet, window}}, d->dispatcher.beginGesture());
    });
    const QRectF words = d->windowTextRect();
    const QPointF corner = words.isEmpty() ? QPointF(d->imageRect.width() - 10.0, d->imageRect.height() - 50.0)
                                           : words.topRight() - QPointF(0.0, 4.0);
    entry->showAt(mapToGlobal((corner + d->imageRect.topLeft()).toPoint()));
    return true;
}

std::optional<render2d::Sample> ViewportWidget::sampleAt(ImagePoint at) const
{
    return render2d::sampleAt(d->shown.overlay, at);
}

const render2d::OverlayInput &ViewportWidget::shownInput() const
{
    return d->shown.overlay;
}

} // namespace consilium::widgets
