#include "tests/support/Needs.h"
#include "tests/support/TestMain.h"
#include "tests/unit/dicom/HeaderFixture.h"
#include "viewer/dicom/DicomFile.h"

#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

#include <cmath>
#include <random>

using namespace Qt::StringLiterals;
using namespace consilium;
using namespace consilium::dicom;
using namespace consilium::test;

namespace
{

constexpr Tag sharedGroups{0x5200, 0x9229}, perFrameGroups{0x5200, 0x9230}, pixelMeasures{0x0028, 0x9110},
    planePosition{0x0020, 0x9113}, planeOrientation{0x0020, 0x9116}, frameContent{0x0020, 0x9111},
    temporalIndex{0x0020, 0x9128}, mrEcho{0x0018, 0x9114}, effectiveEchoTime{0x0018, 0x9082},
    mrFrameType{0x0018, 0x9226}, frameType{0x0008, 0x9007}, cardiac{0x0018, 0x9118}, triggerDelay{0x0020, 0x9153},
    dimensionSequence{0x0020, 0x9222}, dimensionPointer{0x0020, 0x9165}, dimensionValues{0x0020, 0x9157};

Attribute sequenceOf(std::vector<Attributes> items)
{
    Attribute sequence;
    sequence.vr = {'S', 'Q'};
    sequence.items = std::move(items);
    return sequence;
}

/// `macro` with one element, into `groups`; an item that is already there gets it too.
void put(Attributes &groups, Tag macro, Tag tag, const char (&vr)[3], const QString &values)
{
    Attributes item = groups.item(macro) ? *groups.item(macro) : Attributes();
    setTexts(item, tag, vr, values);
    groups.set(macro, sequenceOf({item}));
}

/// An enhanced MR object without its frames' groups.
Attributes enhanced(int frames, const QString &orientation = u"1\\0\\0\\0\\1\\0"_s)
{
    Attributes h = ctHeader();
    for (const Tag tag : {tags::PixelSpacing, tags::ImageOrientationPatient, tags::ImagePositionPatient})
        h.remove(tag);
    setTexts(h, tags::SopClassUid, "UI", u"1.2.840.10008.5.1.4.1.1.4.1"_s);
    setTexts(h, tags::Modality, "CS", u"MR"_s);
    setTexts(h, tags::NumberOfFrames, "IS", QString::number(frames));
    Attributes shared;
    put(shared, pixelMeasures, tags::PixelSpacing, "DS", u"0.5\\0.75"_s);
    put(shared, planeOrientation, tags::ImageOrientationPatient, "DS", orientation);
    h.set(sharedGroups, sequenceOf({shared}));
    return h;
}

Attributes placed(double x, double y, double z)
{
    Attributes groups;
    put(groups, planePosition, tags::ImagePositionPatient, "DS", u"%1\\%2\\%3"_s.arg(x).arg(y).arg(z));
    return groups;
}

std::vector<DataSetPtr> assembled(const Attributes &header)
{
    const auto frames = describeFrames(header);
    return frames ? assemble(describeSeries(header), *frames, 1) : std::vector<DataSetPtr>();
}

template<class T>
std::vector<T> shuffled(std::vector<T> values, unsigned seed)
{
    std::mt19937 random(seed);
    std::shuffle(values.begin(), values.end(), random);
    return values;
}

/// What tells two images of one place apart, written into a frame's groups.
using Writer = std::function<void(Attributes &groups, int group)>;

} // namespace

class FramesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void pydicomAgreesOnEveryFrame();
    void framesInRandomOrder_data();
    void framesInRandomOrder();
    void groupsAreNeverInterleaved_data();
    void groupsAreNeverInterleaved();
    void oneplaceInTime();
    void besideSingleImages();
    void clips();
    void forgottenFrames();

private:
    static QStringList answersOf(const QStringList &files);
    static void compare(const Instance &image, const QJsonObject &theirs);
};

