#include "tests/support/TestMain.h"
#include "tests/unit/dicom/HeaderFixture.h"
#include "viewer/dicom/DicomFile.h"

using namespace Qt::StringLiterals;
using namespace consilium;
using namespace consilium::dicom;
using namespace consilium::test;

namespace
{

constexpr Tag detectorInformation{0x0054, 0x0022}, detectorVector{0x0054, 0x0020}, sliceVector{0x0054, 0x0080},
    gridFrameOffsets{0x3004, 0x000C};

Attributes nuclear(int frames, const QStringList &orientations)
{
    Attributes h = ctHeader();
    for (const Tag tag : {tags::ImageOrientationPatient, tags::ImagePositionPatient})
        h.remove(tag);
    setTexts(h, tags::SopClassUid, "UI", u"1.2.840.10008.5.1.4.1.1.20"_s);
    setTexts(h, tags::Modality, "CS", u"NM"_s);
    setTexts(h, tags::ImageType, "CS", u"ORIGINAL\\PRIMARY\\STATIC\\EMISSION"_s);
    setTexts(h, tags::NumberOfFrames, "IS", QString::number(frames));
    Attribute sequence;
    sequence.vr = {'S', 'Q'};
    for (const QString &orientation : orientations) {
        Attributes detector;
        setTexts(detector, tags::ImageOrientationPatient, "DS", orientation);
        setTexts(detector, tags::ImagePositionPatient, "DS", u"1\\2\\3"_s);
        sequence.items.push_back(detector);
    }
    h.set(detectorInformation, sequence);
    return h;
}

const QString anterior = u"1\\0\\0\\0\\0\\-1"_s, posterior = u"-1\\0\\0\\0\\0\\-1"_s;

std::vector<InstancePtr> framesOf(const Attributes &header)
{
    return describeFrames(header).value_or(std::vector<InstancePtr>());
}

} // namespace

