#include "tests/support/TestMain.h"
#include "tests/unit/widgets/FakeImages.h"
#include "viewer/widgets/SeriesCardDelegate.h"
#include "viewer/widgets/SeriesModel.h"
#include "viewer/widgets/SeriesStrip.h"
#include "viewer/widgets/StudyInfoPanel.h"
#include "viewer/widgets/ViewportWidget.h"
#include "viewer/widgets/theme/Typography.h"

#include <QAction>
#include <QListView>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>
#include <QWindow>

using namespace consilium;
using namespace consilium::widgets;
using namespace Qt::StringLiterals;
using test::Bench;
using test::FakeImages;

class TestSeriesStrip : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void clickAndEnterShowInTheActiveView();
    void cardsSayWhatIsLoadedAndWhere();
    void nothingOnACardLiesOverAnother_data();
    void nothingOnACardLiesOverAnother();
    void retryAsksAgain();
    void thumbnailHasTheViewportsSides();
    void thumbnailsShowTheWholeImage_data();
    void thumbnailsShowTheWholeImage();
    void thumbnailsWaitForTheFirstImage();
    void followsTheActiveView();
    void namesWhoOfSeveralItIs();
    void partsCanBeToldApart_data();
    void partsCanBeToldApart();
    void oneBadImageDoesNotCloseTheSeries();
    void keysWalkTheCards();
    void stepsThroughTheSeries();
    void bandPanelAndCardSayOneCount();

private:
    static const SeriesModel *modelOf(const SeriesStrip &strip)
    {
        return static_cast<const SeriesModel *>(strip.findChild<QListView *>()->model());
    }
    static QPoint cardCentre(const SeriesStrip &strip, int row)
    {
        const auto *list = strip.findChild<QListView *>();
        return list->visualRect(list->model()->index(row, 0)).center();
    }
};

void TestSeriesStrip::clickAndEnterShowInTheActiveView()
{
    Bench bench;
    const auto a = bench.images.addSeries(u"1.2"_s, {}), b = bench.images.addSeries(u"1.2"_s, {});
    bench.show(u"v1"_s, u"1.2"_s, a);
    QVERIFY(bench.dispatcher.submit(session::SetLayout{1, 2, ViewId(u"v2"_s)}));
    SeriesStrip strip(bench.dispatcher, bench.images);
    strip.setStudy(StudyUid(u"1.2"_s));
    strip.resize(SeriesStrip::widthPx, 700);
    strip.show();
    auto *list = strip.findChild<QListView *>();
    QCOMPARE(list->model()->rowCount(), 2);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, cardCentre(strip, 1));
    QCOMPARE(bench.dispatcher.state().view(ViewId(u"v2"_s)).dataSet, b);
    QCOMPARE(bench.dispatcher.state().view(ViewId(u"v2"_s)).study, StudyUid(u"1.2"_s));
    QCOMPARE(bench.dispatcher.state().view(ViewId(u"v1"_s)).dataSet, a);
    // Showing what is shown already must not throw the reader back to the first image.
    bench.showSlice(u"v2"_s, b, 3);
    const auto hash = bench.dispatcher.state().hash();
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, cardCentre(strip, 1));
    QTest::mouseDClick(list->viewport(), Qt::LeftButton, {}, cardCentre(strip, 1));
    QCOMPARE(bench.dispatcher.state().hash(), hash);
    list->setCurrentIndex(list->model()->index(0, 0));
    QTest::keyClick(list, Qt::Key_Return);
    QCOMPARE(bench.dispatcher.state().view(ViewId(u"v2"_s)).dataSet, a);
    const std::unique_ptr<QMimeData> mime(list->model()->mimeData({list->model()->index(1, 0)}));
    QCOMPARE(QString::fromUtf8(mime->data(ViewportWidget::dataSetMimeType())), u"1.2\n"_s + b.text());
}

