#include "tests/render/ImageFixture.h"
#include "tests/support/TestMain.h"
#include "viewer/render2d/DrawnText.h"
#include "viewer/render2d/HaloText.h"
#include "viewer/render2d/MarkPainter.h"

#include <QPainter>

#include <algorithm>

using namespace consilium;
using namespace consilium::test;
using namespace consilium::render2d;

namespace
{

OverlayText fullText()
{
    OverlayText text;
    text.topLeft = {u"测试患者甲 TEST ALPHA"_s, u"TEST-0001 · 男 58 岁"_s};
    text.topRight = {u"CT 胸部平扫 2026-11-23 09:41"_s, u"示例县人民医院"_s};
    text.bottomLeft = {u"肺窗 1.0 mm 薄层"_s, u"层 114 / 275 · I 519.8 mm"_s};
    text.bottomRight = {u"W 1500 L −500"_s, u"1.50×"_s};
    text.letters = {u"R"_s, u"L"_s, u"A"_s, u"P"_s};
    text.scaleBar = u"50 mm"_s;
    text.scaleBarPx = 100.0;
    return text;
}

/// Everything that can be said of a picture, in its longest words.
OverlayText processedText()
{
    OverlayText text = fullText();
    text.processing = {u"MinIP 120.0 mm, 24 slices · with gaps"_s, u"Local contrast 3 · Hot Metal Blue · inverted"_s};
    text.window = u"W 1500 L −500 · ABDOMEN PRESET"_s;
    text.bottomRight = text.processing + QStringList{text.window, u"1.50×"_s};
    text.link = u"Offset link · another patient"_s;
    text.play = u"8.93 frames/s · as the file says"_s;
    return text;
}

/// The words alone, wherever lines were broken.
QString lettersOf(const QStringList &lines)
{
    QString all = lines.join(QString());
    return all.remove(u' ').remove(u'·');
}

struct Painted {
    QImage under, image;
    double ratio = 1.0;

    /// Pixels of a rectangle (logical) that the overlay changed, or those alone which are light text.
    [[nodiscard]] int changed(QRectF rect, bool lightOnly = false) const
    {
        int count = 0;
        const QRect pixels = QRectF(rect.topLeft() * ratio, rect.size() * ratio).toAlignedRect() & image.rect();
        for (int y = pixels.top(); y <= pixels.bottom(); ++y) {
            for (int x = pixels.left(); x <= pixels.right(); ++x) {
                const bool differs = image.pixel(x, y) != under.pixel(x, y);
                count += differs && (!lightOnly || qGray(image.pixel(x, y)) > 190);
            }
        }
        return count;
    }
};

Painted paint(const OverlayText &text, QSize size, double ratio, int grey, const std::vector<MarkShape> &marks = {})
{
    Painted painted;
    painted.ratio = ratio;
    painted.under = QImage(size * ratio, QImage::Format_RGB32);
    painted.under.fill(qRgb(grey, grey, grey));
    painted.image = painted.under;
    painted.image.setDevicePixelRatio(ratio);
    QPainter painter(&painted.image);
    paintOverlay(painter, QRectF(QPointF(0, 0), size), text, marks, painted.under);
    painter.end();
    painted.image.setDevicePixelRatio(1.0);
    return painted;
}

/// Labels beside the marks, as markShapes() places them.
std::vector<MarkShape> withLabels(std::vector<MarkShape> marks)
{
    for (MarkShape &mark : marks)
        mark.labelSize = labelSize(mark.label);
    placeLabels(marks, 800, 600);
    return marks;
}

} // namespace

class OverlayPainterTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void allFourCornersLettersAndBarAreThere_data()
    {
        QTest::addColumn<double>("ratio");
        for (const double ratio : {1.0, 1.25, 1.5, 2.0})
            QTest::addRow("dpr %g", ratio) << ratio;
    }
    void allFourCornersLettersAndBarAreThere()
    {
        QFETCH(double, ratio);
        const auto painted = paint(fullText(), {800, 600}, ratio, 60);
        for (const QRectF &corner :
             {QRectF(8, 6, 250, 40), QRectF(542, 6, 250, 40), QRectF(8, 554, 250, 40), QRectF(692, 554, 100, 40)})
            QVERIFY(painted.changed(corner, true) > 100);
        for (const QRectF &letter : {QRectF(8, 285, 16, 30), QRectF(776, 285, 16, 30), QRectF(390, 6, 20, 24)})
            QVERIFY(painted.changed(letter, true) > 10);
        QVERIFY(painted.changed(QRectF(349, 585, 102, 10), true) > 90 * ratio);
        // The middle of the image is left alone.
        QCOMPARE(painted.changed(QRectF(40, 60, 720, 440)), 0);
    }

    /// What labels of marks keep away from is all that is painted, and not much more.
    void nothingIsPaintedOutsideOfItsBoxes_data()
    {
        QTest::addColumn<QSize>("size");
        for (const QSize size : {QSize(1000, 900), QSize(640, 480), QSize(360, 600), QSize(330, 240)})
            QTest::addRow("%d x %d", size.width(), size.height()) << size;
    }
    void nothingIsPaintedOutsideOfItsBoxes()
    {
        QFETCH(QSize, size);
        auto text = processedText();
        text.legend.map = session::ColourMap::HotIron;
        text.legend.low = u"−160 HU"_s;
        text.legend.high = u"240 HU"_s;
        const QRectF area(QPointF(0, 0), size);
        QRegion boxes;
        for (const QRectF &box : textBoxes(area, text)) {
            QVERIFY(!box.isEmpty());
            boxes += box.adjusted(-8, -5, 8, 5).toAlignedRect();
        }
        const auto painted = paint(text, size, 1.0, 60);
        int outside = 0;
        for (int y = 0; y < size.height(); ++y)
            for (int x = 0; x < size.width(); ++x)
                outside += painted.image.pixel(x, y) != painted.under.pixel(x, y) && !boxes.contains(QPoint(x, y));
        QCOMPARE(outside, 0);
        QVERIFY(textBoxes(area, {}).empty());
    }

    /// Small views too: the value under the pointer lies over no letter, no bar, no label and no corner.
    void theValueUnderThePointerCoversNothing_data()
    {
        QTest::addColumn<QSize>("size");
        for (const QSize size :
             {QSize(1000, 900), QSize(640, 480), QSize(460, 700), QSize(430, 330), QSize(360, 600), QSize(330, 300)})
            QTest::addRow("%d x %d", size.width(), size.height()) << size;
    }
    void theValueUnderThePointerCoversNothing()
    {
        QFETCH(QSize, size);
        const QRectF area(QPointF(3, 5), size);
        for (const OverlayText &text : {fullText(), processedText()}) {
            const QRectF box = readoutBox(area, text, {150.0, 26.0});
            if (text.processing.isEmpty()) // of a crowded view it may be left out
                QVERIFY(!box.isEmpty());
            QVERIFY(box.isEmpty() || area.contains(box));
            for (const QRectF &other : textBoxes(area, text))
                QVERIFY(!other.intersects(box));
        }
        QVERIFY(readoutBox({0, 0, 340, 60}, fullText(), {150.0, 26.0}).isEmpty()); // where it has no room
    }

    /// Not in the anatomy: the scale bar goes aside before it goes up.
    void theScaleBarStandsAtTheEdgeWhereItHasRoom_data()
    {
        QTest::addColumn<QSize>("size");
        for (const QSize size : {QSize(460, 700), QSize(520, 700), QSize(640, 700), QSize(1000, 900)})
            QTest::addRow("%d x %d", size.width(), size.height()) << size;
    }
    void theScaleBarStandsAtTheEdgeWhereItHasRoom()
    {
        QFETCH(QSize, size);
        const QRectF area(QPointF(0, 0), size);
        OverlayText text = fullText();
        text.bottomRight = {u"1.50×"_s};
        text.window.clear();
        const double barPx = text.scaleBarPx;
        QVERIFY(!drawnText(area, text).scaleBar.isEmpty());
        const auto corners = cornerBoxes(area, text);
        const double room = corners[3].left() - corners[2].right();
        QVERIFY2(room > barPx + 32.0, qPrintable(QString::number(room)));
        const auto boxes = textBoxes(area, text);
        const auto bar = std::find_if(boxes.begin(), boxes.end(), [&](const QRectF &box) {
            return std::abs(box.width() - barPx) < 1e-6 && std::abs(box.bottom() - (area.bottom() - 8.0)) < 1e-6;
        });
        QVERIFY(bar != boxes.end());
        for (const QRectF &box : boxes)
            QVERIFY(box == *bar || !box.intersects(*bar));
    }

    /// On white ground a dark plate stands behind the text, on dark ground none.
    void aPlateOnBrightGround()
    {
        const QRectF corner(12, 10, 120, 34);
        const auto bright = paint(fullText(), {800, 600}, 1.0, 255);
        int dark = 0;
        for (int y = 10; y < 44; ++y) {
            for (int x = 12; x < 132; ++x)
                dark += qGray(bright.image.pixel(x, y)) < 115;
        }
        QVERIFY(dark > 120 * 34 / 2); // 58 % black on white is 107
        const auto dim = paint(fullText(), {800, 600}, 1.0, 100);
        QVERIFY(dim.changed(corner) < 120 * 34 * 3 / 4);
    }

    void limitsOfRoom_data()
    {
        QTest::addColumn<QSize>("size");
        for (const QSize size :
             {QSize(1000, 900), QSize(640, 480), QSize(480, 330), QSize(360, 600), QSize(330, 240), QSize(300, 300)})
            QTest::addRow("%d x %d", size.width(), size.height()) << size;
    }
    /// However long the texts: together at most 8 % of the area, a corner at most 45 % of the width.
    void limitsOfRoom()
    {
        QFETCH(QSize, size);
        OverlayText text = fullText();
        text.topLeft[0] = QString(u"TEST VERY LONG NAME "_s).repeated(12);
        text.topRight[0] = QString(u"examination of everything "_s).repeated(9) + u"2026-11-23 09:41"_s;
        text.topRight[1] = QString(u"hospital "_s).repeated(20);
        text.bottomLeft[0] = QString(u"薄层"_s).repeated(60);
        const auto painted = paint(text, size, 1.0, 40);
        QVERIFY(painted.changed(QRectF(QPointF(0, 0), size)) <= size.width() * size.height() * 8 / 100);
        const double edge = 10.0 + 0.45 * size.width() + 3.0, gap = size.width() - 2.0 * edge;
        if (gap > 30.0) { // between the corners stands nothing but the letter in the middle
            const double half = 12.0;
            QCOMPARE(painted.changed(QRectF(edge, 0, size.width() / 2.0 - half - edge, 40)), 0);
            QCOMPARE(painted.changed(QRectF(size.width() / 2.0 + half, 0, size.width() / 2.0 - half - edge, 40)), 0);
        }
        QVERIFY(painted.changed(QRectF(8, 6, 60, 22), true) > 20); // the name
    }

    void aNarrowViewKeepsNameSliceAndWindow()
    {
        const auto painted = paint(fullText(), {318, 400}, 1.0, 40);
        QVERIFY(painted.changed(QRectF(8, 6, 140, 20), true) > 50);
        QCOMPARE(painted.changed(QRectF(8, 30, 140, 20)), 0);           // identifier and age
        QCOMPARE(painted.changed(QRectF(180, 6, 138, 40)), 0);          // exam
        QVERIFY(painted.changed(QRectF(8, 374, 140, 20), true) > 50);   // slice
        QVERIFY(painted.changed(QRectF(210, 374, 100, 20), true) > 50); // window
        QVERIFY(painted.changed(QRectF(8, 185, 16, 30), true) > 10);    // laterality
    }

    /// Two studies of a patient side by side: the day of each is said in every view, below the name where the
    /// examination has no room. So is whose images they are.
    void theDayIsSaidInEveryView_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<bool>("isBelowName");
        QTest::newRow("wide") << QSize(1000, 900) << false;
        QTest::newRow("narrow") << QSize(318, 400) << true;
        QTest::newRow("3 x 4 in a small window") << QSize(122, 144) << true;
    }
    void theDayIsSaidInEveryView()
    {
        QFETCH(QSize, size);
        OverlayText text = fullText();
        text.date = u"2026-11-23"_s;
        text.identity = u"Another patient"_s;
        const QRectF area(QPointF(0, 0), size);
        const OverlayText drawn = drawnText(area, text);
        QCOMPARE(drawn.date, text.date);
        QTEST(drawn.topRight.isEmpty(), "isBelowName");
        const auto boxes = cornerBoxes(area, text);
        for (std::size_t i = 0; i < boxes.size(); ++i)
            for (std::size_t j = 0; j < i; ++j)
                QVERIFY(!boxes[i].intersects(boxes[j]));
        // The name and whose images they are; between them:
        constexpr double lines = 3.0; // the ID, where there is room, or the day in its place
        QVERIFY(boxes[0].height() >= lines * overlayLinePx - 0.5);
        const OverlayText kept = drawnText(area, essentialOnly(text));
        QCOMPARE(kept.date, text.date);
        QCOMPARE(kept.identity, text.identity);
    }

    void marksAreNeverLeftOut_data()
    {
        QTest::addColumn<QSize>("size");
        for (const QSize size : {QSize(1000, 900), QSize(480, 330), QSize(300, 300), QSize(246, 230), QSize(122, 144),
                                 QSize(122, 116), QSize(90, 90)})
            QTest::addRow("%d x %d", size.width(), size.height()) << size;
    }
    /// Slab, enhancement, colours and "inverted" are drawn whole, however small the view; other words go before them.
    void marksAreNeverLeftOut()
    {
        QFETCH(QSize, size);
        const QRectF area(QPointF(0, 0), size);
        const OverlayText text = processedText();
        const OverlayText drawn = drawnText(area, text);
        QCOMPARE(lettersOf(drawn.processing), lettersOf(text.processing));
        QCOMPARE(drawn.bottomRight.mid(0, drawn.processing.size()), drawn.processing);
        HaloText halo;
        for (const QString &line : drawn.bottomRight)
            QVERIFY2(halo.width(line, OverlayFont::Text) <= size.width() - 20.0, qPrintable(line));
        QCOMPARE(drawn.topLeft.size() > 0, true); // the name
    }

    /// 2 x 2 views in a window of 960 x 600.
    void aNarrowViewSaysInverted()
    {
        OverlayText text = fullText();
        text.processing = {u"inverted"_s};
        text.window = u"W 250 L 0 · WINDOW1"_s;
        text.bottomRight = {u"inverted"_s, text.window, u"0.42×"_s};
        const OverlayText drawn = drawnText(QRectF(0, 0, 246, 230), text);
        QCOMPARE(drawn.bottomRight, (QStringList{u"inverted"_s, u"W 250 L 0"_s}));
        QCOMPARE(drawn.window, u"W 250 L 0"_s);
        const auto painted = paint(text, {246, 230}, 1.0, 40);
        const double width = HaloText().width(u"inverted"_s, OverlayFont::Text);
        QVERIFY(painted.changed(QRectF(236.0 - width, 186, width, 18), true) > 40);
    }

    /// Corners keep clear of one another in every view that can hold the words that must stay.
    void cornersNeverOverlap()
    {
        for (const OverlayText &text : {fullText(), processedText()}) {
            for (int width = 122; width <= 900; width += 16) {
                for (const int height : {250, 320, 480, 700}) {
                    const QRectF area(0, 0, width, height);
                    const auto boxes = cornerBoxes(area, text);
                    for (std::size_t i = 0; i < boxes.size(); ++i) {
                        QVERIFY2(boxes[i].isEmpty() || area.contains(boxes[i]), qPrintable(QString::number(width)));
                        for (std::size_t j = 0; j < i; ++j)
                            QVERIFY2(!boxes[i].intersects(boxes[j]),
                                     qPrintable(u"%1 x %2: %3, %4"_s.arg(width).arg(height).arg(i).arg(j)));
                    }
                }
            }
        }
    }

    /// The smallest view there is, between two bands: the name above a mark, and both whole.
    void theSmallestViewHoldsNameAndMark()
    {
        OverlayText text = fullText();
        text.window = text.bottomRight.first();
        text.processing = {u"Lossy 12:1"_s};
        text.bottomRight.prepend(text.processing.first());
        const QRectF area(0, 0, 96, 47);
        const auto boxes = cornerBoxes(area, text);
        QCOMPARE(drawnText(area, text).bottomRight, text.processing);
        QCOMPARE(drawnText(area, text).topLeft.size(), 1);
        QVERIFY(area.contains(boxes[0]) && area.contains(boxes[3]));
        QVERIFY(!boxes[0].intersects(boxes[3]));
        QVERIFY(boxes[1].isEmpty() && boxes[2].isEmpty());
    }

    /// 3 x 4 views in a window of 960 x 600: there is no room for slice and window side by side.
    void sliceAndWindowPartOrTheWindowGoes()
    {
        OverlayText text = fullText();
        text.window = text.bottomRight.first();
        const OverlayText low = drawnText(QRectF(0, 0, 122, 144), text);
        QCOMPARE(low.bottomLeft, QStringList{u"层 114 / 275"_s});
        QVERIFY(low.bottomRight.isEmpty() && low.window.isEmpty());
        const OverlayText high = drawnText(QRectF(0, 0, 140, 300), text);
        QCOMPARE(high.bottomLeft, QStringList{u"层 114 / 275"_s});
        QCOMPARE(high.bottomRight, QStringList{u"W 1500 L −500"_s});
        const auto boxes = cornerBoxes(QRectF(0, 0, 140, 300), text);
        QVERIFY(boxes[2].bottom() <= boxes[3].top());
    }

    void withRoomAllIsDrawn()
    {
        OverlayText text = fullText();
        text.window = text.bottomRight.first();
        QVERIFY(drawnText(QRectF(0, 0, 1100, 850), text) == text);
    }

    void digitsHaveOneWidth()
    {
        HaloText text;
        for (const char16_t digit : {u'1', u'4', u'7', u'9'})
            QCOMPARE(text.width(QString(3, QChar(digit)), OverlayFont::Text), text.width(u"000"_s, OverlayFont::Text));
        QVERIFY(text.width(u"000"_s, OverlayFont::Text) > 12.0);
        QCOMPARE(text.width(QString(), OverlayFont::Text), 0.0);
    }

    /// The same text looks the same whether its glyphs had to be drawn or were kept.
    void keptGlyphsLookLikeNewOnes()
    {
        const auto first = paint(fullText(), {800, 600}, 1.5, 60);
        const auto second = paint(fullText(), {800, 600}, 1.5, 60);
        QCOMPARE(first.image, second.image);
    }

    void marksAreDrawnWhereTheyAre()
    {
        MarkShape probe;
        probe.kind = session::AnnotationKind::Probe;
        probe.handles = {{400.0, 300.0}};
        probe.label = u"−57 HU\nL 1.0  P 2.0  S 3.0 mm"_s;
        MarkShape length;
        length.kind = session::AnnotationKind::Length;
        length.handles = {{100.0, 100.0}, {160.0, 100.0}};
        length.lines = {length.handles};
        length.label = u"15.6 mm"_s;
        const auto painted = paint({}, {800, 600}, 1.0, 60, withLabels({probe, length}));
        QCOMPARE(painted.changed(QRectF(398, 298, 4, 4)), 0); // the probed pixel stays visible
        QVERIFY(painted.changed(QRectF(404, 298, 8, 4)) > 10);
        QVERIFY(painted.changed(QRectF(415, 255, 100, 36)) > 100);
        QVERIFY(painted.changed(QRectF(110, 98, 40, 4)) > 100);
        QCOMPARE(painted.changed(QRectF(300, 400, 200, 100)), 0);
    }

    /// Its border with a casing, handles, and outside of it the label on a dotted leader; the inside stays as it is.
    void aRegionIsABorder_data()
    {
        QTest::addColumn<double>("ratio");
        for (const double ratio : {1.0, 1.5, 2.0})
            QTest::addRow("dpr %g", ratio) << ratio;
    }
    void aRegionIsABorder()
    {
        QFETCH(double, ratio);
        MarkShape region;
        region.kind = session::AnnotationKind::Rectangle;
        region.isRegion = true;
        region.handles = {{200.0, 200.0}, {300.0, 300.0}};
        region.lines = {{{200, 200}, {300, 200}, {300, 300}, {200, 300}, {200, 200}}};
        region.label = u"mean 1.95 HU · SD 3.19\n183.1 mm²"_s;
        const auto marks = withLabels({region});
        const auto painted = paint({}, {800, 600}, ratio, 60, marks);
        QCOMPARE(painted.changed(QRectF(207, 207, 86, 86)), 0);
        QVERIFY(painted.changed(QRectF(220, 198, 60, 4)) > 200 * ratio);
        QVERIFY(painted.changed(QRectF(195, 195, 10, 10)) > 60 * ratio); // the square of the handle
        QVERIFY(painted.changed(marks[0].labelRect) > 200);
        auto selected = marks;
        selected[0].selected = true;
        QVERIFY(paint({}, {800, 600}, ratio, 60, selected).image != painted.image);
        selected = marks;
        selected[0].provisional = true; // dashed
        const QImage dashed = paint({}, {800, 600}, ratio, 60, selected).image;
        QVERIFY(dashed != painted.image);
        selected[0].provisional = false;
        selected[0].isPrior = true; // dashed the same; its words tell the two apart
        QCOMPARE(paint({}, {800, 600}, ratio, 60, selected).image, dashed);
    }

    /// Below a band the image area begins lower in the window, and with it all marks.
    void marksGoWithTheArea()
    {
        MarkShape length;
        length.kind = session::AnnotationKind::Length;
        length.handles = {{100.0, 100.0}, {160.0, 100.0}};
        length.lines = {length.handles};
        QImage image(400, 300, QImage::Format_RGB32);
        image.fill(qRgb(60, 60, 60));
        const QImage under = image;
        QPainter painter(&image);
        paintOverlay(painter, QRectF(20, 40, 380, 260), {}, {length}, under);
        painter.end();
        QVERIFY(image.copy(140, 138, 20, 4) != under.copy(140, 138, 20, 4));
        QCOMPARE(image.copy(125, 98, 30, 4), under.copy(125, 98, 30, 4));
    }

    void nothingHappensWithoutRoom()
    {
        QImage image(4, 4, QImage::Format_RGB32);
        image.fill(Qt::black);
        QPainter painter(&image);
        paintOverlay(painter, QRectF(0, 0, 0, 0), fullText(), {}, image);
        paintOverlay(painter, QRectF(0, 0, 4, 4), fullText(), {}, image);
        painter.end();
        QCOMPARE(image.size(), QSize(4, 4));
    }
};

CONSILIUM_TEST(OverlayPainterTest)
#include "OverlayPainterTest.moc"
