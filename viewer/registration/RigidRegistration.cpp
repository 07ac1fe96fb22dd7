// The one file that sees ITK: its templates take half a minute to compile.
#include "viewer/registration/RigidRegistration.h"

#include "viewer/registration/Similarity.h"

#include <itkCommand.h>
#include <itkImage.h>
#include <itkImportImageFilter.h>
#include <itkMacro.h>
#include <itkMattesMutualInformationImageToImageMetricv4.h>
#include <itkMultiThreaderBase.h>
#include <itkPointSet.h>
#include <itkRegistrationParameterScalesFromPhysicalShift.h>
#include <itkRegularStepGradientDescentOptimizerv4.h>
#include <itkVersorRigid3DTransform.h>

#include <algorithm>
#include <array>
#include <optional>

namespace consilium::registration
{

namespace
{

using Image = itk::Image<float, 3>;
using Transform = itk::VersorRigid3DTransform<double>;
using Metric = itk::MattesMutualInformationImageToImageMetricv4<Image, Image>;
using Optimizer = itk::RegularStepGradientDescentOptimizerv4<double>;
using Scales = itk::RegistrationParameterScalesFromPhysicalShift<Metric>;

constexpr unsigned histogramBins = 32;
constexpr unsigned workUnits = 2; // the reader goes on scrolling meanwhile
constexpr std::size_t refinedStarts = 3;

/// One level of the pyramid: voxels of about this size, that many samples, steps from the first to the second length.
struct Level {
    double voxelMm;
    std::size_t samples;
    double firstStepMm, lastStepMm;
    unsigned iterations;
    double share; ///< of the time that one way takes, each start
};
constexpr std::array levels{Level{8.0, 8000, 5.0, 0.2, 150, 0.15}, Level{4.5, 20000, 2.0, 0.05, 100, 0.25},
                            Level{2.5, 40000, 0.8, 0.02, 60, 0.3}};

/// How far the work is, and whether it is still wanted.
class Watch
{
public:
    explicit Watch(const Progress &progress) : m_progress(progress) {}

    /// What comes next is that share of all, in at most so many steps.
    void begin(double share, unsigned steps)
    {
        m_end = m_done + share;
        m_step = share / steps;
    }
    void step()
    {
        m_done = std::min(m_end, m_done + m_step);
        m_isStopped = m_isStopped || (m_progress && !m_progress(std::min(1.0, m_done)));
    }
    void finish() { m_done = m_end; } // often long before all steps
    [[nodiscard]] bool isStopped() const { return m_isStopped; }

private:
    const Progress &m_progress;
    double m_done = 0.0, m_end = 0.0, m_step = 0.0;
    bool m_isStopped = false;
};

class Iterations final : public itk::Command
{
public:
    using Self = Iterations;
    using Pointer = itk::SmartPointer<Self>;
    itkNewMacro(Self);

    void watch(Watch &watch) { m_watch = &watch; }
    void Execute(itk::Object *caller, const itk::EventObject &) override
    {
        m_watch->step();
        if (auto *optimizer = dynamic_cast<Optimizer *>(caller); optimizer && m_watch->isStopped())
            optimizer->StopOptimization();
    }
    void Execute(const itk::Object *, const itk::EventObject &) override {}

private:
    Watch *m_watch = nullptr;
};

/// A volume as ITK sees it; the values stay where they are, so `volume` has to outlive the image.
Image::Pointer imageOf(const Volume &volume)
{
    const auto import = itk::ImportImageFilter<float, 3>::New();
    Image::SizeType size{itk::SizeValueType(volume.columns), itk::SizeValueType(volume.rows),
                         itk::SizeValueType(volume.slices)};
    Image::RegionType region;
    region.SetSize(size);
    import->SetRegion(region);
    const double spacing[] = {volume.columnMm, volume.rowMm, volume.sliceMm};
    const double origin[] = {volume.origin.x, volume.origin.y, volume.origin.z};
    import->SetSpacing(spacing);
    import->SetOrigin(origin);
    Image::DirectionType direction;
    const std::array axes{volume.alongColumns, volume.alongRows, volume.alongSlices};
    for (unsigned axis = 0; axis < 3; ++axis) {
        direction[0][axis] = axes[axis].x;
        direction[1][axis] = axes[axis].y;
        direction[2][axis] = axes[axis].z;
    }
    import->SetDirection(direction);
    // ITK takes a pointer to what it never writes to.
    import->SetImportPointer(const_cast<float *>(volume.values.data()), volume.values.size(), false);
    import->Update();
    return import->GetOutput();
}

PatientVector vectorOf(const itk::Vector<double, 3> &v)
{
    return {v[0], v[1], v[2]};
}

/// p' = R (p - c) + c + t, without the centre.
RigidTransform rigidOf(const Transform &transform)
{
    const auto versor = transform.GetVersor();
    // The scalar part of RigidTransform is positive; q and -q are one rotation.
    const double sign = versor.GetW() < 0.0 ? -1.0 : 1.0;
    return {PatientVector{versor.GetX(), versor.GetY(), versor.GetZ()} * sign, vectorOf(transform.GetOffset())};
}

Transform::Pointer transformOf(const RigidTransform &rigid, PatientPoint centre)
{
    const auto transform = Transform::New();
    itk::Point<double, 3> middle;
    middle[0] = centre.x;
    middle[1] = centre.y;
    middle[2] = centre.z;
    transform->SetCenter(middle);
    itk::Versor<double> versor;
    itk::Vector<double, 3> axis;
    axis[0] = rigid.versor.x;
    axis[1] = rigid.versor.y;
    axis[2] = rigid.versor.z;
    versor.Set(axis);
    transform->SetRotation(versor);
    itk::Vector<double, 3> translation;
    const PatientVector shift = rigid.mapped(centre) - centre;
    translation[0] = shift.x;
    translation[1] = shift.y;
    translation[2] = shift.z;
    transform->SetTranslation(translation);
    return transform;
}

Metric::Pointer metricOf(const Image::Pointer &fixed, const Image::Pointer &moving, const std::vector<PatientPoint> &at)
{
    using Points = Metric::FixedSampledPointSetType;
    const auto points = Points::New();
    for (std::size_t i = 0; i < at.size(); ++i) {
        Points::PointType point;
        point[0] = at[i].x;
        point[1] = at[i].y;
        point[2] = at[i].z;
        points->SetPoint(Points::PointIdentifier(i), point);
    }
    const auto metric = Metric::New();
    metric->SetNumberOfHistogramBins(histogramBins);
    metric->SetFixedImage(fixed);
    metric->SetMovingImage(moving);
    metric->SetVirtualDomainFromImage(fixed);
    metric->SetFixedSampledPointSet(points);
    metric->SetUseSampledPointSet(true);
    metric->SetUseFixedImageGradientFilter(false);
    metric->SetUseMovingImageGradientFilter(false);
    metric->SetMaximumNumberOfWorkUnits(workUnits);
    return metric;
}

/// Both volumes at one level, coarsened by averaging.
class Stage
{
public:
    Stage(const Volume &fixed, const Volume &moving, const Level &level)
        : m_level(level),
          m_fixed(coarser(fixed, level.voxelMm)),
          m_moving(coarser(moving, level.voxelMm)),
          m_samples(samplesOfBody(m_fixed, level.samples)),
          m_centre(centreOfMass(m_fixed)),
          m_fixedImage(imageOf(m_fixed)),
          m_movingImage(imageOf(m_moving))
    {
    }
    Stage(const Stage &) = delete; // the images look into the volumes
    Stage &operator=(const Stage &) = delete;

