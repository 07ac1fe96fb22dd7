#pragma once
#include "app/usecases/MarkParts.h"
#include "app/usecases/ReadObject.h"
#include "tests/unit/objects/ObjectsFixture.h"

namespace consilium::test
{

/// Ten axial CT images of 100 x 80 pixels, 0.5 mm wide and 1 mm high, 2 mm apart; their UIDs are those of imageOf(1)
/// to imageOf(10). Pixels are -1024 + stored HU.
[[nodiscard]] inline dicom::DataSetPtr keptStack()
{
    auto stack = std::make_shared<dicom::DataSet>();
    stack->id = DataSetId(QString::fromLatin1(seriesOfImages));
    stack->header.uid = SeriesUid(QString::fromLatin1(seriesOfImages));
    stack->isComplete = true;
    const dicom::StudyHeader study = dicom::describeStudy(imageHeader());
    for (int i = 1; i <= 10; ++i) {
        auto image = std::make_shared<dicom::Instance>();
        const objects::ImageReference reference = imageOf(i);
        image->study = reference.study;
        image->series = reference.series;
        image->sop = reference.sop;
        image->sopClass = reference.sopClass;
        image->patient = study.patient;
        image->pixels.rows = image->geometry.rows = 80;
        image->pixels.columns = image->geometry.columns = 100;
        image->pixels.samplesPerPixel = 1;
        image->pixels.frames = 1;
        image->pixels.photometric = dicom::Photometric::Monochrome2;
        image->geometry.spacing = {1.0, 0.5, dicom::SpacingBasis::PatientPlane};
        image->geometry.frameOfReference = FrameOfReferenceUid(QString::fromLatin1(frameOfReferenceOfImages));
        image->geometry.position = PatientPoint{-25.0, -40.0, 2.0 * i};
        image->geometry.alongRow = PatientVector{1.0, 0.0, 0.0};
        image->geometry.alongColumn = PatientVector{0.0, 1.0, 0.0};
        image->grey.slope = 1.0;
        image->grey.intercept = -1024.0;
        image->sliceThicknessMm = 2.0;
        stack->slices.push_back(image);
    }
    return stack;
}

[[nodiscard]] inline app::StudyPlaces keptPlaces()
{
    return app::StudyPlaces({keptStack()});
}

[[nodiscard]] inline objects::MeasurementReport keptReport(std::vector<objects::Measurement> measurements)
{
    objects::MeasurementReport report;
    report.header = objectHeader();
    report.header.manufacturer = QStringLiteral("Other Viewer");
    report.author = QStringLiteral("LI^Yisheng=李^医生");
    report.measurements = std::move(measurements);
    return report;
}

[[nodiscard]] inline objects::Shape shapeOn(int image, objects::ShapeType type, std::vector<ImagePoint> points)
{
    objects::Shape shape;
    shape.type = type;
    shape.image = imageOf(image);
    shape.points = std::move(points);
    return shape;
}

[[nodiscard]] inline objects::Shape shapeInPatient(objects::ShapeType type, std::vector<PatientPoint> places)
{
    objects::Shape shape;
    shape.type = type;
    shape.places = std::move(places);
    shape.frameOfReference = FrameOfReferenceUid(QString::fromLatin1(frameOfReferenceOfImages));
    return shape;
}

[[nodiscard]] inline objects::Measurement measurementWith(std::vector<objects::Shape> shapes, const QString &kind = {})
{
    static int number = 0;
    objects::Measurement measurement;
    measurement.kind = kind;
    measurement.trackingUid = QStringLiteral("1.2.826.0.1.3680043.8.498.99.%1").arg(++number);
    measurement.shapes = std::move(shapes);
    return measurement;
}

/// Written, and read again.
template<class Object>
[[nodiscard]] app::ReadEntry readAgain(const Object &object)
{
    const QByteArray bytes = fileOf(object);
    app::ReadEntry entry;
    if (const auto header = dicom::readObject(bytes))
        if (const auto document = dicom::describeDocument(*header))
            entry.document = *document;
    if (const auto read = app::readKeptObject(bytes))
        entry.object = *read;
    return entry;
}

} // namespace consilium::test
