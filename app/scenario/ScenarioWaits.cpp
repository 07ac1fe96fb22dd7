#include "app/scenario/ScenarioWaits.h"

#include "app/scenario/ScenarioSubjects.h"
#include "viewer/session/scenario/Evaluation.h"
#include "viewer/widgets/documents/DocumentPane.h"

#include <QElapsedTimer>

namespace consilium::app
{

using namespace Qt::StringLiterals;
using session::scenario::Command;

namespace
{

bool hasFailed(ScenarioHost &host, const ViewId &view)
{
    const session::ViewState &state = host.dispatcher().state().view(view);
    const widgets::ViewportWidget *viewport = host.viewport(view);
    if (viewport && viewport->document())
        return viewport->document()->failure().has_value();
    if (host.images().failure(state.dataSet))
        return true;
    const auto dataSet = host.images().dataSet(state.dataSet);
    const auto *image = std::get_if<session::ImageRef>(&state.plane);
    if (image)
        return host.images().failure(pixels::FrameKey{image->sop, image->frame}) != nullptr;
    return dataSet && !dataSet->slices.empty() && host.images().failure(pixels::keyOf(*dataSet->slices.front()));
}

StepResult loaded(ScenarioHost &host, const ViewId &view)
{
    const DataSetId id = host.dispatcher().state().view(view).dataSet;
    if (id.isEmpty())
        return StepResult::failed(ErrorCode::NotFound, u"the view shows no series"_s);
    if (!host.images().isLoading(id))
        return StepResult::done();
    const auto progress = host.images().progress(id);
    return StepResult::waiting(u"every image decoded"_s,
                               u"%1 described, %2 decoded, %3 failed of %4"_s.arg(progress.described)
                                   .arg(progress.decoded)
                                   .arg(progress.failed)
                                   .arg(progress.expected));
}

// A view that was named must be there and show something.
StepResult drawnByName(ScenarioHost &host, const QString &view)
{
    if (!view.isEmpty())
        if (const auto viewport = viewportOf(host, ViewId(view)); !viewport)
            return StepResult::failed(viewport.error());
    if (!view.isEmpty() && host.dispatcher().state().view(ViewId(view)).dataSet.isEmpty())
        return StepResult::waiting(u"%1 shows a series"_s.arg(view), u"none"_s);
    return drawn(host, view, false);
}

StepResult compare(ScenarioHost &host, const session::scenario::Expectation &expectation)
{
    const auto found = subjectValue(host, expectation);
    if (!found)
        return StepResult::failed(found.error(), expectation.text(), errorName(found.error().code));
    if (session::scenario::holds(expectation, *found))
        return StepResult::done();
    return StepResult::waiting(expectation.text(), session::scenario::valueText(*found));
}

} // namespace

StepResult drawn(ScenarioHost &host, const QString &view, bool orFailed)
{
    // It is there to be read, and nothing else comes.
    const auto saysNoImage = [&host](const widgets::ViewportWidget &viewport, const DataSetId &id) {
        const auto dataSet = host.images().dataSet(id);
        return viewport.absence() == u"NotInStack"_s && dataSet &&
               (dataSet->isComplete || host.images().progress(id).ended);
    };
    const session::Layout &layout = host.dispatcher().state().layout();
    for (int i = 0; i < layout.cellCount(); ++i) {
        const ViewId id = session::Layout::viewAt(i);
        if (!view.isEmpty() && id.text() != view)
            continue;
        if (view.isEmpty() && host.dispatcher().state().view(id).dataSet.isEmpty())
            continue; // nothing to draw: before the first study there is not even a viewport
        const widgets::ViewportWidget *viewport = host.viewport(id);
        if (!viewport)
            return StepResult::waiting(u"a viewport for %1"_s.arg(id.text()), u"none"_s);
        if (view.isEmpty() && !viewport->isVisible())
            continue; // behind the worklist
        const DataSetId dataSet = host.dispatcher().state().view(id).dataSet;
        if (dataSet.isEmpty() || viewport->isDrawn() || saysNoImage(*viewport, dataSet))
            continue;
        if (!orFailed || !hasFailed(host, id))
            return StepResult::waiting(u"%1 is drawn"_s.arg(id.text()), u"it is not"_s);
    }
    return StepResult::done();
}

Step waitStep(ScenarioHost &host, const Command &command)
{
    const QString what = command.argument(0);
    if (what == u"loaded"_s)
        return [&host, view = ViewId(command.view())] { return loaded(host, view); };
    if (what == u"drawn"_s)
        return [&host, view = command.option(u"view"_s)] { return drawnByName(host, view); };
    if (what == u"idle"_s)
        return [&host] {
            return host.images().isIdle() && host.isWorklistIdle() && host.isWorklistComplete() &&
                           host.isStripComplete()
                       ? drawn(host, {}, true)
                       : StepResult::waiting(u"nothing on its way"_s, u"loading"_s);
        };
    return [&host, expectation = *command.expectation] {
        const StepResult result = compare(host, expectation);
        // What is not there yet may come.
        return result.state == StepResult::State::Failed && result.error.code == ErrorCode::NotFound
                   ? StepResult::waiting(result.expected, result.found)
                   : result;
    };
}

Step pauseStep(const Command &command)
{
    QElapsedTimer clock;
    clock.start();
    return [clock, ms = session::scenario::parseDurationMs(command.argument(0)).value_or(0)] {
        return clock.elapsed() >= ms ? StepResult::done() : StepResult::waiting();
    };
}

Step expectStep(ScenarioHost &host, const Command &command)
{
    StepResult result = compare(host, *command.expectation);
    if (result.state == StepResult::State::Waiting)
        result = StepResult::failed({ErrorCode::InvalidArgument, u"the expectation does not hold"_s, 0, -1},
                                    result.expected, result.found);
    return settled(result);
}

} // namespace consilium::app