void TestSeriesStrip::cardsSayWhatIsLoadedAndWhere()
{
    using Kind = dicom::DataIssue::Kind;
    using Loading = SeriesCard::Loading;
    Bench bench;
    FakeImages::SeriesSpec spec;
    spec.ready = false;
    spec.slices = 8;
    spec.issues = {{Kind::UnevenSpacing, u"1.0"_s, -1, -1}};
    const auto id = bench.images.addSeries(u"1.2"_s, spec);
    const auto other = bench.images.addSeries(u"1.2"_s, {});
    QVERIFY(bench.dispatcher.submit(session::SetLayout{2, 2, ViewId(u"v3"_s)}));
    SeriesStrip strip(bench.dispatcher, bench.images);
    strip.setStudy(StudyUid(u"1.2"_s));
    const auto *model = modelOf(strip);
    QCOMPARE(model->card(0).loading, Loading::Queued);
    QCOMPARE(model->card(1).loading, Loading::Complete);
    QVERIFY(model->card(0).hasIssues && !model->card(1).hasIssues);
    QCOMPARE(model->card(0).count, u"8"_s);
    // Nobody has asked for the rest: it does not look half loaded.
    bench.images.setProgress(id, {8, 8, 3, 0, false});
    QCOMPARE(model->card(0).loading, Loading::Idle);
    bench.show(u"v3"_s, u"1.2"_s, id);
    bench.show(u"v1"_s, u"1.2"_s, other);
    QCOMPARE(model->card(0).cells, (std::vector<bool>{false, false, true, false}));
    QCOMPARE(model->card(1).cells, (std::vector<bool>{true, false, false, false}));
    QVERIFY(model->card(0).isActive && !model->card(1).isActive);
    bench.images.setProgress(id, {8, 8, 5, 0, false});
    QCOMPARE(model->card(0).loading, Loading::Partial);
    QCOMPARE(model->card(0).share, 0.625);
    // All decoded, yet not said to be complete (a stalled load): never shown as complete.
    bench.images.setProgress(id, {8, 8, 8, 0, false});
    QCOMPARE(model->card(0).loading, Loading::Partial);
    bench.images.setProgress(id, {8, 8, 8, 0, true});
    QCOMPARE(model->card(0).loading, Loading::Complete);
    bench.images.setProgress(id, {8, 8, 6, 2, false, true});
    QCOMPARE(model->card(0).loading, Loading::Incomplete);
}

void TestSeriesStrip::nothingOnACardLiesOverAnother_data()
{
    using Loading = SeriesCard::Loading;
    QTest::addColumn<QString>("modality");
    QTest::addColumn<QString>("count");
    QTest::addColumn<int>("loading");
    QTest::addColumn<bool>("hasIssues");
    QTest::addColumn<bool>("isModalityWhole");
    QTest::newRow("CT") << u"CT"_s << u"268"_s << int(Loading::Complete) << false << true;
    QTest::newRow("CT with an issue") << u"CT"_s << u"268"_s << int(Loading::Complete) << true << true;
    QTest::newRow("structure set") << u"RTSTRUCT"_s << u"10 outlines"_s << int(Loading::Complete) << true << false;
    QTest::newRow("many outlines") << u"RTSTRUCT"_s << u"1 000 outlines"_s << int(Loading::Complete) << true << false;
    QTest::newRow("half loaded") << u"XA"_s << u"24"_s << int(Loading::Partial) << true << true;
    QTest::newRow("failed") << u"RTSTRUCT"_s << u"24"_s << int(Loading::Failed) << true << false;
}

void TestSeriesStrip::nothingOnACardLiesOverAnother()
{
    QFETCH(QString, modality);
    QFETCH(QString, count);
    QFETCH(int, loading);
    QFETCH(bool, hasIssues);
    QFETCH(bool, isModalityWhole);
    SeriesCard card;
    card.modality = modality;
    card.count = count;
    card.loading = SeriesCard::Loading(loading);
    card.hasIssues = hasIssues;
    const QFontMetrics font(fontFor(TextRole::Meta));
    const QRect line(8, 100, SeriesCardDelegate::pictureSize().width() - 16, 17);
    const auto meta = SeriesCardDelegate::metaLine(line, font, card);
    QCOMPARE(meta.modality == modality, isModalityWhole);
    QVERIFY(font.horizontalAdvance(meta.end) <= meta.endRect.width()); // a count is never cut
    std::vector<QRect> places;                                         // from left to right
    for (const QRect &place : {meta.modalityRect, meta.issueRect, meta.signRect, meta.endRect})
        if (!place.isEmpty())
            places.push_back(place);
    for (std::size_t i = 1; i < places.size(); ++i)
        QVERIFY2(places[i - 1].right() < places[i].left(), qPrintable(meta.modality + u' ' + meta.end));
}

