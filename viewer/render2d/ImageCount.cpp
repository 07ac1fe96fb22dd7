#include "viewer/render2d/ImageCount.h"

#include <QCoreApplication>

#include <algorithm>

namespace consilium::render2d
{

double ImageCount::share() const
{
    return total > 0 ? std::clamp(double(loaded) / total, 0.0, 1.0) : 0.0;
}

ImageCount imageCount(const dicom::DataSet *stack, const pixels::StudyImages::Progress &progress)
{
    const int described = stack ? int(stack->slices.size()) : 0;
    return {std::max(0, progress.decoded), std::max({described, progress.expected, 0})};
}

QString imageCountText(const ImageCount &count)
{
    return QCoreApplication::translate("Overlay", "%1 of %2 images").arg(count.loaded).arg(count.total);
}

} // namespace consilium::render2d
