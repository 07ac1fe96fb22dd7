#include "viewer/widgets/ViewportPrivate.h"
#include "viewer/widgets/theme/Icons.h"
#include "viewer/widgets/theme/Tokens.h"
#include "viewer/widgets/theme/Typography.h"

#include <QPaintEvent>
#include <QPainter>

namespace consilium::widgets
{
using namespace Qt::StringLiterals;
using Absence = ShownImage::Absence;

namespace
{

constexpr int barWidthPx = 240, barHeightPx = 4;
constexpr int keyImageIconPx = 14;

bool keyImageHasWords(const QRect &imageRect)
{
    constexpr int leastWidthPx = 320;
    return imageRect.width() >= leastWidthPx;
}

void centredText(QPainter &painter, const QRect &rect, const QString &text, TextRole role, const QColor &colour)
{
    painter.setFont(fontFor(role));
    painter.setPen(colour);
    painter.drawText(rect, Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, text);
}

constexpr int besideTextPx = 24; ///< free on both sides of what stands in the middle

/// What to do with an empty view, in at most two lines of `width`; empty where no words fit.
QString emptyHint(int width)
{
    const QFontMetrics metrics(fontFor(TextRole::Section));
    for (const QString &hint : {ViewportWidget::tr("Choose a series on the left, or drag one here"),
                                ViewportWidget::tr("Drag a series here")}) {
        const QRect box = metrics.boundingRect(QRect(0, 0, width, 10'000), Qt::AlignHCenter | Qt::TextWordWrap, hint);
        if (box.height() <= 2 * metrics.lineSpacing() && box.width() <= width)
            return hint;
    }
    return {};
}

} // namespace

void ViewportWidget::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    d->paint(painter);
    painter.end();
    const bool whole = event->region().contains(d->imageRect) || event->region().boundingRect().contains(d->imageRect);
    if (!d->drawn && whole && d->shown.isComplete() && d->image) {
        d->drawn = true;
        Q_EMIT drawn();
    } else if (whole && d->shown.overlay.frame && d->shown.overlay.frame->reduction > 0 && d->image) {
        Q_EMIT previewDrawn();
    }
}

void ViewportWidget::Private::paint(QPainter &painter)
{
    if (imageRect.isEmpty())
        return;
    if (showsDocument) { // it covers all but the frame
        painter.fillRect(q->rect(), Qt::black);
        paintFrame(painter);
        return;
    }
    // The window may have gone to a screen with other pixels since.
    if (image && image->devicePixelRatio() != q->devicePixelRatioF()) {
        imageStale = true;
        QTimer::singleShot(0, q, [this] { refresh(); });
    }
    if (imageStale && shown.overlay.frame) {
        image = &renderer.render(renderInput());
        imageStale = false;
    }
    // Pixels of an image that is no longer the state's are never left on the screen: without a frame all is black.
    if (shown.overlay.frame && image && !imageStale)
        painter.drawImage(imageRect.topLeft(), *image);
    else
        painter.fillRect(imageRect, Qt::black);
    paintAbsence(painter);
    if (shown.absence != Absence::Empty) {
        const bool hasImage = shown.overlay.frame && image && !imageStale;
        if (transform && hasImage)
            render2d::paintReferenceLines(painter, imageRect, cuts, *transform);
        if (transform && hasImage)
            paintSpaceCursor(painter);
        render2d::paintOverlay(painter, imageRect, text, marks, hasImage ? *image : QImage(), &markLayer);
        paintKeyImage(painter);
        paintLens(painter);
        paintReadout(painter);
    }
    paintFrame(painter);
}

render2d::SliceRenderer::Input ViewportWidget::Private::renderInput() const
{
    render2d::SliceRenderer::Input input;
    input.instance = shown.instance.get();
    input.frame = shown.overlay.frame;
    input.view = shown.overlay.view;
    input.presentation = shown.overlay.presentation;
    input.logicalSize = imageRect.size();
    input.devicePixelRatio = q->devicePixelRatioF();
    input.slab = shown.overlay.slab ? shown.overlay.slab->values : nullptr;
    // Until it is made the image is drawn as it is: the corner says so, and never an older picture stands for it.
    if (shown.overlay.enhancement.isPending)
        input.presentation.enhancement.reset();
    input.enhanced = shown.overlay.enhancement.made;
    input.drawsPlanes = overlayVisible && !(shown.overlay.slab && shown.overlay.slab->isDrawn());
    input.segments = &segments;
    const auto &fusion = shown.overlay.fusion;
    input.fusion = fusion && fusion->isDrawn() ? &fusion->layer : nullptr;
    return input;
}

QString ViewportWidget::Private::seriesName() const
{
    const auto &o = shown.overlay;
    if (!o.dataSet)
        return {};
    const auto &header = o.dataSet->header;
    if (!header.description.trimmed().isEmpty())
        return header.description.trimmed();
    return header.number >= 0 ? ViewportWidget::tr("Series %1").arg(header.number) : header.modality;
}

QString ViewportWidget::Private::middleText() const
{
    switch (shown.absence) {
    case Absence::None:
        break;
    case Absence::Empty:
        return emptyText.isEmpty() ? emptyHint(imageRect.width() - 2 * besideTextPx) : emptyText;
    case Absence::NotInStack:
        return ViewportWidget::tr("No image of this series lies in the plane asked for");
    case Absence::Describing:
    case Absence::Loading: {
        const QString name = seriesName();
        return name.isEmpty() ? ViewportWidget::tr("Loading") : ViewportWidget::tr("Loading: %1").arg(name);
    }
    case Absence::Failed:
        return shown.overlay.failure;
    }
    return {};
}

void ViewportWidget::Private::paintAbsence(QPainter &painter)
{
    switch (shown.absence) {
    case Absence::None:
        return;
    case Absence::Empty:
        paintEmpty(painter);
        return;
    case Absence::NotInStack:
        centredText(painter, imageRect.adjusted(24, imageRect.height() / 2 - 14, -24, 0), middleText(),
                    TextRole::Section, QColor(over_image::text));
        return;
    case Absence::Describing:
    case Absence::Loading:
        paintLoading(painter);
        return;
    case Absence::Failed:
        paintFailure(painter);
        return;
    }
}

/// The first line stands out, what follows explains it; the middle of all is the view's.
void ViewportWidget::Private::paintEmpty(QPainter &painter)
{
    const QRect column = imageRect.adjusted(besideTextPx, 0, -besideTextPx, 0);
    const QString text = middleText();
    if (text.isEmpty())
        return;
    const QString headline = text.section(u'\n', 0, 0), rest = text.section(u'\n', 1);
    const int flags = Qt::AlignHCenter | Qt::TextWordWrap;
    const int first = QFontMetrics(fontFor(TextRole::Section)).boundingRect(column, flags, headline).height();
    const int second =
        rest.isEmpty() ? 0 : 8 + QFontMetrics(fontFor(TextRole::Body)).boundingRect(column, flags, rest).height();
    const int top = std::max(column.top(), column.center().y() - (first + second) / 2);
    const QColor colour(over_image::caption);
    centredText(painter, QRect(column.x(), top, column.width(), first), headline, TextRole::Section,
                rest.isEmpty() ? colour : QColor(over_image::text));
    if (!rest.isEmpty())
        centredText(painter, QRect(column.x(), top + first + 8, column.width(), column.bottom() - top - first), rest,
                    TextRole::Body, colour);
}

void ViewportWidget::Private::paintLoading(QPainter &painter)
{
    const int middle = imageRect.center().y();
    centredText(painter, QRect(imageRect.x() + 16, middle - 30, imageRect.width() - 32, 24), middleText(),
                TextRole::Body, QColor(over_image::text));
    const int width = std::min(barWidthPx, imageRect.width() - 32);
    const QRect bar(imageRect.center().x() - width / 2, middle + 4, width, barHeightPx);
    painter.fillRect(bar, QColor(over_image::trough));
    const auto &o = shown.overlay;
    if (awaited.isValid() && awaited.elapsed() >= longWaitMs)
        centredText(painter, QRect(imageRect.x() + 16, middle + 18, imageRect.width() - 32, 20),
                    ViewportWidget::tr("Waiting for %1 s").arg(awaited.elapsed() / 1000), TextRole::Meta,
                    QColor(over_image::caption));
    if (o.sliceCount > 0) {
        const double share = std::clamp(double(o.slicesLoaded) / o.sliceCount, 0.0, 1.0);
        painter.fillRect(QRectF(bar.x(), bar.y(), bar.width() * share, bar.height()), QColor(over_image::frame));
    }
}

void ViewportWidget::Private::paintFailure(QPainter &painter)
{
    const int middle = imageRect.center().y();
    paintIcon(painter, u"warning"_s, QRectF(imageRect.center().x() - 14, middle - 62, 28, 28),
              QColor(over_image::crit));
    const QRect column = imageRect.adjusted(24, 0, -24, 0);
    centredText(painter, QRect(column.x(), middle - 26, column.width(), 52), middleText(), TextRole::Section,
                QColor(over_image::text));
    centredText(painter, QRect(column.x(), middle + 28, column.width(), 20), shown.errorCode, TextRole::Meta,
                QColor(over_image::caption));
}

// What failed and may come when it is asked for once more has a button for that, below the reason.
void ViewportWidget::Private::offerAgain()
{
    const bool isOffered = shown.absence == Absence::Failed && shown.mayComeYet && !showsDocument;
    if (!again && !isOffered)
        return;
    if (!again) {
        again = new QPushButton(q);
        again->setObjectName(u"tryAgain"_s);
        again->setFocusPolicy(Qt::NoFocus); // the keys stay with the view: there is one for this too
        QObject::connect(again, &QPushButton::clicked, q, [this] {
            if (images)
                images->retry(shown.overlay.view.dataSet);
        });
    }
    again->setText(ViewportWidget::tr("Try again"));
    const QSize size = again->sizeHint();
    const QPoint centre = imageRect.center();
    again->setGeometry(QRect(QPoint(centre.x() - size.width() / 2, centre.y() + 58), size));
    again->setVisible(isOffered && imageRect.contains(again->geometry()));
}

void ViewportWidget::Private::paintReadout(QPainter &painter)
{
    if (readout.isEmpty())
        return;
    // It moves over every grey there is: always on its plate.
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor::fromRgba(over_image::plate));
    painter.drawRoundedRect(readoutRect, 4, 4);
    halo.draw(painter, QPointF(readoutRect.x() + 4, readoutRect.y() + 2), readout, render2d::OverlayFont::Text,
              QColor(over_image::text), render2d::HaloText::Style::Plain);
}

/// Below the patient's lines, which come first.
QRectF ViewportWidget::Private::keyImagePlate()
{
    const QString reason = q->keyImageText();
    if (reason.isEmpty())
        return {};
    constexpr int insetXPx = 10, insetYPx = 8;
    const double width = keyImageHasWords(imageRect) ? halo.width(reason, render2d::OverlayFont::Text) + 4.0 : 0.0;
    return {imageRect.left() + insetXPx - 3.0,
            imageRect.top() + insetYPx + render2d::overlayLinePx * std::max<double>(2.0, double(text.topLeft.size())) +
                4.0,
            keyImageIconPx + 8.0 + width, 20.0};
}

/// On its plate, as it stands over every grey.
void ViewportWidget::Private::paintKeyImage(QPainter &painter)
{
    const QRectF plate = keyImagePlate();
    if (plate.isEmpty())
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor::fromRgba(over_image::plate));
    painter.drawRoundedRect(plate, 4, 4);
    paintIcon(painter, u"key-image"_s, QRectF(plate.left() + 3.0, plate.top() + 3.0, keyImageIconPx, keyImageIconPx),
              QColor(over_image::frame));
    if (keyImageHasWords(imageRect))
        halo.draw(painter, QPointF(plate.left() + keyImageIconPx + 6.0, plate.top() + 1.0), q->keyImageText(),
                  render2d::OverlayFont::Text, QColor(over_image::text), render2d::HaloText::Style::Plain);
}

