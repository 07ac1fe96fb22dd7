#include "app/bridge/PixelBridge.h"
#include "tests/bench/Suite.h"
#include "viewer/tools/WindowPresets.h"
#include "viewer/widgets/LayoutGrid.h"
#include "viewer/widgets/ViewportWidget.h"
#include "viewer/widgets/theme/Theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QMouseEvent>
#include <QSet>
#include <QTimer>
#include <QVBoxLayout>
#include <QWheelEvent>

#include <functional>

using namespace Qt::StringLiterals;

namespace consilium::bench
{

namespace
{

constexpr int kEvents = 300;

/// A window with real viewports over a loaded series.
class Desk
{
public:
    Desk(const QString &url, const BenchStudy &study)
        : m_client(std::make_shared<dicomweb::DicomWebClient>(
              m_http, dicomweb::ArchiveConfig{ArchiveId(u"bench"_s), {}, url, {}, {}})),
          m_study(study),
          m_bindings(tools::Bindings::fromJson(tools::builtInBindings()).value_or(tools::Bindings())),
          m_grid(m_dispatcher, m_bridge, m_bindings)
    {
        m_bindings.setTool(Qt::LeftButton, u"window"_s);
        auto *layout = new QVBoxLayout(&m_window);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->addWidget(&m_grid);
    }