void TestSeriesStrip::retryAsksAgain()
{
    Bench bench;
    FakeImages::SeriesSpec spec;
    spec.ready = false;
    const auto id = bench.images.addSeries(u"1.2"_s, spec);
    bench.images.failDataSet(id, ErrorCode::ServerError);
    SeriesStrip strip(bench.dispatcher, bench.images);
    strip.setStudy(StudyUid(u"1.2"_s));
    strip.resize(SeriesStrip::widthPx, 500);
    strip.show();
    QCOMPARE(modelOf(strip)->card(0).loading, SeriesCard::Loading::Failed);
    QCOMPARE(modelOf(strip)->card(0).problem, userMessage(Error{ErrorCode::ServerError, {}}));
    auto *list = strip.findChild<QListView *>();
    const QRect item = list->visualRect(list->model()->index(0, 0));
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, QPoint(item.right() - 25, item.bottom() - 20));
    QCOMPARE(bench.images.retried, std::vector<DataSetId>{id});
    QVERIFY(modelOf(strip)->card(0).loading != SeriesCard::Loading::Failed);

    // What no second try can help offers none.
    bench.images.failDataSet(id, ErrorCode::UnsupportedImage);
    QVERIFY(!modelOf(strip)->card(0).canRetry);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, QPoint(item.right() - 25, item.bottom() - 20));
    QCOMPARE(bench.images.retried.size(), 1u);
}

void TestSeriesStrip::thumbnailHasTheViewportsSides()
{
    Bench bench;
    const auto id = bench.images.addSeries(u"1.2"_s, {});
    // Row direction to the right of the patient: such an image is stored mirrored, and the viewport shows it as stored.
    SeriesStrip strip(bench.dispatcher, bench.images);
    strip.setStudy(StudyUid(u"1.2"_s));
    bench.images.setPixels(id, 2, [](int r, int c) -> std::uint16_t {
        return r > 24 && r < 40 && c > 10 && c < 20 ? 255 : 20; // a marker left of the middle
    });
    QVERIFY(QTest::qWaitFor([&] { return !strip.thumbnail(id).isNull(); }));
    const QImage thumbnail = strip.thumbnail(id).convertToFormat(QImage::Format_Grayscale8);
    const auto mean = [&](int from, int to) {
        double sum = 0;
        for (int y = 0; y < thumbnail.height(); ++y) {
            for (int x = from; x < to; ++x)
                sum += thumbnail.pixelColor(x, y).red();
        }
        return sum / (thumbnail.height() * (to - from));
    };
    const double left = mean(0, thumbnail.width() / 2), right = mean(thumbnail.width() / 2, thumbnail.width());
    QVERIFY2(left > right + 5.0, qPrintable(u"%1 %2"_s.arg(left).arg(right)));
    bench.show(u"v1"_s, u"1.2"_s, id);
    ViewportWidget viewport(ViewId(u"v1"_s), bench.dispatcher, bench.images, bench.bindings);
    bench.showSlice(u"v1"_s, id, 2);
    QVERIFY(viewport.transform()->toScreen({15, 32}).x < viewport.transform()->toScreen({48, 32}).x); // left there too
}

