#include "tests/support/TestMain.h"
#include "tests/unit/widgets/FakeImages.h"
#include "viewer/widgets/ViewportWidget.h"

#include <QTest>

#include <algorithm>
#include <memory>

using namespace consilium;
using namespace Qt::StringLiterals;
using test::Bench;
using widgets::ViewportWidget;

/// What a presentation state says of some images of a stack is drawn over these and no other.
class TestSomeImages : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /// Every pixel of the stack holds 30: in the window of the state, 0 to 120, level 63.75; in the file's own, 128 /
    /// 256 in the linear function, 30. The shutter leaves the left half.
    void eachImageIsDrawnByItsOwn()
    {
        Bench bench;
        const ViewId view(u"v1"_s);
        const DataSetId series = bench.images.addSeries(u"1.2"_s, {});
        for (int i = 0; i < 3; ++i)
            bench.images.setPixels(series, i, [](int, int) { return std::uint16_t(30); });
        const auto viewport = std::make_unique<ViewportWidget>(view, bench.dispatcher, bench.images, bench.bindings);
        viewport->resize(500, 420);
        viewport->show();
        (void)QTest::qWaitForWindowExposed(viewport.get());
        bench.show(u"v1"_s, u"1.2"_s, series);
        const session::ImageRefs second{{bench.images.key(series, 1).sop, 0}};
        session::DisplayShutter shutter;
        shutter.rectangle = session::ShutterRectangle{0, test::FakeImages::side / 2 - 1, 0, test::FakeImages::side - 1};
        shutter.grey = 200;
        shutter.images = second;
        session::GreyTables tables;
        tables.windows = {{session::Window{60.0, 120.0, session::VoiFunction::LinearExact}, second}};
        QVERIFY(bench.dispatcher.submit(session::SetShutter{view, series, shutter}));
        QVERIFY(bench.dispatcher.submit(session::SetGreyTables{view, series, tables}));

        const auto greyAt = [&viewport](double share) {
            const QImage picture = viewport->imageOnly();
            return qGray(picture.pixel(int(picture.width() * share), picture.height() / 2));
        };
        const auto isToldOf = [&viewport] {
            const auto causes = viewport->bandCauses();
            return std::any_of(causes.begin(), causes.end(),
                               [](const render2d::Band &band) { return band.id == u"LeftOutOfState"; });
        };
        for (const int slice : {1, 0, 1, 2}) {
            bench.showSlice(u"v1"_s, series, slice);
            QVERIFY(QTest::qWaitFor([&viewport] { return viewport->isDrawn(); }, 5000));
            const bool isNamed = slice == 1;
            QCOMPARE(greyAt(0.4), isNamed ? 64 : 30);
            QCOMPARE(greyAt(0.6), isNamed ? 200 : 30);
            QCOMPARE(isToldOf(), !isNamed);
            QCOMPARE(viewport->overlayText().window, isNamed ? u"W 120 L 60"_s : u"W 256 L 128"_s);
        }
    }
};

CONSILIUM_TEST(TestSomeImages)
#include "TestSomeImages.moc"
