#include "viewer/segments/StudySegments.h"
#include "viewer/tools/Commands.h"
#include "viewer/tools/SegmentCommands.h"
#include "viewer/widgets/ViewportPrivate.h"

#include <QContextMenuEvent>
#include <QDragEnterEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QMouseEvent>
#include <QWheelEvent>

#include <utility>

/// What a person does to a viewport: mouse, wheel, keys, what is dropped on it. What it then shows is ViewportWidget's.
namespace consilium::widgets
{
using namespace Qt::StringLiterals;

namespace
{
constexpr double menuSlackPx = 4.0; ///< a hand that clicks moves a little
constexpr int dragBeginsPx = 4;
} // namespace

void ViewportWidget::mousePressEvent(QMouseEvent *event)
{
    d->pointer = event->position() - d->imageRect.topLeft();
    const bool wasActive = d->isActive();
    d->menuFrom.reset();
    if (event->button() == Qt::RightButton && !d->input->drawsWith(Qt::RightButton))
        d->menuFrom = event->position();
    if (d->menuFrom && event->modifiers() == Qt::NoModifier && !d->input->draft())
        d->holdTimer.start();
    d->choosesAt.reset();
    if (event->button() == Qt::LeftButton && event->modifiers() == Qt::NoModifier && !d->input->draft())
        d->choosesAt = event->position();
    if (event->button() == Qt::LeftButton && event->modifiers() == Qt::NoModifier && !d->input->draft() &&
        d->windowTextRect().contains(*d->pointer)) {
        d->isWindowTextPressed = true;
        d->pressedAt = *d->pointer;
        if (!wasActive) {
            d->input->submitAll({session::SetActiveView{d->view}}, 0);
            Q_EMIT activated();
        }
        return;
    }
    d->input->press(*event, *d->pointer);
    d->updateReadout();
    if (!wasActive && d->isActive())
        Q_EMIT activated();
}

void ViewportWidget::mouseMoveEvent(QMouseEvent *event)
{
    d->pointer = event->position() - d->imageRect.topLeft();
    if (d->isWindowTextPressed && (*d->pointer - d->pressedAt).manhattanLength() > dragBeginsPx) {
        // A drag that began on the numbers is a drag.
        d->isWindowTextPressed = false;
        QMouseEvent press(QEvent::MouseButtonPress, d->pressedAt + d->imageRect.topLeft(),
                          mapToGlobal(d->pressedAt + d->imageRect.topLeft()), Qt::LeftButton, Qt::LeftButton,
                          Qt::NoModifier);
        d->input->press(press, d->pressedAt);
    }
    if (d->menuFrom && (event->position() - *d->menuFrom).manhattanLength() > menuSlackPx)
        d->menuFrom.reset(); // a drag
    if (!d->menuFrom)
        d->holdTimer.stop();
    if (d->choosesAt && (event->position() - *d->choosesAt).manhattanLength() > menuSlackPx)
        d->choosesAt.reset();
    if (!d->menuFrom && !d->isWindowTextPressed)
        d->input->move(*event, *d->pointer);
    d->updateReadout();
    d->updateCursor();
    if (d->lens > 0)
        update(d->imageRect);
}

void ViewportWidget::mouseReleaseEvent(QMouseEvent *event)
{
    d->pointer = event->position() - d->imageRect.topLeft();
    d->holdTimer.stop();
    const bool wantsMenu = d->menuFrom && event->button() == Qt::RightButton;
    d->menuFrom.reset();
    if (d->isWindowTextPressed && event->button() == Qt::LeftButton) {
        d->isWindowTextPressed = false;
        (void)typeWindow();
        return;
    }
    d->input->release(*event, *d->pointer);
    d->updateReadout();
    d->updateCursor();
    if (event->button() == Qt::LeftButton && std::exchange(d->choosesAt, std::nullopt) && !d->input->draft() &&
        !d->input->hasMadeMark())
        d->clickMark();
    if (!wantsMenu)
        return;
    d->input->takeBackClick(); // a mark that the press made was not meant
    Q_EMIT menuRequested(event->globalPosition().toPoint());
}

void ViewportWidget::Private::offerRadialMenu()
{
    if (!menuFrom)
        return;
    const QPointF at = *menuFrom;
    menuFrom.reset();
    input->takeBackClick(); // a mark that the press has made or begun was not meant
    input->cancel();
    Q_EMIT q->radialMenuRequested(q->mapToGlobal(at).toPoint());
}

void ViewportWidget::contextMenuEvent(QContextMenuEvent *event)
{
    // By mouse it comes with the release: until then it may become a drag.
    if (event->reason() == QContextMenuEvent::Keyboard)
        Q_EMIT menuRequested(
            mapToGlobal(d->pointer ? d->imageRect.topLeft() + d->pointer->toPoint() : d->imageRect.center()));
    event->accept();
}

void ViewportWidget::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && d->isWindowTextPressed) {
        event->accept(); // two quick clicks on the numbers
    } else if (event->button() == Qt::LeftButton && d->input->takeDoubleClick()) {
        event->accept(); // the last click of a mark
    } else if (event->button() == Qt::LeftButton) {
        d->input->takeBackClick(); // the first press was not meant as a mark
        Q_EMIT maximiseRequested();
    } else {
        mousePressEvent(event);
    }
}

