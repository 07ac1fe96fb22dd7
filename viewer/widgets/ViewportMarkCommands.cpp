#include "viewer/tools/MarkCommands.h"
#include "viewer/tools/MarkGrip.h"
#include "viewer/tools/MarkPlaces.h"
#include "viewer/widgets/MarkWords.h"
#include "viewer/widgets/ViewportPrivate.h"

#include <algorithm>
#include <cmath>

/// What windows and commands ask of a viewport's marks, and do to them.
namespace consilium::widgets
{
using namespace Qt::StringLiterals;

namespace
{

constexpr double markReachPx = 24.0; ///< a mark this near to the pointer is meant

QString hindranceText(tools::PasteHindrance hindrance)
{
    using Hindrance = tools::PasteHindrance;
    switch (hindrance) {
    case Hindrance::None:
        return {};
    case Hindrance::NoImage:
        return ViewportWidget::tr("No image is shown here.");
    case Hindrance::OtherPatient:
        return ViewportWidget::tr("The copied mark is another patient's.");
    case Hindrance::OtherStudy:
        return ViewportWidget::tr("The copied mark is of another study.");
    case Hindrance::NoPlace:
        return ViewportWidget::tr("One of the two images does not say where it lies in the patient.");
    case Hindrance::OtherFrameOfReference:
        return ViewportWidget::tr("The copied mark lies in another frame of reference.");
    case Hindrance::NotParallel:
        return ViewportWidget::tr("The image is not parallel to the one that the mark was copied from.");
    case Hindrance::NotCalibrated:
        return ViewportWidget::tr("The copied line calibrates its own image only: draw it anew on this one.");
    case Hindrance::DoesNotFit:
        return ViewportWidget::tr("The copied mark would lie beside this image.");
    }
    return {};
}

} // namespace

std::vector<AnnotationId> ViewportWidget::ownMarks() const
{
    std::vector<AnnotationId> own;
    for (const auto &shape : d->marks) {
        if (d->ownMark(shape.id))
            own.push_back(shape.id);
    }
    return own;
}

AnnotationId ViewportWidget::ownMarkUnderPointer() const
{
    if (!d->pointer)
        return {};
    const auto under = tools::MarkGrip::under(d->context(), {d->pointer->x(), d->pointer->y()});
    return under ? under->id : AnnotationId();
}

AnnotationId ViewportWidget::markUnderPointer() const
{
    const auto under =
        d->pointer ? d->markUnder({d->pointer->x(), d->pointer->y()}, tools::MarkGrip::reachPx) : std::nullopt;
    return under ? under->id : AnnotationId();
}

bool ViewportWidget::isMarkSeen(const AnnotationId &mark) const
{
    return !mark.isEmpty() && std::any_of(d->marks.begin(), d->marks.end(),
                                          [&mark](const render2d::MarkShape &shape) { return shape.id == mark; });
}

QString ViewportWidget::keyImageText() const
{
    QStringList reasons;
    if (!d->shown.instance)
        return {};
    d->dispatcher.state().annotations().forEach([&](const session::Annotation &mark) {
        if (mark.kind == session::AnnotationKind::KeyImage && mark.sop == d->shown.instance->sop &&
            mark.frame == d->shown.instance->frame)
            reasons << keyImageReason(mark.text);
    });
    reasons.sort();
    reasons.removeDuplicates();
    return reasons.join(u" · "_s);
}

AnnotationId ViewportWidget::markAtPointer() const
{
    if (!d->pointer)
        return {};
    AnnotationId nearest = ownMarkUnderPointer();
    if (!nearest.isEmpty())
        return nearest;
    double nearestPx = markReachPx;
    for (const auto &shape : d->marks) {
        if (!d->ownMark(shape.id))
            continue;
        for (const ScreenPoint &handle : shape.handles) {
            const double px = std::hypot(handle.x - d->pointer->x(), handle.y - d->pointer->y());
            if (px <= nearestPx) {
                nearestPx = px;
                nearest = shape.id;
            }
        }
    }
    return nearest;
}

void ViewportWidget::removeMark(const AnnotationId &mark)
{
    d->input->submitAll({session::RemoveAnnotation{mark}}, d->dispatcher.beginGesture());
}

const std::vector<render2d::MarkShape> &ViewportWidget::marks() const
{
    return d->marks;
}

void ViewportWidget::selectMark(const AnnotationId &mark)
{
    if (mark == d->selected)
        return;
    d->selected = mark;
    d->showSelected();
    d->updateCursor();
    update(d->imageRect);
}

const AnnotationId &ViewportWidget::selectedMark() const
{
    return d->selected;
}

bool ViewportWidget::nudgeMark(const AnnotationId &mark, ScreenVector by)
{
    return d->ownMarkHere(mark) && d->input->nudge(mark, by);
}

bool ViewportWidget::editMarkText(const AnnotationId &mark)
{
    const session::Annotation *const there = d->ownMarkHere(mark);
    if (!there)
        return false;
    const auto shape = std::find_if(d->marks.begin(), d->marks.end(),
                                    [&mark](const render2d::MarkShape &one) { return one.id == mark; });
    const ScreenPoint at = shape->labelRect.isEmpty() ? shape->handles.front()
                                                      : ScreenPoint{shape->labelRect.left(), shape->labelRect.top()};
    const bool isText = there->kind == session::AnnotationKind::Text;
    const bool isLength = there->kind == session::AnnotationKind::Calibration;
    d->openTextEntry(there->text, at, isLength, [this, mark, isText](const QString &text) {
        if (isText && text.isEmpty()) // nothing of it would be left to see
            removeMark(mark);
        else
            d->input->submitAll({session::SetMarkText{mark, text}}, d->dispatcher.beginGesture());
    });
    return true;
}

bool ViewportWidget::putLabelBeside(const AnnotationId &mark)
{
    if (!d->ownMarkHere(mark))
        return false;
    d->input->submitAll({session::PlaceLabel{mark, std::nullopt}}, d->dispatcher.beginGesture());
    return true;
}

std::optional<tools::CopiedMark> ViewportWidget::copyOf(const AnnotationId &mark) const
{
    return isMarkSeen(mark) ? tools::copiedMark(d->context(), mark) : std::nullopt;
}

QString ViewportWidget::paste(const tools::CopiedMark &copied)
{
    const tools::Paste paste = tools::pasteActions(d->context(), copied);
    if (paste.hindrance != tools::PasteHindrance::None)
        return hindranceText(paste.hindrance);
    d->input->submitAll(paste.actions, d->dispatcher.beginGesture());
    Q_EMIT markChosen(paste.mark);
    return {};
}

render2d::HistogramAnswer ViewportWidget::histogramOf(const AnnotationId &mark) const
{
    const session::Annotation *const there =
        d->shown.instance && d->transform ? d->dispatcher.state().annotations().find(mark) : nullptr;
    if (!there || !tools::isDrawnOn(*there, d->shown.instance.get()))
        return {render2d::NoHistogram::NotHere, std::nullopt};
    return render2d::histogramOf(*there, d->shown.overlay);
}

} // namespace consilium::widgets
