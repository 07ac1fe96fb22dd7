#include "tests/support/TestMain.h"
#include "tests/unit/dicom/HeaderFixture.h"
#include "viewer/dicom/FrameRelations.h"
#include "viewer/dicom/RepairLog.h"

#include <array>
#include <cmath>
#include <random>

using namespace Qt::StringLiterals;
using namespace consilium;
using namespace consilium::dicom;

namespace
{

using V = std::array<double, 3>;

V plus(const V &a, const V &b, double k)
{
    return {a[0] + k * b[0], a[1] + k * b[1], a[2] + k * b[2]};
}
double dot(const V &a, const V &b)
{
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}
V cross(const V &a, const V &b)
{
    return {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
}

/// A picture as the standard describes it: PS3.3 C.7.6.2.1.1, written down once more for this test.
struct Picture {
    V origin{}, row{}, column{};
    double betweenColumns = 1.0, betweenRows = 1.0;
    int columns = 1, rows = 1;

    [[nodiscard]] V at(double c, double r) const
    {
        return plus(plus(origin, row, c * betweenColumns), column, r * betweenRows);
    }
    [[nodiscard]] double height(const V &p) const { return dot(plus(p, origin, -1.0), cross(row, column)); }
    [[nodiscard]] FrameGeometry geometry() const
    {
        FrameGeometry g;
        g.rows = rows;
        g.columns = columns;
        g.spacing = {betweenRows, betweenColumns, SpacingBasis::PatientPlane};
        g.position = PatientPoint{origin[0], origin[1], origin[2]};
        g.alongRow = PatientVector{row[0], row[1], row[2]};
        g.alongColumn = PatientVector{column[0], column[1], column[2]};
        return g;
    }
};

Picture randomPicture(std::mt19937 &random)
{
    std::uniform_real_distribution<double> one(-1.0, 1.0);
    const auto unit = [&] {
        V v{one(random), one(random), one(random)};
        const double length = std::sqrt(dot(v, v));
        return length > 0.1 ? V{v[0] / length, v[1] / length, v[2] / length} : V{1, 0, 0};
    };
    Picture p;
    p.row = unit();
    V other = unit();
    other = plus(other, p.row, -dot(other, p.row));
    const double length = std::sqrt(dot(other, other));
    if (length < 0.1)
        return randomPicture(random);
    p.column = {other[0] / length, other[1] / length, other[2] / length};
    p.columns = 40 + int(random() % 200);
    p.rows = 40 + int(random() % 200);
    p.betweenColumns = 0.5 + 0.3 * (one(random) + 1.0);
    p.betweenRows = 0.4 + 0.5 * (one(random) + 1.0); // differs from the other way
    const V middle{30 * one(random), 30 * one(random), 30 * one(random)};
    p.origin = plus(plus(middle, p.row, -p.betweenColumns * p.columns / 2), p.column, -p.betweenRows * p.rows / 2);
    return p;
}

struct Cut {
    bool exists = false;
    double c1 = 0, r1 = 0, c2 = 0, r2 = 0;
};

/// The edges of the cutting rectangle go through the plane of the other at two points; of the way between them the part
/// inside the other picture, found by walking along it.
Cut walkedCut(const Picture &cutting, const Picture &shown)
{
    const double c = cutting.columns - 0.5, r = cutting.rows - 0.5;
    const std::array<V, 4> corners{cutting.at(-0.5, -0.5), cutting.at(c, -0.5), cutting.at(c, r), cutting.at(-0.5, r)};
    std::vector<V> through;
    for (std::size_t i = 0; i < 4; ++i) {
        const V &a = corners[i], &b = corners[(i + 1) % 4];
        const double ha = shown.height(a), hb = shown.height(b);
        if ((ha < 0) != (hb < 0))
            through.push_back(plus(a, plus(b, a, -1.0), ha / (ha - hb)));
    }
    Cut cut;
    if (through.size() != 2)
        return cut;
    constexpr int steps = 40000;
    for (int i = 0; i <= steps; ++i) {
        const V p = plus(through[0], plus(through[1], through[0], -1.0), double(i) / steps);
        const V from = plus(p, shown.origin, -1.0);
        const double column = dot(from, shown.row) / shown.betweenColumns;
        const double row = dot(from, shown.column) / shown.betweenRows;
        if (column < -0.5 || row < -0.5 || column > shown.columns - 0.5 || row > shown.rows - 0.5)
            continue;
        if (!cut.exists)
            cut = {true, column, row, column, row};
        cut.c2 = column;
        cut.r2 = row;
    }
    return cut;
}

bool isNear(const ImagePoint &p, double column, double row)
{
    return std::hypot(p.column - column, p.row - row) < 0.05;
}

} // namespace

/// How pictures lie to one another (rows 6 and 7 of the clinical rules), and what is told of repairs.
class RelationsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /// What archives and people have said of two studies counts before their numbers; what an image says of itself
    /// before both.
    void whatIsKnownOfTwoStudiesCountsBeforeTheirNumbers()
    {
        using Verdict = StudyPairs::Verdict;
        StudyHeader own, other;
        own.uid = StudyUid(u"1.1"_s);
        own.patient.id = u"A-1"_s;
        other.uid = StudyUid(u"2.2"_s);
        const auto areOne = [&](const QString &id, Verdict verdict, const QString &idOfImage = {}) {
            other.patient.id = id;
            Instance a, b;
            a.study = own.uid;
            a.patient = own.patient;
            b.study = other.uid;
            b.patient.id = idOfImage.isEmpty() ? id : idOfImage;
            StudyPairs pairs;
            pairs.set(other, own, verdict);
            const bool isSame = isSamePatient(a, b, pairs);
            return isSame == isSamePatient(b, a, pairs) ? std::optional(isSame) : std::nullopt;
        };
        QCOMPARE(areOne(u"B-2"_s, Verdict::Unjudged), std::optional(false));
        QCOMPARE(areOne(u"B-2"_s, Verdict::ByHand), std::optional(true));
        QCOMPARE(areOne(u"B-2"_s, Verdict::Apart), std::optional(false));
        QCOMPARE(areOne(u"A-1"_s, Verdict::Unjudged), std::optional(true));
        QCOMPARE(areOne(u"A-1"_s, Verdict::Same), std::optional(true));
        QCOMPARE(areOne(u"A-1"_s, Verdict::Apart), std::optional(false));
        // Of somebody else than its study was when that was judged.
        QCOMPARE(areOne(u"B-2"_s, Verdict::ByHand, u"C-3"_s), std::optional(false));
        StudyPairs pairs;
        pairs.set(own, other, Verdict::ByHand);
        QVERIFY(pairs.between(other.uid, own.uid) == Verdict::ByHand);
        pairs.set(other, own, Verdict::Unjudged); // taken back
        QVERIFY(pairs.isEmpty());
    }