void ViewportWidget::wheelEvent(QWheelEvent *event)
{
    d->input->wheel(*event, event->position() - d->imageRect.topLeft());
    d->updateReadout();
    event->accept();
}

void ViewportWidget::leaveEvent(QEvent *)
{
    d->pointer.reset();
    d->input->leave();
    d->updateReadout();
    if (d->lens > 0)
        update(d->imageRect);
}

void ViewportWidget::keyPressEvent(QKeyEvent *event)
{
    if (d->runKey(*event))
        return;
    const QKeySequence pressed(event->keyCombination());
    const QStringList known = tools::commandNames();
    for (const auto &binding : d->bindings.keys()) {
        if (binding.keys == pressed && known.contains(binding.command)) {
            runCommand(binding.command);
            return;
        }
    }
    event->ignore(); // the window's own commands
}

void ViewportWidget::focusInEvent(QFocusEvent *event)
{
    const auto reason = event->reason();
    d->keyboardFocus =
        reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason || reason == Qt::ShortcutFocusReason;
    // Tabbing to a viewport makes it the one that keys act on; coming back from another window changes nothing.
    if (d->keyboardFocus && !d->isActive()) {
        d->input->submitAll({session::SetActiveView{d->view}}, 0);
        Q_EMIT activated();
    }
    update();
}

void ViewportWidget::focusOutEvent(QFocusEvent *)
{
    d->keyboardFocus = false;
    update();
}

void ViewportWidget::dragEnterEvent(QDragEnterEvent *event)
{
    if (!event->mimeData()->hasFormat(dataSetMimeType()) && !event->mimeData()->hasFormat(studyMimeType()))
        return;
    event->acceptProposedAction();
    d->dropHovered = true;
    update();
}

void ViewportWidget::dragLeaveEvent(QDragLeaveEvent *)
{
    d->dropHovered = false;
    update();
}

void ViewportWidget::dropEvent(QDropEvent *event)
{
    d->dropHovered = false;
    if (event->mimeData()->hasFormat(studyMimeType())) {
        event->acceptProposedAction();
        update();
        Q_EMIT studyDropped(StudyUid(QString::fromUtf8(event->mimeData()->data(studyMimeType()))));
        return;
    }
    const QStringList parts = QString::fromUtf8(event->mimeData()->data(dataSetMimeType())).split(u'\n');
    if (parts.size() == 3)
        dropSegmentation(SopInstanceUid(parts[2]));
    if (parts.size() != 2)
        return;
    session::ShowSeries show;
    show.view = d->view;
    show.study = StudyUid(parts[0]);
    show.dataSet = DataSetId(parts[1]);
    d->input->submitAll({session::SetActiveView{d->view}, show}, d->dispatcher.beginGesture());
    event->acceptProposedAction();
    update();
}

/// A segmentation is put over what the view shows, where it belongs there.
void ViewportWidget::dropSegmentation(const SopInstanceUid &uid)
{
    update();
    const auto object = d->images && d->images->segments() ? d->images->segments()->find(uid) : nullptr;
    if (!object)
        return;
    session::Action activate = session::SetActiveView{d->view};
    auto actions = tools::overlayActions(d->dispatcher.state(), d->view, *object, *d->images);
    if (actions.empty() && !d->dispatcher.state().segmentation(d->view, uid).shown) {
        Q_EMIT noticed(tr("No image of this study lies where these outlines were drawn."));
        return;
    }
    actions.insert(actions.begin(), activate);
    d->input->submitAll(actions, d->dispatcher.beginGesture());
}

QString ViewportWidget::studyMimeType()
{
    return u"application/x-consilium-study"_s;
}

QString ViewportWidget::dataSetMimeType()
{
    return u"application/x-consilium-dataset"_s;
}

} // namespace consilium::widgets
