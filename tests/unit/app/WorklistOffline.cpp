#include "app/worklist/ArchiveStrip.h"
#include "base/ReachReasons.h"
#include "tests/support/TestMain.h"
#include "tests/unit/app/TwoLists.h"
#include "viewer/widgets/theme/Theme.h"

#include <QLabel>
#include <QMenu>
#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace consilium;
using test::FakeSource;
using test::List;
using test::page;
using test::studyOf;
using test::studyRow;

namespace
{

app::ArchiveView view(const QString &name, app::SourceState::Status status, ErrorCode code = ErrorCode::Internal)
{
    app::ArchiveView view;
    view.state.id = ArchiveId(name);
    view.state.name = name;
    view.state.status = status;
    view.state.error.code = code;
    view.state.roundTripMs = 12;
    view.state.since = status == app::SourceState::Status::Failed ? 1'000'000 : 0;
    return view;
}

} // namespace

class WorklistOffline : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // Who was not asked is not offline: the fault is a proxy's, and is said as that.
    void aProxysFaultIsNotTheArchives()
    {
        using Status = app::SourceState::Status;
        app::ArchiveView away = view(u"Ward 7"_s, Status::Failed, ErrorCode::HostUnreachable);
        away.state.error.detail = u"http://10.0.0.1: no route"_s + reachReason::noAnswer;
        QVERIFY(app::describeArchive(away).text.startsWith(u"offline · since "_s));
        for (const auto reason :
             {reachReason::proxyAway, reachReason::proxySignIn, reachReason::proxyRefuses, reachReason::proxyNoWay}) {
            away.state.error.detail = u"http://10.0.0.1: no"_s + reason;
            const app::ArchiveWord word = app::describeArchive(away);
            QVERIFY2(word.text.startsWith(u"failed · since "_s), qPrintable(word.text));
            QVERIFY2(word.detail.contains(u"proxy"_s), qPrintable(word.detail));
        }
    }
    // How long the last answer took stands in the strip, where it can be seen from across the room.
    void theStripSaysHowLongTheAnswerTook()
    {
        using Status = app::SourceState::Status;
        const auto word = [](const QString &text, const QString &tone, const QString &icon) {
            return QStringList{text, tone, icon};
        };
        const auto said = [](Status status, int ms, bool isSlow) {
            app::ArchiveView archive = view(u"Ward 7"_s, status);
            archive.state.roundTripMs = ms;
            archive.state.slow = isSlow;
            const app::ArchiveWord found = app::describeArchive(archive);
            return QStringList{found.text, found.tone, found.icon};
        };
        QCOMPARE(said(Status::Answered, 12, false), word(u"fine · 12 ms"_s, u"ok"_s, u"check-circle"_s));
        QCOMPARE(said(Status::Answered, 999, false), word(u"fine · 999 ms"_s, u"ok"_s, u"check-circle"_s));
        QCOMPARE(said(Status::Answered, 1000, false), word(u"fine · 1.0 s"_s, u"ok"_s, u"check-circle"_s));
        QCOMPARE(said(Status::Answered, 3456, true), word(u"slow · 3.5 s"_s, u"warn"_s, u"server-slow"_s));
        QCOMPARE(said(Status::Asking, 2000, true), word(u"slow · no answer for 2.0 s"_s, u"warn"_s, u"server-slow"_s));
        QCOMPARE(said(Status::Asking, 0, false), word(u"searching"_s, u"t3"_s, u"server"_s));
        QCOMPARE(said(Status::Unknown, 0, false), word(QString(), u"t3"_s, u"server"_s));
        // As the strip itself shows it.
        app::ArchiveStrip strip;
        strip.resize(1366, 44);
        strip.show();
        strip.setArchives({view(u"Ward 7"_s, Status::Answered)});
        QStringList shown;
        for (const QLabel *label : strip.findChildren<QLabel *>())
            if (label->isVisible() && !label->text().isEmpty())
                shown << label->text();
        QCOMPARE(shown, (QStringList{u"Ward 7"_s, u"fine · 12 ms"_s}));
    }
    // A row says why nothing comes from its archive.
    void aRowSaysWhatKeepsItsArchiveAway()
    {
        List list;
        const auto source = [&](int role) {
            return list.model.index(0, app::WorklistModel::Source).data(role).toString();
        };
        list.start();
        list.a->answer(page({studyRow(u"1"_s, u"TEST^A"_s)}));
        list.b->answer(page({}));
        const auto failWith = [&](const Error &error) {
            list.start();
            list.a->answer(fail(error));
            list.b->answer(page({}));
        };
        failWith({ErrorCode::HostUnreachable, u"http://10.0.0.1: no"_s + reachReason::noAnswer});
        QVERIFY2(source(Qt::DisplayRole).endsWith(u"· not answering"_s), qPrintable(source(Qt::DisplayRole)));
        failWith({ErrorCode::HostUnreachable, u"http://10.0.0.1: no"_s + reachReason::proxyAway});
        QVERIFY2(source(Qt::DisplayRole).endsWith(u"· proxy fault"_s), qPrintable(source(Qt::DisplayRole)));
        QVERIFY2(source(Qt::ToolTipRole).startsWith(u"The proxy of this network keeps A"_s),
                 qPrintable(source(Qt::ToolTipRole)));
        failWith({ErrorCode::ServerError, u"500"_s});
        QVERIFY2(source(Qt::DisplayRole).endsWith(u"· no list"_s), qPrintable(source(Qt::DisplayRole)));
        QVERIFY2(source(Qt::ToolTipRole).startsWith(u"A gives no list"_s), qPrintable(source(Qt::ToolTipRole)));
    }
    // What an archive lists and cannot be read is counted where it is seen, until it is gone.
    void entriesThatCannotBeReadAreSaid()
    {
        List list;
        list.start();
        dicomweb::StudyPage first = page({studyRow(u"1"_s, u"TEST^A"_s)});
        first.unreadable = 2;
        first.mayHaveMore = true;
        list.a->answer(first);
        list.b->answer(page({studyRow(u"3"_s, u"TEST^C"_s)}));
        QCOMPARE(list.shown(), u"1 3"_s);
        QVERIFY2(list.note().startsWith(u"2 entries in the list of A could not be read"_s), qPrintable(list.note()));
        QVERIFY(!list.note().contains(u"of B"_s));

        list.search.loadMore();
        dicomweb::StudyPage second = page({studyRow(u"2"_s, u"TEST^B"_s)});
        second.unreadable = 3;
        list.a->answer(second);
        QVERIFY2(list.note().startsWith(u"5 entries in the list of A"_s), qPrintable(list.note()));

        list.search.refresh(); // of all that is there at once
        dicomweb::StudyPage whole = page({studyRow(u"1"_s, u"TEST^A"_s), studyRow(u"2"_s, u"TEST^B"_s)});
        whole.unreadable = 1;
        list.a->answer(whole);
        list.b->answer(fail(ErrorCode::HostUnreachable));
        QVERIFY2(list.note().contains(u"B has given no list since"_s), qPrintable(list.note()));
        QVERIFY2(list.note().startsWith(u"1 entry in the list of A"_s) ||
                     list.note().startsWith(u"1 entries in the list of A"_s), // without the English plural forms
                 qPrintable(list.note()));

        list.search.refresh();
        list.a->answer(page({studyRow(u"1"_s, u"TEST^A"_s), studyRow(u"2"_s, u"TEST^B"_s)}));
        list.b->answer(page({studyRow(u"3"_s, u"TEST^C"_s)}));
        QCOMPARE(list.note(), QString());
    }
    void rowsStayWhileTheirArchiveIsAway()
    {
        List list;
        list.start();
        list.a->answer(page({studyRow(u"1"_s, u"TEST^A"_s), studyRow(u"2"_s, u"TEST^B"_s)}));
        list.b->answer(page({studyRow(u"3"_s, u"TEST^C"_s), studyRow(u"4"_s, u"TEST^D"_s)}));
        QCOMPARE(list.shown(), u"1 2 3 4"_s);
        QCOMPARE(list.note(), QString());

        list.start(); // by hand
        QCOMPARE(list.started.size(), 1);
        QCOMPARE(list.shown(), u"1 2 3 4"_s);
        list.clock.ms += 60'000;
        list.a->answer(fail(ErrorCode::HostUnreachable));
        list.b->answer(page({studyRow(u"4"_s, u"TEST^D"_s), studyRow(u"5"_s, u"TEST^E"_s)})); // 3 was deleted there
        QCOMPARE(list.shown(), u"1! 2! 4 5"_s);
        QVERIFY2(list.note().startsWith(u"A has given no list since"_s), qPrintable(list.note()));

        list.search.retry(ArchiveId(u"A"_s));
        QCOMPARE(list.shown(), u"1! 2! 4 5"_s);
        list.a->answer(fail(ErrorCode::Timeout));
        QCOMPARE(list.search.sources()[0].since, TimeMs(1'060'000)); // since it first failed
        list.search.retry(ArchiveId(u"A"_s));
        list.a->answer(page({studyRow(u"2"_s, u"TEST^B"_s)}));
        QCOMPARE(list.shown(), u"2 4 5"_s);
        QCOMPARE(list.note(), QString());
    }
    void anotherSearchShowsWhatIsKnown()
    {
        List list;
        list.start();
        list.a->answer(
            page({studyRow(u"1"_s, u"TEST^A"_s, u"20260102"_s), studyRow(u"2"_s, u"TEST^B"_s, u"20251201"_s)}));
        list.b->answer(page({studyRow(u"3"_s, u"TEST^C"_s)}));
        list.start(u"today"_s);
        list.a->answer(fail(ErrorCode::ConnectionLost));
        list.b->answer(page({}));
        QCOMPARE(list.shown(), u"1!"_s); // study 2 is of another day
        list.start(u"all"_s);
        list.a->answer(fail(ErrorCode::ConnectionLost));
        list.b->answer(page({}));
        QCOMPARE(list.shown(), u"1! 2!"_s);
        list.search.refresh();
        list.a->answer(page({studyRow(u"2"_s, u"TEST^B"_s, u"20251201"_s)}));
        QCOMPARE(list.shown(), u"2"_s);
    }
    // What was listed first is not forgotten for what was listed last.
    void aFilterForgetsNothingOfWhoGoesAway()
    {
        List list;
        list.startOf({});
        const Attributes us = studyOf(u"1"_s, u"TEST^A"_s, u"US"_s), ct = studyOf(u"2"_s, u"TEST^B"_s, u"CT"_s),
                         stat = studyOf(u"3"_s, u"TEST^C"_s, u"CT"_s), other = studyOf(u"4"_s, u"TEST^D"_s, u"MR"_s);
        list.a->answer(page({us, ct, stat}));
        list.b->answer(page({other}));
        list.startOf({u"US"_s});
        list.a->answer(page({us}));
        list.b->answer(page({}));
        QCOMPARE(list.shown(), u"1"_s);

        list.startOf({}); // away by now
        List::goAway(*list.a);
        list.b->answer(page({other}));
        QCOMPARE(list.shown(), u"1! 2! 3! 4"_s);
        QVERIFY2(list.note().startsWith(u"A has given no list since"_s), qPrintable(list.note()));
        QVERIFY2(!list.note().contains(u"missing"_s), qPrintable(list.note())); // all of it was listed

        list.startOf({u"CT"_s}); // at once: nobody waits until it is known to be away still
        QCOMPARE(list.shown(), u"2! 3!"_s);
        List::goAway(*list.a);
        list.b->answer(page({}));
        QCOMPARE(list.shown(), u"2! 3!"_s);

        list.startOf({u"CT"_s});
        list.a->answer(page({ct})); // it is there again, and the other one was deleted
        list.b->answer(page({}));
        QCOMPARE(list.shown(), u"2"_s);
        list.startOf({});
        List::goAway(*list.a);
        list.b->answer(page({other}));
        QCOMPARE(list.shown(), u"1! 2! 4"_s);
    }
    void whatWasNeverListedIsSaidToBeMissing()
    {
        List list;
        const Attributes us = studyOf(u"1"_s, u"TEST^A"_s, u"US"_s);
        list.startOf({u"US"_s});
        list.a->answer(page({us}));
        list.b->answer(page({}));
        list.startOf({});
        List::goAway(*list.a);
        list.b->answer(page({}));
        QCOMPARE(list.shown(), u"1!"_s);
        QVERIFY2(list.note().contains(u"Only this was listed of A"_s) && list.note().endsWith(u": US."_s),
                 qPrintable(list.note()));
        list.startOf({u"MR"_s}); // also where nothing of it is in the list
        List::goAway(*list.a);
        list.b->answer(page({}));
        QCOMPARE(list.shown(), QString());
        QVERIFY2(list.note().contains(u"Only this was listed of A"_s), qPrintable(list.note()));
        list.startOf({u"US"_s});
        List::goAway(*list.a);
        list.b->answer(page({}));
        QCOMPARE(list.shown(), u"1!"_s);
        QVERIFY2(!list.note().contains(u"missing"_s), qPrintable(list.note()));

        list.startOf({});
        dicomweb::StudyPage first = page({us});
        first.mayHaveMore = true;
        list.a->answer(first);
        list.b->answer(page({}));
        list.search.refresh();
        List::goAway(*list.a);
        list.b->answer(page({}));
        QVERIFY2(list.note().contains(u"the beginning of the whole list"_s), qPrintable(list.note()));
    }
    // By pinyin, a name, an accession number: in what was listed, whatever filter was set since.
    void whatWasListedIsFoundWhileAllAreAway()
    {
        List list;
        list.startOf({});
        list.a->answer(page({studyOf(u"1"_s, u"Zhang^San=张^三"_s, u"CT"_s), studyOf(u"2"_s, u"TEST^B"_s, u"US"_s)}));
        list.b->answer(page({studyOf(u"3"_s, u"TEST^C"_s, u"MR"_s)}));
        list.startOf({u"US"_s});
        list.a->answer(page({studyOf(u"2"_s, u"TEST^B"_s, u"US"_s)}));
        list.b->answer(page({}));
        for (const auto &[text, found] : {std::pair(u"zs"_s, u"1!"_s), std::pair(u"张三"_s, u"1!"_s),
                                          std::pair(u"ACC3"_s, u"3!"_s), std::pair(u"test"_s, u"2! 3!"_s)}) {
            list.startOf({}, text);
            List::goAway(*list.a);
            List::goAway(*list.b);
            QCOMPARE(list.shown(), found);
        }
        list.startOf({});
        List::goAway(*list.a);
        List::goAway(*list.b);
        QCOMPARE(list.shown(), u"1! 2! 3!"_s);
    }
    void theOtherPlacesGoOn()
    {
        List list;
        list.start();
        list.a->answer(page({studyRow(u"1"_s, u"TEST^A"_s)}));
        list.b->answer(page({studyRow(u"1"_s, u"TEST^A"_s)}));
        list.start();
        list.a->answer(fail(ErrorCode::HostUnreachable));
        list.b->answer(page({studyRow(u"1"_s, u"TEST^A"_s)}));
        QCOMPARE(list.shown(), u"1"_s);
        QCOMPARE(list.search.nearest(list.model.study(0)).archive, ArchiveId(u"B"_s));
        QCOMPARE(list.model.study(0).places.size(), size_t(2));
    }
    void aRemovedArchiveTakesItsRowsAlong()
    {
        List list;
        list.start();
        list.a->answer(page({studyRow(u"1"_s, u"TEST^A"_s)}));
        list.b->answer(page({studyRow(u"2"_s, u"TEST^B"_s)}));
        list.search.setSources({list.b});
        QCOMPARE(list.shown(), u"2"_s);
        list.start(u"all"_s, false);
        list.b->answer(fail(ErrorCode::Timeout));
        QCOMPARE(list.shown(), u"2!"_s);
    }
    // Seven archives in a window of 1366 px: no text is cut, and what needs a person stays in sight.
    void theStripNeverCutsAText_data()
    {
        QTest::addColumn<int>("width");
        for (const int width : {700, 1024, 1366, 1920, 3840})
            QTest::newRow(qPrintable(QString::number(width))) << width;
    }
    void theStripNeverCutsAText()
    {
        using Status = app::SourceState::Status;
        QFETCH(int, width);
        std::vector<app::ArchiveView> archives;
        for (int i = 0; i < 6; ++i)
            archives.push_back(view(u"影像中心归档 %1"_s.arg(i), Status::Answered));
        archives.push_back(view(u"Away"_s, Status::Failed, ErrorCode::HostUnreachable));
        app::ArchiveStrip strip;
        strip.setFixedHeight(40);
        strip.resize(width, 40);
        strip.show();
        strip.setArchives(archives);
        QTest::qWait(1);
        bool showsAway = false;
        int inSight = 0;
        for (const QLabel *label : strip.findChildren<QLabel *>()) {
            if (!label->isVisible() || label->text().isEmpty())
                continue;
            const int right = label->mapTo(&strip, QPoint(label->width(), 0)).x();
            QVERIFY2(right <= width, qPrintable(label->text()));
            QVERIFY2(label->width() >= label->fontMetrics().horizontalAdvance(label->text()),
                     qPrintable(label->text()));
            showsAway = showsAway || label->text() == u"Away"_s;
            inSight += archives.front().state.name.left(6) == label->text().left(6) || label->text() == u"Away"_s;
        }
        QVERIFY(showsAway);
        const auto *more = strip.findChild<QPushButton *>(u"moreArchives"_s);
        QCOMPARE(more->isVisible(), strip.inMenu() > 0);
        QCOMPARE(inSight + strip.inMenu(), 7);
        QCOMPARE(int(more->menu()->actions().size()), strip.inMenu());
        if (more->isVisible()) {
            QCOMPARE(more->text(), u"+%1"_s.arg(strip.inMenu()));
            QVERIFY(more->mapTo(&strip, QPoint(more->width(), 0)).x() <= width);
        }
    }

    /// What is said changes: its room changes with it, also where the first words came before the page was seen.
    void theStripGrowsWithItsWords()
    {
        using Status = app::SourceState::Status;
        widgets::applyTheme(*qApp, widgets::Scheme::Dark, QLocale(u"en"_s));
        app::ArchiveView archive;
        archive.state.id = ArchiveId(u"demo"_s);
        archive.state.name = u"demo"_s;
        archive.state.status = Status::Asking;
        QWidget page;
        app::ArchiveStrip strip(&page);
        page.resize(1920, 44);
        strip.resize(1920, 44);
        strip.setArchives({archive});
        QTest::qWait(20);
        strip.setArchives({archive});
        QTest::qWait(20);
        page.show();
        QTest::qWait(20);
        archive.state.status = Status::Answered;
        for (const int ms : {8, 16, 1234}) {
            archive.state.roundTripMs = ms;
            strip.setArchives({archive});
            QTest::qWait(20);
            for (const QLabel *label : strip.findChildren<QLabel *>())
                QVERIFY2(label->width() >= label->fontMetrics().horizontalAdvance(label->text()),
                         qPrintable(u"%1: %2 px"_s.arg(label->text()).arg(label->width())));
        }
    }
};

CONSILIUM_TEST(WorklistOffline)
#include "WorklistOffline.moc"
