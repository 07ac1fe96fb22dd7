#include "app/usecases/ApplyState.h"
#include "app/usecases/MarkObjects.h"
#include "tests/support/TestMain.h"
#include "tests/unit/app/KeptFixture.h"
#include "viewer/imaging/ViewTransform.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

using namespace Qt::StringLiterals;
using namespace consilium;
using namespace consilium::test;
using objects::DisplayedArea;

namespace
{

/// Where a place of an image lies in a view, by arithmetic of its own (ViewerState.h): moved, mirrored, turned
/// clockwise in quarters, scaled so that `across` fits the shorter side.
ScreenPoint placeOf(const dicom::FrameGeometry &geometry, const session::ViewState &view, const app::ImageArea &area,
                    double column, double row)
{
    const double wide = geometry.spacing.isKnown() ? geometry.spacing.betweenColumnsMm : 1.0,
                 high = geometry.spacing.isKnown() ? geometry.spacing.betweenRowsMm : geometry.aspectRowsToColumns;
    const session::ZoomPan &zoom = *view.zoomPan;
    double x = (column - (geometry.columns - 1) / 2.0) * wide - zoom.offsetAlongRow;
    double y = (row - (geometry.rows - 1) / 2.0) * high - zoom.offsetAlongColumn;
    if (view.orientation.flipped)
        x = -x;
    for (int turn = int(view.orientation.rotationDeg); turn > 0; turn -= 90) {
        const double right = -y;
        y = x;
        x = right;
    }
    const double scale = std::min(area.widthPx, area.heightPx) / zoom.across;
    return {area.widthPx / 2.0 + x * scale, area.heightPx / 2.0 + y * scale};
}

struct Box {
    double left = 0.0, right = 0.0, top = 0.0, bottom = 0.0;
};

/// Of one pixel, which reaches half of one to each side.
Box boxOf(const dicom::FrameGeometry &geometry, const session::ViewState &view, const app::ImageArea &area, int column,
          int row)
{
    const ScreenPoint a = placeOf(geometry, view, area, column - 0.5, row - 0.5),
                      b = placeOf(geometry, view, area, column + 0.5, row + 0.5);
    return {std::min(a.x, b.x), std::max(a.x, b.x), std::min(a.y, b.y), std::max(a.y, b.y)};
}

/// The least rectangle of all pixels of which something is seen, looked at one by one; nullopt: none is.
std::optional<DisplayedArea> seenPixels(const dicom::FrameGeometry &geometry, const session::ViewState &view,
                                        const app::ImageArea &area)
{
    constexpr double hairPx = 1e-4;
    std::optional<DisplayedArea> seen;
    for (int row = 0; row < geometry.rows; ++row)
        for (int column = 0; column < geometry.columns; ++column) {
            const Box box = boxOf(geometry, view, area, column, row);
            if (box.right < hairPx || box.left > area.widthPx - hairPx || box.bottom < hairPx ||
                box.top > area.heightPx - hairPx)
                continue;
            if (!seen) {
                seen.emplace();
                seen->left = seen->right = column + 1;
                seen->top = seen->bottom = row + 1;
            }
            seen->left = std::min(seen->left, column + 1);
            seen->right = std::max(seen->right, column + 1);
            seen->top = std::min(seen->top, row + 1);
            seen->bottom = std::max(seen->bottom, row + 1);
        }
    return seen;
}

bool isSamePart(const DisplayedArea &a, const DisplayedArea &b)
{
    return a.left == b.left && a.right == b.right && a.top == b.top && a.bottom == b.bottom;
}

QString textOf(const DisplayedArea &area)
{
    return u"%1..%2, %3..%4"_s.arg(area.left).arg(area.right).arg(area.top).arg(area.bottom);
}

session::ViewState viewOf(double turn, bool isFlipped, session::ZoomPan zoom)
{
    session::ViewState view;
    view.orientation = {turn, isFlipped};
    view.zoomPan = zoom;
    return view;
}

app::Display displayOf(const session::ViewState &view, const app::ImageArea &area)
{
    app::Display display;
    display.view = view;
    display.fallback = session::Window{40.0, 400.0};
    display.area = area;
    return display;
}

/// As it is read from the object that was written.
std::optional<objects::PresentationState> writtenAndRead(objects::PresentationState state)
{
    state.header = objectHeader();
    const auto attributes = attributesOf(state);
    const auto read = attributes ? objects::readPresentationState(*attributes) : fail(attributes.error());
    return read ? std::optional(*read) : std::nullopt;
}

constexpr app::ImageArea wide{800.0, 500.0, 1.0}, high{500.0, 800.0, 1.0}, square{500.0, 500.0, 1.0};

} // namespace

