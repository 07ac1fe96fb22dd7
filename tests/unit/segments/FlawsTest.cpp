#include "viewer/segments/Flaws.h"
#include "tests/support/TestMain.h"
#include "viewer/segments/Placement.h"
#include "viewer/segments/ReaderParts.h"

using namespace Qt::StringLiterals;
using namespace consilium;
using namespace consilium::segments;

namespace
{

constexpr int slices = 24;
constexpr double stepMm = 3.0;

void put(Attributes &header, Tag tag, const char (&vr)[3], const QString &value)
{
    header.setText(tag, vr, value.split(u'\\'));
}

void add(Attributes &header, Tag sequence, const Attributes &item)
{
    const Attribute *const known = header.find(sequence);
    Attribute all = known ? *known : Attribute{{'S', 'Q'}, {}, {}, {}, {}};
    all.items.push_back(item);
    header.set(sequence, all);
}

/// Slices at z = 0, 3, 6 ... of one patient.
dicom::DataSetPtr ct()
{
    auto stack = std::make_shared<dicom::DataSet>();
    stack->id = DataSetId(u"1.2.5"_s);
    for (int i = 0; i < slices; ++i) {
        auto image = std::make_shared<dicom::Instance>();
        image->sop = SopInstanceUid(u"1.2.5.%1"_s.arg(i + 1));
        image->patient.id = u"P"_s;
        image->pixels.frames = 1;
        image->sliceThicknessMm = stepMm;
        auto &g = image->geometry;
        g.rows = g.columns = 64;
        g.spacing = {2.0, 2.0, dicom::SpacingBasis::PatientPlane};
        g.frameOfReference = FrameOfReferenceUid(u"1.9"_s);
        g.position = PatientPoint{-64.0, -64.0, i * stepMm};
        g.alongRow = PatientVector{1, 0, 0};
        g.alongColumn = PatientVector{0, 1, 0};
        stack->slices.push_back(image);
    }
    return stack;
}

struct WrittenContour {
    QString data, type = u"CLOSED_PLANAR"_s, points = u"4"_s;
    int source = 0; ///< number of the slice that it names; 0: none
    int region = 1;
};

WrittenContour square(int slice)
{
    const QString z = QString::number((slice - 1) * stepMm);
    return {u"-9\\-9\\%1\\9\\-9\\%1\\9\\9\\%1\\-9\\9\\%1"_s.arg(z)};
}

/// A structure set of the regions 1 (GTV) and 2 (cord), whose sequence of contours has these, a region each.
Segmentation read(const std::vector<WrittenContour> &contours)
{
    Attributes header;
    for (const auto &[number, name] : {std::pair(u"1"_s, u"GTV"_s), std::pair(u"2"_s, u"cord"_s)}) {
        Attributes region;
        put(region, {0x3006, 0x0022}, "IS", number);
        put(region, {0x3006, 0x0024}, "UI", u"1.9"_s);
        put(region, {0x3006, 0x0026}, "LO", name);
        add(header, {0x3006, 0x0020}, region);
    }
    for (const WrittenContour &contour : contours) {
        Attributes item, region, image;
        put(item, {0x3006, 0x0042}, "CS", contour.type);
        put(item, {0x3006, 0x0046}, "IS", contour.points);
        put(item, {0x3006, 0x0050}, "DS", contour.data);
        put(image, tags::ReferencedSopInstanceUid, "UI", u"1.2.5.%1"_s.arg(contour.source));
        if (contour.source > 0)
            add(item, {0x3006, 0x0016}, image);
        put(region, {0x3006, 0x0084}, "IS", QString::number(contour.region));
        add(region, {0x3006, 0x0040}, item);
        add(header, {0x3006, 0x0039}, region);
    }
    Segmentation object;
    object.kind = Segmentation::Kind::Structures;
    object.patient.id = u"P"_s;
    object.frameOfReference = FrameOfReferenceUid(u"1.9"_s);
    object.header.number = 7;
    object.header.modality = u"RTSTRUCT"_s;
    object.header.description = u"Plan of Mr. Nobody"_s;
    if (!readStructures(header, object))
        qWarning("the structure set was not read");
    return object;
}

} // namespace

/// A part that cannot be read is left out, and what it was and where it would lie is told.
class FlawsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsWrongWithAContour_data();
    void whatIsWrongWithAContour();
    void theRepairLogTellsWhichAndWhere();
    void anotherPatientsImagesAreNotConcerned();
    void manyAreCountedAll();
    void allAtOnceIsEachAlone();
};

