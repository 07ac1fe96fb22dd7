#pragma once
#include "viewer/dicom/StudyModel.h"
#include "viewer/pixels/DecodedFrame.h"

#include <functional>
#include <limits>
#include <memory>

/// Images made for tests: every property is chosen by the test, nothing is read from a file.
namespace consilium::test
{

using namespace Qt::StringLiterals;

struct ImageSpec {
    int rows = 64, columns = 64;
    double betweenRowsMm = 1.0, betweenColumnsMm = 1.0;
    dicom::SpacingBasis basis = dicom::SpacingBasis::PatientPlane;
    std::optional<PatientPoint> position = PatientPoint{-100.0, -100.0, -519.8};
    std::optional<PatientVector> alongRow = PatientVector{1, 0, 0}, alongColumn = PatientVector{0, 1, 0};
    double slope = 1.0, intercept = -1024.0;
    QString sop = u"1.2.3.1"_s;
};

inline std::shared_ptr<dicom::Instance> makeInstance(const ImageSpec &spec)
{
    auto instance = std::make_shared<dicom::Instance>();
    instance->study = StudyUid(u"1.2.3"_s);
    instance->series = SeriesUid(u"1.2.3.0"_s);
    instance->sop = SopInstanceUid(spec.sop);
    instance->patient.name.alphabetic = u"TEST ALPHA"_s;
    instance->patient.id = u"TEST-0001"_s;
    instance->patient.sex = u"M"_s;
    instance->patient.age = u"058Y"_s;
    auto &pixels = instance->pixels;
    pixels.rows = spec.rows;
    pixels.columns = spec.columns;
    pixels.bitsAllocated = pixels.bitsStored = 16;
    pixels.highBit = 15;
    auto &geometry = instance->geometry;
    geometry.rows = spec.rows;
    geometry.columns = spec.columns;
    geometry.spacing = {spec.betweenRowsMm, spec.betweenColumnsMm, spec.basis};
    if (spec.basis == dicom::SpacingBasis::None)
        geometry.spacing = {};
    geometry.frameOfReference = FrameOfReferenceUid(u"1.2.3.9"_s);
    geometry.position = spec.position;
    geometry.alongRow = spec.alongRow;
    geometry.alongColumn = spec.alongColumn;
    instance->grey.slope = spec.slope;
    instance->grey.intercept = spec.intercept;
    instance->grey.unit = ValueUnit::Hounsfield;
    instance->grey.unitText = u"HU"_s;
    return instance;
}

/// A frame whose stored values are given by row and column.
inline std::shared_ptr<pixels::DecodedFrame> makeFrame(const dicom::Instance &instance,
                                                       const std::function<int(int, int)> &stored, int reduction = 0)
{
    auto frame = std::make_shared<pixels::DecodedFrame>();
    frame->key = {instance.sop, 0};
    const int block = 1 << reduction;
    frame->rows = (instance.geometry.rows + block - 1) / block;
    frame->columns = (instance.geometry.columns + block - 1) / block;
    frame->reduction = reduction;
    frame->type = instance.pixels.isSigned ? pixels::SampleType::S16 : pixels::SampleType::U16;
    frame->bytes.resize(std::size_t(frame->rows) * std::size_t(frame->columns) * 2);
    frame->minimum = std::numeric_limits<int>::max();
    frame->maximum = std::numeric_limits<int>::min();
    auto *samples = reinterpret_cast<std::uint16_t *>(frame->bytes.data());
    for (int row = 0; row < frame->rows; ++row) {
        for (int column = 0; column < frame->columns; ++column) {
            const int value = stored(row, column);
            *samples++ = std::uint16_t(value);
            frame->minimum = std::min(frame->minimum, value);
            frame->maximum = std::max(frame->maximum, value);
        }
    }
    frame->shownMinimum = frame->minimum;
    frame->shownMaximum = frame->maximum;
    return frame;
}

inline std::shared_ptr<dicom::DataSet> makeDataSet(std::vector<dicom::InstancePtr> slices)
{
    auto dataSet = std::make_shared<dicom::DataSet>();
    dataSet->id = DataSetId(u"1.2.3.0"_s);
    dataSet->header.uid = SeriesUid(u"1.2.3.0"_s);
    dataSet->header.modality = u"CT"_s;
    dataSet->header.number = 4;
    dataSet->header.description = u"Lung 1.0"_s;
    dataSet->slices = std::move(slices);
    dataSet->isComplete = true;
    return dataSet;
}

/// `count` axial slices, 1 mm apart, from the head down.
inline std::shared_ptr<dicom::DataSet> makeStack(int count, ImageSpec spec = {})
{
    std::vector<dicom::InstancePtr> slices;
    for (int i = 0; i < count; ++i) {
        spec.sop = u"1.2.3.1.%1"_s.arg(i + 1);
        if (spec.position)
            spec.position->z = -double(i);
        slices.push_back(makeInstance(spec));
    }
    return makeDataSet(std::move(slices));
}

} // namespace consilium::test