/// Solid round somebody else's images, dashed round those that perhaps are; the words stand below the name and on the
/// band.
void ViewportWidget::Private::paintStanding(QPainter &painter) const
{
    const render2d::PatientStanding &standing = shown.overlay.standing;
    if (shown.absence == Absence::Empty || !standing.isFramed())
        return;
    const bool isDashed = standing.kind == render2d::PatientStanding::Kind::Doubtful;
    constexpr double halfPx = standingFramePx / 2.0;
    const QRectF around = showsDocument ? QRectF(q->rect()).adjusted(halfPx, halfPx, -halfPx, -halfPx)
                                        : QRectF(imageRect).adjusted(-halfPx, -halfPx, halfPx, halfPx);
    painter.setBrush(Qt::NoBrush);
    QPen under(Qt::black, standingFramePx), line(QColor(over_image::crit), standingFramePx);
    for (QPen *pen : {&under, &line})
        pen->setJoinStyle(Qt::MiterJoin);
    if (isDashed) {
        line.setDashPattern({3.0, 1.5});
        line.setCapStyle(Qt::FlatCap);
        painter.setPen(under);
        painter.drawRect(around);
    }
    painter.setPen(line);
    painter.drawRect(around);
}

void ViewportWidget::Private::paintFrame(QPainter &painter) const
{
    paintStanding(painter);
    const bool only = dispatcher.state().layout().cellCount() == 1;
    if (isActive() || dropHovered) {
        painter.setBrush(Qt::NoBrush);
        QPen pen{QColor(over_image::frame), 2};
        pen.setJoinStyle(Qt::MiterJoin);
        if (dropHovered)
            pen.setStyle(Qt::DashLine);
        painter.setPen(pen);
        if (!only || dropHovered || keyboardFocus)
            painter.drawRect(QRectF(imageRect).adjusted(1, 1, -1, -1));
    }
    if (keyboardFocus) {
        painter.setPen(QPen(Qt::white, 1));
        painter.drawRect(QRectF(imageRect).adjusted(2.5, 2.5, -2.5, -2.5));
    }
}

} // namespace consilium::widgets
