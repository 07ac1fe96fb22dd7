#pragma once
#include "viewer/widgets/StudyInfoPanel.h"
#include "viewer/widgets/ToolBar.h"

#include <QSize>

namespace consilium::app
{

/// What stands round the images of a reading tab, logical pixels.
struct Surroundings {
    int appBarPx = 40;
    int toolBarPx = widgets::ToolBar::heightPx;
    int panelPx = widgets::StudyInfoPanel::widthPx;
};

/// In a small window the bars are lower and the panel is narrower, so that from 1366 x 768 on one view and four take
/// 63 % of the window, and 90 % of it when the panels are folded. Buttons and tools keep their size, and a line below.
[[nodiscard]] constexpr Surroundings surroundingsIn(const QSize &window)
{
    constexpr int lowPx = 840;     // below it 40 + 44 px are more than a tenth
    constexpr int narrowPx = 1600; // below it the whole panel leaves less than 63 %
    constexpr int lowAppBarPx = 34 + 1, lowToolBarPx = 36 + 1;
    Surroundings around;
    if (window.height() < lowPx) {
        around.appBarPx = lowAppBarPx;
        around.toolBarPx = lowToolBarPx;
    }
    if (window.width() < narrowPx)
        around.panelPx = widgets::StudyInfoPanel::narrowPx;
    return around;
}

} // namespace consilium::app