    void cutsOfObliquePictures()
    {
        std::mt19937 random(20261126);
        int cuts = 0, misses = 0;
        for (int i = 0; i < 400; ++i) {
            const Picture cutting = randomPicture(random), shown = randomPicture(random);
            const double sine =
                std::sqrt(1.0 - std::pow(dot(cross(cutting.row, cutting.column), cross(shown.row, shown.column)), 2.0));
            if (sine < 0.1)
                continue;
            const Cut expected = walkedCut(cutting, shown);
            const auto found = cutOf(cutting.geometry(), shown.geometry());
            const double length = std::hypot(expected.c2 - expected.c1, expected.r2 - expected.r1);
            if (expected.exists && length < 0.2)
                continue; // a touched corner: either answer is right
            const bool isTouch =
                found && std::hypot(found->to.column - found->from.column, found->to.row - found->from.row) < 0.2;
            if (!expected.exists && isTouch)
                continue;
            QCOMPARE(found.has_value(), expected.exists);
            ++(expected.exists ? cuts : misses);
            if (!found)
                continue;
            const bool same =
                isNear(found->from, expected.c1, expected.r1) && isNear(found->to, expected.c2, expected.r2);
            const bool turned =
                isNear(found->from, expected.c2, expected.r2) && isNear(found->to, expected.c1, expected.r1);
            QVERIFY2(same || turned, qPrintable(QString::number(i)));
        }
        QVERIFY(cuts > 100);
        QVERIFY(misses > 5);
    }

