#include "tests/support/TestMain.h"
#include "tests/unit/dicom/HeaderFixture.h"
#include "viewer/dicom/DicomFile.h"

using namespace Qt::StringLiterals;
using namespace consilium;
using namespace consilium::dicom;
using namespace consilium::test;

namespace
{

constexpr Tag detectorInformation{0x0054, 0x0022}, detectorVector{0x0054, 0x0020};

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

/// Nuclear medicine: orientation from the detectors, never a position.
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
