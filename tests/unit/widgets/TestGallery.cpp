#include "tests/support/TestMain.h"
#include "tests/unit/widgets/FakeImages.h"
#include "viewer/widgets/DetailsPopup.h"
#include "viewer/widgets/LayoutGrid.h"
#include "viewer/widgets/SeriesStrip.h"
#include "viewer/widgets/StudyInfoPanel.h"
#include "viewer/widgets/ToolBar.h"
#include "viewer/widgets/theme/Icons.h"
#include "viewer/widgets/theme/Theme.h"

#include <QApplication>
#include <QDir>
#include <QHBoxLayout>
#include <QPainter>
#include <QTest>
#include <QVBoxLayout>

using namespace consilium;
using namespace consilium::widgets;
using namespace Qt::StringLiterals;

/// A reading window put together from the widgets, drawn in both schemes: for people to look at (build/gallery), and a
/// check that images stay the same when the scheme changes.
class TestGallery : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readingWindow();
    void states();
    void icons();

private:
    static QString folder()
    {
        const QString path = QStringLiteral(CONSILIUM_BUILD_DIR "/gallery");
        QDir().mkpath(path);
        return path;
    }
};

namespace
{

std::uint16_t chest(int r, int c, double phase)
{
    const double x = (c - 256) / 256.0, y = (r - 256) / 256.0;
    const double body = x * x / 0.72 + y * y / 0.38;
    if (body > 1.0)
        return 24;
    for (const double side : {-0.36, 0.36}) {
        const double lung = (x - side) * (x - side) / 0.07 + (y + 0.02) * (y + 0.02) / (0.16 + 0.02 * phase);
        if (lung < 1.0)
            return std::uint16_t(200 + 60 * std::sin(c * 0.2) * std::sin(r * 0.17 + phase));
    }
    if (x * x / 0.012 + (y - 0.42) * (y - 0.42) / 0.012 < 1.0)
        return 1700;
    return std::uint16_t(1050 + 14 * std::sin(c * 0.9) * std::cos(r * 0.7));
}

DataSetId addChest(test::FakeImages &images, const QString &description, int number, bool complete,
                   std::vector<dicom::DataIssue> issues)
{
    test::FakeImages::SeriesSpec spec;
    spec.patientName = u"模体^胸部"_s;
    spec.description = description;
    spec.number = number;
    spec.slices = 3;
    spec.issues = std::move(issues);
    const DataSetId id = images.addSeries(u"1.2.840"_s, spec);
    for (int i = 0; i < 3; ++i) {
        images.setInstance(id, i, [](dicom::Instance &instance) {
            instance.pixels.rows = instance.pixels.columns = 512;
            instance.geometry.rows = instance.geometry.columns = 512;
            instance.geometry.spacing = {0.72, 0.72, dicom::SpacingBasis::PatientPlane};
            instance.grey.intercept = -1024;
            instance.grey.windows = {{-500, 1500, {}}};
            instance.patient.sex = u"M"_s;
            instance.patient.age = u"058Y"_s;
            instance.sliceThicknessMm = 1.0;
        });
        images.setPixels(id, i, [i](int r, int c) { return chest(r, c, i); });
    }
    images.setProgress(id, {268, 3, complete ? 268 : 99, 0, complete});
    return id;
}

} // namespace

void TestGallery::readingWindow()
{
    test::Bench bench;
    using Kind = dicom::DataIssue::Kind;
    const auto lung = addChest(bench.images, u"肺窗 1.0 mm 薄层"_s, 4, true, {});
    const auto soft = addChest(bench.images, u"纵隔窗 1.0 mm 薄层重建"_s, 3, true, {});
    const auto uneven =
        addChest(bench.images, u"冠状重建 1.0 mm"_s, 602, true, {{Kind::MissingSlices, u"2"_s, 130, 132}});
    const auto partial = addChest(bench.images, u"Sagittal 1.0 mm"_s, 603, false, {});
    test::FakeImages::SeriesSpec broken;
    broken.description = u"剂量报告"_s;
    broken.modality = u"SR"_s;
    broken.number = 900;
    broken.ready = false;
    const auto failed = bench.images.addSeries(u"1.2.840"_s, broken);
    broken.description = u"定位像"_s;
    broken.number = 1;
    bench.images.addSeries(u"1.2.840"_s, broken);
    bench.images.failDataSet(failed, ErrorCode::ServerError);

    QWidget window;
    auto *column = new QVBoxLayout(&window);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *bar = new ToolBar(bench.dispatcher, bench.bindings, &window);
    column->addWidget(bar);
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    column->addLayout(row);
    auto *grid = new LayoutGrid(bench.dispatcher, bench.images, bench.bindings, &window);
    row->addWidget(new SeriesStrip(bench.dispatcher, bench.images, &window));
    row->addWidget(grid, 1);
    row->addWidget(new StudyInfoPanel(bench.dispatcher, bench.images, bench.bindings, &window));

    QVERIFY(bench.dispatcher.submit(session::SetLayout{2, 2, {}}));
    bench.show(u"v1"_s, u"1.2.840"_s, lung);
    bench.show(u"v2"_s, u"1.2.840"_s, soft);
    QVERIFY(bench.dispatcher.submit(session::SetWindow{ViewId(u"v2"_s), soft, session::Window{45, 380}}));
    bench.show(u"v3"_s, u"1.2.840"_s, uneven);
    bench.show(u"v4"_s, u"1.2.840"_s, partial);
    grid->activeViewport()->runCommand(u"window-preset-lung"_s);
    window.resize(1920, 1120);
    window.show();
    QImage previous;
    for (const auto &[scheme, name] : {std::pair{Scheme::Dark, "dark"}, std::pair{Scheme::Light, "light"}}) {
        applyTheme(*qApp, scheme, QLocale(u"zh_CN"_s));
        QTest::qWait(300);
        QVERIFY(grid->activeViewport()->isDrawn());
        const QImage picture = window.grab().toImage();
        QVERIFY(picture.save(folder() + u"/reading-%1.png"_s.arg(QLatin1String(name))));
        const ViewportWidget *viewport = grid->viewport(ViewId(u"v2"_s));
        const qreal ratio = picture.devicePixelRatio();
        const QRectF area(viewport->mapTo(&window, QPoint(0, 0)) * ratio, viewport->size() * ratio);
        const QImage images = picture.copy(area.toRect().adjusted(2, 2, -2, -2)); // the edge may share a device pixel
        if (!previous.isNull())
            QCOMPARE(images, previous); // a scheme never changes what is over or in an image
        previous = images;
    }
    applyTheme(*qApp, Scheme::Dark, QLocale(u"en"_s));
}