    /// An axial picture at z = 30 mm in a sagittal one whose rows run from z = 100 down by 2 mm: row 35, all of its
    /// width.
    void anAxialLineInASagittalPicture()
    {
        Picture axial{{-100, -100, 30}, {1, 0, 0}, {0, 1, 0}, 1, 1, 200, 200};
        const Picture sagittal{{5, -60, 100}, {0, 1, 0}, {0, 0, -1}, 1.5, 2, 80, 90};
        const auto cut = cutOf(axial.geometry(), sagittal.geometry());
        QVERIFY(cut);
        QVERIFY(std::abs(cut->from.row - 35.0) < 1e-9 && std::abs(cut->to.row - 35.0) < 1e-9);
        QVERIFY(std::abs(std::min(cut->from.column, cut->to.column) + 0.5) < 1e-9);
        // The sagittal picture reaches to y = -60 + 79.5 * 1.5 = 59.25, the axial one to 99.5: the picture ends first.
        QVERIFY(std::abs(std::max(cut->from.column, cut->to.column) - 79.5) < 1e-9);
        axial.rows = 60; // reaches to y = -40.5 only: (-40.5 + 60) / 1.5 = 13 columns
        const auto shorter = cutOf(axial.geometry(), sagittal.geometry());
        QVERIFY(shorter);
        QVERIFY(std::abs(std::max(shorter->from.column, shorter->to.column) - 13.0) < 1e-9);
    }

    void parallelOrPlacelessPicturesHaveNoLine()
    {
        const Picture axial{{0, 0, 0}, {1, 0, 0}, {0, 1, 0}, 1, 1, 100, 100};
        Picture turned = axial;
        const double angle = 1.9 * 3.14159265358979 / 180.0;
        turned.column = {0, std::cos(angle), std::sin(angle)};
        QVERIFY(!cutOf(axial.geometry(), axial.geometry()));
        QVERIFY(!cutOf(axial.geometry(), turned.geometry()));
        Picture across = axial;
        across.column = {0, 0, -1};
        across.origin = {0, 50, 50};
        QVERIFY(cutOf(axial.geometry(), across.geometry()));
        FrameGeometry placeless = across.geometry();
        placeless.position.reset();
        QVERIFY(!cutOf(axial.geometry(), placeless));
        QVERIFY(!cutOf(placeless, axial.geometry()));
        FrameGeometry scaleless = across.geometry();
        scaleless.spacing = {};
        QVERIFY(!cutOf(axial.geometry(), scaleless));
    }

    void parallelWithinTwoDegrees()
    {
        const auto turned = [](double degrees) {
            const double a = degrees * 3.14159265358979 / 180.0;
            return PatientVector{0, std::sin(a), std::cos(a)};
        };
        QVERIFY(areParallel(turned(0), turned(1.99)));
        QVERIFY(!areParallel(turned(0), turned(2.01)));
        QVERIFY(areParallel(turned(0), -turned(1.99)));
    }

    void repairsAreGroupedAndNameNobody()
    {
        DataSet stack;
        stack.id = DataSetId(u"1.2.3"_s);
        stack.header.number = 4;
        stack.header.modality = u"CT"_s;
        stack.header.description = u"WANG XIAODONG thorax"_s;
        stack.issues = {{DataIssue::Kind::MissingSlices, u"1 missing"_s, 3, 4, 1, 2.0}};
        for (int i = 0; i < 30; ++i) {
            auto image = std::make_shared<Instance>();
            image->sop = SopInstanceUid(u"1.2.3.%1"_s.arg(i));
            image->patient.id = u"TEST-77"_s;
            image->localFile = u"/home/WANG/XIAODONG-%1.dcm"_s.arg(i);
            if (i != 5 && i != 6)
                image->issues.push_back({DataIssue::Kind::InvalidWindow, u"width 0 is not used"_s});
            if (i == 9)
                image->issues.push_back({DataIssue::Kind::OtherRepaired, u"shutter left out"_s});
            stack.slices.push_back(image);
        }
        const auto repairs = repairsOf(stack);
        QCOMPARE(repairs.size(), std::size_t(3));
        QVERIFY(repairs[0].images.empty());
        QCOMPARE(repairs[1].images.size(), std::size_t(28));
        QCOMPARE(sliceRanges(repairs[1].images), u"1\u20135, 8\u201330"_s);
        QCOMPARE(repairs[2].images.front().file, u"XIAODONG-9.dcm"_s);
        QCOMPARE(sliceRanges(repairs[2].images), u"10"_s);
        const QString text = repairText(repairs);
        for (const QString &secret : {u"WANG"_s, u"XIAODONG"_s, u"TEST-77"_s, u"thorax"_s})
            QVERIFY2(!text.contains(secret), qPrintable(secret));
        QVERIFY(text.contains(u"width 0 is not used"_s));
        QVERIFY(text.contains(u"1.2.3.9"_s));
        QVERIFY(text.contains(u"4 CT"_s));
    }