void TestSeriesStrip::thumbnailsShowTheWholeImage_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("columns");
    QTest::addColumn<double>("betweenRowsMm"); // 0: no spacing is known
    QTest::addColumn<double>("betweenColumnsMm");
    QTest::addColumn<double>("aspect"); // height of a pixel by its width, where no spacing is known
    QTest::addColumn<double>("widthByHeight");
    QTest::newRow("tall") << 160 << 40 << 2.0 << 2.0 << 0.0 << 0.25;
    QTest::newRow("wide") << 40 << 160 << 2.0 << 2.0 << 0.0 << 4.0;
    QTest::newRow("square") << 64 << 64 << 2.0 << 2.0 << 0.0 << 1.0;
    QTest::newRow("wide pixels") << 64 << 64 << 1.0 << 3.0 << 0.0 << 3.0;
    QTest::newRow("tall pixels") << 64 << 64 << 3.0 << 1.0 << 0.0 << 1.0 / 3.0;
    QTest::newRow("only a ratio") << 64 << 64 << 0.0 << 0.0 << 2.0 << 0.5;
}

/// Nothing of it is cut off, nothing is stretched.
void TestSeriesStrip::thumbnailsShowTheWholeImage()
{
    QFETCH(int, rows);
    QFETCH(int, columns);
    QFETCH(double, betweenRowsMm);
    QFETCH(double, betweenColumnsMm);
    QFETCH(double, aspect);
    QFETCH(double, widthByHeight);
    Bench bench;
    FakeImages::SeriesSpec spec;
    spec.ready = false;
    const auto id = bench.images.addSeries(u"1.2"_s, spec);
    bench.images.setInstance(id, 2, [&](dicom::Instance &instance) {
        instance.pixels.rows = instance.geometry.rows = rows;
        instance.pixels.columns = instance.geometry.columns = columns;
        instance.geometry.spacing = {};
        if (betweenRowsMm > 0.0)
            instance.geometry.spacing = {betweenRowsMm, betweenColumnsMm, dicom::SpacingBasis::PatientPlane};
        instance.geometry.aspectRowsToColumns = aspect;
    });
    SeriesStrip strip(bench.dispatcher, bench.images);
    strip.setStudy(StudyUid(u"1.2"_s));
    bench.images.setPixels(id, 2, [&](int r, int c) -> std::uint16_t { // a bright edge all round
        return r < rows / 10 || r >= rows - rows / 10 || c < columns / 10 || c >= columns - columns / 10 ? 250 : 100;
    });
    QVERIFY(QTest::qWaitFor([&] { return !strip.thumbnail(id).isNull(); }));
    const QImage picture = strip.thumbnail(id).convertToFormat(QImage::Format_Grayscale8);
    const auto grey = [&](int x, int y) { return picture.pixelColor(x, y).red(); };
    QRect body; // what is not the black round it
    for (int y = 0; y < picture.height(); ++y)
        for (int x = 0; x < picture.width(); ++x)
            if (grey(x, y) > 50)
                body |= QRect(x, y, 1, 1);
    // As large as it can be, in the middle, in its proportions.
    QVERIFY(body.width() >= picture.width() - 2 || body.height() >= picture.height() - 2);
    QVERIFY(std::abs(body.left() - (picture.width() - 1 - body.right())) <= 2);
    QVERIFY(std::abs(body.top() - (picture.height() - 1 - body.bottom())) <= 2);
    const double wanted = widthByHeight * body.height();
    QVERIFY2(std::abs(body.width() - wanted) <= 2.0 * std::max(1.0, widthByHeight),
             qPrintable(u"%1 x %2"_s.arg(body.width()).arg(body.height())));
    // All four edges are there.
    const QPoint centre = body.center();
    QVERIFY(grey(centre.x(), centre.y()) < 150);
    for (const QPoint edge : {QPoint(centre.x(), body.top() + 1), QPoint(centre.x(), body.bottom() - 1),
                              QPoint(body.left() + 1, centre.y()), QPoint(body.right() - 1, centre.y())})
        QVERIFY2(grey(edge.x(), edge.y()) > 180, qPrintable(u"%1, %2"_s.arg(edge.x()).arg(edge.y())));
}

