#include "tests/support/TestMain.h"
#include "tests/unit/dicom/HeaderFixture.h"
#include "viewer/dicom/DicomFile.h"

using namespace Qt::StringLiterals;
using namespace consilium;
using namespace consilium::dicom;
using namespace consilium::test;
using Kind = DataIssue::Kind;

/// Row 7 of the table of clinical truth: value, and from what it was taken.
class SpacingTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void basis_data();
    void basis();
    void ultrasound_data();
    void ultrasound();
    void aspectWithoutSpacing();
    void realFiles();
    void realUltrasound_data();
    void realUltrasound();
    void scaleOfTheRegion();
    void overlappingRegions();
    void axesOfStrips_data();
    void axesOfStrips();
    void theBaselineOfADopplerStrip();
};

namespace
{

void setPlace(Attributes &region, int left, int top, int right, int bottom)
{
    setTexts(region, tags::RegionLocationMinX0, "UL", QString::number(left));
    setTexts(region, tags::RegionLocationMinY0, "UL", QString::number(top));
    setTexts(region, tags::RegionLocationMaxX1, "UL", QString::number(right));
    setTexts(region, tags::RegionLocationMaxY1, "UL", QString::number(bottom));
}

struct Region {
    QString meaning; ///< "format units deltaX deltaY"; units "x/y" where they differ
    int left = 0, top = 0, right = 0, bottom = 0;
};

Attributes ultrasoundHeader(const std::vector<Region> &regions)
{
    Attributes h = ctHeader();
    setTexts(h, tags::SopClassUid, "UI", u"1.2.840.10008.5.1.4.1.1.6.1"_s);
    setTexts(h, tags::Modality, "CS", u"US"_s);
    for (const Tag tag : {tags::ImageOrientationPatient, tags::PixelSpacing})
        h.remove(tag);
    Attribute sequence;
    sequence.vr = {'S', 'Q'};
    for (const Region &region : regions) {
        const QStringList parts = region.meaning.split(u' ');
        Attributes &item = sequence.items.emplace_back();
        setTexts(item, tags::RegionSpatialFormat, "US", parts[0]);
        setTexts(item, tags::PhysicalUnitsXDirection, "US", parts[1].section(u'/', 0, 0));
        setTexts(item, tags::PhysicalUnitsYDirection, "US", parts[1].section(u'/', -1));
        setTexts(item, tags::PhysicalDeltaX, "FD", parts[2]);
        setTexts(item, tags::PhysicalDeltaY, "FD", parts[3]);
        setPlace(item, region.left, region.top, region.right, region.bottom);
    }
    h.set(tags::SequenceOfUltrasoundRegions, sequence);
    return h;
}

} // namespace

