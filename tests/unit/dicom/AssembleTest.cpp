#include "tests/phantom/Generate.h"
#include "tests/support/TestMain.h"
#include "tests/unit/dicom/SliceFixture.h"
#include "viewer/dicom/DicomFile.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QTemporaryDir>

#include <algorithm>
#include <cmath>
#include <random>

using namespace Qt::StringLiterals;
using namespace consilium;
using namespace consilium::dicom;
using namespace consilium::test;
using Kind = DataIssue::Kind;

namespace
{

std::vector<DataSetPtr> ofFolder(const QString &folder)
{
    std::vector<InstancePtr> all;
    SeriesHeader header;
    scanFolder(folder,
               [&](const ScannedFile &file) {
                   const auto image = file.header ? describeInstance(*file.header) : fail(file.header.error());
                   if (image) {
                       header = describeSeries(*file.header);
                       all.push_back(*image);
                   }
               },
               {});
    return assemble(header, all, int(all.size()));
}

std::vector<DataSetPtr> ofPhantom(phantom::Variant variant, int slices, double tilt = 20.0)
{
    phantom::PhantomSpec spec;
    spec.kind = phantom::Kind::Marker;
    spec.variant = variant;
    spec.slices = slices;
    spec.rows = spec.columns = 32;
    spec.sliceSpacingMm = 2.5;
    spec.tiltDeg = tilt;
    spec.noiseHu = 0;
    QTemporaryDir folder;
    phantom::GenerateOptions options;
    options.folder = folder.path();
    if (!phantom::generate(spec, options))
        return {};
    return ofFolder(folder.path());
}

} // namespace

/// Rows 3 to 6 of the table of clinical truth.
class AssembleTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void onePlaceManyTimes();
    void sectionsWithoutPositionSaySo();
    void scrollDirections_data();
    void scrollDirections();
    void shuffledFiles();
    void headOrFeetFirst();
    void phasesAreNeverInterleaved();
    void unnamedPhases();
    void triggerTimes();
    void overlappingAcquisitions();
    void acquisitionPerSlice();
    void seriesInTime();
    void missingSlices();
    void gapsWaitForTheRest();
    void unevenSpacing();
    void duplicates();
    void gantryTilt_data();
    void gantryTilt();
    void lastSliceInItsPlace();
    void mixedPatients();
    void mixedFrames();
    void strayImagesStandBehind_data();
    void strayImagesStandBehind();
    void partsOfOneWeightKeepTheirOrder();
    void whatLacksItsNumberSaysSo();
    void mixedOrientations();
    void scoutsAmongSlices_data();
    void scoutsAmongSlices();
    void seriesStoredTwice();
    void repeatedPhasesAreNoCopies();
    void objectsSentTwice();
    void figuresInSentences();
    void withoutGeometry();
    void growingSeries();
    void twoThousandSlices();
    void realSeries();
};

void AssembleTest::scrollDirections_data()
{
    QTest::addColumn<QString>("orientation");
    QTest::addColumn<QList<double>>("way"); // from the first slice to the last, as documented
    QTest::newRow("axial: head to feet") << u"1\\0\\0\\0\\1\\0"_s << QList<double>{0, 0, -1};
    QTest::newRow("axial from above: head to feet") << u"-1\\0\\0\\0\\1\\0"_s << QList<double>{0, 0, -1};
    QTest::newRow("coronal: front to back") << u"1\\0\\0\\0\\0\\-1"_s << QList<double>{0, 1, 0};
    QTest::newRow("sagittal: right to left") << u"0\\1\\0\\0\\0\\-1"_s << QList<double>{1, 0, 0};
    QTest::newRow("nearly axial") << u"1\\0\\0\\0\\0.866025\\-0.5"_s << QList<double>{0, -0.5, -0.866025};
    QTest::newRow("nearly coronal") << u"1\\0\\0\\0\\0.5\\-0.866025"_s << QList<double>{0, 0.866025, 0.5};
}

void AssembleTest::scrollDirections()
{
    QFETCH(QString, orientation);
    QFETCH(QList<double>, way);
    std::vector<Slice> slices;
    for (int i = 0; i < 20; ++i)
        slices.push_back({3.0 * i * way[0], 3.0 * i * way[1], 3.0 * i * way[2], 100 - i, orientation});
    for (unsigned seed = 1; seed < 20; ++seed) {
        const auto sets = assembled(instancesOf(slices), 20, seed);
        QCOMPARE(sets.size(), std::size_t(1));
        QVERIFY(sets[0]->issues.empty() && sets[0]->isComplete && sets[0]->part.isEmpty());
        QCOMPARE(sets[0]->id.text(), u"2.25.3"_s);
        for (int i = 0; i < 20; ++i)
            QCOMPARE(sets[0]->slices[std::size_t(i)]->instanceNumber, 100 - i);
        QCOMPARE(sets[0]->indexOf(sets[0]->slices[7]->sop), 7);
        QCOMPARE(sets[0]->indexOf(SopInstanceUid(u"1.2"_s)), -1);
    }
}