/// What a presentation state keeps of a view that is zoomed and panned, against each pixel looked at one by one.
class UsecaseSeenPart : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theSavedPartHoldsWhatWasSeen_data()
    {
        QTest::addColumn<double>("turn");
        QTest::addColumn<bool>("isFlipped");
        QTest::addColumn<session::ZoomPan>("zoom");
        using session::SpanUnit;
        const std::pair<const char *, session::ZoomPan> zooms[] = {
            {"within", {SpanUnit::Millimetres, 21.0, 3.1, -2.3}},
            {"beyond two edges", {SpanUnit::Millimetres, 21.0, 20.1, -35.3}},
            {"wider than the image", {SpanUnit::Millimetres, 61.3, -4.7, 5.9}},
            {"smaller than the view", {SpanUnit::Millimetres, 200.3, 1.0, 2.0}}};
        for (const int turn : {0, 90, 180, 270})
            for (const bool isFlipped : {false, true})
                for (const auto &[name, zoom] : zooms)
                    QTest::addRow("%s %d %d", name, turn, int(isFlipped)) << double(turn) << isFlipped << zoom;
    }
    /// Rows are twice as far apart as columns. In a view of any shape the part is what is seen and lies in the image;
    /// in the object its corners are those that are displayed upper left and lower right (PS3.3 C.10.4); shown again in
    /// a view of any shape, nothing of it is cut off.
    void theSavedPartHoldsWhatWasSeen()
    {
        QFETCH(double, turn);
        QFETCH(bool, isFlipped);
        QFETCH(session::ZoomPan, zoom);
        const dicom::InstancePtr image = keptStack()->slices[2];
        const dicom::FrameGeometry &geometry = image->geometry;
        for (const app::ImageArea &area : {wide, high, square}) {
            const app::Display display = displayOf(viewOf(turn, isFlipped, zoom), area);
            const auto seen = seenPixels(geometry, display.view, area);
            QVERIFY(seen);
            const auto state = app::presentationOf({image}, {}, display);
            QCOMPARE(state.areas.size(), std::size_t(1));
            const DisplayedArea part = state.areas.front();
            QVERIFY2(isSamePart(part, *seen), qPrintable(textOf(part) + u" for "_s + textOf(*seen)));
            QCOMPARE(part.size, DisplayedArea::Size::ScaleToFit);
            QCOMPARE(part.rowSpacingMm.value_or(0.0), 1.0);
            QCOMPARE(part.columnSpacingMm.value_or(0.0), 0.5);
            checkCorners(state, geometry, display, part);
            const auto read = writtenAndRead(state);
            QVERIFY(read && isSamePart(read->areas.front(), part));
            for (const app::ImageArea &again : {wide, high, square})
                checkShown(*read, *image, part, again);
        }
    }

    /// Where one pixel is a whole number of display pixels the image is put on those (ViewTransform): what is seen then
    /// is saved, too.
    void whatIsSeenOnFineDisplays()
    {
        const dicom::InstancePtr image = keptStack()->slices[2];
        const app::ImageArea area{401.0, 301.0, 2.0};
        // 5 and 10 logical pixels a column and a row.
        const auto view = viewOf(0.0, false, {session::SpanUnit::Millimetres, 30.1, 0.0, 0.0});
        const DisplayedArea part = app::seenPart(image->geometry, view, area);
        const auto seen = seenPixels(image->geometry, view, area);
        QVERIFY(seen);
        QVERIFY(part.left <= seen->left + 1 && part.right >= seen->right - 1); // half a device pixel beside
        QVERIFY(part.top <= seen->top + 1 && part.bottom >= seen->bottom - 1);
        const imaging::ViewTransform drawn(image->geometry, view, area.widthPx, area.heightPx, area.devicePixelRatio);
        const ImagePoint first = drawn.toImage({0.01, 0.01}), last = drawn.toImage({400.99, 300.99});
        QVERIFY(part.left <= std::lround(first.column) + 1 && part.right >= std::lround(last.column) + 1);
        QVERIFY(part.top <= std::lround(first.row) + 1 && part.bottom >= std::lround(last.row) + 1);
    }

    /// Where nothing says what was seen, or nothing was, all of the image is.
    void allOfTheImageElse()
    {
        const dicom::FrameGeometry &geometry = keptStack()->slices[2]->geometry;
        DisplayedArea whole;
        whole.right = 100;
        whole.bottom = 80;
        const session::ZoomPan zoom{session::SpanUnit::Millimetres, 21.0, 3.1, -2.3};
        const auto part = [&](const session::ViewState &view, const app::ImageArea &area) {
            return app::seenPart(geometry, view, area);
        };
        QVERIFY(isSamePart(part({}, wide), whole));
        QVERIFY(isSamePart(part(viewOf(0.0, false, zoom), {}), whole)); // a view that nobody has shown
        QVERIFY(isSamePart(part(viewOf(30.0, false, zoom), wide), whole));
        auto beside = zoom;
        beside.offsetAlongRow = 500.0;
        QVERIFY(isSamePart(part(viewOf(0.0, false, beside), wide), whole));
    }

    /// Without a spacing: columns, and rows by their aspect, which is written in its place.
    void pixelsWithoutASpacing()
    {
        auto image = std::make_shared<dicom::Instance>(*keptStack()->slices[2]);
        image->geometry.spacing = {};
        image->geometry.aspectRowsToColumns = 1.25;
        const app::Display display =
            displayOf(viewOf(90.0, true, {session::SpanUnit::ImagePixels, 30.7, 5.3, -8.9}), wide);
        const auto seen = seenPixels(image->geometry, display.view, wide);
        const auto state = app::presentationOf({image}, {}, display);
        QVERIFY(seen && isSamePart(state.areas.front(), *seen));
        QVERIFY(!state.areas.front().rowSpacingMm && !state.areas.front().columnSpacingMm);
        QVERIFY((state.areas.front().aspect == std::array{1250, 1000})); // height : width
        const auto read = writtenAndRead(state);
        QVERIFY(read);
        checkShown(*read, *image, *seen, high);
    }

    /// A state that says of the pixels another shape than the image: it is said, and the part is shown.
    void pixelsOfAnotherShape()
    {
        const dicom::InstancePtr image = keptStack()->slices[2]; // rows twice as far apart as columns
        const auto refusedWith = [&](std::optional<std::array<int, 2>> aspect, std::optional<double> perRow,
                                     std::optional<double> perColumn) {
            objects::PresentationState state = app::presentationOf({image}, {}, displayOf({}, wide));
            state.areas.front().aspect = aspect;
            state.areas.front().rowSpacingMm = perRow;
            state.areas.front().columnSpacingMm = perColumn;
            return app::planState(state, targetOf(*image, wide)).refused.size();
        };
        QCOMPARE(refusedWith({}, 1.0, 0.5), 0);
        QCOMPARE(refusedWith(std::array{2, 1}, {}, {}), 0);
        QCOMPARE(refusedWith({}, {}, {}), 0);
        QCOMPARE(refusedWith(std::array{1, 1}, {}, {}), 1);
        QCOMPARE(refusedWith({}, 0.5, 0.5), 1);
    }

    /// 50 x 80 mm in 800 x 500 pixels: at 4 pixels a mm all of it lies in the view, at 40 it does not, which is said.
    void aSizeThatIsAskedForMayShowLess()
    {
        const dicom::InstancePtr image = keptStack()->slices[2];
        const auto refusedAt = [&](double magnification) {
            objects::PresentationState state = app::presentationOf({image}, {}, displayOf({}, wide));
            state.areas.front().size = DisplayedArea::Size::Magnify;
            state.areas.front().magnification = magnification;
            return app::planState(state, targetOf(*image, wide)).refused.size();
        };
        QCOMPARE(refusedAt(2.0), 0);
        QCOMPARE(refusedAt(20.0), 1);
    }

