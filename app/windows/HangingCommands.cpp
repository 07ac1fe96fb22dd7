#include "app/windows/HangingCommands.h"

#include "app/settings/ProfileSettings.h"
#include "app/windows/MonitorArrangement.h"
#include "app/windows/StudyHanging.h"
#include "viewer/widgets/LayoutGrid.h"
#include "viewer/widgets/MonitorScale.h"
#include "viewer/widgets/ViewportWidget.h"

#include <QAbstractButton>
#include <QApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QPointer>

#include <vector>

using namespace Qt::StringLiterals;

namespace consilium::app
{

namespace
{

constexpr double gapPx = 2.0; ///< between two views, as LayoutGrid says

hanging::PixelMeasure measureOf(const widgets::MonitorMeasure &measure)
{
    return {measure.mmPerPx, measure.isAcross};
}

std::optional<hanging::Screen> screenOf(const widgets::LayoutGrid &images)
{
    if (!images.isVisible() || images.width() <= 0 || images.height() <= 0)
        return std::nullopt;
    hanging::Screen screen{images.monitorCount(), double(images.room().width()), double(images.room().height()), gapPx,
                           widgets::mmPerLogicalPixel(images.screen())};
    // One alone shows its image larger than the stage: it is no measure for the others.
    if (images.maximised().isEmpty())
        for (const widgets::ViewportWidget *viewport : images.shownViewports())
            screen.areas.push_back({viewport->view(),
                                    {double(viewport->imageArea().width()), double(viewport->imageArea().height())},
                                    measureOf(widgets::measureAt(*viewport))});
    screen.measureAt = [grid = QPointer<const widgets::LayoutGrid>(&images)](double leftPx, double topPx,
                                                                             const hanging::CellSize &size) {
        const QRectF part(leftPx, topPx, size.widthPx, size.heightPx);
        return grid ? measureOf(grid->measureIn(part.toRect())) : hanging::PixelMeasure();
    };
    return screen;
}

} // namespace

HangingCommands::HangingCommands(StudyHanging &hanging, widgets::LayoutGrid &grid)
    : QObject(&grid), m_hanging(hanging), m_grid(grid)
{
    connect(&hanging, &StudyHanging::hung, this, &HangingCommands::showHung);
    connect(&hanging, &StudyHanging::told, this, &HangingCommands::noticed);
    connect(&grid, &widgets::LayoutGrid::viewportAdded, this, &HangingCommands::showTexts);
    const auto watch = [this](widgets::ViewportWidget *viewport) {
        connect(viewport, &widgets::ViewportWidget::imageAreaChanged, &m_hanging, &StudyHanging::areasChanged);
    };
    for (widgets::ViewportWidget *viewport : grid.shownViewports())
        watch(viewport);
    connect(&grid, &widgets::LayoutGrid::viewportAdded, this, watch);
    m_grid.setMonitorColumns(m_hanging.monitorColumns());
    qApp->installEventFilter(this);
}

// The space key presses the button that has the keyboard: then it is no command.
bool HangingCommands::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::ShortcutOverride || static_cast<QKeyEvent *>(event)->key() != Qt::Key_Space ||
        !qobject_cast<QAbstractButton *>(watched))
        return false;
    event->accept();
    return true;
}

void HangingCommands::use(ProfileSettings &settings)
{
    m_settings = &settings;
    // A page that is built anew takes the place of this one and asks in its own name.
    m_hanging.use(settings,
                  [grid = QPointer<widgets::LayoutGrid>(&m_grid)] { return grid ? screenOf(*grid) : std::nullopt; });
}

void HangingCommands::pageShown()
{
    m_hanging.look();
    m_hanging.areasChanged();
}

bool HangingCommands::run(const QString &command, QWidget &anchor)
{
    if (command == "hang-menu"_L1) {
        showMenu(anchor);
        return true;
    }
    if (command == "keep-grid"_L1) {
        keepGrid();
        return true;
    }
    if (!command.startsWith("hang-when-opened-"_L1))
        return hang(command);
    const QString when = command.mid(17);
    if (!m_settings || (when != "usual"_L1 && when != "always"_L1 && when != "never"_L1))
        return false;
    m_settings->setHangWhenOpened(when);
    Q_EMIT noticed(when == "always"_L1  ? tr("Studies are hung by a protocol when they are opened.")
                   : when == "never"_L1 ? tr("Studies are not hung by a protocol when they are opened.")
                                        : tr("Studies are hung when they are opened where the protocol says so: "
                                             "mammograms and chest pairs."));
    return true;
}

void HangingCommands::keepGrid()
{
    if (!m_settings)
        return;
    const QString monitors = arrangementOf(monitorsNow());
    const session::Layout &layout = m_hanging.layout();
    const ProfileSettings::Grid grid{layout.rows, layout.columns};
    const bool isUndone = grid == ProfileSettings::Grid() || m_settings->usualGrid(monitors) == grid;
    m_settings->setUsualGrid(monitors, isUndone ? std::nullopt : std::optional(grid));
    Q_EMIT noticed(isUndone ? tr("With these monitors studies begin with one view.")
                            : tr("With these monitors studies begin with %1 × %2 views (rows × columns).")
                                  .arg(grid.rows)
                                  .arg(grid.columns));
}

// A stage is seen whole, whichever view was alone before.
bool HangingCommands::hang(const QString &command)
{
    if (!m_hanging.runCommand(command))
        return false;
    m_grid.setMaximised({});
    return true;
}

void HangingCommands::setEmptyText(const QString &text)
{
    m_emptyText = text;
    showTexts();
}

void HangingCommands::showTexts()
{
    m_grid.setEmptyText(m_emptyText);
    constexpr int mostViews = 64;
    for (int i = 0; i < mostViews; ++i) {
        const ViewId view = session::Layout::viewAt(i);
        const QString why = m_hanging.whyEmpty(view);
        if (auto *viewport = why.isEmpty() ? nullptr : m_grid.viewport(view))
            viewport->setEmptyText(why);
    }
}

void HangingCommands::showHung()
{
    showTexts();
    m_grid.setMonitorColumns(m_hanging.monitorColumns());
    const auto lines = m_hanging.lines();
    if (!lines)
        return;
    using Lines = widgets::ReferenceLines;
    m_grid.setReferenceLines(*lines == hanging::Lines::Off       ? Lines::Off
                             : *lines == hanging::Lines::Current ? Lines::Current
                                                                 : Lines::WithEnds);
    Q_EMIT linesChanged();
}

void HangingCommands::showMenu(QWidget &anchor)
{
    const auto choices = m_hanging.choices();
    if (choices.empty()) {
        Q_EMIT noticed(tr("No hanging protocol fits this study."));
        return;
    }
    auto *menu = new QMenu(&anchor);
    menu->setObjectName(u"hanging-protocols"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const StudyHanging::Choice &choice : choices) {
        QString title = choice.name;
        QAction *action = menu->addAction(title.replace(u'&', u"&&"_s));
        action->setObjectName(u"hang:"_s + choice.id);
        action->setCheckable(true);
        action->setChecked(choice.isHung);
        connect(action, &QAction::triggered, this, [this, id = choice.id] { (void)hang(u"hang:"_s + id); });
    }
    menu->popup(anchor.mapToGlobal(QPoint(0, anchor.height())));
}

} // namespace consilium::app