void AssembleTest::shuffledFiles()
{
    const auto sets = ofPhantom(phantom::Variant::Shuffled, 24);
    QCOMPARE(sets.size(), std::size_t(1));
    QVERIFY(sets[0]->issues.empty());
    int outOfOrder = 0;
    for (std::size_t i = 1; i < 24; ++i) {
        QVERIFY(std::fabs(sets[0]->slices[i - 1]->geometry.position->z - sets[0]->slices[i]->geometry.position->z -
                          2.5) < 1e-9);
        outOfOrder += sets[0]->slices[i]->instanceNumber < sets[0]->slices[i - 1]->instanceNumber;
    }
    QVERIFY(outOfOrder > 5); // the phantom really was shuffled
}

/// The patient in the scanner the other way round changes instance numbers and table positions, not the order on the
/// screen.
void AssembleTest::headOrFeetFirst()
{
    for (const int sign : {1, -1}) {
        std::vector<Slice> slices;
        for (int i = 0; i < 10; ++i)
            slices.push_back({0, 0, 2.0 * i * sign, i + 1});
        const auto sets = assembled(instancesOf(slices));
        QCOMPARE(sets[0]->slices.front()->geometry.position->z, sign > 0 ? 18.0 : 0.0);
        QVERIFY(sets[0]->slices.front()->geometry.position->z > sets[0]->slices.back()->geometry.position->z);
    }
}

void AssembleTest::phasesAreNeverInterleaved()
{
    const auto sets = ofPhantom(phantom::Variant::Phases, 12);
    QCOMPARE(sets.size(), std::size_t(3));
    for (std::size_t phase = 0; phase < 3; ++phase) {
        QCOMPARE(sets[phase]->slices.size(), std::size_t(12));
        QCOMPARE(sets[phase]->part, u"temporal position %1"_s.arg(phase + 1));
        for (const InstancePtr &slice : sets[phase]->slices)
            QCOMPARE(slice->temporalPosition, int(phase) + 1);
        QVERIFY(sets[phase]->issues.empty());
    }
    QVERIFY(sets[1]->id != sets[0]->id && sets[1]->id != sets[2]->id);
}

void AssembleTest::unnamedPhases()
{
    std::vector<Slice> slices;
    for (int phase = 0; phase < 4; ++phase) {
        for (int i = 0; i < 6; ++i)
            slices.push_back({0, 0, -5.0 * i, 1 + phase * 6 + i});
    }
    const auto sets = assembled(instancesOf(slices));
    QCOMPARE(sets.size(), std::size_t(4));
    for (std::size_t phase = 0; phase < 4; ++phase) {
        for (std::size_t i = 0; i < 6; ++i)
            QCOMPARE(sets[phase]->slices[i]->instanceNumber, 1 + int(phase * 6 + i));
    }
}

void AssembleTest::triggerTimes()
{
    std::vector<Slice> slices; // a gated stack, numbered position by position
    for (int i = 0; i < 5; ++i) {
        for (int phase = 0; phase < 3; ++phase) {
            slices.push_back({0, 0, -8.0 * i, 1 + i * 3 + phase});
            slices.back().trigger = 40.0 * phase;
        }
    }
    const auto sets = assembled(instancesOf(slices));
    QCOMPARE(sets.size(), std::size_t(3));
    for (const DataSetPtr &stack : sets) {
        for (const InstancePtr &slice : stack->slices)
            QCOMPARE(*slice->triggerTimeMs, *stack->slices.front()->triggerTimeMs);
    }
}

void AssembleTest::overlappingAcquisitions()
{
    const auto sets = ofPhantom(phantom::Variant::Acquisitions, 20);
    QCOMPARE(sets.size(), std::size_t(2));
    for (const DataSetPtr &stack : sets) {
        QCOMPARE(stack->slices.size(), std::size_t(10));
        for (const InstancePtr &slice : stack->slices)
            QCOMPARE(slice->acquisitionNumber, stack->slices.front()->acquisitionNumber);
    }
}

/// Step-and-shoot scanners number each slice as an acquisition of its own: still one stack.
void AssembleTest::acquisitionPerSlice()
{
    std::vector<Slice> slices, stations;
    for (int i = 0; i < 20; ++i) {
        slices.push_back({0, 0, 4.0 * i, i + 1});
        slices.back().acquisition = i + 1;
        stations.push_back({0, 0, 4.0 * i, i + 1});
        stations.back().acquisition = i / 10; // two stations, one behind the other
    }
    QCOMPARE(assembled(instancesOf(slices)).size(), std::size_t(1));
    QCOMPARE(assembled(instancesOf(stations)).size(), std::size_t(1));
}

