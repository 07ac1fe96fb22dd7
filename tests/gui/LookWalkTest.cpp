#include "app/settings/SettingsPage.h"
#include "app/windows/OpeningDetails.h"
#include "tests/gui/LookDesk.h"
#include "tests/gui/Ward.h"
#include "tests/support/TestMain.h"
#include "viewer/widgets/SegmentPanel.h"
#include "viewer/widgets/documents/DocumentPane.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QProcess>
#include <QPushButton>
#include <QTabBar>

using namespace consilium;
using Desk = test::LookDesk;

namespace
{

/// Phantoms, made once: a study with documents, one with outlines, one whose slices are not all there.
class Studies
{
public:
    Studies()
    {
        const QStringList head{u"--kind"_s, u"head"_s,      u"--slices"_s, u"24"_s,        u"--rows"_s,
                               u"64"_s,     u"--columns"_s, u"64"_s,       u"--patient"_s, u"MOTI^YANSHI=模体^演示"_s};
        const auto of = [&](const char *patient) {
            return head + QStringList{u"--patient-id"_s, QString::fromLatin1(patient)};
        };
        isMade = make(u"plain"_s, of("TEST-DOCUMENTS")) &&
                 make(u"missing"_s, of("TEST-MISSING") + QStringList{u"--variant"_s, u"missing"_s}) &&
                 make(u"outlined"_s, of("TEST-OUTLINED")) &&
                 run(phantomTool(), {u"outline"_s, path(u"outlined"_s), u"--out"_s, path(u"outlined"_s)}) &&
                 run(u"/usr/bin/python3"_s, {QStringLiteral(CONSILIUM_SOURCE_DIR "/tests/phantom/documents.py"),
                                             path(u"plain"_s), path(u"documents/documents"_s)});
    }
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    static const Studies &all()
    {
        static const Studies made;
        return made;
    }
    bool isMade = false;

private:
    [[nodiscard]] static QString phantomTool()
    {
        return qEnvironmentVariable("CONSILIUM_BIN") + u"/consilium-phantom"_s;
    }
    [[nodiscard]] bool make(const QString &name, const QStringList &options) const
    {
        return run(phantomTool(), QStringList{u"generate"_s, u"--out"_s, path(name)} + options);
    }
    [[nodiscard]] static bool run(const QString &program, const QStringList &arguments)
    {
        QProcess process;
        process.start(program, arguments);
        return process.waitForFinished(120'000) && process.exitCode() == 0;
    }
    QTemporaryDir m_folder;
};

void addRows()
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

void open(const Desk &desk, const QString &folder)
{
    desk.program->openPaths({folder});
    QTRY_VERIFY_WITH_TIMEOUT(desk.window().readingPage(), 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(desk.window().readingPage()->grid().activeViewport()->isDrawn(), 20'000);
    QTest::qWait(300);
}

/// The menu that stands open, judged and closed again.
QStringList openMenu(const Desk &desk, const QString &place)
{
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    if (!menu)
        return {place + u": no menu"_s};
    QTest::qWait(30);
    const QStringList wrong = desk.judged(*menu, place);
    menu->close();
    return wrong;
}

void verdict(QStringList wrong)
{
    wrong.removeDuplicates();
    QVERIFY2(wrong.isEmpty(), qPrintable(u"\n"_s + wrong.join(u'\n')));
}

} // namespace

/// The places that LookTest does not go to.
class LookWalkTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void documents_data() { addRows(); }
    void documents()
    {
        QFETCH(QString, language);
        QFETCH(QString, theme);
        QFETCH(QSize, size);
        QVERIFY(Studies::all().isMade);
        Desk desk(language, theme, size);
        open(desk, Studies::all().path(u"documents/documents"_s));
        QStringList wrong, kinds;
        for (int i = 0; i < 8 && kinds.size() < 5; ++i) {
            QVERIFY(desk.window().runCommand(u"next-series"_s));
            auto *viewport = desk.window().readingPage()->grid().activeViewport();
            QTRY_VERIFY_WITH_TIMEOUT(viewport->isDrawn(), 20'000);
            if (!viewport->document())
                continue;
            const QString kind = viewport->document()->answer(u"document.kind"_s, {}).toString();
            kinds << kind;
            if (kind == "report"_L1)
                QVERIFY(desk.window().runCommand(u"document-find"_s));
            wrong += desk.problems(kind);
        }
        kinds.sort();
        QCOMPARE(kinds, (QStringList{u"clinical"_s, u"key-images"_s, u"pdf"_s, u"report"_s, u"waveform"_s}));
        verdict(wrong);
    }

    void besideTheImages_data() { addRows(); }
    void besideTheImages()
    {
        QFETCH(QString, language);
        QFETCH(QString, theme);
        QFETCH(QSize, size);
        QVERIFY(Studies::all().isMade);
        Desk desk(language, theme, size);
        open(desk, Studies::all().path(u"outlined"_s));
        auto *panel = desk.window().findChild<widgets::SegmentPanel *>();
        QTRY_VERIFY_WITH_TIMEOUT(panel->isVisible(), 20'000);
        QStringList wrong = desk.problems(u"segments"_s);
        QVERIFY(desk.window().runCommand(u"toggle-segments"_s));
        wrong += desk.problems(u"segments shown"_s);
        QVERIFY(desk.window().runCommand(u"context-menu"_s));
        wrong += openMenu(desk, u"menu of a view"_s);
        open(desk, Studies::all().path(u"missing"_s));
        QVERIFY(desk.window().runCommand(u"repair-log"_s));
        wrong += desk.problems(u"missing slices and the repair log"_s);
        QVERIFY(desk.window().runCommand(u"command-palette"_s));
        wrong += desk.problems(u"command palette"_s);
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : &desk.window(), Qt::Key_Escape);
        QVERIFY(desk.window().runCommand(u"show-details"_s));
        QTest::qWait(30);
        QVERIFY(QApplication::activePopupWidget());
        wrong += desk.judged(*QApplication::activePopupWidget(), u"details of a warning"_s);
        QApplication::activePopupWidget()->close();
        verdict(wrong);
    }

    void listsAndDialogs_data() { addRows(); }
    void listsAndDialogs()
    {
        QFETCH(QString, language);
        QFETCH(QString, theme);
        QFETCH(QSize, size);
        Desk desk(language, theme, size);
        desk.fillWorklist();
        desk.window().worklist().chooseColumns();
        QStringList wrong = openMenu(desk, u"menu of columns"_s);
        desk.window().worklist().focusList();
        QVERIFY(desk.window().runCommand(u"context-menu"_s));
        wrong += openMenu(desk, u"menu of a study"_s);
        // An archive that does not answer, as the test of a connection says it.
        desk.window().showSettings();
        auto *settings = desk.window().findChild<app::SettingsPage *>();
        settings->addArchive();
        settings->findChild<QLineEdit *>(u"archiveUrl"_s)->setText(u"http://127.0.0.1:1/dicom-web"_s);
        settings->findChild<QPushButton *>(u"testArchive"_s)->click();
        QTest::qWait(1500);
        wrong += desk.problems(u"result of a connection"_s);
        // What was left out when opening.
        QFile broken(desk.folder.filePath(u"broken.dcm"_s));
        QVERIFY(broken.open(QIODevice::WriteOnly));
        broken.write(test::MinimalDicom().part10().left(300));
        broken.close();
        desk.program->openPaths({desk.folder.path()});
        QTRY_VERIFY_WITH_TIMEOUT(!desk.window().lastNotice().isEmpty(), 20'000);
        QVERIFY(desk.window().runCommand(u"opening-details"_s));
        auto *details = desk.window().findChild<app::OpeningDetails *>();
        QVERIFY(details);
        QTest::qWait(60);
        wrong += desk.judged(*details, u"opening details"_s);
        details->close();
        verdict(wrong);
    }

    void signInAndLock_data() { addRows(); }
    void signInAndLock()
    {
        QFETCH(QString, language);
        QFETCH(QString, theme);
        QFETCH(QSize, size);
        test::Ward ward(language);
        ward.twoPeople(u"secret"_s, u"模体医师 TEST"_s, u"模体技师 TEST"_s);
        {
            app::PeopleStore store(ward.folder.path(), ward.clock);
            app::ProfileSettings(store.settingsFolder(test::first)).setTheme(theme);
        }
        app::CommandLine line;
        line.size = size;
        line.language = language;
        ward.start(std::move(line));
        const app::Workplace &place = *ward.place;
        const auto colours = test::coloursFor(size.width());
        const auto page = [&](const QString &name) {
            QTest::qWait(60);
            QStringList found = test::lookProblems(*place.signIn(), colours);
            for (QString &problem : found)
                problem.prepend(name + u": "_s);
            return found;
        };
        QVERIFY(place.signIn());
        QStringList wrong = page(u"sign-in"_s);
        ward.signIn(0, u"wrong"_s);
        QTRY_VERIFY(!ward.note().isEmpty());
        wrong += page(u"sign-in, wrong password"_s);
        ward.field()->clear();
        ward.signIn(0, u"secret"_s);
        QTRY_VERIFY_WITH_TIMEOUT(place.application(), 20'000);
        auto &window = ward.window();
        QVERIFY(window.runCommand(u"settings-people"_s));
        QTest::qWait(60);
        for (const QString &problem : test::lookProblems(window, colours))
            wrong += u"people: "_s + problem;
        QVERIFY(window.runCommand(u"lock"_s));
        QTest::qWait(100);
        for (const QString &problem : test::lookProblems(window, colours))
            wrong += u"locked: "_s + problem;
        verdict(wrong);
    }

    // F6 goes round: tabs, tool bar, series, images, panel; each has the keyboard in turn.
    void nextRegionMovesTheKeyboard()
    {
        Desk desk(u"en"_s, u"dark"_s, QSize(1366, 768));
        desk.program->openPaths({desk.folder.path()});
        QTRY_VERIFY_WITH_TIMEOUT(desk.window().readingPage(), 20'000);
        desk.window().activateWindow();
        auto &page = *desk.window().readingPage();
        QTRY_COMPARE(QApplication::focusWidget(), page.grid().activeViewport());
        QStringList order;
        const auto region = [&] {
            const QWidget *focused = QApplication::focusWidget();
            const auto within = [&](const QWidget *part) {
                return focused && part && (part == focused || part->isAncestorOf(focused));
            };
            return within(&page.grid())                                 ? u"images"_s
                   : within(&page.toolBar())                            ? u"tools"_s
                   : within(&page.strip())                              ? u"series"_s
                   : within(page.findChild<QWidget *>(u"study-info"_s)) ? u"panel"_s
                   : within(desk.window().findChild<QTabBar *>())       ? u"tabs"_s
                                                                        : u"nowhere"_s;
        };
        for (int i = 0; i < 6; ++i) {
            order << region();
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_F6);
        }
        QCOMPARE(order, (QStringList{u"images"_s, u"panel"_s, u"tabs"_s, u"tools"_s, u"series"_s, u"images"_s}));
        // Folded panels are passed over.
        page.grid().activeViewport()->setFocus();
        QVERIFY(desk.window().runCommand(u"toggle-panels"_s));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F6);
        QCOMPARE(region(), u"tabs"_s);
    }
};

CONSILIUM_TEST(LookWalkTest)
#include "LookWalkTest.moc"