void FlawsTest::whatIsWrongWithAContour_data()
{
    using Kind = Flaw::Kind;
    QTest::addColumn<QString>("data");
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("points");
    QTest::addColumn<int>("source");
    QTest::addColumn<int>("region");
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("slice"); // where it would lie, from 1; 0: nobody knows
    const QString closed = u"CLOSED_PLANAR"_s, good = square(14).data;
    const QString shorter = good.left(good.lastIndexOf(u'\\'));
    const QString gap = good.mid(good.indexOf(u'\\') + 1); // its first number is missing: all others are off by one
    const auto row = [&](const char *name, const QString &data, const QString &type, const QString &points, int source,
                         int region, Kind kind, int slice) {
        QTest::newRow(name) << data << type << points << source << region << int(kind) << slice;
    };
    row("one number short", shorter, closed, u"4"_s, 0, 1, Kind::Points, 14);
    row("one number short, image named", shorter, closed, u"4"_s, 14, 1, Kind::Points, 14);
    row("a number missing at the front", gap, closed, u"4"_s, 0, 1, Kind::Points, 0);
    row("the same, image named", gap, closed, u"4"_s, 14, 1, Kind::Points, 14);
    row("words", u"a\\b\\c"_s, closed, u"1"_s, 0, 1, Kind::Points, 0);
    row("words, image named", u"a\\b\\c"_s, closed, u"1"_s, 9, 1, Kind::Points, 9);
    row("farther than any patient", u"0\\0\\39\\1e7\\0\\39\\5\\5\\39"_s, closed, u"3"_s, 0, 1, Kind::Points, 0);
    row("no such kind", good, u"SPIRAL"_s, u"4"_s, 0, 1, Kind::Type, 14);
    row("a line that should enclose", u"0\\0\\39\\5\\0\\39"_s, closed, u"2"_s, 0, 1, Kind::TooFew, 14);
    row("of no region", good, closed, u"4"_s, 0, 8, Kind::NoSegment, 14);
    row("another number than it says", good, closed, u"99"_s, 0, 1, Kind::PointCount, 14);
}

void FlawsTest::whatIsWrongWithAContour()
{
    QFETCH(QString, data);
    QFETCH(QString, type);
    QFETCH(QString, points);
    QFETCH(int, source);
    QFETCH(int, region);
    QFETCH(int, kind);
    QFETCH(int, slice);
    const Segmentation object = read({square(13), {data, type, points, source, region}});
    QCOMPARE(object.flaws.size(), std::size_t(1));
    const Flaw &flaw = object.flaws.front();
    QCOMPARE(int(flaw.kind), kind);
    QCOMPARE(flaw.segment, region == 1 ? 1 : -1);
    const int lost = flaw.isLost() ? 1 : 0;
    QCOMPARE(object.unreadable, lost);
    QCOMPARE(object.segments[0].lost, region == 1 ? lost : 0);
    QCOMPARE(object.segments[1].lost, 0);
    QCOMPARE(int(object.contours.size()), 2 - lost);
    const auto stack = ct();
    for (int i = 0; i < slices; ++i)
        QCOMPARE(isFlawOn(object, flaw, *stack->slices[std::size_t(i)]), i + 1 == slice);
    QVERIFY(!placeOn(object, *stack->slices[12]).isEmpty());
    QCOMPARE(placeOn(object, *stack->slices[13]).isEmpty(), flaw.isLost());
}

void FlawsTest::theRepairLogTellsWhichAndWhere()
{
    WrittenContour broken = square(14), other = square(15), lying = square(16);
    broken.data.chop(broken.data.size() - broken.data.lastIndexOf(u'\\'));
    other.type = u"SPIRAL"_s;
    lying.points = u"99"_s;
    lying.region = 2;
    const Segmentation object = read({square(13), broken, other, lying});
    const auto stack = ct();
    const auto repairs = segments::repairsOf(object, {stack});
    QCOMPARE(repairs.size(), std::size_t(3));
    const QStringList slicesSaid{u"14"_s, u"15"_s, u"16"_s}, subjects{u"GTV"_s, u"GTV"_s, u"cord"_s};
    for (std::size_t i = 0; i < 3; ++i) {
        QCOMPARE(repairs[i].dataSet, stack->id);
        QCOMPARE(repairs[i].series, u"7 RTSTRUCT"_s);
        QCOMPARE(repairs[i].issue.count, 1);
        QCOMPARE(dicom::sliceRanges(repairs[i].images), slicesSaid[qsizetype(i)]);
        QCOMPARE(repairs[i].subject, subjects[qsizetype(i)]);
        QCOMPARE(repairs[i].issue.kind,
                 i < 2 ? dicom::DataIssue::Kind::OutlinesIncomplete : dicom::DataIssue::Kind::OutlinesDoubtful);
    }
    // For a bug report: no names that somebody typed.
    const QString text = dicom::repairText(repairs);
    QVERIFY2(text.contains(u"segment 2, contour 1: 4 points, said to be 99"_s), qPrintable(text));
    QVERIFY(!text.contains(u"GTV"_s) && !text.contains(u"Nobody"_s));
    // Without the images it is told all the same, only not where.
    QCOMPARE(segments::repairsOf(object, {}).size(), std::size_t(3));
    QVERIFY(segments::repairsOf(object, {}).front().images.empty());
}