void AssembleTest::seriesInTime()
{
    std::vector<Slice> slices;
    for (int i = 0; i < 30; ++i)
        slices.push_back({.z = 5, .number = i + 1, .temporal = i + 1});
    const auto sets = assembled(instancesOf(slices));
    QCOMPARE(sets.size(), std::size_t(1));
    QVERIFY(sets[0]->issues.empty());
    for (int i = 0; i < 30; ++i)
        QCOMPARE(sets[0]->slices[std::size_t(i)]->instanceNumber, i + 1);
}

void AssembleTest::missingSlices()
{
    const auto sets = ofPhantom(phantom::Variant::Missing, 30); // without one at 10, two at 15
    QCOMPARE(sets.size(), std::size_t(1));
    QCOMPARE(sets[0]->slices.size(), std::size_t(27));
    std::vector<DataIssue> gaps;
    std::copy_if(sets[0]->issues.begin(), sets[0]->issues.end(), std::back_inserter(gaps),
                 [](const DataIssue &i) { return i.kind == Kind::MissingSlices; });
    QCOMPARE(gaps.size(), std::size_t(2));
    QCOMPARE(gaps[0].firstSlice, 9);
    QCOMPARE(gaps[0].lastSlice, 10);
    QVERIFY(gaps[0].detail.contains(u"1 missing, gap of 5.00 mm"_s));
    QVERIFY(gaps[1].detail.contains(u"2 missing, gap of 7.50 mm"_s));
    QVERIFY(!issueOf(*sets[0], Kind::UnevenSpacing));
}

/// While slices are still on their way a gap is no defect; when all are there it is.
void AssembleTest::gapsWaitForTheRest()
{
    std::vector<Slice> slices;
    for (const int i : {0, 1, 2, 5, 6, 9})
        slices.push_back({0, 0, 3.0 * i, i + 1});
    QVERIFY(!issueOf(*assembled(instancesOf(slices), 10)[0], Kind::MissingSlices));
    QVERIFY(!assembled(instancesOf(slices), 10)[0]->isComplete);
    QVERIFY(issueOf(*assembled(instancesOf(slices), 6)[0], Kind::MissingSlices));
    QVERIFY(assembled(instancesOf(slices), 6)[0]->isComplete);
    QVERIFY(issueOf(*assembled(instancesOf(slices), -1)[0], Kind::MissingSlices));
}

void AssembleTest::unevenSpacing()
{
    const auto sets = ofPhantom(phantom::Variant::Uneven, 24);
    QCOMPARE(sets.size(), std::size_t(1));
    const DataIssue *const issue = issueOf(*sets[0], Kind::UnevenSpacing);
    QVERIFY(issue);
    QVERIFY2(issue->detail.contains(u"2.000"_s) && issue->detail.contains(u"3.250"_s), qPrintable(issue->detail));
    QVERIFY(!issueOf(*sets[0], Kind::MissingSlices));
    // Rounding to two decimals in the file is no unevenness.
    std::vector<Slice> rounded;
    for (int i = 0; i < 50; ++i)
        rounded.push_back({0, 0, std::round(0.6251 * i * 100) / 100, i + 1});
    QVERIFY(assembled(instancesOf(rounded))[0]->issues.empty());
}

void AssembleTest::duplicates()
{
    const auto sets = ofPhantom(phantom::Variant::Duplicate, 20);
    QCOMPARE(sets.size(), std::size_t(1));
    QCOMPARE(sets[0]->slices.size(), std::size_t(21));
    const DataIssue *const issue = issueOf(*sets[0], Kind::DuplicateSlices);
    QVERIFY(issue);
    const std::size_t at = std::size_t(issue->firstSlice);
    QCOMPARE(sets[0]->slices[at]->geometry.position->z, sets[0]->slices[at + 1]->geometry.position->z);
    QVERIFY(!issueOf(*sets[0], Kind::UnevenSpacing) && !issueOf(*sets[0], Kind::MissingSlices));
}

void AssembleTest::gantryTilt_data()
{
    QTest::addColumn<double>("degrees");
    for (const double degrees : {-30.0, -12.5, -5.0, 5.0, 10.0, 20.0, 30.0})
        QTest::addRow("%.1f", degrees) << degrees;
}

void AssembleTest::gantryTilt()
{
    QFETCH(double, degrees);
    const auto sets = ofPhantom(phantom::Variant::Tilted, 12, degrees);
    QCOMPARE(sets.size(), std::size_t(1));
    const DataIssue *const issue = issueOf(*sets[0], Kind::GantryTilt);
    QVERIFY(issue);
    QCOMPARE(issue->detail, u"%1°"_s.arg(std::fabs(degrees), 0, 'f', 1));
    QVERIFY(!issueOf(*sets[0], Kind::UnevenSpacing));
    QVERIFY(!issueOf(*ofPhantom(phantom::Variant::Oblique, 12)[0], Kind::GantryTilt)); // turned, but not sheared
}

