#include "app/Application.h"
#include "app/windows/AppTabs.h"
#include "app/windows/MainWindow.h"
#include "app/windows/NoticeBar.h"
#include "app/windows/OpeningDetails.h"
#include "app/windows/ReadingBar.h"
#include "app/windows/TopLine.h"
#include "app/worklist/LoadingBar.h"
#include "tests/gui/StallWatch.h"
#include "tests/net/MinimalDicom.h"
#include "tests/support/TestMain.h"
#include "tests/unit/app/SmallArchive.h"
#include "tests/unit/app_bridge/FakeArchive.h"
#include "viewer/widgets/ViewportWidget.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPointer>
#include <QProcess>
#include <QPushButton>
#include <QScopeGuard>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTimer>
#include <QToolButton>
#include <QTreeWidget>

#include <atomic>

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
    void writeStudy(int number, const QString &date = u"20240229"_s) const
    {
        MinimalDicom image;
        image.studyDate = date;
        image.study = u"1.2.826.0.1.3680043.10.999.7.%1"_s.arg(number);
        image.series = image.study + u".1"_s;
        image.sop = image.series + u".1"_s;
        image.patientId = u"TEST-%1"_s.arg(number);
        write(u"study%1.dcm"_s.arg(number), image.part10());
    }
    /// Runs a command that asks for files or a folder, and chooses these (no name: the folder) in its dialog.
    void choose(const QString &command, const QStringList &names) const
    {
        bool wasChosen = false;
        QTimer waiting;
        QObject::connect(&waiting, &QTimer::timeout, [&] {
            auto *dialog = qobject_cast<QFileDialog *>(QApplication::activeModalWidget());
            if (!dialog || wasChosen)
                return;
            wasChosen = true;
            dialog->setDirectory(folder.path());
            QStringList quoted;
            for (const QString &name : names)
                quoted << u'"' + name + u'"';
            dialog->findChild<QLineEdit *>()->setText(names.isEmpty() ? folder.path() : quoted.join(u' '));
            QMetaObject::invokeMethod(dialog, "accept");
        });
        waiting.start(100);
        QVERIFY(program->window().runCommand(command));
        QTRY_VERIFY(wasChosen && !QApplication::activeModalWidget());
    }
    /// As a person opens a disc: its folder, or the file DICOMDIR.
    void openDisc(bool byFile)
    {
        start(true);
        program->openPaths({byFile ? folder.filePath(u"DICOMDIR"_s) : folder.path()});
    }
    void start(bool withNothing) { start({}, withNothing); }
    void start(const QString &study = {}, bool withNothing = false)
    {
        app::CommandLine line;
        line.profile = profile.path();
        line.language = u"en"_s;
        line.size = {1400, 900};
        if (study.isEmpty() && !withNothing)
            line.paths = {folder.path()};
        else if (!study.isEmpty())
            line.request = app::requestForStudy(study).value();
        language.install(u"en"_s);
        program = std::make_unique<app::Application>(std::move(line), language);
        program->start();
    }
    /// An archive with one study, TEST-1's.
    void use(const test::FakeArchive &archive) const
    {
        dicomweb::ArchiveConfig config;
        config.name = u"Ward 7"_s;
        config.baseUrl = archive.url();
        QVERIFY(program->archives().addForThisRun(config));
    }
    [[nodiscard]] QString inFront() const ///< the end of its study's UID
    {
        const auto *page = program->window().readingPage();
        return page ? page->session().studies().front().text().section(u'.', -2) : QString();
    }
    [[nodiscard]] QString notice() const { return program->window().lastNotice(); }
    [[nodiscard]] QString tone() const
    {
        const auto labels = program->window().noticeBar().findChildren<app::TopText *>();
        const auto said =
            std::find_if(labels.begin(), labels.end(), [this](const auto *l) { return l->whole() == notice(); });
        return said == labels.end() ? QString() : (*said)->property("tone").toString();
    }
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

const QString inArchive = u"1.2.826.0.1.3680043.10.999.1"_s;