void SpacingTest::basis_data()
{
    QTest::addColumn<QString>("modality");
    QTest::addColumn<QString>("pixel");
    QTest::addColumn<QString>("imager");
    QTest::addColumn<QString>("extra"); // "tag=value"
    QTest::addColumn<double>("rows");
    QTest::addColumn<double>("columns");
    QTest::addColumn<SpacingBasis>("basis");
    QTest::addColumn<bool>("invalid");
    const auto row = [](const char *name, const QString &modality, const QString &pixel, const QString &imager,
                        const QString &extra, double rows, double columns, SpacingBasis basis, bool invalid = false) {
        QTest::newRow(name) << modality << pixel << imager << extra << rows << columns << basis << invalid;
    };
    using B = SpacingBasis;
    const QString none;
    row("CT", u"CT"_s, u"0.5\\0.75"_s, none, none, 0.5, 0.75, B::PatientPlane);
    row("MR with imager spacing", u"MR"_s, u"0.5\\0.5"_s, u"0.2\\0.2"_s, none, 0.5, 0.5, B::PatientPlane);
    row("CT with nothing but imager spacing", u"CT"_s, none, u"0.2\\0.2"_s, none, 0, 0, B::None);
    row("DX detector only", u"DX"_s, none, u"0.14\\0.15"_s, none, 0.14, 0.15, B::DetectorPlane);
    row("DX both equal", u"DX"_s, u"0.14\\0.14"_s, u"0.14\\0.14"_s, none, 0.14, 0.14, B::DetectorPlane);
    row("DX both differ", u"DX"_s, u"0.12\\0.12"_s, u"0.14\\0.14"_s, none, 0.12, 0.12, B::Calibrated);
    row("DX both equal, calibrated", u"DX"_s, u"0.14\\0.14"_s, u"0.14\\0.14"_s, u"00280A02=FIDUCIAL"_s, 0.14, 0.14,
        B::Calibrated);
    row("CR pixel spacing alone", u"CR"_s, u"0.2\\0.2"_s, none, none, 0.2, 0.2, B::DetectorPlane);
    row("CR pixel spacing alone, calibrated", u"CR"_s, u"0.2\\0.2"_s, none, u"00280A02=GEOMETRY"_s, 0.2, 0.2,
        B::Calibrated);
    row("MG magnified", u"MG"_s, none, u"0.09\\0.09"_s, u"00181114=1.5"_s, 0.06, 0.06, B::MagnificationCorrected);
    row("MG magnified, both equal", u"MG"_s, u"0.09\\0.09"_s, u"0.09\\0.09"_s, u"00181114=1.8"_s, 0.05, 0.05,
        B::MagnificationCorrected);
    row("MG corrected already", u"MG"_s, u"0.06\\0.06"_s, u"0.09\\0.09"_s, u"00181114=1.5"_s, 0.06, 0.06,
        B::Calibrated);
    row("XA magnification of zero", u"XA"_s, none, u"0.3\\0.3"_s, u"00181114=0"_s, 0.3, 0.3, B::DetectorPlane, true);
    row("RF magnification below one", u"RF"_s, none, u"0.3\\0.3"_s, u"00181114=0.5"_s, 0.3, 0.3, B::DetectorPlane,
        true);
    row("CR magnification of pixel spacing alone", u"CR"_s, u"0.2\\0.2"_s, none, u"00181114=1.5"_s, 0.2, 0.2,
        B::DetectorPlane);
    row("CR scanned film", u"CR"_s, none, none, u"00182010=0.1\\0.2"_s, 0.1, 0.2, B::ScannedMedium);
    row("SC calibrated", u"OT"_s, u"0.2\\0.2"_s, none, u"00280A02=GEOMETRY"_s, 0.2, 0.2, B::Calibrated);
    row("SC pixel spacing alone", u"OT"_s, u"0.2\\0.3"_s, none, none, 0.2, 0.3, B::AsWritten);
    row("SC pixel spacing beside that of the film", u"OT"_s, u"0.2\\0.3"_s, none, u"00182010=0.1\\0.2"_s, 0.2, 0.3,
        B::AsWritten);
    row("SC both differ", u"OT"_s, u"0.4\\0.4"_s, u"0.5\\0.5"_s, none, 0.4, 0.4, B::Calibrated);
    row("SC both equal", u"OT"_s, u"0.5\\0.5"_s, u"0.5\\0.5"_s, none, 0.5, 0.5, B::DetectorPlane);
    row("SC of a detector", u"OT"_s, none, u"0.14\\0.15"_s, none, 0.14, 0.15, B::DetectorPlane);
    row("SC scanned", u"OT"_s, none, none, u"00182010=0.1\\0.2"_s, 0.1, 0.2, B::ScannedMedium);
    row("nothing, CT", u"CT"_s, none, none, none, 0, 0, B::None);
    row("nothing, photograph", u"XC"_s, none, none, none, 0, 0, B::None);
    row("zero", u"CT"_s, u"0\\0"_s, none, none, 0, 0, B::None, true);
    row("one zero", u"CT"_s, u"0.5\\0"_s, none, none, 0, 0, B::None, true);
    row("negative", u"MR"_s, u"-0.5\\0.5"_s, none, none, 0, 0, B::None, true);
    row("not a number", u"CT"_s, u"nan\\0.5"_s, none, none, 0, 0, B::None, true);
    row("infinite", u"CT"_s, u"inf\\0.5"_s, none, none, 0, 0, B::None, true);
    row("text", u"CT"_s, u"0,5\\0,5"_s, none, none, 0, 0, B::None, true);
    row("one value", u"CT"_s, u"0.5"_s, none, none, 0, 0, B::None, true);
    row("metres", u"CT"_s, u"5000\\5000"_s, none, none, 0, 0, B::None, true);
    row("next to nothing", u"CT"_s, u"1e-300\\1e-300"_s, none, none, 0, 0, B::None, true);
    row("a microscope's", u"CT"_s, u"0.000025\\0.000025"_s, none, none, 0.000025, 0.000025, B::PatientPlane);
    row("DX invalid, detector valid", u"DX"_s, u"0\\0"_s, u"0.14\\0.14"_s, none, 0.14, 0.14, B::DetectorPlane, true);
}

