#include "app/Application.h"
#include "app/settings/SettingsPage.h"
#include "app/windows/MainWindow.h"
#include "app/worklist/WorklistView.h"
#include "tests/gui/LookRules.h"
#include "tests/net/MinimalDicom.h"
#include "tests/support/TestMain.h"
#include "tests/unit/app/FakeSource.h"

#include <QApplication>
#include <QFile>
#include <QLabel>
#include <QListWidget>
#include <QPainter>
#include <QPushButton>
#include <QScopeGuard>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace consilium;
using test::FakeSource;
using test::MinimalDicom;
using test::studyRow;

namespace
{

/// The whole program with a study from a folder and a worklist.
struct Desk {
    QTemporaryDir profile, folder;
    app::Language language;
    std::unique_ptr<app::Application> program;
    std::shared_ptr<FakeSource> source = std::make_shared<FakeSource>(u"archive"_s);

    Desk(const QString &spoken, const QString &theme, QSize size)
    {
        MinimalDicom image;
        image.patientName = u"TEST^Endoscopy With A Long Name=模体^很长的名字"_s;
        image.studyDescription = u"胸部、腹部及盆腔增强扫描 CT chest, abdomen and pelvis with contrast"_s;
        for (int i = 1; i <= 3; ++i) {
            image.instanceNumber = i;
            image.sop = image.series + u".%1"_s.arg(i);
            QFile file(folder.filePath(u"%1.dcm"_s.arg(i)));
            if (file.open(QIODevice::WriteOnly))
                file.write(image.part10());
        }
        app::CommandLine line;
        line.profile = profile.path();
        line.language = spoken;
        line.theme = theme;
        line.size = size;
        language.install(spoken);
        program = std::make_unique<app::Application>(std::move(line), language);
        program->start();
        window().resize(size);
    }
    [[nodiscard]] app::MainWindow &window() const { return program->window(); }
    void fillWorklist() const
    {
        program->worklistSearch().setSources({source});
        window().showWorklist();
        window().worklist().search();
        std::vector<Attributes> rows;
        for (int i = 1; i <= 30; ++i) {
            Attributes row =
                studyRow(u"1.2.%1"_s.arg(i), u"TEST^Patient %1=模体^患者%1"_s.arg(i), u"20260102"_s, 1000 + i);
            row.setText(tags::AccessionNumber, "SH", {u"ACC-2026-%1"_s.arg(i, 6)});
            row.setText(tags::StudyDescription, "LO", {u"头颅平扫加增强 Head without and with contrast %1"_s.arg(i)});
            row.setText(tags::ModalitiesInStudy, "CS", {u"CT"_s, u"SR"_s});
            rows.push_back(row);
        }
        source->answer(dicomweb::StudyPage{rows, true});
    }
    /// What is wrong now, each sentence with the place's name. Keeps a picture where CONSILIUM_LOOK names a folder.
    [[nodiscard]] QStringList problems(const QString &place) const
    {
        QTest::qWait(60); // posted layouts
        QStringList found = test::lookProblems(window());
        for (QString &problem : found)
            problem.prepend(place + u": "_s);
        if (const QString kept = qEnvironmentVariable("CONSILIUM_LOOK"); !kept.isEmpty())
            window().grab().save(
                u"%1/%2-%3-%4-%5.png"_s
                    .arg(kept, QString(place).replace(u' ', u'-'), language.current(), program->theme())
                    .arg(window().width()));
        return found;
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
        good->setPalette(plain);
        good->move(350, 10);
        QVERIFY(test::lookProblems(window).join(u'\n').contains(u"cut off"_s));
        good->move(10, 10);
        auto *other = new QLabel(u"Other"_s, &window);
        other->setPalette(plain);
        other->setGeometry(50, 20, 100, 30);
        other->show();
        QVERIFY(test::lookProblems(window).join(u'\n').contains(u"lies over"_s));
        delete other;
        auto *small = new QPushButton(&window);
        small->setGeometry(200, 100, 20, 20);
        small->show();
        QVERIFY(test::lookProblems(window).join(u'\n').contains(u"target of 20 x 20"_s));
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
        wrong += desk.problems(u"worklist"_s);
        auto *list = desk.window().findChild<app::WorklistView *>();
        list->setCurrentIndex(list->model()->index(0, 0));
        wrong += desk.problems(u"worklist with a study chosen"_s);

        desk.window().showSettings();
        auto *sections = desk.window().findChild<app::SettingsPage *>()->findChild<QListWidget *>();
        for (int i = 0; i < sections->count(); ++i) {
            sections->setCurrentRow(i);
            wrong += desk.problems(u"settings %1"_s.arg(i + 1));
        }
        desk.window().findChild<app::SettingsPage *>()->addArchive();
        wrong += desk.problems(u"new archive"_s);

        desk.program->openPaths({desk.folder.path()});
        QTRY_VERIFY_WITH_TIMEOUT(desk.window().readingPage(), 20'000);
        QTest::qWait(300);
        wrong += desk.problems(u"reading"_s);
        for (const char *layout : {"layout-2x2", "layout-3x4"}) {
            if (desk.window().commands().contains(QString::fromLatin1(layout)))
                QVERIFY(desk.window().runCommand(QString::fromLatin1(layout)));
            wrong += desk.problems(QString::fromLatin1(layout));
        }
        wrong.removeDuplicates();
        QVERIFY2(wrong.isEmpty(), qPrintable(u"\n"_s + wrong.join(u'\n')));
    }
};

CONSILIUM_TEST(LookTest)
#include "LookTest.moc"
