#include "base/WorkPool.h"
#include "tests/support/TestMain.h"
#include "tests/unit/widgets/FakeImages.h"
#include "viewer/dicom/Overlays.h"
#include "viewer/widgets/EnhancementMaker.h"
#include "viewer/widgets/MonitorScale.h"
#include "viewer/widgets/SlabMaker.h"
#include "viewer/widgets/ViewportWidget.h"
#include "viewer/widgets/WindowEntry.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMouseEvent>
#include <QScreen>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>
#include <QWindow>

#include <memory>
#include <utility>

using namespace consilium;
using namespace consilium::widgets;
using namespace Qt::StringLiterals;
using test::Bench;
using test::FakeImages;

namespace
{

struct Fixture : Bench {
    explicit Fixture(const FakeImages::SeriesSpec &spec = {}) : series(images.addSeries(u"1.2"_s, spec))
    {
        viewport = std::make_unique<ViewportWidget>(ViewId(u"v1"_s), dispatcher, images, bindings);
        viewport->resize(500, 420);
        viewport->show();
        (void)QTest::qWaitForWindowExposed(viewport.get());
        show(u"v1"_s, u"1.2"_s, series);
    }
    ~Fixture() { viewport.reset(); }

    void showSlab(session::SlabMode mode, double thicknessMm)
    {
        QVERIFY(dispatcher.submit(session::SetSlab{ViewId(u"v1"_s), session::Slab{mode, thicknessMm}}));
    }
    [[nodiscard]] std::optional<render2d::Band> band(const QString &id) const
    {
        for (const auto &cause : viewport->bandCauses())
            if (cause.id == id)
                return cause;
        return std::nullopt;
    }
    /// Slices that an enhancement changes, each otherwise.
    void setTextures()
    {
        for (int i = 0; i < 5; ++i)
            images.setPixels(series, i, [i](int row, int column) {
                return std::uint16_t(40 + i + (row * 13 + column * (29 + 2 * i)) % 150);
            });
    }
    void enhance(const std::optional<session::Enhancement> &enhancement)
    {
        QVERIFY(dispatcher.submit(session::SetEnhancement{ViewId(u"v1"_s), series, enhancement}));
    }
    /// The picture on the screen once it is whole; null: it does not become so.
    [[nodiscard]] QImage whole() const { return waitDrawn() ? viewport->imageOnly() : QImage(); }
    [[nodiscard]] QString processing() const { return viewport->overlayText().processing.join(u' '); }
    [[nodiscard]] bool waitDrawn() const
    {
        return QTest::qWaitFor([this] { return viewport->isDrawn(); }, 2000);
    }
    void mouse(QEvent::Type type, QPointF at, Qt::MouseButton button = Qt::LeftButton) const
    {
        const bool isMove = type == QEvent::MouseMove;
        QMouseEvent event(type, at, viewport->mapToGlobal(at), isMove ? Qt::NoButton : button,
                          type == QEvent::MouseButtonRelease ? Qt::NoButton : Qt::MouseButtons(button), {});
        QApplication::sendEvent(viewport.get(), &event);
    }
    /// Where the numbers of the window stand, in the widget.
    [[nodiscard]] QPointF windowNumbers() const
    {
        const QRect area = viewport->imageArea();
        const QRectF box = render2d::windowTextBox(QRectF(QPointF(), QSizeF(area.size())), viewport->overlayText());
        return box.center() + area.topLeft();
    }
    [[nodiscard]] WindowEntry *entry() const { return viewport->findChild<WindowEntry *>(); }
    [[nodiscard]] std::optional<session::Window> window() const
    {
        return dispatcher.state().presentation(ViewId(u"v1"_s), series).window;
    }
    [[nodiscard]] int grabbedGrey(QPointF at) const
    {
        const QImage image = viewport->grab().toImage();
        return qGray(image.pixel((at * image.devicePixelRatio()).toPoint()));
    }

    DataSetId series;
    std::unique_ptr<ViewportWidget> viewport;
};

constexpr ImagePoint inTheRightHalf{48, 40};

/// Nothing that is given to the pool of the program begins before the end of this.
class PoolIsBusy
{
public:
    PoolIsBusy()
    {
        for (int i = 0; i < m_threads; ++i)
            startWork(workPool(), [gate = m_gate] { gate->acquire(); });
    }
    ~PoolIsBusy() { end(); }
    PoolIsBusy(const PoolIsBusy &) = delete;
    PoolIsBusy &operator=(const PoolIsBusy &) = delete;
    void end() { m_gate->release(std::exchange(m_threads, 0)); }

private:
    int m_threads = workPool().maxThreadCount();
    std::shared_ptr<QSemaphore> m_gate = std::make_shared<QSemaphore>();
};

} // namespace

