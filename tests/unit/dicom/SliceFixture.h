#pragma once
#include "tests/unit/dicom/HeaderFixture.h"

#include <algorithm>
#include <random>
#include <vector>

namespace consilium::test
{

/// A slice of the described kind, to be placed by the test.
struct Slice {
    double x = 0, y = 0, z = 0;
    int number = 1;
    QString orientation = QStringLiteral("1\\0\\0\\0\\1\\0");
    int acquisition = -1, temporal = -1, echo = -1;
    QString patient = QStringLiteral("T1"), frame = QStringLiteral("2.25.4");
    double trigger = -1;
    QString imageType = {}, time = {};
    int copy = 0; ///< in the SOP Instance UID alone
};

inline dicom::InstancePtr instanceOf(const Slice &s)
{
    Attributes h = ctHeader();
    setTexts(h, tags::SopInstanceUid, "UI",
             QStringLiteral("2.25.100.%1.%2.%3.%4.%5.%6")
                 .arg(s.number)
                 .arg(s.acquisition + 1)
                 .arg(s.temporal + 1)
                 .arg(s.echo + 1)
                 .arg(s.copy)
                 .arg(int(s.time.toDouble())));
    setTexts(h, tags::ImagePositionPatient, "DS",
             QStringLiteral("%1\\%2\\%3").arg(s.x, 0, 'g', 15).arg(s.y, 0, 'g', 15).arg(s.z, 0, 'g', 15));
    setTexts(h, tags::ImageOrientationPatient, "DS", s.orientation);
    setTexts(h, tags::InstanceNumber, "IS", QString::number(s.number));
    setTexts(h, tags::PatientId, "LO", s.patient);
    setTexts(h, tags::FrameOfReferenceUid, "UI", s.frame);
    if (s.acquisition >= 0)
        setTexts(h, tags::AcquisitionNumber, "IS", QString::number(s.acquisition));
    if (s.temporal >= 0)
        setTexts(h, tags::TemporalPositionIdentifier, "IS", QString::number(s.temporal));
    if (s.echo >= 0)
        setTexts(h, {0x0018, 0x0086}, "IS", QString::number(s.echo));
    if (!s.imageType.isEmpty())
        setTexts(h, tags::ImageType, "CS", s.imageType);
    if (!s.time.isEmpty())
        setTexts(h, tags::AcquisitionTime, "TM", s.time);
    if (s.trigger >= 0)
        setTexts(h, {0x0018, 0x1060}, "DS", QString::number(s.trigger));
    return dicom::describeInstance(h).value_or(nullptr);
}

inline std::vector<dicom::InstancePtr> instancesOf(const std::vector<Slice> &slices)
{
    std::vector<dicom::InstancePtr> all;
    for (const Slice &s : slices)
        all.push_back(instanceOf(s));
    return all;
}

inline dicom::SeriesHeader series()
{
    dicom::SeriesHeader header;
    header.uid = SeriesUid(QStringLiteral("2.25.3"));
    return header;
}

inline std::vector<dicom::DataSetPtr> assembled(std::vector<dicom::InstancePtr> all, int expected = -1,
                                                unsigned seed = 5)
{
    std::mt19937 random(seed);
    std::shuffle(all.begin(), all.end(), random);
    return dicom::assemble(series(), std::move(all), expected);
}

inline const dicom::DataIssue *issueOf(const dicom::DataSet &stack, dicom::DataIssue::Kind kind)
{
    const auto it = std::find_if(stack.issues.begin(), stack.issues.end(),
                                 [kind](const dicom::DataIssue &i) { return i.kind == kind; });
    return it == stack.issues.end() ? nullptr : &*it;
}

} // namespace consilium::test

Q_DECLARE_METATYPE(consilium::test::Slice)