    // The frames of an object bear one UID: it is one line, with how many they are.
    void framesOfOneObjectAreRepairedAsOne()
    {
        DataSet stack;
        for (int i = 0; i < 13; ++i) {
            auto image = std::make_shared<Instance>();
            image->sop = SopInstanceUid(i < 12 ? u"2.25.12"_s : u"2.25.13"_s);
            image->frame = i < 12 ? i : 0;
            image->issues.push_back({DataIssue::Kind::OtherRepaired, u"shutter left out"_s});
            stack.slices.push_back(image);
        }
        const auto repairs = repairsOf(stack);
        QCOMPARE(repairs.size(), std::size_t(1));
        QCOMPARE(repairs[0].images.size(), std::size_t(13)); // each is still found from its image
        const auto objects = byObject(repairs[0].images);
        QCOMPARE(objects.size(), std::size_t(2));
        QCOMPARE(objects[0].size(), std::size_t(12));
        QCOMPARE(objectText(objects[1]), u"2.25.13"_s);
        const QString text = repairText(repairs);
        QCOMPARE(text.count(u"SOP Instance UID"_s), 2);
        QVERIFY2(text.contains(u"2.25.12 · 12 frame"_s), qPrintable(text));
        QVERIFY(text.contains(sliceRanges(repairs[0].images))); // "1–13"
    }

    // By arithmetic of days; one unit of the age is left for those who round.
    void ageAndBirthDate_data()
    {
        QTest::addColumn<QString>("born");
        QTest::addColumn<QString>("age");
        QTest::addColumn<QString>("study");
        QTest::addColumn<bool>("contradicts");
        const auto row = [](const char *name, const QString &born, const QString &age, const QString &study, bool is) {
            QTest::newRow(name) << born << age << study << is;
        };
        row("as it should be", u"19700102"_s, u"054Y"_s, u"20240102"_s, false);
        row("the day before a birthday, rounded up", u"19700103"_s, u"054Y"_s, u"20240102"_s, false);
        row("one year more", u"19700102"_s, u"055Y"_s, u"20240102"_s, false);
        row("three years less", u"19700102"_s, u"051Y"_s, u"20240102"_s, true);
        row("two years more, as they are counted in China", u"19700102"_s, u"056Y"_s, u"20240102"_s, false);
        row("three years more", u"19700102"_s, u"057Y"_s, u"20240102"_s, true);
        row("another person", u"19500101"_s, u"020Y"_s, u"20240229"_s, true);
        row("an infant", u"20231129"_s, u"003M"_s, u"20240229"_s, false);
        row("months that are years", u"20201129"_s, u"003M"_s, u"20240229"_s, true);
        row("weeks", u"20240208"_s, u"003W"_s, u"20240229"_s, false);
        row("days", u"20240227"_s, u"002D"_s, u"20240229"_s, false);
        row("born on the day", u"20240229"_s, u"000D"_s, u"20240229"_s, false);
        row("born later", u"20300101"_s, {}, u"20240229"_s, true);
        row("no age", u"19500101"_s, {}, u"20240229"_s, false);
        row("no birth date", {}, u"020Y"_s, u"20240229"_s, false);
        row("no date", u"19500101"_s, u"020Y"_s, {}, false);
        row("no such day", u"19501332"_s, u"020Y"_s, u"20240229"_s, false);
        row("no unit", u"19500101"_s, u"020"_s, u"20240229"_s, false);
        row("no number", u"19500101"_s, u"Y"_s, u"20240229"_s, false);
    }
    void ageAndBirthDate()
    {
        QFETCH(const QString, born);
        QFETCH(const QString, age);
        QFETCH(const QString, study);
        QFETCH(const bool, contradicts);
        Attributes header = test::ctHeader();
        test::setTexts(header, tags::PatientBirthDate, "DA", born);
        test::setTexts(header, tags::PatientAge, "AS", age);
        test::setTexts(header, tags::StudyDate, "DA", study);
        const auto image = describeInstance(header);
        QVERIFY(image.has_value());
        const auto &issues = (*image)->issues;
        const bool isSaid = std::any_of(issues.begin(), issues.end(), [](const DataIssue &issue) {
            return issue.kind == DataIssue::Kind::AgeContradiction;
        });
        QCOMPARE(isSaid, contradicts);
    }
};

CONSILIUM_TEST(RelationsTest)
#include "RelationsTest.moc"
