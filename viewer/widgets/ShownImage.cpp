#include "viewer/widgets/ShownImage.h"

#include "viewer/imaging/OwnPresentation.h"
#include "viewer/render2d/ImageCount.h"
#include "viewer/tools/ShownStack.h"

#include <algorithm>

namespace consilium::widgets
{

namespace
{

/// What the file leaves open is filled in here, once, so that pixels, labels and tools agree.
void setFallbackWindow(render2d::OverlayInput &overlay, const pixels::StudyImages &images)
{
    const auto &grey = overlay.instance->grey;
    if (overlay.presentation.window || overlay.instance->pixels.samplesPerPixel != 1 || !grey.windows.empty() ||
        !grey.voiLuts.empty() ||
        (overlay.presentation.fileTable == 0 && overlay.presentation.tables && overlay.presentation.tables->voi))
        return;
    if (const auto range = images.fallbackRange(overlay.dataSet->id))
        overlay.presentation.window = session::Window{(range->low + range->high) / 2.0, range->high - range->low,
                                                      session::VoiFunction::LinearExact};
}

void setStack(render2d::OverlayInput &overlay, const pixels::StudyImages &images)
{
    overlay.study = images.study(overlay.view.study);
    overlay.objects = images.objects();
    overlay.dataSet = tools::shownStack(overlay.view, images);
    if (overlay.dataSet)
        overlay.view.dataSet = overlay.dataSet->id;
    const auto progress = images.progress(overlay.view.dataSet);
    const int described = overlay.dataSet ? int(overlay.dataSet->slices.size()) : 0;
    const render2d::ImageCount count = render2d::imageCount(overlay.dataSet.get(), progress);
    overlay.slicesLoaded = count.loaded;
    overlay.isLoadEnded = progress.ended;
    overlay.missingReason = reasonOfMissing(overlay.dataSet, progress, images);
    overlay.sliceCount = count.total;
    overlay.seriesGap = progress.series;
    overlay.isSliceNumberKnown =
        progress.settled || progress.complete || (progress.expected >= 0 && described >= progress.expected);
}

} // namespace

QString reasonOfMissing(const dicom::DataSetPtr &stack, const pixels::StudyImages::Progress &progress,
                        const pixels::StudyImages &images)
{
    if (!stack || !progress.ended || progress.failed == 0)
        return {};
    const Error *first = nullptr;
    int failed = 0;
    for (const auto &slice : stack->slices) {
        const Error *error = images.failure(pixels::keyOf(*slice));
        if (error && first && error->code != first->code)
            return {};
        first = first ? first : error;
        failed += error ? 1 : 0;
    }
    // What was refused, or never came, is missing for another reason.
    if (!first || failed != std::max(progress.expected, int(stack->slices.size())) - progress.decoded)
        return {};
    QString reason = userMessage(*first);
    if (reason.endsWith(u'.') || reason.endsWith(u'。'))
        reason.chop(1);
    return reason;
}

ShownImage resolveImage(const ViewId &view, const session::ViewerState &state, const pixels::StudyImages &images)
{
    using Absence = ShownImage::Absence;
    ShownImage shown;
    auto &o = shown.overlay;
    o.view = state.view(view);
    if (o.view.dataSet.isEmpty())
        return shown;
    o.presentation = state.presentation(view, o.view.dataSet);
    o.hiddenLayers = state.hiddenLayers();
    setStack(o, images);

    const auto failWith = [&shown](const Error &error) {
        shown.absence = Absence::Failed;
        shown.overlay.failure = userMessage(error);
        shown.errorCode = errorName(error.code);
        shown.mayComeYet = isPassing(error);
    };
    if (!o.dataSet || o.dataSet->slices.empty()) {
        shown.absence = Absence::Describing;
        if (const Error *error = images.failure(o.view.dataSet))
            failWith(*error);
        return shown;
    }
    const int index = tools::sliceIndexOf(*o.dataSet, o.view.plane);
    if (index < 0) {
        const bool mayCome = !o.dataSet->isComplete && std::holds_alternative<session::ImageRef>(o.view.plane);
        shown.absence = mayCome ? Absence::Describing : Absence::NotInStack;
        if (const Error *error = images.failure(o.view.dataSet); error && mayCome)
            failWith(*error);
        return shown;
    }
    const auto &instance = o.dataSet->slices[std::size_t(index)];
    if (instance->study != o.view.study) {
        // A data set that belongs to another study: its pixels must not appear under this study's name.
        failWith({ErrorCode::Conflict, QStringLiteral("the data set belongs to another study")});
        return shown;
    }
    shown.instance = instance;
    o.instance = instance.get();
    o.sliceIndex = index;
    o.isLeftOutOfState = imaging::isLeftOut(o.presentation, *instance);
    o.presentation = imaging::ownPresentation(o.presentation, *instance);
    o.calibration = imaging::handCalibration(*instance, state.annotations());
    setFallbackWindow(o, images);
    shown.key = pixels::keyOf(*instance);
    auto frame = images.frame(shown.key);
    if (frame && frame->key == shown.key) {
        o.frame = std::move(frame);
        shown.absence = Absence::None;
    } else if (const Error *error = images.failure(shown.key)) {
        failWith(*error);
    } else {
        shown.absence = Absence::Loading;
    }
    return shown;
}

} // namespace consilium::widgets
