#include "tests/bench/Desk.h"
#include "tests/bench/Suite.h"
#include "viewer/tools/LinkedScroll.h"
#include "viewer/widgets/theme/Theme.h"

#include <QApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace consilium::bench
{

namespace
{

constexpr int linkedSlices = 100, linkedSeries = 4, turns = 300;

void report(Suite &suite, const QString &name, const std::vector<double> &times, double goal95)
{
    if (times.empty())
        return suite.report.cannot(u"reading"_s, name, u"a picture did not come"_s);
    suite.report.add({u"reading"_s, name + u"-p50"_s, percentile(times, 0.5), u"ms"_s, {}, {}});
    suite.report.add({u"reading"_s, name + u"-p95"_s, percentile(times, 0.95), u"ms"_s, {}, goal95});
}

/// All views at their first slices, then linked so. False when one cannot go along.
bool linkFromTheFirst(Desk &desk)
{
    for (const widgets::ViewportWidget *view : desk.viewports()) {
        const auto first = view->shownInput().dataSet->slices.front()->sop;
        if (!desk.apply(session::ShowPlane{view->view(), session::ImageRef{first, 0}}))
            return false;
    }
    const widgets::ViewportWidget &leader = *desk.viewports().front();
    const auto stacks = [&desk](const session::ViewState &view) { return tools::shownStack(view, desk.images()); };
    const auto change = tools::toggleLink(session::LinkKind::Offset, desk.dispatcher().state(), leader.view(),
                                          leader.shownInput().instance, stacks);
    const bool isWhole = int(change.others.size()) == linkedSeries - 1 &&
                         std::all_of(change.others.begin(), change.others.end(), [](const tools::LinkedView &other) {
                             return other.hindrance == tools::LinkHindrance::None;
                         });
    return isWhole && !change.actions.empty() &&
           std::all_of(change.actions.begin(), change.actions.end(),
                       [&desk](const session::Action &action) { return desk.dispatcher().submit(action).has_value(); });
}

/// The wheel in one of four views, until all four show their slice.
void fourLinked(Suite &suite, const std::vector<BenchStudy> &studies)
{
    const QString name = u"linked-scroll-four-series-1920x1200"_s;
    Desk desk(suite.studies.url(), studies);
    desk.resize({1920, 1200});
    if (!desk.load(2, 2))
        return suite.report.cannot(u"reading"_s, name, u"the series did not load"_s);
    if (!linkFromTheFirst(desk))
        return suite.report.cannot(u"reading"_s, name, u"the views cannot be linked"_s);
    std::vector<double> times;
    int at = 0, direction = 1;
    for (int i = 0; i < turns; ++i) {
        if (at + direction < 0 || at + direction >= linkedSlices)
            direction = -direction;
        at += direction;
        const double ms = desk.until(desk.viewports(), [&] { wheel(*desk.viewports().front(), direction); });
        if (ms < 0.0)
            return report(suite, name, {}, 33.0);
        times.push_back(ms);
    }
    report(suite, name, times, 33.0);
}

/// From the action that puts a prior beside the images read to its first picture, both in memory.
void priorFromTheCache(Suite &suite, const std::vector<BenchStudy> &studies)
{
    const QString name = u"prior-first-image-from-cache"_s;
    Desk desk(suite.studies.url(), {studies[0], studies[1]});
    desk.resize({1920, 1200});
    if (!desk.load(1, 2))
        return suite.report.cannot(u"reading"_s, name, u"the series did not load"_s);
    const auto showBeside = [&](std::size_t study) {
        session::ShowSeries show;
        show.view = session::Layout::viewAt(1);
        show.study = studies[study].study;
        show.dataSet = desk.dataOf(study);
        return show;
    };
    std::vector<double> times;
    for (int i = 0; i < suite.rounds * 10; ++i) {
        if (!desk.apply(showBeside(0)))
            return report(suite, name, {}, 300.0);
        const double ms = desk.until({desk.viewports().back()}, [&] { (void)desk.dispatcher().submit(showBeside(1)); });
        if (ms < 0.0 || desk.viewports().back()->shownInput().view.dataSet != desk.dataOf(1))
            return report(suite, name, {}, 300.0);
        times.push_back(ms);
    }
    report(suite, name, times, 300.0);
}

} // namespace

void benchCompare(Suite &suite)
{
    widgets::applyTheme(*qApp, widgets::Scheme::Dark);
    std::vector<BenchStudy> studies;
    for (int i = 0; i < linkedSeries; ++i) {
        const auto study = suite.studies.study(linkedSlices + i, u"explicit"_s);
        if (!study)
            return suite.report.cannot(u"reading"_s, u"compare"_s, study.error().detail);
        studies.push_back(*study);
    }
    fourLinked(suite, studies);
    priorFromTheCache(suite, studies);
}

} // namespace consilium::bench
