#include "tests/support/TestMain.h"
#include "tests/unit/objects/ObjectsFixture.h"
#include "viewer/objects/Coordinates.h"
#include "viewer/objects/Uid.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <cmath>
#include <set>

using namespace Qt::StringLiterals;
using namespace consilium;
using namespace consilium::objects;
using test::imageOf;

namespace
{

/// Halves and quarters: what 32 bits hold exactly.
Shape lineOn(const ImageReference &image, ImagePoint from, ImagePoint to)
{
    Shape shape;
    shape.image = image;
    shape.points = {from, to};
    return shape;
}

Measurement lengthMark()
{
    Measurement mark;
    mark.kind = u"LENGTH"_s;
    mark.trackingUid = u"2.25.1"_s;
    mark.label = u"结节 1"_s;
    mark.author = u"LI^MING=李^明"_s;
    mark.made = u"20261127220101"_s;
    mark.shapes = {lineOn(imageOf(1), {0.0, 0.0}, {30.0, 40.25})};
    mark.values = {{codes::length, 35.123456789012345, codes::millimetre, {}, {}, {0}}};
    return mark;
}

Measurement ellipseMark()
{
    Measurement mark;
    mark.kind = u"ELLIPSE"_s;
    mark.trackingUid = u"2.25.2"_s;
    mark.label = u"ROI"_s;
    mark.author = u"WANG^FANG=王^芳"_s;
    mark.finding = {u"52988006"_s, u"SCT"_s, u"Lesion"_s};
    mark.site = {u"39607008"_s, u"SCT"_s, u"Lung structure"_s};
    mark.text = u"边缘光滑\nsecond line"_s;
    Shape shape;
    shape.type = ShapeType::Ellipse;
    shape.image = imageOf(2, 7);
    shape.points = {{10.0, 20.0}, {50.0, 20.0}, {30.0, 10.5}, {30.0, 29.5}};
    mark.shapes = {shape};
    mark.values = {{codes::area, 596.25, codes::squareMillimetre, {}, {}, {}},
                   {codes::perimeter, 97.5, codes::millimetre, {}, {}, {}},
                   {codes::attenuation, -712.25, codes::hounsfield, codes::mean, {}, {}},
                   {codes::attenuation, 12.5, codes::hounsfield, codes::standardDeviation, {}, {}},
                   {codes::attenuation, -1024.0, codes::hounsfield, codes::minimum, {}, {}},
                   {codes::attenuation, 3071.0, codes::hounsfield, codes::maximum, {}, {}},
                   {codes::pixelCount, 1234.0, codes::pixels, {}, {}, {}}};
    return mark;
}

Measurement bidirectionalMark()
{
    Measurement mark;
    mark.kind = u"BIDIRECTIONAL"_s;
    mark.trackingUid = u"2.25.3"_s;
    mark.label = u"Two axes"_s;
    mark.author = u"LI^MING=李^明"_s;
    mark.shapes = {lineOn(imageOf(3), {1.5, 2.5}, {60.0, 2.5}), lineOn(imageOf(3), {30.0, -0.5}, {30.0, 20.0})};
    mark.values = {{codes::longAxis, 58.5, codes::pixels, {}, {}, {0}},
                   {codes::shortAxis, 20.5, codes::pixels, {}, {}, {1}},
                   {codes::angle, 90.0, codes::degree, {}, {}, {0, 1}}};
    return mark;
}

Measurement polygonMark()
{
    Measurement mark;
    mark.kind = u"POLYGON"_s;
    mark.trackingUid = u"2.25.4"_s;
    mark.author = u"LI^MING=李^明"_s;
    Shape shape;
    shape.type = ShapeType::Polygon;
    shape.image = imageOf(1);
    shape.points = {{1.0, 1.0}, {9.0, 1.0}, {9.0, 7.0}, {1.0, 7.0}};
    mark.shapes = {shape};
    mark.values = {{codes::area, std::nullopt, {}, {}, {u"114006"_s, u"DCM"_s, u"Measurement failure"_s}, {}}};
    return mark;
}

Measurement patientMark()
{
    Measurement mark;
    mark.kind = u"POLYGON"_s;
    mark.trackingUid = u"2.25.5"_s;
    mark.label = u"MPR"_s;
    mark.author = u"LI^MING=李^明"_s;
    mark.image = imageOf(4);
    Shape region, line;
    region.type = ShapeType::Polygon;
    region.places = {{-10.5, 0.25, 100.0}, {10.5, 0.25, 100.0}, {0.0, 20.0, 101.5}};
    region.frameOfReference = line.frameOfReference =
        FrameOfReferenceUid(QString::fromLatin1(test::frameOfReferenceOfImages));
    line.places = {{1.0, 2.0, 3.0}, {4.0, 6.0, 3.0}};
    mark.shapes = {region, line};
    mark.values = {{codes::length, 5.0, codes::millimetre, {}, {}, {1}}};
    return mark;
}

/// The region of ellipseMark() measured in a PET: once in an image of that, once in the patient.
Measurement fusedMark(bool isInPatient)
{
    Measurement mark;
    mark.kind = u"ELLIPSE"_s;
    mark.trackingUid = isInPatient ? u"2.25.23"_s : u"2.25.22"_s;
    mark.regionOf = ellipseMark().trackingUid;
    mark.label = u"ROI + PT AC WB"_s;
    mark.author = u"LI^MING=李^明"_s;
    Shape shape;
    shape.type = ShapeType::Ellipse;
    if (isInPatient) {
        shape.places = {{-10.5, 0.25, 100.0}, {10.5, 0.25, 100.0}, {0.0, -4.75, 100.0}, {0.0, 5.25, 100.0}};
        shape.frameOfReference = FrameOfReferenceUid(QString::fromLatin1(test::frameOfReferenceOfImages));
        mark.image = imageOf(22);
    } else {
        shape.image = imageOf(21);
        shape.points = {{1.0, 2.0}, {5.0, 2.0}, {3.0, 1.0}, {3.0, 3.0}};
    }
    mark.shapes = {shape};
    mark.values = {{codes::suvBodyWeight, 3.75, codes::suvBodyWeightUnit, codes::mean, {}, {}},
                   {codes::suvBodyWeight, 5.5, codes::suvBodyWeightUnit, codes::maximum, {}, {}},
                   {codes::pixelCount, 13.0, codes::pixels, {}, {}, {}}};
    return mark;
}

MeasurementReport someReport(const std::vector<Measurement> &marks)
{
    MeasurementReport report;
    report.header = test::objectHeader();
    report.header.seriesDescription = u"测量"_s;
    report.author = u"LI^MING=李^明"_s;
    report.measurements = marks;
    return report;
}

Result<MeasurementReport> readBack(const QByteArray &bytes)
{
    const auto object = dicom::readObject(bytes);
    return object ? readMeasurements(*object) : fail(object.error());
}

std::vector<double> numbersOf(const QJsonArray &array)
{
    std::vector<double> numbers;
    for (const auto &value : array)
        numbers.push_back(value.toDouble());
    return numbers;
}

} // namespace

class MeasurementsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /// The centre of the first pixel is 0, 0 here and 0.5, 0.5 in an object (PS3.3 C.18.6); edges lie at 0 and Columns.
    void halfAPixel()
    {
        static_assert(toWritten({0.0, 0.0}) == WrittenPoint{0.5, 0.5});
        static_assert(toWritten({-0.5, -0.5}) == WrittenPoint{0.0, 0.0});
        static_assert(toWritten({511.5, 255.5}) == WrittenPoint{512.0, 256.0});
        static_assert(fromWritten({0.5, 0.5}) == ImagePoint{0.0, 0.0});
        static_assert(fromWritten(toWritten({12.25, 7.75})) == ImagePoint{12.25, 7.75});
        const auto object = attributesOf(someReport({lengthMark()}));
        QVERIFY(object);
        // Root, Imaging Measurements, group, NUM, SCOORD.
        const Tag content{0x0040, 0xA730}, data{0x0070, 0x0022};
        const Attributes &measurements = object->items(content).back();
        const Attributes &number = measurements.items(content).front().items(content).back();
        const auto written = number.items(content).back().numbers(data, 4);
        QVERIFY(written);
        QCOMPARE(*written, (std::vector<double>{0.5, 0.5, 30.5, 40.75}));
    }
    void uidsAreUnique()
    {
        QCOMPARE(uidOf(QUuid()), u"2.25.0"_s);
        QCOMPARE(uidOf(QUuid(u"{ffffffff-ffff-ffff-ffff-ffffffffffff}"_s)),
                 u"2.25.340282366920938463463374607431768211455"_s);
        // The example of PS3.5 B.2.
        QCOMPARE(uidOf(QUuid(u"{f81d4fae-7dec-11d0-a765-00a0c91e6bf6}"_s)),
                 u"2.25.329800735698586629295641978511506172918"_s);
        std::set<QString> seen;
        for (int i = 0; i < 1000; ++i) {
            const QString uid = newUid();
            QVERIFY2(isUid(uid), qPrintable(uid));
            QVERIFY(seen.insert(uid).second);
        }
        for (const auto &bad : {u""_s, u"1..2"_s, u"1.02"_s, u"1.2."_s, u"a.b"_s, u"1.2\n"_s, QString(65, u'1')})
            QVERIFY2(!isUid(bad), qPrintable(bad));
    }
    /// PS3.3 C.17.2: what the document takes the place of, by study and series; read again, and by others.
    void namesWhatItTakesThePlaceOf()
    {
        NEEDS_DCIODVFY;
        MeasurementReport report = someReport({lengthMark()});
        ImageReference before = imageOf(9);
        before.sopClass = SopClassUid(u"1.2.840.10008.5.1.4.1.1.88.33"_s);
        before.series = SeriesUid(u"2.25.77"_s);
        report.predecessors = {before};
        const auto object = attributesOf(report);
        QVERIFY(object);
        const Tag predecessors{0x0040, 0xA360}, series{0x0008, 0x1115};
        QCOMPARE(object->items(predecessors).size(), std::size_t(1));
        const Attributes &study = object->items(predecessors).front();
        QCOMPARE(study.text(tags::StudyInstanceUid), before.study.text());
        QCOMPARE(study.items(series).front().text(tags::SeriesInstanceUid), u"2.25.77"_s);
        const QByteArray bytes = test::fileOf(report);
        const auto read = readBack(bytes);
        QVERIFY(read);
        QVERIFY(read->predecessors == report.predecessors);
        test::ObjectFiles files;
        VERIFY_DCIODVFY(files.add(bytes), "ComprehensiveSR");
        report.predecessors.front().series = {};
        QVERIFY(!attributesOf(report)); // nobody could find it
    }
    void readAgainItIsTheSame()
    {
        const MeasurementReport report =
            someReport({lengthMark(), ellipseMark(), bidirectionalMark(), polygonMark(), patientMark()});
        const auto read = readBack(test::fileOf(report));
        QVERIFY(read);
        QCOMPARE(read->flaws.count, 0);
        QCOMPARE(read->measurements.size(), report.measurements.size());
        for (std::size_t i = 0; i < report.measurements.size(); ++i)
            QVERIFY2(read->measurements[i] == report.measurements[i], qPrintable(report.measurements[i].kind));
        QCOMPARE(read->author, report.author);
        QVERIFY(read->language == report.language);
        QVERIFY(read->procedure == report.procedure);
        QCOMPARE(read->header.sop.text(), report.header.sop.text());
        QCOMPARE(read->header.series.text(), report.header.series.text());
        QCOMPARE(read->header.seriesDescription, u"测量"_s);
        QCOMPARE(read->header.date, u"20261127"_s);
        QCOMPARE(read->header.time, u"220509"_s);
        QVERIFY(read->header.patient() == report.header.patient());
        QCOMPARE(read->header.sopClass.text(), u"1.2.840.10008.5.1.4.1.1.88.34"_s);
        // Sent twice it is the same object, byte for byte.
        QCOMPARE(test::fileOf(report), test::fileOf(report));
    }
    void inImagesAloneItIsTheOlderKind()
    {
        const auto object = attributesOf(someReport({lengthMark(), ellipseMark()}));
        QVERIFY(object);
        QCOMPARE(object->text(tags::SopClassUid), u"1.2.840.10008.5.1.4.1.1.88.33"_s);
        QVERIFY(isMeasurementReport(*object));
        QVERIFY(!isMeasurementReport(test::imageHeader()));
    }
    /// Points between the numbers of 32 bits: once rounded they stay.
    void roundingHappensOnce()
    {
        Measurement mark = lengthMark();
        mark.shapes = {lineOn(imageOf(1), {10.3, 77.7}, {100.1, 400.9})};
        const auto first = readBack(test::fileOf(someReport({mark})));
        QVERIFY(first && first->measurements.size() == 1);
        const Shape &once = first->measurements[0].shapes.at(0);
        QVERIFY(std::abs(once.points[1].row - 400.9) < 2e-5);
        const auto second = readBack(test::fileOf(someReport(first->measurements)));
        QVERIFY(second && second->measurements.size() == 1);
        QVERIFY(second->measurements[0].shapes.at(0) == once);
    }
    void valuesKeepTheirDigits()
    {
        for (const double value : {1.0 / 3.0, -1.0e-9 / 7.0, 123456789.123456789, 1e300, 0.1, -0.0}) {
            Measurement mark = lengthMark();
            mark.values[0].value = value;
            const auto read = readBack(test::fileOf(someReport({mark})));
            QVERIFY(read && read->measurements.size() == 1);
            QVERIFY2(read->measurements[0].values.at(0).value == value, qPrintable(QString::number(value, 'g', 17)));
        }
    }
    void dciodvfyFindsNothing()
    {
        NEEDS_DCIODVFY;
        test::ObjectFiles files;
        VERIFY_DCIODVFY(files.add(test::fileOf(someReport({lengthMark(), ellipseMark(), polygonMark()}))),
                        "ComprehensiveSR");
        VERIFY_DCIODVFY(files.add(test::fileOf(someReport(
                            {lengthMark(), ellipseMark(), bidirectionalMark(), polygonMark(), patientMark()}))),
                        "Comprehensive3DSR");
        VERIFY_DCIODVFY(files.add(test::fileOf(someReport({}))), "ComprehensiveSR");
    }
    void dcmtkReadsIt()
    {
        NEEDS(!QStandardPaths::findExecutable(u"dsrdump"_s).isEmpty(), "no dsrdump (Debian: dcmtk)");
        test::ObjectFiles files;
        const QString path = files.add(test::fileOf(someReport({lengthMark(), ellipseMark(), patientMark()})));
        const QString dump = QString::fromUtf8(test::outputOf(u"dsrdump"_s, {u"-Ph"_s, u"+Pl"_s, u"+Pc"_s, path}));
        QVERIFY2(dump.contains(u"<contains NUM:(410668003,SCT,\"Length\")="_s), qPrintable(dump));
        QVERIFY2(dump.contains(u"(POLYLINE,0.5/0.5,30.5/40.75)"_s), qPrintable(dump));
        QVERIFY2(dump.contains(u"SCOORD3D:(111030,DCM,\"Image Region\")=(POLYGON,"_s), qPrintable(dump));
        QVERIFY2(!dump.contains(u"E: "_s), qPrintable(dump));
        if (!QStandardPaths::findExecutable(u"dsr2xml"_s).isEmpty()) {
            const QString xml = QString::fromUtf8(test::outputOf(u"dsr2xml"_s, {path}));
            QVERIFY2(xml.contains(u"结节 1"_s), qPrintable(xml.left(3000)));
        }
    }
    void pydicomReadsTheSame()
    {
        NEEDS_PYDICOM;
        test::ObjectFiles files;
        const MeasurementReport report = someReport({lengthMark(), ellipseMark(), bidirectionalMark(), patientMark()});
        const QJsonObject read = test::pydicomOf(files.add(test::fileOf(report)));
        QCOMPARE(read[u"name"].toString(), u"WANG^XIAODONG=王^小东"_s);
        QCOMPARE(read[u"id"].toString(), u"TEST-4711"_s);
        QCOMPARE(read[u"author"].toString(), u"LI^MING=李^明"_s);
        const QJsonArray groups = read[u"groups"].toArray();
        QCOMPARE(groups.size(), 4);
        const QJsonObject length = groups[0].toObject(), ellipse = groups[1].toObject(), patient = groups[3].toObject();
        QCOMPARE(length[u"label"].toString(), u"结节 1"_s);
        QCOMPARE(length[u"uid"].toString(), u"2.25.1"_s);
        QCOMPARE(length[u"shapes"].toArray().size(), 0);
        const QJsonObject value = length[u"values"].toArray()[0].toObject();
        QCOMPARE(value[u"value"].toDouble(), 35.123456789012345);
        QCOMPARE(value[u"unit"].toArray()[0].toString(), u"mm"_s);
        const QJsonObject line = value[u"shapes"].toArray()[0].toObject();
        QCOMPARE(line[u"relation"].toString(), u"INFERRED FROM"_s);
        QCOMPARE(line[u"type"].toString(), u"POLYLINE"_s);
        QCOMPARE(numbersOf(line[u"data"].toArray()), (std::vector<double>{0.5, 0.5, 30.5, 40.75}));
        QCOMPARE(line[u"image"].toString(), imageOf(1).sop.text());
        QCOMPARE(line[u"frames"].toArray().size(), 0);
        QCOMPARE(ellipse[u"author"].toString(), u"WANG^FANG=王^芳"_s);
        QCOMPARE(ellipse[u"texts"].toArray()[0].toString(), u"边缘光滑\r\nsecond line"_s);
        QCOMPARE(ellipse[u"values"].toArray().size(), 7);
        QCOMPARE(ellipse[u"values"].toArray()[3].toObject()[u"derivation"].toArray()[0].toString(), u"386136009"_s);
        const QJsonObject region = ellipse[u"shapes"].toArray()[0].toObject();
        QCOMPARE(region[u"type"].toString(), u"ELLIPSE"_s);
        QCOMPARE(numbersOf(region[u"frames"].toArray()), std::vector<double>{7.0});
        const QJsonObject polygon = patient[u"shapes"].toArray()[0].toObject();
        QCOMPARE(polygon[u"type"].toString(), u"POLYGON"_s);
        QCOMPARE(numbersOf(polygon[u"data"].toArray()),
                 (std::vector<double>{-10.5, 0.25, 100.0, 10.5, 0.25, 100.0, 0.0, 20.0, 101.5, -10.5, 0.25, 100.0}));
        QCOMPARE(polygon[u"frame_of_reference"].toString(), QString::fromLatin1(test::frameOfReferenceOfImages));
        std::set<QString> listed;
        for (const auto &entry : read[u"evidence"].toArray()) {
            QCOMPARE(entry.toArray()[0].toString(), QString::fromLatin1(test::studyOfImages));
            QVERIFY(listed.insert(entry.toArray()[2].toString()).second); // each once
        }
        for (int i = 1; i <= 4; ++i)
            QVERIFY(listed.contains(imageOf(i).sop.text()));
    }
    /// Where somebody has put a label: read again as it was; other programs find text beside the observation's context,
    /// no shape and no number more than there are.
    void aLabelHasItsPlace()
    {
        Measurement onImage = lengthMark(), inPatient = patientMark();
        onImage.labelInImage = ImagePoint{-12.25, 77.5};
        inPatient.labelInPatient = PatientPoint{1.5, -2.25, 101.0 / 3.0};
        const QByteArray bytes = test::fileOf(someReport({onImage, inPatient, ellipseMark()}));
        const auto read = readBack(bytes);
        QVERIFY(read && read->measurements.size() == 3);
        QCOMPARE(read->flaws.count, 0);
        QVERIFY(read->measurements[0] == onImage);
        QVERIFY(read->measurements[1].labelInPatient && !read->measurements[1].labelInImage);
        QVERIFY(std::abs(read->measurements[1].labelInPatient->z - 101.0 / 3.0) < 1e-9);
        QVERIFY(read->measurements[2] == ellipseMark()); // beside it
        NEEDS_DCIODVFY;
        NEEDS_PYDICOM;
        test::ObjectFiles files;
        const QString path = files.add(bytes);
        VERIFY_DCIODVFY(path, "Comprehensive3DSR");
        const QJsonObject other = test::pydicomOf(path);
        const QJsonArray groups = other[u"groups"_s].toArray();
        QCOMPARE(groups.size(), 3);
        QCOMPARE(groups[0][u"label_place"_s].toArray(), (QJsonArray{u"HAS OBS CONTEXT"_s, u"IMAGE -11.75 78"_s}));
        QCOMPARE(groups[0][u"texts"_s].toArray().size(), 0);
        QCOMPARE(groups[0][u"shapes"_s].toArray().size(), 0); // the line is the number's
        QCOMPARE(groups[0][u"values"_s].toArray().size(), 1);
        QVERIFY(groups[1][u"label_place"_s][1].toString().startsWith(u"PATIENT 1.5 -2.25 33.66"_s));
        QVERIFY(!groups[2].toObject().contains(u"label_place"_s));
    }
    /// To other programs two measurements with tracking UIDs of their own; here they say whose region they have.
    void figuresOfAFusedSeriesAreGroupsOfTheirOwn()
    {
        const QByteArray bytes = test::fileOf(someReport({ellipseMark(), fusedMark(false), fusedMark(true)}));
        const auto read = readBack(bytes);
        QVERIFY(read && read->measurements.size() == 3);
        QCOMPARE(read->flaws.count, 0);
        QVERIFY(read->measurements[0] == ellipseMark());
        QVERIFY(read->measurements[1] == fusedMark(false));
        QVERIFY(read->measurements[2] == fusedMark(true));
        NEEDS_DCIODVFY;
        NEEDS_PYDICOM;
        test::ObjectFiles files;
        const QString path = files.add(bytes);
        VERIFY_DCIODVFY(path, "Comprehensive3DSR");
        VERIFY_DCIODVFY(files.add(test::fileOf(someReport({ellipseMark(), fusedMark(false)}))), "ComprehensiveSR");
        const QJsonObject other = test::pydicomOf(path);
        const QJsonArray groups = other[u"groups"_s].toArray();
        QCOMPARE(groups.size(), 3);
        const QJsonObject own = groups[0].toObject(), inImage = groups[1].toObject(), inPatient = groups[2].toObject();
        QVERIFY(!own.contains(u"region_of"_s));
        QCOMPARE(inImage[u"uid"_s].toString(), u"2.25.22"_s);
        QCOMPARE(inImage[u"region_of"_s].toArray(), (QJsonArray{u"HAS OBS CONTEXT"_s, u"2.25.2"_s}));
        QCOMPARE(inImage[u"shapes"_s].toArray()[0].toObject()[u"image"_s].toString(), imageOf(21).sop.text());
        QCOMPARE(inPatient[u"uid"_s].toString(), u"2.25.23"_s);
        QCOMPARE(inPatient[u"shapes"_s].toArray()[0].toObject()[u"frame_of_reference"_s].toString(),
                 QString::fromLatin1(test::frameOfReferenceOfImages));
        QCOMPARE(inPatient[u"values"_s].toArray().size(), 3);
        const QJsonObject mean = inPatient[u"values"_s].toArray()[0].toObject();
        QCOMPARE(mean[u"value"_s].toDouble(), 3.75);
        QCOMPARE(mean[u"name"_s].toArray()[0].toString(), u"126401"_s);
        QCOMPARE(mean[u"unit"_s].toArray()[0].toString(), u"g/ml{SUVbw}"_s);
        QCOMPARE(mean[u"derivation"_s].toArray()[0].toString(), u"373098007"_s);
        std::set<QString> listed;
        for (const auto &entry : other[u"evidence"_s].toArray())
            listed.insert(entry.toArray()[2].toString());
        QVERIFY(listed.contains(imageOf(21).sop.text()) && listed.contains(imageOf(22).sop.text()));
    }
    void aLabelPlaceThatIsNone()
    {
        const auto withPlace = [](const QString &text) {
            const auto object = attributesOf([] {
                Measurement mark = lengthMark();
                mark.labelInImage = ImagePoint{1.0, 2.0};
                return someReport({mark});
            }());
            // Root, Imaging Measurements, group, its items.
            const Tag content{0x0040, 0xA730}, value{0x0040, 0xA160};
            const auto setItems = [content](Attributes &into, std::vector<Attributes> items) {
                Attribute sequence;
                sequence.vr = {'S', 'Q'};
                sequence.items = std::move(items);
                into.set(content, std::move(sequence));
            };
            Attributes changed = *object;
            std::vector<Attributes> root = object->items(content);
            std::vector<Attributes> groups = root.back().items(content);
            std::vector<Attributes> below = groups.front().items(content);
            for (Attributes &item : below)
                if (item.text(value).startsWith(u"IMAGE "_s))
                    item.setText(value, "UT", {text});
            setItems(groups.front(), below);
            setItems(root.back(), groups);
            setItems(changed, root);
            return readMeasurements(changed);
        };
        const auto good = withPlace(u"IMAGE 3.5 4.5"_s);
        QVERIFY(good && good->measurements.at(0).labelInImage == (ImagePoint{3.0, 4.0}));
        for (const QString &bad :
             {u""_s, u"IMAGE"_s, u"IMAGE 1"_s, u"IMAGE 1 2 3"_s, u"IMAGE 1  2"_s, u"IMAGE x 2"_s, u"IMAGE nan 2"_s,
              u"IMAGE 1e9 2"_s, u"PATIENT 1 2"_s, u"PATIENT 1 2 1e300"_s, u"SCREEN 1 2"_s, u"1 2"_s}) {
            const auto read = withPlace(bad);
            QVERIFY2(read && read->measurements.size() == 1, qPrintable(bad));
            QVERIFY2(!read->measurements[0].labelInImage && !read->measurements[0].labelInPatient, qPrintable(bad));
            QVERIFY2(read->measurements[0].text.isEmpty(), qPrintable(bad)); // no remark of anybody's
        }
    }
    /// Images of a prior study are evidence too, of their own study.
    void aPriorIsOtherEvidence()
    {
        Measurement mark = lengthMark();
        Shape onPrior = mark.shapes[0];
        onPrior.image.study = StudyUid(u"1.2.826.0.1.3680043.8.498.99"_s);
        onPrior.image.series = SeriesUid(u"1.2.826.0.1.3680043.8.498.98"_s);
        onPrior.image.sop = SopInstanceUid(u"1.2.826.0.1.3680043.8.498.97"_s);
        mark.shapes.push_back(onPrior);
        mark.values.push_back({codes::length, 8.0, codes::millimetre, {}, {}, {1}});
        const auto read = readBack(test::fileOf(someReport({mark})));
        QVERIFY(read && read->measurements.size() == 1);
        QCOMPARE(read->flaws.count, 0);
        QVERIFY(read->measurements[0] == mark);
        const auto object = attributesOf(someReport({mark}));
        QVERIFY(object);
        QCOMPARE(object->items({0x0040, 0xA375}).size(), std::size_t(1));
        QCOMPARE(object->items({0x0040, 0xA385}).size(), std::size_t(1));
    }
    void whatCannotBeWrittenIsRefused()
    {
        const auto isRefused = [](const auto &change) {
            MeasurementReport report = someReport({lengthMark()});
            change(report, report.measurements[0]);
            const auto object = attributesOf(report);
            return !object && object.error().code == ErrorCode::InvalidArgument && !object.error().detail.isEmpty();
        };
        QVERIFY(!isRefused([](auto &, auto &) {}));
        QVERIFY(isRefused([](auto &r, auto &) { r.author.clear(); }));
        QVERIFY(isRefused([](auto &r, auto &) { r.header.sop = SopInstanceUid(); }));
        QVERIFY(isRefused([](auto &, auto &m) { m.trackingUid = u"mark 1"_s; }));
        QVERIFY(isRefused([](auto &, auto &m) { m.regionOf = u"mark 1"_s; }));
        QVERIFY(isRefused([](auto &, auto &m) { m.kind = u"Länge"_s; }));
        QVERIFY(isRefused([](auto &, auto &m) { m.values[0].value = std::nan(""); }));
        QVERIFY(isRefused([](auto &, auto &m) { m.values[0].unit = {}; }));
        QVERIFY(isRefused([](auto &, auto &m) { m.values[0].value.reset(); }));
        QVERIFY(isRefused([](auto &, auto &m) { m.values[0].from = {1}; }));
        QVERIFY(isRefused([](auto &, auto &m) { m.shapes[0].points.pop_back(); }));
        QVERIFY(isRefused([](auto &, auto &m) { m.shapes[0].points[0].row = INFINITY; }));
        QVERIFY(isRefused([](auto &, auto &m) { m.shapes[0].image.sop = SopInstanceUid(); }));
        QVERIFY(isRefused([](auto &, auto &m) { m.shapes[0].image.series = SeriesUid(); }));
        QVERIFY(isRefused([](auto &, auto &m) { m.shapes[0].points.assign(8192, {1.0, 1.0}); }));
        QVERIFY(isRefused([](auto &, auto &m) { m.labelInImage = ImagePoint{std::nan(""), 1.0}; }));
        QVERIFY(isRefused([](auto &, auto &m) {
            m.labelInImage = ImagePoint{1.0, 1.0};
            m.labelInPatient = PatientPoint{1.0, 1.0, 1.0};
        }));
        QVERIFY(isRefused([](auto &, auto &m) {
            m.shapes[0].points = {{0.0, 0.0}, {1.0, 0.0}, {1.0, 1.0}, {0.0, 0.0}}; // a polygon is meant
        }));
        QVERIFY(isRefused([](auto &, auto &m) { // nor one that 32 bits close
            m.shapes[0].points = {{400.0, 0.0}, {1.0, 0.0}, {1.0, 1.0}, {400.0 + 1e-9, 0.0}};
        }));
        QVERIFY(isRefused([](auto &, auto &m) { // no frame of reference
            m.shapes[0].points.clear();
            m.shapes[0].places = {{0.0, 0.0, 0.0}, {1.0, 0.0, 0.0}};
        }));
        QVERIFY(isRefused([](auto &, auto &m) { // there are no circles in the patient
            m.shapes[0].points.clear();
            m.shapes[0].type = ShapeType::Circle;
            m.shapes[0].places = {{0.0, 0.0, 0.0}, {1.0, 0.0, 0.0}};
            m.shapes[0].frameOfReference = FrameOfReferenceUid(u"1.2"_s);
        }));
    }
    /// A frame number may stand only where there are several (PS3.3 10.3).
    void oneFrameIsNotNumbered()
    {
        Measurement mark = lengthMark();
        mark.shapes[0].image.frame = 1; // of a CT image
        const auto read = readBack(test::fileOf(someReport({mark})));
        QVERIFY(read && read->measurements.size() == 1);
        QCOMPARE(read->measurements[0].shapes[0].image.frame, 0);
        mark.shapes[0].image = imageOf(2, 1); // of an enhanced one
        const auto enhanced = readBack(test::fileOf(someReport({mark})));
        QVERIFY(enhanced && enhanced->measurements.size() == 1);
        QCOMPARE(enhanced->measurements[0].shapes[0].image.frame, 1);
    }
    void whatDoesNotGoTogetherWithTheImages()
    {
        const MeasurementReport report = someReport({lengthMark(), ellipseMark(), patientMark()});
        KnownImage known{1, 64, 64, report.header.patient(),
                         FrameOfReferenceUid(QString::fromLatin1(test::frameOfReferenceOfImages))};
        const std::vector<FrameOfReferenceUid> frames{known.frameOfReference};
        const auto all = [&](const SopInstanceUid &) -> std::optional<KnownImage> {
            KnownImage image = known;
            image.frames = 20;
            return image;
        };
        QCOMPARE(flawsAgainst(report, all, frames).count, 0);
        const Flaws oneFrame = flawsAgainst(
            report, [&](const SopInstanceUid &) { return std::optional(known); }, frames);
        QVERIFY(oneFrame.has(Flaw::Kind::NoFrame));
        QCOMPARE(oneFrame.all.front().part, 1);
        QVERIFY(flawsAgainst(
                    report, [](const SopInstanceUid &) { return std::optional<KnownImage>(); }, frames)
                    .has(Flaw::Kind::MissingImage));
        QVERIFY(flawsAgainst(report, all, {}).has(Flaw::Kind::OtherFrame));
        known.rows = 30;
        QVERIFY(flawsAgainst(report, all, frames).has(Flaw::Kind::Outside));
        known.rows = 64;
        known.patient.id = u"OTHER"_s;
        QVERIFY(flawsAgainst(report, all, frames).has(Flaw::Kind::OtherPatient));
        for (int kind = 0; kind <= int(Flaw::Kind::Mask); ++kind)
            QVERIFY2(!flawText(Flaw::Kind(kind)).isEmpty(), qPrintable(QString::number(kind)));
    }
};

CONSILIUM_TEST(MeasurementsTest)
#include "MeasurementsTest.moc"