private:
    static app::StateTarget targetOf(const dicom::Instance &image, const app::ImageArea &area)
    {
        app::StateTarget target;
        target.view = session::Layout::viewAt(0);
        target.dataSet = DataSetId(u"1"_s);
        target.shown.dataSet = target.dataSet;
        target.image = &image;
        target.widthPx = area.widthPx;
        target.heightPx = area.heightPx;
        return target;
    }

    /// Of the four corners of the part, the one that is named first is displayed upper left, the other lower right.
    static void checkCorners(objects::PresentationState state, const dicom::FrameGeometry &geometry,
                             const app::Display &display, const DisplayedArea &part)
    {
        state.header = objectHeader();
        const auto attributes = attributesOf(state);
        QVERIFY(attributes);
        constexpr Tag areas{0x0070, 0x005A}, topLeft{0x0070, 0x0052}, bottomRight{0x0070, 0x0053};
        const Attributes &item = attributes->items(areas).front();
        const auto first = item.numbers(topLeft, 2), second = item.numbers(bottomRight, 2);
        QVERIFY(first && second);
        const auto placed = [&](const std::vector<double> &corner) {
            return placeOf(geometry, display.view, display.area, corner[0] - 1.0, corner[1] - 1.0);
        };
        for (const double column : {double(part.left), double(part.right)})
            for (const double row : {double(part.top), double(part.bottom)}) {
                const ScreenPoint corner = placed({column, row}), upper = placed(*first), lower = placed(*second);
                QVERIFY(upper.x <= corner.x + 1e-9 && upper.y <= corner.y + 1e-9);
                QVERIFY(lower.x >= corner.x - 1e-9 && lower.y >= corner.y - 1e-9);
            }
    }

    /// All of the part lies in a view of this size that shows the state.
    static void checkShown(const objects::PresentationState &state, const dicom::Instance &image,
                           const DisplayedArea &part, const app::ImageArea &area)
    {
        const auto plan = app::planState(state, targetOf(image, area));
        QVERIFY2(plan.refused.isEmpty(), qPrintable(plan.refused.join(u' ')));
        session::ViewState view;
        for (const session::Action &action : plan.actions) {
            if (const auto *turned = std::get_if<session::SetOrientation>(&action))
                view.orientation = turned->orientation;
            if (const auto *zoomed = std::get_if<session::SetZoomPan>(&action))
                view.zoomPan = zoomed->zoomPan;
        }
        if (!view.zoomPan) { // the whole image is fitted in
            QVERIFY(part.left == 1 && part.top == 1 && part.right == image.geometry.columns &&
                    part.bottom == image.geometry.rows);
            return;
        }
        constexpr double hairPx = 1e-6;
        for (const int column : {part.left - 1, part.right - 1})
            for (const int row : {part.top - 1, part.bottom - 1}) {
                const Box box = boxOf(image.geometry, view, area, column, row);
                QVERIFY(box.left >= -hairPx && box.right <= area.widthPx + hairPx);
                QVERIFY(box.top >= -hairPx && box.bottom <= area.heightPx + hairPx);
            }
    }
};

CONSILIUM_TEST(UsecaseSeenPart)
#include "UsecaseSeenPart.moc"
