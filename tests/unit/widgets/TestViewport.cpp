#include "tests/gui/PaintedText.h"
#include "tests/support/TestMain.h"
#include "tests/unit/widgets/FakeImages.h"
#include "viewer/render2d/DrawnText.h"
#include "viewer/widgets/BandRow.h"
#include "viewer/widgets/ViewportWidget.h"
#include "viewer/widgets/theme/Typography.h"

#include <QApplication>
#include <QDropEvent>
#include <QMimeData>
#include <QMouseEvent>
#include <QPushButton>
#include <QSet>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

using namespace consilium;
using namespace consilium::widgets;
using namespace Qt::StringLiterals;
using test::Bench;
using test::FakeImages;

/// One viewport over images in memory.
class TestViewport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void showsWhatTheStateSays();
    void emptyCellIsBlackAndUnasked();
    void waitsInBlackForItsFrame();
    void failureSaysWhy();
    void anotherStudysImageIsRefused();
    void wheelScrollsAndOneUndoTakesTheRunBack();
    void fractionsOfANotchAddUp();
    void dragIsOneUndoStep();
    void bandsTakeRoomFromTheImage();
    void lowViewportPutsBandsInOneRow();
    void aDoubtfulPriorIsMarkedWhereItIsLookedAt();
    void keysRunCommands();
    void clickActivatesTabActivates();
    void pointerSaysValueAndPresence();
    void dropShowsTheSeries();
    void drawsInDevicePixels();
    void drawnAgainOnlyWhenItChanges();
    void unasksWhenItGoes();
    void planeBetweenSlices();
    void drawsAnewOnAnotherScreen();
    void narrowBandsKeepTheirHeadlines();
    void lossyIsReadInTheSmallestView();
    void furtherCausesAreNotHidden();

private:
    static constexpr QSize size{500, 420};
    static void wheel(ViewportWidget &viewport, int angle, Qt::KeyboardModifiers modifiers = {}, quint64 at = 1000);
};

void TestViewport::wheel(ViewportWidget &viewport, int angle, Qt::KeyboardModifiers modifiers, quint64 at)
{
    const QPointF where(200, 200);
    QWheelEvent event(where, viewport.mapToGlobal(where), QPoint(), QPoint(0, angle), Qt::NoButton, modifiers,
                      Qt::NoScrollPhase, false);
    event.setTimestamp(at);
    QApplication::sendEvent(&viewport, &event);
}

namespace
{

struct Fixture : Bench {
    explicit Fixture(const FakeImages::SeriesSpec &spec = {}) : series(images.addSeries(u"1.2"_s, spec))
    {
        viewport = std::make_unique<ViewportWidget>(ViewId(u"v1"_s), dispatcher, images, bindings);
        viewport->resize(500, 420);
        viewport->show();
        (void)QTest::qWaitForWindowExposed(viewport.get());
    }
    ~Fixture() { viewport.reset(); }
    void open() { show(u"v1"_s, u"1.2"_s, series); }
    /// What stands on the image at a place of it, after what is pending was painted.
    [[nodiscard]] int greyAt(double column, double row) const
    {
        (void)QTest::qWaitFor([this] { return viewport->isDrawn(); }, 1000);
        const QImage image = viewport->imageOnly();
        const auto transform = viewport->transform();
        if (image.isNull() || !transform)
            return -1;
        const ScreenPoint at = transform->toScreen({column, row});
        const qreal ratio = image.devicePixelRatio();
        return qGray(image.pixel(int(at.x * ratio), int(at.y * ratio)));
    }
    [[nodiscard]] int grabbedGrey(double column, double row) const
    {
        const QImage image = viewport->grab().toImage();
        const ScreenPoint at = viewport->transform()->toScreen({column, row});
        const QPointF area = viewport->imageArea().topLeft();
        const qreal ratio = image.devicePixelRatio();
        return qGray(image.pixel(int((at.x + area.x()) * ratio), int((at.y + area.y()) * ratio)));
    }
    [[nodiscard]] QString slice() const
    {
        const auto lines = viewport->overlayText().bottomLeft;
        return lines.isEmpty() ? QString() : lines.last();
    }

    DataSetId series;
    std::unique_ptr<ViewportWidget> viewport;
};

} // namespace

