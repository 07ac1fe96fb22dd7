#include "tests/support/TestMain.h"
#include "viewer/render2d/MarkShape.h"

#include <QRectF>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;
using namespace consilium;
using namespace consilium::render2d;
using Kind = session::AnnotationKind;

namespace
{

constexpr double widthPx = 800.0, heightPx = 600.0;
const QRectF view(0.0, 0.0, widthPx, heightPx);

MarkShape length(const QString &id, ScreenPoint a, ScreenPoint b)
{
    MarkShape shape;
    shape.id = AnnotationId(id);
    shape.kind = Kind::Length;
    shape.handles = {a, b};
    shape.lines = {{a, b}};
    shape.labelSize = {120.0, 36.0};
    return shape;
}

MarkShape rectangle(const QString &id, const QRectF &box)
{
    MarkShape shape;
    shape.id = AnnotationId(id);
    shape.kind = Kind::Rectangle;
    shape.isRegion = true;
    shape.handles = {{box.left(), box.top()}, {box.right(), box.bottom()}};
    shape.lines = {{{box.left(), box.top()},
                    {box.right(), box.top()},
                    {box.right(), box.bottom()},
                    {box.left(), box.bottom()},
                    {box.left(), box.top()}}};
    shape.labelSize = {150.0, 54.0};
    return shape;
}

QRectF around(ScreenPoint at, double half)
{
    return {at.x - half, at.y - half, 2.0 * half, 2.0 * half};
}

LabelRoom roomOf(std::vector<QRectF> taken = {}, const LabelPlaces *former = nullptr)
{
    return {widthPx, heightPx, std::move(taken), former};
}

/// Where all labels of `marks` lie, one after the other. `places`: on which sides, for the next call.
std::vector<QRectF> labelsOf(std::vector<MarkShape> marks, const LabelRoom &room, LabelPlaces *places = nullptr)
{
    placeLabels(marks, room);
    std::vector<QRectF> labels;
    for (const MarkShape &mark : marks) {
        labels.push_back(mark.labelRect);
        if (places)
            (*places)[mark.id] = mark.labelSide;
    }
    return labels;
}

} // namespace