/// Row 5: the last slice lies within 0.001 mm of its place, also where spacing is uneven or slices are missing.
void AssembleTest::lastSliceInItsPlace()
{
    for (const phantom::Variant variant : {phantom::Variant::Axial, phantom::Variant::Uneven, phantom::Variant::Missing,
                                           phantom::Variant::Oblique, phantom::Variant::Tilted}) {
        phantom::PhantomSpec spec;
        spec.kind = phantom::Kind::Marker;
        spec.variant = variant;
        spec.slices = 30;
        spec.rows = spec.columns = 32;
        spec.sliceSpacingMm = 2.5;
        const auto plan = phantom::planSlices(spec);
        const auto sets = ofPhantom(variant, 30);
        QCOMPARE(sets.size(), std::size_t(1));
        const PatientVector off = *sets[0]->slices.back()->geometry.position - plan->back().position;
        QVERIFY(off.length() < 0.001);
    }
}

void AssembleTest::mixedPatients()
{
    std::vector<Slice> slices;
    for (int i = 0; i < 10; ++i) {
        slices.push_back({0, 0, 3.0 * i, i + 1});
        slices.back().patient = i % 3 == 0 ? u"A"_s : u"B"_s;
    }
    const auto sets = assembled(instancesOf(slices));
    QCOMPARE(sets.size(), std::size_t(2));
    for (const DataSetPtr &stack : sets) {
        QVERIFY(issueOf(*stack, Kind::MixedPatients));
        for (const InstancePtr &slice : stack->slices)
            QCOMPARE(slice->patient.id, stack->slices.front()->patient.id);
        QVERIFY(!stack->part.contains(u"A"_s) &&
                !stack->id.text().contains(u"TEST"_s)); // no identity in names of parts
    }
}

void AssembleTest::mixedFrames()
{
    std::vector<Slice> slices;
    for (int i = 0; i < 12; ++i) {
        slices.push_back({0, 0, 3.0 * i, i + 1});
        slices.back().frame = i < 5 ? u"2.25.4"_s : u"2.25.5"_s;
    }
    const auto sets = assembled(instancesOf(slices));
    QCOMPARE(sets.size(), std::size_t(2));
    const DataIssue *const issue = issueOf(*sets[0], Kind::MixedFrameOfReference);
    QVERIFY(issue && issueOf(*sets[1], Kind::MixedFrameOfReference));
    QVERIFY2(issueConsequence(*issue).contains(u"in another"_s), qPrintable(issueConsequence(*issue)));

    // A frame for each image, or for nearly each: one stack all the same, and what is said is true of it.
    for (int i = 0; i < 12; ++i)
        slices[std::size_t(i)].frame = u"2.25.40.%1"_s.arg(i);
    const auto together = assembled(instancesOf(slices));
    QCOMPARE(together.size(), std::size_t(1));
    QCOMPARE(together[0]->slices.size(), std::size_t(12));
    const DataIssue *const many = issueOf(*together[0], Kind::MixedFrameOfReference);
    QVERIFY(many && many->count == 12);
    QVERIFY2(issueConsequence(*many).contains(u"one stack"_s), qPrintable(issueConsequence(*many)));
}

void AssembleTest::strayImagesStandBehind_data()
{
    QTest::addColumn<Slice>("usual");
    QTest::addColumn<Slice>("stray");
    Slice usual, other;
    other.patient = u"A"_s; // before the usual one by its name, as all of these
    QTest::newRow("patient") << usual << other;
    other = usual;
    other.frame.clear();
    QTest::newRow("frame of reference") << usual << other;
    other = usual;
    other.acquisition = 1;
    usual.acquisition = 2;
    QTest::newRow("acquisition") << usual << other;
    other.acquisition = -1;
    QTest::newRow("no acquisition number") << usual << other;
}

/// One image that differs in what splits a series: view 1 shows the series, not the stray.
void AssembleTest::strayImagesStandBehind()
{
    QFETCH(Slice, usual);
    QFETCH(Slice, stray);
    std::vector<Slice> slices;
    for (int i = 0; i < 24; ++i) {
        slices.push_back(i == 7 ? stray : usual);
        slices.back().z = -3.0 * i;
        slices.back().number = i + 1;
    }
    for (unsigned seed = 1; seed < 5; ++seed) {
        const auto sets = assembled(instancesOf(slices), -1, seed);
        QCOMPARE(sets.size(), std::size_t(2));
        QCOMPARE(sets[0]->slices.size(), std::size_t(23));
        QCOMPARE(sets[0]->id.text(), u"2.25.3"_s);
        QCOMPARE(sets[1]->slices.size(), std::size_t(1));
        QCOMPARE(sets[1]->slices[0]->instanceNumber, 8);
        QVERIFY(sets[0]->part != sets[1]->part);
    }
}

