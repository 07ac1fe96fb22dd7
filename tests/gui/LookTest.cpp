#include "app/windows/MainWindow.h"
#include "app/windows/NoticeBar.h"
#include "app/worklist/FilterBar.h"
#include "tests/gui/LookDesk.h"
#include "tests/gui/PaintedText.h"
#include "tests/support/TestMain.h"
#include "viewer/render2d/Overlay.h"
#include "viewer/widgets/BandRow.h"
#include "viewer/widgets/ViewportWidget.h"

#include <QApplication>
#include <QLabel>
#include <QListWidget>
#include <QPainter>
#include <QPushButton>
#include <QScopeGuard>

using namespace Qt::StringLiterals;
using namespace consilium;
using Desk = test::LookDesk;

namespace
{

/// Paints its text itself.
class Written final : public QWidget
{
public:
    using QWidget::QWidget;
    QString text = u"Large"_s;
    QColor ink = Qt::black;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        QFont large = font();
        large.setPixelSize(40);
        painter.setFont(large);
        painter.setPen(ink);
        painter.drawText(QPoint(0, 40), text);
    }
};

QImage written(const QColor &ink, const QColor &ground)
{
    QImage image(300, 60, QImage::Format_RGB32);
    image.fill(ground);
    QPainter painter(&image);
    painter.setPen(ink);
    QFont font = painter.font();
    font.setPixelSize(40);
    painter.setFont(font);
    painter.drawText(image.rect(), Qt::AlignCenter, u"Text 文字"_s);
    return image;
}

} // namespace

class LookTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void rulesSeeWhatIsWrong()
    {
        QVERIFY(std::abs(test::paintedContrast(written(QColor(0x77, 0x77, 0x77), Qt::white)) - 4.48) <
                0.05); // WCAG's own
        QVERIFY(std::abs(test::paintedContrast(written(Qt::black, Qt::white)) - 21.0) < 0.1);
        // Widgets without the program's own style, which another class of this binary may have left behind.
        const auto restore = qScopeGuard([style = qApp->styleSheet()] { qApp->setStyleSheet(style); });
        qApp->setStyleSheet({});
        QWidget window;
        window.resize(400, 300);
        QPalette plain(Qt::black, Qt::white);
        plain.setColor(QPalette::Window, Qt::white);
        plain.setColor(QPalette::WindowText, Qt::black);
        window.setPalette(plain);
        window.setAutoFillBackground(true);
        auto *good = new QLabel(u"Good"_s, &window);
        good->setPalette(plain);
        good->setGeometry(10, 10, 100, 30);
        window.show();
        QCOMPARE(test::lookProblems(window), QStringList());
        good->setText(u"A sentence that cannot fit into its hundred pixels"_s);
        QVERIFY(test::lookProblems(window).join(u'\n').contains(u"px wide"_s));
        good->setText(u"A sente…"_s);
        QVERIFY(test::lookProblems(window).join(u'\n').contains(u"nowhere"_s));
        good->setText(u"Good"_s);
        QPalette pale = plain;
        pale.setColor(QPalette::WindowText, QColor(0x99, 0x99, 0x99));
        good->setPalette(pale);
        QVERIFY(test::lookProblems(window).join(u'\n').contains(u"contrast 2.8"_s));
        QVERIFY(test::lookProblems(window, test::LookColours::Sampled).join(u'\n').contains(u"contrast 2.8"_s));
        QVERIFY(test::coloursFor(3840) == test::LookColours::Sampled);
        good->setPalette(plain);
        QCOMPARE(test::lookProblems(window, test::LookColours::Sampled), QStringList());
        good->move(350, 10);
        QVERIFY(test::lookProblems(window).join(u'\n').contains(u"cut off"_s));
        good->move(10, 10);
        auto *other = new QLabel(u"Other"_s, &window);
        other->setPalette(plain);
        other->setGeometry(50, 20, 100, 30);
        other->show();
        QVERIFY(test::lookProblems(window).join(u'\n').contains(u"lies over"_s));
        delete other;
        // What a widget paints by itself is seen too, and large text is no exception.
        auto *painted = new Written(&window);
        painted->setPalette(plain);
        painted->setGeometry(10, 60, 200, 60);
        painted->show();
        QCOMPARE(test::lookProblems(window), QStringList());
        painted->setGeometry(10, 60, 60, 60);
        QVERIFY(test::lookProblems(window).join(u'\n').contains(u"cut at a side: “Large”"_s));
        painted->setGeometry(10, 60, 200, 20);
        QVERIFY(test::lookProblems(window).join(u'\n').contains(u"cut above or below: “Large”"_s));
        painted->setGeometry(10, 60, 200, 60);
        painted->ink = QColor(0x80, 0x80, 0x80); // 3.95:1
        QVERIFY(test::lookProblems(window).join(u'\n').contains(u"contrast 3.9"_s));
        painted->ink = Qt::black;
        painted->text = u"Lar…"_s;
        QVERIFY(test::lookProblems(window).join(u'\n').contains(u"nowhere: “Lar…”"_s));
        painted->setToolTip(u"Large"_s);
        QCOMPARE(test::lookProblems(window), QStringList());
        delete painted;
        auto *list = new QListWidget(&window);
        list->setPalette(plain);
        list->setGeometry(10, 60, 200, 100);
        list->addItem(u"Row"_s);
        list->item(0)->setSizeHint({0, 18});
        list->show();
        QVERIFY(test::lookProblems(window).join(u'\n').contains(u"x 18 px: “Row”"_s));
        list->item(0)->setSizeHint({0, 30});
        QCOMPARE(test::lookProblems(window), QStringList());
        delete list;
        auto *small = new QPushButton(&window);
        small->setGeometry(200, 100, 20, 20);
        small->show();
        QVERIFY(test::lookProblems(window).join(u'\n').contains(u"target of 20 x 20"_s));
    }

    void dangersAreReadInTheSmallestViews_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("en") << u"en"_s;
        QTest::newRow("zh_CN") << u"zh_CN"_s;
    }

    /// Of what endangers the words that matter stand in the band, whatever stands behind it.
    void dangersAreReadInTheSmallestViews()
    {
        using Kind = dicom::DataIssue::Kind;
        QFETCH(QString, language);
        Desk desk(language, u"dark"_s, QSize(1366, 768));
        desk.program->openPaths({desk.folder.path()});
        QTRY_VERIFY_WITH_TIMEOUT(desk.window().readingPage(), 20'000);
        QVERIFY(desk.window().runCommand(u"layout-3x4"_s));
        QTest::qWait(300);
        int width = desk.window().width();
        for (const auto *view : desk.window().findChildren<widgets::ViewportWidget *>())
            width = view->isVisible() ? std::min(width, view->width()) : width;
        QVERIFY(width < 320);
        const auto showing = [](Kind kind, int count, double value, double valueTo) {
            auto dataSet = std::make_shared<dicom::DataSet>();
            dataSet->isComplete = true;
            dataSet->issues = {{kind, {}, -1, -1, count, value, valueTo}};
            render2d::OverlayInput input;
            input.dataSet = dataSet;
            return input;
        };
        render2d::OverlayInput doubtful, failed, damaged;
        doubtful.identityDoubt = u"The name is another one."_s;
        failed.failure = u"It no longer exists there."_s;
        auto cut = std::make_shared<pixels::DecodedFrame>();
        cut->damaged = true;
        damaged.frame = cut;
        const struct {
            render2d::OverlayInput input;
            QString english, chinese;
        } cases[] = {
            {showing(Kind::MixedPatients, 0, 6.0, 0.0), u"Another patient"_s, u"另一患者"_s},
            {showing(Kind::MixedPatients, 2, 0.0, 1.0), u"2 different patients"_s, u"2 名不同患者"_s},
            {showing(Kind::MixedPatients, 3, 0.0, 0.0), u"3 different patients"_s, u"3 名不同患者"_s},
            {showing(Kind::MixedPatients, 0, 0.0, 0.0), u"Different patients"_s, u"不同患者"_s},
            {showing(Kind::ForeignObjects, 12, 1.0, 0.0), u"Another study"_s, u"另一检查"_s},
            {showing(Kind::ForeignObjects, 12, 0.0, 0.0), u"Another series"_s, u"另一序列"_s},
            {doubtful, u"Identity not confirmed"_s, u"身份未确认"_s},
            {failed, u"Image not available"_s, u"图像不可用"_s},
            {damaged, u"Image data damaged"_s, u"图像数据损坏"_s},
        };
        for (const auto &c : cases) {
            auto bands = render2d::bands(c.input);
            QCOMPARE(bands.size(), 1u);
            QVERIFY(bands[0].grade == render2d::Grade::Danger);
            bands[0].more = 12;
            widgets::BandRow row;
            row.setBands(bands);
            row.resize(width, widgets::BandRow::heightPx);
            QStringList painted;
            for (const auto &text : test::paintedTexts(row))
                painted << text.text;
            const QString all = painted.join(QString()); // digits and characters are painted apart
            QVERIFY2(all.contains(language == u"en" ? c.english : c.chinese) && all.contains(u"+12"_s),
                     qPrintable(all));
        }
    }

    void theFiltersTakeFewRows_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<int>("rows");
        for (const char *language : {"zh_CN", "zh_TW", "en"})
            for (const QSize size : {QSize(1366, 768), QSize(1920, 1080)})
                QTest::newRow(qPrintable(u"%1 %2"_s.arg(QLatin1String(language)).arg(size.width())))
                    << QString::fromLatin1(language) << size << (size.width() > 1900 ? 1 : 2);
    }

    /// With several archives and hospitals, and with one of each chosen. On the smaller screen with two days, too.
    void theFiltersTakeFewRows()
    {
        QFETCH(QString, language);
        QFETCH(QSize, size);
        QFETCH(int, rows);
        Desk desk(language, u"dark"_s, size);
        desk.fillWorklist();
        desk.program->worklistSearch().setSources({desk.source,
                                                   std::make_shared<test::FakeSource>(u"模体影像中心 Phantom centre"_s),
                                                   std::make_shared<test::FakeSource>(u"TEST archive of the ward"_s)});
        desk.window().worklist().search(); // the page looks at the archives when it asks them
        auto *bar = desk.window().findChild<app::FilterBar *>();
        QTest::qWait(60);
        bar->setInstitutions({u"模体医院 TEST HOSPITAL of the phantoms"_s, u"TEST"_s});
        auto *archives = bar->findChild<QPushButton *>(u"archiveChip"_s);
        QVERIFY(archives->isVisible() && archives->text().contains(u'3'));
        const auto rowsNow = [&] {
            QList<int> centres;
            for (const QWidget *part : bar->findChildren<QWidget *>(Qt::FindDirectChildrenOnly)) {
                const int centre = part->geometry().center().y();
                const auto isNear = [&](int other) { return std::abs(other - centre) < 8; };
                if (part->isVisible() && !part->isWindow() && part->x() >= 0 &&
                    std::none_of(centres.begin(), centres.end(), isNear))
                    centres << centre;
            }
            return int(centres.size());
        };
        QStringList wrong;
        const auto filter = [&](const app::WorklistFilter &wanted, const QString &place, int most) {
            bar->setFilter(wanted);
            wrong += desk.problems(place);
            if (rowsNow() > most)
                wrong << u"%1: %2 rows"_s.arg(place).arg(rowsNow());
        };
        app::WorklistFilter chosen;
        filter(chosen, u"filters"_s, rows);
        chosen.archive = ArchiveId(u"TEST archive of the ward"_s);
        chosen.institution = u"模体医院 TEST HOSPITAL of the phantoms"_s;
        chosen.further.bodyPart = u"TSPINE"_s;
        filter(chosen, u"filters, each chosen"_s, rows);
        if (rows > 1) {
            app::WorklistFilter days;
            days.period = u"custom"_s;
            filter(days, u"filters, two days"_s, rows);
            chosen.period = u"custom"_s;
            filter(chosen, u"filters, two days, each chosen"_s, rows);
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(u"\n"_s + wrong.join(u'\n')));
    }

    void theHospitalsMoveNoFilter_data() { theFiltersTakeFewRows_data(); }

    /// They come with the first answer, when somebody may be pointing at a chip or a row.
    void theHospitalsMoveNoFilter()
    {
        QFETCH(QString, language);
        QFETCH(QSize, size);
        Desk desk(language, u"dark"_s, size);
        desk.fillWorklist();
        desk.program->worklistSearch().setSources(
            {desk.source, std::make_shared<test::FakeSource>(u"TEST archive of the ward"_s)});
        desk.window().worklist().search();
        auto *bar = desk.window().findChild<app::FilterBar *>();
        auto *institution = bar->findChild<QPushButton *>(u"institutionChip"_s);
        QTest::qWait(60);
        const auto places = [&] {
            QTest::qWait(20);
            QList<QRect> all{bar->geometry()};
            for (const QWidget *part : bar->findChildren<QWidget *>(Qt::FindDirectChildrenOnly))
                if (part != institution && part->isVisible() && !part->isWindow())
                    all << part->geometry();
            return all;
        };
        for (const QString &period : {u"all"_s, u"custom"_s}) {
            app::WorklistFilter filter;
            filter.period = period;
            bar->setFilter(filter);
            bar->setInstitutions({});
            QVERIFY(!institution->isVisible());
            const auto before = places();
            bar->setInstitutions({u"模体医院 TEST HOSPITAL of the phantoms"_s, u"TEST"_s});
            QVERIFY(institution->isVisible());
            QCOMPARE(places(), before);
        }
    }

    void imagesTakeMostOfTheWindow_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QSize>("size");
        for (const char *language : {"zh_CN", "en"})
            for (const QSize size : {QSize(1366, 768), QSize(1400, 900), QSize(1600, 900), QSize(1920, 1200)})
                QTest::newRow(qPrintable(u"%1 %2"_s.arg(QLatin1String(language)).arg(size.width())))
                    << QString::fromLatin1(language) << size;
    }

    /// LOOK, principle 1: 63 % with panels, 90 % without; the bars are as low in every tab as they are in this one.
    void imagesTakeMostOfTheWindow()
    {
        QFETCH(QString, language);
        QFETCH(QSize, size);
        Desk desk(language, u"dark"_s, size);
        desk.program->openPaths({desk.folder.path()});
        QTRY_VERIFY_WITH_TIMEOUT(desk.window().readingPage(), 20'000);
        const auto &grid = desk.window().readingPage()->grid();
        const auto share = [&] {
            QTest::qWait(60);
            double area = 0.0;
            for (const auto *view : grid.shownViewports())
                area += double(view->width()) * view->height();
            return area / (double(size.width()) * size.height());
        };
        for (const QString &layout : {u"layout-1x1"_s, u"layout-2x2"_s}) {
            QVERIFY(desk.window().runCommand(layout));
            const double open = share();
            QVERIFY2(open >= 0.63, qPrintable(layout + u" %1"_s.arg(open)));
            QVERIFY(desk.window().runCommand(u"toggle-panels"_s));
            const double folded = share();
            QVERIFY2(folded >= 0.90, qPrintable(layout + u" %1"_s.arg(folded)));
            QCOMPARE(desk.window().size(), size);
            QVERIFY(desk.window().runCommand(u"toggle-panels"_s));
        }
        // Messages stay within the lower bar, and a larger window has its usual bars again.
        desk.window().notify(u"A sentence that is said here."_s, true);
        QTest::qWait(60);
        const auto &note = desk.window().noticeBar();
        QVERIFY(note.isVisible());
        QVERIFY(note.mapTo(&desk.window(), QPoint(0, note.height())).y() <=
                grid.mapTo(&desk.window(), QPoint(0, 0)).y());
        desk.window().resize(1920, 1200);
        QTest::qWait(60);
        QCOMPARE(grid.mapTo(&desk.window(), QPoint(0, 0)).y(), 84);
    }

    void everyPage_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("theme");
        QTest::addColumn<QSize>("size");
        for (const char *language : {"zh_CN", "en"})
            for (const char *theme : {"dark", "light"})
                for (const QSize size : {QSize(1366, 768), QSize(3840, 2160)})
                    QTest::newRow(
                        qPrintable(u"%1 %2 %3"_s.arg(QLatin1String(language), QLatin1String(theme)).arg(size.width())))
                        << QString::fromLatin1(language) << QString::fromLatin1(theme) << size;
    }

    void everyPage()
    {
        QFETCH(QString, language);
        QFETCH(QString, theme);
        QFETCH(QSize, size);
        Desk desk(language, theme, size);
        QCOMPARE(desk.window().size(), size);
        QStringList wrong = desk.problems(u"first start"_s);
        desk.fillWorklist();
        int places = 0;
        desk.walk([&](const QString &place) {
            ++places;
            wrong += desk.problems(place);
        });
        QVERIFY(places > 10); // none was missed
        wrong.removeDuplicates();
        QVERIFY2(wrong.isEmpty(), qPrintable(u"\n"_s + wrong.join(u'\n')));
    }
};

CONSILIUM_TEST(LookTest)
#include "LookTest.moc"