void TestSeriesStrip::thumbnailsWaitForTheFirstImage()
{
    Bench bench;
    FakeImages::SeriesSpec spec;
    spec.ready = false;
    const auto a = bench.images.addSeries(u"1.2"_s, spec), b = bench.images.addSeries(u"1.2"_s, spec),
               c = bench.images.addSeries(u"1.2"_s, spec);
    SeriesStrip strip(bench.dispatcher, bench.images);
    strip.setStudy(StudyUid(u"1.2"_s));
    QTest::qWait(30);
    QVERIFY(bench.images.wants.empty());
    QVERIFY(!strip.isIdle());                       // they are to come
    bench.images.makeReady(bench.images.key(a, 0)); // the image that is being read
    QVERIFY(QTest::qWaitFor([&] { return bench.images.wants.size() == 1; }));
    QCOMPARE(bench.images.wants.begin()->second.dataSet, a); // one at a time, and the middle image
    QCOMPARE(bench.images.wants.begin()->second.index, 2);
    bench.images.failFrame(bench.images.key(a, 2), ErrorCode::PixelsDamaged);
    QVERIFY(QTest::qWaitFor(
        [&] { return bench.images.wants.size() == 1 && bench.images.wants.begin()->second.dataSet == b; }));
    bench.images.makeReady(bench.images.key(b, 2));
    QVERIFY(QTest::qWaitFor([&] { return !strip.thumbnail(b).isNull(); }));
    QVERIFY(QTest::qWaitFor(
        [&] { return bench.images.wants.size() == 1 && bench.images.wants.begin()->second.dataSet == c; }));
    bench.images.makeReady(bench.images.key(c, 2));
    QVERIFY(QTest::qWaitFor([&] { return bench.images.wants.empty(); })); // and then lets go
    QVERIFY(QTest::qWaitFor([&] { return strip.isIdle(); }));             // though one has none
    QVERIFY(strip.thumbnail(a).isNull());
}

void TestSeriesStrip::followsTheActiveView()
{
    Bench bench;
    const auto a = bench.images.addSeries(u"1.2"_s, {});
    FakeImages::SeriesSpec other;
    other.patientName = u"TEST^BRAVO"_s;
    const auto b = bench.images.addSeries(u"1.3"_s, other);
    SeriesStrip strip(bench.dispatcher, bench.images);
    QVERIFY(strip.study().isEmpty());
    bench.show(u"v1"_s, u"1.2"_s, a);
    QCOMPARE(strip.study(), StudyUid(u"1.2"_s));
    QVERIFY(bench.dispatcher.submit(session::SetLayout{1, 2, ViewId(u"v2"_s)}));
    QCOMPARE(strip.study(), StudyUid(u"1.2"_s)); // an empty cell is to be filled from the same list
    bench.show(u"v2"_s, u"1.3"_s, b);
    QCOMPARE(strip.study(), StudyUid(u"1.3"_s));
    QCOMPARE(modelOf(strip)->card(0).id, b);
}

/// Several patients came with one study: no card without its own patient's name.
void TestSeriesStrip::namesWhoOfSeveralItIs()
{
    Bench bench;
    FakeImages::SeriesSpec spec;
    const auto a = bench.images.addSeries(u"1.2"_s, spec);
    spec.issues = {{dicom::DataIssue::Kind::MixedPatients, u"2"_s, -1, -1, 2, 0.0, 1.0}};
    spec.patientName = u"TEST^BRAVO"_s;
    const auto b = bench.images.addSeries(u"1.2"_s, spec);
    SeriesStrip strip(bench.dispatcher, bench.images);
    strip.setStudy(StudyUid(u"1.2"_s));
    const auto *model = modelOf(strip);
    const QString title = model->card(model->rowOf(b)).title;
    QVERIFY2(title.startsWith(u"TEST"_s) && title.contains(u"BRAVO · "_s), qPrintable(title));
    QVERIFY(model->card(model->rowOf(b)).grade == render2d::Grade::Danger);
    QVERIFY(!model->card(model->rowOf(a)).title.contains(u"TEST"_s)); // usually it is on top of all
}