/// Labels hide nothing that is looked at, and stay where they are.
class LabelPlacesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /// A length that ends beside a lesion measured with another mark: the usual place would lie over that.
    void aLabelDoesNotLieOverWhatAnotherMarkMeasures()
    {
        const QRectF lesion(320.0, 220.0, 120.0, 90.0);
        const std::vector marks{length(u"l"_s, {220.0, 300.0}, {310.0, 300.0}), rectangle(u"r"_s, lesion)};
        const auto alone = labelsOf({marks[0]}, roomOf());
        QVERIFY(alone[0].intersects(lesion)); // without the other it would stand there
        const auto labels = labelsOf(marks, roomOf());
        for (const QRectF &label : labels) {
            QVERIFY(!label.isEmpty() && view.contains(label));
            QVERIFY(!label.intersects(lesion));
            for (const MarkShape &mark : marks)
                for (const ScreenPoint handle : mark.handles)
                    QVERIFY(!label.intersects(around(handle, 5.0)));
        }
        QVERIFY(!labels[0].intersects(labels[1]));
        // Near its mark.
        QVERIFY(labels[0].adjusted(-60.0, -60.0, 60.0, 60.0).contains(QPointF(310.0, 300.0)));
    }

    void aHandleOfAnotherMarkIsNotHidden()
    {
        const auto usual = labelsOf({length(u"a"_s, {200.0, 300.0}, {300.0, 300.0})}, roomOf())[0];
        const ScreenPoint handle{usual.center().x(), usual.center().y()};
        const auto labels = labelsOf({length(u"a"_s, {200.0, 300.0}, {300.0, 300.0}),
                                      length(u"b"_s, handle, {handle.x + 200.0, handle.y - 100.0})},
                                     roomOf());
        QVERIFY(!labels[0].intersects(around(handle, 5.0)));
    }

    /// Corner texts, letters, the scale bar, the badge of a key image.
    void whatIsTakenStaysFree()
    {
        const std::vector<QRectF> taken{{0.0, 0.0, 300.0, 40.0}, {360.0, 560.0, 80.0, 30.0}, {8.0, 290.0, 16.0, 20.0}};
        const std::vector marks{length(u"a"_s, {30.0, 60.0}, {110.0, 62.0}),
                                length(u"b"_s, {330.0, 560.0}, {350.0, 560.0}), rectangle(u"c"_s, {30, 285, 60, 40})};
        for (const QRectF &label : labelsOf(marks, roomOf(taken))) {
            QVERIFY(!label.isEmpty() && view.contains(label));
            for (const QRectF &box : taken)
                QVERIFY(!label.intersects(box));
        }
    }

    /// Where a person has put it, whatever lies there; others make room.
    void aLabelThatWasPutSomewhereStays()
    {
        auto put = length(u"a"_s, {100.0, 100.0}, {200.0, 100.0});
        const auto other = length(u"b"_s, {300.0, 300.0}, {400.0, 300.0});
        put.isLabelPlaced = true;
        put.labelRect = labelsOf({other}, roomOf())[0];
        const auto labels = labelsOf({other, put}, roomOf({put.labelRect}));
        QCOMPARE(labels[1], put.labelRect);
        QVERIFY(!labels[0].isEmpty() && !labels[0].intersects(labels[1]));
    }

    /// What drove a label away is gone: it does not leap back while the image is scrolled and zoomed.
    void aLabelStaysWhileItsPlaceIsFree()
    {
        LabelPlaces places;
        const auto mark = length(u"a"_s, {200.0, 300.0}, {300.0, 300.0});
        const auto usual = labelsOf({mark}, roomOf())[0];
        const auto driven = labelsOf({mark}, roomOf({usual}), &places)[0];
        QVERIFY(!driven.intersects(usual));
        QCOMPARE(labelsOf({mark}, roomOf({}, &places))[0], driven);
        // It goes along with its mark, also when another one is drawn that comes before it.
        const auto moved = length(u"a"_s, {220.0, 310.0}, {320.0, 310.0});
        const auto drawn = rectangle(u"0"_s, {500.0, 100.0, 40.0, 40.0});
        QCOMPARE(labelsOf({drawn, moved}, roomOf({}, &places))[1], driven.translated(20.0, 10.0));
        // It gives way when its place is taken.
        const auto away = labelsOf({mark}, roomOf({driven}, &places))[0];
        QVERIFY(!away.isEmpty() && !away.intersects(driven));
    }

    /// One that was there first is not driven away by one that comes.
    void aNewLabelTakesNobodysPlace()
    {
        LabelPlaces places;
        const auto first = length(u"b"_s, {200.0, 300.0}, {300.0, 300.0});
        const auto before = labelsOf({first}, roomOf(), &places)[0];
        const auto labels = labelsOf({length(u"a"_s, {200.0, 330.0}, {300.0, 304.0}), first}, roomOf({}, &places));
        QCOMPARE(labels[1], before);
        QVERIFY(!labels[0].intersects(labels[1]));
    }

    /// Never outside of the view, however little room there is.
    void withoutAFreePlaceTheLeastBad()
    {
        const auto mark = length(u"a"_s, {60.0, 40.0}, {120.0, 60.0});
        for (const QSizeF size : {QSizeF(180.0, 90.0), QSizeF(130.0, 44.0)}) {
            std::vector marks{mark};
            placeLabels(marks, LabelRoom{size.width(), size.height(), {QRectF(QPointF(), size)}, nullptr});
            QVERIFY(!marks[0].labelRect.isEmpty());
            QVERIFY(QRectF(QPointF(), size).contains(marks[0].labelRect));
        }
        // All of it is measured, and the name stands above: rather over the picture than over the name.
        const QRectF name(0.0, 0.0, 800.0, 60.0);
        std::vector marks{rectangle(u"r"_s, {-20.0, -20.0, 900.0, 700.0})};
        marks[0].handles = {{400.0, 80.0}, {880.0, 680.0}};
        placeLabels(marks, roomOf({name}));
        QVERIFY(view.contains(marks[0].labelRect) && !marks[0].labelRect.intersects(name));
    }

    /// Places that are none and marks far outside do no harm.
    void placesThatAreNone()
    {
        const double nothing = std::nan(""), far = 1e12;
        std::vector<MarkShape> marks{length(u"a"_s, {nothing, 10.0}, {20.0, nothing}),
                                     length(u"b"_s, {-far, 100.0}, {far, 120.0}),
                                     length(u"c"_s, {200.0, 300.0}, {300.0, 300.0})};
        placeLabels(marks, roomOf());
        QVERIFY(view.contains(marks[2].labelRect));
        placeLabels(marks, LabelRoom{});
        marks.clear();
        placeLabels(marks, roomOf());
        QVERIFY(marks.empty());
    }
};

CONSILIUM_TEST(LabelPlacesTest)
#include "LabelPlacesTest.moc"