QStringList FramesTest::answersOf(const QStringList &files)
{
    QProcess python;
    python.start(u"/usr/bin/python3"_s, {QStringLiteral(CONSILIUM_SOURCE_DIR "/tests/unit/dicom/frames_opinion.py")});
    python.write(files.join(u'\n').toUtf8() + '\n');
    python.closeWriteChannel();
    if (!python.waitForFinished(120'000) || python.exitCode() != 0)
        return {};
    return QString::fromUtf8(python.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts);
}

void FramesTest::compare(const Instance &image, const QJsonObject &theirs)
{
    const auto number = [&](const char *name, int i = 0) {
        return theirs[QLatin1String(name)].toArray()[i].toDouble();
    };
    const auto has = [&](const char *name) { return theirs[QLatin1String(name)].isArray(); };
    const FrameGeometry &g = image.geometry;
    QCOMPARE(g.position.has_value(), has("position"));
    if (g.position) {
        QCOMPARE(g.position->x, number("position", 0));
        QCOMPARE(g.position->y, number("position", 1));
        QCOMPARE(g.position->z, number("position", 2));
    }
    QCOMPARE(g.isOriented(), has("orientation"));
    if (g.isOriented()) {
        const double ours[] = {g.alongRow->x,    g.alongRow->y,    g.alongRow->z,
                               g.alongColumn->x, g.alongColumn->y, g.alongColumn->z};
        for (int i = 0; i < 6; ++i)
            QVERIFY(std::abs(ours[i] - number("orientation", i)) < 1e-4); // ours are exactly perpendicular
    }
    QCOMPARE(g.spacing.isKnown(), has("spacing"));
    if (g.spacing.isKnown()) {
        QCOMPARE(g.spacing.basis, SpacingBasis::PatientPlane);
        QCOMPARE(g.spacing.betweenRowsMm, number("spacing", 0));
        QCOMPARE(g.spacing.betweenColumnsMm, number("spacing", 1));
    }
    QCOMPARE(image.sliceThicknessMm.value_or(-1.0), has("thickness") ? number("thickness") : -1.0);
    QCOMPARE(image.grey.slope, has("slope") ? number("slope") : 1.0);
    QCOMPARE(image.grey.intercept, has("intercept") ? number("intercept") : 0.0);
    QCOMPARE(image.grey.windows.empty(), !has("centre"));
    if (has("centre")) {
        QCOMPARE(image.grey.windows.front().centre, number("centre"));
        QCOMPARE(image.grey.windows.front().width, number("width"));
    }
    QCOMPARE(image.temporalPosition, has("temporal") ? int(number("temporal")) : -1);
    if (has("acquisition"))
        QCOMPARE(image.acquisitionNumber, int(number("acquisition")));
    if (theirs["type"_L1].isString())
        QCOMPARE(image.imageType, theirs["type"_L1].toString());
}

void FramesTest::pydicomAgreesOnEveryFrame()
{
    REQUIRE_REAL_DATA(data)
    QStringList files;
    QDirIterator all(data + u"/enhanced-multiframe"_s, QDir::Files, QDirIterator::Subdirectories);
    while (all.hasNext()) {
        const QString path = all.next();
        if (path.endsWith(u".dcm"_s))
            files << path;
    }
    QCOMPARE(files.size(), 22);
    const QStringList answers = answersOf(files);
    NEEDS(!answers.isEmpty(), "no python3 with pydicom");
    QHash<QString, std::vector<InstancePtr>> frames;
    for (const QString &line : answers) {
        const QJsonObject theirs = QJsonDocument::fromJson(line.toUtf8()).object();
        const QString path = theirs["path"_L1].toString();
        if (!frames.contains(path)) {
            const auto header = readHeader(path);
            QVERIFY2(header.has_value(), qPrintable(path));
            frames.insert(path, describeFrames(*header).value_or(std::vector<InstancePtr>()));
        }
        const auto frame = std::size_t(theirs["frame"_L1].toInt());
        QVERIFY2(frame < frames[path].size(), qPrintable(path));
        compare(*frames[path][frame], theirs);
        if (QTest::currentTestFailed()) {
            qWarning("%s", qPrintable(line));
            return;
        }
    }
    QCOMPARE(answers.size(), 4 * 6 + 10 * 2 + 64 + 19 + 6 * 10 + 0);
}

void FramesTest::framesInRandomOrder_data()
{
    QTest::addColumn<QString>("orientation");
    QTest::addColumn<QList<double>>("step"); // from one slice to the next in the order expected on the screen
    QTest::newRow("axial: from the head") << u"1\\0\\0\\0\\1\\0"_s << QList<double>{0, 0, -3};
    QTest::newRow("coronal: from the front") << u"1\\0\\0\\0\\0\\-1"_s << QList<double>{0, 3, 0};
    QTest::newRow("sagittal: from the right") << u"0\\1\\0\\0\\0\\-1"_s << QList<double>{3, 0, 0};
    QTest::newRow("oblique") << u"1\\0\\0\\0\\0.8\\0.6"_s << QList<double>{0, 1.8, -2.4};
}

/// Row 3 of the clinical rules: whatever order the frames have in the object, the place decides.
void FramesTest::framesInRandomOrder()
{
    QFETCH(QString, orientation);
    QFETCH(QList<double>, step);
    for (unsigned seed = 0; seed < 20; ++seed) {
        std::vector<int> order(40);
        std::iota(order.begin(), order.end(), 0);
        order = shuffled(order, seed);
        Attributes h = enhanced(40, orientation);
        std::vector<Attributes> groups;
        for (const int slice : order)
            groups.push_back(placed(10 + slice * step[0], 20 + slice * step[1], 30 + slice * step[2]));
        h.set(perFrameGroups, sequenceOf(groups));
        const auto sets = assembled(h);
        QCOMPARE(sets.size(), std::size_t(1));
        QVERIFY(sets[0]->issues.empty() && sets[0]->isComplete);
        QCOMPARE(sets[0]->slices.size(), std::size_t(40));
        for (std::size_t i = 0; i < 40; ++i) {
            const Instance &image = *sets[0]->slices[i];
            QCOMPARE(order[std::size_t(image.frame)], int(i));
            QVERIFY(std::abs(image.geometry.position->z - (30 + double(i) * step[2])) < 1e-9);
            QCOMPARE(sets[0]->indexOf(image.sop, image.frame), int(i));
        }
    }
}

void FramesTest::groupsAreNeverInterleaved_data()
{
    QTest::addColumn<Writer>("write");
    QTest::addColumn<QString>("part"); // of the second group
    QTest::newRow("temporal position") << Writer([](Attributes &g, int i) {
        put(g, frameContent, temporalIndex, "UL", QString::number(i + 1));
    }) << u"temporal position 2"_s;
    QTest::newRow("acquisition") << Writer([](Attributes &g, int i) {
        put(g, frameContent, {0x0020, 0x9156}, "US", QString::number(i + 1));
    }) << u"acquisition 2"_s;
    QTest::newRow("echo") << Writer([](Attributes &g, int i) {
        put(g, mrEcho, effectiveEchoTime, "FD", QString::number(4.6 + 2.3 * i));
    }) << u"echo 2"_s;
    QTest::newRow("frame type") << Writer([](Attributes &g, int i) {
        put(g, mrFrameType, frameType, "CS",
            i == 0   ? u"ORIGINAL\\PRIMARY\\M\\NONE"_s
            : i == 1 ? u"ORIGINAL\\PRIMARY\\P\\NONE"_s
                     : u"ORIGINAL\\PRIMARY\\R\\NONE"_s);
    }) << u"image type 2"_s;
    QTest::newRow("phase of the heart") << Writer([](Attributes &g, int i) {
        put(g, cardiac, triggerDelay, "FD", QString::number(40.0 * i));
    }) << u"phase 2"_s;
    // What tells the frames apart is named by the dimensions only (here the diffusion b-value).
    QTest::newRow("dimension") << Writer([](Attributes &g, int i) {
        put(g, frameContent, dimensionValues, "UL", u"1\\%1\\%2"_s.arg(7).arg(i + 1));
    }) << u"phase 2"_s;
}

/// Groups of equal places in random order: each a part of its own, sorted by place, whole.
void FramesTest::groupsAreNeverInterleaved()
{
    QFETCH(Writer, write);
    QFETCH(QString, part);
    constexpr int groupCount = 3, sliceCount = 11;
    Attributes index[3];
    setTexts(index[0], dimensionPointer, "AT", u"00209056"_s);
    setTexts(index[1], dimensionPointer, "AT", u"00209057"_s);
    setTexts(index[2], dimensionPointer, "AT", u"00189087"_s);
    for (unsigned seed = 0; seed < 20; ++seed) {
        std::vector<int> order(groupCount * sliceCount);
        std::iota(order.begin(), order.end(), 0);
        order = shuffled(order, seed);
        Attributes h = enhanced(groupCount * sliceCount);
        h.set(dimensionSequence, sequenceOf({index[0], index[1], index[2]}));
        std::vector<Attributes> groups;
        for (const int what : order) {
            groups.push_back(placed(-10, -20, 100 - 4.0 * (what % sliceCount)));
            write(groups.back(), what / sliceCount);
        }
        h.set(perFrameGroups, sequenceOf(groups));
        const auto sets = assembled(h);
        QCOMPARE(sets.size(), std::size_t(groupCount));
        QCOMPARE(sets[1]->part, part);
        for (int group = 0; group < groupCount; ++group) {
            const auto &slices = sets[std::size_t(group)]->slices;
            QCOMPARE(slices.size(), std::size_t(sliceCount));
            for (int slice = 0; slice < sliceCount; ++slice)
                QCOMPARE(order[std::size_t(slices[std::size_t(slice)]->frame)], group * sliceCount + slice);
        }
    }
}

/// One place again and again is a series in time, in the order of its moments.
void FramesTest::oneplaceInTime()
{
    std::vector<int> order(19);
    std::iota(order.begin(), order.end(), 1);
    order = shuffled(order, 7);
    Attributes h = enhanced(19);
    std::vector<Attributes> groups;
    for (const int moment : order) {
        groups.push_back(placed(0, 0, 0));
        put(groups.back(), frameContent, temporalIndex, "UL", QString::number(moment));
    }
    h.set(perFrameGroups, sequenceOf(groups));
    const auto sets = assembled(h);
    QCOMPARE(sets.size(), std::size_t(1));
    for (int i = 0; i < 19; ++i)
        QCOMPARE(sets[0]->slices[std::size_t(i)]->temporalPosition, i + 1);
}

/// A series of single images and objects of several frames is sorted as one; a clip in it is a part of its own.
void FramesTest::besideSingleImages()
{
    Attributes many = enhanced(5);
    std::vector<Attributes> groups;
    for (const int slice : {7, 1, 5, 9, 3})
        groups.push_back(placed(-10, -20, -2.0 * slice));
    many.set(perFrameGroups, sequenceOf(groups));
    setTexts(many, tags::SopInstanceUid, "UI", u"2.25.77"_s);
    std::vector<InstancePtr> all = describeFrames(many).value_or(std::vector<InstancePtr>());
    QCOMPARE(all.size(), std::size_t(5));
    for (const int slice : {0, 8, 4, 2, 6}) {
        Attributes one = ctHeader();
        setTexts(one, tags::SopInstanceUid, "UI", u"2.25.10%1"_s.arg(slice));
        setTexts(one, tags::ImagePositionPatient, "DS", u"-10\\-20\\%1"_s.arg(-2.0 * slice));
        setTexts(one, tags::InstanceNumber, "IS", QString::number(20 - slice));
        all.push_back(describeInstance(one).value_or(nullptr));
        QVERIFY(all.back());
    }
    auto sets = assemble(describeSeries(many), all, 6);
    QCOMPARE(sets.size(), std::size_t(1));
    QVERIFY(sets[0]->isComplete && sets[0]->issues.empty()); // six objects, ten images, no gap
    for (int i = 0; i < 10; ++i)
        QCOMPARE(sets[0]->slices[std::size_t(i)]->geometry.position->z, -2.0 * i);

    Attributes clip = ctHeader();
    setTexts(clip, tags::SopInstanceUid, "UI", u"2.25.78"_s);
    setTexts(clip, tags::NumberOfFrames, "IS", u"4"_s);
    const auto clipFrames = describeFrames(clip).value_or(std::vector<InstancePtr>());
    all.insert(all.begin() + 3, clipFrames.begin(), clipFrames.end());
    sets = assemble(describeSeries(many), all, 7);
    QCOMPARE(sets.size(), std::size_t(2));
    QCOMPARE(sets[0]->slices.size(), std::size_t(10));
    QVERIFY(sets[0]->issues.empty());
    QCOMPARE(sets[1]->slices.size(), std::size_t(4));
    QCOMPARE(sets[1]->part, u"without position"_s);
}

/// Objects of frames without places: each by itself, its frames in its order, none of them given a place.
void FramesTest::clips()
{
    std::vector<InstancePtr> all;
    SeriesHeader series;
    for (const int number : {3, 1, 2}) {
        Attributes clip = ctHeader();
        setTexts(clip, tags::SopInstanceUid, "UI", u"2.25.%1"_s.arg(100 + number));
        setTexts(clip, tags::InstanceNumber, "IS", QString::number(number));
        setTexts(clip, tags::NumberOfFrames, "IS", QString::number(10 + number));
        const auto frames = describeFrames(clip).value_or(std::vector<InstancePtr>());
        QCOMPARE(frames.size(), std::size_t(10 + number));
        all.insert(all.end(), frames.begin(), frames.end());
        series = describeSeries(clip);
    }
    all = shuffled(all, 5);
    const auto sets = assemble(series, all, 3);
    QCOMPARE(sets.size(), std::size_t(3));
    for (int i = 0; i < 3; ++i) {
        const DataSet &set = *sets[std::size_t(i)];
        QCOMPARE(set.part, u"clip %1"_s.arg(i + 1));
        QCOMPARE(set.slices.size(), std::size_t(11 + i));
        for (int frame = 0; frame < 11 + i; ++frame) {
            QCOMPARE(set.slices[std::size_t(frame)]->instanceNumber, i + 1);
            QCOMPARE(set.slices[std::size_t(frame)]->frame, frame);
            QVERIFY(!set.slices[std::size_t(frame)]->geometry.position);
        }
    }
}

/// Fewer functional groups than frames: the others have no place, and that is said.
void FramesTest::forgottenFrames()
{
    Attributes h = enhanced(6);
    std::vector<Attributes> groups;
    for (int i = 0; i < 4; ++i)
        groups.push_back(placed(0, 0, i));
    h.set(perFrameGroups, sequenceOf(groups));
    const auto frames = describeFrames(h).value_or(std::vector<InstancePtr>());
    QCOMPARE(frames.size(), std::size_t(6));
    for (std::size_t i = 0; i < 6; ++i) {
        QCOMPARE(frames[i]->geometry.position.has_value(), i < 4);
        QCOMPARE(hasIssue(frames[i]->issues, DataIssue::Kind::OtherRepaired), i >= 4);
    }
    const auto sets = assembled(h);
    QCOMPARE(sets.size(), std::size_t(2));
    QCOMPARE(sets[0]->slices.size(), std::size_t(4));
}

CONSILIUM_TEST(FramesTest)
#include "FramesTest.moc"
