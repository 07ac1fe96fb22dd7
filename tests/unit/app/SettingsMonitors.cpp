#include "app/settings/MonitorSettings.h"
#include "app/settings/ProfileSettings.h"
#include "tests/support/TestMain.h"
#include "viewer/widgets/MonitorScale.h"

#include <QGuiApplication>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScreen>
#include <QTemporaryDir>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace consilium;

namespace
{

/// The page on the screen, and the bar as it is painted.
struct Page {
    QTemporaryDir folder;
    app::ProfileSettings settings{folder.path()};
    std::unique_ptr<app::MonitorSettings> page = std::make_unique<app::MonitorSettings>(settings);

    explicit Page(int width)
    {
        widgets::setMmPerDevicePixel(QGuiApplication::primaryScreen(), std::nullopt);
        page->resize(width, 500);
        page->show();
    }
    ~Page() { widgets::setMmPerDevicePixel(QGuiApplication::primaryScreen(), std::nullopt); }
    [[nodiscard]] QLineEdit &length() const { return *page->findChild<QLineEdit *>(u"monitor-length"_s); }
    [[nodiscard]] QString state() const { return page->findChild<QLabel *>(u"monitor-state"_s)->text(); }
    void keep() const { page->findChild<QPushButton *>(u"monitor-keep"_s)->click(); }
    [[nodiscard]] std::optional<double> measured() const
    {
        return widgets::mmPerDevicePixel(QGuiApplication::primaryScreen());
    }
    /// Device pixels from the outer edge of the left upright to that of the right one, counted on a picture of it.
    [[nodiscard]] int barPx() const
    {
        const QImage picture = page->grab().toImage();
        // The uprights stand alone in their row: find the row whose ink is two short pieces far from each other.
        int best = 0;
        const QRgb ground = picture.pixel(2, 2);
        for (int y = 0; y < picture.height(); ++y) {
            int first = -1, last = -1, count = 0;
            for (int x = 0; x < picture.width(); ++x)
                if (picture.pixel(x, y) != ground) {
                    first = first < 0 ? x : first;
                    last = x;
                    ++count;
                }
            const int thick = std::max(1, int(std::round(2 * picture.devicePixelRatio())));
            if (count == 2 * thick)
                best = std::max(best, last - first + 1);
        }
        return best;
    }
};

} // namespace

class SettingsMonitors : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // What the person measures is divided by what is painted: counted here on the picture.
    void aPixelIsTheRulersLengthByTheBars()
    {
        for (const int width : {1200, 700}) { // the whole bar, and one that has less room
            Page page(width);
            const int px = page.barPx();
            QVERIFY2(px > 500, qPrintable(QString::number(px)));
            page.length().setText(u"210.5"_s);
            page.keep();
            QVERIFY(page.measured());
            QVERIFY2(std::abs(*page.measured() - 210.5 / px) < 1e-9, qPrintable(QString::number(*page.measured())));
            // ... and what was 210.5 mm is shown as that again.
            QCOMPARE(page.length().text(), u"210.5"_s);
            const auto logical = widgets::mmPerLogicalPixel(QGuiApplication::primaryScreen());
            const double ratio = QGuiApplication::primaryScreen()->devicePixelRatio();
            QVERIFY(logical && std::abs(*logical - 210.5 / px * ratio) < 1e-9);
            const auto kept = page.settings.monitorMmPerPixel(widgets::monitorKey(QGuiApplication::primaryScreen()));
            QVERIFY(kept && std::abs(*kept - 210.5 / px) < 1e-9);
        }
    }

    void aCommaIsAPoint()
    {
        Page page(1200);
        const int px = page.barPx();
        page.length().setText(u" 200,5 "_s);
        page.keep();
        QVERIFY(page.measured() && std::abs(*page.measured() - 200.5 / px) < 1e-9);
    }

    void whatIsNoLengthIsRefused()
    {
        Page page(1200);
        for (const QString &typed : {u""_s, u"wide"_s, u"19.9"_s, u"1000.1"_s, u"-200"_s, u"nan"_s, u"inf"_s}) {
            page.length().setText(typed);
            page.keep();
            QVERIFY2(!page.measured(), qPrintable(typed));
            QVERIFY2(page.state().contains(u"from 20 to 1000"_s), qPrintable(typed));
        }
    }

    void itIsRememberedAndForgotten()
    {
        Page page(1200);
        page.length().setText(u"200"_s);
        page.keep();
        const double mm = *page.measured();
        widgets::setMmPerDevicePixel(QGuiApplication::primaryScreen(), std::nullopt); // another start
        app::useMonitorMeasures(page.settings, page.page.get());
        QCOMPARE(page.measured().value_or(0.0), mm);
        page.page->findChild<QPushButton *>(u"monitor-forget"_s)->click();
        QVERIFY(!page.measured());
        QVERIFY(!page.settings.monitorMmPerPixel(widgets::monitorKey(QGuiApplication::primaryScreen())));
        QVERIFY(page.state().startsWith(u"Not measured"_s));
    }
};

CONSILIUM_TEST(SettingsMonitors)
#include "SettingsMonitors.moc"