namespace
{
/// A move without a button, sent straight to the widget: the real pointer of a display is nobody's to steer.
void hover(ViewportWidget &viewport, QPoint at)
{
    QMouseEvent move(QEvent::MouseMove, QPointF(at), viewport.mapToGlobal(QPointF(at)), Qt::NoButton, Qt::NoButton, {});
    QApplication::sendEvent(&viewport, &move);
}
} // namespace

void TestViewport::showsWhatTheStateSays()
{
    Fixture f;
    f.open();
    f.showSlice(u"v1"_s, f.series, 2);
    QCOMPARE(f.viewport->sliceIndex(), 2);
    QCOMPARE(f.greyAt(16, 40), f.images.seriesGrey(f.series));
    QCOMPARE(f.greyAt(48, 40), FakeImages::sliceGrey(f.viewport->instance()->sop));
    QCOMPARE(f.grabbedGrey(48, 40), FakeImages::sliceGrey(f.images.key(f.series, 2).sop));
    QVERIFY(f.slice().startsWith(u"Slice 3 / 5"_s));
    QVERIFY(f.viewport->overlayText().topLeft.first().contains(u"ALPHA"_s));
    QCOMPARE(f.viewport->overlayText().letters.left, u"R"_s);
    // The marker in the first pixels appears beside the letters of its own corner: top left = right, anterior.
    QCOMPARE(f.greyAt(3, 3), 255);
    const auto corner = f.viewport->transform()->toScreen({3, 3}),
               centre = f.viewport->transform()->toScreen({31.5, 31.5});
    QVERIFY(corner.x < centre.x && corner.y < centre.y);
    f.viewport->runCommand(u"flip-horizontal"_s);
    QCOMPARE(f.greyAt(3, 3), 255);
    QCOMPARE(f.viewport->overlayText().letters.left, u"L"_s);
    QVERIFY(f.viewport->transform()->toScreen({3, 3}).x > f.viewport->transform()->toScreen({31.5, 31.5}).x);
    QCOMPARE(f.viewport->absence(), QString());
}

void TestViewport::emptyCellIsBlackAndUnasked()
{
    Fixture f;
    QCOMPARE(f.viewport->absence(), u"Empty"_s);
    QCOMPARE(f.viewport->sliceIndex(), -1);
    QVERIFY(f.images.wants.empty());
    QVERIFY(f.viewport->overlayText() == render2d::OverlayText());
    const QImage grabbed = f.viewport->grab().toImage();
    QCOMPARE(grabbed.pixelColor(20, 20), QColor(Qt::black));
    QVERIFY(!f.viewport->isDrawn());
}

void TestViewport::waitsInBlackForItsFrame()
{
    FakeImages::SeriesSpec spec;
    spec.ready = false;
    Fixture f(spec);
    f.open();
    const auto first = f.images.key(f.series, 0);
    f.images.makeReady(first);
    QVERIFY(QTest::qWaitFor([&] { return f.viewport->isDrawn(); }));
    f.showSlice(u"v1"_s, f.series, 3);
    QCOMPARE(f.images.wants.at(f.viewport.get()), (FakeImages::Want{f.series, 3, 1}));
    QVERIFY(!f.viewport->isDrawn());
    QCOMPARE(f.viewport->absence(), u"Loading"_s);
    QVERIFY(f.slice().startsWith(u"Slice 4 / 5"_s));
    QCOMPARE(f.grabbedGrey(16, 40), 0); // not slice 1's pixels under slice 4's label
    QVERIFY(f.viewport->imageOnly().isNull());
    QSignalSpy drawn(f.viewport.get(), &ViewportWidget::drawn);
    f.images.makeReady(first); // another image's arrival changes nothing
    QTest::qWait(20);
    QCOMPARE(drawn.size(), 0);
    f.images.makeReady(f.images.key(f.series, 3));
    QVERIFY(drawn.wait(1000));
    QVERIFY(f.viewport->isDrawn());
    QCOMPARE(f.greyAt(48, 40), FakeImages::sliceGrey(f.images.key(f.series, 3).sop));
}

