#include "viewer/hanging/Scale.h"
#include "tests/unit/hanging/HangingFixture.h"
#include "viewer/imaging/ViewTransform.h"

using namespace consilium;
using namespace consilium::hanging;
using namespace consilium::test;
using consilium::imaging::ViewTransform;

namespace
{

constexpr double bandPx = 26.0;

ViewFit fitOf(const QString &view, const dicom::FrameGeometry &geometry, Zoom zoom, std::optional<Side> side = {},
              const session::Orientation &turn = {})
{
    return {ViewId(view), DataSetId(view), extentOf(geometry, turn), turn, zoom, side};
}

/// What a view of this area draws with it: mm of the image a pixel of the screen.
double mmPerPx(const dicom::FrameGeometry &geometry, const std::optional<session::ZoomPan> &zoom, const CellSize &area,
               const session::Orientation &turn = {})
{
    session::ViewState view;
    view.zoomPan = zoom;
    view.orientation = turn;
    return 1.0 / ViewTransform(geometry, view, area.widthPx, area.heightPx).scale();
}

bool isWhollySeen(const dicom::FrameGeometry &geometry, const std::optional<session::ZoomPan> &zoom,
                  const CellSize &area)
{
    constexpr double hair = 0.51; // images are put on whole pixels
    session::ViewState view;
    view.zoomPan = zoom;
    const ViewTransform transform(geometry, view, area.widthPx, area.heightPx);
    const ScreenPoint first = transform.toScreen({-0.5, -0.5}),
                      last = transform.toScreen({geometry.columns - 0.5, geometry.rows - 0.5});
    return first.x > -hair && first.y > -hair && last.x < area.widthPx + hair && last.y < area.heightPx + hair;
}

} // namespace

/// Against the transform that the viewport itself draws by.
class ScaleTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isOneScaleWithAndWithoutABand()
    {
        const auto geometry = imageOf({}, u"1"_s)->geometry; // 50 x 100 mm
        const std::vector<ViewFit> fits{fitOf(u"v1"_s, geometry, Zoom::SameScale, Side::Left),
                                        fitOf(u"v2"_s, geometry, Zoom::SameScale, Side::Right)};
        const CellSize whole{600, 400}, banded{600, 400 - bandPx};
        const auto zooms = zoomsOf(fits, {{ViewId(u"v1"_s), whole}, {ViewId(u"v2"_s), banded}});
        // The lower one decides: 100 mm in 374 px.
        QVERIFY(std::abs(mmPerPx(geometry, zooms[0], whole) - 100.0 / 374.0) < 1e-12);
        QVERIFY(std::abs(mmPerPx(geometry, zooms[1], banded) - 100.0 / 374.0) < 1e-12);
        QVERIFY(isWhollySeen(geometry, zooms[0], whole));
        QVERIFY(isWhollySeen(geometry, zooms[1], banded));
        // By the whole cell, as if there were no band, the two would differ by 6.5 % and the image would be cut.
        const auto asCells = zoomsOf(fits, {{ViewId(u"v1"_s), whole}, {ViewId(u"v2"_s), whole}});
        QVERIFY(mmPerPx(geometry, asCells[1], banded) / mmPerPx(geometry, asCells[0], whole) > 1.065);
    }

    void keepsTheEdgeBesideAFrame()
    {
        const auto geometry = imageOf({}, u"1"_s)->geometry;
        const CellSize framed{600 - 8, 400 - 8};
        const auto zooms = zoomsOf({fitOf(u"v1"_s, geometry, Zoom::Fit, Side::Left)}, {{ViewId(u"v1"_s), framed}});
        session::ViewState view;
        view.zoomPan = zooms[0];
        const ViewTransform transform(geometry, view, framed.widthPx, framed.heightPx);
        QVERIFY(std::abs(transform.toScreen({-0.5, 0.0}).x) < 0.51);
    }

    void isTrueSizeInAnyArea()
    {
        const auto geometry = imageOf({}, u"1"_s)->geometry;
        const std::vector<ViewFit> fits{fitOf(u"v1"_s, geometry, Zoom::TrueSize)};
        for (const CellSize &area : {CellSize{600, 400}, CellSize{600, 400 - bandPx}, CellSize{300, 900}}) {
            const auto zooms = zoomsOf(fits, {{ViewId(u"v1"_s), area, {0.25, false}}});
            QVERIFY(std::abs(mmPerPx(geometry, zooms[0], area) - 0.25) < 1e-12);
        }
        QVERIFY(!zoomsOf(fits, {{ViewId(u"v1"_s), {600, 400}}})[0]); // nobody has measured
    }

    void trueSizeIsThatOfTheMonitorOfEachView()
    {
        const auto geometry = imageOf({}, u"1"_s)->geometry;
        const std::vector<ViewFit> fits{fitOf(u"v1"_s, geometry, Zoom::TrueSize),
                                        fitOf(u"v2"_s, geometry, Zoom::TrueSize),
                                        fitOf(u"v3"_s, geometry, Zoom::TrueSize)};
        const CellSize area{600, 400};
        const auto zooms = zoomsOf(fits, {{ViewId(u"v1"_s), area, {0.25, false}},
                                          {ViewId(u"v2"_s), area, {0.2, false}},
                                          {ViewId(u"v3"_s), area, {std::nullopt, true}}});
        QVERIFY(std::abs(mmPerPx(geometry, zooms[0], area) - 0.25) < 1e-12);
        QVERIFY(std::abs(mmPerPx(geometry, zooms[1], area) - 0.2) < 1e-12);
        QVERIFY(!zooms[2]); // on both: fitted
    }

    void aViewWithoutAnAreaDecidesNothing()
    {
        const auto geometry = imageOf({}, u"1"_s)->geometry;
        const std::vector<ViewFit> fits{fitOf(u"v1"_s, geometry, Zoom::SameScale),
                                        fitOf(u"v2"_s, geometry, Zoom::SameScale), fitOf(u"v3"_s, geometry, Zoom::Fit)};
        const CellSize area{600, 400};
        const auto zooms = zoomsOf(fits, {{ViewId(u"v1"_s), area}, {ViewId(u"v2"_s), {0, 0}}, {ViewId(u"v3"_s), area}});
        QVERIFY(std::abs(mmPerPx(geometry, zooms[0], area) - 0.25) < 1e-12);
        QVERIFY(!zooms[1]);
        QVERIFY(!zooms[2]); // fitted also where the view changes its size
    }
};

CONSILIUM_TEST(ScaleTest)
#include "ScaleTest.moc"
