#include "tests/phantom/Generate.h"
#include "tests/phantom/Outlines.h"
#include "tests/support/Needs.h"
#include "tests/support/TestMain.h"
#include "viewer/dicom/DicomFile.h"
#include "viewer/segments/Placement.h"
#include "viewer/segments/ReaderParts.h"
#include "viewer/segments/SegmentationReader.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace consilium;
using namespace consilium::segments;
using phantom::OutlineTruth;

/// Segmentations and a structure set written by another toolkit over phantoms, against the formulas of their shapes.
class PhantomOutlinesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void masksAreTheTruth();
    void aFinerGridIsSampledInThePlane();
    void fractionsAreSharesOfAPixel();
    void halfOfAPixelOrMoreIsInside();
    void contoursAreTheTruth();
    void holesAreHolesEitherWay();
    void aFrameThatIsCutShortIsMissedWhereItWouldLie();
    void masksOfWhatIsNotThere();
    void placesOfMasksThatAreNone_data();
    void placesOfMasksThatAreNone();
    void hostileFilesAreRefused();
    void dciodvfyFindsNoError();

private:
    [[nodiscard]] SegmentationPtr read(const QString &name) const
    {
        const auto object = readSegmentation(m_folder.filePath(u"outlines/"_s + name));
        if (!object)
            qWarning("%s", qPrintable(object.error().detail));
        return object.value_or(nullptr);
    }
    static QString differenceOf(const Segmentation &object, int segment, const dicom::Instance &image, double nearMm);

    QTemporaryDir m_folder;
    std::vector<dicom::InstancePtr> m_images;
};

void PhantomOutlinesTest::initTestCase()
{
    phantom::PhantomSpec spec;
    spec.slices = 12;
    spec.rows = 90;
    spec.columns = 100; // no whole number of bytes a row
    spec.sliceSpacingMm = 8.0;
    spec.patientId = u"TEST-OUTLINES"_s;
    phantom::GenerateOptions options;
    options.folder = m_folder.filePath(u"images"_s);
    QVERIFY(phantom::generate(spec, options));
    QVERIFY(phantom::writeOutlines(options.folder, m_folder.filePath(u"outlines"_s)));
    for (const QString &name : QDir(options.folder).entryList(QDir::Files, QDir::Name)) {
        const auto header = dicom::readHeader(options.folder + u'/' + name);
        QVERIFY(header);
        const auto image = dicom::describeInstance(*header);
        QVERIFY(image);
        m_images.push_back(*image);
    }
    QCOMPARE(m_images.size(), 12u);
}

/// Where the mask and the truth at the pixel's centre differ although the surface is farther than `nearMm`; empty:
/// nowhere.
QString PhantomOutlinesTest::differenceOf(const Segmentation &object, int segment, const dicom::Instance &image,
                                          double nearMm)
{
    const auto mask = maskOn(object, segment, image);
    const auto &g = image.geometry;
    for (int row = 0; row < g.rows; ++row) {
        for (int column = 0; column < g.columns; ++column) {
            const PatientPoint p = *g.toPatient({double(column), double(row)});
            const bool expected = OutlineTruth::contains(segment, p);
            bool isNear = false;
            for (const PatientVector &d : {PatientVector{nearMm, 0, 0}, PatientVector{-nearMm, 0, 0},
                                           PatientVector{0, nearMm, 0}, PatientVector{0, -nearMm, 0}})
                isNear = isNear || (nearMm > 0.0 && OutlineTruth::contains(segment, p + d) != expected);
            if (!isNear && expected != bool(mask[std::size_t(row) * std::size_t(g.columns) + std::size_t(column)]))
                return u"segment %1 at row %2, column %3"_s.arg(segment).arg(row).arg(column);
        }
    }
    return {};
}

