#include "tests/support/TestMain.h"
#include "tests/unit/widgets/FakeImages.h"
#include "viewer/widgets/HistogramChart.h"
#include "viewer/widgets/HistogramWindow.h"
#include "viewer/widgets/LayoutGrid.h"
#include "viewer/widgets/OwnClipboard.h"
#include "viewer/widgets/ViewportWidget.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QMouseEvent>
#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace consilium;
using namespace consilium::test;
using namespace consilium::widgets;

namespace
{

/// 64 x 64 pixels, 2 mm; the left half has one value, the right half another.
struct Room {
    Bench bench;
    DataSetId id = bench.images.addSeries(u"1.2"_s, {});
    LayoutGrid grid{bench.dispatcher, bench.images, bench.bindings};
    ViewportWidget *viewport = nullptr;

    Room()
    {
        grid.resize(800, 600);
        grid.show();
        bench.show(u"v1"_s, u"1.2"_s, id);
        viewport = grid.activeViewport();
    }
    [[nodiscard]] bool isReady() const
    {
        return QTest::qWaitFor([this] { return viewport->isDrawn(); });
    }
    void addBox(ImagePoint from, ImagePoint to)
    {
        const auto &geometry = viewport->instance()->geometry;
        session::Annotation mark;
        mark.id = AnnotationId(u"box"_s);
        mark.kind = session::AnnotationKind::Rectangle;
        mark.author = bench.dispatcher.localActor();
        mark.dataSet = id;
        mark.sop = viewport->instance()->sop;
        mark.frameOfReference = geometry.frameOfReference;
        mark.patientHandles = {*geometry.toPatient(from), *geometry.toPatient(to)};
        QVERIFY(bench.dispatcher.submit(session::AddAnnotation{mark}));
    }
};

void hover(HistogramChart &chart, QPointF at)
{
    QMouseEvent event(QEvent::MouseMove, at, QPointF(chart.mapToGlobal(at.toPoint())), Qt::NoButton, Qt::NoButton, {});
    QApplication::sendEvent(&chart, &event);
}

} // namespace