void TestSeriesStrip::partsCanBeToldApart_data()
{
    QTest::addColumn<QString>("description");
    QTest::addColumn<QString>("part"); // %1: what differs
    QTest::addColumn<bool>("isMixed"); // images of several patients: the name comes first
    const QString name = u"ART/CHEST/ABD/PEL multiphase position phases"_s;
    QTest::newRow("phases") << name << u"phase %1"_s << false;
    QTest::newRow("acquisitions") << name << u"acquisition %1"_s << false;
    QTest::newRow("long words") << name << u"temporal position of many %1"_s << false;
    QTest::newRow("two numbers, the first differs") << name << u"acquisition %1, temporal position 4"_s << false;
    QTest::newRow("two numbers, the second differs") << name << u"acquisition 12, temporal position %1"_s << false;
    QTest::newRow("in Chinese") << u"胸腹盆增强动脉期薄层重建图像序列"_s << u"采集 %1"_s << false;
    QTest::newRow("of several patients") << name << u"acquisition %1"_s << true;
    QTest::newRow("short") << u"Neck"_s << u"echo %1"_s << false;
}

/// The card is too narrow for it all: what tells the parts of a series apart is read on each, the rest in its tip.
void TestSeriesStrip::partsCanBeToldApart()
{
    QFETCH(QString, description);
    QFETCH(QString, part);
    QFETCH(bool, isMixed);
    Bench bench;
    std::vector<DataSetId> ids;
    for (int i = 1; i <= 3; ++i) {
        FakeImages::SeriesSpec spec;
        spec.description = description;
        spec.part = part.arg(i);
        if (isMixed)
            spec.issues = {{dicom::DataIssue::Kind::MixedPatients, u"2"_s, -1, -1, 2, 0.0, 1.0}};
        ids.push_back(bench.images.addSeries(u"1.2"_s, spec));
    }
    SeriesStrip strip(bench.dispatcher, bench.images);
    strip.setStudy(StudyUid(u"1.2"_s));
    const auto *model = modelOf(strip);
    const QFontMetrics font(fontFor(TextRole::Body));
    const int room = SeriesCardDelegate::pictureSize().width() - 16;
    QSet<QString> lines;
    for (int i = 1; i <= 3; ++i) {
        const SeriesCard &card = model->card(model->rowOf(ids[std::size_t(i) - 1]));
        const QString line = SeriesCardDelegate::titleLine(font, card, room);
        QVERIFY2(line.contains(QString::number(i)), qPrintable(line));
        QVERIFY2(font.horizontalAdvance(line) <= room, qPrintable(line));
        QVERIFY(!isMixed || line.startsWith(u"TE"_s)); // whose it is comes before all
        lines.insert(line);
        const QString tip =
            model->data(model->index(model->rowOf(card.id)), Qt::ToolTipRole).toString(); // names it whole
        QVERIFY2(tip.contains(part.arg(i)) && tip.contains(description), qPrintable(tip));
    }
    QCOMPARE(lines.size(), 3);
}

void TestSeriesStrip::oneBadImageDoesNotCloseTheSeries()
{
    using Loading = SeriesCard::Loading;
    Bench bench;
    FakeImages::SeriesSpec spec;
    spec.ready = false;
    const auto id = bench.images.addSeries(u"1.2"_s, spec);
    SeriesStrip strip(bench.dispatcher, bench.images);
    strip.setStudy(StudyUid(u"1.2"_s));
    strip.resize(SeriesStrip::widthPx, 500);
    strip.show();
    const auto *model = modelOf(strip);
    bench.images.failFrame(bench.images.key(id, 2), ErrorCode::PixelsDamaged); // the thumbnail's
    bench.images.setProgress(id, {5, 5, 0, 1, false});
    QVERIFY(model->card(0).loading != Loading::Failed);
    bench.images.setProgress(id, {5, 5, 0, 4, false});
    QVERIFY(model->card(0).loading != Loading::Failed);
    bench.images.setProgress(id, {5, 5, 0, 5, false, true});
    QCOMPARE(model->card(0).loading, Loading::Failed);
    bench.images.setProgress(id, {7, 5, 0, 5, false, true}); // the other two were refused
    QCOMPARE(model->card(0).loading, Loading::Failed);
    bench.images.setProgress(id, {5, 5, 5, 0, true, true, true, 5}); // each is shown, and none is whole
    QVERIFY(model->card(0).hasIssues && model->card(0).grade == render2d::Grade::Caution);
    QVERIFY2(model->card(0).problem.contains(u"5"_s), qPrintable(model->card(0).problem));
    bench.images.setProgress(id, {7, 5, 0, 5, false, true});
    // Even that one opens: the view then says why there is no image.
    auto *list = strip.findChild<QListView *>();
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, cardCentre(strip, 0));
    QCOMPARE(bench.dispatcher.state().view(ViewId(u"v1"_s)).dataSet, id);
}

