#include "viewer/widgets/FusionMaker.h"

#include "base/WorkPool.h"
#include "viewer/render2d/ImageCount.h"
#include "viewer/tools/FusionCommands.h"
#include "viewer/tools/ShownStack.h"

#include <QFuture>
#include <QPromise>

#include <algorithm>
#include <utility>

namespace consilium::widgets
{

namespace
{

using Values = std::shared_ptr<const imaging::ValueImage>;

/// By body surface the numbers are about a quarter of those by body weight: 70 kg and 1.85 m2 give 0.264.
double usualSuvHigh(dicom::SuvKind kind)
{
    return kind == dicom::SuvKind::BodySurface ? 2.5 : 10.0;
}

bool isUsable(const pixels::DecodedFrame &frame, const dicom::Instance &image)
{
    return frame.type != pixels::SampleType::Rgb8 && frame.reduction == 0 && frame.rows == image.geometry.rows &&
           frame.columns == image.geometry.columns;
}

/// "PT AC WB"
QString nameOf(const dicom::DataSet &series)
{
    const QString description = series.header.description.trimmed();
    const QString number = series.header.number >= 0 ? QString::number(series.header.number) : QString();
    return (series.header.modality + u' ' + (description.isEmpty() ? number : description)).trimmed();
}

/// What of the slices of this plane must be said beside the image.
void setFidelity(render2d::ShownFusion &fusion, const std::vector<imaging::FusionPart> &parts)
{
    fusion.slices = int(parts.size());
    bool isRatioKnown = true;
    for (const imaging::FusionPart &part : parts) {
        fusion.missing += part.frame ? 0 : 1;
        fusion.damaged += part.frame && part.frame->damaged ? 1 : 0;
        const dicom::PixelDescription &pixels = part.instance->pixels;
        if (!pixels.lossy)
            continue;
        fusion.isLossy = true;
        isRatioKnown = isRatioKnown && pixels.lossyRatio.has_value();
        fusion.lossyRatio = std::max(fusion.lossyRatio, pixels.lossyRatio);
    }
    if (!isRatioKnown)
        fusion.lossyRatio.reset();
}

/// Values at the ends of a window. PS3.3 C.11.2.1.2.1, C.11.2.1.3.2.
void setEnds(render2d::FusionLayer &layer, const session::Window &window)
{
    const bool isLinear = window.function == session::VoiFunction::Linear;
    const double middle = isLinear ? window.centre - 0.5 : window.centre;
    const double reach = (isLinear ? window.width - 1.0 : window.width) / 2.0;
    layer.low = middle - reach;
    layer.high = std::max(middle + reach, layer.low + 1e-6);
}

} // namespace

FusionMaker::FusionMaker(QObject *parent) : QObject(parent) {}

FusionMaker::~FusionMaker()
{
    release();
}

bool FusionMaker::Recipe::isSame(const Recipe &other) const
{
    return isOfOnePlane(other) &&
           std::equal(parts.begin(), parts.end(), other.parts.begin(), other.parts.end(),
                      [](const imaging::FusionPart &a, const imaging::FusionPart &b) { return a.frame == b.frame; });
}

bool FusionMaker::Recipe::isOfOnePlane(const Recipe &other) const
{
    return plan == other.plan && std::equal(parts.begin(), parts.end(), other.parts.begin(), other.parts.end(),
                                            [](const imaging::FusionPart &a, const imaging::FusionPart &b) {
                                                return a.instance == b.instance && a.factor == b.factor;
                                            });
}

void FusionMaker::release()
{
    m_cancel.cancel();
    m_isMaking = false;
    m_series.reset();
    m_image.reset();
    m_values.reset();
    m_voxels.reset();
    m_made = m_making = {};
    m_missing.clear();
    m_dataSetId = {};
    if (m_images && m_wanted != Wanted())
        m_images->want(this, {}, -1, 0);
    m_wanted = {};
}

/// A series that is listed and not described yet: it is looked at from now on.
void FusionMaker::waitFor(const dicom::DataSetPtr &series, pixels::StudyImages &images)
{
    const bool isListed = series && series->slices.empty();
    const Wanted wanted = isListed ? Wanted{series->id, 0, 0} : Wanted();
    if (wanted != m_wanted)
        images.want(this, wanted.dataSet, isListed ? 0 : -1, 0);
    m_wanted = wanted;
}

void FusionMaker::plan(const dicom::DataSetPtr &series, const dicom::InstancePtr &image, const dicom::StudyPairs &pairs)
{
    if (m_series == series && m_image == image && m_pairs == pairs)
        return;
    if (m_series != series)
        m_wanted.first = m_wanted.last + 1; // the same numbers may mean other slices now: they are asked for anew
    m_series = series;
    m_image = image;
    m_pairs = pairs;
    m_plan = imaging::planFusion(*series, *image, pairs);
}

/// The slices of this plane are held and come first; the rest of the stack follows, for the next plane.
void FusionMaker::want(pixels::StudyImages &images)
{
    const bool isAny = m_plan.refusal == imaging::FusionRefusal::None && !m_plan.isOutside();
    const Wanted wanted = isAny ? Wanted{m_series->id, m_plan.first, m_plan.last} : Wanted();
    if (wanted == m_wanted)
        return;
    m_wanted = wanted;
    if (!isAny) {
        images.want(this, {}, -1, 0);
        return;
    }
    images.want(this, wanted.dataSet, (wanted.first + wanted.last) / 2, 0);
    images.wantAround(this, wanted.first, wanted.last);
}

FusionMaker::Sampled *FusionMaker::sampled()
{
    const auto found = std::find_if(m_samples.begin(), m_samples.end(), [this](const Sampled &known) {
        const auto series = known.series.lock();
        return series && series == m_series;
    });
    return found == m_samples.end() ? nullptr : &*found;
}

/// Of the slices that have not given their values yet those that are there do so now. One that cannot be had is passed
/// over, and stays among those that the window lacks.
FusionMaker::Sampled &FusionMaker::sampleSlices(const pixels::StudyImages &images)
{
    Sampled *known = sampled();
    if (!known) {
        std::erase_if(m_samples, [](const Sampled &old) { return old.series.expired(); });
        if (m_samples.size() >= mostSampled)
            m_samples.pop_back();
        Sampled fresh{m_series, imaging::VolumeSample(int(m_series->slices.size())), {}};
        for (std::size_t i = 0; i < m_series->slices.size(); ++i)
            fresh.unsampled.emplace(pixels::keyOf(*m_series->slices[i]), int(i));
        m_samples.insert(m_samples.begin(), std::move(fresh));
    } else if (known != m_samples.data()) {
        std::rotate(m_samples.begin(), m_samples.begin() + (known - m_samples.data()),
                    m_samples.begin() + (known - m_samples.data()) + 1);
    }
    Sampled &own = m_samples.front();
    for (auto it = own.unsampled.begin(); it != own.unsampled.end();) {
        const dicom::Instance &slice = *m_series->slices[std::size_t(it->second)];
        const auto frame = images.frame(it->first);
        const bool isThere = frame && frame->key == it->first && isUsable(*frame, slice);
        if (isThere)
            own.sample.add(slice, *frame);
        it = isThere ? own.unsampled.erase(it) : std::next(it);
    }
    return own;
}

/// Where nobody has set a window: the one that all slices state; else by the values of all slices of the series, of
/// those that are there so far, which is said. Not by the slice that came first: the same uptake would have another
/// colour the next time.
void FusionMaker::setUsualEnds(render2d::ShownFusion &fusion, const pixels::StudyImages &images)
{
    if (const auto stated = imaging::statedWindow(*m_series)) {
        setEnds(fusion.layer, *stated);
        return;
    }
    const Sampled &own = sampleSlices(images);
    fusion.windowSlices = own.sample.slices();
    fusion.windowSlicesWanted = int(m_series->slices.size());
    if (const auto window = own.sample.window())
        setEnds(fusion.layer, *window);
    else
        fusion.windowSlices = 0; // no pixel has a value so far
}

FusionMaker::Recipe FusionMaker::gather(const pixels::StudyImages &images, std::optional<dicom::SuvKind> suv)
{
    Recipe recipe{m_plan, {}};
    m_missing.clear();
    for (int i = m_plan.first; i <= m_plan.last; ++i) {
        const dicom::InstancePtr &slice = m_series->slices[std::size_t(i)];
        const pixels::FrameKey key = pixels::keyOf(*slice);
        auto frame = images.frame(key);
        if (frame && (frame->key != key || !isUsable(*frame, *slice)))
            frame.reset();
        if (!frame && !images.failure(key))
            m_missing.push_back(key);
        const double factor = suv ? slice->suv->of(*suv).factor : 1.0;
        recipe.parts.push_back({slice, std::move(frame), factor});
    }
    return recipe;
}

void FusionMaker::start(Recipe recipe)
{
    m_cancel.cancel();
    m_cancel = CancelToken();
    m_isMaking = true;
    m_making = recipe;
    auto promise = std::make_shared<QPromise<Values>>();
    promise->start();
    promise->future().then(this, [this, cancel = m_cancel](const Values &values) {
        if (cancel.isCancelled())
            return;
        m_isMaking = false;
        m_made = std::exchange(m_making, {});
        m_values = values;
        m_voxels = std::make_shared<const imaging::FusionVoxels>(imaging::FusionVoxels{m_made.plan, m_made.parts});
        Q_EMIT made();
    });
    startWork(workPool(), [promise, recipe = std::move(recipe), cancel = m_cancel] {
        promise->addResult(
            std::make_shared<const imaging::ValueImage>(imaging::sampleFusion(recipe.plan, recipe.parts, cancel)));
        promise->finish();
    });
}

void FusionMaker::fill(ShownImage &shown, pixels::StudyImages &images)
{
    auto &overlay = shown.overlay;
    const auto &wanted = overlay.view.fusion;
    m_images = &images;
    if (!wanted || !shown.instance) {
        release();
        return;
    }
    m_dataSetId = wanted->dataSet;
    render2d::ShownFusion fusion;
    session::ViewState over;
    over.study = wanted->study;
    over.dataSet = wanted->dataSet;
    const auto series = tools::shownStack(over, images);
    // A series that belongs to another study than the state says is not what was chosen.
    if (!series || series->slices.empty() || series->slices.front()->study != wanted->study) {
        fusion.refusal = imaging::FusionRefusal::NotThere;
        overlay.fusion = std::move(fusion);
        waitFor(series, images);
        return;
    }
    plan(series, shown.instance, images.pairs());
    fusion.name = nameOf(*series);
    fusion.refusal = m_plan.refusal;
    fusion.isOverSlab = overlay.slab && overlay.slab->isDrawn();
    fusion.isOutside = m_plan.isOutside();
    const auto suv = tools::suvKindOf(wanted->scale);
    fusion.suvRefusal = suv ? dicom::suvRefusalText(imaging::suvRefusal(*series, *suv)) : QString();
    fusion.unit = suv ? dicom::suvName(*suv) : series->slices.front()->grey.unitText;
    fusion.isSeriesComplete = series->isComplete;
    (void)followProgress(fusion, images);
    want(images);
    if (!fusion.isRefused() && !fusion.isOutside)
        fillLayer(fusion, *wanted, images);
    overlay.fusion = std::move(fusion);
}

bool FusionMaker::followProgress(render2d::ShownFusion &fusion, const pixels::StudyImages &images) const
{
    const auto progress = images.progress(m_dataSetId);
    const render2d::ImageCount count = render2d::imageCount(m_series.get(), progress);
    const bool isSame = count == render2d::ImageCount{fusion.seriesLoaded, fusion.seriesTotal} &&
                        progress.ended == fusion.isSeriesEnded;
    fusion.seriesLoaded = count.loaded;
    fusion.seriesTotal = count.total;
    fusion.isSeriesEnded = progress.ended;
    return !isSame;
}

void FusionMaker::fillLayer(render2d::ShownFusion &fusion, const session::Fusion &wanted,
                            const pixels::StudyImages &images)
{
    auto &layer = fusion.layer;
    layer.map = wanted.colourMap;
    layer.opacity = wanted.opacity;
    layer.threshold = wanted.threshold;
    const auto suv = tools::suvKindOf(wanted.scale);
    Recipe recipe = gather(images, suv);
    if (wanted.window)
        setEnds(layer, *wanted.window);
    else if (suv)
        setEnds(layer, {usualSuvHigh(*suv) / 2.0, usualSuvHigh(*suv), session::VoiFunction::LinearExact});
    else
        setUsualEnds(fusion, images);
    const bool hasEnds = fusion.windowSlicesWanted == 0 || fusion.windowSlices > 0;
    setFidelity(fusion, recipe.parts);
    fusion.lost = fusion.missing - int(m_missing.size());
    // What was sampled of this very plane with fewer slices has holes where they are missing, and no wrong values.
    if (m_values && m_made.isOfOnePlane(recipe) && hasEnds) {
        layer.values = m_values;
        fusion.voxels = m_voxels;
    }
    const bool isMade = m_values && m_made.isSame(recipe);
    fusion.isPending = !m_missing.empty() || !isMade;
    // A job for this plane goes on to its end: slices that came meanwhile are taken in by the next one.
    if (!isMade && !(m_isMaking && m_making.isOfOnePlane(recipe)))
        start(std::move(recipe));
}

bool FusionMaker::takes(const pixels::FrameKey &key)
{
    const bool isOfPlane = std::find(m_missing.begin(), m_missing.end(), key) != m_missing.end();
    Sampled *const own = m_images && m_series ? sampled() : nullptr;
    if (!own)
        return isOfPlane;
    const auto unsampled = own->unsampled.find(key);
    if (unsampled == own->unsampled.end())
        return isOfPlane;
    // At once: it may be gone from memory when the view is next drawn.
    const dicom::Instance &slice = *m_series->slices[std::size_t(unsampled->second)];
    const auto frame = m_images->frame(key);
    if (!frame || frame->key != key || !isUsable(*frame, slice))
        return isOfPlane;
    own->sample.add(slice, *frame);
    own->unsampled.erase(unsampled);
    return true;
}

} // namespace consilium::widgets
