#include "viewer/render2d/MarkHit.h"
#include "tests/support/TestMain.h"

#include <cmath>
#include <numbers>

using namespace Qt::StringLiterals;
using namespace consilium;
using namespace consilium::render2d;
using Kind = session::AnnotationKind;
using Part = MarkHit::Part;

namespace
{

MarkShape line(const QString &id, ScreenPoint a, ScreenPoint b)
{
    MarkShape shape;
    shape.id = AnnotationId(id);
    shape.kind = Kind::Length;
    shape.handles = {a, b};
    shape.lines = {{a, b}};
    return shape;
}

MarkHit hit(const QString &id, Part part, int handle = -1)
{
    return {AnnotationId(id), part, handle};
}

} // namespace

class MarkHitTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void handlesThenLabelsThenLines()
    {
        MarkShape mark = line(u"a"_s, {100, 100}, {200, 100});
        mark.labelRect = QRectF(205, 90, 60, 20);
        const std::vector<MarkShape> marks{mark};
        QVERIFY(markAt(marks, {150, 105}, 6) == hit(u"a"_s, Part::Body));
        QVERIFY(!markAt(marks, {150, 107}, 6));
        QVERIFY(markAt(marks, {103, 103}, 6) == hit(u"a"_s, Part::Handle, 0));
        QVERIFY(markAt(marks, {206, 100}, 6) == hit(u"a"_s, Part::Handle, 1)); // over the label's edge
        QVERIFY(markAt(marks, {240, 105}, 6) == hit(u"a"_s, Part::Label));
        QVERIFY(!markAt(marks, {270, 100}, 6)); // a label is not reached from beside it
        QVERIFY(!markAt({}, {150, 105}, 6));
        QVERIFY(!markAt(marks, {std::nan(""), 105}, 6));
    }

    void theNearestHandleOfAll()
    {
        const std::vector<MarkShape> marks{line(u"a"_s, {100, 100}, {200, 100}), line(u"b"_s, {106, 100}, {106, 200})};
        QVERIFY(markAt(marks, {102, 100}, 6) == hit(u"a"_s, Part::Handle, 0));
        QVERIFY(markAt(marks, {104, 100}, 6) == hit(u"b"_s, Part::Handle, 0));
        // A handle comes before a line that is nearer.
        QVERIFY(markAt(marks, {110, 100}, 6) == hit(u"b"_s, Part::Handle, 0));
    }

    void ofEquallyNearOnesTheSelected()
    {
        std::vector<MarkShape> marks{line(u"a"_s, {100, 100}, {200, 100}), line(u"b"_s, {100, 100}, {200, 100})};
        QVERIFY(markAt(marks, {100, 100}, 6)->id == AnnotationId(u"b"_s)); // drawn last
        marks[0].selected = true;
        QVERIFY(markAt(marks, {100, 100}, 6)->id == AnnotationId(u"a"_s));
        QVERIFY(markAt(marks, {150, 100}, 6)->id == AnnotationId(u"a"_s));
    }

    /// What lies in a region can be marked itself: the region is touched at its border.
    void aRegionIsItsBorder()
    {
        MarkShape region;
        region.id = AnnotationId(u"r"_s);
        region.kind = Kind::Freehand;
        region.isRegion = true;
        region.lines.emplace_back();
        for (int i = 0; i <= 5000; ++i) {
            const double angle = 2.0 * std::numbers::pi * i / 5000.0;
            region.lines[0].push_back({300 + 100 * std::cos(angle), 300 + 100 * std::sin(angle)});
        }
        region.handles.assign(region.lines[0].begin(), region.lines[0].end() - 1);
        QVERIFY(!region.hasHandles());
        QVERIFY(markAt({region}, {403, 300}, 6) == hit(u"r"_s, Part::Body)); // no single one of thousands
        QVERIFY(markAt({region}, {300, 196}, 6) == hit(u"r"_s, Part::Body));
        QVERIFY(!markAt({region}, {300, 300}, 6));
        QVERIFY(!markAt({region}, {350, 300}, 6));
    }

    void aTextIsItsWords()
    {
        MarkShape text;
        text.id = AnnotationId(u"t"_s);
        text.kind = Kind::Text;
        text.handles = {{100, 100}};
        text.labelRect = QRectF(100, 91, 80, 18);
        QVERIFY(markAt({text}, {150, 100}, 6) == hit(u"t"_s, Part::Body));
        QVERIFY(markAt({text}, {101, 100}, 6) == hit(u"t"_s, Part::Handle, 0));
    }
};

CONSILIUM_TEST(MarkHitTest)
#include "MarkHitTest.moc"