void SpacingTest::basis()
{
    QFETCH(QString, modality);
    QFETCH(QString, pixel);
    QFETCH(QString, imager);
    QFETCH(QString, extra);
    QFETCH(bool, invalid);
    Attributes h = ctHeader();
    setTexts(h, tags::SopClassUid, "UI", u"1.2.3"_s); // the modality decides then
    setTexts(h, tags::Modality, "CS", modality);
    setTexts(h, tags::PatientOrientation, "CS", u"L\\F"_s);
    if (modality != u"CT"_s && modality != u"MR"_s)
        h.remove(tags::ImageOrientationPatient);
    h.remove(tags::PixelSpacing);
    if (!pixel.isEmpty())
        setTexts(h, tags::PixelSpacing, "DS", pixel);
    if (!imager.isEmpty())
        setTexts(h, tags::ImagerPixelSpacing, "DS", imager);
    if (!extra.isEmpty())
        setTexts(h, *Tag::fromText(extra.left(8)), "DS", extra.mid(9));
    const auto image = describeInstance(h);
    QVERIFY(image.has_value());
    const PixelSpacing &spacing = (*image)->geometry.spacing;
    QTEST(spacing.betweenRowsMm, "rows");
    QTEST(spacing.betweenColumnsMm, "columns");
    QTEST(spacing.basis, "basis");
    QCOMPARE(hasIssue((*image)->issues, Kind::InvalidSpacing), invalid);
    const bool expectsScale = modality != u"XC"_s && modality != u"OT"_s;
    QCOMPARE(hasIssue((*image)->issues, Kind::NoSpacing), !spacing.isKnown() && !invalid && expectsScale);
}