void TestSeriesStrip::keysWalkTheCards()
{
    Bench bench;
    const auto a = bench.images.addSeries(u"1.2"_s, {});
    bench.images.addSeries(u"1.2"_s, {});
    const auto c = bench.images.addSeries(u"1.2"_s, {});
    bench.show(u"v1"_s, u"1.2"_s, a);
    QWidget window;
    int stolen = 0;
    for (const auto key : {Qt::Key_Down, Qt::Key_Up, Qt::Key_Home, Qt::Key_End, Qt::Key_PageDown, Qt::Key_PageUp}) {
        auto *action = new QAction(&window);
        action->setShortcut(key);
        connect(action, &QAction::triggered, this, [&stolen] { ++stolen; });
        window.addAction(action);
    }
    auto *strip = new SeriesStrip(bench.dispatcher, bench.images, &window);
    strip->setStudy(StudyUid(u"1.2"_s));
    strip->resize(SeriesStrip::widthPx, 500);
    window.resize(400, 500);
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    auto *list = strip->findChild<QListView *>();
    list->setFocus(Qt::TabFocusReason);
    list->setCurrentIndex(list->model()->index(0, 0));
    QTest::keyClick(window.windowHandle(), Qt::Key_Down);
    QCOMPARE(list->currentIndex().row(), 1);
    QTest::keyClick(window.windowHandle(), Qt::Key_End);
    QCOMPARE(list->currentIndex().row(), 2);
    QTest::keyClick(window.windowHandle(), Qt::Key_Home);
    QCOMPARE(list->currentIndex().row(), 0);
    QTest::keyClick(window.windowHandle(), Qt::Key_End);
    QTest::keyClick(window.windowHandle(), Qt::Key_Return);
    QCOMPARE(bench.dispatcher.state().view(ViewId(u"v1"_s)).dataSet, c);
    QCOMPARE(stolen, 0);
    // A click on a card leaves the keyboard with the images.
    list->clearFocus();
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, cardCentre(*strip, 0));
    QVERIFY(!list->hasFocus());
    QTest::keyClick(window.windowHandle(), Qt::Key_Down);
    QCOMPARE(stolen, 1);
}

void TestSeriesStrip::stepsThroughTheSeries()
{
    Bench bench;
    const auto a = bench.images.addSeries(u"1.2"_s, {}), b = bench.images.addSeries(u"1.2"_s, {});
    SeriesStrip strip(bench.dispatcher, bench.images);
    strip.setStudy(StudyUid(u"1.2"_s));
    const auto shown = [&] { return bench.dispatcher.state().view(ViewId(u"v1"_s)).dataSet; };
    QVERIFY(strip.step(1)); // an empty view: the first
    QCOMPARE(shown(), a);
    QVERIFY(strip.step(1));
    QCOMPARE(shown(), b);
    QVERIFY(!strip.step(1));
    QCOMPARE(shown(), b);
    QVERIFY(strip.step(-1));
    QCOMPARE(shown(), a);
    QVERIFY(!strip.step(-1));
}

