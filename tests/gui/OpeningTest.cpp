#include "app/Application.h"
#include "app/windows/AppTabs.h"
#include "app/windows/MainWindow.h"
#include "app/windows/OpeningDetails.h"
#include "tests/net/MinimalDicom.h"
#include "tests/support/TestMain.h"

#include <QFile>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace consilium;
using test::MinimalDicom;

namespace
{

/// The whole program, as it starts on a folder.
struct Desk {
    QTemporaryDir profile, folder;
    app::Language language;
    std::unique_ptr<app::Application> program;

    void write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    void writeStudy(int number) const
    {
        MinimalDicom image;
        image.study = u"1.2.826.0.1.3680043.10.999.7.%1"_s.arg(number);
        image.series = image.study + u".1"_s;
        image.sop = image.series + u".1"_s;
        image.patientId = u"TEST-%1"_s.arg(number);
        write(u"study%1.dcm"_s.arg(number), image.part10());
    }
    void start(const QString &study = {})
    {
        app::CommandLine line;
        line.profile = profile.path();
        line.language = u"en"_s;
        line.size = {1400, 900};
        if (study.isEmpty())
            line.paths = {folder.path()};
        else
            line.request = app::requestForStudy(study).value();
        language.install(u"en"_s);
        program = std::make_unique<app::Application>(std::move(line), language);
        program->start();
    }
    [[nodiscard]] QString notice() const { return program->window().lastNotice(); }
    [[nodiscard]] int tabs() const { return program->window().findChild<app::AppTabs *>()->count(); }
    [[nodiscard]] app::OpeningDetails *details() const
    {
        auto *button = program->window().findChild<QPushButton *>(u"noticeDetails"_s);
        if (!button || !button->isVisible())
            return nullptr;
        button->click();
        return program->window().findChild<app::OpeningDetails *>();
    }
};

} // namespace

class OpeningTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theCauseIsShownWhenNothingOpens()
    {
        Desk desk;
        desk.write(u"broken.dcm"_s, MinimalDicom().part10().left(300));
        desk.start();
        QTRY_VERIFY_WITH_TIMEOUT(!desk.notice().isEmpty(), 20'000);
        QVERIFY2(desk.notice().startsWith(u"Nothing could be opened."_s), qPrintable(desk.notice()));
        QVERIFY(!desk.notice().contains(u"no DICOM images"_s));
        QVERIFY(!desk.notice().contains(u"broken.dcm"_s));
        auto *details = desk.details();
        QVERIFY(details);
        auto *files = details->findChild<QTreeWidget *>(u"refusedFiles"_s);
        QVERIFY(files);
        QCOMPARE(files->topLevelItemCount(), 1);
        QVERIFY(files->topLevelItem(0)->text(0).endsWith(u"broken.dcm"_s));
        QVERIFY(!files->topLevelItem(0)->text(1).isEmpty());
        details->close();
    }

    void whatIsLeftOutIsNamed()
    {
        Desk desk;
        desk.writeStudy(1);
        desk.write(u"broken.dcm"_s, MinimalDicom().part10().left(300));
        desk.start();
        QTRY_VERIFY_WITH_TIMEOUT(!desk.notice().isEmpty(), 20'000);
        QVERIFY2(!desk.notice().contains(u"no DICOM images"_s), qPrintable(desk.notice()));
        QVERIFY(desk.details());
        QCOMPARE(desk.tabs(), 2);
    }

    void noStudyVanishes()
    {
        Desk desk;
        for (int i = 1; i <= 14; ++i)
            desk.writeStudy(i);
        desk.start();
        QTRY_VERIFY_WITH_TIMEOUT(!desk.notice().isEmpty(), 20'000);
        QVERIFY2(desk.notice().contains(u"2 more studies"_s) || desk.notice().contains(u"2 more"_s),
                 qPrintable(desk.notice()));
        QCOMPARE(desk.tabs(), 13);
        auto *details = desk.details();
        QVERIFY(details);
        auto *studies = details->findChild<QTreeWidget *>(u"unopenedStudies"_s);
        QVERIFY(studies);
        QCOMPARE(studies->topLevelItemCount(), 2);
        QVERIFY(studies->topLevelItem(0)->text(0) != u"—"_s);
        Q_EMIT studies->itemActivated(studies->topLevelItem(0), 0);
        QCOMPARE(desk.tabs(), 14);
        QCOMPARE(studies->topLevelItemCount(), 1);
        details->close();
        QVERIFY(desk.program->window().runCommand(u"open-next-studies"_s));
        QCOMPARE(desk.tabs(), 15);
        QVERIFY(desk.program->window().runCommand(u"open-next-studies"_s));
        QCOMPARE(desk.tabs(), 15);
        QVERIFY(desk.notice().contains(u"All studies"_s));
        QVERIFY(desk.program->window().runCommand(u"opening-details"_s));
        QCOMPARE(desk.notice(), u"Nothing was left out."_s);
    }

    void aStudyThatNobodyCanBeAskedForIsSaid()
    {
        Desk desk;
        desk.start(u"1.2.3"_s);
        QVERIFY2(desk.notice().contains(u"no archive"_s), qPrintable(desk.notice()));
    }
};

CONSILIUM_TEST(OpeningTest)
#include "OpeningTest.moc"