void TestViewport::failureSaysWhy()
{
    FakeImages::SeriesSpec spec;
    spec.ready = false;
    Fixture f(spec);
    f.open();
    f.images.failFrame(f.images.key(f.series, 0), ErrorCode::PixelsDamaged);
    QCOMPARE(f.viewport->absence(), u"PixelsDamaged"_s);
    QCOMPARE(f.viewport->middleText(), userMessage(Error{ErrorCode::PixelsDamaged, {}}));
    QVERIFY(f.viewport->overlayText().letters.left.isEmpty() && f.viewport->overlayText().letters.top.isEmpty());
    QCOMPARE(f.grabbedGrey(16, 60), 0);
    const auto bands = f.viewport->bands();
    QVERIFY(std::any_of(bands.begin(), bands.end(), [](const auto &band) {
        return band.id == u"ImageFailed" && band.consequence == userMessage(Error{ErrorCode::PixelsDamaged, {}});
    }));
    QVERIFY(!f.viewport->findChild<QPushButton *>(u"tryAgain"_s)); // damaged it stays

    f.viewport->resize(400, 300);
    f.images.failFrame(f.images.key(f.series, 0), ErrorCode::ServerError);
    auto *again = f.viewport->findChild<QPushButton *>(u"tryAgain"_s);
    QVERIFY(again && again->isVisible());
    QTest::mouseClick(again, Qt::LeftButton);
    QCOMPARE(f.images.retried, std::vector{f.series});
    f.images.makeReady(f.images.key(f.series, 0)); // after a retry
    QVERIFY(!again->isVisible());
    QCOMPARE(f.viewport->absence(), QString());
    QVERIFY(f.viewport->middleText().isEmpty());
    QVERIFY(!f.viewport->overlayText().letters.left.isEmpty());
    QCOMPARE(f.greyAt(16, 40), f.images.seriesGrey(f.series));
}

void TestViewport::anotherStudysImageIsRefused()
{
    Fixture f;
    FakeImages::SeriesSpec other;
    other.patientName = u"TEST^BRAVO"_s;
    other.patientId = u"TEST-0002"_s;
    const auto foreign = f.images.addSeries(u"1.3"_s, other);
    f.show(u"v1"_s, u"1.2"_s, foreign); // the state names ALPHA's study and BRAVO's series
    QCOMPARE(f.viewport->absence(), u"Conflict"_s);
    QVERIFY(!f.viewport->instance());
    QVERIFY(f.viewport->imageOnly().isNull());
    f.show(u"v1"_s, u"1.3"_s, foreign);
    QCOMPARE(f.greyAt(16, 40), f.images.seriesGrey(foreign));
    QVERIFY(f.viewport->overlayText().topLeft.first().contains(u"BRAVO"_s));
}

void TestViewport::wheelScrollsAndOneUndoTakesTheRunBack()
{
    Fixture f;
    f.open();
    wheel(*f.viewport, -120, {}, 1000);
    wheel(*f.viewport, -120, {}, 1100);
    wheel(*f.viewport, -120, {}, 1200);
    QCOMPARE(f.viewport->sliceIndex(), 3);
    wheel(*f.viewport, -120, {}, 5000); // after a pause: another step
    QCOMPARE(f.viewport->sliceIndex(), 4);
    const ActorId me = f.dispatcher.localActor();
    QVERIFY(f.dispatcher.undo(me));
    QCOMPARE(f.viewport->sliceIndex(), 3);
    QVERIFY(f.dispatcher.undo(me));
    QCOMPARE(f.viewport->sliceIndex(), 0);
    QVERIFY(f.dispatcher.redo(me));
    QCOMPARE(f.viewport->sliceIndex(), 3);
    wheel(*f.viewport, 120, {}, 9000); // away from the person: back
    QCOMPARE(f.viewport->sliceIndex(), 2);
}

void TestViewport::fractionsOfANotchAddUp()
{
    Fixture f;
    f.open();
    for (int i = 0; i < 4; ++i)
        wheel(*f.viewport, -15, {}, 1000 + quint64(i));
    QCOMPARE(f.viewport->sliceIndex(), 0);
    for (int i = 0; i < 4; ++i)
        wheel(*f.viewport, -15, {}, 1010 + quint64(i));
    QCOMPARE(f.viewport->sliceIndex(), 1);
    for (int i = 0; i < 7; ++i)
        wheel(*f.viewport, -15, {}, 1020 + quint64(i));
    wheel(*f.viewport, 15, {}, 1030); // turned round: the rest is void
    QCOMPARE(f.viewport->sliceIndex(), 1);
}