void SpacingTest::ultrasound_data()
{
    QTest::addColumn<QStringList>("regions"); // "format units deltaX deltaY"
    QTest::addColumn<QString>("pixel");
    QTest::addColumn<double>("rows");
    QTest::addColumn<double>("columns");
    QTest::addColumn<SpacingBasis>("basis");
    QTest::newRow("one plane") << QStringList{u"1 3 0.02 0.03"_s} << QString() << 0.3 << 0.2
                               << SpacingBasis::UltrasoundRegion;
    QTest::newRow("negative deltas") << QStringList{u"1 3 -0.02 -0.03"_s} << QString() << 0.3 << 0.2
                                     << SpacingBasis::UltrasoundRegion;
    QTest::newRow("two planes alike") << QStringList{u"1 3 0.02 0.02"_s, u"1 3 0.02 -0.02"_s} << QString() << 0.2 << 0.2
                                      << SpacingBasis::UltrasoundRegion;
    QTest::newRow("two planes, two scales")
        << QStringList{u"1 3 0.02 0.02"_s, u"1 3 0.04 0.04"_s} << QString() << 0.0 << 0.0 << SpacingBasis::None;
    QTest::newRow("plane and Doppler strip")
        << QStringList{u"1 3 0.02 0.02"_s, u"3 4 0.01 5"_s} << QString() << 0.0 << 0.0 << SpacingBasis::None;
    QTest::newRow("seconds") << QStringList{u"1 4 0.02 0.02"_s} << QString() << 0.0 << 0.0 << SpacingBasis::None;
    QTest::newRow("zero deltas") << QStringList{u"1 3 0 0"_s} << QString() << 0.0 << 0.0 << SpacingBasis::None;
    QTest::newRow("regions win over pixel spacing")
        << QStringList{u"1 3 0.02 0.02"_s} << u"9\\9"_s << 0.2 << 0.2 << SpacingBasis::UltrasoundRegion;
    QTest::newRow("pixel spacing alone") << QStringList{} << u"0.3\\0.4"_s << 0.3 << 0.4 << SpacingBasis::PatientPlane;
    QTest::newRow("nothing") << QStringList{} << QString() << 0.0 << 0.0 << SpacingBasis::None;
}

void SpacingTest::ultrasound()
{
    QFETCH(QStringList, regions);
    QFETCH(QString, pixel);
    Attributes h = ctHeader();
    setTexts(h, tags::SopClassUid, "UI", u"1.2.840.10008.5.1.4.1.1.6.1"_s);
    setTexts(h, tags::Modality, "CS", u"US"_s);
    h.remove(tags::ImageOrientationPatient);
    h.remove(tags::PixelSpacing);
    if (!pixel.isEmpty())
        setTexts(h, tags::PixelSpacing, "DS", pixel);
    Attribute sequence;
    sequence.vr = {'S', 'Q'};
    for (const QString &text : regions) {
        const QStringList parts = text.split(u' ');
        Attributes &region = sequence.items.emplace_back();
        setTexts(region, tags::RegionSpatialFormat, "US", parts[0]);
        setTexts(region, tags::PhysicalUnitsXDirection, "US", parts[1]);
        setTexts(region, tags::PhysicalUnitsYDirection, "US", parts[1]);
        setTexts(region, tags::PhysicalDeltaX, "FD", parts[2]);
        setTexts(region, tags::PhysicalDeltaY, "FD", parts[3]);
        setPlace(region, 0, 0, 255, 511);
    }
    if (!sequence.items.empty())
        h.set(tags::SequenceOfUltrasoundRegions, sequence);
    const auto image = describeInstance(h);
    QVERIFY(image.has_value());
    const PixelSpacing &spacing = (*image)->geometry.spacing;
    QTEST(spacing.betweenRowsMm, "rows");
    QTEST(spacing.betweenColumnsMm, "columns");
    QTEST(spacing.basis, "basis");
    if (!spacing.isKnown())
        QVERIFY(hasIssue((*image)->issues, Kind::NoSpacing) || hasIssue((*image)->issues, Kind::InvalidSpacing) ||
                hasIssue((*image)->issues, Kind::SeveralScales));
}

void SpacingTest::aspectWithoutSpacing()
{
    Attributes h = ctHeader();
    h.remove(tags::PixelSpacing);
    setTexts(h, tags::PixelAspectRatio, "IS", u"4\\3"_s); // vertical, horizontal
    auto image = describeInstance(h);
    QVERIFY(image.has_value() && !(*image)->geometry.spacing.isKnown());
    QCOMPARE((*image)->geometry.aspectRowsToColumns, 4.0 / 3.0);
    setTexts(h, tags::PixelAspectRatio, "IS", u"0\\0"_s);
    image = describeInstance(h);
    QCOMPARE((*image)->geometry.aspectRowsToColumns, 1.0);
    QVERIFY(hasIssue((*image)->issues, Kind::InvalidSpacing));
}

