#pragma once
#include "viewer/widgets/GridPane.h"
#include "viewer/widgets/LayoutGrid.h"
#include "viewer/widgets/MonitorSeams.h"

#include <QPointer>

#include <map>

namespace consilium::widgets
{

/// A column of the layout: in which of the windows, and where there.
struct GridColumn {
    QWidget *on = nullptr;
    Span span;
};

struct LayoutGrid::Private {
    LayoutGrid *q;
    session::ActionDispatcher &dispatcher;
    pixels::StudyImages &images;
    tools::Bindings &bindings;
    std::map<ViewId, ViewportWidget *> viewports; ///< all that were ever shown; children of one of the parts
    ViewId maximised, active;
    bool overlayVisible = true;
    QString emptyText;
    ReferenceLines referenceLines = ReferenceLines::Current;
    int lens = 0;
    AnnotationId touched = {}; ///< the local actor's mark last placed or moved
    AnnotationId selected = {};
    ViewportWidget::Standings standings = {};
    std::vector<int> monitorColumns = {};
    std::vector<QPointer<GridPane>> further = {}; ///< its parts in other windows, from left to right
    std::size_t leftOf = 0;                       ///< how many of these stand left of the grid itself
    std::vector<std::vector<int>> seams = {};     ///< of each part, as the views were arranged last
    QPointer<QWidget> watchedWindow = {};

    [[nodiscard]] std::vector<QWidget *> parts() const;
    [[nodiscard]] std::vector<std::vector<int>> seamsNow() const;
    [[nodiscard]] std::vector<GridColumn> columnsOf(int columns) const;
    static void put(ViewportWidget &viewport, QWidget &on, const QRect &place);
    ViewportWidget *ensure(const ViewId &view);
    void arrange();
    bool showDetails(ViewportWidget *viewport) const;
    void noteMark(const session::Envelope &envelope);
};

} // namespace consilium::widgets
