#include "app/windows/ReadingPage.h"

#include "app/windows/AlignCommands.h"
#include "app/windows/ArchiveNote.h"
#include "app/windows/CompareCommands.h"
#include "app/windows/ContextMenus.h"
#include "app/windows/DraftNote.h"
#include "app/windows/HangingCommands.h"
#include "app/windows/HeldKey.h"
#include "app/windows/KeepCommands.h"
#include "app/windows/KeptCommands.h"
#include "app/windows/MarkCommands.h"
#include "app/windows/ReadStateRow.h"
#include "app/windows/SmallWindow.h"
#include "app/windows/StudyHanging.h"
#include "app/windows/TimelineCommands.h"
#include "app/windows/TopLine.h"
#include "viewer/tools/Commands.h"
#include "viewer/tools/SegmentCommands.h"
#include "viewer/tools/Tool.h"
#include "viewer/widgets/LayoutPicker.h"
#include "viewer/widgets/OwnClipboard.h"
#include "viewer/widgets/PriorReports.h"
#include "viewer/widgets/ViewLinks.h"
#include "viewer/widgets/documents/DocumentCommands.h"
#include "viewer/widgets/documents/DocumentPane.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPointer>
#include <QVBoxLayout>

#include <algorithm>
#include <functional>
#include <utility>

using namespace Qt::StringLiterals;

