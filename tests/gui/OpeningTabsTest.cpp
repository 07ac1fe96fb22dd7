#include "app/Application.h"
#include "app/windows/AppTabs.h"
#include "app/windows/MainWindow.h"
#include "app/windows/ReadingPage.h"
#include "app/windows/ReadingSession.h"
#include "tests/net/MinimalDicom.h"
#include "tests/support/TestMain.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QStackedWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace consilium;

/// The tabs of a folder of many studies: one by one behind the first, and what a person does meanwhile holds.
class OpeningTabsTest : public QObject
{
    Q_OBJECT

    static constexpr int count = 8;

    QTemporaryDir m_profile, m_folder;
    app::Language m_language;
    std::unique_ptr<app::Application> m_program;

    [[nodiscard]] int tabs() const { return m_program->window().findChild<app::AppTabs *>()->count(); }
    [[nodiscard]] app::AppTabs &tabBar() const { return *m_program->window().findChild<app::AppTabs *>(); }
    [[nodiscard]] QStringList tabTexts() const
    {
        QStringList all;
        for (int i = 1; i < tabs(); ++i) // behind the worklist, whose name may be in another language
            all << tabBar().tabText(i);
        return all;
    }
    /// How many of the reading tabs have their page.
    [[nodiscard]] int pages() const { return int(m_program->window().findChildren<app::ReadingPage *>().size()); }
    /// Of the reading tabs, from left to right.
    [[nodiscard]] QStringList studies() const
    {
        QStringList all;
        const auto *any = m_program->window().findChild<app::ReadingPage *>();
        const auto *pages = any ? qobject_cast<QStackedWidget *>(any->parentWidget()) : nullptr;
        for (int i = 0; pages && i < pages->count(); ++i)
            if (const auto *page = qobject_cast<app::ReadingPage *>(pages->widget(i)))
                all << page->session().studies().front().text();
        return all;
    }
    /// The program, as soon as it has the first tab: no turn of the event loop later.
    void startUntilFirst()
    {
        app::CommandLine line;
        line.profile = m_profile.path();
        line.language = u"en"_s;
        line.size = {1400, 900};
        line.paths = {m_folder.path()};
        m_language.install(u"en"_s);
        m_program = std::make_unique<app::Application>(std::move(line), m_language);
        m_program->start();
        QElapsedTimer waited;
        for (waited.start(); !m_program->window().readingPage() && waited.elapsed() < 20'000;)
            QCoreApplication::processEvents();
        QVERIFY(m_program->window().readingPage());
    }

private Q_SLOTS:
    void initTestCase()
    {
        for (int i = 1; i <= count; ++i) {
            test::MinimalDicom image;
            image.studyDate = QString::number(20240100 + i);
            image.study += u".7.%1"_s.arg(i);
            image.series = image.study + u".1"_s;
            image.sop = image.series + u".1"_s;
            image.patientId = u"TEST-%1"_s.arg(i);
            QFile file(m_folder.filePath(u"study%1.dcm"_s.arg(i)));
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(image.part10()) > 0);
        }
    }
    void cleanup() { m_program.reset(); }

