#include "app/Application.h"
#include "app/windows/MainWindow.h"
#include "app/windows/NoticeBar.h"
#include "tests/gui/Desk.h"
#include "tests/support/Variable.h"
#include "tests/unit/app/SmallArchive.h"
#include "tests/unit/app_bridge/FakeArchive.h"

#include <QPushButton>
#include <QTcpServer>

namespace
{

const QString inArchive = u"1.2.826.0.1.3680043.10.999.1"_s;

/// The whole program, with an archive that lists its one study whatever it is asked for.
struct Program {
    QTemporaryDir profile;
    app::Language language;
    test::FakeArchive archive;
    std::unique_ptr<app::Application> application;

    explicit Program(app::CommandLine line = {}, const Clock *clock = nullptr)
        : archive(test::FakeArchive::series(2),
                  [](const test::FakeArchive::Question &question) -> std::optional<test::FaultReply> {
                      const QByteArray list = '[' + test::study(inArchive.toLatin1().constData(), "TEST-1", "A1") + ']';
                      return question.what.isEmpty() ? std::optional(test::reply(200, "application/dicom+json", list))
                                                     : std::nullopt;
                  })
    {
        line.profile = profile.path();
        line.language = u"en"_s;
        line.size = {1400, 900};
        language.install(u"en"_s);
        app::Seat seat;
        seat.clock = clock;
        application = std::make_unique<app::Application>(std::move(line), language, std::move(seat));
        application->start();
        dicomweb::ArchiveConfig config;
        config.name = u"Ward 7"_s;
        config.baseUrl = archive.url();
        QVERIFY(application->archives().addForThisRun(config));
    }
    [[nodiscard]] bool isInFront() const
    {
        const auto *page = application->window().readingPage();
        return page && page->session().holds(StudyUid(inArchive));
    }
    void follow(const app::StudyRequest &request) const
    {
        application->requests().open(request);
        QTRY_VERIFY_WITH_TIMEOUT(!application->requests().isLookingFor(), 20'000);
    }
};

/// The machine's, set on.
class LateClock final : public Clock
{
public:
    TimeMs later = 0;
    [[nodiscard]] TimeMs nowMs() const override { return m_machine.nowMs() + later; }
    [[nodiscard]] std::int64_t steadyNs() const override { return m_machine.steadyNs(); }

private:
    SystemClock m_machine;
};

/// A link of the command line that is none.
app::CommandLine refusedLink()
{
    app::CommandLine line;
    line.refusedLink = u"consilium://settings?x=1"_s;
    return line;
}
const QString refusal = u"asks for something that this program does not know"_s;

} // namespace

/// Where messages are seen, and where they are not.
class NoticePlacesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // What became of one link is not news of the study that another one has opened.
    void whatWasNotFoundDoesNotLieOverWhatIsOpenedLater()
    {
        Program program;
        app::MainWindow &window = program.application->window();
        auto &bar = window.noticeBar();
        const auto *text = bar.findChild<app::TopText *>();
        program.follow(app::requestForAccession(u"NOTTHERE"_s).value());
        QVERIFY(bar.isVisible());
        QVERIFY2(text->whole().contains(u"NOTTHERE"_s), qPrintable(text->whole()));
        program.follow(app::requestForStudy(inArchive).value());
        QTRY_VERIFY_WITH_TIMEOUT(program.isInFront(), 20'000);
        QVERIFY2(!bar.isVisible(), qPrintable(text->whole()));
        window.showWorklist();
        QVERIFY(bar.isVisible());
        QVERIFY2(text->whole().contains(u"NOTTHERE"_s), qPrintable(text->whole()));
        QCOMPARE(text->property("tone").toString(), u"crit"_s);
    }

    // What is said of the settings leaves the button that keeps them in reach.
    void noMessageLiesOverWhatKeepsTheSettings()
    {
        Program program;
        app::MainWindow &window = program.application->window();
        const auto &bar = window.noticeBar();
        QVERIFY(window.runCommand(u"add-archive"_s));
        const auto *save = window.findChild<QPushButton *>(u"saveArchive"_s);
        QVERIFY(save && save->isVisible());
        window.notify(u"The disk is full. "_s.repeated(20), true);
        const auto coversSave = [&] {
            return bar.geometry().intersects(QRect(save->mapTo(&window, QPoint(0, 0)), save->size()));
        };
        QTRY_VERIFY(bar.isVisible() && bar.width() > 200);
        QTRY_VERIFY(!coversSave());
        window.showWorklist();
        QTRY_COMPARE(bar.geometry().right(), window.width() - 1); // the whole line again
        QVERIFY(window.runCommand(u"settings"_s));
        QTRY_VERIFY(bar.isVisible() && save->isVisible() && !coversSave());
    }

    // Nor is what was said when the program began.
    void whatWasSaidAtStartDoesNotLieOverWhatIsOpenedLater()
    {
        Program program(refusedLink());
        app::MainWindow &window = program.application->window();
        auto &bar = window.noticeBar();
        const auto *text = bar.findChild<app::TopText *>();
        QVERIFY(bar.isVisible());
        QVERIFY2(text->whole().contains(refusal), qPrintable(text->whole()));
        program.application->openStudy(program.application->archives().all().back().client, [] {
            dicom::StudyHeader study;
            study.uid = StudyUid(inArchive);
            study.patient.id = u"TEST-1"_s;
            return study;
        }());
        QTRY_VERIFY_WITH_TIMEOUT(program.isInFront(), 20'000);
        QVERIFY2(!bar.isVisible(), qPrintable(text->whole()));
        window.showWorklist(); // it was not read there
        QVERIFY(bar.isVisible());
        QVERIFY2(text->whole().contains(refusal), qPrintable(text->whole()));
        QCOMPARE(text->property("tone").toString(), u"crit"_s);
    }

    // A request that comes later has its own say, and takes nothing of it away.
    void whatWasSaidAtStartOutlastsALaterLink()
    {
        LateClock clock;
        Program program(refusedLink(), &clock);
        app::MainWindow &window = program.application->window();
        auto &bar = window.noticeBar();
        const auto *text = bar.findChild<app::TopText *>();
        QVERIFY2(bar.isVisible() && text->whole().contains(refusal), qPrintable(text->whole()));
        clock.later = 60'000;
        program.follow(app::requestForStudy(inArchive).value());
        QTRY_VERIFY_WITH_TIMEOUT(program.isInFront(), 20'000);
        QVERIFY2(!bar.isVisible(), qPrintable(text->whole()));
        window.showWorklist();
        QVERIFY2(bar.isVisible() && text->whole().contains(refusal), qPrintable(text->whole()));
    }

    // With what has come of the other paths, and nowhere else.
    void whatIsMissingAtStartIsToldOnce()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(u"one"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(file.write(test::FakeArchive::series(1).front().part10()) > 0);
        file.close();
        app::CommandLine line;
        line.paths = QStringList{folder.path()};
        line.missingPaths = QStringList{u"/not/there"_s};
        Program program(line);
        app::MainWindow &window = program.application->window();
        auto &bar = window.noticeBar();
        const auto *text = bar.findChild<app::TopText *>();
        QTRY_VERIFY_WITH_TIMEOUT(bar.lastText().contains(u"Opened at"_s), 20'000);
        window.showWorklist();
        QVERIFY(bar.isVisible());
        QVERIFY2(text->whole().count(u"/not/there"_s) == 1, qPrintable(text->whole()));
        bar.findChild<QToolButton *>()->click();
        QVERIFY2(!bar.isVisible(), qPrintable(text->whole()));
    }

    // It was not asked: it is not said of it that it does not answer.
    void aProxysFaultIsNotTheArchives()
    {
        QTcpServer nobody;
        QVERIFY(nobody.listen(QHostAddress::LocalHost, 0));
        const QByteArray url = "http://127.0.0.1:" + QByteArray::number(nobody.serverPort());
        nobody.close();
        const test::Variable proxy("http_proxy", url), without("no_proxy", "");
        Program program;
        dicomweb::ArchiveConfig config;
        config.name = u"Ward 8"_s;
        config.baseUrl = u"http://pacs.invalid/rs"_s;
        const auto client = program.application->archives().addForThisRun(config);
        QVERIFY(client);
        dicom::StudyHeader study;
        study.uid = StudyUid(inArchive);
        study.patient.id = u"TEST-1"_s;
        program.application->openStudy(*client, study);
        const auto &bar = program.application->window().noticeBar();
        QTRY_VERIFY_WITH_TIMEOUT(bar.lastText().contains(u"cannot be opened"_s), 20'000);
        QVERIFY2(bar.lastText().contains(u"The proxy of this network does not answer"_s), qPrintable(bar.lastText()));
        QVERIFY2(!bar.lastText().contains(u"Ward 8"_s), qPrintable(bar.lastText()));
    }

    // In a narrow line the brief words stand for the whole ones, from their beginning; the tip has it all.
    void briefWordsStandWhereTheWholeOnesHaveNoRoom()
    {
        const QString whole =
            u"127.0.0.1:21773 has not answered since 18:31. "_s + u"What is missing comes. "_s.repeated(9);
        const QString brief = u"No answer since 18:31: "_s + u"127.0.0.1:21773 "_s.repeated(40);
        app::TopText text;
        text.resize(100'000, 40);
        text.setWhole(whole, {}, brief);
        QCOMPARE(text.text(), whole);
        text.resize(text.fontMetrics().horizontalAdvance(u"No answer since 18:31: 127.0"_s) + 20,
                    text.fontMetrics().height() + 2);
        text.setWhole(whole, {}, brief);
        QVERIFY2(text.text().startsWith(u"No answer since 18:31"_s) && text.text().endsWith(u'…'),
                 qPrintable(text.text()));
        QVERIFY(text.toolTip().contains(whole));
        QCOMPARE(text.whole(), whole);
    }

    // Whatever has no room, it is never what has just happened.
    void theNewestComesFirst()
    {
        test::Desk desk;
        auto &bar = desk.window->noticeBar();
        bar.showOf(StudyUid(u"1"_s), {{u"the first failure"_s, true, {}}});
        const auto *text = bar.findChild<app::TopText *>();
        bar.showLines({{u"elsewhere"_s, true, [] { return false; }}, {u"here"_s, true, {}}});
        bar.show(u"saved just now"_s, false);
        QCOMPARE(text->whole(), u"saved just now\nhere"_s);
        bar.show(u"a failure after that"_s, true);
        QCOMPARE(text->whole(), u"a failure after that"_s);
    }

    // Each line where it belongs; what is not seen is not closed.
    void linesHavePlacesOfTheirOwn()
    {
        test::Desk desk;
        auto &bar = desk.window->noticeBar();
        bool isHere = false;
        const auto shown = [&] { return bar.isVisible() ? bar.findChild<app::TopText *>()->whole() : QString(); };
        const auto tone = [&] { return bar.findChild<app::TopText *>()->property("tone").toString(); };
        bar.showLines({{u"a failure elsewhere"_s, true, [&] { return isHere; }}, {u"what goes on"_s, false, {}}});
        QCOMPARE(shown(), u"what goes on"_s);
        QCOMPARE(tone(), u"t2"_s);
        bar.findChild<QToolButton *>()->click();
        QCOMPARE(shown(), QString());
        isHere = true;
        bar.lookAgain();
        QCOMPARE(shown(), u"a failure elsewhere"_s);
        QCOMPARE(tone(), u"crit"_s);
        bar.withdraw(u"a failure elsewhere\nwhat goes on"_s); // as it was said
        QCOMPARE(shown(), QString());
    }
};

CONSILIUM_TEST(NoticePlacesTest)
#include "NoticePlacesTest.moc"