/// What is no stray stays where its number puts it, also where it is smaller than the next one.
void AssembleTest::partsOfOneWeightKeepTheirOrder()
{
    std::vector<Slice> slices;
    for (int temporal = 1; temporal <= 3; ++temporal)
        for (int i = 0; i < (temporal == 1 ? 6 : 20); ++i)
            slices.push_back({.z = -3.0 * i, .number = 100 * temporal + i, .temporal = temporal});
    const auto sets = assembled(instancesOf(slices));
    QCOMPARE(sets.size(), std::size_t(3));
    for (int temporal = 1; temporal <= 3; ++temporal)
        QCOMPARE(sets[std::size_t(temporal) - 1]->part, u"temporal position %1"_s.arg(temporal));
}

/// An image that does not say of which acquisition it is must not stand there as if it were one of them.
void AssembleTest::whatLacksItsNumberSaysSo()
{
    std::vector<Slice> slices;
    for (int i = 0; i < 24; ++i) {
        slices.push_back({0, 0, -3.0 * i, i + 1});
        slices.back().acquisition = i == 11 ? -1 : 1;
    }
    const auto sets = assembled(instancesOf(slices));
    QCOMPARE(sets.size(), std::size_t(2));
    QCOMPARE(sets[0]->part, u"acquisition 1"_s);
    QCOMPARE(sets[1]->part, u"acquisition unknown"_s);
    QVERIFY(sets[1]->id.text().endsWith(u"#acquisition_unknown"_s));
    const DataIssue *const issue = issueOf(*sets[1], Kind::OtherRepaired);
    QVERIFY(issue && issue->detail.contains(u"acquisition unknown"_s));
    QVERIFY(!issueOf(*sets[0], Kind::OtherRepaired) && issueOf(*sets[0], Kind::MissingSlices));
}

void AssembleTest::mixedOrientations()
{
    std::vector<Slice> slices;
    for (int i = 0; i < 5; ++i) {
        slices.push_back({0, 0, 3.0 * i, i + 1});
        slices.push_back({3.0 * i, 0, 0, i + 6, u"0\\1\\0\\0\\0\\-1"_s});
    }
    auto sets = assembled(instancesOf(slices));
    QCOMPARE(sets.size(), std::size_t(2));
    QVERIFY(issueOf(*sets[0], Kind::MixedOrientation) && issueOf(*sets[1], Kind::MixedOrientation));
    // Radial planes about one axis: one stack by number.
    std::vector<Slice> radial;
    for (int i = 0; i < 12; ++i) {
        const double a = i * M_PI / 12;
        radial.push_back(
            {0, 0, 0, 12 - i, u"%1\\%2\\0\\0\\0\\-1"_s.arg(std::cos(a), 0, 'f', 9).arg(std::sin(a), 0, 'f', 9)});
    }
    sets = assembled(instancesOf(radial));
    QCOMPARE(sets.size(), std::size_t(1));
    QVERIFY(issueOf(*sets[0], Kind::MixedOrientation));
    for (std::size_t i = 0; i < 12; ++i)
        QCOMPARE(sets[0]->slices[i]->instanceNumber, int(i) + 1);
}

void AssembleTest::scoutsAmongSlices_data()
{
    QTest::addColumn<int>("scouts");
    QTest::addColumn<QString>("imageType");
    QTest::addColumn<QString>("part");
    const QString localizer = u"ORIGINAL\\PRIMARY\\LOCALIZER"_s;
    QTest::newRow("one localizer") << 1 << localizer << u"localizer"_s;
    QTest::newRow("two localizers") << 2 << localizer << u"localizer"_s;
    QTest::newRow("one of unknown kind") << 1 << u"DERIVED\\SECONDARY"_s << u"other orientation"_s;
}