/// Lists its study whatever it is asked for, and fails where `isFailing` says so.
test::FakeArchive::Fault listed(std::function<bool(const QByteArray &what)> isFailing = {})
{
    const QByteArray list = '[' + test::study(inArchive.toLatin1().constData(), "TEST-1", "A1") + ']';
    return [list, isFailing](const test::FakeArchive::Question &q) -> std::optional<test::FaultReply> {
        if (isFailing && isFailing(q.what))
            return test::reply(404, "text/plain", "gone");
        return q.what.isEmpty() ? std::optional(test::reply(200, "application/dicom+json", list)) : std::nullopt;
    };
}

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

    // Over another patient's images it would be taken for a note about them.
    void aNoteOfFilesLeftOutStaysWithItsStudy()
    {
        Desk desk;
        desk.writeStudy(1);
        desk.write(u"broken.dcm"_s, MinimalDicom().part10().left(300));
        desk.start();
        const auto *bar = desk.program->window().findChild<app::NoticeBar *>();
        QTRY_VERIFY_WITH_TIMEOUT(bar->isVisible(), 20'000);
        QCOMPARE(desk.inFront(), u"7.1"_s);
        const QString said = desk.notice();
        QTemporaryDir other;
        MinimalDicom image;
        image.study = u"1.2.826.0.1.3680043.10.999.7.2"_s;
        image.series = image.study + u".1"_s;
        image.sop = image.series + u".1"_s;
        image.patientId = u"TEST-2"_s;
        QFile file(other.filePath(u"image.dcm"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(image.part10()) > 0);
        file.close();
        desk.program->openPaths({other.path()});
        QTRY_COMPARE_WITH_TIMEOUT(desk.tabs(), 3, 20'000);
        QCOMPARE(desk.inFront(), u"7.2"_s);
        QVERIFY(!bar->isVisible());
        // What is said there meanwhile is seen alone.
        desk.program->window().notify(u"Of this one."_s, false);
        QVERIFY(bar->isVisible());
        QCOMPARE(bar->findChild<app::TopText *>()->whole(), u"Of this one."_s);
        auto *tabs = desk.program->window().findChild<app::AppTabs *>();
        tabs->setCurrentIndex(1);
        QCOMPARE(desk.inFront(), u"7.1"_s);
        QVERIFY(bar->isVisible());
        QCOMPARE(bar->findChild<app::TopText *>()->whole(), u"Of this one.\n"_s + said); // the newest first
        desk.program->window().showWorklist();                                           // nobody's images are there
        QVERIFY(bar->isVisible());
        tabs->setCurrentIndex(1);
        bar->findChild<QToolButton *>()->click();
        tabs->setCurrentIndex(2);
        tabs->setCurrentIndex(1);
        QVERIFY(!bar->isVisible()); // closed is closed
    }

    /// The whole reason can be read, beside a path that has to be cut.
    void lostFilesAreNamedWithTheirReason()
    {
        Desk desk;
        desk.writeStudy(1);
        desk.write(u"empty.dcm"_s, {});
        desk.write(u"sparse.dcm"_s, QByteArray(132'000, '\0'));
        desk.write(u"README.txt"_s, "nothing to see");
        desk.start();
        QTRY_VERIFY_WITH_TIMEOUT(!desk.notice().isEmpty(), 20'000);
        QVERIFY2(desk.notice().startsWith(u"2 files were left out"_s), qPrintable(desk.notice()));
        QCOMPARE(desk.tone(), u"crit"_s);
        auto *details = desk.details();
        QVERIFY(details);
        auto *files = details->findChild<QTreeWidget *>(u"refusedFiles"_s);
        QCOMPARE(files->topLevelItemCount(), 2);
        QStringList reasons;
        for (int i = 0; i < 2; ++i) {
            reasons << files->topLevelItem(i)->text(1);
            QVERIFY(files->fontMetrics().horizontalAdvance(reasons.back()) <= files->columnWidth(1));
        }
        reasons.sort();
        QCOMPARE(reasons, (QStringList{u"The file is damaged: it has no DICOM content."_s, u"The file is empty."_s}));
        details->close();
    }

    /// Only outlines, or only masks, were handed over: the study opens, and its view says what is there and what is
    /// not.
    void outlinesAloneAreOpenedAndSaidToBeAlone_data()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("structure set") << u"rtstruct.dcm"_s;
        QTest::newRow("segmentation") << u"seg.dcm"_s;
    }
    void outlinesAloneAreOpenedAndSaidToBeAlone()
    {
        QFETCH(const QString, file);
        QTemporaryDir made;
        const QString images = made.filePath(u"images"_s), outlines = made.filePath(u"outlines"_s);
        const QString phantom = qEnvironmentVariable("CONSILIUM_BIN") + u"/consilium-phantom"_s;
        QCOMPARE(QProcess::execute(phantom,
                                   {u"generate"_s, u"--out"_s, images, u"--kind"_s, u"head"_s, u"--slices"_s, u"6"_s,
                                    u"--rows"_s, u"64"_s, u"--columns"_s, u"64"_s, u"--patient-id"_s, u"TEST-ALONE"_s}),
                 0);
        QCOMPARE(QProcess::execute(phantom, {u"outline"_s, images, u"--out"_s, outlines}), 0);
        Desk desk;
        QVERIFY(QFile::copy(outlines + u'/' + file, desk.folder.filePath(file)));
        desk.start();
        QTRY_COMPARE_WITH_TIMEOUT(desk.tabs(), 2, 20'000);
        const auto view = [&] { return desk.program->window().findChild<widgets::ViewportWidget *>(); };
        QTRY_VERIFY_WITH_TIMEOUT(view(), 20'000);
        const auto band = [&] {
            const auto bands = view()->bands();
            return std::any_of(bands.begin(), bands.end(), [](const auto &b) { return b.id == u"MaskAlone"_s; });
        };
        const bool isMask = file == u"seg.dcm"_s;
        const auto *cards = desk.program->window().findChild<QListView *>(u"series-list"_s);
        QVERIFY(cards);
        QTRY_COMPARE_WITH_TIMEOUT(cards->model()->rowCount(), 1, 20'000);
        const QString card = cards->model()->index(0, 0).data(Qt::AccessibleTextRole).toString();
        QVERIFY2(card.contains(isMask ? u"SEG"_s : u"RTSTRUCT"_s), qPrintable(card));
        if (isMask) {
            QTRY_VERIFY_WITH_TIMEOUT(band(), 20'000);
        } else {
            QTRY_VERIFY_WITH_TIMEOUT(view()->emptyText().startsWith(u"Of this study there are only outlines"_s),
                                     20'000);
            QVERIFY2(view()->emptyText().contains(u"Structure set"_s), qPrintable(view()->emptyText()));
            QVERIFY2(view()->emptyText().contains(u"TEST-ALONE"_s), qPrintable(view()->emptyText()));
            QVERIFY2(view()->emptyText().contains(u"images that they are drawn over are not there"_s),
                     qPrintable(view()->emptyText()));
        }
        QVERIFY2(!desk.notice().contains(u"no DICOM images"_s), qPrintable(desk.notice()));

        desk.program->openPaths({images}); // now they are: shown in the same tab, and nothing is said any more
        QTRY_VERIFY_WITH_TIMEOUT(view()->emptyText().isEmpty() && !band(), 20'000);
        QCOMPARE(desk.tabs(), 2);
        if (!isMask)
            QTRY_VERIFY_WITH_TIMEOUT(view()->isDrawn(), 20'000);
    }

    void noStudyVanishes()
    {
        Desk desk;
        for (int i = 1; i <= 14; ++i)
            desk.writeStudy(i, QString::number(20240101 + i * 5 % 14)); // each day once
        desk.start();
        QTRY_VERIFY_WITH_TIMEOUT(!desk.notice().isEmpty(), 20'000);
        QVERIFY2(desk.notice().contains(u"2 studies were found and not opened"_s), qPrintable(desk.notice()));
        QCOMPARE(desk.tabs(), 13);
        QCOMPARE(desk.tone(), u"t2"_s); // nothing failed
        auto *details = desk.details();
        auto *studies = details ? details->findChild<QTreeWidget *>(u"unopenedStudies"_s) : nullptr;
        QVERIFY(studies);
        QCOMPARE(studies->topLevelItemCount(), 2);
        QVERIFY(studies->topLevelItem(0)->text(0) != u"—"_s);
        for (int i = 0; i < 2; ++i) { // the newest have the tabs, of the others the newest comes first
            QVERIFY(studies->topLevelItem(i)->text(1).startsWith(u"TEST-"_s));
            QVERIFY2(studies->topLevelItem(i)->text(2).startsWith(u"2024-01-0%1"_s.arg(2 - i)),
                     qPrintable(studies->topLevelItem(i)->text(2)));
        }
        const auto hasHeading = [details](const QString &text) {
            const auto labels = details->findChildren<QLabel *>();
            return std::any_of(labels.begin(), labels.end(), [&](const QLabel *l) { return l->text() == text; });
        };
        QVERIFY(hasHeading(u"2 more studies: a double click opens one"_s));
        Q_EMIT studies->itemActivated(studies->topLevelItem(0), 0);
        QCOMPARE(desk.tabs(), 14);
        QCOMPARE(studies->topLevelItemCount(), 1);
        // The list and the notice speak of the same number.
        QVERIFY(hasHeading(u"1 more study: a double click opens it"_s) ||
                hasHeading(u"1 more studies: a double click opens one"_s));
        QVERIFY2(desk.notice().startsWith(u"1 more stud"_s), qPrintable(desk.notice()));
        QCOMPARE(desk.tone(), u"t2"_s);
        details->close();
        QVERIFY(desk.program->window().runCommand(u"open-next-studies"_s));
        QCOMPARE(desk.tabs(), 15);
        QVERIFY(desk.program->window().runCommand(u"open-next-studies"_s));
        QCOMPARE(desk.tabs(), 15);
        QVERIFY(desk.notice().contains(u"All studies"_s));
        QVERIFY(desk.program->window().runCommand(u"opening-details"_s));
        QCOMPARE(desk.notice(), u"Nothing was left out."_s);
    }

    // Else another patient stays in front of who asked for this one.
    void whatIsNamedAgainComesToTheFront()
    {
        Desk desk, other;
        desk.writeStudy(1);
        other.writeStudy(2);
        desk.start();
        const auto inFront = [&] {
            const auto *page = desk.program->window().readingPage();
            return page ? page->session().studies().front().text() : QString();
        };
        QTRY_VERIFY(inFront().endsWith(u".7.1"_s));
        desk.program->openPaths({other.folder.path()});
        QTRY_VERIFY(inFront().endsWith(u".7.2"_s));
        QTRY_VERIFY(!desk.program->window().readingBar().isVisible());
        desk.program->openPaths({desk.folder.path()});
        QTRY_VERIFY(inFront().endsWith(u".7.1"_s));
        desk.program->window().showWorklist();
        desk.program->openPaths({other.folder.filePath(u"study2.dcm"_s)});
        QTRY_VERIFY(inFront().endsWith(u".7.2"_s));
        QCOMPARE(desk.tabs(), 3);
    }

    /// Laying out a word of 60,000 characters takes minutes.
    void aTextWithoutEndIsCut()
    {
        Desk desk;
        MinimalDicom image;
        image.patientName = QString(60'000, u'N');
        image.studyDescription = image.seriesDescription = QString(60'000, u'D');
        desk.write(u"long.dcm"_s, image.part10());
        QElapsedTimer clock;
        clock.start();
        desk.start();
        QTRY_VERIFY_WITH_TIMEOUT(desk.program->window().readingPage(), 20'000);
        QVERIFY(!desk.program->window().grab().isNull());
        QVERIFY2(clock.elapsed() < 20'000, qPrintable(QString::number(clock.elapsed())));
        const QString tab = desk.program->window().readingPage()->session().tabText();
        QVERIFY(tab.size() < 1'500 && tab.contains(u'…'));
    }

    void aLargeFolderSaysHowFarItIsAndStops()
    {
        Desk desk;
        desk.writeStudy(1);
        for (int i = 0; i < 30000; ++i)
            desk.write(u"x%1"_s.arg(i), QByteArray(200, char(i)));
        desk.start();
        auto &bar = desk.program->window().readingBar();
        auto *text = bar.findChild<QLabel *>();
        auto *line = bar.findChild<app::LoadingBar *>();
        QElapsedTimer waited;
        for (waited.start(); !bar.isVisible() && waited.elapsed() < 20'000;)
            QCoreApplication::processEvents();
        QVERIFY(bar.isVisible() && line->isVisible());
        QVERIFY2(text->text().startsWith(u"Reading files: "_s), qPrintable(text->text()));
        auto *stop = bar.findChild<QPushButton *>(u"stopReading"_s);
        QVERIFY(stop->isVisible());
        const QPointer<QWidget> before = desk.program->window().focusWidget();
        QTest::mouseClick(stop, Qt::LeftButton);
        QCOMPARE(desk.program->window().focusWidget(), before.data()); // a bar that goes passes nothing on
        QTRY_VERIFY_WITH_TIMEOUT(!bar.isVisible(), 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(desk.notice().contains(u"stopped"_s, Qt::CaseInsensitive), 20'000);
        bar.setProgress(1234, 30'001); // once they are counted
        QCOMPARE(text->text(), u"Reading files: 1\u2009234 of 30\u2009001"_s);
        bar.setProgress(0, 0);
        QVERIFY(!bar.isVisible());
    }

    /// A disc as DCMTK writes one: by its folder, and by the DICOMDIR alone.
    void aDiscIsOpenedByItsDirectory()
    {
        const QString tool = QStandardPaths::findExecutable(u"dcmmkdir"_s);
        NEEDS(!tool.isEmpty(), "dcmmkdir (Debian: dcmtk) is not installed");
        for (const bool byFile : {false, true}) {
            Desk desk;
            QVERIFY(QDir(desk.folder.path()).mkpath(u"IMAGES"_s));
            MinimalDicom image;
            for (int i = 1; i <= 3; ++i) {
                image.instanceNumber = i;
                image.sop = image.series + u".%1"_s.arg(i);
                desk.write(u"IMAGES/I%1"_s.arg(i), image.part10());
            }
            QProcess process;
            process.setWorkingDirectory(desk.folder.path());
            process.start(tool, {u"+r"_s, u"+I"_s, u"-W"_s, u"+id"_s, desk.folder.path(), u"+D"_s,
                                 desk.folder.filePath(u"DICOMDIR"_s), u"IMAGES"_s});
            QVERIFY(process.waitForFinished(60'000));
            QVERIFY2(QFile::exists(desk.folder.filePath(u"DICOMDIR"_s)), process.readAllStandardError().constData());
            MinimalDicom beside = image; // not on the disc's own list
            beside.study += u".9"_s;
            beside.series = beside.study + u".1"_s;
            beside.sop = beside.series + u".1"_s;
            desk.write(u"BESIDE"_s, beside.part10());
            QVERIFY(QFile::remove(desk.folder.filePath(u"IMAGES/I2"_s))); // a scratch
            desk.openDisc(byFile);
            QTRY_VERIFY_WITH_TIMEOUT(!desk.notice().isEmpty(), 20'000);
            const StudyUid study(image.study);
            QCOMPARE(desk.program->images().dataSets(study).size(), size_t(1));
            QCOMPARE(desk.program->images().dataSets(study).front()->slices.size(), size_t(2));
            // The file that is named and missing is told of, by the notice and in its details.
            auto *details = desk.details();
            QVERIFY2(details, qPrintable(desk.notice()));
            auto *files = details->findChild<QTreeWidget *>(u"refusedFiles"_s);
            QCOMPARE(files->topLevelItemCount(), 1);
            QVERIFY2(files->topLevelItem(0)->text(0).endsWith(u"IMAGES/I2"_s),
                     qPrintable(files->topLevelItem(0)->text(0)));
            details->close();
            // What lies beside it in the folder is opened with the folder only.
            QCOMPARE(desk.tabs(), byFile ? 2 : 3);
        }
    }

    void theMenusCommandsOpenWhatIsChosen()
    {
        Desk desk;
        desk.writeStudy(1);
        desk.writeStudy(2);
        desk.writeStudy(3);
        desk.start(true);
        QCOMPARE(desk.tabs(), 1);
        desk.choose(u"open-files"_s, {u"study1.dcm"_s, u"study3.dcm"_s});
        QTRY_COMPARE_WITH_TIMEOUT(desk.tabs(), 3, 20'000);
        desk.choose(u"open-folder"_s, {});
        QTRY_COMPARE_WITH_TIMEOUT(desk.tabs(), 4, 20'000);
    }

    void eachChangeThatIsNotKeptIsTold()
    {
        Desk desk;
        desk.start(true);
        const QString file = desk.profile.filePath(u"consilium.ini"_s);
        QFile::remove(file);
        QVERIFY(QDir().mkdir(file)); // nothing can be written over a folder
        auto *bar = desk.program->window().findChild<app::NoticeBar *>();
        for (int i = 0; i < 2; ++i) {
            QVERIFY(desk.program->window().runCommand(u"urgent-first"_s));
            QTRY_VERIFY(bar->isVisible());
            QVERIFY2(desk.notice().contains(u"cannot be written"_s), qPrintable(desk.notice()));
            bar->findChild<QToolButton *>()->click();
            QVERIFY(!bar->isVisible());
        }
        QVERIFY(QDir().rmdir(file));
        QVERIFY(desk.program->window().runCommand(u"urgent-first"_s));
        QTest::qWait(50);
        QVERIFY(!bar->isVisible());
    }

    // A folder may be called as its patient is: no file of this user of the computer names it, and only who was there
    // begins there again.
    void whereAPersonWasIsNotKept()
    {
        const test::MayStall lists("Qt's own list of files, which the tests have in place of the system's");
        const auto ask = [](const Desk &desk) {
            desk.program->window().runCommand(u"open-files"_s);
            return qobject_cast<QFileDialog *>(QApplication::activeModalWidget());
        };
        QString folder;
        {
            Desk desk;
            desk.writeStudy(1);
            folder = QFileInfo(desk.folder.path()).canonicalFilePath();
            desk.start(true);
            desk.choose(u"open-folder"_s, {});
            QTRY_COMPARE_WITH_TIMEOUT(desk.tabs(), 2, 20'000);
            auto *dialog = ask(desk);
            QVERIFY(dialog);
            QCOMPARE(dialog->directory().canonicalPath(), folder);
            dialog->close();
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        }
        QFile kept(QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u"/QtProject.conf"_s);
        if (kept.open(QIODevice::ReadOnly))
            QVERIFY(!kept.readAll().contains(QFileInfo(folder).fileName().toUtf8()));
        Desk next;
        next.start(true);
        auto *dialog = ask(next);
        QVERIFY(dialog);
        QVERIFY(dialog->directory().canonicalPath() != folder);
        QVERIFY(!dialog->history().contains(folder));
        QVERIFY(!dialog->sidebarUrls().contains(QUrl::fromLocalFile(folder)));
        dialog->close();
    }

    // The dialog alone is kept from the settings that all Qt programs of this user share: what stands there stays, and
    // others of this process find theirs.
    void whatOthersHaveLeftStays()
    {
        QTemporaryDir kept;
        const QString before = QFileInfo(QSettings(QSettings::UserScope, u"QtProject"_s).fileName()).path();
        const auto back =
            qScopeGuard([before] { QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, before); });
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, kept.path());
        const auto settings = [] { return QSettings(QSettings::UserScope, u"QtProject"_s); };
        const auto file = [&] {
            QFile on(kept.filePath(u"QtProject.conf"_s));
            return on.open(QIODevice::ReadOnly) ? on.readAll() : QByteArray();
        };
        Desk desk;
        desk.writeStudy(1);
        desk.start(true);
        settings().setValue(u"FileDialog/history"_s, QStringList{u"file:///of-others"_s});
        const QByteArray others = file();
        QVERIFY(others.contains("of-others"));
        desk.program->window().runCommand(u"open-files"_s);
        QPointer<QFileDialog> dialog = qobject_cast<QFileDialog *>(QApplication::activeModalWidget());
        QVERIFY(dialog);
        QVERIFY(!dialog->history().contains(u"/of-others"_s));
        QCOMPARE(QFileInfo(settings().fileName()).path(), kept.path()); // while it is open, too
        dialog->close();
        QTRY_VERIFY(!dialog);
        QCOMPARE(file(), others);
        desk.choose(u"open-folder"_s, {});
        QTRY_COMPARE_WITH_TIMEOUT(desk.tabs(), 2, 20'000);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QCOMPARE(file(), others);
        QCOMPARE(QFileInfo(settings().fileName()).path(), kept.path());
    }

    void aStudyThatNobodyCanBeAskedForIsSaid()
    {
        Desk desk;
        desk.start(u"1.2.3"_s);
        QVERIFY2(desk.notice().contains(u"no archive"_s), qPrintable(desk.notice()));
        QVERIFY2(desk.notice().contains(u"1.2.3"_s), qPrintable(desk.notice()));
    }

    // A line that was closed was read: it does not come back beside the next one. A new outcome is a new line.
    void whatTheReaderClosedStaysClosed()
    {
        Desk desk;
        desk.start(true);
        auto &bar = desk.program->window().noticeBar();
        const auto ask = [&](const QString &number) {
            desk.program->requests().open(app::requestForAccession(number).value());
        };
        ask(u"ONE"_s);
        ask(u"TWO"_s);
        QVERIFY2(desk.notice().contains(u"ONE"_s) && desk.notice().contains(u"TWO"_s), qPrintable(desk.notice()));
        bar.findChild<QToolButton *>()->click();
        QVERIFY(!bar.isVisible());
        ask(u"THREE"_s);
        QVERIFY(bar.isVisible());
        QVERIFY2(desk.notice().startsWith(u"Not opened: accession number THREE."_s), qPrintable(desk.notice()));
        QVERIFY2(!desk.notice().contains(u"ONE"_s) && !desk.notice().contains(u"TWO"_s), qPrintable(desk.notice()));
        ask(u"ONE"_s);
        QVERIFY2(desk.notice().contains(u"THREE"_s) && desk.notice().contains(u"ONE"_s), qPrintable(desk.notice()));
        // What others have said there is none of it.
        desk.program->window().notify(u"of others"_s, true);
        bar.findChild<QToolButton *>()->click();
        ask(u"FOUR"_s);
        QVERIFY2(desk.notice().contains(u"THREE"_s) && desk.notice().contains(u"FOUR"_s), qPrintable(desk.notice()));
    }

    void whatIsNotTrueAnyMoreGoesFromTheRow()
    {
        Desk desk;
        desk.start(true);
        auto &bar = desk.program->window().noticeBar();
        const auto shown = [&] { return bar.isVisible() ? bar.findChild<app::TopText *>()->whole() : QString(); };
        bar.show(u"a failure"_s, true);
        bar.show(u"a notice"_s, false);
        QCOMPARE(shown(), u"a notice\na failure"_s);
        bar.withdraw(u"another failure"_s);
        QCOMPARE(shown(), u"a notice\na failure"_s);
        bar.withdraw(u"a failure"_s);
        QCOMPARE(shown(), u"a notice"_s);
        bar.show(u"a failure"_s, true);
        bar.withdraw(u"a failure"_s);
        QCOMPARE(shown(), QString());
    }

    // The archive that could have what was asked for first says nothing. The second is opened after a moment; which one
    // it is, and what is still looked for, stays to be read. What is found late takes nobody's place.
    void aSilentArchiveHoldsNoOtherLink()
    {
        const QString late = u"1.2.826.0.1.3680043.10.999.2"_s;
        test::FakeArchive archive(test::FakeArchive::series(2), listed());
        test::SilentArchive silent;
        Desk desk;
        desk.start(true);
        desk.use(archive);
        QVERIFY(desk.program->archives().addForThisRun(silent.config()));
        auto &bar = desk.program->window().noticeBar();
        desk.program->requests().open(app::requestForStudy(late).value());
        desk.program->requests().open(app::requestForStudy(inArchive).value());
        QTRY_COMPARE_WITH_TIMEOUT(desk.inFront(), u"999.1"_s, 20'000);
        const QString said = desk.notice();
        QVERIFY2(said.contains(u"Looking for: study 1.2.826.0.1."_s), qPrintable(said));
        QVERIFY2(said.contains(u"Answered before, though asked for later: study 1.2.826.0.1."_s), qPrintable(said));
        QCOMPARE(desk.tone(), u"crit"_s);
        // It is not there after all.
        QTRY_VERIFY_WITH_TIMEOUT((silent.speak(), !desk.program->requests().isLookingFor()), 20'000);
        QVERIFY2(desk.notice().startsWith(u"Not opened: study 1.2.826.0.1."_s), qPrintable(desk.notice()));
        QVERIFY2(!desk.notice().contains(u"Answered before"_s), qPrintable(desk.notice()));
        QCOMPARE(desk.inFront(), u"999.1"_s); // said to be another one's, and the reader may be in the midst of it
        QVERIFY(bar.isVisible());
    }

    // Whoever asked for a study that is not there must not read the one that is in front for it.
    void whatIsNotFoundLeavesNobodyElseInFront()
    {
        Desk desk;
        desk.writeStudy(1);
        desk.start();
        QTRY_COMPARE_WITH_TIMEOUT(desk.inFront(), u"7.1"_s, 20'000);
        for (const QString &number : {u"NOTTHERE"_s, u"NEITHER"_s})
            desk.program->requests().open(app::requestForAccession(number).value());
        QVERIFY2(desk.notice().contains(u"Not opened: accession number NOTTHERE."_s), qPrintable(desk.notice()));
        QVERIFY2(desk.notice().contains(u"Not opened: accession number NEITHER."_s), qPrintable(desk.notice()));
        QCOMPARE(desk.inFront(), QString());
        QCOMPARE(desk.tabs(), 2); // it is not closed
        app::HandedOver message;
        message.refusedLink = u"consilium://settings?x=1"_s;
        QVERIFY(desk.program->window().runCommand(u"next-tab"_s));
        QCOMPARE(desk.inFront(), u"7.1"_s);
        desk.program->requests().takeHandedOver(message); // a link that cannot be read is no better
        QCOMPARE(desk.inFront(), QString());
        QVERIFY2(desk.notice().contains(u"does not know"_s), qPrintable(desk.notice()));
    }

    void noRequestTakesAnothersPlace_data()
    {
        QTest::addColumn<bool>("isFoundFirst");
        QTest::newRow("found, not there") << true;
        QTest::newRow("not there, found") << false;
    }
    void noRequestTakesAnothersPlace()
    {
        QFETCH(bool, isFoundFirst);
        test::Gate gate;
        test::FakeArchive archive(test::FakeArchive::series(2), listed([&](const auto &) { return gate.pass(); }));
        Desk desk;
        desk.writeStudy(1);
        desk.start();
        QTRY_COMPARE_WITH_TIMEOUT(desk.inFront(), u"7.1"_s, 20'000);
        desk.use(archive);
        const app::StudyRequest there = app::requestForStudy(inArchive).value();
        const app::StudyRequest missing = app::requestForAccession(u"NOTTHERE"_s).value();
        gate.close();
        for (const auto &request : {isFoundFirst ? there : missing, isFoundFirst ? missing : there})
            desk.program->requests().open(request);
        QVERIFY2(desk.notice().contains(u"Looking for"_s), qPrintable(desk.notice()));
        gate.open();
        QTRY_VERIFY_WITH_TIMEOUT(!desk.program->requests().isLookingFor(), 20'000);
        QVERIFY2(desk.notice().contains(u"Not opened: accession number NOTTHERE."_s), qPrintable(desk.notice()));
        QCOMPARE(desk.tabs(), 3);
        QCOMPARE(desk.inFront(), QString()); // neither of them is who both have asked for
        desk.program->requests().open(there);
        QTRY_COMPARE_WITH_TIMEOUT(desk.inFront(), u"999.1"_s, 20'000);
        QVERIFY2(desk.notice().contains(u"NOTTHERE"_s), qPrintable(desk.notice())); // nobody has read it yet
    }

    void whatDoesNotFitIsSaid()
    {
        test::Gate gate;
        test::FakeArchive archive(test::FakeArchive::series(2), listed([&](const auto &) { return gate.pass(); }));
        Desk desk;
        desk.start(true);
        desk.use(archive);
        gate.close();
        for (int i = 0; i < 14; ++i)
            desk.program->requests().open(app::requestForAccession(u"N%1"_s.arg(i)).value());
        QVERIFY2(desk.notice().contains(u"Not opened: accession number N13. As many"_s), qPrintable(desk.notice()));
        const app::HandedOver link{{}, u"consilium://open?accessionNumber=N14"_s};
        QVERIFY(!desk.program->requests().hasRoomFor(link));
        QVERIFY(desk.program->requests().hasRoomFor({{desk.folder.path()}, {}}));
        gate.open();
        QTRY_VERIFY_WITH_TIMEOUT(!desk.program->requests().isLookingFor(), 30'000);
        QVERIFY(desk.program->requests().hasRoomFor(link));
        for (int i = 0; i < 14; ++i)
            QVERIFY2(desk.notice().contains(u"Not opened: accession number N%1."_s.arg(i)), qPrintable(desk.notice()));
    }

    // Its tab goes, and the one beside it is somebody else's. The notice goes when the study opens after all.
    void whatDoesNotOpenLeavesNobodyElseInFront()
    {
        std::atomic<bool> isWell = false;
        test::FakeArchive archive(test::FakeArchive::series(2),
                                  listed([&](const QByteArray &what) { return !isWell && !what.isEmpty(); }));
        Desk desk;
        desk.writeStudy(1);
        desk.start();
        QTRY_COMPARE_WITH_TIMEOUT(desk.inFront(), u"7.1"_s, 20'000);
        desk.use(archive);
        desk.program->requests().open(app::requestForStudy(inArchive).value());
        QTRY_VERIFY_WITH_TIMEOUT(desk.notice().contains(u"cannot be opened"_s), 20'000);
        QVERIFY2(desk.notice().startsWith(u"The study cannot be opened: study 1.2.826.0.1."_s),
                 qPrintable(desk.notice()));
        QTRY_COMPARE(desk.tabs(), 2);
        QCOMPARE(desk.inFront(), QString());
        isWell = true;
        desk.program->requests().open(app::requestForStudy(inArchive).value());
        QTRY_COMPARE_WITH_TIMEOUT(desk.inFront(), u"999.1"_s, 20'000);
        QVERIFY2(!desk.notice().contains(u"cannot be opened"_s), qPrintable(desk.notice()));
    }

    // From the list it is named as it is there: by the patient, in the notice and nowhere else.
    void whatDoesNotOpenIsNamedAsItWasAskedFor()
    {
        test::FakeArchive archive(test::FakeArchive::series(2),
                                  listed([](const QByteArray &what) { return !what.isEmpty(); }));
        Desk desk;
        desk.start(true);
        desk.use(archive);
        auto &window = desk.program->window();
        const auto client = desk.program->archives().all().front().client;
        dicom::StudyHeader study;
        study.uid = StudyUid(inArchive);
        study.patient.id = u"TEST-1"_s;
        study.patient.name = dicom::PersonName::parse(u"TEST^NAMED=模体"_s);
        desk.program->openStudy(client, study);
        QTRY_VERIFY_WITH_TIMEOUT(desk.notice().contains(u"cannot be opened"_s), 20'000);
        QVERIFY2(desk.notice().startsWith(u"The study cannot be opened: "_s + study.patient.name.display() + u". "_s),
                 qPrintable(desk.notice()));
        QVERIFY(study.patient.name.display().contains(u"模体"_s));
        QCOMPARE(window.windowTitle(), u"Consilium"_s);
        study.uid = StudyUid(inArchive + u".5"_s);
        study.patient.name = {};
        desk.program->openStudy(client, study);
        QTRY_VERIFY2_WITH_TIMEOUT(desk.notice().contains(u"The study cannot be opened: patient ID TEST-1. "_s),
                                  qPrintable(desk.notice()), 20'000);
        // Its UID is another patient's, who is open.
        desk.writeStudy(1);
        desk.program->openPaths({desk.folder.path()});
        QTRY_COMPARE_WITH_TIMEOUT(desk.inFront(), u"7.1"_s, 20'000);
        study.uid = StudyUid(u"1.2.826.0.1.3680043.10.999.7.1"_s);
        study.patient.id = u"TEST-OTHER"_s;
        desk.program->openStudy(client, study);
        QVERIFY2(desk.notice().contains(u"The study cannot be opened: patient ID TEST-OTHER. "_s),
                 qPrintable(desk.notice()));
    }

    void whatIsDroppedAndDoesNotOpenIsNamed()
    {
        Desk desk;
        desk.start(true);
        QDir(desk.folder.path()).mkdir(u"TEST-EMPTY"_s);
        desk.program->openPaths({desk.folder.filePath(u"TEST-EMPTY"_s)});
        QTRY_COMPARE_WITH_TIMEOUT(
            desk.notice(), u"There are no DICOM images in what was opened. (Asked for: “TEST-EMPTY”.)"_s, 20'000);
    }
};

CONSILIUM_TEST(OpeningTest)
#include "OpeningTest.moc"
