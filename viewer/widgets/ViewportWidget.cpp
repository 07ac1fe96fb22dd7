#include "viewer/widgets/ViewportWidget.h"

#include "viewer/render2d/ImageCount.h"
#include "viewer/render2d/PlanePainter.h"
#include "viewer/render2d/Sample.h"
#include "viewer/segments/StudySegments.h"
#include "viewer/tools/Commands.h"
#include "viewer/tools/ShownStack.h"
#include "viewer/widgets/CommandReasons.h"
#include "viewer/widgets/MonitorScale.h"
#include "viewer/widgets/MonitorWatch.h"
#include "viewer/widgets/SegmentLayers.h"
#include "viewer/widgets/ViewportPrivate.h"

#include <QHideEvent>
#include <QPainter>
#include <QShowEvent>
#include <QUuid>

#include <cmath>
#include <utility>

namespace consilium::widgets
{
using namespace Qt::StringLiterals;
using Absence = ShownImage::Absence;

namespace
{
constexpr int framePx = 2;             ///< of the active view, round a document
constexpr int sharedRowBelowPx = 330;  ///< both bands in one row in viewports lower than this
constexpr int readoutMinWidthPx = 320; ///< narrower viewports keep name, slice and window only
constexpr int slabTurnMs = 50;
} // namespace

ViewportWidget::Private::Private(ViewportWidget *widget, ViewId id, session::ActionDispatcher &actions,
                                 pixels::StudyImages &source, tools::Bindings &mouse)
    : q(widget),
      view(std::move(id)),
      dispatcher(actions),
      images(&source),
      bindings(mouse),
      slabs(new SlabMaker(widget)),
      enhancements(new EnhancementMaker(widget)),
      fusions(new FusionMaker(widget))
{
}

ViewportWidget::ViewportWidget(ViewId view, session::ActionDispatcher &dispatcher, pixels::StudyImages &images,
                               tools::Bindings &bindings, QWidget *parent)
    : QWidget(parent), d(std::make_unique<Private>(this, std::move(view), dispatcher, images, bindings))
{
    setObjectName(u"viewport-"_s + d->view.text());
    setProperty("ownFocus", true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAcceptDrops(true);
    setMinimumSize(96, 96);
    d->topBand = new BandRow(this);
    d->secondBand = new BandRow(this);
    d->bottomBand = new BandRow(this);
    for (BandRow *row : {d->topBand, d->secondBand, d->bottomBand}) {
        row->hide();
        connect(row, &BandRow::detailsRequested, this, &ViewportWidget::detailsRequested);
    }
    d->input = new ViewportInput(
        d->view, dispatcher, bindings, [this] { return d->context(); }, this);
    connect(d->input, &ViewportInput::draftChanged, this, [this] {
        d->updateDraft();
        d->updateCursor();
        update(d->imageRect);
    });
    connect(d->input, &ViewportInput::noticed, this, &ViewportWidget::noticed);
    connect(d->input, &ViewportInput::textWanted, this,
            [this](const session::Annotation &draft) { d->askForText(draft); });
    constexpr int holdMs = 500;
    d->holdTimer.setSingleShot(true);
    d->holdTimer.setInterval(holdMs);
    connect(&d->holdTimer, &QTimer::timeout, this, [this] { d->offerRadialMenu(); });
    d->connectSources();
    d->refresh();
    new MonitorWatch(this, [this] {
        d->layOut();
        d->repaintImage();
    });
}

ViewportWidget::~ViewportWidget()
{
    if (d->textEntry) { // it belongs to the window
        d->textEntry->disconnect(this);
        d->textEntry->leave();
    }
    if (d->images)
        d->images->want(this, {}, -1, 0);
}

void ViewportWidget::Private::connectSources()
{
    using pixels::StudyImages;
    using session::ActionDispatcher;
    connect(&dispatcher, &ActionDispatcher::applied, q,
            [this](const session::Envelope &, const session::ChangeSet &changes) { onApplied(changes); });
    connect(&dispatcher, &ActionDispatcher::wasReset, q, [this] { refresh(); });
    StudyImages *source = images;
    connect(source, &StudyImages::studyChanged, q, [this](const StudyUid &uid) {
        if (uid == shown.overlay.view.study)
            refresh();
    });
    connect(source, &StudyImages::dataSetChanged, q, [this](const DataSetId &id) {
        if (id == shown.overlay.view.dataSet || (!id.isEmpty() && id == fusions->dataSet()))
            refresh();
        else if (const bool isNear = referenceLines == ReferenceLines::AllViews ||
                                     id == dispatcher.state().view(dispatcher.state().layout().active).dataSet,
                 isMoved = updateCursorPlace();
                 (isNear && updateNeighbours()) || isMoved || text.link != linkText())
            repaintOverlay();
    });
    connect(source, &StudyImages::pairsChanged, q, [this] {
        refresh();
        q->update(); // the frame lies beside the image
    });
    connect(fusions, &FusionMaker::made, q, [this] { refresh(); });
    connect(source, &StudyImages::frameReady, q, [this](const auto &key) { onFrame(key); });
    connect(source, &StudyImages::frameFailed, q, [this](const auto &key) { onFrame(key); });
    waitTimer.setInterval(1000);
    connect(&waitTimer, &QTimer::timeout, q, [this] {
        followWait();
        if (awaited.isValid() && awaited.elapsed() >= longWaitMs)
            repaintOverlay();
    });
    slabTimer.setSingleShot(true);
    slabTimer.setInterval(slabTurnMs);
    connect(&slabTimer, &QTimer::timeout, q, [this] { refresh(); });
    connect(slabs, &SlabMaker::made, q, [this] { refresh(); });
    connect(enhancements, &EnhancementMaker::made, q, [this] { refresh(); });
    if (segments::StudySegments *known = source->segments())
        connect(known, &segments::StudySegments::changed, q, [this] {
            if (!dispatcher.state().segmentations().empty())
                refresh();
        });
    connect(source, &StudyImages::progressChanged, q, [this](const DataSetId &id) {
        if (id == shown.overlay.view.dataSet)
            refreshProgress();
        if (shown.overlay.fusion && id == fusions->dataSet() && fusions->followProgress(*shown.overlay.fusion, *images))
            layOutBands();
    });
}

void ViewportWidget::Private::onFrame(const pixels::FrameKey &key)
{
    const bool isOfSlab = slabs->isWaitingFor(key);
    const bool isOfFusion = fusions->takes(key);
    if ((key == shown.key && !shown.isComplete()) || (isOfSlab && slabs->missing() == 1))
        refresh();
    else if ((isOfSlab || isOfFusion) && !slabTimer.isActive())
        slabTimer.start();
}

void ViewportWidget::Private::onApplied(const session::ChangeSet &changes)
{
    const auto concerns = [&changes](const ViewId &id) {
        return std::find(changes.views.begin(), changes.views.end(), id) != changes.views.end();
    };
    if (concerns(view) || changes.layers) {
        refresh();
        return;
    }
    if (changes.layout)
        checkDraft();
    const bool cursorChanges = changes.cursor && updateCursorPlace();
    const bool followsAll = referenceLines == ReferenceLines::AllViews && !changes.views.empty();
    const bool activeChanges = changes.layout || followsAll || concerns(dispatcher.state().layout().active);
    // What another view shows decides whether this one is aligned with it.
    const bool mayBeAligned = !dispatcher.state().alignments().empty() && !changes.views.empty();
    const bool linkChanges = (changes.layout || mayBeAligned) && text.link != linkText();
    const bool neighboursChange = activeChanges && updateNeighbours();
    if (!changes.annotations.empty() && followCalibration())
        layOutBands();
    if (neighboursChange || linkChanges || cursorChanges || !changes.annotations.empty())
        repaintOverlay();
    else if (changes.layout)
        q->update(); // the frame of the active view
}

/// A segmentation as a picture, where the study has nothing that it could lie on.
bool ViewportWidget::Private::isMaskAlone(const ShownImage &image) const
{
    return image.instance && image.instance->segment >= 0 && images->holdsOnlyMasks(image.overlay.view.study);
}

void ViewportWidget::Private::refresh()
{
    if (!images)
        return;
    // The state's name, not that of the part which the image was followed to.
    const DataSetId &named = dispatcher.state().view(view).dataSet;
    const bool sameDataSet = lastNamed == named;
    lastNamed = named;
    ShownImage next = resolveImage(view, dispatcher.state(), *images);
    next.overlay.identityDoubt = images->identityDoubt(&dispatcher, next.overlay.view.study);
    next.overlay.standing = standingOf(next.overlay.view.study);
    next.overlay.isMaskAlone = isMaskAlone(next);
    if (q->isVisible()) {
        slabs->fill(next, *images);
        enhancements->fill(next); // of the slab, where there is one
        fusions->fill(next, *images);
    } else { // what nobody sees holds no memory
        slabs->clear();
        enhancements->clear();
        fusions->release();
    }
    const auto planOf = [](const ShownImage &image) {
        return image.overlay.slab ? image.overlay.slab->plan : imaging::SlabPlan();
    };
    const bool isSlabNew = planOf(next) != planOf(shown);
    const int index = next.overlay.sliceIndex;
    if (!sameDataSet)
        lastIndex = -1;
    if (index >= 0 && index != lastIndex) {
        direction = lastIndex < 0 ? 0 : index > lastIndex ? 1 : -1;
        lastIndex = index;
    }
    const bool lost = shown.overlay.frame && !next.overlay.frame;
    const bool wantsAnew =
        !sameDataSet || next.key != shown.key || index != shown.overlay.sliceIndex || lost || isSlabNew;
    shown = std::move(next);
    checkDraft();
    followWait();
    refreshSegments();
    refreshDocument();
    if (wantsAnew)
        want();
    updateNeighbours();
    updateCursorPlace();
    layOut();
    repaintImage();
}

/// Those of the image shown. Over a slab there are none: they are of its middle slice only.
void ViewportWidget::Private::refreshSegments()
{
    segments.clear();
    if (!shown.instance)
        return;
    segments = segmentLayers(view, dispatcher.state(), *images, *shown.instance);
    shown.overlay.outlines = outlineFlaws(view, dispatcher.state(), *images, *shown.instance);
    const bool isSlab = shown.overlay.slab && shown.overlay.slab->isDrawn();
    shown.overlay.slabHidesOutlines =
        isSlab && (!segments.empty() || render2d::PlanePainter::hasPlanes(*shown.instance));
    if (isSlab)
        segments.clear();
}

void ViewportWidget::Private::refreshDocument()
{
    const auto all = images->documents(shown.overlay.view.dataSet);
    showsDocument = !all.empty();
    if (showsDocument && !document) {
        document = new DocumentPane(view, dispatcher, *images, q);
        connect(document, &DocumentPane::maximiseRequested, q, &ViewportWidget::maximiseRequested);
        connect(document, &DocumentPane::noticed, q, &ViewportWidget::noticed);
        connect(document, &DocumentPane::changed, q, [this] {
            if (showsDocument && document->isReady())
                Q_EMIT q->drawn();
        });
    }
    if (!document)
        return;
    document->setStanding(shown.overlay.standing);
    if (showsDocument)
        document->show(dispatcher.state().view(view), all);
    document->setVisible(showsDocument);
}

/// An archive that falls silent in the middle says nothing: how long the view has waited for its image is counted here.
void ViewportWidget::Private::followWait()
{
    const bool waits = q->isVisible() && (shown.absence == Absence::Describing || shown.absence == Absence::Loading);
    if (!waits) {
        waitTimer.stop();
        awaited.invalidate();
    } else if (!awaited.isValid()) {
        awaited.start();
        waitTimer.start();
    }
}

void ViewportWidget::Private::refreshProgress()
{
    if (!images)
        return;
    const auto &o = shown.overlay;
    if (shown.absence == Absence::Describing) { // a failed description arrives this way too
        refresh();
        return;
    }
    const auto progress = images->progress(o.view.dataSet);
    const render2d::ImageCount count = render2d::imageCount(o.dataSet.get(), progress);
    if (count == render2d::ImageCount{o.slicesLoaded, o.sliceCount} && progress.ended == o.isLoadEnded)
        return;
    const bool labelChanges = count.total != o.sliceCount;
    shown.overlay.isLoadEnded = progress.ended;
    shown.overlay.missingReason = reasonOfMissing(o.dataSet, progress, *images);
    shown.overlay.slicesLoaded = count.loaded;
    shown.overlay.sliceCount = count.total;
    shown.overlay.seriesGap = progress.series;
    layOutBands();
    if (labelChanges || !o.frame)
        repaintOverlay();
}

/// After they were changed, and nothing else was.
void ViewportWidget::Private::layOutBands()
{
    const QRect before = imageRect;
    const QStringList processing = text.processing; // what the band says no longer may stand there now
    layOut();
    if (imageRect != before)
        repaintImage();
    else if (text.processing != processing)
        repaintOverlay();
}

void ViewportWidget::Private::want()
{
    if (!images)
        return;
    const auto &o = shown.overlay;
    // What nobody sees holds no memory and takes no share of the line.
    if (o.view.dataSet.isEmpty() || !q->isVisible())
        images->want(q, {}, -1, 0);
    else if (o.sliceIndex >= 0)
        images->want(q, o.view.dataSet, o.sliceIndex, direction);
    else // nothing described yet: the bridge is told which data set is looked at
        images->want(q, o.view.dataSet, 0, 0);
    if (o.view.dataSet.isEmpty() || !q->isVisible())
        return;
    const bool isSlab = o.slab && !o.slab->isRefused();
    images->wantAround(q, isSlab ? o.slab->plan.first : -1, isSlab ? o.slab->plan.last : -2);
}

void ViewportWidget::Private::layOut()
{
    bandList = shown.absence == Absence::Empty || showsDocument ? std::vector<render2d::Band>()
                                                                : render2d::bands(shown.overlay);
    std::vector<render2d::Band> top, second, bottom;
    const bool shared = bandList.size() < 3 && q->height() < sharedRowBelowPx && BandRow::fits(bandList, q->width());
    for (const auto &band : bandList)
        (shared || band.kind == render2d::Band::Kind::Warning ? top : bottom).push_back(band);
    if (!shared && top.size() > 1 && !BandRow::fits(top, q->width())) { // two warnings, each with its whole headline
        second.push_back(top.back());
        top.pop_back();
    }
    QRect rest = q->rect();
    const auto place = [&rest](BandRow *row, const std::vector<render2d::Band> &list, bool atTop) {
        row->setBands(list);
        row->setVisible(!list.empty());
        if (list.empty())
            return;
        const int height = std::min(BandRow::heightPx, rest.height() / 3);
        row->setGeometry(rest.x(), atTop ? rest.top() : rest.bottom() - height + 1, rest.width(), height);
        rest.adjust(0, atTop ? height : 0, 0, atTop ? 0 : -height);
    };
    place(topBand, top, true);
    place(secondBand, second, true);
    place(bottomBand, bottom, false);
    const bool isFramed = shown.absence != Absence::Empty && shown.overlay.standing.isFramed();
    if (isFramed) // beside the image, over none of its pixels
        rest.adjust(standingFramePx, standingFramePx, -standingFramePx, -standingFramePx);
    if (imageRect != rest)
        q->update(); // what lies beside it too
    const bool isOtherSize = std::exchange(imageRect, rest).size() != rest.size();
    shown.overlay.devicePixelRatio = q->devicePixelRatioF();
    const MonitorMeasure now = measureAt(*q);
    const bool isOtherMeasure = std::exchange(measure, now) != now;
    shown.overlay.screenMmPerPx = now.mmPerPx;
    const int besidePx = framePx + (isFramed ? standingFramePx : 0);
    if (document)
        document->setGeometry(q->rect().adjusted(besidePx, besidePx, -besidePx, -besidePx));
    transform.reset();
    if (shown.instance && !imageRect.isEmpty())
        transform.emplace(shown.instance->geometry, shown.overlay.view, imageRect.width(), imageRect.height(),
                          shown.overlay.devicePixelRatio);
    offerAgain();
    updateLabels();
    if (isOtherSize || isOtherMeasure)
        Q_EMIT q->imageAreaChanged();
}

/// A mark of another window or person may have calibrated it meanwhile. True: it has another scale now.
bool ViewportWidget::Private::followCalibration()
{
    if (!shown.instance)
        return false;
    const auto now = imaging::handCalibration(*shown.instance, dispatcher.state().annotations());
    return std::exchange(shown.overlay.calibration, now) != now;
}

void ViewportWidget::Private::updateLabels()
{
    followCalibration();
    text = shown.absence == Absence::Empty ? render2d::OverlayText()
                                           : render2d::overlayText(shown.overlay, transform ? &*transform : nullptr);
    if (shown.absence == Absence::Failed) // there are no sides to name, and in a small view they lie over the reason
        text.letters = {};
    text.play = playText;
    // What stands first on the band, or its narrowness, must not hide that detail may be missing for good.
    const auto isSaid = [this](const QString &id) { return topBand->says(id) || bottomBand->says(id); };
    if (shown.overlay.frame && !isSaid(u"FusionLossy"_s))
        render2d::markFusedLossy(text, shown.overlay);
    if (shown.overlay.frame && !isSaid(u"Lossy"_s))
        render2d::markLossy(text, shown.overlay);
    if (!overlayVisible)
        text = render2d::essentialOnly(text);
    text.link = linkText();
    updateMarks();
    updateReadout();
}

void ViewportWidget::Private::updateReadout()
{
    QString next;
    const bool fits = imageRect.width() >= readoutMinWidthPx && overlayVisible && !input->isDragging();
    if (pointer && transform && shown.overlay.frame && fits) {
        const ImagePoint at = transform->toImage({pointer->x(), pointer->y()});
        if (const auto sample = render2d::sampleAt(shown.overlay, at))
            next = u"%1, %2   %3"_s.arg(sample->column).arg(sample->row).arg(render2d::sampleText(*sample)) +
                   render2d::fusedSampleText(shown.overlay, *sample);
    }
    QRect place;
    if (!next.isEmpty()) {
        const QSizeF size(std::ceil(halo.width(next, render2d::OverlayFont::Text)) + 8.0,
                          render2d::overlayLinePx + 4.0);
        place = render2d::readoutBox(QRectF(imageRect), text, size).toAlignedRect();
        if (place.isEmpty())
            next.clear();
    }
    if (next == readout && place == readoutRect)
        return;
    readout = next;
    q->update(readoutRect.united(place));
    readoutRect = place;
}

void ViewportWidget::Private::repaintImage()
{
    imageStale = true;
    drawn = false;
    q->update(imageRect);
}

void ViewportWidget::Private::repaintOverlay()
{
    drawn = false;
    updateLabels();
    q->update(imageRect);
}

bool ViewportWidget::Private::isActive() const
{
    return dispatcher.state().layout().active == view;
}

tools::ToolContext ViewportWidget::Private::context() const
{
    return tools::ToolContext{
        .state = dispatcher.state(),
        .view = view,
        .dataSet = shown.overlay.dataSet,
        .instance = shown.instance.get(),
        .frame = shown.overlay.frame.get(),
        .transform = transform ? &*transform : nullptr,
        .widthPx = double(imageRect.width()),
        .heightPx = double(imageRect.height()),
        .actor = dispatcher.localActor(),
        .newAnnotationId =
            [this] {
                return AnnotationId(dispatcher.localActor().text() + u'/' +
                                    QUuid::createUuid().toString(QUuid::WithoutBraces));
            },
        .shownWindow = shown.overlay.presentation.window,
        .stacks = {[this](const session::ViewState &of) { return images ? tools::shownStack(of, *images) : nullptr; },
                   images ? images->pairs() : dicom::StudyPairs()},
        .slab = shown.overlay.slab ? shown.overlay.slab->values.get() : nullptr,
        .devicePixelRatio = shown.overlay.devicePixelRatio,
        .screenMmPerPx = shown.overlay.screenMmPerPx,
        .markAt = [this](ScreenPoint at, double reachPx) { return markUnder(at, reachPx); },
        .selectedMark = selected,
    };
}

const ViewId &ViewportWidget::view() const
{
    return d->view;
}
render2d::OverlayText ViewportWidget::overlayText() const
{
    return d->text;
}
std::vector<render2d::Band> ViewportWidget::bands() const
{
    return d->bandList;
}
std::vector<render2d::Band> ViewportWidget::bandCauses() const
{
    return d->shown.absence == Absence::Empty || d->showsDocument ? std::vector<render2d::Band>()
                                                                  : render2d::bandCauses(d->shown.overlay);
}
int ViewportWidget::sliceIndex() const
{
    return d->shown.overlay.sliceIndex;
}
bool ViewportWidget::isDrawn() const
{
    return d->showsDocument ? d->document->isReady() : d->drawn;
}
const DocumentPane *ViewportWidget::document() const
{
    return d->showsDocument ? d->document : nullptr;
}
QRect ViewportWidget::imageArea() const
{
    return d->imageRect;
}
std::optional<imaging::ViewTransform> ViewportWidget::transform() const
{
    return d->transform;
}
dicom::InstancePtr ViewportWidget::shownInstance() const
{
    return d->shown.instance;
}
QString ViewportWidget::readout() const
{
    return d->readout;
}
// A deep copy: the renderer draws the next image into the same memory.
QImage ViewportWidget::imageOnly() const
{
    return d->image && !d->imageStale ? d->image->copy() : QImage();
}

QString ViewportWidget::middleText() const
{
    return d->showsDocument ? QString() : d->middleText();
}

QString ViewportWidget::absence() const
{
    if (d->showsDocument && d->document->failure())
        return errorName(d->document->failure()->code);
    if (d->showsDocument)
        return d->document->isReady() ? QString() : u"Loading"_s;
    switch (d->shown.absence) {
    case Absence::None:
        return {};
    case Absence::Empty:
        return u"Empty"_s;
    case Absence::Describing:
        return u"Describing"_s;
    case Absence::Loading:
        return u"Loading"_s;
    case Absence::NotInStack:
        return u"NotInStack"_s;
    case Absence::Failed:
        break;
    }
    return d->shown.errorCode;
}

QString ViewportWidget::runCommand(const QString &command)
{
    return runCommand(command, d->dispatcher.beginGesture());
}

QString ViewportWidget::runCommand(const QString &command, session::GestureId gesture)
{
    if (d->showsDocument && !command.startsWith("layout-"_L1)) {
        d->document->runCommand(command);
        return {};
    }
    const auto context = d->context();
    const auto actions = tools::commandActions(command, context);
    if (actions.empty())
        return whyNothing(command, context, d->measure.isAcross);
    d->input->submitAll(actions, gesture);
    return {};
}

render2d::PatientStanding ViewportWidget::Private::standingOf(const StudyUid &study) const
{
    return standings && !study.isEmpty() ? standings(study) : render2d::PatientStanding();
}

void ViewportWidget::setStandings(Standings standings)
{
    d->standings = std::move(standings);
    refreshStanding();
}

void ViewportWidget::refreshStanding()
{
    if (d->standingOf(d->shown.overlay.view.study) == d->shown.overlay.standing)
        return;
    d->refresh();
    update(); // the frame lies beside the image
}

void ViewportWidget::setEmptyText(const QString &text)
{
    if (text == d->emptyText)
        return;
    d->emptyText = text;
    update();
}

QString ViewportWidget::emptyText() const
{
    return d->emptyText;
}

void ViewportWidget::setPlayText(const QString &text)
{
    d->playText = text;
    d->repaintOverlay();
}

void ViewportWidget::setOverlayVisible(bool visible)
{
    if (visible == d->overlayVisible)
        return;
    d->overlayVisible = visible;
    d->updateNeighbours();
    d->imageStale = true; // overlay planes are drawn with the image
    d->repaintOverlay();
}

/// A slab, an enhanced picture, a fused plane: only for as long as somebody sees it.
bool ViewportWidget::Private::isMadeWhileSeen() const
{
    const auto &o = shown.overlay;
    return o.view.slab || o.view.fusion || o.presentation.enhancement;
}

void ViewportWidget::resizeEvent(QResizeEvent *)
{
    d->layOut();
    d->repaintImage();
}

void ViewportWidget::showEvent(QShowEvent *event)
{
    if (event->spontaneous())
        return;
    if (d->isMadeWhileSeen())
        d->refresh(); // none is made while hidden
    d->layOut();      // the monitor may be another
    d->want();
}

void ViewportWidget::hideEvent(QHideEvent *event)
{
    if (!event->spontaneous() && d->textEntry)
        d->textEntry->leave();
    if (!d->isMoving || d->input->isHeld())
        d->input->cancel();
    if (event->spontaneous()) // a window that is only minimised goes on loading
        return;
    d->want();
    if (d->isMadeWhileSeen())
        d->refresh(); // what was made is let go
}

const render2d::SegmentLayers &ViewportWidget::segments() const
{
    return d->segments;
}

void ViewportWidget::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        d->refresh();
    } else if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange) {
        update();
    }
    QWidget::changeEvent(event);
}

} // namespace consilium::widgets
