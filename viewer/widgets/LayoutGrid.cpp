#include "viewer/widgets/DetailsPopup.h"
#include "viewer/widgets/LayoutGridPrivate.h"

#include <QEvent>
#include <QGuiApplication>
#include <QHideEvent>
#include <QPainter>
#include <QScreen>

#include <algorithm>

namespace consilium::widgets
{

LayoutGrid::LayoutGrid(session::ActionDispatcher &dispatcher, pixels::StudyImages &images, tools::Bindings &bindings,
                       QWidget *parent)
    : QWidget(parent), d(new Private{this, dispatcher, images, bindings, {}, {}, {}, true, {}})
{
    setObjectName(QStringLiteral("layout-grid"));
    connect(&dispatcher, &session::ActionDispatcher::applied, this,
            [this](const session::Envelope &envelope, const session::ChangeSet &changes) {
                d->noteMark(envelope);
                if (!changes.annotations.empty() && !d->dispatcher.state().annotations().find(d->selected))
                    selectMark({});
                if (changes.layout)
                    d->arrange();
            });
    connect(&dispatcher, &session::ActionDispatcher::wasReset, this, [this] {
        selectMark({});
        d->arrange();
    });
    // Where monitors come, go or are moved, the grid may lie across another edge although it has not moved.
    const auto look = [this] {
        if (d->seamsNow() != d->seams)
            d->arrange();
    };
    const auto follow = [this, look](QScreen *screen) { connect(screen, &QScreen::geometryChanged, this, look); };
    for (QScreen *screen : QGuiApplication::screens())
        follow(screen);
    connect(qApp, &QGuiApplication::screenAdded, this, [look, follow](QScreen *screen) {
        follow(screen);
        look();
    });
    connect(qApp, &QGuiApplication::screenRemoved, this, look, Qt::QueuedConnection);
    d->arrange();
}

LayoutGrid::~LayoutGrid()
{
    // The viewports refer to what Private holds no longer than they live.
    for (const auto &[id, viewport] : d->viewports)
        delete viewport;
    for (const QPointer<GridPane> &pane : d->further)
        delete pane;
}

ViewportWidget *LayoutGrid::Private::ensure(const ViewId &view)
{
    auto &slot = viewports[view];
    if (slot)
        return slot;
    slot = new ViewportWidget(view, dispatcher, images, bindings, q);
    slot->setOverlayVisible(overlayVisible);
    slot->setReferenceLines(referenceLines);
    slot->setEmptyText(emptyText);
    slot->setStandings(standings);
    slot->setLens(lens);
    slot->selectMark(selected);
    ViewportWidget *viewport = slot;
    QObject::connect(viewport, &ViewportWidget::maximiseRequested, q,
                     [this, viewport] { q->toggleMaximised(viewport->view()); });
    QObject::connect(viewport, &ViewportWidget::noticed, q, &LayoutGrid::noticed);
    QObject::connect(viewport, &ViewportWidget::markChosen, q, &LayoutGrid::selectMark);
    QObject::connect(viewport, &ViewportWidget::detailsRequested, q, [this, viewport] { showDetails(viewport); });
    QObject::connect(viewport, &ViewportWidget::radialMenuRequested, q, &LayoutGrid::radialMenuRequested);
    QObject::connect(viewport, &ViewportWidget::menuRequested, q,
                     [this, viewport](const QPoint &global) { Q_EMIT q->menuRequested(viewport, global); });
    Q_EMIT q->viewportAdded(viewport);
    return slot;
}

bool LayoutGrid::Private::showDetails(ViewportWidget *viewport) const
{
    const auto dataSet = images.dataSet(dispatcher.state().view(viewport->view()).dataSet);
    std::vector<dicom::DataIssue> issues;
    if (dataSet)
        issues = dataSet->issues;
    if (const auto instance = viewport->instance()) {
        for (const auto &issue : instance->issues) {
            if (std::find(issues.begin(), issues.end(), issue) == issues.end())
                issues.push_back(issue);
        }
    }
    const auto causes = viewport->bandCauses(); // not only those that the bands have room for
    if (issues.empty() && causes.empty())
        return false;
    auto *popup = new DetailsPopup(issues, causes, q);
    popup->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(popup, &DetailsPopup::repairLogRequested, q, &LayoutGrid::repairLogRequested);
    popup->showBelow(viewport, viewport->imageArea());
    return true;
}

void LayoutGrid::Private::noteMark(const session::Envelope &envelope)
{
    if (envelope.actor != dispatcher.localActor())
        return;
    if (const auto *added = std::get_if<session::AddAnnotation>(&envelope.action))
        touched = added->annotation.id;
    else if (const auto *moved = std::get_if<session::MoveHandle>(&envelope.action))
        touched = moved->annotation;
    else if (const auto *set = std::get_if<session::SetHandles>(&envelope.action))
        touched = set->annotation;
}

ViewportWidget *LayoutGrid::viewport(const ViewId &view) const
{
    for (int i = 0; i < d->dispatcher.state().layout().cellCount(); ++i) {
        if (session::Layout::viewAt(i) == view) {
            const auto it = d->viewports.find(view);
            return it == d->viewports.end() ? nullptr : it->second;
        }
    }
    return nullptr;
}

ViewportWidget *LayoutGrid::activeViewport() const
{
    return viewport(d->dispatcher.state().layout().active);
}

std::vector<ViewportWidget *> LayoutGrid::shownViewports() const
{
    std::vector<ViewportWidget *> shown;
    for (int i = 0; i < d->dispatcher.state().layout().cellCount(); ++i) {
        ViewportWidget *candidate = viewport(session::Layout::viewAt(i));
        if (candidate && !candidate->isHidden())
            shown.push_back(candidate);
    }
    return shown;
}

std::vector<ViewportWidget *> LayoutGrid::viewports() const
{
    std::vector<ViewportWidget *> all;
    for (const auto &[id, viewport] : d->viewports)
        all.push_back(viewport);
    return all;
}

void LayoutGrid::toggleMaximised(const ViewId &view)
{
    const bool alone = d->dispatcher.state().layout().cellCount() == 1;
    setMaximised(alone || d->maximised == view ? ViewId() : view);
}

bool LayoutGrid::deleteMark()
{
    const MeantMark meant = meantMark();
    if (meant.viewport)
        meant.viewport->removeMark(meant.mark);
    return meant.viewport != nullptr;
}

LayoutGrid::MeantMark LayoutGrid::meantMark() const
{
    const auto shown = shownViewports();
    for (ViewportWidget *viewport : shown) {
        if (const AnnotationId mark = viewport->ownMarkUnderPointer(); !mark.isEmpty())
            return {viewport, mark};
    }
    const auto isSeenIn = [](const ViewportWidget &viewport, const AnnotationId &mark) {
        const auto own = viewport.ownMarks();
        return std::find(own.begin(), own.end(), mark) != own.end();
    };
    ViewportWidget *const active = activeViewport();
    if (active && isSeenIn(*active, d->selected))
        return {active, d->selected};
    for (ViewportWidget *viewport : shown) {
        if (isSeenIn(*viewport, d->selected))
            return {viewport, d->selected};
    }
    for (const ViewportWidget *viewport : shown) {
        if (viewport->isMarkSeen(d->selected))
            return {}; // somebody else's is meant, and none of the actor's in its place
    }
    for (ViewportWidget *viewport : shown) {
        if (const AnnotationId mark = viewport->markAtPointer(); !mark.isEmpty())
            return {viewport, mark};
    }
    const auto own = active ? active->ownMarks() : std::vector<AnnotationId>();
    if (std::find(own.begin(), own.end(), d->touched) != own.end())
        return {active, d->touched};
    if (own.size() == 1)
        return {active, own.front()};
    return {}; // which of them is anybody's guess
}

void LayoutGrid::selectMark(const AnnotationId &mark)
{
    if (mark == d->selected)
        return;
    d->selected = mark;
    for (const auto &[id, viewport] : d->viewports)
        viewport->selectMark(mark);
    Q_EMIT markSelected(mark);
}

const AnnotationId &LayoutGrid::selectedMark() const
{
    return d->selected;
}

void LayoutGrid::checkDrafts()
{
    for (const auto &[id, viewport] : d->viewports)
        viewport->checkDraft();
}

bool LayoutGrid::showDetails(const ViewId &view)
{
    ViewportWidget *shown = viewport(view);
    return shown && d->showDetails(shown);
}

void LayoutGrid::setMaximised(const ViewId &view)
{
    if (view == d->maximised)
        return;
    d->maximised = view;
    d->arrange();
}

const ViewId &LayoutGrid::maximised() const
{
    return d->maximised;
}

void LayoutGrid::setEmptyText(const QString &text)
{
    d->emptyText = text;
    for (const auto &[id, viewport] : d->viewports)
        viewport->setEmptyText(text);
}

void LayoutGrid::setStandings(ViewportWidget::Standings standings)
{
    d->standings = std::move(standings);
    for (const auto &[id, viewport] : d->viewports)
        viewport->setStandings(d->standings);
}

void LayoutGrid::refreshStandings()
{
    for (const auto &[id, viewport] : d->viewports)
        viewport->refreshStanding();
}

void LayoutGrid::setLens(int times)
{
    d->lens = times;
    for (const auto &[id, viewport] : d->viewports)
        viewport->setLens(times);
}

int LayoutGrid::lens() const
{
    return d->lens;
}

void LayoutGrid::setOverlayVisible(bool visible)
{
    d->overlayVisible = visible;
    for (const auto &[id, viewport] : d->viewports)
        viewport->setOverlayVisible(visible);
}

void LayoutGrid::setReferenceLines(ReferenceLines lines)
{
    d->referenceLines = lines;
    for (const auto &[id, viewport] : d->viewports)
        viewport->setReferenceLines(lines);
}

ReferenceLines LayoutGrid::referenceLines() const
{
    return d->referenceLines;
}

bool LayoutGrid::isOverlayVisible() const
{
    return d->overlayVisible;
}

void LayoutGrid::setMonitorColumns(const std::vector<int> &columns)
{
    if (columns == d->monitorColumns)
        return;
    d->monitorColumns = columns;
    d->arrange();
}

void LayoutGrid::resizeEvent(QResizeEvent *)
{
    d->arrange();
}

void LayoutGrid::showEvent(QShowEvent *)
{
    if (d->watchedWindow != window()) { // at first there is none, and a page may come into another
        if (d->watchedWindow)
            d->watchedWindow->removeEventFilter(this);
        d->watchedWindow = window();
        d->watchedWindow->installEventFilter(this);
    }
    for (const QPointer<GridPane> &pane : d->further)
        pane->show();
    if (d->seamsNow() != d->seams)
        d->arrange();
}

// Another page is in front: what this one has in other windows goes with it.
void LayoutGrid::hideEvent(QHideEvent *event)
{
    if (!event->spontaneous())
        for (const QPointer<GridPane> &pane : d->further)
            pane->hide();
}

// A window that is moved over the edge of a monitor has the same size there.
bool LayoutGrid::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == d->watchedWindow && event->type() == QEvent::Move && d->seamsNow() != d->seams)
        d->arrange();
    return QWidget::eventFilter(watched, event);
}

void LayoutGrid::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Mid)); // the gaps
}

} // namespace consilium::widgets