void PhantomOutlinesTest::masksAreTheTruth()
{
    const auto object = read(u"seg.dcm"_s);
    QVERIFY(object);
    QCOMPARE(object->segments.size(), 3u);
    QCOMPARE(object->segments[1].label, u"壳 shell"_s);
    for (const auto &image : m_images)
        for (int segment = 1; segment <= 3; ++segment) {
            const QString problem = differenceOf(*object, segment, *image, 0.0);
            QVERIFY2(problem.isEmpty(), qPrintable(problem));
        }
    // Each piece lies on one image only, at whole pixels.
    int placed = 0;
    for (const auto &image : m_images)
        for (const PlacedMask &mask : placeOn(*object, *image).masks) {
            QVERIFY((mask.toMask == std::array<double, 6>{1, 0, 0, 0, 1, 0}));
            ++placed;
        }
    QCOMPARE(placed, int(object->pieces.size()));
}

void PhantomOutlinesTest::aFinerGridIsSampledInThePlane()
{
    const auto object = read(u"seg-fine.dcm"_s);
    QVERIFY(object);
    const auto &fine = object->pieces.front().geometry;
    QVERIFY(fine.columns % 8 != 0 && fine.columns != m_images.front()->geometry.columns);
    for (const auto &image : m_images) {
        const auto &g = image->geometry;
        for (int segment = 1; segment <= 3; ++segment) {
            const auto mask = maskOn(*object, segment, *image);
            for (int row = 0; row < g.rows; ++row) {
                for (int column = 0; column < g.columns; ++column) {
                    // The pixel of the finer grid that this centre lies in, by arithmetic of the test's own.
                    const double c =
                        std::floor((column * g.spacing.betweenColumnsMm - (fine.position->x - g.position->x)) /
                                       fine.spacing.betweenColumnsMm +
                                   0.5);
                    const double r = std::floor((row * g.spacing.betweenRowsMm - (fine.position->y - g.position->y)) /
                                                    fine.spacing.betweenRowsMm +
                                                0.5);
                    const bool isInside = c >= 0 && r >= 0 && c < fine.columns && r < fine.rows;
                    const PatientPoint p{fine.position->x + c * fine.spacing.betweenColumnsMm,
                                         fine.position->y + r * fine.spacing.betweenRowsMm, g.position->z};
                    const bool expected = isInside && OutlineTruth::contains(segment, p);
                    if (expected != bool(mask[std::size_t(row) * std::size_t(g.columns) + std::size_t(column)]))
                        QFAIL(qPrintable(u"segment %1 at row %2, column %3"_s.arg(segment).arg(row).arg(column)));
                }
            }
        }
    }
}

void PhantomOutlinesTest::fractionsAreSharesOfAPixel()
{
    const auto object = read(u"seg-fraction.dcm"_s);
    QVERIFY(object);
    QCOMPARE(object->maximumFraction, 255);
    int between = 0;
    for (const MaskPiece &piece : object->pieces) {
        const auto &g = piece.geometry;
        for (int row = 0; row < g.rows; ++row) {
            for (int column = 0; column < g.columns; ++column) {
                int inside = 0;
                for (int i = 0; i < 16; ++i)
                    inside += OutlineTruth::contains(
                        piece.segment, *g.toPatient({column + ((i % 4) - 1.5) / 4.0, row + ((i / 4) - 1.5) / 4.0}));
                QCOMPARE(piece.at(row, column, true), (inside * 255 + 8) / 16);
                between += inside > 0 && inside < 16;
            }
        }
    }
    QVERIFY(between > 1000);
}