/// Slab, typed window, lens, true size, colours: what a reader makes of the pixels, in one viewport.
class TestImageModes : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void slabIsNeverShownWholeBeforeItIs();
    void sliceThatFailedLeavesItsMark();
    void slabIsMadeOnce();
    void hiddenViewHoldsNoSlab();
    void slabThatTakesTimeIsMadeBesideTheWindow();
    void slabThatIsNotWantedAnyMoreIsGivenUp();
    void slicesThatComeMeanwhileBeginNothingAnew();
    void enhancementThatTakesTimeIsMadeBesideTheWindow_data();
    void enhancementThatTakesTimeIsMadeBesideTheWindow();
    void enhancementOfAnotherImageOrWindowIsNeverShown();
    void enhancementIsMadeOnce();
    void enhancementIsOfTheSlab();
    void hiddenViewHoldsNoEnhancement();
    void planesOfOneSliceAreNotDrawnOverASlab();
    void typedWindow();
    void typedWindowChangesNothingByItself();
    void pressOnTheNumbersActivates();
    void slabGoesAsFarAsTheStack();
    void clickOnTheNumbersOpensTheField();
    void dragFromTheNumbersIsADrag();
    void lensShowsTheSameFrame();
    void trueSize();
    void trueSizeFollowsTheMonitor();
    void oneMeasureOnSeveralMonitors();
    void coloursOfColourImages();
};

void TestImageModes::slabIsNeverShownWholeBeforeItIs()
{
    FakeImages::SeriesSpec spec;
    spec.ready = false;
    Fixture f(spec); // 5 slices, 3 mm apart
    f.showSlice(u"v1"_s, f.series, 2);
    f.showSlab(session::SlabMode::Maximum, 9.0);
    f.images.makeReady(f.images.key(f.series, 2));
    QTest::qWait(100);
    auto partial = f.band(u"SlabPartial"_s);
    QVERIFY(partial.has_value());
    QVERIFY(std::abs(partial->progress - 1.0 / 3.0) < 1e-9);
    QVERIFY(!f.viewport->isDrawn());
    QVERIFY(render2d::sampleText(*f.viewport->sampleAt(inTheRightHalf)).startsWith(u"≈ "_s));
    QVERIFY(render2d::sampleText(*f.viewport->sampleAt(inTheRightHalf)).endsWith(u"(MIP 1/3)"_s));
    f.images.makeReady(f.images.key(f.series, 1));
    QTest::qWait(100);
    partial = f.band(u"SlabPartial"_s);
    QVERIFY(partial.has_value());
    QVERIFY(std::abs(partial->progress - 2.0 / 3.0) < 1e-9);
    QVERIFY(!f.viewport->isDrawn());
    f.images.makeReady(f.images.key(f.series, 3));
    QVERIFY(f.waitDrawn());
    QVERIFY(!f.band(u"SlabPartial"_s));
    const auto sample = f.viewport->sampleAt(inTheRightHalf);
    QVERIFY(sample && sample->value);
    QCOMPARE(*sample->value, double(FakeImages::sliceGrey(f.images.key(f.series, 3).sop))); // the brightest of 2, 3, 4
    QVERIFY(!sample->stored);
    QCOMPARE(render2d::sampleText(*sample), u"%1 HU (MIP)"_s.arg(*sample->value));
    QVERIFY(f.viewport->overlayText().processing.join(u' ').contains(u"MIP 9.0 mm, 3 slice"_s));
    // The text may be hidden; what was done to the pixels may not.
    f.viewport->setOverlayVisible(false);
    QVERIFY(f.viewport->overlayText().bottomRight.join(u' ').contains(u"MIP 9.0 mm"_s));
}

void TestImageModes::sliceThatFailedLeavesItsMark()
{
    FakeImages::SeriesSpec spec;
    spec.ready = false;
    Fixture f(spec);
    f.showSlice(u"v1"_s, f.series, 2);
    f.showSlab(session::SlabMode::Mean, 9.0);
    f.images.makeReady(f.images.key(f.series, 2));
    f.images.makeReady(f.images.key(f.series, 1));
    f.images.failFrame(f.images.key(f.series, 3), ErrorCode::PixelsDamaged);
    QVERIFY(f.waitDrawn()); // nothing more will come
    const auto partial = f.band(u"SlabPartial"_s);
    QVERIFY(partial.has_value());
    QVERIFY(partial->progress < 0.0);
    const double wanted =
        (FakeImages::sliceGrey(f.images.key(f.series, 1).sop) + FakeImages::sliceGrey(f.images.key(f.series, 2).sop)) /
        2.0;
    QCOMPARE(*f.viewport->sampleAt(inTheRightHalf)->value, wanted);
}

void TestImageModes::slabIsMadeOnce()
{
    Fixture f;
    f.showSlice(u"v1"_s, f.series, 2);
    f.showSlab(session::SlabMode::Maximum, 9.0);
    QVERIFY(f.waitDrawn());
    const auto values = f.viewport->shownInput().slab->values;
    QVERIFY(f.dispatcher.submit(session::SetWindow{ViewId(u"v1"_s), f.series, session::Window{100, 50}}));
    QVERIFY(f.waitDrawn());
    QCOMPARE(f.viewport->shownInput().slab->values, values); // a window does not put the slices together anew
    f.showSlice(u"v1"_s, f.series, 3);
    QVERIFY(f.waitDrawn());
    QVERIFY(f.viewport->shownInput().slab->values != values);
}