    [[nodiscard]] const Volume &fixed() const { return m_fixed; }
    [[nodiscard]] const Volume &moving() const { return m_moving; }
    [[nodiscard]] const std::vector<PatientPoint> &samples() const { return m_samples; }

    /// Throws itk::ExceptionObject, for one when hardly a sample falls into the moving volume.
    [[nodiscard]] RigidTransform refined(const RigidTransform &start, Watch &watch) const
    {
        const auto transform = transformOf(start, m_centre);
        const auto metric = metricOf(m_fixedImage, m_movingImage, m_samples);
        metric->SetMovingTransform(transform);
        metric->Initialize();
        const auto scales = Scales::New();
        scales->SetMetric(metric);
        const auto iterations = Iterations::New();
        iterations->watch(watch);
        const auto optimizer = Optimizer::New();
        optimizer->SetMetric(metric);
        optimizer->SetScalesEstimator(scales);
        optimizer->SetDoEstimateLearningRateOnce(false);
        optimizer->SetDoEstimateLearningRateAtEachIteration(false);
        optimizer->SetLearningRate(m_level.firstStepMm);
        optimizer->SetMinimumStepLength(m_level.lastStepMm);
        optimizer->SetRelaxationFactor(0.8);
        optimizer->SetNumberOfIterations(m_level.iterations);
        optimizer->SetReturnBestParametersAndValue(true);
        optimizer->AddObserver(itk::IterationEvent(), iterations);
        optimizer->StartOptimization();
        return rigidOf(*transform);
    }

private:
    Level m_level;
    Volume m_fixed, m_moving;
    std::vector<PatientPoint> m_samples;
    PatientPoint m_centre;
    Image::Pointer m_fixedImage, m_movingImage;
};

/// From the best of the starts through all levels; nullopt when stopped or when nothing fits anywhere.
std::optional<RigidTransform> foundOneWay(const Volume &fixed, const Volume &moving, Watch &watch)
{
    std::optional<RigidTransform> best;
    for (std::size_t i = 0; i < levels.size() && !watch.isStopped(); ++i) {
        const Stage stage(fixed, moving, levels[i]);
        const auto starts =
            i == 0 ? bestStarts(stage.fixed(), stage.moving(), stage.samples(), refinedStarts) : std::vector{*best};
        double bestInformation = -1.0;
        for (const RigidTransform &start : starts) {
            if (watch.isStopped())
                return std::nullopt;
            watch.begin(levels[i].share / 2.0, levels[i].iterations);
            try {
                const RigidTransform found = stage.refined(start, watch);
                const double information = comparison(stage.fixed(), stage.moving(), stage.samples(), found).score();
                if (information > bestInformation) {
                    best = found;
                    bestInformation = information;
                }
            } catch (const itk::ExceptionObject &) {
                // This start leads nowhere: too few samples meet the other volume.
            }
            watch.finish();
        }
        if (bestInformation < 0.0)
            return std::nullopt;
    }
    return watch.isStopped() ? std::nullopt : best;
}

} // namespace

Outcome registerRigid(const Volume &fixed, const Volume &moving, const Progress &progress)
{
    Outcome outcome;
    Watch watch(progress);
    if (!isComparable(fixed) || !isComparable(moving)) {
        outcome.refusal = Refusal::TooSmall;
        return outcome;
    }
    try {
        const auto there = foundOneWay(fixed, moving, watch);
        const auto back = there ? foundOneWay(moving, fixed, watch) : std::nullopt;
        if (watch.isStopped())
            outcome.refusal = Refusal::Cancelled;
        else if (there && back)
            outcome =
                judged(coarser(fixed, levels.back().voxelMm), coarser(moving, levels.back().voxelMm), *there, *back);
    } catch (const itk::ExceptionObject &) {
        outcome.refusal = Refusal::NotConverged;
    }
    return outcome;
}

} // namespace consilium::registration