/// Nuclear medicine: orientation from the detectors, positions of reconstructions only; and dose grids.
class NuclearTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void oneDetector()
    {
        const auto frames = framesOf(nuclear(3, {anterior}));
        QCOMPARE(frames.size(), std::size_t(3));
        for (const auto &frame : frames) {
            QVERIFY(frame->geometry.isOriented() && !frame->geometry.position);
            QCOMPARE(orientationLetters(*frame->geometry.alongRow), u"L"_s);
            QCOMPARE(orientationLetters(*frame->geometry.alongColumn), u"F"_s);
            QVERIFY(frame->issues.empty());
            QCOMPARE(frame->geometry.spacing.basis, SpacingBasis::PatientPlane);
            QCOMPARE(frame->geometry.spacing.betweenRowsMm, 0.5);
            QCOMPARE(frame->geometry.spacing.betweenColumnsMm, 0.75);
        }
        QCOMPARE(assemble(describeSeries(nuclear(3, {})), frames, 1).size(), std::size_t(1));
    }

    /// Two heads, one in front and one behind: each frame has its own sides.
    void eachFrameByItsDetector()
    {
        Attributes h = nuclear(4, {anterior, posterior});
        setTexts(h, detectorVector, "US", u"1\\2\\2\\1"_s);
        const auto frames = framesOf(h);
        QCOMPARE(frames.size(), std::size_t(4));
        const QString expected[] = {u"L"_s, u"R"_s, u"R"_s, u"L"_s};
        for (std::size_t i = 0; i < 4; ++i) {
            QCOMPARE(orientationLetters(*frames[i]->geometry.alongRow), expected[i]);
            QVERIFY(!frames[i]->geometry.position);
            QCOMPARE(frames[i]->frame, int(i));
        }
    }

    /// Where nothing says which detector took a frame, or it turned meanwhile, there are no letters.
    void unknownIsNotGuessed()
    {
        const auto unnamed = framesOf(nuclear(2, {anterior, posterior}));
        QVERIFY(!unnamed[0]->geometry.isOriented() && !unnamed[1]->geometry.isOriented());
        QVERIFY(hasIssue(unnamed[0]->issues, DataIssue::Kind::NoOrientation));

        Attributes wrong = nuclear(2, {anterior, posterior});
        setTexts(wrong, detectorVector, "US", u"1\\3"_s);
        const auto second = framesOf(wrong);
        QVERIFY(second[0]->geometry.isOriented() && !second[1]->geometry.isOriented());
        QVERIFY(hasIssue(second[1]->issues, DataIssue::Kind::NoOrientation));

        Attributes rotation = nuclear(2, {anterior});
        setTexts(rotation, tags::ImageType, "CS", u"ORIGINAL\\PRIMARY\\TOMO\\EMISSION"_s);
        QVERIFY(!framesOf(rotation)[0]->geometry.isOriented());
        setTexts(rotation, tags::ImageType, "CS", u"ORIGINAL\\PRIMARY\\RECON TOMO\\EMISSION"_s);
        QVERIFY(framesOf(rotation)[0]->geometry.isOriented());
    }

    /// A reconstruction whose frames stand in any order: its Slice Vector says where each lies. Own arithmetic: first
    /// slice at (1, 2, 3), rows to the left, columns to the back, so the normal is to the head.
    void slicesOfAReconstruction()
    {
        for (const double step : {4.5, -4.5}) {
            Attributes h = nuclear(6, {u"1\\0\\0\\0\\1\\0"_s});
            setTexts(h, tags::ImageType, "CS", u"DERIVED\\PRIMARY\\RECON GATED TOMO\\EMISSION"_s);
            setTexts(h, sliceVector, "US", u"2\\1\\3\\3\\2\\1"_s); // two phases
            setTexts(h, tags::SpacingBetweenSlices, "DS", QString::number(step));
            const auto frames = framesOf(h);
            QCOMPARE(frames.size(), std::size_t(6));
            const int slices[] = {2, 1, 3, 3, 2, 1};
            for (std::size_t i = 0; i < 6; ++i) {
                QVERIFY(frames[i]->geometry.position && frames[i]->geometry.isSpatial());
                QCOMPARE(frames[i]->geometry.position->x, 1.0);
                QCOMPARE(frames[i]->geometry.position->y, 2.0);
                QCOMPARE(frames[i]->geometry.position->z, 3.0 + (slices[i] - 1) * step);
            }
        }
    }

    void incompleteVectorsPlaceNothing()
    {
        Attributes h = nuclear(3, {u"1\\0\\0\\0\\1\\0"_s});
        setTexts(h, tags::ImageType, "CS", u"DERIVED\\PRIMARY\\RECON TOMO\\EMISSION"_s);
        setTexts(h, tags::SpacingBetweenSlices, "DS", u"4"_s);
        QVERIFY(!framesOf(h)[1]->geometry.position); // no vector
        setTexts(h, sliceVector, "US", u"0\\1\\2"_s);
        QVERIFY(!framesOf(h)[1]->geometry.position); // slices are counted from 1
        setTexts(h, sliceVector, "US", u"1\\2"_s);
        QVERIFY(framesOf(h)[1]->geometry.position && !framesOf(h)[2]->geometry.position);
        setTexts(h, sliceVector, "US", u"1\\2\\3"_s);
        setTexts(h, tags::SpacingBetweenSlices, "DS", u"0"_s);
        QVERIFY(!framesOf(h)[1]->geometry.position);
        setTexts(h, tags::SpacingBetweenSlices, "DS", u"4"_s);
        QVERIFY(framesOf(h)[2]->geometry.position);
        setTexts(h, tags::ImageType, "CS", u"ORIGINAL\\PRIMARY\\STATIC\\EMISSION"_s);
        QVERIFY(!framesOf(h)[2]->geometry.position); // no reconstruction
    }

    /// Dose grids: offsets from the first plane, or z coordinates; columns to the front, so the normal is to the feet.
    void planesOfADoseGrid()
    {
        Attributes h = ctHeader();
        setTexts(h, tags::SopClassUid, "UI", u"1.2.840.10008.5.1.4.1.1.481.2"_s);
        setTexts(h, tags::Modality, "CS", u"RTDOSE"_s);
        setTexts(h, tags::NumberOfFrames, "IS", u"3"_s);
        setTexts(h, {0x3004, 0x0002}, "CS", u"GY"_s);
        setTexts(h, {0x3004, 0x000E}, "DS", u"0.0005"_s);
        setTexts(h, gridFrameOffsets, "DS", u"0\\2.5\\7"_s);
        for (const QString &axes : {u"1\\0\\0\\0\\1\\0"_s, u"1\\0\\0\\0\\-1\\0"_s}) {
            setTexts(h, tags::ImageOrientationPatient, "DS", axes);
            const double direction = axes.contains(u'-') ? -1.0 : 1.0;
            const auto frames = framesOf(h);
            QCOMPARE(frames.size(), std::size_t(3));
            const double offsets[] = {0.0, 2.5, 7.0};
            for (std::size_t i = 0; i < 3; ++i) {
                QVERIFY(frames[i]->geometry.isSpatial());
                QCOMPARE(frames[i]->geometry.position->z, 30.0 + direction * offsets[i]);
                QCOMPARE(frames[i]->grey.slope, 0.0005);
                QCOMPARE(frames[i]->grey.intercept, 0.0);
                QCOMPARE(frames[i]->grey.unitText, u"Gy"_s);
            }
        }
        setTexts(h, gridFrameOffsets, "DS", u"30\\28\\20"_s); // coordinates, for either direction of the normal
        for (const QString &axes : {u"1\\0\\0\\0\\1\\0"_s, u"1\\0\\0\\0\\-1\\0"_s}) {
            setTexts(h, tags::ImageOrientationPatient, "DS", axes);
            QCOMPARE(framesOf(h)[2]->geometry.position->z, 20.0);
        }
        setTexts(h, gridFrameOffsets, "DS", u"31\\28\\20"_s); // contradicts the position
        QVERIFY(!framesOf(h)[1]->geometry.position);
    }

    void realHeart()
    {
        REQUIRE_REAL_DATA(data)
        const auto header = readHeader(data + u"/cardiac-multiframe/NM-MONO2-16-13x-heart"_s);
        QVERIFY(header.has_value());
        const auto frames = framesOf(*header);
        QCOMPARE(frames.size(), std::size_t(13));
        for (const auto &frame : frames) {
            QVERIFY(!frame->geometry.position && !frame->geometry.isOriented());
            QCOMPARE(frame->geometry.spacing.betweenRowsMm, 3.11583); // pydicom: 3.11583\3.11583
            QVERIFY(hasIssue(frame->issues, DataIssue::Kind::NoOrientation));
        }
        const auto sets = assemble(describeSeries(*header), frames, 1);
        QCOMPARE(sets.size(), std::size_t(1));
        QCOMPARE(sets[0]->slices.size(), std::size_t(13));
        for (int i = 0; i < 13; ++i)
            QCOMPARE(sets[0]->slices[std::size_t(i)]->frame, i);
    }
};

CONSILIUM_TEST(NuclearTest)
#include "NuclearTest.moc"