    /// Loads everything and shows it in all cells. False when it takes too long.
    bool load(int rows, int columns)
    {
        dicom::StudyHeader header;
        header.uid = m_study.study;
        m_bridge.openStudy(m_client, header);
        if (!spinUntil([&] { return !m_bridge.dataSets(m_study.study).empty(); }))
            return false;
        const DataSetId id = m_bridge.dataSets(m_study.study).front()->id;
        session::SetLayout layout;
        layout.rows = rows;
        layout.columns = columns;
        bool accepted = m_dispatcher.submit(layout).has_value();
        for (int i = 0; i < rows * columns; ++i) {
            session::ShowSeries show;
            show.view = session::Layout::viewAt(i);
            show.study = m_study.study;
            show.dataSet = id;
            accepted = m_dispatcher.submit(show).has_value() && accepted;
        }
        return accepted && spinUntil([&] { return m_bridge.progress(id).complete && allDrawn(); }, 300'000);
    }

    /// Makes the image area of the only view this large.
    bool fit(QSize imageArea)
    {
        m_window.resize(imageArea);
        m_window.show();
        return spinUntil([&] {
            const QSize now = viewports().front()->imageArea().size();
            if (now == imageArea && allDrawn())
                return true;
            if (now != imageArea)
                m_window.resize(m_window.size() + imageArea - now);
            return false;
        });
    }
    /// Does something to the first view and waits for its picture.
    bool apply(const session::Action &action)
    {
        return m_dispatcher.submit(action).has_value() && spinUntil([&] { return allDrawn(); });
    }
    [[nodiscard]] DataSetId shownData() const { return m_dispatcher.state().view(ViewId(u"v1"_s)).dataSet; }
    void resize(QSize window)
    {
        m_window.resize(window);
        m_window.show();
    }

    [[nodiscard]] std::vector<widgets::ViewportWidget *> viewports() const { return m_grid.shownViewports(); }

    /// Milliseconds from before `act` until every viewport named has painted and the window system has the picture.
    double until(const std::vector<widgets::ViewportWidget *> &views, const std::function<void()> &act)
    {
        QSet<QObject *> waiting(views.begin(), views.end());
        QEventLoop loop;
        std::vector<QMetaObject::Connection> connections;
        for (widgets::ViewportWidget *view : views)
            connections.push_back(QObject::connect(view, &widgets::ViewportWidget::drawn, &loop, [&, view] {
                waiting.remove(view);
                if (waiting.isEmpty()) // after the paint event the window is flushed; then the loop goes on
                    QTimer::singleShot(0, &loop, &QEventLoop::quit);
            }));
        QTimer::singleShot(2000, &loop, &QEventLoop::quit);
        QElapsedTimer clock;
        clock.start();
        act();
        loop.exec();
        const double ms = double(clock.nsecsElapsed()) / 1e6;
        for (const auto &connection : connections)
            QObject::disconnect(connection);
        return waiting.isEmpty() ? ms : -1.0;
    }

private:
    bool allDrawn() const
    {
        for (const widgets::ViewportWidget *view : viewports())
            if (!view->isDrawn())
                return false;
        return !viewports().empty();
    }
    bool spinUntil(const std::function<bool()> &done, int timeoutMs = 60'000)
    {
        QEventLoop loop;
        QTimer poll;
        QElapsedTimer clock;
        clock.start();
        QObject::connect(&poll, &QTimer::timeout, &loop, [&] {
            if (done() || clock.elapsed() > timeoutMs)
                loop.quit();
        });
        poll.start(10);
        loop.exec();
        return done();
    }

    http::HttpClient m_http;
    std::shared_ptr<dicomweb::DicomWebClient> m_client;
    BenchStudy m_study;
    SystemClock m_clock;
    app::PixelBridge m_bridge{app::PixelBridge::Limits{4'000'000'000, 0}};
    session::ActionDispatcher m_dispatcher{m_clock};
    tools::Bindings m_bindings;
    QWidget m_window;
    widgets::LayoutGrid m_grid;
};

void wheel(widgets::ViewportWidget &view, int notches)
{
    const QPointF at = QRectF(view.imageArea()).center();
    QWheelEvent event(at, view.mapToGlobal(at), QPoint(), QPoint(0, -120 * notches), Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&view, &event);
}

void mouse(widgets::ViewportWidget &view, QEvent::Type type, QPointF at)
{
    const bool isMove = type == QEvent::MouseMove;
    QMouseEvent event(type, at, view.mapToGlobal(at), isMove ? Qt::NoButton : Qt::LeftButton,
                      type == QEvent::MouseButtonRelease ? Qt::NoButton : Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&view, &event);
}

// One wheel notch at a time through the series and back.
std::vector<double> scroll(Desk &desk, int slices)
{
    std::vector<double> times;
    for (widgets::ViewportWidget *view : desk.viewports()) { // from the first slice, wherever it stands now
        const auto first = view->shownInput().dataSet->slices.front()->sop;
        (void)desk.apply(session::ShowPlane{view->view(), session::ImageRef{first, 0}});
    }
    int at = 0, direction = 1;
    for (int i = 0; i < kEvents; ++i) {
        if (at + direction < 0 || at + direction >= slices)
            direction = -direction;
        at += direction;
        const double ms = desk.until(desk.viewports(), [&] {
            for (widgets::ViewportWidget *view : desk.viewports())
                wheel(*view, direction);
        });
        if (ms < 0.0)
            return {};
        times.push_back(ms);
    }
    return times;
}

std::vector<double> dragWindow(Desk &desk)
{
    std::vector<double> times;
    widgets::ViewportWidget &view = *desk.viewports().front();
    const QPointF from = QRectF(view.imageArea()).center();
    mouse(view, QEvent::MouseButtonPress, from);
    for (int i = 1; i <= kEvents; ++i) {
        const double ms = desk.until({&view}, [&] { mouse(view, QEvent::MouseMove, from + QPointF(i % 150, i % 70)); });
        if (ms < 0.0)
            return {};
        times.push_back(ms);
    }
    mouse(view, QEvent::MouseButtonRelease, from);
    return times;
}

void report(Suite &suite, const QString &name, const std::vector<double> &times, std::optional<double> goal50,
            double goal95)
{
    if (times.empty())
        return suite.report.cannot(u"scroll"_s, name, u"a picture did not come"_s);
    suite.report.add({u"scroll"_s, name + u"-p50"_s, percentile(times, 0.5), u"ms"_s, {}, goal50});
    suite.report.add({u"scroll"_s, name + u"-p95"_s, percentile(times, 0.95), u"ms"_s, {}, goal95});
}

// The same with what costs most: each slice sharpened, and five put together.
void processed(Suite &suite, Desk &desk)
{
    const ViewId view(u"v1"_s);
    const DataSetId id = desk.shownData();
    using session::EnhancementKind;
    if (!desk.apply(session::SetEnhancement{view, id, session::Enhancement{EnhancementKind::Sharpen, 2}}))
        return suite.report.cannot(u"scroll"_s, u"scroll-sharpened-512"_s, u"no picture came"_s);
    report(suite, u"scroll-sharpened-512"_s, scroll(desk, suite.slices), {}, 8.0);
    report(suite, u"window-drag-sharpened-512"_s, dragWindow(desk), {}, 8.0);
    if (!desk.apply(session::SetEnhancement{view, id, session::Enhancement{EnhancementKind::LocalContrast, 2}}))
        return suite.report.cannot(u"scroll"_s, u"scroll-local-contrast-512"_s, u"no picture came"_s);
    report(suite, u"scroll-local-contrast-512"_s, scroll(desk, suite.slices), {}, 8.0);
    const auto &images = desk.viewports().front()->shownInput();
    const auto plan = imaging::planSlab(*images.dataSet, images.sliceIndex, 0.0);
    if (!desk.apply(session::SetEnhancement{view, id, std::nullopt}) ||
        !desk.apply(session::SetSlab{view, session::Slab{session::SlabMode::Maximum, 5.0 * plan.spacingMm}}))
        return suite.report.cannot(u"scroll"_s, u"scroll-mip-of-5-512"_s, u"no picture came"_s);
    report(suite, u"scroll-mip-of-5-512"_s, scroll(desk, suite.slices), {}, 8.0);
    report(suite, u"window-drag-mip-of-5-512"_s, dragWindow(desk), {}, 8.0);
    (void)desk.apply(session::SetSlab{view, std::nullopt});
}

void oneView(Suite &suite, const BenchStudy &study)
{
    Desk desk(suite.studies.url(), study);
    desk.resize({512, 600});
    if (!desk.load(1, 1) || !desk.fit({512, 512}))
        return suite.report.cannot(u"scroll"_s, u"one-view-512"_s, u"the series did not load"_s);
    report(suite, u"scroll-one-view-512"_s, scroll(desk, suite.slices), 3.0, 8.0);
    report(suite, u"window-drag-one-view-512"_s, dragWindow(desk), 3.0, 8.0);
    processed(suite, desk);
}

void fourViews(Suite &suite, const BenchStudy &study)
{
    Desk desk(suite.studies.url(), study);
    desk.resize({1920, 1200});
    if (!desk.load(2, 2))
        return suite.report.cannot(u"scroll"_s, u"four-views-1920x1200"_s, u"the series did not load"_s);
    report(suite, u"scroll-four-views-1920x1200"_s, scroll(desk, suite.slices), {}, 16.0);
    report(suite, u"window-drag-four-views-1920x1200"_s, dragWindow(desk), {}, 16.0);
}

void longSeries(Suite &suite)
{
    const auto study = suite.studies.study(suite.manySlices, u"explicit"_s);
    if (!study)
        return suite.report.cannot(u"scroll"_s, u"scroll-many"_s, study.error().detail);
    Desk desk(suite.studies.url(), *study);
    desk.resize({512, 600});
    if (!desk.load(1, 1) || !desk.fit({512, 512}))
        return suite.report.cannot(u"scroll"_s, u"scroll-many"_s, u"the series did not load"_s);
    report(suite, u"scroll-many-512"_s, scroll(desk, suite.manySlices), {}, 16.0);
}

} // namespace

void benchScroll(Suite &suite)
{
    benchSession(suite);
    widgets::applyTheme(*qApp, widgets::Scheme::Dark);
    const auto study = suite.studies.study(suite.slices, u"explicit"_s);
    if (!study)
        return suite.report.cannot(u"scroll"_s, u"scroll"_s, study.error().detail);
    oneView(suite, *study);
    fourViews(suite, *study);
    if (suite.manySlices > 0)
        longSeries(suite);
}

} // namespace consilium::bench