/// A scout in the middle of a series takes neither order nor the check for gaps from the 300 slices around it.
void AssembleTest::scoutsAmongSlices()
{
    QFETCH(int, scouts);
    QFETCH(QString, imageType);
    const QString ways[] = {u"1\\0\\0\\0\\0\\-1"_s, u"0\\1\\0\\0\\0\\-1"_s};
    std::vector<Slice> slices;
    for (int i = 0; i < scouts; ++i) {
        slices.push_back({0, 0, 100.0, i + 1, ways[i]}); // taken first, numbered first
        slices.back().imageType = imageType;
    }
    for (int i = 0; i < 302; ++i) {
        if (i != 130 && i != 131) // two are missing
            slices.push_back({0, 0, -1.25 * i, i + 1 + scouts});
    }
    for (unsigned seed = 1; seed < 8; ++seed) {
        const auto sets = assembled(instancesOf(slices), int(slices.size()), seed);
        QCOMPARE(sets.size(), std::size_t(2));
        const DataSet &axial = *sets[0], &other = *sets[1];
        QCOMPARE(axial.id.text(), u"2.25.3"_s);
        QVERIFY(axial.part.isEmpty());
        QCOMPARE(axial.slices.size(), std::size_t(300));
        for (std::size_t i = 1; i < 300; ++i)
            QVERIFY(axial.slices[i]->geometry.position->z < axial.slices[i - 1]->geometry.position->z);
        QCOMPARE(axial.issues.size(), std::size_t(1)); // one volume: its orientation is not mixed
        QCOMPARE(axial.issues[0].kind, Kind::MissingSlices);
        QCOMPARE(axial.issues[0].count, 2);
        QCOMPARE(axial.issues[0].firstSlice, 129);
        QTEST(other.part, "part");
        QCOMPARE(other.slices.size(), std::size_t(scouts));
        QVERIFY(other.id != axial.id);
        QCOMPARE(issueOf(other, Kind::MixedOrientation) != nullptr, scouts > 1);
        QVERIFY(!issueOf(other, Kind::MissingSlices));
    }
}

/// Every slice again under a new SOP Instance UID: two copies, not two phases.
void AssembleTest::seriesStoredTwice()
{
    std::vector<Slice> slices;
    for (int copy = 0; copy < 2; ++copy) {
        for (int i = 0; i < 12; ++i) {
            if (i == 5)
                continue;
            slices.push_back({0, 0, -5.0 * i, i + 1});
            slices.back().time = u"101500"_s;
            slices.back().copy = copy;
        }
    }
    const auto sets = assembled(instancesOf(slices), int(slices.size()));
    QCOMPARE(sets.size(), std::size_t(2));
    for (std::size_t copy = 0; copy < 2; ++copy) {
        QCOMPARE(sets[copy]->part, u"copy %1"_s.arg(copy + 1));
        QCOMPARE(sets[copy]->slices.size(), std::size_t(11));
        const DataIssue *const issue = issueOf(*sets[copy], Kind::DuplicateSlices);
        QVERIFY(issue);
        QCOMPARE(issueHeadline(*issue), u"The series is stored 2 times."_s);
        QVERIFY(!issueConsequence(*issue).contains(u"follow one another"_s)); // they are stacks of their own
        QVERIFY(issueOf(*sets[copy], Kind::MissingSlices));
    }
}

/// Phases whose numbers begin anew each time, told apart by the time alone: a reader must not pass one over as a copy.
void AssembleTest::repeatedPhasesAreNoCopies()
{
    std::vector<Slice> slices;
    for (int phase = 0; phase < 3; ++phase) {
        for (int i = 0; i < 12; ++i) {
            slices.push_back({0, 0, -5.0 * i, i + 1});
            slices.back().time = QString::number(101500 + 30 * phase);
        }
    }
    const auto sets = assembled(instancesOf(slices), int(slices.size()));
    QCOMPARE(sets.size(), std::size_t(3));
    for (const DataSetPtr &stack : sets) {
        QVERIFY2(stack->part.startsWith(u"phase"_s), qPrintable(stack->part));
        QVERIFY(!issueOf(*stack, Kind::DuplicateSlices));
    }
}

/// The same object twice is one object: it neither repeats a position nor stands in for one that is missing.
void AssembleTest::objectsSentTwice()
{
    std::vector<Slice> slices;
    for (const int i : {0, 1, 2, 5, 6})
        slices.push_back({0, 0, 3.0 * i, i + 1});
    std::vector<InstancePtr> all = instancesOf(slices);
    const std::vector<InstancePtr> again = instancesOf(slices);
    all.insert(all.end(), again.begin(), again.end());
    const auto waiting = assembled(all, 7);
    QCOMPARE(waiting.size(), std::size_t(1));
    QCOMPARE(waiting[0]->slices.size(), std::size_t(5));
    QVERIFY(waiting[0]->issues.empty() && !waiting[0]->isComplete);
    const auto complete = assembled(all, 5);
    QVERIFY(complete[0]->isComplete);
    QCOMPARE(complete[0]->issues.size(), std::size_t(1));
    QCOMPARE(complete[0]->issues[0].kind, Kind::MissingSlices);
}