namespace
{

/// The archive counts 12 objects, two of which are no images: `Progress::expected` leaves them out, the header cannot.
class CountedWithOthers final : public FakeImages
{
public:
    dicom::DataSetPtr dataSet(const DataSetId &id) const override { return announced(FakeImages::dataSet(id)); }
    std::vector<dicom::DataSetPtr> dataSets(const StudyUid &uid) const override
    {
        std::vector<dicom::DataSetPtr> all = FakeImages::dataSets(uid);
        for (dicom::DataSetPtr &one : all)
            one = announced(one);
        return all;
    }

private:
    static dicom::DataSetPtr announced(const dicom::DataSetPtr &one)
    {
        if (!one)
            return one;
        auto copy = std::make_shared<dicom::DataSet>(*one);
        copy->header.instanceCount = 12;
        return copy;
    }
};

} // namespace

/// While a series loads and when it ends short: band, panel and card speak of the same images, in the same words.
void TestSeriesStrip::bandPanelAndCardSayOneCount()
{
    SystemClock clock;
    session::ActionDispatcher dispatcher{clock};
    CountedWithOthers images;
    tools::Bindings bindings = Bench::defaultBindings();
    FakeImages::SeriesSpec spec;
    spec.slices = 8; // of ten: the others are not described yet
    const auto id = images.addSeries(u"1.2"_s, spec);
    images.setProgress(id, {10, 8, 3, 0, false});
    session::ShowSeries show;
    show.view = ViewId(u"v1"_s);
    show.study = StudyUid(u"1.2"_s);
    show.dataSet = id;
    QVERIFY(dispatcher.submit(show, session::Origin::Local));
    ViewportWidget viewport(ViewId(u"v1"_s), dispatcher, images, bindings);
    viewport.resize(500, 420);
    viewport.show();
    StudyInfoPanel panel(dispatcher, images, bindings);
    SeriesStrip strip(dispatcher, images);
    strip.setStudy(StudyUid(u"1.2"_s));
    const auto *model = modelOf(strip);
    struct Stage {
        pixels::StudyImages::Progress progress;
        QString words;
    };
    const Stage stages[] = {{{10, 8, 3, 0, false}, u"3 of 10 images"_s},
                            {{10, 8, 8, 0, false}, u"8 of 10 images"_s},
                            {{10, 8, 8, 0, false, true}, u"8 of 10 images"_s},
                            {{8, 8, 6, 2, false, true}, u"6 of 8 images"_s}};
    for (const auto &[progress, words] : stages) {
        images.setProgress(id, progress);
        const auto bands = viewport.bands();
        QCOMPARE(bands.size(), std::size_t(1));
        QVERIFY2(render2d::bandSentence(bands[0]).contains(words), qPrintable(render2d::bandSentence(bands[0])));
        QVERIFY2(panel.lines().contains(u"Images: "_s + words), qPrintable(panel.lines().join(u'\n')));
        QVERIFY(panel.problems().join(u'\n').contains(words));
        QCOMPARE(model->card(0).count, QString::number(progress.expected));
        QCOMPARE(model->card(0).share, double(progress.decoded) / progress.expected);
        QVERIFY(model->data(model->index(0), Qt::ToolTipRole).toString().contains(words));
        QVERIFY(model->data(model->index(0), Qt::AccessibleTextRole).toString().contains(words));
    }
    // A folder that is still read: all that was found is there, and nobody knows of how many.
    images.setProgress(id, {-1, 8, 8, 0, false});
    QCOMPARE(model->card(0).count, u"8"_s);
    const QFontMetrics font(fontFor(TextRole::Meta));
    const QRect line(8, 100, SeriesCardDelegate::pictureSize().width() - 16, 17);
    QCOMPARE(SeriesCardDelegate::metaLine(line, font, model->card(0)).end, u"8+"_s);
    images.setProgress(id, {8, 8, 8, 0, true, true});
    QVERIFY(viewport.bands().empty());
    QVERIFY(panel.lines().contains(u"Images: 8"_s));
    QCOMPARE(model->card(0).count, u"8"_s);
    QVERIFY(!model->data(model->index(0), Qt::ToolTipRole).toString().contains(u" of "_s));
}

CONSILIUM_TEST(TestSeriesStrip)
#include "TestSeriesStrip.moc"