void TestViewport::dragIsOneUndoStep()
{
    Fixture f;
    f.open();
    (void)f.greyAt(0, 0);
    const ViewId v1(u"v1"_s);
    const auto window = [&] { return f.dispatcher.state().presentation(v1, f.series).window; };
    QTest::mousePress(f.viewport.get(), Qt::LeftButton, {}, {200, 200});
    for (int i = 1; i <= 20; ++i)
        QTest::mouseMove(f.viewport.get(), {200 + i * 2, 200 + i});
    QTest::mouseRelease(f.viewport.get(), Qt::LeftButton, {}, {240, 220});
    QVERIFY(window());
    QVERIFY(window()->width != 256.0 && window()->centre != 128.0);
    QVERIFY(f.dispatcher.undo(f.dispatcher.localActor()));
    QVERIFY(!window()); // all twenty moves at once
    QTest::mousePress(f.viewport.get(), Qt::RightButton, {}, {200, 200});
    QTest::mouseMove(f.viewport.get(), {200, 150});
    QTest::mouseRelease(f.viewport.get(), Qt::RightButton, {}, {200, 150});
    QVERIFY(f.dispatcher.state().view(v1).zoomPan); // right button: zoom
    QVERIFY(!window());
}

// Over its images too, not only over its documents; where the same study is read by itself there is no doubt.
void TestViewport::aDoubtfulPriorIsMarkedWhereItIsLookedAt()
{
    Fixture f;
    f.open();
    QVERIFY(f.viewport->bands().empty());
    const StudyUid study = f.dispatcher.state().view(f.viewport->view()).study;
    int another = 0;
    f.images.doubts[{&another, study}] = u"The name is another one."_s;
    Q_EMIT f.images.studyChanged(study);
    QVERIFY(f.viewport->bands().empty());
    f.images.doubts[{&f.dispatcher, study}] = u"The name is another one."_s;
    Q_EMIT f.images.studyChanged(study);
    QCOMPARE(f.viewport->bands().size(), 1u);
    QCOMPARE(f.viewport->bands()[0].id, u"IdentityDoubt"_s);
}

void TestViewport::bandsTakeRoomFromTheImage()
{
    using Kind = dicom::DataIssue::Kind;
    FakeImages::SeriesSpec spec;
    spec.issues = {{Kind::MissingSlices, u"2"_s, 1, 2}};
    Fixture f(spec);
    QCOMPARE(f.viewport->imageArea(), QRect(0, 0, 500, 420));
    f.open();
    QCOMPARE(f.viewport->imageArea(), QRect(0, 26, 500, 394));
    f.images.setProgress(f.series, {5, 5, 3, 0, false});
    QCOMPARE(f.viewport->imageArea(), QRect(0, 26, 500, 368));
    QCOMPARE(f.viewport->bands().size(), 2u);
    // Nothing is painted over pixels: the image is fitted into what is left, and its first row lies below the band.
    const auto top = f.viewport->transform()->toScreen({0, -0.5});
    QVERIFY(top.y >= 0.0);
    (void)f.greyAt(0, 0);
    QCOMPARE(f.viewport->imageOnly().size() / f.viewport->imageOnly().devicePixelRatio(), QSize(500, 368));
    const QImage grabbed = f.viewport->grab().toImage();
    const qreal ratio = grabbed.devicePixelRatio();
    QVERIFY(grabbed.pixelColor(int(250 * ratio), int(2 * ratio)) == QColor(0x2A2009u));
    f.images.setProgress(f.series, {5, 5, 5, 0, true});
    QCOMPARE(f.viewport->imageArea(), QRect(0, 26, 500, 394)); // gone only when its cause is gone
}

