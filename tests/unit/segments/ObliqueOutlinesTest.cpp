#include "tests/phantom/Generate.h"
#include "tests/support/Needs.h"
#include "tests/support/TestMain.h"
#include "viewer/dicom/DicomFile.h"
#include "viewer/segments/Placement.h"
#include "viewer/segments/SegmentationReader.h"

#include <QCryptographicHash>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>

#include <map>

using namespace Qt::StringLiterals;
using namespace consilium;
using namespace consilium::segments;

/// Contours on an oblique stack, as numpy places them from the patient into the images: where their vertices lie, which
/// pixels they enclose, and that what lies in another plane is drawn on none.
class ObliqueOutlinesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void verticesLieWhereNumpyPutsThem();
    void pixelsAreThoseOfNumpy();

private:
    struct Expected {
        SopInstanceUid image;
        int region = 0;
        std::vector<std::vector<ImagePoint>> polygons;
        QString hash;
        int sum = 0;
    };
    QTemporaryDir m_folder;
    std::map<SopInstanceUid, dicom::InstancePtr> m_images;
    std::vector<Expected> m_expected;
    SegmentationPtr m_object;
};

void ObliqueOutlinesTest::initTestCase()
{
    phantom::PhantomSpec spec;
    spec.variant = phantom::Variant::Oblique;
    spec.slices = 9;
    spec.rows = 61;
    spec.columns = 74;
    spec.sliceSpacingMm = 4.0;
    phantom::GenerateOptions options;
    options.folder = m_folder.filePath(u"images"_s);
    QVERIFY(phantom::generate(spec, options));
    QProcess python;
    python.start(u"/usr/bin/python3"_s, {QStringLiteral(CONSILIUM_SOURCE_DIR "/tests/unit/segments/oblique.py"),
                                         options.folder, m_folder.filePath(u"rtstruct.dcm"_s)});
    NEEDS(python.waitForFinished(120'000) && python.exitCode() == 0, "no python3 with pydicom and numpy");
    for (const QByteArray &line : python.readAllStandardOutput().split('\n')) {
        const QJsonArray row = QJsonDocument::fromJson(line).array();
        if (row.isEmpty())
            continue;
        Expected &one = m_expected.emplace_back();
        one.image = SopInstanceUid(row.at(0).toString());
        one.region = row.at(1).toInt();
        for (const auto &polygon : row.at(2).toArray()) {
            auto &points = one.polygons.emplace_back();
            for (const auto &point : polygon.toArray())
                points.push_back({point.toArray().at(0).toDouble(), point.toArray().at(1).toDouble()});
        }
        one.hash = row.at(3).toString();
        one.sum = row.at(4).toInt();
    }
    QCOMPARE(m_expected.size(), std::size_t(9 * 4));
    for (const QString &name : QDir(options.folder).entryList(QDir::Files)) {
        const auto header = dicom::readHeader(options.folder + u'/' + name);
        QVERIFY(header);
        const auto image = dicom::describeInstance(*header);
        QVERIFY(image);
        const PatientVector normal = *(*image)->geometry.normal(); // oblique to all three
        QVERIFY(std::max({std::abs(normal.x), std::abs(normal.y), std::abs(normal.z)}) < 0.999);
        m_images[(*image)->sop] = *image;
    }
    const auto read = readSegmentation(m_folder.filePath(u"rtstruct.dcm"_s));
    QVERIFY2(read, read ? "" : qPrintable(read.error().detail));
    m_object = *read;
    QCOMPARE(m_object->segments.size(), std::size_t(4));
    QCOMPARE(m_object->unreadable, 0);
}

void ObliqueOutlinesTest::verticesLieWhereNumpyPutsThem()
{
    int compared = 0;
    for (const Expected &one : m_expected) {
        const Placement placement = placeOn(*m_object, *m_images.at(one.image), one.region);
        QCOMPARE(placement.outlines.size(), std::size_t(one.polygons.empty() ? 0 : 1));
        if (one.polygons.empty())
            continue;
        const auto &drawn = placement.outlines.front().closed;
        QCOMPARE(drawn.size(), one.polygons.size());
        for (std::size_t i = 0; i < drawn.size(); ++i) {
            QCOMPARE(drawn[i].size(), one.polygons[i].size());
            for (std::size_t k = 0; k < drawn[i].size(); ++k, ++compared)
                QVERIFY(std::hypot(drawn[i][k].column - one.polygons[i][k].column,
                                   drawn[i][k].row - one.polygons[i][k].row) < 1e-5);
        }
    }
    QCOMPARE(compared, 14 * (5 + 2 * 9));
}

void ObliqueOutlinesTest::pixelsAreThoseOfNumpy()
{
    int enclosed = 0;
    for (const Expected &one : m_expected) {
        const auto mask = maskOn(*m_object, one.region, *m_images.at(one.image));
        const QByteArrayView bytes(reinterpret_cast<const char *>(mask.data()), qsizetype(mask.size()));
        QCOMPARE(int(std::count(mask.begin(), mask.end(), 1)), one.sum);
        QCOMPARE(QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha1).toHex()), one.hash);
        enclosed += one.sum;
        QVERIFY(one.region < 3 || one.sum == 0);
    }
    QVERIFY(enclosed > 5000);
}

CONSILIUM_TEST(ObliqueOutlinesTest)
#include "ObliqueOutlinesTest.moc"
