#include "tests/support/TestMain.h"
#include "tests/unit/widgets/FakeImages.h"
#include "viewer/widgets/Cine.h"
#include "viewer/widgets/LayoutGrid.h"
#include "viewer/widgets/LayoutPicker.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

#include <array>

using namespace consilium;
using namespace consilium::widgets;
using namespace Qt::StringLiterals;
using test::Bench;
using test::FakeImages;

namespace
{

struct Playing {
    Bench bench;
    DataSetId id;
    std::unique_ptr<LayoutGrid> grid;
    std::unique_ptr<Cine> cine;

    explicit Playing(double frameMs, bool ready = true)
    {
        FakeImages::SeriesSpec spec;
        spec.slices = 4;
        spec.ready = ready;
        id = bench.images.addSeries(u"1.2"_s, spec);
        for (int i = 0; i < 4; ++i)
            bench.images.setInstance(id, i, [frameMs](dicom::Instance &image) { image.frameTimeMs = frameMs; });
        grid = std::make_unique<LayoutGrid>(bench.dispatcher, bench.images, bench.bindings);
        cine = std::make_unique<Cine>(bench.dispatcher);
        grid->resize(300, 300);
        grid->show();
        bench.show(u"v1"_s, u"1.2"_s, id);
    }
    ViewportWidget &viewport() { return *grid->activeViewport(); }
};

} // namespace