/// What the probe, the jump to the largest slice and amounts go by: 8 or more of the 16 places of a pixel.
void PhantomOutlinesTest::halfOfAPixelOrMoreIsInside()
{
    const auto object = read(u"seg-fraction.dcm"_s);
    QVERIFY(object);
    QCOMPARE(int(object->fraction), int(Segmentation::Fraction::Occupancy));
    int inside = 0, partly = 0;
    for (const auto &image : m_images) {
        const auto &g = image->geometry;
        for (int segment = 1; segment <= 3; ++segment) {
            const auto mask = maskOn(*object, segment, *image);
            for (int row = 0; row < g.rows; ++row) {
                for (int column = 0; column < g.columns; ++column) {
                    int places = 0;
                    for (int i = 0; i < 16; ++i)
                        places += OutlineTruth::contains(
                            segment, *g.toPatient({column + ((i % 4) - 1.5) / 4.0, row + ((i / 4) - 1.5) / 4.0}));
                    const bool isIn = mask[std::size_t(row) * std::size_t(g.columns) + std::size_t(column)] != 0;
                    if (isIn != (places >= 8))
                        QFAIL(qPrintable(u"segment %1 at row %2, column %3"_s.arg(segment).arg(row).arg(column)));
                    inside += isIn;
                    partly += places > 0 && places < 8;
                }
            }
        }
    }
    QVERIFY(inside > 1000 && partly > 100);
    QCOMPARE(int(read(u"seg.dcm"_s)->fraction), int(Segmentation::Fraction::Unknown));
}

void PhantomOutlinesTest::contoursAreTheTruth()
{
    const auto object = read(u"rtstruct.dcm"_s);
    QVERIFY(object);
    QCOMPARE(object->segments.size(), 5u);
    QCOMPARE(object->unreadable, 0);
    QVERIFY((object->segments[2].colour == Colour{70, 110, 240}));
    QCOMPARE(object->segments[4].category.meaning, u"ISOCENTER"_s);
    // A polygon of 120 corners lies within r (1 - cos(pi / 120)) of its circle: 0.01 mm.
    for (const auto &image : m_images)
        for (int region = 1; region <= 4; ++region) {
            const QString problem = differenceOf(*object, region, *image, 0.02);
            QVERIFY2(problem.isEmpty(), qPrintable(problem));
        }
    int points = 0;
    for (const auto &image : m_images)
        for (const PlacedOutline &outline : placeOn(*object, *image).outlines)
            points += int(outline.points.size());
    QCOMPARE(points, 1);
}

void PhantomOutlinesTest::holesAreHolesEitherWay()
{
    const auto object = read(u"rtstruct.dcm"_s);
    QVERIFY(object);
    int holes = 0;
    for (const auto &image : m_images) {
        QVERIFY(maskOn(*object, 2, *image) == maskOn(*object, 4, *image));
        const ImagePoint centre =
            *image->geometry.toImage({OutlineTruth::shell.x, OutlineTruth::shell.y, image->geometry.position->z});
        const auto mask = maskOn(*object, 2, *image);
        const auto at = std::size_t(std::lround(centre.row)) * std::size_t(image->geometry.columns) +
                        std::size_t(std::lround(centre.column));
        const bool isAny = std::find(mask.begin(), mask.end(), 1) != mask.end();
        holes += isAny && mask[at] == 0;
    }
    QVERIFY(holes >= 3);
}

/// By the image that it names, and where it names none by the plane that it lies in.
void PhantomOutlinesTest::aFrameThatIsCutShortIsMissedWhereItWouldLie()
{
    for (const QString &name : {u"seg.dcm"_s, u"seg-fine.dcm"_s}) {
        const auto whole = read(name);
        QVERIFY(whole);
        QCOMPARE(whole->unreadable, 0);
        const MaskPiece &cut = whole->pieces[whole->pieces.size() / 2];
        const QString path = m_folder.filePath(u"outlines/"_s + name);
        const auto header = dicom::readHeader(path);
        QVERIFY(header);
        Segmentation object;
        object.patient = whole->patient;
        object.frameOfReference = whole->frameOfReference;
        const FrameReader frames = [&](const auto &take) {
            return dicom::readFrames(path, [&](int frame, const QByteArray &bytes) {
                return take(frame, frame == cut.frame ? bytes.left(bytes.size() / 2) : bytes);
            });
        };
        QVERIFY(readMasks(*header, frames, object));
        QCOMPARE(object.pieces.size() + 1, whole->pieces.size());
        QCOMPARE(object.unreadable, 1);
        QCOMPARE(object.find(cut.segment)->lost, 1);
        QCOMPARE(object.flaws.size(), std::size_t(1));
        QCOMPARE(int(object.flaws[0].kind), int(Flaw::Kind::CutShort));
        QCOMPARE(object.flaws[0].segment, cut.segment);
        for (const auto &image : m_images) {
            const auto masks = placeOn(*whole, *image, cut.segment).masks;
            const bool isThere = std::any_of(masks.begin(), masks.end(),
                                             [&](const PlacedMask &mask) { return mask.piece->frame == cut.frame; });
            QCOMPARE(isFlawOn(object, object.flaws[0], *image), isThere);
        }
    }
}

