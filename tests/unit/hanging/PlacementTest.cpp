#include "viewer/hanging/Placement.h"
#include "tests/unit/hanging/HangingFixture.h"
#include "viewer/imaging/ViewTransform.h"

#include <cmath>

using namespace consilium;
using namespace consilium::hanging;
using namespace consilium::test;
using consilium::imaging::ViewTransform;

namespace
{

dicom::FrameGeometry geometryOf(const QString &row, const QString &column, int columns = 100, int rows = 200)
{
    return imageOf({{}, {}, row, column, columns, rows}, u"1"_s)->geometry;
}

session::ViewState viewOfTurn(const session::Orientation &turn, std::optional<session::ZoomPan> zoom = {})
{
    session::ViewState view;
    view.orientation = turn;
    view.zoomPan = zoom;
    return view;
}

} // namespace

/// Against the letters and places that the viewport itself draws.
class PlacementTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /// All 48 ways in which rows and columns can lie, all pairs of edges: the letters stand where they were wished, or
    /// no turn does it.
    void letsTheLettersStandWhereTheyAreWished()
    {
        const QString letters = u"LRAPHF"_s;
        const auto axis = [&](QChar c) { return letters.indexOf(c) / 2; };
        int turned = 0;
        for (const QChar row : letters) {
            for (const QChar column : letters) {
                if (axis(row) == axis(column))
                    continue;
                const auto geometry = geometryOf(row, column);
                for (const QChar left : letters) {
                    for (const QChar top : letters) {
                        if (axis(left) == axis(top))
                            continue;
                        const auto turn = orientationFor(geometry, {left, top});
                        const bool isSamePlane = QSet{axis(left), axis(top)} == QSet{axis(row), axis(column)};
                        QCOMPARE(turn.has_value(), isSamePlane);
                        if (!turn)
                            continue;
                        const auto edges = ViewTransform(geometry, viewOfTurn(*turn), 400, 300).edgeLetters();
                        QCOMPARE(edges.left, QString(left));
                        QCOMPARE(edges.top, QString(top));
                        ++turned;
                    }
                }
            }
        }
        QCOMPARE(turned, 24 * 8);
    }

    void neverMirrorsForOneLetter()
    {
        const auto turn = orientationFor(geometryOf(u"P"_s, u"F"_s), {u'P', {}});
        QVERIFY(turn.has_value());
        QCOMPARE(*turn, (session::Orientation{180, false}));
    }

    void knowsNothingOfImagesWithoutSides()
    {
        QVERIFY(!orientationFor(geometryOf({}, {}), {u'R', u'H'}));
        QVERIFY(!orientationFor(geometryOf(u"X"_s, u"F"_s), {u'R', u'H'}));
    }

    void wishesForBreasts()
    {
        QCOMPARE(*breastEdges(u"R"_s, u"CC"_s, Side::Right), (EdgeWish{u'A', u'R'}));
        QCOMPARE(*breastEdges(u"L"_s, u"CC"_s, Side::Left), (EdgeWish{u'P', u'L'}));
        QCOMPARE(*breastEdges(u"L"_s, u"MLO"_s, Side::Left), (EdgeWish{u'P', u'H'}));
        QVERIFY(!breastEdges(u"B"_s, u"CC"_s, Side::Left));
        QVERIFY(!breastEdges({}, u"CC"_s, Side::Left));
        QVERIFY(!breastEdges(u"L"_s, {}, Side::Left));
    }

    void putsTheEdgeOfTheImageAtTheEdgeOfTheCell()
    {
        const CellSize cell{500, 300};
        const auto geometry = geometryOf(u"P"_s, u"L"_s);
        for (const bool flipped : {false, true}) {
            for (int quarter = 0; quarter < 4; ++quarter) {
                const session::Orientation turn{quarter * 90.0, flipped};
                const Extent extent = extentOf(geometry, turn);
                const double scale = fittingScale(extent, cell) * 1.25;
                for (const Side side : {Side::Left, Side::Right}) {
                    const auto zoom = placed(extent, turn, cell, scale, side);
                    const ViewTransform transform(geometry, viewOfTurn(turn, zoom), cell.widthPx, cell.heightPx);
                    double least = 1e9, most = -1e9;
                    for (const double column : {-0.5, 99.5}) {
                        for (const double row : {-0.5, 199.5}) {
                            const ScreenPoint corner = transform.toScreen({column, row});
                            least = std::min(least, corner.x);
                            most = std::max(most, corner.x);
                            QVERIFY(corner.y > -1.0 && corner.y < cell.heightPx + 1.0);
                        }
                    }
                    QVERIFY(std::abs(side == Side::Left ? least : most - cell.widthPx) < 1e-6);
                    QVERIFY(std::abs(transform.scale() * scale - 1.0) < 1e-9);
                }
            }
        }
    }

    void fitsAsTheViewportDoes()
    {
        const CellSize cell{500, 300};
        const auto geometry = geometryOf(u"P"_s, u"L"_s);
        for (const session::Orientation &turn : {session::Orientation{}, session::Orientation{90, false}}) {
            const Extent extent = extentOf(geometry, turn);
            const ViewTransform fitted(geometry, viewOfTurn(turn), cell.widthPx, cell.heightPx);
            QVERIFY(std::abs(fitted.scale() * fittingScale(extent, cell) - 1.0) < 1e-9);
            QCOMPARE(placed(extent, turn, cell, fittingScale(extent, cell), {}).across, fitted.effective().across);
        }
    }
};

CONSILIUM_TEST(PlacementTest)
#include "PlacementTest.moc"