/// Values read off the headers with dcmdump.
void SpacingTest::realFiles()
{
    REQUIRE_REAL_DATA(data)
    const auto spacingOf = [&](const QString &file) {
        const auto header = readHeader(data + u'/' + file);
        const auto image = header ? describeInstance(*header) : fail(header.error());
        return image ? (*image)->geometry.spacing : PixelSpacing{};
    };
    const PixelSpacing dx = spacingOf(u"cr-dx-mg/OutOfBoundsOverlay.dcm"_s);
    QVERIFY(dx.isKnown() && dx.basis != SpacingBasis::PatientPlane);
    QCOMPARE(spacingOf(u"mr-brain-brainix/Flair/"_s +
                       QDir(data + u"/mr-brain-brainix/Flair"_s).entryList(QDir::Files).first())
                 .basis,
             SpacingBasis::PatientPlane);
    QVERIFY(!spacingOf(u"us/examples_rgb_color.dcm"_s).isKnown());
    QVERIFY(!spacingOf(u"cr-dx-mg/RG3_J2KR.dcm"_s).isKnown());
}

void SpacingTest::realUltrasound_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<double>("mm"); // of a pixel, both ways; 0: not known
    QTest::addColumn<double>("aspect");
    // Regions as dcmdump shows them; Physical Delta in cm.
    QTest::newRow("one plane, 0.00616 cm") << u"YBR_422.dcm"_s << 0.0616 << 1.0;
    // Beside the plane lies an ECG whose x axis are seconds: no one number holds for the image. Its pixels are not
    // square: 536 / 670 = 0.8, as 0.022857 / 0.028571 cm of the plane.
    QTest::newRow("plane and ECG, oblong pixels") << u"Issue16.dcm"_s << 0.0 << 0.8;
    QTest::newRow("plane and ECG") << u"OBXXXX1A_2frame.dcm"_s << 0.0 << 1.0;
    // The first region has no unit; the second runs from right to left.
    QTest::newRow("region without unit") << u"IM00001.fragmented_no_bot_jpeg_baseline.50.dcm"_s << 0.0 << 1.0;
    QTest::newRow("no regions") << u"US-PAL-8-10x-echo"_s << 0.0 << 1.0;
    QTest::newRow("one plane, 0.05105 cm") << u"examples_ybr_color.dcm"_s << 0.5104970559477806 << 1.0;
    QTest::newRow("no regions, colour") << u"examples_rgb_color.dcm"_s << 0.0 << 1.0;
}

void SpacingTest::realUltrasound()
{
    QFETCH(QString, file);
    QFETCH(double, mm);
    QFETCH(double, aspect);
    REQUIRE_REAL_DATA(data)
    const auto header = readHeader(data + u"/us/"_s + file);
    QVERIFY(header.has_value());
    const auto frames = describeFrames(*header);
    QVERIFY(frames.has_value());
    for (const InstancePtr &frame : *frames) {
        const PixelSpacing &spacing = frame->geometry.spacing;
        QCOMPARE(spacing.basis, mm > 0.0 ? SpacingBasis::UltrasoundRegion : SpacingBasis::None);
        QVERIFY(std::abs(spacing.betweenRowsMm - mm) < 1e-8 && std::abs(spacing.betweenColumnsMm - mm) < 1e-8);
        QVERIFY(std::abs(frame->geometry.aspectRowsToColumns - aspect) < 1e-12);
        const bool isTold = hasIssue(frame->issues, Kind::NoSpacing) || hasIssue(frame->issues, Kind::SeveralScales);
        QCOMPARE(isTold, mm == 0.0);
    }
}