void FlawsTest::anotherPatientsImagesAreNotConcerned()
{
    WrittenContour broken = square(14);
    broken.type.clear();
    broken.source = 14;
    Segmentation object = read({square(13), broken});
    const auto stack = ct();
    QVERIFY(concerns(object, *stack) && belongsTo(object, 1, *stack->slices[0]));
    object.segments[0].frameOfReference = object.segments[1].frameOfReference = object.frameOfReference =
        FrameOfReferenceUid(u"1.8"_s);
    QVERIFY(!concerns(object, *stack) && !belongsTo(object, 1, *stack->slices[0]));
    object = read({square(13), broken});
    object.patient.id = u"Q"_s;
    QVERIFY(!concerns(object, *stack));
    QVERIFY(!isFlawOn(object, object.flaws.front(), *stack->slices[13]));
}

void FlawsTest::manyAreCountedAll()
{
    WrittenContour broken = square(14);
    broken.type.clear();
    const Segmentation object = read(std::vector<WrittenContour>(700, broken));
    QCOMPARE(object.flaws.size(), mostFlaws);
    QCOMPARE(object.unreadable, 700);
    QCOMPARE(object.segments[0].lost, 700);
    QCOMPARE(object.repairs.size(), 1);
}

/// What is asked of a whole stack is what is asked of each image: named and placed flaws, on slices, between them and
/// nowhere, of a stack with images that lie another way, have no place, or are another patient's.
void FlawsTest::allAtOnceIsEachAlone()
{
    std::vector<WrittenContour> contours;
    for (int i = 1; i <= slices; ++i) {
        WrittenContour broken = square(i);
        broken.type = i % 2 ? u"SPIRAL"_s : u"CLOSED_PLANAR"_s;
        broken.points = u"9"_s;
        broken.source = i % 3 == 0 ? (i * 7) % slices + 1 : 0;
        broken.region = 1 + i % 2;
        if (i % 5 == 0)
            broken.data = u"0\\0\\1.5\\9\\0\\1.5\\9\\9\\1.5"_s;
        contours.push_back(broken);
    }
    const Segmentation object = read(contours);
    QCOMPARE(object.flaws.size(), std::size_t(slices));
    auto stack = std::make_shared<dicom::DataSet>(*ct());
    const auto change = [&](std::size_t slice, const auto &how) {
        auto image = std::make_shared<dicom::Instance>(*stack->slices[slice]);
        how(*image);
        stack->slices[slice] = image;
    };
    change(3, [](dicom::Instance &image) { image.patient.id = u"Q"_s; });
    change(6, [](dicom::Instance &image) { image.geometry.position.reset(); });
    change(9, [](dicom::Instance &image) { // sagittal, through the middle of every square
        image.geometry.alongRow = PatientVector{0, 1, 0};
        image.geometry.alongColumn = PatientVector{0, 0, -1};
        image.geometry.position = PatientPoint{-9.0, -64.0, 64.0};
    });
    change(12, [](dicom::Instance &image) { image.geometry.frameOfReference = FrameOfReferenceUid(u"1.8"_s); });
    std::reverse(stack->slices.begin(), stack->slices.end());
    const auto all = slicesOfFlaws(object, *stack);
    QCOMPARE(all.size(), object.flaws.size());
    std::size_t found = 0;
    for (int slice = 0; slice < slices; ++slice) {
        const dicom::Instance &image = *stack->slices[std::size_t(slice)];
        const auto here = flawsOn(object, image);
        for (std::size_t i = 0; i < object.flaws.size(); ++i) {
            const Flaw &flaw = object.flaws[i];
            const bool isHere = isFlawOn(object, flaw, image);
            found += isHere ? 1 : 0;
            QCOMPARE(int(std::count(all[i].begin(), all[i].end(), slice)), isHere ? 1 : 0);
            QCOMPARE(int(std::count(here.begin(), here.end(), &flaw)), isHere ? 1 : 0);
        }
    }
    QVERIFY(found >= 12 && found < std::size_t(slices));
}

CONSILIUM_TEST(FlawsTest)
#include "FlawsTest.moc"
