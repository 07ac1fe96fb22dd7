#pragma once
#include "viewer/widgets/MonitorScale.h"
#include "viewer/widgets/ViewportWidget.h"

#include <QWidget>

#include <memory>
#include <vector>

namespace consilium::widgets
{

/// The viewports of the state's layout, 2 px apart. Widgets of cells that a smaller layout hides are kept, so that
/// going back is instant. Maximising one is a matter of this window only, not of the state. Where the window lies over
/// several monitors, no view lies across the edge between two of them (columnSpans()). Further windows can take a part
/// of its columns (setWindows()): the views in them are the grid's as all others are.
class LayoutGrid : public QWidget
{
    Q_OBJECT
public:
    LayoutGrid(session::ActionDispatcher &dispatcher, pixels::StudyImages &images, tools::Bindings &bindings,
               QWidget *parent = nullptr);
    ~LayoutGrid() override;

    /// The cell's widget when the layout has that cell (whether or not another one is maximised), else null.
    [[nodiscard]] ViewportWidget *viewport(const ViewId &view) const;
    [[nodiscard]] ViewportWidget *activeViewport() const;
    /// In reading order, those that can be seen now.
    [[nodiscard]] std::vector<ViewportWidget *> shownViewports() const;

    /// All that were ever shown, in no order.
    [[nodiscard]] std::vector<ViewportWidget *> viewports() const;

    /// From now on those columns that columnsOfWindows() gives them lie in these windows, which stand left and right of
    /// the grid's own, each from left to right, and are filled while the grid can be seen. Views of windows that are
    /// not named any more come back. A window goes only after that.
    void setWindows(const std::vector<QWidget *> &left, const std::vector<QWidget *> &right);
    /// It is the grid, one of its views, or something in them, in whatever window.
    [[nodiscard]] bool holds(const QWidget *widget) const;
    /// The grid, or its part in another window, at that place of the desktop; null: it is not seen there.
    [[nodiscard]] QWidget *partAt(const QPoint &global) const;
    /// Monitors that its views lie on side by side; at least 1.
    [[nodiscard]] int monitorCount() const;
    /// Of all its parts side by side, logical pixels; the height is the least.
    [[nodiscard]] QSize room() const;
    /// Of what lies there in room(), which is counted from the left; see widgets::measureAt().
    [[nodiscard]] MonitorMeasure measureIn(const QRect &part) const;
    /// Gives the keyboard to the active view; where one of the grid's windows has it, also to the view's window.
    void focusActive(Qt::FocusReason reason);

    /// Shows `view` alone in its window, or all again; nothing happens where there is only one.
    void toggleMaximised(const ViewId &view);
    /// Takes away the local actor's mark that is meant (meantMark()). False when there is none.
    bool deleteMark();
    /// One of the local actor's marks and a view that shows it: the one exactly under the pointer; else the selected
    /// one; else one near to the pointer; else, in the active view, the last that was placed or moved, or the only one
    /// there. The view is null when there is none, or another participant's is the selected one.
    struct MeantMark {
        ViewportWidget *viewport = nullptr;
        AnnotationId mark;
    };
    [[nodiscard]] MeantMark meantMark() const;
    /// Which mark all views draw as selected; of this window only. Empty: none.
    void selectMark(const AnnotationId &mark);
    [[nodiscard]] const AnnotationId &selectedMark() const;
    /// The tool of a button is another: what it has begun to draw goes.
    void checkDrafts();
    /// Opens the list of what is wrong with what a view shows. False when nothing is.
    bool showDetails(const ViewId &view);
    /// Shows one viewport alone in its window; an empty id shows all again.
    void setMaximised(const ViewId &view);
    [[nodiscard]] const ViewId &maximised() const;
    /// How many columns of the layout each monitor is to have, from left to right; holds as long as the layout has as
    /// many in all and the window lies on as many. Empty: by their widths.
    void setMonitorColumns(const std::vector<int> &columns);
    /// Hides all overlays but name, laterality and bands.
    void setOverlayVisible(bool visible);
    [[nodiscard]] bool isOverlayVisible() const;
    void setReferenceLines(ReferenceLines lines);
    [[nodiscard]] ReferenceLines referenceLines() const;
    /// The magnifier of all views (ViewportWidget::setLens()); the one under the pointer shows it.
    void setLens(int times);
    [[nodiscard]] int lens() const;
    /// A study is on its way whose series are not known yet: empty views say so.
    void setEmptyText(const QString &text);
    /// See ViewportWidget::setStandings(): of all views, those that come later too.
    void setStandings(ViewportWidget::Standings standings);
    void refreshStandings();

Q_SIGNALS:
    void repairLogRequested(); ///< from the details of a warning
    /// A click with the right button that was no drag, or the keyboard's menu key.
    void menuRequested(consilium::widgets::ViewportWidget *viewport, const QPoint &global);
    void radialMenuRequested(const QPoint &global);
    void noticed(const QString &text); ///< why something that was clicked leads nowhere
    void viewportAdded(consilium::widgets::ViewportWidget *viewport);
    void markSelected(const consilium::AnnotationId &mark);
    void activeViewportChanged(consilium::widgets::ViewportWidget *viewport); ///< may be null

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace consilium::widgets