    // The newest first, and that is in front as soon as there is one.
    void theyComeInOrderBehindTheFirst()
    {
        startUntilFirst();
        const auto *front = m_program->window().readingPage();
        QTRY_COMPARE_WITH_TIMEOUT(tabs(), count + 1, 20'000); // beside the worklist
        QCOMPARE(m_program->window().readingPage(), front);
        QStringList sorted = studies();
        std::sort(sorted.rbegin(), sorted.rend());
        QCOMPARE(studies(), sorted);
        QCOMPARE(sorted.size(), qsizetype(count));
    }

    // It does not come back with the others, and takes none of them along.
    void oneIsClosedMeanwhile()
    {
        startUntilFirst();
        const StudyUid first = m_program->window().readingPage()->session().studies().front();
        m_program->window().closeSession(m_program->window().readingPage()->session());
        QTRY_COMPARE_WITH_TIMEOUT(tabs(), count, 20'000);
        QTest::qWait(300);
        QCOMPARE(tabs(), count);
        QVERIFY(!studies().contains(first.text()));
        QCOMPARE(m_program->images().studies().size(), std::size_t(count - 1));
    }

    /// Other colours, another language: each tab is there at once, in its place; the page in front too; of the others
    /// one is made a turn of the event loop.
    void aWindowThatIsBuiltAnewMakesItsPagesOneATurn()
    {
        startUntilFirst();
        QTRY_COMPARE_WITH_TIMEOUT(tabs(), count + 1, 20'000);
        const auto *front = &m_program->window().readingPage()->session();
        const QStringList all = studies(), texts = tabTexts();
        QCOMPARE(all.size(), qsizetype(count));
        m_program->setTheme(u"light"_s);
        QCOMPARE(tabTexts(), texts);
        QCOMPARE(pages(), 1);
        QVERIFY(m_program->window().readingPage());
        QCOMPARE(&m_program->window().readingPage()->session(), front);
        QList<int> seen{pages()};
        QTimer turns;
        connect(&turns, &QTimer::timeout, this, [&] { seen << pages(); });
        turns.start(0);
        QTRY_COMPARE_WITH_TIMEOUT(pages(), count, 20'000);
        turns.stop();
        seen << pages();
        for (qsizetype i = 1; i < seen.size(); ++i) // this timer may be passed over once
            QVERIFY2(seen[i] - seen[i - 1] <= 2, qPrintable(u"%1 in one turn"_s.arg(seen[i] - seen[i - 1])));
        QCOMPARE(studies(), all);
        QCOMPARE(tabTexts(), texts);
        QCOMPARE(&m_program->window().readingPage()->session(), front);
    }

    // A tab that is wanted before its page is made has it then, as it was left; also when the window was built anew
    // again meanwhile.
    void aPageThatIsWantedEarlierIsMadeThen()
    {
        startUntilFirst();
        QTRY_COMPARE_WITH_TIMEOUT(tabs(), count + 1, 20'000);
        tabBar().setCurrentIndex(count);
        auto &window = m_program->window();
        const auto *last = &window.readingPage()->session();
        QVERIFY(window.runCommand(u"repair-log"_s) && window.runCommand(u"magnifier-2"_s));
        tabBar().setCurrentIndex(1);
        const auto *front = &window.readingPage()->session();
        m_program->setTheme(u"light"_s);
        m_program->setLanguage(u"zh_CN"_s);
        QCOMPARE(pages(), 1);
        QCOMPARE(&m_program->window().readingPage()->session(), front);
        QVERIFY(!m_program->window().pageOf(*last));
        tabBar().setCurrentIndex(count);
        const auto *page = m_program->window().readingPage();
        QVERIFY(page && &page->session() == last);
        QVERIFY(page->isVisible() && page->isRepairLogShown());
        QCOMPARE(page->grid().lens(), 2);
        QTRY_COMPARE_WITH_TIMEOUT(pages(), count, 20'000);
        QCOMPARE(m_program->window().readingPage(), page); // none comes to the front by itself
    }

    // What is closed before it has a page goes with its study.
    void aTabWithoutItsPageIsClosed()
    {
        startUntilFirst();
        QTRY_COMPARE_WITH_TIMEOUT(tabs(), count + 1, 20'000);
        m_program->setTheme(u"light"_s);
        QCOMPARE(pages(), 1);
        Q_EMIT tabBar().tabCloseRequested(count);
        QCOMPARE(tabs(), count);
        QCOMPARE(m_program->images().studies().size(), std::size_t(count - 1));
        QTRY_COMPARE_WITH_TIMEOUT(pages(), count - 1, 20'000);
        QTest::qWait(100);
        QCOMPARE(pages(), count - 1);
    }

    void theProgramEndsMeanwhile()
    {
        startUntilFirst();
        m_program.reset();
        QTest::qWait(100); // nothing is made for who has gone
    }
};

CONSILIUM_TEST(OpeningTabsTest)
#include "OpeningTabsTest.moc"