/// Two planes and a Doppler strip side by side: what holds at a place is what its region says.
void SpacingTest::scaleOfTheRegion()
{
    Attributes h = ultrasoundHeader({{u"1 3 0.02 0.03"_s, 0, 0, 99, 199},
                                     {u"1 3 -0.05 0.05"_s, 100, 0, 255, 199},
                                     {u"3 4 0.01 5"_s, 0, 200, 255, 399}});
    const auto image = describeInstance(h);
    QVERIFY(image.has_value());
    const FrameGeometry &g = (*image)->geometry;
    QVERIFY(hasIssue((*image)->issues, Kind::SeveralScales));
    QVERIFY(!g.spacing.isKnown());
    const PixelSpacing left = g.spacingBetween({10, 10}, {90, 190}), right = g.spacingBetween({120, 5}, {250, 199});
    QVERIFY(left.basis == SpacingBasis::UltrasoundRegion && right.basis == SpacingBasis::UltrasoundRegion);
    QCOMPARE(left.betweenColumnsMm, 0.2);
    QCOMPARE(left.betweenRowsMm, 0.3);
    QCOMPARE(right.betweenColumnsMm, 0.5);
    QCOMPARE(right.betweenRowsMm, 0.5);
    QVERIFY(!g.spacingBetween({10, 10}, {120, 10}).isKnown());   // from one plane into the other
    QVERIFY(!g.spacingBetween({10, 250}, {200, 250}).isKnown()); // a strip whose axis are seconds
    QVERIFY(!g.spacingBetween({10, 450}, {200, 450}).isKnown()); // outside of all
    QVERIFY(g.spacingBetween({-0.4, 0}, {99.4, 199.4}).isKnown());
    QVERIFY(g.spacingWithin({110, 10}, {200, 100}) == right);
    QVERIFY(!g.spacingWithin({50, 10}, {200, 100}).isKnown());
    QVERIFY(!g.spacingWithin({110, 10}, {200, 250}).isKnown());
}

/// One that lies over another counts where they overlap; of two alike in rank neither does.
void SpacingTest::overlappingRegions()
{
    Attributes h = ultrasoundHeader({{u"1 3 0.02 0.02"_s, 0, 0, 255, 511}, {u"1 3 0.05 0.05"_s, 50, 50, 99, 99}});
    auto image = describeInstance(h);
    QVERIFY(image.has_value());
    QVERIFY(!(*image)->geometry.spacingBetween({60, 60}, {70, 70}).isKnown());
    QCOMPARE((*image)->geometry.spacingBetween({10, 10}, {20, 20}).betweenRowsMm, 0.2);
    Attribute sequence = *h.find(tags::SequenceOfUltrasoundRegions);
    setTexts(sequence.items[1], {0x0018, 0x6016}, "UL", u"1"_s);
    h.set(tags::SequenceOfUltrasoundRegions, sequence);
    image = describeInstance(h);
    QCOMPARE((*image)->geometry.spacingBetween({60, 60}, {70, 70}).betweenRowsMm, 0.5);
    QVERIFY(!(*image)->geometry.spacingBetween({10, 10}, {60, 60}).isKnown());
    // One scale for all: it holds for the picture, but not outside the regions.
    const auto one = describeInstance(ultrasoundHeader({{u"1 3 0.02 0.02"_s, 0, 0, 99, 99}}));
    QVERIFY((*one)->geometry.spacing.isKnown());
    QVERIFY((*one)->geometry.spacingBetween({5, 5}, {60, 60}).isKnown());
    QVERIFY(!(*one)->geometry.spacingBetween({5, 5}, {160, 60}).isKnown());
    // One without a place holds nowhere.
    Attributes lost = ultrasoundHeader({{u"1 3 0.02 0.02"_s, 0, 0, 99, 99}});
    Attribute placeless = *lost.find(tags::SequenceOfUltrasoundRegions);
    placeless.items[0].remove(tags::RegionLocationMaxX1);
    lost.set(tags::SequenceOfUltrasoundRegions, placeless);
    image = describeInstance(lost);
    QVERIFY(!(*image)->geometry.spacing.isKnown() && hasIssue((*image)->issues, Kind::InvalidSpacing));
}