class TestHistogram : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aBarIsChosenByPointerAndKeys()
    {
        render2d::RoiHistogram histogram;
        histogram.bins = {{0, 0, 3}, {1, 1, 0}, {2, 2, 7}};
        histogram.isOfLevels = true;
        histogram.unit = u"HU"_s;
        histogram.count = 10;
        histogram.mean = 1.4;
        HistogramChart chart;
        chart.resize(400, 240);
        chart.setHistogram(histogram);
        QStringList told;
        QObject::connect(&chart, &HistogramChart::binChosen, &chart, [&](const QString &text) { told << text; });
        hover(chart, chart.barOf(2).center());
        QCOMPARE(chart.chosenBin(), 2);
        QCOMPARE(told.back(), u"2 HU: 7 pixels (70.0 %)"_s);
        QTest::keyClick(&chart, Qt::Key_Left);
        QCOMPARE(told.back(), u"1 HU: 0 pixels (0.0 %)"_s);
        QTest::keyClick(&chart, Qt::Key_Home);
        QCOMPARE(chart.chosenBin(), 0);
        QTest::keyClick(&chart, Qt::Key_End);
        QCOMPARE(chart.chosenBin(), 2);
        hover(chart, {2.0, 2.0});
        QCOMPARE(chart.chosenBin(), -1);
        QVERIFY(told.back().isEmpty());
    }
    void theFullestBarIsTheHighest()
    {
        render2d::RoiHistogram histogram;
        histogram.bins = {{0, 0, 10}, {1, 1, 5}, {2, 2, 0}};
        histogram.isOfLevels = true;
        histogram.count = 15;
        histogram.mean = 1.9; // its line crosses no bar that is looked at
        HistogramChart chart;
        chart.resize(400, 240);
        const QImage empty = chart.grab().toImage();
        chart.setHistogram(histogram);
        const QImage image = chart.grab().toImage();
        const double ratio = image.devicePixelRatio();
        const auto colourAt = [&](int bin, double up) { // share of the height, from the axis
            const QRectF bar = chart.barOf(bin);
            return image.pixel(int((bar.left() + bar.width() * 0.25) * ratio),
                               int((bar.bottom() - bar.height() * up) * ratio));
        };
        const QRgb filled = colourAt(0, 0.9), bare = empty.pixel(int(200 * ratio), int(100 * ratio));
        QVERIFY(filled != bare);
        QCOMPARE(colourAt(1, 0.4), filled);
        QCOMPARE(colourAt(1, 0.6), bare);
        QCOMPARE(colourAt(2, 0.1), bare);
    }
    void theWindowFollowsItsRegionAndGoesWithIt()
    {
        Room room;
        QVERIFY(room.isReady());
        room.addBox({20, 40}, {24, 44}); // in the left half: 16 pixels of one value
        const AnnotationId box(u"box"_s);
        QTRY_VERIFY(room.viewport->histogramOf(box).histogram);
        QPointer<HistogramWindow> window = new HistogramWindow(*room.viewport, room.bench.dispatcher, box, nullptr);
        window->show();
        QCOMPARE(window->chart().histogram().count, 16);
        QCOMPARE(window->chart().histogram().bins.size(), std::size_t(1));
        window->findChild<QPushButton *>(u"copyHistogram"_s)->click();
        QCOMPARE(QApplication::clipboard()->text(), render2d::histogramCsv(window->chart().histogram()));
        // Half of it over the other half.
        const auto &geometry = room.viewport->instance()->geometry;
        QVERIFY(room.bench.dispatcher.submit(
            session::SetHandles{box, {*geometry.toPatient({30, 40}), *geometry.toPatient({34, 44})}, {}}));
        QTRY_VERIFY(window->chart().histogram().bins.size() > 1);
        QCOMPARE(window->chart().histogram().bins.front().count, 8);
        QCOMPARE(window->chart().histogram().bins.back().count, 8);
        // Another image: the region is not on it.
        room.bench.showSlice(u"v1"_s, room.id, 2);
        QTRY_VERIFY(!window);
        takeBackCopies();
    }
    void overASlabItSaysOfWhatItIs()
    {
        Room room;
        QVERIFY(room.isReady());
        room.addBox({20, 40}, {24, 44});
        const ViewId v1(u"v1"_s);
        QVERIFY(room.bench.dispatcher.submit(
            session::SetSlab{v1, session::Slab{session::SlabMode::Mean, 9.0}})); // of 3 slices
        const AnnotationId box(u"box"_s);
        QTRY_VERIFY(room.viewport->shownInput().slab && room.viewport->shownInput().slab->values &&
                    room.viewport->histogramOf(box).histogram);
        HistogramWindow window(*room.viewport, room.bench.dispatcher, box, nullptr);
        window.setAttribute(Qt::WA_DeleteOnClose, false);
        const auto said = [&window] {
            QStringList lines;
            for (const QLabel *label : window.findChildren<QLabel *>())
                lines << label->text();
            return lines.join(u'\n');
        };
        QVERIFY2(said().contains(u"of this image alone, not of the slab"_s), qPrintable(said()));
        QVERIFY(room.bench.dispatcher.submit(session::SetSlab{v1, std::nullopt}));
        QTRY_VERIFY2(!said().contains(u"slab"_s), qPrintable(said()));
    }
    void aRegionThatIsTakenAwayClosesIt()
    {
        Room room;
        QVERIFY(room.isReady());
        room.addBox({20, 40}, {24, 44});
        const AnnotationId box(u"box"_s);
        QTRY_VERIFY(room.viewport->histogramOf(box).histogram);
        QPointer<HistogramWindow> window = new HistogramWindow(*room.viewport, room.bench.dispatcher, box, nullptr);
        window->show();
        QVERIFY(room.bench.dispatcher.submit(session::RemoveAnnotation{box}));
        QTRY_VERIFY(!window);
        QVERIFY(room.viewport->histogramOf(box).why == render2d::NoHistogram::NotHere);
    }
};

CONSILIUM_TEST(TestHistogram)
#include "TestHistogram.moc"