void TestImageModes::hiddenViewHoldsNoSlab()
{
    Fixture f;
    f.showSlice(u"v1"_s, f.series, 2);
    f.showSlab(session::SlabMode::Maximum, 9.0);
    QVERIFY(f.waitDrawn());
    QVERIFY(f.viewport->shownInput().slab->values);
    const auto holders = [&f] { return f.images.frame(f.images.key(f.series, 1)).use_count(); };
    const auto seen = holders();
    f.viewport->hide();
    QVERIFY(!f.viewport->shownInput().slab);
    QVERIFY(holders() < seen); // the neighbours' frames are let go
    f.showSlice(u"v1"_s, f.series, 3);
    QVERIFY(!f.viewport->shownInput().slab);
    f.viewport->show();
    QVERIFY(f.waitDrawn());
    const auto &slab = f.viewport->shownInput().slab;
    QVERIFY(slab && slab->values);
    QCOMPARE(slab->plan.first, 2);
}

void TestImageModes::slabThatTakesTimeIsMadeBesideTheWindow()
{
    Fixture f;
    auto *maker = f.viewport->findChild<SlabMaker *>();
    QVERIFY(maker);
    f.showSlice(u"v1"_s, f.series, 2);
    QVERIFY(f.waitDrawn());
    maker->setWorkAtOnce(0);
    PoolIsBusy busy;
    f.showSlab(session::SlabMode::Maximum, 9.0);
    QTest::qWait(50);
    // Neither the slice that stood there nor another slab is taken for it.
    QVERIFY(maker->isMaking());
    QCOMPARE(f.viewport->absence(), u"Loading"_s);
    QVERIFY(!f.viewport->isDrawn() && f.viewport->imageOnly().isNull());
    QVERIFY(!f.viewport->shownInput().frame && !f.viewport->shownInput().slab->values);
    const auto nothing = f.viewport->sampleAt(inTheRightHalf);
    QVERIFY(!nothing || !nothing->value);
    QVERIFY(!f.viewport->overlayText().processing.join(u' ').contains(u"MIP"_s));
    busy.end();
    QVERIFY(f.waitDrawn());
    QVERIFY(!maker->isMaking());
    QCOMPARE(*f.viewport->sampleAt(inTheRightHalf)->value,
             double(FakeImages::sliceGrey(f.images.key(f.series, 3).sop)));
    QVERIFY(f.viewport->overlayText().processing.join(u' ').contains(u"MIP 9.0 mm, 3 slice"_s));
    const auto values = f.viewport->shownInput().slab->values;
    QVERIFY(f.dispatcher.submit(session::SetWindow{ViewId(u"v1"_s), f.series, session::Window{100, 50}}));
    QVERIFY(f.waitDrawn());
    QCOMPARE(f.viewport->shownInput().slab->values, values);
}

void TestImageModes::slabThatIsNotWantedAnyMoreIsGivenUp()
{
    Fixture f;
    auto *maker = f.viewport->findChild<SlabMaker *>();
    maker->setWorkAtOnce(0);
    f.showSlice(u"v1"_s, f.series, 2);
    QVERIFY(f.waitDrawn());
    QSignalSpy made(maker, &SlabMaker::made);
    {
        const PoolIsBusy busy;
        f.showSlab(session::SlabMode::Maximum, 9.0);
        QVERIFY(maker->isMaking());
        f.showSlice(u"v1"_s, f.series, 3); // another slab
        f.showSlab(session::SlabMode::Minimum, 9.0);
    }
    QVERIFY(f.waitDrawn());
    QTest::qWait(50);
    QCOMPARE(made.size(), 1); // of three that were begun
    QCOMPARE(f.viewport->shownInput().slab->plan.first, 2);
    QCOMPARE(*f.viewport->sampleAt(inTheRightHalf)->value,
             double(FakeImages::sliceGrey(f.images.key(f.series, 2).sop))); // the darkest of 3, 4, 5
    {
        const PoolIsBusy busy;
        f.showSlice(u"v1"_s, f.series, 2);
        QVERIFY(maker->isMaking());
        f.viewport->hide();
        QVERIFY(!maker->isMaking());
    }
    QTest::qWait(50);
    QCOMPARE(made.size(), 1);
}