namespace consilium::app
{

namespace
{

/// Tells whenever a hand is put to the images: a button, the wheel, a key. What is clicked there may change nothing (a
/// band, a mark that is looked at), and the reader is looking all the same. Not the first time alone: that may have
/// been before there was a picture to look at.
class HandOnImages final : public QObject
{
public:
    HandOnImages(widgets::LayoutGrid &images, std::function<void()> touched)
        : QObject(&images), m_images(images), m_touched(std::move(touched))
    {
        qApp->installEventFilter(this);
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        switch (event->type()) {
        case QEvent::MouseButtonPress:
        case QEvent::MouseButtonDblClick:
        case QEvent::Wheel:
        case QEvent::TouchBegin:
        case QEvent::KeyPress:
        case QEvent::ShortcutOverride: // of a key that is a command
            break;
        default:
            return false;
        }
        if (m_images.holds(qobject_cast<QWidget *>(watched)))
            m_touched();
        return false;
    }

private:
    widgets::LayoutGrid &m_images;
    std::function<void()> m_touched;
};

HeldKey *makeLensKey(QWidget &page, widgets::LayoutGrid &grid)
{
    auto *key = new HeldKey(&page);
    QObject::connect(key, &HeldKey::letGo, &page, [&grid](qint64 heldMs) {
        constexpr qint64 tapMs = 300;
        if (heldMs > tapMs)
            grid.setLens(0);
    });
    return key;
}

} // namespace

ReadingPage::ReadingPage(ReadingSession &session, pixels::StudyImages &images, tools::Bindings &bindings,
                         QWidget *parent)
    : QWidget(parent),
      m_session(session),
      m_images(images),
      m_bindings(bindings),
      m_toolBar(new widgets::ToolBar(session.dispatcher(), bindings)),
      m_strip(new widgets::SeriesStrip(session.dispatcher(), images)),
      m_grid(new widgets::LayoutGrid(session.dispatcher(), images, bindings)),
      m_panel(new widgets::StudyInfoPanel(session.dispatcher(), images, bindings)),
      m_hanging(new HangingCommands(session.hanging(), *m_grid)),
      m_align(new AlignCommands(session, images, *m_grid)),
      m_kept(new KeptCommands(session, images, *m_grid)),
      m_keep(new KeepCommands(session, *m_grid)),
      m_side(new QVBoxLayout),
      m_cine(session.dispatcher()),
      m_lensKey(makeLensKey(*this, *m_grid))
{
    layOut();
    m_strip->setStudy({}); // follows the active view

    connect(m_toolBar, &widgets::ToolBar::commandRequested, this, &ReadingPage::commandRequested);
    connect(m_toolBar, &widgets::ToolBar::bindingsChanged, m_grid, &widgets::LayoutGrid::checkDrafts);
    connect(m_panel, &widgets::StudyInfoPanel::commandRequested, this, &ReadingPage::commandRequested);
    connect(m_panel, &widgets::StudyInfoPanel::priorRequested, this, &ReadingPage::openPrior);
    connect(&images, &pixels::StudyImages::dataSetChanged, this, [this] { showPrior(); });
    connect(m_panel, &widgets::StudyInfoPanel::noticed, this, &ReadingPage::noticed);
    connect(m_strip, &widgets::SeriesStrip::noticed, this, &ReadingPage::noticed);
    connect(&session.dispatcher(), &session::ActionDispatcher::refused, this, &ReadingPage::refused);
    const auto watch = [this](widgets::ViewportWidget *viewport) {
        connect(viewport, &widgets::ViewportWidget::drawn, this, &ReadingPage::imageDrawn);
        connect(viewport, &widgets::ViewportWidget::previewDrawn, this, &ReadingPage::previewDrawn);
        connect(viewport, &widgets::ViewportWidget::noticed, this, &ReadingPage::noticed);
    };
    for (widgets::ViewportWidget *viewport : m_grid->shownViewports())
        watch(viewport);
    connect(m_grid, &widgets::LayoutGrid::viewportAdded, this, watch);
    connect(m_grid, &widgets::LayoutGrid::noticed, this, &ReadingPage::noticed);
    connect(m_grid, &widgets::LayoutGrid::radialMenuRequested, this,
            [this](const QPoint &at) { showRadialMenu(at, widgets::RadialMenu::OpenedBy::RightButton); });
    const auto followAwaited = [this] {
        m_hanging->setEmptyText(m_session.emptyText());
        m_strip->setAwaited(m_session.awaited());
    };
    followAwaited();
    connect(&session, &ReadingSession::emptyTextChanged, m_grid, followAwaited);
    connect(&m_cine, &widgets::Cine::playingChanged, this,
            [this](bool isPlaying) { m_toolBar->setChecked(u"cine"_s, isPlaying); });
    connect(m_grid, &widgets::LayoutGrid::repairLogRequested, this, [this] { showRepairLog(true); });
    connect(m_hanging, &HangingCommands::noticed, this, &ReadingPage::noticed);
    connect(m_align, &AlignCommands::noticed, this, &ReadingPage::noticed);
    connect(m_kept, &KeptCommands::noticed, this, &ReadingPage::noticed);
    connect(m_keep, &KeepCommands::noticed, this, &ReadingPage::noticed);
    connect(m_hanging, &HangingCommands::linesChanged, this, [this] {
        m_toolBar->setChecked(u"reference-lines"_s, m_grid->referenceLines() != widgets::ReferenceLines::Off);
    });
    setFocusProxy(m_grid);
    new HandOnImages(*m_grid, [&session] { session.keepShown(); });
    keepNotesWithin(*m_toolBar);
}

void ReadingPage::layOut()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_toolBar);
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    m_strip->setFixedWidth(widgets::SeriesStrip::widthPx);
    m_panel->setFixedWidth(widgets::StudyInfoPanel::widthPx);
    row->addWidget(m_strip);
    row->addWidget(m_grid, 1);
    auto *side = new QWidget; // an empty layout in its place would take the row's height with it
    side->setLayout(m_side);
    m_side->setContentsMargins(0, 0, 0, 0);
    m_side->addWidget(m_panel, 3);
    row->addWidget(side);
    column->addLayout(row, 1);
    m_toolBar->setChecked(u"toggle-overlay"_s, m_grid->isOverlayVisible());
    m_toolBar->setChecked(u"toggle-panels"_s, true);
    m_toolBar->setChecked(u"reference-lines"_s, m_grid->referenceLines() != widgets::ReferenceLines::Off);
}

ReadingPage::~ReadingPage()
{
    m_cine.stop();
    if (m_timeline)
        delete &m_timeline->panel();
    delete m_repairs;
    delete m_marks;
    // Viewports unpin their frames and let go of the session while both are still there.
    delete m_grid;
}

QString ReadingPage::whyNotKeep(const QString &command) const
{
    return m_keep->whyNot(command);
}