/// The same place of another patient, or in another frame of reference, is another place; that the image which a mask
/// was drawn on is not there is no hindrance, as the mask says itself where it lies.
void PhantomOutlinesTest::masksOfWhatIsNotThere()
{
    const auto object = read(u"seg.dcm"_s);
    QVERIFY(object);
    const auto shown = std::find_if(m_images.begin(), m_images.end(),
                                    [&](const auto &image) { return !placeOn(*object, *image).isEmpty(); });
    QVERIFY(shown != m_images.end());
    const std::size_t placed = placeOn(*object, **shown).masks.size();
    dicom::Instance image = **shown;
    image.sop = SopInstanceUid(u"1.2.3.4"_s);
    QCOMPARE(placeOn(*object, image).masks.size(), placed);
    image.geometry.frameOfReference = FrameOfReferenceUid(); // then only the name of the image could say it
    QVERIFY(placeOn(*object, image).isEmpty());
    image = **shown;
    image.geometry.frameOfReference = FrameOfReferenceUid(u"1.2.3"_s);
    QVERIFY(placeOn(*object, image).isEmpty());
    image = **shown;
    image.patient.id += u"X"_s;
    QVERIFY(placeOn(*object, image).isEmpty());
}

/// Coordinates and frame numbers that are none, of one frame: it is on no image that it does not name, all others are
/// where they were.
void PhantomOutlinesTest::placesOfMasksThatAreNone_data()
{
    QTest::addColumn<QString>("position");
    QTest::addColumn<QString>("frame");
    QTest::addColumn<bool>("isLost");
    QTest::addColumn<bool>("isOnItsImage");
    QTest::newRow("as it was") << QString() << QString() << false << true;
    QTest::newRow("no number") << u"nan"_s << QString() << false << true; // by the one image that it names
    QTest::newRow("far away") << u"9999"_s << QString() << false << false;
    QTest::newRow("beyond every place") << u"1e300"_s << QString() << false << true;
    QTest::newRow("no number, unknown frame") << u"nan"_s << u"99"_s << false << false;
    QTest::newRow("no number, no frame") << u"nan"_s << u"0"_s << true << false;
    QTest::newRow("no number, words for a frame") << u"nan"_s << u"first"_s << true << false;
    QTest::newRow("unknown frame") << QString() << u"99"_s << false << true; // by its place
}
void PhantomOutlinesTest::placesOfMasksThatAreNone()
{
    QFETCH(const QString, position);
    QFETCH(const QString, frame);
    QFETCH(const bool, isLost);
    QFETCH(const bool, isOnItsImage);
    const auto whole = read(u"seg.dcm"_s);
    QVERIFY(whole && !whole->pieces.empty());
    const MaskPiece &spoilt = whole->pieces[whole->pieces.size() / 2];
    const QString path = m_folder.filePath(u"outlines/seg.dcm"_s);
    auto header = dicom::readHeader(path);
    QVERIFY(header);
    constexpr Tag perFrameGroups{0x5200, 0x9230}, planePosition{0x0020, 0x9113}, imagePosition{0x0020, 0x0032},
        derivation{0x0008, 0x9124}, sourceImages{0x0008, 0x2112}, frameNumber{0x0008, 0x1160};
    Attribute groups = *header->find(perFrameGroups);
    Attributes &group = groups.items.at(std::size_t(spoilt.frame));
    if (!position.isEmpty()) {
        Attribute places = *group.find(planePosition);
        places.items.front().setText(imagePosition, "DS", {position, position, position});
        group.set(planePosition, places);
    }
    if (!frame.isEmpty()) {
        Attribute derived = *group.find(derivation);
        Attribute sources = *derived.items.front().find(sourceImages);
        QCOMPARE(sources.items.size(), std::size_t(1));
        sources.items.front().setText(frameNumber, "IS", {frame});
        derived.items.front().set(sourceImages, sources);
        group.set(derivation, derived);
    }
    header->set(perFrameGroups, groups);
    Segmentation object;
    object.patient = whole->patient;
    object.frameOfReference = whole->frameOfReference;
    QVERIFY(readMasks(
        *header, [&](const auto &take) { return dicom::readFrames(path, take); }, object));
    QCOMPARE(object.unreadable, isLost ? 1 : 0);
    if (isLost)
        QCOMPARE(int(object.flaws.at(0).kind), int(Flaw::Kind::NoPlace));
    for (const auto &image : m_images) {
        std::vector<int> before, now;
        for (const PlacedMask &mask : placeOn(*whole, *image).masks)
            if (mask.piece->frame != spoilt.frame || isOnItsImage)
                before.push_back(mask.piece->frame);
        for (const PlacedMask &mask : placeOn(object, *image).masks)
            now.push_back(mask.piece->frame);
        std::sort(before.begin(), before.end());
        std::sort(now.begin(), now.end());
        QCOMPARE(now, before);
    }
}