void TestGallery::states()
{
    using Kind = dicom::DataIssue::Kind;
    test::Bench bench;
    test::FakeImages::SeriesSpec spec;
    spec.ready = false;
    spec.description = u"纵隔窗 1.0 mm"_s;
    const auto loading = bench.images.addSeries(u"1.2"_s, spec), failed = bench.images.addSeries(u"1.2"_s, spec);
    bench.images.failFrame(bench.images.key(failed, 0), ErrorCode::ConnectionLost);
    bench.images.setProgress(loading, {268, 5, 99, 0, false});
    const auto many =
        addChest(bench.images, u"肺窗 1.0 mm"_s, 4, false,
                 {{Kind::MissingSlices, u"gap of 6.0 mm"_s, 130, 132}, {Kind::GantryTilt, u"12.0"_s, -1, -1}});
    applyTheme(*qApp, Scheme::Dark, QLocale(u"zh_CN"_s));
    LayoutGrid grid(bench.dispatcher, bench.images, bench.bindings);
    grid.resize(1200, 620);
    grid.show();
    QVERIFY(bench.dispatcher.submit(session::SetLayout{2, 2, {}}));
    bench.show(u"v1"_s, u"1.2"_s, loading);
    bench.show(u"v2"_s, u"1.2"_s, failed);
    bench.show(u"v4"_s, u"1.2.840"_s, many);
    QVERIFY(QTest::qWaitFor([&] { return grid.viewport(ViewId(u"v4"_s))->isDrawn(); }));
    const auto *fourth = grid.viewport(ViewId(u"v4"_s));
    const ScreenPoint at = fourth->transform()->toScreen({300, 256});
    QTest::mouseMove(grid.viewport(ViewId(u"v4"_s)), fourth->imageArea().topLeft() + QPoint(int(at.x), int(at.y)));
    QVERIFY(grid.grab().save(folder() + u"/states.png"_s));
    Q_EMIT grid.viewport(ViewId(u"v4"_s))->detailsRequested(u"MissingSlices"_s);
    auto *popup = grid.findChild<DetailsPopup *>();
    QVERIFY(popup);
    QVERIFY(popup->grab().save(folder() + u"/details.png"_s));
    popup->close();
}

void TestGallery::icons()
{
    const QStringList names = iconNames();
    QVERIFY(names.size() > 30);
    QImage sheet(8 * 120, (int(names.size()) / 8 + 1) * 84, QImage::Format_RGB32);
    sheet.fill(tokens(Scheme::Dark).bg1);
    QPainter painter(&sheet);
    for (int i = 0; i < names.size(); ++i) {
        const QPixmap large = iconPixmap(names[i], 48, tokens(Scheme::Dark).t2, 1.0);
        painter.drawPixmap((i % 8) * 120 + 10, (i / 8) * 84 + 8, large);
        painter.drawPixmap((i % 8) * 120 + 70, (i / 8) * 84 + 20,
                           iconPixmap(names[i], 20, tokens(Scheme::Dark).t2, 1.0));
        painter.setPen(tokens(Scheme::Dark).t3);
        painter.drawText((i % 8) * 120 + 6, (i / 8) * 84 + 74, names[i]);
    }
    painter.end();
    QVERIFY(sheet.save(folder() + u"/icons.png"_s));
}

CONSILIUM_TEST(TestGallery)
#include "TestGallery.moc"