void ReadingPage::showNotesOf(ArchiveWatch *watch, MarkKeeper *marks, MarkSender *sender)
{
    m_keep->use(sender);
    TopNote *const away = watch ? new ArchiveNote(m_session, *watch, this) : nullptr;
    const QPointer<DraftNote> drafts = marks ? new DraftNote(m_session, *marks, this) : nullptr;
    if (drafts)
        connect(drafts.data(), &DraftNote::noticed, this, &ReadingPage::noticed);
    // An offer that cannot be read whole cannot be answered: it may lie over the last tools of a small window.
    const auto keepFree = [this, drafts] {
        const int offerPx = drafts && !drafts->isHidden() ? drafts->sizeHint().width() : 0;
        return std::min(m_toolBar->toolsEndPx(), m_toolBar->width() - offerPx);
    };
    if (away || drafts)
        new TopLine(*m_toolBar, {away, drafts.data()}, keepFree);
}

void ReadingPage::showFlow(StudyFlow &flow)
{
    m_side->insertWidget(0, new ReadStateRow(m_session, flow));
}

void ReadingPage::showTimeline(TimelineDesk *desk)
{
    if (!desk || m_timeline)
        return;
    m_session.hanging().usePriors(*desk);
    m_timeline = new TimelineCommands(m_session, m_images, *desk, *m_grid, *m_side);
    m_timeline->setWidth(m_panel->minimumWidth());
    m_timeline->setFolded(m_folded);
    connect(m_timeline, &TimelineCommands::noticed, this, &ReadingPage::noticed);
}

void ReadingPage::useSettings(ProfileSettings &settings)
{
    m_hanging->use(settings);
}

void ReadingPage::setFolded(bool folded)
{
    m_folded = folded;
    m_strip->setVisible(!folded);
    m_panel->setVisible(!folded);
    if (m_marks)
        m_marks->setVisible(m_marksShown && !folded);
    if (m_timeline)
        m_timeline->setFolded(folded);
    m_toolBar->setChecked(u"toggle-panels"_s, !folded);
    m_side->parentWidget()->setVisible(!folded);
}

void ReadingPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitToWindow();
}

// The window may have changed while another tab was in front.
void ReadingPage::showEvent(QShowEvent *event)
{
    fitToWindow();
    QWidget::showEvent(event);
    m_hanging->pageShown();
    if (m_timeline)
        m_timeline->pageShown();
}

void ReadingPage::fitToWindow()
{
    const Surroundings around = surroundingsIn(window()->size());
    if (around.toolBarPx == m_toolBar->minimumHeight() && around.panelPx == m_panel->minimumWidth())
        return;
    m_toolBar->setFixedHeight(around.toolBarPx);
    m_panel->setFixedWidth(around.panelPx);
    if (m_marks)
        m_marks->setFixedWidth(around.panelPx);
    if (m_timeline)
        m_timeline->setWidth(around.panelPx);
    layout()->activate(); // images are drawn once, in the size that they keep
}

bool ReadingPage::runCommand(const QString &command, const ViewId &view)
{
    auto &dispatcher = m_session.dispatcher();
    if (command == "undo"_L1) {
        if (dispatcher.canUndo(dispatcher.localActor()))
            report(dispatcher.undo(dispatcher.localActor()));
        return true;
    }
    if (command == "redo"_L1) {
        if (dispatcher.canRedo(dispatcher.localActor()))
            report(dispatcher.redo(dispatcher.localActor()));
        return true;
    }
    if (command == "retry"_L1) {
        const auto &state = dispatcher.state();
        m_images.retry(state.view(view.isEmpty() ? state.layout().active : view).dataSet);
        return true;
    }
    if (runArrangeCommand(command, view))
        return true;
    if (command == "layout-picker"_L1) {
        showLayoutPicker();
        return true;
    }
    if (command.startsWith("magnifier"_L1))
        return runLensCommand(command);
    if (command.startsWith("cine"_L1))
        return runCineCommand(command, view);
    if (command == "toggle-overlay"_L1) {
        m_grid->setOverlayVisible(!m_grid->isOverlayVisible());
        m_toolBar->setChecked(command, m_grid->isOverlayVisible());
        return true;
    }
    if (command == "link-scroll"_L1 || command == "link-offset"_L1) {
        const auto kind = command == "link-scroll"_L1 ? session::LinkKind::Position : session::LinkKind::Offset;
        const bool wasOn = dispatcher.state().layout().link.kind == kind;
        if (const QString told = widgets::toggleViewLink(kind, dispatcher, m_images); !told.isEmpty())
            Q_EMIT noticed(told);
        if (kind == session::LinkKind::Position && !wasOn)
            m_align->offer();
        return true;
    }
    if (command.startsWith("reference-lines"_L1)) {
        using Lines = widgets::ReferenceLines;
        toggleReferenceLines(command.endsWith("-ends"_L1)  ? Lines::WithEnds
                             : command.endsWith("-all"_L1) ? Lines::AllViews
                                                           : Lines::Current);
        return true;
    }
    if (command.startsWith("tool-"_L1) && tools::toolNames().contains(command.mid(5))) {
        m_bindings.setTool(Qt::LeftButton, command.mid(5));
        refreshTools();
        return true;
    }
    if (runPanelCommand(command, view))
        return true;
    return runGridCommand(command, view.isEmpty() ? dispatcher.state().layout().active : view) ||
           ((tools::commandNames().contains(command) || widgets::isDocumentCommand(command)) &&
            runViewCommand(command, view));
}

