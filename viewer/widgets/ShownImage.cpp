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

} // namespace

int sliceIndexOf(const dicom::DataSet &dataSet, const session::PlaneRef &plane)
{
    if (dataSet.slices.empty())
        return -1;
    if (std::holds_alternative<std::monostate>(plane))
        return 0;
    if (const auto *image = std::get_if<session::ImageRef>(&plane)) {
        const int index = dataSet.indexOf(image->sop);
        if (index < 0 || image->frame < 0 || image->frame >= dataSet.slices[std::size_t(index)]->pixels.frames)
            return -1;
        return index;
    }
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
    o.study = images.study(o.view.study);
    o.dataSet = images.dataSet(o.view.dataSet);
    const auto progress = images.progress(o.view.dataSet);
    o.slicesLoaded = progress.decoded;
    o.isLoadEnded = progress.ended;
    o.sliceCount = std::max(o.dataSet ? int(o.dataSet->slices.size()) : 0, progress.expected);

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
    const auto *image = std::get_if<session::ImageRef>(&o.view.plane);
    shown.key = {instance->sop, image ? image->frame : 0};
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