/// What a reader is told names how many and where; the technical detail is not needed for it.
void AssembleTest::figuresInSentences()
{
    const auto missing = ofPhantom(phantom::Variant::Missing, 30);
    const auto &gap = *std::find_if(missing[0]->issues.rbegin(), missing[0]->issues.rend(),
                                    [](const DataIssue &i) { return i.kind == Kind::MissingSlices; });
    QCOMPARE(gap.count, 2);
    QCOMPARE(issueHeadline(gap),
             u"Slices are missing: 2 between slices %1 and %2."_s.arg(gap.firstSlice + 1).arg(gap.firstSlice + 2));
    QVERIFY2(issueConsequence(gap).contains(u" 7.5 mm "_s), qPrintable(issueConsequence(gap)));
    const auto uneven = ofPhantom(phantom::Variant::Uneven, 24);
    const DataIssue &steps = *issueOf(*uneven[0], Kind::UnevenSpacing);
    QVERIFY2(issueConsequence(steps).contains(u"2 to 3.25 mm"_s), qPrintable(issueConsequence(steps)));
    const auto tilted = ofPhantom(phantom::Variant::Tilted, 12, 12.5);
    QCOMPARE(issueHeadline(*issueOf(*tilted[0], Kind::GantryTilt)), u"The gantry was tilted by 12.5°."_s);
    const auto twice = ofPhantom(phantom::Variant::Duplicate, 20);
    QVERIFY(issueConsequence(*issueOf(*twice[0], Kind::DuplicateSlices)).contains(u" 1 more "_s));
    // Without figures the plain sentence.
    DataIssue plain;
    plain.kind = Kind::MissingSlices;
    plain.detail = u"technical"_s;
    QCOMPARE(issueHeadline(plain), u"Slices are missing."_s);
    QVERIFY(!issueConsequence(plain).contains(u"technical"_s));
}

void AssembleTest::withoutGeometry()
{
    std::vector<InstancePtr> all;
    for (int i = 0; i < 9; ++i) {
        Attributes h = ctHeader();
        setTexts(h, tags::SopInstanceUid, "UI", u"2.25.7%1"_s.arg(i));
        setTexts(h, tags::InstanceNumber, "IS", QString::number(i + 1));
        h.remove(tags::ImagePositionPatient);
        h.remove(tags::ImageOrientationPatient);
        all.push_back(describeInstance(h).value_or(nullptr));
    }
    const auto sets = assembled(all);
    QCOMPARE(sets.size(), std::size_t(1));
    for (std::size_t i = 0; i < 9; ++i)
        QCOMPARE(sets[0]->slices[i]->instanceNumber, int(i) + 1);
    QVERIFY(assemble(series(), {}, 0).empty());
}

/// Called again and again while metadata arrive: the first stack keeps its name, the order is always that of the whole.
void AssembleTest::growingSeries()
{
    std::vector<Slice> slices;
    for (int i = 0; i < 40; ++i)
        slices.push_back({0, 0, -1.5 * i, i + 1});
    std::vector<InstancePtr> all = instancesOf(slices), some;
    std::shuffle(all.begin(), all.end(), std::mt19937(11));
    for (const InstancePtr &next : all) {
        some.push_back(next);
        const auto sets = assemble(series(), some, 40);
        QCOMPARE(sets.size(), std::size_t(1));
        QCOMPARE(sets[0]->id.text(), u"2.25.3"_s);
        QCOMPARE(sets[0]->isComplete, some.size() == 40);
        QVERIFY(std::is_sorted(sets[0]->slices.begin(), sets[0]->slices.end(),
                               [](const InstancePtr &a, const InstancePtr &b) {
                                   return a->geometry.position->z > b->geometry.position->z;
                               }));
    }
}

void AssembleTest::twoThousandSlices()
{
    std::vector<Slice> slices;
    for (int i = 0; i < 2000; ++i)
        slices.push_back({0, 0, 0.12 * i, i + 1});
    std::vector<InstancePtr> all = instancesOf(slices);
    std::shuffle(all.begin(), all.end(), std::mt19937(11));
    QBENCHMARK_ONCE
    {
        QElapsedTimer timer;
        timer.start();
        const auto sets = assemble(series(), all, 2000);
        qInfo("2000 slices sorted in %.2f ms", double(timer.nsecsElapsed()) / 1e6);
        QCOMPARE(sets.size(), std::size_t(1));
        QVERIFY(sets[0]->issues.empty());
    }
}