bool ReadingPage::runArrangeCommand(const QString &command, const ViewId &view)
{
    const session::ViewerState &state = m_session.dispatcher().state();
    const ViewId chosen = view.isEmpty() ? state.layout().active : view;
    const StudyUid study = state.view(chosen).study; // a copy: the state is another after the first action
    const auto actions = arrangeActions(command, chosen, state, m_images);
    if (actions && actions->empty())
        return false;
    arrange(study, actions);
    return true;
}

void ReadingPage::joinSeries(const StudyUid &study, const DataSetId &first, const DataSetId &second)
{
    arrange(study, joinActions(study, first, second, m_session.dispatcher().state(), m_images));
}

// One step to take back, with the views that go along with their images.
void ReadingPage::arrange(const StudyUid &study, const Arranging &actions)
{
    if (!actions) {
        Q_EMIT noticed(actions.error());
        return;
    }
    auto &dispatcher = m_session.dispatcher();
    const session::GestureId gesture = dispatcher.beginGesture();
    const auto submit = [&](const std::vector<session::Action> &all) {
        for (const session::Action &action : all)
            report(dispatcher.submit(action, session::Origin::Local, gesture));
    };
    submit(*actions);
    submit(followActions(study, dispatcher.state(), m_images)); // the images are arranged by now
}

bool ReadingPage::runGridCommand(const QString &command, const ViewId &view)
{
    if (command == "next-series"_L1)
        m_strip->step(1);
    else if (command == "previous-series"_L1)
        m_strip->step(-1);
    else if (command == "maximise"_L1)
        m_grid->toggleMaximised(view);
    else if (command == "toggle-segments"_L1)
        toggleSegments(view);
    else if (command == "delete-mark"_L1 && !m_grid->deleteMark())
        Q_EMIT noticed(tr("Point at a mark of yours to delete it."));
    else if (command == "show-details"_L1 && !m_grid->showDetails(view))
        Q_EMIT noticed(tr("Nothing is known to be wrong with these images."));
    else if (command == "window-type"_L1 && !(m_grid->viewport(view) && m_grid->viewport(view)->typeWindow()))
        Q_EMIT noticed(tr("A window can be typed for grey images only."));
    else
        return command == "delete-mark"_L1 || command == "show-details"_L1 || command == "window-type"_L1;
    return true;
}

bool ReadingPage::runPanelCommand(const QString &command, const ViewId &view)
{
    if (const auto told = runMarkCommand(command, *m_grid, m_session.dispatcher(), m_images)) {
        if (!told->isEmpty())
            Q_EMIT noticed(*told);
        return true;
    }
    if (m_hanging->run(command, layoutButton()) || m_kept->run(command, *m_toolBar) || m_align->run(command) ||
        m_keep->run(command) || (m_timeline && m_timeline->run(command)))
        return true;
    if (const auto told = runCompareCommand(command, view, *m_grid, m_session.dispatcher(), m_images, layoutButton())) {
        if (!told->isEmpty())
            Q_EMIT noticed(*told);
        return true;
    }
    if (command == "radial-menu"_L1) {
        const bool isHere = m_grid->partAt(QCursor::pos()) != nullptr;
        showRadialMenu(isHere ? QCursor::pos() : m_grid->mapToGlobal(m_grid->rect().center()),
                       widgets::RadialMenu::OpenedBy::Key);
        return true;
    }
    if (command == "toggle-marks"_L1) {
        showMarks(!areMarksShown());
        return true;
    }
    if (command.startsWith("open-prior-"_L1)) {
        if (auto *priors = m_panel->findChild<widgets::PriorReports *>(); !priors->open(command.mid(11).toInt() - 1))
            Q_EMIT noticed(tr("There is no such prior report."));
    } else if (command == "repair-log"_L1) {
        showRepairLog(!isRepairLogShown());
    } else if (command == "copy-details"_L1) {
        const auto *viewport = view.isEmpty() ? m_grid->activeViewport() : m_grid->viewport(view);
        const QString details = viewport ? imageDetails(*viewport) : QString();
        if (!details.isEmpty())
            widgets::copyText(details);
        Q_EMIT noticed(details.isEmpty() ? tr("No image is shown here.") : tr("The details of the image were copied."));
    } else if (command == "show-series"_L1) {
        if (const DataSetId card = m_strip->currentCard(); !card.isEmpty())
            m_strip->showInActiveView(card);
    } else {
        return false;
    }
    return true;
}