void TestViewport::lowViewportPutsBandsInOneRow()
{
    using Kind = dicom::DataIssue::Kind;
    FakeImages::SeriesSpec spec;
    spec.issues = {{Kind::MissingSlices, u"2"_s, 1, 2}};
    Fixture f(spec);
    f.open();
    f.images.setProgress(f.series, {5, 5, 3, 0, false});
    f.viewport->resize(500, 329);
    QCOMPARE(f.viewport->imageArea(), QRect(0, 26, 500, 303));
    f.viewport->resize(500, 330);
    QCOMPARE(f.viewport->imageArea(), QRect(0, 26, 500, 278));
}

void TestViewport::keysRunCommands()
{
    Fixture f;
    f.open();
    QTest::keyClick(f.viewport.get(), Qt::Key_Down);
    QCOMPARE(f.viewport->sliceIndex(), 1);
    QTest::keyClick(f.viewport.get(), Qt::Key_End);
    QCOMPARE(f.viewport->sliceIndex(), 4);
    QTest::keyClick(f.viewport.get(), Qt::Key_BracketRight);
    QCOMPARE(f.dispatcher.state().view(ViewId(u"v1"_s)).orientation.rotationDeg, 90.0);
    QVERIFY(f.dispatcher.undo(f.dispatcher.localActor()));
    QCOMPARE(f.dispatcher.state().view(ViewId(u"v1"_s)).orientation.rotationDeg, 0.0);
    QCOMPARE(f.viewport->sliceIndex(), 4);
}

void TestViewport::clickActivatesTabActivates()
{
    Fixture f;
    QVERIFY(f.dispatcher.submit(session::SetLayout{1, 2, {}}));
    ViewportWidget second(ViewId(u"v2"_s), f.dispatcher, f.images, f.bindings);
    second.resize(400, 400);
    second.show();
    QSignalSpy activated(&second, &ViewportWidget::activated);
    QCOMPARE(f.dispatcher.state().layout().active, ViewId(u"v1"_s));
    QTest::mouseClick(&second, Qt::LeftButton, {}, {100, 100});
    QCOMPARE(f.dispatcher.state().layout().active, ViewId(u"v2"_s));
    QCOMPARE(activated.size(), 1);
    QTest::mouseClick(&second, Qt::LeftButton, {}, {100, 100});
    QCOMPARE(activated.size(), 1);
    f.viewport->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(f.viewport.get()));
    f.viewport->clearFocus();
    f.viewport->setFocus(Qt::TabFocusReason);
    QCOMPARE(f.dispatcher.state().layout().active, ViewId(u"v1"_s));
    // The active viewport has its frame inside the image area, the keyboard's one a white line in it.
    const QImage grabbed = f.viewport->grab().toImage();
    const qreal ratio = grabbed.devicePixelRatio();
    QCOMPARE(grabbed.pixelColor(int(ratio), int(200 * ratio)), QColor(0x60D1E9u));
    QCOMPARE(grabbed.pixelColor(int(2.5 * ratio), int(200 * ratio)), QColor(Qt::white));
}

void TestViewport::pointerSaysValueAndPresence()
{
    Fixture f;
    f.open();
    (void)f.greyAt(0, 0);
    std::vector<session::MovePointer> moves;
    QObject context;
    connect(&f.dispatcher, &session::ActionDispatcher::applied, &context, [&](const session::Envelope &envelope) {
        if (const auto *move = std::get_if<session::MovePointer>(&envelope.action))
            moves.push_back(*move);
    });
    const auto stateBefore = f.dispatcher.state().hash();
    const ScreenPoint at = f.viewport->transform()->toScreen({48, 40});
    hover(*f.viewport, QPoint(qRound(at.x), qRound(at.y)));
    QVERIFY2(f.viewport->readout().contains(QString::number(FakeImages::sliceGrey(f.images.key(f.series, 0).sop)) +
                                            u" HU"_s),
             qPrintable(f.viewport->readout()));
    for (int i = 0; i < 50; ++i)
        hover(*f.viewport, QPoint(qRound(at.x) + i % 5, qRound(at.y)));
    QVERIFY(moves.size() < 10); // at most 30 a second
    QVERIFY(QTest::qWaitFor([&] { return moves.size() >= 2; }));
    QVERIFY(moves.front().at);
    const auto patient = std::get<PatientPoint>(*moves.front().at);
    QVERIFY(std::abs(patient.x - (-64.0 + 2.0 * 48)) < 1.0 && std::abs(patient.y - (-64.0 + 2.0 * 40)) < 1.0);
    QEvent leave(QEvent::Leave);
    QApplication::sendEvent(f.viewport.get(), &leave);
    QVERIFY(QTest::qWaitFor([&] { return !moves.back().at; }));
    QVERIFY(f.viewport->readout().isEmpty());
    QCOMPARE(f.dispatcher.state().hash(), stateBefore); // presence is never in the state
}

