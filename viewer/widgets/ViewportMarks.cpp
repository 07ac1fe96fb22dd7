#include "viewer/tools/Calibrating.h"
#include "viewer/tools/MarkGrip.h"
#include "viewer/tools/MarkPlaces.h"
#include "viewer/tools/MarkTools.h"
#include "viewer/widgets/ViewportPrivate.h"

#include <QKeyEvent>

#include <algorithm>

/// Marks of a viewport: what is seen of them, the draft, the keys and clicks that they take, the field for their words.
namespace consilium::widgets
{

namespace
{

constexpr double nudgePx = 1.0, farNudgePx = 10.0;

std::optional<ScreenVector> nudgeOf(const QKeyEvent &event)
{
    const Qt::KeyboardModifiers keys = event.modifiers() & ~Qt::KeypadModifier;
    if (keys != Qt::NoModifier && keys != Qt::ShiftModifier)
        return std::nullopt;
    const double px = keys == Qt::ShiftModifier ? farNudgePx : nudgePx;
    switch (event.key()) {
    case Qt::Key_Left:
        return ScreenVector{-px, 0.0};
    case Qt::Key_Right:
        return ScreenVector{px, 0.0};
    case Qt::Key_Up:
        return ScreenVector{0.0, -px};
    case Qt::Key_Down:
        return ScreenVector{0.0, px};
    default:
        return std::nullopt;
    }
}

bool isEnter(const QKeyEvent &event)
{
    const bool isPlain = (event.modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    return isPlain && (event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter);
}

/// The image that a text is typed on.
QString imageName(const dicom::Instance *image)
{
    return image ? image->sop.text() + u'/' + QString::number(image->frame) : QString();
}

bool isPlainKey(const QKeyEvent &event, Qt::Key key)
{
    return event.key() == key && event.modifiers() == Qt::NoModifier;
}

tools::MarkUnder::Part partOf(render2d::MarkHit::Part part)
{
    switch (part) {
    case render2d::MarkHit::Part::Handle:
        return tools::MarkUnder::Part::Handle;
    case render2d::MarkHit::Part::Label:
        return tools::MarkUnder::Part::Label;
    case render2d::MarkHit::Part::Body:
        break;
    }
    return tools::MarkUnder::Part::Body;
}

} // namespace

void ViewportWidget::Private::updateMarks()
{
    marks.clear();
    if (transform && shown.overlay.frame && overlayVisible) {
        const render2d::LabelRoom room = labelRoom();
        marks = render2d::markShapes(shown.overlay, dispatcher.state().annotations(), *transform, &markValues, &room);
    }
    showSelected();
    updateDraft();
}

/// Labels leave free what else stands over the image.
render2d::LabelRoom ViewportWidget::Private::labelRoom()
{
    const QSizeF size(imageRect.size());
    render2d::LabelRoom room{size.width(), size.height(), render2d::textBoxes(QRectF(QPointF(), size), text), nullptr};
    if (const QRectF badge = keyImagePlate(); !badge.isEmpty())
        room.taken.push_back(badge.translated(-imageRect.topLeft()));
    return room;
}

/// Forgets where labels stood after anything but a motion. True: nothing else has come since.
bool ViewportWidget::Private::followLabels()
{
    constexpr double mostZoom = 1.3; // at once
    constexpr std::size_t mostPlaces = 4096;
    LabelMemory &was = labelMemory;
    const auto &now = dispatcher.state().annotations();
    const double zoom = was.scale > 0.0 ? transform->scale() / was.scale : 0.0;
    const bool isMotion = was.selected == selected && was.orientation == shown.overlay.view.orientation &&
                          was.size == imageRect.size() && zoom < mostZoom && zoom * mostZoom > 1.0 &&
                          (was.annotations == now || input->isDragging());
    if (!isMotion || was.places.size() > mostPlaces)
        was = {};
    was.annotations = now;
    was.selected = selected;
    was.orientation = shown.overlay.view.orientation;
    was.size = imageRect.size();
    was.scale = transform->scale();
    return isMotion;
}

/// The label of the selected mark comes before those of others; what is in motion keeps its label where it is.
void ViewportWidget::Private::showSelected()
{
    bool isSeen = false;
    for (render2d::MarkShape &shape : marks) {
        const bool isSelected = shape.id == selected;
        isSeen = isSeen || isSelected || shape.selected;
        shape.selected = isSelected;
    }
    if (!transform || marks.empty())
        return;
    const bool isMotion = followLabels();
    const auto &places = labelMemory.places;
    const bool isAsBefore = std::all_of(marks.begin(), marks.end(), [&places](const render2d::MarkShape &shape) {
        const auto former = places.find(shape.id);
        return former == places.end() || former->second == shape.labelSide;
    });
    if (isSeen || (isMotion && !isAsBefore)) {
        render2d::LabelRoom room = labelRoom();
        room.former = &places;
        render2d::placeLabels(marks, room);
    }
    for (const render2d::MarkShape &shape : marks)
        if (shape.labelSide >= 0)
            labelMemory.places[shape.id] = shape.labelSide;
}

/// Alone, so that drawing costs the same however many marks there are; every move makes another mark of it, which is
/// no use to keep. What is drawn is seen, also without overlay.
void ViewportWidget::Private::updateDraft()
{
    // Once it is finished the mark of that id is the real one.
    if (!drafted.isEmpty() && !dispatcher.state().annotations().find(drafted))
        std::erase_if(marks, [this](const render2d::MarkShape &shape) { return shape.id == drafted; });
    const bool isBegun = drafted.isEmpty();
    drafted = {};
    const session::Annotation *const draft = input->draft() || !asked ? input->draft() : &*asked;
    if (draft && isBegun && !overlayVisible)
        Q_EMIT q->noticed(ViewportWidget::tr("Marks are hidden with the text over images, and come back with it."));
    if (!draft || !transform || !shown.overlay.frame)
        return;
    drafted = draft->id;
    render2d::LabelRoom room = labelRoom();
    room.former = &labelMemory.places;
    for (const render2d::MarkShape &other : marks)
        room.taken.push_back(other.labelRect);
    for (render2d::MarkShape &shape :
         render2d::markShapes(shown.overlay, session::AnnotationSet().with(*draft), *transform, nullptr, &room)) {
        if (draft == input->draft() && !input->isDraftWhole()) { // places are still to come: a value would mean nothing
            shape.label.clear();
            shape.labelSize = {};
            shape.labelRect = {};
            shape.figures.reset();
        }
        if (shape.labelSide >= 0)
            labelMemory.places[shape.id] = shape.labelSide;
        marks.push_back(std::move(shape));
    }
}

void ViewportWidget::Private::checkDraft()
{
    const bool isOther = input->draft() && shown.instance && !tools::isDrawnOn(*input->draft(), shown.instance.get());
    if (textEntry && textEntry->property("image").toString() != imageName(shown.instance.get()))
        textEntry->leave();
    if (input->checkDraft() && isOther)
        Q_EMIT q->noticed(ViewportWidget::tr("The mark was not finished and is gone: it belonged to the other image."));
}

std::optional<tools::MarkUnder> ViewportWidget::Private::markUnder(ScreenPoint at, double reachPx) const
{
    const auto hit = render2d::markAt(marks, at, reachPx);
    if (!hit || hit->id == drafted)
        return std::nullopt;
    tools::MarkUnder under{hit->id, partOf(hit->part), hit->handle, {}};
    for (const render2d::MarkShape &shape : marks) {
        if (shape.id != hit->id)
            continue;
        under.labelAt = {shape.labelRect.left(), shape.labelRect.top()};
        if (shape.kind == session::AnnotationKind::Text && under.part == tools::MarkUnder::Part::Body) {
            under.part = tools::MarkUnder::Part::Handle; // words go with their place
            under.handle = 0;
        }
    }
    return under;
}

const session::Annotation *ViewportWidget::Private::ownMark(const AnnotationId &id) const
{
    const session::Annotation *const mark = id.isEmpty() ? nullptr : dispatcher.state().annotations().find(id);
    return mark && mark->author == dispatcher.localActor() ? mark : nullptr;
}

const session::Annotation *ViewportWidget::Private::ownMarkHere(const AnnotationId &id) const
{
    return q->isMarkSeen(id) ? ownMark(id) : nullptr;
}

/// What a press with the left button would do: take hold of a mark, or draw one.
std::optional<Qt::CursorShape> ViewportWidget::Private::cursorOfMarks() const
{
    if (!pointer || !transform || showsDocument)
        return std::nullopt;
    const bool draws = tools::markKind(bindings.toolFor(Qt::LeftButton, Qt::NoModifier)).has_value();
    const auto under = input->draft() ? std::nullopt : tools::MarkGrip::under(context(), {pointer->x(), pointer->y()});
    const bool isHeldAlone = under && under->id == selected && under->part != tools::MarkUnder::Part::Body;
    if (under && (draws || isHeldAlone))
        return under->part == tools::MarkUnder::Part::Handle ? Qt::SizeAllCursor : Qt::OpenHandCursor;
    return draws ? std::optional(Qt::CrossCursor) : std::nullopt;
}

/// Keys that a mark takes before the window's commands get them.
bool ViewportWidget::Private::takesKey(const QKeyEvent &event) const
{
    if (input->draft())
        return isEnter(event) || isPlainKey(event, Qt::Key_Escape) || isPlainKey(event, Qt::Key_Backspace) ||
               event.matches(QKeySequence::Undo); // of what is drawn, not of what was done before
    if (!q->isMarkSeen(selected))
        return false;
    return isPlainKey(event, Qt::Key_Escape) || (ownMark(selected) && (isEnter(event) || nudgeOf(event).has_value()));
}

bool ViewportWidget::Private::runKey(const QKeyEvent &event)
{
    if (!takesKey(event))
        return false;
    const bool draws = input->draft() != nullptr;
    if (draws && isEnter(event))
        input->finishDraft();
    else if (draws && event.key() == Qt::Key_Escape)
        input->dropDraft();
    else if (draws)
        input->takeBackPoint();
    else if (isEnter(event))
        (void)q->editMarkText(selected);
    else if (event.key() == Qt::Key_Escape)
        Q_EMIT q->markChosen({});
    else if (const auto by = nudgeOf(event))
        (void)q->nudgeMark(selected, *by);
    return true;
}

/// After a click that was no drag and drew nothing.
void ViewportWidget::Private::clickMark()
{
    const auto under = pointer ? markUnder({pointer->x(), pointer->y()}, tools::MarkGrip::reachPx) : std::nullopt;
    if (under || !selected.isEmpty())
        Q_EMIT q->markChosen(under ? under->id : AnnotationId());
}

void ViewportWidget::Private::askForText(const session::Annotation &draft)
{
    if (!transform || !shown.instance)
        return;
    const auto places = tools::handlesOn(shown.instance->geometry, draft);
    if (!places || places->empty())
        return;
    const bool isLength = draft.kind == session::AnnotationKind::Calibration;
    openTextEntry({}, transform->toScreen(places->back()), isLength, [this, draft, isLength](const QString &text) {
        if (text.isEmpty())
            return;
        session::Annotation mark = draft;
        mark.text = text;
        const auto actions = isLength ? tools::calibrationActions(context(), mark)
                                      : std::vector<session::Action>{session::AddAnnotation{mark}};
        input->submitAll(actions, dispatcher.beginGesture());
    });
    if (isLength) {
        asked = draft;
        updateDraft();
    }
}

/// `taken` gets of a length what session::knownLengthMm() reads.
void ViewportWidget::Private::openTextEntry(const QString &text, ScreenPoint at, bool isLength,
                                            std::function<void(const QString &)> taken)
{
    if (textEntry)
        textEntry->leave();
    textEntry = new MarkTextEntry(text, q->window());
    if (isLength)
        textEntry->askFor(ViewportWidget::tr("How long is it? In mm, or with \"cm\""),
                          [](const QString &typed) { return tools::typedLength(typed); });
    textEntry->setProperty("image", imageName(shown.instance.get()));
    connect(textEntry, &MarkTextEntry::taken, q, std::move(taken));
    connect(textEntry, &MarkTextEntry::left, q, [this] { q->setFocus(Qt::OtherFocusReason); });
    connect(textEntry, &MarkTextEntry::closed, q, [this] {
        asked.reset();
        updateMarks();
        q->update(imageRect);
    });
    const QPoint corner = imageRect.topLeft() + QPoint(qRound(at.x), qRound(at.y));
    textEntry->showAt(q->mapTo(q->window(), corner));
}

void ViewportWidget::checkDraft()
{
    d->checkDraft();
    d->updateCursor(); // it says what the tool does
}

bool ViewportWidget::event(QEvent *event)
{
    // A monitor that goes to sleep or wakes takes nothing of what a reader has begun.
    if (event->type() == QEvent::ParentAboutToChange) {
        d->isMoving = true;
        if (d->textEntry) // it lies over the window that is left
            d->textEntry->keep();
    } else if (event->type() == QEvent::ParentChange) {
        d->isMoving = false;
    }
    // Then it comes as a key press, not as a command of the window.
    if (event->type() == QEvent::ShortcutOverride && d->takesKey(*static_cast<QKeyEvent *>(event))) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

} // namespace consilium::widgets
