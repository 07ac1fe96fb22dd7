#pragma once
#include "app/bridge/PixelBridge.h"
#include "tests/bench/BenchStudies.h"
#include "viewer/tools/Bindings.h"
#include "viewer/widgets/LayoutGrid.h"
#include "viewer/widgets/ViewportWidget.h"

#include <QEvent>
#include <QWidget>

#include <functional>
#include <memory>
#include <vector>

namespace consilium::bench
{

/// A window with real viewports over loaded series, one of each study. Blocks. UI thread only.
class Desk
{
public:
    Desk(const QString &url, std::vector<BenchStudy> studies);

    /// Loads everything and shows the studies in turn in all cells. False when it takes too long.
    bool load(int rows, int columns);
    /// Makes the image area of the only view this large.
    bool fit(QSize imageArea);
    void resize(QSize window);
    /// Does something and waits for the pictures of all views.
    bool apply(const session::Action &action);
    /// Milliseconds from before `act` until every viewport named has painted and the window system has the picture; -1:
    /// it did not come.
    double until(const std::vector<widgets::ViewportWidget *> &views, const std::function<void()> &act);

    [[nodiscard]] DataSetId dataOf(std::size_t study) const; ///< its first series
    [[nodiscard]] DataSetId shownData() const;               ///< in the first view
    [[nodiscard]] std::vector<widgets::ViewportWidget *> viewports() const { return m_grid.shownViewports(); }
    [[nodiscard]] session::ActionDispatcher &dispatcher() { return m_dispatcher; }
    [[nodiscard]] const app::PixelBridge &images() const { return m_bridge; }

private:
    [[nodiscard]] bool areAllDrawn() const;
    static bool spinUntil(const std::function<bool()> &done, int timeoutMs = 60'000);

    http::HttpClient m_http;
    std::shared_ptr<dicomweb::DicomWebClient> m_client;
    std::vector<BenchStudy> m_studies;
    SystemClock m_clock;
    app::PixelBridge m_bridge;
    session::ActionDispatcher m_dispatcher{m_clock};
    tools::Bindings m_bindings;
    QWidget m_window;
    widgets::LayoutGrid m_grid;
};

/// A turn of the wheel in the middle of a view: towards the end of its stack.
void wheel(widgets::ViewportWidget &view, int notches);
/// Of the left button; `at` in the view's logical pixels.
void mouse(widgets::ViewportWidget &view, QEvent::Type type, QPointF at);

} // namespace consilium::bench