void ReadingPage::showRepairLog(bool shown)
{
    if (!m_repairs) {
        constexpr int heightPx = 220;
        m_repairs = new widgets::RepairLogPanel(m_session.dispatcher(), m_images);
        m_repairs->setFixedHeight(heightPx);
        static_cast<QVBoxLayout *>(layout())->addWidget(m_repairs);
        connect(m_repairs, &widgets::RepairLogPanel::closeRequested, this, [this] { showRepairLog(false); });
    }
    m_repairs->setVisible(shown);
}

void ReadingPage::showMarks(bool shown)
{
    if (!m_marks) {
        m_marks = new widgets::MarkPanel(m_session.dispatcher(), m_images);
        m_marks->setFixedWidth(m_panel->minimumWidth());
        m_side->setSpacing(0);
        m_side->addWidget(m_marks, 2);
        const auto tell = [this](const QString &told) {
            if (!told.isEmpty())
                Q_EMIT noticed(told);
        };
        connect(m_marks, &widgets::MarkPanel::chosen, this, [this, tell](const AnnotationId &mark) {
            tell(goToMark(mark, *m_grid, m_session.dispatcher(), m_images));
        });
        connect(m_marks, &widgets::MarkPanel::removeRequested, this,
                [this, tell](const AnnotationId &mark) { tell(removeOwnMark(mark, m_session.dispatcher())); });
        connect(m_marks, &widgets::MarkPanel::histogramRequested, this, [this, tell](const AnnotationId &mark) {
            const QString lost = goToMark(mark, *m_grid, m_session.dispatcher(), m_images);
            tell(lost);
            if (lost.isEmpty())
                (void)runCommand(u"mark-histogram"_s);
        });
        connect(m_marks, &widgets::MarkPanel::closeRequested, this, [this] { showMarks(false); });
        connect(m_grid, &widgets::LayoutGrid::markSelected, m_marks, &widgets::MarkPanel::setSelected);
        m_marks->watch(*m_grid);
        m_marks->setSelected(m_grid->selectedMark());
    }
    m_marksShown = shown;
    m_marks->setVisible(shown && !m_folded);
}

void ReadingPage::refreshTools()
{
    m_toolBar->refreshBindings();
    m_grid->checkDrafts();
}

// Those of the ends and of all views go back to the usual ones, and these to none.
void ReadingPage::toggleReferenceLines(widgets::ReferenceLines wanted)
{
    using Lines = widgets::ReferenceLines;
    const Lines now = m_grid->referenceLines();
    if (wanted != Lines::Current)
        m_grid->setReferenceLines(now == wanted ? Lines::Current : wanted);
    else
        m_grid->setReferenceLines(now == Lines::Off ? Lines::Current : Lines::Off);
    m_toolBar->setChecked(u"reference-lines"_s, m_grid->referenceLines() != Lines::Off);
}

