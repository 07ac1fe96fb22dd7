#include "tests/support/TestMain.h"
#include "tests/unit/widgets/FakeImages.h"
#include "viewer/widgets/LayoutGrid.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

using namespace consilium;
using namespace consilium::widgets;
using namespace Qt::StringLiterals;
using test::Bench;
using test::FakeImages;

/// Row 13 of the clinical rules: whatever the order of asking, arriving, evicting, failing and sorting anew, the pixels
/// on the screen are those of the patient, series and slice that the labels name, or there are none.
class TestIdentity : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void randomOrders_data();
    void randomOrders();
};

namespace
{

struct Series {
    QString study, patient;
    DataSetId id;
};

/// Greys of the two halves of the image on the grabbed picture of the window; -1 where there is no image.
struct Seen {
    int series = -1, slice = -1;
};

Seen see(const ViewportWidget &viewport, const QImage &picture, QPoint origin)
{
    const auto transform = viewport.transform();
    if (!transform)
        return {};
    const auto at = [&](double column, double row) {
        const ScreenPoint p = transform->toScreen({column, row});
        const QPointF place =
            (QPointF(p.x, p.y) + viewport.imageArea().topLeft() + origin) * picture.devicePixelRatio();
        return qGray(picture.pixel(int(place.x()), int(place.y())));
    };
    return {at(14, 44), at(50, 44)}; // away from text in the middle and from the borders
}

} // namespace

void TestIdentity::randomOrders_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 8; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void TestIdentity::randomOrders()
{
    QFETCH(quint32, seed);
    QRandomGenerator random(seed);
    Bench bench;
    std::vector<Series> all;
    const std::pair<QString, QString> people[] = {
        {u"1.2"_s, u"ALPHA"_s}, {u"1.3"_s, u"BRAVO"_s}, {u"1.4"_s, u"CHARLIE"_s}};
    for (const auto &[study, person] : people) {
        for (int n = 0; n < 2; ++n) {
            FakeImages::SeriesSpec spec;
            spec.patientName = u"TEST^"_s + person;
            spec.patientId = u"ID-"_s + person;
            spec.slices = 6;
            spec.ready = false;
            spec.description = u"Series %1"_s.arg(n);
            all.push_back({study, person, bench.images.addSeries(study, spec)});
        }
    }
    LayoutGrid grid(bench.dispatcher, bench.images, bench.bindings);
    grid.resize(662, 602);
    grid.show();
    QVERIFY(bench.dispatcher.submit(session::SetLayout{2, 2, {}}));

    int images = 0, blacks = 0;
    for (int step = 0; step < 300; ++step) {
        const Series &series = all[random.bounded(quint32(all.size()))];
        const int index = int(random.bounded(6u));
        const QString view = u"v%1"_s.arg(random.bounded(4) + 1);
        switch (random.bounded(8)) {
        case 0:
            // Now and then the wrong study beside the series, as after a collision of identifiers.
            bench.show(view, random.bounded(6) == 0 ? people[random.bounded(3)].first : series.study, series.id);
            break;
        case 1:
        case 2: {
            const auto &shown = bench.dispatcher.state().view(ViewId(view)).dataSet;
            if (!shown.isEmpty())
                bench.showSlice(view, shown, index);
            break;
        }
        case 3:
        case 4:
            bench.images.makeReady(bench.images.key(series.id, index));
            break;
        case 5:
            bench.images.evict(bench.images.key(series.id, index)); // silent, as a cache does it
            break;
        case 6:
            bench.images.failFrame(bench.images.key(series.id, index), ErrorCode::ConnectionLost);
            break;
        case 7:
            if (random.bounded(4) == 0)
                bench.images.reverseStack(series.id);
            else
                QTest::qWait(0);
            break;
        }
        if (random.bounded(3) != 0)
            continue;
        const QImage picture = grid.grab().toImage();
        for (const ViewportWidget *viewport : grid.shownViewports()) {
            const auto text = viewport->overlayText();
            const Seen seen = see(*viewport, picture, viewport->pos());
            const QString where = u"step %1, %2"_s.arg(step).arg(viewport->view().text());
            if (!viewport->isDrawn()) {
                // Nothing, or black: never somebody's pixels.
                QVERIFY2(seen.series <= 0 && seen.slice <= 0, qPrintable(where));
                ++blacks;
                continue;
            }
            const auto match = QRegularExpression(u"^Slice (\\d+) / 6"_s).match(text.bottomLeft.last());
            QVERIFY2(match.hasMatch(), qPrintable(where));
            const auto &shown = bench.dispatcher.state().view(viewport->view()).dataSet;
            const auto labelled = bench.images.dataSet(shown)->slices[std::size_t(match.captured(1).toInt() - 1)];
            QCOMPARE(seen.slice, FakeImages::sliceGrey(labelled->sop));
            QCOMPARE(seen.series, bench.images.seriesGrey(shown));
            const auto owner = std::find_if(all.begin(), all.end(), [&](const Series &s) { return s.id == shown; });
            QVERIFY2(text.topLeft.first().contains(owner->patient), qPrintable(where));
            ++images;
        }
    }
    QVERIFY(images > 20 && blacks > 20); // both happened, so both were tested
}

CONSILIUM_TEST(TestIdentity)
#include "TestIdentity.moc"