void TestViewport::dropShowsTheSeries()
{
    Fixture f;
    QMimeData mime;
    mime.setData(ViewportWidget::dataSetMimeType(), ("1.2\n" + f.series.text().toUtf8()));
    QDragEnterEvent enter({50, 50}, Qt::CopyAction, &mime, Qt::LeftButton, {});
    QApplication::sendEvent(f.viewport.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop({50.0, 50.0}, Qt::CopyAction, &mime, Qt::LeftButton, {});
    QApplication::sendEvent(f.viewport.get(), &drop);
    QCOMPARE(f.dispatcher.state().view(ViewId(u"v1"_s)).dataSet, f.series);
    QVERIFY(f.dispatcher.undo(f.dispatcher.localActor()));
    QCOMPARE(f.viewport->absence(), u"Empty"_s);
    QMimeData text;
    text.setText(u"x"_s);
    QDragEnterEvent other({50, 50}, Qt::CopyAction, &text, Qt::LeftButton, {});
    other.ignore();
    QApplication::sendEvent(f.viewport.get(), &other);
    QVERIFY(!other.isAccepted());
}

void TestViewport::drawsInDevicePixels()
{
    Fixture f;
    f.open();
    (void)f.greyAt(0, 0);
    const qreal ratio = f.viewport->devicePixelRatioF();
    const QImage image = f.viewport->imageOnly();
    QCOMPARE(image.devicePixelRatio(), ratio);
    QCOMPARE(image.size(), (QSizeF(500, 420) * ratio).toSize());
    if (qEnvironmentVariable("QT_SCALE_FACTOR") == u"2")
        QCOMPARE(ratio, 2.0);
}

void TestViewport::drawnAgainOnlyWhenItChanges()
{
    Fixture f;
    FakeImages::SeriesSpec spec;
    const auto other = f.images.addSeries(u"1.2"_s, spec);
    f.open();
    (void)f.greyAt(0, 0);
    QSignalSpy drawn(f.viewport.get(), &ViewportWidget::drawn);
    f.show(u"v2"_s, u"1.2"_s, other); // a view that is not this one
    f.images.makeReady(f.images.key(f.series, 3));
    QTest::qWait(20);
    QCOMPARE(drawn.size(), 0);
    QVERIFY(f.viewport->isDrawn());
    for (int i = 0; i < 3; ++i) // three actions before the event loop turns: one picture
        QVERIFY(f.dispatcher.submit(session::SetWindow{ViewId(u"v1"_s), f.series, session::Window{100.0 + i, 200.0}}));
    QVERIFY(!f.viewport->isDrawn());
    QTest::qWait(20);
    QCOMPARE(drawn.size(), 1);
}

void TestViewport::unasksWhenItGoes()
{
    Fixture f;
    f.open();
    QCOMPARE(f.images.wants.size(), 1u);
    f.viewport.reset();
    QVERIFY(f.images.wants.empty());
}

void TestViewport::planeBetweenSlices()
{
    Fixture f; // slices at z = 0, 3, 6, 9, 12 mm
    f.open();
    const auto plane = [&](double z, const PatientVector &normal) {
        session::ShowPlane show;
        show.view = ViewId(u"v1"_s);
        show.plane = session::SpatialPlane{FrameOfReferenceUid(u"1.2.3.9"_s), {0, 0, z}, normal};
        QVERIFY(f.dispatcher.submit(show));
    };
    plane(6.9, {0, 0, 1});
    QCOMPARE(f.viewport->sliceIndex(), 2);
    plane(7.6, {0, 0, -1});
    QCOMPARE(f.viewport->sliceIndex(), 3);
    plane(12.0, {0, 0, 1});
    QCOMPARE(f.viewport->sliceIndex(), 4);
    plane(14.0, {0, 0, 1}); // beyond the last image: not silently the last one
    QCOMPARE(f.viewport->absence(), u"NotInStack"_s);
    QVERIFY(!f.viewport->middleText().isEmpty());
    plane(6.0, {1, 0, 0});
    QCOMPARE(f.viewport->absence(), u"NotInStack"_s);
    QVERIFY(f.viewport->imageOnly().isNull());
}

namespace
{
/// Says what the screen that it was moved to would say.
class MovedViewport final : public ViewportWidget
{
public:
    using ViewportWidget::ViewportWidget;
    qreal ratio = 0.0;

protected:
    int metric(PaintDeviceMetric metric) const override
    {
        if (ratio > 0.0 && metric == PdmDevicePixelRatio)
            return int(ratio);
        if (ratio > 0.0 && metric == PdmDevicePixelRatioScaled)
            return int(ratio * devicePixelRatioFScale());
        return ViewportWidget::metric(metric);
    }
};
} // namespace

void TestViewport::drawsAnewOnAnotherScreen()
{
    Bench bench;
    const auto id = bench.images.addSeries(u"1.2"_s, {});
    MovedViewport viewport(ViewId(u"v1"_s), bench.dispatcher, bench.images, bench.bindings);
    viewport.resize(size);
    viewport.show();
    bench.show(u"v1"_s, u"1.2"_s, id);
    QVERIFY(QTest::qWaitFor([&] { return viewport.isDrawn(); }));
    const qreal before = viewport.imageOnly().devicePixelRatio();
    viewport.ratio = before + 1.0;
    viewport.repaint();
    QCOMPARE(viewport.imageOnly().devicePixelRatio(), before + 1.0);
    QCOMPARE(viewport.imageOnly().size(), size * int(before + 1.0));
}

/// On the band as long as it stands there, else in the corner, clear of the patient's name.
void TestViewport::lossyIsReadInTheSmallestView()
{
    FakeImages::SeriesSpec spec;
    spec.issues = {{dicom::DataIssue::Kind::MissingSlices, {}, 1, 2, 3}};
    Fixture f(spec);
    f.images.setInstance(f.series, 0, [](dicom::Instance &instance) {
        instance.pixels.lossy = true;
        instance.pixels.lossyRatio = 12.0;
    });
    f.open();
    QVERIFY(QTest::qWaitFor([&] { return f.viewport->isDrawn(); }, 1000));
    const auto saysLossy = [&f] { // whole, on a band
        for (BandRow *row : f.viewport->findChildren<BandRow *>())
            for (const test::PaintedText &painted :
                 row->isVisible() ? test::paintedTexts(*row) : std::vector<test::PaintedText>())
                if (painted.text.contains(u"ossy"_s) && !painted.text.contains(u'…') &&
                    painted.seen.width() >= painted.box.width() - 1.0 && painted.box.right() <= row->width() &&
                    painted.box.left() >= 0.0)
                    return true;
        return false;
    };
    QVERIFY(saysLossy());
    QVERIFY(f.viewport->overlayText().processing.isEmpty()); // said once
    f.viewport->resize(f.viewport->minimumSize());
    QVERIFY(QTest::qWaitFor([&] { return f.viewport->isDrawn(); }, 1000));
    QVERIFY(saysLossy());

    const QRect areaBefore = f.viewport->imageArea();
    f.images.setProgress(f.series, {5, 5, 3, 0, false}); // takes the band
    QCOMPARE(f.viewport->imageArea(), areaBefore);       // so that no row that moves has it painted
    QVERIFY(!f.viewport->isDrawn());
    QVERIFY(QTest::qWaitFor([&] { return f.viewport->isDrawn(); }, 1000));
    QVERIFY(!saysLossy());
    const QRectF area(f.viewport->imageArea());
    const auto text = f.viewport->overlayText();
    const auto drawn = render2d::drawnText(area, text);
    QVERIFY2(drawn.bottomRight.join(u' ').contains(u"Lossy 12:1"_s), qPrintable(drawn.bottomRight.join(u'|')));
    QCOMPARE(drawn.topLeft.size(), 1);
    const auto boxes = render2d::cornerBoxes(area, text);
    QVERIFY(area.contains(boxes[0]) && area.contains(boxes[3]));
    QVERIFY(!boxes[0].intersects(boxes[3]));
}

/// Where their number has no room, that there are any stands there still.
void TestViewport::furtherCausesAreNotHidden()
{
    const QFontMetrics bold(fontFor(TextRole::CaptionStrong));
    render2d::Band band{render2d::Band::Kind::Fidelity,
                        render2d::Grade::Caution,
                        u"A long headline that needs much room"_s,
                        u"consequence"_s,
                        12,
                        -1.0,
                        u"A"_s};
    band.briefs = QStringList{u"Brief"_s};
    BandRow row;
    row.setBands({band});
    const auto isWhole = [&row](const test::PaintedText &painted) {
        return painted.seen.width() >= painted.box.width() - 1.0 && painted.box.left() >= 0.0 &&
               painted.box.right() <= row.width();
    };
    const int narrow = bold.horizontalAdvance(u"Brief"_s) + bold.horizontalAdvance(u"+"_s) + 13; // insets and a gap
    const int wide = bold.horizontalAdvance(band.headline);
    QVERIFY(wide > narrow + bold.horizontalAdvance(u"12"_s));
    QSet<QString> said;
    for (int width = wide; width >= narrow; --width) {
        row.resize(width, BandRow::heightPx);
        QVERIFY(row.says(u"A"_s));
        QString brief, more;
        for (const test::PaintedText &painted : test::paintedTexts(row))
            if (isWhole(painted))
                (painted.text.startsWith(u'+') ? more : brief) = painted.text;
        QCOMPARE(brief, u"Brief"_s);
        QVERIFY2(!more.isEmpty(), qPrintable(QString::number(width)));
        said.insert(more);
    }
    QCOMPARE(said, (QSet<QString>{u"+12"_s, u"+"_s}));
    band.more = 0; // and nothing is said of what is not there
    row.setBands({band});
    for (const test::PaintedText &painted : test::paintedTexts(row))
        QVERIFY(!painted.text.contains(u'+'));
}

void TestViewport::narrowBandsKeepTheirHeadlines()
{
    const QFontMetrics bold(fontFor(TextRole::CaptionStrong));
    const render2d::Band first{render2d::Band::Kind::Warning,
                               render2d::Grade::Caution,
                               u"A long headline of a warning"_s,
                               u"consequence"_s,
                               1,
                               -1.0,
                               u"A"_s};
    const render2d::Band second{
        render2d::Band::Kind::Fidelity, render2d::Grade::Caution, u"Short"_s, u"consequence"_s, 0, 0.5, u"B"_s};
    const int words = bold.horizontalAdvance(first.headline) + bold.horizontalAdvance(u"+1"_s) +
                      bold.horizontalAdvance(second.headline);
    const int enough = words + 130; // signs, gaps and insets of both
    QVERIFY(BandRow::fits({first, second}, enough));
    QVERIFY(!BandRow::fits({first, second}, words));
    BandRow row;
    row.setBands({first, second});
    row.resize(enough, BandRow::heightPx);
    QVERIFY(row.cell(0).width() > bold.horizontalAdvance(first.headline));
    QVERIFY(row.cell(1).width() > bold.horizontalAdvance(second.headline));
    QCOMPARE(row.cell(0).width() + row.cell(1).width(), enough);
    row.resize(1200, BandRow::heightPx);
    QCOMPARE(row.cell(0).width(), 600);

    // A low viewport too narrow for both headlines in one row gives each a row of its own.
    using Kind = dicom::DataIssue::Kind;
    FakeImages::SeriesSpec spec;
    spec.issues = {{Kind::MissingSlices, u"2"_s, 1, 2}};
    Fixture f(spec);
    f.open();
    f.images.setProgress(f.series, {5, 5, 3, 0, false});
    f.viewport->resize(150, 300);
    QCOMPARE(f.viewport->imageArea().height(), 300 - 2 * BandRow::heightPx);
    f.viewport->resize(500, 300);
    QCOMPARE(f.viewport->imageArea().height(), 300 - BandRow::heightPx);
}

CONSILIUM_TEST(TestViewport)
#include "TestViewport.moc"