class TestCine : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /// Every image in its order, round and round; one step of undo takes the whole play back.
    void playsInALoop()
    {
        Playing playing(20.0);
        QTRY_VERIFY(playing.viewport().isDrawn());
        std::vector<int> seen{playing.viewport().sliceIndex()};
        connect(&playing.bench.dispatcher, &session::ActionDispatcher::applied, &playing.viewport(),
                [&] { seen.push_back(playing.viewport().sliceIndex()); });
        playing.cine->start(playing.viewport());
        QCOMPARE(playing.cine->imagesPerSecond(), 50.0);
        QTRY_VERIFY(seen.size() >= 10);
        playing.cine->stop();
        for (std::size_t i = 1; i < seen.size(); ++i)
            QCOMPARE(seen[i], (seen[i - 1] + 1) % 4);
        const auto actor = playing.bench.dispatcher.localActor();
        QVERIFY(playing.bench.dispatcher.undo(actor));
        QCOMPARE(playing.viewport().sliceIndex(), seen.front());
    }

    /// What is not there yet is waited for, not skipped.
    void waitsForWhatIsNotThere()
    {
        Playing playing(10.0, false);
        for (const int i : {0, 1, 3})
            playing.bench.images.makeReady(playing.bench.images.key(playing.id, i));
        QTRY_VERIFY(playing.viewport().isDrawn());
        playing.cine->start(playing.viewport());
        QTRY_COMPARE(playing.viewport().sliceIndex(), 2);
        QTest::qWait(150);
        QVERIFY(playing.cine->isPlaying());
        QCOMPARE(playing.viewport().sliceIndex(), 2);
        QCOMPARE(playing.viewport().absence(), u"Loading"_s);
        std::vector<int> seen; // a slow machine looks too late at one that is shown for 100 ms
        connect(&playing.bench.dispatcher, &session::ActionDispatcher::applied, &playing.viewport(),
                [&] { seen.push_back(playing.viewport().sliceIndex()); });
        playing.bench.images.makeReady(playing.bench.images.key(playing.id, 2));
        QTRY_VERIFY(!seen.empty());
        QCOMPARE(seen.front(), 3);
    }

    void stopsWhenTheReaderTakesOver()
    {
        Playing playing(10.0);
        QTRY_VERIFY(playing.viewport().isDrawn());
        QSignalSpy told(playing.cine.get(), &Cine::playingChanged);
        playing.cine->start(playing.viewport());
        QSignalSpy steps(&playing.bench.dispatcher, &session::ActionDispatcher::applied);
        QTRY_VERIFY(steps.size() > 2);
        playing.viewport().runCommand(playing.viewport().sliceIndex() == 0 ? u"last-slice"_s : u"first-slice"_s);
        QVERIFY(!playing.cine->isPlaying());
        QCOMPARE(told.size(), 2);
        // Changing the picture does not stop it.
        playing.cine->start(playing.viewport());
        playing.viewport().runCommand(u"invert"_s);
        QVERIFY(playing.cine->isPlaying());
        playing.grid->hide();
        QTRY_VERIFY(!playing.cine->isPlaying());
    }

    void speed()
    {
        Playing playing(50.0);
        playing.cine->start(playing.viewport());
        playing.cine->changeSpeed(2.0);
        QCOMPARE(playing.cine->imagesPerSecond(), 40.0);
        playing.cine->changeSpeed(1000.0);
        QCOMPARE(playing.cine->imagesPerSecond(), 160.0);
    }

    void theSpeedIsSaidOverTheImage_data()
    {
        QTest::addColumn<QList<double>>("timesMs"); // of each frame; 0: not in the file
        QTest::addColumn<bool>("isFaulty");
        QTest::addColumn<double>("factor");
        QTest::addColumn<QString>("expected");
        const QList<double> none{0, 0, 0, 0}, even{40, 40, 40, 40};
        QTest::newRow("not in the file") << none << false << 1.0 << u"10 frames/s · not in the file"_s;
        QTest::newRow("in the file") << even << false << 1.0 << u"25 frames/s · as the file says"_s;
        QTest::newRow("each its own time")
            << QList<double>{20, 40, 20, 120} << false << 1.0 << u"20 frames/s · as the file says"_s;
        QTest::newRow("by hand") << even << false << 2.0 << u"50 frames/s · changed by hand"_s;
        QTest::newRow("slower by hand") << none << false << 0.8 << u"8 frames/s · changed by hand"_s;
        QTest::newRow("cannot be used") << none << true << 1.0 << u"10 frames/s · the file's times cannot be used"_s;
    }

    void theSpeedIsSaidOverTheImage()
    {
        QFETCH(QList<double>, timesMs);
        QFETCH(bool, isFaulty);
        QFETCH(double, factor);
        QFETCH(QString, expected);
        Playing playing(40.0);
        for (int i = 0; i < 4; ++i)
            playing.bench.images.setInstance(playing.id, i, [&](dicom::Instance &image) {
                image.frameTimeMs = timesMs[i] > 0.0 ? std::optional(timesMs[i]) : std::nullopt;
                if (isFaulty)
                    image.issues.push_back({dicom::DataIssue::Kind::FrameTimes, u"Frame Time of 0 ms"_s});
            });
        const auto said = [&] { return playing.viewport().overlayText().play; };
        QCOMPARE(said(), QString()); // an image that stands has no speed
        playing.cine->start(playing.viewport());
        playing.cine->changeSpeed(factor);
        QCOMPARE(said(), expected);
        playing.viewport().setOverlayVisible(false);
        QCOMPARE(said(), QString());
        playing.viewport().setOverlayVisible(true);
        QCOMPARE(said(), expected);
        if (factor != 1.0) {
            playing.cine->changeSpeed(1.0 / factor);
            QVERIFY(!said().contains(u"by hand"_s));
        }
        playing.cine->stop();
        QCOMPARE(said(), QString());
        QCOMPARE(playing.cine->speedText(playing.viewport()).isEmpty(), false); // for who asks before it is played
    }

    /// Frame Time Vector (0018,1065): each frame is shown for its own time, not for that of the first.
    void everyFrameHasItsOwnTime()
    {
        const std::array<double, 4> shownMs{40.0, 200.0, 90.0, 300.0};
        Playing playing(20.0);
        for (int i = 0; i < 4; ++i)
            playing.bench.images.setInstance(
                playing.id, i, [&](dicom::Instance &image) { image.frameTimeMs = shownMs[std::size_t(i)]; });
        QTRY_VERIFY(playing.viewport().isDrawn());
        std::array<double, 4> shortest;
        shortest.fill(1e9);
        std::vector<double> aimedAt;
        QElapsedTimer since;
        int steps = 0;
        connect(&playing.bench.dispatcher, &session::ActionDispatcher::applied, &playing.viewport(), [&] {
            const int left = (playing.viewport().sliceIndex() + 3) % 4; // the frame that was shown until now
            if (++steps > 1)
                shortest[std::size_t(left)] = std::min(shortest[std::size_t(left)], double(since.elapsed()));
            since.start();
        });
        since.start();
        playing.cine->start(playing.viewport());
        QTRY_VERIFY_WITH_TIMEOUT(steps >= 14, 30'000);
        playing.cine->stop();
        for (std::size_t i = 0; i < 4; ++i) {
            const QByteArray said = "frame " + QByteArray::number(int(i)) + ": " + QByteArray::number(shortest[i]);
            QVERIFY2(shortest[i] >= shownMs[i] - 5.0, said);        // never shorter
            QVERIFY2(shortest[i] < 1.25 * shownMs[i] + 40.0, said); // nor, once in three rounds, much longer
        }
    }

    void aLayoutIsPickedByMouseAndByKeys()
    {
        QWidget window;
        window.show();
        auto *picker = new LayoutPicker(1, 1, &window);
        QSignalSpy chosen(picker, &LayoutPicker::chosen);
        picker->showBelow(window);
        QTest::keyClick(picker, Qt::Key_Right);
        QTest::keyClick(picker, Qt::Key_Right);
        QTest::keyClick(picker, Qt::Key_Down);
        for (int i = 0; i < 9; ++i)
            QTest::keyClick(picker, Qt::Key_Up);
        QTest::keyClick(picker, Qt::Key_Down);
        QTest::keyClick(picker, Qt::Key_Return);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.front(), (QList<QVariant>{2, 3}));

        picker = new LayoutPicker(2, 2, &window);
        QSignalSpy clicked(picker, &LayoutPicker::chosen);
        picker->showBelow(window);
        QTest::mouseMove(picker, QPoint(12 + 3 * 40 + 10, 12 + 2 * 32 + 10));
        QTest::mouseClick(picker, Qt::LeftButton, {}, QPoint(12 + 3 * 40 + 10, 12 + 2 * 32 + 10));
        QCOMPARE(clicked.front(), (QList<QVariant>{3, 4}));

        picker = new LayoutPicker(2, 2, &window);
        picker->addEntry(u"More"_s, u"hang-menu"_s);
        QSignalSpy noLayout(picker, &LayoutPicker::chosen), entry(picker, &LayoutPicker::entryChosen);
        picker->showBelow(window);
        QTest::mouseClick(picker, Qt::LeftButton, {}, QPoint(2, picker->height() - 2)); // beside the line: nothing
        QTest::mouseClick(picker->findChild<QWidget *>(u"hang-menu"_s), Qt::LeftButton);
        QVERIFY(noLayout.isEmpty());
        QCOMPARE(entry.front(), QList<QVariant>{u"hang-menu"_s});
    }
};

CONSILIUM_TEST(TestCine)
#include "TestCine.moc"