/// The eight tools round a place of the screen.
void ReadingPage::showRadialMenu(const QPoint &global, widgets::RadialMenu::OpenedBy by)
{
    const QWidget *const part = m_grid->partAt(global);
    QWidget *const around = part ? part->window() : window();
    auto *menu = new widgets::RadialMenu(m_bindings.radialTools(), around);
    connect(menu, &widgets::RadialMenu::closed, this, [this] { m_grid->focusActive(Qt::OtherFocusReason); });
    connect(menu, &widgets::RadialMenu::chosen, this,
            [this](const QString &tool) { m_toolBar->chooseTool(tool, Qt::LeftButton); });
    if (around != window()) // the keyboard may be with another window, and the menu takes keys
        around->activateWindow();
    menu->open(around->mapFromGlobal(global), by);
}

// A tap on the key switches the magnifier; held down, it goes when the key is let go.
bool ReadingPage::runLensCommand(const QString &command)
{
    constexpr int usual = 3;
    const int asked = command.mid(QStringLiteral("magnifier-").size()).toInt();
    const int times = asked == 0 ? usual : asked;
    const bool isOn = m_grid->lens() > 0 && (asked == 0 || m_grid->lens() == asked);
    m_grid->setLens(isOn ? 0 : times);
    if (asked == 0)
        m_lensKey->watch(m_bindings.keysOf(command));
    return true;
}

void ReadingPage::openPrior(const StudyUid &study, const StudyUid &prior, const SeriesUid &series)
{
    if (!m_images.openPrior(&m_session.dispatcher(), study, prior)) {
        Q_EMIT noticed(tr("The prior report cannot be opened: it is not listed any more, or another patient's study is "
                          "open under its UID."));
        return;
    }
    m_session.addPrior(prior);
    m_awaited = Awaited{prior, series};
    showPrior();
}

// Beside what is being read: in a cell that is free, else in the last one.
void ReadingPage::showPrior()
{
    if (!m_awaited || m_images.documents(DataSetId(m_awaited->series.text())).empty())
        return;
    const Awaited awaited = *std::exchange(m_awaited, std::nullopt);
    auto &dispatcher = m_session.dispatcher();
    const auto gesture = dispatcher.beginGesture();
    if (dispatcher.state().layout().cellCount() == 1)
        report(dispatcher.submit(session::SetLayout{1, 2, std::nullopt}, session::Origin::Local, gesture));
    const session::ViewerState &state = dispatcher.state();
    ViewId view = session::Layout::viewAt(state.layout().cellCount() - 1);
    for (int i = state.layout().cellCount() - 1; i >= 0; --i)
        if (state.view(session::Layout::viewAt(i)).dataSet.isEmpty())
            view = session::Layout::viewAt(i);
    session::ShowSeries show;
    show.view = view;
    show.study = awaited.study;
    show.dataSet = DataSetId(awaited.series.text());
    report(dispatcher.submit(show, session::Origin::Local, gesture));
}

void ReadingPage::toggleSegments(const ViewId &view)
{
    auto &dispatcher = m_session.dispatcher();
    const auto actions = tools::toggleActions(dispatcher.state(), view, m_images);
    if (actions.empty())
        Q_EMIT noticed(tr("No segmentation or structure set lies on these images."));
    const session::GestureId step = dispatcher.beginGesture();
    for (const session::Action &action : actions)
        report(dispatcher.submit(action, session::Origin::Local, step));
}

void ReadingPage::refreshShared(bool isFullScreen)
{
    refreshTools();
    m_toolBar->setChecked(u"full-screen"_s, isFullScreen);
}

bool ReadingPage::runCineCommand(const QString &command, const ViewId &view)
{
    widgets::ViewportWidget *viewport = view.isEmpty() ? m_grid->activeViewport() : m_grid->viewport(view);
    if (command == "cine-faster"_L1)
        m_cine.changeSpeed(1.25);
    else if (command == "cine-slower"_L1)
        m_cine.changeSpeed(0.8);
    else if (m_cine.isPlaying() && (!viewport || m_cine.view() == viewport->view()))
        m_cine.stop();
    else if (viewport && !viewport->document())
        m_cine.start(*viewport);
    if (command != "cine"_L1 && !m_cine.isPlaying() && viewport && viewport->instance())
        Q_EMIT noticed(m_cine.speedText(*viewport));      // no view shows it yet
    m_toolBar->setChecked(u"cine"_s, m_cine.isPlaying()); // a click has turned the button already
    return true;
}