/// What was begun with the slices that were there is finished and shown as a part; then all of them.
void TestImageModes::slicesThatComeMeanwhileBeginNothingAnew()
{
    FakeImages::SeriesSpec spec;
    spec.ready = false;
    Fixture f(spec);
    auto *maker = f.viewport->findChild<SlabMaker *>();
    maker->setWorkAtOnce(0);
    QSignalSpy made(maker, &SlabMaker::made);
    f.showSlice(u"v1"_s, f.series, 2);
    f.showSlab(session::SlabMode::Maximum, 9.0);
    auto busy = std::make_unique<PoolIsBusy>();
    f.images.makeReady(f.images.key(f.series, 2));
    QTRY_VERIFY(maker->isMaking());
    f.images.makeReady(f.images.key(f.series, 1));
    f.images.makeReady(f.images.key(f.series, 3));
    QTest::qWait(100);
    QVERIFY(maker->isMaking() && made.isEmpty());
    busy.reset();
    QVERIFY(waitForWork(workPool(), 5'000)); // what was made is on its way to the view
    busy = std::make_unique<PoolIsBusy>();
    QTRY_COMPARE(made.size(), 1);
    const auto partial = f.band(u"SlabPartial"_s);
    QVERIFY(partial && std::abs(partial->progress - 1.0 / 3.0) < 1e-9);
    QVERIFY(!f.viewport->isDrawn() && maker->isMaking());
    QVERIFY(render2d::sampleText(*f.viewport->sampleAt(inTheRightHalf)).endsWith(u"(MIP 1/3)"_s));
    busy.reset();
    QVERIFY(f.waitDrawn());
    QCOMPARE(made.size(), 2);
    QVERIFY(!f.band(u"SlabPartial"_s));
    QCOMPARE(*f.viewport->sampleAt(inTheRightHalf)->value,
             double(FakeImages::sliceGrey(f.images.key(f.series, 3).sop)));
}

void TestImageModes::enhancementThatTakesTimeIsMadeBesideTheWindow_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("level");
    QTest::addColumn<bool>("isInverted");
    using Kind = session::EnhancementKind;
    QTest::newRow("sharpen") << int(Kind::Sharpen) << 2 << false;
    QTest::newRow("smooth, inverted") << int(Kind::Smooth) << 4 << true;
    QTest::newRow("edge") << int(Kind::Edge) << 1 << false;
    QTest::newRow("local contrast") << int(Kind::LocalContrast) << 3 << false;
    QTest::newRow("local contrast, inverted") << int(Kind::LocalContrast) << 5 << true;
}

/// Meanwhile the image stands there as it is, and says so; then the same picture as one that is made at once.
void TestImageModes::enhancementThatTakesTimeIsMadeBesideTheWindow()
{
    QFETCH(int, kind);
    QFETCH(int, level);
    QFETCH(bool, isInverted);
    const session::Enhancement enhancement{static_cast<session::EnhancementKind>(kind), level};
    Fixture f;
    f.setTextures();
    f.showSlice(u"v1"_s, f.series, 2);
    QVERIFY(f.dispatcher.submit(session::SetInverted{ViewId(u"v1"_s), f.series, isInverted}));
    auto *maker = f.viewport->findChild<EnhancementMaker *>();
    QVERIFY(maker);
    const QImage plain = f.whole();
    f.enhance(enhancement);
    QVERIFY(f.viewport->shownInput().enhancement.made == nullptr); // a small image: while it is drawn
    const QImage wanted = f.whole();
    QVERIFY(!plain.isNull() && !wanted.isNull() && wanted != plain);
    const QString words = f.processing();
    QVERIFY(!words.contains(u"not yet"_s));
    f.enhance(std::nullopt);
    QCOMPARE(f.whole(), plain);

    maker->setWorkAtOnce(0);
    PoolIsBusy busy;
    f.enhance(enhancement);
    QVERIFY(maker->isMaking());
    QTRY_VERIFY(!f.viewport->imageOnly().isNull());
    QCOMPARE(f.viewport->imageOnly(), plain);
    QVERIFY(!f.viewport->isDrawn());
    QVERIFY(f.processing().contains(u"not yet"_s));
    f.viewport->setOverlayVisible(false); // the text may be hidden, that not
    QVERIFY(f.viewport->overlayText().bottomRight.join(u' ').contains(u"not yet"_s));
    f.viewport->setOverlayVisible(true);
    busy.end();
    QCOMPARE(f.whole(), wanted);
    QVERIFY(!maker->isMaking());
    QCOMPARE(f.processing(), words);
}

void TestImageModes::enhancementOfAnotherImageOrWindowIsNeverShown()
{
    Fixture f;
    f.setTextures();
    auto *maker = f.viewport->findChild<EnhancementMaker *>();
    const session::Enhancement contrast{session::EnhancementKind::LocalContrast, 3};
    const auto setWindow = [&f](double width) {
        QVERIFY(f.dispatcher.submit(session::SetWindow{ViewId(u"v1"_s), f.series, session::Window{100, width}}));
    };
    f.showSlice(u"v1"_s, f.series, 3);
    setWindow(60);
    const QImage plain = f.whole();
    f.enhance(contrast);
    const QImage wanted = f.whole();
    QVERIFY(!plain.isNull() && !wanted.isNull() && plain != wanted);
    setWindow(200);
    f.showSlice(u"v1"_s, f.series, 2);
    f.enhance(std::nullopt);
    QVERIFY(f.waitDrawn());

    maker->setWorkAtOnce(0);
    f.enhance(contrast);
    QVERIFY(f.waitDrawn()); // what was made of slice 2 is kept now
    QSignalSpy made(maker, &EnhancementMaker::made);
    {
        PoolIsBusy busy;
        f.showSlice(u"v1"_s, f.series, 3);
        QVERIFY(maker->isMaking() && !f.viewport->shownInput().enhancement.made);
        setWindow(60);
        QTRY_VERIFY(!f.viewport->imageOnly().isNull());
        QCOMPARE(f.viewport->imageOnly(), plain);
        QVERIFY(!f.viewport->isDrawn());
    }
    QCOMPARE(f.whole(), wanted);
    QCOMPARE(made.size(), 1); // of two that were begun: the one under the window before was given up
    {
        const PoolIsBusy busy;
        f.showSlice(u"v1"_s, f.series, 2);
        QVERIFY(maker->isMaking());
        f.enhance(std::nullopt);
        QVERIFY(!maker->isMaking());
    }
    QVERIFY(f.waitDrawn());
    QTest::qWait(50);
    QCOMPARE(made.size(), 1);
}

void TestImageModes::enhancementIsMadeOnce()
{
    Fixture f;
    f.setTextures();
    f.viewport->findChild<EnhancementMaker *>()->setWorkAtOnce(0);
    f.showSlice(u"v1"_s, f.series, 2);
    const auto made = [&f] { return f.viewport->shownInput().enhancement.made; };
    const auto setWindow = [&f](double width) {
        QVERIFY(f.dispatcher.submit(session::SetWindow{ViewId(u"v1"_s), f.series, session::Window{100, width}}));
    };
    f.enhance(session::Enhancement{session::EnhancementKind::Edge, 2});
    QVERIFY(f.waitDrawn());
    const auto edges = made();
    QVERIFY(edges);
    const QImage before = f.viewport->imageOnly();
    setWindow(60);
    QCOMPARE(made(), edges); // a filter works before the window
    QVERIFY(f.whole() != before);
    f.enhance(session::Enhancement{session::EnhancementKind::LocalContrast, 2});
    QVERIFY(f.waitDrawn());
    const auto contrast = made();
    QVERIFY(contrast && contrast != edges);
    f.viewport->runCommand(u"rotate-right"_s);
    QVERIFY(f.waitDrawn());
    QCOMPARE(made(), contrast);
    setWindow(80); // it works after the window
    QVERIFY(made() != contrast);
    QVERIFY(f.waitDrawn());
    QVERIFY(made() && made() != contrast);
}

void TestImageModes::enhancementIsOfTheSlab()
{
    Fixture f;
    f.setTextures();
    f.showSlice(u"v1"_s, f.series, 2);
    f.enhance(session::Enhancement{session::EnhancementKind::Sharpen, 3});
    const QImage ofSlice = f.whole();
    f.showSlab(session::SlabMode::Maximum, 9.0);
    const QImage wanted = f.whole();
    QVERIFY(!wanted.isNull() && wanted != ofSlice);
    f.enhance(std::nullopt);
    QVERIFY(f.waitDrawn());
    f.viewport->findChild<EnhancementMaker *>()->setWorkAtOnce(0);
    f.enhance(session::Enhancement{session::EnhancementKind::Sharpen, 3});
    QCOMPARE(f.whole(), wanted);
    const auto ofSlab = f.viewport->shownInput().enhancement.made;
    QVERIFY(ofSlab);
    QVERIFY(f.dispatcher.submit(session::SetSlab{ViewId(u"v1"_s), std::nullopt}));
    QVERIFY(f.viewport->shownInput().enhancement.made != ofSlab); // none yet, or that of the slice
    QCOMPARE(f.whole(), ofSlice);
}

void TestImageModes::hiddenViewHoldsNoEnhancement()
{
    Fixture f;
    f.setTextures();
    auto *maker = f.viewport->findChild<EnhancementMaker *>();
    maker->setWorkAtOnce(0);
    f.showSlice(u"v1"_s, f.series, 2);
    f.enhance(session::Enhancement{session::EnhancementKind::Smooth, 2});
    const QImage wanted = f.whole();
    QVERIFY(f.viewport->shownInput().enhancement.made);
    f.viewport->hide();
    QVERIFY(!f.viewport->shownInput().enhancement.made && !maker->isMaking());
    f.viewport->show();
    QCOMPARE(f.whole(), wanted);
    QVERIFY(f.viewport->shownInput().enhancement.made);
}

void TestImageModes::planesOfOneSliceAreNotDrawnOverASlab()
{
    Fixture f;
    dicom::OverlayPlane plane;
    plane.rows = plane.columns = FakeImages::side;
    plane.bits = QByteArray(FakeImages::side * FakeImages::side / 8, char(0xFF));
    f.images.setInstance(f.series, 2, [&plane](auto &i) {
        i.overlays = std::make_shared<const std::vector<dicom::OverlayPlane>>(std::vector{plane});
    });
    f.showSlice(u"v1"_s, f.series, 2);
    QVERIFY(f.waitDrawn());
    const auto isColoured = [&f] {
        const QImage image = f.viewport->imageOnly();
        const QColor middle = image.pixelColor(image.width() / 2 + 20, image.height() / 2);
        return middle.red() != middle.green() || middle.green() != middle.blue();
    };
    QVERIFY(isColoured());
    QVERIFY(!f.band(u"SlabHidesOutlines"_s));
    f.showSlab(session::SlabMode::Maximum, 9.0);
    QVERIFY(f.waitDrawn());
    QVERIFY(!isColoured());
    QVERIFY(f.band(u"SlabHidesOutlines"_s));
    f.showSlab(session::SlabMode::Maximum, 3.0); // one slice is no slab
    QVERIFY(f.waitDrawn());
    QVERIFY(isColoured());
    QVERIFY(!f.band(u"SlabHidesOutlines"_s));
}

void TestImageModes::typedWindow()
{
    Fixture f;
    QVERIFY(f.waitDrawn());
    QVERIFY(f.viewport->typeWindow());
    QPointer<WindowEntry> entry = f.entry();
    QVERIFY(entry);
    auto *field = entry->findChild<QLineEdit *>();
    QCOMPARE(field->text(), u"128 256"_s); // as the file says
    field->setText(u"wide open"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(entry && entry->isVisible());
    QVERIFY(!f.window());
    bool isNamed = false;
    for (const QLabel *label : entry->findChildren<QLabel *>())
        isNamed = isNamed || label->text().contains(u"Two numbers"_s);
    QVERIFY(isNamed);
    field->setText(u"40 400"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(f.window() == (session::Window{40, 400}));
    QTRY_VERIFY(!entry);
    QVERIFY(f.viewport->overlayText().window.contains(u"W 400 L 40"_s));
    QVERIFY(f.dispatcher.undo(f.dispatcher.localActor()));
    QVERIFY(!f.window());
}

void TestImageModes::typedWindowChangesNothingByItself()
{
    Fixture f;
    QVERIFY(f.waitDrawn());
    const auto type = [&f](const QString &text) {
        QVERIFY(f.viewport->typeWindow());
        QPointer<WindowEntry> entry = f.entry();
        auto *field = entry->findChild<QLineEdit *>();
        if (!text.isEmpty())
            field->setText(text);
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_VERIFY(!entry);
    };
    type({}); // Enter alone: the file's window stays the file's
    QVERIFY(!f.window());
    const session::Window odd{-1234.5678, 1999.125, session::VoiFunction::Sigmoid};
    QVERIFY(f.dispatcher.submit(session::SetWindow{ViewId(u"v1"_s), f.series, odd}));
    QVERIFY(f.waitDrawn());
    type({});
    QVERIFY(f.window() == odd);
    type(u"-1234.5678 2000"_s);
    QVERIFY(f.window() == (session::Window{-1234.5678, 2000.0, session::VoiFunction::Sigmoid}));
    QVERIFY(f.dispatcher.submit(session::SetWindow{ViewId(u"v1"_s), f.series, session::Window{40, 400}}));
    QVERIFY(f.waitDrawn());
    type(u"0.3 0.5"_s); // LINEAR knows no such width
    QVERIFY(f.window() == (session::Window{0.3, 0.5, session::VoiFunction::LinearExact}));
}

void TestImageModes::pressOnTheNumbersActivates()
{
    Fixture f;
    QVERIFY(f.dispatcher.submit(session::SetLayout{1, 2, {}}));
    QVERIFY(f.dispatcher.submit(session::SetActiveView{ViewId(u"v2"_s)}));
    QVERIFY(f.waitDrawn());
    QSignalSpy activated(f.viewport.get(), &ViewportWidget::activated);
    f.mouse(QEvent::MouseButtonPress, f.windowNumbers());
    QCOMPARE(f.dispatcher.state().layout().active, ViewId(u"v1"_s));
    QCOMPARE(activated.size(), 1);
    f.mouse(QEvent::MouseButtonRelease, f.windowNumbers());
    QVERIFY(f.entry());
    f.entry()->close();
}

void TestImageModes::slabGoesAsFarAsTheStack()
{
    Fixture f; // 5 slices, 3 mm apart
    f.showSlice(u"v1"_s, f.series, 0);
    f.showSlab(session::SlabMode::Maximum, 3.0);
    QVERIFY(f.waitDrawn());
    const auto last = [&f] { return f.viewport->shownInput().slab->plan.last; };
    for (int wanted = 1; wanted < 5; ++wanted) { // each time one slice more, though half of them lie beyond the end
        QCOMPARE(f.viewport->runCommand(u"slab-thicker"_s), QString());
        QVERIFY(f.waitDrawn());
        QCOMPARE(last(), wanted);
    }
    const auto before = f.dispatcher.state().view(ViewId(u"v1"_s)).slab;
    QVERIFY(f.viewport->runCommand(u"slab-thicker"_s).contains(u"whole stack"_s));
    QVERIFY(f.dispatcher.state().view(ViewId(u"v1"_s)).slab == before);
    f.showSlab(session::SlabMode::Maximum, 500.0); // far beyond the stack: thinner shows at once
    QVERIFY(f.waitDrawn());
    for (int wanted = 3; wanted >= 0; --wanted) {
        QCOMPARE(f.viewport->runCommand(u"slab-thinner"_s), QString());
        QVERIFY(f.waitDrawn());
        QCOMPARE(last(), wanted);
    }
    QVERIFY(f.viewport->runCommand(u"slab-thinner"_s).contains(u"one slice"_s));
}

void TestImageModes::clickOnTheNumbersOpensTheField()
{
    Fixture f;
    QVERIFY(f.waitDrawn());
    f.mouse(QEvent::MouseButtonPress, f.windowNumbers());
    QVERIFY(!f.entry());
    f.mouse(QEvent::MouseButtonRelease, f.windowNumbers());
    QVERIFY(f.entry());
    f.entry()->close();
    QVERIFY(!f.window());
}

void TestImageModes::dragFromTheNumbersIsADrag()
{
    Fixture f;
    QVERIFY(f.waitDrawn());
    f.mouse(QEvent::MouseButtonPress, f.windowNumbers());
    QMouseEvent move(QEvent::MouseMove, f.windowNumbers() - QPointF(60, 0),
                     f.viewport->mapToGlobal(f.windowNumbers() - QPointF(60, 0)), Qt::NoButton, Qt::LeftButton, {});
    QApplication::sendEvent(f.viewport.get(), &move);
    f.mouse(QEvent::MouseButtonRelease, f.windowNumbers() - QPointF(60, 0));
    QVERIFY(!f.entry());
    QVERIFY(f.window().has_value()); // the left button sets the window
}

void TestImageModes::lensShowsTheSameFrame()
{
    Fixture f;
    QVERIFY(f.waitDrawn());
    const int left = f.images.seriesGrey(f.series), right = FakeImages::sliceGrey(f.images.key(f.series, 0).sop);
    const QPointF area = f.viewport->imageArea().topLeft();
    // The border between the two greys, 20 px left of the pointer.
    const ScreenPoint border = f.viewport->transform()->toScreen({31.5, 40.0});
    const QPointF pointer = area + QPointF(border.x + 20.0, border.y);
    f.mouse(QEvent::MouseMove, pointer);
    QCOMPARE(f.grabbedGrey(pointer - QPointF(45, 0)), left);
    f.viewport->setLens(3);
    // Three times over: the border lies 60 px away.
    QCOMPARE(f.grabbedGrey(pointer - QPointF(45, 0)), right);
    QCOMPARE(f.grabbedGrey(pointer - QPointF(75, 0)), left);
    f.viewport->setLens(2); // 40 px
    QCOMPARE(f.grabbedGrey(pointer - QPointF(32, 0)), right);
    QCOMPARE(f.grabbedGrey(pointer - QPointF(48, 0)), left);
    f.viewport->setLens(0);
    QCOMPARE(f.grabbedGrey(pointer - QPointF(45, 0)), left);
    QVERIFY(f.dispatcher.state().view(ViewId(u"v1"_s)).zoomPan == std::nullopt); // nothing of it is state
}

void TestImageModes::trueSize()
{
    Fixture f;
    QVERIFY(f.waitDrawn());
    QScreen *screen = f.viewport->screen();
    QVERIFY(!mmPerLogicalPixel(screen));
    QVERIFY(f.viewport->runCommand(u"true-size"_s).contains(u"ruler"_s));
    QVERIFY(!f.dispatcher.state().view(ViewId(u"v1"_s)).zoomPan);
    setMmPerDevicePixel(screen, 5.0); // no monitor is like that
    QVERIFY(!mmPerDevicePixel(screen));
    setMmPerDevicePixel(screen, 0.25);
    // No resize, no hiding: the measure is used at once.
    QCOMPARE(f.viewport->runCommand(u"true-size"_s), QString());
    QVERIFY(f.waitDrawn());
    // Ten image columns of 2 mm are 20 mm: at 0.25 mm a device pixel 80 of these.
    const auto transform = *f.viewport->transform();
    const double px = transform.toScreen({20, 10}).x - transform.toScreen({10, 10}).x;
    QVERIFY(std::abs(px * f.viewport->devicePixelRatioF() - 80.0) < 1e-6);
    QVERIFY(f.viewport->overlayText().bottomRight.last().contains(u"true size"_s));
    f.viewport->runCommand(u"fit"_s);
    QVERIFY(!f.viewport->overlayText().bottomRight.last().contains(u"true size"_s));
    // A detector's millimetres are not the patient's: it is said. Without any there is no true size.
    f.images.setInstance(f.series, 0, [](auto &i) { i.geometry.spacing.basis = dicom::SpacingBasis::DetectorPlane; });
    f.viewport->runCommand(u"true-size"_s);
    QVERIFY(f.viewport->overlayText().bottomRight.last().contains(u"true size (detector plane)"_s));
    f.viewport->runCommand(u"fit"_s);
    f.images.setInstance(f.series, 0, [](auto &i) { i.geometry.spacing = {}; });
    QVERIFY(!f.viewport->runCommand(u"true-size"_s).isEmpty());
    QVERIFY(!f.dispatcher.state().view(ViewId(u"v1"_s)).zoomPan);
    setMmPerDevicePixel(screen, std::nullopt);
}

/// What is called true size stops being called so at once when the monitor is another, or turns out to be.
void TestImageModes::trueSizeFollowsTheMonitor()
{
    Fixture f;
    QScreen *screen = f.viewport->screen();
    setMmPerDevicePixel(screen, 0.25);
    QCOMPARE(f.viewport->runCommand(u"true-size"_s), QString());
    QVERIFY(f.waitDrawn());
    QVERIFY(f.viewport->overlayText().bottomRight.last().contains(u"true size"_s));
    setMmPerDevicePixel(screen, 0.5);
    QVERIFY(!f.viewport->isDrawn());
    QVERIFY(!f.viewport->overlayText().bottomRight.last().contains(u"true size"_s));
    QVERIFY(f.waitDrawn());
    QCOMPARE(f.viewport->runCommand(u"true-size"_s), QString());
    const auto transform = *f.viewport->transform();
    const double px = transform.toScreen({20, 10}).x - transform.toScreen({10, 10}).x;
    QVERIFY(std::abs(px * f.viewport->devicePixelRatioF() - 40.0) < 1e-6);
    // The window comes onto another screen: this platform has only one, so the window says so without going.
    QVERIFY(f.waitDrawn());
    Q_EMIT f.viewport->window()->windowHandle()->screenChanged(screen);
    QVERIFY(!f.viewport->isDrawn());
    setMmPerDevicePixel(screen, std::nullopt);
    QVERIFY(!f.viewport->overlayText().bottomRight.last().contains(u"true size"_s));
}

/// Two monitors side by side, 1000 x 800 device pixels each; a window with two device pixels a logical one.
void TestImageModes::oneMeasureOnSeveralMonitors()
{
    const auto on = [](const QRectF &part, std::optional<double> left, std::optional<double> right) {
        return measureOn({{{0, 0, 1000, 800}, left}, {{1000, 0, 1000, 800}, right}}, part, 2.0);
    };
    const MonitorMeasure none{}, across{std::nullopt, true};
    const QRectF left(0, 0, 900, 800), right(1000, 0, 1000, 800), both(700, 0, 900, 800);
    QCOMPARE(on(left, 0.25, 0.2), (MonitorMeasure{0.5, false}));
    QCOMPARE(on(right, 0.25, 0.2), (MonitorMeasure{0.4, false}));
    QCOMPARE(on(both, 0.25, 0.2), across);
    QCOMPARE(on(both, 0.25, std::nullopt), across);
    QCOMPARE(on(both, std::nullopt, std::nullopt), none);
    QCOMPARE(on(right, 0.25, std::nullopt), none);
    QCOMPARE(on(both, 0.25, 0.2505), (MonitorMeasure{0.501, false})); // alike: that of the greater part
    QCOMPARE(on(both, 0.25, 0.252), across);
    QCOMPARE(on({0, 0, 1001, 800}, 0.25, 0.2), (MonitorMeasure{0.5, false})); // an edge that lies beyond
    QCOMPARE(on({-500, -500, 100, 100}, 0.25, 0.2), none);
}

void TestImageModes::coloursOfColourImages()
{
    Fixture f;
    QVERIFY(f.waitDrawn());
    QCOMPARE(f.viewport->runCommand(u"colours-hot-iron"_s), QString());
    QCOMPARE(f.viewport->overlayText().legend.name, u"Hot Iron"_s);
    QCOMPARE(f.viewport->overlayText().legend.low, u"0 HU"_s);
    QCOMPARE(f.viewport->overlayText().legend.high, u"255 HU"_s);
    f.viewport->runCommand(u"reset"_s);
    f.images.setInstance(f.series, 0, [](auto &i) { i.pixels.samplesPerPixel = 3; });
    for (const QString &command : {u"colours-hot-iron"_s, u"enhance-sharpen"_s, u"slab-mip"_s})
        QVERIFY2(!f.viewport->runCommand(command).isEmpty(), qPrintable(command));
    QVERIFY(f.dispatcher.state().presentations().empty());
}

CONSILIUM_TEST(TestImageModes)
#include "TestImageModes.moc"
