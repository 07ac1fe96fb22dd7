#pragma once
#include "tests/render/ImageFixture.h"
#include "viewer/render2d/Overlay.h"

namespace consilium::test
{

/// A whole series of one image that is shown, to be spoilt by the test.
struct Shown {
    std::shared_ptr<dicom::Instance> instance = makeInstance({});
    std::shared_ptr<dicom::DataSet> dataSet = makeDataSet({instance});
    std::shared_ptr<pixels::DecodedFrame> frame = makeFrame(*instance, [](int row, int) { return row; });

    [[nodiscard]] render2d::OverlayInput input() const
    {
        render2d::OverlayInput in;
        in.study.patient = instance->patient;
        in.dataSet = dataSet;
        in.instance = instance.get();
        in.frame = frame;
        in.sliceIndex = 0;
        in.sliceCount = in.slicesLoaded = 268;
        return in;
    }
};

inline QStringList ids(const std::vector<render2d::Band> &all)
{
    QStringList names;
    for (const auto &band : all)
        names << band.id;
    return names;
}

} // namespace consilium::test