void ReadingPage::showLayoutPicker()
{
    const session::Layout &layout = m_session.dispatcher().state().layout();
    auto *picker = new widgets::LayoutPicker(layout.rows, layout.columns, this);
    connect(picker, &widgets::LayoutPicker::chosen, this,
            [this](int rows, int columns) { Q_EMIT commandRequested(u"layout-%1x%2"_s.arg(rows).arg(columns)); });
    picker->addEntry(tr("Hanging protocols"), u"hang-menu"_s);
    connect(picker, &widgets::LayoutPicker::entryChosen, this, &ReadingPage::commandRequested);
    picker->showBelow(layoutButton());
}

QWidget &ReadingPage::layoutButton() const
{
    auto *button = m_toolBar->findChild<QWidget *>(u"tool-layout-picker"_s);
    return button ? *button : *static_cast<QWidget *>(m_toolBar);
}

bool ReadingPage::runViewCommand(const QString &command, const ViewId &view)
{
    widgets::ViewportWidget *viewport = view.isEmpty() ? m_grid->activeViewport() : m_grid->viewport(view);
    if (!viewport)
        return false;
    const QString why = viewport->runCommand(command);
    if (!why.isEmpty())
        Q_EMIT noticed(why);
    return true;
}

void ReadingPage::report(const Result<void> &done)
{
    if (!done)
        Q_EMIT refused(done.error());
}

ReadingPage::Look ReadingPage::look() const
{
    Look look{m_grid->maximised(), m_cine.view(),  m_grid->isOverlayVisible(), isRepairLogShown(),
              areMarksShown(),     m_grid->lens(), m_grid->referenceLines(),   {}};
    for (const widgets::ViewportWidget *viewport : m_grid->viewports())
        for (auto *pane : viewport->findChildren<widgets::DocumentPane *>())
            look.documents[pane->view()] = pane->place();
    if (m_timeline)
        look.timeline = m_timeline->wish();
    return look;
}

void ReadingPage::setLook(const Look &look)
{
    m_grid->setMaximised(look.maximised);
    m_grid->setOverlayVisible(look.overlay);
    m_grid->setLens(look.lens);
    m_grid->setReferenceLines(look.lines);
    m_toolBar->setChecked(u"toggle-overlay"_s, look.overlay);
    m_toolBar->setChecked(u"reference-lines"_s, look.lines != widgets::ReferenceLines::Off);
    if (look.repairs)
        showRepairLog(true);
    if (look.marks)
        showMarks(true);
    if (m_timeline)
        m_timeline->setWish(look.timeline);
    for (const widgets::ViewportWidget *viewport : m_grid->viewports())
        for (auto *pane : viewport->findChildren<widgets::DocumentPane *>())
            if (const auto known = look.documents.find(pane->view()); known != look.documents.end())
                pane->setPlace(known->second);
    if (auto *played = look.played.isEmpty() ? nullptr : m_grid->viewport(look.played))
        m_cine.start(*played);
}

void ReadingPage::focusNextRegion(QWidget &above)
{
    std::vector<QWidget *> regions{&above, m_toolBar, m_strip, m_grid, m_panel};
    if (m_timeline)
        regions.push_back(&m_timeline->panel());
    if (m_marks)
        regions.push_back(m_marks);
    const QWidget *focused = QApplication::focusWidget();
    int current = -1;
    for (int i = 0; i < int(regions.size()); ++i)
        if (focused && (regions[std::size_t(i)] == focused || regions[std::size_t(i)]->isAncestorOf(focused) ||
                        (regions[std::size_t(i)] == m_grid && m_grid->holds(focused))))
            current = i;
    for (int step = 1; step <= int(regions.size()); ++step) {
        QWidget *region = regions[std::size_t((current + step) % int(regions.size()))];
        if (!region->isVisible())
            continue;
        QWidget *target = region == m_grid ? static_cast<QWidget *>(m_grid->activeViewport()) : region;
        if (target && target->focusPolicy() == Qt::NoFocus) // a container: its first control
            for (QWidget *child : target->findChildren<QWidget *>())
                if ((child->focusPolicy() & Qt::TabFocus) && child->isVisible() && child->isEnabled()) {
                    target = child;
                    break;
                }
        if (target && target->focusPolicy() != Qt::NoFocus) {
            target->setFocus(Qt::TabFocusReason);
            if (focused && focused->window() != target->window()) // views may lie in other windows
                target->activateWindow();
            return;
        }
    }
}

} // namespace consilium::app
