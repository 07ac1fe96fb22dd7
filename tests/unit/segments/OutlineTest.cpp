#include "tests/support/TestMain.h"
#include "viewer/segments/EvenOdd.h"
#include "viewer/segments/Placement.h"

#include <random>

using namespace Qt::StringLiterals;
using namespace consilium;
using namespace consilium::segments;

namespace
{

using Polygon = std::vector<ImagePoint>;

/// A point in polygons, the slow way (a ray to the left), each point for itself.
bool contains(const std::vector<Polygon> &polygons, double x, double y)
{
    int edges = 0;
    for (const Polygon &p : polygons) {
        for (std::size_t i = 0, j = p.size() - 1; i < p.size(); j = i++) {
            const bool straddles = (p[i].row > y) != (p[j].row > y);
            if (straddles && (p[j].column - p[i].column) * (y - p[i].row) / (p[j].row - p[i].row) + p[i].column <= x)
                ++edges;
        }
    }
    return edges % 2 == 1;
}

std::vector<std::uint8_t> filled(const std::vector<Polygon> &polygons, int rows, int columns)
{
    std::vector<std::uint8_t> mask(std::size_t(rows) * std::size_t(columns));
    fillEvenOdd(polygons, rows, columns, [&](int row, int first, int last) {
        for (int c = first; c <= last; ++c)
            mask[std::size_t(row) * std::size_t(columns) + std::size_t(c)] = 1;
    });
    return mask;
}

/// An axial image 40 x 30 of 2 x 1.5 mm at z = 10, and a structure set of one region.
dicom::Instance axial()
{
    dicom::Instance image;
    image.sop = SopInstanceUid(u"1.2.3"_s);
    image.patient.id = u"P"_s;
    image.pixels.frames = 1;
    auto &g = image.geometry;
    g.rows = 30;
    g.columns = 40;
    g.spacing = {2.0, 1.5, dicom::SpacingBasis::PatientPlane};
    g.frameOfReference = FrameOfReferenceUid(u"1.9"_s);
    g.position = PatientPoint{-30.0, -20.0, 10.0};
    g.alongRow = PatientVector{1, 0, 0};
    g.alongColumn = PatientVector{0, 1, 0};
    image.sliceThicknessMm = 3.0;
    return image;
}

Segmentation structures(std::vector<std::vector<PatientPoint>> contours)
{
    Segmentation object;
    object.kind = Segmentation::Kind::Structures;
    object.patient.id = u"P"_s;
    Segment region;
    region.number = 7;
    region.frameOfReference = FrameOfReferenceUid(u"1.9"_s);
    object.segments.push_back(region);
    for (auto &points : contours)
        object.contours.push_back({7, Contour::Kind::Closed, std::move(points), {}});
    return object;
}

int count(const std::vector<std::uint8_t> &mask)
{
    return int(std::count(mask.begin(), mask.end(), 1));
}

} // namespace

/// Filling of polygons and where contours lie, against arithmetic of their own.
class OutlineTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void randomPolygonsAreFilledAsAPointTestSays();
    void edgesBelongToTheRightAndBelow();
    void holesByASecondContourAndByAKeyhole();
    void contoursLieOnlyInTheirPlane();
    void anImageTheyWereDrawnOnMayBeHalfASliceOff();
    void theIndexFindsWhatLiesOnEachImage();
};

void OutlineTest::randomPolygonsAreFilledAsAPointTestSays()
{
    std::mt19937 random(7);
    for (int round = 0; round < 300; ++round) {
        std::vector<Polygon> polygons(1 + random() % 3);
        for (Polygon &p : polygons) {
            const int corners = 3 + int(random() % 9);
            for (int i = 0; i < corners; ++i) {
                // Every third on whole and half pixels, where the rule of edges decides.
                const double step = random() % 3 == 0 ? 0.5 : 1.0 / 1024.0;
                const auto place = [&](int most) {
                    return std::floor((double(random() % (most * 100)) / 100.0 - 4.0) / step) * step;
                };
                p.push_back({place(48), place(38)});
            }
        }
        const auto mask = filled(polygons, 30, 40);
        for (int row = 0; row < 30; ++row) {
            for (int column = 0; column < 40; ++column) {
                const bool expected = contains(polygons, column, row);
                if (bool(mask[std::size_t(row * 40 + column)]) != expected)
                    QFAIL(qPrintable(u"round %1, row %2, column %3"_s.arg(round).arg(row).arg(column)));
            }
        }
    }
}