/// Cut at every length and with bytes changed: an error or an object, never a crash, and never more than it says.
void PhantomOutlinesTest::hostileFilesAreRefused()
{
    for (const QString &name : {u"seg.dcm"_s, u"seg-fraction.dcm"_s, u"rtstruct.dcm"_s}) {
        QFile file(m_folder.filePath(u"outlines/"_s + name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray whole = file.readAll();
        for (qsizetype length = 0; length < whole.size(); length += whole.size() / 60 + 1)
            (void)readSegmentation(whole.left(length));
        quint32 state = 12345;
        for (int round = 0; round < 150; ++round) {
            QByteArray changed = whole;
            for (int i = 0; i < 6; ++i) {
                state = state * 1664525u + 1013904223u;
                changed[qsizetype(state % quint32(std::min<qsizetype>(changed.size(), 60'000)))] = char(state >> 24);
            }
            const auto object = readSegmentation(changed);
            if (!object)
                continue;
            for (const auto &image : m_images)
                for (const Segment &segment : (*object)->segments)
                    (void)maskOn(**object, segment.number, *image);
        }
    }
    QCOMPARE(readSegmentation(QByteArray()).error().code, ErrorCode::NotDicom);
    const auto image = readSegmentation(m_folder.filePath(u"images/IM0001.dcm"_s));
    QVERIFY(!image);
    QCOMPARE(image.error().code, ErrorCode::NoPixels);
}

void PhantomOutlinesTest::dciodvfyFindsNoError()
{
    NEEDS(!QStandardPaths::findExecutable(u"dciodvfy"_s).isEmpty(), "dciodvfy (Debian: dicom3tools) is not installed");
    for (const QString &name : {u"seg.dcm"_s, u"seg-fine.dcm"_s, u"seg-fraction.dcm"_s, u"rtstruct.dcm"_s}) {
        QProcess tool;
        tool.start(u"dciodvfy"_s, {m_folder.filePath(u"outlines/"_s + name)});
        QVERIFY(tool.waitForFinished(60'000));
        const QByteArray said = tool.readAllStandardError() + tool.readAllStandardOutput();
        QVERIFY2(!said.contains("Error"), (name.toUtf8() + ": " + said).constData());
    }
}

CONSILIUM_TEST(PhantomOutlinesTest)
#include "PhantomOutlinesTest.moc"
