#include "tests/bench/Desk.h"
#include "tests/bench/Suite.h"
#include "viewer/imaging/Slab.h"
#include "viewer/widgets/theme/Theme.h"

#include <QApplication>

using namespace Qt::StringLiterals;

namespace consilium::bench
{

namespace
{

constexpr int kEvents = 300;

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
    Desk desk(suite.studies.url(), {study});
    desk.resize({512, 600});
    if (!desk.load(1, 1) || !desk.fit({512, 512}))
        return suite.report.cannot(u"scroll"_s, u"one-view-512"_s, u"the series did not load"_s);
    report(suite, u"scroll-one-view-512"_s, scroll(desk, suite.slices), 3.0, 8.0);
    report(suite, u"window-drag-one-view-512"_s, dragWindow(desk), 3.0, 8.0);
    processed(suite, desk);
}

void fourViews(Suite &suite, const BenchStudy &study)
{
    Desk desk(suite.studies.url(), {study});
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
    Desk desk(suite.studies.url(), {*study});
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