void OutlineTest::edgesBelongToTheRightAndBelow()
{
    // From pixel centre to pixel centre: 4 x 3 of 5 x 4 centres that lie in it or on it.
    const auto mask = filled({{{2, 1}, {6, 1}, {6, 4}, {2, 4}}}, 8, 8);
    QCOMPARE(count(mask), 12);
    QVERIFY(mask[1 * 8 + 2] && mask[3 * 8 + 5]);
    QVERIFY(!mask[1 * 8 + 6] && !mask[4 * 8 + 2]);
    // Two that share an edge cover every pixel once.
    const auto left = filled({{{0, 0}, {3, 0}, {3, 5}, {0, 5}}}, 8, 8),
               right = filled({{{3, 0}, {7, 0}, {7, 5}, {3, 5}}}, 8, 8);
    for (std::size_t i = 0; i < left.size(); ++i)
        QVERIFY(!(left[i] && right[i]));
    QCOMPARE(count(left) + count(right), 35);
}

void OutlineTest::holesByASecondContourAndByAKeyhole()
{
    const Polygon outer{{2, 2}, {12, 2}, {12, 12}, {2, 12}}, inner{{5, 5}, {9, 5}, {9, 9}, {5, 9}};
    const Polygon keyhole{{2, 2}, {12, 2}, {12, 12}, {2, 12}, {2, 5}, {5, 5}, {5, 9}, {9, 9}, {9, 5}, {5, 5}, {2, 5}};
    const auto two = filled({outer, inner}, 16, 16), one = filled({keyhole}, 16, 16);
    QCOMPARE(count(two), 100 - 16);
    QVERIFY(two == one);
    QVERIFY(!two[7 * 16 + 7] && two[3 * 16 + 3]);
}

void OutlineTest::contoursLieOnlyInTheirPlane()
{
    const dicom::Instance image = axial();
    const auto square = [](double z) {
        return std::vector<PatientPoint>{{-15, -10, z}, {15, -10, z}, {15, 20, z}, {-15, 20, z}};
    };
    // 30 mm / 1.5 mm x 30 mm / 2 mm; corners on pixel centres, so right and lower edges are out.
    QCOMPARE(count(maskOn(structures({square(10)}), 7, image)), 20 * 15);
    QCOMPARE(count(maskOn(structures({square(10.09)}), 7, image)), 20 * 15);
    QCOMPARE(count(maskOn(structures({square(10.2)}), 7, image)), 0);
    QCOMPARE(count(maskOn(structures({square(13)}), 7, image)), 0);
    QCOMPARE(count(maskOn(structures({square(10)}), 6, image)), 0);
    auto tilted = square(10);
    tilted[2].z += 0.5; // one corner out of the plane: it is not this image's
    QCOMPARE(count(maskOn(structures({tilted}), 7, image)), 0);
    auto elsewhere = structures({square(10)});
    elsewhere.segments.front().frameOfReference = FrameOfReferenceUid(u"1.8"_s);
    QCOMPARE(count(maskOn(elsewhere, 7, image)), 0);
    auto nowhere = structures({square(10)});
    nowhere.segments.front().frameOfReference = {};
    QCOMPARE(count(maskOn(nowhere, 7, image)), 0);
    nowhere.contours.front().sources = {{image.sop, -1}};
    QCOMPARE(count(maskOn(nowhere, 7, image)), 20 * 15);
}

