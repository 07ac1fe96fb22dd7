#include "viewer/widgets/ShownImage.h"

namespace consilium::widgets
{

namespace
{

/// The image whose plane is parallel (within half a degree) and nearest. Outside the stack only a plane that an end
/// image lies in counts: showing the last image for a plane centimetres away would be a silent guess.
int nearestParallelSlice(const dicom::DataSet &dataSet, const session::SpatialPlane &plane)
{
    constexpr double cosHalfDegree = 0.99996192, inPlaneMm = 0.01;
    int nearest = -1;
    double nearestMm = 0.0, lowestMm = 0.0, highestMm = 0.0;
    for (int i = 0; i < int(dataSet.slices.size()); ++i) {
        const auto &geometry = dataSet.slices[std::size_t(i)]->geometry;
        const auto normal = geometry.normal();
        if (!normal || !geometry.position || geometry.frameOfReference != plane.frameOfReference ||
            std::abs(normal->dot(plane.normal)) < cosHalfDegree)
            continue;
        const double mm = (plane.point - *geometry.position).dot(*normal);
        lowestMm = nearest < 0 ? mm : std::min(lowestMm, mm);
        highestMm = nearest < 0 ? mm : std::max(highestMm, mm);
        if (nearest < 0 || std::abs(mm) < std::abs(nearestMm)) {
            nearest = i;
            nearestMm = mm;
        }
    }
    const bool outside = lowestMm > inPlaneMm || highestMm < -inPlaneMm;
    return outside ? -1 : nearest;
}

/// A series may be split after an image of it was put on the screen: the part that holds the image is then shown.
dicom::DataSetPtr partWithImage(const dicom::DataSetPtr &dataSet, const session::ViewState &view,
                                const pixels::StudyImages &images)
{
    const auto *image = std::get_if<session::ImageRef>(&view.plane);
    if (!image || !dataSet || dataSet->slices.empty() || dataSet->indexOf(image->sop, image->frame) >= 0)
        return dataSet;
    for (const auto &part : images.dataSets(view.study)) {
        if (part && part->header.uid == dataSet->header.uid && part->indexOf(image->sop, image->frame) >= 0)
            return part;
    }
    return dataSet;
}

/// What the file leaves open is filled in here, once, so that pixels, labels and tools agree.
void setFallbackWindow(render2d::OverlayInput &overlay, const pixels::StudyImages &images)
{
    const auto &grey = overlay.instance->grey;
    if (overlay.presentation.window || overlay.instance->pixels.samplesPerPixel != 1 || !grey.windows.empty() ||
        !grey.voiLuts.empty())
        return;
    if (const auto range = images.fallbackRange(overlay.dataSet->id))
        overlay.presentation.window = session::Window{(range->low + range->high) / 2.0, range->high - range->low,
                                                      session::VoiFunction::LinearExact};
}

void setStack(render2d::OverlayInput &overlay, const pixels::StudyImages &images)
{
    overlay.study = images.study(overlay.view.study);
    const auto named = images.dataSet(overlay.view.dataSet);
    overlay.dataSet = partWithImage(named, overlay.view, images);
    if (overlay.dataSet != named)
        overlay.view.dataSet = overlay.dataSet->id;
    const auto progress = images.progress(overlay.view.dataSet);
    const int described = overlay.dataSet ? int(overlay.dataSet->slices.size()) : 0;
    overlay.slicesLoaded = progress.decoded;
    overlay.isLoadEnded = progress.ended;
    overlay.sliceCount = std::max(described, progress.expected);
    overlay.isSliceNumberKnown =
        progress.settled || progress.complete || (progress.expected >= 0 && described >= progress.expected);
}

} // namespace

int sliceIndexOf(const dicom::DataSet &dataSet, const session::PlaneRef &plane)
{
    if (dataSet.slices.empty())
        return -1;
    if (std::holds_alternative<std::monostate>(plane))
        return 0;
    if (const auto *image = std::get_if<session::ImageRef>(&plane))
        return dataSet.indexOf(image->sop, image->frame);
    return nearestParallelSlice(dataSet, std::get<session::SpatialPlane>(plane));
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
    setStack(o, images);

    const auto failWith = [&shown](const Error &error) {
        shown.absence = Absence::Failed;
        shown.overlay.failure = userMessage(error);
        shown.errorCode = errorName(error.code);
    };
    if (!o.dataSet || o.dataSet->slices.empty()) {
        shown.absence = Absence::Describing;
        if (const Error *error = images.failure(o.view.dataSet))
            failWith(*error);
        return shown;
    }
    const int index = sliceIndexOf(*o.dataSet, o.view.plane);
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