/// What the directions of M-mode, Doppler and curves count; PS3.3 C.8.5.5.1.1, .15 and .16.
void SpacingTest::theBaselineOfADopplerStrip()
{
    const auto axisOf = [](const QString &place, const QString &value, const QString &delta) {
        Attributes header = ultrasoundHeader({{u"3 4/7 0.01 "_s + delta, 10, 20, 60, 120}});
        Attribute sequence;
        sequence.vr = {'S', 'Q'};
        sequence.items = header.items(tags::SequenceOfUltrasoundRegions);
        if (!place.isEmpty())
            setTexts(sequence.items[0], Tag{0x0018, 0x6022}, "SL", place);
        if (!value.isEmpty())
            setTexts(sequence.items[0], Tag{0x0018, 0x602A}, "FD", value);
        header.set(tags::SequenceOfUltrasoundRegions, sequence);
        const auto image = describeInstance(header);
        const auto *const region = image ? (*image)->geometry.regionBetween({30, 50}, {30, 50}) : nullptr;
        return region ? region->down : RegionAxis();
    };
    // Row 20 + 50 of the image counts 0, and the speed rises upwards.
    const RegionAxis plain = axisOf(u"50"_s, u"0"_s, u"-2.5"_s);
    QCOMPARE(plain.valueAt(70).value_or(-1), 0.0);
    QCOMPARE(plain.valueAt(60).value_or(-1), 25.0);
    QCOMPARE(plain.valueAt(80).value_or(-1), -25.0);
    // Tied elsewhere: 40 rows below the edge it counts 25, so 10 rows further 0.
    QCOMPARE(axisOf(u"40"_s, u"25"_s, u"-2.5"_s).valueAt(70).value_or(-1), 0.0);
    QCOMPARE(axisOf(u"50"_s, u"0"_s, u"2.5"_s).valueAt(80).value_or(-1), 25.0);
    QCOMPARE(axisOf(u"-5"_s, u"0"_s, u"-2.5"_s).valueAt(15).value_or(-1), 0.0); // beyond the region
    QVERIFY(!axisOf(u"50"_s, {}, u"-2.5"_s).valueAt(70));
    QVERIFY(!axisOf({}, u"0"_s, u"-2.5"_s).valueAt(70));
}
void SpacingTest::axesOfStrips_data()
{
    QTest::addColumn<QString>("meaning");
    QTest::addColumn<RegionAxis>("across");
    QTest::addColumn<RegionAxis>("down");
    using Unit = RegionAxis::Unit;
    const RegionAxis none, time{Unit::Seconds, 0.01};
    QTest::newRow("Doppler") << u"3 4/7 0.01 -2.5"_s << time << RegionAxis{Unit::CmPerSecond, 2.5};
    QTest::newRow("M-mode") << u"2 4/3 0.01 0.05"_s << time << RegionAxis{Unit::Millimetres, 0.5};
    QTest::newRow("curve") << u"4 4/0 0.01 0"_s << time << none;
    QTest::newRow("tissue") << u"1 3/3 0.05 0.05"_s << none << none;
    QTest::newRow("graphics") << u"5 4/7 0.01 2.5"_s << none << none;
    QTest::newRow("hertz") << u"3 4/5 0.01 2.5"_s << time << none;
    QTest::newRow("no scale") << u"3 4/7 0 nan"_s << none << none;
}
void SpacingTest::axesOfStrips()
{
    QFETCH(QString, meaning);
    const auto image = describeInstance(ultrasoundHeader({{meaning, 10, 20, 60, 80}}));
    QVERIFY(image.has_value());
    const FrameGeometry &geometry = (*image)->geometry;
    const UltrasoundRegion *const region = geometry.regionBetween({10, 20}, {60, 80});
    QVERIFY(region);
    QTEST(region->across, "across");
    QTEST(region->down, "down");
    QVERIFY(!geometry.regionBetween({10, 20}, {61, 81}));
}

CONSILIUM_TEST(SpacingTest)
#include "SpacingTest.moc"