void OutlineTest::anImageTheyWereDrawnOnMayBeHalfASliceOff()
{
    const dicom::Instance image = axial();
    for (const auto &[z, sop, expected] :
         {std::tuple(11.4, u"1.2.3"_s, 300), std::tuple(11.6, u"1.2.3"_s, 0), std::tuple(11.4, u"1.2.4"_s, 0)}) {
        auto object = structures({{{-15, -10, z}, {15, -10, z}, {15, 20, z}, {-15, 20, z}}});
        object.contours.front().sources = {{SopInstanceUid(sop), -1}};
        QCOMPARE(count(maskOn(object, 7, image)), expected);
    }
}

/// Objects put together at random, stacks that are straight or oblique, images without a place: the same as without.
void OutlineTest::theIndexFindsWhatLiesOnEachImage()
{
    std::mt19937 random(11);
    std::uniform_real_distribution<double> some(-1.0, 1.0);
    int found = 0, drawn = 0;
    for (int round = 0; round < 40; ++round) {
        const double tilt = round % 3 == 0 ? 0.0 : 0.7 * some(random);
        std::vector<dicom::Instance> images;
        dicom::DataSet stack;
        for (int i = 0; i < 20; ++i) {
            dicom::Instance image = axial();
            image.sop = SopInstanceUid(u"1.2.3.%1"_s.arg(i));
            image.geometry.alongColumn = PatientVector{0, std::cos(tilt), std::sin(tilt)};
            image.geometry.position->z = 2.0 * i;
            if (i == 7 && tilt == 0.0)
                image.geometry.alongRow = PatientVector{std::cos(0.3), 0, std::sin(0.3)}; // of another direction
            if (i == 9)
                image.geometry.frameOfReference = {};
            if (i == 11)
                image.geometry.position.reset();
            images.push_back(image);
            stack.slices.push_back(std::make_shared<dicom::Instance>(image));
        }
        Segmentation object = structures({});
        object.frameOfReference = FrameOfReferenceUid(u"1.9"_s);
        for (int i = 0; i < 200; ++i) {
            const dicom::Instance &at = images[std::size_t(random() % images.size())];
            MaskPiece piece;
            piece.segment = 7;
            piece.geometry = at.geometry;
            piece.pixels = 1 + i;
            if (piece.geometry.position && random() % 3 == 0)
                piece.geometry.position->z += 0.2 * some(random);
            if (random() % 4 == 0)
                piece.sources = {{at.sop, random() % 2 ? -1 : 0}};
            object.pieces.push_back(piece);
            if (!at.geometry.isSpatial())
                continue;
            Contour contour{7, Contour::Kind::Closed, {}, piece.sources};
            for (const auto &[c, r] : {std::pair(3.0, 4.0), std::pair(20.0, 5.0), std::pair(10.0, 22.0)})
                contour.points.push_back(*at.geometry.toPatient({c, r}));
            contour.points.front().z += random() % 3 == 0 ? 0.3 * some(random) : 0.0;
            object.contours.push_back(contour);
        }
        const PlaneIndex index(object, stack);
        for (const dicom::Instance &image : images) {
            const Placement plain = placeOn(object, image), quick = index.placeOn(image);
            QCOMPARE(quick.masks.size(), plain.masks.size());
            for (std::size_t i = 0; i < plain.masks.size(); ++i)
                QVERIFY(quick.masks[i].piece == plain.masks[i].piece && quick.masks[i].toMask == plain.masks[i].toMask);
            QCOMPARE(quick.outlines.size(), plain.outlines.size());
            for (std::size_t i = 0; i < plain.outlines.size(); ++i)
                QVERIFY(quick.outlines[i].closed == plain.outlines[i].closed);
            QCOMPARE(amountsOf(quick, image)[7], amountOn(object, 7, image));
            found += int(plain.masks.size() + plain.outlines.size());
            drawn +=
                !image.geometry.isSpatial() || image.geometry.frameOfReference.isEmpty() ? int(plain.masks.size()) : 0;
        }
    }
    QVERIFY(found > 1000);
    QVERIFY(drawn > 10);
}

CONSILIUM_TEST(OutlineTest)
#include "OutlineTest.moc"