/// Real series, with what is known about them (INDEX.md of the data).
void AssembleTest::realSeries()
{
    REQUIRE_REAL_DATA(data)
    const auto chest = ofFolder(data + u"/ct-chest-lidc0314"_s);
    QCOMPARE(chest.size(), std::size_t(1));
    QCOMPARE(chest[0]->slices.size(), std::size_t(160));
    // The anonymiser gave every image a frame of reference of its own: one stack all the same, and said so.
    QCOMPARE(chest[0]->issues.size(), std::size_t(1));
    QVERIFY(issueOf(*chest[0], Kind::MixedFrameOfReference));
    QVERIFY(chest[0]->slices.front()->geometry.position->z > chest[0]->slices.back()->geometry.position->z);
    // One series, three acquisitions of 59, 37 and 3 slices that lie in one another.
    const auto cta = ofFolder(data + u"/cta-arterial-chest-abdomen-tcga-bc-a3kf"_s);
    std::map<int, std::size_t> acquisitions;
    for (const DataSetPtr &stack : cta) {
        for (const InstancePtr &slice : stack->slices)
            QCOMPARE(slice->acquisitionNumber, stack->slices.front()->acquisitionNumber);
        acquisitions[stack->slices.front()->acquisitionNumber] += stack->slices.size();
    }
    QCOMPARE(acquisitions, (std::map<int, std::size_t>{{1, 37}, {2, 59}, {3, 3}}));
    const auto sagittal = ofFolder(data + u"/mr-brain-t1-memprage-fnndsc"_s);
    QCOMPARE(sagittal.size(), std::size_t(1));
    QCOMPARE(sagittal[0]->issues.size(), std::size_t(1)); // 175 of 176 files are in the collection
    QCOMPARE(sagittal[0]->issues[0].kind, Kind::MissingSlices);
    QVERIFY(sagittal[0]->slices.front()->geometry.position->x < sagittal[0]->slices.back()->geometry.position->x);
    const auto tilted = ofFolder(data + u"/malformed/geometry-gantrytilt-4slices"_s);
    QCOMPARE(tilted.size(), std::size_t(1));
    QVERIFY(issueOf(*tilted[0], Kind::GantryTilt));
    // The header says -18.5 degrees, the positions agree.
    const auto stereotaxis = ofFolder(data + u"/ct-phantom-philips-stereotaxis-tilt"_s);
    QCOMPARE(issueOf(*stereotaxis[0], Kind::GantryTilt)->detail, u"18.5°"_s);
}

/// Their order is a guess by number: that is said.
void AssembleTest::sectionsWithoutPositionSaySo()
{
    std::vector<InstancePtr> images;
    for (int i = 0; i < 4; ++i) {
        Slice slice;
        slice.number = i + 1;
        slice.z = 5.0 * i;
        auto image = std::make_shared<Instance>(*instancesOf({slice}).front());
        image->geometry.position.reset();
        image->sop = SopInstanceUid(u"1.2.%1"_s.arg(i));
        images.push_back(std::move(image));
    }
    const auto sets = assemble({}, images, 4);
    QCOMPARE(sets.size(), 1u);
    QVERIFY(issueOf(*sets[0], Kind::NoPosition));
    QVERIFY(!issueHeadline(*issueOf(*sets[0], Kind::NoPosition)).isEmpty());
    images.resize(1); // one alone has no order
    QVERIFY(!issueOf(*assemble({}, images, 1)[0], Kind::NoPosition));
}

/// Images of one place that nothing tells apart are no series in time: the reader is told.
void AssembleTest::onePlaceManyTimes()
{
    std::vector<Slice> same;
    for (int i = 1; i <= 4; ++i)
        same.push_back({.z = 12.0, .number = i});
    const auto sets = assembled(instancesOf(same));
    QCOMPARE(sets.size(), std::size_t(1));
    const DataIssue *const issue = issueOf(*sets[0], Kind::DuplicateSlices);
    QVERIFY(issue);
    QCOMPARE(issue->count, 3);
    QCOMPARE(issue->firstSlice, 0);
    QCOMPARE(issue->lastSlice, 3);
    QVERIFY(issueConsequence(*issue).contains(u" 3 more "_s));

    const auto isTold = [&](auto change) {
        std::vector<Slice> moments = same;
        for (Slice &slice : moments)
            change(slice);
        const auto assembledSets = assembled(instancesOf(moments));
        return assembledSets.size() == 1 && issueOf(*assembledSets[0], Kind::DuplicateSlices) != nullptr;
    };
    QVERIFY(!isTold([](Slice &s) { s.temporal = s.number; }));
    QVERIFY(!isTold([](Slice &s) { s.trigger = 40.0 * s.number; }));
    QVERIFY(!isTold([](Slice &s) { s.acquisition = s.number; }));
    QVERIFY(!isTold([](Slice &s) { s.time = u"10000%1"_s.arg(s.number); }));
    QVERIFY(isTold([](Slice &s) { s.temporal = s.number < 3 ? 1 : s.number; })); // two of one moment
    // When they were written to disk is no reason to lie there four times.
    std::vector<InstancePtr> stored;
    for (const InstancePtr &image : instancesOf(same)) {
        auto later = std::make_shared<Instance>(*image);
        QStringList acquisition = later->acquisition.split(u'|');
        acquisition[4] = u"10000%1"_s.arg(later->instanceNumber); // Content Time
        later->acquisition = acquisition.join(u'|');
        stored.push_back(later);
    }
    QVERIFY(issueOf(*assembled(stored)[0], Kind::DuplicateSlices));
}

CONSILIUM_TEST(AssembleTest)
#include "AssembleTest.moc"
